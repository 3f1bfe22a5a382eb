"""Months, quarters and years as they are written; anything else is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecli.errors import QueryError
from tradecli.periods import label, parse, parse_day, shift

#: How November 2025, and the quarter, half and year it ends or lies in, are written.
AS_WRITTEN = {
    date(2025, 11, 1): (
        *(
            "2025-11",
            " 2025-11 ",
            "2025/11",
            "202511",
            "11/2025",
            "11-2025",
            "2025.11",
            "2025M11",
            "2025-M11",
        ),
        *("nov-2025", "Nov 2025", "Nov. 2025", "November, 2025", "2025 Nov", "2025Nov", "Nov-25", "Nov '25"),
        *("2025-11-30", "2025/11/30", "20251130", "30 Nov 2025", "November 30, 2025", "2025-11-30T08:00:00"),
        *("2025年11月", "2025年十一月", "2025年11月30日", "２０２５年１１月", "民國114年11月", "114年11月份"),
        *("114-11", "114/11", "11411"),
    ),
    date(2025, 1, 1): ("2025-1", "2025/1", "2025M1", "1/2025", "2025年1月", "114-1"),
    date(2025, 9, 1): ("Sept 2025", "september 2025"),
    date(2025, 12, 1): (
        *(
            "2025-Q4",
            "2025q4",
            "2025 Q4",
            "Q4 2025",
            "Q4/2025",
            "4Q2025",
            "4Q25",
            "2025年第4季",
            "2025年第四季",
        ),
        *("114年第4季", "2025-H2", "H2 2025", "2025年下半年", "2025", "2025年", "民國114年", "114年"),
    ),
    date(2025, 6, 1): ("2025-Q2", "2025H1", "1H25", "1H 2025", "2025年上半年", "2025年6月"),
    date(1990, 8, 1): ("1990-08", "民國79年8月"),
}


@pytest.mark.parametrize(
    ("text", "period"), [(text, period) for period, texts in AS_WRITTEN.items() for text in texts]
)
def test_a_period_as_people_and_agencies_write_it_means_its_last_month(text: str, period: date) -> None:
    assert parse(text) == period


@pytest.mark.parametrize(
    "text",
    [
        *("", "0001-01", "0999", "9999-12", "2025-13", "2025-00", "2025-0", "2025-Q5", "2025-Q0", "2025-H3"),
        *(
            "25-11",
            "Nov 25",
            "11/10/2025",
            "2025.1",
            "20251",
            "2025-11-31",
            "20251131",
            "114",
            "11413",
            "99-11",
        ),
        *("2025-11x", "-2025-11", "2025 11", "0000-01", "２０２５-1３", "99999", "Novem 2025", "2025年13月"),
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
