"""Bars of parts: each from a common zero, with its name and its figure. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell
from tradecli.model.picture import Picture
from tradecli.render.chart import shapes
from tradecli.render.chart.over_time import scaled
from tradecli.render.chart.scales import Scale
from tradecli.render.chart.widths import broken, width
from tradecli.render.clean import clean

#: Sizes of names and figures; a bar's height; what lies between two rows, and beside a figure.
SIZE, BAR, BETWEEN, BESIDE = 12.5, 16, 8, 6
#: Paper narrower than this has the names above their bars, wider this part of it for them.
ABOVE, NAMES = 560, 0.36


class Row(NamedTuple):
    """A part: the lines of its name, its figure as a number and in words, where it begins, how high it is."""

    name: Sequence[str]
    value: float
    amount: str
    top: float
    high: float


def rows(picture: Picture, style: Style, *, top: float, wide: float) -> list[Row]:
    """The parts from above to below."""
    above = wide < ABOVE
    found: list[Row] = []
    for mark in picture.marks:
        name = broken(clean(cell(mark.label, style)), wide if above else wide * NAMES, SIZE)
        lines = len(name) * SIZE * shapes.LEADING
        high = (lines + BAR if above else max(lines, BAR)) + BETWEEN
        found.append(Row(name, scaled(mark.money, style) or 0.0, clean(cell(mark.amount, style)), top, high))
        top += high
    return found


def height(picture: Picture, style: Style, *, wide: float) -> float:
    """How high the bars are together."""
    return sum(row.high for row in rows(picture, style, top=0, wide=wide))


def drawing(picture: Picture, style: Style, *, top: float, wide: float) -> Iterator[str]:
    """The bars, rises to the right of zero and falls to the left of it."""
    found = rows(picture, style, top=top, wide=wide)
    scale = _scale(found, wide)
    zero = scale.at(0)
    above = wide < ABOVE
    if not above:
        yield shapes.rule(zero, found[0].top, zero, found[-1].top + found[-1].high, "zero")
    for row in found:
        lines = len(row.name) * SIZE * shapes.LEADING
        y = row.top + (lines if above else (row.high - BETWEEN - BAR) / 2)
        text_top = row.top if above else row.top + (row.high - BETWEEN - lines) / 2
        yield from shapes.paragraph(0, text_top, row.name, SIZE, looks="ink")
        end = scale.at(row.value)
        kind, looks = ("rise", "f0") if row.value >= 0 else ("fall", "f1")
        yield shapes.box(
            min(end, zero), y, abs(end - zero), BAR, looks, kind, f"{' '.join(row.name)}: {row.amount}"
        )
        if above:
            # Broken between the bars, where it would cross their names.
            yield shapes.rule(zero, y - 1, zero, y + BAR + 1, "zero")
        right = row.value >= 0
        yield shapes.label(
            end + (BESIDE if right else -BESIDE),
            y + BAR / 2 + SIZE * 0.35,
            row.amount,
            SIZE,
            looks="ink",
            anchor="" if right else "end",
            bold=True,
        )


def _scale(found: Sequence[Row], wide: float) -> Scale:
    """Zero and the longest bars, so that every figure has room beyond its bar."""
    left = 0.0 if wide < ABOVE else wide * NAMES + 2 * BESIDE
    room = [width(row.amount, SIZE, bold=True) + BESIDE for row in found]
    # Short bars may stand in the room of a figure on the other side, but none goes beyond the paper.
    falls = [(-row.value, need) for row, need in zip(found, room, strict=True) if row.value < 0]
    rises = [(row.value, need) for row, need in zip(found, room, strict=True) if row.value >= 0]
    before = max((need for _, need in falls), default=0.0)
    after = max((need for _, need in rises), default=0.0)
    least, most = max((v for v, _ in falls), default=0.0), max((v for v, _ in rises), default=0.0)
    return Scale(-least, most, left + before, wide - after)
