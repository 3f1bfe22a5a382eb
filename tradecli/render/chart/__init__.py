"""Pictures in SVG: lines, bars over time, bars of parts; within a page or as a file. Nothing is fetched.

`figure` and `file` are the door: a picture in, text out. Colours stand on the drawing itself, so that a
file of it shows them; in a page the sheet `LOOKS`, which the drawing brings along, replaces them, light and
dark. The page needs to know nothing of it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.picture import Picture
from tradecli.model.report import Statement
from tradecli.render.chart import over_time, parts, shapes
from tradecli.render.chart.colours import FONTS, LOOKS
from tradecli.render.chart.widths import balanced, broken, held, width
from tradecli.render.clean import clean

__all__ = ["LOOKS", "NARROW", "WIDE", "figure", "file"]

#: Widths of the two drawings, and how high the part over time is on each.
WIDE, NARROW = 720, 360
_HIGH = {WIDE: 340, NARROW: 270}
#: Sizes of title, subtitle, legend and source; the margin of a file.
TITLE, SUBTITLE, LEGEND, SOURCE, MARGIN = 20, 13.5, 12, 11, 20


def figure(picture: Picture, style: Style, *, titled: bool = False) -> str:
    """A picture within a page: a wide drawing and a narrow one, of which the page shows one.

    Args:
        picture: What to draw.
        style: Language and unit.
        titled: Whether its title stands above it; where the page is about it alone, the page's own does.
    """
    alt = html.escape(_text(picture.alt, style))
    drawings = (
        _svg(picture, style, wide=wide, titled=titled, class_=name)
        for name, wide in (("roomy", WIDE), ("narrow", NARROW))
    )
    return "\n".join(['<figure class="chart">', *drawings, f"<figcaption>{alt}</figcaption>", "</figure>"])


def file(picture: Picture, style: Style, *, wide: int = WIDE) -> str:
    """A picture as a file of its own, with its title, on white paper."""
    return f"{_svg(picture, style, wide=wide, titled=True, margin=MARGIN)}\n"


def _svg(
    picture: Picture, style: Style, *, wide: int, titled: bool, class_: str = "", margin: int = 0
) -> str:
    paper = wide - 2 * margin
    body, high = _body(picture, style, paper, titled=titled)
    high += 2 * margin
    title, alt = _text(picture.title, style), _text(picture.alt, style)
    inside = [shapes.element("title", html.escape(title)), shapes.element("desc", html.escape(alt))]
    if class_ == "roomy":
        # Once a picture, for both of its drawings: what stands in one holds for the whole page.
        inside.append(shapes.element("style", LOOKS))
    if margin:
        inside.append(shapes.element("rect", width=wide, height=round(high), class_="c-halo", fill="#ffffff"))
        body = [shapes.element("g", *body, transform=f"translate({margin} {margin})")]
    size: dict[str, str | float] = {"width": wide, "height": round(high)} if margin else {"class_": class_}
    return shapes.element(
        "svg",
        "\n",
        "\n".join([*inside, *body]),
        "\n",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide} {round(high)}",
        role="img",
        aria_label=title,
        font_family=FONTS,
        **size,
    )


def _body(picture: Picture, style: Style, wide: float, *, titled: bool) -> tuple[list[str], float]:
    """All of a drawing but its margin, and how high it is."""
    parts_, y = [], 0.0
    texts = [(picture.title, TITLE, "ink", True)] if titled else []
    for statement, size, looks, bold in [*texts, (picture.subtitle, SUBTITLE, "soft", False)]:
        lines = balanced(held(_text(statement, style)), wide, size, bold=bold)
        parts_ += shapes.paragraph(0, y, lines, size, looks=looks, bold=bold)
        y += len(lines) * size * shapes.LEADING + 5
    legend, y = _legend(picture, style, wide, y)
    parts_ += legend
    y += 6
    if picture.kind == "bars":
        parts_ += parts.drawing(picture, style, top=y, wide=wide)
        y += parts.height(picture, style, wide=wide)
    else:
        high = _HIGH[WIDE if wide > NARROW else NARROW]
        parts_ += over_time.drawing(picture, style, top=y, wide=wide, high=high)
        y += high
    if picture.source:
        lines = broken(held(_text(picture.source, style)), wide, SOURCE)
        parts_ += shapes.paragraph(0, y + 8, lines, SOURCE)
        y += len(lines) * SOURCE * shapes.LEADING + 8
    return parts_, y


def _legend(picture: Picture, style: Style, wide: float, y: float) -> tuple[list[str], float]:
    """What the marks mean of which there are any, in as many lines as they need."""
    drawn, x = [], 0.0
    entries = list(_entries(picture))
    if not entries:
        return [], y
    for kind, key in entries:
        text = _text(Statement(key), style)
        needed = 14 + width(text, LEGEND) + 16
        if x and x + needed > wide:
            x, y = 0.0, y + LEGEND * 1.5
        if kind == "gap":
            drawn.append(shapes.box(x, y + 3, 10, 10, "gap", "missing"))
        else:
            drawn.append(shapes.triangle(x + 5, y + (12 if kind == "up" else 4), 4, down=kind == "down"))
        drawn.append(shapes.label(x + 15, y + 12, text, LEGEND))
        x += needed
    return drawn, y + LEGEND * 1.5


def _entries(picture: Picture) -> Iterator[tuple[str, str]]:
    """The marks there are, each with the key of what it means."""
    marks = [mark for series in picture.series for mark in series.marks]
    if any(mark.record and not mark.deepest for mark in marks):
        yield "up", "charts.record"
    if any(mark.deepest for mark in marks):
        yield "down", "charts.deepest"
    if picture.kind != "bars" and any(mark.money is None for mark in marks):
        yield "gap", "charts.no_figure"


def _text(statement: Statement, style: Style) -> str:
    return clean(write(statement, style))
