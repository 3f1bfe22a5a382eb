"""Why a text is the name of no place, or of two, and what may have been meant."""

from __future__ import annotations

from collections.abc import Mapping

from tradecli.errors import NoData, QueryError
from tradecli.facts.place import Place
from tradecli.facts.spelling import folded
from tradecli.wording import Listed, Wording

#: How an error names the lists of numbers.
_LISTS = {
    "census_code": "the Census Bureau's list",
    "comtrade_code": "Comtrade's list",
    "iso_code": "ISO 3166",
    "ifs_code": "the IMF's list",
}


def in_no_list(text: str) -> NoData:
    """The refusal of a number that no list has."""
    return NoData(
        "no list has a country with the number {text}",
        hint="use letters, such as US, or a name",
        text=text,
    )


def of_two_places(text: str, found: dict[str, Place]) -> QueryError:
    """The refusal of a number that means several places, by the lists that say so."""
    # A place is named once, by the first list that has it.
    first = {entry: column for column, entry in reversed(found.items())}
    named = {column: entry for column, entry in found.items() if first[entry] == column}
    meanings = (
        Wording("{place.prose} in {numbers}", place=entry, numbers=Wording(_LISTS[column]))
        for column, entry in named.items()
    )
    codes = [entry.code for entry in named.values()]
    return QueryError(
        "{text} is {meanings}",
        hint="use {codes}",
        candidates=codes,
        text=text,
        meanings=Listed(meanings, "and"),
        codes=Listed(codes, "or"),
    )


def unknown(text: str, by_name: Mapping[str, Place]) -> NoData:
    """The refusal of what is the name of nothing; the hint names the nearest ones."""
    from difflib import get_close_matches

    close = dict.fromkeys(by_name[name] for name in get_close_matches(folded(text), by_name, n=5))
    nearest = list(close)[:3]
    names = Listed(
        (Wording("{place.name} ({code})", place=entry, code=entry.code) for entry in nearest), "or"
    )
    return NoData(
        "no country or area is called {text!r}",
        hint=Wording("did you mean {names}?", names=names)
        if nearest
        else "`trade codes` lists every partner",
        candidates=[entry.code for entry in nearest],
        text=text,
    )
