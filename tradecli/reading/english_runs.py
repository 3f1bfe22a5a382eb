"""What a run of months of an English sentence stays above. Pure."""

from __future__ import annotations

import re

from tradecli.quantity import Quantity
from tradecli.reading.english_scene import Met

_FOR = re.compile(r"(?: mark| level| threshold)? (?:for|in) (?:an? |the |its )?")


def threshold(met: Met) -> Quantity | None:
    """The amount that a run stays above: the next number of its part."""
    later = (one.number for one in met.part.tokens[met.place + 1 :] if one.number is not None)
    amount = next(later, None)
    return amount.quantity if amount is not None and amount.form == "money" else None


def passed_before(sentence: str, met: Met) -> Quantity | None:
    """The amount just before a run that it stays above: "topped US$60 billion for a third month in a row"."""
    before = met.part.tokens[met.place - 1] if met.place else None
    if before is None or before.number is None or before.number.about != "more":
        return None
    joined = _FOR.fullmatch(sentence[before.end : met.token.start])
    return before.number.quantity if joined and before.number.form == "money" else None
