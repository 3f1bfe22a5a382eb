"""What `trade check` says: the claim in its own digits, the verdict, what would make it true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tradecli.model.figure import Window
from tradecli.model.money import Shown
from tradecli.model.report import Statement
from tradecli.reports.check_said import claimed, in_its_unit, measured, said, unit_of
from tradecli.reports.explanations import Explained
from tradecli.reports.judge import FALSE, UNKNOWN
from tradecli.reports.measure import claimed_money, is_place
from tradecli.reports.possible import REFUTING
from tradecli.reports.shared import say
from tradecli.reports.verdict import NOT_HELD, STATED, TRUE_THEN, UNLIKE, Verdict


class Line(NamedTuple):
    """A verdict, and of a false claim what would make it true."""

    verdict: Verdict
    explained: Sequence[Explained] = ()
    tried: int = 0


def sentence(line: Line) -> Statement:
    """The verdict as a sentence, with the figures it rests on."""
    verdict = line.verdict
    figures = [figure for figure in verdict.then.figures if figure.money]
    return say(
        "check.line",
        figures=figures,
        shown=_beside(verdict),
        number=verdict.number,
        claimed=claimed(verdict.claim, verdict.assertion),
        verdict=say("check.verdict", verdict.verdict),
        telling=_telling(line),
        rows=[say("check.figure", figure=figure) for figure in figures],
    )


def _beside(verdict: Verdict) -> Shown:
    """How the figures behind a verdict are shown: in the claim's unit, else so that they can be read."""
    claim, assertion = verdict.claim, verdict.assertion
    if claimed_money(claim, assertion) or assertion.than:
        return in_its_unit(claim, assertion, usual=True)
    return Shown(amounts=tuple(figure.money for figure in verdict.then.figures if figure.money))


def _telling(line: Line) -> Statement:
    """What is said after the verdict: the figures of then and of now, the reason, what would make it true."""
    verdict, claim = line.verdict, line.verdict.claim
    facts: dict[str, Any] = {
        "then": measured(verdict.claim, verdict.assertion, verdict.then),
        "now": measured(verdict.claim, verdict.assertion, verdict.now),
        "made": claim.made,
        "alike": (alike := _alike(verdict)) and say("check.alike", **alike),
    }
    if verdict.verdict == FALSE:
        return _false(line, facts)
    if verdict.verdict == UNKNOWN:
        return _unknown(verdict, facts)
    if verdict.verdict == STATED and verdict.stated:
        counted, printed = verdict.assertion.measure == "streak", verdict.stated.value
        number = say(
            "check.stated_number", unit_of(verdict.assertion), number=int(printed) if counted else printed
        )
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
    facts = {**facts, "reason": reason_of(verdict)}
    place = verdict.up_to_then
    if verdict.reason == "base_superseded":
        return say("check.unknown", "superseded", **facts)
    if verdict.reason in NOT_HELD and place is not None and place.value is not None:
        later = verdict.now.figures[1] if verdict.now.rank and verdict.now.value != place.value else None
        record = place.value == 1 and place.rank is not None and not place.rank.tie
        facts |= {"place": measured(verdict.claim, verdict.assertion, place), "passed": later}
        return say("check.unknown", "record" if record else "rank", **facts)
    return say("check.unknown", **facts)


def reason_of(verdict: Verdict) -> Statement:
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
    claim, like = verdict.claim, measured(verdict.claim, verdict.assertion, verdict.like_with_like)
    if claim.against is None or (like is None and verdict.verdict != UNLIKE):
        return None
    own = Window(claim.span, claim.period)
    against = Window(claim.against_span, claim.against)
    then = measured(verdict.claim, verdict.assertion, verdict.then)
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
            "check.changed",
            changes=[one.words for one in each.mistakes],
            found=measured(verdict.claim, verdict.assertion, each.found),
        )
        for each in line.explained
    ]
    pair = len(line.explained[0].mistakes) > 1
    return say("check.false", "two" if pair else None, was=was, changes=changes, tried=line.tried)
