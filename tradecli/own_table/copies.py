"""Copies that engines can read of texts that they cannot: unpacked, in UTF-8, the names in the first line.

A copy is made once in a process, in one pass and whatever its size in little memory, in a folder that goes
with the process.
"""

from __future__ import annotations

import atexit
import csv
import gzip
import io
import os
import shutil
import tempfile
import zipfile
import zlib
from functools import cache, lru_cache
from pathlib import Path
from typing import IO, Any

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table import archives, bounds, nameless
from tradecli.own_table.files import File
from tradecli.own_table.written import Text

#: Signs copied at a time.
_CHUNK = 2**20
#: A reply of an interface is read as a whole; none that an office gives is larger than this, in bytes.
_REPLY = 512 * 2**20
#: What is raised where a packed file is broken or truncated.
UNPACKING = (
    OSError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
    NotImplementedError,
    pl.exceptions.PolarsError,
)
#: The copies that were made, each with the file that it is of.
_SEEN: dict[str, str] = {}


@lru_cache(maxsize=10_000)
def copy_of(file: File, text: Text) -> str:
    """The path of a copy of a text file that engines can read.

    Raises:
        InvalidData: It is not what its beginning says, or spreads to many times its size.
    """
    target = os.path.join(_folder(), f"{len(_SEEN)}-{Path(file.path).stem}.csv")
    try:
        with (
            unpacked(file.path, text.packed) as packed,
            open(target, "w", encoding="utf-8", newline="") as to,
            io.TextIOWrapper(
                io.BufferedReader(_Bounded(packed, file)), encoding=_strict(text.encoding), newline=""
            ) as signs,
        ):
            if text.form == "table":
                _lines(signs, to, text)
            elif text.form in nameless.RECORDS:
                csv.writer(to, lineterminator="\n").writerows(nameless.rows(signs, text.form, file.path))
            else:
                _reply(signs, to, text, file.path)
    except UnicodeError as error:
        raise InvalidData(
            "{path}: its text is not {encoding}",
            hint="say its encoding: --columns ...,encoding=latin-1",
            path=file.path,
            encoding=text.encoding,
        ) from error
    except UNPACKING as error:
        raise broken(file.path, error) from None
    bounds.check(target, "tsv" if text.separator == "\t" else "csv", 0)
    _SEEN[target] = file.path
    return target


def broken(path: str, error: BaseException) -> InvalidData:
    """The error of a packed file that cannot be unpacked."""
    return InvalidData(
        "{path} cannot be unpacked: {error}",
        hint="download it again, or unpack it first",
        path=path,
        error=error,
    )


def original(path: str) -> str:
    """The file that a copy is of; any other file itself."""
    return _SEEN.get(path, path)


@cache
def _folder() -> str:
    folder = tempfile.mkdtemp(prefix="trade-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def unpacked(path: str, packed: str) -> IO[bytes] | gzip.GzipFile:
    """What is in a file, as bytes to be read in order."""
    if packed == "gzip":
        return gzip.open(path, "rb")
    if packed == "zip":
        return archives.opened(path)
    return open(_plain_of(path, os.stat(path).st_mtime_ns) if packed else path, "rb")


@lru_cache(maxsize=100)
def _plain_of(path: str, changed: int) -> str:
    """A file packed by zstd unpacked: polars, which is there, knows how, line by line."""
    target = os.path.join(_folder(), f"{len(os.listdir(_folder()))}-{Path(path).stem}")
    lines = pl.scan_csv(
        path, separator="\x1f", quote_char=None, has_header=False, infer_schema=False, glob=False
    )
    lines.sink_csv(target, quote_style="never", include_header=False, separator="\x1f")
    return target


class _Bounded(io.RawIOBase):
    """What a packed file spreads to, refused where it is many times its size."""

    def __init__(self, packed: IO[bytes] | gzip.GzipFile, file: File) -> None:
        self._packed, self._file, self._left = packed, file, max(bounds.SPREAD, bounds.TIMES * file.size)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        content = self._packed.read(len(buffer))
        self._left -= len(content)
        if self._left < 0:
            raise InvalidData(
                "{path}: unpacks to more than {times:,} times its size",
                path=self._file.path,
                times=bounds.TIMES,
            )
        buffer[: len(content)] = content
        return len(content)


def _strict(encoding: str) -> str:
    """An encoding that passes over a mark of the order of bytes."""
    return "utf-8-sig" if encoding == "utf-8" else encoding


def _lines(signs: IO[str], to: IO[str], text: Text) -> None:
    """The lines from the names on, which get a name for what rows have beyond them."""
    for _ in range(text.skipped):
        signs.readline(bounds.LINE)
    to.write(signs.readline(bounds.LINE).rstrip("\r\n"))
    to.write("".join(f"{text.separator}beyond the names {at + 1}" for at in range(text.extra)))
    to.write("\n")
    shutil.copyfileobj(signs, to, _CHUNK)


def _reply(signs: IO[str], to: IO[str], text: Text, path: str) -> None:
    """The rows of a reply, one a line."""
    content = signs.read(_REPLY + 1)
    if len(content) > _REPLY:
        raise InvalidData(
            "{path}: a reply of more than {size:,} MiB is not read",
            hint="ask for fewer months at a time",
            path=path,
            size=_REPLY // 2**20,
        )
    from tradecli.own_table import replies  # which reads XML

    names, rows = replies.rows_of(content, text.form, path)
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
