"""What `trade check` says: the claim in its own digits, the verdict, what would make it true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from tradecli.claims import Assertion, Claim
from tradecli.facts import places
from tradecli.model.figure import Window
from tradecli.model.report import Statement
from tradecli.reports.explanations import Explained
from tradecli.reports.judge import FALSE, UNKNOWN
from tradecli.reports.measure import claimed_money, is_place, multiple
from tradecli.reports.measured import Measured
from tradecli.reports.possible import REFUTING
from tradecli.reports.shared import say
from tradecli.reports.verdict import NOT_HELD, STATED, TRUE_THEN, UNLIKE, Verdict
from tradecli.rounding import half_up

#: Units of what is claimed; of money it is the currency.
UNIT = {
    **dict.fromkeys(("yoy", "mom", "share"), "percent"),
    "multiple": "times",
    "record": "rank",
    "rank": "rank",
    "streak": "months",
}


class Line(NamedTuple):
    """A verdict, and of a false claim what would make it true."""

    verdict: Verdict
    explained: Sequence[Explained] = ()
    tried: int = 0


def measured(verdict: Verdict, found: Measured | None) -> Statement | None:
    """A found value in the unit of its measure; None where there is none."""
    if found is None:
        return None
    if found.note == "open_streak":
        return say("check.found", "at_least", count=int(found.low or found.high or 0))
    if found.value is None:
        return None
    name, value = verdict.assertion.measure, found.value
    if name in {"level", "base"}:
        return say("check.found", "money", money=found.figures[0].money)
    if name in {"record", "rank", "streak"}:
        return say("check.found", "months" if name == "streak" else "rank", count=int(value))
    number = half_up(value.numerator, value.denominator, 2)
    return say("check.found", name, _less(name, value), number=number)


def _less(measure: str, value: Fraction) -> str | None:
    return "less" if measure in {"yoy", "mom"} and value < 0 else None


def claimed(verdict: Verdict, assertion: Assertion) -> Statement:
    """What was claimed, in the claim's own digits."""
    claim = verdict.claim
    against = claim.against if assertion.measure in {"multiple", "base"} else None
    return say(
        "check.claimed",
        "base" if assertion.measure == "base" else None,
        flow=say("check.flow", _called(claim)),
        direction=claim.flow,
        goods="" if claim.commodity == "TOTAL" else claim.commodity,
        partner=None if claim.partner == "WORLD" else places.place(claim.partner),
        reporter=None if claim.reporter == "TW" else places.place(claim.reporter),
        window=Window(claim.span, claim.period),
        said=said(claim, assertion),
        against=against and Window(claim.against_span, against),
    )


def _called(claim: Claim) -> str:
    return {1: "surplus", -1: "deficit"}.get(claim.side, claim.flow)


def said(claim: Claim, assertion: Assertion) -> Statement:
    """A claimed number or word, with the digits it was claimed with."""
    name, scope = assertion.measure, say("check.scope", assertion.scope)
    if assertion.word:
        word = multiple(assertion.word)
        return say("check.said.word", word.degree, word=word)
    if name == "record":
        return say("check.said.record", scope=scope)
    if money := claimed_money(claim, assertion):
        return say("check.said.money", money=money)
    value, half = quantity_of(assertion)
    if name == "rank":
        return say("check.said.rank", rank=int(value), scope=scope)
    if name == "streak":
        return say("check.said.streak", None if value > 0 else "less", length=int(value))
    return say("check.said", name, _less(name, value), number=_digits(value, half))


def quantity_of(assertion: Assertion) -> tuple[Fraction, Fraction]:
    """The number of an assertion and half a unit of its last digit; nothing where it has none."""
    found = assertion.quantity
    return (found.value, found.half) if found else (Fraction(0), Fraction(1, 2))


def _digits(value: Fraction, half: Fraction) -> Decimal:
    """A number with the decimals it was written with."""
    digits = 0
    while 2 * half * 10**digits < 1:
        digits += 1
    return half_up(value.numerator, value.denominator, digits)


def sentence(line: Line) -> Statement:
    """The verdict as a sentence, with the figures it rests on."""
    verdict = line.verdict
    figures = [figure for figure in verdict.then.figures if figure.money]
    return say(
        "check.line",
        figures=figures,
        number=verdict.number,
        claimed=claimed(verdict, verdict.assertion),
        verdict=say("check.verdict", verdict.verdict),
        telling=_telling(line),
        rows=[say("check.figure", figure=figure) for figure in figures],
    )


def _telling(line: Line) -> Statement:
    """What is said after the verdict: the figures of then and of now, the reason, what would make it true."""
    verdict, claim = line.verdict, line.verdict.claim
    facts: dict[str, Any] = {
        "then": measured(verdict, verdict.then),
        "now": measured(verdict, verdict.now),
        "made": claim.made,
        "alike": (alike := _alike(verdict)) and say("check.alike", **alike),
    }
    if verdict.verdict == FALSE:
        return _false(line, facts)
    if verdict.verdict == UNKNOWN:
        return _unknown(verdict, facts)
    if verdict.verdict == STATED and verdict.stated:
        number = say("check.stated_number", UNIT.get(verdict.assertion.measure), number=verdict.stated.value)
        facts["then"] = facts["then"] or say("check.nothing")
        return say("check.as_stated", stated=number, day=verdict.stated.release_date, **facts)
    if verdict.verdict == UNLIKE and alike:
        return say("check.unlike", **alike)
    facts["first"] = verdict.first
    first = "first" if verdict.first else None
    if verdict.reason == "passed":
        return say("check.passed", first, passed=verdict.now.figures[1], **facts)
    if verdict.verdict == TRUE_THEN:
        return say("check.true_then", first, **facts)
    return say("check.true", verdict.reason, **facts)


def _unknown(verdict: Verdict, facts: Mapping[str, Any]) -> Statement:
    """Why nothing can be told, and the figure that is nearest."""
    facts = {**facts, "reason": _reason(verdict)}
    place = verdict.up_to_then
    if verdict.reason == "base_superseded":
        return say("check.unknown", "superseded", **facts)
    if verdict.reason in NOT_HELD and place is not None and place.value is not None:
        later = verdict.now.figures[1] if verdict.now.rank and verdict.now.value != place.value else None
        record = place.value == 1 and place.rank is not None and not place.rank.tie
        facts |= {"place": measured(verdict, place), "passed": later}
        return say("check.unknown", "record" if record else "rank", **facts)
    return say("check.unknown", **facts)


def _reason(verdict: Verdict) -> Statement:
    """Why nothing can be told, or a thing is false."""
    figures, rank = verdict.then.figures, verdict.then.rank
    currency = figures[0].money.currency if figures and figures[0].money else None
    which = "figure" if verdict.reason == "base_superseded" and _alone(verdict) else None
    return say(
        "check.reason",
        verdict.reason,
        which,
        claimed=verdict.claim.currency,
        available=currency,
        missing=rank.missing if rank else 0,
    )


def _alone(verdict: Verdict) -> bool:
    return verdict.assertion.measure in {"level", "base", "streak"} or is_place(verdict.assertion)


def _alike(verdict: Verdict) -> dict[str, Any] | None:
    """A multiple of periods that are not alike, and the one of the same months."""
    claim, like = verdict.claim, measured(verdict, verdict.like_with_like)
    if claim.against is None or (like is None and verdict.verdict != UNLIKE):
        return None
    own = Window(claim.span, claim.period)
    against = Window(claim.against_span, claim.against)
    then = measured(verdict, verdict.then)
    return {"own": own, "against": against, "same": own.year_before, "then": then, "like": like}


def _was(verdict: Verdict, facts: Mapping[str, Any]) -> Statement:
    """What a figure is, or was on the day of the claim."""
    undated = None if verdict.claim.made else "undated"
    if verdict.reason == "beyond_revisions":
        return say("check.beyond", times=REFUTING, **facts)
    if verdict.reason == "sign":
        return say("check.was.sign", undated, figure=verdict.then.figures[0], **facts)
    return say("check.was", undated, **facts)


def _false(line: Line, facts: Mapping[str, Any]) -> Statement:
    verdict = line.verdict
    if verdict.clash:
        other = said(verdict.claim, verdict.clash)
        return say("check.inconsistent", other=other, then=facts["then"])
    was = _was(verdict, facts)
    if verdict.reason == "beyond_revisions":
        return was
    if not line.explained:
        return say("check.false", "unexplained", was=was, tried=line.tried)
    changes = [
        say(
            "check.changed", changes=[one.words for one in each.mistakes], found=measured(verdict, each.found)
        )
        for each in line.explained
    ]
    pair = len(line.explained[0].mistakes) > 1
    return say("check.false", "two" if pair else None, was=was, changes=changes, tried=line.tried)
