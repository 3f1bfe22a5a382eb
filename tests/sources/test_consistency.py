"""What the figures of one file must keep among themselves."""

from __future__ import annotations

from datetime import date

import pytest

from tradecli.errors import InvalidData
from tradecli.periods import shift
from tradecli.sources import consistency
from tradecli.sources.reading import Figure

JANUARY = date(2025, 1, 1)


def months(*values: int, partner: str = "US", first: date = JANUARY) -> list[Figure]:
    return [
        Figure(partner, "export", "month", shift(first, step), value, 1_000)
        for step, value in enumerate(values)
    ]


def total(span: str, through: date, value: int) -> Figure:
    return Figure("US", "export", span, through, value, 1_000)


@pytest.mark.parametrize(("off", "refused"), [(0, False), (6_500, False), (-6_500, False), (6_501, True)])
def test_a_year_is_its_months_but_for_rounding(off: int, refused: bool) -> None:
    """Twelve months and the year, each rounded to 1,000, may differ by thirteen halves of it."""
    held = [*months(*[5_000_000] * 12), total("year", date(2025, 12, 1), 60_000_000 + off)]
    if refused:
        with pytest.raises(
            InvalidData, match="the year through 2025-12 is 60,006,501, its months add to 60,0"
        ):
            consistency.check(held, where="x")
    else:
        consistency.check(held, where="x")
        assert len(held) == 13


def test_a_year_to_date_is_its_months() -> None:
    held = [*months(1_000, 2_000, 3_000), total("year_to_date", date(2025, 3, 1), 9_000)]
    with pytest.raises(
        InvalidData, match="the year to date through 2025-03 is 9,000, its months add to 6,000"
    ):
        consistency.check(held, where="x")


def test_a_year_without_all_of_its_months_cannot_be_checked() -> None:
    consistency.check([*months(1_000, 2_000), total("year", date(2025, 12, 1), 9)], where="x")
    assert consistency.rounding(2, 1_000) == 1_500


BILLION = 1_000_000_000


@pytest.mark.parametrize(
    ("usual", "value", "message"),
    [
        (50 * BILLION, 50_000_000, "nearly a thousand-fold"),
        (50 * BILLION, 4 * BILLION, "leap in 2025-06 to 4,000,000,000 from 50,000,000,000"),
        (50 * BILLION, 0, "leap in 2025-06 to 0"),
        (5 * BILLION, 157 * BILLION, "leap"),
        (20_000_000, 20 * BILLION, "nearly a thousand-fold"),
        (50 * BILLION, 2_000 * BILLION, "no economy trades so much in a month"),
        (50 * BILLION, 20 * BILLION, ""),
        (1 * BILLION, 20_864_945, ""),  # as US imports from Venezuela fell in 2019
        (3_539_453_879, 692_379_943, ""),  # as US imports from Nigeria fell in 2009
        (50_000_000, 1, ""),
    ],
)
def test_a_month_may_not_leap(usual: int, value: int, message: str) -> None:
    held = months(usual, usual, usual, usual, usual, value)
    if message:
        with pytest.raises(InvalidData, match=message):
            consistency.check(held, where="x")
    else:
        consistency.check(held, where="x")
        assert consistency.gaps(held, where="x") == []


def test_gaps_are_told_in_one_notice() -> None:
    held = (
        months(1, 2)
        + months(4, first=date(2025, 4, 1))
        + months(1)
        + months(5, first=date(2025, 9, 1), partner="JP")
    )
    held += months(7, partner="JP")
    assert consistency.gaps(held, where="x") == [
        "x: months are missing inside 2 series; the first is 2025-03, exports, US"
    ]
