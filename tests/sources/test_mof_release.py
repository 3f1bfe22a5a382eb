"""The tables of the ministry's monthly release."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tradecli.errors import InvalidData, NoData
from tradecli.sources import SOURCES, mof_release, sheet
from tradecli.sources.consistency import check_file
from tradecli.sources.mof_tables import DECLINED, TABLES
from tradecli.sources.reading import Snapshot

MOF = SOURCES["mof"]
TABLE_1 = "mof/2025-09-09/table01.xlsx"
#: Two years, a hidden first row and all, in the layout of table 1.
SMALL = [
    ["表1、進出口貿易值及年增率", "", "", "", "", "", ""],
    ["", "", "", "", "", "", "單位：百萬美元；％"],
    ["年(月)別", "出\u3000\u3000口", "", "進\u3000\u3000口", "", "出（入）超", ""],
    ["", "", "年 增 率", "", "年 增 率", "", "年 增 率"],
    ["113年", "474995.711", "9.8", "394365.297", "12.2", "80630.414", "-0.2"],
    ["12月", "43567.561", "9.1", "37507.653", "30.4", "6059.908", "-45.7"],
    ["114年1-2月", "80003.641", "16.8", "63307.931", "8.9", "16695.710", "60.7"],
    ["1月", "38707.122", "4.4", "28642.851", "-17.2", "10064.271", "302.5"],
    ["2月", "41296.519", "31.4", "34665.08", "47.5", "6631.439", "-16.2"],
    ["較上月增減", "2589.397", "6.7", "6022.229", "21.0", "-3432.832", "-34.1"],
    ["說明：…", "", "", "", "", "", ""],
]


def read(name: str, rows: list[list[str]], snapshot: Callable[..., Snapshot]) -> dict[tuple[str, ...], int]:
    found = mof_release.read(snapshot(name).file, rows).figures
    return {
        (f.partner, f.flow, f.commodity, f.adjustment, f.span, f"{f.period:%Y-%m}"): f.value for f in found
    }


def figures(snapshot: Snapshot) -> dict[tuple[str, ...], int]:
    file = snapshot.file
    return read(file.name, sheet.rows(file.content, name=file.name), lambda _: snapshot)


def damaged(row: int, column: int, text: str) -> list[list[str]]:
    rows = [list(cells) for cells in SMALL]
    rows[row][column] = text
    return rows


def test_a_month_belongs_to_the_year_above_it(snapshot: Callable[..., Snapshot]) -> None:
    found = read("table01.xlsx", SMALL, snapshot)
    total = ("TOTAL", "none")
    assert found["WORLD", "export", *total, "year", "2024-12"] == 474_995_711_000
    assert found["WORLD", "import", *total, "month", "2024-12"] == 37_507_653_000
    assert found["WORLD", "balance", *total, "year_to_date", "2025-02"] == 16_695_710_000
    assert found["WORLD", "balance", *total, "month", "2025-02"] == 6_631_439_000
    assert len(found) == 3 * 5


def test_a_hidden_first_row_is_data(fixture: Callable[[str], Snapshot]) -> None:
    found = figures(fixture(TABLE_1))
    assert found["WORLD", "export", "TOTAL", "none", "year", "2015-12"] == 284_433_978_000
    assert found["WORLD", "balance", "TOTAL", "none", "month", "2024-08"] == 11_500_768_000
    assert found["WORLD", "balance", "TOTAL", "none", "month", "2025-08"] == 16_828_685_000
    assert found["WORLD", "import", "TOTAL", "none", "year_to_date", "2025-08"] == 311_543_916_000


@pytest.mark.parametrize(
    ("table", "partner", "flow", "commodity", "span", "period", "value"),
    [
        (2, "WORLD", "export", "ELECTRONIC_COMPONENTS_ICT_AV", "month", "2025-08", 43_748_369_000),
        (2, "WORLD", "export", "TEXTILES", "year", "2015-12", 10_823_074_000),
        (4, "WORLD", "export", "DRAM", "year", "2016-12", 5_241_307_000),
        (4, "WORLD", "export", "GASOLINE", "year", "2015-12", 2_062_460_000),
        (8, "KR", "export", "TOTAL", "year", "2015-12", 12_772_060_000),
        (9, "JP", "import", "TOTAL", "year", "2016-12", 40_620_288_000),
        (10, "SG", "balance", "TOTAL", "year", "2024-12", 24_038_538_000),
        (10, "CN+HK", "balance", "TOTAL", "month", "2025-08", 7_275_857_000),
        (10, "MIDDLE EAST", "balance", "TOTAL", "year", "2015-12", -16_873_167_000),
        (11, "CN+HK", "export", "PLASTICS_RUBBER", "year", "2015-12", 8_412_484_000),
        (12, "PH", "export", "TOTAL", "year", "2015-12", 7_513_737_000),
        (12, "BT", "export", "TOTAL", "year", "2016-12", 205_000),
        (12, "NEW SOUTHBOUND 18", "export", "TOTAL", "month", "2025-08", 12_148_378_000),
    ],
)
def test_each_column_is_found_by_its_name(
    fixture: Callable[[str], Snapshot],
    table: int,
    partner: str,
    flow: str,
    commodity: str,
    span: str,
    period: str,
    value: int,
) -> None:
    found = figures(fixture(f"mof/2025-09-09/table{table:02d}.xlsx"))
    assert found[partner, flow, commodity, "none", span, period] == value


def test_seasonally_adjusted_months_are_rounded_to_the_dollar(fixture: Callable[[str], Snapshot]) -> None:
    snapshot = fixture("mof/2025-09-09/table13.xlsx")
    found = figures(snapshot)
    assert found["WORLD", "export", "TOTAL", "seasonal", "month", "2023-08"] == 36_047_471_349
    assert found["WORLD", "import", "TOTAL", "seasonal", "month", "2025-08"] == 41_099_516_056
    assert len(found) == 50
    assert MOF.parse(snapshot).observations["precision"].unique().to_list() == [1]


@pytest.mark.parametrize("number", sorted(DECLINED))
def test_seven_tables_are_declined_by_name(snapshot: Callable[..., Snapshot], number: int) -> None:
    rows = damaged(0, 0, f"\u3000表{number}、{DECLINED[number]} (1/2)_出口")
    with pytest.raises(NoData, match=f"table {number} .{DECLINED[number]}. is not read"):
        read("x.xlsx", rows, snapshot)


def test_every_table_is_either_read_or_declined() -> None:
    assert sorted([*TABLES, *DECLINED]) == list(range(1, 17))
    assert sorted(TABLES) == [1, 2, 4, 8, 9, 10, 11, 12, 13]


@pytest.mark.parametrize(
    ("row", "column", "text", "message"),
    [
        (0, 0, "進出口貿易值", "no title"),
        (0, 0, "表1、進口貿易值", "the title of table 1 is '進口貿易值'; expected '進出口貿易值及年增率'"),
        (0, 0, "表17、進口貿易值", "table 17"),
        (1, 6, "單位：億美元；％", "the unit is .*億美元.*expected 單位：百萬美元"),
        (1, 6, "", "the unit is"),
        (2, 0, "年月別", "no header"),
        (2, 1, "輸出", "no column 出口"),
        (2, 3, "出\u3000口", "column '出口' is duplicated"),
        (4, 0, "年", "no column 出口"),
        (5, 0, "13月", "there is no month 13"),
        (5, 0, "11月", "after 2024-11 comes 2025-01; expected 2024-12"),
        (7, 0, "2月", "expected 2025-01|is duplicated"),
        (8, 0, "1月", "the month 2025-01 is duplicated"),
        (8, 0, "", "the last month is 2025-01; expected 2025-02"),
        (8, 0, "第2月", "'第2月' is not a period"),
        (6, 0, "114年1-3月", "the last month is 2025-02; expected 2025-03"),
        (8, 1, "", "row 2月, column 出口: the cell is empty"),
        (8, 1, "41,296.519", "row 2月, column 出口: '41,296.519' is not a number"),
        (8, 1, "…", "is not a number"),
    ],
)
def test_damage_is_refused(
    snapshot: Callable[..., Snapshot], row: int, column: int, text: str, message: str
) -> None:
    with pytest.raises(InvalidData, match=message):
        read("table01.xlsx", damaged(row, column, text), snapshot)


def test_a_month_above_every_year_is_refused(snapshot: Callable[..., Snapshot]) -> None:
    rows = [*SMALL[:4], *SMALL[5:]]
    with pytest.raises(InvalidData, match="row '12月' stands above every year"):
        read("table01.xlsx", rows, snapshot)


def test_an_unknown_column_is_left_out_with_a_notice(snapshot: Callable[..., Snapshot]) -> None:
    rows = [[*cells, ""] for cells in SMALL]
    rows[2][7] = "復出口"
    found = mof_release.read(snapshot("table01.xlsx").file, rows)
    assert found.notices == ("table01.xlsx: column '復出口' is not known and is left out",)
    assert len(found.figures) == 15


def test_a_negative_export_is_refused_and_a_negative_balance_is_not(
    fixture: Callable[[str], Snapshot], snapshot: Callable[..., Snapshot]
) -> None:
    balances = MOF.parse(fixture("mof/2025-09-09/table10.xlsx")).observations
    japan = balances.filter(partner="JP", span="year")["value"].to_list()
    assert japan[0] == -19_308_857_000
    export = mof_release.read(snapshot("table01.xlsx").file, damaged(8, 1, "-41296.519")).figures
    with pytest.raises(InvalidData, match="exports of WORLD TOTAL in 2025-02: -41296519000 is negative"):
        check_file(snapshot("table01.xlsx").file, export)
