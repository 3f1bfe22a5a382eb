"""`trade mirror` against the two offices' tables, and its words."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.answers import figures
from tests.conftest import Ran, ageless

Trade = Callable[..., Ran]
TOTAL = "total:TOTAL"
NEWS = ("mirror", "--through", "2025-11")


def cells(ran: Ran) -> dict[tuple[str, str], dict[str, str]]:
    assert (ran.code, ran.err) == (0, "")
    return {(row["flow"], row["span"]): row for row in ran.rows}


def test_taiwan_131_0_against_census_126_7(trade: Trade) -> None:
    row = cells(trade(*NEWS))["balance", "year_to_date"]
    assert (row["value_display"], row["partner_value_display"]) == ("131.03", "-126.74")
    assert (row["source"], row["partner_source"]) == ("mof", "census")
    assert int(row["gap"]) == -int(row["partner_value"]) - int(row["value"])
    # It was +8.8 the year before: 67.3 less 58.5.
    assert int(row["base_gap"]) > 0 > int(row["gap"])


@pytest.mark.parametrize(("flow", "mirrored"), [("export", "import"), ("import", "export")])
def test_both_offices_as_their_tables_give_it(trade: Trade, shared: Path, flow: str, mirrored: str) -> None:
    months = figures.january_to(2025, 11)
    mof, census = (figures.newest(shared / "data" / f"{source}.csv") for source in ("mof", "census"))
    mine = figures.total(mof, "US", flow, TOTAL, months)
    theirs = figures.total(census, "TW", mirrored, TOTAL, months)
    importer, exporter = (theirs, mine) if flow == "export" else (mine, theirs)
    row = cells(trade(*NEWS))[flow, "year_to_date"]
    assert (int(row["value"]), int(row["partner_value"])) == (mine, theirs)
    assert int(row["gap"]) == importer - exporter
    assert float(row["ratio"]) == pytest.approx(float(Fraction(importer, exporter)))
    exact = Fraction(200 * (importer - exporter), importer + exporter)
    assert float(row["asymmetry"]) == pytest.approx(float(exact))


def test_each_side_says_how_it_counts(trade: Trade) -> None:
    rows = cells(trade(*NEWS))
    told = {flow: (row["valuation"], row["partner_valuation"]) for (flow, _), row in rows.items()}
    assert told == {
        "export": ("FOB", "customs value"),
        "import": ("CIF", "FAS"),
        "balance": ("FOB - CIF", "FAS - customs value"),
    }
    assert {row["system"] for row in rows.values()} | {row["partner_system"] for row in rows.values()} == {
        "general"
    }


def test_the_other_way_round_the_goods_are_the_same(trade: Trade) -> None:
    mine = cells(trade(*NEWS))
    theirs = cells(trade(*NEWS, "--reporter", "US", "--partner", "TW"))
    for span in ("month", "year_to_date", "rolling_12"):
        for flow, mirrored in (("export", "import"), ("import", "export")):
            for column in ("gap", "ratio", "asymmetry"):
                assert mine[flow, span][column] == theirs[mirrored, span][column]
        assert mine["balance", span]["gap"] == theirs["balance", span]["gap"]


def test_a_factor_divides_only_what_is_valued_cif(trade: Trade) -> None:
    plain, asked = cells(trade(*NEWS)), cells(trade(*NEWS, "--cif-fob", "1.06"))
    for key, row in asked.items():
        same = ("value", "partner_value", "gap", "ratio", "asymmetry")
        assert [row[name] for name in same] == [plain[key][name] for name in same]
        assert plain[key]["adjusted_import"] == plain[key]["cif_fob"] == ""
        if key[0] != "import":
            assert row["adjusted_import"] == row["adjusted_ratio"] == ""
    row = asked["import", "year_to_date"]
    divided = Fraction(int(row["value"]) * 100, 106)
    assert abs(int(row["adjusted_import"]) - divided) <= Fraction(1, 2)
    assert int(row["adjusted_gap"]) == int(row["adjusted_import"]) - int(row["partner_value"])
    assert row["cif_fob"] == "1.06"


def test_the_newest_month_is_one_that_both_have(trade: Trade) -> None:
    rows = cells(trade("mirror"))
    assert {row["period"] for row in rows.values()} == {"2026-08"}
    # The bureau's file of 2026-10-07, to 0.1 million: exports to Taiwan 4,836.7 and imports 24,653.8.
    assert rows["import", "month"]["partner_value"] == "4836700000"
    assert rows["export", "month"]["partner_value"] == "24653800000"


def test_both_are_known_on_the_same_day(trade: Trade) -> None:
    rows = cells(trade("mirror", "--through", "2025-12", "--as-of", "2026-03-31"))
    for row in rows.values():
        for side in ("vintage", "partner_vintage"):
            assert row[side] <= "2026-03-31"
    # The annual figures of that day, as printed then: a surplus of 150.1 and a deficit of 146.8.
    year = rows["balance", "year_to_date"]
    shown = [round(Fraction(int(year[name]), 10**8)) for name in ("value", "partner_value")]
    assert shown == [1501, -1468]
    assert int(year["gap"]) < 0 < int(year["base_gap"])


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--cif-fob", "0.9"), 2, "'0.9' is no factor from FOB to CIF"),
        (("--cif-fob", "six"), 2, "'six' is no factor from FOB to CIF"),
        (("--cif-fob", "1/0"), 2, "'1/0' is no factor from FOB to CIF"),
        (("--partner", "LA"), 3, "no figures of comtrade are available for Laos and Taiwan"),
        (("--partner", "ASEAN"), 3, "no office counts the trade of ASEAN as a whole"),
        (("--partner", "WORLD"), 3, "no office counts the trade of the world as a whole"),
        (("--through", "2027-01"), 3, "the newest month that both have is 2026-08"),
        (("--through", "1990-01"), 3, "Taiwan and the United States do not both report"),
    ],
)
def test_what_cannot_be_answered(trade: Trade, words: tuple[str, ...], code: int, message: str) -> None:
    ran = trade("mirror", *words)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "words",
    [
        (*NEWS, "--cif-fob", "1.06"),
        ("mirror",),
        ("mirror", "--reporter", "US", "--partner", "TW", "--through", "2024-12"),
    ],
    ids=["news", "newest", "census"],
)
def test_words(trade: Trade, snapshot: SnapshotAssertion, words: tuple[str, ...], lang: str) -> None:
    ran = trade(*words, "--format", "table", "--lang", lang)
    assert ran.code == 0
    assert f"{ran.out}---\n{ageless(ran.err)}" == snapshot


def test_json_has_both_offices_files(trade: Trade) -> None:
    import json

    told = json.loads(trade(*NEWS, "--format", "json").out)
    assert {entry["id"].split("-")[0] for entry in told["provenance"]} == {"mof", "census"}
    assert told["question"]["partner_source"] == "census"
