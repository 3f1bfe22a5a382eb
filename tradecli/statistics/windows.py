"""Windows: the month, quarter, year to date, year and rolling twelve months, each from its best candidate.

Every frame here is dense: all series have a row for every month between the first and the last
figure, gaps included, sorted by series, flow and period. So a step of twelve rows is a step of
twelve months on the calendar, whatever is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import polars as pl

from tradecli.schema import FLOWS, OWN
from tradecli.vintages import vintage_day

KINDS = ("month", "quarter", "year_to_date", "year", "rolling_12")

#: What is known of a window's value, besides the value's own candidates.
MEASURES = ("value", "precision", "units", "stamp", "oldest", "known_by")


def months(
    figures: pl.DataFrame,
    *,
    by: Sequence[str] = (),
    flows: Sequence[str] = FLOWS,
    through: date | None = None,
) -> pl.DataFrame:
    """Every month from the first figure to the last, for every series and flow: gaps become rows.

    Args:
        figures: Figures (see `vintages`), one row for each *by*, flow, `period` and `months`.
        by: Columns besides `flow` that tell one series from another.
        flows: The flows wanted.
        through: Last month wanted; None means the last with a figure.

    Returns:
        *by*, `flow`, `period`, the `MEASURES`, `basis` (`published`, or for the members of an
        area `sum` or `sum_across_vintages`) and `origin`; all null in a month without a figure.
    """
    spine = _spine(figures, by, flows, through)
    single = figures.filter(pl.col("months") == 1).drop("months")
    dense = spine.join(single, on=[*by, "flow", "period"], how="left", maintain_order="left")
    return dense.select(*by, "flow", "period", *MEASURES, _basis("members", "oldest", "stamp"), "origin")


def _spine(
    figures: pl.DataFrame, by: Sequence[str], flows: Sequence[str], through: date | None
) -> pl.DataFrame:
    first, last = figures["period"].min(), through or figures["period"].max()
    flow = pl.Series("flow", list(flows), dtype=figures.schema["flow"]).sort().to_frame()
    if not isinstance(first, date) or not isinstance(last, date) or last < first:
        return (
            flow.clear()
            .join(figures.select(*by, "period").clear(), how="cross")
            .select(*by, "flow", "period")
        )
    period = pl.date_range(first, last, "1mo", eager=True).alias("period").to_frame()
    series = flow.join(period, how="cross")
    if not by:
        return series
    return figures.select(by).unique().sort(by).join(series, how="cross", maintain_order="left_right")


def _basis(members: str, oldest: str, stamp: str) -> pl.Expr:
    """A figure is as published, or the sum of an area's members."""
    return (
        pl.when(~pl.col(members))
        .then(pl.lit("published"))
        .when(pl.col(oldest) == vintage_day(pl.col(stamp)))
        .then(pl.lit("sum"))
        .when(pl.col(members))
        .then(pl.lit("sum_across_vintages"))
        .alias("basis")
    )


def windows(
    monthly: pl.DataFrame, figures: pl.DataFrame, kind: str, *, by: Sequence[str] = ()
) -> pl.DataFrame:
    """The value of each window of one kind, from the newest of its candidates.

    Candidates: (a) a published figure; (b) the sum of its months, all of one vintage; (c) the
    sum of its months across vintages, dated by the newest. The newest wins; on a tie (b), then
    (a), then (c); of own records (a) first. With a month missing only (a) is left; without it the window
    is null.

    Args:
        monthly: The months, as `months` gives them.
        figures: The figures *monthly* was made from, for the published windows.
        kind: One of `KINDS`.
        by: Columns besides `flow` that tell one series from another.

    Returns:
        Columns as *monthly*, one row for each month; `period` is the window's last month. The
        row is null where the window is, and in a month in which no window of the kind ends.
    """
    if kind == "month":
        return monthly
    sums = _rolling(monthly, by) if kind == "rolling_12" else _cumulative(monthly, kind)
    both = sums.with_columns(length(kind).alias("months")).join(
        figures.filter(pl.col("months") > 1),
        on=[*by, "flow", "period", "months"],
        how="left",
        maintain_order="left",
        suffix="_published",
    )
    return _choose(both).select(monthly.columns)


def length(kind: str) -> pl.Expr:
    """Months in the window that ends here; null where none of the kind does, and nothing can join."""
    month = pl.col("period").dt.month().cast(pl.Int32)
    if kind == "quarter":
        return pl.when(month % 3 == 0).then(pl.lit(3, pl.Int32))
    if kind == "year":
        return pl.when(month == 12).then(month)
    return pl.lit(12, pl.Int32) if kind == "rolling_12" else month


def _cumulative(monthly: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Sums and extremes since the year (or quarter) began, with the number of months that entered.

    After the step of *back* months a row covers the `2 * back` months to its own, or those since the
    beginning: of the year, and of its series. Where a month is missing only the number of months is of use.
    """
    size, steps = (3, (1, 2)) if kind == "quarter" else (12, (1, 2, 4, 8))
    month = (pl.col("period").dt.month().cast(pl.Int32) - 1) % size
    # Every series and flow has as many rows as any other.
    row = pl.int_range(pl.len(), dtype=pl.Int32) % monthly["period"].n_unique()
    known = pl.col("value").is_not_null().cast(pl.Int32)
    sums = monthly.with_columns(known.alias("k"), pl.min_horizontal(month, row).alias("before"))
    for back in steps:
        reaches = pl.col("before") >= back
        sums = sums.with_columns(
            pl.when(reaches).then(joined).otherwise(name).alias(name) for name, joined in _joined(back)
        )
    return sums


def _joined(back: int) -> Iterator[tuple[str, pl.Expr]]:
    """What is known of two runs of months, of which the earlier ends *back* rows before the later."""
    for name in ("value", "units", "k"):
        yield name, pl.col(name) + pl.col(name).shift(back)
    for name in ("precision", "stamp", "known_by"):
        yield name, pl.max_horizontal(name, pl.col(name).shift(back))
    yield "oldest", pl.min_horizontal("oldest", pl.col("oldest").shift(back))


def _rolling(monthly: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Sums and extremes over twelve rows, never across two series."""
    totals = {
        "value": pl.col("value").rolling_sum(12),
        "precision": pl.col("precision").rolling_max(12),
        "units": pl.col("units").rolling_sum(12),
        "stamp": pl.col("stamp").rolling_max(12),
        "oldest": pl.col("oldest").rolling_min(12),
        "known_by": pl.col("known_by").to_physical().rolling_max(12).cast(pl.Date),
        "k": pl.col("value").is_not_null().cast(pl.Int32).rolling_sum(12),
    }
    return monthly.with_columns(total.over([*by, "flow"]).alias(name) for name, total in totals.items())


def _choose(both: pl.DataFrame) -> pl.DataFrame:
    """The newest candidate of each window; columns of the published one end in `_published`."""
    sum_day, published_day = vintage_day(pl.col("stamp")), vintage_day(pl.col("stamp_published"))
    # A sum of own records is rounded once; that of its months would be rounded twelve times.
    once = pl.col("origin_published").str.starts_with(f"{OWN}-").fill_null(value=False)
    # What decides is worked out once, not once for each of the columns it decides on.
    decided = both.with_columns(
        (pl.col("k") == pl.col("months")).fill_null(value=False).alias("complete"),
        (pl.col("months") == 1).alias("alone"),
        (pl.col("oldest") == sum_day).alias("one_vintage"),
        (sum_day - published_day).alias("ahead"),
    ).with_columns(
        (
            pl.col("complete")
            & (
                pl.col("ahead").is_null()
                | (pl.col("ahead") > 0)
                | ((pl.col("ahead") == 0) & pl.col("one_vintage") & ~once)
            )
        ).alias("summed")
    )
    measures = (
        pl.when("summed").then(pl.col(name)).otherwise(pl.col(f"{name}_published")).alias(name)
        for name in MEASURES
    )
    across = pl.when("one_vintage").then(pl.lit("sum")).otherwise(pl.lit("sum_across_vintages"))
    published = _basis("members", "oldest_published", "stamp_published")
    return decided.with_columns(
        *measures,
        pl.when("alone")
        .then(pl.col("basis"))
        .when("summed")
        .then(across)
        .otherwise(published)
        .alias("basis"),
        pl.when("alone")
        .then(pl.col("origin"))
        .when(~pl.col("summed"))
        .then(pl.col("origin_published"))
        .alias("origin"),
    )
