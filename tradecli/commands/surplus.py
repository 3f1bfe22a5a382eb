"""`trade surplus`."""

from __future__ import annotations

from tradecli import options as opt
from tradecli import series_options as series

POLICY = opt.own(
    "policy", False, "--policy", help="What US trade policy hangs on a surplus: threshold, formula, rates."
)

#: Without a twin: what stands in the environment for other series would make one of every answer.
MONTHS = opt.own("months", None, help="A series of so many months instead.")
SINCE = opt.own("since", "", "--from", metavar="PERIOD", help="A series from this month or period instead.")


@opt.lend(
    series.SEVERAL,
    "through",
    SINCE,
    MONTHS,
    series.BY,
    series.SHARE,
    "reporter",
    *opt.DAY,
    "commodity",
    "adjustment",
    POLICY,
    *opt.TABLE,
    *opt.SHOWN,
    *opt.TELLS,
)
def surplus(given: opt.Given) -> int:
    """How large is the balance with a partner, against the year before, and is it a record?"""
    from tradecli import ask

    return given.write(
        ask.surplus(
            given.partner,
            given.through,
            share=given.share,
            commodity=given.commodity,
            adjustment=given.adjustment,
            policy=given.policy,
            **given.series,
            **given.scope,
        )
    )
