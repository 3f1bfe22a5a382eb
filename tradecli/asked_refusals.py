"""Why a question in words is not answered, and what to write instead. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradecli import asked_periods
from tradecli.asked_vocabulary import ENGLISH, FLOWS, HINTS, INSTEAD, LONGEST, ORDER, REFUSED, Asked, Part
from tradecli.errors import NoData, QueryError
from tradecli.facts import asked_places, goods_words, places
from tradecli.facts.chinese_script import compared
from tradecli.facts.places import Place
from tradecli.synonyms import meant
from tradecli.wording import Listed, Wording
from tradecli.written_periods import ROC_YEARS


def in_order(parts: Sequence[Part]) -> list[Part]:
    """The parts in the order of a command line."""
    return sorted(parts, key=lambda part: ORDER.index(part.option))


#: How a refusal calls an option.
CALLED = {
    "since": "first month",
    "through": "period",
    "months": "number of months",
    "top": "number of rows",
}


def refusal(parts: Sequence[Part], asked: Asked) -> str:
    """Why parts cannot be one question; empty where they can."""
    names = [part.option for part in parts]
    if twice := next((name for name in names if names.count(name) > 1), None):
        values = [part.value for part in parts if part.option == twice]
        if twice == "partner":
            return Wording("the question takes one partner: {codes}", codes=",".join(values))
        return Wording(
            "there is more than one {twice}: {values}",
            twice=Wording(CALLED.get(twice, twice)),
            values=Listed(values, "and"),
        )
    if {"since", "months"} <= set(names):
        return Wording("a first month and a number of months both say where a series begins")
    lacking = next((part for part in parts if part.option not in asked.options), None)
    if lacking is None:
        return ""
    return Wording(
        "the question takes no {option} ({value})",
        option=Wording(CALLED.get(lacking.option, lacking.option)),
        value=lacking.value,
    )


def as_area(parts: Sequence[Part]) -> tuple[Part, ...] | None:
    """The same with an area whose members are all named as the partner: China Hong Kong may be both."""
    named = next((part.value.split(",") for part in parts if part.option == "partner"), [])
    for area in places.places().values():
        if area.members and set(area.members) <= set(named):
            rest = [code for code in named if code not in area.members]
            others = [part for part in parts if part.option != "partner"]
            return (*others, Part("partner", ",".join([area.code, *rest])))
    return None


def hint(parts: Sequence[Part], asked: Asked) -> str:
    """What to write instead."""
    periods = [part.value for part in parts if part.option == "through"]
    names = {part.option for part in parts}
    if len(periods) > 1:
        return Wording(
            "a series goes from one to the other: --from {first} --through {last}",
            first=min(periods),
            last=max(periods),
        )
    if [part.option for part in parts].count("partner") > 1:
        return Wording("exports, imports and surplus take several; others are asked once for each")
    if "partner" in names - set(asked.options):
        return Wording("write a month alone: 2025-11")
    if "top" in names - set(asked.options):
        return Wording("rankings take one: trade partners top 10, trade drivers top 10")
    if "since" in names - set(asked.options):
        return Wording("exports, imports and surplus are answered as series")
    return Wording("write: US 2025-11, or US with CN 2025-11")


def spelled(parts: Sequence[Part]) -> str:
    """The parts as options."""
    return " ".join(
        " ".join(filter(None, (f"--{'from' if part.option == 'since' else part.option}", part.value)))
        for part in in_order(parts)
    )


def ambiguous(words: Sequence[str], readings: Sequence[Sequence[Part]]) -> QueryError:
    """The refusal of words that may be read in several ways, which it names."""
    meanings = [spelled(one) for one in readings]
    return QueryError(
        "{said!r} may mean two things",
        hint="{meant}",
        candidates=meanings,
        said=" ".join(words).replace(" ,", ","),
        meant=Listed((Wording("{line}", line=line) for line in meanings), "or"),
    )


def refuse(words: Sequence[str]) -> None:
    """Refuse words that name what is not answered, with the reason.

    Raises:
        QueryError: There are such words.
    """
    for start, length in ((at, n) for at in range(len(words)) for n in (2, 1)):
        text = " ".join(words[start : start + length]).casefold()
        if text in REFUSED:
            why, instead = REFUSED[text]
            raise QueryError("{text!r}: {why}", hint=instead, text=text, why=Wording(why))
        if asked_periods.FISCAL.fullmatch(text):
            raise QueryError(
                "{text!r} is a fiscal year, which begins in another month in each country",
                hint="write its months: --from 2024-07 --through 2025-06",
                text=text,
            )


def not_understood(words: Sequence[str], asked: Asked, lacking: Sequence[str]) -> NoData:
    """The refusal of words, some of which are the name of nothing, or all of them together."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            text = " ".join(part)
            if set(part) & set(lacking) and (hint := _no_name(text, asked)):
                return NoData("{text!r} is no partner, goods or period", hint=hint, text=text)
    unknown = next(iter(lacking), " ".join(words))
    near = _near(unknown)
    names = Listed((Wording("{place.name} ({code})", place=place, code=place.code) for place in near), "or")
    return NoData(
        "{text!r} is no partner, goods or period",
        hint="did you mean {names}?" if near else "write a partner and a month, such as: US 2025-11",
        candidates=[place.code for place in near],
        text=unknown,
        names=names,
    )


def _near(word: str) -> list[Place]:
    """The places whose names a word is nearly, not those that a few letters happen to lie near to."""
    from difflib import SequenceMatcher

    try:
        asked_places.find(word)
    except (NoData, QueryError) as error:
        named = [places.place(code) for code in error.candidates]
    else:
        return []
    folded = word.casefold()
    return [
        one
        for one in named
        if any(
            SequenceMatcher(None, folded, name.casefold()).ratio() >= 0.75
            for name in one.names
            if len(name) > 3
        )
    ]


def _no_name(text: str, asked: Asked) -> str:
    """What to write instead of a word that is known, but names nothing that is answered."""
    folded = text.casefold()
    if near := goods_words.NO_GROUP.get(compared(text)):
        return Wording("nearest goods are {near}", near=Listed(near, "and"))
    if said := asked_places.NO_PLACE.get(folded):
        return Wording(said)
    if text in ENGLISH and (place := places.meant(text)):
        return Wording("in capitals {code} is {place.name}", code=text.upper(), place=place)
    if folded in INSTEAD:
        return Wording(HINTS[INSTEAD[folded]])
    if instead := _no_period(text, folded):
        return instead
    pieces = re.split("[+/]", text)
    if len(pieces) > 1 and all(places.meant(piece) for piece in pieces):
        return Wording("several partners are written {pieces}, side by side", pieces=",".join(pieces))
    if folded in FLOWS and meant("flow", folded) not in asked.options.get("flow", ()):
        return Wording("exports, imports and the surplus are each asked by a command: trade exports US")
    return ""


def _no_period(text: str, folded: str) -> str:
    """What to write instead of what is nearly a period, or a code of goods."""
    if asked_periods.YEARLESS.fullmatch(folded):
        return Wording(
            "write the year: {text} 2025" if text.isascii() else "write the year: 2025年{text}", text=text
        )
    if folded.isdecimal() and len(folded) < 4 and int(folded) in ROC_YEARS:
        return Wording("a year of the Republic of China is written {text}年", text=text)
    if folded.isdecimal() and len(folded) in {2, 4, 6}:
        return Wording(
            "write a month as 2025-11; a code of the Harmonized System is written hs:{text}", text=text
        )
    if re.fullmatch(r"[+-]?\d+\.\d+%?", folded):
        return Wording("a number is no question: trade explain US 2025-11 shows where each one comes from")
    if any(character.isdecimal() for character in text) and " " not in text:
        return Wording("write a month as 2025-11, a quarter as 2025-Q4, a year as 2025")
    return ""
