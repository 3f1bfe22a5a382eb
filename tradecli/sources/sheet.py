"""Bytes of an XLSX file -> rows of text. The only module that imports fastexcel."""

from __future__ import annotations

import logging

from tradecli.errors import InvalidData
from tradecli.sources import bounds

#: An XLSX file is a ZIP archive and begins like one.
MAGIC = b"PK\x03\x04"
# What the reader warns of are words of the file, which have not been cleaned.
logging.getLogger("calamine").setLevel(logging.CRITICAL)


def rows(content: bytes, *, name: str) -> list[list[str]]:
    """Read the first sheet, hidden rows included; an empty cell is an empty text.

    fastexcel prints a number with at most nine decimals, which drops the noise of binary
    fractions (432419.96000000002 -> 432419.96) and keeps every published digit.

    Args:
        content: The file as it came.
        name: What to call it in an error.

    Raises:
        InvalidData: The file is damaged, has no cells, or unpacks to more than any file of a source holds.
    """
    import fastexcel

    bounds.workbook(content, name)

    try:
        sheet = fastexcel.read_excel(content).load_sheet(0, header_row=None, dtypes="string")
        found = sheet.to_polars().rows()
    except fastexcel.FastExcelError as error:
        raise InvalidData(
            "{name}: not a readable XLSX file: {error}", name=name, error=str(error).splitlines()[0]
        ) from error
    if not found:
        raise InvalidData("{name}: the sheet is empty", name=name)
    bounds.columns(found[0], name)
    return [[cell or "" for cell in row] for row in found]
