"""Makes a reading of a number and of what fills its slots, in whatever language. Pure."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tradecli.claims import Assertion, Claim
from tradecli.model.figure import Window
from tradecli.reading.model import Evidence, Flow, Focus, Kind, NotTrade, Reading, Sentence, Slots, Span

#: All goods, and all partners.
TOTAL, WORLD = "total:TOTAL", "WORLD"


class Filled(NamedTuple):
    """What a statement is of, and how each slot was filled. `commodity` is spelled with its list."""

    flow: Flow
    partner: str
    commodity: str
    period: Window
    reporter: str
    slots: Slots


class Said(NamedTuple):
    """What a statement says: its assertion, and the unit and currency that its amount is printed in.

    `against` is the window that a growth or a multiple is on, where that is not the year before.
    """

    assertion: Assertion
    unit: int = 10**9
    currency: str = "USD"
    against: Window | None = None


def statement(
    sentence: Sentence, place: Span, filled: Filled, said: Said, made: date, *, certain: bool = True
) -> Reading:
    """A statement about past trade; *place* counts the characters of the sentence."""
    classification, _, code = filled.commodity.partition(":")
    text = sentence.folded[place.start : place.end]
    claim = Claim(
        text=text,
        reporter=filled.reporter,
        partner=filled.partner,
        flow=filled.flow.flow,
        side=filled.flow.side,
        commodity=code,
        classification=classification,
        period=filled.period.through,
        span=filled.period.span,
        made=made,
        against=said.against.through if said.against else None,
        against_span=said.against.span if said.against else filled.period.span,
        unit=said.unit,
        currency=said.currency,
        assertions=(said.assertion,),
    )
    return Reading(
        absolute(sentence, place), text, sentence.number, "claim", claim, filled.slots, certain=certain
    )


def no_statement(sentence: Sentence, place: Span, kind: NotTrade) -> Reading:
    """A number that is no statement about past trade; *place* counts the characters of the sentence."""
    kept: Kind = kind
    return Reading(absolute(sentence, place), sentence.folded[place.start : place.end], sentence.number, kept)


def absolute(sentence: Sentence, place: Span) -> Span:
    """A place of a sentence as one of the text.

    Examples:
        >>> absolute(Sentence(2, Span(20, 40), "Imports fell 3.6%."), Span(13, 17))
        Span(start=33, end=37)
    """
    return Span(sentence.span.start + place.start, sentence.span.start + place.end)


def carried(kept: tuple[str, int] | None, number: int, otherwise: str, back: int = 1) -> tuple[str, Evidence]:
    """A place or goods that a sentence at most *back* before named, or else what is usual.

    Examples:
        >>> carried(("US", 3), 4, "WORLD"), carried(("US", 3), 6, "WORLD")
        (('US', 'carried'), ('WORLD', 'default'))
    """
    if kept is not None and number - kept[1] <= back:
        return kept[0], "carried"
    return otherwise, "default"


def moved(focus: Focus, filled: Filled, number: int) -> Focus:
    """The focus after a statement: what it was of, for the next sentence."""
    return focus._replace(
        reporter=filled.reporter,
        flow=(filled.flow, number),
        partner=(filled.partner, number),
        commodity=(filled.commodity, number),
        period=(filled.period, number),
    )
