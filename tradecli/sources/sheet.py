"""Bytes of an XLSX file -> rows of text. The only module that imports python_calamine."""

from __future__ import annotations

import io

from tradecli.errors import InvalidData
from tradecli.sources import bounds

#: An XLSX file is a ZIP archive and begins like one.
MAGIC = b"PK\x03\x04"
#: Decimals of a number: enough for every published digit, too few for the noise of binary fractions
#: (432419.96000000002 -> 432419.96).
_DECIMALS = 9


def rows(content: bytes, *, name: str) -> list[list[str]]:
    """Read the first sheet, hidden and empty rows included; an empty cell is an empty text.

    Args:
        content: The file as it came.
        name: What to call it in an error.

    Raises:
        InvalidData: The file is damaged, has no cells, or unpacks to more than any file of a source holds.
    """
    import python_calamine

    bounds.workbook(content, name)

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            found = book.get_sheet_by_index(0).to_python()
    except python_calamine.CalamineError as error:
        raise InvalidData(
            "{name}: not a readable XLSX file: {error}", name=name, error=str(error).splitlines()[0]
        ) from error
    if not found:
        raise InvalidData("{name}: the sheet is empty", name=name)
    bounds.columns(found[0], name)
    return [[_text(cell) for cell in row] for row in found]


def _text(cell: object) -> str:
    """A cell as text: numbers without an exponent, days and times as ISO 8601 writes them.

    Examples:
        >>> _text(432419.96000000002), _text(5719.0), _text(0.0), _text(True), _text("")
        ('432419.96', '5719', '0', 'true', '')
    """
    if isinstance(cell, float):
        return f"{cell:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
