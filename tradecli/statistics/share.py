"""The share of a partner in a flow's total."""

from __future__ import annotations

import polars as pl

from tradecli.model.figure import Figure
from tradecli.model.ratio import Share
from tradecli.statistics.interval import percentage


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


def share_of(part: Figure | None, total: Figure | None) -> Share | None:
    """The share of a part in its total: exact, with its interval; the scalar twin of `share`.

    Args:
        part: Exports or imports, or what of the total no part holds, which can be negative.
        total: The published total of the same flow and window.

    Returns:
        Percent; None for a balance, where either is missing and where the total is not above zero.

    Raises:
        MixedCurrencies: The figures are of two currencies.

    Examples:
        >>> from datetime import date
        >>> from tradecli.model.figure import Window
        >>> from tradecli.model.money import Money
        >>> year = Window("year", date(2025, 12, 1))
        >>> part, total = (Figure("export", year, Money(v, 1, "USD"), 1) for v in (198_270, 640_750))
        >>> float(round(share_of(part, total).percent, 1))
        30.9
    """
    if part is None or total is None or part.money is None or total.money is None:
        return None
    part.money.same_currency(total.money)
    if part.flow == "balance" or total.money.value <= 0:
        return None
    return Share(*percentage(part.money.value, part.uncertainty, total.money.value, total.uncertainty))
