"""Texts broken into lines between words, in English and in Chinese, without cutting a number."""

from __future__ import annotations

import re

from rich.cells import cell_len

#: What a line is not broken inside of: a number with its unit or a word, with the marks that belong to it.
_PIECE = re.compile(
    r"\s*[（「]*(?:(?:US\$ )?[^\s\u2e80-\uffdc]+(?: (?:%|billion|million|thousand)[^\s\u2e80-\uffdc]*)?"
    r"|[\u2e80-\uffdc])[，。：；、）」]*|\s+$"
)


def wrapped(text: str, width: int) -> str:
    r"""Break a text into lines; a word longer than a line stands on one of its own.

    Examples:
        >>> wrapped("imports are from an earlier release", 20)
        'imports are from an\nearlier release'
    """
    if cell_len(text) <= width:
        return text
    lines = [""]
    for piece in _PIECE.findall(text):
        if cell_len(lines[-1] + piece.rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return "\n".join(lines)
