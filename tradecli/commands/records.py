"""`trade records`."""

from __future__ import annotations

from tradecli import options as opt


@opt.lend(*opt.PAIR, "reporter", *opt.DAY, "commodity", *opt.TABLE, *opt.SHOWN, *opt.TELLS)
def records(given: opt.Given) -> int:
    """Which records and streaks a month sets, for the total and a partner, flows and balance."""
    from tradecli import ask

    return given.write(ask.records(given.partner, given.through, commodity=given.commodity, **given.scope))
