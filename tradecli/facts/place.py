"""A partner or area: its codes in every list, its names, its members."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from typing import NamedTuple

from tradecli.facts import memberships
from tradecli.facts.memberships import Term


class Place(NamedTuple):
    """A country, a region, a named area, the world, or what lists of partners have besides.

    `level` is `country`, `region`, `area`, `world`, `former` (a country of the past, whose last month, where
    it is known, is `until`) or `unspecified` (an area whose countries nobody tells, free zones, bunkers).

    `prose` is the English name as it stands inside a sentence ("the United States").
    `members` lists the codes of an area whose member list is complete, of one whose members change all that
    ever were (see `memberships`); it is empty for areas that are only known as published. A column of
    numbers holds the code that data is filed under first, and after it the codes that mean the same place.
    """

    code: str
    iso3: str
    name: str
    prose: str
    name_zh: str
    level: str
    members: tuple[str, ...]
    aliases: tuple[str, ...]
    census_code: tuple[str, ...]
    comtrade_code: tuple[str, ...]
    ifs_code: tuple[str, ...]
    iso_code: tuple[str, ...] = ()
    until: str = ""

    @property
    def terms(self) -> tuple[Term, ...]:
        """Its members, each with the months in which it is one."""
        return memberships.terms(self.code) or memberships.fixed(self.members)

    @property
    def dated(self) -> bool:
        """Whether its members change."""
        return bool(self.members and memberships.terms(self.code))

    @property
    def names(self) -> tuple[str, ...]:
        """Every text that means this place and no other."""
        candidates = (self.code, self.iso3, self.name, self.prose, self.name_zh, *self.aliases)
        return tuple(dict.fromkeys(text for text in candidates if text))
