"""The rich table: title, units and source, figures, findings. Columns go before digits do."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.report import Column, Report
from tradecli.render.cells import findings, texts
from tradecli.render.clean import clean

_GAP = 2
_INDENT = 2
#: A text column may wrap down to this width; a column of figures never wraps.
_NARROWEST_TEXT = 30
#: What a line of Chinese is not broken inside of: a number or word, with the marks that belong to it.
_PIECE = re.compile(r"\s*[（「]*(?:[^\s\u2e80-\uffdc]+|[\u2e80-\uffdc])[，。：；、）」]*|\s+$")
#: What stands for signs beyond ASCII where the terminal has none.
_ASCII = str.maketrans(
    {"–": "-", "≥": ">=", "·": "|", "█": "#", "░": "=", "⠀": " "}
    | {"─": "-", "┬": "+", "▲": "^", "▼": "v"}
    # Dots in both halves of a sign, in the upper one, in the lower one.
    | {
        chr(0x2800 + dots): ":" if dots & 0x1B and dots & 0xE4 else "'" if dots & 0x1B else "."
        for dots in range(1, 256)
    }
)


def table(report: Report, style: Style, *, width: int | None, colour: bool) -> str:
    """Lay the answer out for a terminal.

    Args:
        report: What to show.
        style: Language, unit, digits.
        width: Columns of the terminal; None where there is none and nothing need wrap.
        colour: Whether bold and dim may be used; they never carry meaning.
    """
    headers, rows = texts(report.table, style)
    columns = report.table.columns
    kept = _fitting(columns, headers, rows, width)
    natural = _INDENT + _width(columns, headers, rows, kept)
    rows = _folded(columns, headers, rows, kept, max(natural, width or 10_000))
    console = Console(
        file=io.StringIO(),
        width=max(natural, width or 10_000),
        color_system="standard" if colour else None,
        force_terminal=colour,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        console.print(Text(clean(write(report.title, style)), style="bold"))
        if report.subtitle:
            console.print(Text(clean(write(report.subtitle, style)), style="dim"))
        console.print()
        console.print(Padding(_grid(columns, headers, rows, kept), (0, 0, 0, _INDENT)))
        if report.findings:
            console.print()
        for finding in findings(report, style):
            text = wrapped(finding, console.width - _INDENT)
            console.print(Padding(Text(text), (0, 0, 0, _INDENT)))
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def wrapped(text: str, width: int) -> str:
    """Break a Chinese text into lines without cutting a number; rich breaks such a text anywhere."""
    if text.isascii() or cell_len(text) <= width:
        return text
    lines = [""]
    for piece in _PIECE.findall(text):
        if cell_len(lines[-1] + piece) > width and lines[-1]:
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return "\n".join(lines)


def as_ascii(text: str) -> str:
    """The same text for a terminal that shows nothing but ASCII."""
    return text.translate(_ASCII)


def _fitting(
    columns: Sequence[Column], headers: list[str], rows: list[list[str]], width: int | None
) -> list[int]:
    """The columns to show: those marked as droppable go first, and never a digit of the others."""
    kept = list(range(len(columns)))
    while width is not None and _INDENT + _width(columns, headers, rows, kept) > width:
        droppable = [i for i in kept if columns[i].drop]
        if not droppable:
            break
        kept.remove(max(droppable, key=lambda i: columns[i].drop))
    return kept


def _width(columns: Sequence[Column], headers: list[str], rows: list[list[str]], kept: list[int]) -> int:
    def of(i: int) -> int:
        widest = max(cell_len(row[i]) for row in [headers, *rows])
        return min(widest, _NARROWEST_TEXT) if columns[i].left and len(rows) else widest

    return sum(of(i) for i in kept) + _GAP * (len(kept) - 1)


def _folded(
    columns: Sequence[Column], headers: list[str], rows: list[list[str]], kept: list[int], width: int
) -> list[list[str]]:
    """The rows with the one column of long texts broken to the room that the others leave it."""
    widths = {i: max(cell_len(row[i]) for row in [headers, *rows]) for i in kept}
    texts = [i for i in kept if columns[i].left and widths[i] > _NARROWEST_TEXT]
    if len(texts) != 1:
        return rows
    [text] = texts
    others = sum(widths[i] for i in kept if i != text)
    room = width - _INDENT - others - _GAP * (len(kept) - 1)
    return [[wrapped(part, room) if i == text else part for i, part in enumerate(row)] for row in rows]


def _grid(columns: Sequence[Column], headers: list[str], rows: list[list[str]], kept: list[int]) -> RichTable:
    grid = RichTable(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_edge=False, header_style="dim")
    for i in kept:
        short = max((cell_len(row[i]) for row in [headers, *rows]), default=0) <= _NARROWEST_TEXT
        grid.add_column(
            Text(headers[i]),
            justify="left" if columns[i].left else "right",
            no_wrap=short,
            overflow="fold",
        )
    for row in rows:
        grid.add_row(*(Text(row[i]) for i in kept))
    return grid
