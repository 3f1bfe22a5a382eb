"""What a shell is told that a value may be, from how it begins."""

from __future__ import annotations

import os


def places(incomplete: str) -> list[tuple[str, str]]:
    """Complete a partner or reporter from its code or its name, in the case in which it was begun."""
    from tradecli.facts import places as known

    typed, small = incomplete.casefold(), incomplete.islower()
    every = [(place.code, place.name, place) for place in known.places().values()]
    every = [entry for entry in every if entry[2].level not in {"former", "unspecified"}]
    if typed:
        every += [(name, place.code, place) for _, _, place in every for name in (place.name, place.name_zh)]
    # What bash completes is read by it again.
    blank = "\\ " if "bash" in os.environ.get("_TRADE_COMPLETE", "") else " "
    return [
        ((word.lower() if small else word).replace(" ", blank), said)
        for word, said, _ in every
        if word.casefold().startswith(typed)
    ]


def several(incomplete: str) -> list[tuple[str, str]]:
    """Complete the last place of a list with commas."""
    before, comma, last = incomplete.rpartition(",")
    return [(f"{before}{comma}{word}", said) for word, said in places(last)]


def formats(incomplete: str) -> list[str]:
    """Complete a format."""
    from tradecli.render.formats import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]
