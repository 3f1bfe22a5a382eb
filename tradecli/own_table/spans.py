"""Sums that are rounded once: the months, or the flows, of records with cents would each lose their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import polars as pl

from tradecli.own_table.words import is_longer, month_of, quarter_of, year_of

#: Sums of twelve months must fit into 64 bits.
_LARGEST = 2**58
_MONTH = pl.col("month")
_SERIES = ("who", "side", "goods")


#: What the periods of a table are: the shortest span that any of them is of.
Span = Literal["month", "quarter", "year"]


def span_of(periods: Sequence[str]) -> Span:
    """The span of a table's periods: the shortest that any of them is of; longer ones are sums of those.

    Examples:
        >>> span_of(["2025-11", "2025"]), span_of(["2025-Q3", "2024"]), span_of(["2025"]), span_of(["x"])
        ('month', 'quarter', 'year', 'month')
    """
    if not any(map(month_of, periods)):
        if any(map(quarter_of, periods)):
            return "quarter"
        if any(map(year_of, periods)):
            return "year"
    return "month"


def without_longer(named: pl.DataFrame) -> tuple[int, pl.DataFrame]:
    """How many rows are of longer periods than those that are read, as quarters beside months are.

    Args:
        named: Groups of records: `period` as it is written, `month` as it is read, and `rows`.

    Returns:
        Their number, and the groups without them.
    """
    if named["month"].is_null().all() or not named["month"].has_nulls():
        return 0, named
    texts = named.filter(pl.col("month").is_null())["period"].drop_nulls().unique()
    longer = pl.col("period").is_in([text for text in texts if is_longer(text)]).fill_null(value=False)
    return int(named.filter(longer)["rows"].sum()), named.filter(~longer)


def out_already(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows without the months of a flow in which every figure is zero.

    Where months are columns, those that are to come stand there already, filled with zeros.

    Args:
        rows: `month`, `side` and `steps`, of every partner.

    Examples:
        >>> rows = pl.DataFrame({"month": [1, 1, 2], "side": ["export"] * 3, "steps": [0, 5, 0]})
        >>> out_already(rows)["month"].to_list()
        [1, 1]
    """
    keys = ["month", "side"]
    zeros = rows.group_by(keys).agg((pl.col("steps") == 0).all().alias("zero")).filter("zero")
    return rows.join(zeros, on=keys, how="anti")


def rounded_once(sums: pl.DataFrame, whole: int, span: Span = "month") -> pl.DataFrame:
    """What has to be added up before it is rounded: months, longer windows, and the balances of both.

    Args:
        sums: `month`, `steps` and the columns that tell series apart, exact and before any rounding.
        whole: The steps of a whole unit of currency.
        span: What each sum is of; its month is the last of that.

    Returns:
        The same columns and `span`: each month, and where one is no whole unit the quarter, the year to
        date, the year and twelve months through each month of which none is lacking, and the balance
        (`side`) of each window with exports and imports.
    """
    months = sums.with_columns(span=pl.lit(span))
    months = pl.concat([months, _of_quarters(sums).select(months.columns)]) if span == "quarter" else months
    steps = sums["steps"].cast(pl.Int64, strict=False)
    if steps.has_nulls() or steps.is_empty() or (steps.abs() >= _LARGEST).any() or (steps % whole == 0).all():
        return months
    longer = (
        _longer(sums.with_columns(steps=steps)).select(months.columns) if span == "month" else months.clear()
    )
    windows = pl.concat([months, longer])
    return pl.concat([windows, _balances(windows).select(months.columns)])


def _of_quarters(sums: pl.DataFrame) -> pl.DataFrame:
    """The year to date through each quarter, and each year, of which no quarter is lacking."""
    by = [name for name in _SERIES if name in sums.columns]
    year, number = _MONTH.dt.year(), _MONTH.dt.month().cast(pl.Int64)
    seen = sums.sort(*by, "month").with_columns(
        steps=pl.col("steps").cum_sum().over(*by, year),
        of_year=pl.col("steps").cum_count().over(*by, year).cast(pl.Int64),
    )
    # The first quarter is the year to date through March, and has no row of its own.
    complete = seen.filter((pl.col("of_year") * 3 == number) & (number > 3))
    return complete.with_columns(
        span=pl.when(number == 12).then(pl.lit("year")).otherwise(pl.lit("year_to_date"))
    )


def _longer(sums: pl.DataFrame) -> pl.DataFrame:
    """The quarter, the year to date, the year and twelve months through each month."""
    by = [name for name in _SERIES if name in sums.columns]
    ordered = sums.sort(*by, "month")
    year, number = _MONTH.dt.year(), _MONTH.dt.month().cast(pl.Int64)
    index = year.cast(pl.Int64) * 12 + number
    seen = ordered.with_columns(
        to_date=pl.col("steps").cum_sum().over(*by, year),
        of_year=pl.col("steps").cum_count().over(*by, year).cast(pl.Int64),
        three=pl.col("steps").rolling_sum(3).over(by or pl.lit(1)),
        twelve=pl.col("steps").rolling_sum(12).over(by or pl.lit(1)),
        apart_3=(index - index.shift(2)).over(by or pl.lit(1)),
        apart_12=(index - index.shift(11)).over(by or pl.lit(1)),
    )
    complete = (pl.col("of_year") == number) & (number > 1)
    end = number == 12
    # The first quarter is the year to date through March, and has no row of its own.
    later = (number % 3 == 0) & (number > 3)
    parts = [
        seen.filter((pl.col("apart_3") == 2) & later).with_columns(span=pl.lit("quarter"), steps="three"),
        seen.filter(complete & ~end).with_columns(span=pl.lit("year_to_date"), steps="to_date"),
        seen.filter(complete & end).with_columns(span=pl.lit("year"), steps="to_date"),
        seen.filter((pl.col("apart_12") == 11) & ~end).with_columns(
            span=pl.lit("rolling_12"), steps="twelve"
        ),
    ]
    columns = [*sums.columns, "span"]
    return pl.concat([part.select(columns) for part in parts]).with_columns(pl.col("steps").cast(pl.Int128))


def _balances(windows: pl.DataFrame) -> pl.DataFrame:
    """Exports less imports of each window that has both."""
    keys = [name for name in windows.columns if name not in {"side", "steps", "rows"}]
    exports, imports = (windows.filter(pl.col("side") == flow) for flow in ("export", "import"))
    both = exports.join(imports, on=keys, nulls_equal=True, suffix="_imports")
    return both.with_columns(side=pl.lit("balance"), steps=pl.col("steps") - pl.col("steps_imports"))
