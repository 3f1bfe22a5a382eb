"""Charts over time: lines for flows, bars for a balance; gaps stay gaps, the last figure is named. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tradecli.catalogue.style import UNITS, Style
from tradecli.catalogue.writer import cell, formatted, write
from tradecli.model.figure import Window
from tradecli.model.money import Money
from tradecli.model.picture import Line, Mark, Picture
from tradecli.model.report import Cell, Statement
from tradecli.render.chart import scales, shapes
from tradecli.render.chart.colours import DASHES, LIGHT
from tradecli.render.chart.scales import Scale
from tradecli.render.chart.widths import broken, width
from tradecli.render.clean import clean

#: Sizes of letters at the axes and of the last figures, and what lies between them and the drawing.
SMALL, NAMES, GAP = 12, 13, 8
#: The part of its place that a bar takes, and below which distance bars touch.
FULL, TOUCHING = 0.72, 4.0
#: How far the mark of a record reaches beyond a bar.
MARKED = 10.0
#: Narrower paper is a phone's, where nothing is pointed at.
POINTED = 500


class Canvas(NamedTuple):
    """Where everything lies: the room of the drawing itself, its grid and its months."""

    left: float
    right: float
    top: float
    bottom: float
    wide: float
    figures: Scale
    grid: Sequence[float]
    windows: Sequence[Window]

    @property
    def spacing(self) -> float:
        """The distance from one window to the next."""
        return (self.right - self.left) / max(1, len(self.windows))

    def x(self, place: int) -> float:
        """The middle of a window."""
        return self.left + self.spacing * (place + 0.5)


class Label(NamedTuple):
    """What stands beside the end of a line: its lines of text, its place, its looks."""

    texts: Sequence[str]
    x: float
    y: float
    looks: str

    @property
    def height(self) -> float:
        """How high it is, with the room to the next."""
        return len(self.texts) * NAMES * 1.2 + 4


def scaled(amount: Money | None, style: Style) -> float | None:
    """A figure in the unit in force, for drawing only."""
    return None if amount is None else amount.value / 10 ** UNITS[style.scale][0]


def drawing(picture: Picture, style: Style, *, top: float, wide: float, high: float) -> Iterator[str]:
    """The drawing below its headings.

    Args:
        picture: What to draw.
        style: Language and unit.
        top: Where it begins.
        wide: How wide the paper is.
        high: How high the drawing is, with the names of its months.
    """
    canvas = laid_out(picture, style, top=top, wide=wide, high=high)
    yield from _gaps(picture, canvas, style)
    yield from _grid(canvas)
    for number, series in enumerate(picture.series):
        draw = _columns if picture.kind == "columns" else _line
        yield from draw(series, number, canvas, style)
    yield from _time(canvas, style)
    yield from _ends(picture, canvas, style)


def laid_out(picture: Picture, style: Style, *, top: float, wide: float, high: float) -> Canvas:
    """The room that the names at the edges leave, and the scales in it."""
    known = [value for series in picture.series for value in values(series, style) if value is not None]
    low, high_, grid = scales.axis(known)
    size = grid[1] - grid[0]
    left = max(width(scales.label(tick, size), SMALL) for tick in grid) + GAP
    room = max(
        (width(text, NAMES, bold=True) for one in _names(picture, style, wide) for text in one), default=0
    )
    bottom = top + high - SMALL - 2 * GAP
    figures = Scale(low, high_, bottom, top + GAP + 4)
    figures = figures._replace(start=bottom - _beyond(picture, figures, style))
    windows = [mark.label for mark in picture.series[0].marks if isinstance(mark.label, Window)]
    # Several lines are led to their labels, which needs room.
    beside = room + (3 * GAP if picture.lines else GAP) + 4
    return Canvas(left, wide - beside, top, bottom, wide, figures, grid, windows)


def _beyond(picture: Picture, scale: Scale, style: Style) -> float:
    """Room to add below the lowest figure, where the mark of a record deficit would not fit."""
    ends = [scale.at(scaled(mark.money, style) or 0.0) for mark in picture.marks if mark.deepest]
    return max(0.0, max(ends, default=0.0) + MARKED - scale.start)


def values(series: Line, style: Style) -> list[float | None]:
    """The figures of a series in the unit in force."""
    return [scaled(mark.money, style) for mark in series.marks]


def _gaps(picture: Picture, canvas: Canvas, style: Style) -> Iterator[str]:
    """A band over each window of which one series has no figure."""
    told = clean(write(Statement("charts.no_figure"), style))
    for place, window in enumerate(canvas.windows):
        if any(series.marks[place].money is None for series in picture.series):
            x = canvas.left + canvas.spacing * place
            name = f"{cell(window, style)}: {told}"
            yield shapes.box(
                x, canvas.top, canvas.spacing, canvas.bottom - canvas.top, "gap", "missing", name
            )


def _grid(canvas: Canvas) -> Iterator[str]:
    size = canvas.grid[1] - canvas.grid[0]
    for tick in canvas.grid:
        y, zero = canvas.figures.at(tick), abs(tick) < size / 2
        yield shapes.rule(canvas.left, y, canvas.right, y, "zero" if zero else "grid")
        yield shapes.label(canvas.left - GAP, y + SMALL * 0.35, scales.label(tick, size), SMALL, anchor="end")


def _time(canvas: Canvas, style: Style) -> Iterator[str]:
    """The foot, with a tick where each year begins, and its name where there is room."""
    if canvas.figures.at(0) < canvas.bottom - 1:
        yield shapes.rule(canvas.left, canvas.bottom, canvas.right, canvas.bottom)

    def name(window: Window) -> str:
        return clean(formatted(window, style, "tick"))

    ticks = scales.years(canvas.windows, canvas.spacing, lambda text: width(text, SMALL), name)
    for place, text in ticks:
        x = canvas.x(place)
        yield shapes.rule(x, canvas.bottom, x, canvas.bottom + 4, "tick")
        if text:
            half = width(text, SMALL) / 2
            middle = min(max(x, half), canvas.wide - half)
            yield shapes.label(middle, canvas.bottom + SMALL + GAP, text, SMALL, anchor="middle")


def _columns(series: Line, _: int, canvas: Canvas, style: Style) -> Iterator[str]:
    """Bars from zero, up for a surplus and down for a deficit, with the records at their ends."""
    wide = canvas.spacing * (FULL if canvas.spacing >= TOUCHING else 1.0)
    zero = canvas.figures.at(0)
    for place, (mark, value) in enumerate(zip(series.marks, values(series, style), strict=True)):
        if value is None:
            continue
        end, name = canvas.figures.at(value), _told(mark, style)
        kind, looks = ("deficit", "f1") if value < 0 else ("surplus", "f0")
        x = canvas.x(place)
        yield shapes.box(x - wide / 2, min(end, zero), wide, abs(end - zero), looks, kind, name)
        if mark.record:
            size = _size(canvas)
            edge = end + 2 if mark.deepest else end - 2
            yield shapes.triangle(x, edge, size, name, down=mark.deepest)


def _size(canvas: Canvas) -> float:
    """Half the width of a record's mark: smaller where many stand side by side."""
    return min(4.0, max(2.2, canvas.spacing * 0.45))


def _line(series: Line, number: int, canvas: Canvas, style: Style) -> Iterator[str]:
    """A line in stretches: never drawn across a gap; a figure alone is a dot; the records stand on it."""
    place_of = canvas.figures.at
    known = values(series, style)
    line, dash = number % len(LIGHT.lines), DASHES[number // len(LIGHT.lines)]
    points = [None if value is None else (canvas.x(i), place_of(value)) for i, value in enumerate(known)]
    for run in _runs(points):
        if len(run) > 1:
            yield shapes.path(run, line, dash, 2.5 if number == 0 else 2.0)
        else:
            yield shapes.dot(*run[0], f"f{line}", "alone")
    for mark, point in zip(series.marks, points, strict=True):
        if point is None:
            continue
        name = _told(mark, style)
        if series.name:
            name = f"{cell(series.name, style)}, {name}"
        if mark.record:
            yield shapes.triangle(point[0], point[1] - 3, _size(canvas), name, down=False)
        elif canvas.wide >= POINTED:
            yield shapes.spot(*point, name)


def _runs(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The stretches without a gap."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _told(mark: Mark, style: Style) -> str:
    """A figure in words, and whether it was a record."""
    kind = "charts.deepest" if mark.deepest else "charts.record"
    record = f", {write(Statement(kind), style)}" if mark.record else ""
    return f"{cell(mark.label, style)}: {cell(mark.amount, style)}{record}"


def _ended(label: Cell) -> Cell:
    """What the last figure is of, as short as can be: of twelve months their last."""
    rolling = isinstance(label, Window) and label.span == "rolling_12"
    return Window("month", label.through) if rolling and isinstance(label, Window) else label


def _last(series: Line) -> tuple[int, Mark]:
    """The last figure that is known, and its place."""
    return next((i, mark) for i, mark in reversed(list(enumerate(series.marks))) if mark.money)


def _names(picture: Picture, style: Style, wide: float) -> list[list[str]]:
    """What stands beside the end of each series: its name, if it has one, and its last figure."""
    found = []
    for series in picture.series:
        _, mark = _last(series)
        amount = clean(cell(mark.amount, style))
        if series.name is None:
            under = clean(formatted(_ended(mark.label), style, "short"))
            found.append([amount, *broken(under, wide * 0.2, NAMES)])
        else:
            found.append(broken(f"{clean(cell(series.name, style))} {amount}", wide * 0.24, NAMES, bold=True))
    return found


def labels(picture: Picture, canvas: Canvas, style: Style) -> list[Label]:
    """The labels beside the ends of the series, none over another."""
    wanted = []
    for number, (series, texts) in enumerate(
        zip(picture.series, _names(picture, style, canvas.wide), strict=True)
    ):
        _, mark = _last(series)
        value = scaled(mark.money, style) or 0.0
        low = picture.kind == "columns" and value < 0
        looks = "f1" if low else f"f{number % len(LIGHT.lines)}"
        wanted.append(
            Label(texts, canvas.right + (3 * GAP if picture.lines else GAP), canvas.figures.at(value), looks)
        )
    middles = scales.apart(
        [one.y for one in wanted], [one.height for one in wanted], canvas.top, canvas.bottom + SMALL
    )
    return [one._replace(y=middle) for one, middle in zip(wanted, middles, strict=True)]


def _ends(picture: Picture, canvas: Canvas, style: Style) -> Iterator[str]:
    """The labels, and a dot on the end of each line."""
    for number, (series, one) in enumerate(zip(picture.series, labels(picture, canvas, style), strict=True)):
        place, mark = _last(series)
        if picture.kind != "columns":
            value = scaled(mark.money, style) or 0.0
            x, y = canvas.x(place), canvas.figures.at(value)
            yield shapes.dot(x, y, one.looks, "last")
            if series.name is not None:
                line, dash = number % len(LIGHT.lines), DASHES[number // len(LIGHT.lines)]
                yield shapes.leader(x, y, one.x - 3, one.y, line, dash)
        alone = series.name is None
        top = one.y - (len(one.texts) - 1) * NAMES * 0.6 + NAMES * 0.35
        for below, text in enumerate(one.texts):
            looks = "soft" if alone and below else one.looks
            bold = not (alone and below)
            yield shapes.label(
                one.x, top + below * NAMES * 1.2, text, NAMES if bold else SMALL, looks=looks, bold=bold
            )
