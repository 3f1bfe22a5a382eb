"""`trade partners`."""

from __future__ import annotations

from tradecli import options as opt

BY = opt.own(
    "by",
    "balance",
    metavar="balance|export|import|growth|region",
    help="What to rank by; region lists continents and other areas as published instead.",
)
FLOW = opt.own(
    "flow",
    "",
    envvar="TRADE_FLOW",
    show_default=False,
    help="With --by growth, whose; export unless said. With --by region, what; balance unless said.",
)


TOP = opt.own("top", None, metavar="N", help="Only the first N; the rest is one row.")


@opt.lend(
    "through", BY, FLOW, "span", TOP, "commodity", "reporter", *opt.DAY, *opt.TABLE, *opt.SHOWN, *opt.TELLS
)
def partners(given: opt.Given) -> int:
    """Partners ranked by balance, exports, imports or growth, with their rank a year earlier."""
    from tradecli import ask

    return given.write(
        ask.partners(
            given.through,
            by=given.by,
            flow=given.flow,
            span=given.span,
            top=given.top,
            commodity=given.commodity,
            **given.scope,
        )
    )
