"""`trade exports`."""

from __future__ import annotations

from tradecli import options as opt
from tradecli import series_options as series


@opt.lend(*series.OF_EXPORTS)
def exports(given: opt.Given) -> int:
    """Exports by month, quarter or year: value, growth, year to date, 12 months, records."""
    from tradecli import ask

    return given.write(
        ask.exports(
            given.partner,
            given.through,
            share=given.share,
            unit_value=given.unit_value,
            re_exports=given.re_exports,
            commodity=given.commodity,
            adjustment=given.adjustment,
            **given.series,
            **given.scope,
        )
    )
