"""How wide a text is on a drawing, and how it is broken into lines. Pure."""

from __future__ import annotations

import re
import unicodedata

#: Advance widths of Helvetica, and so of Arial and Liberation Sans, in thousandths of the size: the signs
#: from the blank on.
_ADVANCES = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556,) * 10,
    *(278, 278, 584, 584, 584, 556, 1015),
    *(667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833),
    *(722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611),
    *(278, 278, 278, 469, 556, 333),
    *(556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833),
    *(556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500),
    *(334, 260, 334, 584),
)
#: What other fonts take more than Helvetica, and bold letters more than others.
_OTHER_FONTS, _BOLD = 1.06, 1.07
#: Where a line may end: after a blank, and between two Chinese signs; never inside of a number, its unit or a
#: word, and never before a closing mark.
_PIECE = re.compile(
    r"[^\S\xa0]*[（「]*(?:[\d,.+-]+(?:[十百千萬億]*(?:美元|歐元)|年|月|倍)|(?:[^\s\u2e80-\uffdc]|\xa0)+"
    r"|[\u2e80-\uffdc])[，。：；、）」]*"
)
#: Blanks that hold a number and its unit together.
_HELD = re.compile(r"(?<=US\$) | (?=(?:%|billion|million|thousand)\b)|(?<=\d) (?=%)")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text at a size, a little more rather than less.

    Examples:
        >>> round(width("2025", 10), 1), round(width("億美元", 10), 1)
        (23.6, 31.8)
    """
    thousandths = sum(map(_advance, text))
    return thousandths / 1000 * size * _OTHER_FONTS * (_BOLD if bold else 1)


def _advance(sign: str) -> int:
    place = ord(sign) - 32
    if 0 <= place < len(_ADVANCES):
        return _ADVANCES[place]
    return 1000 if unicodedata.east_asian_width(sign) in "WF" else 600


def held(text: str) -> str:
    r"""The text with the blanks between a number and its unit, or a currency and its number, held together.

    Examples:
        >>> held("rose 5.0 % to US$ 2 billion").split(" ") == ["rose", "5.0\N{NO-BREAK SPACE}%", "to",
        ...   "US$\N{NO-BREAK SPACE}2\N{NO-BREAK SPACE}billion"]
        True
    """
    return _HELD.sub("\xa0", text)


def broken(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """A text in lines that fit into a room, broken between words; a word wider than the room stays whole.

    Examples:
        >>> broken("one two three", width("one two", 10), 10)
        ['one two', 'three']
        >>> broken("出口達244.20億美元", width("出口達", 10), 10)
        ['出口達', '244.20億美元']
    """
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and width(lines[-1] + piece, size, bold=bold) > room:
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return lines


def balanced(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """A text in as few lines as `broken` makes of it, but about equally long: no word is left alone.

    Examples:
        >>> broken("one two three four", width("one two three", 10), 10)
        ['one two three', 'four']
        >>> balanced("one two three four", width("one two three", 10), 10)
        ['one two', 'three four']
    """
    lines = broken(text, room, size, bold=bold)
    narrow, wide = 0.0, room
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        found = broken(text, middle, size, bold=bold)
        if len(found) > len(lines):
            narrow = middle
        else:
            wide, lines = middle, found
    return lines
