"""Reads a sentence of Chinese: its numbers, records and streaks, and of what each is. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tradecli.facts.chinese_script import traditional
from tradecli.reading.chinese_kinds import Against, Bare, Doubled, Flows, Goods, Mark, Places, Range
from tradecli.reading.chinese_marks import listed, marks
from tradecli.reading.chinese_numbers import Amount
from tradecli.reading.chinese_periods import Period
from tradecli.reading.chinese_records import Among, Best, Streak
from tradecli.reading.chinese_state import State
from tradecli.reading.chinese_statements import numbers
from tradecli.reading.chinese_taking import take
from tradecli.reading.model import Focus, Named, Read, Reading, Sentence, Span, Subject
from tradecli.reading.statement import TOTAL, WORLD, absolute

_STATED = (Amount, Doubled, Best, Among, Streak, Bare, Range)
_APART = re.compile(r"(?:不含|未含|不包括|不計|扣除)香港|與香港(?:各|分別)")


def read(sentence: Sentence, focus: Focus) -> tuple[Read, Focus]:
    """What a sentence says and names, and what the next one may take over."""
    text = traditional(sentence.folded)
    found = marks(text, focus)
    abroad = bool(focus.home) and focus.home != focus.reporter
    apart = bool(_APART.search(text))
    state = State(sentence, text, focus, focus.reporter, found, rate=focus.rate, apart=apart, foreign=abroad)
    state.abroad = focus.abroad
    readings: list[Reading] = []
    for group in _groups(found, text):
        if isinstance(group[0].value, _STATED):
            readings.extend(numbers(state, group))
        elif not group[0].aside:
            take(state, group[0])
        state.previous = group[-1]
    return Read(tuple(readings), tuple(_named(found, sentence, state))), _after(state)


def _groups(found: list[Mark], text: str) -> Iterator[list[Mark]]:
    """The marks one by one, numbers of a list together: 36.1億、30.9億, 45.3%與12%, 次高、最高."""
    group: list[Mark] = []
    for mark in found:
        if group and listed(group[-1], mark, text) and _alike(group[-1].value, mark.value):
            group.append(mark)
            continue
        if group:
            yield group
        group = [mark]
    if group:
        yield group


def _alike(one: object, other: object) -> bool:
    if isinstance(one, Amount) and isinstance(other, Amount):
        return (one.kind == "money") == (other.kind == "money")
    if isinstance(one, Best) and isinstance(other, Best):
        return other._replace(place=one.place, low=one.low) == one
    return False


def _named(found: list[Mark], sentence: Sentence, state: State) -> Iterator[Named]:
    """Everything a sentence names that a slot may be filled with."""
    for mark in found:
        place = absolute(sentence, Span(mark.start, mark.end))
        value = mark.value
        if isinstance(value, Flows):
            yield from (Named(place, "flow", flow) for flow in value.flows)
        elif isinstance(value, Period):
            yield from (Named(place, "period", window) for window in value.windows)
        elif isinstance(value, Goods) and value.spelling:
            yield Named(place, "commodity", value.spelling)
        elif isinstance(value, Places):
            for code in value.codes:
                yield from (Named(place, "partner", one) for one in _CHINA.get(code, (code,)))
        elif isinstance(value, Against) and value.window is not None:
            yield Named(place, "period", value.window)


#: China may be meant with Hong Kong or without.
_CHINA = {"CN": ("CN+HK", "CN"), "CN+HK": ("CN+HK", "CN")}


_ALL = (WORLD, TOTAL)


def _several(found: Sequence[Subject]) -> bool:
    return len({(one.partner, one.goods) for one in found}) > 1


def _after(state: State) -> Focus:
    """What the next sentence may take over."""
    focus, number, stated = state.focus, state.sentence.number, state.stated
    month = state.first_month
    if focus.flow is None and focus.period is None and month is not None and month.span == "month":
        focus = focus._replace(month=month) if month.through < focus.made.replace(day=1) else focus
    home = focus.home or focus.reporter
    office = state.reporter if state.office else home
    goes_on = state.text.endswith(";")
    whole = (*focus.subjects, *stated)
    focus = focus._replace(
        rate=state.rate if goes_on else "",
        subjects=whole if goes_on else (),
        reporter=office,
        home=home,
        abroad=goes_on and state.abroad,
    )
    if not stated:
        return focus if state.trap is None else focus._replace(flow=None)
    last, flows, windows = stated[-1], {one.flow for one in stated}, {one.period for one in whole}
    if goes_on:
        newest = max(one.period.through for one in stated)
        windows = {one.period for one in stated if one.period.through == newest}
    return focus._replace(
        flow=(last.flow, number) if len(flows) == 1 else None,
        partner=(last.partner, number),
        commodity=(last.goods, number),
        period=(windows.pop(), number) if len(windows) == 1 else None,
        several=_several(stated) or _several([one for one in whole if (one.partner, one.goods) != _ALL]),
    )
