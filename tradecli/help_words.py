"""The help in another language: the same texts through the catalogue, in lines by what is seen.

A Chinese sign takes two columns, and a line may end after any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import east_asian_width

from tradecli.catalogue.wordings import in_language
from tradecli.wording import Wording

#: A word of Latin letters or one sign, with the marks that may not begin or end a line.
_PIECE = re.compile(r"[「（]*(?:[!-~\u00a0-\u2e7f]+|\S)[」），。；：、！？]*\s*")
#: What the parser adds to a text of an option.
_ADDED = re.compile(r"(.*?)(?:  \[(.*)\])?", re.DOTALL)
#: A word that stands for what is given.
_STANDS_FOR = re.compile(r"[A-Z]+|(?<=<)\w+(?=>)")
_COLUMN = 30


def formatter(base: type[Any], lang: str) -> type[Any]:
    """The parser's class that sets the help, with the words of *lang*."""

    class InLanguage(base):  # type: ignore[misc]
        """Writes what it is given in another language."""

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            """Write how the command is called."""
            lines = wrapped(f"{_said('Usage', lang)}：{prog} {_named(args, lang)}", self.width)
            self.write("\n    ".join(lines) + "\n")

        def write_heading(self, heading: str) -> None:
            """Write the name of a group."""
            self.write(f"{' ' * self.current_indent}{_said(heading, lang)}：\n")

        def write_text(self, text: str) -> None:
            """Write a paragraph."""
            indent = " " * self.current_indent
            self.write(
                "".join(f"{indent}{line}\n" for line in wrapped(_said(text, lang), self.width - len(indent)))
            )

        def write_dl(
            self, rows: Iterable[tuple[str, str]], col_max: int = _COLUMN, col_spacing: int = 2
        ) -> None:
            """Write a list of names and what they mean."""
            shown = [(_named(name, lang), _explained(text, lang)) for name, text in rows]
            first = min(max(seen(name) for name, _ in shown), col_max) + col_spacing
            indent = " " * self.current_indent
            for name, text in shown:
                lines = wrapped(text, max(self.width - first - 2, 10))
                gap = first - seen(name)
                begun = f"{indent}{name}" + (" " * gap if gap >= col_spacing else f"\n{indent}{' ' * first}")
                self.write(f"\n{indent}{' ' * first}".join([begun + lines[0], *lines[1:]]).rstrip() + "\n")

    return InLanguage


def _said(text: str, lang: str) -> str:
    one_line = " ".join(text.split())
    return in_language(Wording(one_line), lang)


def _named(name: str, lang: str) -> str:
    """An option or argument, with the words for what it takes in the language."""
    return _STANDS_FOR.sub(lambda word: _said(word[0], lang), name)


def _explained(text: str, lang: str) -> str:
    """What an option means, with its variable and default."""
    said, added = _ADDED.fullmatch(text).groups()  # type: ignore[union-attr]
    more = "；".join(in_language(Wording(part), lang) for part in (added or "").split("; ") if part)
    return f"{_said(said, lang)}（{more}）" if more else _said(said, lang)


def seen(text: str) -> int:
    """The columns that a text takes.

    Examples:
        >>> seen("對美國US")
        8
    """
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text that take at most so many columns.

    Examples:
        >>> wrapped("現有資料，仍可作答。", 8)
        ['現有資', '料，仍可', '作答。']
    """
    return list(_lines(_PIECE.findall(text), width)) or [""]


def _lines(pieces: Iterable[str], width: int) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line and seen(line) + seen(piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        rest = piece
        while seen(rest.rstrip()) > width:
            yield rest[:width]
            rest = rest[width:]
        line += rest
    if line.strip():
        yield line.rstrip()
