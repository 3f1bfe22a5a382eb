"""`trade drivers`."""

from __future__ import annotations

from tradecli import options as opt

BY = opt.own(
    "by",
    "commodity",
    metavar="commodity|partner|region",
    help="What to tell apart; region: continents and other areas as published.",
)
TOP = opt.own("top", None, metavar="N", help="Only the N that moved it most; the rest is one row.")
LIST = opt.own(
    "classification",
    "",
    metavar="mof|mof-section|hs-section|mof-use|jp-principal",
    help="A list of commodities.",
)


@opt.lend(
    *opt.PAIR,
    BY,
    "flow",
    "span",
    LIST,
    TOP,
    "commodity",
    "reporter",
    *opt.DAY,
    *opt.TABLE,
    *opt.SHOWN,
    *opt.TELLS,
)
def drivers(given: opt.Given) -> int:
    """Which commodities, or partners, moved a flow or the balance on a year earlier?"""
    from tradecli import ask

    return given.write(
        ask.drivers(
            given.partner,
            given.through,
            by=given.by,
            flow=given.flow,
            span=given.span,
            classification=given.classification,
            top=given.top,
            commodity=given.commodity,
            **given.scope,
        )
    )
