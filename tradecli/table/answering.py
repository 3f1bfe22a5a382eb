"""An own table answers a question: rows of observations, where they come from, and what was left out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from tradecli.errors import InvalidData, NoData
from tradecli.own import Table
from tradecli.schema import OBSERVATIONS, OWN, check
from tradecli.table import cube, engines, observed, reading
from tradecli.table.cube import Cube
from tradecli.table.files import Files, found
from tradecli.table.groups import Wanted

#: What stands for all goods in a column of codes: a table with such rows holds its totals twice.
_TOTALS = ("TOTAL", "ALL", "合計", "總計")
#: Files are hashed where it is cheap: together no larger than this.
_HASHED = 64 * 2**20
#: The length of a heading: among finer codes it may be their sum.
_HEADING = 4
#: How many partners that nobody knows a message names.
_NAMED = 5


class Asked(NamedTuple):
    """What of a table is asked for.

    `commodity` is `TOTAL` or an HS code; empty means every chapter and the total. `partners` are the
    only ones that are wanted; none means all, without chapters.
    """

    reporter: str
    source: str = ""
    commodity: str = "TOTAL"
    classification: str = "total"
    partners: tuple[str, ...] = ()


class Answer(NamedTuple):
    """Rows of `schema.OBSERVATIONS`, and for each origin in them where it is from."""

    rows: pl.DataFrame
    origins: Mapping[str, Mapping[str, Any]]


def answer(table: Table, asked: Asked) -> Answer:
    """Read what a table says of a question.

    Raises:
        QueryError: There is no such table, it lacks a column, or the engine is not there.
        NoData: It holds nothing that can be read.
        InvalidData: A file is not what its name says.
    """
    files = found(table.path)
    return _answered(table, files, asked, files.day or datetime.now(UTC).date())


def source(table: Table, wanted: str) -> str:
    """The id of the source whose figures a table holds.

    Raises:
        QueryError: It holds several and none was named.
        NoData: It holds nothing of the one that was named.
    """
    files = found(table.path)
    if holds_observations(table, files):
        return observed.source(files, table.engine, wanted)
    if wanted not in {"", OWN}:
        raise NoData(
            f"the table {table.path} holds records of one's own, none of {wanted}", hint="leave out --source"
        )
    return OWN


def holds_observations(table: Table, files: Files | None = None) -> bool:
    """Whether a table is one of observations, by its columns, and not one of records."""
    return not table.mapped and observed.holds(_peek(files or found(table.path)).columns)


def told(answer: Answer, table: Table) -> Iterator[str]:
    """What a reader of the figures must be told: rows left out, by rule, and partners that nobody knows."""
    entry = next(iter(answer.origins.values()), {})
    name = f"table {table.path}"
    if dropped := entry.get("dropped"):
        rules = ", ".join(f"{count:,} with {rule}" for rule, count in dropped.items())
        yield f"{name}: {sum(dropped.values()):,} of {entry['rows']:,} rows are left out: {rules}"
    kept = entry.get("cube", {})
    if kept.get("counted") or kept.get("gone"):
        yield f"{name}: its cube: {kept['counted']} files counted, {kept['kept']} kept, {kept['gone']} gone"
    if kept and not kept["used"]:
        yield f"{name}: its cube knows chapters only; the records were read"
    if lengths := entry.get("lengths"):
        listed = " and ".join(str(length) for length in lengths)
        twice = "if the short ones are sums of the long ones, they count twice"
        yield f"{name}: it has codes of {listed} digits; {twice}"
    if unknown := entry.get("unknown_partners"):
        listed = ", ".join(f"{text!r} ({count:,})" for text, count in list(unknown.items())[:_NAMED])
        more = f" and {len(unknown) - _NAMED} others" if len(unknown) > _NAMED else ""
        yield f"{name}: partners that no list knows are in the world's total alone: {listed}{more}"


def _observed(table: Table, files: Files, asked: Asked) -> Answer:
    rows, dropped = observed.rows(files, table.engine, asked.source, asked.partners, asked.classification)
    count = rows.height + sum(dropped.values())
    entry = _entry(table, files) | {"rows": count, "dropped": dropped}
    return Answer(rows, {origin: {"id": origin, **entry} for origin in rows["origin"].unique().sort()})


@lru_cache(maxsize=32)
def _answered(table: Table, files: Files, asked: Asked, day: date) -> Answer:
    if holds_observations(table, files):
        return _observed(table, files, asked)
    return _summed(table, files, asked, day)


def _summed(table: Table, files: Files, asked: Asked, day: date) -> Answer:
    held = _cube(table, files)
    if asked.classification in {"hs", "total", ""}:
        code = asked.commodity if asked.classification == "hs" else ""
        wanted = Wanted(digits=len(code), code=code)
        read = reading.read(
            _sums(table, files, held, wanted), table.mapping, until=day, digits=len(code), code=code
        )
    else:
        raise NoData(
            f"the table {table.path} tells goods apart by HS code, not by {asked.classification}",
            hint="ask with --commodity hs:85, hs:8542 or hs:854231",
        )
    figures = _figures(read, code)
    dropped = dict(read.dropped)
    if not asked.classification:
        goods = _goods(table, files, asked, read, day, held)
        figures = pl.concat([figures, goods.figures])
        dropped |= {rule: count for rule, count in goods.dropped.items() if rule in reading.CODE_RULES}
    if read.figures.is_empty() and read.world.is_empty():
        why = ", ".join(f"{count:,} with {rule}" for rule, count in dropped.items()) or "it has no rows"
        raise NoData(f"nothing in the table {table.path} can be read: {why}", hint="see --columns")
    counts = {"rows": read.rows, "dropped": dropped, "unknown_partners": read.unknown}
    if lengths := _lengths(table, files):
        counts["lengths"] = lengths
    if held:
        used = cube.answers(Wanted(digits=len(code)))
        counts["cube"] = {"used": used, "counted": held.counted, "kept": held.kept, "gone": held.gone}
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
    table: Table, files: Files, asked: Asked, whole: reading.Read, day: date, held: Cube | None
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
        read = reading.read(_sums(table, files, held, wanted), table.mapping, until=day, digits=2)
        parts.append(read.world.with_columns(partner=pl.lit(partner)))
        dropped |= read.dropped
    columns = ["partner", "period", "flow", "code", "value"]
    empty = pl.DataFrame(schema={name: OBSERVATIONS.get(name, pl.String()) for name in columns})
    return _Goods(pl.concat([empty, *(part.select(columns) for part in parts)]), dropped)


def _as_typed(
    table: Table, files: Files, texts: Sequence[str | float | None]
) -> tuple[str | int | float | None, ...]:
    """How partners are written in the table, in the type of its column."""
    if not texts:
        return ()
    dtype = _peek(files)[table.mapping.partner].dtype
    kind = int if dtype.is_integer() else float if dtype.is_float() else str
    return tuple(None if text is None else kind(text) for text in texts)


@lru_cache(maxsize=16)
def _sums(table: Table, files: Files, held: Cube | None, wanted: Wanted) -> pl.DataFrame:
    """The groups that are wanted: from the cube where there is to be one and it knows them, else counted."""
    if held and cube.answers(wanted):
        return cube.sums(held, wanted)
    _refuse_totals(table, files)
    typed = wanted._replace(
        only=_as_typed(table, files, wanted.only),
        without=_as_typed(table, files, wanted.without),
        daily=_daily(table, files),
    )
    return engines.sums(files, table.mapping, typed, table.engine)


def _cube(table: Table, files: Files) -> Cube | None:
    if not table.cube:
        return None

    def before() -> bool:
        _refuse_totals(table, files)
        return _daily(table, files)

    return cube.current(table, files, before)


@lru_cache(maxsize=4)
def _peek(files: Files) -> pl.DataFrame:
    return engines.peek(files)


def _daily(table: Table, files: Files) -> bool:
    """Whether the first periods are days; only speed depends on it."""
    first = _peek(files)
    if table.mapping.period not in first.columns:
        return False
    periods = first[table.mapping.period].drop_nulls()
    if periods.dtype == pl.Date:
        return bool((periods.dt.day() != 1).any())
    return periods.dtype == pl.String and bool((periods.str.len_chars() > len("2025-11")).any())


@lru_cache(maxsize=4)
def _refuse_totals(table: Table, files: Files) -> None:
    """Refuse a table that holds totals among its records: they would be counted twice.

    Raises:
        InvalidData: It does.
    """
    name, first = table.mapping.commodity, _peek(files)
    if name not in first.columns or first[name].dtype != pl.String:
        return
    totals = [text for text in engines.odd_texts(files, name) if text.strip().upper() in _TOTALS]
    if totals:
        raise InvalidData(
            f"the table {table.path} holds totals ({name} {totals[0]}) among its records",
            hint="leave them out: they would be counted twice",
        )


def _lengths(table: Table, files: Files) -> list[int]:
    """How long the first codes are, where some are chapters or headings and others are finer."""
    name, first = table.mapping.commodity, _peek(files)
    if name not in first.columns or first[name].dtype != pl.String:
        return []
    told = first[name].drop_nulls().str.len_chars().unique().sort().to_list()
    return told if len(told) > 1 and told[0] <= _HEADING else []


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
    told = figures.filter(pl.col("partner").is_in(asked.partners)) if asked.partners else figures
    told = told.sort("partner", "flow", "code", "period")
    rows = told.with_columns(**columns).select(*OBSERVATIONS)
    return Answer(check(rows), {entry["id"]: entry})


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
    if table.mapped or not holds_observations(table, files):
        entry["columns"] = {name: said for name, said in table.mapping._asdict().items() if said}
    if not files.remote:
        newest = max(file.changed for file in files.files)
        entry["newest"] = datetime.fromtimestamp(newest / 1e9, UTC).isoformat(timespec="seconds")
        if len(files.files) == 1 and files.files[0].size <= _HASHED:
            entry["sha256"] = hashlib.sha256(Path(files.files[0].path).read_bytes()).hexdigest()
    return entry
