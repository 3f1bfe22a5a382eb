"""`trade sources`: what each source covers, how new it is, and what using it asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from tradecli import periods
from tradecli.report import Cell, Column, Report, Table, View, say
from tradecli.sources import SOURCES

SCHEMA: dict[str, pl.DataType] = {
    "source": pl.String(),
    "publisher": pl.String(),
    "covers": pl.String(),
    "valuation": pl.String(),
    "currency": pl.String(),
    "partners": pl.Int64(),
    "first_month": pl.String(),
    "newest_month": pl.String(),
    "vintages": pl.Int64(),
    "newest_vintage": pl.Date(),
    "age_days": pl.Int64(),
    "rows": pl.Int64(),
    "key_needed": pl.Boolean(),
    "key_variable": pl.String(),
    "key_set": pl.Boolean(),
    "licence": pl.String(),
    "attribution": pl.String(),
    "address": pl.String(),
}


#: What is told of a source of which nothing is held.
_NOTHING: Mapping[str, Any] = {"partners": 0, "vintages": 0, "rows": 0}


def report(held: Mapping[str, Mapping[str, Any]], today: date, keys: Collection[str] = ()) -> Report:
    """One row a source.

    Args:
        held: For each source what `coverage` found, nothing where it was never fetched.
        today: The day against which the age of the newest vintage is told.
        keys: The names of the keys that are set.
    """
    rows = [_row(source, found, today, keys) for source, found in held.items()]
    return Report(
        schema="trade.sources/1",
        question={},
        rows=pl.DataFrame(rows, schema=SCHEMA),
        displays=dict,
        view=lambda: _view(rows),
        notes=list,
        provenance=list,
    )


def _row(source: str, found: Mapping[str, Any], today: date, keys: Collection[str]) -> dict[str, Any]:
    described = SOURCES[source]
    key = described.key
    newest = found.get("newest_vintage")
    return {
        "source": source,
        "publisher": described.publisher,
        "covers": covers(described.reporters),
        "valuation": ", ".join(f"{entry.flow}s {entry.valuation}" for entry in described.valuations),
        "currency": described.currency,
        **(found or _NOTHING),
        **{name: _month(found.get(name)) for name in ("first_month", "newest_month")},
        "newest_vintage": newest,
        # A clock that runs behind makes no negative age.
        "age_days": max(0, (today - newest).days) if newest else None,
        "key_needed": bool(key and key.required),
        "key_variable": key.variable if key else None,
        "key_set": bool(key and key.variable in keys),
        "licence": described.licence,
        "attribution": described.attribution,
        "address": described.home,
    }


def covers(reporters: Sequence[str]) -> str:
    """The reporters of a source in a few letters.

    Examples:
        >>> covers(("TW",)), covers(()), covers(["DE"] * 28)
        ('TW', 'any', '28 reporters')
    """
    if not reporters:
        return "any"
    return " ".join(reporters) if len(reporters) <= 3 else f"{len(reporters)} reporters"


def _month(month: date | None) -> str | None:
    return periods.label(month) if month else None


def _view(rows: list[dict[str, Any]]) -> View:
    shown = {
        "source": 0,
        "publisher": 3,
        "covers": 4,
        "first_month": 5,
        "newest_month": 0,
        "vintages": 6,
        "newest_vintage": 1,
        "age_days": 2,
        "rows": 7,
        "key_variable": 8,
        "key_set": 9,
    }
    columns = [
        Column(
            "column",
            {"name": name},
            left=name in {"source", "publisher", "covers", "key_variable"},
            drop=drop,
        )
        for name, drop in shown.items()
    ]
    cells = [[_cell(row[name]) for name in shown] for row in rows]
    findings = [say("source_terms", **row) for row in rows]
    return View(title=say("title_sources"), subtitle=None, table=Table(columns, cells), findings=findings)


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int) else str(value)
