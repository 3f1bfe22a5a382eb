"""What a sentence is cut into before it is read: numbers, and words by what they mean. Pure."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from tradecli.model.figure import Window
from tradecli.quantity import Quantity
from tradecli.reading.model import Flow

Form = Literal["money", "percent", "points", "fold", "times", "word", "record", "rank", "streak"]


class Number(NamedTuple):
    """A number as it is printed, or a word that says as much.

    Args:
        form: What kind of number it is.
        quantity: Its value: money in whole units of its currency, percent in percent.
        unit: The size of the unit written.
        currency: The currency written, or the dollar.
        certain: False where the unit or currency is not written.
        word: The word of a multiple, as a claim spells it.
        of: What a record, rank or streak is of; see `claims.RECORDS`.
        scope: The kind of window that a record or rank is among, where it is written.
        about: How it is softened.
        signed: Whether the sign is printed.
        back: Months that a record goes back.
        since: The month up to which a record holds, where that is written.
        ranged: Whether it is one end of a range.
    """

    form: Form
    quantity: Quantity | None = None
    unit: int = 1
    currency: str = "USD"
    certain: bool = True
    word: str = ""
    of: str = ""
    scope: str = ""
    about: str = ""
    signed: bool = False
    back: int = 0
    since: date | None = None
    ranged: bool = False


class Token(NamedTuple):
    """One such thing, and where it stands in its sentence. Which fields are filled hangs on the kind.

    `role` is what a name is to the trade of its sentence: `partner`, `reporter`, `goods`; empty if nothing.
    """

    start: int
    end: int
    kind: str
    what: str = ""
    sign: int = 0
    flow: Flow | None = None
    window: Window | None = None
    number: Number | None = None
    role: str = ""
