"""JSON and NDJSON: all that a person reads; numbers as numbers, null for missing, never NaN."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.report import Report
from tradecli.render import plain
from tradecli.render.clean import clean
from tradecli.render.rows import records


def content(report: Report, style: Style) -> dict[str, Any]:
    """The answer as JSON values, whose layout `trade schema` prints."""
    return {
        "schema": report.schema,
        "question": dict(report.question),
        "currency": report.currency,
        "title": clean(write(report.title, style)),
        "subtitle": clean(write(report.subtitle, style)) if report.subtitle else None,
        "findings": [finding._asdict() for finding in plain.findings(report, style)],
        "rows": [
            {**row, "origins": plain.origins(figures)}
            for row, figures in zip(records(report, style), report.row_figures, strict=True)
        ],
        "notes": [note._asdict() for note in plain.notes(report, style)],
        "provenance": plain.provenance(report),
    }


def as_json(report: Report, style: Style) -> str:
    """The answer as one object."""
    return json.dumps(content(report, style), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def as_ndjson(report: Report, style: Style) -> str:
    """A row a line; the answer itself, each finding, note and file behind it as lines of their own `type`."""
    lines = (json.dumps(line, ensure_ascii=False, allow_nan=False) for line in _lines(content(report, style)))
    return "".join(f"{line}\n" for line in lines)


def _lines(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from answer["rows"]
    lists = {"finding": "findings", "note": "notes", "provenance": "provenance"}
    yield {"type": "answer"} | {
        name: part for name, part in answer.items() if name not in {"rows", *lists.values()}
    }
    for kind, name in lists.items():
        yield from ({"type": kind, **entry} for entry in answer[name])
