"""Unit values: what a unit of quantity is worth on average, where quantities are held beside values."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import polars as pl

from tradecli.model.figure import Figure
from tradecli.model.ratio import Growth


class UnitValue(NamedTuple):
    """A unit value in whole units of currency for one unit of quantity, and what it rests on.

    `quantity` is that of the records that have one, `share` the percentage of the value that is theirs; it
    may be beyond 100 where other records correct downwards. Where `ratio` is None, `note` says why: `missing`
    (no figure), `no_quantity` (no record has one).
    """

    ratio: Fraction | None
    quantity: Fraction | None
    share: Fraction | None
    note: str


def unit_value_of(value: Figure, valued: Figure, quantity: Figure, *, parts: int = 1) -> UnitValue:
    """The unit value of a flow over a window: exact.

    ``unit value = sum of values / sum of quantities`` over the records that have both, the quantity above
    zero; ``share = 100 * valued / value``, 100 where both differ by no more than the rounding of *value*.
    It is no price: it moves with the mix of goods as well.

    Args:
        value: The value of all records.
        valued: The value of those with a quantity.
        quantity: The quantity of these.
        parts: Into how many parts *valued* and *quantity* cut a whole unit.

    Returns:
        No unit value where a figure is not there, or no record has a quantity: never zero for none. The
        share is None where there is no value.

    Source:
        United Nations, IMTS 2010 Compilers Manual, Revision 1, on unit values and the standard unit values
        (SUV) of UN Comtrade.

    Examples:
        >>> from datetime import date
        >>> from tradecli.model.money import Money
        >>> from tradecli.model.figure import Window
        >>> month = Window("month", date(2025, 1, 1))
        >>> all_of_it, with_one, kilograms = (
        ...     Figure("export", month, Money(amount, 1, "USD")) for amount in (1_000, 900, 30)
        ... )
        >>> found = unit_value_of(all_of_it, with_one, kilograms)
        >>> int(found.ratio), int(found.share)
        (30, 90)
        >>> unit_value_of(all_of_it, with_one, kilograms._replace(money=None)).note
        'missing'
    """
    if value.money is None or valued.money is None or quantity.money is None:
        return UnitValue(None, None, None, "missing")
    worth, whole = Fraction(valued.money.value, parts), value.money.value
    same = 2 * abs(worth - whole) <= value.uncertainty
    share = Fraction(100) if same and whole else 100 * worth / whole if whole else None
    amount = Fraction(quantity.money.value, parts)
    if amount <= 0:
        return UnitValue(None, amount, share, "no_quantity")
    return UnitValue(worth / amount, amount, share, "")


def unit_values(valued: str = "valued", quantity: str = "quantity") -> pl.Expr:
    """The unit value of each row of any table with both columns; the twin of `unit_value_of`, in floats.

    Examples:
        >>> rows = pl.DataFrame({"valued": [900, 5, None], "quantity": [30, 0, 4]})
        >>> rows.select(ratio=unit_values()).to_series().to_list()
        [30.0, None, None]
    """
    worth, amount = pl.col(valued).cast(pl.Float64), pl.col(quantity).cast(pl.Float64)
    return pl.when(amount > 0).then(worth / amount)


def unit_value_growth(now: UnitValue, base: UnitValue) -> Growth:
    """The growth of a unit value on an earlier one: ``100 * (now / base - 1)``, in percent.

    Returns:
        None and `missing` where either is not there, `zero_base` where the earlier one is not above zero.

    Examples:
        >>> amounts = (Fraction(3), Fraction(2), None)
        >>> three, two, none = (UnitValue(ratio, None, None, "") for ratio in amounts)
        >>> float(unit_value_growth(three, two).percent), unit_value_growth(three, none).note
        (50.0, 'missing')
    """
    if now.ratio is None or base.ratio is None:
        return Growth(None, note="missing")
    if base.ratio <= 0:
        return Growth(None, note="zero_base")
    percent = 100 * (now.ratio / base.ratio - 1)
    return Growth(percent, percent, percent)
