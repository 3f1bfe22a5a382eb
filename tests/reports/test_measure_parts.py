"""Shares, the points they moved by, contributions, and both ways of trade: by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.made_up import Row, months, pair, row
from tests.reports.test_measure import found, values
from tradecli.claims import from_line
from tradecli.model.figure import Window
from tradecli.reports.measure_parts import whole_of
from tradecli.reports.measured import amounts_in, figure_in

NOW, THEN = "2025-01", "2024-01"


def year_on_year(flow: str, before: int | None, now: int | None, **more: str | int) -> list[Row]:
    pairs = ((THEN, before), (NOW, now))
    return [row(flow, "month", day, value, **more) for day, value in pairs if value is not None]


def world(before: int | None, now: int | None, flow: str = "export", precision: int = 1) -> list[Row]:
    return year_on_year(flow, before, now, partner="WORLD", precision=precision)


@pytest.mark.parametrize(
    ("text", "of", "expected"),
    [
        ("exports to US 2025-01: 5 dollar", "", ("WORLD", "TOTAL", "total")),
        ("exports of ICT to US 2025-01: 5 dollar", "", ("US", "TOTAL", "total")),
        ("exports of ICT to US 2025-01: 5 dollar", "points", ("US", "TOTAL", "total")),
        ("exports of ICT to US 2025-01: 5 dollar", "partners", ("WORLD", "ICT_AV", "mof")),
        ("exports to US 2025-01: 5 dollar", "partners", ("WORLD", "TOTAL", "total")),
    ],
)
def test_what_a_part_is_a_part_of(text: str, of: str, expected: tuple[str, ...]) -> None:
    whole = whole_of(from_line(text), of)
    assert (whole.partner, whole.commodity, whole.classification) == expected


def half(part: int, whole: int, up: int) -> Fraction:
    """A share in percent, of figures that are off by half a dollar."""
    return Fraction(100 * (2 * part + up), 2 * whole - up)


def test_points_that_a_share_moved_by() -> None:
    rows = year_on_year("export", 200, 350)
    said = found(rows, "exports to US 2025-01: points +15", world=world(1_000, 1_000))
    # 35 % after 20 %; at least the lowest of the one less the highest of the other.
    assert values(said) == (
        15,
        half(350, 1_000, -1) - half(200, 1_000, 1),
        half(350, 1_000, 1) - half(200, 1_000, -1),
        "",
    )
    assert [figure.value for figure in said.figures] == [350, 1_000, 200, 1_000]


def test_points_of_a_whole_that_may_be_nothing_are_open() -> None:
    rows = year_on_year("export", 2, 8)
    # 10 give or take 10 (of 20): the whole may be nothing, so the share has no highest value.
    said = found(
        rows, "exports to US 2025-01: points +60", world=[*world(None, 10, precision=20), *world(10, None)]
    )
    assert (said.value, said.high) == (60, None)
    said = found(
        rows, "exports to US 2025-01: points +60", world=[*world(None, 10), *world(10, None, precision=20)]
    )
    assert values(said) == (None, None, None, "missing")


@pytest.mark.parametrize(
    ("mine", "whole", "note"),
    [
        ((200, None), (1_000, 1_000), "missing"),
        ((None, 200), (1_000, 1_000), "missing"),
        ((200, 300), (0, 1_000), "zero_base"),
        ((200, 300), (1_000, 0), "zero_base"),
    ],
)
def test_why_no_points_are_told(
    mine: tuple[int | None, int | None], whole: tuple[int | None, int | None], note: str
) -> None:
    said = found(year_on_year("export", *mine), "exports to US 2025-01: points +1", world=world(*whole))
    assert values(said) == (None, None, None, note)


def test_contributions() -> None:
    rows, whole = year_on_year("export", 200, 350), world(1_000, 1_300)
    # 150 of 300; 150 of 1,000, give or take one dollar over half a dollar.
    said = found(rows, "exports to US 2025-01: contribution 50 %", world=whole)
    assert values(said) == (50, 50, 50, "")
    assert [figure.value for figure in said.figures] == [350, 200, 1_300, 1_000]
    said = found(rows, "exports to US 2025-01: contribution 15 points", world=whole)
    low, high = Fraction(100 * 149 * 2, 2_001), Fraction(100 * 151 * 2, 1_999)
    assert values(said) == (15, low, high, "")


@pytest.mark.parametrize(
    ("mine", "whole", "note"),
    [
        ((200, None), (1_000, 1_300), "missing"),
        ((None, 200), (1_000, 1_300), "missing"),
        ((200, 350), (None, 1_300), "missing"),
        # Of a whole that grew by less than half a per cent a part of the change says nothing.
        ((200, 350), (1_000, 1_004), "small_change"),
    ],
)
def test_why_no_contribution_is_told(
    mine: tuple[int | None, int | None], whole: tuple[int | None, int | None], note: str
) -> None:
    text = "exports to US 2025-01: contribution 50 %"
    said = found(year_on_year("export", *mine), text, world=world(*whole))
    assert values(said) == (None, None, None, note)


def test_nothing_of_the_whole_and_nothing_of_balances() -> None:
    rows = year_on_year("export", 200, 350)
    alone = found(rows, "exports to US 2025-01: contribution 50 %")
    assert (values(alone), len(alone.figures)) == ((None, None, None, "missing"), 2)
    balances = year_on_year("balance", 200, 350)
    for said in ("contribution 50 %", "points +5"):
        text = f"balance with US 2025-01: {said}"
        assert found(balances, text, world=world(1_000, 1_300, "balance")).note == "no_share"


# Both ways.


def test_both_ways_are_a_sum_where_both_are_there() -> None:
    rows = [
        *year_on_year("export", 30, 40),
        *year_on_year("import", None, 2),
        row("import", "month", "2025-02", 9),
    ]
    series = pair(rows)
    both = figure_in(series, "trade", Window("month", date(2025, 1, 1)))
    assert (both.flow, both.value, both.uncertainty) == ("trade", 42, 2)
    for period in (date(2024, 1, 1), date(2025, 2, 1), date(2025, 3, 1)):
        nothing = figure_in(series, "trade", Window("month", period))
        assert (nothing.flow, nothing.money, nothing.source) == ("trade", None, "mof")
    assert amounts_in(series, "trade", "month") == [(date(2025, 1, 1), 42)]
    assert amounts_in(series, "export", "month") == [(date(2024, 1, 1), 30), (date(2025, 1, 1), 40)]
    assert amounts_in(pair(months("export", THEN, [5])), "trade", "month") == []
