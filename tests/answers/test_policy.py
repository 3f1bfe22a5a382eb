"""`trade surplus --policy`: dated facts, never carried past their day."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.answers import figures
from tests.conftest import CHECKOUT, Ran, ageless
from tradecli.facts import policy

Trade = Callable[..., Ran]
TAIWAN = ("surplus", "--partner", "US", "--policy")


def rows(ran: Ran, measure: str) -> list[dict[str, str]]:
    assert (ran.code, ran.err) == (0, "")
    return [row for row in ran.rows if row["measure"] == measure]


def test_the_goods_part_of_criterion_1(trade: Trade, shared: Path) -> None:
    (row,) = rows(trade(*TAIWAN, "--through", "2025-11"), "treasury_criterion_1_goods")
    held = figures.newest(shared / "data" / "census.csv")
    months = [*figures.january_to(2025, 9), "2024-10", "2024-11", "2024-12"]
    assert int(row["value"]) == -figures.total(held, "TW", "balance", "total:TOTAL", months)
    assert (row["period"], row["threshold"], row["exceeds"], row["source"]) == (
        "2025-09",
        "15000000000",
        "true",
        "census",
    )


def test_before_2021_the_threshold_was_20_billion_in_goods(trade: Trade) -> None:
    (row,) = rows(trade(*TAIWAN, "--through", "2019"), "treasury_criterion_1_goods")
    assert (row["threshold"], row["period"]) == ("20000000000", "2019-12")
    assert "in goods." in trade(*TAIWAN, "--through", "2019", "--format", "table").out


def test_a_small_surplus_does_not_reach_it(trade: Trade) -> None:
    asked = ("--through", "2018", "--format", "table")
    assert "goods alone do not reach the threshold of US$ 20 billion" in trade(*TAIWAN, *asked).out


def test_before_the_act_there_is_no_criterion(trade: Trade) -> None:
    out = trade(*TAIWAN, "--through", "2010", "--format", "table").out
    assert "Treasury's criterion 1 cannot be told for Taiwan" in out
    assert "財政部標準一" in trade(*TAIWAN, "--through", "2010", "--format", "table", "--lang", "zh").out


@pytest.mark.parametrize(
    ("economy", "exports", "imports", "given", "announced", "annex"),
    [
        ("TW", 423, 1163, 32, 32, 32),
        ("JP", 797, 1482, 24, 24, 24),
        ("KR", 655, 1315, 26, 25, 26),
        ("CN", 1435, 4389, 34, 34, None),
        ("VN", 131, 1366, 46, 46, None),
    ],
)
def test_the_formula_as_announced(
    trade: Trade, economy: str, exports: int, imports: int, given: int, announced: int, annex: int | None
) -> None:
    asked = ("surplus", "--reporter", "US", "--partner", economy, "--policy")
    (row,) = rows(trade(*asked), "formula_as_announced")
    assert (int(row["exports"]), int(row["imports"])) == (exports * 10**8, imports * 10**8)
    shown = [row[name] for name in ("rate", "announced", "annex")]
    assert shown == [str(given), str(announced), "" if annex is None else str(annex)]


def test_revised_figures_can_give_another_rate(trade: Trade) -> None:
    # Korea: 65.771 and 131.458 today; half of the ratio is 24.98, and the next whole above is 25, not 26.
    (row,) = rows(
        trade("surplus", "--reporter", "KR", "--partner", "US", "--policy"), "formula_on_figures_known"
    )
    assert row["rate"] == "25"
    (row,) = rows(trade(*TAIWAN), "formula_on_figures_known")
    assert row["rate"] == "32"


def test_the_actual_rates(trade: Trade) -> None:
    held = [
        (row["valid_from"], row["status"], row["economy"], row["rate"])
        for row in rows(trade(*TAIWAN), "actual_rate")
    ]
    by_day: dict[tuple[str, str], list[str]] = {}
    for day, status, _, rate in held:
        by_day.setdefault((day, status), []).append(rate)
    assert by_day == {
        ("2025-04-02", "announced"): ["32", "24", "25"],
        ("2025-04-05", "in force"): ["10", "10", "10"],
        ("2025-08-07", "in force"): ["20", "15", "15"],
        ("2026-01-15", "agreed"): ["15", "15", "15"],
        ("2026-02-20", "struck down"): ["", "", ""],
        ("2026-02-24", "in force"): ["10", "10", "10"],
        ("2026-07-24", "not known"): ["", "", ""],
    }
    assert [economy for _, _, economy, _ in held[:3]] == ["TW", "JP", "KR"]


def test_no_rate_is_carried_past_its_last_day() -> None:
    in_force = [rate for rate in policy.rates() if rate.status == "in force"]
    for rate, following in pairwise(in_force):
        assert rate.to == following.start
    assert in_force[-1].to == policy.rates()[-1].start == date(2026, 7, 24)
    # 150 days from 24 February, the first day included.
    assert in_force[-1].start + timedelta(days=150) == in_force[-1].to


def test_as_of_a_day_only_what_had_been_announced(trade: Trade) -> None:
    ran = trade(*TAIWAN, "--as-of", "2025-09-30")
    found = rows(ran, "actual_rate")
    assert {row["valid_from"] for row in found} == {"2025-04-02", "2025-04-05", "2025-08-07"}
    assert [row["valid_to"] for row in found[-3:]] == ["", "", ""]
    assert "from 2025-08-07" in trade(*TAIWAN, "--as-of", "2025-09-30", "--format", "table").out
    before = trade(*TAIWAN, "--as-of", "2025-03-01")
    assert rows(before, "actual_rate") == rows(before, "formula_as_announced") == []


def test_every_entry_names_its_source() -> None:
    table = tomllib.loads((CHECKOUT / "tradecli" / "facts" / "policy.toml").read_text(encoding="utf-8"))
    for entry in (*table["rate"], *table["criterion"], table["formula"]):
        assert entry["source"]
    for entry in table["rate"]:
        assert entry["legal_basis"]
        assert entry["note"]
        assert entry["note_zh"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("surplus", "--policy"), 2, "policy numbers are about trade with the United States"),
        (("surplus", "--reporter", "US", "--partner", "US", "--policy"), 2, "policy numbers are about"),
        (("surplus", "--partner", "JP", "--policy"), 2, "policy numbers are about"),
    ],
)
def test_what_cannot_be_answered(trade: Trade, words: tuple[str, ...], code: int, message: str) -> None:
    ran = trade(*words)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err


def test_json_names_the_files_of_the_census(trade: Trade) -> None:
    told = json.loads(trade(*TAIWAN, "--format", "json").out)
    assert told["schema"] == "trade.policy/1"
    assert {entry["id"].split("-")[0] for entry in told["provenance"]} == {"census"}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "words",
    [TAIWAN, ("surplus", "--reporter", "US", "--partner", "KR", "--policy", "--through", "2025")],
    ids=["taiwan", "korea"],
)
def test_words(trade: Trade, snapshot: SnapshotAssertion, words: tuple[str, ...], lang: str) -> None:
    ran = trade(*words, "--format", "table", "--lang", lang)
    assert ran.code == 0
    assert f"{ran.out}---\n{ageless(ran.err)}" == snapshot
