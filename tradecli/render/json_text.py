"""JSON and NDJSON: numbers as numbers, null for missing, never NaN."""

from __future__ import annotations

import json

from tradecli.render.rows import records
from tradecli.render.style import Style
from tradecli.render.words import notes
from tradecli.report import Report


def as_json(report: Report, style: Style) -> str:
    """One object with `schema`, `question`, `rows`, `notes` and `provenance`."""
    answer = {
        "schema": report.schema,
        "question": dict(report.question),
        "rows": records(report, style),
        "notes": notes(report, style),
        "provenance": [dict(entry) for entry in report.provenance()],
    }
    return json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def as_ndjson(report: Report, style: Style) -> str:
    """One object a row."""
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in records(report, style))
    return "".join(f"{line}\n" for line in lines)
