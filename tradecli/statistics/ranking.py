"""The rank of each series among all of one period."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl


def ranking(
    windows: pl.DataFrame, measure: str, *, within: Sequence[str] = ("flow", "period")
) -> pl.DataFrame:
    """Add the rank of each row among those of the same flow and period, the highest first.

    ``rank = 1 + number of strictly greater values``, on unrounded figures: what ties shares a rank.

    Args:
        windows: Rows with *measure* and the columns of *within*.
        measure: The column to rank by, any number.
        within: Columns that tell one ranking from another.

    Returns:
        The same rows with `rank` (Int64); null where *measure* is null.

    Examples:
        >>> frame = pl.DataFrame({"flow": "export", "period": 1, "value": [5, 9, None, 9]})
        >>> ranking(frame, "value")["rank"].to_list()
        [3, 1, None, 1]
    """
    place = pl.col(measure).rank("min", descending=True).over(list(within)).cast(pl.Int64)
    return windows.with_columns(place.alias("rank"))
