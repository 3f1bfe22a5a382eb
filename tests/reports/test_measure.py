"""What the figures say where a claim says something: values, intervals and reasons, by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.made_up import Row, months, pair, row
from tradecli.claims import Assertion, from_line
from tradecli.model.figure import Window
from tradecli.model.money import Money
from tradecli.question import Question
from tradecli.reports.measure import Measured, claimed_money, compared, measure, multiple
from tradecli.series import Series
from tradecli.statistics.growth import Multiple


def found(rows: list[Row], text: str, *, later: bool = True, world: list[Row] | None = None) -> Measured:
    claim = from_line(text)
    both = {"US": pair(rows), "WORLD": pair(world, "WORLD") if world else None}

    def series_of(asked: Question) -> Series | None:
        return both[asked.partner]

    return measure(series_of, claim, claim.assertions[0], None, later=later)


def values(found: Measured) -> tuple[Fraction | None, Fraction | None, Fraction | None, str]:
    return found[:4]


def windows(found: Measured) -> list[str]:
    return [figure.window.label for figure in found.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exports 2025-11: 64.05 bn", Money(64_050_000_000, 10_000_000, "USD")),
        ("exports 2025-11: 640 億", Money(64_000_000_000, 100_000_000, "USD")),
        # No finer than a dollar.
        ("exports 2025-11: 5 dollar", Money(5, 1, "USD")),
        ("exports 2025-11: 5.25 dollar", Money(5, 1, "USD")),
        ("exports 2025-11: base 7 dollar", Money(7, 1, "USD")),
        ("exports 2025-11: NT$ 1990 bn", Money(1_990_000_000_000, 1_000_000_000, "TWD")),
        ("exports 2025-11: +5 % y/y", None),
    ],
)
def test_the_amount_that_a_claim_gives(text: str, expected: Money | None) -> None:
    claim = from_line(text)
    assert claimed_money(claim, claim.assertions[0]) == expected


def test_without_a_number_there_is_no_amount() -> None:
    assert claimed_money(from_line("exports 2025-11: 5 bn"), Assertion("level")) is None


TEN = months("export", "2024-11", [1_000, 800], precision=10) + months(
    "export", "2025-11", [1_500], precision=10
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Half of ten dollars either way.
        ("exports to US 2025-11: 1500 dollar", (1_500, 1_495, 1_505)),
        ("exports to US 2025-11: base 1000 dollar", (1_000, 995, 1_005)),
        (
            "exports to US 2025-11: +50 % y/y",
            (50, Fraction(149_500, 1_005) - 100, Fraction(150_500, 995) - 100),
        ),
        (
            "exports to US 2025-11: 1.5 times",
            (Fraction(3, 2), Fraction(1_495, 1_005), Fraction(1_505, 995)),
        ),
        (
            "exports to US 2024-12: -20 % m/m",
            (-20, Fraction(79_500, 1_005) - 100, Fraction(80_500, 995) - 100),
        ),
    ],
)
def test_values_and_what_rounding_leaves_open(text: str, expected: tuple[Fraction, ...]) -> None:
    assert found(TEN, text)[:3] == expected
    assert found(TEN, text).note == ""


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("exports to US 2025-12: 5 dollar", "missing"),
        ("exports to US 2025-12: +5 % y/y", "missing"),
        ("exports to US 2025-11: NT$ 1990 bn", "currency"),
        ("exports to US 2024-Q4: +5 % m/m", "no_mom"),
        ("exports to US 2025-11: record", "short_history"),
        ("exports to US 2025-12: record", "missing"),
        ("exports to US 2025-12: streak 2", "missing"),
        ("exports 2025-11: 5 dollar", "not_held"),
        ("exports to US 2025-11: share 5 %", "missing"),
    ],
)
def test_why_there_is_no_value(text: str, note: str) -> None:
    assert values(found(TEN, text)) == (None, None, None, note)


@pytest.mark.parametrize("said", ["+50 % y/y, NT$ 1990 bn", "record, NT$ 1990 bn", "share 5 %, NT$ 1990 bn"])
def test_in_another_currency_growth_is_another(said: str) -> None:
    assert values(found(TEN, f"exports to US 2025-11: {said}")) == (None, None, None, "currency")
    assert found(TEN, "exports to US 2025-11: +50 % y/y").value == 50


@pytest.mark.parametrize(
    ("flow", "name", "expected"),
    [
        # 1,500 less 1,000, each give or take 5.
        ("export", "exports to", (500, 490, 510)),
        ("balance", "balance with", (500, 490, 510)),
        ("balance", "surplus with", (500, 490, 510)),
        # Of deficits the size: 1,500 less 1,000 wide is 500 narrower.
        ("balance", "deficit with", (-500, -510, -490)),
    ],
)
def test_differences(flow: str, name: str, expected: tuple[int, int, int]) -> None:
    rows = [line | {"flow": flow} for line in TEN]
    said = found(rows, f"{name} US 2025-11: difference 500 dollar")
    assert values(said) == (*expected, "")
    assert [figure.value for figure in said.figures] == [1_500, 1_000]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("2025-12: difference 500 dollar", "missing"),
        ("2024-11: difference 500 dollar", "missing"),
        ("2025-11: difference 500 dollar, NT$ 1990 bn", "currency"),
    ],
)
def test_why_no_difference_is_told(text: str, note: str) -> None:
    said = found(TEN, f"exports to US {text}")
    assert (values(said), len(said.figures)) == ((None, None, None, note), 2)


def test_a_base_that_may_be_nothing_leaves_growth_open_above() -> None:
    rows = [
        row("export", "month", "2024-11", 5, precision=10),
        row("export", "month", "2025-11", 100, precision=10),
    ]
    # 95 over 10 at least; the base may be nothing.
    assert values(found(rows, "exports to US 2025-11: 20 times")) == (20, Fraction(95, 10), None, "")


@pytest.mark.parametrize(("now", "note"), [(5, "zero_base"), (0, "zero_base")])
def test_nothing_a_year_earlier(now: int, note: str) -> None:
    rows = [row("export", "month", "2024-11", 0), row("export", "month", "2025-11", now)]
    assert found(rows, "exports to US 2025-11: +5 % y/y").note == note


# Shares.


def test_a_share_of_the_world() -> None:
    world = [row("export", "month", "2025-11", 6_000, partner="WORLD")]
    said = found(TEN, "exports to US 2025-11: share 25 %", world=world)
    # 1,500, give or take 5, of 6,000, give or take a half.
    low, high = Fraction(100 * 2 * 1_495, 2 * 6_000 + 1), Fraction(100 * 2 * 1_505, 2 * 6_000 - 1)
    assert values(said) == (25, low, high, "")
    assert [figure.value for figure in said.figures] == [1_500, 6_000]


def test_shares_of_what_is_not_there() -> None:
    zero = [row("export", "month", "2025-11", 0, partner="WORLD")]
    other = [row("export", "month", "2025-10", 9, partner="WORLD")]
    whole = [row("export", "month", "2025-12", 9, partner="WORLD")]
    nothing = found(TEN, "exports to US 2025-11: share 25 %", world=zero)
    assert (values(nothing), len(nothing.figures)) == ((None, None, None, "zero_base"), 2)
    missing = found(TEN, "exports to US 2025-11: share 25 %", world=other)
    assert (values(missing), len(missing.figures)) == ((None, None, None, "missing"), 2)
    alone = found(TEN, "exports to US 2025-11: share 25 %")
    assert (values(alone), len(alone.figures)) == ((None, None, None, "missing"), 1)
    part = found(TEN, "exports to US 2025-12: share 25 %", world=whole)
    assert (values(part), [figure.value for figure in part.figures]) == (
        (None, None, None, "missing"),
        [None, 9],
    )
    assert found(TEN, "balance with US 2025-11: share 5 %").note == "no_share"


# Places.


def years(*amounts: int, flow: str = "balance") -> list[Row]:
    return [row(flow, "year", f"{year}-12", value) for year, value in enumerate(amounts, 2018)]


@pytest.mark.parametrize(
    ("rows", "place", "other"),
    [
        # Of 2021: the highest before is 2019, and 2023 is the first to pass it.
        (years(10, 30, 20, 50, 40, 60, 70), 3, "2023"),
        (years(10, 30, 20, 50, 25, 20), 1, "2019"),
        (years(-10, -30, -20, -50, -40, -60, -70), 3, "2023"),
        (years(-10, -30, -20, -50, -25, -20), 1, "2019"),
        # A later surplus is no wider a deficit, and the reverse.
        (years(-10, -30, -20, -50, 60), 1, "2019"),
        (years(10, 30, 20, 50, -60), 1, "2019"),
        # Nothing at all is passed by what is above it.
        (years(-10, -30, -20, 0, -5, 5), 2, "2023"),
        (years(10, 30, 20, 50, 40, 60, 70, flow="export"), 3, "2023"),
        # What equals it does not pass it; one dollar more does, however large both are.
        (years(10, 30, 20, 50, 50, 60), 2, "2023"),
        (years(10, 30, 20, 2**53, 2**53 + 1, 2**54), 3, "2022"),
        (years(10, 30, 20, 2**53 + 1, 2**53 + 1, 2**54), 2, "2023"),
    ],
)
def test_a_place_and_what_passed_it(rows: list[Row], place: int, other: str) -> None:
    name = "exports to" if rows[0]["flow"] == "export" else "balance with"
    said = found(rows, f"{name} US 2021: rank 1")
    assert values(said) == (place, place, place, "")
    assert windows(said) == ["2021", other]


def test_a_place_among_earlier_figures_alone() -> None:
    rows = years(10, 30, 20, 50, 40, 60, 70, flow="export")
    said = found(rows, "exports to US 2021: rank 1", later=False)
    assert (said.value, windows(said)) == (1, ["2021", "2019"])


def test_a_month_is_passed_by_the_same_month() -> None:
    rows = months("export", "2021-01", [10] * 12 + [11] * 12 + [12] * 12 + [50, *[60] * 11] + [55])
    said = found(rows, "exports to US 2024-01: rank 1 same_month")
    assert (said.value, windows(said)) == (2, ["2024-01", "2025-01"])
    assert windows(found(rows, "exports to US 2024-01: rank 1 month")) == ["2024-01", "2024-02"]


# Streaks.


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([-1, 1, 1], (2, 2, 2, "")),
        ([1, -1, -1], (-2, -2, -2, "")),
        ([1, 1, 1], (None, 3, None, "open_streak")),
        ([-1, -1, -1], (None, None, -3, "open_streak")),
        ([1, 1, 0], (0, 0, 0, "")),
    ],
)
def test_streaks(changes: list[int], expected: tuple[int | None, ...]) -> None:
    rows = months("export", "2024-01", [10] * 3) + months(
        "export", "2025-01", [10 + step for step in changes]
    )
    assert values(found(rows, "exports to US 2025-03: streak 1")) == expected


def test_one_month_of_growth_at_the_start_of_a_series() -> None:
    rows = [row("export", "month", "2024-01", 10), row("export", "month", "2025-01", 11)]
    assert values(found(rows, "exports to US 2025-01: streak 1")) == (None, 1, None, "open_streak")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exports 2025-01: +5 % m/m", ("month", "2024-12")),
        ("exports 2025-01: +5 % y/y", ("month", "2024-01")),
        ("exports 2025-01: 5 times", ("month", "2024-01")),
        ("exports 2025-11 ytd: base 5 bn", ("year_to_date", "2024-11")),
        ("exports 2025-11 ytd: doubled from 2022", ("year", "2022-12")),
    ],
)
def test_what_a_claim_compares_with(text: str, expected: tuple[str, str]) -> None:
    claim = from_line(text)
    assert compared(claim, claim.assertions[0]) == Window(
        expected[0], date.fromisoformat(f"{expected[1]}-01")
    )


def test_growth_is_on_the_year_before_whatever_else_is_compared() -> None:
    claim = from_line("exports 2025-11: doubled from 2022")
    assert compared(claim, Assertion("yoy")) == Window("month", date(2024, 11, 1))
    assert compared(claim, Assertion("base")) == Window("year", date(2022, 12, 1))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("doubled", Multiple(2, "just")),
        ("nearly tripled", Multiple(3, "nearly")),
        ("more than quadrupled", Multiple(4, "more")),
    ],
)
def test_words_for_multiples(word: str, expected: Multiple) -> None:
    assert multiple(word) == expected


def test_later_figures_take_the_place_of_a_record() -> None:
    series = pair(
        [row("export", "year", f"{year}-12", value) for year, value in enumerate((1, 2, 3, 5, 9), 2018)]
    )
    claim = from_line("exports to US 2021: record")
    assert measure(lambda _: series, claim, claim.assertions[0], None).value == 2
    assert measure(lambda _: series, claim, claim.assertions[0], None, later=False).value == 1
