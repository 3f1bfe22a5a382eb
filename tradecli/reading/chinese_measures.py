"""What a number of a Chinese text says of its subject: a level, growth, a share, a difference. Pure."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from tradecli.claims import Assertion
from tradecli.model.figure import Window
from tradecli.quantity import Quantity
from tradecli.reading import calendar
from tradecli.reading.chinese_kinds import Against, Mark
from tradecli.reading.chinese_numbers import UNSAID, Amount
from tradecli.reading.chinese_records import Among, Best, Streak, since_month
from tradecli.reading.chinese_state import State
from tradecli.reading.lexicon_zh import EXPORT
from tradecli.reading.model import Subject
from tradecli.reading.statement import TOTAL, WORLD, Said

#: What may follow a round number that was passed: 5000億美元水準也首度突破.
_PASSED = re.compile(r"(?:水準|大關|關卡)?(?:也|亦|同樣)?(?P<first>首度|首次)?(?:被)?(?:突破|跨越)")
#: How far a direction may stand before its amount of money: 年增近88.3億, 較上月增加了約5億.
_NEAR = 6


class Meaning(NamedTuple):
    """How a number is to be read: its measure, sign and, if not the year before, what it is against."""

    measure: str
    sign: int = 1
    against: Window | None = None
    of: str = ""


def meaning(state: State, mark: Mark, amount: Amount, subject: Subject) -> Meaning | None:
    """The measure of an amount; None where the words do not tell."""
    if state.cue("average", mark.clause):
        return None
    if amount.kind == "money":
        return _money(state, mark, amount, subject)
    if amount.kind == "points":
        return _points(state)
    if state.contribution:
        part = amount.kind == "percent" and (subject.partner != WORLD or subject.goods != TOTAL)
        return Meaning("contribution") if part else None
    if amount.kind == "fold" and state.move is None and state.text[mark.start - 1] in "的為是達約近逾":
        times = state.against is not None and state.against.times and state.against.base == "year"
        return Meaning("multiple") if times else None
    if state.share and not state.move:
        return _share(subject, amount)
    if state.move and not (state.move.to and not state.move.noun):
        return _growth(state, subject, state.move.base, state.move.sign)
    if state.rate == "share":
        return _share(subject, amount)
    if state.rate:
        return _growth(state, subject, state.rate_base, state.rate_sign)
    return None


def _points(state: State) -> Meaning | None:
    """A part of growth in points, or the change of a share on the year before."""
    if state.contribution:
        return Meaning("contribution", of="points")
    if state.last != "share" or state.move is None or state.move.to:
        return None
    base = state.move.base or (state.against.base if state.against else "")
    return Meaning("points", state.move.sign) if base == "year" else None


def _share(subject: Subject, amount: Amount) -> Meaning | None:
    if amount.kind != "percent" or (subject.partner == WORLD and subject.goods == TOTAL):
        return None
    return Meaning("share")


def _money(state: State, mark: Mark, amount: Amount, subject: Subject) -> Meaning | None:
    if state.share or state.contribution or (state.cue("plural", mark.clause) and amount.about == "more"):
        return None
    if state.cue("distance", mark.clause):
        against = state.against.window if state.against else None
        return Meaning("difference", -1, against) if against else None
    move = state.move
    if move is None or move.to or move.noun or mark.start - state.moved_at > _NEAR:
        return None if move is not None and move.noun and not move.to else Meaning("level")
    grown = _growth(state, subject, move.base, move.sign)
    return grown and Meaning(
        "difference", grown.sign, grown.against or _before(grown.measure, subject.period)
    )


def _before(measure: str, window: Window) -> Window | None:
    return calendar.before(window) if measure == "mom" else None


def _growth(state: State, subject: Subject, base: str, sign: int) -> Meaning | None:
    against = state.against
    window = subject.period
    if not base and against is not None and not against.origin:
        if against.place or against.base == "unknown":
            return None
        if against.window is not None:
            return _on(window, against, against.window, sign)
        base = against.base
    if not base and state.rate_base == "month":
        return None
    if base == "month":
        return Meaning("mom", sign) if window.span == "month" else None
    if base == "quarter":
        return Meaning("growth", sign, calendar.before(window)) if window.span == "quarter" else None
    return Meaning("yoy", sign)


def _on(window: Window, named: Against, against: Window, sign: int) -> Meaning | None:
    """Growth on a window that is named."""
    if named.exact and against.span == "year" != window.span and against.through < window.through:
        return Meaning("growth", sign, against)
    if against == window.year_before or (
        against.span == "year" and against.through.year == window.through.year - 1
    ):
        return Meaning("yoy", sign)
    if against.span != window.span or against.through >= window.through:
        return None
    if window.span == "month" and against == calendar.before(window):
        return Meaning("mom", sign)
    return Meaning("growth", sign, against)


def said(state: State, amount: Amount, found: Meaning, mark: Mark) -> tuple[Said, bool]:
    """What an amount says, and whether its currency is certain."""
    written = amount.quantity
    if amount.kind == "fold" and found.measure != "multiple":
        written = written.scaled(Fraction(100))
    if found.sign < 0:
        written = written.scaled(Fraction(-1))
    currency = "USD" if amount.kind != "money" else amount.currency
    certain = currency not in ("", UNSAID) or (currency == "" and state.currency != "TWD")
    if currency in ("", UNSAID):
        currency = state.currency or "USD"
    if amount.kind != "money" and state.currency == "TWD":
        currency = "TWD"
    of, than = found.of, None
    passed = _PASSED.match(state.text, mark.end)
    first = state.text[mark.start] == "首" or state.cue("first", mark.clause) or (passed and passed["first"])
    if found.measure == "level" and first and (passed or amount.about == "more"):
        of, than = "first_above", written
    about = "more" if passed or of else amount.about
    assertion = Assertion(found.measure, written, of=of, about=about, than=than)
    return Said(assertion, amount.unit, currency, found.against), certain


def of_reference(against: Against, subject: Subject) -> Subject | None:
    """The subject of a number that belongs to what is compared with: 去年10月的618億."""
    if against.window is not None:
        return subject._replace(period=against.window)
    if against.base == "year":
        return subject._replace(period=subject.period.year_before)
    if against.base in ("month", "quarter") and subject.period.span == against.base:
        return subject._replace(period=calendar.before(subject.period))
    return None


def of_record(found: Best, subject: Subject, state: State, mark: Mark) -> tuple[Subject, Assertion] | None:
    """What a record or rank says of a subject; None where the words leave it open."""
    window, scope, clause = subject.period, found.scope, mark.clause
    if found.place == 0 or state.cue("not", clause) or state.cue("distance", clause):
        return None
    if scope == "month" and window.span != "month":
        window = Window("month", window.through)
    if scope == "quarter" and window.span == "month":
        if window.through.month % 3:
            return None
        window = Window("quarter", window.through)
    early = found.exceeds or scope == "year" or state.cue("exceeded", clause, 1)
    exceeds = window.span == "year_to_date" and early
    if scope == "year" and not (exceeds or window.span == "year"):
        return None
    money = bool(_OF_MONEY.search(state.text, max(0, mark.start - 10), mark.start))
    of = "exceeds_year" if exceeds else _of(found, state, money=money)
    if of is None or (found.place > 1 and exceeds):
        return None
    kind = _scope(scope, window)
    since = since_month(found, window)
    measure = "record" if found.place == 1 else "rank"
    quantity = None if found.place == 1 else Quantity(Fraction(found.place), Fraction(1, 2), 1)
    return subject._replace(period=window), Assertion(measure, quantity, scope=kind, of=of, since=since)


def _scope(scope: str, window: Window) -> str:
    if scope == "same_month" or (scope == "same" and window.span == "month"):
        return "same_month"
    return window.span


#: Words that say that a record is one of the amount.
_OF_MONEY = re.compile("金額|[出進]口值|規模|數額|出口額|進口額")


def _of(found: Best, state: State, *, money: bool) -> str | None:
    if money and not (found.low or found.growth):
        return ""
    if state.last in ("share", "share_record") and not found.growth:
        return "low_share" if found.low else "share"
    if found.low:
        return "low" if not found.growth else None
    if found.growth:
        return "growth"
    if state.last in ("yoy", "mom"):
        if found.most:
            return "growth"
        if (found.back or found.since) and not found.ever:
            return None  # of the growth, or of the amount before it
    return ""


def of_place(found: Among, subject: Subject) -> tuple[Subject, Assertion] | None:
    """What a place among partners or goods says."""
    if (found.of == "partners" and subject.partner == WORLD) or (
        found.of == "commodities" and subject.goods == TOTAL
    ):
        return None
    if found.of == "partners" and subject.goods != TOTAL:
        return None
    place = Quantity(Fraction(found.place), Fraction(1, 2), 1)
    flow = found.flow or subject.flow
    return subject._replace(flow=flow), Assertion("rank", place, scope=subject.period.span, of=found.of)


def of_streak(found: Streak, subject: Subject, focus: Window) -> tuple[Subject, Assertion] | None:
    """What a streak says; None where it does not say of what, or of a window that has none."""
    window = subject.period
    wanted = "year" if found.of == "years" else "month"
    if window.span != wanted and wanted == "month" and window.through == focus.through:
        window = focus
    if not found.known or window.span != wanted:
        return None
    if found.of == "first_partner":
        if subject.partner == WORLD:
            return None
        subject = subject._replace(flow=EXPORT if subject.flow.flow == "balance" else subject.flow)
    than = found.than.quantity if found.than else None
    months = Quantity(Fraction(found.months), Fraction(1, 2), len(str(abs(found.months))))
    return subject._replace(period=window), Assertion(
        "streak", months, of=found.of, than=than, rival=found.rival
    )
