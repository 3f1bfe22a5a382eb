"""Sums kept of an own table: month, flow, partner and HS chapter, file by file, made only on request.

::

    <cache folder>/cubes/<table>/index.json                 which file was counted in what state
                                 <file and state>-<n>.parquet   its sums by month, partner, flow and chapter
                                 pairs-<state>.parquet          the sums of all files by month, partner, flow

The sums are the groups that `engines.sums` gives, so an answer from them is the answer from the
records. A file is known by its size and the nanosecond in which it was changed. The index holds the
SHA-256 of all that is kept, and its own: what is not what was written is counted again.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from tradecli.errors import InvalidData, StoreError
from tradecli.files import LOCK, cache_folder, locked, write
from tradecli.own_table import duplicates, engines, revised
from tradecli.own_table.files import File, Files
from tradecli.own_table.groups import MEASURES, PART, WHOLE, Wanted
from tradecli.own_table.inspection import Codes
from tradecli.own_table.survey import Seen
from tradecli.own_table.table import Table

if TYPE_CHECKING:
    import narwhals as nw

#: Another form of the files is another cube.
_FORM = 6
#: The length of the codes it tells apart.
CHAPTER = 2
#: Rows of a file counted at a time: the groups of so many fit into memory whatever the file's size.
_SLICE = 4_000_000
#: Seconds to wait for another process that counts the same table.
_PATIENCE = 600.0
#: What to do where the cache cannot be written.
_FREE = "free the place, set TRADE_CACHE_DIR to another folder, or leave out --cube"


class Cube(NamedTuple):
    """The sums of a table in its present state, what was seen of it, and what had to be done for them.

    `counted` files were new or changed, `kept` ones were not, `gone` ones were in it and no longer are.
    """

    pairs: Path
    chapters: tuple[Path, ...]
    seen: Seen
    counted: int = 0
    kept: int = 0
    gone: int = 0


class _Index(NamedTuple):
    """What was seen of the table, and for each state of a file its parts; of each file kept its SHA-256."""

    seen: Seen = Seen()
    parts: dict[str, list[str]] = {}  # noqa: RUF012 (it is never changed)
    hashes: dict[str, str] = {}  # noqa: RUF012


def answers(wanted: Wanted) -> bool:
    """Whether a cube can answer: it knows chapters, or where lengths are mixed whole codes."""
    return wanted.digits <= CHAPTER or wanted.digits == WHOLE


def current(table: Table, files: Files, reporter: str, look: Callable[[], Seen]) -> Cube:
    """The cube of a table, brought to the state of its files.

    Args:
        table: Whose records.
        files: Its files as they are now.
        reporter: The only reporter that is counted.
        look: Asked before any file is counted; it looks at the table, and refuses it or says what it saw.

    Raises:
        StoreError: The cache cannot be written.
    """
    folder = _folder(table, files, reporter)
    fresh = _fresh(folder, _read_index(folder), files)
    if fresh:
        return fresh
    with _alone(folder):
        # Another process may have counted while this one waited.
        index = _read_index(folder)
        fresh = _fresh(folder, index, files)
        return fresh or _recount(table, files, folder, index, look())


def sums(cube: Cube, wanted: Wanted) -> pl.DataFrame:
    """The groups of a cube, as `engines.sums` gives those of the records, but not told apart by file.

    Partners in *wanted* are spelled as texts here.
    """
    wanted = wanted._replace(by_file=False)
    if not wanted.digits and wanted.partners:
        return pl.read_parquet(cube.pairs)
    rows = pl.scan_parquet(list(cube.chapters), glob=False)
    if wanted.only:
        rows = rows.filter(pl.col("partner").is_in(list(wanted.only)))
    if wanted.without:
        spelled = [text for text in wanted.without if text is not None]
        rows = rows.filter(pl.col("partner").is_not_null() & ~pl.col("partner").is_in(spelled))
    if wanted.code:
        other = pl.when(pl.col("code").is_not_null()).then(pl.lit(""))
        rows = rows.with_columns(code=pl.when(pl.col("code") == wanted.code).then("code").otherwise(other))
    return (
        rows.group_by([*wanted.keys, "decimals"])
        .agg(_measures(daily=wanted.daily))
        .collect(engine="streaming")
    )


def _measures(*, daily: bool) -> list[pl.Expr]:
    return [pl.col(*MEASURES).sum(), *([pl.col("last").max()] if daily else [])]


def _folder(table: Table, files: Files, reporter: str) -> Path:
    made = tuple(leg.columns for leg in files.legs)
    said = (_FORM, os.path.abspath(os.path.expanduser(table.path)), tuple(table.mapping), made, reporter)
    return cache_folder() / "cubes" / hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def _read_index(folder: Path) -> _Index:
    """The index; a damaged one is none, for all can be counted again."""
    try:
        kept = json.loads((folder / "index.json").read_bytes())
        if kept["sha256"] != _hash(json.dumps(kept["index"]).encode()):
            return _Index()
        seen, parts, hashes = kept["index"]
        where, totals, codes, daily = seen
        shown = Seen(
            tuple((name, tuple(texts)) for name, texts in where),
            tuple((name, text) for name, text in totals),
            Codes(*codes)._replace(lengths=tuple(codes[-1])),
            daily,
        )
        return _Index(shown, parts, hashes)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return _Index()


def _write_index(folder: Path, index: _Index) -> None:
    content = json.loads(json.dumps(index))
    whole = {"sha256": _hash(json.dumps(content).encode()), "index": content}
    write(folder / "index.json", json.dumps(whole).encode(), hint=_FREE)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _is_whole(path: Path, index: _Index) -> bool:
    """Whether a file that is kept is what was written."""
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == index.hashes.get(path.name)
    except OSError:
        return False


def _state(file: File) -> str:
    """What a file is known by: its name, size and time of change."""
    return _hash(repr(file).encode())[:24]


def _pairs(folder: Path, states: Iterable[str]) -> Path:
    return folder / f"pairs-{_hash(' '.join(sorted(states)).encode())[:24]}.parquet"


def _fresh(folder: Path, index: _Index, files: Files) -> Cube | None:
    """The cube as it stands, if it is of the very state of the files."""
    states = [_state(file) for file in files.files]
    pairs = _pairs(folder, states)
    if set(states) != set(index.parts):
        return None
    chapters = tuple(folder / part for state in states for part in index.parts[state])
    if not all(_is_whole(path, index) for path in (pairs, *chapters)):
        return None
    return Cube(pairs, chapters, index.seen, kept=len(states))


def _recount(table: Table, files: Files, folder: Path, before: _Index, seen: Seen) -> Cube:
    """Count the files that are new or changed, and put all sums together."""
    parts: dict[str, list[str]] = {}
    counted = 0
    for file in files.files:
        state = _state(file)
        kept = before.parts.get(state) if before.seen == seen else None
        if kept is None or not all(_is_whole(folder / part, before) for part in kept):
            kept = [part.name for part in _count(table, files, file, folder, seen)]
            counted += 1
        parts[state] = kept
    chapters = tuple(folder / part for kept in parts.values() for part in kept)
    if len(files.files) > 1:
        _refuse_repeated(table, files, folder, parts, seen)
    pairs = _pairs(folder, parts)
    by = [*Wanted().keys, "decimals"]
    rows = pl.scan_parquet(list(chapters), glob=False).group_by(by).agg(_measures(daily=seen.daily))
    _write(pairs, rows.collect(engine="streaming").sort(by))
    hashes = {path.name: _hash(path.read_bytes()) for path in (pairs, *chapters)}
    _write_index(folder, _Index(seen, parts, hashes))
    _sweep(folder, {*hashes, "index.json", LOCK})
    return Cube(pairs, chapters, seen, counted, len(parts) - counted, len(set(before.parts) - set(parts)))


def _refuse_repeated(
    table: Table, files: Files, folder: Path, parts: dict[str, list[str]], seen: Seen
) -> None:
    """Refuse files of which one holds records of another once more, or revises them."""
    steps = pl.col("high").cast(pl.Int128) * PART + pl.col("low")
    sums = [
        pl.scan_parquet([folder / part for part in parts[_state(file)]], glob=False)
        .group_by(month="period", whom="partner", side="flow")
        .agg(pl.col("rows").sum(), steps.sum().alias("steps"))
        .with_columns(file=pl.lit(file.path), code=pl.lit(""))
        .collect()
        for file in files.files
    ]
    every = pl.concat(sums)
    duplicates.refuse_files(every)
    revised.refuse(table.mapping, files, every.rename({"month": "period"}), seen.where)


def _count(table: Table, files: Files, file: File, folder: Path, seen: Seen) -> Iterator[Path]:
    """The sums of one file, in as many parts as keep memory bounded.

    Raises:
        InvalidData: It was changed meanwhile.
    """
    wanted = seen.wanted(digits=CHAPTER)
    one = files._replace(files=(file,))
    for number, window in enumerate(_windows(one, table.engine, _SLICE)):
        groups = engines.sums(one, table.mapping, wanted, table.engine, window=window)
        part = folder / f"{_state(file)}-{number}.parquet"
        # One partner lies together, so that others are passed over; a finer order costs more than it saves.
        _write(part, groups.sort("partner"))
        yield part
    now = os.stat(file.path)
    if (now.st_size, now.st_mtime_ns) != (file.size, file.changed):
        raise InvalidData(
            "{path} was changed while it was read", hint="ask again when it is written", path=file.path
        )


def _windows(files: Files, engine: str, height: int) -> list[tuple[int, int] | None]:
    """The rows of a file in runs of *height*, as first row and number; None where it is read as a whole.

    Only polars, of Parquet and Arrow files, can begin in the middle without reading what is before.
    """
    if engine != "polars" or files.format not in {"parquet", "arrow"}:
        return [None]
    bare = files._replace(legs=())
    rows = engines.collected(lambda frame: frame.select(rows=_length()), bare, engine)["rows"].item()
    return [(first, height) for first in range(0, rows, height)] or [None]


def _length() -> nw.Expr:
    import narwhals as nw

    return nw.len()


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
    busy = StoreError("another process is counting the cube {folder}", hint="try again later", folder=folder)
    return locked(folder, patience=_PATIENCE, busy=busy, hint=_FREE)
