"""A picture in characters for the terminal; as SVG, PNG or one HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, write
from tradecli.errors import QueryError
from tradecli.model.document import of_report
from tradecli.model.picture import Mark, Picture
from tradecli.model.report import Report, Statement
from tradecli.render import chart_svg
from tradecli.render.chart_svg import scaled
from tradecli.render.clean import clean

FORMATS: Final = ("svg", "png", "html")
_WIDTH, _HEIGHT = 72, 14


def drawn(picture: Picture, style: Style) -> str:
    """The picture in characters, with its title and units."""
    lines = [write(picture.title, style), write(picture.subtitle, style)]
    return "\n".join([*map(clean, lines), "", *body(picture, style), ""])


def body(picture: Picture, style: Style) -> list[str]:
    """The lines of the drawing alone."""
    lines = _plotted(picture.marks, style) if picture.kind == "line" else _bars(picture.marks, style)
    return [line.rstrip() for line in lines]


def _plotted(marks: Sequence[Mark], style: Style) -> list[str]:
    import plotille

    values = [scaled(mark.money, style) for mark in marks]
    points = [(place, value) for place, value in enumerate(values) if value is not None]
    figure = plotille.Figure()
    figure.width, figure.height, figure.color_mode = _WIDTH, _HEIGHT, "names"
    figure.with_colors = False
    # Half a month beyond both ends, or the marks there fall off the canvas.
    figure.set_x_limits(min_=-0.5, max_=len(marks) - 0.5)
    known = [value for _, value in points]
    low, high = min(*known, 0.0), max(*known, 0.0)
    figure.set_y_limits(min_=low, max_=high + (high - low) * 0.05)
    figure.x_ticks_fkt = lambda least, _: _month_at(marks, least, style)
    figure.y_ticks_fkt = lambda least, _: f"{least:,.1f}"
    for run in _runs(points):
        figure.plot([place for place, _ in run], [value for _, value in run], lc=None)
    recorded = [(place, value) for place, value in points if marks[place].record]
    if recorded:
        figure.scatter([place for place, _ in recorded], [value for _, value in recorded], marker="*")
    legend = [f"* {write(Statement('charts.record'), style)}"] if recorded else []
    return [*figure.show(legend=False).splitlines(), *legend]


def _runs(points: Sequence[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    """The stretches without a gap: a line is never drawn across a month that is missing."""
    runs: list[list[tuple[int, float]]] = []
    for place, value in points:
        if not runs or runs[-1][-1][0] != place - 1:
            runs.append([])
        runs[-1].append((place, value))
    return runs


def _month_at(marks: Sequence[Mark], place: float, style: Style) -> str:
    return cell(marks[min(len(marks) - 1, max(0, round(place)))].label, style)


def _bars(marks: Sequence[Mark], style: Style) -> Iterator[str]:
    """Bars from a common zero, falls to the left of it."""
    from rich.cells import cell_len

    labels = [clean(cell(mark.label, style)) for mark in marks]
    values = [mark.money.value if mark.money else 0 for mark in marks]
    most, least = max([*values, 0]), min([*values, 0])
    unit = max(1, most - least) / 40
    left = round(-least / unit)
    wide = max(map(cell_len, labels))
    for label, mark, value in zip(labels, marks, values, strict=True):
        length = round(abs(value) / unit)
        bar = " " * left + "█" * length if value >= 0 else " " * (left - length) + "░" * length
        yield f"{label}{' ' * (wide - cell_len(label))}  {cell(mark.amount, style):>9}  {bar}"


def rendered(picture: Picture, report: Report, name: str, style: Style) -> str | bytes:
    """The picture as SVG, PNG or a page with the figures in it.

    Raises:
        QueryError: The extra that makes PNG is not installed.
    """
    if name == "html":
        from tradecli.render.page import page

        return page(of_report(report, picture), style)
    svg = as_svg(picture, style)
    return svg if name == "svg" else _png(svg)


def as_svg(picture: Picture, style: Style) -> str:
    """The picture as a file of its own."""
    return chart_svg.file(picture, style)


def as_png(picture: Picture, style: Style) -> bytes | None:
    """The picture as PNG; None where the extra that makes it is not installed."""
    try:
        return _png(as_svg(picture, style))
    except QueryError:
        return None


def _png(svg: str) -> bytes:
    try:
        import vl_convert
    except ImportError:
        raise QueryError(
            "png needs the extra `charts`", hint="install it with: pip install 'tradecli[charts]'"
        ) from None
    return bytes(vl_convert.svg_to_png(svg, scale=2))
