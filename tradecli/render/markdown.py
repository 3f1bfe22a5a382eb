"""Markdown in GitHub's dialect: answers and releases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell
from tradecli.model.document import (
    Block,
    Bullets,
    Document,
    Files,
    Footnotes,
    Grid,
    Heading,
    Line,
    Paragraph,
)
from tradecli.model.report import Cell
from tradecli.render.cells import marked, texts
from tradecli.render.clean import clean


def markdown(document: Document, style: Style) -> str:
    """The text; numbers in brackets point into the table of footnotes."""
    parts = [f"{'#' * document.level} {_text(document.title, style)}"]
    if document.subtitle:
        parts.append(_text(document.subtitle, style))
    parts += [part for block in document.blocks for part in _block(block, document.level, style)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text with the signs that Markdown reads as its own made plain, on one line.

    A line feed would end the row of a table.
    """
    line = " ".join(clean(text).splitlines())
    return "".join(f"\\{sign}" if sign in "|*_`<>[]\\" else sign for sign in line)


def _text(content: Cell, style: Style) -> str:
    return escaped(cell(content, style))


def _block(block: Block, level: int, style: Style) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'' if block.minor else '#' * (level + 1) + ' '}{_text(block.text, style)}"
    elif isinstance(block, Paragraph):
        yield (" " if style.lang == "en" else "").join(_line(line, style) for line in block.lines)
    elif isinstance(block, Bullets):
        yield "\n".join(f"- {text}" for text in dict.fromkeys(_line(line, style) for line in block.lines))
    elif isinstance(block, Grid | Footnotes):
        yield "\n".join(_grid(block, style))
    elif not isinstance(block, Files):
        from tradecli.render.picture import body

        yield "\n".join(["```text", *body(block, style), "```"])
        yield _text(block.alt, style)


def _line(line: Line, style: Style) -> str:
    return f"{_text(line.text, style)}{_numbers(line.footnotes)}"


def _numbers(numbers: Sequence[int]) -> str:
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def _grid(block: Grid | Footnotes, style: Style) -> Iterator[str]:
    headings, rows = texts(block.table, style)
    rules = [":---" if column.left else "---:" for column in block.table.columns]
    footnotes = (
        block.footnotes if isinstance(block, Grid) and block.footnotes else [[0] * len(rules)] * len(rows)
    )
    cells = [
        [f"{escaped(text)}{_numbers(numbers)}" for text, numbers in marked(row, of_row)]
        for row, of_row in zip(rows, footnotes, strict=True)
    ]
    yield from (f"| {' | '.join(row)} |" for row in (headings, rules, *cells))
