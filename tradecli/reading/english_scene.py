"""Goes through the parts of an English sentence and keeps what each of its numbers is about. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tradecli.model.figure import Window
from tradecli.reading.english_roles import with_roles
from tradecli.reading.english_segments import Part
from tradecli.reading.english_times import Times, times
from tradecli.reading.tokens import Token

#: What may stand between a number and the flow it belongs to: "a 5 percent rise in exports".
_ATTACHED = re.compile(
    r"[- ]?(?:(?:of|in|worth|the|its|their|a|an|for|total|overall|goods|trade|merchandise|annual"
    r"|monthly|largest"
    r"|bilateral|own|sharp|country's|island's|nation's|reciprocal|both|new|temporary|net|market|outbound|increase"
    r"|global|year-on-year|and|record|domestic|rate|high|all|additional|blanket|import|high|highest|source|market"
    r"|supplier|buyer|destination|'s) ?)*"
)
#: Words after which a trap is only a circumstance: "despite the tariffs".
_BESIDE = re.compile(
    r"\b(?:amid|despite|under|before|ahead of|on|over|by|from|to|due to|because of|thanks to|for"
    r"|against|about|as"
    r"|around|of|in|with|after|and|new|higher|strong|its|US|the|U\.S\.|Trump's|solid|reciprocal"
    r"|robust|rising) $"
)


#: "... and export growth of": what is foreseen is gone on with.
_GROWTH_OF = re.compile(r"\b(?:growth|increase|rise|gain|decline|drop|fall) (?:of|at|rate)\b")
_FAR = 200
_WENT = re.compile(r" (?:went|headed|were (?:shipped|sold|destined|sent)|came) (?:to|for|from)\b")
_MORE = re.compile(r"(?:more|higher|less|fewer|lower)(?! than)", re.IGNORECASE)


class Scene(NamedTuple):
    """What holds in a part of a sentence when a number is met; each with the part that said it, or -1."""

    topic: tuple[Token, int] | None = None
    partners: tuple[tuple[str, ...], int] = ((), -1)
    goods: tuple[tuple[str, ...], int] = ((), -1)
    reporter: tuple[str, int] = ("", -1)
    total: bool = False
    sign: int = 0
    basis: str = ""
    forecast: bool = False
    share: bool = False


class Met(NamedTuple):
    """A number of a sentence, with what holds where it stands."""

    token: Token
    part: Part
    number: int
    place: int
    scene: Scene
    times: Times
    after: str = ""


def met(sentence: str, parts: list[Part], period: Window, made_month: Window) -> list[Met]:
    """Every number of a sentence with its scene; *period* is what the text is about."""
    scene = Scene()
    found: list[Met] = []
    parts = [with_roles(sentence, part) for part in parts]
    kept = scene
    clock = times(sentence, parts, period, made_month)
    for index, part in enumerate(parts):
        if part.base and not parts[index - 1].base:
            kept = scene
        elif not part.base and index and parts[index - 1].base:
            scene = kept
        scene = _entered(sentence, part, index, scene)
        for place, one in enumerate(part.tokens):
            scene = _passed(sentence, part, index, place, scene)
            if one.kind == "number":
                own = _attached(sentence, part, index, place, scene)
                found.append(Met(one, part, index, place, own, clock[index], _basis_after(parts, index)))
    return found


def _basis_after(parts: list[Part], index: int) -> str:
    """The basis at the end of "rose 5 percent and imports 3 percent from a month earlier", for both."""
    after = parts[index + 1] if index + 1 < len(parts) else None
    if after is None or after.bond != "weak" or any(one.kind == "move" for one in after.tokens):
        return ""
    return next((one.what for one in after.tokens if one.kind == "basis"), "")


def _entered(sentence: str, part: Part, index: int, scene: Scene) -> Scene:
    """The scene at the beginning of a part."""
    foreseen = any(one.kind == "forecast" for one in part.tokens)
    if part.bond in {"strong", "base", "start"} or _afresh(sentence, part):
        scene = scene._replace(forecast=foreseen)
    elif foreseen:
        scene = scene._replace(forecast=True)
    kinds = {one.kind for one in part.tokens}
    if scene.share and (part.bond == "strong" or _afresh(sentence, part)):
        scene = scene._replace(share=False)
    if part.bond == "strong" and "flow" in kinds and "same" not in kinds:
        scene = scene._replace(partners=((), -1), goods=((), -1), total=False)
    return scene


def _afresh(sentence: str, part: Part) -> bool:
    """Whether a part is a sentence of its own, or follows an aside, so that no forecast reaches into it."""
    kinds = [
        one.kind
        for one in part.tokens
        if one.kind not in {"period", "relative", "weak", "goods", "place", "all"}
    ]
    if kinds[:1] in (["flow"], ["move"]) and _GROWTH_OF.search(sentence[part.start : part.end][:_FAR]):
        return False
    return part.bond in {"comma", "weak"} and (kinds[:2] == ["flow", "move"] or kinds[:1] == ["move"])


def _passed(sentence: str, part: Part, index: int, place: int, scene: Scene) -> Scene:
    """The scene after a token."""
    one = part.tokens[place]
    if one.kind in {"flow", "trap"}:
        return _topic(sentence, part, index, place, scene)
    if one.kind in {"place", "goods"}:
        return _named(part, index, place, scene, bracket=sentence[one.end : one.end + 2].strip() == "(")
    if one.kind == "share":
        return scene._replace(share=True)
    if one.kind == "move":
        return scene._replace(sign=one.sign)
    if one.kind == "after" and not part.numbers and _MORE.match(sentence, one.start):
        return scene._replace(sign=one.sign)
    if one.kind == "basis" and not part.numbers:
        return scene._replace(basis=one.what)
    return scene


def _idle(part: Part, scene: Scene, index: int) -> bool:
    """Whether a part is only an aside: between commas, without a number, after what the sentence is about."""
    if (
        part.numbers
        or scene.topic is None
        or scene.topic[1] == index
        or part.bond not in {"comma", "which", "weak"}
    ):
        return False
    first = next((one for one in part.tokens if one.kind == "flow"), None)
    return part.bond != "weak" or first is None or first.start - part.start > 20


def _topic(sentence: str, part: Part, index: int, place: int, scene: Scene) -> Scene:
    one = part.tokens[place]
    if _idle(part, scene, index):
        return scene
    if one.kind == "trap":
        beside = _BESIDE.search(sentence[max(0, one.start - 16) : one.start])
        if (beside and not (index == 0 and place == 0)) or _after_number(part, place):
            return scene
        return scene._replace(topic=(one, index), partners=((), -1), goods=((), -1))
    taxed = scene.topic is not None and scene.topic[0].what == "tariff"
    if taxed and sentence[max(0, one.start - 4) : one.start].endswith("on "):
        return scene
    before = part.tokens[place - 1] if place else None
    if (
        before is not None
        and before.kind == "all"
        and one.start - before.end < 14
        and not _of_whole(part, place)
    ):
        return scene._replace(topic=(one, index), partners=((), -1), goods=((), -1), total=True)
    own = {other.role for other in part.tokens}
    has_goods = "goods" in own or scene.goods[1] == index
    has_partner = "partner" in own or scene.partners[1] == index
    other = scene.topic is not None and scene.topic[0].flow != one.flow
    if scene.goods[1] != index and (other or has_partner) and not has_goods and scene.topic is not None:
        scene = scene._replace(goods=((), -1))
    if has_goods and not has_partner and scene.partners[1] != index and part.bond in {"strong", "comma"}:
        scene = scene._replace(partners=((), -1))
    return scene._replace(topic=(one, index), total=False)


def _of_whole(part: Part, place: int) -> bool:
    """Whether "total exports" is what a percentage is of: "28.6 percent of total exports"."""
    number = part.tokens[place - 2].number if place > 1 else None
    return number is not None and number.form == "percent"


def _after_number(part: Part, place: int) -> bool:
    """Whether a trap follows its part's numbers and flow: it is why, not what."""
    kinds = [one.kind for one in part.tokens[max(0, place - 30) : place]]
    return "number" in kinds and "flow" in kinds


def _named(part: Part, index: int, place: int, scene: Scene, *, bracket: bool = False) -> Scene:
    one = part.tokens[place]
    if not one.role or (_idle(part, scene, index) and not bracket):
        return scene
    if one.role == "reporter":
        return scene._replace(reporter=(one.what, index))
    held, where = scene.partners if one.role == "partner" else scene.goods
    listed = where == index and one.what not in held and _beside_last(part, place)
    value = (*held, one.what) if listed else (one.what,)
    if one.role == "partner":
        return scene._replace(partners=(value, index), total=False)
    return scene._replace(goods=(value, index))


def _beside_last(part: Part, place: int) -> bool:
    """Whether the token just before is of the same kind, so that both stand in one list."""
    one, before = part.tokens[place], part.tokens[place - 1] if place else None
    if before is not None and before.kind == "weak" and place > 1:
        before = part.tokens[place - 2]
    return before is not None and before.kind == one.kind and one.start - before.end < 30


def _attached(sentence: str, part: Part, index: int, place: int, scene: Scene) -> Scene:
    """The scene of a number: a flow that follows it closely is its own, with what is named there."""
    number = part.tokens[place]
    between, last = "", number.end
    for step, one in enumerate(part.tokens[place + 1 : place + 8], place + 1):
        between += sentence[last : one.start]
        last = one.end
        if one.kind in {"flow", "trap"}:
            if one.start - number.end > 80 or _ATTACHED.fullmatch(between) is None:
                break
            return _of_attached(sentence, part, index, step, scene)
        if one.kind == "goods" and re.fullmatch(" of (?:it|them|which) ", sentence[number.end : one.start]):
            return _named(part, index, step, scene)
        if one.kind not in {"goods", "place", "all", "move", "basis", "period", "relative", "same"}:
            break
    return _later(sentence, part, index, place, scene)


def _of_attached(sentence: str, part: Part, index: int, step: int, scene: Scene) -> Scene:
    one = part.tokens[step]
    if one.kind == "trap":
        return scene._replace(topic=(one, index))
    scene = _topic(sentence, part, index, step, scene)
    for place in range(max(0, step - 3), min(step + 5, len(part.tokens))):
        other = part.tokens[place]
        if other.kind == "number" and other.start > one.start:
            break
        if other.kind in {"place", "goods"}:
            scene = _named(part, index, place, scene)
    return scene


def _later(sentence: str, part: Part, index: int, place: int, scene: Scene) -> Scene:
    """A partner that is named only after the number, in its own part: "rose 5 percent to China"."""
    goes = _WENT.match(sentence, part.tokens[place].end)
    if scene.partners[1] == index or scene.topic is None or scene.total:
        return scene
    if scene.topic[1] != index and not goes:
        return scene
    for step in range(place + 1, min(place + 8, len(part.tokens))):
        if part.tokens[step].kind in {"flow", "trap"}:
            break
        if part.tokens[step].kind == "place":
            return _named(part, index, step, scene)
    return scene
