"""`trade fetch`: what came, file by file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tradecli import periods
from tradecli.model.report import Column, Report, Statement
from tradecli.reports.listing import fields, listing

if TYPE_CHECKING:
    from tradecli.outcome import Outcome, Revised


class Row(NamedTuple):
    """A machine row: what became of a file."""

    source: str
    file: str
    status: str
    newest_month: str
    vintage: str
    rows: int
    added: int
    revised: int
    largest_revision: int | None
    largest_revision_of: str
    note: str
    address: str


_SOURCE = (
    Column("store.source", left=True),
    Column("store.file", left=True),
    Column("store.status", left=True),
)
#: What came; before it has come, where it would be asked for.
_CAME = (
    *_SOURCE,
    Column("store.newest_month", drop=1),
    Column("store.vintage", drop=3),
    Column("store.rows", drop=5),
    Column("store.added", drop=2),
    Column("store.revised", drop=2),
    Column("store.largest_revision_of", left=True, drop=4),
)
_PLANNED = (*_SOURCE, Column("store.note", left=True, drop=1), Column("store.address", left=True))


def report(outcomes: Sequence[Outcome]) -> Report:
    """One row a file.

    Args:
        outcomes: What became of each.
    """
    rows = [_row(outcome) for outcome in outcomes]
    planned = bool(rows) and all(row.status == "planned" for row in rows)
    shown = fields(_PLANNED if planned else _CAME, rows)
    return listing("trade.fetch/1", Statement("store.fetched"), Row, rows, shown)


def _row(outcome: Outcome) -> Row:
    largest = outcome.largest
    return Row(
        outcome.source,
        outcome.name,
        outcome.status,
        outcome.newest_month,
        outcome.vintage,
        outcome.rows,
        outcome.added,
        outcome.revised,
        largest.value_new - largest.value if largest else None,
        _of(largest) if largest else "",
        "; ".join(outcome.notices) or (str(outcome.error) if outcome.error else ""),
        outcome.address,
    )


def _of(cell: Revised) -> str:
    """The cell that was revised most, and by how much of it in percent."""
    change = cell.value_new - cell.value
    percent = f" ({change / abs(cell.value) * 100:+.1f} %)" if cell.value else ""
    goods = "" if cell.commodity == "TOTAL" else f" {cell.commodity}"
    where = f"{cell.flow} {cell.reporter}-{cell.partner}{goods}"
    return f"{where} {cell.span} {periods.label(cell.period)}{percent}"
