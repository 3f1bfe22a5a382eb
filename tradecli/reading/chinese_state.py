"""What has been named so far in a sentence of Chinese, as it is walked through. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass, field

from tradecli.model.figure import Window
from tradecli.reading.chinese_kinds import (
    Against,
    Mark,
    Move,
    Share,
)
from tradecli.reading.chinese_subjects import Header, distinct, subjects
from tradecli.reading.chinese_subjects import Topic as Known
from tradecli.reading.model import Flow, Focus, NotTrade, Sentence, Subject


@dataclass
class State:
    """Where a walk through a sentence stands."""

    sentence: Sentence
    text: str
    focus: Focus
    reporter: str
    marks: list[Mark]
    header: Header = field(default_factory=Header)
    before: tuple[Subject, ...] = ()
    stated: list[Subject] = field(default_factory=list)
    usual: Flow | None = None
    move: Move | None = None
    moved_at: int = 0
    share: Share | None = None
    contribution: bool = False
    against: Against | None = None
    against_clause: int = -9
    rate: str = ""
    rate_base: str = ""
    rate_sign: int = 1
    last: str = ""
    currency: str = ""
    trap: NotTrade | None = None
    trap_clause: int = -1
    #: What is spoken of is to come.
    will: bool = False
    cues: dict[str, int] = field(default_factory=dict)
    previous: Mark | None = None
    foreign: bool = False
    office: bool = False
    first_month: Window | None = None
    apart: bool = False
    #: The place named last has a word for "to" or "from" before it.
    to: bool = False
    #: Only the next number is an expected one: 不如預期的3%.
    once: int = -1
    #: Numbers of this clause belong to a streak that is not understood.
    aside: int = -1
    #: The last words taken in, for looking back upon.
    taken: deque[Mark] = field(default_factory=lambda: deque(maxlen=20))
    #: Named as having done the same: 出口之外.
    besides: tuple[Subject, ...] = ()
    #: The last number was of something that is not understood; so is what goes on without a name.
    lost: bool = False
    #: It may be the trade of another country that is spoken of.
    abroad: bool = False

    def cue(self, name: str, clause: int, back: int = 0) -> bool:
        """Whether a word has been said in this clause, or in one so many before."""
        return clause - self.cues.get(name, -9) <= back

    def subjects(self, clause: int) -> tuple[Subject, ...]:
        """What the next number is of."""
        header = self.header
        if self.abroad or (
            self.lost and (header.among or not (header.places or header.goods or header.whole))
        ):
            return ()
        known = Known(self.focus, self.sentence.number, self.reporter, self.before, self.usual)
        return subjects(self.header, known, clause)

    def done(self, found: tuple[Subject, ...], last: str) -> None:
        """A number has been read: what comes next begins anew."""
        self.lost = not found
        self.before = found or self.before
        self.stated.extend(found)
        self.last = last
        self.header = Header() if found else Header(periods=self.header.periods, odd=self.header.odd)
        self.forget()

    def several(self, most: int = 0, *, before: bool = False) -> tuple[Subject, ...]:
        """All that statements of the sentence have been of, or the last ones.

        *before*: the part of the sentence before a semicolon as well.
        """
        stated = (*(self.focus.subjects if before else ()), *self.stated)
        besides = tuple(one._replace(period=stated[-1].period) for one in self.besides) if stated else ()
        found = tuple(distinct((*besides, *stated)))
        return found[-most:]

    def following(self, place: int) -> Mark | None:
        """The first word found from a place on."""
        number = bisect_left(self.marks, place, key=lambda mark: mark.start)
        return self.marks[number] if number < len(self.marks) else None

    def ahead(self, place: int, most: int = 12) -> list[Mark]:
        """The last words found before a place."""
        number = bisect_left(self.marks, place, key=lambda mark: mark.start)
        return self.marks[max(0, number - most) : number]

    def within(self, begin: int, end: int) -> list[str]:
        """The words found in a part of the sentence, the longest first."""
        inside = [
            self.text[one.start : one.end] for one in self.taken if begin <= one.start and one.end <= end
        ]
        return sorted(inside, key=len, reverse=True)

    def forget(self) -> None:
        """The words that belonged to the number just read."""
        self.move, self.share, self.contribution = None, None, False
