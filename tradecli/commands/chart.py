"""`trade chart`."""

from __future__ import annotations

from tradecli import options as opt

MONTHS = opt.own(
    "months",
    None,
    envvar="TRADE_MONTHS",
    help="How many months it goes back; unless said 36, of quarters and 12 months 60, of years all.",
)
SINCE = opt.own("since", "", "--from", metavar="PERIOD", help="The first month, instead of --months.")
COMPARE = opt.own(
    "compare",
    "",
    metavar="PLACES",
    help="Other partners, CN,JP: a line for each, and for --partner unless it is the world.",
)
SPAN = opt.own(
    "span",
    "",
    envvar="TRADE_SPAN",
    show_default=False,
    help="Which months a figure covers; month unless said, of drivers year_to_date. "
    "A year to date stands beside the same months of other years.",
)
BARS = opt.own("drivers", "", metavar="commodity|partner", help="Bars of what moved it instead.")
FORMAT = opt.own(
    "format",
    "",
    "--format",
    "-f",
    help="table (in characters), svg, png, html, or the figures as csv, json, ...",
)


@opt.lend(
    *opt.PAIR,
    MONTHS,
    SINCE,
    "flow",
    SPAN,
    COMPARE,
    BARS,
    "reporter",
    *opt.DAY,
    "commodity",
    *opt.TABLE,
    "unit",
    "digits",
    "lang",
    FORMAT,
    "output",
    *opt.BESIDE,
    flow="balance",
)
def chart(given: opt.Given) -> int:
    """A picture: the balance or a flow over time with its records, or what moved it."""
    from tradecli import publication

    return given.write(
        publication.chart(
            given.partner,
            given.through,
            months=given.months_asked,
            flow=given.flow,
            drivers=given.drivers,
            span=given.span,
            compare=given.compare,
            since=given.since,
            commodity=given.commodity,
            **given.scope,
        )
    )
