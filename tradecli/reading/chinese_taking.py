"""Takes the words of a sentence of Chinese in, one by one: what each changes of what is spoken of. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from tradecli.reading import lexicon_zh as words
from tradecli.reading.chinese_kinds import (
    Against,
    Contribution,
    Cue,
    Flows,
    Goods,
    Mark,
    Move,
    Office,
    Places,
    Share,
    Topic,
)
from tradecli.reading.chinese_marks import listed
from tradecli.reading.chinese_periods import Period
from tradecli.reading.chinese_state import State
from tradecli.reading.chinese_subjects import Header, Slot, named
from tradecli.reading.chinese_words import FILLING, OPENING
from tradecli.reading.model import NotTrade

#: No list names more.
_LONGEST = 20


def take(state: State, mark: Mark) -> None:
    """Take in a word that is no number."""
    state.taken.append(mark)
    value = mark.value
    if isinstance(value, Flows | Places | Goods | Period):
        _name(state, mark)
    elif isinstance(value, Topic):
        _trap(state, mark, value.kind)
    elif isinstance(value, Move):
        state.move, state.moved_at = value, mark.end
        if value.noun:
            state.rate, state.rate_base, state.rate_sign = "yoy", value.base, value.sign
    elif isinstance(value, Share):
        _share(state, mark, value)
    elif isinstance(value, Contribution):
        state.contribution = True
    elif isinstance(value, Against):
        state.against, state.against_clause = value, mark.clause
    elif isinstance(value, Office):
        _office(state, value)
    elif isinstance(value, Cue):
        _cue(state, mark, value.name)
    state.previous = mark


def _share(state: State, mark: Mark, value: Share) -> None:
    state.share, state.rate = value, "share"
    following = state.following(mark.end)
    if (
        value.verb
        and following
        and following.start == mark.end
        and isinstance(following.value, Goods | Places)
    ):
        state.aside = mark.clause  # a share of these goods or this partner alone
    if value.flow and not state.header.flows and not state.before:
        state.header = replace(state.header, flows=Slot((value.flow,), mark.clause))


def _office(state: State, value: Office) -> None:
    """Figures of another office: nothing that was spoken of before is theirs."""
    state.reporter, state.foreign, state.office = value.code, True, True
    state.before, state.header = (), Header()
    state.focus = state.focus._replace(flow=None, partner=None, commodity=None, period=None, subjects=())


def _trap(state: State, mark: Mark, kind: NotTrade) -> None:
    if kind == "forecast":
        state.will = True
    else:
        state.trap = kind
    state.trap_clause = mark.clause


def _cue(state: State, mark: Mark, name: str) -> None:
    state.cues[name] = mark.clause
    if name == "home":
        _home(state)
    elif name == "among":
        state.header = replace(state.header, among=True)
    elif name == "others":
        state.header = Header(goods=Slot(("",), mark.clause))
    elif name == "besides":
        found = state.subjects(mark.clause)
        if not state.header.empty and found:
            state.besides, state.header = found, Header()
    elif name in ("by_goods", "by_places"):
        state.usual = state.usual or (words.EXPORT if state.focus.flow is None else None)
    elif name == "expected" and state.text[mark.end : mark.end + 1] == "的":
        state.once = mark.clause
    elif name == "abroad":
        state.abroad = True
    elif name in ("twd", "usd"):
        state.currency = name.upper()


def _home(state: State) -> None:
    """Figures of the text's own reporter again."""
    if state.foreign:
        state.reporter, state.before = state.focus.home or state.focus.reporter, ()
    state.foreign, state.abroad, state.office, state.lost = False, False, False, False


def _name(state: State, mark: Mark) -> None:
    """Take in a flow, place, goods or period."""
    if isinstance(mark.value, Places) and state.cue("beaten", mark.clause):
        return
    goes_on = state.previous is not None and listed(state.previous, mark, state.text)
    if mark.clause > state.trap_clause and _past(mark, state):
        state.will, state.trap = False, None if state.trap in _PASSING else state.trap
    if isinstance(mark.value, Period):
        _period(state, mark, mark.value)
    elif isinstance(mark.value, Flows):
        _flow(state, mark, mark.value)
    elif isinstance(mark.value, Places):
        codes = partners(state, mark.value)
        state.abroad = state.abroad or ("TW" in codes and not state.foreign)
        if goes_on and state.previous and isinstance(state.previous.value, Places):
            codes = (*state.header.places.values[:_LONGEST], *codes)
        else:
            state.to = mark.value.to
        if state.text.startswith(("銷", "輸"), mark.start) and not state.header.flows:
            state.header = replace(state.header, flows=Slot((words.EXPORT,), mark.clause))
        state.header = replace(state.header, places=Slot(codes, mark.clause))
    elif isinstance(mark.value, Goods):
        spellings: tuple[str, ...] = (mark.value.spelling,)
        if goes_on and state.previous and isinstance(state.previous.value, Goods):
            spellings = (*state.header.goods.values[:_LONGEST], *spellings)
        state.header = replace(state.header, goods=Slot(spellings, mark.clause), unclear=False)


#: What no longer holds where another clause names a month that is over.
_PASSING = ("seasonally_adjusted", "part_of_month")


def _past(mark: Mark, state: State) -> bool:
    """Whether a period is named that was over on the day of the text."""
    if not isinstance(mark.value, Period):
        return False
    windows, made = mark.value.windows, state.focus.made.replace(day=1)
    over = all(one.through < made for one in windows)
    # Without its year, a month that would lie in the year before may as well be one to come.
    same = mark.value.dated or made.month == 1 or all(one.through.year == made.year for one in windows)
    return bool(windows) and over and same


def _period(state: State, mark: Mark, value: Period) -> None:
    if not value.loose and state.first_month is None and len(value.windows) == 1:
        state.first_month = value.windows[0]
    state.header = named(state.header, value, mark.clause)


def partners(state: State, named: Places) -> tuple[str, ...]:
    """The partners of a word: China is with Hong Kong in the ministry's news, unless they are told apart."""
    together = not state.apart and not state.foreign
    return tuple("CN+HK" if code == "CN" and together else code for code in named.codes)


def _flow(state: State, mark: Mark, value: Flows) -> None:
    header, previous = state.header, state.previous
    if state.trap and state.trap not in _PASSING:
        state.trap = None
    behind = (
        previous.end if previous and previous.clause == mark.clause else _clause_start(state.text, mark.start)
    )
    gap = state.text[behind : mark.start]
    slot = (
        previous is not None
        and previous.clause == mark.clause
        and isinstance(previous.value, Places | Period | Goods)
    )
    unclear = not (FILLING.fullmatch(gap) if slot else OPENING.search(gap[-8:]))
    if header.goods and header.goods.clause < mark.clause and header.places.clause == mark.clause:
        header = replace(header, goods=Slot())
    if header.places.clause == mark.clause and not state.to:
        header, unclear = _whose(state, header, unclear)
    if state.move and re.search("[,:。;]", state.text[state.moved_at : mark.start]):
        state.move = None  # a direction without a number, of what another clause spoke of
    flows = value.flows
    if previous and isinstance(previous.value, Flows) and listed(previous, mark, state.text):
        flows = (*header.flows.values, *flows)
    state.header = replace(
        header,
        flows=Slot(flows, mark.clause),
        whole=value.whole and not (header.places or header.goods),
        unclear=unclear,
    )


def _whose(state: State, header: Header, unclear: bool) -> tuple[Header, bool]:
    """A country before a flow without a word for "to" may be whose trade it is: 中國十月出口."""
    codes = header.places.values
    if len(codes) > 1:
        return header, unclear
    if state.foreign and codes == (state.reporter,):
        return replace(header, places=Slot()), unclear
    last = next((one.value.codes for one in reversed(state.taken) if isinstance(one.value, Places)), codes)
    if not (set(last) & _REGIONS or "by_places" in state.cues):
        state.abroad = True
    return header, unclear


#: Places that have no trade of their own to be spoken of.
_REGIONS = {"EUROPE", "ASEAN", "CN+HK", "NEW SOUTHBOUND 18", "EU", "ASIA", "MIDDLE EAST", "AFRICA", "OCEANIA"}


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(sign, max(0, at - 30), at) for sign in ",:。;") + 1 or max(0, at - 30)
