"""What part the places and goods of an English sentence play: whose trade it is, with whom, of what. Pure."""

from __future__ import annotations

import re

from tradecli.reading.english_segments import Part
from tradecli.reading.model import Flow
from tradecli.reading.tokens import Token

#: A word before a place, and what stands before that.
_BEFORE = re.compile(
    r"(?P<word>\bto|\bwith|\bfrom|\binto|\bfor|\bof|\bby|\bin|\bbetween|\band|\bagainst|\bover|\bbound for)"
    r"(?: both| its| the| ten| all ten| 10| mainland| neighboring| neighbouring| rival"
    r"| largest| biggest| main| major| key| top| other| fellow| three| five| six"
    r"| countries in| nations in| members of"
    r"| the rest of| markets in| markets such as| all of){0,3} ?$",
    re.IGNORECASE,
)
#: Nouns that take a place for themselves: what is said of them is not with whom there is trade.
_OTHERS = re.compile(
    r"\b(?:talks?|tariffs?|demand|orders?|agreements?|deals?|war|tensions?|ties|relations|investments?|levies"
    r"|duties|negotiations|competition|pressure|visitors|sanctions|clients|customers|restrictions|controls"
    r"|goods made|rate|rates|levy|duty|truce|factories|plants|pact|threats?|headwinds|conflict|lead"
    r"|ahead|because|instead|fears?|wave|round|imposition|impact)$"
)
_BUYS = re.compile(
    r"(?:'s)?(?: again| alone| also| still| now| together| combined| jointly| both)?,?"
    r" (?:bought|took|accounted|absorbed|made up"
    r"|purchased|remained|was|is"
    r"|were|represented|became|received|ranked|came|overtook|comprised|constituted|contributed)\b"
)
_TRADES = re.compile(
    r"(?: also| has| had| have| itself| alone| again)? ?(?:ran|run|runs|posted|recorded|shipped|exported|sold"
    r"|imported|reported|registered|booked|logged|enjoyed|saw|racked|bought goods|had a|has a|earned)\b"
)
_THEIRS = re.compile(
    r"(?:'s?)? (?:(?:total|overall|annual|monthly|goods|merchandise|net|outbound|overseas|record"
    r"|trade|global|own"
    r"|agricultural|tech|overall|foreign|customs-cleared|worldwide|bilateral|semiconductor|chip|car|auto|export|import"
    r"|deficit|external|own|combined|\d{4}|first-half|full-year|quarterly)[ -]){0,3}$"
)
_NOT_GOODS = re.compile(
    r"['s]* (?:demand|makers?|manufacturers?|prices?|companies|firms?|stocks?|supply|giant"
    r"|producers?|boom|foundry"
    r"|applications|investments?|orders|tariffs|factories|plants|executives|designers?|maker|shares|market|sector's"
    r"|suppliers?|policy|ban|exporters?|importers?|workers|technology (?:is|was))\b"
)
_OF_GOODS = re.compile(r"(?:\b(?:of|in|for)(?: the| its| other| these| finished| \w+-made)?|\bworth of) $")
_FOR_DEMAND = re.compile(
    r"\b(?:demand|orders?|need|appetite|investments?|boom|used|prices?|supply|makers|tariffs?|levies|duties|uses|spending"
    r"|industry|equipment|production|role|rise|growth|applications|needed|shortage|lead|interest|capacity)"
    r"(?: \w+){0,3} (?:for|in|of|on) (?:\w+ ){0,2}$"
)
#: Before the subject of a part nothing stands but what leads to it.
_LEADS = re.compile(
    r"\W*(?:(?:the|a|while|and|with|but|next|were|was|by|best|performers?|sectors?|exports|among|of|both|most|other"
    r"|categories|in|decline|also|its|within|which|that|for|product|main|followed|led|meanwhile|as|contrast|whereas"
    r"|largest|biggest|category|global|overall|month|last|top|item|were|however|industries|those|though|category|traditional)\W+)*",
    re.IGNORECASE,
)
#: Between two places of one list.
_LIST = re.compile(
    r"(?: nations| countries| states| markets| members| products)?(?:,| and|, and| or| as well as"
    r"|, as well as)(?: to| with| from| of)?"
    r"(?: the)? "
)
_BRACKETED = re.compile(r" \((?:up |down )?[A-Z$€]{0,4}\d")
#: Words that give a place a part even where no flow is named beside it.
_ALONE = {"to", "with", "from"}
#: "... and Japan's 6.3 percent": its own, of the flow spoken of.
_THEIR_NUMBER = re.compile(
    r"'s? (?:(?:by|up|down|rose|fell|grew|was|were|just|only|about|at|came to) )*"
    r"(?:US)?\$?\d[\d.,]* ?(?:%|percent|billion|million)(?! (?:share|portion|stake|tariff|dut|levy|rate))"
)
#: No name is looked at with more of its sentence than so many characters to each side.
_FAR = 120


def with_roles(sentence: str, part: Part) -> Part:
    """A part of which every place and goods token knows its role."""
    done: list[Token] = []
    for place, one in enumerate(part.tokens):
        role = ""
        if one.kind == "place":
            role = _of_place(sentence, part, place, done)
        elif one.kind == "goods" and _are_goods(sentence, part, place, done):
            role = "goods"
        done.append(one._replace(role=role))
    return part._replace(tokens=tuple(done))


def _of_place(sentence: str, part: Part, place: int, done: list[Token]) -> str:
    one = part.tokens[place]
    before, after = _back(sentence, part, one), sentence[one.end : one.end + _FAR]
    if done and done[-1].kind in {"place", "weak"} and _listed(sentence, done, one):
        return next(other.role for other in reversed(done) if other.kind == "place")
    if plainly := _plainly(part, place, after):
        return plainly
    flow = _near_flow(part, place)
    word = _BEFORE.search(before)
    if _BRACKETED.match(sentence, one.end) and (word is None or word["word"].lower() not in {"of", "for"}):
        return "partner"
    ahead = _of_flow_ahead(sentence, part, place)
    if word is not None and word["word"].lower() not in {"and", "against", "over", "in"}:
        if ahead == "reporter" and word["word"].lower() in {"of", "for", "in", "by"}:
            return "reporter"
        if _OTHERS.search(before[: word.start()].rstrip()):
            return ""
        if word["word"].lower() == "of" and done and done[-1].kind == "share":
            return "partner"
        those = bool(done) and done[-1].kind == "same" and word["word"] == "of"
        return _by_word(word["word"].lower(), flow) if flow or those or word["word"].lower() in _ALONE else ""
    if ahead:
        return ahead
    return _alone(sentence, part, place, after)


def _alone(sentence: str, part: Part, place: int, after: str) -> str:
    """The role of a place with nothing before it that tells."""
    if re.match(r"(?:'s)? (?:share|market|accounted)", after):
        return "partner"
    if _BUYS.match(after) or _followed_by_number(sentence, part, place):
        return "partner"
    return "reporter" if _TRADES.match(after) else ""


def _plainly(part: Part, place: int, after: str) -> str:
    """The role of a place by the word right after it, if any: "US-bound shipments", "Vietnam bought"."""
    if after.lower().startswith("-bound"):
        return "partner"
    if _THEIR_NUMBER.match(after):
        return "reporter"
    following = part.tokens[place + 1] if place + 1 < len(part.tokens) else None
    if following is None or following.what != "bought" or following.start - part.tokens[place].end > 30:
        return ""
    return "reporter" if following.flow == Flow("import") else "partner"


def _listed(sentence: str, done: list[Token], one: Token) -> bool:
    """Whether a place is the next one of a list of places that play a part."""
    last = next((other for other in reversed(done[-2:]) if other.kind == "place"), None)
    if sentence[one.end : one.end + 2] == "'s":
        return False
    return (
        last is not None and bool(last.role) and _LIST.fullmatch(sentence[last.end : one.start]) is not None
    )


def _back(sentence: str, part: Part, one: Token) -> str:
    return sentence[max(part.start, one.start - _FAR) : one.start]


def _near_flow(part: Part, place: int) -> Token | None:
    """The flow that a place belongs to: the nearest before it, else the first after it."""
    before = [one for one in part.tokens[max(0, place - 12) : place] if one.kind == "flow"]
    after = [one for one in part.tokens[place + 1 : place + 12] if one.kind == "flow"]
    return before[-1] if before else after[0] if after else None


def _by_word(word: str, flow: Token | None) -> str:
    kind = flow.flow.flow if flow is not None and flow.flow else "export"
    if word in {"to", "into", "bound for"}:
        return "reporter" if kind == "import" else "partner"
    if word == "from":
        return "reporter" if kind == "export" and flow is not None else "partner"
    return {"with": "partner", "between": "partner", "of": "reporter", "by": "reporter", "for": "reporter"}[
        word
    ]


def _of_flow_ahead(sentence: str, part: Part, place: int) -> str:
    """A place just before a flow, goods or "share": Taiwan's exports, U.S. goods imports, the US share."""
    one = part.tokens[place]
    for after in part.tokens[place + 1 : place + 4]:
        between = sentence[one.end : after.start]
        if after.kind == "share":
            return "partner" if re.fullmatch(r"(?:'s)? ", between) else ""
        if after.kind == "flow" or (after.kind == "trap" and after.what in {"services", "orders"}):
            return "reporter" if _THEIRS.fullmatch(f"{between.rstrip()} ") else ""
        if after.kind not in {"goods", "all", "number", "basis", "relative", "period"}:
            return ""
        if after.kind != "goods" and after.start - one.end > 12:
            return ""
    return ""


def _followed_by_number(sentence: str, part: Part, place: int) -> bool:
    """Whether a place has a number of its own: "China ($33.5)", "those of Singapore 8.2%"."""
    if place + 1 == len(part.tokens):
        return sentence[part.tokens[place].end : part.end + 2].strip().startswith("(")
    after = part.tokens[place + 1]
    between = sentence[part.tokens[place].end : after.start]
    if after.kind == "number":
        return between.strip(" ,(") in {"", "at", "by", "for", "rose", "fell", "up", "down", "with", "and"}
    return after.kind == "move" and between.strip() in {"", "was", "were"}


def _are_goods(sentence: str, part: Part, place: int, done: list[Token]) -> bool:
    one = part.tokens[place]
    after = sentence[one.end : one.end + 30]
    if _NOT_GOODS.match(after):
        return False
    if any(other.role == "goods" and _LIST.fullmatch(sentence[other.end : one.start]) for other in done[-2:]):
        return True
    following = part.tokens[place + 1] if place + 1 < len(part.tokens) else None
    before = _back(sentence, part, one)
    if _FOR_DEMAND.search(before):
        return False
    if (
        following is not None
        and following.kind == "flow"
        and _before_flow(sentence[one.end : following.start])
    ):
        return True
    if re.search(r"\bof (?:it|them|which) $", before):
        return True
    if _OF_GOODS.search(before) and _of_a_flow(sentence, part, place):
        return True
    if part.bond == "base" or one.start - part.start > _FAR:
        return False
    for other in part.tokens[:place]:
        if other.kind in {"period", "relative", "basis", "all", "weak", "strong", "same"}:
            before = before.replace(sentence[other.start : other.end], "the", 1)
    return _LEADS.fullmatch(before + " ") is not None


def _before_flow(between: str) -> bool:
    return (
        re.fullmatch(
            r"(?:'s|')? (?:(?:product|products|goods|industry|industry's|sector|devices|parts"
            r"|equipment)(?:'s)? )?",
            between,
        )
        is not None
    )


def _of_a_flow(sentence: str, part: Part, place: int) -> bool:
    """Whether "of" or "in" before goods hangs on a flow, "those", or a percentage: "45.6 percent of it"."""
    one = part.tokens[place]
    for before in reversed(part.tokens[max(0, place - 4) : place]):
        if before.kind in {"flow", "same", "goods"}:
            return one.start - before.end < 60
        if before.kind in {"place", "all"}:
            continue
        return before.kind == "number" and sentence[before.end : one.start].strip() in {
            "of it",
            "of them",
            "of which",
        }
    return False
