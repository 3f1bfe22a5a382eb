"""`trade fetch`: what came, file by file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import polars as pl

from tradecli import periods
from tradecli.report import Column, Report, Table, View, say

if TYPE_CHECKING:
    from tradecli.outcome import Outcome

SCHEMA: dict[str, pl.DataType] = {
    "source": pl.String(),
    "file": pl.String(),
    "status": pl.String(),
    "newest_month": pl.String(),
    "vintage": pl.String(),
    "rows": pl.Int64(),
    "added": pl.Int64(),
    "revised": pl.Int64(),
    "largest_revision": pl.Int64(),
    "largest_revision_of": pl.String(),
    "note": pl.String(),
    "address": pl.String(),
}
_SHOWN = {
    "source": 0,
    "file": 0,
    "status": 0,
    "newest_month": 1,
    "vintage": 3,
    "rows": 5,
    "added": 2,
    "revised": 2,
    "largest_revision_of": 4,
}
_PLANNED = {"source": 0, "file": 0, "status": 0, "note": 1, "address": 0}


def report(outcomes: Sequence[Outcome]) -> Report:
    """One row a file.

    Args:
        outcomes: What became of each.
    """
    rows = [_row(outcome) for outcome in outcomes]
    return Report(
        schema="trade.fetch/1",
        question={},
        rows=pl.DataFrame(rows, schema=SCHEMA),
        displays=dict,
        view=lambda: _view(rows),
        notes=list,
        provenance=list,
    )


def _row(outcome: Outcome) -> dict[str, Any]:
    largest = outcome.largest
    return {
        "source": outcome.source,
        "file": outcome.name,
        "status": outcome.status,
        "newest_month": outcome.newest_month,
        "vintage": outcome.vintage,
        "rows": outcome.rows,
        "added": outcome.added,
        "revised": outcome.revised,
        "largest_revision": largest["value_new"] - largest["value"] if largest else None,
        "largest_revision_of": _of(largest) if largest else "",
        "note": "; ".join(outcome.notices) or (str(outcome.error) if outcome.error else ""),
        "address": outcome.address,
    }


def _of(cell: dict[str, Any]) -> str:
    """The cell that was revised most, and by how much of it in percent."""
    change = cell["value_new"] - cell["value"]
    percent = f" ({change / abs(cell['value']) * 100:+.1f} %)" if cell["value"] else ""
    goods = "" if cell["commodity"] == "TOTAL" else f" {cell['commodity']}"
    where = f"{cell['flow']} {cell['reporter']}-{cell['partner']}{goods}"
    return f"{where} {cell['span']} {periods.label(cell['period'])}{percent}"


def _view(rows: list[dict[str, Any]]) -> View:
    """What came; before it has come, where it would be asked for."""
    planned = bool(rows) and all(row["status"] == "planned" for row in rows)
    shown = _PLANNED if planned else _SHOWN
    texts = {"source", "file", "status", "largest_revision_of", "address", "note"}
    columns = [
        Column("column", {"name": name}, left=name in texts, drop=drop) for name, drop in shown.items()
    ]
    cells = [[row[name] for name in shown] for row in rows]
    return View(title=say("title_fetch"), subtitle=None, table=Table(columns, cells))
