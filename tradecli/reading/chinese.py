"""Reads a sentence of Chinese: its numbers, records and streaks, and of what each is. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tradecli.claims import Assertion
from tradecli.reading.calendar import whole_year
from tradecli.reading.chinese_marks import Against, Bare, Flows, Goods, Mark, Places, Range, listed, marks
from tradecli.reading.chinese_measures import (
    meaning,
    of_place,
    of_record,
    of_reference,
    of_streak,
    said,
)
from tradecli.reading.chinese_numbers import Amount
from tradecli.reading.chinese_periods import Period
from tradecli.reading.chinese_records import Among, Best, Streak
from tradecli.reading.chinese_script import traditional
from tradecli.reading.chinese_state import State, take
from tradecli.reading.chinese_subjects import Slot, filled, together
from tradecli.reading.model import Focus, Named, NotTrade, Read, Reading, Sentence, Span, Subject
from tradecli.reading.statement import Said, absolute, no_statement, statement

_STATED = (Amount, Best, Among, Streak, Bare, Range)
_APART = re.compile(r"(?:不含|未含|不包括|不計|扣除)香港|與香港(?:各|分別)")


def read(sentence: Sentence, focus: Focus) -> tuple[Read, Focus]:
    """What a sentence says and names, and what the next one may take over."""
    text = traditional(sentence.folded)
    found = marks(text, focus)
    abroad = bool(focus.home) and focus.home != focus.reporter
    apart = bool(_APART.search(text))
    state = State(sentence, text, focus, focus.reporter, rate=focus.rate, apart=apart, foreign=abroad)
    readings: list[Reading] = []
    for group in _groups(found, text):
        if isinstance(group[0].value, _STATED):
            readings.extend(_numbers(state, group))
        elif not group[0].aside:
            take(state, group[0])
        state.previous = group[-1]
    return Read(tuple(readings), tuple(_named(found, sentence, state))), _after(state)


def _groups(found: list[Mark], text: str) -> Iterator[list[Mark]]:
    """The marks one by one, numbers of a list together: 36.1億、30.9億, 45.3%與12%, 次高、最高."""
    group: list[Mark] = []
    for mark in found:
        same = bool(group) and isinstance(mark.value, Amount) and isinstance(group[-1].value, Amount)
        if same and listed(group[-1], mark, text) and _alike(group[-1].value, mark.value):
            group.append(mark)
            continue
        if group:
            yield group
        group = [mark]
    if group:
        yield group


def _alike(one: object, other: object) -> bool:
    money = [isinstance(value, Amount) and value.kind == "money" for value in (one, other)]
    return money[0] == money[1]


def _numbers(state: State, group: list[Mark]) -> Iterator[Reading]:
    """What a number, or some of a list, say; their subjects are those of what comes next."""
    value, clause = group[0].value, group[0].clause
    kind = _no_trade(state, group)
    if kind is not None:
        yield from (no_statement(state.sentence, Span(mark.start, mark.end), kind) for mark in group)
        state.once = False
        state.forget()
    elif isinstance(value, Amount):
        yield from _amounts(state, group)
    elif isinstance(value, Best):
        yield from _best(state, group[0], value)
    elif isinstance(value, Among):
        if value.flow and not state.header.flows:
            state.header = replace(state.header, flows=Slot((value.flow,), clause))
        yield from _each(state, group[0], [of_place(value, one) for one in state.subjects(clause)], "rank")
    elif isinstance(value, Streak):
        found = [of_streak(value, one, state.focus.month) for one in state.subjects(clause)]
        yield from _each(state, group[0], found, "streak")


_COUNTED = re.compile(r" ?(?:項|種|個|家|國|類|大類|大|名|人|件|次|強)")


def _no_trade(state: State, group: list[Mark]) -> NotTrade | None:
    """Why numbers are of no statement about trade; None where they may be."""
    after = state.text[group[-1].end : group[-1].end + 6]
    if isinstance(group[0].value, Bare):
        if after.lstrip().startswith("日") or after.startswith(")日"):
            return "date"
        return "count" if _COUNTED.match(after) else "other"
    if re.match(r"的?(?:對等|暫時性?|基準|最惠國)?(?:關稅|稅率)", after):
        return "tariff"
    if state.trap is not None or state.once:
        return state.trap or "forecast"
    return "other" if isinstance(group[0].value, Range) else None


def _amounts(state: State, group: list[Mark]) -> Iterator[Reading]:
    clause = group[0].clause
    against = state.against
    if against is not None and (against.of or against.origin) and len(group) == 1:
        yield from _reference(state, group[0], against)
        return
    pairs = _assigned(state, group, clause)
    last = ""
    for mark, subject in pairs:
        reading, measure = _amount(state, mark, subject)
        last = measure or last
        yield reading
    known = tuple(subject for _, subject in pairs if subject is not None)
    if state.move is not None and not state.move.to:
        state.rate, state.rate_base, state.rate_sign = "yoy", state.move.base, state.move.sign
    if last not in ("", "level"):
        state.against = None
    state.done(known if len(known) == len(pairs) and last else (), last)


def _assigned(state: State, group: list[Mark], clause: int) -> list[tuple[Mark, Subject | None]]:
    """The subject of every number of a list: only where the counts agree."""
    found = state.subjects(clause)
    if len(group) == 1 and state.cue("sum", clause):
        return [(group[0], together(found if len(found) > 1 else state.several(before=True)))]
    if len(group) == 1 and len(found) > 1:
        if _threshold(group[0]):
            return [(group[0], one) for one in found]
        return [(group[0], together(found) if "合計" in _clause(state, group[0]) else None)]
    if len(group) > 1 and len(found) == 1 and state.header.empty and state.cue("each", clause):
        found = state.several()
    if len(found) != len(group):
        return [(mark, None) for mark in group]
    return list(zip(group, found, strict=True))


def _threshold(mark: Mark) -> bool:
    """Whether an amount is one that several may have passed: 5、6月更首見突破500億美元."""
    return isinstance(mark.value, Amount) and mark.value.kind == "money" and mark.value.about == "more"


def _clause(state: State, mark: Mark) -> str:
    return state.text[max(0, mark.start - 20) : mark.start].rpartition(",")[2]


def _amount(state: State, mark: Mark, subject: Subject | None) -> tuple[Reading, str]:
    """A reading of an amount, and its measure; empty where it is not understood."""
    place, value = Span(mark.start, mark.end), mark.value
    if subject is None or not isinstance(value, Amount):
        return no_statement(state.sentence, place, "other"), ""
    if subject.period.through >= state.focus.made.replace(day=1):
        return no_statement(state.sentence, place, "forecast"), ""
    found = meaning(state, mark, value, subject)
    if found is None:
        return no_statement(state.sentence, place, "other"), ""
    what, certain = said(state, value, found, mark)
    whole = filled(subject, state.reporter)
    return statement(state.sentence, place, whole, what, state.focus.made, certain=certain), found.measure


def _reference(state: State, mark: Mark, against: Against) -> Iterator[Reading]:
    """A number of what is compared with; the subject of the sentence stays."""
    found = state.subjects(mark.clause)
    subject = of_reference(against, found[0]) if len(found) == 1 else None
    kept = state.reporter
    if against.place and isinstance(mark.value, Amount) and mark.value.kind == "money" and len(found) == 1:
        subject, state.reporter = found[0], against.place
        subject = subject if subject.partner == "WORLD" else None
    reading, _ = _amount(state, mark, subject)
    state.reporter = kept
    yield reading
    state.against = None if against.origin or against.place else against._replace(of=False)
    if found and not state.header.empty:
        state.before, state.header = found, state.header
    state.forget()


def _best(state: State, mark: Mark, value: Best) -> Iterator[Reading]:
    """A record or rank: of what was named last, or of all that were, by 同, 雙雙, 皆."""
    found = state.subjects(mark.clause)
    if value.scope == "year" and state.cue("distance", mark.clause):
        if len(found) == 1 and "去年" in state.text[mark.start : mark.end]:
            year = whole_year(found[0].period.through.year - 1)
            state.against, state.against_clause = Against(window=year), mark.clause
        return
    both = state.cue("both", mark.clause) or state.text[mark.start] in "雙齊"
    plural = both or state.cue("plural", mark.clause) or state.text[mark.start] in "同並"
    several = state.several(before=both)
    if plural and state.header.empty and len(several) > 1:
        found = several
    yield from _each(state, mark, [of_record(value, one, state, mark.clause) for one in found], state.last)


def _each(
    state: State, mark: Mark, found: list[tuple[Subject, Assertion] | None], last: str
) -> Iterator[Reading]:
    """A reading for every subject of a record, rank or streak."""
    place = Span(mark.start, mark.end)
    known = [one for one in found if one is not None]
    over = [one for one in known if one[0].period.through < state.focus.made.replace(day=1)]
    if len(over) < len(found) or not found:
        yield no_statement(state.sentence, place, "forecast" if len(over) < len(known) else "other")
        return
    for subject, assertion in known:
        whole = filled(subject, state.reporter)
        yield statement(state.sentence, place, whole, Said(assertion), state.focus.made)
    if not state.header.empty or state.header.periods:
        state.done(tuple(subject for subject, _ in known), last)


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
        rate=state.rate if goes_on else "", subjects=whole if goes_on else (), reporter=office, home=home
    )
    if not stated:
        return focus if state.trap in (None, "forecast") else focus._replace(flow=None)
    last, flows, windows = stated[-1], {one.flow for one in stated}, {one.period for one in whole}
    if goes_on:
        windows = {one.period for one in stated}
    return focus._replace(
        flow=(last.flow, number) if len(flows) == 1 else None,
        partner=(last.partner, number),
        commodity=(last.goods, number),
        period=(last.period, number) if len(windows) == 1 else None,
        several=len({(one.partner, one.goods) for one in stated}) > 1,
    )
