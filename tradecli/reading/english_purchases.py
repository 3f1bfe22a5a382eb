"""Tells what "bought" is in an English sentence: an import, or an export to who bought. Pure."""

from __future__ import annotations

import re

from tradecli.reading.model import Flow
from tradecli.reading.tokens import Token

_BOUGHT = re.compile(r"\b(?:bought|purchased)\b")
#: Between who buys and the verb.
_BUYER = re.compile(
    r"(?:'s)?,? ?(?:(?:also|alone|again|has|had|have|itself|together|both|in turn|nations|states) ?)*"
)
_BUYERS = re.compile(
    r"\b(?:markets|buyers|customers|destinations|partners|countries|nations|consumers|Americans|economies|regions)"
    r" (?:also |all |had |have )?$"
)
_FROM = re.compile(r"\bfrom (?:it|them|there|abroad|overseas)\b")
_NEAR, _FAR = 30, 160


def with_purchases(sentence: str, found: list[Token], reporter: str) -> list[Token]:
    """The tokens with a flow for each "bought"; none where it is not told whose trade it is.

    Examples:
        >>> bought = "Taiwan bought US$46 billion of goods from the US."
        >>> places = [Token(0, 6, "place", "TW"), Token(45, 47, "place", "US")]
        >>> with_purchases(bought, places, "TW")[1].flow
        Flow(flow='import', side=0)
    """
    made = []
    for verb in _BOUGHT.finditer(sentence):
        flow = _flow(sentence, found, verb, reporter)
        if flow and not any(one.start <= verb.start() < one.end for one in found):
            made.append(Token(verb.start(), verb.end(), "flow", "bought", flow=Flow(flow)))
    return sorted([*found, *made], key=lambda one: (one.start, -one.end)) if made else found


def _flow(sentence: str, found: list[Token], verb: re.Match[str], reporter: str) -> str:
    before = sentence[max(0, verb.start() - _NEAR) : verb.start()]
    places = [one for one in found if one.kind == "place"]
    sources = [
        one.what
        for one in places
        if verb.end() < one.start < verb.end() + _FAR
        and re.search(r"\bfrom (?:the )?$", sentence[: one.start][-10:])
    ]
    buyer = next(
        (
            one.what
            for one in reversed(places)
            if one.end <= verb.start() and _BUYER.fullmatch(sentence[one.end : verb.start()][:_FAR])
        ),
        "",
    )
    if buyer:
        elsewhere = any(code not in {reporter, buyer} for code in sources)
        return "import" if buyer == reporter or elsewhere else "export"
    if _BUYERS.search(before):
        return "export"
    return "import" if sources or _FROM.search(sentence[verb.end() :][:_FAR]) else ""
