"""The rate that the formula of April 2025 gives for a pair of figures."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import NamedTuple

#: No rate was below this, in percent.
FLOOR = 10


class Tariff(NamedTuple):
    """The deficit's share of imports and the rate that the formula makes of it, in percent."""

    ratio: Fraction
    rate: int


def tariff_of(exports: int, imports: int) -> Tariff | None:
    """The rate of the formula of 2 April 2025: half the deficit's share of imports, 10 at least.

    ``ratio = 100 * (imports - exports) / imports``; ``rate = max(10, ceil(ratio / 2))``. The
    published formula divides by an elasticity of 4 and a pass-through of 0.25, which cancel out.
    Rounding up is inferred: it gives every rate of Annex I, rounding half up does not.

    Args:
        exports: Goods, as the United States count them.
        imports: The same, in the same unit.

    Returns:
        None without imports.

    Source:
        Executive Order 14257 of 2 April 2025, Annex I.

    Examples:
        >>> [tariff_of(423, 1163).rate, tariff_of(799, 681).rate, tariff_of(0, 0)]
        [32, 10, None]
    """
    if imports <= 0:
        return None
    ratio = Fraction(100 * (imports - exports), imports)
    return Tariff(ratio, max(FLOOR, ceil(ratio / 2)))
