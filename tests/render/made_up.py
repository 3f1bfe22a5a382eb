"""A small report made up for the tests of the formats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from tradecli.report import Amount, Cell, Column, Rate, Report, Statement, Table, View, say

ROWS = pl.DataFrame(
    {
        "partner": ["US", "DE", "FR"],
        "value": [131_027_476_000, -5_200_000, None],
        "yoy": [124.02, -5.2, None],
        "record": [True, False, None],
        "vintage": [date(2026, 10, 8), date(2026, 9, 9), None],
    },
    schema={
        "partner": pl.String,
        "value": pl.Int64,
        "yoy": pl.Float64,
        "record": pl.Boolean,
        "vintage": pl.Date,
    },
)


def report(
    texts: Sequence[str] = ("US", "DE", "FR"),
    *,
    rows: pl.DataFrame = ROWS,
    notes: Sequence[Statement] = (say("leap_year", year=2024),),
    **more: Any,
) -> Report:
    """Three rows; *texts* stand in the text column of the machine rows and of the view."""
    labelled = rows.with_columns(partner=pl.Series(texts, dtype=pl.String))
    return Report(
        schema="trade.made-up/1",
        question={"partner": "US"},
        rows=labelled,
        displays=lambda: {"value_display": [amount(value) for value in labelled["value"]]},
        view=lambda: view(texts),
        notes=lambda: notes,
        provenance=lambda: [{"id": "made-up", "file": "made-up.csv", "sha256": "0" * 64}],
    )._replace(**more)


def amount(value: int | None) -> Amount | None:
    return None if value is None else Amount(value, 1_000)


def view(texts: Sequence[str], title: Statement | None = None) -> View:
    """One droppable column of each order, figures that may never be cut."""
    columns = [
        Column("column", {"name": "partner"}, left=True),
        Column("value"),
        Column("yoy"),
        Column("ytd", drop=2),
        Column("rolling_12", drop=3),
        Column("rank_header", drop=1),
    ]
    cells: list[list[Cell]] = [
        [text, Amount(10**12 * (i + 1), 1_000), Rate(110, 1, 100, 0), Amount(10**11, 10**7), None, i]
        for i, text in enumerate(texts)
    ]
    return View(title or say("title_sources"), None, Table(columns, cells), [say("leap_year", year=2024)])
