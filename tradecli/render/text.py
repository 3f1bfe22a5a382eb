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
    Line,
    Paragraph,
)
from tradecli.render.cells import texts
from tradecli.render.clean import clean

#: Columns that sentences are wrapped to.
WIDTH = 96


def text(document: Document, style: Style) -> str:
    """The text, wrapped; footnotes as numbered lines."""
    lines = [cell(document.title, style), cell(document.subtitle or "", style), ""]
    for block in document.blocks:
        lines += _block(block, style)
    return "\n".join(map(clean, lines)).rstrip("\n") + "\n"


def _block(block: Block, style: Style) -> Iterator[str]:
    if isinstance(block, Heading):
        heading = cell(block.text, style)
        yield heading if block.sentence else heading.upper()
        return
    if isinstance(block, Paragraph):
        yield from _wrapped([" ".join(_line(line, style) for line in block.lines)])
    elif isinstance(block, Bullets):
        told = dict.fromkeys(f"- {_line(line, style)}" for line in block.lines)
        yield from _wrapped(list(told), indent="  ")
    elif isinstance(block, Grid):
        headings, rows = texts(block.table, style)
        yield from _aligned([headings, *rows])
    elif isinstance(block, Footnotes):
        for number, *rest in texts(block.table, style)[1]:
            yield f"[{number}] {' | '.join(filter(None, rest))}"
    elif not isinstance(block, Files):
        from tradecli.render.picture import body

        yield from (*body(block, style), "", cell(block.alt, style))
    yield ""


def _line(line: Line, style: Style) -> str:
    numbers = f" [{', '.join(map(str, line.footnotes))}]" if line.footnotes else ""
    return f"{cell(line.text, style)}{numbers}"


def _wrapped(told: Sequence[str], indent: str = "") -> list[str]:
    import textwrap

    return [line for text in told for line in textwrap.wrap(text, WIDTH, subsequent_indent=indent)]


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The first column to the left, all others to the right."""
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        spaced = [
            f"{' ' * (width - cell_len(text))}{text}" for text, width in zip(rest, widths[1:], strict=True)
        ]
        yield "  ".join([first + " " * (widths[0] - cell_len(first)), *spaced]).rstrip()
