"""Where a figure, its growth or its share stands among those of other periods, counted by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.made_up import Row, months, pair, row
from tests.reports.test_measure import found, windows
from tradecli import periods
from tradecli.model.figure import Rank
from tradecli.reports.measure import Measured
from tradecli.reports.measure_places import counted_since, growth


def placed(said: Measured) -> tuple[int | None, str, list[str]]:
    """A place, why there is none, and the windows shown beside it."""
    return (None if said.value is None else int(said.value), said.note, windows(said))


def quarters(year: int, *values: int | None) -> list[Row]:
    """Quarters from the first of a year on."""
    ends = [(year + step // 4, 3 * (step % 4) + 3, value) for step, value in enumerate(values)]
    return [
        row("export", "quarter", f"{y}-{month:02}", value) for y, month, value in ends if value is not None
    ]


def rank_of(said: Measured) -> Rank:
    assert said.rank is not None
    return said.rank


# Since a month.


@pytest.mark.parametrize("first", [date(2010, 1, 1), date(2010, 10, 1)])
@pytest.mark.parametrize(
    ("apart", "less"),
    [
        *((18, 0), (23, 0), (24, 2), (25, 0), (29, 0), (30, 2), (36, 3)),
        *((42, 3), (54, 3), (60, 5), (72, 6), (84, 6), (186, 3)),
    ],
)
def test_whole_and_half_years_are_rounded(first: date, apart: int, less: int) -> None:
    assert counted_since(first, periods.shift(first, apart)) == periods.shift(first, less)


#: February is the highest; of what came after it July is, and later August.
SINCE = months("export", "2024-01", [50, 90, 10, 30, 30, 25, 40, 45])


@pytest.mark.parametrize(
    ("said", "later", "expected", "earlier", "missing"),
    [
        # From March to June 10 to 30: April reached 30 first.
        ("2024-07: record since 2024-02", False, (1, ["2024-07", "2024-04"]), 4, 0),
        ("2024-07: rank 1 since 2024-02", False, (1, ["2024-07", "2024-04"]), 4, 0),
        ("2024-07: record since 2024-01", False, (2, ["2024-07", "2024-02"]), 5, 0),
        # August passed it.
        ("2024-07: record since 2024-02", True, (2, ["2024-07", "2024-08"]), 5, 0),
        # October to December 2023 are not held.
        ("2024-07: record since 2023-09", False, (3, ["2024-07", "2024-02"]), 6, 3),
        ("2024-03: record low since 2023-12", False, (1, ["2024-03", "2024-01"]), 2, 0),
        ("2024-06: record low since 2024-03", False, (1, ["2024-06", "2024-04"]), 2, 0),
        ("2024-06: record low since 2024-02", False, (2, ["2024-06", "2024-03"]), 3, 0),
        ("2024-05: record since 2024-03", False, (1, ["2024-05", "2024-04"]), 1, 0),
    ],
)
def test_places_since_a_month(
    said: str, later: bool, expected: tuple[int, list[str]], earlier: int, missing: int
) -> None:
    measured = found(SINCE, f"exports to US {said}", later=later)
    place, shown = expected
    assert placed(measured) == (place, "", shown)
    rank = rank_of(measured)
    assert (rank.earlier, rank.missing) == (earlier, missing)
    own, other = (int(figure.value or 0) for figure in measured.figures)
    low = "low" in said
    assert (rank.record, rank.tie) == ((own < other) if low else (own > other), own == other)


def test_since_a_month_a_gap_is_missing() -> None:
    rows = months("export", "2024-01", [50, 90, 10, None, 30, 25, 40])
    rank = rank_of(found(rows, "exports to US 2024-07: record since 2024-02"))
    assert (rank.earlier, rank.missing, rank.since) == (3, 1, date(2024, 3, 1))
    # With nothing after it there is nothing to be placed among.
    alone = found(rows, "exports to US 2024-07: record since 2024-06")
    assert placed(alone) == (None, "short_history", ["2024-07"])


def test_the_widest_deficit_since_a_month() -> None:
    rows = months("balance", "2024-01", [-50, -90, -10, 30, -30, -40])
    assert placed(found(rows, "balance with US 2024-06: record since 2024-02")) == (
        1, "", ["2024-06", "2024-05"],
    )  # fmt: skip
    assert placed(found(rows, "balance with US 2024-06: record since 2024-01"))[0] == 2


@pytest.mark.parametrize(
    ("since", "missing"),
    [
        # Quarters that end in December, March and June lie between October and September.
        ("2023-11", 1),
        ("2023-12", 0),
        ("2023-10", 1),
        ("2023-09", 1),
        ("2023-08", 2),
    ],
)
def test_quarters_since_a_month(since: str, missing: int) -> None:
    rows = quarters(2024, 5, 7, 9)
    said = found(rows, f"exports to US 2024-Q3: record since {since}")
    assert placed(said) == (1, "", ["2024-Q3", "2024-Q2"])
    assert rank_of(said).missing == missing


def test_the_same_month_since_a_year() -> None:
    rows = [
        row("export", "month", f"{2019 + step}-05", value) for step, value in enumerate((9, 2, 3, 4, 5, 8))
    ]
    rows += [row("export", "month", "2023-08", 99)]
    said = found(rows, "exports to US 2024-05: record same_month since 2019-06")
    assert placed(said) == (1, "", ["2024-05", "2023-05"])
    assert rank_of(said).missing == 0
    assert placed(found(rows, "exports to US 2024-05: record same_month since 2018-06"))[0] == 2


# Growth and shares.


@pytest.mark.parametrize(
    ("value", "base", "flow", "expected"),
    [
        (3, 2, "export", 50),
        (1, 2, "export", -50),
        (0, 2, "export", -100),
        (3, 0, "export", None),
        (3, None, "export", None),
        (-3, -2, "balance", 50),
        (3, 2, "balance", 50),
        (3, -2, "balance", None),
        (0, 2, "balance", None),
        (-1, -1, "balance", 0),
    ],
)
def test_growth(value: int, base: int | None, flow: str, expected: int | None) -> None:
    assert growth(value, base, flow) == expected


#: 100 in every month of 2021, then 1 to 24 more, a month of a year later; the world 1,000 each.
GROWING = months("export", "2021-01", [100] * 12 + [100 + step for step in range(1, 13)])
GROWING += months(
    "export", "2023-01", [2 * (100 + step) for step in range(1, 13)] + [None, 303, 618, 208, 211]
)


@pytest.mark.parametrize(
    ("period", "said", "expected"),
    [
        # All of 2023 doubled; 618 are three times 206.
        ("2024-03", "record growth", (1, "", ["2024-03", "2023-01"])),
        # 303 over 204 is +48.5 %: twelve were higher.
        ("2024-02", "rank 1 growth", (13, "", ["2024-02", "2023-01"])),
        # No growth is no fall, nor is half of a per cent: the last of 27.
        ("2024-04", "record growth", (27, "", ["2024-04", "2024-03"])),
        ("2024-05", "record growth", (27, "", ["2024-05", "2024-03"])),
        # Nothing is known of January 2024, nor of the year before 2021.
        ("2024-01", "record growth", (None, "missing", ["2024-01"])),
        ("2021-05", "record growth", (None, "missing", ["2021-05"])),
        # Twenty-three months are too few.
        ("2023-12", "record growth", (None, "short_history", ["2023-12"])),
    ],
)
def test_places_of_growth(period: str, said: str, expected: tuple[int | None, str, list[str]]) -> None:
    assert placed(found(GROWING, f"exports to US {period}: {said}", later=False)) == expected


def test_a_fall_is_placed_among_falls() -> None:
    values = [100] * 12 + [100 - step for step in range(1, 13)] + [100] * 12 + [80] * 3
    rows = months("export", "2021-01", values)
    # The fall of 20 % is the deepest, in three months alike; the 12 % of December 2022 was before.
    said = found(rows, "exports to US 2024-01: record growth", later=False)
    assert placed(said) == (1, "", ["2024-01", "2022-12"])


def shares(
    period: str, said: str, parts: list[int], totals: list[int | None], flow: str = "export"
) -> Measured:
    rows = months(flow, "2021-01", parts)
    world = months(flow, "2021-01", totals, partner="WORLD")
    name = {"export": "exports to", "balance": "balance with"}[flow]
    return found(rows, f"{name} US {period}: {said}", later=False, world=world)


def test_places_of_shares() -> None:
    # The part grows by one a month from 10 to 36, of 100; of the last of 200.
    parts, totals = list(range(10, 37)), [100] * 26 + [200]
    assert placed(shares("2023-02", "record share", parts, totals)) == (1, "", ["2023-02", "2023-01"])
    # 36 of 200 are 18 %: 19 to 35 of 100, seventeen, are more.
    assert placed(shares("2023-03", "rank 1 share", parts, totals)) == (18, "", ["2023-03", "2023-02"])
    # 10 to 17 are less; 18 is no less.
    assert placed(shares("2023-03", "rank 1 low_share", parts, totals))[:2] == (9, "")
    # A total of nothing has no shares, nor has one that is not held, nor a balance.
    assert placed(shares("2023-03", "record share", parts, [100] * 26 + [0]))[:2] == (None, "missing")
    assert placed(shares("2023-03", "record share", parts, [100] * 26))[:2] == (None, "missing")
    assert placed(shares("2023-03", "record share", parts, totals, "balance"))[:2] == (None, "missing")
    # With 1 as the least there is one.
    assert placed(shares("2023-03", "record share", parts, [100] * 26 + [1]))[:2] == (1, "")


def test_a_share_without_a_whole_is_missing() -> None:
    rows = months("export", "2021-01", list(range(10, 37)))
    assert placed(found(rows, "exports to US 2023-03: record share"))[:2] == (None, "missing")


# What a part of a year, or an amount, is above.


def passing(rows: list[Row], text: str) -> tuple[int | None, str, list[str], int, int]:
    said = found(rows, text)
    rank = said.rank
    assert rank is None or rank.rank in {None, said.value}
    return (*placed(said), rank.earlier if rank else 0, rank.missing if rank else 0)


def full(*values: int, flow: str = "export", first: int = 2019) -> list[Row]:
    return [row(flow, "year", f"{year}-12", value) for year, value in enumerate(values, first)]


def to_date(value: int, period: str = "2023-08", flow: str = "export") -> Row:
    return row(flow, "year_to_date", period, value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # Full years of 100, 300, 200 and 250.
        (301, (1, "", ["2023-08", "2020"], 4, 0)),
        (300, (2, "", ["2023-08", "2020"], 4, 0)),
        (250, (3, "", ["2023-08", "2020"], 4, 0)),
        (99, (5, "", ["2023-08", "2019"], 4, 0)),
    ],
)
def test_a_part_of_a_year_above_full_years(
    value: int, expected: tuple[int | None, str, list[str], int, int]
) -> None:
    rows = [*full(100, 300, 200, 250), to_date(value)]
    assert passing(rows, "exports to US 2023-08 ytd: exceeds every year") == expected


def test_full_years_that_are_missing_or_too_few() -> None:
    text = "exports to US 2023-08 ytd: exceeds every year"
    gap = [*full(100, 300), *full(250, first=2022), to_date(301)]
    assert passing(gap, text) == (1, "", ["2023-08", "2020"], 3, 1)
    early = [*full(100, 300, 200), to_date(301)]
    assert passing(early, text) == (1, "", ["2023-08", "2020"], 3, 1)
    assert passing([*full(100, 300), to_date(301)], text) == (None, "short_history", ["2023-08"], 0, 0)
    # The year that is running, and one after it, are not before it.
    after = [*full(100, 300, 200, 250, 999, 999), to_date(301)]
    assert passing(after, text) == (1, "", ["2023-08", "2020"], 4, 0)
    assert passing(full(1, 2, 3), text) == (None, "missing", ["2023-08"], 0, 0)


def test_a_deficit_beyond_full_years() -> None:
    rows = [*full(-100, -300, 400, -250, flow="balance"), to_date(-301, flow="balance")]
    text = "balance with US 2023-08 ytd: exceeds every year"
    assert passing(rows, text) == (1, "", ["2023-08", "2020"], 4, 0)
    # Nothing at all is above every deficit, as balances go.
    even = [*full(-100, -300, -400, -250, flow="balance"), to_date(0, flow="balance")]
    assert passing(even, text) == (1, "", ["2023-08", "2019"], 4, 0)
    rows = [*full(-100, -300, 400, -250, flow="balance"), to_date(301, flow="balance")]
    assert passing(rows, text) == (2, "", ["2023-08", "2021"], 4, 0)


#: 24 months of 10 to 33, then 50, 40, 50.
RISING = months("export", "2021-01", [*range(10, 34), 50, 40, 50])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-01: first above 45 dollar", (1, "", ["2023-01", "2022-12"], 24, 0)),
        ("2023-01: first above 50 dollar", (1, "", ["2023-01", "2022-12"], 24, 0)),
        ("2023-01: first above 51 dollar", (0, "", ["2023-01"], 0, 0)),
        ("2023-01: first above 33 dollar", (2, "", ["2023-01", "2022-12"], 24, 0)),
        ("2023-01: first above 32 dollar", (3, "", ["2023-01", "2022-11"], 24, 0)),
        ("2023-02: first above 40 dollar", (2, "", ["2023-02", "2023-01"], 25, 0)),
        ("2022-12: first above 33 dollar", (None, "short_history", ["2022-12"], 0, 0)),
        ("2023-04: first above 33 dollar", (None, "missing", ["2023-04"], 0, 0)),
    ],
)
def test_the_first_above_an_amount(text: str, expected: tuple[int | None, str, list[str], int, int]) -> None:
    assert passing(RISING, f"exports to US {text}") == expected


def test_the_first_above_an_amount_over_gaps() -> None:
    rows = months("export", "2021-01", [10, 20, None, *range(11, 33), None, 50])
    assert passing(rows, "exports to US 2023-03: first above 40 dollar") == (
        1, "", ["2023-03", "2023-01"], 24, 2,
    )  # fmt: skip
    rank = rank_of(found(rows, "exports to US 2023-03: first above 40 dollar"))
    assert (rank.record, rank.tie, rank.since) == (True, False, date(2021, 1, 1))
    deficits = months("balance", "2021-01", [-value for value in range(10, 34)] + [-50])
    assert passing(deficits, "balance with US 2023-01: first above 40 dollar")[:2] == (1, "")
    # The last quarter of 2021 is not held.
    rows = [*quarters(2021, 5, 5, 5, None, 5, 5, 5, 5, 5, 9)]
    assert passing(rows, "exports to US 2023-Q2: first above 7 dollar") == (
        1, "", ["2023-Q2", "2021-Q1"], 8, 1,
    )  # fmt: skip


def test_of_both_ways_only_months_with_both_are_placed() -> None:
    rows = [*months("export", "2021-01", [10] * 25), *months("import", "2021-01", [5] * 23 + [None, 6])]
    assert placed(found(rows, "trade with US 2023-01: record"))[:2] == (None, "short_history")
    rows += months("import", "2022-12", [5])
    said = found(rows, "trade with US 2023-01: record")
    assert (placed(said), [figure.value for figure in said.figures]) == (
        (1, "", ["2023-01", "2021-01"]),
        [16, 15],
    )


def test_nothing_is_held_of_a_partner() -> None:
    said = found(RISING, "exports 2023-01: record")
    assert said == Measured(None, note="not_held")
    assert Fraction(1) == found(RISING, "exports to US 2023-01: record").value
    assert pair(RISING).source == "mof"
