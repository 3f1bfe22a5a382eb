"""What is seen of a table before it is added up: how it is written, and what may not be added."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table import engines
from tradecli.own_table.files import Files
from tradecli.own_table.table import Table

#: What stands for all goods in a column of codes: a table with such rows holds its totals twice.
_TOTALS = ("TOTAL", "ALL", "合計", "總計")
#: The length of a heading: among finer codes it may be their sum.
_HEADING = 4


@lru_cache(maxsize=4)
def peek(files: Files) -> pl.DataFrame:
    """The first rows of the first file."""
    return engines.peek(files)


def daily(table: Table, files: Files) -> bool:
    """Whether the first periods are days; only speed depends on it."""
    first = peek(files)
    if table.mapping.period not in first.columns:
        return False
    periods = first[table.mapping.period].drop_nulls()
    if periods.dtype == pl.Date:
        return bool((periods.dt.day() != 1).any())
    return periods.dtype == pl.String and bool((periods.str.len_chars() > len("2025-11")).any())


@lru_cache(maxsize=4)
def refuse_totals(table: Table, files: Files) -> None:
    """Refuse a table that holds totals among its records: they would be counted twice.

    Raises:
        InvalidData: It does.
    """
    name, first = table.mapping.commodity, peek(files)
    if name not in first.columns or first[name].dtype != pl.String:
        return
    totals = [text for text in engines.odd_texts(files, name) if text.strip().upper() in _TOTALS]
    if totals:
        raise InvalidData(
            f"the table {table.path} holds totals ({name} {totals[0]}) among its records",
            hint="leave them out: they would be counted twice",
        )


def lengths(table: Table, files: Files) -> list[int]:
    """How long the first codes are, where some are chapters or headings and others are finer."""
    name, first = table.mapping.commodity, peek(files)
    if name not in first.columns or first[name].dtype != pl.String:
        return []
    found = first[name].drop_nulls().str.len_chars().unique().sort().to_list()
    return found if len(found) > 1 and found[0] <= _HEADING else []


def as_typed(
    table: Table, files: Files, texts: Sequence[str | float | None]
) -> tuple[str | int | float | None, ...]:
    """How partners are written in the table, in the type of its column."""
    if not texts:
        return ()
    dtype = peek(files)[table.mapping.partner].dtype
    kind = int if dtype.is_integer() else float if dtype.is_float() else str
    return tuple(None if text is None else kind(text) for text in texts)
