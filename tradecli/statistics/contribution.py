"""Contributions: how much of a total's change each part carried, and what is left over."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tradecli.model.figure import Figure
from tradecli.model.money import Money
from tradecli.model.ratio import Points, Share
from tradecli.statistics.growth import growth_of
from tradecli.statistics.interval import percentage

#: Below this growth of the total, in percent, a share of the change says nothing.
LEAST_GROWTH = Fraction(1, 2)


def points_of(
    now: Figure | None, base: Figure | None, total_now: Figure | None, total_base: Figure | None
) -> Points | None:
    """The percentage points that a part adds to its total's growth: exact, with its interval.

    ``100 * (now - base) / total_base``: the part's growth times its share of the base. Over parts that make
    up the total the points add up to the total's growth. The half units of *now* and *base* add up, that of
    the total's base moves what is divided by.

    Args:
        now: The part.
        base: The part a year earlier.
        total_now: Its total.
        total_base: Its total a year earlier.

    Returns:
        Percentage points; None where a figure is missing, or the total has no growth rate.

    Raises:
        MixedCurrencies: The figures are of two currencies.

    Source:
        Growth times the weight of the period before, as national accounts define it (INSEE c1207).

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
    """How much of its total's change a part carried, in percent.

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
    if abs(growth.percent) < LEAST_GROWTH:
        return None
    return Share(*percentage(change.value, 0, total.value, 0))


def sum_of(parts: Sequence[Figure]) -> Figure:
    """The sum of figures of one flow and window that hold no trade twice: at least one, all with money.

    Raises:
        MixedCurrencies: The figures are of two currencies.
    """
    return _joined(parts, [part.money for part in parts if part.money])


def rest_of(total: Figure, parts: Sequence[Figure]) -> Figure:
    """What of a total no part holds: ``total - sum of parts``, in whole units; basis `difference`.

    So the changes of parts and rest add up to the change of the total exactly. Its uncertainty is that of
    all terms together. Overlaps and revisions can make it negative.

    Args:
        total: The published total, with money.
        parts: Figures of the same flow and window, all with money; no two may hold the same trade.

    Raises:
        MixedCurrencies: The figures are of two currencies.
    """
    terms = [total.money, *(part.money and -part.money for part in parts)]
    rest = _joined([total, *parts], [term for term in terms if term])
    return rest._replace(basis="difference")


def _joined(figures: Sequence[Figure], terms: Sequence[Money]) -> Figure:
    """A figure made of several: money added up, the newest vintage, the oldest, the origins of all."""
    money, *others = terms
    for term in others:
        money += term
    newest = max(figures, key=lambda figure: figure.vintage_code or 0)
    return newest._replace(
        flow=figures[0].flow,
        money=money,
        uncertainty=sum(figure.uncertainty for figure in figures),
        basis="sum",
        oldest=min((figure.oldest for figure in figures if figure.oldest), default=None),
        known_by=max((figure.known_by for figure in figures if figure.known_by), default=None),
        origins=tuple(sorted({origin for figure in figures for origin in figure.origins})),
    )
