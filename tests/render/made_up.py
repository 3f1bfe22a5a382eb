"""A small report made up for the tests of the formats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.model.ratio import Growth
from tradecli.model.report import Cell, Column, Report, Statement, Table


class Row(NamedTuple):
    partner: str
    value: int | None
    yoy: float | None
    record: bool | None
    vintage: date | None


ROWS = (
    Row("US", 131_027_476_000, 124.02, True, date(2026, 10, 8)),
    Row("DE", -5_200_000, -5.2, False, date(2026, 9, 9)),
    Row("FR", None, None, None, None),
)
LEAP_YEAR = Statement("leap_year", {"year": 2024})
#: Between 9.5 and 10.5 %, so that the last digit is open.
OPEN = Growth(Fraction(10), Fraction(19, 2), Fraction(21, 2))
FIGURE = Figure("export", Window("month", date(2025, 11, 1)), origins=("made-up",))


def report(texts: Sequence[str] = ("US", "DE", "FR"), *, rows: Sequence[Row] = ROWS, **more: Any) -> Report:
    """Three rows; *texts* stand in the text column of the machine rows and of the table."""
    labelled = [row._replace(partner=text) for row, text in zip(rows, texts, strict=True)]
    return Report(
        schema="trade.made-up/1",
        question={"partner": "US"},
        currency="USD",
        title=Statement("column", {"name": "Sources"}),
        subtitle=None,
        table=table(texts),
        findings=[LEAP_YEAR],
        notes=[LEAP_YEAR],
        row_type=Row,
        rows=labelled,
        displays={"value_display": [amount(row.value) for row in labelled]},
        row_figures=[(FIGURE,)] * len(labelled),
        used=["made-up"],
        manifest=lambda: {"made-up": {"file": "made-up.csv", "sha256": "0" * 64}},
    )._replace(**more)


def amount(value: int | None) -> Money | None:
    return None if value is None else Money(value, 1_000, "USD")


def table(texts: Sequence[str]) -> Table:
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
        [text, amount(10**12 * (i + 1)), OPEN, Money(10**11, 10**7, "USD"), None, i]
        for i, text in enumerate(texts)
    ]
    return Table(columns, cells)
