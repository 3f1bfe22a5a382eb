"""Small files that would take gigabytes or minutes are refused before they are read."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from tests.sources.replies import as_workbook
from tradecli.errors import InvalidData
from tradecli.sources import bounds, json_data, sheet, text

CELL = b'<c r="%s" t="inlineStr"><is><t>1</t></is></c>'


def workbook(cells: str, *, padding: int = 0) -> bytes:
    """An XLSX file of one sheet with these cells, and blanks behind them."""
    rows = b"".join(
        b'<row r="%s">%s</row>' % (re.sub(r"\D", "", cell).encode(), CELL % cell.encode())
        for cell in cells.split()
    )
    return packed(rows, padding=padding)


def packed(rows: bytes, *, padding: int = 0) -> bytes:
    """An XLSX file of one sheet with these rows, as they stand in XML, and blanks behind them."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    linked = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        % linked.encode(),
        "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="b" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>'
        b"</Relationships>" % linked.encode(),
        "xl/workbook.xml": b'<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="s" sheetId="1" r:id="b"/>'
        b"</sheets></workbook>" % (main.encode(), linked.encode()),
        "xl/worksheets/sheet1.xml": b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>%s'
        % (main.encode(), rows, b" " * padding),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_a_small_workbook_is_read() -> None:
    assert sheet.rows(workbook("A1 B2"), name="x.xlsx") == [["1", ""], ["", "1"]]


def spaced(cell: str) -> bytes:
    """An archive whose one part names a cell with blanks around the sign."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("sheet1.xml", f"<c r = '{cell}'/>")
    return made.getvalue()


TOO_MUCH: dict[str, Callable[[], object]] = {
    "a far cell": lambda: sheet.rows(workbook("A1 XFD1048576"), name="x"),
    "a far cell in small letters": lambda: sheet.rows(workbook("A1 xfd1048576"), name="x"),
    "a cell beyond all columns": lambda: sheet.rows(workbook(f"A1 {'a' * 5_000}2"), name="x"),
    "a cell beyond all rows": lambda: sheet.rows(workbook(f"A1 B{'9' * 5_000}"), name="x"),
    "a far cell with blanks": lambda: bounds.workbook(spaced("XFD1048576"), "x"),
    "a sheet that unpacks to much": lambda: sheet.rows(workbook("A1", padding=bounds.UNPACKED), name="x"),
    "cells of a line": lambda: text.rows(b"," * bounds.VALUES + b",\n", name="x"),
    "lines": lambda: text.rows(b"\n" * (bounds.VALUES + 1), name="x"),
    "bytes": lambda: text.rows(b"a" * (bounds.BYTES + 1), name="x"),
    "values of a reply": lambda: json_data.read(b"[" + b"[]," * bounds.VALUES + b"[]]", name="x"),
}


@pytest.mark.parametrize("case", TOO_MUCH)
def test_more_than_any_file_holds_is_refused(case: str) -> None:
    with pytest.raises(InvalidData, match=r"^x: (a sheet spans |unpacks to )?(more|larger) than [\d,]+ "):
        TOO_MUCH[case]()


def test_what_the_reader_of_workbooks_warns_of_is_not_printed(caplog: pytest.LogCaptureFixture) -> None:
    made = io.BytesIO()
    usual = as_workbook([["a", "b"], ["1", "2"]])
    with zipfile.ZipFile(io.BytesIO(usual)) as whole, zipfile.ZipFile(made, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, whole.read(name).replace(b"<sheetData>", b"<sheetDatum>"))
    with pytest.raises(InvalidData):
        sheet.rows(made.getvalue(), name="x.xlsx")
    assert caplog.records == []


def test_what_is_no_archive_is_said_to_be_none() -> None:
    with pytest.raises(InvalidData, match="not a readable XLSX file"):
        sheet.rows(workbook("A1")[:-40], name="x.xlsx")
