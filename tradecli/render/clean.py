"""The one sink for text: what could steer a terminal is made visible or dropped."""

from __future__ import annotations

import re

#: C0 but not line feed, DEL, C1, bidirectional marks and overrides, line separators, zero-width characters.
_CONTROLS = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)

#: In an address: a name with its password, and what a parameter of the kind of a key is given.
_ENTRANT = r"(?<=://)[^\s/?#'\"]+@"
_KEY = (
    r"(?i)([?&][\w.-]{0,40}(?:key|token|sig|signature|secret|passw|pwd|credential|auth)[\w.-]{0,40}=)"
    r"[^&#\s)'\"]+"
)


def without_keys(text: str) -> str:
    """A text with addresses that let nobody in: who reads an error is not always who may enter.

    Examples:
        >>> without_keys("https://me:pass@host.example/a.csv?year=2025&X-Amz-Signature=ab12")
        'https://...@host.example/a.csv?year=2025&X-Amz-Signature=...'
    """
    return re.sub(_KEY, r"\1...", re.sub(_ENTRANT, "...@", text))


def clean(text: str) -> str:
    r"""Show control characters as escapes, so that none reaches a terminal or a cell.

    Examples:
        >>> clean("a\x1b[31mb")
        'a\\x1b[31mb'
    """
    # None of them is printable: the pattern is made only where some text may need it.
    if text.isprintable():
        return text
    return re.sub(_CONTROLS, lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
