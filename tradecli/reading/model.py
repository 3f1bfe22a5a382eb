"""What is read in a text: places, what is named there, statements and what is no trade statement. Pure."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from tradecli.claims import Claim
from tradecli.model.figure import Window

#: How a slot of a statement was filled: in the clause, in the sentence, from an earlier sentence (the
#: text's own month among them: `focus`), from the day of the text or what is usual.
Evidence = Literal["explicit", "near", "carried", "focus", "default"]
#: What a number is that is no statement about past merchandise trade; `unread` may be one, not understood.
NotTrade = Literal[
    "forecast",
    "tariff",
    "services",
    "orders",
    "gdp",
    "revenue",
    "volume",
    "part_of_month",
    "seasonally_adjusted",
    "count",
    "date",
    "other",
    "unread",
]
Kind = Literal["claim"] | NotTrade


class Span(NamedTuple):
    """Characters of the text as it was given: the first, and the one after the last."""

    start: int
    end: int


class Flow(NamedTuple):
    """A flow as a text names it: export, import, balance or trade (both ways); a surplus 1, a deficit -1."""

    flow: str
    side: int = 0


class Named(NamedTuple):
    """One thing that a text names, and where: what a slot may be filled with.

    `value` is a `Flow`, a `Window`, or the code of a place or (with its list, `mof:ICT_AV`) of goods.
    """

    span: Span
    slot: Literal["flow", "partner", "commodity", "period", "reporter"]
    value: Flow | Window | str


class Slots(NamedTuple):
    """How each slot of a statement was filled."""

    flow: Evidence
    partner: Evidence
    commodity: Evidence
    period: Evidence
    reporter: Evidence


class Subject(NamedTuple):
    """What a statement is of, and by what each slot is known; `goods` are spelled with their list."""

    flow: Flow
    partner: str
    goods: str
    period: Window
    slots: Slots

    @property
    def same(self) -> tuple[Flow, str, str]:
        """What tells it from others of its sentence, whatever the period."""
        return self.flow, self.partner, self.goods


class Reading(NamedTuple):
    """A number or word of a text: a statement as it is judged, or why it is none.

    `claim` holds one assertion; None where `kind` is not `claim`. `candidates` is what the sentence, the
    two before it and the day of the text name besides, to exchange a slot for. `certain` is False where
    the unit, the currency, the reporter or which China was guessed. `base` says what a growth rate is of
    where that is no flow: `orders`, `production`; empty as a rule.
    """

    span: Span
    text: str
    sentence: int
    kind: Kind
    claim: Claim | None = None
    slots: Slots | None = None
    candidates: tuple[Named, ...] = ()
    certain: bool = True


class Focus(NamedTuple):
    """What a text speaks of as it goes on: what its next sentence takes over if it names nothing else.

    `month` is the month that the text is about. Each of the others is the last one named, with the
    sentence that named it; None where none was. `settled` says that the text named its reporter;
    `apart` why its figures are no trade statements until it says otherwise; `whole` that it spoke of trade
    with all partners; `counted_by` whose statistics it says that it gives. `rate` is the measure of the last
    rate, and `subjects` what statements have been of, where a sentence goes on after a semicolon; `several`
    says that the last statements were of more than one partner or goods; `home` is the reporter of the text
    where another one's figures are spoken of for a while, `abroad` that they may be another country's;
    `lead` is the last export or import that a sentence was about, `counted` whose the last statements were.
    `hong_kong` says that the text has named it, so that China may be meant with it.
    """

    made: date
    month: Window
    reporter: str
    flow: tuple[Flow, int] | None = None
    partner: tuple[str, int] | None = None
    commodity: tuple[str, int] | None = None
    period: tuple[Window, int] | None = None
    settled: bool = False
    apart: NotTrade | None = None
    whole: bool = False
    counted_by: str = ""
    rate: str = ""
    several: bool = False
    subjects: tuple[Subject, ...] = ()
    home: str = ""
    abroad: bool = False
    lead: tuple[Flow, int] | None = None
    counted: tuple[str, int] | None = None
    hong_kong: bool = False


class Sentence(NamedTuple):
    """A sentence: its place in the text and its folded characters, of which each stands for one given."""

    number: int
    span: Span
    folded: str


class Read(NamedTuple):
    """What was read in a sentence: the statements, and all that it names."""

    readings: tuple[Reading, ...]
    named: tuple[Named, ...]
