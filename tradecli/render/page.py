"""A release as one HTML page: light and dark, readable on a phone, nothing fetched from elsewhere."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from tradecli.render.clean import clean
from tradecli.render.document import files, notes, table_texts, trace_cells, trace_headers, words
from tradecli.render.picture import scaled, sentence_of_record
from tradecli.render.style import Style
from tradecli.render.words import sentence
from tradecli.report import Document, Mark, Picture, Section, Statement, Trace

_STYLE = """
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
a{color:var(--link)}sup{line-height:0}sup a{padding:.2rem .15rem;text-decoration:none}
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
    lang = "zh-Hant" if style.lang == "zh" else "en"
    parts = [
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
        f'<h1>{title}</h1>\n<p class="soft">{_text(document.subtitle, style)}</p>',
        *(_section(section, document, style) for section in document.sections),
        _table(document, style),
        _figure(document.picture, style),
        f"<h2>{_escaped(words('notes', style))}</h2>\n<ul>",
        *(f"<li>{_escaped(note)}</li>" for note in notes(document, style)),
        "</ul>",
        _traces(document, style),
        "</main>\n</body>\n</html>",
    ]
    return "\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    return html.escape(clean(text))


def _text(statement: Statement, style: Style) -> str:
    return _escaped(sentence(statement, style))


def _hover(trace: Trace, style: Style) -> str:
    return _escaped(" · ".join(filter(None, [*trace_cells(trace, style), "; ".join(files(trace))])))


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
    name = _escaped(words("table", style))
    # The corner is no heading of anything.
    head = "<td></td>" + "".join(f'<th scope="col">{_escaped(text)}</th>' for text in headers[1:])
    body = "\n".join(
        f'<tr><th scope="row">{_escaped(row[0])}</th>{_cells(row[1:], numbers[1:], document, style)}</tr>'
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
        cells.append(f"<td{hover}>{_escaped(text)}</td>")
    return "".join(cells)


def _traces(document: Document, style: Style) -> str:
    name = _escaped(words("traces", style))
    head = "".join(f'<th scope="col">{_escaped(text)}</th>' for text in ("#", *trace_headers(style)))
    body = "\n".join(
        f'<tr id="t{number}"><td>{number}</td>'
        + "".join(
            f"<td>{_escaped(text)}</td>" for text in (*trace_cells(trace, style), "; ".join(files(trace)))
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
    return f"<h2>{_text(picture.title, style)}</h2>\n<figure>\n{drawing}\n<figcaption>{alt}</figcaption>\n</figure>"


def _drawing(picture: Picture, style: Style, alt: str) -> str:
    wide, high, left, right, top, bottom = 760, 340, 64, 14, 16, 40
    marks = picture.marks
    values = [value for mark in marks if (value := scaled(mark.value, style)) is not None]
    low, high_value = min([0.0, *values]), max([0.0, *values])
    reach = (high_value - low) or 1.0

    def x(place: int) -> float:
        return left + (wide - left - right) * place / max(1, len(marks) - 1)

    def y(value: float) -> float:
        return top + (high - top - bottom) * (high_value - value) / reach

    parts = [f'<svg viewBox="0 0 {wide} {high}" role="img" aria-label="{alt}">']
    for step in range(5):
        value = low + reach * step / 4
        parts.append(
            f'<line class="grid" x1="{left}" x2="{wide - right}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>'
        )
        parts.append(
            f'<text x="{left - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:,.{0 if reach >= 40 else 1}f}</text>'
        )
    for place in range(0, len(marks), max(1, (len(marks) - 1) // 3)):
        anchor = "start" if place == 0 else "end" if place == len(marks) - 1 else "middle"
        label = _text(marks[place].label, style)
        parts.append(f'<text x="{x(place):.1f}" y="{high - 12}" text-anchor="{anchor}">{label}</text>')
    parts += [f'<polyline class="series" points="{run}"/>' for run in _runs(marks, style, x, y)]
    for place, mark in enumerate(marks):
        value = scaled(mark.value, style)
        if mark.record and value is not None:
            parts.append(
                _diamond(x(place), y(value), f"{sentence(mark.label, style)}: {sentence_of_record(style)}")
            )
    return "\n".join([*parts, "</svg>"])


def _runs(
    marks: Sequence[Mark], style: Style, x: Callable[[int], float], y: Callable[[float], float]
) -> list[str]:
    """The line in stretches: never drawn across a month that is missing."""
    runs: list[list[str]] = [[]]
    for place, mark in enumerate(marks):
        value = scaled(mark.value, style)
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{x(place):.1f},{y(value):.1f}")
    return [" ".join(run) for run in runs if run]


def _diamond(x: float, y: float, name: str) -> str:
    points = f"{x:.1f},{y - 6:.1f} {x + 6:.1f},{y:.1f} {x:.1f},{y + 6:.1f} {x - 6:.1f},{y:.1f}"
    return f'<polygon class="record" points="{points}"><title>{_escaped(name)}</title></polygon>'
