"""The share of a partner in a flow's total."""

from __future__ import annotations

import polars as pl


def share(parts: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """Add the share of each part in the total of the same flow and period.

    ``share = 100 * value / total``, on the published total, never on a sum of listed parts.

    Args:
        parts: Windows of one kind with `flow`, `period` and `value`.
        totals: Windows of the same kind for the world.

    Returns:
        The exports and imports of *parts* with `total` (Int64) and `measure` (Float64, percent);
        null where either is missing or the total is zero.

    Examples:
        >>> part = pl.DataFrame({"flow": ["export"], "period": [1], "value": [25]})
        >>> share(part, part.with_columns(value=100))["measure"].to_list()
        [25.0]
    """
    total = totals.select("flow", "period", total="value")
    flows = parts.filter(pl.col("flow").cast(pl.String) != "balance")
    joined = flows.join(total, on=["flow", "period"], how="left", maintain_order="left")
    defined = pl.col("total") > 0
    return joined.with_columns(
        pl.when(defined).then(100 * pl.col("value") / pl.col("total")).alias("measure")
    )
