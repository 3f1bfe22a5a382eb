"""`trade chart`."""

from __future__ import annotations

from tradecli import options as opt

MONTHS = opt.own("months", None, envvar="TRADE_MONTHS", help="How many months a line shows; 36 unless said.")
SPAN = opt.own(
    "span",
    "",
    envvar="TRADE_SPAN",
    show_default=False,
    metavar="month|year_to_date|rolling_12",
    help="Of the bars; year_to_date unless said.",
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
    "flow",
    BARS,
    SPAN,
    "reporter",
    *opt.DAY,
    "commodity",
    *opt.TABLE,
    "unit",
    "digits",
    "lang",
    FORMAT,
    "output",
    flow="balance",
)
def chart(given: opt.Given) -> int:
    """A picture: the balance or a flow over time with its records, or what moved it."""
    from tradecli import publication

    return given.write(
        publication.chart(
            given.partner,
            given.through,
            months=given.months,
            flow=given.flow,
            drivers=given.drivers,
            span=given.span,
            commodity=given.commodity,
            **given.scope,
        )
    )
