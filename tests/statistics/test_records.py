"""Records: what is compared with what, ties, ranks, gaps, deficits, short history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl
import pytest

from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.statistics.records import LEAST, Among, among, place, records


def yearly(values: Sequence[int | None], flow: str = "export") -> dict[str, Any]:
    """How the last of these Decembers stands among full years."""
    return placed([date(2000 + i, 12, 1) for i in range(len(values))], values, "year", flow)


def monthly(values: Sequence[int | None], kind: str = "month", flow: str = "export") -> dict[str, Any]:
    """How the last of these months, from January 2001 on, stands."""
    periods = [date(2001 + i // 12, i % 12 + 1, 1) for i in range(len(values))]
    return placed(periods, values, kind, flow)


def placed(periods: list[date], values: Sequence[int | None], kind: str, flow: str) -> dict[str, Any]:
    frame = pl.DataFrame(
        {"flow": flow, "period": periods, "value": values}, schema_overrides={"value": pl.Int64}
    )
    return records(frame, kind, periods=[periods[-1]]).row(0, named=True)


def test_a_record_names_the_one_it_beat_and_since_when() -> None:
    found = yearly([5, 9, 7, 8, 10])
    assert (found["record"], found["rank"], found["since"]) == (True, 1, date(2000, 12, 1))
    assert (found["previous_value"], found["previous_period"]) == (9, date(2001, 12, 1))


def test_a_tie_is_not_a_record() -> None:
    found = yearly([5, 9, 7, 9])
    assert (found["record"], found["tie"], found["rank"]) == (False, True, 1)
    assert found["previous_period"] == date(2001, 12, 1)


def test_of_equal_highs_the_first_is_named() -> None:
    assert yearly([9, 9, 7, 8])["previous_period"] == date(2000, 12, 1)


def test_rank_counts_the_strictly_greater() -> None:
    assert yearly([9, 8, 8, 7, 8])["rank"] == 2
    assert yearly([9, 8, 8, 7, 6])["rank"] == 5


def test_unrounded_figures_decide() -> None:
    assert yearly([10**10, 1, 1, 10**10 + 1])["record"] is True


def test_later_figures_do_not_count() -> None:
    frame = pl.DataFrame(
        {
            "flow": "export",
            "period": [date(y, 12, 1) for y in range(2000, 2006)],
            "value": [1, 2, 3, 4, 99, 5],
        }
    )
    found = records(frame, "year", periods=[date(2003, 12, 1)]).row(0, named=True)
    assert (found["record"], found["earlier"]) == (True, 3)


@pytest.mark.parametrize(("kind", "least"), LEAST.items())
def test_short_history_tells_nothing(kind: str, least: int) -> None:
    step = {"quarter": 3, "month": 1, "rolling_12": 1}.get(kind, 12)
    first = {"quarter": 3, "year": 12}.get(kind, 1)
    run = range(first - 1, first - 1 + step * (least + 1), step)
    periods = [date(2001 + month // 12, month % 12 + 1, 1) for month in run]
    enough, short = (placed(chosen, range(len(chosen)), kind, "export") for chosen in (periods, periods[1:]))
    assert (enough["record"], enough["earlier"]) == (True, least)
    assert (short["record"], short["rank"], short["since"], short["earlier"]) == (None, None, None, least - 1)


def test_the_least_history_is_what_the_method_says() -> None:
    same = {"same_month": 3, "year_to_date": 3, "year": 3}
    assert {"month": 24, "rolling_12": 24, "quarter": 8} | same == LEAST


def test_any_month_and_same_month_are_different_records() -> None:
    values = [*range(100, 136), 120]  # three years of months, then a January
    assert monthly(values)["record"] is False
    same = monthly(values, "same_month")
    assert (same["record"], same["previous_value"], same["earlier"]) == (False, 124, 3)
    assert monthly([*values[:-1], 125], "same_month")["record"] is True
    assert monthly([*values[:-1], 125])["record"] is False


def test_year_to_date_is_compared_with_the_same_months() -> None:
    found = monthly([*range(100, 136), 125], "year_to_date")
    assert (found["record"], found["previous_period"]) == (True, date(2003, 1, 1))


def test_gaps_are_counted_and_not_filled() -> None:
    found = yearly([5, None, 7, None, 4, 8])
    assert (found["record"], found["earlier"], found["missing"]) == (True, 3, 2)
    quarters = [date(2000 + i // 4, 3 * (i % 4) + 3, 1) for i in range(10)]
    assert placed(quarters, [1, None, *range(2, 10)], "quarter", "export")["missing"] == 1


def test_a_missing_figure_has_no_place() -> None:
    frame = pl.DataFrame({"flow": "export", "period": [date(2024, 12, 1)], "value": [None]})
    assert records(frame.cast({"value": pl.Int64}), "year", periods=[date(2024, 12, 1)]).is_empty()


def test_the_record_of_a_deficit_is_the_widest() -> None:
    found = yearly([-5, -9, -7, -10], "balance")
    assert (found["record"], found["rank"], found["previous_value"]) == (True, 1, -9)
    assert yearly([-5, -9, -7, -8], "balance")["rank"] == 2


def test_a_first_deficit_after_surpluses_knows_the_last_one() -> None:
    found = yearly([-5, 9, 7, 8, -1], "balance")
    assert (found["record"], found["rank"], found["last_of_sign"]) == (False, 2, date(2000, 12, 1))
    assert yearly([5, 9, 7, 8, -1], "balance")["last_of_sign"] is None


def test_a_surplus_among_deficits_is_the_highest() -> None:
    found = yearly([-5, -9, -7, 1], "balance")
    assert (found["record"], found["previous_value"], found["last_of_sign"]) == (True, -5, None)


def test_growth_may_set_records_although_it_is_no_money() -> None:
    frame = pl.DataFrame(
        {
            "flow": "export",
            "period": [date(2001 + i // 12, i % 12 + 1, 1) for i in range(25)],
            "value": [0.5] * 25,
        }
    )
    found = records(frame, "month", periods=[date(2003, 1, 1)]).row(0, named=True)
    assert (found["tie"], found["previous_value"], found["previous_precision"]) == (True, 0.5, None)


def test_series_are_placed_apart() -> None:
    low, high = ([1, 2, 3, 4], [10, 20, 30, 5])
    frame = pl.DataFrame(
        {
            "partner": ["US"] * 4 + ["JP"] * 4,
            "flow": "export",
            "period": [date(year, 12, 1) for year in range(2000, 2004)] * 2,
            "value": low + high,
        }
    )
    found = records(frame, "year", periods=[date(2003, 12, 1)], by=["partner"])
    assert dict(found.select("partner", "record").iter_rows()) == {"US": True, "JP": False}


def test_gaps_of_months_are_counted() -> None:
    # Thirty months, of which the fifth and the tenth are missing.
    assert monthly([None if month in {5, 10} else month for month in range(1, 31)])["missing"] == 2


@pytest.mark.parametrize("sign", [1, -1])
def test_the_last_dollar_decides_however_large_the_figures(sign: int) -> None:
    # Two whole numbers that no float can tell apart.
    large = 2**53
    found = yearly([sign * large, 1, 2, sign * (large + 1)], "balance")
    assert (found["record"], found["tie"], found["rank"]) == (True, False, 1)
    known = [(date(2000 + year, 12, 1), value) for year, value in enumerate([sign * large, 1, 2])]
    placed = among("year", date(2003, 12, 1), sign * (large + 1), known, side=sign)
    assert (placed.record, placed.tie, placed.previous) == (True, False, sign * large)
    assert (
        among("year", date(2003, 12, 1), 0, [*known[1:], (date(1999, 12, 1), large + 1)]).previous
        == large + 1
    )


def test_what_stands_among_others_by_default() -> None:
    known = [(date(2000 + year, 12, 1), value) for year, value in enumerate([5, 9, 7, 3, 10])]
    # Nine is the highest up to 2003; what came later counts only when asked for.
    found = among("year", date(2003, 12, 1), 3, known)
    assert (found.earlier, found.missing, found.rank, found.previous) == (3, 0, 4, 9)
    assert among("year", date(2003, 12, 1), 3, known, later=True).previous == 10
    lowest = among("year", date(2003, 12, 1), 3, known, side=-1)
    assert (lowest.record, lowest.previous, lowest.previous_period) == (True, 5, date(2000, 12, 1))


def test_with_a_short_history_nothing_is_told() -> None:
    found = among("year", date(2003, 12, 1), 3, [(date(2000, 12, 1), 1), (date(2002, 12, 1), 2)])
    # Of the three years before one is missing.
    assert found == Among(2, 1)
    assert (found.record, found.rank, found.previous, found.compared) == (None, None, 0, frozenset())


def test_a_place_is_among_earlier_figures_unless_asked_otherwise() -> None:
    years = [(date(2001 + i, 12, 1), Money(v, 1, "USD")) for i, v in enumerate([5, 9, 7, 8, 10])]
    fourth = Figure("export", Window("year", date(2004, 12, 1)), years[3][1])
    assert (place("year", fourth, years).rank, place("year", fourth, years, later=True).rank) == (2, 3)
