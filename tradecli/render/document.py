"""A release as Markdown, as plain text, or as one HTML page; here what the three share, and the first two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradecli import legacy
from tradecli.catalogue.writer import write
from tradecli.document import Document, Line, Trace
from tradecli.errors import QueryError
from tradecli.model.report import Statement as TypedStatement
from tradecli.render import words as earlier
from tradecli.render.clean import clean
from tradecli.render.style import Style
from tradecli.render.words import cell
from tradecli.report import Statement, say

FORMATS: Final = ("table", "markdown", "html")
_SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".txt": "table"}
#: Digits of a hash that are printed; the whole one stands in the manifest.
HASH_DIGITS = 12


def chosen(asked: str, output: str, *, terminal: bool) -> str:
    """The format in force: as asked, else by the file's suffix, else plain text or Markdown.

    Raises:
        QueryError: A release has no such format.

    Examples:
        >>> chosen("", "november.html", terminal=True), chosen("", "", terminal=False)
        ('html', 'markdown')
    """
    suffix = output[output.rfind(".") :].lower() if "." in output else ""
    name = asked or _SUFFIXES.get(suffix, "") or ("table" if terminal and output in {"", "-"} else "markdown")
    name = "table" if name in {"text", "txt"} else name
    if name not in FORMATS:
        raise QueryError(
            f"a release cannot be written as {name}", hint=f"formats: {', '.join(FORMATS)} (plain text)"
        )
    return name


def sentence(statement: TypedStatement | Statement, style: Style) -> str:
    """The words of a statement of either form."""
    if isinstance(statement, TypedStatement):
        return write(statement, legacy.style(style))
    return earlier.sentence(statement, style)


def words(key: str, style: Style) -> str:
    """A heading or label of the release."""
    return clean(sentence(say(f"brief.{key}"), style))


def trace_cells(trace: Trace, style: Style) -> list[str]:
    """A trace as cells: figure, dollars, basis, source, vintage."""
    value = "" if trace.value is None else f"{trace.value:,}"
    vintage = trace.vintage.isoformat() if trace.vintage else ""
    basis = words(f"basis_{trace.basis}", style)
    return [clean(sentence(trace.what, style)).replace("`", ""), value, basis, trace.source, vintage]


def files(trace: Trace) -> list[str]:
    """The files behind a figure, each with the beginning of its hash."""
    return [
        f"{entry.get('file', entry['id'])} ({entry.get('sha256', '')[:HASH_DIGITS]})" for entry in trace.files
    ]


def trace_headers(style: Style) -> list[str]:
    """What stands above the cells of the traces."""
    return [words(key, style) for key in ("what", "dollars", "basis", "source", "vintage", "files")]


def table_texts(document: Document, style: Style) -> tuple[list[str], list[list[str]]]:
    """Headers and cells of the one table as they are printed."""
    columns = document.table.columns
    headers = [clean(sentence(say(column.key, **column.facts), style)) for column in columns]
    return headers, [[clean(cell(content, style)) for content in row] for row in document.table.rows]


def notes(document: Document, style: Style) -> list[str]:
    """The notes, each once; here the list itself sets the marks."""
    told = (clean(sentence(note, style)).removeprefix("- ") for note in document.notes)
    return list(dict.fromkeys(told))


def markdown(document: Document, style: Style) -> str:
    """The release in GitHub's dialect; footnote numbers point into the table of traces."""
    from tradecli.render.markdown import escaped

    lines = [
        f"# {escaped(sentence(document.title, style))}",
        "",
        escaped(sentence(document.subtitle, style)),
        "",
    ]
    for section in document.sections:
        lines += [f"## {escaped(sentence(section.heading, style))}", ""]
        told = [f"{escaped(sentence(line.says, style))}{_numbers(line)}" for line in section.lines]
        gap = " " if style.lang == "en" else ""
        lines += [*(f"- {text}" for text in told), ""] if section.listed else [gap.join(told), ""]
    headers, rows = table_texts(document, style)
    traced = [
        [
            f"{escaped(text)}{f' [{number}]' if number and place % 3 == 1 else ''}"
            for place, (text, number) in enumerate(zip(row, numbers, strict=True))
        ]
        for row, numbers in zip(rows, document.cell_traces, strict=True)
    ]
    lines += [f"## {words('table', style)}", "", *_grid(headers, traced), ""]
    lines += [
        f"## {escaped(sentence(document.picture.title, style))}",
        "",
        "```text",
        *_chart(document, style),
        "```",
        "",
    ]
    lines += [escaped(sentence(document.picture.alt, style)), ""]
    lines += [
        f"## {words('notes', style)}",
        "",
        *(f"- {escaped(note)}" for note in notes(document, style)),
        "",
    ]
    rows = [
        [str(number), *(escaped(text) for text in (*trace_cells(trace, style), "; ".join(files(trace))))]
        for number, trace in enumerate(document.traces, 1)
    ]
    lines += [f"## {words('traces', style)}", "", *_grid(["#", *trace_headers(style)], rows)]
    return "\n".join(lines) + "\n"


def _numbers(line: Line) -> str:
    return f" [{', '.join(map(str, line.traces))}]" if line.traces else ""


def _grid(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(cells)} |" for cells in (headers, ["---"] * len(headers), *rows)]


def _chart(document: Document, style: Style) -> list[str]:
    from tradecli.render.picture import drawn

    return drawn(document.picture, legacy.style(style)).rstrip("\n").split("\n")[3:]


def plain(document: Document, style: Style) -> str:
    """The release as plain text, wrapped for a terminal; traces as numbered lines at the end."""
    out = [sentence(document.title, style), sentence(document.subtitle, style), ""]
    for section in document.sections:
        out += [sentence(section.heading, style).upper()]
        told = [f"{sentence(line.says, style)}{_numbers(line)}" for line in section.lines]
        out += [*_wrapped(told, section.listed), ""]
    headers, rows = table_texts(document, style)
    out += [words("table", style).upper(), *_aligned([headers, *rows]), ""]
    out += [
        sentence(document.picture.title, style),
        *_chart(document, style),
        "",
        sentence(document.picture.alt, style),
        "",
    ]
    out += [words("notes", style).upper(), *_wrapped(notes(document, style), listed=True), ""]
    out += [words("traces", style).upper()]
    for number, trace in enumerate(document.traces, 1):
        out.append(
            f"[{number}] {' | '.join(filter(None, trace_cells(trace, style)))} | {'; '.join(files(trace))}"
        )
    return "\n".join(line if "\n" in line else clean(line) for line in out) + "\n"


def _wrapped(told: Sequence[str], listed: bool) -> list[str]:
    import textwrap

    texts = [f"- {text}" for text in told] if listed else [" ".join(told)]
    return [
        line for text in texts for line in textwrap.wrap(text, 96, subsequent_indent="  " if listed else "")
    ]


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    from rich.cells import cell_len

    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return [
        "  ".join(
            f"{' ' * (width - cell_len(text))}{text}" if place else f"{text}{' ' * (width - cell_len(text))}"
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def rendered(document: Document, name: str, style: Style) -> str:
    """The release in one of `FORMATS`."""
    if name == "html":
        from tradecli.render.page import page

        return page(document, style)
    return markdown(document, style) if name == "markdown" else plain(document, style)
