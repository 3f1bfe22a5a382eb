"""Headings, cells and notes as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, write
from tradecli.model.report import Report, Statement, Table
from tradecli.render.clean import clean


def texts(table: Table, style: Style) -> tuple[list[str], list[list[str]]]:
    """Headings and cells as they are printed, so that widths are measured on the print."""
    headings = [clean(write(Statement(column.key, column.facts), style)) for column in table.columns]
    return headings, [[clean(cell(content, style)) for content in row] for row in table.rows]


def note_lines(notes: Iterable[Statement], style: Style) -> list[str]:
    """Notes as lines of their own, each once however many rows it qualifies."""
    begun = {warns: "warning_line" if warns else "note_line" for warns in (True, False)}
    lines = (
        Statement(begun[note.key.startswith("warning")], {"text": " ".join(write(note, style).split())})
        for note in notes
    )
    return list(dict.fromkeys(clean(write(line, style)) for line in lines))


def findings(report: Report, style: Style) -> list[str]:
    """What the figures show, in sentences."""
    return [clean(write(finding, style)) for finding in report.findings]


def marked(row: Sequence[str], footnotes: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    """Each cell with the number to print after it: where cells in a row share one, after the first.

    Examples:
        >>> list(marked(["exports", "64.04", "+55.9 %"], [0, 1, 1]))
        [('exports', []), ('64.04', [1]), ('+55.9 %', [])]
    """
    before = 0
    for text, number in zip(row, footnotes, strict=True):
        yield text, [number] if number and number != before else []
        before = number
