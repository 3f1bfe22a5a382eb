"""The rank of single figures: what the expressions over frames say, and counted by hand."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import examples
from tests.statistics.figures import BALANCES, figure
from tradecli.model.money import Money
from tradecli.statistics.records import LEAST, SAME_MONTH, place, records

SERIES = st.lists(
    st.one_of(st.integers(-4, 4), st.integers(-4, 4), st.none(), BALANCES), min_size=30, max_size=52
)


@pytest.mark.parametrize("kind", LEAST)
@given(SERIES, st.sampled_from(["export", "balance"]), st.integers(0, 3))
@examples(20, 60)
def test_records_ranks_and_ties(kind: str, values: list[int | None], flow: str, back: int) -> None:
    step = 3 if kind == "quarter" else 12 if kind == "year" else 1
    periods = [
        date(1990 + (month - 1) // 12, (month - 1) % 12 + 1, 1)
        for month in range(12, 12 + step * len(values), step)
    ]
    precisions = [1 + index % 7 for index in range(len(values))]
    frame = pl.DataFrame(
        {"flow": flow, "period": periods, "value": values, "precision": precisions},
        schema_overrides={"value": pl.Int64},
    )
    placed = records(frame, kind, periods=[periods[-1 - back]]).to_dicts()
    known = [
        (period, Money(value, precision, "USD"))
        for period, value, precision in zip(periods, values, precisions, strict=True)
        if value is not None
    ]
    own = figure(values[-1 - back], flow=flow, month=periods[-1 - back])
    found = place(kind, own, known)
    assert (found.kind, found.figure) == (kind, own)
    told = placed[0] if placed else dict.fromkeys(records(frame, kind, periods=[]).columns)
    fields = ("record", "tie", "rank", "since", "previous_period", "last_of_sign")
    assert [getattr(found, name) for name in fields] == [told[name] for name in fields]
    if placed:
        assert (found.earlier, found.missing) == (told["earlier"], told["missing"])
    previous = told["previous_value"], told["previous_precision"]
    assert (found.previous[:2] if found.previous else (None, None)) == previous


@given(SERIES)
@examples(20, 60)
def test_a_rank_counts_by_hand(values: list[int | None]) -> None:
    years = [(date(1900 + index, 12, 1), value) for index, value in enumerate(values)]
    known = [(year, Money(value, 1, "USD")) for year, value in years if value is not None]
    earlier, own = known[:-1], known[-1]
    found = place("year", figure(own[1].value, month=own[0]), known)
    if len(earlier) < 3:
        assert (found.rank, found.record, found.tie) == (None, None, None)
        return
    sizes = [money.value for _, money in earlier]
    assert found.rank == 1 + sum(size > own[1].value for size in sizes)
    assert found.record == all(size < own[1].value for size in sizes)
    assert found.tie == (max(sizes) == own[1].value)


def test_a_rank_among_later_figures_too() -> None:
    # Of 2001 to 2005 (5, 9, 7, 9, 10) the 7 of 2003 is second of its past, fourth of all.
    years = [(date(2001 + i, 12, 1), Money(v, 1, "USD")) for i, v in enumerate([5, 9, 7, 9, 10])]
    third = figure(7, month=date(2003, 12, 1))
    assert place("year", third, years).rank is None
    found = place("year", third, years, later=True)
    assert (found.rank, found.earlier, found.previous) == (4, 4, Money(10, 1, "USD"))
    assert (found.missing, found.previous_period) == (0, date(2005, 12, 1))


def test_a_year_to_date_is_placed_among_the_same_months() -> None:
    known = [(date(year, month, 1), Money(month, 1, "USD")) for year in range(2000, 2005) for month in (5, 6)]
    assert {"same_month", "year_to_date", "year"} == SAME_MONTH
    assert place("year_to_date", figure(5, month=date(2004, 5, 1)), known).tie
