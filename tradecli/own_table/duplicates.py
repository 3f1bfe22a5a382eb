"""The same download in two files: their sums are the same, month by month."""

from __future__ import annotations

import polars as pl

from tradecli.errors import InvalidData

_KEYS = ["month", "whom", "side", "code"]
#: So large a part of what two files share must be equal for them to be the same download.
_SHARE = 0.5


def refuse(groups: pl.DataFrame) -> None:
    """Refuse files of which one repeats another, whole or in some months.

    Args:
        groups: `file`, `month` (a date or text), `whom` (the partner), `side`, `code`, `rows` and `steps`.

    Raises:
        InvalidData: At least half of the sums of what two files share are equal.
    """
    months = groups.group_by("month").agg(pl.col("file").n_unique().alias("files"))
    shared = groups.join(months.filter(pl.col("files") > 1), on="month", how="semi")
    if shared.is_empty():
        return
    sums = shared.group_by(["file", *_KEYS]).agg(pl.col("rows", "steps").sum())
    equal = [*_KEYS, "rows", "steps"]
    twice = sums.filter(pl.col("steps") != 0)
    twice = twice.join(twice, on=equal, nulls_equal=True, suffix="_other").filter(
        pl.col("file") < pl.col("file_other")
    )
    if twice.is_empty():
        return
    pairs = ["file", "file_other"]
    counted = twice.group_by(pairs).agg(pl.len().alias("equal"), pl.col("month").min())
    for first, second, same, month in counted.sort(pairs).iter_rows():
        least = _shared(sums, first, second)
        if same >= max(_SHARE * least, min(2, least)):
            raise InvalidData(
                "{first} and {second} hold the same records of {month}",
                hint="name the files that are to be read: each row may be added once only",
                first=first,
                second=second,
                month=str(month)[:7],
            )


def _shared(sums: pl.DataFrame, first: str, second: str) -> int:
    """How many sums the smaller of two files has in the months that both have."""
    one, other = (sums.filter(pl.col("file") == name) for name in (first, second))
    heights = (a.join(b, on="month", how="semi").height for a, b in ((one, other), (other, one)))
    return min(heights)
