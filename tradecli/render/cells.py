"""Headings, cells and notes as they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, write
from tradecli.model.report import Report, Statement, Table
from tradecli.render.clean import clean


def texts(table: Table, style: Style) -> tuple[list[str], list[list[str]]]:
    """Headings and cells as they are printed, so that widths are measured on the print."""
    headings = [clean(write(_heading(column), style)) for column in table.columns]
    return headings, [[clean(cell(content, style)) for content in row] for row in table.rows]


def _heading(column: object) -> Statement:
    from tradecli.legacy import OldColumn, OldStatement

    kind = OldStatement if isinstance(column, OldColumn) else Statement
    return kind(column.key, column.facts)  # type: ignore[attr-defined]


def notes(report: Report, style: Style) -> list[str]:
    """The notes of a report, each once however many rows it qualifies."""
    return list(dict.fromkeys(clean(write(note, style)) for note in report.notes))


def findings(report: Report, style: Style) -> list[str]:
    """What the figures show, in sentences."""
    return [clean(write(finding, style)) for finding in report.findings]


def files(report: Report) -> Sequence[str]:
    """The files behind an answer, each with the beginning of its hash."""
    manifest = report.manifest()
    entries = ((origin, manifest.get(origin, {})) for origin in report.used)
    return list(
        dict.fromkeys(
            f"{entry.get('file', origin)} ({entry.get('sha256', '')[:12]})" for origin, entry in entries
        )
    )
