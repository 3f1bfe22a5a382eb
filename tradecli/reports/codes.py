"""`trade codes`: find a partner or commodity by code or name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from tradecli.errors import NoData
from tradecli.facts import harmonized_system, places
from tradecli.facts.chinese_script import compared
from tradecli.facts.commodities import commodities, named
from tradecli.facts.commodity import Commodity
from tradecli.facts.goods_words import BESIDE, NO_GROUP
from tradecli.facts.place import Place
from tradecli.model.report import Column, Columns, Named, Report, Statement, Table
from tradecli.reports.listing import listing
from tradecli.reports.shared import say
from tradecli.statistics import concordance
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
    level: str | None = None
    editions: str | None = None
    became: str | None = None
    available_from: str | None = None


#: The sources that have figures of each commodity, by its spelling.
Held = Mapping[str, Sequence[str]]


class _Entry(NamedTuple):
    """A row, and the texts that mean just it."""

    row: Row
    whole: frozenset[str]


def _spelled(row: Row) -> str:
    """The code as `--commodity` takes it: with its list where several lists have one like it."""
    spelling = f"{row.classification}:{row.code}"
    return spelling if row.classification and _lists()[row.code] > 1 else row.code


def _indented(row: Row) -> str:
    """The code of the tree, further in the further down; a section by its numeral."""
    if row.level == "section":
        return harmonized_system.SECTIONS[int(row.code) - 1].numeral
    return "  " * (len(row.code) // 2) + row.code


@cache
def _lists() -> Counter[str]:
    return Counter(entry.code for entry in commodities().values())


#: The name in the reader's language, as short as tables have it; the other language's beside it.
_SHOWN: Columns[Row] = [
    (Column("codes.type", left=True, drop=1), lambda row: say("codes.of_type", row.level or row.type)),
    (Column("codes.code", left=True), _spelled),
    (Column("codes.classification", left=True, drop=3), lambda row: row.classification or ""),
    (Column("codes.name", left=True), lambda row: Named(*_names(row))),
    (Column("codes.other_name", left=True, drop=4), lambda row: Named(*reversed(_names(row)))),
    (Column("codes.aliases", left=True, drop=5), lambda row: row.aliases or ""),
]
#: A code of the Harmonized System among those above and below it.
_IN_THE_TREE: Columns[Row] = [
    (Column("codes.type", left=True, drop=3), lambda row: say("codes.of_type", row.level or row.type)),
    (Column("codes.code", left=True), _indented),
    (Column("codes.name", left=True), lambda row: Named(*_names(row))),
    (Column("codes.other_name", left=True, drop=5), lambda row: Named(*reversed(_names(row)))),
    (Column("codes.editions", left=True, drop=1), lambda row: row.editions or ""),
    (Column("codes.became", left=True, drop=4), lambda row: _few(row.became)),
    (Column("codes.available_from", left=True, drop=2), lambda row: row.available_from or ""),
]


def report(text: str, held: Callable[[], Held] = dict) -> Report:
    """The partners and commodities that *text* matches; without a text all of them, and the HS chapters.

    A match is a code, a source's number or an alias, whole; or a part of a name. Case does not matter.
    Of a code of the Harmonized System also what lies above and below it, the editions that have it, and
    the sources that have figures of it.

    Args:
        text: What is looked for.
        held: The sources of each commodity, asked only for a code of the Harmonized System.

    Raises:
        NoData: Nothing matches; the hint names the nearest names.
    """
    wanted = compared(text)
    every = [_place(place) for place in places.places().values()] + [
        _commodity(entry) for entry in commodities().values()
    ]
    near = NO_GROUP.get(wanted, ())
    meant = places.meant(text) if wanted else None
    rows = [
        entry.row
        for entry in sorted(every, key=lambda entry: wanted not in entry.whole)
        if _matches(entry, wanted)
        or f"{entry.row.classification}:{entry.row.code}" in near
        or (meant and (entry.row.code, entry.row.classification) == (meant.code, None))
    ]
    asked = _asked_codes(wanted)
    sources = held() if asked else {}
    tree = [_place_in_tree(code, sources) for code in asked]
    # The name of a list is no word for goods.
    if not tree and wanted not in {row.classification for row in rows}:
        tree = _in_words(text, rows)
    if not rows and not tree:
        raise _refusal(text, wanted, [entry.row for entry in every])
    # A code that stands in the tree and in a list of its own is shown in the tree.
    spelled = {(row.classification, row.code) for row in tree}
    rows = [*(row for row in rows if (row.classification, row.code) not in spelled), *tree]
    title = Statement("codes.title", {"text": text})
    shown = _IN_THE_TREE if rows == tree else _SHOWN
    return listing("trade.codes/1", title, Row, rows, Table.of(rows, shown), question={"text": text})


def _asked_codes(wanted: str) -> list[str]:
    """The code that a text is, with all above it and right below it, as they stand in the tree; else none.

    A section is meant by its numeral or as `hs-section:16`; two digits are a chapter.
    """
    for section in harmonized_system.SECTIONS:
        if wanted in {section.numeral.casefold(), f"hs-section:{section.code}"}:
            chapters = harmonized_system.codes().values()
            below = [one.code for one in chapters if section.first <= one.code <= section.last]
            return [section.numeral, *(code for code in below if len(code) == 2)]
    code = harmonized_system.digits(wanted)
    if code not in harmonized_system.codes():
        return []
    section_of = harmonized_system.section(code)
    above = [one.code for one in harmonized_system.above(code)]
    newest = harmonized_system.EDITIONS[-1]
    # Those of today first.
    listed = sorted(harmonized_system.below(code), key=lambda one: newest not in one.editions)
    below = [one.code for one in listed]
    return [*([section_of.numeral] if section_of else []), *above, code, *below]


def _in_words(text: str, found: Sequence[Row]) -> list[Row]:
    """The chapters where nothing is asked for, else the codes whose name holds every word."""
    codes_of_all = harmonized_system.codes()
    chapters = [one for one in codes_of_all.values() if len(one.code) == 2]
    every = harmonized_system.with_words(text) if text.strip() else chapters
    known = {(row.classification, row.code) for row in found}
    wanted = compared(text)
    people_call_it = [spelling.removeprefix("hs:") for spelling in NO_GROUP.get(wanted, ())]
    # Of a group that is called so, what is nearest to it in the system.
    beside = (codes for spelling, codes in BESIDE.items() if wanted in _texts(commodities()[spelling]))
    people_call_it += [code for codes in beside for code in codes]
    listed = [code for code in people_call_it if code in codes_of_all] + [one.code for one in every]
    return [_place_in_tree(code, {}) for code in dict.fromkeys(listed) if ("hs", code) not in known]


_LEVELS = {2: "chapter", 4: "heading", 6: "subheading"}


def _place_in_tree(code: str, held: Held) -> Row:
    """The row of a section, by its numeral, or of a chapter, heading or subheading."""
    section = next((one for one in harmonized_system.SECTIONS if one.numeral == code), None)
    goods = named(f"hs-section:{section.code}" if section else f"hs:{code}")
    editions = None if section else _spans(harmonized_system.codes()[code].editions)
    return Row(
        "commodity",
        goods.code,
        goods.classification,
        goods.name,
        goods.name_zh,
        aliases="; ".join(goods.aliases) or None,
        level="section" if section else _LEVELS[len(code)],
        editions=editions,
        became=None if section else _became(code),
        available_from=" ".join(held.get(goods.spelling, ())) or None,
    )


def _became(code: str) -> str | None:
    """The codes of the newest edition that hold some of the goods of one that it no longer has."""
    editions, newest = harmonized_system.codes()[code].editions, harmonized_system.EDITIONS[-1]
    if not editions or editions[-1] == newest:
        return None
    later = harmonized_system.EDITIONS[harmonized_system.EDITIONS.index(editions[-1]) + 1 :]
    return " ".join(concordance.through(code, map(harmonized_system.correlation, later))) or None


def _few(codes: str | None) -> str:
    """The first three of several codes, and three dots where there are more."""
    listed = (codes or "").split()
    return " ".join([*listed[:3], *(["..."] if len(listed) > 3 else [])])


def _spans(editions: Sequence[int]) -> str | None:
    """The first and last edition of each run of editions: `1992-2002 2022`.

    Examples:
        >>> _spans((1992, 1996, 2022)), _spans(())
        ('1992-1996 2022', None)
    """
    runs: list[list[int]] = []
    for edition in editions:
        before = harmonized_system.EDITIONS.index(edition) - 1
        if runs and harmonized_system.EDITIONS[before] == runs[-1][-1]:
            runs[-1].append(edition)
        else:
            runs.append([edition])
    spans = (f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return " ".join(spans) or None


def _refusal(text: str, wanted: str, every: list[Row]) -> NoData:
    called = {compared(str(name)): row for row in every for name in (row.name, row.name_zh, row.code)}
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
    if row.level:
        return row.name, row.name_zh or row.name
    found = commodities().get(f"{row.classification}:{row.code}")
    return found.brief if found else (row.name, row.name_zh or row.name)


def _place(place: Place) -> _Entry:
    row = Row(
        place.level,
        place.code,
        None,
        place.name,
        place.name_zh or None,
        " ".join(term.member for term in place.terms if term.until == date.max) or None,
        "; ".join(place.aliases) or None,
        " ".join(place.census_code) or None,
        " ".join(place.comtrade_code) or None,
        " ".join(place.ifs_code) or None,
    )
    texts = (*place.names, *place.census_code, *place.comtrade_code, *place.ifs_code)
    return _Entry(row, frozenset(map(compared, texts)))


def _commodity(entry: Commodity) -> _Entry:
    aliases = "; ".join(entry.aliases) or None
    row = Row("commodity", entry.code, entry.classification, entry.name, entry.name_zh, aliases=aliases)
    return _Entry(row, _texts(entry))


def _texts(entry: Commodity) -> frozenset[str]:
    texts = (entry.code, entry.spelling, entry.classification, entry.name, entry.name_zh, *entry.aliases)
    return frozenset(map(compared, texts))


_WHOSE_LIST = re.compile(r" \(\w+'s list\)$|（[^（）]*分類）$")


def _matches(entry: _Entry, wanted: str) -> bool:
    # Whose list goods are of is no part of what they are called.
    names = (compared(_WHOSE_LIST.sub("", name or "")) for name in (entry.row.name, entry.row.name_zh))
    return wanted in entry.whole or any(wanted in name for name in names)
