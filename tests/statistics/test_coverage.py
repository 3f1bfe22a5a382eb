"""What a table of observations covers, counted by hand."""

from __future__ import annotations

from datetime import date

import polars as pl

from tradecli.schema import OBSERVATIONS
from tradecli.statistics.coverage import Coverage, coverage


def test_coverage_is_counted_over_months_and_vintages() -> None:
    rows = [
        ("US", "month", date(2025, 11, 1), date(2025, 12, 9)),
        ("US", "month", date(2025, 11, 1), date(2026, 1, 9)),
        ("JP", "month", date(2025, 10, 1), date(2026, 1, 9)),
        # A year to date ends in a later month, and is no month.
        ("JP", "year_to_date", date(2025, 12, 1), date(2026, 1, 9)),
    ]
    frame = pl.LazyFrame(rows, schema=["partner", "span", "period", "vintage"], orient="row")
    assert coverage(frame) == Coverage(
        partners=2,
        first_month=date(2025, 10, 1),
        newest_month=date(2025, 11, 1),
        vintages=2,
        newest_vintage=date(2026, 1, 9),
        rows=4,
    )


def test_an_empty_table_covers_nothing() -> None:
    assert coverage(pl.LazyFrame(schema=OBSERVATIONS)) == Coverage(0, None, None, 0, None, 0)
