"""Makes readings of the numbers, records and streaks of a sentence of Chinese. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tradecli.claims import Assertion
from tradecli.reading import lexicon_zh as words
from tradecli.reading.calendar import whole_year
from tradecli.reading.chinese_kinds import Against, Bare, Doubled, Goods, Mark, Places, Range, Share
from tradecli.reading.chinese_lead import led
from tradecli.reading.chinese_measures import (
    meaning,
    of_place,
    of_record,
    of_reference,
    of_streak,
    said,
)
from tradecli.reading.chinese_numbers import Amount
from tradecli.reading.chinese_records import Among, Best, Streak
from tradecli.reading.chinese_state import State
from tradecli.reading.chinese_subjects import Slot, filled, together
from tradecli.reading.chinese_taking import partners
from tradecli.reading.model import NotTrade, Reading, Span, Subject
from tradecli.reading.statement import WORLD, Said, no_statement, statement


def numbers(state: State, group: list[Mark]) -> Iterator[Reading]:
    """What a number, or some of a list, say; their subjects are those of what comes next."""
    value, clause = group[0].value, group[0].clause
    kind = _no_trade(state, group)
    if kind is not None:
        yield from (no_statement(state.sentence, Span(mark.start, mark.end), kind) for mark in group)
        state.forget()
    elif isinstance(value, Amount):
        yield from _amounts(state, group)
    elif isinstance(value, Best | Streak) and not led(state, group[0]):
        yield no_statement(state.sentence, Span(group[0].start, group[0].end), "unread")
    elif isinstance(value, Best):
        yield from _best(state, group, value)
    elif isinstance(value, Among):
        if value.flow and not state.header.flows:
            state.header = replace(state.header, flows=Slot((value.flow,), clause))
        placed = [of_place(value, one) for one in state.subjects(clause)]
        yield from _each(state, group[0], placed, "rank")
        state.lost = state.lost or not any(placed)
    elif isinstance(value, Doubled):
        twice = Assertion("multiple", word=value.word)
        yield from _each(state, group[0], [(one, twice) for one in state.subjects(clause)[:1]], "yoy")
    elif isinstance(value, Streak):
        several = [_newest(state, one) for one in state.subjects(clause)]
        ended = state.cue("ended", clause)
        found = [None if ended else of_streak(value, one, state.focus.month) for one in several]
        state.aside = clause if not value.known else -1
        yield from _each(state, group[0], found, "streak")


def _newest(state: State, subject: Subject) -> Subject:
    """The subject in the newest month that the sentence has spoken of: a streak runs up to it."""
    if not state.header.empty or state.header.periods:
        return subject
    months = [one.period for one in state.stated if one.same == subject.same and one.period.span == "month"]
    return subject._replace(period=max(months)) if months and subject.period.span == "month" else subject


_COUNTED = re.compile(r" ?(?:項|種|個|家|國|類|大類|大|名|人|件|次|強)")


def _no_trade(state: State, group: list[Mark]) -> NotTrade | None:
    """Why numbers are of no statement about trade; None where they may be."""
    after = state.text[group[-1].end : group[-1].end + 6]
    if isinstance(group[0].value, Bare):
        if after.lstrip().startswith("日") or after.startswith(")日"):
            return "date"
        return "count" if _COUNTED.match(after) else "unread"
    if re.match(r"的?(?:對等|暫時性?|基準|最惠國)?(?:關稅|稅率)", after):
        return "tariff"
    if state.aside == group[0].clause and not isinstance(group[0].value, Among):
        return "unread"
    if state.trap is not None:
        return state.trap
    if state.will or state.once == group[0].clause:
        return "forecast"
    return "unread" if isinstance(group[0].value, Range) else None


#: A flow that is named behind its amount: 143.6億美元的貿易順差.
_BEHIND = re.compile("的(?:貿易|商品)?(?P<flow>出口|進口|出超|入超|順差|逆差)(?!年|月|比)")


def _amounts(state: State, group: list[Mark]) -> Iterator[Reading]:
    clause = group[0].clause
    behind = _BEHIND.match(state.text, group[-1].end)
    if behind and isinstance(group[0].value, Amount) and group[0].value.kind == "money":
        state.header = replace(state.header, flows=Slot(words.FLOWS[behind["flow"]], clause))
    against = state.against
    if (
        against is not None
        and len(group) == 1
        and (against.of or against.origin or _follows(state, group[0]))
    ):
        yield from _reference(state, group[0], against)
        return
    pairs = _assigned(state, group, clause)
    last = ""
    for mark, subject in pairs:
        reading, measure = _amount(state, mark, subject)
        last = measure or last
        yield reading
    known = tuple(subject for _, subject in pairs if subject is not None)
    if last == "share":
        known = tuple(_of_exports(one) for one in known)
    if state.move is not None and not state.move.to:
        state.rate, state.rate_base, state.rate_sign = "yoy", state.move.base, state.move.sign
    if last not in ("", "level"):
        state.against = None
    state.done(known if len(known) == len(pairs) and last else (), last)


def _follows(state: State, mark: Mark) -> bool:
    """Whether an amount follows at once on what is compared with: 較9月542億美元, 高於陸港23.4%."""
    previous = state.previous
    if previous is None or previous.end != mark.start or not isinstance(previous.value, Against):
        return False
    money = isinstance(mark.value, Amount) and mark.value.kind == "money"
    return money or bool(previous.value.place)


def _assigned(state: State, group: list[Mark], clause: int) -> list[tuple[Mark, Subject | None]]:
    """The subject of every number of a list: only where the counts agree."""
    found = state.subjects(clause)
    if len(group) == 1 and (source := _source(state, group[0])):
        return [(group[0], source._replace(flow=found[0].flow) if len(found) == 1 else None)]
    shared = state.cue("both", clause) and not state.cue("plural", clause) and not state.cue("each", clause)
    if len(group) == 1 and (state.cue("sum", clause) or shared):
        return [(group[0], together(found if len(found) > 1 else state.several(2, before=True)))]
    if len(group) == 1 and len(found) > 1:
        if _threshold(group[0]):
            return [(group[0], one) for one in found]
        return [(group[0], together(found) if "合計" in _clause(state, group[0]) else None)]
    if len(group) > 1 and len(found) == 1 and state.header.empty and state.cue("each", clause):
        found = state.several()
    if len(found) != len(group):
        return [(mark, None) for mark in group]
    return list(zip(group, found, strict=True))


_FROM = re.compile(r"(?:是|均|都|皆)?(?:來自於?|源自於?|源於)(?:對)?")


def _source(state: State, mark: Mark) -> Subject | None:
    """What a part comes from: 近8成來自資通與視聽產品."""
    came = _FROM.match(state.text, mark.end)
    if came is None or not isinstance(mark.value, Amount) or mark.value.kind != "percent":
        return None
    state.share, state.move = Share(None, verb=True), None
    grown = re.search("增加|增幅|增量|成長|增長", _clause(state, mark))
    state.contribution = bool(grown)
    ahead = (state.following(came.end() - back) for back in range(3))  # 來自 may be part of a place's name
    named = (
        one for one in ahead if one and one.start <= came.end() and isinstance(one.value, Goods | Places)
    )
    behind = next(named, None)
    header = replace(state.header, goods=Slot(), places=Slot(), whole=False)
    if behind and isinstance(behind.value, Goods):
        header = replace(header, goods=Slot((behind.value.spelling,), mark.clause))
    elif behind and isinstance(behind.value, Places):
        header = replace(header, places=Slot(partners(state, behind.value), mark.clause))
    else:
        return None
    return next(iter(replace(state, header=header, before=()).subjects(mark.clause)), None)


def _threshold(mark: Mark) -> bool:
    """Whether an amount is one that several may have passed: 5、6月更首見突破500億美元."""
    return isinstance(mark.value, Amount) and mark.value.kind == "money" and mark.value.about == "more"


def _clause(state: State, mark: Mark) -> str:
    return state.text[max(0, mark.start - 20) : mark.start].rpartition(",")[2]


def _of_exports(subject: Subject) -> Subject:
    """The subject of a share, which is one of exports where another sentence spoke of the balance."""
    if subject.flow.flow == "balance" and subject.slots.flow == "carried":
        return subject._replace(flow=words.EXPORT, slots=subject.slots._replace(flow="default"))
    return subject


def _amount(state: State, mark: Mark, subject: Subject | None) -> tuple[Reading, str]:
    """A reading of an amount, and its measure; empty where it is not understood."""
    place, value = Span(mark.start, mark.end), mark.value
    if subject is None or not isinstance(value, Amount):
        return no_statement(state.sentence, place, "unread"), ""
    if subject.period.through >= state.focus.made.replace(day=1):
        return no_statement(state.sentence, place, "forecast"), ""
    found = meaning(state, mark, value, subject)
    if found is None or not led(state, mark):
        return no_statement(state.sentence, place, "unread"), ""
    if found.measure == "share":
        subject = _of_exports(subject)
    what, certain = said(state, value, found, mark)
    whole = filled(subject, state.reporter)
    return statement(state.sentence, place, whole, what, state.focus.made, certain=certain), found.measure


def _reference(state: State, mark: Mark, against: Against) -> Iterator[Reading]:
    """A number of what is compared with; the subject of the sentence stays."""
    found = state.subjects(mark.clause)
    subject = of_reference(against, found[0]) if len(found) == 1 else None
    kept = state.reporter
    if against.place and isinstance(mark.value, Amount) and len(found) == 1:
        subject = found[0]
        if subject.partner != WORLD and (mark.value.kind == "money" or state.last == "share"):
            [partner] = partners(state, Places((against.place,), to=True))
            subject = subject._replace(partner=partner)
        elif mark.value.kind == "money" and subject.partner == WORLD:
            state.reporter = against.place
        else:
            subject = None
    state.against = None
    reading, _ = _amount(state, mark, subject)
    state.reporter = kept
    yield reading
    state.against = None if against.origin or against.place else against._replace(of=False, exact=True)
    if found and not state.header.empty:
        state.before, state.header = found, state.header
    state.forget()


_BOTH = re.compile("三者|兩者|二者|雙|齊")


def _best(state: State, group: list[Mark], value: Best) -> Iterator[Reading]:
    """A record or rank: of what was named last, or of all that were, by 同, 雙雙, 皆."""
    mark = group[0]
    found = state.subjects(mark.clause)
    if value.scope == "year" and state.cue("distance", mark.clause):
        if len(found) == 1 and "去年" in state.text[mark.start : mark.end]:
            year = whole_year(found[0].period.through.year - 1)
            state.against, state.against_clause = Against(window=year), mark.clause
        return
    most = _BOTH.search(_clause(state, mark) + state.text[mark.start])
    both = most is not None
    plural = both or state.cue("plural", mark.clause) or state.text[mark.start] in "同並"
    several = state.several(3 if most and most[0] == "三者" else 2 if most else 0, before=both)
    if plural and state.header.empty and len(several) > 1:
        found = several
    if len(group) > 1 or (state.cue("each", mark.clause) and len(found) > 1):
        for number, one in enumerate(group):
            own = found[number : number + 1] if len(found) == len(group) else ()
            rank = one.value if isinstance(one.value, Best) else value
            yield from _each(state, one, [of_record(rank, each, state, mark) for each in own], state.last)
        return
    records = [of_record(value, one, state, mark) for one in found]
    yield from _each(state, mark, records, state.last)
    if any(one and one[1].of == "exceeds_year" for one in records):
        state.cues["exceeded"] = mark.clause


def _each(
    state: State, mark: Mark, found: Sequence[tuple[Subject, Assertion] | None], last: str
) -> Iterator[Reading]:
    """A reading for every subject of a record, rank or streak."""
    place = Span(mark.start, mark.end)
    known = [one for one in found if one is not None]
    over = [one for one in known if one[0].period.through < state.focus.made.replace(day=1)]
    if len(over) < len(found) or not found:
        yield no_statement(state.sentence, place, "forecast" if len(over) < len(known) else "unread")
        return
    for subject, assertion in known:
        whole = filled(subject, state.reporter)
        yield statement(state.sentence, place, whole, Said(assertion), state.focus.made)
    if not state.header.empty or state.header.periods:
        state.done(tuple(subject for subject, _ in known), last)
