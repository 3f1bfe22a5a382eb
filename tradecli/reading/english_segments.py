"""Cuts the tokens of an English sentence into parts: what is said, and what is compared with. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tradecli.reading.tokens import Token

#: Between two names, or two numbers, of one list.
_LISTED = re.compile(
    r"(?: nations| countries| markets| members)?\s*(?:,|and|or|, and|as well as|plus|to)?"
    r"\s*(?:to|with|from|of|by)?\s*(?:the|those of)?\s*"
)
#: What may stand between a word of comparing and its number.
_GAP = re.compile(
    r"(?:\W|\b(?:the|a|an|its|their|his|revised|upwardly|downwardly|just|only|about|around|nearly|some|of|in|by"
    r"|record|high|low|level|peak|last|surplus|deficit|rise|fall|gain|growth|increase|drop|decline|jump|rate|rates"
    r"|pace|even|more|than|almost|over|roughly|approximately|trade|annual|year|revision|with|sharp|contraction"
    r"|decrease|initial|previously|reported|figure|expansion|surge|slump|dip|plunge|previous|month|s|US|decade"
    r"|having|been|double|digit|at|on|forecast|forecasts|expected|predicted|estimate|median|ministry|economists"
    r"|expectations|for|poll|Reuters|market|consensus|prior|preliminary|earlier|estimates|upward|downward)\b){0,40}"
)
#: What "with" may point to.
_WITH_IT = re.compile(r" (?:it|them|the (?:island|country|nation|bloc))\b")
_LONGEST_GAP = 70
#: No part has more tokens; what has is no prose.
_MOST = 60
#: Tokens of what is named or said; the others only break or bend a sentence.
_NAMING = {
    "flow",
    "place",
    "goods",
    "number",
    "move",
    "period",
    "relative",
    "basis",
    "after",
    "trap",
    "same",
    "share",
}


class Part(NamedTuple):
    """A part of a sentence: its tokens, what it begins with, and whether its numbers are compared with.

    `bond` is how it hangs on the part before: `start`, `strong`, `weak`, `comma`, `which`, `base`.
    """

    tokens: tuple[Token, ...]
    bond: str
    base: bool
    start: int
    end: int

    @property
    def numbers(self) -> tuple[Token, ...]:
        """Its numbers."""
        return tuple(one for one in self.tokens if one.kind == "number")


def parts(sentence: str, found: list[Token]) -> list[Part]:
    """The parts of a sentence, in their order."""
    found = _without_asides(found)
    made: list[Part] = []
    inside: list[Token] = []
    bond, base, start = "start", False, 0
    for place, one in enumerate(found):
        next_bond = _bond(sentence, found, place, base=base) or ("weak" if len(inside) >= _MOST else "")
        if next_bond:
            made.append(Part(tuple(inside), bond, base, start, one.start))
            inside, bond, start = [], next_bond, one.start
            base = next_bond == "base" or (
                base and next_bond == "weak" and _still_compared(sentence, found, place)
            )
        if one.kind != "break":
            inside.append(one)
    made.append(Part(tuple(inside), bond, base, start, len(sentence)))
    return [part for part in made if part.tokens or part.bond in {"start", "strong"}]


def _without_asides(found: list[Token]) -> list[Token]:
    """Without brackets that hold no number, such as those of a short name."""
    kept: list[Token] = []
    opened = -1
    for one in found:
        if one.kind == "break" and one.what == "(":
            opened = len(kept)
        kept.append(one)
        if one.kind == "break" and one.what == ")" and opened >= 0:
            if not any(inner.kind in {"number", "place"} for inner in kept[opened:]):
                del kept[opened:]
            opened = -1
    return kept


def _bond(sentence: str, found: list[Token], place: int, *, base: bool) -> str:
    """How a part that begins with this token hangs on the one before; empty where none begins."""
    one = found[place]
    before = found[place - 1] if place else None
    after = found[place + 1] if place + 1 < len(found) else None
    if one.kind == "break":
        if one.what in {";", ":", "--"}:
            return "strong" if one.what == ";" else "comma"
        listed = before and after and before.kind == after.kind
        return "" if listed and one.what == "," and _is_list(sentence, before, after) else "comma"
    if one.kind == "strong":
        return "which" if sentence[one.start : one.end].lower() == "which" else "strong"
    if one.kind == "weak":
        return _weak(sentence, one, before, after)
    if one.kind == "compare":
        return "base" if _compares(sentence, found, place) else ""
    if (
        one.kind == "number"
        and base
        and re.search(r"\bto (?:a |the |just )?(?:record )?$", sentence[max(0, one.start - 18) : one.start])
    ):
        return "weak"
    return ""


def _still_compared(sentence: str, found: list[Token], place: int) -> bool:
    """Whether "and" goes on with what is compared with: "behind 2022 with US$5 billion and 2021 with ..."."""
    kinds = [one.kind for one in found[place + 1 : place + 3]]
    return sentence[found[place].start :][:3].lower() == "and" and kinds[:2] in (
        ["period", "number"],
        ["period", "weak"],
    )


def _weak(sentence: str, one: Token, before: Token | None, after: Token | None) -> str:
    word = sentence[one.start : one.end].lower()
    if after is None or (before and before.kind == after.kind and _is_list(sentence, before, after)):
        return ""
    if word == "with" and _WITH_IT.match(sentence, one.end):
        return ""
    if word == "with" and (
        after.kind == "place" or (before and before.kind == "period" and after.kind == "number")
    ):
        return ""
    if word == "as" and after.kind not in {"flow", "place", "goods"}:
        return ""
    return "weak" if after.kind in _NAMING or word != "and" else ""


def _is_list(sentence: str, before: Token | None, after: Token | None) -> bool:
    """Whether two tokens of one kind are members of one list."""
    if before is None or after is None or after.start - before.end > 24:
        return False
    if before.kind not in {"place", "goods", "number", "flow"}:
        return False
    if before.kind == "number" and not _same_form(before, after):
        return False
    if after.kind == "place" and sentence[after.end : after.end + 2] == "'s":
        return False
    return _LISTED.fullmatch(sentence[before.end : after.start]) is not None


def _same_form(before: Token, after: Token) -> bool:
    if before.number is None or after.number is None:
        return False
    return before.number.form == after.number.form and before.number.form in {"money", "percent"}


def _compares(sentence: str, found: list[Token], place: int) -> bool:
    """Whether a word of comparing has a number of its own: "from US$4.7 billion", "than the 9.2% gain"."""
    one = found[place]
    word = sentence[one.start : one.end].lower()
    for after in found[place + 1 : place + 9]:
        if after.start - one.end > _LONGEST_GAP or after.kind == "break":
            return False
        if after.kind == "number":
            return _gap(sentence, found, place, after, word)
        if after.kind in {"place", "basis", "strong", "share", "goods"}:
            return False
        if after.kind == "weak" and sentence[after.start : after.end].lower() != "with":
            return False
        if after.kind == "move" and word not in {"after", "following", "having", "reversing", "extending"}:
            noun = re.match(r"(?:\w+ ){0,2}(?:of|in)\b", sentence[after.start : after.start + 40])
            if noun is None:
                return False
    return False


def _gap(sentence: str, found: list[Token], place: int, after: Token, word: str) -> bool:
    if word in {"on", "over", "having"} or after.number is None:
        return word == "having" and after.number is not None and not _listed_after(found[place : place + 12])
    if word == "than" and re.search(
        r"\b(?:more|less|fewer|no later) $", sentence[: found[place].start][-10:]
    ):
        dated = found[place + 1].kind in {"period", "relative"}
        return dated or sentence[found[place].end : after.start].strip().startswith("the")
    if word in {"after", "following", "reversing", "extending"}:
        return True
    between = list(sentence[found[place].end : after.start])
    for one in found[place + 1 : place + 9]:
        if one.start >= after.start:
            break
        if one.kind == "flow" and word != "from" and _other_flow(found, place, one):
            return False
        if one.kind in {"period", "relative", "move", "flow", "all", "forecast"}:
            offset = found[place].end
            between[one.start - offset : one.end - offset] = " " * (one.end - one.start)
    return _GAP.fullmatch("".join(between)) is not None


def _other_flow(found: list[Token], place: int, one: Token) -> bool:
    """Whether what follows is another flow than what is spoken of: "exports of X against imports of Y"."""
    before = next(
        (other for other in reversed(found[max(0, place - 20) : place]) if other.kind == "flow"), None
    )
    if before is None or before.flow is None or one.flow is None:
        return False
    return before.flow.flow != one.flow.flow


def _listed_after(found: list[Token]) -> bool:
    """Whether "respectively" follows: then "having risen" is of what was said, no comparison."""
    return any(one.kind == "respectively" for one in found)
