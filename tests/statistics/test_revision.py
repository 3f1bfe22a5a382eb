"""Revisions: what counts as a first figure, the usual revision, and what is unusual."""

from __future__ import annotations

import statistics
from datetime import date, timedelta
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.figures import BALANCES
from tradecli.statistics.revision import LEAST, Reversals, reversals, times_usual, usual, versions

Known = dict[str, list[tuple[str, int]]]  # month: (day, value) in order


def real_time(known: Known, precision: int = 10) -> pl.DataFrame:
    """Every window on every day on which anything was published."""
    days = sorted({date.fromisoformat(day) for figures in known.values() for day, _ in figures})
    rows = []
    for day in days:
        for month, figures in known.items():
            held = [(date.fromisoformat(out), value) for out, value in figures]
            last = max((entry for entry in held if entry[0] <= day), default=(None, None))
            stamp = last[0] and last[0].toordinal()
            rows.append((day, "export", date.fromisoformat(f"{month}-01"), last[1], precision, stamp))
    names = ["as_of", "flow", "period", "value", "precision", "stamp"]
    return pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)


def test_every_figure_is_told_with_its_steps() -> None:
    found = versions(
        real_time({"2025-10": [("2025-11-07", 6180), ("2026-09-09", 6089), ("2026-10-08", 6089)]})
    )
    told = found.select("number", "last", "on_time", "value", "revision", "since_first").rows()
    assert told == [
        (1, False, True, 6180, None, 0),
        (2, False, True, 6089, -91, -91),
        (3, True, True, 6089, 0, -91),
    ]
    assert found["since_first_pct"][-1] == pytest.approx(float(Fraction(-9100, 6180)))
    assert found["beyond_rounding"].to_list() == [False, True, True]


@pytest.mark.parametrize(
    ("known", "month", "on_time"),
    [
        # The newest month of its day, soon after its end.
        ({"2025-10": [("2025-11-07", 1)]}, "2025-10", True),
        # A later month was out on the same day: an older release must have had it first.
        ({"2026-07": [("2026-09-09", 1)], "2026-08": [("2026-09-09", 1)]}, "2026-07", False),
        ({"2026-07": [("2026-09-09", 1)], "2026-08": [("2026-09-09", 1)]}, "2026-08", True),
        # The newest held, but of a month long past.
        ({"2024-04": [("2026-02-19", 1)]}, "2024-04", False),
        ({"2025-12": [("2026-02-19", 1)]}, "2025-12", True),
    ],
)
def test_what_counts_as_a_first_figure(known: Known, month: str, on_time: bool) -> None:
    found = versions(real_time(known)).filter(pl.col("period") == date.fromisoformat(f"{month}-01"))
    assert found["on_time"].to_list() == [on_time]


def test_half_a_unit_is_rounding() -> None:
    found = versions(real_time({"2025-10": [("2025-11-07", 100), ("2026-09-09", 105), ("2026-10-08", 106)]}))
    assert found["beyond_rounding"].to_list() == [False, False, True]


def test_a_first_value_of_zero_has_no_percentage() -> None:
    found = versions(real_time({"2025-10": [("2025-11-07", 0), ("2026-09-09", 106)]}))
    assert found["since_first_pct"].to_list() == [None, None]


@given(BALANCES, BALANCES)
def test_a_revision_in_percent_is_of_the_size_of_the_first_figure(first: int, last: int) -> None:
    found = versions(real_time({"2025-10": [("2025-11-07", first), ("2026-09-09", last)]}))
    percent = found["since_first_pct"][-1]
    if first == 0:
        assert percent is None
    else:
        assert percent == pytest.approx(float(Fraction(100 * (last - first), abs(first))), rel=1e-14)


def month(number: int) -> str:
    return f"{2020 + number // 12}-{number % 12 + 1:02}"


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=20))
def test_the_usual_revision_is_the_median_of_the_sizes(changes: list[int]) -> None:
    known: Known = {}
    for number, change in enumerate(changes):
        first = date.fromisoformat(f"{month(number)}-01") + timedelta(days=40)
        known[month(number)] = [(first.isoformat(), 1000), ("2026-10-08", 1000 + change)]
    found = versions(real_time(known))
    row = usual(found).row(0, named=True)
    sizes = [Fraction(abs(change), 10) for change in changes]
    assert row["n"] == len(changes)
    assert row["median"] == pytest.approx(float(statistics.median(sizes)))
    assert row["mean"] == pytest.approx(float(statistics.mean(sizes)))
    assert (row["down"], row["up"]) == (sum(one < -5 for one in changes), sum(one > 5 for one in changes))
    assert row["low"] <= row["high"]
    measured = times_usual(found).filter(pl.col("last"))
    for size, told in zip(sizes, measured.to_dicts(), strict=True):
        if len(changes) < LEAST or not statistics.median(sizes):
            assert (told["times_usual"], told["unusual"]) == (None, False)
        else:
            exact = size / statistics.median(sizes)
            assert told["times_usual"] == pytest.approx(float(exact))
            assert told["unusual"] == (told["times_usual"] > 5)
        others = sum(sizes) - size
        if len(changes) > 1 and others > Fraction(1, 10**6):
            assert told["times_others"] == pytest.approx(float(size * (len(changes) - 1) / others))


def test_a_rate_that_turned_is_counted() -> None:
    known: Known = {
        "2025-10": [("2025-11-07", 100), ("2026-09-09", 100)],
        "2025-11": [("2025-12-09", 101), ("2026-09-09", 99)],
    }
    november = pl.col("period") == date(2025, 11, 1)
    change = (pl.col("value") - 100).cast(pl.Float64)
    real = real_time(known).with_columns(pl.when(november).then(change).alias("mom"))
    assert reversals(real, versions(real), "mom") == Reversals(1, (date(2025, 11, 1),))
    assert reversals(real.clear(), versions(real).clear(), "mom") == Reversals(0, ())
