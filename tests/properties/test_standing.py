"""Properties 9, 10, 11 and 12 of records and streaks."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import examples
from tests.made_up import known, months
from tradecli.model.figure import Streak
from tradecli.series import Series
from tradecli.statistics.records import records

SERIES = st.lists(st.integers(0, 30), min_size=26, max_size=60)
GAPPED = st.lists(st.one_of(st.integers(0, 5), st.integers(0, 5), st.none()), min_size=14, max_size=48)


def periods(length: int) -> list[date]:
    return [date(2001 + step // 12, step % 12 + 1, 1) for step in range(length)]


def record_months(values: list[int], flow: str = "export") -> list[date]:
    frame = pl.DataFrame({"flow": flow, "period": periods(len(values)), "value": values})
    placed = records(frame, "month", periods=periods(len(values)))
    return sorted(placed.filter("record")["period"])


@given(SERIES, st.sampled_from([2, 1_000, 10**9]))
@examples(15, 40)
def test_9_scaling_changes_no_record(values: list[int], scale: int) -> None:
    assert record_months([value * scale for value in values]) == record_months(values)


@given(SERIES)
@examples(15, 40)
def test_9_a_smaller_value_at_the_end_changes_no_record(values: list[int]) -> None:
    assert record_months([*values, max(values)]) == record_months(values)


@given(SERIES)
@examples(15, 40)
def test_9_deficits_mirror_surpluses(values: list[int]) -> None:
    positive = [value + 1 for value in values]
    assert record_months([-value for value in positive], "balance") == record_months(positive, "balance")


@given(SERIES)
@examples(15, 40)
def test_10_records_are_the_running_maxima_after_24_months(values: list[int]) -> None:
    running = [i for i, value in enumerate(values) if i >= 24 and value > max(values[:i])]
    assert record_months(values) == [periods(len(values))[i] for i in running]


def streaks(values: list[int | None]) -> list[Streak | None]:
    """The streak of exports in each month."""
    series = Series(known(months("export", "2022-01", [*values, 1])))
    return [series.streak("export", period) for period in series.periods]


@given(GAPPED)
@examples(25, 80)
def test_11_a_streak_goes_on_by_one_or_starts_anew(values: list[int | None]) -> None:
    for before, now in pairwise(streaks(values)):
        if now is not None and not now.at_least:
            step = (now.length > 0) - (now.length < 0)
            assert now.length in {0, 1, -1} or before == Streak(now.length - step, at_least=False)


@given(GAPPED)
@examples(25, 80)
def test_12_no_streak_is_longer_than_its_series_less_a_year(values: list[int | None]) -> None:
    for step, found in enumerate(streaks(values)):
        # The very first comparison has nothing before it, so a streak from there is never closed.
        assert found is None or abs(found.length) <= max(0, step - (11 if found.at_least else 12))
