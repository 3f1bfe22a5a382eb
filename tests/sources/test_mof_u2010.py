"""The ministry's files of exports and imports by partner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from tests.sources.replies import with_file
from tradecli.errors import InvalidData
from tradecli.sources import SOURCES
from tradecli.sources.reading import Snapshot

MOF = SOURCES["mof"]
FULL = "mof/2023-06-07/u2010im.csv"
EXPORTS = "Exports to Country (Unit: US$ Thousand)"


def edited(snapshot: Snapshot, old: str, new: str) -> Snapshot:
    """The same file with one text replaced, still in Big5."""
    text = snapshot.file.content.decode("cp950")
    assert old in text
    return with_file(snapshot, content=text.replace(old, new, 1).encode("cp950"))


def values(frame: pl.DataFrame) -> dict[tuple[str, str, str], int]:
    rows = frame.select("partner", "span", "period", "value").rows()
    return {(partner, span, f"{period:%Y-%m}"): value for partner, span, period, value in rows}


def test_figures_of_the_genuine_file_of_june_2023(fixture: Callable[[str], Snapshot]) -> None:
    found = MOF.parse(fixture(FULL))
    figures = values(found.observations)
    assert len(figures) == 202 * (22 + 22 * 12 + 5)
    assert figures["WORLD", "year", "2001-12"] == 109_585_639_000
    assert figures["WORLD", "month", "2001-01"] == 9_485_763_000
    assert figures["US", "year", "2001-12"] == 19_088_599_000
    assert figures["CN", "month", "2023-05"] == 5_879_865_000
    assert figures["SG", "month", "2023-04"] == 870_643_000
    assert figures["AZ", "month", "2001-01"] == 0
    assert found.observations["flow"].unique().to_list() == ["import"]
    assert found.observations["precision"].unique().to_list() == [1_000]


def test_a_big5_file_with_the_unit_in_some_columns_and_a_cumulative_row(
    snapshot: Callable[..., Snapshot],
) -> None:
    text = (
        f"{EXPORTS},總計,亞洲(千元),中國大陸(千元),美國\n"
        "2001年,126608592,67480658,5020729,28128251\n"
        "2001年1月,10064663,5057970,300812,2363807\n"
        "2026年8月,82401131,45391326,12549539,23666999\n"
        "2026年累計至8月,1,2,3,4\n"
    )
    found = MOF.parse(snapshot("u2010ex.csv", text.encode("cp950"), excerpt=True))
    figures = values(found.observations)
    assert figures["ASIA", "month", "2026-08"] == 45_391_326_000
    assert figures["US", "month", "2026-08"] == 23_666_999_000
    assert figures["CN", "year", "2001-12"] == 5_020_729_000
    assert figures["US", "year_to_date", "2026-08"] == 4_000
    assert found.observations["flow"].unique().to_list() == ["export"]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("北馬其頓", "MK"),
        ("馬其頓", "MK"),
        ("法屬圭亞那", "GF"),
        ("圭亞那(法屬)(千元)", "GF"),
        ("葛摩聯盟", "KM"),
        ("葛摩", "KM"),
        ("南韓", "KR"),
        ("阿拉伯聯合大公國", "AE"),
        ("波多黎各", "PR"),
        ("茅利塔尼亞伊斯蘭共和國", "MR"),
    ],
)
def test_labels_vary(snapshot: Callable[..., Snapshot], label: str, code: str) -> None:
    text = f"{EXPORTS},總計,{label}\n2001年1月,10,7\n"
    found = MOF.parse(snapshot("u2010ex.csv", text.encode("cp950"), excerpt=True)).observations
    assert values(found)[code, "month", "2001-01"] == 7_000


def test_an_unknown_column_is_left_out_with_a_notice(fixture: Callable[[str], Snapshot]) -> None:
    found = MOF.parse(edited(fixture(FULL), "尚比亞", "瓦干達"))
    assert found.notices == ("u2010im.csv: column '瓦干達' is not a known partner and is left out",)
    assert found.observations["partner"].n_unique() == 201


def test_the_row_of_a_year_that_is_not_over_is_left_out(fixture: Callable[[str], Snapshot]) -> None:
    whole = fixture(FULL)
    row = "2023年," + ",".join(["1"] * 202) + "\r\n"
    found = MOF.parse(edited(whole, "2023年1月,", row + "2023年1月,"))
    assert found.observations.equals(MOF.parse(whole).observations)
    assert found.notices == ("u2010im.csv: row 2023年 is left out, its year is not over",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (": US$ Thousand)", ": US$ Million)", "first cell .*US\\$ Million.*expected"),
        ("Country (Unit :", "Country (Unit:", "first cell"),
        (",美國,", ",美利堅,", "no column for 美國"),
        (",美國,", ",日本,", "column '日本' is duplicated, as JP"),
        (",北美洲,", ",,", "no column for 北美洲"),
        ("2023年4月", "2023年3月", "the month 2023-03 is duplicated"),
        ("2023年4月", "2023年13月", "there is no month 13"),
        ("2023年4月", "2023年0月", "there is no month 0"),
        ("2023年4月", "112年4月", "'112年4月' is not a period; expected one like 2023年"),
        ("2023年4月", "0112年4月", "is the year 112"),
        ("29247221", "29,247221", "row '2023年4月' has 204 cells; expected 203"),
        ("29247221", '"29,247,221"', "row 2023年4月, column 總計: '29,247,221' is not a number"),
        ("29247221", "29247.221", "has decimals; expected whole thousands"),
        ("29247221", "-29247221", "the areas of the month 2023-04"),
        ("5387868", "5387868E3", "column 中國大陸: '5387868E3' is not a number"),
        ("29247221", "", "row 2023年4月, column 總計: the cell is empty"),
        ("29247221", "19247221", "the areas of the month 2023-04 are .*expected 95 to 100 %"),
        (",194,1786,273,0,5594\r\n", ",194,1786", "the last line does not end"),
        (",194,1786,273,0,5594\r\n", ",194,1786\r\n", "row '2023年5月' has 200 cells; expected 203"),
    ],
)
def test_damage_is_refused(fixture: Callable[[str], Snapshot], old: str, new: str, message: str) -> None:
    with pytest.raises(InvalidData, match=message):
        MOF.parse(edited(fixture(FULL), old, new))


@pytest.mark.parametrize(("row", "expected"), [("2023年4月", "2023-04"), ("2010年", "2010-12")])
def test_a_missing_row_is_refused(fixture: Callable[[str], Snapshot], row: str, expected: str) -> None:
    lines = fixture(FULL).file.content.decode("cp950").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(row + ",")]
    assert len(kept) == len(lines) - 1
    damaged = with_file(fixture(FULL), content="".join(kept).encode("cp950"))
    with pytest.raises(InvalidData, match=f"expected {expected}"):
        MOF.parse(damaged)


def test_an_empty_cell_of_an_excerpt_makes_no_row(fixture: Callable[[str], Snapshot]) -> None:
    found = MOF.parse(fixture("mof/2025-07-08/u2010ex.csv")).observations
    assert set(found["partner"].unique()) == {"AU", "CN", "HK", "ID", "MX", "PH", "US"}
    assert found["span"].unique().to_list() == ["month"]
    assert found.height == 7 * 294
    assert found["period"].max() == date(2025, 6, 1)
