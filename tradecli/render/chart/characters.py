"""Charts in characters, for a terminal as wide as it is; nothing in a line is wider. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, formatted, write
from tradecli.model.figure import Window
from tradecli.model.picture import Line, Mark, Picture
from tradecli.model.report import Statement
from tradecli.render.chart import scales
from tradecli.render.chart.over_time import scaled
from tradecli.render.chart.widths import held
from tradecli.render.clean import clean

#: Columns where nobody says how many there are.
WIDTH = 80
#: Rows between two grid lines of one series, fewer where there are more than `MANY`, so that all of it fits
#: on a screen of 24 rows; and the rows of each of several.
ROWS, FEWER, MANY, STRIP = 3, 2, 5, 3
#: The dots of a character by column and row, and the first of these characters.
_DOTS, _FIRST = ((1, 2, 4, 64), (8, 16, 32, 128)), 0x2800


class _Raster:
    """Characters of two by four dots each, drawn upon from the top left."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._cells = [[0] * columns for _ in range(rows)]
        self._over: dict[tuple[int, int], str] = {}

    def dot(self, x: int, y: int) -> None:
        """Set one dot; what lies beyond the edges is left out."""
        if 0 <= x < 2 * self.columns and 0 <= y < 4 * self.rows:
            self._cells[y // 4][x // 2] |= _DOTS[x % 2][y % 4]

    def line(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Set the dots from one to another."""
        (x, y), (u, v) = start, end
        steps = max(abs(u - x), abs(v - y), 1)
        for number in range(steps + 1):
            self.dot(round(x + (u - x) * number / steps), round(y + (v - y) * number / steps))

    def put(self, x: int, y: int, sign: str) -> None:
        """Put a sign over the character at a dot."""
        self._over[min(max(y // 4, 0), self.rows - 1), min(max(x // 2, 0), self.columns - 1)] = sign

    def lines(self) -> list[str]:
        """The characters."""
        return [
            "".join(
                self._over.get((row, column)) or (chr(_FIRST + dots) if dots else " ")
                for column, dots in enumerate(cells)
            )
            for row, cells in enumerate(self._cells)
        ]


def body(picture: Picture, style: Style, width: int | None = None) -> list[str]:
    """The lines of the drawing alone, none wider than so many columns."""
    wide = max(width or WIDTH, 20)
    drawn = {"bars": _bars, "lines": _strips}.get(picture.kind, _over_time)(picture, style, wide)
    return [line.rstrip() for line in drawn]


def _over_time(picture: Picture, style: Style, wide: int) -> Iterator[str]:
    """One series: bars or a line, with round figures to its left, years below, its last figure beside it."""
    marks = picture.marks
    known = [scaled(mark.money, style) for mark in marks]
    grid = scales.ticks([value for value in known if value is not None])
    size = grid[1] - grid[0]
    names = [scales.label(tick, size) for tick in grid]
    edge = max(map(len, names)) + 1
    end = clean(cell(next(mark for mark in reversed(marks) if mark.money).amount, style))
    columns = wide - edge - 2 - len(end)
    between = ROWS if len(grid) <= MANY else FEWER
    raster = _Raster(columns, between * (len(grid) - 1) + 1)
    places = _places(len(marks), columns)
    rise = 4 * between / size
    dots = [None if value is None else round((grid[-1] - value) * rise) + 3 for value in known]
    zero = round(grid[-1] * rise) + 3
    raster.line((0, zero), (2 * columns, zero))
    _draw(raster, picture, places, dots, zero)
    beside = next(dot for dot in reversed(dots) if dot is not None) // 4
    at = {round((grid[-1] - tick) * rise + 3) // 4: name for tick, name in zip(grid, names, strict=True)}
    for row, line in enumerate(raster.lines()):
        yield f"{at.get(row, ''):>{edge - 1}} {line} {end if row == beside else ''}"
    yield from _below(marks, places, style, " " * edge, columns)
    yield from _legend(picture, style)


def _places(count: int, columns: int) -> list[int]:
    """The middle dot of each of so many windows."""
    return [int((place + 0.5) * 2 * columns / count) for place in range(count)]


def _draw(
    raster: _Raster, picture: Picture, places: Sequence[int], dots: Sequence[int | None], zero: int
) -> None:
    """Bars from zero or a line, broken at gaps, and the records above or below them."""
    half = max(0, (2 * raster.columns // len(places) - 1) // 2)
    bars = picture.kind == "columns"
    for number, (x, y) in enumerate(zip(places, dots, strict=True)):
        if y is None:
            continue
        before = dots[number - 1] if number else None
        if bars:
            for column in range(x - half, x + half + 1):
                raster.line((column, zero), (column, y))
        elif before is not None:
            raster.line((places[number - 1], before), (x, y))
        else:
            raster.dot(x, y)
    for mark, x, y in zip(picture.marks, places, dots, strict=True):
        if mark.record and y is not None:
            raster.put(x, y + 4 if mark.deepest else y - 4, "▼" if mark.deepest else "▲")


def _below(
    marks: Sequence[Mark], places: Sequence[int], style: Style, edge: str, columns: int
) -> Iterator[str]:
    """The axis of time: a tick where each year begins, its name below where there is room."""
    windows = [mark.label for mark in marks if isinstance(mark.label, Window)]
    ticks = scales.years(
        windows,
        columns / len(marks),
        lambda text: float(cell_len(text) + 1),
        lambda window: clean(formatted(window, style, "tick")),
    )
    rule, names = ["─"] * columns, ""
    for place, name in ticks:
        column = min(places[place] // 2, columns - 1)
        rule[column] = "┬"
        start = max(0, min(column - cell_len(name) // 2, columns - cell_len(name)))
        if name and start >= cell_len(names) + bool(names):
            names += " " * (start - cell_len(names)) + name
    yield f"{edge}{''.join(rule)}"
    yield f"{edge}{names}"


def _legend(picture: Picture, style: Style) -> Iterator[str]:
    """What the marks mean of which there are any, and how many figures are missing."""
    marks = picture.marks
    told = [("▲", "charts.record")] if any(mark.record and not mark.deepest for mark in marks) else []
    told += [("▼", "charts.deepest")] if any(mark.deepest for mark in marks) else []
    for sign, key in told:
        yield f"{sign} {clean(write(Statement(key), style))}"
    gaps = [clean(cell(mark.label, style)) for mark in marks if mark.money is None]
    if gaps:
        yield clean(
            write(
                Statement("charts.gaps" if len(gaps) > 1 else "charts.gaps.one", {"missing": len(gaps)}),
                style,
            )
        )


def _strips(picture: Picture, style: Style, wide: int) -> Iterator[str]:
    """Several series, one below the other on the same scale: crossing lines cannot be told apart here."""
    every = [[scaled(mark.money, style) for mark in line.marks] for line in picture.lines]
    known = [value for values in every for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    names = [clean(cell(line.name, style)) for line in picture.lines]
    ends = [_end(line, style) for line in picture.lines]
    edge = min(max(map(cell_len, names)), wide // 3) + 1
    columns = wide - edge - 1 - max(map(len, ends))
    places = _places(len(every[0]), columns)
    for line, values, name, end in zip(picture.lines, every, names, ends, strict=True):
        raster = _Raster(columns, STRIP)
        rise = (4 * STRIP - 1) / ((high - low) or 1.0)
        dots = [None if value is None else round((high - value) * rise) for value in values]
        zero = round(high * rise)
        raster.line((0, zero), (2 * columns, zero))
        _draw(raster, picture._replace(kind="line", marks=line.marks), places, dots, zero)
        beside = next(dot for dot in reversed(dots) if dot is not None) // 4
        texts = folded(name, edge - 1)
        for row, drawn in enumerate(raster.lines()):
            begin = texts[row] if row < len(texts) else ""
            yield f"{begin}{' ' * (edge - cell_len(begin))}{drawn} {end if row == beside else ''}"
    yield from _below(picture.lines[0].marks, places, style, " " * edge, columns)


def _end(line: Line, style: Style) -> str:
    return clean(cell(next(mark for mark in reversed(line.marks) if mark.money).amount, style))


def folded(text: str, room: int) -> list[str]:
    """A text in lines of so many columns."""
    if text.isascii():
        return [line.replace("\xa0", " ") for line in textwrap.wrap(held(text), room)] or [""]
    from tradecli.render.table import wrapped

    return [line.rstrip() for line in wrapped(text, room).split("\n")]


def _bars(picture: Picture, style: Style, wide: int) -> Iterator[str]:
    """Bars of parts from a common zero, falls to the left of it, each with its name and figure."""
    amounts = [clean(cell(mark.amount, style)) for mark in picture.marks]
    values = [mark.money.value if mark.money else 0 for mark in picture.marks]
    room = min(
        max(cell_len(clean(cell(mark.label, style))) for mark in picture.marks), max(12, wide * 2 // 5)
    )
    figures = max(map(cell_len, amounts))
    unit = (max([*values, 0]) - min([*values, 0])) / max(4, wide - room - figures - 4) or 1
    left = round(-min([*values, 0]) / unit)
    for mark, amount, value in zip(picture.marks, amounts, values, strict=True):
        first, *rest = folded(clean(cell(mark.label, style)), room)
        length = min(round(abs(value) / unit), wide)
        bar = " " * left + "█" * length if value >= 0 else " " * (left - length) + "░" * length
        yield f"{first}{' ' * (room - cell_len(first))}  {' ' * (figures - cell_len(amount))}{amount}  {bar}"
        yield from rest
