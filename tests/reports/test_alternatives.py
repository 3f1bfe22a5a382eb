"""The changes that are tried on a claim: each list written out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from tests.made_up import pair, row
from tradecli.claims import Assertion, from_line
from tradecli.quantity import quantity
from tradecli.reports import alternatives
from tradecli.reports.alternatives import Mistake, _words
from tradecli.reports.available import PARTNERS
from tradecli.reports.explanations import Explanation, _read_as

BILLION = 10**9


def said(text: str) -> Mistake:
    claim = from_line(text)
    return Mistake("", claim, claim.assertions[0], claim.made, side=claim.side)


def changes(name: str, text: str, others: Any = None) -> list[Mistake]:
    found: Iterator[Mistake] = getattr(alternatives, name)(others, said(text))
    return list(found)


def quantities(found: list[Mistake]) -> list[Fraction]:
    return [one.assertion.quantity.value for one in found if one.assertion.quantity]


def month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


# Spans.


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("exports 2025-11: 64 bn", ["year_to_date", "rolling_12"]),
        ("exports 2025-11 ytd: 64 bn", ["month", "rolling_12"]),
        ("exports 2025-12: 64 bn", ["year_to_date", "quarter", "rolling_12"]),
        ("exports 2025-09: 64 bn", ["year_to_date", "quarter", "rolling_12"]),
        ("exports 2025-04: 64 bn", ["year_to_date", "rolling_12"]),
        # December to date is the year.
        ("exports 2025-12 ytd: 64 bn", ["month", "quarter", "rolling_12"]),
        ("exports 2025: 64 bn", ["month", "quarter", "rolling_12"]),
        ("exports 2025-Q3: 64 bn", ["month", "year_to_date", "rolling_12"]),
        ("exports 2025-11: record", []),
        ("exports 2025-11: rank 2", []),
        ("exports 2025-11: streak 2", []),
    ],
)
def test_other_spans(text: str, spans: list[str]) -> None:
    found = changes("spans", text)
    assert [one.claim.span for one in found] == spans
    assert [one.words for one in found] == [_words("span", span) for span in spans]


def test_a_year_for_a_part_of_it() -> None:
    found = changes("part_year", "exports 2025: 640 bn")
    assert [one.claim.period.month for one in found] == [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert {(one.claim.period.year, one.claim.span) for one in found} == {(2025, "year_to_date")}
    (found,) = changes("part_year", "exports 2025-11 ytd: 640 bn")
    assert (found.claim.period, found.claim.span, found.kind) == (
        month("2025-12"),
        "year_to_date",
        "part_year",
    )
    assert changes("part_year", "exports 2025-11: 64 bn") == []
    assert changes("part_year", "exports 2025-Q4: 64 bn") == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("exports 2025-11 ytd: +40 % y/y", quantity("1.40")),
        ("exports 2025-11 ytd: 1.4 times", quantity("1.4")),
        ("exports 2025-11 ytd: doubled", None),
    ],
)
def test_a_part_of_a_year_beside_the_whole_one_before(text: str, claimed: Any) -> None:
    _, unequal = changes("part_year", text)
    assert (unequal.kind, unequal.claim.against, unequal.claim.against_span) == (
        "unequal",
        month("2024-12"),
        "year",
    )
    assert unequal.assertion.measure == "multiple"
    own = unequal.assertion.quantity
    assert (own and own[:2]) == (claimed and claimed[:2])
    assert unequal.words == _words("unequal", year=2024)


@pytest.mark.parametrize(
    "text",
    [
        "exports 2025: +40 % y/y",
        "exports 2025-11 ytd: 1.4 times 2023",
        "exports 2025-11 ytd: 640 bn",
        "exports 2025-11: +40 % y/y",
    ],
)
def test_what_is_not_held_against_a_whole_year(text: str) -> None:
    assert [one for one in changes("part_year", text) if one.kind == "unequal"] == []


# Rates, flows, sides, offices.


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("exports 2025-11: +40 % y/y", ["mom"]),
        ("exports 2025-11: +40 % m/m", ["yoy"]),
        ("exports 2025-11: 64 bn", []),
        ("exports 2025-11 ytd: +40 % y/y", []),
    ],
)
def test_the_other_rate(text: str, measures: list[str]) -> None:
    assert [one.assertion.measure for one in changes("rates", text)] == measures


def test_other_flows_have_no_side() -> None:
    found = changes("flows", "surplus with US 2025-11: 5 bn")
    assert [(one.claim.flow, one.side) for one in found] == [("export", 0), ("import", 0)]
    found = changes("flows", "exports to US 2025-11: 5 bn")
    assert [(one.claim.flow, one.side) for one in found] == [("import", 0), ("balance", 0)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("surplus with US 2025-11: 5 bn", -1),
        ("surplus with US 2025-11: record", -1),
        ("deficit with US 2025-11: 5 bn", 1),
        ("balance with US 2025-11: 5 bn", -1),
        ("balance with US 2025-11: rank 2", None),
        ("exports to US 2025-11: 5 bn", None),
    ],
)
def test_the_other_side(text: str, side: int | None) -> None:
    found = changes("sign", text)
    assert [one.side for one in found] == ([] if side is None else [side])
    if found:
        assert found[0].words == _words("sign", "deficit" if side == -1 else "surplus")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exports to US 2025-11: 5 bn", ("US", "TW", "import", 0)),
        ("imports from US 2025-11: 5 bn", ("US", "TW", "export", 0)),
        ("surplus with US 2025-11: 5 bn", ("US", "TW", "balance", -1)),
        ("deficit with US 2025-11: 5 bn", ("US", "TW", "balance", 1)),
    ],
)
def test_the_other_office(text: str, expected: tuple[str, str, str, int]) -> None:
    (found,) = changes("office", text)
    assert (found.claim.reporter, found.claim.partner, found.claim.flow, found.side) == expected


def test_the_world_has_no_office() -> None:
    assert changes("office", "exports 2025-11: 5 bn") == []


def test_a_change_keeps_the_side_by_default() -> None:
    assert Mistake("", said("exports 2025-11: 5 bn").claim, Assertion("level"), None).side == 1


@pytest.mark.parametrize(
    ("partner", "others"), [("CN", ["CN+HK"]), ("CN+HK", ["CN"]), ("HK", []), ("US", [])]
)
def test_china_with_and_without_hong_kong(partner: str, others: list[str]) -> None:
    found = changes("greater_china", f"exports to {partner} 2025-11: 5 bn")
    assert [one.claim.partner for one in found] == others


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("exports to US 2025-11: 5 bn", {"US", "TW"}),
        ("exports to CN 2025-11: 5 bn", {"CN", "CN+HK", "TW"}),
        ("exports to CN+HK 2025-11: 5 bn", {"CN", "CN+HK", "TW"}),
        ("exports to TW by US 2025-11: 5 bn", {"US", "TW"}),
        ("exports to VN by JP 2025-11: 5 bn", {"VN", "JP"}),
    ],
)
def test_other_partners(text: str, without: set[str]) -> None:
    found = changes("other_partners", text)
    assert [one.claim.partner for one in found] == [code for code in PARTNERS if code not in without]


@pytest.mark.parametrize(
    ("made", "days"),
    [
        ("", ["2025-12-09", "2026-01-09", "2026-02-09"]),
        (" @ 2026-01-09", ["2025-12-09"]),
        (" @ 2026-01-10", ["2025-12-09", "2026-01-09"]),
    ],
)
def test_other_vintages_are_those_before_the_day(made: str, days: list[str]) -> None:
    releases = [date(2025, 12, 9), date(2026, 1, 9), date(2026, 2, 9)]
    found = changes("vintages", f"exports 2025-11: 5 bn{made}", SimpleNamespace(days=lambda _: releases))
    assert [str(one.as_of) for one in found] == days


# Units.


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("exports 2025-11: 64 bn", ["hundred_million", "scale", "scale", "scale"]),
        ("exports 2025-11: 640 億", ["scale", "hundred_million", "scale", "scale"]),
        ("exports 2025-11: 64 million", ["scale"] * 4),
        ("exports 2025-11: base 64 bn", ["hundred_million", "scale", "scale", "scale"]),
        ("exports 2025-11: +64 % y/y", []),
    ],
)
def test_slips_of_a_unit(text: str, kinds: list[str]) -> None:
    found = changes("scale", text)
    assert [one.kind for one in found] == kinds
    if not found:
        return
    value = said(text).assertion.quantity
    assert value is not None
    assert quantities(found) == [value.value / 10, value.value * 10, value.value / 1000, value.value * 1000]
    ways = ["less", "more", "less", "more"]
    factors = [10, 10, 1000, 1000]
    assert [one.words for one in found] == [
        _words(kind, None if kind == "hundred_million" else way, factor=factor)
        for kind, way, factor in zip(kinds, ways, factors, strict=True)
    ]


def test_a_level_without_a_number_has_no_slips() -> None:
    bare = said("exports 2025-11: 64 bn")._replace(assertion=Assertion("level"))
    for name in ("scale", "currency"):
        assert list(getattr(alternatives, name)(None, bare)) == []
    assert (
        list(alternatives.folds(None, bare._replace(assertion=Assertion("multiple", word="doubled")))) == []
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("exports 2025-11: 2.3 times", [Fraction(33, 10), Fraction(13, 10)]),
        ("exports 2025-11: +130 % y/y", [Fraction(230), Fraction(30)]),
        ("exports 2025-11: +130 % m/m", [Fraction(230), Fraction(30)]),
        ("exports 2025-11: 64 bn", []),
    ],
)
def test_times_and_folds(text: str, values: list[Fraction]) -> None:
    found = changes("folds", text)
    assert quantities(found) == values
    assert [one.words for one in found] == [
        _words("fold", way) for way in ("increase", "level")[: len(found)]
    ]


@pytest.mark.parametrize(
    ("claimed", "rate"),
    [
        ("64.92", "32.5"),  # 32.46
        ("54", "27.0"),
        ("72", "36.0"),
        ("53.9", None),
        ("72.1", None),
    ],
)
def test_new_taiwan_dollars_for_us_dollars(claimed: str, rate: str | None) -> None:
    series = pair([row("export", "month", "2025-11", 2 * BILLION)])
    others = SimpleNamespace(series=lambda _: series)
    found = changes("currency", f"exports to US 2025-11: {claimed} bn", others)
    assert [str(one.words.facts["rate"]) for one in found if one.words] == ([rate] if rate else [])
    assert quantities(found) == ([Fraction(2 * BILLION)] if rate else [])


@pytest.mark.parametrize(("flow", "count"), [("deficit", 1), ("surplus", 0)])
def test_a_deficit_in_new_taiwan_dollars(flow: str, count: int) -> None:
    series = pair([row("balance", "month", "2025-11", -2 * BILLION)])
    others = SimpleNamespace(series=lambda _: series)
    assert len(changes("currency", f"{flow} with US 2025-11: 64 bn", others)) == count


@pytest.mark.parametrize(
    "text",
    ["exports to US by JP 2025-11: 64 bn", "exports to US 2025-11: +30 % y/y", "exports to US 2024-11: 9 bn"],
)
def test_what_no_exchange_rate_explains(text: str) -> None:
    series = pair([row("export", "month", "2025-11", 2 * BILLION)])
    assert changes("currency", text, SimpleNamespace(series=lambda _: series)) == []


# Months.


def test_months_nearby() -> None:
    found = changes("months_nearby", "exports 2025-11: 64 bn")
    assert [one.claim.period for one in found] == [
        month(m) for m in ("2024-11", "2025-10", "2025-12", "2026-11")
    ]


def test_what_is_compared_with_keeps_its_distance() -> None:
    found = changes("months_nearby", "exports 2025-11: 1.4 times 2023-05")
    assert [one.claim.against for one in found] == [
        month(m) for m in ("2022-05", "2023-04", "2023-06", "2024-05")
    ]
    assert {one.claim.against for one in changes("months_nearby", "exports 2025-11: 64 bn")} == {None}
    further = changes("other_months", "exports 2025-11: 1.4 times 2023-05")[-6:]
    assert [one.claim.against and one.claim.against.year for one in further] == [
        2022,
        2024,
        2021,
        2025,
        2020,
        2026,
    ]
    assert {one.claim.against and one.claim.against.month for one in further} == {5}


YEARS = [2024, 2026, 2023, 2027, 2022, 2028]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("exports 2025-11: 64 bn", [10, 12, 9, 8, 7, 6, 5, 4, 3, 2, 1]),
        ("exports 2025-06: 64 bn", [5, 7, 4, 8, 3, 9, 2, 10, 1, 11, 12]),
        ("exports 2025-12: 64 bn", [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]),
        ("exports 2025-11 ytd: 64 bn", [10, 12, 9, 8, 7, 6, 5, 4, 3, 2, 1]),
        # The year to date through December is the year, which has parts of its own.
        ("exports 2025-12 ytd: 64 bn", []),
        ("exports 2025: 64 bn", []),
        ("exports 2025-Q4: 64 bn", [9, 6, 3]),
        ("exports 2025-Q1: 64 bn", [6, 9, 12]),
    ],
)
def test_other_months(text: str, near: list[int]) -> None:
    found = [one.claim.period for one in changes("other_months", text)]
    assert [(one.year, one.month) for one in found[: len(near)]] == [(2025, one) for one in near]
    own = from_line(text).period.month
    assert [(one.year, one.month) for one in found[len(near) :]] == [(year, own) for year in YEARS]


# What reads the same.


def test_a_year_reads_as_its_months_to_december() -> None:
    year, to_date, single = (
        _read_as(said(f"exports {period}: 64 bn")._replace(kind="period", words=_words("period")))
        for period in ("2025", "2025-12 ytd", "2025-12")
    )
    assert year.claim.span == to_date.claim.span == "year_to_date"
    assert (single.claim.span, single.kind, single.words) == ("month", "", None)


def test_nothing_was_tried_where_nothing_is_explained() -> None:
    assert Explanation() == ((), 0)
    assert Explanation().tried == 0
