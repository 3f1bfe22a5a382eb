"""US trade-policy numbers that are dated facts: thresholds, the formula of April 2025, actual rates."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_TABLE = Path(__file__).parent / "policy.toml"

#: The economies whose actual rates are held.
ECONOMIES = ("TW", "JP", "KR")


class Rate(NamedTuple):
    """What the reciprocal layer was for each economy from one day to the day before another.

    `rates` is empty, and `to` None, where nothing is known or nothing was applied.
    """

    start: date
    to: date | None
    status: str
    rates: dict[str, int]
    legal_basis: str
    note: str
    note_zh: str
    source: str


class Announced(NamedTuple):
    """The figures that the formula was announced with, in dollars, and the rates printed on the day.

    `board` is the rate shown on 2 April 2025, `annex` that of Annex I, where it lists the economy.
    """

    exports: int
    imports: int
    board: int
    annex: int | None = None


class Formula(NamedTuple):
    """The formula of April 2025: when announced, on the goods of which year, for which economies."""

    announced: date
    year: int
    precision: int
    legal_basis: str
    source: str
    economies: dict[str, Announced]


class Criterion(NamedTuple):
    """Treasury's first criterion: a surplus over four quarters, in goods or goods and services."""

    threshold: int
    services: bool
    source: str


@cache
def _table() -> dict[str, Any]:
    """The whole table as it is written."""
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


def formula() -> Formula:
    """The formula of April 2025.

    Examples:
        >>> formula().economies["TW"].board
        32
    """
    row = _table()["formula"]
    economies = {code: Announced(**used) for code, used in row["economies"].items()}
    return Formula(**{name: row[name] for name in Formula._fields[:-1]}, economies=economies)


def rates(as_of: date | None = None) -> list[Rate]:
    """The dated rates, oldest first, as far as they had been announced on a day.

    Examples:
        >>> [rate.status for rate in rates(date(2025, 5, 1))]
        ['announced', 'in force']
        >>> rates()[-1].status, rates()[-1].rates
        ('not known', {})
    """
    return [
        Rate(
            start=row["from"],
            to=_end(row, as_of),
            status=row["status"],
            rates=row.get("rates", {}),
            legal_basis=row["legal_basis"],
            note=row["note"],
            note_zh=row["note_zh"],
            source=row["source"],
        )
        for row in _table()["rate"]
        if as_of is None or row["from"] <= as_of
    ]


def _end(row: dict[str, Any], as_of: date | None) -> date | None:
    """The first day without a rate, where it had come by a day or was the law from the start."""
    end: date | None = row.get("to")
    known = end is None or as_of is None or end <= as_of or row.get("limited", False)
    return end if known else None


def criterion(quarter: date) -> Criterion | None:
    """Treasury's first criterion for the four quarters that end with a month; None before there was one.

    Examples:
        >>> criterion(date(2025, 6, 1)).threshold, criterion(date(2019, 12, 1)).services
        (15000000000, False)
    """
    rows = [row for row in _table()["criterion"] if row["from"] <= quarter]
    return Criterion(**{name: rows[-1][name] for name in Criterion._fields}) if rows else None
