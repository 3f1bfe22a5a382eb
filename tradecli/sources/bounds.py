"""How much one file may hold before anything of it is read: many times the largest one seen.

A reply of a few kilobytes can unpack, or spread over cells, to many gigabytes.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence

from tradecli.errors import InvalidData

#: Bytes of a file as it is read; the largest seen has 1.7 million.
BYTES = 32 * 2**20
#: Cells of a table or values of a JSON text; the largest seen has 65,000.
VALUES = 2_000_000
#: Pairs of name and value in a JSON text: each costs as much as several values.
PAIRS = 1_000_000
#: Columns of a table; the widest seen has 203.
COLUMNS = 4_000
#: Bytes of all parts of an XLSX file, unpacked, and how many parts; the largest seen has 8 million.
UNPACKED, PARTS = 64 * 2**20, 1_000
#: What a damaged archive is refused with, by the part of it that is damaged.
_DAMAGED = (
    OSError,
    ValueError,
    LookupError,
    RuntimeError,
    EOFError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
)
#: Where a cell or row of a sheet stands; readers take letters of either case, and any number of them.
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)(\d*)["']""")
#: The farthest cell that a sheet can have is XFD1048576.
_LETTERS, _DIGITS = 3, 7


def text(content: bytes, name: str) -> None:
    """Refuse a text with more bytes or values than any file of a source holds.

    Raises:
        InvalidData: It has.
    """
    if len(content) > BYTES:
        raise InvalidData("{name}: larger than {bytes:,} bytes", name=name, bytes=BYTES)
    if sum(map(content.count, (b",", b"\n", b"[", b"{"))) > VALUES:
        raise InvalidData("{name}: more than {values:,} values", name=name, values=VALUES)


def pairs(content: bytes, name: str) -> None:
    """Refuse a JSON text with more names than any reply of a source holds.

    Raises:
        InvalidData: It has.
    """
    if content.count(b":") > PAIRS:
        raise InvalidData("{name}: more than {pairs:,} names and values", name=name, pairs=PAIRS)


def columns(header: Sequence[object], name: str) -> None:
    """Refuse a table with more columns than any file of a source holds.

    Raises:
        InvalidData: It has.
    """
    if len(header) > COLUMNS:
        raise InvalidData("{name}: more than {columns:,} columns", name=name, columns=COLUMNS)


def workbook(content: bytes, name: str) -> None:
    """Refuse an XLSX file that unpacks to too much, or whose far cells span too much.

    Raises:
        InvalidData: It does; or it is no whole ZIP archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise InvalidData(
                    "{name}: unpacks to more than {unpacked:,} bytes or {parts:,} parts",
                    name=name,
                    unpacked=UNPACKED,
                    parts=PARTS,
                )
            cells = max((_spanned(archive.read(part)) for part in parts), default=0)
    except _DAMAGED as error:
        raise InvalidData(
            "{name}: not a readable XLSX file: {error!r}", name=name, error=str(error)[:80]
        ) from None
    if cells > VALUES:
        raise InvalidData("{name}: a sheet spans more than {values:,} cells", name=name, values=VALUES)


def _spanned(part: bytes) -> int:
    """How many cells there are up to the last row and the last column of a sheet."""
    columns, rows = 0, 0
    for letters, digits in _PLACE.findall(part):
        if len(letters) > _LETTERS or len(digits) > _DIGITS:
            return VALUES + 1
        rows = max(rows, int(digits or 0))
        column = 0
        for letter in letters.upper():
            column = column * 26 + letter - ord("A") + 1
        columns = max(columns, column)
    return columns * rows
