"""Months, quarters and years as they are written; anything else is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecli.errors import QueryError
from tradecli.periods import label, parse, parse_day, shift


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025-11", date(2025, 11, 1)),
        (" 2025-01 ", date(2025, 1, 1)),
        ("2025-Q1", date(2025, 3, 1)),
        ("2025-q4", date(2025, 12, 1)),
        ("2025Q2", date(2025, 6, 1)),
        ("2025", date(2025, 12, 1)),
    ],
)
def test_a_quarter_or_year_means_its_last_month(text: str, period: date) -> None:
    assert parse(text) == period


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "0001-01",
            "0999",
            "9999-12",
            "2025-13",
            "2025-00",
            "2025-0",
            "2025-1",
            "25-11",
            "2025/11",
            "2025-Q5",
            "2025-Q0",
            "Nov 2025",
        ),
        *(
            "2025-11-01",
            "114",
            "民國114年",
            "2025-11x",
            "-2025-11",
            "2025 11",
            "0000-01",
            "２０２５-1３",
            "99999",
        ),
    ],
)
def test_what_is_no_period_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(text)
    assert "2025-11" in refused.value.hint


@pytest.mark.parametrize("text", ["2025-02-29", "2025-12-9", "2025-13-01", "today", "", "20251209"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="is not a day"):
        parse_day(text)


def test_a_leap_day_is_a_day() -> None:
    assert parse_day("2024-02-29") == date(2024, 2, 29)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 1)), st.integers(-500, 500))
def test_steps_add_up_and_labels_read_back(day: date, months: int) -> None:
    period = day.replace(day=1)
    stepped = shift(period, months)
    assert (stepped.year - period.year) * 12 + stepped.month - period.month == months
    assert shift(stepped, -months) == period
    assert parse(label(period)) == period
