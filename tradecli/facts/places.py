"""Partners and areas: their codes in every list, their names in two languages, their members.

`places.csv` holds the countries of today, regions and areas; `other_places.csv` the partners that lists of
the United Nations and of Eurostat have besides: countries of the past, areas not specified, parts of
countries; `place_names.csv` the official and inverted names that only a whole text is compared with, and
`foreign_names.csv` those of the largest traders in languages of other customs offices.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tradecli.errors import NoData, QueryError
from tradecli.facts import place_refusals
from tradecli.facts.chinese_script import traditional
from tradecli.facts.memberships import terms
from tradecli.facts.place import Place as Place  # what `places` gives
from tradecli.facts.spelling import folded, turned, written_out

_FOLDER = Path(__file__).parent

#: The lists of numbers.
_NUMBERS = ("census_code", "comtrade_code", "iso_code", "ifs_code")
#: Countries whose trade Comtrade files under another number, and their number in ISO 3166 for something else.
_ISO_ALONE = {"MC": ("492",)}


@cache
def places() -> dict[str, Place]:
    """Every place by its code, the world first, then regions, areas, countries, and those of the past.

    Examples:
        >>> places()["CN+HK"].members
        ('CN', 'HK')
    """
    rows = (*_rows("places.csv"), *_rows("other_places.csv"))
    return {row["code"]: _place(row) for row in rows}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as table:
        header, *rows = csv.reader(table)
    return (dict(zip(header, row, strict=True)) for row in rows if row)


def place(code: str) -> Place:
    """Look up the place with exactly this *code*.

    Raises:
        NoData: No place has it.

    Examples:
        >>> place("US").prose
        'the United States'
    """
    if code not in places():
        raise NoData("no place has the code {code!r}", code=code)
    return places()[code]


def of_level(*levels: str) -> set[str]:
    """The codes of all places of some levels (see `Place`).

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
    found = _named(text)
    if found is None:
        # What most lists do not have is not offered.
        usual = {name: at for name, at in _by_name().items() if at.level not in {"former", "unspecified"}}
        raise place_refusals.unknown(wanted, usual)
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
        return _named(text)
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
    return _by_name().get(folded("".join(label.split()).removesuffix("(千元)")))


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
    comtrade = tuple(row["comtrade_code"].split())
    country = row["level"] == "country"
    return Place(
        code=row["code"],
        iso3=row.get("iso3", ""),
        name=row["name"],
        prose=row["prose"],
        name_zh=row["name_zh"],
        level=row["level"],
        members=tuple(row.get("members", "").split()) or _ever(row),
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        census_code=tuple(row.get("census_code", "").split()),
        comtrade_code=comtrade,
        ifs_code=tuple(row.get("ifs_code", "").split()),
        # Of the numbers of the United Nations the last is the one of ISO 3166.
        iso_code=_ISO_ALONE.get(row["code"], comtrade[-1:] if country else ()),
        until=row.get("until", ""),
    )


def _ever(row: dict[str, str]) -> tuple[str, ...]:
    """All that ever were members of an area whose members change."""
    return tuple(term.member for term in terms(row["code"])) if row["level"] == "area" else ()


def _named(text: str) -> Place | None:
    """The place that a name means: as it stands, written out, turned round, or two names, one in brackets."""
    text = text if text.isascii() else traditional(text)
    found = _by_name().get(folded(text)) or _written_out().get(written_out(text))
    if found is None and text.count(",") == 1:
        found = _written_out().get(written_out(turned(text)))
    if found is None and text.rstrip().endswith(")"):
        before, _, inside = text.rstrip()[:-1].partition("(")
        one, other = _named(before), _named(inside)
        # "Samoa (American)" is not Samoa: it is "American Samoa", or both are names of one place.
        found = _named(f"{inside} {before}") or (one if one == other else None)
    return found


@cache
def _written_out() -> dict[str, Place]:
    known = {written_out(traditional(name)): entry for entry in places().values() for name in entry.names}
    lists = (*_rows("place_names.csv"), *_rows("foreign_names.csv"))
    rows = [(name, row["code"]) for row in lists for name in row["names"].split("|")]
    return {**{written_out(traditional(name)): places()[code] for name, code in rows}, **known}


@cache
def _by_name() -> dict[str, Place]:
    """In traditional characters, those names too that a language shares with the simplified script."""
    named = ((name, entry) for entry in places().values() for name in entry.names)
    return {folded(text): entry for name, entry in named for text in (name, traditional(name))}


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
        raise place_refusals.in_no_list(text)
    if len(set(found.values())) > 1:
        raise place_refusals.of_two_places(text, found)
    return next(iter(found.values()))


def _same_number(text: str, code: str, column: str) -> bool:
    """Census codes are texts of four digits; the numbers of the other lists are also written unpadded."""
    return text == code if column == "census_code" else text.lstrip("0") == code.lstrip("0")
