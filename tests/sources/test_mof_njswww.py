"""Tables of the ministry's statistics database."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
import pytest

from tests.sources.replies import with_file
from tradecli.errors import InvalidData
from tradecli.sources import SOURCES
from tradecli.sources.reading import Snapshot

MOF = SOURCES["mof"]
SECTIONS = "mof/2024-12-09/us-exports-by-section.csv"


def table(*rows: tuple[str, ...]) -> str:
    """A table as the database writes it: every cell quoted."""
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)


IMPORTS = ("進口總計", "資本設備", "農工原料", "消費品", "其他")
EXPORTS = ("出口總計", "資本財", "消費品", "其他")
USE = table(
    ("幣別", *(f"按美元計算/ {name}" for name in (*IMPORTS, *EXPORTS))),
    (
        "115年 7月", "58102.215", "14268.276", "38166.725", "5234.216", "432.998",
        "75293.589", "28150.012", "7.500", "1.000",
    ),
    (
        "115年 8月", "60103.226", "13058.848", "40842.044", "5568.226", "634.108",
        "82401.131", "29680.582", "7.250", "1.000",
    ),
)  # fmt: skip
HEADINGS = table(
    ("貨品別", "按美元計算(千美元)/ 出口/ 854231", "按美元計算(千美元)/ 進口/ 第5類 礦產品"),
    ("90年", "7", "8"),
    ("90年 1月", "5", "6"),
)


def figures(frame: pl.DataFrame) -> dict[tuple[str, str, str, str, str], int]:
    columns = ("partner", "flow", "classification", "commodity", "span", "period", "value")
    return {
        (partner, flow, f"{list_}:{code}", span, f"{period:%Y-%m}"): value
        for partner, flow, list_, code, span, period, value in frame.select(columns).rows()
    }


def edited(snapshot: Snapshot, old: str, new: str) -> Snapshot:
    text = snapshot.file.content.decode("utf-8-sig")
    assert old in text
    content = b"\xef\xbb\xbf" + text.replace(old, new, 1).encode()
    return with_file(snapshot, content=content)


def test_exports_to_the_us_by_section(fixture: Callable[[str], Snapshot]) -> None:
    found = MOF.parse(fixture(SECTIONS))
    rows = figures(found.observations)
    assert len(rows) == 20 * (23 + 287)
    assert rows["US", "export", "total:TOTAL", "year", "2001-12"] == 28_128_251_000
    assert rows["US", "export", "mof-section:16", "month", "2024-11"] == 6_718_118_000
    assert rows["US", "export", "mof-section:01", "month", "2001-02"] == 12_343_000
    assert rows["US", "export", "mof-section:19", "year", "2023-12"] == 2_596_676_000
    assert found.observations["precision"].unique().to_list() == [1_000]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950"])
def test_use_is_in_millions_although_the_header_does_not_say_so(
    snapshot: Callable[..., Snapshot], encoding: str
) -> None:
    found = MOF.parse(snapshot("i8102.csv", USE.encode(encoding))).observations
    rows = figures(found)
    assert rows["WORLD", "import", "mof-use:CAPITAL_GOODS", "month", "2026-08"] == 13_058_848_000
    assert rows["WORLD", "import", "mof-use:RAW_MATERIALS", "month", "2026-07"] == 38_166_725_000
    assert rows["WORLD", "export", "mof-use:CAPITAL_GOODS", "month", "2026-08"] == 29_680_582_000
    assert rows["WORLD", "export", "mof-use:CONSUMER_GOODS", "month", "2026-08"] == 7_250_000
    assert rows["WORLD", "import", "mof-use:CONSUMER_GOODS", "month", "2026-08"] == 5_568_226_000
    assert len(rows) == 10  # totals stand in another file, and the rest is not kept


def test_use_without_unit_and_without_decimals_is_refused(snapshot: Callable[..., Snapshot]) -> None:
    text = USE.replace('"14268.276"', '"14268276"').replace('"13058.848"', '"13058848"')
    with pytest.raises(InvalidData, match="column 按美元計算/ 資本設備: no unit in the header"):
        MOF.parse(snapshot("i8102.csv", text.encode()))


def test_goods_in_millions(fixture: Callable[[str], Snapshot]) -> None:
    rows = figures(MOF.parse(fixture("mof/2025-07-08/i8121.csv")).observations)
    assert rows["WORLD", "export", "total:TOTAL", "month", "2025-06"] == 53_323_323_000
    assert rows["WORLD", "export", "total:TOTAL", "month", "2001-01"] == 10_064_663_000


def test_the_last_digit_is_found_column_by_column(fixture: Callable[[str], Snapshot]) -> None:
    coarse = MOF.parse(fixture("mof/2026-09-09/i8121.csv")).observations
    fine = MOF.parse(fixture("mof/2026-10-08/i8121.csv")).observations
    assert coarse["precision"].unique().to_list() == [100_000]
    assert fine["precision"].unique().to_list() == [1_000]


def test_dashes_are_the_ministrys_word_for_no_figure(snapshot: Callable[..., Snapshot]) -> None:
    names = ("總計", "(1)電子零組件", "(4)資通與視聽產品", "8.毛皮及其製品")
    text = table(
        ("貨品別", *(f"按美元計算(百萬美元)/ {name}" for name in names)),
        ("113年", "474995.711", "177223.581", "132500.860", "1.5"),
        ("114年 6月", "53323.323", "－", "…", "(D)"),
    )
    rows = figures(MOF.parse(snapshot("i8121.csv", text.encode(), excerpt=True)).observations)
    assert rows == {
        ("WORLD", "export", "total:TOTAL", "year", "2024-12"): 474_995_711_000,
        ("WORLD", "export", "total:TOTAL", "month", "2025-06"): 53_323_323_000,
        ("WORLD", "export", "mof:ELECTRONIC_COMPONENTS", "year", "2024-12"): 177_223_581_000,
        ("WORLD", "export", "mof:ICT_AV", "year", "2024-12"): 132_500_860_000,
    }


def test_headings_and_sections_name_their_flow(snapshot: Callable[..., Snapshot]) -> None:
    rows = figures(MOF.parse(snapshot("i8142.csv", HEADINGS.encode(), excerpt=True)).observations)
    assert rows["WORLD", "export", "hs:854231", "month", "2001-01"] == 5_000
    assert rows["WORLD", "import", "hs-section:05", "month", "2001-01"] == 6_000


def test_a_running_year_without_its_december_is_left_out(snapshot: Callable[..., Snapshot]) -> None:
    found = MOF.parse(snapshot("i8142.csv", HEADINGS.encode()))
    assert found.notices == ("i8142.csv: row 90年 is left out, its year is not over",)
    assert found.observations["span"].unique().to_list() == ["month"]


def test_an_unknown_column_is_left_out_with_a_notice(snapshot: Callable[..., Snapshot]) -> None:
    text = HEADINGS.replace("第5類 礦產品", "礦產品")
    found = MOF.parse(snapshot("i8142.csv", text.encode()))
    assert (
        "i8142.csv: column '按美元計算(千美元)/ 進口/ 礦產品' is not known and is left out" in found.notices
    )
    assert found.observations["flow"].unique().to_list() == ["export"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("國家/地區別", "國家別", "first cell '國家別'; expected '國家/地區別'"),
        ("總計(千美元)", "總計(百萬元)", "column '總計\\(百萬元\\)' has no known unit"),
        ("總計(千美元)", "總計(千元)", "has no known unit"),
        ("總計(千美元)", "總計", "has no known unit"),
        ("16.機械及電機設備", "16.機械設備", "no column for 16"),
        ("16.機械及電機設備", "15.機械及電機設備", "no column for 16"),
        ("2.植物產品", "1.活動物；動物產品", "is duplicated"),
        ('"113年 10月"', '"113年 9月"', "the month 2024-09 is duplicated"),
        ('"113年 10月"', '"113年 13月"', "there is no month 13"),
        ('"113年 10月"', '"2024年 10月"', "'2024年 10月' is not a period; expected one like 112年"),
        ('"113年 10月"', '"113年 11月"', "is duplicated"),
        ('"8780827"', '"8,780,827"', "row 113年 9月, column 總計\\(千美元\\): '8,780,827' is not a number"),
        ('"8780827"', '"(8780827)"', "is not a number"),
        ('"8780827"', '""', "row 113年 9月, column 總計\\(千美元\\): the cell is empty"),
        ('"8780827"', '"-8780827"', "the parts add up to .* 總計 is -8,780,827,000"),
        ('"8780827",', "", "row '113年 9月' has 20 cells; expected 21"),
    ],
)
def test_damage_is_refused(fixture: Callable[[str], Snapshot], old: str, new: str, message: str) -> None:
    with pytest.raises(InvalidData, match=message):
        MOF.parse(edited(fixture(SECTIONS), old, new))


def test_a_missing_month_is_refused(fixture: Callable[[str], Snapshot]) -> None:
    lines = fixture(SECTIONS).file.content.decode("utf-8-sig").splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith('"113年 9月"'))
    damaged = with_file(fixture(SECTIONS), content=kept.encode())
    with pytest.raises(InvalidData, match="after 2024-08 comes 2024-10; expected 2024-09"):
        MOF.parse(damaged)


@pytest.mark.parametrize("name", ["i9901.csv", "op8202.csv", "對火星出口－按主要貨品分.csv", "u2010ex.csv"])
def test_only_the_name_says_what_a_table_holds(fixture: Callable[[str], Snapshot], name: str) -> None:
    with pytest.raises(InvalidData, match="not a table that is read"):
        MOF.parse(with_file(fixture(SECTIONS), name=name))


def test_a_full_table_of_goods_needs_its_main_groups(fixture: Callable[[str], Snapshot]) -> None:
    damaged = edited(fixture("mof/2026-10-08/i8121.csv"), "(4)資通與視聽產品", "(4)資訊與通信產品")
    with pytest.raises(InvalidData, match="no column for ICT_AV"):
        MOF.parse(with_file(damaged, excerpt=False))


def test_new_taiwan_dollars_are_not_taken_for_us_dollars(snapshot: Callable[..., Snapshot]) -> None:
    text = HEADINGS.replace("按美元計算", "按新臺幣計算")
    with pytest.raises(InvalidData, match="no column for any known commodity"):
        MOF.parse(snapshot("i8142.csv", text.encode()))


NAMES = (
    "總計", "6.化學品", "16.機械及電機設備", "(1)電子零組件", "(2)機械", "(3)電機產品", "(4)資通與視聽產品",
    "17.運輸工具", "19.其他",
)  # fmt: skip
GOODS = table(
    ("貨品別", *(f"按美元計算(百萬美元)/ {name}" for name in NAMES)),
    (
        "90年 1月", "1000.004", "100.001", "500.001",
        "200.000", "100.000", "100.001", "100.000", "300.001", "100.000",
    ),
    (
        "90年 2月", "1000.000", "100.000", "500.000",
        "200.000", "100.000", "100.000", "100.000", "300.000", "100.000",
    ),
)  # fmt: skip


def test_the_total_of_a_full_table_is_checked_and_stands_in_another_file(
    snapshot: Callable[..., Snapshot],
) -> None:
    rows = figures(MOF.parse(snapshot("i8121.csv", GOODS.encode())).observations)
    assert rows["WORLD", "export", "mof:CHEMICALS", "month", "2001-01"] == 100_001_000
    assert not [key for key in rows if key[2] == "total:TOTAL"]
    kept = figures(MOF.parse(snapshot("i8121.csv", GOODS.encode(), excerpt=True)).observations)
    assert kept["WORLD", "export", "total:TOTAL", "month", "2001-01"] == 1_000_004_000


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "1000.004",
            "1000.014",
            "row 90年 1月: the parts add up to 1,000,003,000 dollars, 總計 is 1,000,014,000",
        ),
        ("1000.004", "999.004", "the parts add up"),
        ('"300.001"', '"－"', ""),
        ('"300.001"', '"1300.001"', "the parts add up"),
        ("17.運輸工具", "21.運輸工具", ""),
    ],
)
def test_goods_that_are_not_the_total(
    snapshot: Callable[..., Snapshot], old: str, new: str, message: str
) -> None:
    content = GOODS.replace(old, new).encode()
    if message:
        with pytest.raises(InvalidData, match=message):
            MOF.parse(snapshot("i8121.csv", content))
    else:
        assert MOF.parse(snapshot("i8121.csv", content)).observations.height in (11, 12)


def test_uses_of_imports_that_are_not_the_total(snapshot: Callable[..., Snapshot]) -> None:
    with pytest.raises(InvalidData, match="進口總計 is 58,102,215,000"):
        MOF.parse(snapshot("i8102.csv", USE.replace("5234.216", "5334.216").encode()))
