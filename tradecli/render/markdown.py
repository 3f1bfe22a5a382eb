"""Markdown in GitHub's dialect: answers and releases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell
from tradecli.model.document import (
    Block,
    Bullets,
    Document,
    Footnotes,
    Grid,
    Heading,
    Illustration,
    Line,
    Paragraph,
    Trace,
)
from tradecli.model.report import Cell, Table
from tradecli.render.cells import numbered, texts
from tradecli.render.clean import clean

_PLAIN = str.maketrans({sign: f"\\{sign}" for sign in "|*_`<>[]\\"})


def markdown(document: Document, style: Style, *, drawing: str = "") -> str:
    """The text; numbers in brackets point into the list of footnotes, the trace is folded away.

    Args:
        document: What to write.
        style: Language, unit, digits.
        drawing: Where the picture was written, to be linked; without it a line says how it is drawn.
    """
    parts = [f"{'#' * document.level} {_text(document.title, style)}"]
    if document.subtitle:
        parts.append(_text(document.subtitle, style))
    parts += [part for block in document.blocks for part in _block(block, document.level, style, drawing)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text with the signs that Markdown reads as its own made plain, on one line.

    A line feed would end the row of a table.
    """
    return " ".join(clean(text).splitlines()).translate(_PLAIN)


def _text(content: Cell, style: Style) -> str:
    return escaped(cell(content, style))


def _block(block: Block, level: int, style: Style, drawing: str) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'' if block.minor else '#' * (level + 1) + ' '}{_text(block.text, style)}"
    elif isinstance(block, Paragraph):
        yield paragraph([(_line(line, style), bool(line.footnotes)) for line in block.lines], style)
    elif isinstance(block, Bullets):
        yield "\n".join(f"- {text}" for text in dict.fromkeys(_line(line, style) for line in block.lines))
    elif isinstance(block, Grid):
        yield "\n".join(_grid(block.table, block.footnotes, style))
    elif isinstance(block, Footnotes):
        yield "\n".join(f"{number}. {_text(line, style)}" for number, line in enumerate(block.lines, 1))
    elif isinstance(block, Trace):
        rows = "\n".join(_grid(block.table, (), style))
        yield f"<details>\n<summary>{_text(block.name, style)}</summary>\n\n{rows}\n\n</details>"
    elif isinstance(block, Illustration):
        alt = _text(block.picture.alt, style)
        yield f"![{alt}]({drawing})" if drawing else with_code(cell(block.elsewhere, style))


def paragraph(told: Sequence[tuple[str, bool]], style: Style) -> str:
    """Sentences, each with whether numbers follow it: Chinese ones need no blank where none do."""
    text = "".join(f"{one} " if style.lang == "en" or noted else one for one, noted in told)
    return text.rstrip(" ")


def _line(line: Line, style: Style) -> str:
    return f"{with_code(cell(line.text, style))}{_numbers(line.footnotes)}"


def with_code(text: str) -> str:
    """The text, escaped but for commands, which stand between backquotes already."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escaped(text)
    return "".join(f"`{clean(part)}`" if place % 2 else escaped(part) for place, part in enumerate(parts))


def _numbers(numbers: Sequence[int]) -> str:
    return f" {numbered(numbers)}" if numbers else ""


def _grid(table: Table, footnotes: Sequence[Sequence[int]], style: Style) -> Iterator[str]:
    headings, rows = texts(table, style)
    rules = [":---" if column.left else "---:" for column in table.columns]
    cells = [
        [f"{escaped(row[0])}{_numbers(numbers)}", *map(escaped, row[1:])]
        for row, numbers in zip(rows, footnotes or [()] * len(rows), strict=True)
    ]
    yield from (f"| {' | '.join(row)} |" for row in (headings, rules, *cells))
