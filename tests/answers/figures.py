"""The newest figures of the real tables, read with the standard library alone."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

Key = tuple[str, str, str, str]  # partner, flow, classification:commodity, month written 2025-11


@cache
def rows(path: Path) -> tuple[dict[str, str], ...]:
    """Every row of one table, not seasonally adjusted."""
    with path.open(encoding="utf-8", newline="") as table:
        return tuple(row for row in csv.DictReader(table) if row["adjustment"] == "none")


@cache
def newest(path: Path) -> dict[Key, int]:
    """For each month of each series its newest figure; of two of one day, the finer."""
    found: dict[Key, tuple[str, int, int]] = {}
    for row in rows(path):
        if row["span"] != "month":
            continue
        spelled = f"{row['classification']}:{row['commodity']}"
        key = (row["partner"], row["flow"], spelled, row["period"][:7])
        entry = (row["vintage"], -int(row["precision"]), int(row["value"]))
        found[key] = max(found.get(key, entry), entry)
    return {key: entry[2] for key, entry in found.items()}


def total(figures: dict[Key, int], partner: str, flow: str, goods: str, months: Iterable[str]) -> int:
    """The sum of some months, all of which must be there."""
    return sum(figures[partner, flow, goods, month] for month in months)


def january_to(year: int, last: int) -> list[str]:
    """The months of a year to date."""
    return [f"{year}-{month:02}" for month in range(1, last + 1)]
