"""Tables of other shapes and writings: what is printed was worked out by hand, or it is refused."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest

from tests.conftest import Ran
from tests.drawn import THOROUGH
from tests.own_table.test_layouts import ESTAT, brazil, estat, laid, reply, table

Trade = Callable[..., Ran]
PLAIN = "period=m,partner=c,flow=f,value=v"


class Shape(NamedTuple):
    """Files, how their columns are named, and January's and February's exports to the US, or what is said."""

    files: dict[str, bytes]
    columns: str
    expected: tuple[int, int] | str


def rows(*cells: str, header: str = "m,c,f,v", separator: str = ",") -> bytes:
    return table(header, *cells, separator=separator)


TWO = ("2025-01,US,E,5", "2025-02,US,E,7")
NUMBERS = ("2025-01;US;E;{}", "2025-02;US;E;{}")


def numbers(first: str, second: str, separator: str = ";") -> bytes:
    lines = ["m;c;f;v", f"2025-01;US;E;{first}", f"2025-02;US;E;{second}"]
    return "\n".join(line.replace(";", separator) for line in [*lines, ""]).encode()


SHAPES = {
    "a column for each flow": Shape(
        {"t.csv": rows("2025-01,US,5,1", "2025-02,US,7,1", header="m,c,sold,bought")},
        "period=m,partner=c,export=sold,import=bought",
        (5, 7),
    ),
    "a column for each flow, said so": Shape(
        {"t.csv": rows("2025-01,US,5,1", "2025-02,US,7,1", header="m,c,sold,bought")},
        "period=m,partner=c,export_value=sold,import_value=bought",
        (5, 7),
    ),
    "one flow": Shape(
        {"t.csv": rows("2025-01,US,5", "2025-02,US,7", header="m,c,v")},
        "period=m,partner=c,flow=export,value=v",
        (5, 7),
    ),
    "one partner": Shape(
        {"t.csv": rows("2025-01,E,5", "2025-02,E,7", header="m,f,v")},
        "period=m,partner=US,flow=f,value=v",
        (5, 7),
    ),
    "the flow in the name of a file": Shape(
        {
            "exports 2025.csv": rows("2025-01,US,5", "2025-02,US,7", header="m,c,v"),
            "imports 2025.csv": rows("2025-01,US,1", "2025-02,US,1", header="m,c,v"),
        },
        "period=m,partner=c,value=v",
        (5, 7),
    ),
    "names in other letters, with blanks": Shape({"t.csv": rows(*TWO, header=" M ,C,F ,V")}, PLAIN, (5, 7)),
    "an archive that is called a text": Shape({"t.csv": b"PK\x03\x04" + bytes(99)}, PLAIN, "is packed (zip)"),
    "no month across that is there": Shape(
        {"t.csv": rows("2025,US,E,5,7", header="y,c,f,jan,feb")},
        "year=y,months=V{Jan},partner=c,flow=f",
        "no column 'VJan'",
    ),
    "months across of zeros alone": Shape(
        {"t.csv": rows("2025,US,E,0,", header="y,c,f,jan,feb")},
        "year=y,months={jan},partner=c,flow=f",
        "all of jan, feb are zero or empty",
    ),
    "the first line of a spreadsheet": Shape(
        {"t.csv": b"sep=;\n" + rows(*TWO, separator=";")}, PLAIN, (5, 7)
    ),
    "both flows in the name of a file": Shape(
        {"exp_imp_2025.csv": rows("2025-01,US,5", header="m,c,v")},
        "period=m,partner=c,value=v,flow_in_name=yes",
        "the name of exp_imp_2025.csv does not tell its flow",
    ),
    "year and month apart": Shape(
        {"t.csv": rows("2025,01,US,E,5", "2025,02,US,E,7", header="year,m,c,f,v")}, PLAIN, (5, 7)
    ),
    "years of the Republic, months with their sign": Shape(
        {"t.csv": rows("114年,1月,US,E,5", "114年,2月,US,E,7", header="年度,月,c,f,v")},
        "year=年度,month=月,partner=c,flow=f,value=v",
        (5, 7),
    ),
    "a German file: titles, Latin letters, months by name, commas before decimals": Shape(
        {
            "t.csv": (
                "Außenhandel;;;\n\nJahr;Monat;Land;Ausfuhr;Einfuhr\n2025;Januar;US;1.000,50;1\n"
                "2025;März;US;9;1\n2025;Februar;US;7,25;1\n"
            ).encode("latin-1")
        },
        "year=Jahr,month=Monat,partner=Land,export_value=Ausfuhr,import_value=Einfuhr",
        (1_001, 7),
    ),
    "a period of the Republic": Shape({"t.csv": rows("114/01,US,E,5", "114/02,US,E,7")}, PLAIN, (5, 7)),
    "months across, some of them not there": Shape(
        {"t.csv": rows("2025,US,E,5,7", header="y,c,f,jan,feb")},
        "year=y,months={jan},partner=c,flow=f",
        (5, 7),
    ),
    "periods across, with a total and months to come": Shape(
        {
            "t.txt": rows(
                "US,12,5,7,0",
                "JP,2,1,1,",
                header="Importers,Value in 2025,Value in 2025-M01,Value in 2025-M02,Value in 2025-M03",
                separator="\t",
            )
        },
        "value=Value in {period},partner=Importers,flow=export",
        (5, 7),
    ),
    "periods across, each year in a file": Shape(
        {
            "2024.csv": rows("US,3,4", header="c,2024-11,2024-12"),
            "2025.csv": rows("US,5,7", header="c,2025-01,2025-02"),
        },
        "value={period},partner=c,flow=export",
        (5, 7),
    ),
    "months across under titles": Shape(
        {"t.csv": b'"Query"\n"FAS value"\n\n' + rows("2025,US,5,7,0", header="Year,Country,Jan,Feb,Mar")},
        "year=Year,months={Jan},partner=Country,flow=export",
        (5, 7),
    ),
    "months across for each flow": Shape(
        {"t.csv": rows("2025,US,5,7,0,1,1,0", header="y,c,E01,E02,E03,I01,I02,I03")},
        "year=y,partner=c,export_value=E{01},import_value=I{01}",
        (5, 7),
    ),
    "folders that name columns": Shape(
        {
            "year=2025/month=01/a.csv": rows("US,E,5", header="c,f,v"),
            "year=2025/month=02/a.csv": rows("US,E,7", header="c,f,v"),
        },
        "year=year,month=month,partner=c,flow=f,value=v",
        (5, 7),
    ),
    "signs of thousands and a comma before decimals": Shape(
        {"t.csv": numbers("1.234.567,50", "12,25")}, PLAIN, (1_234_568, 12)
    ),
    "the same between tabs": Shape({"t.txt": numbers("1.234,50", "7", "\t")}, PLAIN, (1_235, 7)),
    "both signs before decimals": Shape(
        {"t.csv": numbers("1.234,50", "12.25")}, PLAIN, "decimals stand after commas and after points"
    ),
    "a sign that may be of thousands or of decimals": Shape(
        {"t.csv": numbers("1.234", "7")}, PLAIN, "which may be thousands"
    ),
    "the same, said": Shape({"t.csv": numbers("1.234", "7")}, f"{PLAIN},decimal=comma", (1_234, 7)),
    "titles above the names and a note below": Shape(
        {
            "t.csv": b"Trade\nUS$,,,\n\n"
            + rows(*TWO, *(f"2025-01,JP,E,{number}" for number in range(150)), "Source: customs,,,")
        },
        PLAIN,
        (5, 7),
    ),
    "the line of the names, said": Shape({"t.csv": b"a\nb\n" + rows(*TWO)}, f"{PLAIN},header=3", (5, 7)),
    "a comma more in each row": Shape(
        {"t.csv": rows(*TWO).replace(b"5\n", b"5,\n").replace(b"7\n", b"7,\n")}, PLAIN, (5, 7)
    ),
    "packed": Shape({"t.csv.gz": gzip.compress(rows(*TWO))}, PLAIN, (5, 7)),
    "packed, and truncated": Shape(
        {"t.csv.gz": gzip.compress(rows(*TWO * 999))[:-20]}, PLAIN, "cannot be unpacked"
    ),
    "rows of JSON, one a line": Shape(
        {
            "t.jsonl": b"\n".join(
                json.dumps(dict(zip("mcfv", row.split(","), strict=True))).encode() for row in TWO
            )
        },
        PLAIN,
        (5, 7),
    ),
    "JSON that is truncated": Shape({"t.json": b'[{"m": "2025-01"'}, PLAIN, "truncated"),
    "a web page": Shape({"t.json": b"<!DOCTYPE html><html></html>"}, PLAIN, "a web page and no table"),
    "Shift-JIS": Shape(
        {"t.csv": "m,c,f,v\n2025-01,米国,輸出,5\n2025-02,米国,輸出,7\n".encode("cp932")},
        PLAIN,
        (5, 7),
    ),
    "Korean": Shape(
        {"t.csv": "m,c,f,v\n2025-01,미국,수출,5\n2025-02,미국,수출,7\n".encode("cp949")}, PLAIN, (5, 7)
    ),
    "simplified Chinese": Shape(
        {"t.csv": "m,c,f,v\n2025-01,美国,出口,5\n2025-02,美国,出口,7\n".encode("gb18030")}, PLAIN, (5, 7)
    ),
    "sixteen bits": Shape({"t.csv": rows(*TWO).decode().encode("utf-16")}, PLAIN, (5, 7)),
    "sixteen bits without a mark": Shape(
        {"t.txt": rows(*TWO, separator="\t").decode().encode("utf-16-le")}, PLAIN, (5, 7)
    ),
    # Amounts as spreadsheets write them.
    "dollars": Shape({"t.csv": numbers("$1,000.00", "US$ 7")}, PLAIN, (1_000, 7)),
    "dollars between commas": Shape({"t.csv": numbers('"$1,000.00"', '"$7"', ",")}, PLAIN, (1_000, 7)),
    "apostrophes": Shape({"t.csv": numbers("1'500", "1\u20192\u202f", ",")}, PLAIN, "no number"),
    "apostrophes that group thousands": Shape(
        {"t.csv": numbers("1'500", "2’000", ",")}, PLAIN, (1_500, 2_000)
    ),
    "blanks that group thousands": Shape(
        {"t.csv": numbers("1\u202f234,5", "1\u00a0234\u00a0567,00")}, PLAIN, (1_235, 1_234_567)
    ),
    "digits apart that are no thousands": Shape({"t.csv": numbers("12 34", "7")}, PLAIN, "no number"),
    # 1,234 more and 234 less in January: lines that correct others.
    "brackets below zero": Shape(
        {"t.csv": numbers('"1,234"', '"$7.00"', ",") + b'2025-01,US,E,"(234)"\n2025-02,US,E,"($ 2.00)"\n'},
        PLAIN,
        (1_000, 5),
    ),
    "euros beside amounts": Shape({"t.csv": numbers("5 €", "7 €")}, PLAIN, "written with '€'"),
    "euros beside amounts, said": Shape({"t.csv": numbers("5 €", "7 €")}, f"{PLAIN},currency=EUR", (5, 7)),
    "suppressed amounts": Shape(
        {"t.csv": numbers('"$5"', '"$7"', ",") + b"2025-01,US,E,(D)\n"}, PLAIN, (5, 7)
    ),
    # Days of which 30 can be no month.
    "the day first": Shape(
        {"t.csv": rows("30/01/2025,US,E,5", "28/02/2025,US,E,7", "02/01/2025,JP,E,1")}, PLAIN, (5, 7)
    ),
    "the month first": Shape(
        {"t.csv": rows("1/30/2025,US,E,5", "2/28/2025,US,E,7", "1/2/2025 0:00,JP,E,1")}, PLAIN, (5, 7)
    ),
    "the day before a point": Shape({"t.csv": rows("03.01.2025,US,E,5", "02.02.2025,US,E,7")}, PLAIN, (5, 7)),
    "the day or the month first": Shape(
        {"t.csv": rows("01/02/2025,US,E,5", "02/01/2025,US,E,7")}, PLAIN, "the day or with the month first"
    ),
    "the month first, said": Shape(
        {"t.csv": rows("01/02/2025,US,E,5", "02/01/2025,US,E,7")}, f"{PLAIN},dates=month_first", (5, 7)
    ),
    "both the day and the month first": Shape(
        {"t.csv": rows("30/01/2025,US,E,5", "02/28/2025,US,E,7")}, PLAIN, "the day or with the month first"
    ),
    "the first days of months": Shape(
        {
            "t.csv": rows(
                *(f"01/{month:02}/2024,US,E,1" for month in range(1, 13)),
                "01/01/2025,US,E,5",
                "01/02/2025,US,E,7",
            )
        },
        PLAIN,
        (5, 7),
    ),
    "an encoding that is said": Shape(
        {"t.csv": rows(*TWO).replace(b"US", b"\xac\xfc\xb0\xea")}, f"{PLAIN},encoding=big5", (5, 7)
    ),
}


#: Shapes that each engine reads its own way: separators, quotes, line of names, letters, packing, folders,
#: rows of JSON, months across, amounts and days. The program takes no other step for any other shape.
READ_APART = (
    "a column for each flow", "the flow in the name of a file", "the first line of a spreadsheet",
    "a German file: titles, Latin letters, months by name, commas before decimals",
    "periods across, with a total and months to come", "periods across, each year in a file",
    "months across for each flow", "folders that name columns",
    "signs of thousands and a comma before decimals", "titles above the names and a note below",
    "a comma more in each row", "packed", "rows of JSON, one a line", "Shift-JIS", "sixteen bits",
    "brackets below zero", "the day first",
)  # fmt: skip
BY_ENGINE = [(name, "polars") for name in SHAPES]
BY_ENGINE += [(name, "duckdb") for name in (SHAPES if THOROUGH else READ_APART)]


@pytest.mark.drawn
@pytest.mark.parametrize(("name", "engine"), BY_ENGINE)
def test_a_table_of_any_shape_gives_what_is_in_it_or_is_refused(
    name: str, engine: str, trade: Trade, tmp_path: Path
) -> None:
    pytest.importorskip(engine)
    shape = SHAPES[name]
    path = laid(tmp_path / "table", shape.files)
    words = ("--columns", shape.columns, "--engine", engine, "--through", "2025-02", "--months", "2")
    ran = trade("exports", "--partner", "US", "--table", str(path), *words, "--format", "csv")
    if isinstance(shape.expected, str):
        assert ran.code in {2, 3, 5}
        assert shape.expected in ran.err
    else:
        assert tuple(int(row["value"]) for row in ran.rows) == shape.expected, ran.err


def test_a_file_packed_by_zstd_is_read(trade: Trade, tmp_path: Path) -> None:
    frame = pl.DataFrame([row.split(",") for row in TWO], schema=["m", "c", "f", "v"], orient="row")
    packed = tmp_path / "t.csv.zst"
    frame.write_csv(packed, compression="zstd", check_extension=False)
    ran = trade("exports", "--partner", "US", "--table", str(packed), "--columns", PLAIN, "--format", "csv")
    assert [row["value"] for row in ran.rows][-2:] == ["5", "7"]


def test_a_month_that_is_zero_everywhere_is_not_out_yet(trade: Trade, tmp_path: Path) -> None:
    # The file names twelve months; of March and later it has zeros only, which are no figures.
    path = laid(tmp_path / "table", {"e.csv": table(ESTAT, estat(1, "854232100", "304", 5, 7))})
    ran = trade("exports", "--partner", "US", "--table", str(path), "--format", "csv")
    assert [(row["period"], row["value"]) for row in ran.rows][-2:] == [
        ("2025-01", "5000"),
        ("2025-02", "7000"),
    ]


def test_years_answer_questions_of_years(trade: Trade, tmp_path: Path) -> None:
    lines = [
        "t,i,j,k,v,q",
        "2022,490,842,854231,1000.5,1",
        "2023,490,842,854231,2001,1",
        "2023,842,490,880240,400.25,",
    ]
    path = laid(tmp_path / "table", {"BACI_HS92_Y2023.csv": ("\n".join([*lines, ""])).encode()})
    ran = trade("surplus", "--partner", "US", "--through", "2023", "--table", str(path), "--format", "csv")
    found = {row["flow"]: row["value"] for row in ran.rows if row["span"] == "year_to_date"}
    assert found == {"export": "2001000", "import": "400250", "balance": "1600750"}
    ran = trade(
        "surplus",
        "--reporter",
        "US",
        "--partner",
        "TW",
        "--through",
        "2023",
        "--table",
        str(path),
        "--format",
        "csv",
    )
    assert {row["value"] for row in ran.rows if row["flow"] == "balance"} == {"-1600750", ""}


def test_a_layout_can_be_named_with_something_else_said(trade: Trade, tmp_path: Path) -> None:
    path = laid(
        tmp_path / "table", {"2025.csv": brazil(("01", "160", "12019000", 9), ("02", "160", "12019000", 8))}
    )
    words = ("--partner", "CN", "--table", str(path), "--format", "csv", "--columns")
    assert "does not tell its flow" in trade("exports", *words, "comexstat").err
    ran = trade("exports", *words, "layout=comexstat,flow=export,flow_in_name=no,value_unit=1000")
    assert ran.rows[-1]["value"] == "8000"
    assert "'t'" in trade("exports", *words, "baci").err
    assert "there is no layout 'brasil'" in trade("exports", *words, "brasil").err


def test_a_reply_with_a_next_page_is_not_all(trade: Trade, tmp_path: Path) -> None:
    row = {"MonthId": 202501, "FlowTypeId": 4, "CommodityId": 85423190, "CountryId": 400, "Value": 5}
    pages = {"1.json": reply({"value": [row], "@odata.nextLink": "https://api.uktradeinfo.com/OTS?$skip=1"})}
    words = ("exports", "--partner", "US", "--through", "2025-01", "--format", "csv", "--table")
    path = laid(tmp_path / "one", pages)
    assert "says that there is more" in trade(*words, str(path)).err
    pages["2.json"] = reply({"value": [row | {"CommodityId": 1012100, "Value": 7}]})
    assert trade(*words, str(laid(tmp_path / "both", pages))).rows[-1]["value"] == "12"


@pytest.mark.parametrize(
    "command", ["partners", "drivers --by partner", "drivers --partner CN", "exports --partner CN --share"]
)
def test_a_layout_answers_every_question_and_its_cube_the_same(
    command: str, trade: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADE_CACHE_DIR", str(tmp_path / "cache"))
    goods = [
        (month, country, code, value)
        for month in ("01", "02")
        for country, code, value in (("160", "12019000", 9), ("249", "85423190", 4), ("160", "85423190", 2))
    ]
    files = {"EXP_2025.csv": brazil(*goods), "IMP_2025.csv": brazil(*goods[:2], *goods[3:5])}
    for name, content in list(files.items()):
        files[name.replace("2025", "2024")] = content.replace(b'"2025"', b'"2024"').replace(b";9\n", b";6\n")
    path = laid(tmp_path / "table", files)
    words = (*command.split(), "--through", "2025-02", "--table", str(path), "--format", "csv")
    plain, cube = trade(*words), trade(*words, "--cube")
    assert plain.code == 0, plain.err
    assert cube.rows == plain.rows != []


@pytest.mark.parametrize(
    ("words", "columns", "said"),
    [
        ("exports us 2025-02", "export=RX,import=RM", "re-exports alone"),
        ("surplus us 2025-02", "export=RX,import=RM", "re-exports and re-imports alone"),
        ("surplus us 2025-02 --lang zh", "export=RX,import=RM", "僅復出口與復進口"),
        ("exports us 2025-02", "export=RX|X,import=RM", None),
    ],
)
def test_parts_of_flows_are_not_called_all_of_them(
    words: str, columns: str, said: str | None, trade: Trade, tmp_path: Path
) -> None:
    path = laid(tmp_path / "table", {"t.csv": rows("2025-02,US,RX,5", "2025-02,US,RM,2")})
    ran = trade(*words.split(), "--table", str(path), "--columns", f"{PLAIN},{columns}", "--format", "table")
    below = ran.out.splitlines()[1]
    assert below.endswith(said) if said else "alone" not in below
