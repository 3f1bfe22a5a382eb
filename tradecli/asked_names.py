"""The places and goods that words of a question name. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tradecli.asked_vocabulary import ENGLISH, JOINING, PLACE, Asked, Part, Slot
from tradecli.facts import asked_places, commodities, places


def places_named(text: str, slot: Slot) -> Iterator[tuple[Part, ...]]:
    """The place that a text names, and what the word before says that it is."""
    owner = text.removesuffix("'s").removesuffix("’s")
    if text.isdecimal() or text in ENGLISH:
        return
    code = asked_places.SHORT.get(text)
    place = places.place(code) if code else places.meant(owner.replace(" , ", ", "))
    if place:
        yield (Part("reporter" if owner != text else slot.place or PLACE, place.code),)


def is_country(parts: Sequence[Part]) -> bool:
    """Whether what words name is a place that is no sum of others."""
    place = places.places().get(parts[0].value) if len(parts) == 1 else None
    return place is not None and not place.members


def as_pairs(
    readings: Sequence[Sequence[Part]], words: Sequence[str], asked: Asked
) -> Iterator[tuple[Part, ...]]:
    """Readings of two places that no word joins or puts anywhere, as whose figures and with whom: KR US."""
    if JOINING.isdisjoint(words):
        yield from (pair for parts in readings if (pair := _as_pair(parts, asked)))


def _as_pair(parts: Sequence[Part], asked: Asked) -> tuple[Part, ...] | None:
    named = [part for part in parts if part.option in {PLACE, "partner", "reporter"}]
    codes = [part.value for part in named]
    if len(set(codes)) != 2 or len(codes) != 2 or asked.home in codes:
        return None
    if {part.option for part in named} != {PLACE} or not is_country(named[:1]):
        return None
    as_said = {id(part): option for part, option in zip(named, ("reporter", "partner"), strict=True)}
    return tuple(part._replace(option=as_said.get(id(part), part.option)) for part in parts)


def goods_named(text: str, *, everywhere: bool = False) -> Iterator[tuple[Part, ...]]:
    """The goods that a text names; nothing of all goods, which are answered anyway.

    Args:
        text: The words.
        everywhere: Whether also a name or a code of four or six digits of the Harmonized System is one.
            Two digits are none: they are more likely a month or a year.
    """
    goods = commodities.meant(re.sub("^hs (?=[0-9]{2})", "hs:", text.casefold()))
    if goods:
        yield () if goods.code == "TOTAL" else (Part("commodity", goods.spelling),)
    elif everywhere and not (text.isdecimal() and len(text) < 4):
        for found in commodities.of_the_system(text):
            yield (Part("commodity", found.spelling),)
