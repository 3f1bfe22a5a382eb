"""Data Package, version 2: a folder of CSV files, and `datapackage.json` that describes them all."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from tradecli import __version__
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.errors import StoreError
from tradecli.model.report import Report
from tradecli.render import plain
from tradecli.render.clean import clean
from tradecli.render.described import Described, layout

#: What describes the files of a folder.
NAME = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
#: Terms of publishers by the ids of the Open Definition, which the standard wants.
LICENCES = {
    "Open Government Data License, version 1.0": "OGDL-Taiwan-1.0",
    "Open Government Licence v3.0": "OGL-UK-3.0",
    "public domain": "other-pd",
    "public domain; citation requested": "other-pd",
}
#: Of terms of which it has none.
_OTHER = "other-at"


def package(before: str, report: Report, style: Style, name: str, content: bytes) -> str:
    """The description of a folder with the CSV file *name* in it, which is added to it or renewed.

    Args:
        before: The description as it stands there, or empty.
        report: The answer that the file holds.
        style: Its language, unit, decimals.
        name: The name of the file.
        content: All of the file.

    Raises:
        StoreError: What stands there is no description of a folder.
    """
    known: dict[str, Any] = _read(before) if before else {"$schema": PROFILE, "resources": []}
    others = [one for one in known["resources"] if one.get("path") != name]
    new = _resource(report, style, name, content)
    taken = {one.get("name") for one in others}
    called = (new["name"], *(f"{new['name']}-{number}" for number in range(2, len(taken) + 3)))
    new["name"] = next(one for one in called if one not in taken)
    resources = sorted([*others, new], key=lambda one: str(one.get("path")))
    made = known | {"resources": resources}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _read(text: str) -> dict[str, Any]:
    try:
        known: dict[str, Any] = json.loads(text)
        if all(isinstance(one, dict) for one in known["resources"]):
            return known
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise StoreError("the {name} of the folder is no data package; nothing was written", name=NAME)


def _resource(report: Report, style: Style, name: str, content: bytes) -> dict[str, Any]:
    """A file: where it is, its hash, its columns, whose figures it holds."""
    described = layout(report, style)
    files = plain.provenance(report)
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in described.columns],
        "missingValues": [""],
    }
    if described.key:
        schema["primaryKey"] = list(described.key)
    resource = {
        "name": re.sub(r"[^a-z0-9._-]+", "-", name.lower().removesuffix(".csv")).strip("-") or "answer",
        "type": "table",
        "path": name,
        "title": clean(write(report.title, style)),
        "description": f"{report.schema}, tradecli {__version__}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "licenses": _licences(files),
        "sources": [_source(one) for one in files],
        "schema": schema,
    }
    return {part: value for part, value in resource.items() if value != []}


def _field(column: Described) -> dict[str, Any]:
    about: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "title": column.title,
        "description": column.meaning,
        "title_zh": column.title_zh,
    }
    if not column.empty and column.kind != "string":
        about["constraints"] = {"required": True}
    return about | ({"unit": column.unit} if column.unit else {})


def _licences(files: list[dict[str, Any]]) -> list[dict[str, str]]:
    terms = sorted({str(one["licence"]) for one in files if one.get("licence")})
    return [{"name": LICENCES.get(one, _OTHER), "title": one} for one in terms]


def _source(about: dict[str, Any]) -> dict[str, str]:
    """A file behind the figures: its title is the publisher's name and the file's."""
    told = {
        "title": ", ".join(filter(None, (about.get("publisher"), about.get("file") or about["id"]))),
        "path": about.get("address"),
        "version": about.get("vintage"),
        "hash": f"sha256:{about['sha256']}" if about.get("sha256") else None,
    }
    # An own table's address is a place on this machine, which says nothing elsewhere.
    web = str(about.get("address") or "").startswith(("https://", "http://"))
    return {part: str(value) for part, value in told.items() if value and (part != "path" or web)}
