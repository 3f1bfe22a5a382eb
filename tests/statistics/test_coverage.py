"""What a table of observations covers, counted by hand."""

from __future__ import annotations

from datetime import date

import polars as pl

from tests.made_up import frame, months, row
from tradecli.schema import OBSERVATIONS
from tradecli.statistics.coverage import Coverage, Reach, coverage, reach


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


def test_how_far_each_series_reaches() -> None:
    rows = [
        # December to March with a gap, of which one month is published anew.
        *months("export", "2024-12", [5, 6, None, 7], partner="WORLD"),
        row("export", "month", "2025-01", 8, "2026-02-09", partner="WORLD"),
        # As far, one and two months behind, and one ahead; years to date and balances are no months.
        *months("export", "2025-02", [5, 6], partner="US"),
        *months("export", "2025-01", [5, 6], partner="JP"),
        *months("export", "2025-01", [5], partner="VN"),
        *months("export", "2025-04", [5], partner="KR"),
        row("export", "year_to_date", "2025-05", 9, partner="WORLD"),
        row("balance", "month", "2025-05", 9, partner="WORLD"),
        row("balance", "month", "2025-05", 9, partner="US"),
        # Imports of the world alone, and none of it of a list of goods.
        *months("import", "2025-03", [5], partner="WORLD"),
        *months("import", "2025-03", [5], partner="US", commodity="ICT_AV", classification="mof"),
    ]
    first, march = date(2024, 12, 1), date(2025, 3, 1)
    exports = Reach("TW", "export", "total", "none", first, march, 3, date(2026, 2, 9), 4, 2)
    imports = Reach("TW", "import", "total", "none", march, march, 1, date(2026, 1, 9), 0, 0)
    assert reach(frame(rows)) == [exports, imports]
    assert [each.missing for each in (exports, imports)] == [1, 0]
    year = exports._replace(first_month=date(2023, 5, 1), months=23)
    assert year.missing == 0
