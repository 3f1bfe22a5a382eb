"""How concentrated a total is on few of its parts: the Herfindahl index and its bounds."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import polars as pl

from tradecli.model.figure import Figure


class Concentration(NamedTuple):
    """The Herfindahl index, in points from 0 to 10,000: its least and its greatest possible value."""

    low: Fraction
    high: Fraction
    parts: int


def concentration_of(parts: Sequence[Figure], total: Figure | None) -> Concentration | None:
    """The Herfindahl index of a total: exact, as far as the parts without a figure leave it open.

    ``index = sum of (100 * part / total) ** 2``, shares in percent of the published total. What no part
    holds, ``rest = total - sum of parts``, adds nothing where very many share it, and
    ``(100 * rest / total) ** 2`` where one alone holds it: the two bounds. No narrower upper one holds, since
    a part without a figure may be larger than those that have one. *n* equal parts give ``10,000 / n``.

    Args:
        parts: Exports or imports of one window that hold no trade twice; one without money is in the rest.
        total: The published total of the same flow and window.

    Returns:
        Points; None for a balance, without a total above zero or any part, and where a part or the rest is
        below zero. A rest below zero by no more than the rounding of the terms (half a unit of each) is none.

    Raises:
        MixedCurrencies: The figures are of two currencies.

    Examples:
        >>> from datetime import date
        >>> from tradecli.model.figure import Window
        >>> from tradecli.model.money import Money
        >>> year = Window("year", date(2025, 12, 1))
        >>> figures = [Figure("export", year, Money(value, 1, "USD")) for value in (50, 30, 20, 100)]
        >>> [int(bound) for bound in concentration_of(figures[:3], figures[3])[:2]]
        [3800, 3800]
        >>> [int(bound) for bound in concentration_of(figures[:2], figures[3])[:2]]
        [3400, 3800]
    """
    if total is None or total.money is None or total.flow == "balance" or total.money.value <= 0:
        return None
    known = [part for part in parts if part.money is not None]
    values = [part.money.value for part in known if part.money]
    for part in known:
        if part.money:
            part.money.same_currency(total.money)
    rest = total.money.value - sum(values)
    # Uncertainties are whole units of the last digit: twice the half units.
    rounding = total.uncertainty + sum(part.uncertainty for part in known)
    if not values or min(values) < 0 or 2 * rest < -rounding:
        return None
    whole = total.money.value**2
    low = Fraction(10_000 * sum(value**2 for value in values), whole)
    return Concentration(low, low + Fraction(10_000 * max(rest, 0) ** 2, whole), len(values))


def bounds(value: str = "value", total: str = "total") -> tuple[pl.Expr, pl.Expr]:
    """The least and the greatest Herfindahl index of a group of rows, as expressions to aggregate with.

    The formula, units and null rules of `concentration_of`, in floats, on figures without rounding.

    Args:
        value: The column of the parts, a row each; null where there is no figure.
        total: The column of their published total, the same in each row.

    Examples:
        >>> rows = pl.DataFrame({"value": [50, 30, None], "total": [100, 100, 100]})
        >>> low, high = bounds()
        >>> rows.select(low=low, high=high).row(0)
        (3400.0, 3800.0)
    """
    part, whole = pl.col(value).cast(pl.Float64), pl.col(total).cast(pl.Float64).first()
    rest = whole - part.sum()
    answered = (whole > 0) & (part.count() > 0) & (part.min() >= 0) & (rest >= 0)
    low = (100 * part / whole).pow(2).sum()
    return tuple(pl.when(answered).then(bound) for bound in (low, low + (100 * rest / whole).pow(2)))  # type: ignore[return-value]
