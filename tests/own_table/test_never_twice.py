"""Rows that say the same twice or in other ways: added up by mistake once, and never again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Ran
from tests.own_table.test_layouts import WRITTEN, table

Trade = Callable[..., Ran]
PLAIN = "period,partner,flow,value"
KINDS = "period,partner,flow,kind,value"
CENSUS = "CTY_CODE,{kind},ALL_VAL_MO,time"
COMTRADE = "period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,motCode,primaryValue"
COMEXT = "REPORTER,PARTNER,FLOW,PERIOD,PRODUCT_NC,{kind},VALUE_EUR"


class Case(NamedTuple):
    """A table, a question, and the value of 2025-11; or what the refusal says."""

    files: dict[str, bytes]
    words: str
    right: int | str
    columns: str = ""


def of(header: str, *rows: str, **said: str) -> dict[str, bytes]:
    """One file; `{kind}` in its header is the column that is tried."""
    return {"t.csv": table(header.format(**said), *rows)}


def kinds(name: str, *texts: str) -> dict[str, bytes]:
    """A table with a row of 30, 28, ... for each text of a column of its own."""
    rows = (f"2025-11,US,export,{text},{30 - 2 * at}" for at, text in enumerate(texts))
    return of(KINDS.replace("kind", name), *rows)


US = "exports us 2025-11"
CASES = {
    # 7 domestic and 3 foreign exports are the 10 of the total.
    "census: domestic, foreign, both": Case(
        of(CENSUS, "5700,1,7,2025-11", "5700,2,3,2025-11", "5700,-,10,2025-11", kind="DF"),
        "exports cn 2025-11",
        10,
    ),
    "census: states and all": Case(
        of(CENSUS, "5700,CA,6,2025-11", "5700,TX,4,2025-11", "5700,-,10,2025-11", kind="STATE"),
        "exports cn 2025-11",
        10,
    ),
    "census: levels of NAICS": Case(
        of(CENSUS, "5700,334,10,2025-11", "5700,3344,6,2025-11", kind="NAICS"),
        "exports cn 2025-11",
        "codes of several lengths",
    ),
    "census: levels of SITC": Case(
        of(CENSUS, "5700,7,10,2025-11", "5700,77,6,2025-11", kind="SITC"),
        "exports cn 2025-11",
        "codes of several lengths",
    ),
    "census: districts beside all": Case(
        of(CENSUS, "5700,HSCY,3,2025-11", "5700,HSCYDT,3,2025-11", kind="SUMMARY_LVL2"),
        "exports cn 2025-11",
        "never added",
    ),
    "census: the total of goods is a dash": Case(
        of(CENSUS, "5700,-,10,2025-11", "5700,85,6,2025-11", "5700,84,4,2025-11", kind="E_COMMODITY"),
        "exports cn 2025-11",
        10,
    ),
    "comtrade: by two lists": Case(
        of(COMTRADE, "202511,410,X,842,H6,TOTAL,0,10", "202511,410,X,842,S4,TOTAL,0,10"), US, "never added"
    ),
    "comtrade: another list for another reporter": Case(
        of(COMTRADE, "202511,410,X,842,H6,TOTAL,0,10", "202511,156,X,842,H5,TOTAL,0,7"),
        f"{US} --reporter KR",
        10,
    ),
    "comtrade: a row twice": Case(
        of(COMTRADE, *["202511,410,X,842,H6,TOTAL,0,10"] * 2), US, "2 rows are of the same month"
    ),
    "comext: adjusted and not": Case(
        of(COMEXT, "DE,US,2,202511,TOTAL,SA,5", "DE,US,2,202511,TOTAL,NSA,6", kind="SEASONAL_ADJ"),
        US,
        "never added",
    ),
    "comext: regimes and their total": Case(
        of(COMEXT, *(f"DE,US,2,202511,85,{kind},{value}" for kind, value in ((1, 5), (2, 3), (4, 8))),
           kind="STAT_REGIME"),
        US,
        8,
    ),
    "korea: the total of goods is a dash": Case(
        of("year,statCd,hsCode,expDlr,impDlr", "2025.11,US,-,100,50", "2025.11,US,8542,60,30",
           "2025.11,US,8541,40,20"),
        US,
        100,
    ),
    "adjusted and not": Case(kinds("adjustment", "SA", "NSA"), US, "never added"),
    "two currencies": Case(kinds("currency", "USD", "EUR"), US, "never added"),
    "money and kilograms": Case(kinds("measure", "VALUE", "KG"), US, "never added"),
    "money and growth": Case(kinds("measure", "Value", "YoY %"), US, "never added"),
    "money and an index": Case(kinds("unit", "USD million", "Index 2015=100"), US, "never added"),
    "money and growth in Chinese": Case(kinds("指標", "金額", "年增率(%)"), US, "never added"),
    "money and its share": Case(kinds("indicator", "Value", "Share"), US, "never added"),
    "money and a number of papers": Case(
        kinds("indicator", "Trade value", "Number of declarations"), US, "never added"
    ),
    "money and the duty on it": Case(kinds("item", "Customs value", "Duty"), US, "never added"),
    "a month and the sum to it": Case(kinds("type", "Monthly", "Cumulative"), US, "never added"),
    "a month and the sum to it in Chinese": Case(kinds("類別", "當月", "累計"), US, "never added"),
    "this year and the last": Case(kinds("type", "Current year", "Previous year"), US, "never added"),
    "valued in two ways": Case(kinds("type", "CIF", "FOB"), US, "never added"),
    "exports valued in one way, imports in another": Case(
        of(KINDS, "2025-11,US,export,FOB,5", "2025-11,US,import,CIF,7"), US, 5
    ),
    "two systems of trade": Case(kinds("type", "General trade", "Special trade"), US, "never added"),
    "with gold and without": Case(kinds("type", "Including gold", "Excluding gold"), US, "never added"),
    # Duties are a kind of goods to nobody, but freight and insurance are services beside each other.
    "kinds that are parts": Case(kinds("type", "Freight", "Insurance"), US, 58),
    "all ports beside ports": Case(kinds("port", "All ports", "LAX"), US, 30),
    "goods that are named by their percent": Case(kinds("text", "Wool 85 % or more", "Index cards"), US, 58),
    "a month's column for a year": Case(
        of("year,partner,flow,Jan,Feb", "2025,US,export,5,6"), "exports us --by year", "called after a month",
        "period=year,value=Jan",
    ),
    "months of a year of which the last are to come": Case(
        of("year,partner,flow,Oct,Nov", "2025,US,export,5,6"), US, 6, "year=year,months={Jan}",
    ),
    "ones and millions": Case(kinds("UNIT_MULT", "0", "6"), US, "never added"),
    "months and quarters": Case(kinds("freq", "M", "Q"), US, "never added"),
    "general and special trade": Case(kinds("trade system", "general", "special"), US, "never added"),
    "two vintages": Case(kinds("vintage", "2025-12-01", "2026-01-02"), US, "never added"),
    "adjusted and not, in a column of any name": Case(
        kinds("series", "Seasonally adjusted", "Unadjusted"), US, "never added"
    ),
    # 30 is 20 and 10: all means of transport, by air and by sea.
    "means of transport and all, in one month": Case(
        of(KINDS.replace("kind", "transport"),
           *(f"2025-11,US,export,{text},{value}" for text, value in ((0, 30), (4, 20), (1, 10)))),
        US,
        "as a total would be",
    ),
    "the one that is meant": Case(kinds("adjustment", "SA", "NSA"), US, 28, "where.adjustment=NSA"),
    "ports are parts": Case(kinds("port", "LAX", "NYC"), US, 58),
    "totals of some goods each": Case(
        kinds("hs", "Total agricultural", "Total industrial"), US, "none is said to be of all goods",
        "commodity=hs",
    ),
    "totals of some goods beside all": Case(
        of(KINDS, *(f"2025-11,US,export,{text},{value}" for text, value in
                    (("Total agricultural", 30), ("Total industrial", 70), ("TOTAL", 100)))),
        US,
        100,
        "commodity=kind",
    ),
    "what is left over is no total": Case(
        of(KINDS, "2025-11,US,export,85,30", "2025-11,US,export,All items not elsewhere specified,70"),
        US,
        100,
        "commodity=kind",
    ),
    "levels of SITC": Case(kinds("SITC", "7", "77"), US, 30, "commodity=SITC"),
    "SITC is not the HS": Case(
        kinds("SITC", "77", "78"), f"{US} --commodity hs:77", "another list than the HS", "commodity=SITC"
    ),
    # 85 and 84 are 10; HS has no chapter of zeros.
    "chapters and their total of zeros": Case(
        of(KINDS, "2025-11,US,export,85,6", "2025-11,US,export,84,4", "2025-11,US,export,00,10"), US, 10,
        "commodity=kind",
    ),
    "subheadings and their total of zeros, of one of them": Case(
        of(KINDS, "2025-11,US,export,854231,6", "2025-11,US,export,847130,4", "2025-11,US,export,000000,10"),
        f"{US} --commodity hs:85", 6, "commodity=kind",
    ),
    "zeros that may be a total or the rest": Case(
        of(KINDS, "2025-11,US,export,85,6", "2025-11,US,export,84,4", "2025-11,US,export,00,1"), US,
        "total or the rest", "commodity=kind",
    ),
    "zeros in a column that nobody named": Case(
        {"t.csv": table("period,partner,flow,hs6,value", "2025-11,US,export,854231,6",
                        "2025-11,US,export,000000,6")}, US, "codes of several lengths",
    ),
    # Of the SITC 00 is live animals.
    "a division of the SITC": Case(kinds("SITC", "00", "77"), US, 58, "commodity=SITC"),
    "two reporters beside the partner": Case(
        of(KINDS.replace("kind", "country"), "2025-11,US,export,DE,5", "2025-11,US,export,FR,7"),
        f"{US} --reporter FR", 7,
    ),
    "two reporters beside the partner, none named": Case(
        of(KINDS.replace("kind", "country"), "2025-11,US,export,DE,5", "2025-11,US,export,FR,7"), US,
        "records of DE, FR",
    ),
    "two reporters beside where goods went": Case(
        of("period,destination,flow,country,value", "2025-11,US,export,DE,5", "2025-11,US,export,FR,7"), US,
        "both hold countries", "partner=destination",
    ),
    "groups of countries beside the partner": Case(
        of(KINDS.replace("kind", "country group"), "2025-11,US,export,North America,5",
           "2025-11,CN,export,Asia,7"), US, 5,
    ),
    "countries beside the partner that have no records of their own": Case(
        of(KINDS.replace("kind", "country"), "2025-11,US,export,DE,5", "2025-11,US,export,FR,7"), US, 12,
        "period=period,reporter=TW",
    ),
    "reporters of which nobody knows one": Case(
        of(KINDS.replace("kind", "country"), "2025-11,US,export,DE,5", "2025-11,US,export,Atlantis,7"),
        f"{US} --reporter DE", 5,
    ),
    "continents beside the partner": Case(
        of(KINDS.replace("kind", "area"), "2025-11,US,export,America,5", "2025-11,CN,export,Asia,7"), US, 5,
    ),
    "exporters beside importers": Case(
        of("period,importer,flow,exporter,value", "2025-11,US,export,DE,5", "2025-11,US,export,FR,7"), US,
        "records of DE, FR", "partner=importer",
    ),
    "the name of the partner beside its code": Case(
        of(KINDS.replace("kind", "country"), "2025-11,US,export,United States,5",
           "2025-11,CN,export,China,7"), US, 5,
    ),
    "from where goods were sent beside where they are from": Case(
        of("period,原产国,flow,启运国,value", "2025-11,US,import,JP,5", "2025-11,US,import,KR,7"),
        US.replace("exports", "imports"), 12, "partner=原产国",
    ),
    "where goods are from beside where they go": Case(
        of(KINDS.replace("kind", "origin"), "2025-11,US,export,DE,5", "2025-11,US,export,FR,7"), US, 12,
    ),
    "preliminary and revised": Case(kinds("status", "preliminary", "revised"), US, "never added"),
    "the revised, when told": Case(kinds("status", "p", "r"), US, 28, "where.status=r"),
    "revised or not at all": Case(kinds("flag", "", "r"), US, "never added"),
    "revisions in Chinese": Case(kinds("狀態", "初步", "修正"), US, "never added"),
    "revisions by their words": Case(kinds("kind", "Provisional", "Final"), US, "never added"),
    "releases by their number": Case(kinds("version", "1", "2"), US, "never added"),
    "actual and foreseen": Case(kinds("type", "Actual", "Forecast"), US, "never added"),
    "at two kinds of prices": Case(kinds("series", "Current prices", "Constant prices"), US, "never added"),
    "by two ways of counting": Case(kinds("basis", "BOP", "Census"), US, "never added"),
    "sums since January": Case(
        of("period,partner,flow,YTD value", "2025-11,US,export,5"), US, "sums since January",
        "value=YTD value",
    ),
    "sums since January of the Census Bureau": Case(
        of("time,CTY_CODE,ALL_VAL_YR", "2025-11,5700,5"), "exports cn 2025-11", "sums since January",
        "period=time,partner=CTY_CODE,flow=export,value=ALL_VAL_YR",
    ),
    "a note below the rows": Case(of(PLAIN, "2025-11,US,export,5", "Source: customs,,,"), US, 5),
    "years beside months": Case(
        of("year,month,partner,flow,value", "2025,10,US,export,4", "2025,11,US,export,5"), US, 5,
        "period=year",
    ),
    "some partners preliminary, others not": Case(
        of(KINDS.replace("kind", "status"), "2025-11,US,export,r,5", "2025-11,CN,export,p,7"), US, 5,
    ),
    "some goods preliminary, others not": Case(
        of("period,partner,flow,hs,status,value", "2025-11,US,export,85,r,5", "2025-11,US,export,84,p,7"),
        US, 12,
    ),
    "a file that revises a month": Case(
        {"a.csv": table(PLAIN, "2025-10,US,export,4", "2025-11,US,export,5", "2025-11,CN,export,3"),
         "b.csv": table(PLAIN, "2025-11,US,export,6", "2025-11,CN,export,4")}, US, "may revise the other",
    ),
    "a file that revises a month of goods": Case(
        {name: table("period,partner,flow,hs,value,row", f"2025-11,US,export,854231,{value},1",
                     f"2025-11,US,export,854232,{value + 1},2")
         for name, value in (("2025-11.csv", 5), ("2025-11 rev.csv", 6))}, US, "may revise the other",
    ),
    "files of several ports": Case(
        {f"{port}.csv": table("period,partner,flow,port,value", f"2025-11,US,export,{port},{value}")
         for port, value in (("LAX", 5), ("NYC", 6))}, US, 11,
    ),
    # Lines of declarations: each key stands there more than once.
    "parts of one table of declarations": Case(
        {f"{part}.csv": table(PLAIN, *(f"2025-11,US,export,{part}" for _ in range(2))) for part in (5, 6)},
        US, 22,
    ),
    "reporters in a column of another name": Case(
        of(KINDS.replace("kind", "Reporting office"), "2025-11,US,export,DE,5", "2025-11,US,export,FR,7"),
        f"{US} --reporter DE",
        5,
    ),
    # Of 10 thousand yen 7 were sold to the United States: 000 is no country of Japan's list.
    "japan: all countries": Case(
        {
            "t.csv": table(
                "Exp or Imp,Year,HS,Country,Value-Nov,Value-Jan",
                "1,2025,'010121000,000,10,0",
                "1,2025,'010121000,304,7,0",
            )
        },
        "exports 2025-11",
        10_000,
    ),
    "two columns of one name": Case(of(f"{PLAIN},value", "2025-11,US,export,5,6"), US, "two columns"),
    "two columns of another name": Case(of(f"{PLAIN},kg,kg", "2025-11,US,export,5,6,7"), US, 5),
    "re-exports in a file of their own": Case(
        {
            f"{name}_2025.csv": table("period,partner,usd", f"2025-11,US,{value}", "2025-10,US,4")
            for name, value in (("exports", 5), ("re-exports", 3))
        },
        US,
        "has no column 'flow'",
        "value=usd",
    ),
    "a comma between semicolons": Case(
        {"t.csv": b"period;partner;flow;value\n2025-11;US;export;1,234\n"},
        US,
        "may be thousands",
    ),
    "points between semicolons": Case(
        {"t.csv": b"period;partner;flow;value\n2025-11;US;export;1.234.567,50\n"}, US, 1_234_568
    ),
    "thousands by the name of the column": Case(
        of("period,partner,flow,Value (US$ thousand)", "2025-11,US,export,5"), US, 5_000,
        "value=Value (US$ thousand)",
    ),
    "thousands of yuan of one or another country": Case(
        of("period,partner,flow,金額(千元)", "2025-11,US,export,5"), US, "TWD or CNY or HKD",
        "value=金額(千元)",
    ),
    "thousands of New Taiwan dollars": Case(
        of("period,partner,flow,金額(千元)", "2025-11,US,export,5"), US, 5_000,
        "value=金額(千元),currency=TWD",
    ),
    "pesos of one or another country": Case(
        of("period,partner,flow,Valor (pesos)", "2025-11,US,export,5"), US, "MXN or CLP",
        "value=Valor (pesos)",
    ),
    "euros, by a column": Case(kinds("currency", "EUR"), US, "value_unit=1,currency=EUR"),
    "euros, by a column and said": Case(kinds("currency", "EUR"), US, 30, "currency=EUR"),
    "thousands, by a column": Case(kinds("UNIT_MULT", "3"), US, "value_unit=1000,currency=USD"),
    "thousands, by a line above": Case(
        {"t.csv": "單位:新臺幣千元\n\n".encode() + table(PLAIN, "2025-11,US,export,5")}, US,
        "value_unit=1000,currency=TWD",
    ),
    "kilograms, by a column": Case(kinds("unit", "KG"), US, 30),
    "the unit that is said": Case(
        of("period,partner,flow,USDm", "2025-11,US,export,5"), US, 5_000_000, "value=USDm,value_unit=1000000"
    ),
    "a unit that may be two": Case(
        of("period,partner,flow,USDm", "2025-11,US,export,5"), US, "1,000 or 1,000,000", "value=USDm"
    ),
    "the records of another office": Case(
        of(CENSUS, "5700,85,7,2025-11", kind="E_COMMODITY"),
        "exports cn 2025-11 --reporter TW",
        "records of the United States, none of Taiwan",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_row_is_added_to_one_that_says_the_same(case: Case, trade: Trade, tmp_path: Path) -> None:
    for name, content in case.files.items():
        (tmp_path / name).write_bytes(content)
        os.utime(tmp_path / name, (WRITTEN, WRITTEN))
    path = tmp_path if len(case.files) > 1 else tmp_path / next(iter(case.files))
    said = ("--columns", case.columns) if case.columns else ()
    ran = trade(*case.words.split(), "--table", str(path), *said, "--format", "csv")
    if isinstance(case.right, str):
        assert (ran.code != 0, case.right in ran.err.replace("\n", " ")) == (True, True), ran.err
        return
    [value] = [row["value"] for row in ran.rows if row["period"] == "2025-11" and row["value"]]
    assert int(value) == case.right, ran.out + ran.err


def test_a_file_written_anew_is_read_anew_though_its_time_and_size_are_kept(
    trade: Trade, tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    for value in ("5", "7"):
        path.write_bytes(table(PLAIN, f"2025-11,US,export,{value}"))
        os.utime(path, (WRITTEN, WRITTEN))
        [row] = trade(*US.split(), "--table", str(path), "--format", "csv").rows
        assert row["value"] == value


#: Months of 2025 that are not out yet stand there with zeros, for 2024 has figures in the same columns.
ACROSS = "year,CTY_CODE,CTYNAME," + ",".join(
    f"{flow}{month}"
    for flow in "IE"
    for month in ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
)


def test_months_to_come_are_no_zeros_where_another_year_has_them(trade: Trade, tmp_path: Path) -> None:
    rows = (
        "2024,5700,China," + ",".join(["3"] * 24),
        "2025,5700,China," + ",".join((["4"] * 9 + ["0"] * 3) * 2),
    )
    path = tmp_path / "country.csv"
    path.write_bytes(table(ACROSS, *rows))
    os.utime(path, (WRITTEN, WRITTEN))
    years = trade("imports", "cn", "--by", "year", "--table", str(path), "--format", "csv").rows
    assert [(row["period"], row["value"]) for row in years if row["value"]] == [("2024", "36000000")]
    newest = trade("surplus", "cn", "2025-11", "--table", str(path))
    assert newest.code == 3
    assert "2025-09" in newest.err


@pytest.mark.parametrize(
    ("other", "right"),
    [
        # The same of both names in each month: one set of records, copied.
        (5, "'USA' and 'United States' both mean US"),
        # Lines of two desks that write the name in their own way: 5 and 6.
        (6, 11),
    ],
)
def test_two_names_of_one_partner(other: int, right: int | str, tmp_path: Path, run: Trade) -> None:
    rows = [
        f"2025-{month:02},{name},export,{value}"
        for month in range(6, 12)
        for name, value in (("USA", 5), ("United States", other))
    ]
    path = tmp_path / "t.csv"
    path.write_bytes(table(PLAIN, *rows))
    ran = run("exports", "us", "2025-11", "--months", "1", "--table", str(path), "--format", "csv")
    if isinstance(right, str):
        assert (ran.code, ran.out) == (5, "")
        assert right in ran.err
    else:
        assert ran.rows[-1]["value"] == str(right)
