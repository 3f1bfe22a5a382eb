"""`trade sources --by reporter`: what there is of each reporter's own figures, and from whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.facts import places
from tradecli.model.report import Cell, Column, Named, Report, Statement, Table
from tradecli.reports.listing import listing
from tradecli.sources import SOURCES, answering
from tradecli.statistics.coverage import Reported


class Row(NamedTuple):
    """A machine row: one reporter in one source."""

    reporter: str
    name: str
    name_zh: str
    source: str
    answers: bool
    flows: str
    adjustments: str
    partners: int
    first_month: str | None
    newest_month: str | None
    first_year: int | None
    newest_year: int | None
    currency: str
    newest_vintage: date
    rows: int


_SHOWN = (
    Column("sources.reporters.name", left=True),
    Column("sources.reporters.source", left=True),
    Column("sources.reporters.flows", left=True, drop=5),
    Column("sources.reporters.partners", drop=2),
    Column("sources.reporters.first_month", drop=3),
    Column("sources.reporters.newest_month"),
    Column("sources.reporters.first_year", drop=4),
    Column("sources.reporters.newest_year"),
    Column("sources.reporters.currency", left=True, drop=1),
    Column("sources.reporters.newest_vintage", drop=6),
)


def report(available: Mapping[str, Sequence[Reported]]) -> Report:
    """One row for each reporter of each source, those with months first, then by name.

    Args:
        available: What there is of each reporter, by source.
    """
    rows = [_row(source, found) for source, every in available.items() for found in every]
    order = list(available)
    rows.sort(key=lambda row: (row.newest_month is None, row.name, not row.answers, order.index(row.source)))
    table = Table(_SHOWN, [_cells(row) for row in rows])
    return listing(
        "trade.sources.reporters/1",
        Statement("sources.reporters.title"),
        Row,
        rows,
        table,
        question={"by": "reporter"},
    )


def _row(source: str, found: Reported) -> Row:
    place = places.place(found.reporter)
    return Row(
        found.reporter,
        place.name,
        place.name_zh,
        source,
        source in answering(found.reporter),
        found.flows,
        found.adjustments,
        found.partners,
        periods.label(found.first_month) if found.first_month else None,
        periods.label(found.newest_month) if found.newest_month else None,
        found.first_year.year if found.first_year else None,
        found.newest_year.year if found.newest_year else None,
        SOURCES[source].currency,
        found.newest_vintage,
        found.rows,
    )


def _cells(row: Row) -> list[Cell]:
    flows = "both" if " " in row.flows else row.flows
    return [
        Named(row.name, row.name_zh),
        row.source,
        Statement(f"sources.reporters.{flows}"),
        row.partners,
        row.first_month or "",
        row.newest_month or "",
        str(row.first_year or ""),
        str(row.newest_year or ""),
        row.currency,
        row.newest_vintage,
    ]
