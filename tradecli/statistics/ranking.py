"""The rank of each figure among all of one period."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def ranks(measures: Sequence[int | Fraction | None]) -> list[int | None]:
    """The rank of each measure among all of them, the highest first.

    ``rank = 1 + number of strictly greater measures``, on unrounded figures: what ties shares a rank.

    Returns:
        One rank a measure, None where the measure is.

    Examples:
        >>> ranks([5, 9, None, 9])
        [3, 1, None, 1]
    """
    first: dict[int | Fraction, int] = {}
    known = (measure for measure in measures if measure is not None)
    for place, measure in enumerate(sorted(known, reverse=True), 1):
        first.setdefault(measure, place)
    return [None if measure is None else first[measure] for measure in measures]
