"""Texts broken into lines for a terminal: between words, never inside a number and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Signs of Chinese, each two columns wide: a line may be broken between them. Full-width digits are none.
_WIDE = "\u2e80-\uff0d\uff0f\uff1a-\uffdc"
#: What follows a number in Chinese and means nothing without it: `2025年1-11月`, `億美元`, `個百分點`.
_MEASURE = (
    r"年(?:[0-9]+(?:-[0-9]+)?月(?:[0-9]+日)?)?|[十百千萬億]+(?:美元|歐元|元)?|美元|歐元|元"
    r"|個(?:百分點|月)?|[月日天次筆倍欄名項列紅黑]"
)
#: What a line is not broken inside of: a word, or a number with its currency and unit.
_PIECE = re.compile(
    rf"\s*[（「《\[(]*(?:(?:(?:US|NT)\$ |[A-Z]{{3}} (?=[-+]?[0-9]))?[^\s{_WIDE}]+"
    rf"(?:(?<=[0-9])(?:{_MEASURE}|(?: %| billion| million)[.,;:)]*))?|[{_WIDE}])"
    r"[，。：；、）」》％]*|\s+$"
)
#: Where a text longer than a line is broken: after one of these.
_JOINT = re.compile(r".*[/_&?=,;:-]", re.DOTALL)


def columns(text: str) -> int:
    """The columns that a text fills."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrapped(text: str, width: int, *, indent: str = "") -> str:
    """Break a text into lines of at most *width* columns, all but the first of them indented.

    A number stays with its sign, currency and unit, a word whole. Only what is longer than a line, such as
    an address or a hash, is broken within: after a stroke or dash where it has one.

    Examples:
        >>> print(wrapped("Exports rose to US$ 64.04 billion, a record.", 19))
        Exports rose to
        US$ 64.04 billion,
        a record.
        >>> print(wrapped("創歷年單月新高，前次為2025年10月的211.28億美元。", 30))
        創歷年單月新高，前次為
        2025年10月的211.28億美元。
    """
    if columns(text) <= width and "\n" not in text:
        return text
    room = max(width - len(indent), 1)
    cut = [part[start:end] for part in text.split("\n") for start, end in lines(part, room)]
    return f"\n{indent}".join(cut)


def lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the lines of a paragraph begin and end, none of them wider than *width* columns.

    Examples:
        >>> text = "Exports rose 3.6%"
        >>> [text[start:end] for start, end in lines(text, 12)]
        ['Exports rose', '3.6%']
    """
    start = end = len(text) - len(text.lstrip())
    filled = 0
    for found in _PIECE.finditer(text, start):
        wide = columns(found[0])
        if filled and filled + wide > width:
            yield start, end
            start = found.end() - len(found[0].lstrip())
            wide, filled = columns(text[start : found.end()]), 0
        while wide > width:  # an address, say
            cut = _cut(text, start, width)
            yield start, cut
            start, wide = cut, columns(text[cut : found.end()])
        filled, end = filled + wide, found.end()
    if end > start:
        yield start, end


def _cut(text: str, start: int, width: int) -> int:
    """Where a line that begins at *start* is full; after a stroke or dash, where one is near."""
    end = start + 1
    while columns(text[start : end + 1]) <= width:
        end += 1
    joint = _JOINT.match(text[start:end])
    return start + len(joint[0]) if joint and 2 * len(joint[0]) > end - start else end
