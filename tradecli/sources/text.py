"""Bytes of a CSV file -> rows of text: sniffs the encoding, refuses what is not a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from tradecli.errors import InvalidData
from tradecli.sources import bounds
from tradecli.wording import Wording

_UTF8_BOM = b"\xef\xbb\xbf"


#: What the ministry writes; everyone else writes UTF-8.
ENCODINGS = ("utf-8", "cp950")


def rows(content: bytes, *, name: str, encodings: Sequence[str] = ENCODINGS) -> list[list[str]]:
    r"""Read a CSV file whose every row is as wide as its header.

    Args:
        content: The file as it came.
        name: What to call it in an error.
        encodings: The encodings its publisher uses.

    Raises:
        InvalidData: A web page, an unknown encoding, a row or the file cut short, no rows of figures.

    Examples:
        >>> rows("月,美國\r\n1月,5\r\n".encode("cp950"), name="x.csv")
        [['月', '美國'], ['1月', '5']]
    """
    decoded = decode(content, name=name, encodings=encodings)
    if not decoded.endswith("\n"):
        # Every file seen ends its last line; one that does not may lack the last digits of a figure.
        raise InvalidData("{name}: the last line does not end; the file is truncated", name=name)
    try:
        found = [row for row in csv.reader(io.StringIO(decoded), strict=True) if row]
    except csv.Error as error:
        raise InvalidData("{name}: not a CSV file: {error}", name=name, error=error) from error
    if len(found) < 2:
        raise InvalidData("{name}: {count} rows; expected a header and figures", name=name, count=len(found))
    bounds.columns(found[0], name)
    for row in found:
        if len(row) != len(found[0]):
            raise InvalidData(
                "{name}: row {row!r} has {count} cells; expected {header}",
                name=name,
                row=row[0],
                count=len(row),
                header=len(found[0]),
            )
    return found


def decode(content: bytes, *, name: str, encodings: Sequence[str] = ENCODINGS) -> str:
    """Decode UTF-8, with or without a byte order mark, or Big5 as the ministry writes it (cp950).

    The declared character set is not asked: the ministry's servers have declared a wrong one.

    Raises:
        InvalidData: Neither, a web page, or more than any file of a source holds.
    """
    bounds.text(content, name)
    body = content.removeprefix(_UTF8_BOM)
    if body.lstrip()[:1] == b"<":
        raise InvalidData("{name}: got an HTML page, not data", name=name)
    if not body.strip():
        raise InvalidData("{name}: the file is empty", name=name)
    for encoding in encodings:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    known = "neither UTF-8 nor Big5 text" if "cp950" in encodings else "not UTF-8 text"
    raise InvalidData("{name}: {known}", name=name, known=Wording(known))
