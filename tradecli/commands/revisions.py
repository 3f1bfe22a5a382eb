"""`trade revisions`."""

from __future__ import annotations

from tradecli import options as opt

SPAN = opt.own("span", "month", help="Which months it covers.", envvar="TRADE_SPAN")
MATRIX = opt.own(
    "matrix", False, "--matrix", help="What was known on each day of a release: the real-time matrix."
)


@opt.lend(
    *opt.PAIR,
    "months",
    "flow",
    SPAN,
    MATRIX,
    "reporter",
    *opt.DAY,
    "commodity",
    *opt.TABLE,
    *opt.SHOWN,
    *opt.TELLS,
)
def revisions(given: opt.Given) -> int:
    """How have these figures changed since first published, and how sure is a first figure?"""
    from tradecli import ask

    return given.write(
        ask.revisions(
            given.partner,
            given.through,
            months=given.months,
            flow=given.flow,
            span=given.span,
            matrix=given.matrix,
            commodity=given.commodity,
            **given.scope,
        )
    )
