"""A release as one HTML page: light and dark, readable on a phone, nothing fetched from elsewhere."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import NamedTuple

from tradecli.catalogue.style import Style as NewStyle
from tradecli.document import Document, Mark, Picture, Section, Trace
from tradecli.render.clean import clean
from tradecli.render.document import files, notes, table_texts, trace_cells, trace_headers, words
from tradecli.render.picture import scaled, sentence_of_record
from tradecli.render.style import Style
from tradecli.render.words import sentence
from tradecli.report import Statement

#: The drawing's size and margins, in its own units.
_WIDE, _HIGH, _LEFT, _RIGHT, _TOP, _BOTTOM = 760, 340, 64, 14, 16, 40
STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--link:#0b57a4;
--series:#1f5fa8;--mark:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--paper:#0d1117;--line:#3d444d;
--link:#7ab7ff;--series:#6cb0ff;--mark:#ff8a80}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.6;overflow-wrap:anywhere;
font-family:system-ui,-apple-system,"Segoe UI","Noto Sans TC","Noto Sans CJK TC","PingFang TC",
"Microsoft JhengHei",sans-serif}
main{max-width:50rem;margin:0 auto;padding:1.25rem}
h1{font-size:1.5rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.15rem;margin:1.8rem 0 .5rem}
.soft,figcaption{color:var(--soft);font-size:.9rem}
a{color:var(--link)}sup{line-height:0;margin-right:.25em}sup a{padding:.2rem .15rem;text-decoration:none}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
th:first-child,td:first-child{text-align:left}
.traces td,.traces th{font-size:.82rem;text-align:left;white-space:normal;vertical-align:top;min-width:5rem}
.traces td:nth-child(3){text-align:right;white-space:nowrap}
.traces td:first-child,.traces th:first-child{min-width:2rem}
tr:target{outline:2px solid var(--link)}
figure{margin:1rem 0}svg{width:100%;height:auto;display:block}
svg text{fill:var(--soft);font-size:13px}svg .grid{stroke:var(--line)}
svg .series{stroke:var(--series);fill:none;stroke-width:2.5}svg .record{fill:var(--mark)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (max-width:30rem){main{padding:.9rem}h1{font-size:1.25rem}svg text{font-size:22px}}
@media print{a{color:inherit}}
"""


def page(document: Document, style: Style) -> str:
    """The whole page; every figure has a number that leads to its trace, and shows it when pointed at."""
    title = _text(document.title, style)
    parts = [
        head(title, style, STYLE),
        f'<h1>{title}</h1>\n<p class="soft">{_text(document.subtitle, style)}</p>',
        *(_section(section, document, style) for section in document.sections),
        _table(document, style),
        _figure(document.picture, style),
        f"<h2>{escaped(words('notes', style))}</h2>\n<ul>",
        *(f"<li>{escaped(note)}</li>" for note in notes(document, style)),
        "</ul>",
        _traces(document, style),
        "</main>\n</body>\n</html>",
    ]
    return "\n".join(parts) + "\n"


def head(title: str, style: Style | NewStyle, sheet: str) -> str:
    """What stands before the text of a page, up to the opening of its main part."""
    lang = "zh-Hant" if style.lang == "zh" else "en"
    meta = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    begin = f'<!doctype html>\n<html lang="{lang}">\n<head>\n{meta}\n<title>{title}</title>'
    return f"{begin}\n<style>{sheet}</style>\n</head>\n<body>\n<main>"


def escaped(text: str) -> str:
    """A text as it stands in a page: nothing of it is read as HTML, and no control character is left."""
    return html.escape(clean(text))


def _text(statement: Statement, style: Style) -> str:
    return escaped(sentence(statement, style))


def _hover(trace: Trace, style: Style) -> str:
    return escaped(" · ".join(filter(None, [*trace_cells(trace, style), "; ".join(files(trace))])))


def _numbers(numbers: Sequence[int], document: Document, style: Style) -> str:
    """Footnote numbers: each a link to its trace that shows it on hover."""
    links = (
        f'<a href="#t{number}" title="{_hover(document.traces[number - 1], style)}">{number}</a>'
        for number in numbers
    )
    return f"<sup>{' '.join(links)}</sup>" if numbers else ""


def _section(section: Section, document: Document, style: Style) -> str:
    told = [f"{_text(line.says, style)}{_numbers(line.traces, document, style)}" for line in section.lines]
    heading = f"<h2>{_text(section.heading, style)}</h2>"
    if section.listed:
        items = "\n".join(f"<li>{text}</li>" for text in told)
        return f"{heading}\n<ul>\n{items}\n</ul>"
    gap = "\n" if style.lang == "en" else ""
    return f"{heading}\n<p>{gap.join(told)}</p>"


def _table(document: Document, style: Style) -> str:
    headers, rows = table_texts(document, style)
    name = escaped(words("table", style))
    # The corner is no heading of anything.
    head = "<td></td>" + "".join(f'<th scope="col">{escaped(text)}</th>' for text in headers[1:])
    body = "\n".join(
        f'<tr><th scope="row">{escaped(row[0])}</th>{_cells(row[1:], numbers[1:], document, style)}</tr>'
        for row, numbers in zip(rows, document.cell_traces, strict=True)
    )
    grid = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return (
        f'<h2>{name}</h2>\n<div class="wide" role="region" tabindex="0" aria-label="{name}">\n{grid}\n</div>'
    )


def _cells(row: Sequence[str], numbers: Sequence[int], document: Document, style: Style) -> str:
    cells = []
    for text, number in zip(row, numbers, strict=True):
        hover = f' title="{_hover(document.traces[number - 1], style)}"' if number else ""
        cells.append(f"<td{hover}>{escaped(text)}</td>")
    return "".join(cells)


def _traces(document: Document, style: Style) -> str:
    name = escaped(words("traces", style))
    head = "".join(f'<th scope="col">{escaped(text)}</th>' for text in ("#", *trace_headers(style)))
    body = "\n".join(
        f'<tr id="t{number}"><td>{number}</td>'
        + "".join(
            f"<td>{escaped(text)}</td>" for text in (*trace_cells(trace, style), "; ".join(files(trace)))
        )
        + "</tr>"
        for number, trace in enumerate(document.traces, 1)
    )
    grid = f'<table class="traces">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>'
    return (
        f'<h2>{name}</h2>\n<div class="wide" role="region" tabindex="0" aria-label="{name}">\n{grid}\n</div>'
    )


def _figure(picture: Picture, style: Style) -> str:
    """The chart as a drawing in the page's own colours, titled by its finding and described in words."""
    alt = _text(picture.alt, style)
    drawing = _drawing(picture, style, alt)
    figure = f"<figure>\n{drawing}\n<figcaption>{alt}</figcaption>\n</figure>"
    return f"<h2>{_text(picture.title, style)}</h2>\n{figure}"


class _Canvas(NamedTuple):
    """Where months and figures lie on the drawing."""

    months: int
    low: float
    high: float

    def x(self, place: int) -> float:
        return _LEFT + (_WIDE - _LEFT - _RIGHT) * place / max(1, self.months - 1)

    def y(self, value: float) -> float:
        reach = (self.high - self.low) or 1.0
        return _TOP + (_HIGH - _TOP - _BOTTOM) * (self.high - value) / reach


def _drawing(picture: Picture, style: Style, alt: str) -> str:
    """The line with its records as diamonds: told apart by shape, not by colour alone."""
    marks = picture.marks
    values = [value for mark in marks if (value := scaled(mark.value, style)) is not None]
    step = _step(max(0.0, *values) - min(0.0, *values))
    low, high = math.floor(min(0.0, *values) / step) * step, math.ceil(max(0.0, *values) / step) * step
    canvas = _Canvas(len(marks), low, high)
    lines = [f'<polyline class="series" points="{run}"/>' for run in _runs(marks, style, canvas)]
    recorded = [
        _diamond(
            canvas.x(place), canvas.y(value), f"{sentence(mark.label, style)}: {sentence_of_record(style)}"
        )
        for place, mark in enumerate(marks)
        if mark.record and (value := scaled(mark.value, style)) is not None
    ]
    begin = f'<svg viewBox="0 0 {_WIDE} {_HIGH}" role="img" aria-label="{alt}">'
    axes = [*_rungs(canvas, step), *_months(picture, canvas, style)]
    return "\n".join([begin, *axes, *lines, *recorded, "</svg>"])


def _step(reach: float) -> float:
    """A round distance between grid lines, for four or five of them.

    Examples:
        >>> _step(19.9), _step(4.1), _step(640.5)
        (5.0, 1.0, 200.0)
    """
    power = 10.0 ** math.floor(math.log10((reach or 1.0) / 4))
    return next(power * size for size in (1, 2, 5, 10) if power * size * 5 >= reach)


def _rungs(canvas: _Canvas, step: float) -> list[str]:
    parts = []
    for place in range(round((canvas.high - canvas.low) / step) + 1):
        value = canvas.low + step * place
        y, label = canvas.y(value), f"{value:,.{0 if step >= 1 else 1}f}"
        parts.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDE - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{label}</text>')
    return parts


def _months(picture: Picture, canvas: _Canvas, style: Style) -> list[str]:
    marks = picture.marks
    parts = []
    for place in range(0, len(marks), max(1, (len(marks) - 1) // 3)):
        anchor = "start" if place == 0 else "end" if place == len(marks) - 1 else "middle"
        where = f'x="{canvas.x(place):.1f}" y="{_HIGH - 12}" text-anchor="{anchor}"'
        parts.append(f"<text {where}>{_text(marks[place].label, style)}</text>")
    return parts


def _runs(marks: Sequence[Mark], style: Style, canvas: _Canvas) -> list[str]:
    """The line in stretches: never drawn across a month that is missing."""
    runs: list[list[str]] = [[]]
    for place, mark in enumerate(marks):
        value = scaled(mark.value, style)
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{canvas.x(place):.1f},{canvas.y(value):.1f}")
    return [" ".join(run) for run in runs if run]


def _diamond(x: float, y: float, name: str) -> str:
    points = f"{x:.1f},{y - 6:.1f} {x + 6:.1f},{y:.1f} {x:.1f},{y + 6:.1f} {x - 6:.1f},{y:.1f}"
    return f'<polygon class="record" points="{points}"><title>{escaped(name)}</title></polygon>'
