"""Where figures and months lie on a drawing, and which of them are named at its edges. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tradecli.model.figure import Window

#: Most spaces between the grid lines of a drawing, and most years that one tick stands for.
MOST, YEARS = 5, (1, 2, 5, 10, 20, 50)
#: The month of a window's end that begins a year; of years, which have but one, there is no choice.
_FIRST = {"month": 1, "rolling_12": 1, "quarter": 3}


class Scale(NamedTuple):
    """From figures (`low` to `high`) to places on the drawing (`start` to `end`)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a figure lies.

        Examples:
            >>> Scale(0, 20, 300, 100).at(5)
            250.0
        """
        return self.start + (self.end - self.start) * (value - self.low) / ((self.high - self.low) or 1.0)


def step(reach: float, most: int = MOST) -> float:
    """A round distance between grid lines, for at most so many of them.

    Examples:
        >>> step(19.9), step(4.1), step(640.5), step(0.3)
        (5.0, 1.0, 200.0, 0.1)
    """
    power = 10.0 ** math.floor(math.log10((reach or 1.0) / most))
    return next(power * size for size in (1, 2, 5, 10) if power * size * most >= reach * (1 - 1e-9))


def ticks(values: Sequence[float], most: int = MOST) -> list[float]:
    """Round figures from below the least to above the greatest, zero among them.

    Examples:
        >>> ticks([2.1, 19.9]), ticks([-3.2, 4.0]), ticks([])
        ([0.0, 5.0, 10.0, 15.0, 20.0], [-4.0, -2.0, 0.0, 2.0, 4.0], [0.0, 1.0])
    """
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    if low == high:
        return [0.0, 1.0]
    size = step(high - low, most)
    while (last := math.ceil(high / size - 1e-9)) - (first := math.floor(low / size + 1e-9)) > most:
        size = step(size * most * 1.01, most)
    return [place * size + 0.0 for place in range(first, last + 1)]


class Axis(NamedTuple):
    """The figures from the foot of a drawing to its head, and the round ones among them."""

    low: float
    high: float
    ticks: Sequence[float]


def axis(values: Sequence[float]) -> Axis:
    """The room that figures need: to the next round one where that is near, else just beyond them.

    Examples:
        >>> axis([3.0, 19.0])
        Axis(low=0.0, high=20.0, ticks=[0.0, 5.0, 10.0, 15.0, 20.0])
        >>> axis([-0.5, 19.0]).low, axis([-0.5, 19.0]).ticks[0]
        (-0.75, 0.0)
    """
    rounded = ticks(values, MOST + 1)
    size = rounded[1] - rounded[0]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    bottom, top = rounded[0], rounded[-1]
    if low == high:
        return Axis(bottom, top, rounded)
    if low - bottom > size / 2:
        bottom = low - size / 20 if low < 0 else 0.0
    if top - high > size / 2:
        top = high + size / 20 if high > 0 else 0.0
    return Axis(bottom, top, [tick for tick in rounded if bottom <= tick <= top])


def label(tick: float, size: float) -> str:
    """A round figure as it is printed, with no more decimals than the distance between two needs.

    Examples:
        >>> label(15.0, 5.0), label(-0.4, 0.2), label(1200.0, 200.0)
        ('15', '-0.4', '1,200')
    """
    decimals = max(0, -math.floor(math.log10(size) + 1e-9))
    return f"{tick:,.{decimals}f}"


class Tick(NamedTuple):
    """A place on the axis of time, with its name, or none where a name would not fit."""

    place: int
    name: str


def years(
    windows: Sequence[Window], spacing: float, measure: Callable[[str], float], name: Callable[[Window], str]
) -> list[Tick]:
    """The ticks of time: each year where it begins, with as many names as fit; of a short time its months.

    Args:
        windows: What is shown, evenly spaced.
        spacing: The distance from one to the next.
        measure: The width of a name.
        name: A window's own name, for a time of less than two Januaries.
    """
    first = _FIRST.get(windows[0].span)
    begun = [place for place, one in enumerate(windows) if first in {None, one.through.month}]
    if first and len(begun) < 2:
        return _each(windows, spacing, measure, name)
    room = spacing * (12 if first == 1 else 4 if first else 1)
    widest = measure("2000") * 1.4
    every = next((number for number in YEARS if number * room >= widest), YEARS[-1])
    return [
        Tick(place, str(windows[place].through.year) if windows[place].through.year % every == 0 else "")
        for place in begun
    ]


def _each(
    windows: Sequence[Window], spacing: float, measure: Callable[[str], float], name: Callable[[Window], str]
) -> list[Tick]:
    """Every window by its own name, or every second, third, ... of them counted from the last."""
    names = list(map(name, windows))
    widest = max(map(measure, names)) * 1.25
    every = max(1, math.ceil(widest / (spacing or 1.0)))
    last = len(windows) - 1
    return [Tick(place, name if (last - place) % every == 0 else "") for place, name in enumerate(names)]


def apart(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Middles of labels one above the other, none over another, each as near as can be to where it belongs.

    Examples:
        >>> apart([50, 52, 90], [10, 10, 10], 0, 100)
        [50, 60.0, 90]
        >>> apart([98, 99], [10, 10], 0, 100)
        [85.0, 95.0]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    placed = list(wanted)
    edge = top
    for place in order:
        placed[place] = max(placed[place], edge + heights[place] / 2)
        edge = placed[place] + heights[place] / 2
    edge = bottom
    for place in reversed(order):
        placed[place] = min(placed[place], edge - heights[place] / 2)
        edge = placed[place] - heights[place] / 2
    return placed
