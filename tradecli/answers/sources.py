"""`trade sources`: what each source covers, how new it is, and what using it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from tradecli import periods
from tradecli.report import Column, Report, Table, View, say
from tradecli.sources import SOURCES

SCHEMA: dict[str, pl.DataType] = {
    "source": pl.String(),
    "publisher": pl.String(),
    "reporter": pl.String(),
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
    "licence": pl.String(),
    "attribution": pl.String(),
    "address": pl.String(),
}


def report(held: Mapping[str, Mapping[str, Any]], today: date) -> Report:
    """One row a source.

    Args:
        held: For each source what `coverage` found.
        today: The day against which the age of the newest vintage is told.
    """
    rows = [_row(source, found, today) for source, found in held.items()]
    return Report(
        schema="trade.sources/1",
        question={},
        rows=pl.DataFrame(rows, schema=SCHEMA),
        displays=dict,
        view=lambda: _view(rows),
        notes=list,
        provenance=list,
    )


def _row(source: str, found: Mapping[str, Any], today: date) -> dict[str, Any]:
    described = SOURCES[source]
    return {
        "source": source,
        "publisher": described.publisher,
        "reporter": described.reporter,
        "valuation": ", ".join(f"{entry.flow}s {entry.valuation}" for entry in described.valuations),
        "currency": described.currency,
        **found,
        "first_month": periods.label(found["first_month"]),
        "newest_month": periods.label(found["newest_month"]),
        # A clock that runs behind makes no negative age.
        "age_days": max(0, (today - found["newest_vintage"]).days),
        "key_needed": False,
        "licence": described.licence,
        "attribution": described.attribution,
        "address": described.home,
    }


def _view(rows: list[dict[str, Any]]) -> View:
    shown = {
        "source": 0,
        "publisher": 3,
        "reporter": 4,
        "first_month": 5,
        "newest_month": 0,
        "vintages": 6,
        "newest_vintage": 1,
        "age_days": 2,
        "rows": 7,
    }
    columns = [
        Column("column", {"name": name}, left=name in {"source", "publisher", "reporter"}, drop=drop)
        for name, drop in shown.items()
    ]
    cells = [[row[name] if isinstance(row[name], int) else str(row[name]) for name in shown] for row in rows]
    findings = [say("source_terms", **row) for row in rows]
    return View(title=say("title_sources"), subtitle=None, table=Table(columns, cells), findings=findings)
