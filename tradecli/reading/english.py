"""Reads a sentence of English. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradecli.reading import calendar
from tradecli.reading.english_kinds import holds, kind_of, source_of
from tradecli.reading.english_measures import said
from tradecli.reading.english_purchases import with_purchases
from tradecli.reading.english_scene import Met, met
from tradecli.reading.english_segments import parts
from tradecli.reading.english_slots import filled, focus_after
from tradecli.reading.english_times import relative
from tradecli.reading.english_when import Line
from tradecli.reading.english_words import tokens
from tradecli.reading.model import Focus, Named, Read, Reading, Sentence, Span
from tradecli.reading.statement import Filled, Said, absolute, no_statement, statement

#: What was said so many statements before in a sentence may still tell what the next one says.
_LAST = 4
#: A longer sentence with fewer letters than one in so many characters is a table, no prose.
_LONG, _LETTERS = 400, 5
_LETTER = re.compile("[A-Za-z]+")


def read(sentence: Sentence, focus: Focus) -> tuple[Read, Focus]:
    """What a sentence says and names, and what the next one may take over."""
    text = sentence.folded
    if len(text) > _LONG and _LETTERS * sum(map(len, _LETTER.findall(text))) < len(text):
        return Read((), ()), focus
    found = tokens(text, focus.made, focus.month)
    if any(one.kind == "place" and one.what in {"HK", "CN+HK"} for one in found):
        focus = focus._replace(hong_kong=True)
    focus = source_of(text, found, focus)
    found = with_purchases(text, found, focus.reporter)
    numbers = met(text, parts(text, found), focus.month, calendar.last_month(focus.made))
    flows = [one for one in found if one.kind == "flow"]
    line = Line(text, sentence.number, found, flows, numbers, focus)
    held = holds(found)
    readings: list[Reading] = []
    statements: list[tuple[Filled, Met]] = []
    before: list[Said] = []
    for number in numbers:
        place = Span(number.token.start, number.token.end)
        kind = kind_of(text, number, held, focus)
        if kind is not None:
            readings.append(no_statement(sentence, place, kind))
            continue
        made = _said(sentence, line, number, before)
        statements += [(of, number) for of, _ in made]
        readings += [one for _, one in made] or [no_statement(sentence, place, "unread")]
    return Read(tuple(readings), tuple(_named(sentence, line))), focus_after(line, statements)


def _said(sentence: Sentence, line: Line, number: Met, before: list[Said]) -> list[tuple[Filled, Reading]]:
    """The statements of one number, with what each is of; *before* is what its sentence said, and grows."""
    made = []
    token = number.token
    certain = token.number is None or token.number.certain
    for of in filled(line, number):
        if of.partner == "CN+HK" and not line.focus.hong_kong:
            certain = False
        told = said(line.text, number, of.period, before[-_LAST:])
        if told is not None:
            place = Span(token.start, token.end)
            made.append((of, statement(sentence, place, of, told, line.focus.made, certain=certain)))
            before.append(told)
    return made


def _named(sentence: Sentence, line: Line) -> Iterator[Named]:
    """All that a sentence names, whatever part it plays."""
    for one in line.tokens:
        span = absolute(sentence, Span(one.start, one.end))
        if one.kind == "flow" and one.flow is not None:
            yield Named(span, "flow", one.flow)
        elif one.kind == "place":
            yield Named(span, "partner", one.what)
            yield Named(span, "reporter", one.what)
            if one.what == "CN":
                yield Named(span, "partner", "CN+HK")
        elif one.kind == "goods":
            yield Named(span, "commodity", one.what)
        elif one.kind in {"period", "relative"}:
            window = one.window or relative(one.what, line.focus.month, calendar.last_month(line.focus.made))
            if window is not None:
                yield Named(span, "period", window)
