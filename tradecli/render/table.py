"""The table for people: title, units and source, figures, findings. Columns go before digits do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.report import Column, Report, Statement
from tradecli.render.cells import findings, texts
from tradecli.render.clean import clean
from tradecli.render.wrapping import columns as columns_of
from tradecli.render.wrapping import wrapped as wrapped

_GAPS = (2, 1)
_INDENT = 2
#: A text, and a heading, wider than this may be broken into lines down to it; a figure never is.
_NARROWEST_TEXT, _NARROWEST_HEADING = 12, 15
#: SGR: bold and dim; they never carry meaning.
_BOLD, _DIM = 1, 2
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


def table(report: Report, style: Style, *, width: int | None, colour: bool, blocks: bool = True) -> str:
    """Lay the answer out for a terminal.

    Args:
        report: What to show.
        style: Language, unit, digits.
        width: Columns of the terminal; None where there is none and nothing need be broken.
        colour: Whether bold and dim may be used; they never carry meaning.
        blocks: Whether signs beyond ASCII may be used for bars.
    """
    headers, rows = texts(report.table, style)
    layout = _laid_out(report.table.columns, [headers, *rows], width)
    room = max(layout.width, width or 10_000)
    lines = list(_painted(wrapped(clean(write(report.title, style)), room), _BOLD, colour))
    if report.subtitle:
        lines += _painted(_sources(clean(write(report.subtitle, style)), room), _DIM, colour)
    lines += ["", *_grid(layout, headers, rows, report.table.strong, colour)]
    if layout.dropped:
        told = Statement(
            f"columns_not_shown{'.one' if layout.dropped == 1 else ''}", {"count": layout.dropped}
        )
        lines += _painted(_indented(clean(write(told, style)), room), _DIM, colour)
    bars = [" " * _INDENT + line for line in _bars(report, style, room - _INDENT, blocks)]
    told_of = [*bars, *(_indented(finding, room) for finding in findings(report, style))]
    # Where there are bars the answer is to fit one screen: the line of columns parts it enough.
    between = [""] if told_of and not (bars and layout.dropped) else []
    return "".join(f"{line.rstrip()}\n" for line in (*lines, *between, *told_of))


def _bars(report: Report, style: Style, width: int, blocks: bool) -> list[str]:
    if report.trend is None:
        return []
    from tradecli.render.sparkline import sparkline

    return sparkline(report.trend, style, width=width, blocks=blocks)


def as_ascii(text: str) -> str:
    """The same text for a terminal that shows nothing but ASCII."""
    return text.translate(_ASCII)


class _Layout(NamedTuple):
    """Which columns are shown, how wide each is, and how far apart."""

    columns: Sequence[Column]
    widths: dict[int, int]
    gap: int
    dropped: int

    @property
    def width(self) -> int:
        return _INDENT + sum(self.widths.values()) + self.gap * (len(self.widths) - 1)


def _laid_out(columns: Sequence[Column], rows: list[list[str]], width: int | None) -> _Layout:
    """Long headings are broken first, then columns marked as droppable go, then blanks, then texts break.

    No digit of the others ever goes.
    """
    headings, aligned = rows[0], [row for row in rows[1:] if not _heads(row)]
    cells = [max((columns_of(row[at]) for row in aligned), default=0) for at in range(len(columns))]
    widths = {at: max(wide, columns_of(headings[at])) for at, wide in enumerate(cells)}
    layout = _Layout(columns, widths, _GAPS[0], 0)
    if width is None or layout.width <= width:
        return layout
    for at in widths:
        narrow = wrapped(headings[at], _NARROWEST_HEADING).split("\n")
        widths[at] = max(cells[at], *map(columns_of, narrow))
    empty = {at for at in widths if not any(row[at] for row in rows[1:])}
    droppable = (at for at in widths if columns[at].drop)
    for at in sorted(droppable, key=lambda at: (at not in empty, -columns[at].drop)):
        if layout.width <= width:
            return layout
        del widths[at]
        # Of a column that holds nothing nothing is missed.
        layout = layout._replace(dropped=layout.dropped + (at not in empty))
    if layout.width > width:
        layout = layout._replace(gap=_GAPS[1])
    long = [at for at in widths if columns[at].left and widths[at] > _NARROWEST_TEXT]
    if layout.width > width and long:
        spare = sum(widths[at] - _NARROWEST_TEXT for at in long)
        layout = layout._replace(gap=_GAPS[layout._replace(gap=_GAPS[0]).width - spare > width])
        for at in sorted(long, key=lambda at: -widths[at]):
            widths[at] = max(_NARROWEST_TEXT, widths[at] - max(0, layout.width - width))
    return layout


def _grid(
    layout: _Layout, headers: list[str], rows: list[list[str]], strong: Collection[int], colour: bool
) -> Iterator[str]:
    """Headings and rows; of a row that matters more the whole is bold."""
    for number, row in enumerate([headers, *rows], -1):
        how = _DIM if number < 0 else _BOLD if number in strong else 0
        if number >= 0 and _heads(row):
            yield from _painted(" " * _INDENT + row[0], how, colour)
            continue
        cells = [wrapped(row[at], wide).split("\n") for at, wide in layout.widths.items()]
        for line in zip_longest(*cells, fillvalue=""):
            placed = (
                _placed(text, wide, left=layout.columns[at].left)
                for text, (at, wide) in zip(line, layout.widths.items(), strict=True)
            )
            yield from _painted((" " * _INDENT + (" " * layout.gap).join(placed)).rstrip(), how, colour)


def _heads(row: Sequence[str]) -> bool:
    """Whether a row is but a name above others, which needs no column of its own."""
    return len(row) > 1 and bool(row[0]) and not any(row[1:])


def _placed(text: str, width: int, *, left: bool) -> str:
    blanks = " " * (width - columns_of(text))
    return text + blanks if left else blanks + text


def _painted(text: str, how: int, colour: bool) -> Iterator[str]:
    """The lines of a text, bold or dim where that may be used."""
    for line in text.split("\n"):
        yield f"\x1b[{how}m{line}\x1b[0m" if colour and how and line else line


def _indented(text: str, width: int) -> str:
    return " " * _INDENT + wrapped(text, width - _INDENT).replace("\n", "\n" + " " * _INDENT)


def _sources(text: str, width: int) -> str:
    """Unit and sources: on one line if it holds them, else a line a source, broken between its parts."""
    if columns_of(text) <= width:
        return text
    return "\n".join(_joined(source.split(" · "), width) for source in re.split(r"(?<=[;；])\s*", text))


def _joined(parts: Sequence[str], width: int) -> str:
    lines = [""]
    for part in parts:
        joined = f"{lines[-1]} · {part}" if lines[-1] else part
        if columns_of(joined) <= width:
            lines[-1] = joined
        else:
            lines[len(lines) - (not lines[-1]) :] = [part]
    return "\n".join(wrapped(line, width) for line in lines)
