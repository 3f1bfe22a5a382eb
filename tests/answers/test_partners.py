"""`trade partners` against the published tables, and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.answers import figures
from tests.conftest import Ran

Trade = Callable[..., Ran]
TOTAL = "total:TOTAL"
COUNTRIES = ("US", "CN", "HK", "SG", "MY", "JP", "KR", "VN", "TH", "IN", "NL", "DE")
NEWS = ("partners", "--through", "2025-11")


def by_partner(ran: Ran) -> dict[str, dict[str, str]]:
    assert (ran.code, ran.err) == (0, "")
    return {row["partner"] or row["role"]: row for row in ran.rows}


def ytd(held: dict[figures.Key, int], flow: str, partner: str, year: int) -> int:
    return figures.total(held, partner, flow, TOTAL, figures.january_to(year, 11))


def placed(values: Mapping[str, int | Fraction]) -> dict[str, int]:
    return {code: 1 + sum(other > value for other in values.values()) for code, value in values.items()}


@pytest.mark.parametrize("flow", ["export", "import"])
def test_ranks_shares_and_points_of_a_flow(trade: Trade, shared: Path, flow: str) -> None:
    held = figures.newest(shared / "data" / "mof.csv")
    now, then = ({code: ytd(held, flow, code, year) for code in COUNTRIES} for year in (2025, 2024))
    total, base = (ytd(held, flow, "WORLD", year) for year in (2025, 2024))
    rows = by_partner(trade(*NEWS, "--by", flow))
    assert {code for code, row in rows.items() if row["rank"]} == set(COUNTRIES)
    for code in COUNTRIES:
        row = rows[code]
        assert (int(row["value"]), int(row["base_value"])) == (now[code], then[code])
        assert (int(row["rank"]), int(row["rank_before"])) == (placed(now)[code], placed(then)[code])
        assert float(row["share"]) == pytest.approx(float(Fraction(100 * now[code], total)))
        assert float(row["contribution"]) == pytest.approx(
            float(Fraction(100 * (now[code] - then[code]), base))
        )
    assert int(rows["rest"]["value"]) == total - sum(now.values())
    assert float(rows["WORLD"]["share"]) == 100.0


def test_ranks_of_the_balance(trade: Trade, shared: Path) -> None:
    held = figures.newest(shared / "data" / "mof.csv")
    now = {code: ytd(held, "export", code, 2025) - ytd(held, "import", code, 2025) for code in COUNTRIES}
    rows = by_partner(trade(*NEWS))
    assert {code: int(row["rank"]) for code, row in rows.items() if row["rank"]} == placed(now)
    assert {code: int(rows[code]["value"]) for code in COUNTRIES} == now
    assert {row["share"] for row in rows.values()} == {""}


def test_ranks_of_growth(trade: Trade) -> None:
    rows = [row for row in trade(*NEWS, "--by", "growth").rows if row["role"] == "part"]
    growth = {row["partner"]: 0 if not row["yoy"] else Fraction(row["yoy"]) for row in rows}
    assert {row["partner"]: int(row["rank"]) for row in rows} == {
        code: 1 + sum(other > value for other in growth.values()) for code, value in growth.items()
    }
    assert [row["partner"] for row in rows][:2] == ["MY", "US"]


def test_a_deficit_that_widens_is_no_growth(trade: Trade) -> None:
    rows = [
        row
        for row in trade(*NEWS, "--by", "growth", "--flow", "balance").rows
        if row["role"] == "part" and row["rank"]
    ]
    ends = {row["partner"]: (int(row["value"]), int(row["base_value"])) for row in rows}
    # By the change of the balance over the size of its base, whichever side it is on.
    moved = {code: Fraction(now - base, abs(base)) for code, (now, base) in ends.items()}
    assert {row["partner"]: int(row["rank"]) for row in rows} == placed(moved)
    widened = {row["partner"] for row in rows if row["yoy_note"] == "deficit_widened"}
    assert widened
    assert all(moved[code] < 0 for code in widened)


def test_counts_of_the_ranked_never_exceed_the_listed(trade: Trade) -> None:
    notes = trade(*NEWS, "--by", "growth", "--flow", "balance", "--format", "table").err
    assert "of the 12 partners listed 11 have a growth rate, a year earlier 12 had one" in notes
    assert "ranks are among the 11 partners" in notes


@pytest.mark.parametrize(("top", "says"), [((), True), (("--top", "16"), False)])
def test_a_partner_that_the_rest_holds_too_is_told(trade: Trade, top: tuple[str, ...], says: bool) -> None:
    words = ("partners", "--through", "2015", "--by", "export", *top)
    ran = trade(*words, "--format", "csv")
    roles = ("part", "rest", "total")
    parts, [rest], [total] = ([row for row in ran.rows if row["role"] == role] for role in roles)
    lacking = [row for row in parts if not row["base_value"]]
    assert bool(lacking) == says
    # By plain sums: the rows exceed the total by what is held twice, and by nothing else.
    twice = sum(int(row["value"]) for row in lacking)
    assert sum(int(row["value"]) for row in [*parts, rest]) == int(total["value"]) + twice
    moved = sum(int(row["change"] or 0) for row in [*parts, rest])
    assert moved == int(total["change"])
    told = f"{len(lacking)} partners listed have no figure a year earlier, and are part of what is left over"
    assert (told in trade(*words, "--format", "table").err) == says


def test_points_of_a_deficit_say_so(trade: Trade) -> None:
    ran = trade("partners", "--reporter", "US", "--through", "2022-12", "--format", "table")
    assert "the points are of the deficit's growth" in ran.err


def test_a_growth_that_is_refused_is_not_ranked(trade: Trade) -> None:
    rows = by_partner(trade(*NEWS, "--by", "growth", "--flow", "balance"))
    assert (rows["NL"]["rank"], rows["NL"]["yoy_note"]) == ("", "sign_change")
    assert int(rows["MY"]["rank"]) == 1


def test_areas_stand_apart_and_are_never_added(trade: Trade) -> None:
    rows = by_partner(trade(*NEWS, "--by", "export"))
    for code in ("CN+HK", "ASIA", "EUROPE", "OCEANIA"):
        assert (rows[code]["role"], rows[code]["rank"], rows[code]["rank_before"]) == ("area", "", "")
    assert int(rows["CN+HK"]["value"]) == int(rows["CN"]["value"]) + int(rows["HK"]["value"])
    listed = sum(int(row["value"]) for row in rows.values() if row["role"] in {"part", "rest"})
    assert listed == int(rows["WORLD"]["value"])


def test_the_rank_a_year_before_is_among_the_same_partners(trade: Trade) -> None:
    # A year before the ministry's imports held 193 countries, of which these twelve.
    ran = trade("partners", "--by", "import", "--through", "2024-05", "--span", "month")
    ranks = sorted(int(row["rank_before"]) for row in ran.rows if row["rank_before"])
    assert ranks == list(range(1, len(ranks) + 1))


def test_the_newest_month_is_one_that_lacks_no_partner(trade: Trade) -> None:
    # For September 2026 eight partners are held, for August twelve.
    assert {row["period"] for row in trade("partners", "--by", "export").rows} == {"2026-08"}
    assert (
        sum(bool(row["rank"]) for row in trade("partners", "--by", "export", "--through", "2026-09").rows)
        == 8
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--by", "colour"), 2, "partners cannot be ranked by 'colour'"),
        (("--span", "day"), 2, "there is no span 'day'"),
        (("--by", "growth", "--flow", "sale"), 2, "there is no flow 'sale'"),
        (("--through", "2027-01"), 3, "the newest month that can be answered is 2026-08"),
        (("--reporter", "LI"), 3, "nothing is available of trade between Liechtenstein and World (comtrade)"),
    ],
)
def test_what_cannot_be_answered(trade: Trade, words: tuple[str, ...], code: int, message: str) -> None:
    ran = trade("partners", *words)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "words",
    [
        NEWS,
        (*NEWS, "--by", "export"),
        (*NEWS, "--by", "growth", "--span", "rolling_12"),
        ("partners", "--by", "export", "--through", "2025-08", "--span", "month", "--as-of", "2025-09-09"),
        ("partners", "--reporter", "US", "--by", "import", "--through", "2022-12"),
    ],
    ids=["balance", "exports", "growth", "release", "census"],
)
def test_words(trade: Trade, snapshot: SnapshotAssertion, words: tuple[str, ...], lang: str) -> None:
    ran = trade(*words, "--format", "table", "--lang", lang)
    assert ran.code == 0
    assert f"{ran.out}---\n{ran.err}" == snapshot
