"""Units and currencies as headers write them, and how many rows a table is said to have."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.own_table.test_layouts import WRITTEN, table
from tradecli.own_table.sniffing_units import unit

Trade = Callable[..., Ran]
UNITS = {
    "金額(新臺幣千元)": (1_000, "TWD"),
    "金額(美元千元)": (1_000, "USD"),
    "貿易額(億美元)": (100_000_000, "USD"),
    "人民币(万元)": (10_000, "CNY"),
    "港幣百萬元": (1_000_000, "HKD"),
    "価額(千円)": (1_000, "JPY"),
    "金額(百万円)": (1_000_000, "JPY"),
    "금액(천불)": (1_000, "USD"),
    "금액(천달러)": (1_000, "USD"),
    "금액(백만원)": (1_000_000, "KRW"),
    "Value (£000)": (1_000, "GBP"),
    "US$000": (1_000, "USD"),
    "Value (US$ FOB)": (0, "USD"),
    "RMB 10,000": (10_000, "CNY"),
    "Value in 1,000,000 EUR": (1_000_000, "EUR"),
    "Value (€ million)": (1_000_000, "EUR"),
    "Wert in Tsd. €": (1_000, "EUR"),
    "Valeur (kCHF)": (1_000, "CHF"),
    "Valor (R$ mil)": (1_000, "BRL"),
    "Value_CZK": (0, "CZK"),
    "Value (SEK million)": (1_000_000, "SEK"),
    "Value (Rp juta)": (1_000_000, "IDR"),
    "Wartość (tys. zł)": (1_000, "PLN"),
    # Which hold no money, or do not say whose.
    "원산지": (0, ""),
    "불가리아": (0, ""),
    "元月": (0, ""),
    "Peso neto": (0, ""),
    "ALL_VAL_MO": (0, ""),
}


@pytest.mark.parametrize("name", UNITS)
def test_units_of_headers(name: str) -> None:
    assert unit(name)[:2] == UNITS[name]


@pytest.mark.parametrize(
    "name", ["金額(千元)", "金额(万元)", "金額(元)", "Valor (pesos)", "Värde (kr)", "¥ million"]
)
def test_money_of_several_countries_is_of_none(name: str) -> None:
    assert unit(name).currency == ""
    assert len(unit(name).unsure) > 1


def test_yuan_whose_unit_alone_is_said_are_told_with_what_they_are_taken_for(
    trade: Trade, tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(table("月份,國家,別,千元", "2025-11,美國,出口,5", "2025-10,美國,出口,4"))
    os.utime(path, (WRITTEN, WRITTEN))
    columns = "period=月份,partner=國家,flow=別,value=千元,value_unit=1000"
    ran = trade("exports", "us", "2025-11", "--table", str(path), "--columns", columns, "--format", "json")
    answer = json.loads(ran.out)
    assert (answer["rows"][-1]["value"], answer["currency"]) == (5_000, "USD")
    assert "own_table_currency" in [note["key"] for note in answer["notes"]]


def test_rows_with_a_value_for_each_flow_are_counted_once(trade: Trade, tmp_path: Path) -> None:
    # Two months of three partners, the total of two of them, and one value that is not there.
    rows = ["2025-10,US,5,3", "2025-10,CN,2,", "2025-10,World,7,4"]
    rows += [row.replace("-10", "-11").replace("2,", "2,1") for row in rows]
    path = tmp_path / "t.csv"
    path.write_bytes(table("month,country,exports,imports", *rows))
    os.utime(path, (WRITTEN, WRITTEN))
    columns = "period=month,partner=country,export_value=exports,import_value=imports"
    ran = trade("surplus", "us", "2025-11", "--table", str(path), "--columns", columns, "--format", "json")
    notes = {note["key"]: note["text"] for note in json.loads(ran.out)["notes"]}
    assert notes["own_table.records"].startswith(f"own table {path}: 6 rows of one file")
    assert "1 of 12 values" in notes["own_table_dropped.values"]
    assert "'World' (2)" in notes["own_table_groups"]
