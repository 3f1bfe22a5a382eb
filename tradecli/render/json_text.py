"""JSON and NDJSON: numbers as numbers, null for missing, never NaN."""

from __future__ import annotations

import json
from typing import Any

from tradecli.catalogue.style import Style
from tradecli.model.report import Report
from tradecli.render.cells import notes
from tradecli.render.rows import records


def as_json(report: Report, style: Style) -> str:
    """One object with `schema`, `question`, `rows`, `notes` and `provenance`."""
    answer = {
        "schema": report.schema,
        "question": dict(report.question),
        "rows": records(report, style),
        "notes": notes(report, style),
        "provenance": provenance(report),
    }
    return json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def provenance(report: Report) -> list[dict[str, Any]]:
    """The files and articles behind an answer, as the manifest knows them."""
    manifest = report.manifest()
    return [{"id": origin, **manifest.get(origin, {})} for origin in report.used]


def as_ndjson(report: Report, style: Style) -> str:
    """One object a row."""
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in records(report, style))
    return "".join(f"{line}\n" for line in lines)
