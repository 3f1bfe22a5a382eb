"""How a text file is written, as a value."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """How a text is written: `skipped` lines above the names, `extra` cells that rows have beyond them.

    `form` is `table`, `json`, `xml` or one of `nameless`. Columns are separated by `separator`. `more` says
    that a reply names the next one, which has the rest.
    """

    packed: str = ""
    form: str = "table"
    encoding: str = "utf-8"
    separator: str = ","
    skipped: int = 0
    extra: int = 0
    more: bool = False

    @property
    def readable(self) -> bool:
        """Whether engines read it as it is."""
        return self._replace(separator=",") == Text()
