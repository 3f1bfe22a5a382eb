"""Commodities: codes, the lists they stand in, and their names in two languages."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tradecli.errors import NoData, QueryError
from tradecli.wording import Listed, Wording

#: A chapter, heading or subheading of the Harmonized System, of whatever edition.
_HS = re.compile("hs:([0-9]{2}|[0-9]{4}|[0-9]{6})")
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
}
#: Words for goods that are no group of any list, and the groups that hold some of them.
NO_GROUP = {
    **dict.fromkeys(
        ("semiconductors", "semiconductor", "半導體"),
        ("mof:INTEGRATED_CIRCUITS", "mof:ELECTRONIC_COMPONENTS"),
    ),
    **dict.fromkeys(("electronics", "電子產品"), ("mof:ELECTRONIC_COMPONENTS", "mof:ICT_AV")),
    **dict.fromkeys(
        ("servers", "server", "ai servers", "ai server", "ai", "伺服器", "ai伺服器"),
        ("mof:COMPUTERS", "mof:ICT_AV"),
    ),
    **dict.fromkeys(
        ("oil", "petroleum", "石油", "油"),
        ("mof:CRUDE_OIL", "mof:REFINED_PETROLEUM", "mof:MINERALS"),
    ),
    **dict.fromkeys(("energy", "fuel", "fuels", "gas", "coal", "能源", "天然氣", "煤"), ("mof:MINERALS",)),
    **dict.fromkeys(("steel", "iron", "鋼鐵", "鋼"), ("mof:BASE_METALS",)),
    **dict.fromkeys(("cars", "car", "autos", "vehicles", "汽車"), ("mof:TRANSPORT",)),
    **dict.fromkeys(("phones", "smartphones", "mobile phones", "手機"), ("mof:ICT_AV",)),
    **dict.fromkeys(("tech", "high tech", "科技產品"), ("mof:ELECTRONIC_COMPONENTS", "mof:ICT_AV")),
}
#: Of the groups in `DISJOINT`, one that is a part of another: it counts only where the other is not held.
INSIDE = {"CRUDE_OIL": "MINERALS"}


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
            >>> commodities()["mof:ICT_AV"].brief
            ('ICT and audio-video products', '資通與視聽產品')
        """
        return self.short or self.name, self.short_zh or self.name_zh

    @property
    def spelling(self) -> str:
        """The code together with its list, which means this commodity and no other."""
        return f"{self.classification}:{self.code}"


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
    TEXTILES, although a section of another list is called that too. `hs:8542` is found whether it stands in
    a list here or not.

    Raises:
        NoData: Nothing is called that; the hint names the nearest ones.
        QueryError: The code or name stands in more than one list.

    Examples:
        >>> find("machinery").spelling, find("hs-section:16").name_zh, find("黃金").code
        ('mof:MACHINERY', '機械及電機設備', 'GOLD')
        >>> find("ICT").spelling, find("晶片").spelling
        ('mof:ICT_AV', 'mof:INTEGRATED_CIRCUITS')
    """
    wanted = text.strip().casefold()
    for match in (_spelled, _coded, _named, _called):
        found = [entry for entry in commodities().values() if match(entry, wanted)]
        if len(found) > 1:
            spellings = [entry.spelling for entry in found]
            raise QueryError(
                "{text!r} stands in more than one list",
                hint="write {spellings}",
                candidates=spellings,
                text=text.strip(),
                spellings=Listed(spellings, "or"),
            )
        if found:
            return found[0]
    if _HS.fullmatch(wanted):
        return named(wanted)
    raise _unknown(text.strip())


def meant(text: str) -> Commodity | None:
    """The commodity that *text* names as `find` reads it; None where it names none, or two.

    Examples:
        >>> meant("machinery").code, meant("Japan")
        ('MACHINERY', None)
    """
    try:
        return find(text)
    except (NoData, QueryError):
        return None


def named(spelling: str) -> Commodity:
    """The commodity that is spelled so; an HS code that stands in no list here is named by its digits.

    Raises:
        NoData: Nothing is.

    Examples:
        >>> named("hs:8542").name, named("total:TOTAL").name
        ('HS 8542', 'All goods')
    """
    if spelling in commodities():
        return commodities()[spelling]
    if not _HS.fullmatch(spelling):
        raise NoData("no commodity is called {spelling!r}", spelling=spelling)
    code = spelling.removeprefix("hs:")
    return Commodity(code, "hs", f"HS {code}", f"HS {code}")


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


def _spelled(entry: Commodity, wanted: str) -> bool:
    return entry.spelling.casefold() == wanted


def _coded(entry: Commodity, wanted: str) -> bool:
    return entry.code.casefold() == wanted


def _named(entry: Commodity, wanted: str) -> bool:
    return wanted in (entry.name.casefold(), entry.name_zh.casefold())


def _called(entry: Commodity, wanted: str) -> bool:
    return wanted in (alias.casefold() for alias in entry.aliases)


def _unknown(text: str) -> NoData:
    if near := NO_GROUP.get(text.casefold()):
        return NoData(
            "no group of goods is just {text!r}",
            hint="nearest are {near}; `trade codes` lists every commodity",
            candidates=near,
            text=text,
            near=Listed(near, "and"),
        )
    from difflib import get_close_matches

    entries = commodities().values()
    by_text = {
        word.casefold(): entry for entry in entries for word in (entry.code, entry.name, entry.name_zh)
    }
    close = get_close_matches(text.casefold(), by_text, n=5, cutoff=0.5)
    nearest = list(dict.fromkeys(by_text[word] for word in close))[:3]
    names = Listed(
        (Wording("{entry.name} ({spelling})", entry=entry, spelling=entry.spelling) for entry in nearest),
        "or",
    )
    hint = Wording("did you mean {names}?", names=names) if nearest else "`trade codes` lists every commodity"
    return NoData(
        "no commodity is called {text!r}",
        hint=Wording("a code of the Harmonized System is written hs:{text}", text=text)
        if _HS.fullmatch(f"hs:{text}")
        else hint,
        candidates=[entry.spelling for entry in nearest],
        text=text,
    )
