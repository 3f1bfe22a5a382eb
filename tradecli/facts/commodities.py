"""Commodities: codes, the lists they stand in, and their names in two languages."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tradecli.errors import NoData, QueryError
from tradecli.facts import harmonized_system
from tradecli.facts.chinese_script import compared
from tradecli.facts.commodity import Commodity
from tradecli.facts.goods_words import NO_GROUP
from tradecli.wording import Listed

_TABLE = Path(__file__).parent / "commodities.csv"


#: Groups of each list that never hold the same goods twice, so that they may be added up.
DISJOINT = {
    "mof": (
        "ELECTRONIC_COMPONENTS",
        "ICT_AV",
        "MACHINERY",
        "ELECTRICAL_MACHINERY",
        "HOUSEHOLD_APPLIANCES",
        "BASE_METALS",
        "PLASTICS_RUBBER",
        "CHEMICALS",
        "MINERALS",
        "TRANSPORT",
        "TEXTILES",
        "OPTICAL_PRECISION_CLOCKS_MUSIC",
        "CRUDE_OIL",
        "GOLD",
    ),
    "mof-section": tuple(f"{section:02}" for section in range(1, 20)),
    "hs-section": tuple(f"{section:02}" for section in range(1, 22)),
    "mof-use": ("CAPITAL_GOODS", "INTERMEDIATE_GOODS", "CONSUMER_GOODS", "RAW_MATERIALS"),
    "jp-principal": (
        "JP_FOODSTUFF",
        "JP_RAW_MATERIALS",
        "JP_MINERAL_FUELS",
        "JP_CHEMICALS",
        "JP_MANUFACTURED_GOODS",
        "JP_MACHINERY",
        "JP_ELECTRICAL_MACHINERY",
        "JP_TRANSPORT_EQUIPMENT",
        "JP_OTHERS",
    ),
}
#: Of the groups in `DISJOINT`, one that is a part of another: it counts only where the other is not held.
INSIDE = {"CRUDE_OIL": "MINERALS"}


@cache
def commodities() -> dict[str, Commodity]:
    """Every commodity by its unambiguous spelling.

    Examples:
        >>> commodities()["hs:854231"].name_zh
        '處理器及控制器（積體電路）'
    """
    with _TABLE.open(encoding="utf-8", newline="") as table:
        rows = [
            Commodity(**row | {"aliases": tuple(filter(None, row["aliases"].split("|")))})
            for row in csv.DictReader(table)
        ]
    return {row.spelling: row for row in rows}


def find(text: str) -> Commodity:
    """Find the commodity that *text* names: a code, `classification:code`, or a name in either language.

    A code is taken before a name, a name before what people call it: `Textiles` is the ministry's group
    TEXTILES, although a section of another list is called that too; a group of a publisher before a
    heading of the Harmonized System. A code of the system that stands in no edition is taken only as
    `hs:8542`, which leaves no doubt of what is meant.

    Raises:
        NoData: Nothing is called that; the hint names the nearest ones.
        QueryError: The code or name stands in more than one list.

    Examples:
        >>> find("machinery").spelling, find("hs-section:16").name_zh, find("黃金").code
        ('mof:MACHINERY', '機械及電機設備', 'GOLD')
        >>> find("ICT").spelling, find("晶片").spelling
        ('mof:ICT_AV', 'mof:INTEGRATED_CIRCUITS')
        >>> find("8542").spelling, find("passenger cars").spelling, find("XVI").spelling
        ('hs:8542', 'hs:8703', 'hs-section:16')
    """
    wanted = compared(text)
    for match in (_spelled, _coded, _named, _called, _named_in_the_system):
        found = {entry.spelling: entry for entry in match(wanted)}
        if len(found) > 1:
            raise QueryError(
                "{text!r} stands in more than one list",
                hint="write {spellings}",
                candidates=[*found],
                text=text.strip(),
                spellings=Listed(found, "or"),
            )
        if found:
            return next(iter(found.values()))
    entries = [*commodities().values()]
    entries += [named(f"hs:{one.code}") for one in harmonized_system.codes().values() if one.name]
    from tradecli.facts import commodity_refusals

    raise commodity_refusals.unknown(text.strip(), NO_GROUP.get(wanted, ()), entries)


def meant(text: str) -> Commodity | None:
    """The group of a publisher, or the code written `hs:8542`, that *text* names; None for none, or two.

    Examples:
        >>> meant("machinery").code, meant("hs:8542").code, meant("8542"), meant("Japan")
        ('MACHINERY', '8542', None, None)
    """
    wanted = compared(text)
    for match in (_spelled, _of_a_group, _named, _called):
        if found := list(match(wanted)):
            return found[0] if len(found) == 1 else None
    return None


def of_the_system(text: str) -> list[Commodity]:
    """The codes of the Harmonized System that *text* is, as digits or by name.

    Examples:
        >>> [entry.spelling for entry in of_the_system("passenger cars")], of_the_system("854277")
        (['hs:8703'], [])
    """
    wanted = compared(text)
    code = harmonized_system.digits(wanted)
    if code:
        return [named(f"hs:{code}")] if code in harmonized_system.codes() else []
    return list(_named_in_the_system(wanted))


def named(spelling: str) -> Commodity:
    """The commodity that is spelled so; an HS code without a name is called by its digits.

    Raises:
        NoData: Nothing is.

    Examples:
        >>> named("hs:8542").name, named("hs:271013").name, named("total:TOTAL").name
        ('Electronic integrated circuits', 'HS 271013', 'All goods')
    """
    if spelling in commodities():
        return commodities()[spelling]
    found = next(_of_the_system(spelling), None)
    if found is None:
        raise NoData("no commodity is called {spelling!r}", spelling=spelling)
    return found


def by_label(label: str, classification: str) -> Commodity | None:
    """The commodity of a list that its publisher writes as *label*, if there is one.

    Examples:
        >>> by_label("機\u3000械", "mof").code, by_label("機械", "hs-section")
        ('MACHINERY', None)
    """
    return _by_label().get((classification, "".join(label.split())))


@cache
def _by_label() -> dict[tuple[str, str], Commodity]:
    return {(entry.classification, entry.name_zh): entry for entry in commodities().values()}


def _spelled(wanted: str) -> Iterator[Commodity]:
    entries = [entry for entry in commodities().values() if entry.spelling.casefold() == wanted]
    yield from entries or _of_the_system(wanted)


def _coded(wanted: str) -> Iterator[Commodity]:
    yield from _of_a_group(wanted)
    if code := harmonized_system.digits(wanted):
        if code in harmonized_system.codes() or not wanted[0].isdecimal():
            yield from _of_the_system(f"hs:{code}")
        if wanted == code:
            yield from _of_the_system(f"hs-section:{code}")
    numeral = wanted.removeprefix("section").strip()
    yield from (_section(one) for one in harmonized_system.SECTIONS if one.numeral.casefold() == numeral)


def _of_a_group(wanted: str) -> Iterator[Commodity]:
    yield from (entry for entry in commodities().values() if entry.code.casefold() == wanted)


def _named(wanted: str) -> Iterator[Commodity]:
    entries = commodities().values()
    yield from (entry for entry in entries if wanted in (compared(entry.name), compared(entry.name_zh)))


def _called(wanted: str) -> Iterator[Commodity]:
    for entry in commodities().values():
        if wanted in map(compared, entry.aliases):
            yield entry


def _named_in_the_system(wanted: str) -> Iterator[Commodity]:
    if wanted not in NO_GROUP:
        yield from (named(f"hs:{one.code}") for one in harmonized_system.named(wanted))
        for one in harmonized_system.SECTIONS:
            if wanted in (one.name.casefold(), compared(one.name_zh)):
                yield _section(one)


def _of_the_system(spelling: str) -> Iterator[Commodity]:
    """The section, chapter, heading or subheading that is spelled so, of whatever edition."""
    classification, _, code = spelling.partition(":")
    if classification == "hs-section":
        yield from (_section(one) for one in harmonized_system.SECTIONS if one.code == code)
    if classification != "hs" or harmonized_system.digits(code) != code:
        return
    known = harmonized_system.codes()
    found = known.get(code)
    if found and not found.name and code.endswith("00"):
        # The whole heading, under one subheading.
        found = known[code[:4]]
    if found is None or not found.name:
        yield Commodity(code, "hs", f"HS {code}", f"HS {code}")
        return
    brief = (f"{code} {name}" for name in (found.name, found.name_zh))
    yield Commodity(code, "hs", found.name, found.name_zh, (), *brief)


def _section(section: harmonized_system.Section) -> Commodity:
    known = commodities().get(f"hs-section:{section.code}")
    return known or Commodity(section.code, "hs-section", section.name, section.name_zh)
