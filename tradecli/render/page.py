"""A release as one HTML page: light and dark, readable on a phone, nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli import legacy
from tradecli.document import Document, Section, Trace
from tradecli.model.picture import Picture
from tradecli.model.report import Statement as TypedStatement
from tradecli.render import chart_svg
from tradecli.render.document import files, notes, sentence, table_texts, trace_cells, trace_headers, words
from tradecli.render.html_page import escaped, shell
from tradecli.render.style import Style
from tradecli.report import Statement


def page(document: Document, style: Style) -> str:
    """The whole page; every figure has a number that leads to its trace, and shows it when pointed at."""
    parts = [
        *(_section(section, document, style) for section in document.sections),
        _table(document, style),
        _figure(document.picture, style),
        f"<h2>{escaped(words('notes', style))}</h2>\n<ul>",
        *(f"<li>{escaped(note)}</li>" for note in notes(document, style)),
        "</ul>",
        _traces(document, style),
    ]
    return shell(_text(document.title, style), _text(document.subtitle, style), parts, style.lang)


def _text(statement: Statement | TypedStatement, style: Style) -> str:
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
    return f"<h2>{_text(picture.title, style)}</h2>\n{chart_svg.figure(picture, legacy.style(style))}"
