"""A text as it is read: folded one to one, so that every place stays true, and cut into sentences. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tradecli.reading.model import Sentence, Span

#: Characters that stand for another one where numbers and words are looked for.
_SAME = {
    **dict.fromkeys("‘’ʼ′", "'"),
    **dict.fromkeys("“”″", '"'),
    **dict.fromkeys("–—―−‐‑‒", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\r", " "),
    "〇": "○",
    "臺": "台",
}
#: Where a sentence may end, and what ends none: a full stop in a number, after a short form, or after a
#: single capital (U.S.) unless a word follows that begins sentences.
_END = re.compile(
    r"[。!?;！？；]|\.(?=[\"')\]]{0,2}(?:\s|$))(?<!\b[A-Z]\.)(?<!\b[A-Z]\.[A-Z]\.)"
    r"(?<!\b(?:Mr|Ms|Dr|No|St|vs|Co)\.)(?<!\b(?:Mrs|Inc|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.)"
    r"(?<!\bSept\.)(?<!\bapprox\.)[\"')\]]{0,2}"
    r"|\b[A-Z]\.(?=\s+(?:The|In|It|Its|For|On|But|Meanwhile|However|That|This|By|Exports to"
    r"|Imports from|Last)\b)"
    r"|\n(?![a-z$\d]|US\$|NT\$)|\n(?<=[.!?:]\n)"
)
#: A sentence is read as a whole up to so many characters.
_LONGEST = 2_000
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def fold(text: str) -> str:
    """The text with full-width and typographic characters as plain ones, each at its own place.

    Examples:
        >>> fold("５４２．５億美元"), len(fold("ﬁve")) == len("ﬁve")
        ('542.5億美元', True)
    """
    return "".join(map(_plain, text))


def _plain(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character.isascii():
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def sentences(folded: str) -> Iterator[Sentence]:
    """The sentences of a folded text, numbered from 1; one longer than any of prose comes in pieces.

    Examples:
        >>> [one.folded for one in sentences("Exports of the U.S. rose 3.6%. Imports fell (Dec. 8).")]
        ['Exports of the U.S. rose 3.6%.', 'Imports fell (Dec. 8).']
    """
    begin, number = 0, 0
    for end in (*(found.end() for found in _END.finditer(folded)), len(folded)):
        while begin < end:
            stop = end if end - begin <= _LONGEST else _piece(folded, begin)
            inner = folded[begin:stop]
            stripped = inner.strip()
            if stripped:
                number += 1
                start = begin + inner.index(stripped[0])
                yield Sentence(number, Span(start, start + len(stripped)), stripped.replace("\n", " "))
            begin = stop


def _piece(folded: str, begin: int) -> int:
    """Where the first piece of a sentence that is too long ends: after its last blank, or at the limit."""
    blank = folded.rfind(" ", begin + _LONGEST // 2, begin + _LONGEST)
    return blank + 1 if blank > 0 else begin + _LONGEST


def is_chinese(folded: str) -> bool:
    """Whether a sentence is to be read as Chinese: by its letters, names in the other script aside.

    Examples:
        >>> is_chinese("10月出口618億美元"), is_chinese("Exports rose")
        (True, False)
    """
    return 2 * len(_CHINESE.findall(folded)) > len(re.findall(r"[A-Za-z]+", folded))
