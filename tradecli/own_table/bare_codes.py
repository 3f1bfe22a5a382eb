"""Codes of goods within what spreadsheets and tariffs put around them: points, apostrophes, words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Groups of digits parted by points or blanks: no group is of one digit, for its zero may be lost.
GROUPED = r"^'?(?:HS ?)?[0-9]{2,4}(?:[. ][0-9]{2,4})+[.]?$"
#: A code before its words.
WORDED = r"^'?(?:HS ?)?[0-9]{2,4}(?:[. ]?[0-9]{2,4})*(?:\s*[-–—:.]\s*|\s+)[^0-9\s]"
#: What stands before digits, between them, and after them.
BEFORE, BETWEEN, AFTER = r"^'?(?:HS ?)?", r"[. ]", r"(?:\s*[-–—:.]\s*|\s+)[^0-9\s].*$"
_ODD = re.compile(rf"{GROUPED}|{WORDED}|^'|^HS ?[0-9]")


def are_odd(texts: Iterable[str | None]) -> bool:
    """Whether any of some codes has to be freed from what stands around it.

    Examples:
        >>> are_odd(["854231"]), are_odd(["8542.31"]), are_odd(["854231 - Processors"]), are_odd(["'0101"])
        (False, True, True, True)
        >>> are_odd(["854231.0"]), are_odd(["8541-8542", "TOTAL", "85XXXXXX"])
        (False, False)
    """
    return any(_ODD.search(text.strip()) for text in texts if text)


def bare(text: str) -> str:
    """A code without what stands around it; any other text as it is.

    Examples:
        >>> [bare(text) for text in ("85.42.31", "8542 31 00", "'0101", "HS 8542", "85: Machines", "All - x")]
        ['854231', '85423100', '0101', '8542', '85', 'All - x']
    """
    word = text.strip()
    if re.search(WORDED, word):
        word = re.sub(AFTER, "", word)
    if re.search(GROUPED, word):
        word = re.sub(BETWEEN, "", word)
    return re.sub(BEFORE, "", word) if _ODD.search(text.strip()) else word
