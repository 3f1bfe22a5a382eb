"""`trade imports`."""

from __future__ import annotations

from tradecli import options as opt
from tradecli import series_options as series


@opt.lend(*series.OF_IMPORTS)
def imports(given: opt.Given) -> int:
    """Imports by month, quarter or year: value, growth, year to date, 12 months, records."""
    from tradecli import ask

    return given.write(
        ask.imports(
            given.partner,
            given.through,
            share=given.share,
            unit_value=given.unit_value,
            re_imports=given.re_imports,
            commodity=given.commodity,
            adjustment=given.adjustment,
            **given.series,
            **given.scope,
        )
    )
