"""Sums of large Parquet files, by DuckDB where it is installed: it groups by texts in half of polars' time.

Only what both are known to read alike is added up here: whole or floating numbers, told apart by texts, days
and whole numbers. The groups are those of `monthly.monthly` where that is not careful; for all else there are
none, and polars reads. DuckDB runs in a process of its own, whose memory is free before the sums are read.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import polars as pl

from tradecli.own_table import opening
from tradecli.own_table.files import Files
from tradecli.own_table.groups import EXACT, LIMIT, WHOLE, Wanted, decimals_of
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.unread import POLARS

#: Bytes of files from which starting DuckDB, a sixth of a second, pays.
LEAST = 40 * 2**20
#: Bytes of files that are read at a time: a query costs, and so do the groups of many files at once.
BATCH = 256 * 2**20
#: Types of polars that both engines read alike.
_WHOLE = frozenset({"Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32"})
#: Columns that DuckDB adds.
_OWN = frozenset({"filename", "file_index", "file_row_number"})
#: Sums below it cannot overflow.
_SAFE = 2**62
_KEYS = _WHOLE | {"String", "Date"}


def serves(files: Files) -> bool:
    """Whether files are large, of a kind that both engines read alike, and DuckDB is there."""
    plain = files.format == "parquet" and not (files.remote or files.legs or files.partitioned)
    return plain and sum(file.size for file in files.files) >= LEAST and find_spec("duckdb") is not None


def sums(files: Files, mapping: Mapping, wanted: Wanted) -> pl.DataFrame | None:
    """The groups of some files of one schema; None where polars is to read them."""
    columns = dict(opening.schema_of(files._replace(files=files.files[:1])))
    if not _alike(columns, mapping, wanted):
        return None
    import tempfile

    from tradecli.own_table import duckdb_process  # most tables need neither

    with tempfile.TemporaryDirectory(prefix="trade-") as folder:
        target = str(Path(folder) / "sums.parquet")
        asked = f"copy ({_asked(files, columns, mapping, wanted)}) to {_text(target)} (format parquet)"
        # What it fails at is read by polars, which says what is wrong.
        if not duckdb_process.done(asked):
            return None
        try:
            return pl.read_parquet(target).with_columns(pl.col(wanted.keys).cast(pl.String))
        except POLARS:
            return None


def _alike(columns: AnyMapping[str, str], mapping: Mapping, wanted: Wanted) -> bool:
    """Whether both engines read the columns that are asked for alike."""
    keys = {mapping.period, mapping.flow, mapping.partner}
    texts = {name for name, _ in wanted.where} | (
        {mapping.partner} if wanted.only or wanted.without else set()
    )
    texts |= {mapping.commodity} if wanted.digits else set()
    if wanted.daily or wanted.having or (wanted.digits and not wanted.plain):
        return False
    # DuckDB takes names for the same that differ in large and small letters only, and has some of its own.
    folded = {name.casefold() for name in columns}
    apart = len(folded) == len(columns) and not folded & _OWN
    value = columns.get(mapping.value) in _WHOLE | {"Float64"}
    return (
        apart
        and value
        and all(columns.get(name) in _KEYS for name in keys)
        and all(columns.get(name) == "String" for name in texts)
    )


def _asked(files: Files, columns: AnyMapping[str, str], mapping: Mapping, wanted: Wanted) -> str:
    """The question in SQL."""
    keys = {"period": _name(mapping.period), "flow": _name(mapping.flow)}
    keys |= {"file": "file_index"} if wanted.by_file else {}
    keys |= {"partner": _name(mapping.partner)} if wanted.partners else {}
    keys |= {"code": _code(mapping.commodity, wanted)} if wanted.digits else {}
    decimals = 0 if columns[mapping.value] in _WHOLE else decimals_of(mapping)
    steps = _steps(mapping.value, decimals) if columns[mapping.value] not in _WHOLE else _name(mapping.value)
    good = "count(*) as good, 0::bigint as least, 0::bigint as most"
    if columns[mapping.value] not in _WHOLE or not _are_good(files, mapping.value):
        good = "count(steps) as good, min(steps)::bigint as least, max(steps)::bigint as most"
    paths = ", ".join(_text(opening.literal(file.path)) for file in files.files)
    made = ", ".join(f"{sql} as {key}" for key, sql in keys.items())
    told = ", ".join(keys)
    # Every name and text that is not our own is quoted.
    read = f"read_parquet([{paths}], hive_partitioning = false"
    groups = (
        f'select {told}, count(*) as "rows", {good}, '  # noqa: S608
        f"coalesce(sum(steps), 0)::bigint as low, {decimals}::bigint as decimals "
        f"from (select {made}, {steps} as steps from {read}){_rows(mapping, wanted)}) group by {told}"
    )
    if not wanted.by_file:
        return groups
    # The number of a file is told apart faster than its name.
    names = f"select distinct file_index, filename from {read}, filename = true)"  # noqa: S608
    return f"select * exclude (file), filename as file from ({groups}) join ({names}) on file = file_index"  # noqa: S608


@lru_cache(maxsize=64)
def _are_good(files: Files, column: str) -> bool:
    """Whether every whole number of a column is one, and all of them together cannot overflow.

    Most groups of rows are passed over: Parquet keeps the least and the most of each.
    """
    value = pl.col(column)
    try:
        lazy = opening.opened(files, "polars")
        rows = int(lazy.select(pl.len()).collect().item())
        most = min(LIMIT, _SAFE // max(1, rows))
        odd = value.is_null() | (value < -most) | (value > most)
        return bool(lazy.filter(odd).select(value).head(1).collect(engine="streaming").is_empty())
    except POLARS:
        return False


def _steps(column: str, decimals: int) -> str:
    """A floating number in steps of its last decimal, null where it is finer or too large; see `monthly`."""
    read = f"{_name(column)} * {10**decimals}::double"
    exact = f"abs({read} - round({read})) <= abs({read}) * {2.0**-50!r}::double + 0.001"
    return f"case when abs({read}) < {EXACT} and {exact} then round({read})::bigint end"


def _code(column: str, wanted: Wanted) -> str:
    """The first digits of a code: `substring` takes half of the time of a slice."""
    first = _name(column) if wanted.digits == WHOLE else f"substring({_name(column)}, 1, {wanted.digits})"
    return (
        f"case when {first} = {_text(wanted.code)} then {_text(wanted.code)} else '' end"
        if wanted.code
        else first
    )


def _rows(mapping: Mapping, wanted: Wanted) -> str:
    """Which rows are taken."""
    kept = [f"{_name(name)} in ({_texts(texts)})" for name, texts in wanted.where]
    partner = _name(mapping.partner)
    kept += [f"{partner} in ({_texts(wanted.only)})"] if wanted.only else []
    kept += [f"{partner} is not null"] if wanted.without else []
    kept += [f"{partner} not in ({_texts(wanted.without)})"] if {*wanted.without} - {None} else []
    return f" where {' and '.join(kept)}" if kept else ""


def _texts(texts: tuple[str | None, ...]) -> str:
    """Texts of a list; that there is none in a cell is never equal to any."""
    return ", ".join(_text(text) for text in texts if text is not None) or "null"


def _name(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))


def _text(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))
