"""Whether the newest month of a table is whole: by the day on which it was written, and by its days."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from tradecli import pinned
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.words import day_of


def last_day(written: date, mapping: Mapping) -> date:
    """The day after which a table has no month: that on which it was written, of an office's file today.

    An office publishes no figures of months to come: a file's time that says so is not that of its writing.
    """
    return max(written, pinned.now().date()) if mapping.layout else written


def whole_months(good: pl.DataFrame, mapping: Mapping, until: date) -> tuple[pl.DataFrame, str]:
    """The groups without the newest month where that is not whole, and which month that is.

    The month in which the table was written is whole only if the mapping says so, or if its days reach
    the end. Of daily records the newest month is whole if it reaches its last days, as others do.
    """
    newest = good["month"].max()
    if not isinstance(newest, date) or (mapping.complete and f"{newest:%Y-%m}" <= mapping.complete):
        return good, ""
    running = newest == until.replace(day=1)
    if "last" in good.columns:
        last = good.group_by("month").agg(pl.col("last").str.slice(0, 10).max()).sort("month")
        ends = [_to_its_end(text, mapping.dates) for text in last["last"].to_list()]
        running = not ends[-1] if running else not ends[-1] and len(ends) > 1 and all(ends[:-1])
    return (good.filter(pl.col("month") != newest), f"{newest:%Y-%m}") if running else (good, "")


def _to_its_end(text: str | None, order: str) -> bool:
    """Whether a day is one of the last three of its month."""
    try:
        day = day_of(text or "", order) if order else date.fromisoformat(text or "")
    except ValueError:
        return False
    return day is not None and (day + timedelta(days=3)).day <= 3
