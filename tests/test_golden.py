"""The figures of the news, as the ministry and its readers stated them, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from tests.conftest import Ran

Trade = Callable[..., Ran]
NEWS = ("surplus", "--partner", "US", "--through", "2025-11")


def cells(ran: Ran) -> dict[tuple[str, str], dict[str, str]]:
    """The rows of a surplus by flow and span."""
    assert ran.code == 0, ran.err
    # Figures may be old, and then a note says so.
    assert all(line.startswith("note: ") for line in ran.err.splitlines())
    return {(row["flow"], row["span"]): row for row in ran.rows}


def billions(text: str) -> str:
    """Whole dollars as billions with two decimals, halves up, without the program."""
    cents = (abs(int(text)) * 2 + 10**7) // (2 * 10**7)
    return f"{'-' if int(text) < 0 else ''}{cents // 100}.{cents % 100:02}"


def tenths(text: str) -> str:
    """A percentage with one decimal, halves up, without the program."""
    exact = Fraction(text)
    size = (abs(exact) * 20 + 1) // 2
    return f"{'-' if exact < 0 else '+'}{size // 10}.{size % 10}"


@pytest.mark.parametrize(
    ("flow", "value", "base", "change", "yoy", "year"),
    [
        ("export", "176.02", "101.52", "74.50", "+73.4", "111.36"),
        ("import", "44.99", "43.03", "1.96", "+4.6", "46.66"),
        ("balance", "131.03", "58.49", "72.54", "+124.0", "64.70"),
    ],
)
def test_the_surplus_with_the_united_states(
    trade: Trade, flow: str, value: str, base: str, change: str, yoy: str, year: str
) -> None:
    row = cells(trade(*NEWS))[flow, "year_to_date"]
    money = [billions(row[name]) for name in ("value", "base_value", "change", "previous_year")]
    assert [*money, tenths(row["yoy"])] == [value, base, change, year, yoy]


def test_it_is_a_record_and_exceeds_every_full_year(trade: Trade) -> None:
    row = cells(trade(*NEWS))["balance", "year_to_date"]
    assert (row["record"], row["record_since"], row["previous_record_period"]) == (
        "true",
        "2001-11",
        "2024-11",
    )
    table = trade(*NEWS, "--format", "table").out
    assert "A record for January-November since 2001, above the 58.49 of 2024." in table
    # The year itself came to more, as the figures in hand show.
    passed = "Above every full year when it came (since 2001; the highest was 64.70, in 2024); passed"
    assert passed in table
    assert "The surplus more than doubled from January-November 2024 (+124.0 %)." in table


def test_what_the_news_reported_is_told_beside_it(trade: Trade) -> None:
    table = trade(*NEWS, "--format", "table", "--why").out
    # December was out that day as well: it is the oldest figure available, and not the first.
    published = "The oldest published figure available is of 2026-01-09 (press): a surplus of 131.8"
    assert f"{published} in January-November 2025, revised by -0.8 since." in " ".join(table.split())


def test_on_the_day_of_the_news_it_was_131_8_as_published(trade: Trade) -> None:
    rows = cells(trade(*NEWS, "--as-of", "2026-01-09"))
    row = rows["balance", "year_to_date"]
    assert (row["value"], row["basis"], row["value_display"]) == ("131800000000", "published", "131.8")
    assert (row["vintage"], row["vintage_basis"], row["yoy_note"]) == (
        "2026-01-09",
        "published",
        "base_superseded",
    )
    assert rows["export", "year_to_date"]["yoy_note"] == ""
    missing = rows["import", "year_to_date"]
    assert (missing["value"], missing["value_note"]) == ("", "incomplete(8 of 11)")


def test_the_news_before_the_news(trade: Trade) -> None:
    asked = ("surplus", "--partner", "US", "--through", "2025-08", "--as-of", "2025-09-09")
    row = cells(trade(*asked))["balance", "year_to_date"]
    assert (billions(row["value"]), tenths(row["yoy"])) == ("85.37", "+101.9")
    assert "Above every full year when it came" in trade(*asked, "--format", "table").out


@pytest.mark.parametrize(
    ("as_of", "value", "mom", "display"),
    [((), "64.04", "+5.2", "+5.2 %"), (("--as-of", "2025-12-09"), "64.05", "+3.6", "~+3.6 %")],
)
def test_total_exports_of_november(
    trade: Trade, as_of: tuple[str, ...], value: str, mom: str, display: str
) -> None:
    row = trade("exports", "--through", "2025-11", *as_of).rows[-1]
    assert (billions(row["value"]), tenths(row["mom"]), row["mom_display"]) == (value, mom, display)
    assert (row["period"], row["rank"], row["record"], row["streak"]) == ("2025-11", "1", "true", "25")


def test_a_coarser_press_balance_does_not_displace_the_difference(trade: Trade) -> None:
    asked = ("surplus", "--partner", "US", "--through", "2025-06", "--as-of", "2025-07-08")
    row = cells(trade(*asked))["balance", "year_to_date"]
    assert (billions(row["value"]), row["basis"]) == ("55.23", "difference")


def test_a_published_year_goes_before_the_sum_of_older_months(trade: Trade) -> None:
    asked = ("imports", "--partner", "KR", "--through", "2022-12", "--as-of", "2025-09-09")
    row = trade(*asked).rows[-1]
    assert (billions(row["ytd"]), row["ytd_basis"]) == ("34.26", "published")
    assert (row["rolling_12"], row["rolling_12_basis"]) == (row["ytd"], "published")


def test_the_other_side_reports_a_deficit_and_is_never_mixed_in(trade: Trade) -> None:
    ran = trade("surplus", "--reporter", "US", "--partner", "TW", "--through", "2025-12", "--format", "table")
    assert "The United States' trade deficit with Taiwan" in ran.out
    assert "US Census Bureau" in ran.out
    assert "exports FAS, imports customs value" in ran.out
    assert "Ministry of Finance" not in ran.out + ran.err
    rows = trade("surplus", "--reporter", "US", "--partner", "TW").rows
    assert {row["source"] for row in rows} == {"census"}


def test_a_change_of_sign_is_told_in_money(trade: Trade) -> None:
    asked = ("surplus", "--partner", "CN", "--through", "2026-08")
    rows = cells(trade(*asked))
    row = rows["balance", "year_to_date"]
    assert (row["yoy"], row["yoy_note"], row["yoy_display"]) == ("", "sign_change", "swing")
    assert int(row["value"]) < 0 < int(row["base_value"])
    assert tenths(rows["balance", "month"]["yoy"]) == "-99.6"
    table = trade(*asked, "--format", "table").out
    assert "A deficit of 3.06, after a surplus of 4.73 a year earlier: a swing of 7.79." in table
    assert "The first deficit for January-August since 2001, and the widest since 2001." in table


def test_china_with_hong_kong_is_the_sum_of_both(trade: Trade) -> None:
    held = {
        place: cells(trade("surplus", "--partner", place, "--through", "2026-08"))
        for place in ("CN+HK", "CN", "HK")
    }
    for key, row in held["CN+HK"].items():
        assert int(row["value"]) == int(held["CN"][key]["value"]) + int(held["HK"][key]["value"])
    notes = trade("surplus", "--partner", "CN+HK", "--through", "2026-08", "--format", "table").err
    assert "CN+HK: the sum of its members" in notes


def test_one_flow_missing_is_said_beside_the_other(trade: Trade) -> None:
    asked: Any = ("surplus", "--partner", "MX", "--through", "2025-06")
    rows = cells(trade(*asked))
    assert rows["export", "month"]["value"] != ""
    assert (rows["balance", "month"]["value"], rows["import", "month"]["value_note"]) == ("", "missing")
    table = trade(*asked, "--format", "table").out
    assert "No balance: imports of January-June 2025 are not available; the newest are of May 2023." in table


def test_no_flow_at_all_is_refused_with_the_newest_month(trade: Trade) -> None:
    ran = trade("surplus", "--partner", "MX", "--through", "2027-01")
    assert (ran.code, ran.out) == (3, "")
    assert "imports are known to 2023-05" in ran.err
    assert ran.err.endswith("hint: the newest month it can answer is 2023-05\n")


def test_november_balance_came_from_unrounded_figures(trade: Trade) -> None:
    asked: Any = ("surplus", "--through", "2025-11", "--as-of", "2025-12-09")
    row = cells(trade(*asked))["balance", "month"]
    assert (row["value"], row["basis"]) == ("16090000000", "published")
    assert "differs from exports minus imports" in trade(*asked, "--format", "table").err
