"""What a stored table covers."""

from __future__ import annotations

from typing import Any

import polars as pl


def coverage(observations: pl.LazyFrame) -> dict[str, Any]:
    """What a stored table covers: partners, months, vintages, rows.

    Args:
        observations: Rows of `schema.OBSERVATIONS` of one source.
    """
    summary = observations.select(
        partners=pl.col("partner").n_unique(),
        first_month=pl.col("period").filter(pl.col("span") == "month").min(),
        newest_month=pl.col("period").filter(pl.col("span") == "month").max(),
        vintages=pl.col("vintage").n_unique(),
        newest_vintage=pl.col("vintage").max(),
        rows=pl.len(),
    )
    return summary.collect().row(0, named=True)
