"""What figures that are not in hand could make true: intervals and edges, by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from tests.made_up import Row, months, pair, row
from tradecli.claims import Assertion, Claim, from_line
from tradecli.model.figure import Figure, Window
from tradecli.question import Question
from tradecli.reports.possible import (
    ANYTHING,
    Interval,
    Possible,
    Spread,
    exactly,
    long_since_revised,
    not_yet_revised,
    sign,
    within_revisions,
)
from tradecli.series import Series
from tradecli.statistics.band import Band

JANUARY = Window("month", date(2025, 1, 1))


def to(low: int | None, high: int | None) -> Interval:
    return Interval(*(None if end is None else Fraction(end) for end in (low, high)))


# Intervals.


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(1, 2, True), (5, 9, True), (-1, 0, False), (6, 9, False), (3, 3, True)]
)
def test_intervals_that_meet(low: int, high: int, expected: bool) -> None:
    assert to(2, 5).meets(Fraction(low), Fraction(high)) == expected


def test_without_a_bound_there_is_no_end() -> None:
    assert to(None, 5).meets(Fraction(-99), Fraction(-98))
    assert to(2, None).meets(Fraction(98), Fraction(99))
    assert ANYTHING.meets(Fraction(0), Fraction(0))


@pytest.mark.parametrize(("high", "expected"), [(None, True), (1, True), (0, False), (-1, False)])
def test_what_reaches_above_zero(high: int | None, expected: bool) -> None:
    assert to(-9, high).reaches_above_zero == expected


def test_quotients_differences_and_sizes() -> None:
    assert to(2, 6).over(to(1, 3)) == Interval(Fraction(2, 3), Fraction(6))
    assert [to(2, 6).over(base) for base in (to(0, 3), to(-1, 3), to(None, 3), to(1, None))] == [ANYTHING] * 4
    assert [part.over(to(1, 3)) for part in (to(None, 6), to(2, None))] == [ANYTHING] * 2
    assert to(2, 6).minus(to(1, 3)) == to(-1, 5)
    assert to(2, 6).minus(to(1, None)) == to(None, 5)
    assert to(2, None).minus(to(None, 3)) == to(-1, None)
    assert to(2, None).minus(to(1, None)) == ANYTHING
    assert (to(2, 6).size(1), to(2, 6).size(-1)) == (to(2, 6), to(-6, -2))
    assert to(None, 6).size(-1) == to(-6, None)


# How far figures may be off.

BAND = Band(Fraction(-1, 10), Fraction(1, 5), 9)


def bands(_: Series, __: str) -> Band | None:
    return BAND


def nothing(_: Series, __: str) -> Band | None:
    return None


def of(rows: list[Row], flow: str = "export") -> tuple[Series, Figure]:
    series = pair(rows)
    return series, series.figure(flow, JANUARY)


def test_a_figure_as_it_stands_is_open_by_half_a_unit() -> None:
    assert exactly(*of([row("export", "month", "2025-01", 1_000, "2025-02-09", precision=10)])) == to(
        995, 1005
    )
    # A sum of ten and four is off by seven at most.
    difference = [
        row("export", "month", "2025-01", 1_000, "2025-02-09", precision=10),
        row("import", "month", "2025-01", 400, "2025-02-09", precision=4),
    ]
    assert exactly(*of(difference, "balance")) == to(593, 607)
    assert exactly(*of(difference[1:])) == ANYTHING


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        # Of the newest release, or newer: as it stands. Else a tenth less to a fifth more, and half a unit.
        (date(2025, 2, 8), to(995, 1005)),
        (date(2025, 2, 9), to(995, 1005)),
        (date(2025, 2, 10), to(895, 1205)),
    ],
)
def test_an_older_figure_may_have_been_revised(newest: date, expected: Interval) -> None:
    series, figure = of([row("export", "month", "2025-01", 1_000, "2025-02-09", precision=10)])
    assert not_yet_revised(bands, newest)(series, figure) == expected
    unknown = expected if newest < date(2025, 2, 10) else ANYTHING
    assert not_yet_revised(nothing, newest)(series, figure) == unknown


def test_a_figure_of_another_day_lies_within_five_bands() -> None:
    series, figure = of([row("export", "month", "2025-01", 1_000, "2025-02-09", precision=10)])
    # Five times 0.3 is 1.5.
    assert long_since_revised(bands)(series, figure) == to(-505, 2505)
    missing = of([row("import", "month", "2025-01", 5, "2025-02-09")])
    assert long_since_revised(bands)(*missing) == ANYTHING


def test_a_figure_within_one_band_either_way() -> None:
    series, figure = of([row("export", "month", "2025-01", 1_000, "2025-02-09", precision=10)])
    # 0.3 either way, and half a unit.
    assert within_revisions(bands)(series, figure) == to(695, 1305)
    assert within_revisions(nothing)(series, figure) == ANYTHING


@pytest.mark.parametrize("flow", ["export", "import"])
def test_a_balance_with_one_flow_alone_is_at_most_twice_as_large(flow: str) -> None:
    rows = [
        row("balance", "month", "2025-01", 500, "2025-02-09"),
        row(flow, "month", "2025-01", 900, "2025-02-09"),
    ]
    assert long_since_revised(bands)(*of(rows, "balance")) == to(0, 1_000)


@pytest.mark.parametrize(
    ("value", "expected"), [(500, to(0, 1_000)), (-500, to(-1_000, 0)), (1, to(0, 2)), (0, to(0, 0))]
)
def test_a_balance_alone_is_at_most_twice_as_large(value: int, expected: Interval) -> None:
    series, figure = of([row("balance", "month", "2025-01", value, "2025-02-09")], "balance")
    assert long_since_revised(bands)(series, figure) == expected


def test_a_balance_is_as_far_off_as_its_flows() -> None:
    rows = [
        row("export", "month", "2025-01", 1_000, "2025-02-09", precision=10),
        row("import", "month", "2025-01", 500, "2025-02-09", precision=10),
    ]
    # Exports 895 to 1,205, imports 445 to 605.
    assert not_yet_revised(bands, date(2026, 1, 1))(*of(rows, "balance")) == to(290, 760)


# Claims.


def around(half: int) -> Spread:
    """Every figure may be off by so much."""

    def spread(_: Series, figure: Figure) -> Interval:
        if figure.money is None:
            return ANYTHING
        return to(figure.money.value - half, figure.money.value + half)

    return spread


def holds(rows: list[Row], text: str, half: int = 10, base: int = 0, **more: bool) -> bool:
    series = pair(rows)
    claim = from_line(text)
    found = Possible(lambda _: series, None, around(half), around(base), **more)
    return found.holds(claim, claim.assertions[0])


EXPORTS = months("export", "2024-01", [100] * 12) + months("export", "2025-01", [200])


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # 200, give or take 10; the last digit leaves half a dollar open.
        ("210 dollar", True),
        ("211 dollar", False),
        ("190 dollar", True),
        ("189 dollar", False),
        ("210.5 dollar", False),
        ("210.05 dollar", False),
        ("210.00 dollar", True),
        # Bases are as they stand: 100.
        ("base 100 dollar", True),
        ("base 90 dollar", True),
        ("base 89 dollar", False),
        # 190 to 210 over 100.
        ("+90 % y/y", True),
        ("+110 % y/y", True),
        ("+89 % y/y", False),
        ("+111 % y/y", False),
        ("1.90 times", True),
        ("2.10 times", True),
        ("1.8 times", False),
        ("2.2 times", False),
        ("nearly doubled", True),
        ("doubled", True),
        ("more than doubled", True),
        ("tripled", False),
        ("+100 % m/m", True),
        ("difference 90 dollar", True),
        ("difference 110 dollar", True),
        ("difference 89 dollar", False),
        ("difference -100 dollar", False),
        ("difference 1 dollar from 2024-12", False),
        ("growth +110 % from 2024-12", True),
        ("growth +111 % from 2024-12", False),
    ],
)
def test_numbers(said: str, expected: bool) -> None:
    assert holds(EXPORTS, f"exports to US 2025-01: {said}") == expected


def test_half_a_dollar_is_left_open() -> None:
    claim = from_line("exports to US 2025-01: 210.5 dollar")
    half = claim.assertions[0]._replace(
        quantity=from_line("exports 2025-01: 211 dollar").assertions[0].quantity
    )
    spread: Spread = lambda _, __: Interval(Fraction(421, 2), Fraction(421, 2))  # noqa: E731
    # 210.5 is what 211 and 210 may stand for.
    assert Possible(lambda _: pair(EXPORTS), None, spread, spread).holds(claim, half)


def test_what_is_not_held_may_be_anything() -> None:
    claim = from_line("exports to US 2025-01: 5 dollar")
    unknown = Possible(lambda _: None, None, around(0), around(0))
    assert unknown.holds(claim, claim.assertions[0])
    for measure in ("level", "streak"):
        assert Possible(lambda _: pair(EXPORTS), None, around(0), around(0)).holds(claim, Assertion(measure))
    for said in ("rank 9", "record", "5 dollar", "+900 % y/y"):
        assert holds(EXPORTS, f"exports to US 2025-02: {said}")


@pytest.mark.parametrize(
    "text",
    [
        "trade with US 2025-01: 5 dollar",
        "exports to US 2025-01: rank 9 since 2024-06",
        "exports to US 2025-01: rank 9 growth",
        "exports to US 2025-01: streak 9 above 900 dollar",
        "exports to US 2025-01: first above 900 dollar",
        "exports to US 2025-01: points +90",
        "exports to US 2025-01: contribution 99 %",
        "exports to US 2025-01: share 99 % partners",
    ],
)
def test_nothing_is_refuted_by_what_is_not_worked_out(text: str) -> None:
    assert holds(EXPORTS, text)


@pytest.mark.parametrize(
    ("said", "world", "expected"),
    [("share 20.0 %", True, True), ("share 21.1 %", True, False), ("share 99.0 %", False, True)],
)
def test_shares(said: str, world: bool, expected: bool) -> None:
    # 190 to 210 of 1,000.
    both = {"US": pair(EXPORTS), "WORLD": pair([row("export", "month", "2025-01", 1_000)])}

    def series_of(question: Question) -> Series | None:
        return both[question.partner] if question.partner == "US" or world else None

    claim = from_line(f"exports to US 2025-01: {said}")
    wide = Possible(series_of, None, around(10), around(0))
    assert wide.holds(claim, claim.assertions[0]) == expected


def balances(*values: int) -> list[Row]:
    return months("balance", "2025-01", values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("deficit with US 2025-02: 50 dollar", True),
        ("deficit with US 2025-02: 61 dollar", False),
        ("surplus with US 2025-02: 50 dollar", False),
        ("balance with US 2025-02: -50 dollar", True),
        ("balance with US 2025-02: 50 dollar", False),
        # From 20, exactly, to 40 to 60: double to three times as wide.
        ("deficit with US 2025-02: 3.0 times 2025-01", True),
        ("deficit with US 2025-02: 3.1 times 2025-01", False),
        ("balance with US 2025-02: 3.0 times 2025-01", True),
        # 20 to 40 wider.
        ("deficit with US 2025-02: difference 40 dollar from 2025-01", True),
        ("deficit with US 2025-02: difference 41 dollar from 2025-01", False),
        ("deficit with US 2025-02: difference -30 dollar from 2025-01", False),
        ("balance with US 2025-02: difference -30 dollar from 2025-01", True),
        # No surplus at all.
        ("surplus with US 2025-02: 3.0 times 2025-01", False),
        ("surplus with US 2025-02: rank 1", False),
        ("deficit with US 2025-02: rank 1", True),
        ("deficit with US 2025-02: rank 2", False),
        ("balance with US 2025-02: rank 1", True),
    ],
)
def test_sides(text: str, expected: bool) -> None:
    assert holds(balances(-20, -50), text) == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("balance with US 2025-01: 5 dollar", -5, -1),
        ("balance with US 2025-01: 5 dollar", 5, 1),
        ("balance with US 2025-01: 5 dollar", 0, 1),
        ("deficit with US 2025-01: 5 dollar", 5, -1),
        ("surplus with US 2025-01: 5 dollar", -5, 1),
        ("exports to US 2025-01: 5 dollar", 5, 1),
        ("balance with US 2025-02: 5 dollar", -5, 1),
    ],
)
def test_the_side_on_which_sizes_are_measured(text: str, value: int, expected: int) -> None:
    claim = from_line(text)
    flow = "export" if claim.flow == "export" else "balance"
    series = pair([row(flow, "month", "2025-01", value)])
    assert sign(claim, series.figure(claim.flow, Window("month", claim.period))) == expected


# Places: the last is 200, give or take 10.


@pytest.mark.parametrize(
    ("others", "places"),
    [
        ([100, 150], {1}),
        ([211, 150], {2}),
        # One that reaches into what it may be, from both ends.
        ([205, 150], {1, 2}),
        ([210, 150], {1, 2}),
        ([190, 150], {1}),
        ([191, 150], {1, 2}),
        ([211, 205], {2, 3}),
    ],
)
def test_places(others: list[int], places: set[int]) -> None:
    rows = months("export", "2025-01", [*others, 200])
    found = {place for place in range(1, 5) if holds(rows, f"exports to US 2025-03: rank {place}")}
    assert found == places
    assert holds(rows, "exports to US 2025-03: record") == (1 in places)


def test_places_over_gaps_and_beside_later_figures() -> None:
    rows = months("export", "2025-01", [100, None, 200, 300])
    assert [holds(rows, f"exports to US 2025-03: rank {place}") for place in (1, 2, 3, 4)] == [
        False, True, True, False,
    ]  # fmt: skip
    only_before = [holds(rows, f"exports to US 2025-03: rank {place}", later=False) for place in (1, 2, 3)]
    assert only_before == [True, True, False]


def test_places_among_the_same_month() -> None:
    # January 2025 is below February and March of 2024, and above its January.
    rows = months("export", "2024-01", [100, 900, 900]) + months("export", "2025-01", [200])
    assert holds(rows, "exports to US 2025-01: rank 1 same_month")
    assert not holds(rows, "exports to US 2025-01: rank 3 same_month")
    assert holds(rows, "exports to US 2025-01: rank 3")


def test_a_figure_without_a_band_may_have_any_place() -> None:
    series = pair(months("export", "2025-01", [100, 200]))
    claim = from_line("exports to US 2025-02: rank 9")
    anything: Spread = lambda _, __: ANYTHING  # noqa: E731
    assert Possible(lambda _: series, None, anything, around(0)).holds(claim, claim.assertions[0])
    # Others without one may be above it or not.
    claims = [from_line(f"exports to US 2025-02: rank {place}") for place in (1, 2, 3)]
    found = Possible(lambda _: series, None, around(0), anything)
    assert [found.holds(claim, claim.assertions[0]) for claim in claims] == [True, True, False]


# Streaks.


def run(changes: list[int | None], half: int = 10) -> set[int]:
    """The streaks possible of exports that changed so much on the year, each give or take so much."""
    count = len(changes)
    rows = months("export", "2024-01", [1_000] * count)
    rows += months("export", "2025-01", [None if step is None else 1_000 + step for step in changes])
    last = f"2025-{count:02}"
    return {length for length in range(-4, 5) if holds(rows, f"exports to US {last}: streak {length}", half)}


@pytest.mark.parametrize(
    ("changes", "streaks"),
    [
        ([-50, -50, 50, 50, 50], {3}),
        ([50, 50, -50, -50, -50], {-3}),
        # A month that hardly moved may have gone either way, or not at all.
        ([-50, -50, 5, 50, 50], {2, 3}),
        ([50, 50, -50, -50, 5], {-3, 0, 1}),
        # Just as far as it may be off: it may have stood still, no more.
        ([-50, -50, 10, 50, 50], {2, 3}),
        ([-50, -50, -10, 50, 50], {2}),
        ([-50, -50, 11, 50, 50], {3}),
        ([-50, -50, -50, 50, 10], {0, 2}),
        ([50, 50, 50, 50, -10], {0, -1}),
        ([-50, -50, -50, -50, 11], {1}),
        # By one dollar more than it may be off.
        ([-50, -50, -9, 50, 50], {2, 3}),
        # A month not held may have gone any way.
        ([50, -50, None, 50, 50], {2, 3}),
        ([50, -50, 50, 50, None], {-1, 0, 3}),
    ],
)
def test_streaks(changes: list[int | None], streaks: set[int]) -> None:
    assert run(changes) == streaks


def test_a_balance_has_streaks_of_its_sign() -> None:
    rows = balances(5, -50, -50, -50)
    possible: Callable[[str], bool] = lambda text: holds(rows, f"{text} @ 2026-01-09", 0)  # noqa: E731
    assert possible("deficit with US 2025-04: streak 3")
    assert possible("balance with US 2025-04: streak -3")
    assert not possible("deficit with US 2025-04: streak 4")
    assert not possible("surplus with US 2025-04: streak 3")


def test_claims_of_no_streak_are_read() -> None:
    claim: Claim = from_line("exports to US 2025-01: streak 0")
    quantity = claim.assertions[0].quantity
    assert quantity is not None
    assert quantity.value == 0
