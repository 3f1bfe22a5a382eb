"""Growth on the same month a year earlier, and on the month before."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

#: Why a growth rate is refused, or what it means.
NOTES = (
    "missing",
    "no_trade",
    "zero_base",
    "sign_change",
    "deficit_widened",
    "deficit_narrowed",
    "deficit_unchanged",
)


_TERMS = ("value", "units", "precision", "stamp")


def growth(value: pl.Expr, base: pl.Expr, *, signed: pl.Expr) -> pl.Expr:
    """Growth in percent; for balances only where both have the same sign.

    ``growth = 100 * (value - base) / base``; for two deficits that is the growth of the deficit.

    Args:
        value: Int64, whole units of currency.
        base: Int64, the same unit.
        signed: Boolean, true where the figures are balances.

    Returns:
        Float64, percent. Null where either is missing, where the base is zero, and where a
        balance changed sign or is zero.

    Source:
        IMTS compilers' manual; a percentage across a sign change has no meaning.

    Examples:
        >>> frame = pl.DataFrame({"value": [150, 5, -12, 3, 0], "base": [100, 0, -6, -1, 4]})
        >>> of = growth(pl.col("value"), pl.col("base"), signed=pl.lit(True))
        >>> frame.select(of).to_series().to_list()
        [50.0, None, 100.0, None, None]
    """
    defined = (base > 0) & (~signed | (value > 0)) | (base < 0) & (value < 0)
    return pl.when(defined).then(100 * (value - base) / base)


def growth_note(value: pl.Expr, base: pl.Expr, *, signed: pl.Expr) -> pl.Expr:
    """Why `growth` is null, or which way a deficit went.

    Args:
        value: Int64.
        base: Int64.
        signed: Boolean, true where the figures are balances.

    Returns:
        String, one of `NOTES`; null where a growth rate needs no comment.

    Examples:
        >>> frame = pl.DataFrame({"value": [150, 5, -12, 3, None], "base": [100, 0, -6, -1, 4]})
        >>> balance = pl.lit(True)
        >>> frame.select(growth_note(pl.col("value"), pl.col("base"), signed=balance)).to_series().to_list()
        [None, 'sign_change', 'deficit_widened', 'sign_change', 'missing']
    """
    return (
        pl.when(value.is_null() | base.is_null())
        .then(pl.lit("missing"))
        .when(~signed & (base == 0) & (value == 0))
        .then(pl.lit("no_trade"))
        .when(~signed & (base == 0))
        .then(pl.lit("zero_base"))
        .when(signed & (value.sign() * base.sign() <= 0))
        .then(pl.lit("sign_change"))
        .when(base > 0)
        .then(None)
        .when(value < base)
        .then(pl.lit("deficit_widened"))
        .when(value > base)
        .then(pl.lit("deficit_narrowed"))
        .otherwise(pl.lit("deficit_unchanged"))
    )


def year_on_year(windows: pl.DataFrame, *, by: Sequence[str] = ()) -> pl.DataFrame:
    """Put beside each window the one a year earlier, and the growth on it.

    ``yoy = 100 * (value - base) / base``, with `base` the window twelve months earlier on the
    calendar.

    Args:
        windows: Dense windows of one kind, as `windows.windows` or `balance.balance` give them.
        by: Columns besides `flow` that tell one series from another.

    Returns:
        The same rows with `base_value`, `base_units`, `base_precision`, `base_stamp`, `change` (Int64), `yoy`
        (Float64, percent, null where refused) and `yoy_note` (see `growth_note`).
    """
    return _growth_on(windows, 12, by).rename({"growth": "yoy", "growth_note": "yoy_note"})


def month_on_month(windows: pl.DataFrame, *, by: Sequence[str] = ()) -> pl.DataFrame:
    """Put beside each month the month before, and the growth on it.

    ``mom = 100 * (value - base) / base``, with `base` the month before on the calendar; seasonally
    adjusted only if the rows are.

    Args:
        windows: Dense months, as `windows.months` or `balance.balance` give them.
        by: Columns besides `flow` that tell one series from another.

    Returns:
        The same rows with `mom` and `mom_note`, and the columns of `year_on_year` beside them.
    """
    return _growth_on(windows, 1, by).rename({"growth": "mom", "growth_note": "mom_note"})


def _growth_on(windows: pl.DataFrame, lag: int, by: Sequence[str]) -> pl.DataFrame:
    # Dense rows: `lag` rows back is `lag` months back.
    base = (pl.col(name).shift(lag).over([*by, "flow"]).alias(f"base_{name}") for name in _TERMS)
    value, base_value, signed = pl.col("value"), pl.col("base_value"), pl.col("flow") == "balance"
    return windows.with_columns(*base).with_columns(
        (value - base_value).alias("change"),
        growth(value, base_value, signed=signed).alias("growth"),
        growth_note(value, base_value, signed=signed).alias("growth_note"),
    )
