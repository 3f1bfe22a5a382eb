"""Lists of what the program holds: no money, no notes, no files behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.wording import Wording


def listing(
    schema: str,
    title: Statement,
    row_type: type[tuple[Any, ...]],
    rows: Sequence[tuple[Any, ...]],
    table: Table,
    *,
    question: Mapping[str, Any] | None = None,
    findings: Sequence[Statement] = (),
) -> Report:
    """A report of rows that rest on no figures."""
    return Report(
        schema=schema,
        question=question or {},
        currency="USD",
        title=title,
        subtitle=None,
        table=table,
        findings=findings,
        notes=[],
        row_type=row_type,
        rows=rows,
        displays={},
        row_figures=[()] * len(rows),
        used=[],
        manifest=dict,
    )


#: Columns whose texts are words of the program or of a publisher, and are shown in each language.
_WORDED = frozenset({"type", "status", "note", "publisher", "covers", "licence"})


def _cell(value: Any) -> Cell:
    return "" if value is None else value


def fields(
    columns: Sequence[Column], rows: Sequence[tuple[Any, ...]], cell: Callable[[Any], Cell] = _cell
) -> Table:
    """The fields of rows under columns whose keys end in the names of those fields."""
    names = [column.key.rpartition(".")[2] for column in columns]
    return Table(columns, [[_worded(name, cell(getattr(row, name))) for name in names] for row in rows])


def _worded(name: str, content: Cell) -> Cell:
    return Wording(content) if name in _WORDED and isinstance(content, str) else content
