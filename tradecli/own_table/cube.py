"""Sums kept of an own table: month, flow, partner and HS chapter, file by file, made only on request.

::

    <cache folder>/cubes/<table>/index.json                 which file was counted in what state
                                 <file and state>-<n>.parquet   its sums by month, partner, flow and chapter
                                 pairs-<state>.parquet          the sums of all files by month, partner, flow

The sums are the groups that `engines.sums` gives, so an answer from them is the answer from the
records. A file is known by its size and the nanosecond in which it was changed.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import NamedTuple

import polars as pl

from tradecli.errors import InvalidData, QueryError, StoreError
from tradecli.files import LOCK, cache_folder, locked, write
from tradecli.own_table import engines
from tradecli.own_table.files import File, Files
from tradecli.own_table.groups import MEASURES, Wanted
from tradecli.own_table.table import Table

#: Another form of the files is another cube.
_FORM = 1
#: The length of the codes it tells apart.
CHAPTER = 2
#: Rows of a file counted at a time: the groups of so many fit into memory whatever the file's size.
_SLICE = 4_000_000
#: Seconds to wait for another process that counts the same table.
_PATIENCE = 600.0
#: What to do where the cache cannot be written.
_FREE = "free the place, set TRADE_CACHE_DIR to another folder, or leave out --cube"
_PAIR = ["period", "partner", "flow", "decimals"]


class Cube(NamedTuple):
    """The sums of a table in its present state, and what had to be done for them.

    `counted` files were new or changed, `kept` ones were not, `gone` ones were in it and no longer are.
    """

    pairs: Path
    chapters: tuple[Path, ...]
    counted: int = 0
    kept: int = 0
    gone: int = 0


def answers(wanted: Wanted) -> bool:
    """Whether a cube can answer: it knows no codes longer than chapters."""
    return wanted.digits <= CHAPTER


def current(table: Table, files: Files, before: Callable[[], bool]) -> Cube:
    """The cube of a table, brought to the state of its files.

    Args:
        table: Whose records.
        files: Its files as they are now.
        before: Asked before any file is counted; it looks at the table, refuses it or says whether
            its periods are days (see `groups.Wanted`).

    Raises:
        QueryError: The files lie behind an address.
        StoreError: The cache cannot be written.
    """
    if files.remote:
        raise QueryError(
            "a cube is kept of files on this machine only", hint="leave out --cube, or copy the files here"
        )
    folder = _folder(table)
    index = _index(folder)
    fresh = _fresh(folder, index, files)
    if fresh:
        return fresh
    with _alone(folder):
        # Another process may have counted while this one waited.
        index = _index(folder)
        fresh = _fresh(folder, index, files)
        return fresh or _recount(table, files, folder, index, daily=before())


def sums(cube: Cube, wanted: Wanted) -> pl.DataFrame:
    """The groups of a cube, as `engines.sums` gives those of the records.

    Partners in *wanted* are spelled as texts here.
    """
    if not wanted.digits and wanted.partners:
        return pl.read_parquet(cube.pairs)
    rows = pl.scan_parquet(list(cube.chapters))
    if wanted.only:
        rows = rows.filter(pl.col("partner").is_in(list(wanted.only)))
    if wanted.without:
        spelled = [text for text in wanted.without if text is not None]
        rows = rows.filter(pl.col("partner").is_not_null() & ~pl.col("partner").is_in(spelled))
    if wanted.code:
        rows = rows.with_columns(_this(wanted.code))
    by = [*wanted.keys, "decimals"]
    return rows.group_by(by).agg(pl.col(*MEASURES).sum()).collect(engine="streaming")


def _this(code: str) -> pl.Expr:
    """The one code asked for, told from all others; see `monthly.monthly`."""
    odd = pl.col("digits") % 2 == 1
    short = odd & pl.lit(code.startswith("0")) & (pl.col("code").str.slice(0, 1) == code[1:])
    this = short | (~odd & (pl.col("code") == code))
    chosen = pl.when(this).then(pl.lit(code)).otherwise(pl.lit(""))
    return pl.when(pl.col("code").is_not_null()).then(chosen).alias("code")


def _folder(table: Table) -> Path:
    said = (_FORM, os.path.abspath(os.path.expanduser(table.path)), tuple(table.mapping))
    return cache_folder() / "cubes" / hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def _index(folder: Path) -> dict[str, list[str]]:
    """The parts of each state that was counted; a damaged index is none, for all can be counted again."""
    try:
        index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        return {str(state): [str(part) for part in parts] for state, parts in index.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _state(file: File) -> str:
    """What a file is known by: its name, size and time of change."""
    return hashlib.sha256(repr(file).encode()).hexdigest()[:24]


def _pairs(folder: Path, states: Iterable[str]) -> Path:
    return folder / f"pairs-{hashlib.sha256(' '.join(sorted(states)).encode()).hexdigest()[:24]}.parquet"


def _fresh(folder: Path, index: dict[str, list[str]], files: Files) -> Cube | None:
    """The cube as it stands, if it is of the very state of the files."""
    states = [_state(file) for file in files.files]
    pairs = _pairs(folder, states)
    if set(states) != set(index) or not pairs.exists():
        return None
    chapters = tuple(folder / part for state in states for part in index[state])
    return Cube(pairs, chapters, kept=len(states)) if all(part.exists() for part in chapters) else None


def _recount(table: Table, files: Files, folder: Path, before: dict[str, list[str]], *, daily: bool) -> Cube:
    """Count the files that are new or changed, and put all sums together."""
    index: dict[str, list[str]] = {}
    counted = 0
    for file in files.files:
        state = _state(file)
        kept = before.get(state)
        if kept is None or not all((folder / part).exists() for part in kept):
            kept = [part.name for part in _count(table, files, file, folder, daily=daily)]
            counted += 1
        index[state] = kept
    chapters = tuple(folder / part for parts in index.values() for part in parts)
    pairs = _pairs(folder, index)
    rows = pl.scan_parquet(list(chapters)).group_by(_PAIR).agg(pl.col(*MEASURES).sum())
    _write(pairs, rows.collect(engine="streaming").sort(_PAIR))
    write(folder / "index.json", json.dumps(index).encode(), hint=_FREE)
    _sweep(folder, {pairs.name, "index.json", LOCK, *(part.name for part in chapters)})
    return Cube(pairs, chapters, counted, len(index) - counted, len(set(before) - set(index)))


def _count(table: Table, files: Files, file: File, folder: Path, *, daily: bool) -> Iterator[Path]:
    """The sums of one file, in as many parts as keep memory bounded.

    Raises:
        InvalidData: It was changed meanwhile.
    """
    wanted = Wanted(digits=CHAPTER, daily=daily)
    one = files._replace(files=(file,))
    for number, window in enumerate(engines.windows(one, table.engine, _SLICE)):
        groups = engines.sums(one, table.mapping, wanted, table.engine, window=window)
        part = folder / f"{_state(file)}-{number}.parquet"
        # One partner lies together, so that others are passed over; a finer order costs more than it saves.
        _write(part, groups.sort("partner"))
        yield part
    now = os.stat(file.path)
    if (now.st_size, now.st_mtime_ns) != (file.size, file.changed):
        raise InvalidData(f"{file.path} was changed while it was read", hint="ask again when it is written")


def _write(path: Path, groups: pl.DataFrame) -> None:
    content = io.BytesIO()
    groups.write_parquet(content, compression="zstd", row_group_size=50_000)
    write(path, content.getvalue(), hint=_FREE)


def _sweep(folder: Path, named: set[str]) -> None:
    """Remove what no index names any more; what cannot be removed does no harm."""
    for path in folder.iterdir():
        if path.name not in named:
            with suppress(OSError):
                path.unlink()


def _alone(folder: Path) -> AbstractContextManager[None]:
    """Count alone; the lock dies with its process.

    Raises:
        StoreError: Another process counts for too long, or the folder cannot be written.
    """
    busy = StoreError(f"another process is counting the cube {folder}", hint="try again later")
    return locked(folder, patience=_PATIENCE, busy=busy, hint=_FREE)
