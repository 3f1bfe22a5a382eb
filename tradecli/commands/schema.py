"""`trade schema`."""

from __future__ import annotations

from tradecli import options as opt


def _names(incomplete: str) -> list[str]:
    from tradecli.holdings import schemas

    return [name for name in schemas() if name.startswith(incomplete)]


NAME = opt.argument(
    "name", help="Such as surplus; error for what is written where one fails.", autocompletion=_names
)


@opt.lend(NAME, "output")
def schema(given: opt.Given) -> int:
    """What JSON answers hold: the JSON Schema of one."""
    import json

    from tradecli import holdings, output

    text = json.dumps(holdings.schema(given.name), ensure_ascii=False, indent=2)
    output.send(f"{text}\n".encode(), given.output)
    return 0
