"""Fills the slots of a number of an English sentence, and says how. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tradecli.reading.english_scene import Met
from tradecli.reading.english_when import Line, when
from tradecli.reading.model import Evidence, Flow, Focus, Slots
from tradecli.reading.statement import TOTAL, WORLD, Filled, carried
from tradecli.reading.tokens import Token

#: Sentences back that a flow, and all that goes with it, is carried over.
_FLOW_BACK = 2
#: Sentences back that a list takes its flow from.
_LIST_BACK = 4
#: A flow as the partner counts it.
_MIRRORED = {"export": Flow("import"), "import": Flow("export")}
_IT = re.compile(
    r"\b(?:(?:with|to|from) (?:it|them|that country)|(?:exports|imports|shipments|sales) there)\b",
    re.IGNORECASE,
)
_BOUGHT = re.compile(r"\b(?:bought|purchased|imported)\b")
#: A sentence that goes on about the country of the one before.
_ITS = re.compile(
    r"(?:And |But |Meanwhile, |In turn, )?(?:Its|Their|It|That country's)\b|The country(?:'s)?\b"
)
_FAR = 200
#: A line that is one of a list.
_LISTED = re.compile(r"(?:[-*+•▪◦·] |\d{1,2}[.)] )")
_JOINED = re.compile(r"\b(?:both|each|all|respectively|too|also)\b")


class _Of(NamedTuple):
    flow: Flow
    partner: str
    goods: str
    evidence: tuple[Evidence, Evidence, Evidence]


def filled(line: Line, met: Met) -> list[Filled]:
    """What a number is of: one filling, one for each member of a list, or none where a slot stays open."""
    period = when(line, met)
    if period is None:
        return []
    reporter, how = _reporter(line, met)
    found = []
    for of in _subjects(line, met, reporter):
        if of.partner == line.focus.counted_by and reporter != of.partner and of.flow.flow in _MIRRORED:
            of, reporter = of._replace(flow=_MIRRORED[of.flow.flow], partner=reporter), of.partner
        if of.partner == reporter:
            return []
        slots = Slots(of.evidence[0], of.evidence[1], of.evidence[2], period[1], how)
        found.append(Filled(of.flow, of.partner, of.goods, period[0], reporter, slots))
    return found


def _subjects(line: Line, met: Met, reporter: str) -> list[_Of]:
    """The flow, partner and goods of a number: of each member of a list where both or all are meant."""
    flow, how_flow = _flow(line, met)
    if flow is None:
        return []
    partners, how_partner = _partners(line, met, how_flow, reporter)
    if len(partners) == 2 and reporter in partners and flow.flow in {"trade", "balance"}:
        partners = tuple(code for code in partners if code != reporter)
    goods, how_goods = _goods(line, met, how_flow, reporter)
    evidence = (how_flow, how_partner, how_goods)
    listed = _in_order(line, met)
    if listed is not None:
        place, length = listed
        if len(partners) == length:
            return [_Of(flow, partners[place], goods[0], evidence)]
        if len(goods) == length:
            return [_Of(flow, partners[0], goods[place], evidence)]
        flows = _flows(line, met)
        return [_Of(flows[place], partners[0], goods[0], evidence)] if len(flows) == length else []
    if len(partners) > 1 or len(goods) > 1:
        if not _each(line, met):
            return []
        return [_Of(flow, partner, one, evidence) for partner in partners for one in goods]
    flows = _flows(line, met)
    if len(flows) == 2 and _each(line, met) and re.search(r"\bboth\b", _around(line, met)):
        return [_Of(one, partners[0], goods[0], evidence) for one in flows]
    return [_Of(flow, partners[0], goods[0], evidence)]


def _around(line: Line, met: Met) -> str:
    return line.text[max(met.part.start, met.token.start - 60) : met.token.end + 20]


def _each(line: Line, met: Met) -> bool:
    """Whether a record or run is said of each member of a list; an amount is never."""
    form = met.token.number.form if met.token.number else ""
    return (
        form in {"record", "rank", "streak"}
        and _JOINED.search(line.text[: met.token.end + 20][-400:]) is not None
    )


def _in_order(line: Line, met: Met) -> tuple[int, int] | None:
    """The place of a number among the numbers of its list, and their count, where "respectively" says so."""
    if not any(one.kind == "respectively" for one in line.tokens):
        return None
    tokens = met.part.tokens
    first = last = met.place
    while first and _next_to(line.text, tokens, first - 1):
        first -= 1
    while last + 1 < len(tokens) and _next_to(line.text, tokens, last):
        last += 1
    group = [one for one in tokens[first : last + 1] if one.kind == "number"]
    if len(group) < 2:
        return None
    return group.index(met.token), len(group)


def _next_to(text: str, tokens: tuple[Token, ...], place: int) -> bool:
    one, after = tokens[place], tokens[place + 1]
    if one.kind == "weak" or after.kind == "weak":
        return text[(one if one.kind == "weak" else after).start :][:3].lower() == "and"
    same = one.number is not None and after.number is not None and one.number.form == after.number.form
    return same and re.fullmatch(r",? ?(?:and)? ?", text[one.end : after.start]) is not None


def _flows(line: Line, met: Met) -> list[Flow]:
    """The flows of a sentence before a number, each once."""
    found = [
        one.flow for one in line.tokens if one.kind == "flow" and one.start < met.token.start and one.flow
    ]
    return list(dict.fromkeys(found))


def _flow(line: Line, met: Met) -> tuple[Flow | None, Evidence]:
    topic = met.scene.topic
    if topic is not None:
        return topic[0].flow, "explicit" if topic[1] == met.number else "near"
    kept = line.focus.flow
    later = [one for one in line.flows if one.start > met.token.start]
    if later and not met.part.base and not (kept and _pointed(line, met, later[0])):
        return later[0].flow, "near"
    strange = met.scene.goods[0] or _BOUGHT.search(line.text[: met.token.end][-_FAR:])
    if kept is not None and strange and kept[0].flow not in {"export", "import"}:
        listed = _LISTED.match(line.text) and line.focus.lead
        return (
            (listed[0], "carried") if listed and line.number - listed[1] <= _LIST_BACK else (None, "default")
        )
    if kept is not None and line.number - kept[1] <= _FLOW_BACK:
        return kept[0], "carried"
    return None, "default"


def _pointed(line: Line, met: Met, later: Token) -> bool:
    """Whether a sentence points back before it names another flow: "They were worth ..., and imports ..."."""
    first = line.tokens[0] if line.tokens else None
    return first is not None and first.kind == "same" and first.start < 5 and later.start > met.part.end - 1


def _partners(line: Line, met: Met, how_flow: Evidence, reporter: str) -> tuple[tuple[str, ...], Evidence]:
    codes, where = met.scene.partners
    if codes:
        return tuple(
            _china(line, code, reporter) for code in codes
        ), "explicit" if where == met.number else "near"
    if _is_it(line, met):
        held = line.focus.partner
        named = [one.what for one in line.tokens if one.kind == "place" and one.start < met.token.start]
        others = [code for code in named if code != reporter]
        if others:
            return (_china(line, others[-1], reporter),), "near"
        return ((held[0],), "carried") if held else ((WORLD,), "default")
    total = any(one.kind == "all" and one.start < met.token.start for one in line.tokens)
    goes_on = how_flow == "carried" or not (line.focus.whole or total)
    if goes_on:
        back = _FLOW_BACK if how_flow == "carried" else 1
        code, how = carried(line.focus.partner, line.number, WORLD, back)
        return (code,), how
    return (WORLD,), "explicit" if met.scene.total else "default"


def _is_it(line: Line, met: Met) -> bool:
    """Whether the partner is only pointed at, after the flow that a number is of: "the deficit with it"."""
    start = met.scene.topic[0].start if met.scene.topic else met.part.start
    return _IT.search(line.text[start : met.token.end][:_FAR]) is not None


def _china(line: Line, code: str, reporter: str) -> str:
    """The ministry of Taiwan counts Hong Kong with China, unless a text tells the mainland apart."""
    apart = re.search(r"mainland|excluding Hong Kong|without Hong Kong|China alone|PRC", line.text)
    return "CN+HK" if code == "CN" and reporter == "TW" and not apart else code


def _goods(line: Line, met: Met, how_flow: Evidence, reporter: str) -> tuple[tuple[str, ...], Evidence]:
    codes, where = met.scene.goods
    if codes:
        found = tuple(_as_counted(code, reporter) for code in codes)
        return found, "explicit" if where == met.number else "near"
    placed = any(one.kind == "place" for one in line.tokens)
    if how_flow == "carried" and (not placed or any(one.kind == "same" for one in line.tokens)):
        code, how = carried(line.focus.commodity, line.number, TOTAL, _FLOW_BACK)
        return (code,), how
    return (TOTAL,), "explicit" if met.scene.total else "default"


def _as_counted(code: str, reporter: str) -> str:
    """Goods by the list of who counts them: the groups of Taiwan's ministry are Taiwan's alone."""
    if reporter == "TW" or code.startswith(":"):
        return code
    own = code.partition(":")[2]
    return ":SEMICONDUCTORS" if own == "INTEGRATED_CIRCUITS" else f":{own}"


def _reporter(line: Line, met: Met) -> tuple[str, Evidence]:
    code, where = met.scene.reporter
    if code:
        return code, "explicit" if where == met.number else "near"
    counted = line.focus.counted
    if counted is not None and line.number - counted[1] <= 1 and _ITS.match(line.text):
        return counted[0], "carried"
    return line.focus.reporter, "carried" if line.focus.settled else "default"


def focus_after(line: Line, statements: list[tuple[Filled, Met]]) -> Focus:
    """The focus for the next sentence: what the statements of this one were of, the main ones first."""
    focus = line.focus
    counted = next((met.scene.reporter[0] for met in line.met if met.scene.reporter[0]), "")
    if counted and not focus.settled and focus.flow is None:
        focus = focus._replace(reporter=counted, settled=True)
    if not statements:
        return focus
    main, last = statements[0][0], statements[-1][0]
    subject = next((of for of, met in reversed(statements) if not _by_the_way(line.text, met)), main)
    if focus.flow is None and main.slots.period in {"explicit", "near"}:
        focus = focus._replace(month=main.period)
    partners = {of.partner for of, _ in statements}
    known = focus.partner is None or partners == {focus.partner[0]}
    lead = next((of.flow for of, _ in statements if of.flow.flow in _MIRRORED), None)
    led = focus.lead is not None and focus.lead[0].flow == "export" and line.number - focus.lead[1] == 1
    return focus._replace(
        lead=(lead, line.number) if lead and not (led and lead.flow == "import") else focus.lead,
        counted=(main.reporter, line.number),
        flow=(subject.flow, line.number),
        partner=(last.partner, line.number),
        commodity=(main.commodity, line.number),
        period=(main.period, line.number),
        whole=focus.whole or WORLD in partners or not known,
    )


def _by_the_way(text: str, met: Met) -> bool:
    """Whether a statement only follows from its sentence: "leaving a surplus of"."""
    lead = text[met.part.start : met.part.start + 9].lower()
    return met.part.bond == "weak" and not lead.startswith(("and", "with them"))
