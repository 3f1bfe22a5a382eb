"""The machine rows of a text: a row a statement, or a number that is none."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.claims import Claim
from tradecli.reading.document import Document
from tradecli.reports.check_said import unit_of
from tradecli.reports.evidence import Weighed
from tradecli.reports.measured import Measured

_NO_SLOTS = (None, None, None, None, None)
#: What words for a multiple come to.
_TIMES = {"doubled": 2.0, "tripled": 3.0, "quadrupled": 4.0}
_SCALES = {
    10**9: "billion",
    10**8: "yi",
    10**6: "million",
    10**12: "trillion",
    10**3: "thousand",
    1: "dollar",
}
#: What a record or rank is of, where its kind of window says less.
_KINDS = frozenset({"growth", "share", "partners"})


class Row(NamedTuple):
    """A machine row: a statement, or a number that is none."""

    file: str | None
    number: int | None
    start: int
    end: int
    text: str
    sentence: int
    kind: str
    measure: str | None
    flow: str | None
    reporter: str | None
    partner: str | None
    commodity: str | None
    period: str | None
    span: str | None
    against: str | None
    value: float | None
    word: str | None
    unit: str | None
    currency: str | None
    about: str | None
    scope: str | None
    of: str | None
    since: date | None
    made: date | None
    verdict: str
    reason: str | None
    then: float | None
    now: float | None
    source: str | None
    vintage: date | None
    flow_evidence: str | None
    partner_evidence: str | None
    commodity_evidence: str | None
    period_evidence: str | None
    reporter_evidence: str | None
    certain: bool | None


class Claimed(NamedTuple):
    """The columns of what a statement says; nothing of what is none."""

    measure: str | None = None
    flow: str | None = None
    reporter: str | None = None
    partner: str | None = None
    commodity: str | None = None
    period: str | None = None
    span: str | None = None
    against: str | None = None
    value: float | None = None
    word: str | None = None
    unit: str | None = None
    currency: str | None = None
    about: str | None = None
    scope: str | None = None
    of: str | None = None
    since: date | None = None


def row(document: Document, number: int, weighed: Weighed) -> Row:
    """The machine row of a reading."""
    reading, verdict = weighed.reading, weighed.verdict
    claim = verdict.claim if verdict else reading.claim
    given = document.text.given(reading.span)
    slots = reading.slots if claim else None
    then, now = (verdict.then, verdict.now) if verdict else (None, None)
    own = next((figure for found in (then, now) if found for figure in found.figures[:1]), None)
    return Row._make(
        (
            document.name or None,
            number or None,
            *given,
            reading.text,
            reading.sentence,
            reading.kind,
            *_said(claim),
            document.made,
            weighed.outcome,
            weighed.reason or None,
            _value(then),
            _value(now),
            own.source if own else None,
            own.vintage.day if own and own.vintage else None,
            *(slots or _NO_SLOTS),
            reading.certain if claim else None,
        )
    )


def _said(claim: Claim | None) -> Claimed:
    if claim is None:
        return Claimed()
    (said,) = claim.assertions
    money = unit_of(said) is None and said.quantity is not None
    return Claimed(
        said.measure,
        "deficit" if claim.side < 0 else claim.flow,
        claim.reporter,
        claim.partner,
        claim.commodity,
        periods.label(claim.period),
        claim.span,
        periods.label(claim.against) if claim.against else None,
        _number(claim),
        said.word or None,
        _SCALES.get(claim.unit, "dollar") if money else unit_of(said),
        claim.currency if money else None,
        said.about or None,
        said.of if said.of in _KINDS else said.scope or None,
        said.of or None,
        said.since,
    )


def _number(claim: Claim) -> float | None:
    """The number as it was written, in its unit; what a word for a multiple comes to."""
    (said,) = claim.assertions
    if said.quantity is None:
        word = said.word.split()[-1:] or [""]
        return 1.0 if said.measure == "record" else _TIMES.get(word[0])
    scale = (claim.unit if claim.unit in _SCALES else 1) if unit_of(said) is None else 1
    return float(said.quantity.value / scale)


def _value(found: Measured | None) -> float | None:
    return None if found is None or found.value is None else float(found.value)
