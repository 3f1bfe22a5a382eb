"""`trade store`: what is in the store, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from tradecli.report import Column, Report, Table, View, say

#: What of an entry is listed; the order in which narrow terminals lose it, 0 never.
_LISTED = {
    "id": 0,
    "source": 5,
    "name": 4,
    "vintage": 0,
    "vintage_basis": 3,
    "known_by": 6,
    "newest_month": 0,
    "rows": 1,
    "bytes": 7,
    "retrieved": 2,
    "sha256": 8,
    "address": 9,
    "note": 10,
}


def entries(found: Sequence[Mapping[str, Any]]) -> Report:
    """One row a stored file."""
    numbers = {"rows", "bytes"}
    schema = {name: pl.Int64() if name in numbers else pl.String() for name in _LISTED}
    rows = [{name: entry[name] for name in _LISTED} for entry in found]
    return _report("trade.store.list/1", pl.DataFrame(rows, schema=schema), _LISTED)


def lines(found: Sequence[Mapping[str, Any]]) -> Report:
    """Facts of the store as a table of their own names."""
    rows = pl.DataFrame([dict(fact) for fact in found])
    return _report("trade.store/1", rows, dict.fromkeys(rows.columns, 0))


def table(rows: pl.DataFrame) -> Report:
    """The observations themselves."""
    return _report("trade.observations/1", rows, dict.fromkeys(rows.columns, 0))


def _report(schema: str, rows: pl.DataFrame, shown: Mapping[str, int]) -> Report:
    return Report(
        schema=schema,
        question={},
        rows=rows,
        displays=dict,
        view=lambda: _view(rows, shown),
        notes=list,
        provenance=list,
    )


def _view(rows: pl.DataFrame, shown: Mapping[str, int]) -> View:
    types = rows.schema
    columns = [
        Column("column", {"name": name}, left=types[name] == pl.String(), drop=drop)
        for name, drop in shown.items()
    ]
    cells = [
        [row[name] if isinstance(row[name], int | str) else str(row[name]) for name in shown]
        for row in rows.iter_rows(named=True)
    ]
    return View(title=say("title_store"), subtitle=None, table=Table(columns, cells))
