"""How likely a change fits a wrong number by luck, among the alternatives that were tried."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from math import log

from tradecli.claims import Assertion
from tradecli.reports.measure import multiple
from tradecli.reports.measured import Measured
from tradecli.statistics.growth import claimed_band

#: A change is told only if less than this chance speaks for luck.
LIMIT = 0.05
#: Levels and multiples spread over factors, those within this one of each other as densely everywhere.
NEAR_FACTOR = 2
#: Percentages spread over points; within so many as densely everywhere.
NEAR_POINTS = 20
#: Measures in percent or points.
PERCENTAGES = frozenset({"yoy", "mom", "share", "points", "contribution", "growth"})
#: Places and streaks spread over so many numbers at least.
NEAR_COUNTS = 24


class Tried:
    """The alternatives that were tried, by the kind of change."""

    def __init__(self) -> None:
        self.number = 0
        self._near: dict[str, set[Fraction]] = defaultdict(set)

    def count(self, kind: str, assertion: Assertion, found: Measured) -> None:
        """Note one alternative; those of one value are one, and far ones could not have fitted."""
        self.number += 1
        if found.value is not None and near(assertion, found.value):
            self._near[kind].add(found.value)

    def chance(self, kind: str, assertion: Assertion) -> float:
        """The chance that one of a kind of change would have fitted whatever number was claimed."""
        return len(self._near[kind]) * single(assertion)


def near(assertion: Assertion, value: Fraction) -> bool:
    """Whether an alternative is one that a wrong number could have met."""
    quantity = assertion.quantity
    if quantity is None or assertion.measure in {"rank", "streak"}:
        return True
    if assertion.measure in PERCENTAGES:
        return abs(value - quantity.value) <= NEAR_POINTS
    # Of two fractions with one denominator the numerators are compared: most of what is tried comes here.
    claimed = abs(quantity.value.numerator) * value.denominator
    return (
        claimed <= NEAR_FACTOR * abs(value.numerator) * quantity.value.denominator <= NEAR_FACTOR**2 * claimed
    )


def single(assertion: Assertion) -> float:
    """The chance that one near alternative fits by luck: the width of the number among all near ones.

    Examples:
        >>> from tradecli.quantity import quantity
        >>> round(single(Assertion("yoy", quantity("36.6"))), 4)
        0.0025
        >>> round(single(Assertion("level", quantity("64.05"))), 6)
        0.000113
    """
    quantity = assertion.quantity
    if assertion.word:
        low, high = claimed_band(multiple(assertion.word))
        return log(min(high, low * NEAR_FACTOR) / low) / log(NEAR_FACTOR**2)
    if quantity is None or assertion.measure in {"rank", "streak"}:
        return 1 / NEAR_COUNTS
    if assertion.measure in PERCENTAGES:
        return float(quantity.half / NEAR_POINTS)
    size = abs(quantity.value)
    if size <= quantity.half:
        return 1.0
    return log((size + quantity.half) / (size - quantity.half)) / log(NEAR_FACTOR**2)
