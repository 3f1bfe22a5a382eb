"""Streaks: months in a row, open where a gap or the start of the series hides more."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from tests.made_up import grown, months, pair
from tradecli.statistics.streaks import rise, streak


def counted(past: list[int | None], now: list[int | None]) -> tuple[int | None, int | None]:
    """Streak and least length of the last month of a year after *past*, a year earlier."""
    rows = months("export", "2024-01", past) + months("export", "2025-01", now)
    monthly = grown(pair(rows))
    last = streak(monthly, rise()).filter(
        (pl.col("flow") == "export") & (pl.col("period") == date(2025, len(now), 1))
    )
    return last.select("streak", "at_least").row(0)


@pytest.mark.parametrize(
    ("past", "now", "expected"),
    [
        pytest.param([1, 1, 1], [1, 2, 2], (2, None), id="closed by a month without growth"),
        pytest.param([1, 3, 1, 1], [1, 2, 2, 2], (2, None), id="closed by a fall"),
        pytest.param([1, 1, 1], [2, 0, 0], (-2, None), id="declines are negative"),
        pytest.param([1, 1, 1], [2, 2, 2], (None, 3), id="open at the start of the series"),
        pytest.param([3, 3, 3], [2, 2, 2], (None, -3), id="a decline is open too"),
        pytest.param([1, None, 1], [2, 2, 2], (None, 1), id="open where the base has a gap"),
        pytest.param([1, 1, 1], [2, None, 2], (None, 1), id="open where the month before is missing"),
        pytest.param([1, 1, 1], [2, 2, 1], (0, None), id="no change is no streak"),
        pytest.param([1, 0, 1], [2, 2, 2], (1, None), id="a zero base has no growth and ends it"),
        pytest.param([1, 1, 0], [2, 2, 2], (0, None), id="a zero base in the month itself"),
        pytest.param([1, 1, None], [2, 2, 2], (None, None), id="unknown in the month itself"),
    ],
)
def test_streaks(
    past: list[int | None], now: list[int | None], expected: tuple[int | None, int | None]
) -> None:
    assert counted(past, now) == expected


def test_growth_is_strict_on_unrounded_figures() -> None:
    # A rise by one dollar in ten billion prints as 0.0 % and is a rise.
    assert counted([5, 10**10], [5, 10**10 + 1]) == (1, None)


def test_the_first_month_that_can_have_a_streak_is_the_thirteenth() -> None:
    rows = months("export", "2024-01", [1] * 14)
    counts = streak(grown(pair(rows)), rise()).filter(pl.col("flow") == "export")
    assert counts["streak"].to_list() == [None] * 12 + [0, 0]


def test_series_are_counted_apart() -> None:
    frame = pl.DataFrame({"flow": ["export"] * 3 + ["import"] * 3, "change": [0, 1, 1, 1, 1, 1]})
    counts = streak(frame, pl.col("change"))
    assert counts["streak"].to_list() == [0, 1, 2, None, None, None]
    assert counts["at_least"].to_list() == [None, None, None, 1, 2, 3]


def test_a_balance_counts_months_of_surplus() -> None:
    frame = pl.DataFrame({"flow": "balance", "value": [-1, 2, 3, 4]})
    assert streak(frame, pl.col("value"))["streak"].to_list() == [None, 1, 2, 3]
