"""A text as it is shown, cut at its marks and into lines; every character stays in its place."""

from __future__ import annotations

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
