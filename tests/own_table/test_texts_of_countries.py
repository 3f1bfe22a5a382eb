"""Encodings of one byte a sign, what parts columns, folders that name them: as desks hand such files out."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Ran

Trade = Callable[..., Ran]
#: 2026-01-05, the day on which every file was written.
WRITTEN = 1_767_614_400


class Desk(NamedTuple):
    """A file of two months of trade with the United States: exports of 100,000 in November, by hand."""

    encoding: str
    header: str
    row: str
    currency: str
    #: How November and October are written.
    months: tuple[str, str] = ("2025-11", "2025-10")


DESKS = {
    "Turkish": Desk(
        "cp1254",
        "Dönem;Ülke;İhracat (Bin ABD $);İthalat (Bin ABD $)",
        "{m};Amerika Birleşik Devletleri;100,0;60,0",
        "USD",
        ("Kasım 2025", "Ekim 2025"),
    ),
    "Polish": Desk(
        "cp1250",
        "Okres;Kraj;Wywóz (tys. zł);Przywóz (tys. zł)",
        "{m};Stany Zjednoczone;100,0;60,0",
        "PLN",
        ("listopad 2025", "październik 2025"),
    ),
    "Czech": Desk(
        "cp1250", "Období;Země;Vývoz (tis. Kč);Dovoz (tis. Kč)", "{m};Spojené státy;100,0;60,0", "CZK"
    ),
    "Hungarian": Desk(
        "cp1250",
        "Időszak;Ország;Kivitel (ezer EUR);Behozatal (ezer EUR)",
        "{m};Egyesült Államok;100,0;60,0",
        "EUR",
        ("2025. 11.", "2025. 10."),
    ),
    # The names hold a comma each, and so might be parted by it.
    "Russian": Desk(
        "cp1251",
        "Период;Страна;Экспорт, тыс. долл. США;Импорт, тыс. долл. США",
        "{m};США;100;60",
        "USD",
        ("ноябрь 2025", "октябрь 2025"),
    ),
    "Russian in KOI8": Desk(
        "koi8-r", "Период;Страна;Экспорт, тыс. долл.;Импорт, тыс. долл.", "{m};США;100;60", "USD"
    ),
    "Thai, in years of the Buddhist era": Desk(
        "cp874",
        "เดือน,ประเทศ,มูลค่าส่งออก (พันบาท),มูลค่านำเข้า (พันบาท)",
        "{m},สหรัฐอเมริกา,100,60",
        "THB",
        ("2568-11", "2568-10"),
    ),
}


@pytest.mark.parametrize("name", DESKS)
def test_texts_of_many_countries(trade: Trade, tmp_path: Path, name: str) -> None:
    desk = DESKS[name]
    path, mapping = tmp_path / "t.csv", tmp_path / "my.toml"
    lines = (desk.header, *(desk.row.format(m=month) for month in desk.months), "")
    path.write_bytes("\n".join(lines).encode(desk.encoding))
    os.utime(path, (WRITTEN, WRITTEN))
    assert trade("table", "inspect", str(path), "--output", str(mapping)).code == 0
    ran = trade("exports", "us", "2025-11", "--months", "1", "--table", str(mapping), "--format", "csv")
    assert ran.code == 0, ran.err + mapping.read_text(encoding="utf-8")
    assert (ran.rows[0]["value"], ran.rows[0]["currency"]) == ("100000", desk.currency)


def test_words_for_a_multiple_that_nobody_knows_are_no_ones(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("month,country,flow,قيمة (مليون USD)\n2025-11,US,E,5\n", encoding="utf-8")
    ran = trade(
        "exports",
        "us",
        "--table",
        str(path),
        "--columns",
        "period=month,partner=country,value=قيمة (مليون USD)",
    )
    assert ran.code == 2
    assert "value_unit=1000" in ran.err


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_folders_that_name_columns_are_inspected(trade: Trade, tmp_path: Path, ending: str) -> None:
    import polars as pl

    for month in (10, 11):
        folder = tmp_path / "lake" / "year=2025" / f"month={month}"
        folder.mkdir(parents=True)
        rows = pl.DataFrame({"country": ["US", "US"], "flow": ["E", "I"], "value_usd": [month, 5]})
        path = folder / f"t.{ending}"
        rows.write_csv(path) if ending == "csv" else rows.write_parquet(path)
        os.utime(path, (WRITTEN, WRITTEN))
    mapping = tmp_path / "my.toml"
    assert trade("table", "inspect", str(tmp_path / "lake"), "--output", str(mapping)).code == 0
    ran = trade("exports", "us", "--months", "2", "--table", str(mapping), "--format", "csv")
    assert [(row["period"], row["value"]) for row in ran.rows] == [("2025-10", "10"), ("2025-11", "11")]
    # Rows that are alike in two months are no row twice.
    assert "once more" not in trade("table", "inspect", str(tmp_path / "lake"), "--format", "table").out
