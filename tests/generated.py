"""Files that are generated: the schemas of the answers, the pages of docs/reference/, the man page.

    python -m tests.generated

writes them anew; `tests/test_schemas.py` fails where they are not current.
"""

from __future__ import annotations

import json
import os
import re
import runpy
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import UnionType
from typing import Any, get_args, get_type_hints

import tradecli as trade
from tests import bundle, manual, reference
from tests.conftest import CHECKOUT
from tradecli import holdings
from tradecli.answer import Answer
from tradecli.model.report import Report
from tradecli.reports import replay

SCHEMAS = CHECKOUT / "tradecli" / "data" / "schemas"
AGENTS = CHECKOUT / "tradecli" / "data" / "agents"
PAGE = CHECKOUT / "docs" / "reference" / "columns.md"
#: One question for each layout of answers; more where the columns depend on what is asked.
QUESTIONS: Mapping[str, Callable[[], trade.Answer]] = {
    "surplus": lambda: trade.surplus("US", "2025-11"),
    "surplus_series": lambda: trade.surplus("US", "2025-11", months=2),
    "policy": lambda: trade.surplus("US", "2025-11", policy=True),
    "exports": lambda: trade.exports("US", "2025-11", months=2),
    "imports": lambda: trade.imports("US", "2025-11", months=2),
    "records": lambda: trade.records("US", "2025-11"),
    "drivers": lambda: trade.drivers(through="2025-11"),
    "partners": lambda: trade.partners("2025-11"),
    "mirror": lambda: trade.mirror(through="2025-11"),
    "revisions": lambda: trade.revisions(through="2025-11", months=1),
    "matrix": lambda: trade.revisions(through="2025-11", months=1, matrix=True),
    "explain": lambda: trade.explain("US", "2025-11"),
    "cite": lambda: trade.cite("US", "2025-11"),
    "check": lambda: trade.check("exports 2025-11: 64.05 bn"),
    "article": lambda: trade.check("Taiwan's exports rose 56 percent in November 2025."),
    "reading": lambda: trade.check("Taiwan's exports rose 56 percent in November 2025.", explain=1),
    "corrections": lambda: trade.check(
        "Taiwan's exports rose 65 percent in November 2025.", corrections=True
    ),
    "chart": lambda: trade.chart("US", "2025-11", months=6),
    "watch": lambda: trade.watch("US", since="2026-01-09"),
    "replay": lambda: Answer(replay.report([])),
    "config": lambda: holdings.config({"lang": "en"}),
    "doctor": lambda: trade.doctor(),
    "table": lambda: trade.table("inspect", str(CHECKOUT / "docs" / "examples" / "aduana.csv")),
    "codes": lambda: trade.codes("US"),
    "sources": lambda: trade.sources(),
    "reporters": lambda: trade.sources(by="reporter"),
    "fetch": lambda: trade.fetch(dry_run=True),
    "store": lambda: trade.store("path"),
    "list": lambda: trade.store("list"),
    "verify": lambda: trade.store("verify"),
    "prune": lambda: trade.store("prune"),
    "observations": lambda: trade.store("export"),
}
TYPES: Mapping[object, dict[str, str]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
#: What a column holds. A name that ends as one of `ENDINGS` is described by that and the name before.
COLUMNS: Mapping[str, Any] = tomllib.loads((CHECKOUT / "tests" / "columns.toml").read_text(encoding="utf-8"))
ENDINGS: Mapping[str, str] = {
    "_display": "`{}` as a person reads it, rounded; money in `display_unit`",
    "_note": "why `{}` is null, or what qualifies it",
    "_basis": "how `{}` came about, as `basis`",
}


def layout(name: str) -> dict[str, Any]:
    """The JSON Schema of the answers to one question."""
    report: Report = QUESTIONS[name]()._report
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": report.schema,
        "title": f"An answer of layout {report.schema}",
        **_object(
            {
                "schema": {"const": report.schema},
                "question": {"type": "object", "description": "what was asked, names resolved to codes"},
                "currency": _text("ISO 4217 code of its money"),
                "title": _text("its headline"),
                "subtitle": {
                    "type": ["string", "null"],
                    "description": "unit, publisher, vintage, valuation",
                },
                "findings": _list(_FINDING),
                "rows": _list(_row(report, name)),
                "notes": _list(_NOTE),
                "provenance": _list(_FILE),
            }
        ),
    }


def _row(report: Report, answer: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    dated: dict[str, Any] = {}
    names = getattr(report.row_type, "columns", {})
    for field, hint in get_type_hints(report.row_type).items():
        name = names.get(field, field)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", name):
            dated = {r"^\d{4}-\d\d-\d\d$": {**_type(hint), "description": "what was known on that day"}}
        else:
            fields[name] = {**_type(hint), "description": meaning(name, answer)}
    for name in report.displays:
        fields[name] = {"type": ["string", "null"], "description": meaning(name, answer)}
    if any(name.endswith("_display") for name in report.displays):
        fields["display_unit"] = _text(meaning("display_unit"))
    layout = report.schema.removeprefix("trade.").partition("/")[0]
    for name, about in fields.items():
        about |= {"title": name.replace("_", " "), "title_zh": chinese(name)} | _unit(name, layout, about)
    fields["origins"] = {**_list({"type": "string"}), "description": meaning("origins")}
    key = {"key": COLUMNS["key"][layout]} if layout in COLUMNS["key"] else {}
    return _object(fields) | key | ({"patternProperties": dated} if dated else {})


def _unit(name: str, layout: str, about: Mapping[str, Any]) -> dict[str, str]:
    """What the numbers of a column count, where it has a unit."""
    if {"integer", "number"}.isdisjoint({about["type"]} if isinstance(about["type"], str) else about["type"]):
        return {}
    units = {listed: unit for unit, names in COLUMNS["unit"].items() for listed in names}
    unit = units.get(f"{layout}:{name}", units.get(name, ""))
    return {"unit": unit} if unit else {}


def chinese(name: str) -> str:
    """The Chinese of a column's name.

    Raises:
        KeyError: Nobody has said it.
    """
    said = COLUMNS["zh"].get(name)
    if isinstance(said, str):
        return said
    if name.startswith("partner_"):
        return f"對方{chinese(name.removeprefix('partner_'))}"
    for ending, text in {"_display": "（顯示）", "_note": "附註", "_basis": "由來"}.items():
        if name.endswith(ending):
            return f"{chinese(name.removesuffix(ending))}{text}"
    raise KeyError(f"{name}: tests/columns.toml has no Chinese of it")


def _type(hint: Any) -> dict[str, Any]:
    """The JSON type of an annotation."""
    if not isinstance(hint, UnionType):
        return dict(TYPES[hint])
    [kind] = [one for one in get_args(hint) if one is not type(None)]
    return {**TYPES[kind], "type": [TYPES[kind]["type"], "null"]}


def meaning(name: str, answer: str = "") -> str:
    """What a column of an answer holds.

    Raises:
        KeyError: Nobody has said it.
    """
    said = COLUMNS.get(answer, {}).get(name) or COLUMNS.get(name)
    if isinstance(said, str):
        return said
    if name.startswith("partner_"):
        return f"`{name.removeprefix('partner_')}` of the partner's own figure"
    for ending, text in ENDINGS.items():
        if name.endswith(ending):
            return text.format(name.removesuffix(ending))
    raise KeyError(f"{name} of {answer}: tests/columns.toml does not say what it holds")


def _text(description: str) -> dict[str, str]:
    return {"type": "string", "description": description}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


_NOTE = _object({"key": _text("which sentence it is"), "text": _text("the sentence")})
_FINDING = _object(
    {
        "key": _text("which sentence it is, the same in every language"),
        "text": _text("the sentence"),
        "facts": {
            "type": "object",
            "description": "what it says: money in whole units, rates in percent, "
            "windows as 2025-11, 2025-Q4, 2025 or 2025-01/2025-11",
        },
        "origins": _list({"type": "string"}),
    }
)
_FILE = {**_object({"id": _text("what `origins` name it by")}), "required": ["id"]}
ERROR: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "$id": "trade.error/1",
    "title": "An error, one line on standard error where JSON is asked for",
    **_object(
        {
            "error": _object(
                {
                    "kind": {
                        "enum": [
                            *("internal", "usage", "no_data", "mixed_currencies"),
                            *("source", "invalid_data", "store"),
                        ]
                    },
                    "exit_code": {"type": "integer"},
                    "message": _text("what failed and why"),
                    "hint": {"type": ["string", "null"], "description": "what to do"},
                    "newest_month": {
                        "type": ["string", "null"],
                        "description": "the newest month that can be answered",
                    },
                    "candidates": {
                        **_list({"type": "string"}),
                        "description": "what could have been meant, as it would be written",
                    },
                }
            )
        }
    ),
}


def release() -> dict[str, Any]:
    """The JSON Schema of a release: its text, and the figures that its chapters tell."""
    rows = trade.brief("US", "2025-11")._report
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "trade.brief/1",
        "title": "A release, as `trade batch` and agents are given it",
        **_object(
            {
                "schema": {"const": "trade.brief/1"},
                "question": {"type": "object", "description": "what was asked, names resolved to codes"},
                "currency": _text("ISO 4217 code of its money"),
                "title": _text("its headline"),
                "rows": _list(_row(rows, "brief")),
                "provenance": _list(_FILE),
                "markdown": _text("the whole text; each figure has a footnote with source, vintage and file"),
            }
        ),
    }


BATCH: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "$id": "trade.batch/1",
    "title": "A line that `trade batch` writes: `answer` where there is one, else `error`",
    "type": "object",
    "properties": {
        "line": {"type": "integer", "description": "the number of the line that was read, from 1"},
        "id": {
            "type": ["string", "number", "null"],
            "description": "the `id` of the question, as it was written",
        },
        "exit_code": {"type": "integer", "description": "how a shell would have ended"},
        "answer": {
            "type": "object",
            "description": "as the command prints it with `--format json`; its `schema` names its layout",
        },
        "error": ERROR["properties"]["error"],
    },
    "required": ["line", "id", "exit_code"],
    "oneOf": [{"required": ["answer"]}, {"required": ["error"]}],
}


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by the name that `trade schema` takes: its id without `trade.` and version."""
    made = [*map(layout, QUESTIONS), ERROR, release(), BATCH]
    found = {schema["$id"]: schema for schema in made}
    return {name.removeprefix("trade.").partition("/")[0]: schema for name, schema in sorted(found.items())}


INTRODUCTION = """# Columns

Made from the row types by `python -m tests.generated`; do not edit. [schemas.md](schemas.md) says what else
an answer holds.

Money is in whole units of the row's `currency`, unrounded; rates and shares are percent (10.0 is 10 %),
contributions percentage points. Null, an empty cell in CSV, is what is not available or not defined; it is
never 0. `origins` stands in JSON and NDJSON alone.
"""


def page(found: Mapping[str, dict[str, Any]]) -> str:
    """The columns of each answer, in their order: type and meaning."""
    sections = (
        _section(name, schema["properties"]["rows"]["items"])
        for name, schema in found.items()
        if "rows" in schema["properties"]
    )
    return "\n".join([INTRODUCTION, *sections])


def _section(name: str, row: Mapping[str, Any]) -> str:
    columns = {f"`{column}`": about for column, about in row["properties"].items()}
    for about in row.get("patternProperties", {}).values():
        columns["each day of a release, such as `2025-12-09`"] = about
    texts = {column: about["description"].replace("|", r"\|") for column, about in columns.items()}
    table = (f"| {column} | {_kind(about)} | {texts[column]} |\n" for column, about in columns.items())
    return f"## {name}\n\n| column | type | holds |\n|---|---|---|\n{''.join(table)}"


def _kind(about: Mapping[str, Any]) -> str:
    kind, *null = about["type"] if isinstance(about["type"], list) else [about["type"]]
    return " or ".join(["date" if about.get("format") == "date" else str(kind), *null])


def files() -> Iterator[tuple[Any, str]]:
    """Every generated file and its text."""
    found = schemas()
    for name, schema in found.items():
        yield SCHEMAS / f"{name}.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    yield PAGE, page(found)
    # Agents read it where only the package is.
    for page_ in ("explanation/method.md", "reference/claims.md"):
        path = CHECKOUT / "docs" / page_
        yield AGENTS / path.name, re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", path.read_text(encoding="utf-8"))
    yield manual.PAGE, manual.page()
    yield from reference.pages()
    yield from bundle.texts(runpy.run_path(str(CHECKOUT / "docs" / "conf.py"))["NAVIGATION"])


if __name__ == "__main__":
    os.environ["TRADE_DATA_DIR"] = "/nowhere/tradecli"  # what was fetched here is no part of them
    for path, text in files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
