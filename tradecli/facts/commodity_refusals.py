"""Why a text is no commodity, and which are near."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from tradecli.errors import NoData
from tradecli.facts import harmonized_system
from tradecli.facts.commodity import Commodity
from tradecli.wording import Listed, Wording


def unknown(text: str, groups: Sequence[str], entries: Sequence[Commodity]) -> NoData:
    """The refusal of a text that names nothing.

    Args:
        text: As it was written.
        groups: The groups that hold some of the goods, where it is a word for goods.
        entries: Everything that has a name, the groups of publishers first.
    """
    if groups:
        return NoData(
            "no group of goods is just {text!r}",
            hint="nearest are {near}; `trade codes` lists every commodity",
            candidates=groups,
            text=text,
            near=Listed(groups, "and"),
        )
    plain = text.replace(".", "").replace("-", "").removeprefix("hs:")
    if plain.isdecimal() and len(plain) > 6 and plain[:6] in harmonized_system.codes():
        return NoData(
            "{text} has more digits than the Harmonized System: they are a country's own",
            hint="its first six: hs:{code}",
            candidates=[f"hs:{plain[:6]}"],
            text=text,
            code=plain[:6],
        )
    nearest = _nearest(text, entries)
    names = Listed(
        (Wording("{entry.name} ({spelling})", entry=entry, spelling=entry.spelling) for entry in nearest),
        "or",
    )
    hint = Wording("did you mean {names}?", names=names) if nearest else "`trade codes` lists every commodity"
    no_edition = "no edition of the Harmonized System has it; hs:{text} asks for it all the same"
    return NoData(
        "no commodity is called {text!r}",
        hint=Wording(no_edition, text=text) if harmonized_system.digits(text) == text else hint,
        candidates=[entry.spelling for entry in nearest],
        text=text,
    )


def _nearest(text: str, entries: Sequence[Commodity]) -> list[Commodity]:
    """Those whose names hold every word of a text, then those whose names or codes are much like it."""
    by_text = {
        word.casefold(): entry
        for entry in reversed(entries)
        for word in (entry.code, entry.name, entry.name_zh)
    }
    close = [by_text[word] for word in get_close_matches(text.casefold(), by_text, n=5, cutoff=0.5)]
    with_words = {one.code for one in harmonized_system.with_words(text)[:3]}
    worded = [entry for entry in entries if entry.classification == "hs" and entry.code in with_words]
    return list(dict.fromkeys([*worded, *close]))[:3]
