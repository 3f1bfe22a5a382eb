"""What a table of observations covers."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import polars as pl


class Coverage(NamedTuple):
    """What a table covers; without rows there is neither a month nor a vintage."""

    partners: int
    first_month: date | None
    newest_month: date | None
    vintages: int
    newest_vintage: date | None
    rows: int


def coverage(observations: pl.LazyFrame) -> Coverage:
    """What a table covers: partners, months, vintages, rows.

    Args:
        observations: Rows of `schema.OBSERVATIONS` of one source.

    Examples:
        >>> from tradecli.schema import OBSERVATIONS
        >>> coverage(pl.LazyFrame(schema=OBSERVATIONS)).rows
        0
    """
    summary = observations.select(
        pl.col("partner").n_unique().alias("partners"),
        pl.col("period").filter(pl.col("span") == "month").min().alias("first_month"),
        pl.col("period").filter(pl.col("span") == "month").max().alias("newest_month"),
        pl.col("vintage").n_unique().alias("vintages"),
        pl.col("vintage").max().alias("newest_vintage"),
        pl.len().alias("rows"),
    )
    return Coverage(*summary.collect().row(0))
