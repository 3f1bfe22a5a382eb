"""A named area: the newer of its published figure and the sum of its members, period by period."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.made_up import Row, at, months, row
from tradecli.vintages import read_stamp


def of(partner: str, value: int, vintage: str = "2025-12-09", **more: Any) -> Row:
    return row("export", "month", "2025-11", value, vintage, partner=partner, **more)


def november(*rows: Row) -> dict[str, Any]:
    return at(rows, "month", "2025-11", "export", "CN+HK")


@pytest.mark.parametrize(
    ("own", "china", "hong_kong", "expected"),
    [
        ("2025-12-09", "2025-12-09", "2025-12-09", (100, "published")),
        ("2025-12-08", "2025-12-09", "2025-12-09", (90, "sum")),
        ("2025-12-08", "2025-12-01", "2025-12-09", (90, "sum_across_vintages")),
        ("2025-12-10", "2025-12-09", "2025-12-09", (100, "published")),
    ],
)
def test_the_newer_wins_and_a_tie_is_the_published_row(
    own: str, china: str, hong_kong: str, expected: tuple[int, str]
) -> None:
    found = november(of("CN+HK", 100, own), of("CN", 60, china), of("HK", 30, hong_kong))
    assert (found["value"], found["basis"]) == expected


def test_a_sum_needs_every_member() -> None:
    assert november(of("CN", 60), row("export", "month", "2025-10", 1, partner="HK"))["value"] is None


def test_members_are_never_added_to_the_area() -> None:
    found = at([of("CN+HK", 100), of("CN", 60), of("HK", 30)], "month", "2025-11", "export", "CN")
    assert found["value"] == 60


def test_a_sum_is_dated_by_its_newest_member_with_the_coarsest_precision() -> None:
    found = november(of("CN", 60, "2025-12-01", precision=1_000), of("HK", 30, precision=10))
    assert read_stamp(found["stamp"])[0] == date(2025, 12, 9)
    assert (found["precision"], found["units"]) == (1_000, 1_010)


def test_periods_are_decided_one_by_one() -> None:
    own = months("export", "2025-01", [10, 10, 10], vintage="2025-07-08", partner="CN+HK")
    members = [
        row("export", "month", "2025-02", value, "2025-09-09", partner=place)
        for place, value in (("CN", 6), ("HK", 5))
    ]
    found = at([*own, *members], "quarter", "2025-03", "export", "CN+HK")
    assert (found["value"], found["basis"]) == (10 + 11 + 10, "sum_across_vintages")


def test_a_published_year_of_the_area_beats_members_whose_months_do_not_make_one() -> None:
    rows = [row("export", "year", "2024-12", 500, partner="CN+HK"), of("CN", 60), of("HK", 30)]
    found = at(rows, "year", "2024-12", "export", "CN+HK")
    assert (found["value"], found["basis"]) == (500, "published")


def test_years_of_the_members_add_up_to_the_area_s_year() -> None:
    rows = [
        row("export", "year", "2024-12", value, partner=place) for place, value in (("CN", 400), ("HK", 90))
    ]
    found = at(rows, "year", "2024-12", "export", "CN+HK")
    assert (found["value"], found["basis"]) == (490, "sum")


@pytest.mark.parametrize("area", ["ASEAN", "EUROPE", "ASIA", "NEW SOUTHBOUND 18"])
def test_other_areas_are_as_published_only(area: str) -> None:
    rows = [of(area, 100, "2025-07-08") | {"period": date(2025, 6, 1)}, of("SG", 60), of("DE", 30)]
    assert at(rows, "month", "2025-06", "export", area)["value"] == 100
    assert at(rows, "month", "2025-11", "export", area)["value"] is None
