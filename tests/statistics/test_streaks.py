"""Streaks: months in a row, open where a gap or the start of the series hides more."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made_up import known, months
from tradecli.model.figure import Streak
from tradecli.series import Series
from tradecli.statistics.streaks import streak_of


def counted(past: list[int | None], now: list[int | None]) -> tuple[int | None, int | None]:
    """Streak and least length of the last month of a year after *past*, a year earlier."""
    rows = months("export", "2024-01", past) + months("export", "2025-01", now)
    found = Series(known(rows)).streak("export", date(2025, len(now), 1))
    if found is None:
        return None, None
    return (None, found.length) if found.at_least else (found.length, None)


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
    series = Series(known(months("export", "2024-01", [1] * 14)))
    found = [series.streak("export", period) for period in series.periods]
    assert found == [None] * 12 + [Streak(0, at_least=False)] * 2


def test_flows_are_counted_apart() -> None:
    # Exports and the balance rise month by month in the second year; imports stay as they were.
    rows = months("export", "2024-01", [3] * 15) + months("import", "2024-01", [1] * 15)
    rows[13:15] = months("export", "2025-02", [4, 5])
    series = Series(known(rows))
    last = date(2025, 3, 1)
    assert series.streak("export", last) == Streak(2, at_least=False)
    assert series.streak("import", last) == Streak(0, at_least=False)


def test_a_balance_counts_months_of_surplus() -> None:
    rows = months("export", "2025-01", [1, 4, 5, 6]) + months("import", "2025-01", [2] * 4)
    series = Series(known(rows))
    assert [series.streak("balance", period) for period in series.periods] == [
        Streak(-1, at_least=True),
        Streak(1, at_least=False),
        Streak(2, at_least=False),
        Streak(3, at_least=False),
    ]


@given(st.lists(st.one_of(st.integers(-3, 3), st.none()), min_size=1, max_size=24))
@settings(max_examples=300)
def test_a_streak_is_the_last_run_of_one_sign(directions: list[int | None]) -> None:
    signs = [None if step is None else (step > 0) - (step < 0) for step in directions]
    runs = [(sign, len(list(run))) for sign, run in groupby(signs)]
    sign, length = runs[-1]
    if sign is None:
        assert streak_of(directions) is None
        return
    hidden = len(runs) == 1 or runs[-2][0] is None
    assert streak_of(directions) == Streak(sign * length, at_least=bool(sign) and hidden)


def test_no_months_are_no_streak() -> None:
    assert streak_of([]) is None
