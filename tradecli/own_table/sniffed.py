"""What is sniffed of an unknown table: its columns, what each was taken for, what stays open."""

from __future__ import annotations

from typing import NamedTuple

from tradecli.own_table.sniffing_names import Named
from tradecli.own_table.sniffing_texts import Content

#: How it is known what a column is.
NAME, CONTENT, BOTH, LAYOUT, SAID = "name", "content", "name and content", "layout", "mapping"


class Seen(NamedTuple):
    """A column: its name, some of its cells in the order of the rows, and what both say."""

    name: str
    texts: tuple[str | None, ...]
    by_name: Named
    content: Content


class Taken(NamedTuple):
    """What a column was taken for and how that is known; `used` columns are in the mapping."""

    column: str
    role: str
    evidence: str = ""
    used: bool = False
    examples: tuple[str, ...] = ()


class Open(NamedTuple):
    """What stays open: the line of the mapping, and what could stand in it."""

    line: str
    candidates: tuple[str, ...] = ()
    why: str = "none"


class Chosen(NamedTuple):
    """The column of a role, how it is known, and the others that say the same or could be it as well."""

    column: str = ""
    evidence: str = ""
    same: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
