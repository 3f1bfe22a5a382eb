"""Headings, cells and notes as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def numbered(footnotes: Sequence[int]) -> str:
    """Numbers of footnotes as they stand after a sentence; three and more in a row as a range.

    Examples:
        >>> numbered([1, 2, 4, 5, 6]), numbered([])
        ('[1, 2, 4-6]', '')
    """
    runs: list[list[int]] = []
    for number in footnotes:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return f"[{', '.join(parts)}]" if parts else ""
