"""A picture for the terminal, and as SVG, PNG or one HTML page through Vega-Lite."""

from __future__ import annotations

import html
import json
from typing import Any, Final

from tradecli.document import Picture
from tradecli.errors import QueryError
from tradecli.render.clean import clean
from tradecli.render.style import UNITS, Style
from tradecli.render.words import sentence
from tradecli.report import Amount

FORMATS: Final = ("svg", "png", "html")
_WIDTH, _HEIGHT = 72, 14
#: Dark enough on white, and told apart by shape too: the line, and the diamonds of records.
_INK, _MARK, _FALL = "#1f5fa8", "#b3261e", "#8a5a00"
_FONTS = "Noto Sans CJK TC, Microsoft JhengHei, PingFang TC, Helvetica, Arial, sans-serif"
_FONTS = "Noto Sans CJK TC, Microsoft JhengHei, PingFang TC, Helvetica, Arial, sans-serif"
#: Titles are broken where a chart of 720 points would cut them.
_TITLE = 84


def scaled(value: int | None, style: Style) -> float | None:
    """A figure in the unit in force, for drawing only."""
    return None if value is None else value / 10 ** UNITS[style.scale][0]


def drawn(picture: Picture, style: Style) -> str:
    """The picture in characters, with its title and units."""
    body = _plotted(picture, style) if picture.kind == "line" else _bars(picture, style)
    lines = [sentence(picture.title, style), sentence(picture.subtitle, style)]
    return "\n".join([*map(clean, lines), "", *(line.rstrip() for line in body), ""])


def _plotted(picture: Picture, style: Style) -> list[str]:
    import plotille

    marks = picture.marks
    points = [(place, scaled(mark.value, style)) for place, mark in enumerate(marks)]
    figure = plotille.Figure()
    figure.width, figure.height, figure.color_mode = _WIDTH, _HEIGHT, "names"
    figure.with_colors = False
    # Half a month beyond both ends, or the marks there fall off the canvas.
    figure.set_x_limits(min_=-0.5, max_=len(marks) - 0.5)
    values = [value for _, value in points if value is not None]
    low, high = min(*values, 0.0), max(*values, 0.0)
    figure.set_y_limits(min_=low, max_=high + (high - low) * 0.05)
    figure.x_ticks_fkt = lambda least, _: _month_at(picture, least, style)
    figure.y_ticks_fkt = lambda least, _: f"{least:,.1f}"
    for run in _runs(points):
        figure.plot([place for place, _ in run], [value for _, value in run], lc=None)
    recorded = [(place, value) for (place, value), mark in zip(points, marks, strict=True) if mark.record]
    if recorded:
        figure.scatter([place for place, _ in recorded], [value for _, value in recorded], marker="*")
    legend = [f"* {sentence_of_record(style)}"] if recorded else []
    return [*figure.show(legend=False).splitlines(), *legend]


def _runs(points: list[tuple[int, float | None]]) -> list[list[tuple[int, float]]]:
    """The stretches without a gap: a line is never drawn across a month that is missing."""
    runs: list[list[tuple[int, float]]] = [[]]
    for place, value in points:
        if value is None:
            runs.append([])
        else:
            runs[-1].append((place, value))
    return [run for run in runs if run]


def _month_at(picture: Picture, place: float, style: Style) -> str:
    found = min(len(picture.marks) - 1, max(0, round(place)))
    return sentence(picture.marks[found].label, style)


def sentence_of_record(style: Style) -> str:
    """The words for a record month in a legend."""
    from tradecli.report import say

    return sentence(say("charts.record"), style)


def _bars(picture: Picture, style: Style) -> list[str]:
    """Bars from a common zero, falls to the left of it."""
    from rich.cells import cell_len

    labels = [clean(sentence(mark.label, style)) for mark in picture.marks]
    texts = [style.money(Amount(mark.value, mark.precision, signed=True)) for mark in picture.marks]
    values = [mark.value or 0 for mark in picture.marks]
    most, least = max([*values, 0]), min([*values, 0])
    unit = max(1, most - least) / 40
    left = round(-least / unit)
    wide = max(map(cell_len, labels))
    lines = []
    for label, text, value in zip(labels, texts, values, strict=True):
        length = round(abs(value) / unit)
        bar = " " * left + "█" * length if value >= 0 else " " * (left - length) + "░" * length
        lines.append(f"{label}{' ' * (wide - cell_len(label))}  {text:>9}  {bar}")
    return lines


def spec(picture: Picture, style: Style) -> dict[str, Any]:
    """The picture as a Vega-Lite specification: its data are in it, nothing is fetched."""
    rows = [
        {
            "label": sentence(mark.label, style),
            "order": place,
            "value": scaled(mark.value, style),
            "shown": style.money(Amount(mark.value, mark.precision, signed=picture.kind == "bars")),
            "record": mark.record,
        }
        for place, mark in enumerate(picture.marks)
    ]
    layers = _line_layers(picture, style) if picture.kind == "line" else _bar_layers()
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {
            "text": _broken(sentence(picture.title, style)),
            "subtitle": _broken(sentence(picture.subtitle, style), 110),
            "anchor": "start",
            "fontSize": 15,
            "subtitleFontSize": 11,
            "offset": 14,
        },
        "description": sentence(picture.alt, style),
        "background": "white",
        "padding": 16,
        "width": 720 if picture.kind == "line" else 460,
        "height": 340 if picture.kind == "line" else {"step": 24},
        "data": {"values": rows},
        "layer": layers,
        "config": {"font": _FONTS},
    }


def _broken(text: str, length: int = _TITLE) -> list[str]:
    """A text in lines that fit the chart; Chinese counts double and breaks anywhere."""
    import textwrap

    wide = any(ord(sign) > 0x2E80 for sign in text)
    return textwrap.wrap(text, length // 2 if wide else length, break_long_words=True) or [""]


def _line_layers(picture: Picture, style: Style) -> list[dict[str, Any]]:
    x = {
        "field": "label",
        "type": "ordinal",
        "sort": None,
        "title": None,
        "axis": {"labelAngle": 0, "labelOverlap": "greedy", "labelSeparation": 12},
    }
    y = {"field": "value", "type": "quantitative", "title": None, "scale": {"zero": True}}
    tooltip = [{"field": "label"}, {"field": "shown"}]
    layers: list[dict[str, Any]] = [
        {
            "mark": {"type": "line", "color": _INK, "point": False, "strokeWidth": 2},
            "encoding": {"x": x, "y": y, "tooltip": tooltip},
        }
    ]
    if any(mark.record for mark in picture.marks):
        layers.append(
            {
                "transform": [{"filter": "datum.record"}],
                "mark": {"type": "point", "shape": "diamond", "filled": True, "size": 90, "opacity": 1},
                "encoding": {
                    "x": x,
                    "y": y,
                    "tooltip": tooltip,
                    "color": {
                        "datum": sentence_of_record(style),
                        "type": "nominal",
                        "scale": {"range": [_MARK]},
                        "legend": {"title": None, "orient": "top-left"},
                    },
                },
            }
        )
    return layers


def _bar_layers() -> list[dict[str, Any]]:
    y = {"field": "label", "type": "nominal", "sort": None, "title": None, "axis": {"labelLimit": 330}}
    x = {"field": "value", "type": "quantitative", "title": None, "axis": {"tickCount": 6}}
    colour = {"condition": {"test": "datum.value < 0", "value": _FALL}, "value": _INK}
    text = {"field": "shown", "type": "nominal"}
    side = {
        "align": {"expr": "datum.value < 0 ? 'right' : 'left'"},
        "dx": {"expr": "datum.value < 0 ? -4 : 4"},
    }
    return [
        {
            "mark": {"type": "bar"},
            "encoding": {"x": x, "y": y, "color": colour, "tooltip": [{"field": "shown"}]},
        },
        {"mark": {"type": "text", **side}, "encoding": {"x": x, "y": y, "text": text}},
    ]


def rendered(picture: Picture, name: str, style: Style) -> bytes:
    """The picture as SVG, PNG or a page of its own.

    Raises:
        QueryError: The extra that draws pictures is not installed.
    """
    try:
        import vl_convert
    except ImportError:
        raise QueryError(
            f"{name} needs the extra `charts`", hint="install it with: pip install 'tradecli[charts]'"
        ) from None
    chart = json.dumps(spec(picture, style), ensure_ascii=False)
    if name == "png":
        return bytes(vl_convert.vegalite_to_png(chart, scale=2))
    if name == "svg":
        return _described(vl_convert.vegalite_to_svg(chart), picture, style).encode()
    return _page(vl_convert.vegalite_to_html(chart, bundle=True), picture, style).encode()


def _described(svg: str, picture: Picture, style: Style) -> str:
    """The drawing with its title and description, for those who cannot see it."""
    title, alt = (html.escape(clean(sentence(text, style))) for text in (picture.title, picture.alt))
    begin, _, rest = svg.partition(">")
    return f'{begin} role="img" aria-label="{alt}"><title>{title}</title><desc>{alt}</desc>{rest}'


def _page(page: str, picture: Picture, style: Style) -> str:
    """The page with a language, a title and the description in words below the drawing."""
    title, alt = (html.escape(clean(sentence(text, style))) for text in (picture.title, picture.alt))
    lang = "zh-Hant" if style.lang == "zh" else "en"
    page = page.replace("<html>", f'<html lang="{lang}">', 1)
    page = page.replace(
        "<head>", f'<head><meta name="viewport" content="width=device-width"><title>{title}</title>', 1
    )
    return page.replace("</body>", f"<p>{alt}</p></body>", 1)
