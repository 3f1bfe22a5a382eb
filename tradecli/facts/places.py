"""Partners and areas: their codes in every list, their names in two languages, their members."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tradecli.errors import NoData, QueryError

_TABLE = Path(__file__).parent / "places.csv"

#: The lists of numbers, and how an error names them.
_NUMBERS = {
    "census_code": "the Census Bureau's list",
    "comtrade_code": "Comtrade's list",
    "ifs_code": "the IMF's list",
}


class Place(NamedTuple):
    """A country, a region, a named area, or the world.

    `prose` is the English name as it stands inside a sentence ("the United States").
    `members` lists the codes of an area whose member list is complete; it is empty for
    areas that are only known as published. A column of numbers holds the code that data
    is filed under first, and after it the codes that mean the same place.
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

    @property
    def names(self) -> tuple[str, ...]:
        """Every text that means this place and no other."""
        candidates = (self.code, self.iso3, self.name, self.prose, self.name_zh, *self.aliases)
        return tuple(dict.fromkeys(text for text in candidates if text))


@cache
def places() -> dict[str, Place]:
    """Every place by its code, the world first, then regions, areas and countries.

    Examples:
        >>> places()["CN+HK"].members
        ('CN', 'HK')
    """
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return {row["code"]: _place(row) for row in csv.DictReader(table)}


def place(code: str) -> Place:
    """Look up the place with exactly this *code*.

    Raises:
        NoData: No place has it.

    Examples:
        >>> place("US").prose
        'the United States'
    """
    if code not in places():
        raise NoData(f"no place has the code {code!r}")
    return places()[code]


def of_level(*levels: str) -> set[str]:
    """The codes of all places of some levels: `country`, `area`, `region`, `world`.

    Examples:
        >>> of_level("world")
        {'WORLD'}
    """
    return {place.code for place in places().values() if place.level in levels}


def find(text: str) -> Place:
    """Find the place that *text* names: a code of two or three letters, a name, or a source's number.

    Case does not matter; English and Chinese names, and common short forms, are known.

    Raises:
        NoData: Nothing is called that; the hint names the nearest ones.
        QueryError: A number that means different countries in different lists.

    Examples:
        >>> find("usa").code, find("美國").code, find("842").code, find("Mainland China").code
        ('US', 'US', 'US', 'CN')
    """
    wanted = text.strip()
    if wanted.upper() in places():  # the usual case; building the index of names costs a millisecond
        return places()[wanted.upper()]
    if wanted.isdecimal():
        return _by_number(wanted)
    found = _by_name().get(_folded(text))
    if found is None:
        raise _unknown(wanted)
    return found


def meant(text: str) -> Place | None:
    """The place that *text* names as `find` reads it; None where it names none, or two.

    Examples:
        >>> meant("usa").code, meant("Atlantis")
        ('US', None)
    """
    wanted = text.strip()
    if wanted.upper() in places():
        return places()[wanted.upper()]
    if not wanted.isdecimal():
        return _by_name().get(_folded(text))
    try:
        return _by_number(wanted)
    except (NoData, QueryError):
        return None


def by_label(label: str) -> Place | None:
    """The place that the Ministry of Finance writes as *label*, if there is one.

    The ministry sets names with ideographic spaces, line breaks and, in some files, the unit.

    Examples:
        >>> by_label("南\u3000韓").code, by_label("中國大陸(千元)").code, by_label("木星")
        ('KR', 'CN', None)
    """
    return _by_name().get(_folded("".join(label.split()).removesuffix("(千元)")))


def by_census_code(code: str) -> Place | None:
    """The place with this Schedule C *code*, leading zeros included.

    Examples:
        >>> by_census_code("5830").code, by_census_code("0015").code, by_census_code("4610")
        ('TW', 'WORLD', None)
    """
    return _by_census_code().get(code)


def by_comtrade_code(code: str) -> Place | None:
    """The place whose data the United Nations file under *code*; its past codes are not looked at.

    Examples:
        >>> by_comtrade_code("490").code, by_comtrade_code("158"), by_comtrade_code("842").code
        ('TW', None, 'US')
    """
    return _by_comtrade_code().get(code)


def by_iso3(code: str) -> Place | None:
    """The country with this ISO 3166-1 alpha-3 *code*.

    Examples:
        >>> by_iso3("TWN").code, by_iso3("G001")
        ('TW', None)
    """
    return _by_iso3().get(code)


def _place(row: dict[str, str]) -> Place:
    return Place(
        code=row["code"],
        iso3=row["iso3"],
        name=row["name"],
        prose=row["prose"],
        name_zh=row["name_zh"],
        level=row["level"],
        members=tuple(row["members"].split()),
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        census_code=tuple(row["census_code"].split()),
        comtrade_code=tuple(row["comtrade_code"].split()),
        ifs_code=tuple(row["ifs_code"].split()),
    )


def _folded(text: str) -> str:
    """One spelling for the many: case, inner blanks, and the ways to write 'and' and an apostrophe."""
    words = text.replace("’", "'").replace("&", " and ").casefold().split()
    return " ".join(words).removeprefix("the ")


@cache
def _by_name() -> dict[str, Place]:
    return {_folded(name): entry for entry in places().values() for name in entry.names}


@cache
def _by_census_code() -> dict[str, Place]:
    return {code: entry for entry in places().values() for code in entry.census_code}


@cache
def _by_comtrade_code() -> dict[str, Place]:
    return {entry.comtrade_code[0]: entry for entry in places().values() if entry.comtrade_code}


@cache
def _by_iso3() -> dict[str, Place]:
    return {entry.iso3: entry for entry in places().values() if entry.iso3}


def _by_number(text: str) -> Place:
    """A number is looked up in every list; an answer is given only if they agree."""
    found = {
        column: entry
        for column in _NUMBERS
        for entry in places().values()
        if any(_same_number(text, code, column) for code in getattr(entry, column))
    }
    if not found:
        raise NoData(
            f"no list has a country with the number {text}", hint="use letters, such as US, or a name"
        )
    if len(set(found.values())) > 1:
        meanings = " and ".join(f"{entry.prose} in {_NUMBERS[column]}" for column, entry in found.items())
        codes = [entry.code for entry in dict.fromkeys(found.values())]
        raise QueryError(f"{text} is {meanings}", hint=f"use {' or '.join(codes)}", candidates=codes)
    return next(iter(found.values()))


def _same_number(text: str, code: str, column: str) -> bool:
    """Census codes are texts of four digits; the numbers of the other lists are also written unpadded."""
    return text == code if column == "census_code" else text.lstrip("0") == code.lstrip("0")


def _unknown(text: str) -> NoData:
    from difflib import get_close_matches

    by_name = _by_name()
    close = dict.fromkeys(by_name[name] for name in get_close_matches(_folded(text), by_name, n=5))
    nearest = list(close)[:3]
    names = " or ".join(f"{entry.name} ({entry.code})" for entry in nearest)
    return NoData(
        f"no country or area is called {text!r}",
        hint=f"did you mean {names}?" if nearest else "`trade codes` lists every partner",
        candidates=[entry.code for entry in nearest],
    )
