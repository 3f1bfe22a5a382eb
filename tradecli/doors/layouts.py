"""The layout of what a tool answers, in few words: a list of tools is sent whole to every agent.

Columns stand by type, by their names alone; what each means is said by the schema of the answer, which an
agent reads where it wants to (`trade://schema/NAME`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from tradecli import holdings

#: The layouts of answers to a question that has not one of its own name alone.
LAYOUTS: Mapping[str, tuple[str, ...]] = {
    "surplus": ("surplus", "surplus_series", "policy"),
    "revisions": ("revisions", "revisions.matrix"),
    "check": ("check", "article", "corrections", "reading"),
    "sources": ("sources", "sources.reporters"),
}
#: Columns of these endings hold texts in every layout, and are not listed.
ENDINGS = ("_note", "_display", "_basis")
_LIST = {"type": "array"}
#: What every answer holds beside its layout and rows.
_SHARED: Mapping[str, dict[str, Any]] = {
    "title": {"type": "string"},
    "findings": _LIST,
    "notes": _LIST,
    "provenance": _LIST,
    "row_count": {"type": "integer"},
    "next_cursor": {"type": ["string", "null"]},
}
#: What a release holds instead.
_OF_RELEASE: Mapping[str, dict[str, Any]] = {
    **{name: about for name, about in _SHARED.items() if name not in {"findings", "notes"}},
    "markdown": {"type": "string"},
}
_ORIGINS = "origins"


def output_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of what a tool answers: one of its layouts, or an error.

    Examples:
        >>> rows = output_schema("codes")["properties"]["rows"]["items"]
        >>> {"type": "boolean"} in rows["patternProperties"].values(), rows["additionalProperties"]
        (False, False)
    """
    schemas = [holdings.schema(one) for one in LAYOUTS.get(name, (name,))]
    rows = [schema["properties"]["rows"]["items"] for schema in schemas]
    shared = _SHARED if name != "brief" else _OF_RELEASE
    return {
        "type": "object",
        "properties": {
            "schema": {"enum": [schema["$id"] for schema in schemas]},
            "rows": {"type": "array", "items": _row(rows)},
            **shared,
            "error": {"type": "object"},
        },
        "oneOf": [{"required": ["rows"]}, {"required": ["error"]}],
    }


def _row(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The rows of some layouts: their columns and no others, by type."""
    kinds: dict[str, set[str]] = defaultdict(set)
    patterns: dict[str, dict[str, Any]] = {}
    for row in rows:
        for name, about in row["properties"].items():
            kinds[name].update(_types(about))
        days = row.get("patternProperties", {}).items()
        patterns |= {named: {"type": _types(about)} for named, about in days}
    del kinds[_ORIGINS]
    named: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, types in kinds.items():
        if not name.endswith(ENDINGS):
            named[tuple(sorted(types))].append(name)
    found = {f"^({'|'.join(names)})$": {"type": _one(types)} for types, names in named.items()}
    ending = f"({'|'.join(ENDINGS)})$"
    return {
        "type": "object",
        "properties": {_ORIGINS: {"type": "array"}},
        "patternProperties": {**found, ending: {"type": ["string", "null"]}, **patterns},
        "additionalProperties": False,
    }


def _types(about: Mapping[str, Any]) -> list[str]:
    kind = about["type"]
    return kind if isinstance(kind, list) else [kind]


def _one(types: tuple[str, ...]) -> str | list[str]:
    return types[0] if len(types) == 1 else list(types)
