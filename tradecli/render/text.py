"""A release as plain text, for a terminal."""

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
    Illustration,
    Line,
    Paragraph,
    Trace,
)
from tradecli.render.cells import texts
from tradecli.render.clean import clean

#: Columns that sentences are wrapped to, where there are so many.
WIDTH = 96


def text(document: Document, style: Style, width: int | None = None) -> str:
    """The text, wrapped to the *width* of the terminal, at most to `WIDTH`."""
    room = min(width or WIDTH, WIDTH)
    head = [cell(document.title, style), cell(document.subtitle or "", style)]
    lines = [*_wrapped(head, room), ""]
    for block in document.blocks:
        lines += _block(block, style, room)
    return "\n".join(map(clean, lines)).rstrip("\n") + "\n"


def _block(block: Block, style: Style, room: int) -> Iterator[str]:
    if isinstance(block, Heading):
        yield cell(block.text, style)
        return
    if isinstance(block, Paragraph):
        from tradecli.render.markdown import paragraph

        sentences = [(_line(line, style), bool(line.footnotes)) for line in block.lines]
        yield from _wrapped([paragraph(sentences, style)], room)
    elif isinstance(block, Bullets):
        told = dict.fromkeys(_line(line, style) for line in block.lines)
        yield from _items([("- ", line) for line in told], room)
    elif isinstance(block, Grid):
        yield from _grid(block, style)
    elif isinstance(block, Footnotes):
        yield from _items([(f"[{n}] ", cell(line, style)) for n, line in enumerate(block.lines, 1)], room)
    elif isinstance(block, Trace):
        yield from _wrapped([cell(block.elsewhere, style)], room)
    elif isinstance(block, Illustration):
        from tradecli.render.picture import body

        yield from _wrapped([cell(block.picture.title, style)], room)
        yield from body(block.picture, style)
    elif isinstance(block, Files):
        return
    yield ""


def _line(line: Line, style: Style) -> str:
    return f"{cell(line.text, style)}{_numbers(line.footnotes)}"


def _numbers(numbers: Sequence[int]) -> str:
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def _items(items: Sequence[tuple[str, str]], room: int) -> Iterator[str]:
    """Items after their marks; what follows their first line stands below it."""
    for mark, item in items:
        first, *rest = _wrapped([item], room - len(mark))
        yield f"{mark}{first}"
        yield from (" " * len(mark) + line for line in rest)


def _wrapped(told: Sequence[str], room: int) -> list[str]:
    """Texts in lines; no number is cut, in Chinese neither."""
    import textwrap

    from tradecli.render.table import wrapped

    lines: list[str] = []
    for one in told:
        lines += textwrap.wrap(one, room) if one.isascii() else wrapped(one, room).split("\n")
    return lines


def _grid(block: Grid, style: Style) -> Iterator[str]:
    """The columns as their headings are: texts to the left, figures to the right."""
    from rich.cells import cell_len

    headings, rows = texts(block.table, style)
    numbers = block.footnotes or [()] * len(rows)
    noted = [[f"{row[0]}{_numbers(of_row)}", *row[1:]] for row, of_row in zip(rows, numbers, strict=True)]
    widths = [max(map(cell_len, column)) for column in zip(headings, *noted, strict=True)]
    for row in (headings, *noted):
        spaced = []
        for text, width, column in zip(row, widths, block.table.columns, strict=True):
            blank = " " * (width - cell_len(text))
            spaced.append(f"{text}{blank}" if column.left else f"{blank}{text}")
        yield "  ".join(spaced).rstrip()
