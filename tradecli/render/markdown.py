"""Markdown: the view as a document, notes included."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.report import Report
from tradecli.render.cells import findings, notes, texts
from tradecli.render.clean import clean


def markdown(report: Report, style: Style) -> str:
    """Title, table, findings and notes, in GitHub's dialect."""
    headers, rows = texts(report.table, style)
    rules = [":---" if column.left else "---:" for column in report.table.columns]
    lines = [f"## {escaped(write(report.title, style))}", ""]
    if report.subtitle:
        lines += [escaped(write(report.subtitle, style)), ""]
    lines += [_line(headers), _line(rules), *(_line([escaped(text) for text in row]) for row in rows), ""]
    lines += [f"- {escaped(finding)}" for finding in findings(report, style)]
    qualifying = [f"- {escaped(note)}" for note in notes(report, style)]
    if qualifying:
        lines += ["", "Notes" if style.lang == "en" else "附註", "", *qualifying]
    return "\n".join(lines).rstrip("\n") + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """The text with the signs that Markdown reads as its own made plain, on one line.

    A line feed would end the row of a table.
    """
    line = " ".join(clean(text).splitlines())
    return "".join(f"\\{sign}" if sign in "|*_`<>[]\\" else sign for sign in line)
