"""Replies of UN Comtrade: genuine ones, and each of their traps."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.sources.replies import as_comtrade, reply, with_file
from tradecli.errors import InvalidData, NoData
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.reading import Snapshot
from tradecli.sources.request import Cut, Request

COMTRADE = SOURCES["comtrade"]
Make = Callable[..., Snapshot]

RECORD: dict[str, Any] = {
    "typeCode": "C", "freqCode": "M", "period": "202606", "reporterCode": 842, "flowCode": "M",
    "partnerCode": 490, "partnerISO": "S19", "partner2Code": 0, "classificationCode": "H6",
    "classificationSearchCode": "HS", "cmdCode": "TOTAL", "customsCode": "C00", "mosCode": "0", "motCode": 0,
    "primaryValue": 17654321098.0,
}  # fmt: skip


def body(*records: dict[str, Any], **fields: Any) -> bytes:
    whole = {"elapsedTime": "0.1 secs", "count": len(records), "data": list(records), "error": "", **fields}
    return json.dumps(whole).encode()


def rows(snapshot: Snapshot) -> list[tuple[Any, ...]]:
    columns = ("reporter", "partner", "flow", "classification", "commodity", "span", "period", "value")
    return check(COMTRADE.parse(snapshot).observations).select(columns).rows()


def test_the_genuine_preview_of_the_united_states_and_japan(shared: Path, snapshot: Make) -> None:
    path = shared / "samples/comtrade_public_preview_C_A_HS_USA_JPN_TOTAL_2023.json"
    assert rows(snapshot("preview.json", path.read_bytes())) == [
        ("US", "JP", "import", "total", "TOTAL", "year", date(2023, 12, 1), 151_580_564_290),
        ("US", "JP", "export", "total", "TOTAL", "year", date(2023, 12, 1), 76_154_045_176),
    ]


def test_the_recorded_reply_about_china(shared: Path, snapshot: Make) -> None:
    content = (shared / "samples/comtrade_get_C_A_HS_CHN_2010_recorded.json").read_bytes()
    found = {(row[1], row[2]): row[7] for row in rows(snapshot("get.json", content))}
    assert found["AR", "import"] == 6_804_128_143
    assert found["DE", "export"] == 68_047_133_397
    with pytest.raises(InvalidData, match=r"damaged|truncated"):
        COMTRADE.parse(snapshot("get.json", content[: len(content) * 2 // 3]))


@pytest.mark.parametrize("name", ["apim_401", "apim_403_quota", "apim_429"])
def test_an_error_in_a_200_is_not_data(shared: Path, snapshot: Make, name: str) -> None:
    content = (shared / f"samples/comtrade_{name}.json").read_bytes()
    with pytest.raises(InvalidData, match="got an error, not data"):
        COMTRADE.parse(snapshot("x.json", content))


def test_an_empty_answer_says_that_nothing_is_published(shared: Path, snapshot: Make) -> None:
    content = (shared / "samples/comtrade_get_empty_result.json").read_bytes()
    with pytest.raises(NoData, match="nothing for what was asked"):
        COMTRADE.parse(snapshot("x.json", content))


def test_taiwan_is_490_and_nothing_else(snapshot: Make) -> None:
    assert rows(snapshot("x.json", body(RECORD)))[0][:2] == ("US", "TW")
    other = {**RECORD, "partnerCode": 158, "partnerISO": "TWN"}
    found = COMTRADE.parse(snapshot("x.json", body(RECORD, other)))
    assert found.observations.height == 1
    assert found.notices == ("x.json: left out, since they are not known: partner 158",)


@pytest.mark.parametrize(
    ("number", "iso3", "code"), [(404, "KEN", "KE"), (757, "CHE", "CH"), (97, "EUR", "EU")]
)
def test_partners_are_known_by_number(snapshot: Make, number: int, iso3: str, code: str) -> None:
    found = rows(snapshot("x.json", body({**RECORD, "partnerCode": number, "partnerISO": iso3})))
    assert found[0][1] == code


def test_parts_of_the_flows_are_left_out(snapshot: Make) -> None:
    again = {**RECORD, "flowCode": "RM", "primaryValue": 5}
    found = COMTRADE.parse(snapshot("x.json", body(RECORD, again)))
    assert found.observations["value"].to_list() == [17_654_321_098]
    assert found.notices == ()


def test_editions_of_the_harmonized_system_are_told(snapshot: Make) -> None:
    old = {**RECORD, "cmdCode": "854231", "classificationCode": "H5", "period": "202605"}
    new = {**RECORD, "cmdCode": "854231"}
    found = COMTRADE.parse(snapshot("x.json", body(old, new)))
    assert found.notices == ("x.json: the codes are of several editions of the HS (H5, H6)",)
    reading = COMTRADE.checked(snapshot("x.json", body(old, new)).file)
    assert reading.editions == ("US 2017 2026-05 2026-05", "US 2022 2026-06 2026-06")


def test_the_same_in_the_websites_csv(snapshot: Make) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(RECORD))
    writer.writeheader()
    writer.writerow(RECORD)
    assert rows(snapshot("x.csv", out.getvalue().encode())) == rows(snapshot("x.json", body(RECORD)))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("partner2Code", 842, "partner2Code is '842'; expected 0"),
        ("motCode", 2100, "motCode is '2100'"),
        ("customsCode", "C01", "customsCode is 'C01'"),
        ("classificationSearchCode", "BEC", "expected HS"),
        ("typeCode", "S", "expected C"),
        ("period", "202613", "no such month"),
        ("period", "2026", "expected 202508"),
        ("freqCode", "Q", "frequency 'Q'"),
        ("primaryValue", None, "'' is not a number"),
        ("primaryValue", "17,654", "is not a number"),
        ("primaryValue", -5, "is negative"),
        ("primaryValue", 10**18, "larger than any trade figure"),
        ("partnerISO", "JPN", "partner 490 is Taiwan, but its ISO code is 'JPN'"),
        ("cmdCode", "85423", "cmdCode '85423'"),
        ("partnerCode", 842, "partner 842 is United States, but its ISO code is 'S19'"),
    ],
)
def test_damage_is_refused(snapshot: Make, field: str, value: object, message: str) -> None:
    with pytest.raises(InvalidData, match=message):
        COMTRADE.parse(snapshot("x.json", body({**RECORD, field: value})))


@pytest.mark.parametrize("field", ["partner2Code", "customsCode", "motCode", "primaryValue", "period"])
def test_a_field_that_is_missing_is_refused(snapshot: Make, field: str) -> None:
    record = {name: value for name, value in RECORD.items() if name != field}
    with pytest.raises(InvalidData, match=f"no column '{field}'|{field} is missing"):
        COMTRADE.parse(snapshot("x.json", body(record)))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"17654321098.0", b"NaN", "NaN is not a number"),
        (b"17654321098.0", b"-Infinity", "-Infinity is not a number"),
        (b"17654321098.0", b"1e400", "'1e400' is not a number"),
        (b"17654321098.0", b"1" * 5000, "not a trade figure"),
        (b'"flowCode"', b'"period": "202605", "flowCode"', "the key 'period' is duplicated"),
        (b'"data":', b'"dates":', "got an error, not data"),
        (b'"count": 1', b'"count": 9', "1 records, but `count` is 9"),
        (b'"error": ""', b'"error": "quota"', "got an error, not data: quota"),
    ],
)
def test_json_is_read_strictly(snapshot: Make, old: bytes, new: bytes, message: str) -> None:
    content = body(RECORD)
    assert old in content
    with pytest.raises(InvalidData, match=message):
        COMTRADE.parse(snapshot("x.json", content.replace(old, new)))


def months(count: int) -> bytes:
    """So many records: commodities of one month."""
    table = reply("comtrade").rows
    record = dict(zip(*table[:2], strict=True))
    cells = [list(({**record, "cmdCode": f"{1000 + code}"}).values()) for code in range(count)]
    return as_comtrade([table[0], *cells])


@pytest.mark.parametrize(
    ("count", "keyed", "cut"), [(499, False, False), (500, False, True), (500, True, False)]
)
def test_exactly_five_hundred_records_may_be_a_cut(
    snapshot: Make, count: int, keyed: bool, cut: bool
) -> None:
    asked = Request("x.json", "x", keyed=keyed, reporter="KR")
    found = with_file(snapshot("x.json", months(count)), asked=asked)
    if cut:
        with pytest.raises(Cut, match="exactly 500 records"):
            COMTRADE.parse(found)
    else:
        assert COMTRADE.parse(found).observations.height == count


def test_a_file_got_by_hand_with_five_hundred_records_is_refused(snapshot: Make) -> None:
    with pytest.raises(Cut, match="exactly 500 records"):
        COMTRADE.parse(snapshot("x.json", months(500)))


def test_what_was_not_asked_for_is_refused(snapshot: Make) -> None:
    whole = snapshot("x.json", body(RECORD))
    july = Request("x.json", "x", first=date(2026, 7, 1), last=date(2026, 7, 1), reporter="US")
    with pytest.raises(InvalidData, match="got imports of TW TOTAL in 2026-06; asked for 2026-07 to 2026-07"):
        COMTRADE.parse(with_file(whole, asked=july))
    korea = Request("x.json", "x", reporter="KR")
    with pytest.raises(InvalidData, match="got figures of US; asked for KR"):
        COMTRADE.parse(with_file(whole, asked=korea))


def test_goods_that_come_back_have_the_reporter_as_their_partner(snapshot: Make) -> None:
    # China's own customs count about a tenth of its imports as coming from China.
    back = {**RECORD, "reporterCode": 156, "partnerCode": 156, "partnerISO": "CHN", "primaryValue": 5}
    other = {**back, "partnerCode": 842, "partnerISO": "USA", "primaryValue": 9}
    found = rows(snapshot("x.json", body(back, other)))
    assert [(row[0], row[1], row[-1]) for row in found] == [("CN", "CN", 5), ("CN", "US", 9)]
