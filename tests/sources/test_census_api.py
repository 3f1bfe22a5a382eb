"""Replies of the Census Bureau's interface."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tradecli.errors import InvalidData, NoData
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.reading import Snapshot

CENSUS = SOURCES["census"]
Make = Callable[..., Snapshot]
HEADER = ["CTY_CODE", "CTY_NAME", "GEN_VAL_MO", "time", "SUMMARY_LVL", "CTY_CODE"]
TAIWAN = ["5830", "TAIWAN", "17000000001", "2025-10", "DET", "5830"]


def rows(snapshot: Snapshot) -> list[tuple[Any, ...]]:
    columns = ("partner", "flow", "classification", "commodity", "period", "value")
    return check(CENSUS.parse(snapshot).observations).select(columns).rows()


def reply(*cells: list[Any], header: list[str] = HEADER) -> bytes:
    return json.dumps([header, *cells]).encode()


def test_the_samples(shared: Path, snapshot: Make) -> None:
    def sample(name: str) -> list[tuple[Any, ...]]:
        return rows(snapshot("x.json", (shared / f"samples/census_api_{name}.json").read_bytes()))

    assert sample("exports_TW_TOTAL.CONSTRUCTED") == [
        ("TW", "export", "total", "TOTAL", date(2025, 10, 1), 3_512_345_678),
        ("TW", "export", "total", "TOTAL", date(2025, 11, 1), 3_623_456_789),
    ]
    assert sample("imports_hs2_TW.CONSTRUCTED") == [
        ("TW", "import", "hs", "84", date(2025, 11, 1), 8_123_456_789),
        ("TW", "import", "hs", "85", date(2025, 11, 1), 2_123_456_789),
    ]
    assert sample("exports_MX_27_201001.from_ustrade_test") == [
        ("MX", "export", "hs", "27", date(2010, 1, 1), 773_377_170),
    ]


def test_groups_are_left_out_and_the_world_and_the_union_kept(snapshot: Make) -> None:
    cells = [
        ["-", "TOTAL FOR ALL COUNTRIES", "300000000000", "2025-10", "", "-"],
        ["0003", "EUROPEAN UNION", "50000000000", "2025-10", "CGP", "0003"],
        ["0001", "OPEC", "5000000000", "2025-10", "CGP", "0001"],
        ["4XXX", "EUROPE", "60000000000", "2025-10", "CGP", "4XXX"],
        TAIWAN,
    ]
    assert [row[0] for row in rows(snapshot("x.json", reply(*cells)))] == ["WORLD", "EU", "TW"]
    found = CENSUS.parse(
        snapshot("x.json", reply(TAIWAN, ["9999", "ATLANTIS", "1", "2025-10", "DET", "9999"]))
    )
    assert found.notices == ("x.json: countries not known and left out: 9999",)


def test_a_gap_is_told(snapshot: Make) -> None:
    later = ["5830", "TAIWAN", "17000000002", "2025-12", "DET", "5830"]
    found = CENSUS.parse(snapshot("x.json", reply(TAIWAN, later)))
    assert found.notices == ("x.json: months are missing inside series; the first is 2025-11, imports, TW",)


def test_a_header_alone_says_that_nothing_is_published(snapshot: Make) -> None:
    with pytest.raises(NoData, match="nothing for what was asked"):
        CENSUS.parse(snapshot("x.json", reply()))


@pytest.mark.parametrize(
    ("at", "text", "message"),
    [
        (0, "5700", "the two columns 'CTY_CODE' differ: '5830'"),
        (2, "17,000", "is not a number"),
        (2, "", "is not a number"),
        (2, "-1", "is negative"),
        (2, None, "not an array of arrays of texts"),
        (2, "2000000000000", "so much in a month"),
        (3, "2025-13", "month '2025-13'"),
        (3, "2025", "month '2025'"),
        (4, "CY", "SUMMARY_LVL 'CY'"),
    ],
)
def test_damage_is_refused(snapshot: Make, at: int, text: str | None, message: str) -> None:
    cells: list[Any] = list(TAIWAN)
    cells[at] = text
    with pytest.raises(InvalidData, match=message):
        CENSUS.parse(snapshot("x.json", reply(cells)))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[]", "not an array of arrays"),
        (b'[["CTY_CODE"], 5]', "not an array of arrays"),
        (b'{"error": "unknown variable"}', "got an error, not data: unknown variable"),
        (reply(TAIWAN, TAIWAN), "imports of TOTAL are duplicated"),
        (reply(TAIWAN[:-1]), "a row has 5 cells; expected 6"),
        (reply(TAIWAN, header=[*HEADER[:2], "CON_VAL_MO", *HEADER[3:]]), "found 0"),
        (reply(TAIWAN, header=["CTY_CODE", "ALL_VAL_MO", *HEADER[2:]]), "found 2"),
        (reply(TAIWAN)[:-3], "not a JSON file, or one that is truncated"),
        (b"error: unknown variable 'GEN_VAL_MOO'\n", "1 rows"),
    ],
)
def test_what_is_not_such_a_reply_is_refused(snapshot: Make, content: bytes, message: str) -> None:
    with pytest.raises(InvalidData, match=message):
        CENSUS.parse(snapshot("x.json", content))


def test_the_page_about_a_missing_key_is_not_data(shared: Path, snapshot: Make) -> None:
    content = (shared / "samples/census_missing_key.html").read_bytes()
    with pytest.raises(InvalidData, match="got an HTML page, not data"):
        CENSUS.parse(snapshot("x.json", content))


def test_domestic_goods_alone_are_no_exports(snapshot: Make) -> None:
    header = ["CTY_CODE", "ALL_VAL_MO", "time", "DF"]
    with pytest.raises(InvalidData, match="DF '1' is domestic or foreign goods only"):
        CENSUS.parse(snapshot("x.json", reply(["5830", "5", "2025-10", "1"], header=header)))
