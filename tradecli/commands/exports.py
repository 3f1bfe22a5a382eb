"""`trade exports`."""

from __future__ import annotations

from tradecli import options as opt


@opt.lend(
    *opt.PAIR, "months", "reporter", *opt.DAY, "commodity", "adjustment", *opt.TABLE, *opt.SHOWN, *opt.TELLS
)
def exports(given: opt.Given) -> int:
    """Exports month by month: value, growth, year to date, 12 months, records."""
    from tradecli import ask

    return given.write(
        ask.exports(
            given.partner,
            given.through,
            months=given.months,
            commodity=given.commodity,
            adjustment=given.adjustment,
            **given.scope,
        )
    )
