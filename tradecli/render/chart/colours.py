"""The colours of charts, on light and on dark paper; what one tells is told by shape or side as well."""

from __future__ import annotations

from typing import NamedTuple


class Colours(NamedTuple):
    """Paper, words, rules, gaps, and lines: the first is the main one and a surplus, the second a deficit."""

    paper: str
    ink: str
    soft: str
    grid: str
    gap: str
    lines: tuple[str, ...]


LIGHT = Colours(
    "#ffffff", "#1b1f24", "#57606a", "#d0d7de", "#e6eaee", ("#1f5fa8", "#bd370a", "#3d0f1b", "#8212f3")
)
DARK = Colours(
    "#0d1117", "#e6edf3", "#9da7b3", "#3d444d", "#2d333b", ("#6cb0ff", "#f38212", "#fcdec0", "#f312ba")
)
#: How lines are drawn when the colours begin again.
DASHES = ("", "7 3", "2 3")
#: Letters that have the widths of `widths`, and Chinese ones where those have none.
FONTS = (
    "Arial,Helvetica,Liberation Sans,Noto Sans TC,Noto Sans CJK TC,PingFang TC,Microsoft JhengHei,sans-serif"
)
#: Below this many pixels a page shows the narrow drawing.
NARROW_BELOW = 600


def _rules(colours: Colours) -> str:
    """The colours by the class of what they are on; the letter before it keeps them from a page's own."""
    fills = {"ink": colours.ink, "soft": colours.soft, "gap": colours.gap, "halo": colours.paper}
    strokes = {"grid": colours.grid, "zero": colours.soft, "tick": colours.soft}
    rules = [f".chart .c-{name}{{fill:{colour}}}" for name, colour in fills.items()]
    rules += [f".chart .c-{name}{{stroke:{colour}}}" for name, colour in strokes.items()]
    for place, colour in enumerate(colours.lines):
        rules.append(f".chart .c-f{place}{{fill:{colour}}}.chart .c-s{place}{{stroke:{colour}}}")
    return "".join(rules)


#: The sheet of a page with charts in it: light and dark, wide and narrow.
LOOKS = (
    ".chart{margin:1rem 0}.chart svg{width:100%;height:auto;display:block}.chart .narrow{display:none}\n"
    ".chart figcaption{margin-top:.5rem}\n"
    f"{_rules(LIGHT)}\n@media (prefers-color-scheme:dark){{{_rules(DARK)}}}\n"
    f"@media (max-width:{NARROW_BELOW}px){{.chart .roomy{{display:none}}.chart .narrow{{display:block}}}}\n"
    # On paper the light colours hold, whatever the screen has.
    f"@media print{{{_rules(LIGHT)}}}\n"
)
