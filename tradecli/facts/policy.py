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


@cache
def table() -> dict[str, Any]:
    """The whole table as it is written."""
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


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
        for row in table()["rate"]
        if as_of is None or row["from"] <= as_of
    ]


def _end(row: dict[str, Any], as_of: date | None) -> date | None:
    """The first day without a rate, where it had come by a day or was the law from the start."""
    end: date | None = row.get("to")
    known = end is None or as_of is None or end <= as_of or row.get("limited", False)
    return end if known else None


def criterion(quarter: date) -> dict[str, Any] | None:
    """Treasury's first criterion for the four quarters that end with a month; None before there was one.

    Examples:
        >>> criterion(date(2025, 6, 1))["threshold"], criterion(date(2019, 12, 1))["services"]
        (15000000000, False)
    """
    held: list[dict[str, Any]] = [row for row in table()["criterion"] if row["from"] <= quarter]
    return held[-1] if held else None
