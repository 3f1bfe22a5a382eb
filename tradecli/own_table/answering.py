"""An own table answers a question: rows of observations, where they come from, and what was left out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from tradecli.errors import NoData
from tradecli.own_table import cube, engines, inspection, messages, observations, reading
from tradecli.own_table.cube import Cube
from tradecli.own_table.files import Files, available
from tradecli.own_table.groups import Wanted
from tradecli.own_table.table import Table
from tradecli.schema import OBSERVATIONS, OWN, check

#: Files are hashed where it is cheap: together no larger than this.
_HASHED = 64 * 2**20


class Asked(NamedTuple):
    """What of a table is asked for.

    `source` is one whose observations are wanted, if one was named. `commodity` is `TOTAL` or an HS
    code; with an empty `classification` it is every chapter and the total. `partners` are the only ones
    that are wanted; none means all, without chapters.
    """

    reporter: str
    source: str = ""
    commodity: str = "TOTAL"
    classification: str = "total"
    partners: tuple[str, ...] = ()


class Answer(NamedTuple):
    """Whose figures they are, rows of `schema.OBSERVATIONS`, and for each origin in them where it is from.

    `messages` say what a reader must know: what was left out, and what may be counted twice.
    """

    source: str
    rows: pl.DataFrame
    origins: Mapping[str, Mapping[str, Any]]
    messages: tuple[str, ...] = ()


def answer(table: Table, asked: Asked) -> Answer:
    """Read what a table says of a question.

    Raises:
        QueryError: There is no such table, it lacks a column, the engine is not there, or it holds
            observations of several sources and none was named.
        NoData: It holds nothing that can be read, or nothing of the source that was named.
        InvalidData: A file is not what its name says.
    """
    files = available(table.path)
    return _answered(table, files, asked, files.day or datetime.now(UTC).date())


@lru_cache(maxsize=32)
def _answered(table: Table, files: Files, asked: Asked, day: date) -> Answer:
    if _holds_observations(table, files):
        result = _observed(table, files, asked)
    elif asked.source not in {"", OWN}:
        raise NoData(
            f"the table {table.path} holds records of one's own, none of {asked.source}",
            hint="leave out --source",
        )
    else:
        result = _summed(table, files, asked, day)
    entry = next(iter(result.origins.values()), {})
    return result._replace(messages=tuple(messages.notes(table.path, entry)))


def _holds_observations(table: Table, files: Files) -> bool:
    """Whether a table is one of observations, by its columns, and not one of records."""
    return not table.mapped and observations.are_in(inspection.peek(files).columns)


def _observed(table: Table, files: Files, asked: Asked) -> Answer:
    source = observations.source(files, table.engine, asked.source)
    rows, dropped = observations.rows(files, table.engine, source, asked.partners, asked.classification)
    count = rows.height + sum(dropped.values())
    entry = _entry(table, files) | {"rows": count, "dropped": dropped}
    origins = rows["origin"].unique().sort()
    return Answer(source, rows, {origin: {"id": origin, **entry} for origin in origins})


def _summed(table: Table, files: Files, asked: Asked, day: date) -> Answer:
    kept = _cube(table, files)
    if asked.classification in {"hs", "total", ""}:
        code = asked.commodity if asked.classification == "hs" else ""
        wanted = Wanted(digits=len(code), code=code)
        read = reading.read(
            _sums(table, files, kept, wanted), table.mapping, until=day, digits=len(code), code=code
        )
    else:
        raise NoData(
            f"the table {table.path} tells goods apart by HS code, not by {asked.classification}",
            hint="ask with --commodity hs:85, hs:8542 or hs:854231",
        )
    figures = _figures(read, code)
    dropped = dict(read.dropped)
    if not asked.classification:
        goods = _goods(table, files, asked, read, day, kept)
        figures = pl.concat([figures, goods.figures])
        dropped |= {rule: count for rule, count in goods.dropped.items() if rule in reading.CODE_RULES}
    if read.figures.is_empty() and read.world.is_empty():
        why = ", ".join(f"{count:,} with {rule}" for rule, count in dropped.items()) or "it has no rows"
        raise NoData(f"nothing in the table {table.path} can be read: {why}", hint="see --columns")
    counts = {"rows": read.rows, "dropped": dropped, "unknown_partners": read.unknown}
    if lengths := inspection.lengths(table, files):
        counts["lengths"] = lengths
    if kept:
        used = cube.answers(Wanted(digits=len(code)))
        counts["cube"] = {"used": used, "counted": kept.counted, "kept": kept.kept, "gone": kept.gone}
    return _as_observations(table, files, asked, day, figures, read.precision, counts)


def _figures(read: reading.Read, code: str) -> pl.DataFrame:
    """The figures of every partner, and of the world as the sum of all of them, known or not."""
    columns = ["partner", "period", "flow", "code", "value"]
    known = read.figures.drop_nulls("partner")
    both = (known, read.world.with_columns(partner=pl.lit("WORLD")))
    if code:
        return pl.concat(each.filter(pl.col("code") == code).select(columns) for each in both)
    return pl.concat(each.with_columns(code=pl.lit("TOTAL")).select(columns) for each in both)


class _Goods(NamedTuple):
    figures: pl.DataFrame
    dropped: dict[str, int]


def _goods(
    table: Table, files: Files, asked: Asked, whole: reading.Read, day: date, kept: Cube | None
) -> _Goods:
    """The chapters of the HS in trade with one partner or the world; the total itself is known already."""
    parts: list[pl.DataFrame] = []
    dropped: dict[str, int] = {}
    for partner in asked.partners:
        if partner == "WORLD":
            wrong = [*whole.spelled.get("", ()), *whole.spelled.get("+", ())]
            wanted = Wanted(partners=False, digits=2, without=tuple(wrong))
        elif partner in whole.spelled:
            wanted = Wanted(partners=False, digits=2, only=whole.spelled[partner])
        else:
            continue
        read = reading.read(_sums(table, files, kept, wanted), table.mapping, until=day, digits=2)
        parts.append(read.world.with_columns(partner=pl.lit(partner)))
        dropped |= read.dropped
    columns = ["partner", "period", "flow", "code", "value"]
    empty = pl.DataFrame(schema={name: OBSERVATIONS.get(name, pl.String()) for name in columns})
    return _Goods(pl.concat([empty, *(part.select(columns) for part in parts)]), dropped)


@lru_cache(maxsize=16)
def _sums(table: Table, files: Files, kept: Cube | None, wanted: Wanted) -> pl.DataFrame:
    """The groups that are wanted: from the cube where there is to be one and it knows them, else counted."""
    if kept and cube.answers(wanted):
        return cube.sums(kept, wanted)
    inspection.refuse_totals(table, files)
    typed = wanted._replace(
        only=inspection.as_typed(table, files, wanted.only),
        without=inspection.as_typed(table, files, wanted.without),
        daily=inspection.daily(table, files),
    )
    return engines.sums(files, table.mapping, typed, table.engine)


def _cube(table: Table, files: Files) -> Cube | None:
    if not table.cube:
        return None

    def before() -> bool:
        inspection.refuse_totals(table, files)
        return inspection.daily(table, files)

    return cube.current(table, files, before)


def _as_observations(
    table: Table,
    files: Files,
    asked: Asked,
    day: date,
    figures: pl.DataFrame,
    precision: int,
    counts: dict[str, Any],
) -> Answer:
    entry = {**_entry(table, files), "vintage": day.isoformat(), **counts}
    coded = pl.col("code") != "TOTAL"
    columns = {
        "source": pl.lit(OWN),
        "reporter": pl.lit(asked.reporter),
        "commodity": pl.col("code"),
        "classification": pl.when(coded).then(pl.lit("hs")).otherwise(pl.lit("total")),
        "adjustment": pl.lit("none"),
        "span": pl.lit("month"),
        "currency": pl.lit(table.mapping.currency),
        "precision": pl.lit(precision, pl.Int64),
        "vintage": pl.lit(day),
        # The day on which a file was written is no day of publication; of an address not even that is known.
        "vintage_basis": pl.lit("retrieved" if files.remote else "inferred"),
        "known_by": pl.lit(day),
        "origin": pl.lit(entry["id"]),
    }
    # What is the same in every row needs no sorting by.
    chosen = figures.filter(pl.col("partner").is_in(asked.partners)) if asked.partners else figures
    chosen = chosen.sort("partner", "flow", "code", "period")
    rows = chosen.with_columns(**columns).select(*OBSERVATIONS)
    return Answer(OWN, check(rows), {entry["id"]: entry})


def _entry(table: Table, files: Files) -> dict[str, Any]:
    """Where a table's figures are from: its files, their size and day, and how its columns were read."""
    listed = hashlib.sha256(repr(files.files).encode()).hexdigest()
    entry: dict[str, Any] = {
        "id": f"{OWN}-{listed[:12]}",
        "file": table.path,
        "files": len(files.files),
        "bytes": sum(file.size for file in files.files),
        "publisher": "own table",
    }
    if table.mapped or not _holds_observations(table, files):
        entry["columns"] = {name: said for name, said in table.mapping._asdict().items() if said}
    if not files.remote:
        newest = max(file.changed for file in files.files)
        entry["newest"] = datetime.fromtimestamp(newest / 1e9, UTC).isoformat(timespec="seconds")
        if len(files.files) == 1 and files.files[0].size <= _HASHED:
            entry["sha256"] = hashlib.sha256(Path(files.files[0].path).read_bytes()).hexdigest()
    return entry
