"""Contributions: how much of a total's change each part carried, and what is left over."""

from __future__ import annotations

from fractions import Fraction

import polars as pl

from tradecli.model.figure import Figure
from tradecli.model.ratio import Points, Share
from tradecli.statistics.growth import growth, growth_note, growth_of
from tradecli.statistics.interval import percentage

_KEY = ["flow", "period"]
#: How measures of the parts are put together for what is left over: values and bases are subtracted.
_TERMS = ("value", "base_value")
#: Below this growth of the total, in percent, a share of the change says nothing.
LEAST_GROWTH = 0.5


def contribution(change: pl.Expr, total_base: pl.Expr) -> pl.Expr:
    """The percentage points that a part adds to the growth of its total.

    ``contribution = 100 * (value - base) / total_base``: the part's growth times its share of the
    base. Over parts that make up the total they add up to the total's growth.

    Args:
        change: Int64, value minus base of the part.
        total_base: Int64, base of the total, the same unit.

    Returns:
        Float64, percentage points. By a single number polars divides through its reciprocal, so that the
        last bit can be off by one; `points_of` is exact.

    Source:
        Growth times the weight of the period before, as national accounts define it (INSEE c1207).

    Examples:
        >>> frame = pl.DataFrame({"change": [86.88, 31.24]})
        >>> points = contribution(pl.col("change"), pl.lit(474.98))
        >>> frame.select(points.round(1)).to_series().to_list()
        [18.3, 6.6]
    """
    return 100 * change / total_base


def points_of(
    now: Figure | None, base: Figure | None, total_now: Figure | None, total_base: Figure | None
) -> Points | None:
    """The percentage points that a part adds to its total's growth; the scalar twin of `contribution`.

    ``100 * (now - base) / total_base``, exact, with its interval: the half units of *now* and *base*
    add up, that of the total's base moves what is divided by.

    Args:
        now: The part.
        base: The part a year earlier.
        total_now: Its total.
        total_base: Its total a year earlier.

    Returns:
        Percentage points; None where a figure is missing, or the total has no growth rate.

    Raises:
        MixedCurrencies: The figures are of two currencies.

    Examples:
        >>> from datetime import date
        >>> from tradecli.model.figure import Window
        >>> from tradecli.model.money import Money
        >>> year, figures = Window("year", date(2025, 12, 1)), (19_827, 11_139, 64_075, 47_498)
        >>> terms = [Figure("export", year, Money(value, 1, "USD"), 1) for value in figures]
        >>> float(round(points_of(*terms).percent, 1))
        18.3
    """
    if growth_of(total_now, total_base).percent is None or total_base is None or total_base.money is None:
        return None
    if now is None or base is None or now.money is None or base.money is None:
        return None
    change = now.money - base.money
    change.same_currency(total_base.money)
    uncertainty = now.uncertainty + base.uncertainty
    return Points(*percentage(change.value, uncertainty, total_base.money.value, total_base.uncertainty))


def share_of_change(
    now: Figure | None, base: Figure | None, total_now: Figure | None, total_base: Figure | None
) -> Share | None:
    """How much of its total's change a part carried; the scalar twin of `share_of_change` in `contributions`.

    ``100 * (now - base) / (total_now - total_base)``; below 0 or over 100 where parts move apart.

    Returns:
        Percent, without an interval: the rounding of two changes says little of their quotient. None where
        a figure is missing, the total has no growth rate, or one below `LEAST_GROWTH`.

    Raises:
        MixedCurrencies: The figures are of two currencies.
    """
    growth = growth_of(total_now, total_base)
    if growth.percent is None or growth.now is None or growth.base is None:
        return None
    if now is None or base is None or now.money is None or base.money is None:
        return None
    change, total = now.money - base.money, growth.now - growth.base
    change.same_currency(total)
    if abs(growth.percent) < Fraction(LEAST_GROWTH):
        return None
    return Share(*percentage(change.value, 0, total.value, 0))


def contributions(parts: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """Put beside each part its contribution to the total's change; add what is left over, and the total.

    ``rest = total - sum of parts``, of values and of bases, in whole units; so the changes of
    parts and rest add up to the change of the total exactly. ``share_of_change = 100 * change /
    total_change``, only where the total moved by 0.5 % or more.

    Args:
        parts: Windows of one kind with growth on a year earlier (see `growth.year_on_year`), told
            apart by `part`; no two may hold the same trade.
        totals: The same windows of the total, without `part`.

    Returns:
        Rows of `role` `part`, `rest` and `total` for each flow and period for which the total's
        value and base are known; a part without either is counted in the rest. Besides the columns
        of *totals* `part` (null but for parts), `total_value`, `total_base`, `total_base_units`,
        `total_change` (Int64),
        `contribution` (Float64, percentage points; null where the total has no growth rate, with
        the reason in `contribution_note`), `share_of_change` (Float64, percent) and `share_note`
        (`small_total_change`, or the same reason).
    """
    both = pl.col("value").is_not_null() & pl.col("base_value").is_not_null()
    total = totals.filter(both)
    held = parts.filter(both).join(total.select(_KEY), on=_KEY, how="semi", maintain_order="left")
    rows = pl.concat(
        [
            held.select(*total.columns, "part").with_columns(pl.lit("part").alias("role")),
            _rest(held, total).with_columns(
                pl.lit(None, pl.String).alias("part"), pl.lit("rest").alias("role")
            ),
            total.with_columns(pl.lit(None, pl.String).alias("part"), pl.lit("total").alias("role")),
        ]
    )
    return _measured(rows, total)


def _rest(held: pl.DataFrame, total: pl.DataFrame) -> pl.DataFrame:
    """The total less the parts held, precision and vintages of both."""
    listed = held.group_by(_KEY).agg(
        pl.col(*_TERMS, "units", "base_units").sum(),
        pl.col("precision", "base_precision", "stamp", "known_by").max(),
        pl.col("oldest").min(),
    )
    wide = total.join(listed, on=_KEY, how="left", maintain_order="left", suffix="_listed")

    def of(name: str) -> pl.Expr:
        return pl.col(f"{name}_listed")

    left = wide.with_columns(
        *(pl.col(name) - of(name).fill_null(0) for name in _TERMS),
        *(pl.col(name) + of(name).fill_null(0) for name in ("units", "base_units")),
        *(pl.max_horizontal(name, of(name)) for name in ("precision", "base_precision", "stamp", "known_by")),
        pl.min_horizontal("oldest", of("oldest")),
        pl.lit("difference").alias("basis"),
        pl.lit(None, pl.String).alias("origin"),
    ).select(total.columns)
    return _regrown(left)


def _regrown(rows: pl.DataFrame) -> pl.DataFrame:
    """The growth of what is left over; overlaps and revisions can make it negative, as a balance can be."""
    value, base = pl.col("value"), pl.col("base_value")
    signed = (pl.col("flow") == "balance") | (value < 0) | (base < 0)
    return rows.with_columns(
        (value - base).alias("change"),
        growth(value, base, signed=signed).alias("yoy"),
        growth_note(value, base, signed=signed).alias("yoy_note"),
    )


def _measured(rows: pl.DataFrame, total: pl.DataFrame) -> pl.DataFrame:
    whole = total.select(
        *_KEY,
        total_value="value",
        total_base="base_value",
        total_base_units="base_units",
        total_change="change",
        total_yoy="yoy",
        contribution_note=pl.when(pl.col("yoy").is_null()).then("yoy_note"),
    )
    grown = pl.col("total_yoy").is_not_null()
    # On whole numbers, so that exactly half a percent is no matter of floats.
    enough = 1000 * pl.col("total_change").abs() >= int(10 * LEAST_GROWTH) * pl.col("total_base").abs()
    return (
        rows.join(whole, on=_KEY, how="left", maintain_order="left")
        .with_columns(
            pl.when(grown).then(contribution(pl.col("change"), pl.col("total_base"))).alias("contribution"),
            pl.when(grown & enough)
            .then(100 * pl.col("change") / pl.col("total_change"))
            .alias("share_of_change"),
            pl.when(~grown)
            .then("contribution_note")
            .when(~enough)
            .then(pl.lit("small_total_change"))
            .alias("share_note"),
        )
        .drop("total_yoy")
    )
