"""CSV on the Web: what describes a CSV file, for a file beside it (W3C, Tabular Data Metadata)."""

from __future__ import annotations

import json
from typing import Any

from tradecli import __version__
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.report import Report
from tradecli.render import plain
from tradecli.render.clean import clean
from tradecli.render.described import Described, layout

#: Written after the name of the CSV file, as the standard has it.
SUFFIX = "-metadata.json"
_TYPES = {"number": "double"}


def metadata(report: Report, style: Style, name: str) -> str:
    """The description of the CSV file *name*: its columns, key, licence and where its figures come from."""
    described = layout(report, style)
    files = plain.provenance(report)
    table: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": style.lang}],
        "url": name,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\n"]},
        "dc:title": clean(write(report.title, style)),
        "dc:conformsTo": report.schema,
        "dc:creator": f"tradecli {__version__}",
        "dc:source": [_file(one) for one in files],
        "dc:license": sorted({one["licence"] for one in files if one.get("licence")}),
        "dc:publisher": sorted({one["publisher"] for one in files if one.get("publisher")}),
        "notes": [{"key": note.key, "text": note.text} for note in plain.notes(report, style)],
        "tableSchema": {
            "columns": [_column(column) for column in described.columns],
            **({"primaryKey": list(described.key)} if described.key else {}),
        },
    }
    held = {key: value for key, value in table.items() if value != []}
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"


def _column(column: Described) -> dict[str, Any]:
    """A column; its first title is the header, by which a reader knows it."""
    english = list(dict.fromkeys([column.name, column.title]))
    about: dict[str, Any] = {
        "name": column.name,
        "titles": {"en": english, "zh-Hant": column.title_zh},
        "dc:description": {"@value": column.meaning, "@language": "en"},
        "datatype": _TYPES.get(column.kind, column.kind),
        "null": "",
    }
    if not column.empty and column.kind != "string":
        about["required"] = True
    return about | ({"schema:unitText": column.unit} if column.unit else {})


def _file(about: dict[str, Any]) -> dict[str, Any]:
    """A file behind the figures."""
    named = {
        "dc:identifier": about["id"],
        "dc:title": about.get("file"),
        "dc:issued": about.get("vintage"),
        "schema:sha256": about.get("sha256"),
        "schema:url": about.get("address"),
    }
    return {name: value for name, value in named.items() if value}
