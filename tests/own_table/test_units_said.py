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


def test_dollars_that_nobody_said_are_told_whosever_records_they_are(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(table("period,partner,flow,value", "2025-11,JP,E,5", "2025-10,JP,E,4"))
    os.utime(path, (WRITTEN, WRITTEN))
    for whose, said in (((), True), (("--reporter", "KR"), True), (("--reporter", "US"), False)):
        ran = trade("exports", "jp", "2025-11", "--table", str(path), "--format", "json", *whose)
        assert ("own_table_currency" in [note["key"] for note in json.loads(ran.out)["notes"]]) is said


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


#: What stands above, below or within a table, and what a value of 5 then is, in a currency.
ABOVE = {
    "(in thousands of U.S. dollars)": (5_000, "USD"),
    "Millones de dólares FOB": (5_000_000, "USD"),
    "in Mio. Euro": (5_000_000, "EUR"),
    "（百万円）": (5_000_000, "JPY"),
    "En milliers d'euros": (5_000, "EUR"),
    "Unit: 10,000 RMB": (50_000, "CNY"),
    "Trade with the euro area": (5, "USD"),
    "Table 3. Goods of more than 1,000 US dollars a line": (5, "USD"),
}


@pytest.mark.parametrize("line", ABOVE)
def test_a_line_above_the_names_is_never_passed_over(trade: Trade, tmp_path: Path, line: str) -> None:
    value, currency = ABOVE[line]
    path, mapping = tmp_path / "t.csv", tmp_path / "my.toml"
    path.write_bytes(
        table(f"Trade\n{line}\n\nMonth,Country,Exports,Imports", "2025-11,US,5,3", "2025-10,US,4,3")
    )
    os.utime(path, (WRITTEN, WRITTEN))
    assert trade("table", "inspect", str(path), "--output", str(mapping)).code == 0
    asked = ("exports", "us", "2025-11", "--months", "1", "--format", "csv")
    [row] = trade(*asked, "--table", str(mapping)).rows
    assert (row["value"], row["currency"]) == (str(value), currency)
    # Who names the columns by hand, and the line of their names, is not told less.
    named = "header=4,period=Month,partner=Country,export_value=Exports,import_value=Imports"
    ran = trade(*asked, "--table", str(path), "--columns", named)
    unit_of_it = f"value_unit={value // 5},currency={currency}"
    assert unit_of_it in ran.err if (value, currency) != (5, "USD") else ran.rows[0]["value"] == "5"


def test_units_beside_a_table(trade: Trade, tmp_path: Path) -> None:
    def asked(*lines: str, more: str = "") -> Ran:
        path = tmp_path / "t.csv"
        path.write_bytes(table(*lines))
        os.utime(path, (WRITTEN, WRITTEN))
        columns = f"period=Month,partner=Country,export_value=Exports,import_value=Imports{more}"
        of = ("exports", "us", "2025-11", "--months", "1", "--format", "csv")
        return trade(*of, "--table", str(path), "--columns", columns)

    header, rows = "Month,Country,Exports,Imports", ("2025-11,US,5,3", "2025-10,US,4,3")
    for lines in ((header, ",,million US$,million US$", *rows), (header, *rows, "Unit: million US$,,,")):
        assert "value_unit=1000000,currency=USD" in asked(*lines).err
        assert asked(*lines, more=",value_unit=1000000").rows[0]["value"] == "5000000"
    # Notes below a table are no rows that cannot be read.
    [row] = asked(header, *rows, ",,,", "Source: the customs office,,,", "* with Puerto Rico,,,").rows
    assert row["value"] == "5"


def test_a_power_of_ten_beside_a_currency_is_the_unit(trade: Trade, tmp_path: Path) -> None:
    for unit_of_it, power in (("USD", "6"), ("US dollars", "Millions")):
        path, mapping = tmp_path / "t.csv", tmp_path / "my.toml"
        rows = [f"2025-{month},USA,{flow},5,{unit_of_it},{power}" for month in (10, 11) for flow in "XM"]
        header = "TIME_PERIOD,COUNTERPART_AREA,FLOW,OBS_VALUE,UNIT_MEASURE,SCALAR_FACTOR"
        path.write_bytes(table(header, *rows))
        os.utime(path, (WRITTEN, WRITTEN))
        assert trade("table", "inspect", str(path), "--output", str(mapping)).code == 0
        ran = trade("exports", "us", "2025-11", "--months", "1", "--table", str(mapping), "--format", "csv")
        assert (ran.rows[0]["value"], ran.rows[0]["currency"]) == ("5000000", "USD")
