"""Places among partners and goods as far as those held tell them, counted by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.made_up import Row, pair, row
from tradecli.claims import from_line
from tradecli.question import Question
from tradecli.reports.measure import Measured, measure
from tradecli.reports.measure_ranks import markets
from tradecli.series import Series

PERIOD = "2025-01"


def one(value: int, partner: str = "WORLD", goods: str = "", flow: str = "export") -> Row:
    more = {"commodity": goods, "classification": "mof"} if goods else {}
    return row(flow, "month", PERIOD, value, partner=partner, **more)


def placed(rows: list[Row], text: str) -> Measured:
    claim = from_line(text)

    def series_of(asked: Question) -> Series | None:
        wanted = (asked.partner, asked.commodity)
        found = [line for line in rows if (line["partner"], line["commodity"]) == wanted]
        return pair(found, asked.partner) if found else None

    return measure(series_of, claim, claim.assertions[0], None)


def ends(found: Measured) -> tuple[int | None, int | None, int | None, str]:
    """The usual place, the best and the worst, and why there is none."""
    value, low, high = (None if end is None else int(end) for end in found[:3])
    return value, low, high, found.note


def among(
    world: int, text: str, flow: str = "export", **partners: int
) -> tuple[int | None, int | None, int | None, str]:
    rows = [one(world, flow=flow), *(one(value, code, flow=flow) for code, value in partners.items())]
    return ends(placed(rows, text))


US, JP, CN = (f"exports to {code} {PERIOD}: rank 1 partners" for code in ("US", "JP", "CN"))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # Eighteen countries; China and Hong Kong, the six of ASEAN and the four of Europe as one each.
        ("exports to US 2025-01: 5 dollar", [17, 18, 9, 12]),
        # China and Hong Kong are markets of their own by countries alone, as one where they are named so.
        ("exports to CN 2025-01: 5 dollar", [18]),
        ("exports to CN+HK 2025-01: 5 dollar", [17, 9, 12]),
        ("exports to ASEAN 2025-01: 5 dollar", [9, 12]),
        ("exports to DE 2025-01: 5 dollar", [17, 18, 12]),
        ("exports 2025-01: 5 dollar", []),
        # Japan is not among its own partners, and Taiwan is.
        ("exports to US by JP 2025-01: 5 dollar", [18, 17]),
    ],
)
def test_the_rivals_of_a_partner(text: str, count: list[int]) -> None:
    claim = from_line(text)
    found = markets(claim)
    assert [len(each) for each in found] == count
    assert all({claim.partner, claim.reporter}.isdisjoint(each) for each in found)
    assert all(len(set(each)) == len(each) for each in found)


def test_china_and_hong_kong_are_counted_once() -> None:
    usual, countries, *_ = markets(from_line(f"exports to US {PERIOD}: 5 dollar"))
    assert {"CN+HK", "CN", "HK"} & set(usual) == {"CN+HK"}
    assert {"CN+HK", "CN", "HK"} & set(countries) == {"CN", "HK"}


@pytest.mark.parametrize(
    ("world", "partners", "expected"),
    [
        # 100 of 199 or 200; what is not held is 99, or just as much.
        (199, {"US": 100}, (1, 1, 1, "")),
        (200, {"US": 100}, (None, 1, 2, "partners_not_held")),
        (399, {"US": 100}, (None, 1, 3, "partners_not_held")),
        (400, {"US": 100}, (None, 1, 4, "partners_not_held")),
        # Japan has as much, which is no more; one more is.
        (299, {"US": 100, "JP": 100}, (1, 1, 1, "")),
        (299, {"US": 100, "JP": 101}, (2, 2, 2, "")),
        (350, {"US": 100, "JP": 101, "KR": 120}, (3, 3, 3, "")),
        # More is held than the whole: nothing is left.
        (150, {"US": 100, "JP": 90}, (1, 1, 1, "")),
        # 60 of China and 50 of Hong Kong are one market to the ministry, two by countries alone.
        (220, {"US": 100, "CN+HK": 110, "CN": 60, "HK": 50}, (2, 1, 2, "")),
        (220, {"US": 100, "JP": 100, "CN": 10, "HK": 10}, (1, 1, 1, "")),
        (1, {"US": 1}, (1, 1, 1, "")),
        (220, {"US": 0}, (None, None, None, "not_ranked")),
        # Germany counts by itself or within Europe, of which as one nothing is held.
        (350, {"US": 100, "JP": 101, "DE": 120}, (3, 2, 3, "")),
    ],
)  # fmt: skip
def test_places(
    world: int, partners: dict[str, int], expected: tuple[int | None, int | None, int | None, str]
) -> None:
    assert among(world, US, **partners) == expected


def test_the_rank_that_is_shown() -> None:
    rows = [
        one(220),
        one(100, "US"),
        *(one(value, code) for code, value in (("CN+HK", 110), ("CN", 60), ("HK", 50))),
    ]
    found = placed(rows, US)
    assert found.rank is not None
    assert found.rank[:1] + found.rank[3:6] == ("month", None, False, 2)
    assert (found.rank.missing, [figure.value for figure in found.figures]) == (1, [100])
    assert placed(rows, f"exports to US {PERIOD}: record partners").value == Fraction(2)


def test_nothing_to_be_placed_among() -> None:
    # No whole, no partner, no figure, none of the lists that count it.
    assert ends(placed([one(100, "US")], US)) == (None, None, None, "not_ranked")
    other = row("export", "month", "2025-02", 5, partner="US")
    nothing = placed([one(100), other], US)
    assert (ends(nothing), len(nothing.figures)) == ((None, None, None, "missing"), 1)
    assert ends(placed([one(100)], f"exports {PERIOD}: rank 1 partners")) == (None, None, None, "not_ranked")
    unlisted = placed([one(100), one(50, "ZA")], f"exports to ZA {PERIOD}: rank 1 partners")
    assert ends(unlisted) == (None, None, None, "not_ranked")
    assert len(unlisted.figures) == 1


def balances(**partners: tuple[int, int]) -> list[Row]:
    """The exports and imports of some partners and the balances that they make."""
    return [
        line
        for code, (exports, imports) in partners.items()
        for line in (
            one(exports, code),
            one(imports, code, flow="import"),
            one(exports - imports, code, flow="balance"),
        )
    ]


@pytest.mark.parametrize(
    ("whole", "text", "expected"),
    [
        # A surplus of 60 with the US; Japan's is 50. Of exports 100 and 80, 59 or 60 go elsewhere.
        ((239, 500), "balance with US", (1, 1, 1, "")),
        ((240, 500), "balance with US", (None, 1, 2, "partners_not_held")),
        ((239, 500), "surplus with JP", (None, 2, 3, "partners_not_held")),
        ((229, 500), "surplus with JP", (2, 2, 2, "")),
    ],
)
def test_surpluses_are_no_larger_than_exports(
    whole: tuple[int, int], text: str, expected: tuple[int | None, int | None, int | None, str]
) -> None:
    rows = balances(WORLD=whole, US=(100, 40), JP=(80, 30), KR=(0, 0))
    assert ends(placed(rows, f"{text} {PERIOD}: rank 1 partners")) == expected


@pytest.mark.parametrize(
    ("whole", "text", "expected"),
    [
        # Deficits of 60 and 50, and a surplus with Korea. Of imports 100, 80, 10, 59 or 60 remain.
        ((500, 249), "balance with US", (1, 1, 1, "")),
        ((500, 250), "deficit with US", (None, 1, 2, "partners_not_held")),
        ((500, 239), "deficit with JP", (2, 2, 2, "")),
    ],
)
def test_deficits_are_no_wider_than_imports(
    whole: tuple[int, int], text: str, expected: tuple[int | None, int | None, int | None, str]
) -> None:
    rows = balances(WORLD=whole, US=(40, 100), JP=(30, 80), KR=(80, 10))
    assert ends(placed(rows, f"{text} {PERIOD}: rank 1 partners")) == expected


def goods(whole: int, text: str, **groups: int) -> tuple[int | None, int | None, int | None, str]:
    return ends(placed([one(whole), *(one(value, goods=code) for code, value in groups.items())], text))


CHIPS = f"exports of mof:ELECTRONIC_COMPONENTS {PERIOD}: rank 1 commodities"


@pytest.mark.parametrize(
    ("whole", "groups", "expected"),
    [
        (199, {"ELECTRONIC_COMPONENTS": 100}, (1, 1, 1, "")),
        (200, {"ELECTRONIC_COMPONENTS": 100}, (None, 1, 2, "partners_not_held")),
        (299, {"ELECTRONIC_COMPONENTS": 100, "ICT_AV": 120}, (2, 2, 2, "")),
        # Crude oil is a part of minerals: 150 of them, not 260.
        (349, {"ELECTRONIC_COMPONENTS": 100, "MINERALS": 150, "CRUDE_OIL": 110}, (2, 2, 2, "")),
        (
            350,
            {"ELECTRONIC_COMPONENTS": 100, "MINERALS": 150, "CRUDE_OIL": 110},
            (None, 2, 3, "partners_not_held"),
        ),
        # Of minerals nothing is held: crude oil counts.
        (309, {"ELECTRONIC_COMPONENTS": 100, "CRUDE_OIL": 110}, (2, 2, 2, "")),
    ],
)
def test_places_among_goods(
    whole: int, groups: dict[str, int], expected: tuple[int | None, int | None, int | None, str]
) -> None:
    assert goods(whole, CHIPS, **groups) == expected


def test_goods_of_no_list_have_no_place() -> None:
    assert goods(100, f"exports {PERIOD}: rank 1 commodities")[3] == "not_ranked"
    # Computers are a part of ICT products.
    assert (
        goods(100, f"exports of mof:COMPUTERS {PERIOD}: rank 1 commodities", COMPUTERS=50)[3] == "not_ranked"
    )


def test_partners_in_some_goods_are_placed_in_those() -> None:
    rows = [one(1_000), one(150, goods="MACHINERY"), one(100, "US", "MACHINERY"), one(900, "JP")]
    text = f"exports of mof:MACHINERY to US {PERIOD}: rank 1 partners"
    assert ends(placed(rows, text)) == (1, 1, 1, "")
