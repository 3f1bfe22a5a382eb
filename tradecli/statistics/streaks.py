"""Streaks: months in a row with the same direction, honest about what gaps and starts hide."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli.model.figure import Streak


def streak_of(directions: Sequence[int | None]) -> Streak | None:
    """The streak that the last of these months ends; zero ends a streak, a month not known leaves it open.

    Args:
        directions: A number a month, oldest first, whose sign is counted: of growth the change, or 0 on a
            zero base; None for a month that is not known.

    Returns:
        None where the last month is not known.

    Examples:
        >>> streak_of([1, -4, 5, 2])
        Streak(length=2, at_least=False)
        >>> streak_of([2, None, -7])
        Streak(length=-1, at_least=True)
        >>> streak_of([1, None])
    """
    if not directions or directions[-1] is None:
        return None
    length, sign = 0, (directions[-1] > 0) - (directions[-1] < 0)
    for direction in reversed(directions):
        if direction is None:
            break
        if sign == 0 or direction * sign <= 0:
            return Streak(length * sign, at_least=False)
        length += 1
    return Streak(length * sign, at_least=True)


def on_the_year(values: Sequence[int | None]) -> list[int | None]:
    """For each month a number whose sign says whether it rose on the year; 0 on a zero base.

    Examples:
        >>> on_the_year([3, 0, *[1] * 10, 5, 2, None])[-3:]
        [2, 0, None]
    """
    pairs = zip([None] * 12 + [*values[:-12]], values, strict=False)
    return [None if now is None or base is None else now - base if base else 0 for base, now in pairs]
