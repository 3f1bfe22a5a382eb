"""Quantities and unit values beside the figures of a series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from tradecli.facts.places import Place
from tradecli.model.figure import Figure
from tradecli.model.ratio import Growth
from tradecli.model.report import Cell, Statement
from tradecli.question import Quantities
from tradecli.remembered_series import series_of
from tradecli.reports.shared import say
from tradecli.statistics.unit_value import UnitValue, unit_value_growth, unit_value_of

#: Numbers from this on are shown without decimals; below the other with more of them.
_WHOLE, _FINE = 10_000, 10


class PerUnit(NamedTuple):
    """The unit value of a figure, its growth on the year, and the unit of the quantity."""

    now: UnitValue
    growth: Growth
    unit: str


class Quantified:
    """The quantities of a pair over the windows of its figures."""

    def __init__(self, quantities: Quantities, flows: Sequence[str], spans: Sequence[str]) -> None:
        """Make the windows of quantities, and of the values that have one."""
        self.unit, self.parts = quantities.unit, quantities.parts
        self._quantity = series_of(quantities.quantity, flows, spans)
        self._valued = series_of(quantities.valued, flows, spans)

    def per_unit(self, figure: Figure, base: Figure) -> PerUnit:
        """The unit value of a figure, and its growth on that of another."""
        now = self._unit_value(figure)
        return PerUnit(now, unit_value_growth(now, self._unit_value(base)), self.unit)

    def _unit_value(self, figure: Figure) -> UnitValue:
        valued, quantity = (one.figure(figure.flow, figure.window) for one in (self._valued, self._quantity))
        return unit_value_of(figure, valued, quantity, parts=self.parts)


def quantities(
    found: PerUnit | None,
) -> tuple[float | None, str | None, float | None, float | None, float | None, str | None]:
    """The cells of a machine row: quantity, its unit, its share of the value, unit value, growth, note."""
    if found is None:
        return None, None, None, None, None, None
    now = found.now
    numbers = [None if one is None else float(one) for one in (now.quantity, now.share, now.ratio)]
    growth = None if found.growth.percent is None else float(found.growth.percent)
    return numbers[0], found.unit, numbers[1], numbers[2], growth, now.note or None


def amount(number: Fraction | None) -> Cell:
    """A quantity or unit value as a table shows it, with more decimals the smaller it is."""
    if number is None:
        return None
    size = "whole" if abs(number) >= _WHOLE else "fine" if abs(number) < _FINE else None
    return say("series.amount", size, number=number)


def notes(shown: Sequence[PerUnit], place: Place | None) -> Iterator[Statement]:
    """What unit values are, and on how much of the value they rest.

    Args:
        shown: Those of one partner.
        place: The partner, where there are several.
    """
    if not shown:
        return
    yield say("series.unit_value_is")
    shares = [one.now.share for one in shown if one.now.share is not None]
    if any(share != 100 for share in shares):
        least, most = min(shares), max(shares)
        same = None if least != most else "same"
        yield say("series.quantity_share", same, place=place, least=least, most=most)
    lacking = sum(one.now.note == "no_quantity" for one in shown)
    if lacking:
        yield say("series.no_quantity", place=place, count=lacking)
