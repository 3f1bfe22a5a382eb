"""The share of a partner in a flow's total."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from tradecli.model.figure import Figure
from tradecli.model.money import Money
from tradecli.model.ratio import Share
from tradecli.statistics.interval import percentage


def share_of(part: Figure | None, total: Figure | None) -> Share | None:
    """The share of a part in its total: exact, with its interval.

    ``share = 100 * part / total``, on the published total, never on a sum of listed parts.

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


def shares(
    part: Sequence[tuple[date, Money]], total: Sequence[tuple[date, Money]]
) -> list[tuple[date, Fraction]]:
    """Every share of a part in its total, in percent, in the order of the part; see `share_of`."""
    totals = {day: money.value for day, money in total}
    return [
        (day, Fraction(100 * money.value, whole)) for day, money in part if (whole := totals.get(day, 0)) > 0
    ]
