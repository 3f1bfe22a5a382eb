"""Properties 16 and 17 of rounding, and 22 of what is shown: no nan, inf or negative zero."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tradecli.catalogue.style import UNITS, Style, percent
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.rounding import half_up
from tradecli.statistics.growth import growth_of

#: Ratios of whole numbers, either term of either sign.
NUMBERS = st.fractions(-(10**6), 10**6, max_denominator=10**4)
DIGITS = st.integers(0, 4)
MONEY = st.integers(-(10**14), 10**14)
SHOWN = re.compile(r"[+-]?\d{1,3}(,\d{3})*(\.\d+)?")


def rounded_to(number: Fraction, digits: int) -> Fraction:
    """A fraction rounded by the program, both ways to write it alike."""
    shown = half_up(number.numerator, number.denominator, digits)
    assert shown == half_up(-number.numerator, -number.denominator, digits)
    return Fraction(shown)


@given(NUMBERS, DIGITS)
def test_16_rounding_moves_by_half_a_unit_at_most_and_only_once(number: Fraction, digits: int) -> None:
    rounded = rounded_to(number, digits)
    assert abs(rounded - number) <= Fraction(1, 2 * 10**digits)
    assert rounded_to(rounded, digits) == rounded


@given(st.integers(-(10**9), 10**9), DIGITS)
def test_16_a_half_goes_away_from_zero(whole: int, digits: int) -> None:
    half = Fraction(2 * whole + 1, 2 * 10**digits)
    assert abs(rounded_to(half, digits)) > abs(half)


@given(NUMBERS, DIGITS)
def test_17_rounding_is_odd(number: Fraction, digits: int) -> None:
    assert rounded_to(-number, digits) == -rounded_to(number, digits)
    shown = half_up(-number.numerator, number.denominator, digits)
    assert str(shown).startswith("-") == (shown < 0)


@given(MONEY, st.sampled_from([1, 1_000, 10**6, 10**7, 10**8]), st.sampled_from(list(UNITS)), st.booleans())
def test_22_money_is_a_number_within_half_a_shown_unit(
    value: int, precision: int, unit: str, signed: bool
) -> None:
    style = Style(unit=unit)
    amount = Money(value, precision, "USD")
    shown = style.change(Change(amount)) if signed else style.money(amount)
    assert SHOWN.fullmatch(shown)
    number = Fraction(shown.replace(",", ""))
    assert shown.startswith("-") == (number < 0)
    scale = 10 ** UNITS[unit][0]
    assert abs(number * scale - value) <= Fraction(scale, 2 * 10 ** style.decimals(precision))


@given(MONEY, st.integers(0, 10**9), MONEY, st.integers(0, 10**9))
def test_22_a_rate_prints_as_a_number_or_not_at_all(value: int, units: int, base: int, more: int) -> None:
    window = Window("month", date(2025, 11, 1))
    now, before = (
        Figure("balance", window, Money(amount, 1, "USD"), uncertainty)
        for amount, uncertainty in ((value, units), (base, more))
    )
    shown = percent(growth_of(now, before))
    assert shown == "" or re.fullmatch(r"~?([+-]?\d+(\.\d) %|x-?[\d,]+\.\d)", shown)
    assert not re.search(r"-0\.0\b", shown)
    # Across a change of sign, or from or to nothing, a balance has no rate.
    assert bool(shown) == (value * base > 0)
