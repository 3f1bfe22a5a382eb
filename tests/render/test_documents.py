"""Markdown, JSON, NDJSON, Parquet and XLSX: the same figures, read back by other programs."""

from __future__ import annotations

import io
import json
import sys
from datetime import date

import polars as pl
import pytest
import python_calamine

from tests.render.made_up import ROWS, Row, report
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell
from tradecli.errors import QueryError
from tradecli.model.money import Money
from tradecli.model.ratio import Growth
from tradecli.model.report import Cell, Statement
from tradecli.render.formats import BINARY, FORMATS, SUFFIXES, chosen, rendered

STYLE = Style()


def test_markdown() -> None:
    assert rendered(report(("US", "a|b", "x_y\nz")), "markdown", STYLE) == (
        "## Sources\n"
        "\n"
        "| partner | value | y/y | year to date | 12 months | rank |\n"
        "| :--- | ---: | ---: | ---: | ---: | ---: |\n"
        "| US | 1,000.00 | ~+10.0 % | 100.00 | – | 0 |\n"
        "| a\\|b | 2,000.00 | ~+10.0 % | 100.00 | – | 1 |\n"
        "| x\\_y z | 3,000.00 | ~+10.0 % | 100.00 | – | 2 |\n"
        "\n"
        "- February 2024 had 29 days, 3.6 % more than other years; not adjusted for\n"
        "\n"
        "Notes\n"
        "\n"
        "- February 2024 had 29 days, 3.6 % more than other years; not adjusted for\n"
    )


def test_a_subtitle_stands_between_title_and_table() -> None:
    text = str(rendered(report(subtitle=Statement("change")), "markdown", STYLE))
    assert text.startswith("## Sources\n\nchange\n\n| partner")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (Growth(None, note="zero_base"), "new"),
        (Growth(None, note="sign_change"), "swing"),
        (Growth(None, note="sign_change", now=Money(0, 1, "USD"), base=Money(0, 1, "USD")), "unchanged"),
        (Growth(None, note="sign_change", now=Money(5, 1, "USD"), base=Money(0, 1, "USD")), "swing"),
        (Growth(None, note="missing"), "–"),
        (Statement("row_export"), "exports"),
        (True, "*"),
        (False, ""),
        (None, "–"),
        (12, "12"),
    ],
)
def test_a_cell(content: Cell, shown: str) -> None:
    assert cell(content, STYLE) == shown


def test_a_format_that_does_not_exist_or_cannot_be_told() -> None:
    with pytest.raises(QueryError, match="'yaml'"):
        chosen("yaml", "", terminal=False)
    with pytest.raises(QueryError, match=r"'figures\.doc'") as refused:
        chosen("", "figures.doc", terminal=True)
    assert ".csv" in refused.value.hint


def test_markdown_in_chinese_and_without_notes() -> None:
    assert "\n附註\n" in str(rendered(report(), "markdown", Style("zh")))
    assert "Notes" not in str(rendered(report(notes=()), "markdown", STYLE))


def test_json_has_schema_question_rows_notes_and_provenance() -> None:
    answer = json.loads(rendered(report(), "json", STYLE))
    names = ["schema", "question", "currency", "title", "subtitle", "findings", "rows", "notes", "provenance"]
    assert list(answer) == names
    assert answer["schema"] == "trade.made-up/1"
    assert answer["question"] == {"partner": "US"}
    assert answer["rows"][0] == {
        "partner": "US",
        "value": 131_027_476_000,
        "yoy": 124.02,
        "record": True,
        "vintage": "2026-10-08",
        "value_display": "131.03",
        "display_unit": "billion",
        "origins": ["made-up"],
    }
    assert answer["rows"][2] == dict.fromkeys(answer["rows"][0]) | {
        "partner": "FR",
        "display_unit": "billion",
        "origins": ["made-up"],
    }
    assert answer["provenance"] == [{"id": "made-up", "file": "made-up.csv", "sha256": "0" * 64}]


def test_a_note_that_qualifies_many_rows_is_told_once() -> None:
    asked = report(
        notes=[
            Statement("deficit_growth"),
            Statement("leap_year", {"year": 2024}),
            Statement("deficit_growth"),
        ]
    )
    assert len(json.loads(rendered(asked, "json", STYLE))["notes"]) == 2
    assert str(rendered(asked, "markdown", STYLE)).count("two deficits") == 1


@pytest.mark.parametrize("name", ["json", "ndjson"])
@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_json_has_no_number_for_is_never_written(name: str, number: float) -> None:
    rows = [row._replace(yoy=number) for row in ROWS]
    with pytest.raises(ValueError, match="not JSON compliant"):
        rendered(report(rows=rows), name, STYLE)


def test_ndjson_is_one_row_a_line() -> None:
    lines = [json.loads(line) for line in str(rendered(report(), "ndjson", STYLE)).splitlines()]
    assert [line for line in lines if "type" not in line] == json.loads(rendered(report(), "json", STYLE))[
        "rows"
    ]


def test_parquet_comes_back_typed() -> None:
    content = rendered(report(), "parquet", STYLE)
    assert isinstance(content, bytes)
    back = pl.read_parquet(io.BytesIO(content))
    assert back.drop("value_display", "display_unit").rows() == list(ROWS)
    assert back["value_display"].to_list() == ["131.03", "-0.01", None]
    types = (pl.String, pl.Int64, pl.Float64, pl.Boolean, pl.Date, pl.String, pl.String)
    assert tuple(back.dtypes) == types


def workbook(content: bytes) -> dict[str, list[object]]:
    """The columns of the sheet by their headings."""
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        header, *rows = book.get_sheet_by_name("trade").to_python()
    return {str(name): list(cells) for name, *cells in zip(header, *rows, strict=True)}


def test_xlsx_comes_back() -> None:
    content = rendered(report(), "xlsx", STYLE)
    assert isinstance(content, bytes)
    back = workbook(content)
    assert list(back) == [*Row._fields, "value_display", "display_unit"]
    assert back["value"] == [131_027_476_000, -5_200_000, ""]
    assert back["yoy"] == [124.02, -5.2, ""]
    assert back["vintage"] == [date(2026, 10, 8), date(2026, 9, 9), ""]


def test_xlsx_runs_no_formula() -> None:
    content = rendered(report(("=1+1", "+1", "@A1")), "xlsx", STYLE)
    assert isinstance(content, bytes)
    assert workbook(content)["partner"] == ["=1+1", "+1", "@A1"]


def test_xlsx_without_its_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(QueryError, match="extra") as refused:
        rendered(report(), "xlsx", STYLE)
    assert "tradecli[xlsx]" in refused.value.hint


# That needs a layout which is published; `test_data_formats` asks for it.
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "sdmx-csv"])
def test_every_format_gives_the_same_columns_or_cells(name: str) -> None:
    content = rendered(report(), name, STYLE)
    assert isinstance(content, bytes) is (name in BINARY)
    if name in {"csv", "tsv", "json", "ndjson"}:
        assert all(column in str(content) for column in (*Row._fields, "value_display", "display_unit"))


@pytest.mark.parametrize(
    ("asked", "output", "terminal", "name"),
    [
        ("", "", True, "table"),
        ("", "", False, "csv"),
        ("json", "", True, "json"),
        ("json", "x.csv", True, "json"),
        ("", "-", False, "csv"),
        ("", "x.MD", True, "markdown"),
        ("", "x.jsonl", False, "ndjson"),
        ("", "x.txt", False, "table"),
        ("", "a.b/x.parquet", False, "parquet"),
    ],
)
def test_chosen(asked: str, output: str, terminal: bool, name: str) -> None:
    assert chosen(asked, output, terminal=terminal) == name


def test_every_format_has_a_suffix() -> None:
    # That of CSV is taken.
    assert set(SUFFIXES.values()) == {*FORMATS} - {"sdmx-csv"}
