"""Habits of real files, small and made up: what is printed was worked out by hand, or it is refused."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest

from tests.conftest import Ran
from tests.drawn import THOROUGH

pytest.importorskip("narwhals")
Trade = Callable[..., Ran]
#: Every table has the same rows in each of these months, so that eleven of them are eleven times one.
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)][:23]
#: 2026-01-05, the day on which every file was written.
WRITTEN = 1_767_614_400
NAME = ("", *["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
NAMES = "period=m,partner=c,flow=f,value=v,commodity=hs"


class Case(NamedTuple):
    """A table with one month's rows, what it is asked, and the figure of November, or why it is refused."""

    header: str
    rows: Sequence[str]
    expected: int | str
    words: str = "exports --partner US"
    columns: str = NAMES
    told: str = ""


PLAIN = "m,c,f,v,hs"
ANSWERED: dict[str, Case] = {
    "several levels of detail": Case(
        PLAIN, ["{m},US,E,100,85", "{m},US,E,60,8542", "{m},US,E,40,854231"], 100
    ),
    "a heading of several levels": Case(
        PLAIN,
        ["{m},US,E,100,85", "{m},US,E,60,8542", "{m},US,E,40,854231"],
        60,
        "exports --partner US --commodity hs:8542",
    ),
    "national lines and their sum": Case(PLAIN, ["{m},US,E,200,854231", "{m},US,E,200,85423110"], 200),
    "a total and its chapters": Case(
        PLAIN, ["{m},US,E,200,TOTAL", "{m},US,E,150,85", "{m},US,E,50,84"], 200, told="parts of others"
    ),
    "a chapter beside its total": Case(
        PLAIN,
        ["{m},US,E,200,Total trade", "{m},US,E,150,85", "{m},US,E,50,84"],
        150,
        "exports --partner US --commodity hs:85",
    ),
    "totals alone": Case(PLAIN, ["{m},US,E,200,TOTAL", "{m},JP,E,30,TOTAL"], 230, "exports"),
    "empty codes are the total": Case(PLAIN, ["{m},US,E,200,", "{m},US,E,150,85", "{m},US,E,50,84"], 200),
    "two totals among partners": Case(
        PLAIN,
        ["{m},US,E,3,854231", "{m},JP,E,4,854231", "{m},Grand Total,E,7,854231", "{m},Total,E,7,854231"],
        7,
        "exports",
        told="not added",
    ),
    "a total of the world alone": Case(PLAIN, ["{m},TOTAL FOR ALL COUNTRIES,E,7,854231"], 7, "exports"),
    "a dash for the total": Case(
        PLAIN, ["{m},DE,E,3,854231", "{m},JP,E,4,854231", "{m},-,E,7,854231"], 7, "exports", told="not added"
    ),
    "months with strokes": Case(PLAIN, ["{y}/{n},US,E,2,854231"], 2),
    "months with points": Case(PLAIN, ["{y}.{n},US,E,2,854231"], 2),
    "months by name": Case(PLAIN, ["{name}-{y},US,E,2,854231"], 2),
    "months without their zero": Case(PLAIN, ["{y}-{i},US,E,2,854231"], 2),
    "days without strokes": Case(PLAIN, ["{y}{n}15,US,E,2,854231"], 2),
    "months in two ways": Case(PLAIN, ["{m},US,E,2,854231", "{y}/{n},US,E,3,854231"], 5),
    "a country called NA": Case(PLAIN, ["{m},NA,E,2,854231"], 2, "exports --partner NA"),
    "zeros that were lost from eight digits": Case(
        PLAIN, ["{m},US,E,2,8012100", "{m},US,E,3,85423110"], 2, "exports --partner US --commodity hs:08"
    ),
    "confidential codes beside a total": Case(
        PLAIN, ["{m},US,E,10,TOTAL", "{m},US,E,6,85423110", "{m},US,E,3,99RRR100", "{m},US,E,1,85XXXXXX"], 10
    ),
    "groups among partners": Case(
        PLAIN,
        ["{m},DE,E,3,854231", "{m},JP,E,4,854231", "{m},EU-27,E,3,854231", "{m},4XXX,E,3,854231"],
        7,
        "exports",
    ),
    "Eurostat's trade within and outside the Union": Case(
        PLAIN,
        [
            "{m},CN_X_HK,E,3,854231",
            "{m},JP,E,4,854231",
            "{m},EXT_EU27_2020,E,7,854231",
            "{m},INT_EA21,E,5,854231",
        ],
        7,
        "exports",
    ),
    "a group that is asked for": Case(
        PLAIN,
        ["{m},JP,E,4,854231", "{m},DE,E,3,854231", "{m},European Union,E,3,854231"],
        3,
        "exports --partner EU",
    ),
    "Census groups beside a country": Case(
        "m,CTY_CODE,f,v",
        ["{m},0012,E,70", "{m},7210,E,1"],
        1,
        "exports --partner DZ",
        "period=m,partner=CTY_CODE,flow=f,value=v",
    ),
    "Comtrade's numbers by the header": Case(
        "m,partnerCode,partnerISO,f,v",
        ["{m},156,CHN,E,5", "{m},528,NLD,E,3"],
        5,
        "exports --partner CN",
        "period=m,partner=partnerCode,flow=f,value=v",
    ),
    "numbers of a list that is named": Case(
        PLAIN, ["{m},156,E,5,854231"], 5, "exports --partner CA", f"{NAMES},partner_codes=imf"
    ),
    "modes of transport and their total": Case(
        "m,c,f,v,motCode",
        ["{m},US,E,9,0", "{m},US,E,5,1000", "{m},US,E,4,2100"],
        9,
        columns="period=m,partner=c,flow=f,value=v",
        told="only the total '0' is added",
    ),
    "one mode that is asked for": Case(
        "m,c,f,v,motCode",
        ["{m},US,E,9,0", "{m},US,E,5,1000", "{m},US,E,4,2100"],
        5,
        columns="period=m,partner=c,flow=f,value=v,where.motCode=1000",
    ),
    "codes of nine digits": Case(
        PLAIN, ["{m},US,E,500,854232000", "{m},US,E,1,080390100"], 1, "exports --partner US --commodity hs:08"
    ),
    "codes of eleven digits": Case(
        PLAIN,
        ["{m},US,E,700,85423100101", "{m},US,E,5,08039010004"],
        700,
        "exports --partner US --commodity hs:85",
    ),
    "zeros that were lost": Case(
        PLAIN, ["{m},US,E,2,10121", "{m},US,E,3,854231"], 2, "exports --partner US --commodity hs:01"
    ),
    "zeros that were lost from nine digits": Case(
        PLAIN, ["{m},US,E,500,854232000", "{m},US,E,1,80390100"], 1, "exports --partner US --commodity hs:08"
    ),
    "only codes of a length that is named": Case(
        PLAIN, ["{m},US,E,2,10121", "{m},US,E,9,85"], 2, "exports --partner US", f"{NAMES},commodity_digits=6"
    ),
    "two reporters and one asked for": Case(
        "REPORTER,m,c,f,v",
        ["DE,{m},US,E,9", "FR,{m},US,E,3"],
        3,
        "exports --partner US --reporter FR",
        "period=m,partner=c,flow=f,value=v",
    ),
    "the reporter's column by name": Case(
        "who,m,c,f,v",
        ["DE,{m},US,E,9"],
        9,
        "exports --partner US",
        "period=m,partner=c,flow=f,value=v,reporter=who",
    ),
    "an explicit reporter beats the file": Case(
        PLAIN, ["{m},TW,E,9,854231"], 9, "exports --partner TW --reporter JP", f"{NAMES},reporter=US"
    ),
    "names in other languages": Case(PLAIN, ["{m},美国,E,1,854231", "{m},米国,E,2,854231"], 3),
    "names of other offices": Case(
        PLAIN, ["{m},St Lucia,E,1,854231", "{m},Saint Lucia,E,2,854231"], 3, "exports --partner LC"
    ),
    "corrections": Case(PLAIN, ["{m},US,E,10,854231", "{m},US,E,-2,854231"], 8),
    "thousands and blanks": Case(
        PLAIN, ['{m}, US , E ," 1,500,000 ",854231', "{m},US,E,900,854231"], 1_500_900
    ),
    "numbers with exponents": Case(
        PLAIN,
        ["{m},US,E,1.5E+09,854231", "{m},US,E,2e+3,854231", "{m},US,E,1.234567E6,854231"],
        1_501_236_567,
        told="with an exponent are read as they stand",
    ),
    "marks of no figure": Case(
        PLAIN,
        ["{m},US,E,2,854231", "{m},US,E,..,854232", "{m},US,E,n/a,854233"],
        2,
        told="46 with an empty value",
    ),
    "a small partner without rows": Case(
        PLAIN,
        ["{m},US,I,100000,854231", "{m},US,E,100000,854231", "{odd},IS,E,5,854231"],
        0,
        "exports --partner IS",
    ),
}


#: A third of them by DuckDB too: what a case asks for is decided before an engine adds up.
BY_ENGINE = [(name, "polars") for name in ANSWERED]
BY_ENGINE += [(name, "duckdb") for name in [*ANSWERED][:: 1 if THOROUGH else 3]]


@pytest.mark.drawn
@pytest.mark.parametrize(("name", "engine"), BY_ENGINE)
def test_it_is_answered_by_the_figure_worked_out_by_hand(
    name: str, engine: str, trade: Trade, tmp_path: Path
) -> None:
    pytest.importorskip(engine)
    case = ANSWERED[name]
    ran = asked(trade, case, tmp_path, "--engine", engine)
    assert ran.code == 0, ran.err
    assert ran.rows[-2]["period"] == "2025-10"
    # Rows of `{odd}` stand in odd months only.
    month = -2 if "{odd}" in "".join(case.rows) else -1
    assert ran.rows[month]["value"] == str(case.expected)
    assert case.told in ran.err


def asked(trade: Trade, case: Case, folder: Path, *more: str) -> Ran:
    """What is printed of a case, as CSV."""
    table = folder / "table.csv"
    put(case, table)
    return trade(
        *case.words.split(), "--table", str(table), "--columns", case.columns, *more, "--format", "csv"
    )


def put(case: Case, table: Path, months: Sequence[str] = MONTHS) -> None:
    """Write a case as a file of a day that is known."""
    lines = [
        row.format(m=month, odd=month, y=month[:4], n=month[5:], i=int(month[5:]), name=NAME[int(month[5:])])
        for month in months
        for row in case.rows
        if "{odd}" not in row or int(month[-2:]) % 2
    ]
    table.write_text("\n".join([case.header, *lines, ""]), encoding="utf-8")
    os.utime(table, (WRITTEN, WRITTEN))


REFUSED: dict[str, Case] = {
    "parts that are more than their whole": Case(
        PLAIN, ["{m},US,E,100,85", "{m},US,E,160,854231"], "the parts of 85 are more than it"
    ),
    "a total that is less than the partners": Case(
        PLAIN,
        ["{m},US,E,3,854231", "{m},Total,E,2,854231"],
        "'Total' in the column 'c' is taken for a total",
        "exports",
    ),
    "a total that nobody knows": Case(
        PLAIN,
        ["{m},US,E,3,854231", "{m},JP,E,4,854231", "{m},Weltsumme,E,7,854231"],
        "as much as all others together",
        "exports",
    ),
    "groups alone": Case(
        PLAIN, ["{m},OECD,E,3,854231"], "groups of countries, and these are not added up", "exports"
    ),
    "an area of which there are no rows": Case(
        PLAIN, ["{m},DE,E,3,854231"], "areas are not added up from their members", "exports --partner EUROPE"
    ),
    "a number of two lists": Case(
        PLAIN,
        ["{m},156,E,5,854231"],
        "156 in the column 'c' is China in Comtrade's list and Canada in the IMF's list",
        "exports --partner CN",
    ),
    "numbers of no list": Case(
        PLAIN, ["{m},160,E,5,854231", "{m},586,E,3,854231"], "no list has all numbers", "exports --partner PK"
    ),
    "few numbers and no list named": Case(
        PLAIN, ["{m},400,E,5,854231"], "does not say of which list", "exports --partner JO"
    ),
    "levels in a column that was not named": Case(
        "m,c,f,v,hs6",
        ["{m},US,E,2,TOTAL", "{m},US,E,2,85"],
        "name it: commodity=hs6",
        columns="period=m,partner=c,flow=f,value=v",
    ),
    "two reporters": Case(
        "REPORTER,m,c,f,v",
        ["DE,{m},US,E,9", "FR,{m},US,E,3"],
        "holds records of DE, FR",
        columns="period=m,partner=c,flow=f,value=v",
    ),
    "records of somebody else": Case(
        PLAIN, ["{m},TW,E,9,854231"], "does not say whose records", "exports --partner TW"
    ),
    "more corrections than trade": Case(
        PLAIN, ["{m},US,E,1,854231", "{m},US,E,-2,854231"], "a sum below zero"
    ),
    "numbers that a spreadsheet rounded": Case(
        PLAIN, ["{m},US,E,1.23457E+11,854231", "{m},US,E,1,854231"], "whose last digits its exponent hides"
    ),
    "numbers of always three digits": Case(
        PLAIN, ["{m},US,E,1.25E+09,854231", "{m},US,E,1.50E+09,854231"], "write numbers in full"
    ),
    "words of another language for the flows": Case(
        PLAIN, ["{m},US,EXP,1,854231"], "an unknown flow ('EXP')"
    ),
    "months that nobody reads": Case(PLAIN, ["{m} Q,US,E,1,854231"], "months are read as 2025-11"),
    "codes that hide their chapter": Case(
        PLAIN,
        ["{m},US,E,1,85423110", "{m},US,E,1,85XXXXXX"],
        "a malformed commodity code",
        "exports --partner US --commodity hs:85",
    ),
    "a country of the past": Case(
        PLAIN,
        ["{m},US,E,1,854231"],
        "no figures are available for Taiwan and Yugoslavia",
        "exports --partner Yugoslavia",
    ),
    "a rank that lacks a partner": Case(
        PLAIN,
        ["{m},Atlantis,E,1,854231", "{m},JP,E,1,854231"],
        "ranks would lack them",
        "partners --by exports",
    ),
    "partners that no list knows": Case(
        PLAIN,
        ["{m},Atlantis,E,1,854231", "{m},JP,E,1,854231"],
        "no list knows are 'Atlantis' (23)",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_by_what_has_to_be_said(name: str, trade: Trade, tmp_path: Path) -> None:
    case = REFUSED[name]
    ran = asked(trade, case, tmp_path)
    assert ran.code in {2, 3, 5}, ran.out
    assert str(case.expected) in ran.err
    assert "hint: " in ran.err
    assert not ran.out


def test_what_is_left_out_on_purpose_is_answered(trade: Trade, tmp_path: Path) -> None:
    case = Case(PLAIN, ["{m},US,E,5,854231", "{m},US,EXP,1,854231"], 5)
    assert asked(trade, case, tmp_path).code == 5
    ran = asked(trade, case, tmp_path, "--skip-bad")
    assert ran.rows[-1]["value"] == "5"
    assert "23 with an unknown flow" in ran.err


@pytest.mark.parametrize("name", ["records[1].csv", "re*cords.csv", "what?.csv", "{a,b}.csv"])
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_a_name_means_itself_and_not_what_it_would_match(
    name: str, engine: str, trade: Trade, tmp_path: Path
) -> None:
    pytest.importorskip(engine)
    for other in ("records1.csv", "re-cords.csv", "whats.csv", "a.csv"):
        put(Case(PLAIN, ["{m},US,E,9,854231"], 0), tmp_path / other)
    put(Case(PLAIN, ["{m},US,E,5,854231"], 0), tmp_path / name)
    words = (
        "exports",
        "--partner",
        "US",
        "--table",
        str(tmp_path / name),
        "--columns",
        NAMES,
        "--engine",
        engine,
    )
    assert trade(*words, "--format", "csv").rows[-1]["value"] == "5"


def folder_of(tmp_path: Path, **files: Case | None) -> tuple[str, ...]:
    """A folder with these files, and the words that ask it."""
    home = tmp_path / "folder"
    home.mkdir()
    for name, case in files.items():
        path = home / name.replace("_", ".")
        if case:
            put(case, path)
        else:
            path.write_bytes(b"\x1f\x8b")
    return ("exports", "--partner", "US", "--table", str(home), "--columns", NAMES, "--format", "csv")


PART = Case(PLAIN, ["{m},US,E,5,854231", "{m},JP,E,6,854231"], 5)


def test_the_same_download_is_read_once(trade: Trade, tmp_path: Path) -> None:
    ran = trade(*folder_of(tmp_path, a_csv=PART, b_csv=PART))
    assert ran.rows[-1]["value"] == "5"
    assert "is the same as" in ran.err


def test_a_link_to_a_file_is_that_file(trade: Trade, tmp_path: Path) -> None:
    words = folder_of(tmp_path, a_csv=PART)
    (tmp_path / "folder" / "b.csv").symlink_to(tmp_path / "folder" / "a.csv")
    assert trade(*words).rows[-1]["value"] == "5"


def test_a_month_beside_its_year_is_refused(trade: Trade, tmp_path: Path) -> None:
    words = folder_of(tmp_path, year_csv=PART)
    put(PART, tmp_path / "folder" / "month.csv", MONTHS[-1:])
    ran = trade(*words)
    assert ran.code == 5
    assert "hold the same records of 2025-11" in ran.err


def test_files_by_commodity_are_no_repetition(trade: Trade, tmp_path: Path) -> None:
    other = PART._replace(rows=["{m},US,E,5,870323", "{m},JP,E,7,870323"])
    ran = trade(*folder_of(tmp_path, a_csv=PART, b_csv=other), "--commodity", "hs:85")
    assert ran.rows[-1]["value"] == "5"


def test_files_that_are_not_read_are_not_passed_over(trade: Trade, tmp_path: Path) -> None:
    words = folder_of(tmp_path, a_csv=PART, b_csv_gz=None)
    assert "b.csv.gz cannot be unpacked" in trade(*words).err
    (tmp_path / "folder" / "b.csv.gz").rename(tmp_path / "folder" / "b.csv.bz2")
    ran = trade(*words)
    assert ran.code == 2
    assert "b.csv.bz2, which is not read" in ran.err


def test_columns_are_found_by_name_in_each_file(trade: Trade, tmp_path: Path) -> None:
    turned = Case("v,kg,hs,f,c,m", ["7,1,870323,E,US,{m}"], 7)
    for engine in ("polars", "duckdb"):
        pytest.importorskip(engine)
        home = tmp_path / engine
        home.mkdir()
        ran = trade(*folder_of(home, a_csv=PART, b_csv=turned), "--engine", engine)
        assert ran.rows[-1]["value"] == "12"


@pytest.mark.parametrize(
    ("columns", "newest"), [(NAMES, "2025-11"), (f"{NAMES},complete=2025-12", "2025-12")]
)
def test_the_month_in_which_it_was_written_is_not_whole(
    columns: str, newest: str, trade: Trade, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    put(PART, table, [*MONTHS, "2025-12"])
    # 2025-12-20.
    os.utime(table, (1_766_232_000, 1_766_232_000))
    ran = trade("exports", "--partner", "US", "--table", str(table), "--columns", columns, "--format", "csv")
    assert ran.rows[-1]["period"] == newest
    assert ("2025-12 is not whole" in ran.err) == (newest == "2025-11")


def test_days_that_reach_the_end_make_a_month_whole(trade: Trade, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    daily = Case(PLAIN, ["{m}-03,US,E,5,854231", "{m}-28,US,E,5,854231"], 10)
    put(daily, table)
    lines = table.read_text(encoding="utf-8")
    for hour, day, newest in ((1, "2025-12-15", "2025-11"), (2, "2025-12-31", "2025-12")):
        table.write_text(f"{lines}{day},US,E,5,854231\n", encoding="utf-8")
        os.utime(table, (1_767_139_200 + hour, 1_767_139_200 + hour))  # 2025-12-31
        words = ("exports", "--partner", "US", "--table", str(table), "--columns", NAMES, "--format", "csv")
        assert trade(*words).rows[-1]["period"] == newest


def test_a_sum_of_months_is_rounded_once(trade: Trade, tmp_path: Path) -> None:
    # 100.40 a month: eleven are 1,104.40, twelve 1,204.80; months alone would make 1,100 and 1,200.
    ran = asked(trade, Case(PLAIN, ["{m},US,E,60.15,854231", "{m},US,E,40.25,854231"], 100), tmp_path)
    assert [ran.rows[-1][name] for name in ("value", "ytd", "rolling_12")] == ["100", "1104", "1205"]


def test_a_balance_is_rounded_once(trade: Trade, tmp_path: Path) -> None:
    # 100.40 - 50.60 is 49.80 a month: 50 and not 100 - 51. Eleven are 547.80; 1,104.40 - 556.60 rounded
    # one by one are 1,104 - 557. Three are 149.40. Of Japan the same is a deficit.
    rows = [
        "{m},US,E,100.40,854231",
        "{m},US,I,50.60,854231",
        "{m},JP,E,50.60,854231",
        "{m},JP,I,100.40,854231",
    ]
    for words, value, month in (
        ("surplus --partner US", "548", "50"),
        ("surplus --partner JP", "-548", "-50"),
    ):
        ran = asked(trade, Case(PLAIN, rows, 0, words), tmp_path)
        found = {(row["span"], row["flow"]): row["value"] for row in ran.rows}
        assert (found["year_to_date", "balance"], found["month", "balance"]) == (value, month)
        assert {row["basis"] for row in ran.rows if row["flow"] == "balance"} == {"difference"}
    ran = asked(trade, Case(PLAIN, rows, 0, "records --partner US --through 2025-09"), tmp_path)
    found = {(row["kind"], row["flow"]): row["value"] for row in ran.rows if row["partner"] == "US"}
    assert (found["quarter", "export"], found["quarter", "balance"]) == ("301", "149")


HEADED = [
    "m,c,f,v,hs",
    *(f"{month},US,{flow},{value},854231" for month in MONTHS for flow, value in (("E", 2), ("I", 1))),
]


class Written(NamedTuple):
    """How a table is written, and what must be told where it is not read."""

    name: str
    content: bytes
    told: str = ""
    written: int = WRITTEN


def parquet(path: Path, types: dict[str, pl.DataType]) -> None:
    """The same table in Parquet, with some columns as numbers."""
    rows = [line.split(",") for line in HEADED]
    frame = pl.DataFrame(rows[1:], schema=rows[0], orient="row")
    frame.with_columns(pl.col(name).cast(dtype) for name, dtype in types.items()).write_parquet(path)


PLAIN_TEXT = "\n".join([*HEADED, ""])
FILES = {
    "a mark at its head, and lines of Windows": Written(
        "t.csv", b"\xef\xbb\xbf" + PLAIN_TEXT.replace("\n", "\r\n").encode()
    ),
    "an archive's time of 1980": Written("t.csv", PLAIN_TEXT.encode(), written=315_532_800),
    "tabs": Written("t.tsv", PLAIN_TEXT.replace(",", "\t").encode()),
    "Big5": Written("t.csv", PLAIN_TEXT.replace("US", "美國").encode("big5")),
    "Big5 in its header": Written(
        "t.csv", PLAIN_TEXT.replace("hs", "號").encode("big5"), "its text is not UTF-8"
    ),
    "bytes of no encoding": Written(
        "t.csv", PLAIN_TEXT.replace("US", "\x81\xff\x81").encode("latin-1"), "not UTF-8"
    ),
    "JSON": Written("t.json", b"[]", "holds no rows"),
    "lines above its header": Written("t.csv", f"Trade\n\n{PLAIN_TEXT}".encode()),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_as_it_was_written_or_refused_by_what_it_is(
    name: str, trade: Trade, tmp_path: Path
) -> None:
    case = FILES[name]
    table = tmp_path / case.name
    table.write_bytes(case.content)
    os.utime(table, (case.written, case.written))
    words = ("exports", "--partner", "US", "--table", str(table), "--columns", NAMES, "--format", "csv")
    ran = trade(*words)
    assert case.told in ran.err
    assert [row["value"] for row in ran.rows[-1:]] == ([] if case.told else ["2"])


@pytest.mark.parametrize("dtype", [pl.Int64(), pl.Float64()])
def test_codes_and_values_that_became_numbers(dtype: pl.DataType, trade: Trade, tmp_path: Path) -> None:
    home = tmp_path / "folder"
    home.mkdir()
    parquet(home / "a.parquet", {"hs": dtype, "v": dtype})
    os.utime(home / "a.parquet", (WRITTEN, WRITTEN))
    words = ("--table", str(home), "--columns", NAMES, "--commodity", "hs:8542", "--format", "csv")
    assert trade("exports", "--partner", "US", *words).rows[-1]["value"] == "2"


def test_a_column_of_two_types_in_two_files(trade: Trade, tmp_path: Path) -> None:
    home = tmp_path / "folder"
    home.mkdir()
    for name, dtype, half in (("a", pl.Int64(), 0), ("b", pl.Float64(), 1)):
        frame = pl.read_csv(PLAIN_TEXT.encode(), infer_schema=False)
        part = frame.with_columns(pl.col("v").cast(dtype)).slice(half * 23, 23)
        part.write_parquet(home / f"{name}.parquet")
        os.utime(home / f"{name}.parquet", (WRITTEN, WRITTEN))
    words = ("--table", str(home), "--columns", NAMES, "--format", "csv")
    assert trade("exports", "--partner", "US", *words).rows[-1]["ytd"] == "22"


def test_a_month_that_is_missing_leaves_a_gap(trade: Trade, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(PLAIN_TEXT.replace("2025-04", "2023-12"), encoding="utf-8")
    os.utime(table, (WRITTEN, WRITTEN))
    words = ("--table", str(table), "--columns", NAMES, "--format", "csv")
    last = trade("exports", "--partner", "US", *words).rows[-1]
    assert (last["value"], last["yoy"], last["ytd"], last["ytd_yoy"]) == ("2", "0.0", "", "")


def test_names_and_words_that_only_a_file_can_say(trade: Trade, tmp_path: Path) -> None:
    # A column whose name has a comma and an equals sign; exports as the sum of domestic ones and re-exports.
    table, names = tmp_path / "t.csv", tmp_path / "names.toml"
    rows = [
        f"{month},US,{flow},{value}" for month in MONTHS for flow, value in (("D", 2), ("R", 3), ("M", 9))
    ]
    table.write_text("\n".join(['m,c,f,"Value, US$=1"', *rows, ""]), encoding="utf-8")
    os.utime(table, (WRITTEN, WRITTEN))
    names.write_text(
        'period = "m"\npartner = "c"\nflow = "f"\nvalue = "Value, US$=1"\n'
        'export = ["D", "R"]\nimport = ["M"]\n',
        encoding="utf-8",
    )
    words = ("--table", str(table), "--columns", str(names), "--format", "csv")
    assert trade("exports", "--partner", "US", *words).rows[-1]["value"] == "5"
