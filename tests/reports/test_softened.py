"""For which numbers a claimed one is true: units and ends, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tradecli.claims import Assertion
from tradecli.quantity import quantity
from tradecli.reports.softened import range_of, unit_of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("131.8", "0.1"),
        ("800", "100"),
        ("850", "10"),
        ("64.70", "0.01"),
        ("0.05", "0.01"),
        ("-2300", "100"),
        ("7", "1"),
        # Of nothing the last digit written.
        ("0", "1"),
        ("0.0", "0.1"),
        ("2e3", "1000"),
    ],
)
def test_the_last_digit_that_tells_something(text: str, unit: str) -> None:
    assert unit_of(quantity(text)) == Fraction(unit)


def test_digits_stay_what_they_are_in_another_unit() -> None:
    # 800 million, and eight tenths of a thousandth.
    assert unit_of(quantity("800").scaled(Fraction(10**6))) == 10**8
    assert unit_of(quantity("800").scaled(Fraction(1, 10**6))) == Fraction(1, 10_000)
    # 9 and one more is 10, of which both digits do not tell more than before.
    assert unit_of(quantity("9").shifted(1)) == 10
    assert unit_of(quantity("10").shifted(-1)) == 1


@pytest.mark.parametrize(
    ("about", "text", "low", "high"),
    [
        ("", "56.0", "55.95", "56.05"),
        ("", "-3.6", "-3.65", "-3.55"),
        # Half of the last digit but one; of one digit alone half of that.
        ("about", "131.8", "131.3", "132.3"),
        ("about", "56", "51", "61"),
        ("about", "800", "750", "850"),
        ("about", "7", "6.5", "7.5"),
        ("about", "-36", "-41", "-31"),
        ("about", "0.0", "-0.05", "0.05"),
        # As far below, none above.
        ("nearly", "64.5", "64", "64.5"),
        ("nearly", "600", "550", "600"),
        ("nearly", "-36", "-36", "-31"),
        # Up to the next number rounded to the last digit but one.
        ("more", "64.5", "64.5", "65"),
        ("more", "65.0", "65.0", "66"),
        ("more", "150", "150", "200"),
        ("more", "60", "60", "70"),
        ("more", "-64.5", "-65", "-64.5"),
        ("more", "0", "0", "1"),
    ],
)
def test_the_numbers_for_which_one_is_true(about: str, text: str, low: str, high: str) -> None:
    assert range_of(Assertion("yoy", quantity(text), about=about)) == (Fraction(low), Fraction(high))


def test_without_a_number_there_is_no_range() -> None:
    assert range_of(Assertion("record")) is None
