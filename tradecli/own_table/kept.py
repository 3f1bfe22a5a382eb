"""What was counted of large files, kept for the next question: sums, and what stands in columns.

::

    <cache folder>/counted/<question, files and their state>.parquet    a SHA-256, then the counts
    <cache folder>/answered/<question, table and its state>             a SHA-256, then what was answered

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
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from tradecli.errors import StoreError
from tradecli.files import cache_folder, write
from tradecli.own_table import state

if TYPE_CHECKING:
    from tradecli.own_table.files import File, Files

#: Bytes of files from which it pays, and rows of counts up to which they are kept.
LEAST, MOST = 8 * 2**20, 500_000
#: Another form of what is kept, or another way to count it.
_FORM = 1
#: Files of a folder that are kept at most; the oldest go.
_FILES = 200
_HASH = 32


def counted(files: Files, question: object, count: Callable[[], pl.DataFrame]) -> pl.DataFrame:
    """The counts of some files: those that are kept, if nothing has changed since, else counted now and kept.

    Args:
        files: Of which something is counted.
        question: All that the counts depend on besides; its `repr` tells it from others.
        count: Counts it.
    """
    path = _place(files, question)
    if path is None:
        return count()
    found = _read(path)
    if found is None:
        found = count()
        if found.height <= MOST and all(_unchanged(file) for file in files.files):
            content = io.BytesIO()
            found.write_parquet(content, compression="zstd")
            keep(path, content.getvalue())
    return found


def has(files: Files, question: object) -> bool:
    """Whether the counts of some files are kept."""
    path = _place(files, question)
    return path is not None and path.exists()


def _place(files: Files, question: object) -> Path | None:
    if files.remote or sum(file.size for file in files.files) < LEAST:
        return None
    probes = [state.probe(*file) for file in files.files]
    return place("counted", (question, files, probes), ".parquet")


def place(folder: str, said: object, suffix: str = "") -> Path | None:
    """Where something is kept that depends on what is said; None where no place is for it."""
    try:
        cache = cache_folder()
        nowhere = cache.exists() and not cache.is_dir()
    except (StoreError, OSError):
        return None
    if nowhere:
        return None
    name = hashlib.sha256(repr((_FORM, said)).encode(errors="surrogateescape")).hexdigest()[:32]
    return cache / folder / f"{name}{suffix}"


def read(path: Path) -> bytes | None:
    """What is kept; None where nothing is, or not what was written."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    whole = hashlib.sha256(content[_HASH:]).digest() == content[:_HASH]
    return content[_HASH:] if whole else None


def keep(path: Path, content: bytes) -> None:
    """Keep something, where that can be; the oldest of its folder go."""
    with suppress(StoreError, OSError):
        write(path, hashlib.sha256(content).digest() + content)
        there = sorted(path.parent.iterdir(), key=lambda kept: kept.stat().st_mtime, reverse=True)
        for old in there[_FILES:]:
            old.unlink(missing_ok=True)


def _unchanged(file: File) -> bool:
    now = os.stat(file.path)
    return (now.st_size, now.st_mtime_ns, now.st_ctime_ns) == (file.size, file.changed, file.touched)


def _read(path: Path) -> pl.DataFrame | None:
    content = read(path)
    with suppress(pl.exceptions.PolarsError):
        return pl.read_parquet(io.BytesIO(content)) if content else None
    return None
