"""Months and years in a row of every kind, counted by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.made_up import Row, months, pair, row
from tests.reports.test_measure import found, values
from tradecli.claims import from_line
from tradecli.model.figure import Window
from tradecli.question import Question
from tradecli.reports.measure import Measured, measure
from tradecli.series import Series

JANUARY = Window("month", date(2025, 1, 1))
AT_LEAST = "open_streak"


def streak(rows: list[Row], text: str, **others: list[Row]) -> tuple[int | None, int | None, int | None, str]:
    """A streak of trade with the US beside that with others: its length, at least and at most."""
    claim = from_line(text)
    every = {"US": pair(rows), **{code: pair(lines, code) for code, lines in others.items()}}

    def series_of(asked: Question) -> Series | None:
        return every.get(asked.partner)

    length, low, high, note = values(measure(series_of, claim, claim.assertions[0], None))
    return whole(length), whole(low), whole(high), note


def whole(number: Fraction | None) -> int | None:
    return None if number is None else int(number)


def exactly(length: int) -> tuple[int, int, int, str]:
    return (length, length, length, "")


# Years.


def years(*values: int | None, flow: str = "export") -> list[Row]:
    return [
        row(flow, "year", f"{year}-12", value) for year, value in enumerate(values, 2018) if value is not None
    ]


@pytest.mark.parametrize(
    ("text", "amounts", "expected"),
    [
        # 2020 fell; 2021 to 2023 rose.
        ("exports to US 2023: streak 3 years", (50, 60, 40, 50, 60, 70), exactly(3)),
        ("exports to US 2023: streak 3 years", (50, 60, 70, 60, 50, 40), exactly(-3)),
        ("exports to US 2023: streak 3 years", (50, 60, 70, 60, 50, 50), exactly(0)),
        # However little they rose or fell.
        ("exports to US 2021: streak 2 years", (1_001, 1_000, 1_005, 1_006), exactly(2)),
        ("exports to US 2021: streak 2 years", (1_000, 1_001, 1_000, 999), exactly(-2)),
        # 2019 is the first with a year before it.
        ("exports to US 2020: streak 2 years", (50, 60, 70), (None, 2, None, AT_LEAST)),
        ("exports to US 2020: streak 2 years", (50, 40, 30), (None, None, -2, AT_LEAST)),
        ("exports to US 2019: streak 1 years", (50, 60), (None, 1, None, AT_LEAST)),
        # A year that is not held leaves it open: of 2022 there is no year before.
        ("exports to US 2023: streak 1 years", (50, 60, 70, None, 60, 70), (None, 1, None, AT_LEAST)),
        # A deficit grows as it widens, whatever it is called.
        ("balance with US 2021: streak 2 years", (-50, -40, -60, -70), exactly(2)),
        ("deficit with US 2021: streak 2 years", (-50, -40, -60, -70), exactly(2)),
        ("surplus with US 2021: streak 2 years", (50, 40, 60, 70), exactly(2)),
        ("balance with US 2021: streak 2 years", (50, 40, 60, 70), exactly(2)),
        ("balance with US 2021: streak 2 years", (-50, -70, -60, -40), exactly(-2)),
        # Of a surplus there is no growth in a deficit, nor the reverse.
        ("surplus with US 2021: streak 2 years", (-50, -40, -60, -70), exactly(0)),
        ("deficit with US 2021: streak 2 years", (50, 40, 60, 70), exactly(0)),
        # Across a change of sign growth cannot be told, nor of nothing at all.
        ("deficit with US 2021: streak 2 years", (50, 40, -60, -70), (None, 1, None, AT_LEAST)),
        ("balance with US 2021: streak 2 years", (50, 40, 60, 0), (None, None, None, "missing")),
        # What follows on nothing is no growth.
        ("exports to US 2021: streak 3 years", (50, 0, 60, 70), exactly(1)),
        ("exports to US 2021: streak 3 years", (50, 60, 70, 0), exactly(-1)),
    ],
)  # fmt: skip
def test_years_in_a_row(
    text: str, amounts: tuple[int | None, ...], expected: tuple[int | None, int | None, int | None, str]
) -> None:
    flow = "export" if text.startswith("exports") else "balance"
    assert streak(years(*amounts, flow=flow), text) == expected


def test_no_year_or_no_month_at_all() -> None:
    assert streak(years(50, 60), "exports to US 2021: streak 1 years") == (None, None, None, "missing")
    assert streak(years(50, 60), "exports to US 2018: streak 1 years") == (None, None, None, "missing")
    assert streak(months("export", "2025-01", [5]), "exports 2025-01: streak 1") == (
        None,
        None,
        None,
        "not_held",
    )
    assert found(months("export", "2025-01", [5]), "exports to US 2025-01: streak 1") == Measured(
        None, note="missing", figures=(pair(months("export", "2025-01", [5])).figure("export", JANUARY),)
    )


# Above an amount, a rate, another partner.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 5, 9, 8, 9, 10, and nothing known before.
        ("2025-05: streak 2 above 8 dollar", exactly(2)),
        ("2025-05: streak 2 above 7 dollar", exactly(4)),
        ("2025-05: streak 2 above 4 dollar", (None, 5, None, AT_LEAST)),
        ("2025-05: streak 2 above 10 dollar", (None, None, -5, AT_LEAST)),
        ("2025-03: streak 2 above 8 dollar", exactly(-1)),
        ("2025-01: streak 1 above 4 dollar", (None, 1, None, AT_LEAST)),
    ],
)
def test_above_an_amount(text: str, expected: tuple[int | None, int | None, int | None, str]) -> None:
    rows = months("export", "2025-01", [5, 9, 8, 9, 10])
    assert streak(rows, f"exports to US {text}") == expected
    # Deficits of that size, and a surplus that is none.
    deficits = [line | {"flow": "balance", "value": -line["value"]} for line in rows]
    assert streak(deficits, f"deficit with US {text}") == expected
    assert streak(deficits, f"surplus with US {text}")[1:3] != expected[1:3] or expected[2] == -5


def test_a_gap_among_months_above_an_amount() -> None:
    rows = months("export", "2025-01", [9, None, 9, 9])
    assert streak(rows, "exports to US 2025-04: streak 2 above 8 dollar") == (None, 2, None, AT_LEAST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # +10 %, +20 %, +21 %, +20 %, +30 %.
        ("2025-05: streak 1 above 20 %", exactly(1)),
        ("2025-05: streak 1 above 19.9 %", exactly(4)),
        ("2025-05: streak 1 above 9 %", (None, 5, None, AT_LEAST)),
        ("2025-04: streak 1 above 20 %", exactly(-1)),
        ("2024-05: streak 1 above 20 %", (None, None, None, "missing")),
    ],
)
def test_above_a_rate(text: str, expected: tuple[int | None, int | None, int | None, str]) -> None:
    rows = months("export", "2024-01", [100] * 5) + months("export", "2025-01", [110, 120, 121, 120, 130])
    assert streak(rows, f"exports to US {text}") == expected


def test_no_rate_on_nothing() -> None:
    rows = months("export", "2024-01", [0, 100]) + months("export", "2025-01", [110, 120])
    assert streak(rows, "exports to US 2025-02: streak 1 above 9 %") == (None, 1, None, AT_LEAST)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ([9, 6, 6, 6], exactly(3)),
        ([9, 6, 7, 6], exactly(1)),
        ([6, 6, 6, 6], (None, 4, None, AT_LEAST)),
        ([6, None, 6, 6], (None, 2, None, AT_LEAST)),
        ([6, 6, 6, 8], exactly(-1)),
        ([6, 6, 6, None], (None, None, None, "missing")),
    ],
)
def test_above_another_partner(
    other: list[int | None], expected: tuple[int | None, int | None, int | None, str]
) -> None:
    rows = months("export", "2025-01", [7] * 4)
    text = "exports to US 2025-04: streak 2 above JP"
    assert streak(rows, text, JP=months("export", "2025-01", other, partner="JP")) == expected
    # A deficit is above another by its width.
    wide = [line | {"flow": "balance", "value": -line["value"]} for line in rows]
    others = months(
        "balance", "2025-01", [None if value is None else -value for value in other], partner="JP"
    )
    assert streak(wide, text.replace("exports to", "deficit with"), JP=others) == expected


def test_above_a_partner_of_whom_nothing_is_held() -> None:
    rows = months("export", "2025-01", [7] * 4)
    assert streak(rows, "exports to US 2025-04: streak 2 above JP")[3] == "missing"


# As the first partner.


def test_as_the_first_partner() -> None:
    rows = months("export", "2025-01", [30, 70, 70, 70])
    world = months("export", "2025-01", [100] * 4, partner="WORLD")
    text = "exports to US 2025-04: streak 3 first_partner"
    # In January 40 went to Japan, and 30 elsewhere; since then 30 at most.
    japan = months("export", "2025-01", [40, 20, 20, 20], partner="JP")
    assert streak(rows, text, WORLD=world, JP=japan) == exactly(3)
    # China and Hong Kong together are before it in January, each of them alone behind it.
    china = {
        code: months("export", "2025-01", values, partner=code)
        for code, values in (("CN", [25] + [1] * 3), ("HK", [20] + [1] * 3), ("CN+HK", [45] + [2] * 3))
    }
    whole_of = months("export", "2025-01", [85, 75, 75, 75], partner="WORLD")
    assert streak(rows, text, WORLD=whole_of, **china) == (None, 3, None, AT_LEAST)
    # Of December nothing is held; where 70 went in January any other may have been first.
    assert streak(rows, text, WORLD=world) == (None, 3, None, AT_LEAST)
    long = months("export", "2015-01", [70] * 100)
    all_of = months("export", "2015-01", [100] * 100, partner="WORLD")
    # No further back than sixty months.
    first = "exports to US 2023-04: streak 60 first_partner"
    assert streak(long, first, WORLD=all_of) == (None, 60, None, AT_LEAST)


# Both ways.


def test_both_ways_in_a_row() -> None:
    rows = [
        *(months("export", "2024-01", [10] * 4) + months("export", "2025-01", [9, 11, 9, 12])),
        *(months("import", "2024-01", [10] * 4) + months("import", "2025-01", [9, 10, 12, 10])),
    ]
    assert streak(rows, "trade with US 2025-04: streak 3") == exactly(3)
    assert streak(rows, "trade with US 2025-01: streak 1") == (None, None, -1, AT_LEAST)
