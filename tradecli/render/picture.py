"""A picture in characters for the terminal; as SVG, PNG or one HTML page."""

from __future__ import annotations

from typing import Final

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.errors import QueryError
from tradecli.model.document import of_report
from tradecli.model.picture import Picture
from tradecli.model.report import Report
from tradecli.render import chart
from tradecli.render.clean import clean

FORMATS: Final = ("svg", "png", "html")
#: Pixels of a PNG for each unit of the drawing: sharp on any screen, and in print on half a page.
ZOOM: Final = 2


def drawn(picture: Picture, style: Style, width: int | None = None) -> str:
    """The picture in characters between its title, units and source, in lines of so many columns."""
    from tradecli.render.chart.characters import WIDTH, folded

    wide = width or WIDTH
    texts = [clean(write(told, style)) for told in (picture.title, picture.subtitle, picture.source) if told]
    title, subtitle, *source = (folded(text, wide) for text in texts)
    below = [line for lines in source for line in lines]
    return "\n".join([*title, *subtitle, "", *body(picture, style, wide), *below, ""])


def body(picture: Picture, style: Style, width: int | None = None) -> list[str]:
    """The lines of the drawing alone."""
    from tradecli.render.chart import characters

    return characters.body(picture, style, width)


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
    return chart.file(picture, style)


def as_png(picture: Picture, style: Style) -> bytes | None:
    """The picture as PNG; None where the extra that makes it is not installed."""
    try:
        return _png(as_svg(picture, style))
    except QueryError:
        return None


def _png(svg: str) -> bytes:
    try:
        import resvg_py
    except ImportError:
        raise QueryError(
            "png needs the extra `charts`", hint="install it with: pip install 'tradecli[charts]'"
        ) from None
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM, sans_serif_family="Arial"))
