"""What was counted of large files, kept for the next question: sums, and what stands in columns.

::

    <cache folder>/counted/<question, files and their state>.parquet    a SHA-256, then the counts

A file is known by its name, size, the nanoseconds in which it was changed and touched, and a probe of its
content. What is kept is small, counted again where anything differs, and never needed: where the cache cannot
be written, nothing is kept.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import polars as pl

from tradecli.errors import StoreError
from tradecli.files import cache_folder, write
from tradecli.own_table.files import File, Files

#: Bytes of files from which it pays, and rows of counts up to which they are kept.
LEAST, _MOST = 8 * 2**20, 500_000
#: Another form of what is kept, or another way to count it.
_FORM = 1
#: Counts that are kept at most; the oldest go.
_FILES = 200
_HASH, _PIECE = 32, 2**14


def counted(files: Files, question: object, count: Callable[[], pl.DataFrame]) -> pl.DataFrame:
    """The counts of some files: those that are kept, if nothing has changed since, else counted now and kept.

    Args:
        files: Of which something is counted.
        question: All that the counts depend on besides; its `repr` tells it from others.
        count: Counts it.
    """
    if files.remote or sum(file.size for file in files.files) < LEAST:
        return count()
    try:
        path = cache_folder() / "counted" / f"{_name(files, question)}.parquet"
    except (StoreError, OSError):
        return count()
    found = _read(path)
    if found is None:
        found = count()
        if found.height <= _MOST and all(_unchanged(file) for file in files.files):
            _keep(path, found)
    return found


def _name(files: Files, question: object) -> str:
    probes = [_probe(file) for file in files.files]
    said = (_FORM, question, files, probes)
    return hashlib.sha256(repr(said).encode(errors="surrogateescape")).hexdigest()[:32]


@lru_cache(maxsize=10_000)
def _probe(file: File) -> str:
    """A hash of the beginning, the middle and the end of a file; a Parquet file's end says what is in it."""
    found = hashlib.sha256()
    with open(file.path, "rb") as content:
        for start in (0, file.size // 2, max(0, file.size - _PIECE)):
            content.seek(start)
            found.update(content.read(_PIECE))
    return found.hexdigest()


def _unchanged(file: File) -> bool:
    now = os.stat(file.path)
    return (now.st_size, now.st_mtime_ns, now.st_ctime_ns) == (file.size, file.changed, file.touched)


def _read(path: Path) -> pl.DataFrame | None:
    """What is kept; None where nothing is, or not what was written."""
    try:
        content = path.read_bytes()
        if hashlib.sha256(content[_HASH:]).digest() == content[:_HASH]:
            return pl.read_parquet(io.BytesIO(content[_HASH:]))
    except (OSError, pl.exceptions.PolarsError):
        pass
    return None


def _keep(path: Path, counts: pl.DataFrame) -> None:
    content = io.BytesIO()
    counts.write_parquet(content, compression="zstd")
    with suppress(StoreError, OSError):
        write(path, hashlib.sha256(content.getvalue()).digest() + content.getvalue())
        there = sorted(path.parent.glob("*.parquet"), key=lambda kept: kept.stat().st_mtime, reverse=True)
        for old in there[_FILES:]:
            old.unlink(missing_ok=True)
