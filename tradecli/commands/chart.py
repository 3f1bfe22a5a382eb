"""`trade chart`."""

from __future__ import annotations

from tradecli import options as opt

BARS = opt.own("drivers", "", metavar="BY", help="Bars of what moved it instead: by commodity or partner.")
FORMAT = opt.own(
    "format",
    "",
    "--format",
    "-f",
    help="table (in characters), svg, png, html, or the figures as csv, json, ...",
)


@opt.lend(
    *opt.PAIR,
    "months",
    "flow",
    BARS,
    "span",
    "reporter",
    *opt.DAY,
    "commodity",
    *opt.TABLE,
    "unit",
    "digits",
    "lang",
    FORMAT,
    "output",
    months=36,
    flow="balance",
)
def chart(given: opt.Given) -> int:
    """A picture: the balance or a flow over time with its records, or what moved it."""
    from tradecli import ask

    return given.write(
        ask.chart(
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
