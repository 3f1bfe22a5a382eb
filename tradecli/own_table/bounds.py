"""What a file of a table may ask for before any of it is read: a small one can spread to many gigabytes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import IO

import polars as pl

from tradecli.errors import InvalidData

#: Columns of a table, and spellings of its partners; records of customs have a few dozen, and a few hundred.
COLUMNS, PARTNERS = 5_000, 100_000
#: Bytes of a line of text, and of what a table may spread to however small its file is.
LINE, SPREAD = 2**20, 256 * 2**20
#: How many times its own size the cells of a file may have: real ones compress to a fiftieth.
TIMES = 1_000
#: Bytes of the smallest cell.
_CELL = 8
#: Where a line is looked for, and how many bytes of it are looked at first.
_WINDOW, _STEP = 2**20, 2**13
#: How packed files begin. polars would unpack them whole.
_PACKED: Mapping[bytes, str] = MappingProxyType(
    {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"PK\x03\x04": "zip", b"7z\xbc\xaf": "7z"}
)


@lru_cache(maxsize=10_000)
def check(path: str, form: str, changed: int) -> None:
    """Refuse a file that no machine could read for what it holds.

    Args:
        path: The file.
        form: Its format.
        changed: When it was changed last: one that was not is not looked at again.

    Raises:
        InvalidData: A line is too long or the columns are too many, or it spreads to many times its size.
    """
    try:
        if form in {"csv", "tsv"}:
            with open(path, "rb") as text:
                _lines(path, text, b"\t" if form == "tsv" else b",")
        else:
            _cells(path, form)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError):
        return  # what cannot be read is named by who reads it


def _lines(path: str, text: IO[bytes], separator: bytes) -> None:
    """Look at the first line, and for an end of a line in every window of the rest."""
    first = text.readline(LINE + 1)
    if packed := next((name for sign, name in _PACKED.items() if first.startswith(sign)), None):
        raise InvalidData("{path} is packed ({packed})", hint="unpack it first", path=path, packed=packed)
    if first.count(separator) >= COLUMNS:
        raise InvalidData("{path}: more than {columns:,} columns", path=path, columns=COLUMNS)
    size = text.seek(0, os.SEEK_END)
    for start in range(0, size - _WINDOW, _WINDOW):
        # A line that is longer than two windows has no end in one of them.
        text.seek(start)
        if b"\n" not in text.read(_STEP) and b"\n" not in text.read(_WINDOW - _STEP):
            raise InvalidData("{path}: a line is longer than {line:,} bytes", path=path, line=LINE)


def _cells(path: str, form: str) -> None:
    """Look at the number of rows and columns that a file says it has."""
    lazy = (pl.scan_parquet if form == "parquet" else pl.scan_ipc)(path, glob=False)
    columns = len(lazy.collect_schema())
    if columns > COLUMNS:
        raise InvalidData("{path}: more than {columns:,} columns", path=path, columns=COLUMNS)
    spread = lazy.select(pl.len()).collect().item() * columns * _CELL
    if spread > SPREAD and spread > TIMES * os.path.getsize(path):
        raise InvalidData("{path}: unpacks to more than {times:,} times its size", path=path, times=TIMES)
