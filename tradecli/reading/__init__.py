"""Reads a text: where it speaks of trade, and what each number of it says. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from tradecli.reading import calendar, chinese, english
from tradecli.reading.english_kinds import apart_from_start
from tradecli.reading.english_periods import theme
from tradecli.reading.model import Focus, Named, Reading
from tradecli.reading.text import fold, is_chinese, sentences

if TYPE_CHECKING:
    from tradecli.reading.model import Read

#: A reading may be exchanged for what its own sentence and so many before it name.
BEFORE = 2


def read(text: str, made: date, *, reporter: str = "TW") -> list[Reading]:
    """Every number and statement of a text, in its order, with the places where they stand.

    Args:
        text: The text as it is given, English or Chinese, or both.
        made: The day it was written: what a month without a year, and no month at all, mean.
        reporter: Whose trade it is about where it does not say.
    """
    folded = fold(text)
    whole = list(sentences(folded))
    month = theme(folded, made, calendar.last_month(made))
    focus = Focus(made, month, reporter, apart=apart_from_start(folded))
    found: list[Read] = []
    for sentence in whole:
        reader = chinese if is_chinese(sentence.folded) else english
        one, focus = reader.read(sentence, focus)
        found.append(one)
    return [
        reading._replace(text=text[reading.span.start : reading.span.end], candidates=candidates)
        for one, candidates in zip(found, _candidates(found), strict=True)
        for reading in one.readings
    ]


def _candidates(found: list[Read]) -> Iterator[tuple[Named, ...]]:
    """What every sentence and those before it name."""
    for number in range(len(found)):
        yield tuple(named for one in found[max(0, number - BEFORE) : number + 1] for named in one.named)
