"""Plain text and Markdown as they are read: without marks and addresses, wrapped lines as one. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tradecli.reading.model import Span
from tradecli.reading.places import Piece, Placed

#: What a reader of the text is not told.
_MARKS = re.compile(
    r"""^[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ ]*\S[^\n]*$                        # where a link leads
    | ^[ ]*\|?[ ]*:?-{3,}:?[ ]*(?:\|[ :|-]*)?$ | ^[ ]{0,3}(?:={3,}|\*{3,}|_{3,})[ ]*$   # rules
    | ^[ ]{0,3}(?:\#{1,6}|>+|[-*+•‧·]|\d{1,2}[.)])[ ]+(?=\S)               # headings, quotes, lists
    | \[\^?\d{1,3}\]                                                       # numbers of footnotes
    | <?(?:https?://|www\.)[^\s<>()（）「」，。；\u3400-\u9fff]+>?
    | </?[A-Za-z][^<>\n]{0,200}> | <!--[^<>]{0,2000}-->
    | \*+ | `+ | ~~ | (?<!\w)_{1,3}(?=\w) | (?<=\w)_{1,3}(?!\w)
    | \\(?=[\\`*_{}\[\]()\#+.!|$%~-])
    """,
    re.VERBOSE | re.MULTILINE,
)
#: A link, of which the text stays, and a picture, of which nothing does.
_LINK = re.compile(
    r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,2000}\)|\[(?P<text>[^\[\]\n]{1,300})\]\([^()\n]{0,2000}\)"
)
_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)[^\n]*$", re.MULTILINE)
_GAP = re.compile(r"[ \t\r\f\u00a0]{2,}|[\t\r\f]")
#: What begins something of its own is no rest of the line before it.
_OWN = re.compile(r"\s*(?:$|#{1,6}\s|[-*+•‧·>|]|\d{1,2}[.)]\s|\[|https?:)")
_FIRST = re.compile(r"[\u2e80-\uffdc]|[^\s\u2e80-\uffdc]+")
#: Lines are wrapped to no more columns than the first; shorter ones than the second never are.
_WIDEST, _NARROWEST = 100, 30


def prose(given: Placed) -> Placed:
    """The text without what only shows how it is set: a line a paragraph.

    Examples:
        >>> prose(Placed.whole("Exports rose [**3.6%**](https://x.example/2025) to _64.05_ billion")).text
        'Exports rose 3.6% to 64.05 billion'
    """
    text = given.edited(_wrapped(given.text))
    text = text.edited(_blocks_of_code(text.text))
    text = text.edited(_links(text.text))
    return spaced(text.replaced(_MARKS, ""))


def spaced(text: Placed) -> Placed:
    """The same with every gap within a line as one space."""
    return text.replaced(_GAP, " ")


def _blocks_of_code(text: str) -> Iterator[Piece]:
    fences = [found.span() for found in _FENCE.finditer(text)]
    for (start, _), (_, end) in zip(fences[::2], fences[1::2], strict=False):
        yield Piece(Span(start, end), "")


def _links(text: str) -> Iterator[Piece]:
    for found in _LINK.finditer(text):
        if found["text"] is None:
            yield Piece(Span(*found.span()), "")
        else:
            yield Piece(Span(found.start(), found.start("text")), "")
            yield Piece(Span(found.end("text"), found.end()), "")


def _wrapped(text: str) -> Iterator[Piece]:
    """The line ends at which a line was only wrapped: the word after it would not have fitted.

    Between Chinese characters nothing takes the place of such an end, else a space.
    """
    at, block = 0, []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            block.append((at, line))
        elif block:
            yield from _of_block(block)
            block = []
        at += len(line) + 1


def _of_block(lines: Sequence[tuple[int, str]]) -> Iterator[Piece]:
    """The wrapped ends of lines that follow one another: of most of them, or none."""
    width = max(columns(line.rstrip()) for _, line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return
    ends = [_end(at, line, following, width) for (at, line), (_, following) in pairwise(lines)]
    found = [end for end in ends if end]
    # One end alone may be that of a headline, unless the sentence plainly goes on.
    plain = len(ends) > 1 or (lines[-1][1].lstrip()[:1].islower() and width >= 2 * _NARROWEST)
    if plain and 3 * len(found) >= 2 * len(ends):
        yield from found


def _end(at: int, line: str, following: str, width: int) -> Piece | None:
    """The end of a line that was only wrapped."""
    words = _FIRST.search(following)
    if words is None or _OWN.match(following):
        return None
    tail = line.rstrip()
    chinese = ord(words[0][0]) >= 0x2E80 and ord(tail[-1]) >= 0x2E80
    if columns(tail) + columns(words[0]) + (not chinese) <= width:
        return None
    end = at + len(line) + 1 + len(following) - len(following.lstrip())
    return Piece(Span(at + len(tail), end), "" if chinese else " ")


def columns(text: str) -> int:
    """The columns that a text fills where Chinese characters are twice as wide.

    Examples:
        >>> columns("11月出口"), columns("exports")
        (8, 7)
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
