"""Files of publishers as people have them, small and made up: kept, or refused by what they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.conftest import Ran

Trade = Callable[..., Ran]
#: Every file has the same figures in each of these months, so that eleven of them are eleven times one.
MONTHS = [f"{year}{month:02}" for year in (2024, 2025) for month in range(1, 13)][:23]
PLACES = {"KR": (410, "KOR"), "US": (842, "USA"), "CN": (156, "CHN"), "TW": (490, "S19")}
BN = 10**9


def records(
    reporter: str, partner: str, flow: str, value: float, code: str = "TOTAL", **fields: Any
) -> list[dict[str, Any]]:
    """Records of Comtrade, one a month; of 2024 a value may be another."""
    (number, iso), (other, other_iso) = PLACES[reporter], PLACES[partner]
    before = fields.pop("before", value)
    return [
        {
            "typeCode": "C", "freqCode": "M", "period": month, "reporterCode": number, "reporterISO": iso,
            "flowCode": flow, "partnerCode": other, "partnerISO": other_iso, "partner2Code": 0,
            "classificationCode": "H6", "classificationSearchCode": "HS", "cmdCode": code,
            "customsCode": "C00", "mosCode": "0", "motCode": 0,
            "primaryValue": before if month < "2025" else value, **fields,
        }
        for month in MONTHS
    ]  # fmt: skip


def reply(*parts: Sequence[dict[str, Any]]) -> bytes:
    """A reply with these records."""
    data = [record for part in parts for record in part]
    return json.dumps({"elapsedTime": "0.1 secs", "count": len(data), "data": data, "error": ""}).encode()


def table(ending: str = "", encoding: str = "utf-8") -> bytes:
    """The same as a CSV file of the website."""
    rows = records("KR", "US", "X", BN, partnerDesc="Türkiye")
    lines = [",".join(rows[0]), *(",".join(map(str, row.values())) + ending for row in rows)]
    return "\n".join([*lines, ""]).encode(encoding)


class Kept(NamedTuple):
    """A file, what is asked of it, and the figure of November 2025; of a surplus the year to date."""

    content: bytes
    words: str
    value: int
    yoy: float | None = 0.0
    name: str = "r.json"


FRED = "\n".join(
    [
        "observation_date,EXP5830,IMP5830",
        *(f"{month[:4]}-{month[4:]}-01,4000.0,10000.0" for month in MONTHS),
        "",
    ]
)
PAIR = (records("KR", "US", "X", 2.5 * BN, before=2 * BN), records("KR", "US", "M", BN))
LEVELS = (
    records("US", "TW", "X", BN),
    records("US", "TW", "X", 0.6 * BN, "85"),
    records("US", "TW", "X", 0.5 * BN, "8542"),
    records("US", "TW", "X", 0.4 * BN, "854231"),
)
KEPT = {
    "a pair": Kept(
        reply(*PAIR), "surplus --reporter KR --partner US --source comtrade", 165 * BN // 10, 50.0
    ),
    "goods that came back": Kept(
        reply(records("CN", "CN", "M", BN), records("CN", "US", "M", 9 * BN)),
        "imports --reporter CN --partner US --source comtrade",
        9 * BN,
    ),
    "a chapter": Kept(
        reply(records("US", "TW", "M", 7.2 * BN, "85", before=6 * BN)),
        "imports --reporter US --partner TW --commodity hs:85 --source comtrade",
        72 * BN // 10,
        20.0,
    ),
    "a chapter among its headings": Kept(
        reply(*LEVELS), "exports --reporter US --partner TW --commodity hs:85 --source comtrade", 6 * BN // 10
    ),
    "the total beside chapters": Kept(
        reply(*LEVELS), "exports --reporter US --partner TW --source comtrade", BN
    ),
    "two series of FRED": Kept(
        FRED.encode(), "surplus --reporter US --partner TW --source fred", -66 * BN, name="fredgraph.csv"
    ),
}


@pytest.fixture(name="trade")
def _trade(trade: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Trade:
    """The program with an empty store of its own."""
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "store"))
    return trade


@pytest.mark.parametrize("name", KEPT)
def test_it_is_kept_and_answered_by_the_figure_worked_out_by_hand(
    name: str, trade: Trade, tmp_path: Path
) -> None:
    case = KEPT[name]
    path = tmp_path / case.name
    path.write_bytes(case.content)
    added = trade("store", "add", str(path))
    assert added.code == 0, added.err
    rows = trade(*case.words.split(), "--through", "2025-11", "--format", "csv").rows
    assert int(rows[-1]["value"]) == case.value
    assert float(rows[-1]["yoy"]) == pytest.approx(case.yoy)


def test_of_two_downloads_of_one_day_the_later_counts(trade: Trade, tmp_path: Path) -> None:
    for name, value in (("a.json", 2 * BN), ("b.json", 2.2 * BN)):
        (tmp_path / name).write_bytes(reply(records("KR", "US", "X", value)))
        ran = trade("store", "add", str(tmp_path / name), "--format", "csv")
    assert ran.rows[0]["revised"] == "23"
    words = ("exports", "--reporter", "KR", "--partner", "US", "--source", "comtrade", "--format", "csv")
    assert trade(*words).rows[-1]["value"] == "2200000000"


CENSUS = [["CTY_CODE", "CTY_NAME", "I_COMMODITY", "GEN_VAL_MO", "time", "COMM_LVL"]]
REFUSED = {
    "a mode of transport": (
        reply(records("KR", "US", "X", BN, motCode=1000)),
        "r.json",
        "the total of its kind",
    ),
    "as many rows as the limit": (
        reply(
            *(records("KR", "US", "X", BN, f"{code:02}") for code in range(21)),
            records("KR", "US", "M", BN)[:17],
        ),
        "r.json",
        "exactly 500 records",
    ),
    "another encoding": (table(encoding="latin-1"), "r.csv", "neither UTF-8 nor Big5"),
    "a comma too many": (table(","), "r.csv", "cells; expected"),
    "codes of ten digits": (
        json.dumps([*CENSUS, ["5830", "TAIWAN", "8542310001", "500000000", "2025-11", "HS10"]]).encode(),
        "r.json",
        "HS10",
    ),
    "a file that is known and not read": (
        b"t,i,j,k,v,q\n2022,490,842,854231,1.5,1\n",
        "r.csv",
        "known, and not read",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_by_what_it_is(name: str, trade: Trade, tmp_path: Path) -> None:
    content, called, words = REFUSED[name]
    (tmp_path / called).write_bytes(content)
    ran = trade("store", "add", str(tmp_path / called))
    assert ran.code in {3, 5}
    assert words in ran.err


@pytest.mark.parametrize("code", ["85", "8542", "854231"])
def test_any_code_can_be_fetched(code: str, trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRADE_OFFLINE", raising=False)
    words = (
        "--reporter",
        "KR",
        "--partner",
        "US",
        "--commodity",
        f"hs:{code}",
        "--since",
        "2025-10",
        "--dry-run",
    )
    ran = trade("fetch", "comtrade", *words, "--format", "csv")
    assert ran.code == 0, ran.err
    assert f"cmdCode={code}&" in ran.rows[0]["address"]
