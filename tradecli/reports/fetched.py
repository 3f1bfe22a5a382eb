"""`trade fetch`: what came, file by file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tradecli import periods
from tradecli.model.report import Column, Report
from tradecli.reports.listing import fields, listing
from tradecli.reports.shared import say
from tradecli.wording import Wording

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
#: A source a row: what came matters more than the names of its files.
_CAME_OF_SOURCE = (
    Column("store.source", left=True),
    Column("store.status", left=True),
    Column("store.newest_month", drop=1),
    Column("store.added", drop=2),
    Column("store.revised", drop=2),
    Column("store.vintage", drop=3),
    Column("store.rows", drop=5),
    Column("store.file", left=True, drop=6),
    Column("store.largest_revision_of", left=True, drop=4),
)
_PLANNED = (*_SOURCE, Column("store.address", left=True, drop=1))
_PLANNED_WITH_NOTES = (
    *_SOURCE,
    Column("store.note", left=True, drop=2),
    Column("store.address", left=True, drop=1),
)
#: Of the statuses of a source's files the first is that of the source.
_WORST = ("refused", "unreachable", "planned", "new", "unchanged", "nothing")
#: A month in the name of a file that is asked for month by month.
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(?!\d)")
#: As much of a file's name as stands in the address that a table for people shows.
_LONGEST = 24


def report(outcomes: Sequence[Outcome], plan: Sequence[str] = (), *, by_source: bool = False) -> Report:
    """One row a file, or a source.

    Args:
        outcomes: What became of each.
        plan: Why these sources are asked, and what they allow.
        by_source: Whether all files of a source are one row.
    """
    files = [_row(outcome) for outcome in outcomes]
    rows = _of_sources(files) if by_source else files
    planned = bool(rows) and all(row.status == "planned" for row in rows)
    if planned:
        columns = _PLANNED_WITH_NOTES if any(row.note for row in rows) else _PLANNED
        shown = fields(columns, [_shortened(row) for row in _folded(rows)])
    else:
        shown = fields(_CAME_OF_SOURCE if by_source else _CAME, rows)
    made = listing("trade.fetch/1", say("store.fetched", "planned" if planned else None), Row, rows, shown)
    return made._replace(notes=[say("fetch_choice", text=text) for text in plan])


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


def _of_sources(files: Sequence[Row]) -> list[Row]:
    """One row for all files of a source: their numbers added, the newest month, the largest revision."""
    found = []
    for source in dict.fromkeys(row.source for row in files):
        rows = [row for row in files if row.source == source]
        largest = max(rows, key=lambda row: abs(row.largest_revision or 0))
        first = next((row for row in rows if row.file), rows[0])
        found.append(
            Row(
                source,
                f"{first.file} +{len(rows) - 1}" if rows[1:] else first.file,
                min((row.status for row in rows), key=_WORST.index),
                max(row.newest_month for row in rows),
                max(row.vintage for row in rows),
                sum(row.rows for row in rows),
                sum(row.added for row in rows),
                sum(row.revised for row in rows),
                largest.largest_revision,
                largest.largest_revision_of,
                "; ".join(dict.fromkeys(row.note for row in rows if row.note)),
                first.address,
            )
        )
    return found


def _folded(rows: Sequence[Row]) -> list[Row]:
    """The rows as a table for people shows them: files that differ in their month alone are one line."""
    alike: dict[tuple[str, ...], list[tuple[str, Row]]] = {}
    for row in rows:
        match = _MONTH.search(row.file)
        month = f"{match[1]}-{match[2]}" if match else ""
        name = _MONTH.sub("", row.file) if match else row.file
        alike.setdefault((row.source, name, row.status, row.note), []).append((month, row))
    return [_line(files) for files in alike.values()]


def _line(files: Sequence[tuple[str, Row]]) -> Row:
    """One line for files of several months, by the first of them; the row itself of a single file."""
    row = files[0][1]
    if len(files) == 1:
        return row
    months = sorted(month for month, _ in files)
    span = Wording("{first} to {last}, {n} files", first=months[0], last=months[-1], n=len(files))
    return row._replace(file=span)


def _shortened(row: Row) -> Row:
    """The row with its address as a table for people shows it: host and file, `…` for what is left out.

    Examples:
        >>> row = Row("x", "f", "planned", "", "", 0, 0, 0, None, "", "", "https://a.b/c/d/e.aspx?f=1&g=2")
        >>> _shortened(row).address
        'a.b/…/e.aspx?…'
    """
    path, query, _ = row.address.rpartition("://")[2].partition("?")
    host, *folders = path.split("/")
    name = folders.pop() if folders else ""
    name = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    between = ["…"] if folders else []
    return row._replace(address="/".join([host, *between, name]) + ("?…" if query else ""))


def _of(cell: Revised) -> str:
    """The cell that was revised most, and by how much of it in percent."""
    change = cell.value_new - cell.value
    percent = f" ({change / abs(cell.value) * 100:+.1f} %)" if cell.value else ""
    goods = "" if cell.commodity == "TOTAL" else f" {cell.commodity}"
    where = f"{cell.flow} {cell.reporter}-{cell.partner}{goods}"
    return f"{where} {cell.span} {periods.label(cell.period)}{percent}"
