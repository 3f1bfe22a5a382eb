"""`trade codes`: find a partner or commodity by code or name."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from tradecli.errors import NoData
from tradecli.facts.commodities import Commodity, commodities
from tradecli.facts.places import Place, places
from tradecli.model.report import Column, Columns, Named, Report, Statement, Table
from tradecli.reports.listing import listing
from tradecli.reports.shared import say
from tradecli.wording import Listed, Wording


class Row(NamedTuple):
    """A machine row: a partner or a commodity."""

    type: str
    code: str
    classification: str | None
    name: str
    name_zh: str | None
    members: str | None = None
    aliases: str | None = None
    census_code: str | None = None
    comtrade_code: str | None = None
    imf_code: str | None = None


class _Entry(NamedTuple):
    """A row, and the texts that mean just it."""

    row: Row
    whole: frozenset[str]


def _spelled(row: Row) -> str:
    """The code as `--commodity` takes it: with its list where several lists have one like it."""
    spelling = f"{row.classification}:{row.code}"
    return spelling if row.classification and _lists()[row.code] > 1 else row.code


@cache
def _lists() -> Counter[str]:
    return Counter(entry.code for entry in commodities().values())


#: The name in the reader's language, as short as tables have it; the other language's beside it.
_SHOWN: Columns[Row] = [
    (Column("codes.type", left=True, drop=1), lambda row: say("codes.of_type", row.type)),
    (Column("codes.code", left=True), _spelled),
    (Column("codes.classification", left=True, drop=3), lambda row: row.classification or ""),
    (Column("codes.name", left=True), lambda row: Named(*_names(row))),
    (Column("codes.other_name", left=True, drop=4), lambda row: Named(*reversed(_names(row)))),
    (Column("codes.aliases", left=True, drop=5), lambda row: row.aliases or ""),
]


def report(text: str) -> Report:
    """The partners and commodities that *text* matches; all of them for an empty text.

    A match is a code, a source's number or an alias, whole; or a part of a name. Case does not matter.

    Raises:
        NoData: Nothing matches; the hint names the nearest names.
    """
    wanted = text.strip().casefold()
    every = [_place(place) for place in places().values()] + [
        _commodity(entry) for entry in commodities().values()
    ]
    rows = [entry.row for entry in every if _matches(entry, wanted)]
    if not rows:
        raise _refusal(text, wanted, [entry.row for entry in every])
    title = Statement("codes.title", {"text": text})
    return listing("trade.codes/1", title, Row, rows, Table.of(rows, _SHOWN), question={"text": text})


def _refusal(text: str, wanted: str, every: list[Row]) -> NoData:
    called = {str(name).casefold(): row for row in every for name in (row.name, row.name_zh, row.code)}
    near = [called[name] for name in get_close_matches(wanted, called, n=3)]
    names = Listed(Wording("{row.code} ({row.name})", row=row) for row in near)
    return NoData(
        "no partner or commodity matches {text!r}",
        hint="did you mean {names}" if near else "`trade codes` lists them all",
        text=text,
        names=names,
        candidates=[row.code for row in near],
    )


def _names(row: Row) -> tuple[str, str]:
    """What a row is called in English and in Chinese; where there is one name, by that."""
    found = commodities().get(f"{row.classification}:{row.code}")
    return found.brief if found else (row.name, row.name_zh or row.name)


def _place(place: Place) -> _Entry:
    row = Row(
        place.level,
        place.code,
        None,
        place.name,
        place.name_zh or None,
        " ".join(place.members) or None,
        "; ".join(place.aliases) or None,
        " ".join(place.census_code) or None,
        " ".join(place.comtrade_code) or None,
        " ".join(place.ifs_code) or None,
    )
    texts = (*place.names, *place.census_code, *place.comtrade_code, *place.ifs_code)
    return _Entry(row, frozenset(text.casefold() for text in texts))


def _commodity(entry: Commodity) -> _Entry:
    aliases = "; ".join(entry.aliases) or None
    row = Row("commodity", entry.code, entry.classification, entry.name, entry.name_zh, aliases=aliases)
    texts = (entry.code, entry.spelling, entry.classification, *entry.aliases)
    return _Entry(row, frozenset(text.casefold() for text in texts))


def _matches(entry: _Entry, wanted: str) -> bool:
    names = (entry.row.name.casefold(), (entry.row.name_zh or "").casefold())
    return wanted in entry.whole or any(wanted in name for name in names)
