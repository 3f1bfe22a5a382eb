"""The leading parts alone, areas side by side, and how concentrated a total is."""

from __future__ import annotations

from collections.abc import Callable
from json import loads

import pytest

from tests.conftest import Ran

Trade = Callable[..., Ran]
NEWS = ("--through", "2025-11")
#: Each way to break a total down that leaves a rest, and what its parts are called.
WAYS = [
    ("partners", "--by", "export"),
    ("partners", "--by", "balance"),
    ("partners", "--by", "growth", "--flow", "import"),
    ("drivers", "--by", "partner"),
    ("drivers", "--by", "commodity"),
    ("drivers", "--by", "partner", "--flow", "balance"),
]


def of_role(rows: list[dict[str, str]], role: str) -> list[dict[str, str]]:
    return [row for row in rows if row["role"] == role]


def name(row: dict[str, str]) -> str:
    return row.get("partner_name") or row["part_name"]


@pytest.mark.parametrize("words", WAYS, ids=" ".join)
@pytest.mark.parametrize("top", [1, 3, 11])
def test_the_rest_is_the_total_less_what_is_listed(trade: Trade, words: tuple[str, ...], top: int) -> None:
    every, some = (trade(*words, *NEWS, *more).rows for more in ((), ("--top", str(top))))
    parts, [rest], [total] = (of_role(some, role) for role in ("part", "rest", "total"))
    assert len(parts) == top
    # What is listed is listed as it was, in its order; so is the total.
    assert [row for row in every if row in parts] == parts
    assert total == of_role(every, "total")[0]
    assert len(some) == top + 2
    for column in ("value", "base_value"):
        assert sum(int(row[column]) for row in (*parts, rest)) == int(total[column])


def test_the_partners_that_rank_first_are_listed(trade: Trade) -> None:
    rows = trade("partners", *NEWS, "--by", "export", "--top", "4").rows
    assert [row["rank"] for row in of_role(rows, "part")] == ["1", "2", "3", "4"]


def test_the_parts_that_moved_most_are_listed_either_way(trade: Trade) -> None:
    every = of_role(trade("drivers", *NEWS).rows, "part")
    most = sorted(every, key=lambda row: -abs(int(row["change"])))[:5]
    some = of_role(trade("drivers", *NEWS, "--top", "5").rows, "part")
    assert {row["part"] for row in some} == {row["part"] for row in most}


@pytest.mark.parametrize("words", WAYS, ids=" ".join)
def test_everything_is_listed_where_there_is_no_more(trade: Trade, words: tuple[str, ...]) -> None:
    every, some = (trade(*words, *NEWS, *more).rows for more in ((), ("--top", "1000")))
    assert some == [row for row in every if row["role"] != "area"]


def test_what_is_not_listed_is_said(trade: Trade) -> None:
    ran = trade("partners", *NEWS, "--by", "export", "--top", "3", "--format", "table")
    assert "all others (9 with figures)" in ran.out
    assert "3 of 12 partners" in ran.err
    assert "4 areas not listed: --by region" in ran.err
    told = loads(trade("partners", *NEWS, "--by", "export", "--top", "3", "--format", "json").out)["notes"]
    assert [note["key"] for note in told][:2] == ["top.partner", "top_areas"]
    # Areas that stand beside areas are shown by leaving out what keeps them away.
    areas = trade("partners", *NEWS, "--by", "region", "--top", "3", "--format", "table").err
    assert "1 area not listed: leave out --top" in areas


@pytest.mark.parametrize("words", [("partners",), ("drivers",)])
@pytest.mark.parametrize("top", ["0", "-2"])
def test_fewer_than_one_cannot_be_asked_for(trade: Trade, words: tuple[str, ...], top: str) -> None:
    ran = trade(*words, "--top", top)
    assert (ran.code, ran.out) == (2, "")
    assert "--top takes 1 or more" in ran.err


@pytest.mark.parametrize("flow", ["export", "import", "balance"])
@pytest.mark.parametrize("command", ["partners", "drivers"])
def test_areas_stand_side_by_side_and_add_up_to_nothing(trade: Trade, command: str, flow: str) -> None:
    ran = trade(command, "--by", "region", "--flow", flow, *NEWS)
    rows = ran.rows
    assert {row["role"] for row in rows} == {"area", "total"}
    codes = [row.get("part") or row["partner"] for row in of_role(rows, "area")]
    assert {"ASIA", "EUROPE", "CN+HK"} <= set(codes)
    # As the partners' table has them apart, to the dollar.
    apart = of_role(trade("partners", "--by", flow, *NEWS).rows, "area")
    assert {name(row): row["value"] for row in of_role(rows, "area")} == {
        name(row): row["value"] for row in apart
    }
    told = loads(trade(command, "--by", "region", "--flow", flow, *NEWS, "--format", "json").out)
    assert "regions_as_published" in [note["key"] for note in told["notes"]]
    assert not any(row["concentration_low"] for row in rows)


def test_areas_have_no_rank(trade: Trade) -> None:
    assert not any(
        row["rank"] or row["rank_before"] for row in trade("partners", "--by", "region", *NEWS).rows
    )


def test_of_areas_the_first_are_listed_without_a_rest(trade: Trade) -> None:
    ran = trade("partners", "--by", "region", "--flow", "export", *NEWS, "--top", "1", "--format", "json")
    assert [row["role"] for row in loads(ran.out)["rows"]] == ["area", "total"]
    assert loads(ran.out)["rows"][0]["partner"] == "ASIA"
    assert loads(ran.out)["notes"][0]["text"].startswith("3 areas not listed")


def test_by_region_the_whole_world_is_broken_down(trade: Trade) -> None:
    ran = trade("drivers", "--by", "region", "--partner", "US")
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    "words", [("partners", "--by", "export"), ("drivers",), ("drivers", "--by", "partner")]
)
def test_the_concentration_of_the_rows(trade: Trade, words: tuple[str, ...]) -> None:
    rows = trade(*words, *NEWS).rows
    [total] = of_role(rows, "total")
    shares = [100 * int(row["value"]) / int(total["value"]) for row in of_role(rows, "part")]
    low = sum(share**2 for share in shares)
    assert float(total["concentration_low"]) == pytest.approx(low)
    assert float(total["concentration_high"]) == pytest.approx(low + (100 - sum(shares)) ** 2)
    assert not any(row["concentration_low"] for row in rows if row["role"] != "total")


def test_the_concentration_is_of_all_parts_however_few_are_listed(trade: Trade) -> None:
    asked = ("partners", "--by", "export", *NEWS)
    every, some = (of_role(trade(*asked, *more).rows, "total") for more in ((), ("--top", "2")))
    assert every == some


def test_a_balance_is_not_concentrated(trade: Trade) -> None:
    ran = trade("partners", *NEWS, "--format", "json")
    assert not any(finding["key"].startswith("concentration") for finding in loads(ran.out)["findings"])
    assert not any(row["concentration_low"] for row in loads(ran.out)["rows"])
