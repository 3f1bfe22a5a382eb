"""Pictures in SVG: one line chart and one bar chart, for pages and as files; nothing fetched.

Colours stand on the drawing itself, so that a file of it shows them; the sheet of a page replaces them
by its own, light and dark. What is told by colour is told by shape or side as well.
"""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tradecli.catalogue.style import UNITS, Style
from tradecli.catalogue.writer import cell, write
from tradecli.model.money import Money
from tradecli.model.picture import Mark, Picture
from tradecli.model.report import Statement
from tradecli.render.clean import clean

#: The drawing's size and margins, in its own units; the margin on the left grows with the figures there.
WIDE, HIGH, RIGHT, TOP, BOTTOM = 760, 340, 16, 30, 40
#: Room for one sign of a label, and for the figure at the end of a bar: at the size of a phone.
SIGN, FIGURE = 12, 118
#: The height of a bar with its name above it, the bar's own, and where it begins.
ROW, BAR, NAME = 58, 14, 30
FONTS = "system-ui,Noto Sans CJK TC,Noto Sans TC,PingFang TC,Microsoft JhengHei,Helvetica,Arial,sans-serif"
#: How many signs of a title and a subtitle fit on a line of a file; Chinese ones count double.
TITLE, SUBTITLE = 84, 112


def figure(picture: Picture, style: Style) -> str:
    """A picture within a page: the drawing and, below it, its description in words."""
    alt = _text(picture.alt, style)
    graphic = f'<svg viewBox="0 0 {WIDE} {_height(picture)}" role="img" aria-label="{alt}">'
    drawing = "\n".join([graphic, *_drawing(picture, style), "</svg>"])
    return f"<figure>\n{drawing}\n<figcaption>{alt}</figcaption>\n</figure>"


def file(picture: Picture, style: Style) -> str:
    """A picture as a file of its own: title and subtitle above it, its description inside."""
    title, alt = _text(picture.title, style), _text(picture.alt, style)
    head = [
        f'<text x="20" y="{36 + 22 * place}" {looks}>{html.escape(line)}</text>'
        for place, (line, looks) in enumerate(_head(picture, style))
    ]
    top = 30 + 22 * len(head)
    wide, high = WIDE + 40, top + _height(picture) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'role="img" aria-label="{alt}" font-family="{FONTS}">',
        f"<title>{title}</title>\n<desc>{alt}</desc>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        *head,
        f'<g transform="translate(20 {top})">',
        *_drawing(picture, style),
        "</g>\n</svg>\n",
    ]
    return "\n".join(parts)


def _head(picture: Picture, style: Style) -> Iterator[tuple[str, str]]:
    """The lines of title and subtitle, and how each looks."""
    for statement, length, looks in (
        (picture.title, TITLE, 'font-size="16" font-weight="600" fill="#1b1f24"'),
        (picture.subtitle, SUBTITLE, 'font-size="12" fill="#57606a"'),
    ):
        yield from ((line, looks) for line in broken(clean(write(statement, style)), length))


def broken(text: str, length: int) -> list[str]:
    """A text in lines of so many signs; Chinese ones count double, and no number is cut.

    Examples:
        >>> broken("one two three", 8)
        ['one two', 'three']
    """
    if text.isascii():
        return textwrap.wrap(text, length) or [""]
    from tradecli.render.table import wrapped

    return wrapped(text, length).split("\n")


def _height(picture: Picture) -> int:
    return HIGH if picture.kind == "line" else ROW * len(picture.marks) + 8


def _drawing(picture: Picture, style: Style) -> list[str]:
    parts = _line(picture.marks, style) if picture.kind == "line" else _bars(picture.marks, style)
    return list(parts)


def _text(statement: Statement, style: Style) -> str:
    return html.escape(clean(write(statement, style)))


def scaled(amount: Money | None, style: Style) -> float | None:
    """A figure in the unit in force, for drawing only."""
    return None if amount is None else amount.value / 10 ** UNITS[style.scale][0]


def _label(x: float, y: float, text: str, anchor: str = "start") -> str:
    where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {where} font-size="13" fill="#57606a">{html.escape(text)}</text>'


def _rule(x1: float, x2: float, y1: float, y2: float, *, zero: bool = False) -> str:
    name, colour = ("zero", "#57606a") if zero else ("grid", "#d0d7de")
    return f'<line class="{name}" x1="{x1:.1f}" x2="{x2:.1f}" y1="{y1:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


class _Canvas(NamedTuple):
    """Where months and figures lie on the drawing."""

    left: int
    months: int
    low: float
    high: float

    def x(self, place: int) -> float:
        return self.left + (WIDE - self.left - RIGHT) * place / max(1, self.months - 1)

    def y(self, value: float) -> float:
        return TOP + (HIGH - TOP - BOTTOM) * (self.high - value) / ((self.high - self.low) or 1.0)


def _line(marks: Sequence[Mark], style: Style) -> Iterator[str]:
    """The line, broken where a month is missing, with its records as diamonds."""
    values = [scaled(mark.money, style) for mark in marks]
    known = [value for value in values if value is not None]
    step = _step(max(0.0, *known) - min(0.0, *known))
    low, high = (rounded(pick(0.0, *known) / step) * step for pick, rounded in _ENDS)
    rungs = [low + step * place for place in range(round((high - low) / step) + 1)]
    texts = [f"{rung:,.{max(0, -math.floor(math.log10(step)))}f}" for rung in rungs]
    canvas = _Canvas(12 + SIGN * max(map(len, texts)), len(marks), low, high)
    for rung, text in zip(rungs, texts, strict=True):
        y = canvas.y(rung)
        yield _rule(canvas.left, WIDE - RIGHT, y, y, zero=low < 0 and abs(rung) < step / 2)
        yield _label(canvas.left - 8, y + 4, text, "end")
    yield from _months(marks, canvas, style)
    yield from _runs(values, canvas)
    yield from _points(marks, values, canvas, style)
    if any(mark.record for mark in marks):
        yield _diamond(canvas.left + 6, 12, "")
        yield _label(canvas.left + 18, 17, clean(write(Statement("charts.record"), style)))


_ENDS = ((min, math.floor), (max, math.ceil))


def _step(reach: float) -> float:
    """A round distance between grid lines, for four or five of them.

    Examples:
        >>> _step(19.9), _step(4.1), _step(640.5)
        (5.0, 1.0, 200.0)
    """
    power = 10.0 ** math.floor(math.log10((reach or 1.0) / 4))
    return next(power * size for size in (1, 2, 5, 10) if power * size * 5 >= reach)


def _months(marks: Sequence[Mark], canvas: _Canvas, style: Style) -> Iterator[str]:
    """The names of the first month, the last, and two in between."""
    last = len(marks) - 1
    for place in sorted({round(last * third / 3) for third in range(4)}):
        anchor = "start" if place == 0 else "end" if place == last else "middle"
        yield _label(canvas.x(place), HIGH - 12, clean(cell(marks[place].label, style)), anchor)


def _runs(values: Sequence[float | None], canvas: _Canvas) -> Iterator[str]:
    """The line in stretches: never drawn across a month that is missing; a month alone is a dot."""
    runs: list[list[tuple[float, float]]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((canvas.x(place), canvas.y(value)))
    for run in runs:
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in run)
        if len(run) > 1:
            looks = 'fill="none" stroke="#1f5fa8" stroke-width="2.5"'
            yield f'<polyline class="series" points="{points}" {looks}/>'
        elif run:
            x, _, y = points.partition(",")
            yield f'<circle class="alone" cx="{x}" cy="{y}" r="3" fill="#1f5fa8"/>'


def _points(
    marks: Sequence[Mark], values: Sequence[float | None], canvas: _Canvas, style: Style
) -> Iterator[str]:
    """The records as diamonds, and over each month what it shows when it is pointed at."""
    record = write(Statement("charts.record"), style)
    for place, (mark, value) in enumerate(zip(marks, values, strict=True)):
        if value is None:
            continue
        name = f"{cell(mark.label, style)}: {cell(mark.amount, style)}"
        x, y = canvas.x(place), canvas.y(value)
        if mark.record:
            yield _diamond(x, y, f"{name}, {record}")
        else:
            told = f"<title>{html.escape(clean(name))}</title>"
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" fill-opacity="0">{told}</circle>'


def _diamond(x: float, y: float, name: str) -> str:
    points = f"{x:.1f},{y - 6:.1f} {x + 6:.1f},{y:.1f} {x:.1f},{y + 6:.1f} {x - 6:.1f},{y:.1f}"
    told = f"<title>{html.escape(clean(name))}</title>" if name else ""
    return f'<polygon class="record" points="{points}" fill="#b3261e">{told}</polygon>'


def _bars(marks: Sequence[Mark], style: Style) -> Iterator[str]:
    """Bars from a common zero, falls to the left of it; each below its name, its figure at its end."""
    values = [scaled(mark.money, style) or 0.0 for mark in marks]
    least, most = min(0.0, *values), max(0.0, *values)
    left, right = (FIGURE if least < 0 else 8), (FIGURE if most > 0 else 8)
    scale = (WIDE - left - right) / ((most - least) or 1.0)
    zero = left - least * scale
    for place, (mark, value) in enumerate(zip(marks, values, strict=True)):
        top, long = ROW * place, abs(value) * scale
        begin, side = (zero, 1) if value >= 0 else (zero - long, -1)
        name = "rise" if value >= 0 else "fall"
        shape = f'x="{begin:.1f}" y="{top + NAME}" width="{long:.1f}" height="{BAR}"'
        colour = "#1f5fa8" if value >= 0 else "#8a5a00"
        yield _label(0, top + NAME - 12, clean(cell(mark.label, style)))
        yield f'<rect class="{name}" {shape} fill="{colour}"/>'
        # Broken between the bars, where it would cross their names.
        yield _rule(zero, zero, top + NAME - 3, top + NAME + BAR + 3, zero=True)
        end = zero + side * (long + 6)
        yield _label(
            end, top + NAME + BAR - 1, clean(cell(mark.amount, style)), "start" if side > 0 else "end"
        )
