"""What a word of trade in Chinese can mean: a flow, a place, an amount, a direction, a record. Pure."""

from __future__ import annotations

from typing import NamedTuple

from tradecli.model.figure import Window
from tradecli.reading.chinese_numbers import Amount
from tradecli.reading.chinese_periods import Period
from tradecli.reading.chinese_records import Among, Best, Streak
from tradecli.reading.model import Flow, NotTrade


class Flows(NamedTuple):
    """Flows named in one word; `whole` says that they are of all goods and partners."""

    flows: tuple[Flow, ...]
    whole: bool = False


class Places(NamedTuple):
    """Places named in one word, and whether a word for "to" or "from" stands before."""

    codes: tuple[str, ...]
    to: bool


class Goods(NamedTuple):
    """Goods, spelled with their list; empty for goods of no group."""

    spelling: str


class Move(NamedTuple):
    """A direction: `base` is year, month, quarter or unsaid; `noun` a rate by name, `to` a level reached."""

    base: str
    sign: int
    noun: bool = False
    to: bool = False


class Against(NamedTuple):
    """What is compared with: a kind of period relative to the subject's, a period, or a place.

    `of` says that the number after it is that of the reference itself; `origin` that a change starts there,
    `exact` that it is that window and no shorter one: the whole of last year,
    `times` that the number says how many times it is.
    """

    base: str = ""
    window: Window | None = None
    place: str = ""
    of: bool = False
    origin: bool = False
    exact: bool = False
    times: bool = False


class Share(NamedTuple):
    """Words for a share, and of which flow; `verb` for 占, which has its whole behind it."""

    flow: Flow | None
    verb: bool


class Contribution(NamedTuple):
    """Words for a part of a change."""


class Topic(NamedTuple):
    """What follows is of no customs statistics, and why; empty when it is again."""

    kind: NotTrade


class Office(NamedTuple):
    """An office of another country, whose figures follow."""

    code: str


class Cue(NamedTuple):
    """A word that says how others belong together."""

    name: str


class Bare(NamedTuple):
    """A number without a unit."""


class Doubled(NamedTuple):
    """Twice as much, in the words of a claim: doubled, nearly doubled, more than doubled."""

    word: str


class Range(NamedTuple):
    """One end of a range."""

    money: bool


Value = (
    Flows
    | Places
    | Goods
    | Period
    | Amount
    | Move
    | Against
    | Share
    | Contribution
    | Topic
    | Office
    | Cue
    | Bare
    | Range
    | Doubled
    | Best
    | Among
    | Streak
)


class Mark(NamedTuple):
    """A word of a sentence: its place there, the number of its clause, and what it means.

    `aside` says that it is named within a cause, of which nothing is stated.
    """

    start: int
    end: int
    clause: int
    value: Value
    aside: bool = False
