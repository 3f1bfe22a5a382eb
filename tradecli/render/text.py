"""A release as plain text, for a terminal."""

from __future__ import annotations

import re
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
from tradecli.model.report import Column, Statement
from tradecli.render.cells import numbered, texts
from tradecli.render.clean import clean

#: The blank between a number and its unit, at which no line is broken.
_UNIT = re.compile(r"(?<=\d) (?=%|billion|million|thousand)|(?<=US\$) ")
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
        yield from _grid(block, style, room)
    elif isinstance(block, Footnotes):
        yield from _items([(f"[{n}] ", cell(line, style)) for n, line in enumerate(block.lines, 1)], room)
    elif isinstance(block, Trace):
        yield from _wrapped([cell(block.elsewhere, style)], room)
    elif isinstance(block, Illustration):
        from tradecli.render.picture import body

        yield from _wrapped([cell(block.picture.title, style)], room)
        yield from body(block.picture, style, room)
    elif isinstance(block, Files):
        return
    yield ""


def _line(line: Line, style: Style) -> str:
    return f"{cell(line.text, style)}{_numbers(line.footnotes)}"


def _numbers(numbers: Sequence[int]) -> str:
    return f" {numbered(numbers)}" if numbers else ""


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
        whole = _UNIT.sub("\x00", one)
        lines += textwrap.wrap(whole, room) if one.isascii() else wrapped(one, room).split("\n")
    return [line.replace("\x00", " ") for line in lines]


def _grid(block: Grid, style: Style, room: int) -> Iterator[str]:
    """The columns as their headings are; where there is no room some go, and are named below."""
    headings, rows = texts(block.table, style)
    columns = block.table.columns
    numbers = block.footnotes or [()] * len(rows)
    noted = [[f"{row[0]}{_numbers(of_row)}", *row[1:]] for row, of_row in zip(rows, numbers, strict=True)]
    kept = list(range(len(columns)))
    while _width([headings, *noted], kept) > room and any(columns[at].drop for at in kept):
        kept.remove(max(kept, key=lambda at: columns[at].drop))
    apart = _width([headings, *noted], kept) > room
    yield from _aligned([headings, *(rows if apart else noted)], columns, kept)
    if apart and (every := sorted({number for of_row in numbers for number in of_row})):
        yield numbered(every)
    if gone := [headings[at] for at in range(len(columns)) if at not in kept]:
        yield from _wrapped([cell(Statement("brief.columns_gone", {"columns": gone}), style)], room)


def _width(rows: Sequence[Sequence[str]], kept: Sequence[int]) -> int:
    from rich.cells import cell_len

    return sum(max(cell_len(row[at]) for row in rows) for at in kept) + 2 * (len(kept) - 1)


def _aligned(rows: Sequence[Sequence[str]], columns: Sequence[Column], kept: Sequence[int]) -> Iterator[str]:
    """Texts to the left, figures to the right."""
    from rich.cells import cell_len

    widths = {at: max(cell_len(row[at]) for row in rows) for at in kept}
    for row in rows:
        spaced = []
        for at in kept:
            blank = " " * (widths[at] - cell_len(row[at]))
            spaced.append(f"{row[at]}{blank}" if columns[at].left else f"{blank}{row[at]}")
        yield "  ".join(spaced).rstrip()
