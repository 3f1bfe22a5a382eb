"""The elements a drawing is made of, as SVG. Colours stand on each, so that a file of it shows them. Pure."""

from __future__ import annotations

import html
from collections.abc import Sequence

from tradecli.render.chart.colours import LIGHT
from tradecli.render.clean import clean

_FILLS = {"ink": LIGHT.ink, "soft": LIGHT.soft, "gap": LIGHT.gap, "halo": LIGHT.paper} | {
    f"f{place}": colour for place, colour in enumerate(LIGHT.lines)
}
_STROKES = {"grid": LIGHT.grid, "zero": LIGHT.soft, "tick": LIGHT.soft} | {
    f"s{place}": colour for place, colour in enumerate(LIGHT.lines)
}
#: The line height of a text, in parts of its size.
LEADING = 1.3


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """An element; what is inside is markup already. `font_size` stands for `font-size`, `class_` for `class`.

    Examples:
        >>> element("circle", cx=1.25, r=3, class_="a")
        '<circle cx="1.2" r="3" class="a"/>'
    """
    named = (
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    opened = f"<{name}{''.join(named)}"
    return f"{opened}>{''.join(inside)}</{name}>" if inside else f"{opened}/>"


def _attribute(value: str | float) -> str:
    return html.escape(clean(value)) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def told(text: str) -> str:
    """What a shape shows when it is pointed at."""
    return element("title", html.escape(clean(text))) if text else ""


def label(
    x: float,
    y: float,
    text: str,
    size: float = 12,
    *,
    looks: str = "soft",
    anchor: str = "",
    bold: bool = False,
) -> str:
    """A text whose baseline begins, ends or lies around a place."""
    return element(
        "text",
        html.escape(clean(text)),
        x=x,
        y=y,
        class_=f"c-{looks}",
        fill=_FILLS[looks],
        # As a style: a page's own sheet would win over an attribute.
        style=f"font-size:{size:g}px",
        text_anchor=anchor,
        font_weight="700" if bold else "",
    )


def paragraph(
    x: float, top: float, lines: Sequence[str], size: float, *, looks: str = "soft", bold: bool = False
) -> list[str]:
    """Lines of a text, the first just below *top*."""
    return [
        label(x, top + size * (1 + LEADING * place), line, size, looks=looks, bold=bold)
        for place, line in enumerate(lines)
    ]


def rule(x1: float, y1: float, x2: float, y2: float, looks: str = "grid") -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=f"c-{looks}", stroke=_STROKES[looks])


def box(x: float, y: float, wide: float, high: float, looks: str, kind: str = "", name: str = "") -> str:
    """A rectangle; *kind* says in its class what it is."""
    classes = f"{kind} c-{looks}".strip()
    return element("rect", told(name), x=x, y=y, width=wide, height=high, class_=classes, fill=_FILLS[looks])


def path(points: Sequence[tuple[float, float]], line: int, dash: str = "", wide: float = 2.5) -> str:
    """A line through points, in the colour of its number."""
    return element(
        "polyline",
        points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points),
        class_=f"series c-s{line}",
        fill="none",
        stroke=_STROKES[f"s{line}"],
        stroke_width=wide,
        stroke_dasharray=dash,
        stroke_linejoin="round",
    )


def dot(x: float, y: float, looks: str, kind: str, radius: float = 3.5) -> str:
    """A full circle."""
    return element("circle", cx=x, cy=y, r=radius, class_=f"{kind} c-{looks}", fill=_FILLS[looks])


def leader(x1: float, y1: float, x2: float, y2: float, line: int, dash: str = "") -> str:
    """A thin line from the end of a series to its label, drawn as the series is."""
    return element(
        "line",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        class_=f"leader c-s{line}",
        stroke=_STROKES[f"s{line}"],
        stroke_dasharray=dash,
    )


def spot(x: float, y: float, name: str) -> str:
    """A place that tells its figure when it is pointed at, and is not seen."""
    return element("circle", told(name), cx=x, cy=y, r=7, fill_opacity=0)


def triangle(x: float, y: float, size: float, name: str = "", *, down: bool = False) -> str:
    """The mark of a record: up for the highest, down for the widest deficit; its tip or base rests on *y*."""
    kind, tip = ("deepest", y + 2 * size) if down else ("record", y - 2 * size)
    points = f"{x - size:.1f},{y:.1f} {x + size:.1f},{y:.1f} {x:.1f},{tip:.1f}"
    return element("polygon", told(name), points=points, class_=f"{kind} c-ink", fill=_FILLS["ink"])
