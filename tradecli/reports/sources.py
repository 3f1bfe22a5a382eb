"""`trade sources`: what each source covers, how new it is, and what using it asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.model.report import Cell, Column, Report, Statement
from tradecli.reports.listing import fields, listing
from tradecli.sources import SOURCES
from tradecli.statistics.coverage import Coverage


class Row(NamedTuple):
    """A machine row: a source."""

    source: str
    publisher: str
    covers: str
    valuation: str
    currency: str
    partners: int
    first_month: str | None
    newest_month: str | None
    vintages: int
    newest_vintage: date | None
    age_days: int | None
    rows: int
    key_needed: bool
    key_variable: str | None
    key_set: bool
    licence: str
    attribution: str
    address: str


_SHOWN = (
    Column("sources.source", left=True),
    Column("sources.publisher", left=True, drop=3),
    Column("sources.covers", left=True, drop=4),
    Column("sources.first_month", drop=5),
    Column("sources.newest_month"),
    Column("sources.vintages", drop=6),
    Column("sources.newest_vintage", drop=1),
    Column("sources.age_days", drop=2),
    Column("sources.rows", drop=7),
    Column("sources.key_variable", left=True, drop=8),
    Column("sources.key_set", drop=9),
)


def report(available: Mapping[str, Coverage], today: date, keys: Collection[str] = ()) -> Report:
    """One row a source.

    Args:
        available: What there is of each source.
        today: The day against which the age of the newest vintage is told.
        keys: The names of the keys that are set.
    """
    rows = [_row(source, coverage, today, keys) for source, coverage in available.items()]
    return listing(
        "trade.sources/1",
        Statement("sources.title"),
        Row,
        rows,
        fields(_SHOWN, rows, _cell),
        findings=[_terms(row) for row in rows],
    )


def _row(source: str, coverage: Coverage, today: date, keys: Collection[str]) -> Row:
    described = SOURCES[source]
    key, newest = described.key, coverage.newest_vintage
    return Row(
        source,
        described.publisher,
        covers(described.reporters),
        ", ".join(f"{entry.flow}s {entry.valuation}" for entry in described.valuations),
        described.currency,
        coverage.partners,
        _month(coverage.first_month),
        _month(coverage.newest_month),
        coverage.vintages,
        newest,
        # A clock that runs behind makes no negative age.
        max(0, (today - newest).days) if newest else None,
        coverage.rows,
        bool(key and key.required),
        key.variable if key else None,
        bool(key and key.variable in keys),
        described.licence,
        described.attribution,
        described.home,
    )


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


def _terms(row: Row) -> Statement:
    """What the source values its figures at, and what using them asks for."""
    valuations = {entry.flow: entry.valuation for entry in SOURCES[row.source].valuations}
    return Statement("sources.terms", {"row": row, "valuations": valuations})


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return Statement("sources.yes" if value else "sources.no")
    return "" if value is None else value
