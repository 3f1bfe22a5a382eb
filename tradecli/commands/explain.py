"""`trade explain`."""

from __future__ import annotations

from tradecli import options as opt

SPAN = opt.own("span", "year_to_date", help="Which months it covers.", envvar="TRADE_SPAN")


@opt.lend(
    *opt.PAIR,
    "flow",
    SPAN,
    "reporter",
    *opt.DAY,
    "commodity",
    *opt.TABLE,
    *opt.SHOWN,
    *opt.TELLS,
    flow="balance",
)
def explain(given: opt.Given) -> int:
    """How did this figure come about: from which months, files and releases, and how did it first stand?"""
    from tradecli import tracing

    return given.write(
        tracing.explain(
            given.partner,
            given.through,
            flow=given.flow,
            span=given.span,
            commodity=given.commodity,
            **given.scope,
        )
    )
