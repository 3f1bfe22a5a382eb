"""What a claim says, in its own digits, and what the figures say instead, in the unit of its measure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tradecli.claims import Assertion, Claim
from tradecli.facts import places
from tradecli.model.figure import Window
from tradecli.model.money import Change, Money, Shown
from tradecli.model.report import Statement
from tradecli.reports.measure import claimed_money, is_place, multiple
from tradecli.reports.measured import Measured
from tradecli.reports.shared import say
from tradecli.rounding import half_up

#: Units of what is claimed; of money it is the currency.
_UNIT = {
    **dict.fromkeys(("yoy", "mom", "share", "growth", "contribution"), "percent"),
    "points": "points",
    "multiple": "times",
    "record": "rank",
    "rank": "rank",
    "streak": "months",
}
#: Measures that compare with another period where the claim names one.
_AGAINST = frozenset({"multiple", "base", "difference", "points", "contribution", "growth"})


def unit_of(assertion: Assertion) -> str | None:
    """The unit of what is claimed; None of money."""
    if assertion.of in {"years", "points"}:
        return assertion.of
    return "rank" if is_place(assertion) else _UNIT.get(assertion.measure)


def measured(claim: Claim, assertion: Assertion, found: Measured | None) -> Statement | None:
    """A found value in the unit of its measure; None where there is none."""
    if found is None:
        return None
    if found.note == "open_streak":
        return say("check.found", "at_least", count=int(found.low or found.high or 0))
    if found.note == "partners_not_held" and found.low is not None and found.high is not None:
        return say("check.found", "between", low=int(found.low), high=int(found.high))
    if found.value is None:
        return None
    name, value = assertion.measure, found.value
    if is_place(assertion):
        return say("check.found", "rank" if value else "not_reached", count=int(value))
    if name in {"level", "base"}:
        return say("check.found", "money", money=found.figures[0].money, shown=in_its_unit(claim, assertion))
    if name == "difference":
        return say("check.found", "difference", change=_change(found), shown=in_its_unit(claim, assertion))
    if name == "streak":
        return say("check.found", "years" if assertion.of == "years" else "months", count=int(value))
    number = half_up(value.numerator, value.denominator, 2)
    return say("check.found", name, assertion.of or _less(name, value), number=number)


def in_its_unit(claim: Claim, assertion: Assertion, *, usual: bool = False) -> Shown:
    """How amounts are shown beside a claim of one: in its unit, to its digits, with *usual* to the usual."""
    amount = assertion.than or assertion.quantity
    half = amount.half if amount else Fraction(1, 2)
    return Shown(claim.unit, len(str(max(1, int(2 * half)))) - 1, usual)


def _change(found: Measured) -> Change:
    """A difference, as coarse as the coarser of its terms."""
    terms = [figure.money for figure in found.figures if figure.money]
    precision = max(term.precision for term in terms)
    return Change(Money(int(found.value or 0), precision, terms[0].currency))


def _less(measure: str, value: Fraction) -> str | None:
    return "less" if measure in {"yoy", "mom", "growth"} and value < 0 else None


def claimed(claim: Claim, assertion: Assertion) -> Statement:
    """What was claimed, in the claim's own digits."""
    against = claim.against if assertion.measure in _AGAINST else None
    return say(
        "check.claimed",
        "base" if assertion.measure == "base" else None,
        flow=say("check.flow", {1: "surplus", -1: "deficit"}.get(claim.side, claim.flow)),
        direction=claim.flow,
        goods="" if claim.commodity == "TOTAL" else claim.commodity,
        partner=None if claim.partner == "WORLD" else places.place(claim.partner),
        reporter=None if claim.reporter == "TW" else places.place(claim.reporter),
        window=Window(claim.span, claim.period),
        said=said(claim, assertion),
        against=against and Window(claim.against_span, against),
    )


def said(claim: Claim, assertion: Assertion) -> Statement:
    """A claimed number or word, with the digits it was claimed with, softened as it was."""
    plain = _said(claim, assertion)
    if not assertion.about or is_place(assertion):
        return plain
    return say("check.said", assertion.about, said=plain)


def _said(claim: Claim, assertion: Assertion) -> Statement:
    name, of = assertion.measure, assertion.of
    if assertion.word:
        word = multiple(assertion.word)
        return say("check.said.word", word.degree, word=word)
    if is_place(assertion):
        return _place(claim, assertion)
    if name == "streak":
        return _streak(claim, assertion)
    if money := claimed_money(claim, assertion):
        if name == "difference":
            return say("check.said.difference", change=Change(money), shown=in_its_unit(claim, assertion))
        return say("check.said.money", money=money, shown=in_its_unit(claim, assertion))
    value, half = quantity_of(assertion)
    variant = "points" if of == "points" else _less(name, value)
    return say("check.said", name, variant, number=_digits(value, half))


def _place(claim: Claim, assertion: Assertion) -> Statement:
    value, _ = quantity_of(assertion)
    passing = assertion.of in {"exceeds_year", "first_above"}
    return say(
        "check.said.record" if assertion.measure == "record" or passing else "check.said.rank",
        assertion.of or None,
        scope=say("check.scope", assertion.scope or claim.span),
        rank=int(value),
        since=assertion.since,
        than=_than(claim, assertion),
        shown=in_its_unit(claim, assertion),
    )


def _streak(claim: Claim, assertion: Assertion) -> Statement:
    value, _ = quantity_of(assertion)
    return say(
        "check.said.streak",
        assertion.of or ("less" if value < 0 else None),
        length=int(value),
        than=_than(claim, assertion),
        shown=in_its_unit(claim, assertion),
        rival=places.place(assertion.rival) if assertion.rival else None,
    )


def _than(claim: Claim, assertion: Assertion) -> Money | Decimal | None:
    """The amount or rate that a streak stays above, or that was reached for the first time."""
    than = assertion.than or (assertion.quantity if assertion.of == "first_above" else None)
    if than is None:
        return None
    if assertion.of == "above_percent":
        return _digits(than.value, than.half)
    return Money(round(than.value), max(1, int(2 * than.half)), claim.currency)


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
