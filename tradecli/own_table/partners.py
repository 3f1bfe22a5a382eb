"""What partners of records are: countries, groups of them, totals of all; and of which list numbers are.

A number means something in one list only. Which list it is of is said in the mapping, seen from the
column's name, or follows where one list alone knows every number; else it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from collections.abc import Mapping as AnyMapping
from functools import cache

from tradecli.errors import QueryError
from tradecli.facts import places
from tradecli.facts.office_codes import OFFICES, office_codes
from tradecli.own_table.mapping import LISTS, Mapping
from tradecli.wording import Listed, Wording

#: What a partner may be besides a country: a total of all, a group of some, nobody knows, nothing at all.
TOTAL, GROUP, UNKNOWN, EMPTY = "=", "+", "?", ""
#: The lists by the names of columns that only they have.
_LIST_OF_COLUMN = {"partnercode": "comtrade", "reportercode": "comtrade", "ctycode": "census"}
#: Columns of one office, each with others of which it has at least one beside it; () where none is needed.
_OFFICE_OF_COLUMN = {
    "copais": ("brazil", frozenset[str]()),
    "countryid": ("hmrc", frozenset({"flowtypeid", "monthid", "commodityid"})),
    "country": ("japan", frozenset({"exporimp"})),
}
#: The lists that are tried where none is named; those of one office are known by its columns alone.
_TRIED = tuple(name for name in LISTS if name not in OFFICES)
#: So many numbers must be known to one list alone before it is taken for theirs without being named.
_ENOUGH = 10
_COLUMNS = {"comtrade": "comtrade_code", "census": "census_code", "imf": "ifs_code", "iso": "iso_code"}
_NAMES = {
    "comtrade": "Comtrade's list",
    "census": "the Census Bureau's list",
    "imf": "the IMF's list",
    "iso": "ISO 3166",
    **OFFICES,
}
_TOTAL_WORDS = re.compile(
    r"(.*\b(grand|sub|over)?totals?\b.*|all|_t|(the )?(whole )?world( as a)?( whole| total| trade)?|"
    r".*\ball (countries|partners|areas|economies|origins|destinations)\b.*|"
    r"global|sum(me)?|gesamt|insgesamt|alle l[äa]nder|ensemble|monde|mundo|todos|tous|"
    r"[-–—]+|w00|w0|wld|.*(總計|合計|總額|总计|合计|总额|総計|総額|全球|全世界|所有國家|합계|총계).*|計|计|계)"
)
_GROUP_WORDS = re.compile(
    r"(\dxxx|eu[ _-]?(\d\d)?(_?\d{4})?|ea[ _-]?\d\d|"
    r"(intra|extra)[ _-].*|(int|ext)[ _-]e[au]\d\d.*|.*[ _-](intra|extra)([ _-].*)?|"
    r"euro ?(area|zone)|european (union|community)\b.*|(developed|developing|emerging|least developed) .*|"
    r"oecd|opec|apec|nato|efta|"
    r"g-?7|g-?20|brics?\+?|usmca.*|nafta.*|mercosur|cafta.*|cacm|lafta|laia|gcc|saarc|rcep|cptpp|oic|cis|acp|nics|"
    r"africa|asia|europe|oceania|america|(north|south|latin|central|western|eastern|southern|northern|middle|far)"
    r"(ern)?[ -](and \w+ )?(africa|asia|europe|america|americas|east)\b.*|.*\b(countries|group)|"
    r"(sub[- ]?saharan|other) (africa|asia|america|europe).*(total|group)|pacific rim.*|caribbean)"
)
#: What stands before or after a name, and is none of it: a sign, the number of a note.
_MARKED = re.compile(
    r"^[-–•·*]+\s+|^(?:of which|davon|dont|其中)\s*[:：]?\s*|"
    r"\s*(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|[(\[]\d{1,2}[)\]]|(?<=\s)\d{1,2}[/)⁾])$",
    re.IGNORECASE,
)
_GROUP_NUMBER = re.compile(r"00\d\d|\dXXX", re.IGNORECASE)


def meanings(texts: Collection[str], mapping: Mapping, columns: Iterable[str] = ()) -> dict[str, str]:
    """What each text of a column of partners means.

    Args:
        texts: All of them, as they stand in the table.
        mapping: The list of their numbers, if it was named.
        columns: The names of the table's columns; some tell the list.

    Returns:
        The code of a country, or `TOTAL`, `UNKNOWN`, `EMPTY`, or a `GROUP` with its code if it has one.

    Raises:
        QueryError: Numbers that are in several lists, or in none.

    Examples:
        >>> meanings(["USA", "842", "Grand Total", "EU-27", "Atlantis"], Mapping())
        {'USA': 'US', '842': 'US', 'Grand Total': '=', 'EU-27': '+EU27', 'Atlantis': '?'}
    """
    own = dict(mapping.partners)
    bare = {text: _bare(text) for text in texts}
    named = {text: own[word] for text, word in bare.items() if word in own}
    numbers = {word for text, word in bare.items() if text not in named and _is_number(word)}
    words = {text: by_word(word) for text, word in bare.items() if text not in named and word not in numbers}
    seen = any(len(code) > 1 for code in words.values())
    read = _numbers(numbers, mapping, columns, beside_names=seen) if numbers else {}
    found = {text: read[word] for text, word in bare.items() if word in read and text not in named}
    owned = {text: _of(places.find(country)) for text, country in named.items()}
    every = {**words, **found, **owned}
    plain = {code for text, code in every.items() if _unmarked(bare[text]) == bare[text]}
    # Beside the name itself one with a mark may be of something else.
    every |= {
        text: UNKNOWN for text, code in words.items() if _unmarked(bare[text]) != bare[text] and code in plain
    }
    return {text: every[text] for text in texts}


def _bare(text: str) -> str:
    return text.strip().removesuffix(".0")


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal()


@cache
def by_word(word: str) -> str:
    """What a word means: a country, a total, a group; a number means nothing without its list.

    Examples:
        >>> [by_word(word) for word in ("Japan", "Japan 2)", "- China", "World (1)", "Atlantis*", "156*")]
        ['JP', 'JP', 'CN', '=', '?', '?']
    """
    if not word:
        return EMPTY
    place = places.meant(word)
    if place:
        return _of(place)
    folded = " ".join(word.casefold().split())
    if _TOTAL_WORDS.fullmatch(folded):
        # "Total of Asia" is no total of the world.
        parts = re.sub(
            r"[^a-z ]", " ", re.sub(r"\b(sub|grand)?totals?\b|\bof\b|\bfor\b", " ", folded)
        ).split()
        inner = " ".join(parts)
        group = inner and not _TOTAL_WORDS.fullmatch(inner) and _GROUP_WORDS.fullmatch(inner)
        return GROUP if group else TOTAL
    if _GROUP_WORDS.fullmatch(folded):
        return GROUP
    plain = _unmarked(word)
    return by_word(plain) if plain != word and not _is_number(plain) else UNKNOWN


def _unmarked(word: str) -> str:
    """A name without the number of a note, or what says that it is part of the group before it.

    Examples:
        >>> [_unmarked(word) for word in ("China*", "United States (1)", "Japan 1/", "of which: Viet Nam")]
        ['China', 'United States', 'Japan', 'Viet Nam']
    """
    return _MARKED.sub("", word)


def _of(place: places.Place) -> str:
    if place.level in {"country", "former", "unspecified"}:
        return place.code
    return TOTAL if place.code == "WORLD" else f"{GROUP}{place.code}"


def _numbers(
    numbers: set[str], mapping: Mapping, columns: Iterable[str], *, beside_names: bool
) -> dict[str, str]:
    """What numbers mean in the one list that they are of."""
    column = mapping.partner
    said = mapping.partner_codes if mapping.partner_codes in LISTS else _list_of(column, columns)
    if mapping.partners or said:
        return {number: in_list(number, said) if said else UNKNOWN for number in numbers}
    read = {name: {number: in_list(number, name) for number in numbers} for name in _TRIED}
    whole = {name: codes for name, codes in read.items() if UNKNOWN not in codes.values()}
    if not whole:
        number, why = _nowhere(numbers, read)
        raise QueryError(
            "no list has all numbers of the column {column!r}: {number} is {why}",
            hint=_hint(),
            column=column,
            number=number,
            why=why,
        )
    if len({tuple(sorted(codes.items())) for codes in whole.values()}) > 1:
        number = min(n for n in numbers if len({codes[n] for codes in whole.values()}) > 1)
        meant = Listed(
            (
                Wording("{codes} in {names}", codes=_name(codes[number]), names=Wording(_NAMES[name]))
                for name, codes in whole.items()
            ),
            "and",
        )
        raise QueryError(
            "{number} in the column {column!r} is {meant}",
            hint=_hint(),
            number=number,
            column=column,
            meant=meant,
        )
    [name, codes] = next(iter(whole.items()))
    if len(numbers) < _ENOUGH and not beside_names:
        number = min(numbers)
        raise QueryError(
            "the column {column!r} holds numbers and does not say of which list; {number} is "
            "{codes} in {names}",
            hint=_hint(),
            column=column,
            number=number,
            codes=_name(codes[number]),
            names=Wording(_NAMES[name]),
        )
    return codes


def _list_of(column: str, columns: Iterable[str]) -> str:
    names = {re.sub("[^a-z0-9]", "", name.casefold()) for name in (column, *columns)}
    mine = re.sub("[^a-z0-9]", "", column.casefold())
    office, beside = _OFFICE_OF_COLUMN.get(mine, ("", frozenset()))
    if office and (not beside or names & beside):
        return office
    known = _LIST_OF_COLUMN.get(mine, "")
    # Other publishers call a column so too; Comtrade's has its neighbours.
    return known if known != "comtrade" or names & {"reportercode", "partneriso", "cmdcode"} else ""


def _hint() -> str:
    return Wording(
        "say of which list they are: partner_codes={lists}, or a CSV file of codes and countries",
        lists="|".join(LISTS),
    )


def _nowhere(numbers: set[str], read: AnyMapping[str, AnyMapping[str, str]]) -> tuple[str, Listed]:
    """A number that the list which knows most of them does not know, and what others say of it."""
    best = max(read, key=lambda name: sum(code != UNKNOWN for code in read[name].values()))
    number = min(number for number in numbers if read[best][number] == UNKNOWN)
    others = [
        Wording("{codes} in {names}", codes=_name(read[name][number]), names=Wording(_NAMES[name]))
        for name in _TRIED
        if read[name][number] != UNKNOWN
    ]
    return number, Listed([Wording("not in {names}", names=Wording(_NAMES[best])), *others], "and")


def _name(code: str) -> str:
    if code.lstrip(GROUP) in places.places():
        return Wording("{place.prose}", place=places.place(code.lstrip(GROUP)))
    return Wording({TOTAL: "the total of all", UNKNOWN: "no country"}.get(code[:1], "a group"))


@cache
def in_list(number: str, name: str) -> str:
    """What a number means in one list.

    Examples:
        >>> in_list("156", "comtrade"), in_list("156", "imf"), in_list("0012", "census")
        ('CN', 'CA', '+')
    """
    if name == "census":
        code = number.zfill(4)
        place = places.by_census_code(code)
        if place is None:
            return GROUP if _GROUP_NUMBER.fullmatch(code) else UNKNOWN
        return _of(place)
    if name == "japan" and int(number) == 0:
        return TOTAL
    if name in OFFICES:
        own = office_codes(name).get(int(number), "")
        return _of(places.places()[own]) if own else UNKNOWN
    if len(number) > 3:
        return UNKNOWN
    if name != "imf" and int(number) == 0:
        return TOTAL
    place = _by_number(name).get(int(number))
    return _of(place) if place else UNKNOWN


@cache
def _by_number(name: str) -> dict[int, places.Place]:
    column = _COLUMNS[name]
    return {int(code): place for place in places.places().values() for code in getattr(place, column)}
