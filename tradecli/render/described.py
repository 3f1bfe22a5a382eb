"""The columns of an answer as they are described to other programs: name, type, unit, meaning, key."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from tradecli.catalogue.style import Style
from tradecli.model.report import Report
from tradecli.render.rows import frame

#: The layouts of all answers, made from the row types (`trade schema` prints them).
LAYOUTS = Path(__file__).parent.parent / "data" / "schemas"


class Described(NamedTuple):
    """A column.

    Args:
        name: As it stands in the header.
        kind: `string`, `integer`, `number`, `boolean` or `date`.
        empty: Whether a row may have nothing in it.
        title: Its name in words.
        title_zh: The same in Chinese.
        meaning: What it holds.
        unit: What its numbers count, such as `percent`; a code of ISO 4217 of money; empty where nothing.
    """

    name: str
    kind: str
    empty: bool
    title: str
    title_zh: str
    meaning: str
    unit: str = ""


class Layout(NamedTuple):
    """The rows of an answer, its columns, and those of them that tell one row from another."""

    rows: pl.DataFrame
    columns: tuple[Described, ...]
    key: tuple[str, ...]


def layout(report: Report, style: Style) -> Layout:
    """The rows of an answer as every format of data has them, described."""
    rows = frame(report, style)
    name = report.schema.removeprefix("trade.").partition("/")[0]
    known: dict[str, Any] = json.loads((LAYOUTS / f"{name}.json").read_text(encoding="utf-8"))
    row = known["properties"]["rows"]["items"]
    [other] = row.get("patternProperties", {"": {}}).values()
    columns = tuple(
        _described(column, row["properties"].get(column, other), report.currency) for column in rows.columns
    )
    return Layout(rows, columns, _key(rows, row.get("key", ())))


def _described(name: str, about: dict[str, Any], currency: str) -> Described:
    kinds = about["type"] if isinstance(about["type"], list) else [about["type"]]
    kind = "date" if about.get("format") == "date" else kinds[0]
    unit = about.get("unit", "")
    titles = about.get("title", name), about.get("title_zh", name)
    return Described(
        name, kind, "null" in kinds, *titles, about["description"], currency if unit == "money" else unit
    )


def _key(rows: pl.DataFrame, key: Sequence[str]) -> tuple[str, ...]:
    """The key of a layout, where it holds of these rows: no two of them are alike in it."""
    listed = [name for name in key if name in rows.columns]
    return tuple(listed) if listed and not rows.select(listed).is_duplicated().any() else ()
