"""A text as it is shown, cut at its marks and into lines; every character stays in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tradecli.model.report import Article, Mark
from tradecli.render.clean import clean

#: Signs of the verdicts, so that none is told by colour alone.
SIGNS = {
    "true": "✓",
    "true_when_published": "✓",
    "true_of_unlike_periods": "≈",
    "as_stated": "✓",
    "false": "✗",
    "cannot_tell": "?",
}


def columns(text: str) -> int:
    """The columns that a text fills."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


class Part(NamedTuple):
    """Characters of a text under a mark, or under none."""

    text: str
    mark: Mark | None = None


def visible(text: str) -> str:
    """The text with each control character as one that shows that it is there."""
    plain = clean(text)
    return text if plain == text else "".join(one if clean(one) == one else "\ufffd" for one in text)


def paragraphs(article: Article) -> Iterator[tuple[int, str, list[Mark]]]:
    """Where each paragraph begins, its characters, and the marks that begin in it."""
    marks = sorted(article.marks, key=lambda mark: (mark.start, mark.number))
    at, place = 0, 0
    for line in article.text.split("\n"):
        first = place
        while place < len(marks) and marks[place].start < at + len(line):
            place += 1
        if line.strip():
            yield at, visible(line), marks[first:place]
        at += len(line) + 1


def parts(at: int, text: str, marks: Sequence[Mark]) -> Iterator[Part]:
    """A stretch of text that begins at a place, cut at marks; of two at one place only the first shows."""
    done = 0
    for mark in marks:
        start, end = (min(max(place - at, done), len(text)) for place in (mark.start, mark.end))
        if end > start:
            if start > done:
                yield Part(text[done:start])
            yield Part(text[start:end], mark)
            done = end
    if done < len(text):
        yield Part(text[done:])


#: What a line is not broken inside of: a word or number, with the marks that belong to it; full-width
#: digits are no Chinese characters here.
_PIECE = re.compile(
    r"\s*[（「《]*(?:[^\s\u2e80-\uff0d\uff0f\uff1a-\uffdc]+|[\u2e80-\uff0d\uff0f\uff1a-\uffdc])"
    r"[，。：；、）」》％]*|\s+$"
)


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
    """Where a line that begins at *start* is full."""
    end = start + 1
    while columns(text[start : end + 1]) <= width:
        end += 1
    return end
