"""Whether a number of an English sentence goes up or down. Pure."""

from __future__ import annotations

import re

from tradecli.reading.english_scene import Met
from tradecli.reading.tokens import Token

NOUNS = (
    "rise|fall|gain|drop|decline|increase|decrease|jump|surge|growth|contraction|expansion|slump|plunge|slide"
    "|dip|advance|climb|leap|reduction|recovery|rebound|uptick|loss|expansion|shrinkage|downturn|hike|spike|slip"
)
NOUN_AFTER = re.compile(
    r"[- ](?:(?:year-on-year|year-over-year|on-year|annual|yearly|monthly|month-on-month|y/y|yoy"
    r"|sharp|annualized"
    rf"|further|export|import|trade|steep|surprise|revised|average|increased) ?)*(?P<noun>{NOUNS})s?\b"
)
_PACE = re.compile(
    r"\b(?:growth|gain|increase|rise|expansion|decline|contraction|drop|fall|decrease)\b", re.IGNORECASE
)


def is_noun(sentence: str, token: Token) -> bool:
    """Whether a word of growth is a noun: "an increase of", not "increased"."""
    return re.fullmatch(f"(?:{NOUNS})s?", sentence[token.start : token.end].lower()) is not None


def direction(sentence: str, met: Met) -> int:
    """The direction of a percentage: what follows it closely, else what leads to it; 0 if nothing tells."""
    token, part, place = met.token, met.part, met.place
    after = sentence[token.end : token.end + 60]
    if noun := NOUN_AFTER.match(after):
        word = noun["noun"]
        return next((one.sign for one in part.tokens[place + 1 : place + 4] if one.kind == "move"), 0) or (
            1 if word in {"rise", "gain", "increase", "growth", "jump", "surge", "hike", "spike"} else -1
        )
    if closer := re.match(
        r" (?:year-on-year |on-year )?(?P<up>higher|more|above|larger|greater|bigger|stronger|up)\b|"
        r" (?:year-on-year |on-year )?(?:lower|less|below|smaller|fewer|down|under)\b",
        after,
    ):
        return 1 if closer["up"] else -1
    moves = [one for one in part.tokens[:place] if one.kind == "move"]
    if re.search(r"\b(?:to|at) (?:an? )?(?:record )?$", sentence[max(0, token.start - 16) : token.start]):
        return _of_pace(sentence, met)
    if moves:
        return moves[-1].sign
    lowered = [one for one in part.tokens[:place] if one.kind == "after"]
    return lowered[-1].sign if lowered else met.scene.sign


def _of_pace(sentence: str, met: Met) -> int:
    """The sign of a rate that something slowed or rose to: that of the noun of the rate."""
    start = max(0, met.token.start - 160)
    found = list(_PACE.finditer(sentence[start : met.token.start]))
    if not found:
        return 0
    return 1 if found[-1][0].lower() in {"growth", "gain", "increase", "rise", "expansion"} else -1
