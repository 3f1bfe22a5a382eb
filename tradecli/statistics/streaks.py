"""Streaks: months in a row with the same direction, honest about what gaps and starts hide."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from tradecli.model.figure import Streak


def rise() -> pl.Expr:
    """The direction of growth on a year earlier: the change, and 0 on a zero base, which has no growth.

    Reads the columns of `growth.year_on_year`. Null where either term is missing.
    """
    return pl.when(pl.col("base_value") == 0).then(pl.col("change") * 0).otherwise(pl.col("change"))


def streak(windows: pl.DataFrame, direction: pl.Expr, *, by: Sequence[str] = ()) -> pl.DataFrame:
    """Count the months in a row, up to each month, in which *direction* kept its sign.

    Args:
        windows: Dense months with `flow` and `period`; a missing month is a row.
        direction: A number whose sign is counted, such as the change on a year earlier; null
            where it is not known. Zero ends a streak.
        by: Columns besides `flow` that tell one series from another.

    Returns:
        The same rows with `streak` (Int64: positive for rises, negative for falls, 0 for no
        change; null where it is not known or where it runs back into a gap or the start of the
        series) and `at_least` (Int64: the months seen of a streak that is left open, else null).

    Examples:
        >>> change = [1, 1, -1, 1, 1, None, 1]
        >>> frame = pl.DataFrame({"flow": "export", "period": range(7), "change": change})
        >>> streak(frame, pl.col("change"))["streak"].to_list()
        [None, None, -1, 1, 2, None, None]
    """
    series = [*by, "flow"]
    sign = direction.sign().cast(pl.Int64)
    runs = windows.with_columns(sign.alias("sign")).with_columns(
        pl.struct(*series, "sign").rle_id().alias("run"),
        pl.col("sign").shift(1).over(series).alias("before"),
    )
    length = pl.int_range(1, pl.len() + 1, dtype=pl.Int64).over("run") * pl.col("sign")
    # The month before the run began: null there means that the run may be longer than it looks.
    opened = pl.col("before").first().over("run").is_null() & (pl.col("sign") != 0)
    return runs.with_columns(
        pl.when(~opened).then(length).alias("streak"),
        pl.when(opened).then(length).alias("at_least"),
    ).drop("sign", "run", "before")


def streak_of(directions: Sequence[int | None]) -> Streak | None:
    """The streak that the last of these months ends; the scalar twin of `streak`.

    Args:
        directions: A number a month, oldest first, whose sign is counted: of growth the change, or 0 on a
            zero base (see `rise`); None for a month that is not known.

    Returns:
        None where the last month is not known.

    Examples:
        >>> streak_of([1, -4, 5, 2])
        Streak(length=2, at_least=False)
        >>> streak_of([2, None, -7])
        Streak(length=-1, at_least=True)
        >>> streak_of([1, None])
    """
    if not directions or directions[-1] is None:
        return None
    length, sign = 0, (directions[-1] > 0) - (directions[-1] < 0)
    for direction in reversed(directions):
        if direction is None:
            break
        if sign == 0 or direction * sign <= 0:
            return Streak(length * sign, at_least=False)
        length += 1
    return Streak(length * sign, at_least=True)
