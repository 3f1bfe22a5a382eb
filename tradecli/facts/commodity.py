"""A group of goods."""

from __future__ import annotations

from typing import NamedTuple


class Commodity(NamedTuple):
    """A group of goods: a code, the list (classification) that defines it, and what people call it.

    `short` and `short_zh` are how tables call it where its name is too long for a line; empty elsewhere.
    """

    code: str
    classification: str
    name: str
    name_zh: str
    aliases: tuple[str, ...] = ()
    short: str = ""
    short_zh: str = ""

    @property
    def brief(self) -> tuple[str, str]:
        """What tables and sentences call it, in English and Chinese.

        Examples:
            >>> Commodity("X", "mof", "Long name", "長名", short="Name").brief
            ('Name', '長名')
        """
        return self.short or self.name, self.short_zh or self.name_zh

    @property
    def suffix(self) -> str:
        """What follows its name in a sentence: the code, of goods of the Harmonized System that have a name.

        Examples:
            >>> Commodity("8703", "hs", "Passenger cars", "小客車").suffix
            ' (HS 8703)'
        """
        coded = self.classification == "hs" and not self.name.startswith("HS ")
        return f" (HS {self.code})" if coded else ""

    @property
    def spelling(self) -> str:
        """The code together with its list, which means this commodity and no other."""
        return f"{self.classification}:{self.code}"
