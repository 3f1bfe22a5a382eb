"""`trade table`."""

from __future__ import annotations

from tradecli import options as opt

_ACTIONS = ["inspect"]
OPTIONS = (
    opt.argument(
        "action",
        metavar="|".join(_ACTIONS),
        help="inspect: what each column is, flows, partners, goods, months, unit, gaps; what stays open.",
        autocompletion=lambda incomplete: [name for name in _ACTIONS if name.startswith(incomplete)],
    ),
    opt.argument("path", metavar="PATH", help="A file, folder, glob or address of Parquet, CSV or Arrow."),
)


@opt.lend(*OPTIONS, *opt.WORDS)
def table(given: opt.Given) -> int:
    """An unknown file of records: what its columns are; --output us.toml writes it for --table."""
    from tradecli import holdings, output

    answer = holdings.table(given.action, given.path)
    if given.format == "toml" or (not given.format and given.output.lower().endswith(".toml")):
        style = given.style
        written = answer.styled(style.lang).to(
            "toml", given.output if given.output not in {"", "-"} else None
        )
        if given.output in {"", "-"}:
            output.send(str(written).encode(), "")
        output.remark(answer.remarks(given.output if given.output != "-" else ""), style)
        return 0
    return given.write(answer)
