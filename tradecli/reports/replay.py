"""`trade replay`: whether receipts were answered again to the last digit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tradecli.model.report import Column, Columns, Report, Statement, Table
from tradecli.reports.listing import listing

EQUAL, DIFFERS = "equal", "differs"
#: What became of the file that was written beside the receipt.
AS_WRITTEN, CHANGED, GONE = "as written", "changed", "gone"


class Replayed(NamedTuple):
    """A machine row: a receipt that was answered again.

    Args:
        receipt: Its file.
        command: What was asked again.
        headline: That of the answer.
        state: `equal`, or `differs` from what was answered then.
        sha256: Of the answer as it was.
        found: Of the answer now.
        file: The file that it was written to.
        file_state: Whether that file is `as written`, has been `changed`, or is `gone`.
        line: The first line in which the answers differ, where the file is as written.
        made: When it was answered first.
        unlike: What the receipt says that is not so of the answer: `schema`, `files` or `title`.
    """

    receipt: str
    command: str
    headline: str
    state: str
    sha256: str
    found: str
    file: str
    file_state: str
    line: int | None
    made: str
    unlike: str | None = None


_COLUMNS: Columns[Replayed] = [
    (Column("replay.state", left=True), lambda row: Statement(f"replay.{row.state}")),
    (Column("replay.receipt", left=True), lambda row: row.receipt),
    (Column("replay.headline", left=True, drop=3), lambda row: row.headline),
    (Column("replay.made", left=True, drop=2), lambda row: row.made),
    (
        Column("replay.file_state", left=True, drop=1),
        lambda row: Statement(f"replay.{row.file_state.replace(' ', '_')}"),
    ),
]


def failed(rows: Sequence[Replayed]) -> bool:
    """Whether an answer differs, its file no longer holds it, or its receipt says what is not so."""
    return any(row.state == DIFFERS or row.file_state == CHANGED or row.unlike for row in rows)


def report(rows: Sequence[Replayed]) -> Report:
    """Each receipt in a line; which of them were not equal is said first."""
    differ = [row for row in rows if row.state == DIFFERS]
    found = [Statement("replay.not_equal", {"receipt": row.receipt, "line": row.line}) for row in differ]
    changed = [row for row in rows if row.file_state == CHANGED]
    found += [Statement("replay.file_changed", {"file": row.file}) for row in changed]
    found += [
        Statement("replay.unlike", {"receipt": row.receipt, "what": Statement(f"replay.unlike_{row.unlike}")})
        for row in rows
        if row.unlike
    ]
    if not found:
        found = [Statement("replay.all_equal", {"count": len(rows)})]
    table = Table.of(rows, _COLUMNS)
    return listing("trade.replay/1", Statement("replay.title"), Replayed, rows, table, findings=found)
