"""Judging one number by itself: every edge, worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tradecli.claims import Assertion, from_line
from tradecli.model.figure import Figure, Rank, Window
from tradecli.model.money import Money
from tradecli.quantity import quantity
from tradecli.reports.judge import contradiction, judge
from tradecli.reports.measure import Measured

MONTH = Window("month", date(2025, 11, 1))


def number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def measured(value: str | None, low: str | None, high: str | None, note: str = "") -> Measured:
    return Measured(number(value), number(low), number(high), note)


@pytest.mark.parametrize(
    ("value", "low", "high", "claimed", "expected"),
    [
        # 64.05 speaks of 64.045 to 64.055, both ends included.
        ("64.045", "64.045", "64.045", "64.05", ("true", "")),
        ("64.055", "64.055", "64.055", "64.05", ("true", "")),
        ("64.0449", "64.0449", "64.0449", "64.05", ("false", "")),
        ("64.0551", "64.0551", "64.0551", "64.05", ("false", "")),
        # What rounding leaves open may just touch it, from either side.
        ("64.03", "64.02", "64.045", "64.05", ("unknown", "too_coarse")),
        ("64.03", "64.03", "64.045", "64.05", ("true", "rounding")),
        ("64.03", "64.03", "64.0449", "64.05", ("false", "")),
        ("64.07", "64.055", "64.07", "64.05", ("true", "rounding")),
        ("64.07", "64.0551", "64.07", "64.05", ("false", "")),
        # It is told up to two units of the last digit, 0.02; beyond it is too coarse to tell.
        ("64.064", "64.045", "64.065", "64.05", ("true", "rounding")),
        ("64.064", "64.044", "64.065", "64.05", ("unknown", "too_coarse")),
        ("64.064", "64.045", None, "64.05", ("unknown", "too_coarse")),
        # Nothing is told of what is missing.
        (None, None, None, "64.05", ("unknown", "gone")),
        (None, "64.05", "64.05", "64.05", ("unknown", "gone")),
        ("64.05", None, "64.05", "64.05", ("unknown", "gone")),
    ],
)
def test_a_level(
    value: str | None, low: str | None, high: str | None, claimed: str, expected: tuple[str, str]
) -> None:
    note = "gone" if value is None or low is None else ""
    assert judge(Assertion("level", quantity(claimed)), measured(value, low, high, note)) == expected


def test_an_assertion_without_a_number_cannot_be_told() -> None:
    assert judge(Assertion("level"), measured("1", "1", "1")) == ("unknown", "missing")


@pytest.mark.parametrize(
    ("value", "claimed", "side", "expected"),
    [
        ("-5", "5", -1, "true"),
        ("5", "5", -1, "false"),
        ("5", "5", 1, "true"),
        ("-5", "5", 1, "false"),
        ("-5", "-5", 0, "true"),
        # Of a deficit of 5 from 4.5 to 5.5.
        ("-4.5", "5", -1, "true"),
        ("-4.4", "5", -1, "false"),
        ("-5.6", "5", -1, "false"),
    ],
)
def test_a_level_carries_the_sign_of_its_side(value: str, claimed: str, side: int, expected: str) -> None:
    assert judge(Assertion("level", quantity(claimed)), measured(value, value, value), side)[0] == expected


def balance(value: int) -> tuple[Figure, ...]:
    base = Figure("balance", MONTH, Money(100, 1, "USD"))
    return Figure("balance", MONTH, Money(value, 1, "USD")), base


@pytest.mark.parametrize(
    ("figures", "side", "expected"),
    [
        (balance(5), 1, ("true", "")),
        (balance(-5), -1, ("true", "")),
        (balance(5), -1, ("false", "sign")),
        (balance(-5), 1, ("false", "sign")),
        (balance(-5), 0, ("true", "")),
        # What is not known may be on either side.
        ((Figure("balance", MONTH),), 1, ("true", "")),
        ((), 1, ("true", "")),
    ],
)
def test_growth_of_the_other_side_is_false(
    figures: tuple[Figure, ...], side: int, expected: tuple[str, str]
) -> None:
    found = measured("50", "50", "50")._replace(figures=figures)
    assert judge(Assertion("yoy", quantity("50.0")), found, side) == expected
    # Without a side there is none to be on.
    assert judge(Assertion("yoy", quantity("50.0")), found) == ("true", "")


@pytest.mark.parametrize(
    ("value", "word", "expected"),
    [
        ("2.2", "doubled", ("true", "")),
        ("2.6", "doubled", ("false", "")),
        (None, "doubled", ("unknown", "gone")),
    ],
)
def test_a_word(value: str | None, word: str, expected: tuple[str, str]) -> None:
    found = measured(value, value, value, "" if value else "gone")
    assert judge(Assertion("multiple", word=word), found) == expected


def ranked(value: int | None, missing: int = 0, *, tie: bool = False, held: bool = True) -> Measured:
    figure = Figure("export", MONTH)
    rank = Rank("month", figure, 30, missing=missing, tie=tie) if held else None
    exact = None if value is None else Fraction(value)
    return Measured(exact, exact, exact, note="gone", rank=rank)


@pytest.mark.parametrize(
    ("found", "claimed", "expected"),
    [
        (ranked(3), 3, ("true", "")),
        (ranked(3), 2, ("false", "")),
        (ranked(3), 4, ("false", "")),
        # Two figures before it are not known: it is third to fifth.
        (ranked(3, 2), 2, ("false", "")),
        (ranked(3, 2), 3, ("unknown", "gaps")),
        (ranked(3, 2), 5, ("unknown", "gaps")),
        (ranked(3, 2), 6, ("false", "")),
        (ranked(None), 3, ("unknown", "gone")),
        (ranked(3, held=False), 3, ("unknown", "gone")),
        # Equal to the first, a figure is second to none.
        (ranked(1, tie=True), 1, ("true", "")),
    ],
)
def test_a_place(found: Measured, claimed: int, expected: tuple[str, str]) -> None:
    assert judge(Assertion("rank", quantity(claimed), scope="month"), found) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (ranked(1), ("true", "")),
        (ranked(2), ("false", "")),
        (ranked(1, tie=True), ("false", "")),
        (ranked(1, 1), ("unknown", "gaps")),
        (ranked(2, 1), ("false", "")),
    ],
)
def test_a_record(found: Measured, expected: tuple[str, str]) -> None:
    assert judge(Assertion("record", scope="month"), found) == expected


@pytest.mark.parametrize(
    ("least", "claimed", "side", "expected"),
    [
        (1, "1", 0, "unknown"),
        (1, "2", 0, "unknown"),
        (1, "0", 0, "false"),
        (1, "-1", 0, "false"),
        (-1, "-1", 0, "unknown"),
        (-1, "1", 0, "false"),
        (-3, "3", -1, "unknown"),
        (-3, "2", -1, "false"),
        (-3, "3", 1, "false"),
    ],
)
def test_an_open_streak(least: int, claimed: str, side: int, expected: str) -> None:
    low, high = (str(least), None) if least > 0 else (None, str(least))
    found = measured(None, low, high, "open_streak")
    assert judge(Assertion("streak", quantity(claimed)), found, side)[0] == expected


def test_an_open_streak_of_unknown_length_is_false() -> None:
    found = measured(None, None, None, "open_streak")
    assert judge(Assertion("streak", quantity("3")), found)[0] == "false"


@pytest.mark.parametrize(("claimed", "expected"), [("5", "true"), ("4", "false")])
def test_a_streak_that_ended(claimed: str, expected: str) -> None:
    assert judge(Assertion("streak", quantity(claimed)), measured("5", "5", "5"))[0] == expected


@pytest.mark.parametrize(
    ("said", "clash"),
    [
        # 110 over 100, each to half a dollar, is 1.0896 to 1.1106.
        ("110 dollar, base 100 dollar, +11 % y/y", None),
        ("110 dollar, base 100 dollar, +9 % y/y", None),
        # 1.045 to 1.055, and 1.035 to 1.045 or 1.055 to 1.065: one number in common is enough.
        ("1.05 times, +4 % y/y", None),
        ("1.05 times, +6 % y/y", None),
        ("1.05 times, +3.9 % y/y", ("yoy", "multiple")),
        ("1.05 times, +6.1 % y/y", ("yoy", "multiple")),
        ("110 dollar, base 100 dollar, +11.2 % y/y", ("level", "yoy")),
        ("110 dollar, base 100 dollar, +8.9 % y/y", ("level", "yoy")),
        ("110 dollar, base 100 dollar, doubled", ("level", "multiple")),
        ("+90.0 % y/y, doubled", ("yoy", "multiple")),
        # A base that may be nothing contradicts nothing.
        ("110 dollar, base 0 dollar, +8.9 % y/y", None),
        # Beside another period than the year before, growth is of something else.
        ("1.5 times 2023, +6 % y/y", None),
    ],
)
def test_parts_that_contradict_each_other(said: str, clash: tuple[str, str] | None) -> None:
    found = contradiction(from_line(f"exports 2025: {said}"))
    assert (found and (found[0].measure, found[1].measure)) == clash


def test_softened_parts_and_amounts_passed_contradict_nothing() -> None:
    claim = from_line("exports 2025: about 110 dollar, base 100 dollar, doubled")
    assert contradiction(claim) is None
    level = claim.assertions[0]._replace(about="", of="first_above")
    assert contradiction(claim._replace(assertions=(level, *claim.assertions[1:]))) is None
    level = level._replace(of="")
    assert contradiction(claim._replace(assertions=(level, *claim.assertions[1:]))) is not None


@pytest.mark.parametrize(
    ("value", "claimed", "expected"),
    [
        # Third as the ministry counts, second to fifth however they are counted.
        ("3", "3", ("true", "")),
        ("3", "1", ("false", "")),
        ("3", "2", ("unknown", "partners_not_held")),
        ("3", "5", ("unknown", "partners_not_held")),
        ("3", "6", ("false", "")),
        (None, "3", ("unknown", "partners_not_held")),
        (None, "6", ("false", "")),
    ],
)
def test_a_place_among_partners(value: str | None, claimed: str, expected: tuple[str, str]) -> None:
    found = measured(value, "2", "5")
    assert judge(Assertion("rank", quantity(claimed), of="partners"), found) == expected
    nothing = measured(None, None, None, "gone")
    assert judge(Assertion("rank", quantity(claimed), of="partners"), nothing) == ("unknown", "gone")


def test_what_a_contradiction_implies() -> None:
    found = contradiction(from_line("exports 2025: +10.0 % y/y, doubled"))
    assert found is not None
    # Half way from 1.0995 to 1.1005.
    assert found[2] == Fraction(11, 10)
    found = contradiction(from_line("exports 2025: 110 dollar, base 100 dollar, doubled"))
    assert found is not None
    # Half way from 109.5 / 100.5 to 110.5 / 99.5.
    assert found[2] == (Fraction(1095, 1005) + Fraction(1105, 995)) / 2
