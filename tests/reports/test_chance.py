"""The chance that a change fits by luck, by hand: logarithms for sizes, points for rates."""

from __future__ import annotations

from fractions import Fraction
from math import log

import pytest

from tradecli.claims import Assertion
from tradecli.quantity import Quantity, quantity
from tradecli.reports.chance import Tried, near, single
from tradecli.reports.measure import Measured


@pytest.mark.parametrize(
    ("measure", "claimed", "value", "expected"),
    [
        ("yoy", "30", "50", True),
        ("yoy", "30", "50.1", False),
        ("yoy", "30", "10", True),
        ("yoy", "30", "9.9", False),
        ("mom", "-30", "-50", True),
        ("mom", "-30", "50", False),
        ("share", "30", "50.1", False),
        # Of a level half to double.
        ("level", "30", "15", True),
        ("level", "30", "14.9", False),
        ("level", "30", "60", True),
        ("level", "30", "60.1", False),
        ("level", "-30", "60", True),
        ("level", "30", "-60.1", False),
        ("multiple", "3", "1.5", True),
        # Any place or streak may be met.
        ("rank", "3", "900", True),
        ("streak", "3", "900", True),
    ],
)
def test_what_a_wrong_number_could_have_met(measure: str, claimed: str, value: str, expected: bool) -> None:
    assert near(Assertion(measure, quantity(claimed)), Fraction(value)) == expected


def test_without_a_number_anything_is_near() -> None:
    assert near(Assertion("multiple", word="doubled"), Fraction(900))


@pytest.mark.parametrize(
    ("assertion", "expected"),
    [
        # Half a unit of 0.1 among 20 points on either side.
        (Assertion("yoy", quantity("36.6")), 0.05 / 20),
        (Assertion("mom", quantity("36")), 0.5 / 20),
        (Assertion("share", quantity("36")), 0.5 / 20),
        # 63.5 to 64.5 among all from a half to the double.
        (Assertion("level", quantity("64")), log(64.5 / 63.5) / log(4)),
        (Assertion("multiple", quantity("-1.5")), log(1.55 / 1.45) / log(4)),
        (Assertion("rank", quantity("3")), 1 / 24),
        (Assertion("streak", quantity("3")), 1 / 24),
        (Assertion("record"), 1 / 24),
        (Assertion("multiple", word="nearly doubled"), log(2 / 1.9) / log(4)),
        (Assertion("multiple", word="doubled"), log(2.5 / 2) / log(4)),
        # More than doubled is so many times as one likes: the double of the double is as far as is looked.
        (Assertion("multiple", word="more than doubled"), 0.5),
        (Assertion("level", quantity("0")), 1.0),
        (Assertion("level", Quantity(Fraction(1, 2), Fraction(1, 2), 1)), 1.0),
    ],
)
def test_the_chance_of_one_alternative(assertion: Assertion, expected: float) -> None:
    assert single(assertion) == pytest.approx(expected)


def test_alternatives_are_counted_and_equal_ones_are_one() -> None:
    tried, assertion = Tried(), Assertion("yoy", quantity("36.6"))
    assert (tried.number, tried.chance("period", assertion)) == (0, 0)
    for value in (30, 30, 31, 90, None):
        tried.count("period", assertion, Measured(None if value is None else Fraction(value)))
    tried.count("flow", assertion, Measured(Fraction(32)))
    assert tried.number == 6
    # 30 and 31; 90 is too far to have been met.
    assert tried.chance("period", assertion) == pytest.approx(2 * 0.05 / 20)
    assert tried.chance("flow", assertion) == pytest.approx(0.05 / 20)
