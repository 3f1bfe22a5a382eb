"""Sums of months that are rounded once: the months of records with cents would each lose their own."""

from __future__ import annotations

import polars as pl

#: Sums of twelve months must fit into 64 bits.
_LARGEST = 2**58
_MONTH = pl.col("month")
_SERIES = ("who", "side", "goods")


def longer(sums: pl.DataFrame, whole: int) -> pl.DataFrame:
    """The year to date, the year and twelve months through each month, where months are no whole units.

    Args:
        sums: `month`, `steps` and the columns that tell series apart, exact and before any rounding.
        whole: The steps of a whole unit of currency.

    Returns:
        The same columns and `span`; nothing where every month is whole or a month of the window is lacking.
    """
    steps = sums["steps"].cast(pl.Int64, strict=False)
    none = sums.head(0).with_columns(span=pl.lit(None, pl.String))
    if steps.has_nulls() or steps.is_empty() or (steps.abs() >= _LARGEST).any() or (steps % whole == 0).all():
        return none
    by = [name for name in _SERIES if name in sums.columns]
    ordered = sums.with_columns(steps=steps).sort(*by, "month")
    year, number = _MONTH.dt.year(), _MONTH.dt.month().cast(pl.Int64)
    index = year.cast(pl.Int64) * 12 + number
    seen = ordered.with_columns(
        to_date=pl.col("steps").cum_sum().over(*by, year),
        of_year=pl.col("steps").cum_count().over(*by, year).cast(pl.Int64),
        twelve=pl.col("steps").rolling_sum(12).over(by or pl.lit(1)),
        apart=(index - index.shift(11)).over(by or pl.lit(1)),
    )
    complete = (pl.col("of_year") == number) & (number > 1)
    end = number == 12
    parts = [
        seen.filter(complete & ~end).with_columns(span=pl.lit("year_to_date"), steps="to_date"),
        seen.filter(complete & end).with_columns(span=pl.lit("year"), steps="to_date"),
        seen.filter((pl.col("apart") == 11) & ~end).with_columns(span=pl.lit("rolling_12"), steps="twelve"),
    ]
    rows = pl.concat([part.select(none.columns) for part in parts])
    return rows.with_columns(pl.col("steps").cast(sums.schema["steps"]))
