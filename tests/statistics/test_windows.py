"""Windows: three candidates, the newest wins, and a missing month is never added over."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from tests.made_up import at, frame, months, pair, row
from tradecli.question import figures
from tradecli.statistics.windows import months as dense
from tradecli.statistics.windows import windows

YEAR = months("export", "2025-01", range(1, 13))


def test_the_calendar_is_dense_and_a_gap_is_a_row() -> None:
    rows = months("export", "2025-01", [5, None, 7])
    monthly = dense(figures(frame(rows), "US"), flows=["export"])
    assert monthly["period"].to_list() == [date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)]
    assert monthly["value"].to_list() == [5, None, 7]


@pytest.mark.parametrize(
    ("kind", "period", "value"),
    [
        ("month", "2025-06", 6),
        ("quarter", "2025-06", 4 + 5 + 6),
        ("year_to_date", "2025-06", 21),
        ("year_to_date", "2025-01", 1),
        ("year", "2025-12", 78),
        ("rolling_12", "2025-12", 78),
    ],
)
def test_sums_of_one_vintage(kind: str, period: str, value: int) -> None:
    found = at(YEAR, kind, period, "export")
    assert (found["value"], found["basis"]) == (value, "published" if value in {1, 6} else "sum")


def test_rolling_twelve_crosses_the_year() -> None:
    rows = months("export", "2024-01", [10] * 12) + YEAR
    assert at(rows, "rolling_12", "2025-03", "export")["value"] == 9 * 10 + 1 + 2 + 3
    assert at(YEAR, "rolling_12", "2025-03", "export")["value"] is None


def test_no_quarter_or_year_ends_in_another_month() -> None:
    assert at(YEAR, "quarter", "2025-05", "export")["value"] is None
    assert at(YEAR, "year", "2025-11", "export")["value"] is None


def test_a_missing_month_makes_the_windows_that_hold_it_null() -> None:
    rows = [line for line in YEAR if line["period"].month != 5]
    held = {kind: at(rows, kind, "2025-06", "export")["value"] for kind in ("quarter", "year_to_date")}
    assert held == {"quarter": None, "year_to_date": None}
    assert at(rows, "quarter", "2025-09", "export")["value"] == 24
    assert at(rows, "year", "2025-12", "export")["value"] is None


def test_a_published_figure_stands_in_for_a_missing_month_whatever_its_age() -> None:
    rows = [line for line in YEAR if line["period"].month != 5]
    rows.append(row("export", "year", "2025-12", 80, "2025-12-31"))
    found = at(rows, "year", "2025-12", "export")
    assert (found["value"], found["basis"]) == (80, "published")


def test_of_one_day_the_sum_goes_before_the_published_figure() -> None:
    rows = [*YEAR, row("export", "year", "2025-12", 80)]
    assert at(rows, "year", "2025-12", "export")["basis"] == "sum"


def test_the_published_figure_goes_before_a_sum_across_vintages_of_its_day() -> None:
    older = [line | {"vintage": date(2025, 7, 8)} for line in YEAR[:6]]
    rows = [*older, *YEAR[6:], row("export", "year", "2025-12", 80)]
    found = at(rows, "year", "2025-12", "export")
    assert (found["value"], found["basis"]) == (80, "published")


def test_a_newer_sum_across_vintages_wins_over_an_older_published_figure() -> None:
    older = [line | {"vintage": date(2025, 7, 8)} for line in YEAR[:6]]
    rows = [*older, *YEAR[6:], row("export", "year", "2025-12", 80, "2026-01-08")]
    found = at(rows, "year", "2025-12", "export")
    assert (found["value"], found["basis"]) == (78, "sum_across_vintages")
    assert found["oldest"] < found["stamp"] // 3


def test_a_sum_carries_the_coarsest_precision_and_adds_up_the_errors() -> None:
    rows = [line | {"precision": 10 if line["period"].month == 2 else 1} for line in YEAR[:3]]
    found = at(rows, "quarter", "2025-03", "export")
    assert (found["precision"], found["units"]) == (10, 1 + 10 + 1)


def test_a_quarter_is_the_year_to_date_through_march() -> None:
    quarter = [row("export", "quarter", "2025-03", 10)]
    assert at(quarter, "year_to_date", "2025-03", "export")["value"] == 10
    assert at(quarter, "year_to_date", "2025-04", "export")["value"] is None


def test_a_year_to_date_through_december_is_the_year_and_the_twelve_months() -> None:
    published = [row("export", "year_to_date", "2025-12", 80)]
    kinds = ("year", "year_to_date", "rolling_12")
    assert [at(published, kind, "2025-12", "export")["value"] for kind in kinds] == [80, 80, 80]


def test_january_to_date_is_january() -> None:
    assert at([row("export", "year_to_date", "2025-01", 4)], "month", "2025-01", "export")["value"] == 4


def test_of_one_day_a_month_goes_before_its_year_to_date() -> None:
    rows = [row("export", "year_to_date", "2025-01", 4), row("export", "month", "2025-01", 5)]
    for order in (rows, rows[::-1]):
        assert at(order, "month", "2025-01", "export")["value"] == 5


def test_two_series_in_one_frame_do_not_run_into_each_other() -> None:
    second = [line | {"partner": "JP", "value": 100} for line in YEAR]
    newest = pl.concat(
        figures(frame(rows), partner).with_columns(partner=pl.lit(partner))
        for rows, partner in ((YEAR, "US"), (second, "JP"))
    )
    monthly = dense(newest, by=["partner"], flows=["export"])
    rolled = windows(monthly, newest, "rolling_12", by=["partner"])
    held = rolled.filter(pl.col("value").is_not_null()).select("partner", "value").rows()
    assert sorted(held) == [("JP", 1200), ("US", 78)]
    quarters = windows(monthly, newest, "quarter", by=["partner"]).filter(pl.col("partner") == "JP")
    assert quarters["value"].drop_nulls().to_list() == [300] * 4


@pytest.mark.parametrize("month", [2, 3, 9])
def test_a_month_by_itself_is_not_added_to_that_of_another_flow(month: int) -> None:
    period = f"2025-{month:02d}"
    rows = [row(flow, "month", period, value) for flow, value in (("export", 5), ("import", 7))]
    for kind in ("quarter", "year_to_date", "rolling_12"):
        assert {at(rows, kind, period, flow)["value"] for flow in ("export", "import", "balance")} == {None}


def test_nothing_known_gives_no_rows() -> None:
    assert pair(YEAR).windows("month").height == 36
    assert dense(figures(frame([]), "US"), flows=["export"]).is_empty()


def test_a_year_by_itself_ends_in_december_only() -> None:
    newest = figures(frame(YEAR), "US")
    held = windows(dense(newest, flows=["export"]), newest, "year").filter(pl.col("value").is_not_null())
    assert held.select("period", "value").rows() == [(date(2025, 12, 1), 78)]


def test_quarters_of_years_far_apart_are_not_added_up() -> None:
    # 2020 to 2029, every month one: each quarter is three.
    rows = months("export", "2020-01", [1] * 120, vintage="2030-01-09")
    ends = [f"{year}-{month:02}" for year in range(2020, 2030) for month in (3, 6, 9, 12)]
    assert [at(rows, "quarter", end, "export")["value"] for end in ends] == [3] * 40


def test_quarters_of_two_series_are_each_their_own() -> None:
    rows = {"JP": [100] * 12, "US": [*range(1, 13)]}
    newest = pl.concat(
        figures(frame(months("export", "2025-01", values, partner=partner)), partner).with_columns(
            partner=pl.lit(partner)
        )
        for partner, values in rows.items()
    )
    quarters = windows(dense(newest, by=["partner"], flows=["export"]), newest, "quarter", by=["partner"])
    held = quarters.filter(pl.col("value").is_not_null()).select("partner", "value").rows()
    assert held == [*[("JP", 300)] * 4, *(("US", value) for value in (6, 15, 24, 33))]


def test_two_months_published_as_one_figure() -> None:
    rows = [row("export", "month", "2025-02", 6), row("export", "year_to_date", "2025-02", 10)]
    found = at(rows, "year_to_date", "2025-02", "export")
    assert (found["value"], found["basis"]) == (10, "published")


@pytest.mark.parametrize(("later", "basis"), [("2026-01-09", "sum"), ("2026-02-09", "sum_across_vintages")])
def test_a_month_of_an_area_is_the_sum_of_its_members(later: str, basis: str) -> None:
    rows = [
        row("export", "month", "2025-11", 3, partner="CN"),
        row("export", "month", "2025-11", 4, later, partner="HK"),
    ]
    found = at(rows, "month", "2025-11", "export", "CN+HK")
    assert (found["value"], found["basis"]) == (7, basis)


def test_of_one_day_the_months_of_an_area_go_before_its_year() -> None:
    members = [line | {"partner": partner} for partner in ("CN", "HK") for line in YEAR]
    years = [row("export", "year", "2025-12", 80, partner=partner) for partner in ("CN", "HK")]
    # Each member is 78 by its months and 80 by its year.
    assert at([*members, *years], "year", "2025-12", "export", "CN+HK")["value"] == 2 * 78


def test_own_records_are_summed_once_a_window() -> None:
    own = {"source": "own", "origin": "own-x"}
    rows = [line | own for line in [*YEAR, row("export", "year", "2025-12", 79)]]
    assert at(rows, "year", "2025-12", "export")["value"] == 79


def test_a_window_names_the_origin_of_the_published_figure_alone() -> None:
    published = row("export", "year", "2025-12", 80, "2026-02-09", origin="year.csv")
    assert at([*YEAR, published], "year", "2025-12", "export")["origin"] == "year.csv"
    assert at(YEAR, "year", "2025-12", "export")["origin"] is None
    assert at(YEAR, "month", "2025-12", "export")["origin"] == "made-up"
