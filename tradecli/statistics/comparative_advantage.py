"""Revealed comparative advantage: whether someone sells more of some goods than of goods in general."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import polars as pl

from tradecli.model.figure import Figure


class Advantage(NamedTuple):
    """Balassa's index, from 0 up, 1 for neither, its symmetric form, from -1 to 1; or why there is none."""

    ratio: Fraction | None
    symmetric: Fraction | None
    note: str


def advantage_of(
    goods: Figure | None, total: Figure | None, reference_goods: Figure | None, reference_total: Figure | None
) -> Advantage:
    """Balassa's index of revealed comparative advantage, exact.

    ``ratio = (goods / total) / (reference_goods / reference_total)``, the share of the goods in a seller's
    exports over their share in those of the reference: the world, or a group of countries (Balassa 1965).
    Of one market, whose imports are counted by where they come from, the seller's total and the reference
    are what that market buys from it and from everyone: the advantage in that market alone.
    ``symmetric = (ratio - 1) / (ratio + 1)`` (Laursen 1998).

    All four are of one window, one flow, one classification and one adjustment; the seller's two of one
    currency, and the reference's two: a share has none.

    Args:
        goods: Sales of the goods.
        total: Sales of all goods by the same seller.
        reference_goods: Sales of the goods by the reference.
        reference_total: All sales of the reference.

    Returns:
        No ratio where a figure is not there (`missing`), a balance (`balance`), below zero (`negative`), or
        where the seller sells nothing (`no_trade`) or the reference has nothing of the goods (`zero_base`).
        Goods of which the seller sells none have the ratio 0.

    Raises:
        MixedCurrencies: A share is of two currencies.

    Examples:
        >>> from datetime import date
        >>> from tradecli.model.figure import Window
        >>> from tradecli.model.money import Money
        >>> year = Window("year", date(2024, 12, 1))
        >>> four = [Figure("export", year, Money(value, 1, "USD")) for value in (40, 100, 200, 1_000)]
        >>> [round(float(one), 3) for one in advantage_of(*four)[:2]]
        [2.0, 0.333]
    """
    figures = [goods, total, reference_goods, reference_total]
    if any(one is not None and one.flow == "balance" for one in figures):
        return Advantage(None, None, "balance")
    money = [one.money for one in figures if one is not None and one.money is not None]
    if len(money) < len(figures):
        return Advantage(None, None, "missing")
    mine, all_mine, theirs, all_theirs = money
    mine.same_currency(all_mine)
    theirs.same_currency(all_theirs)
    if note := _undefined(*(one.value for one in money)):
        return Advantage(None, None, note)
    ratio = Fraction(mine.value, all_mine.value) / Fraction(theirs.value, all_theirs.value)
    return Advantage(ratio, (ratio - 1) / (ratio + 1), "")


def _undefined(mine: int, all_mine: int, theirs: int, all_theirs: int) -> str:
    """Why there is no ratio of four amounts; empty where there is one."""
    if min(mine, all_mine, theirs, all_theirs) < 0:
        return "negative"
    if not all_mine:
        return "no_trade"
    return "" if theirs and all_theirs else "zero_base"


def advantages(
    goods: str = "goods",
    total: str = "total",
    reference_goods: str = "reference_goods",
    reference_total: str = "reference_total",
) -> tuple[pl.Expr, pl.Expr]:
    """Balassa's index and its symmetric form of each row, as expressions: of any table with the four columns.

    The formula and null rules of `advantage_of`, in floats.

    Examples:
        >>> rows = pl.DataFrame({"goods": [40, 0, None], "total": [100, 50, 9]}).with_columns(
        ...     reference_goods=200, reference_total=1_000
        ... )
        >>> ratio, symmetric = advantages()
        >>> rows.select(ratio=ratio, symmetric=symmetric.round(3)).rows()
        [(2.0, 0.333), (0.0, -1.0), (None, None)]
    """
    four = [pl.col(name).cast(pl.Float64) for name in (goods, total, reference_goods, reference_total)]
    mine, all_mine, theirs, all_theirs = four
    defined = (mine >= 0) & (all_mine > 0) & (theirs > 0) & (all_theirs > 0)
    ratio = pl.when(defined).then((mine / all_mine) / (theirs / all_theirs))
    return ratio, (ratio - 1) / (ratio + 1)
