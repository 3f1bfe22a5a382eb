"""The changes to a claim that are tried: another span, flow, partner, unit, day, month."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.claims import Assertion, Claim
from tradecli.facts import places
from tradecli.model.figure import Window
from tradecli.model.report import Statement
from tradecli.quantity import Quantity
from tradecli.reports.available import PARTNERS, Alternatives
from tradecli.reports.measure import measure
from tradecli.reports.measured import question
from tradecli.reports.shared import say
from tradecli.rounding import half_up

#: New Taiwan dollars for a US dollar since 2001; the rate of a day is not among the figures.
TWD = (Fraction(27), Fraction(36))
NEAREST_YEARS = 3
_MIRROR = {"export": "import", "import": "export", "balance": "balance", "trade": "trade"}


class Mistake(NamedTuple):
    """A change that was made to a claim: its kind, the claim after it, and how it is told."""

    kind: str
    claim: Claim
    assertion: Assertion
    as_of: date | None
    words: Statement | None = None
    side: int = 1


#: How a claim may be changed in one way.
Changes = Callable[[Alternatives, Mistake], Iterator[Mistake]]


def _words(kind: str, variant: str | None = None, **facts: Any) -> Statement:
    return say("check.change", kind, variant, **facts)


def vintages(others: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """Another vintage: the figure as it stood on the day of each other release, the first one first."""
    for day in others.days(question(said.claim, None)):
        # Nobody could have known later figures.
        if said.as_of is None or day < said.as_of:
            yield Mistake("vintage", said.claim, said.assertion, day, _of_day(day), said.side)


@cache
def _of_day(day: date) -> Statement:
    return _words("vintage", day=day)


def office(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """The other office: the partner's own figure for the same trade."""
    claim = said.claim
    if claim.partner == "WORLD":
        return
    swapped = claim._replace(reporter=claim.partner, partner=claim.reporter, flow=_MIRROR[claim.flow])
    side = -said.side if claim.flow == "balance" else said.side
    words = _words("office", place=places.place(swapped.reporter))
    yield said._replace(kind="office", claim=swapped, side=side, words=words)


def greater_china(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """China alone where China with Hong Kong is meant, and the reverse."""
    other = {"CN": "CN+HK", "CN+HK": "CN"}.get(said.claim.partner)
    if other:
        words = _words("china", place=places.place(other))
        yield said._replace(kind="china", claim=said.claim._replace(partner=other), words=words)


def spans(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """The month for the year to date, and other windows that end in the same month."""
    month = said.claim.period.month
    fitting = ["month", "year_to_date", *(["quarter"] if month % 3 == 0 else []), "rolling_12"]
    for span in fitting:
        same = span == said.claim.span or (
            month == 12 and {span, said.claim.span} <= {"year", "year_to_date"}
        )
        if not same and said.assertion.measure not in {"record", "rank", "streak"}:
            yield said._replace(kind="span", claim=said.claim._replace(span=span), words=_words("span", span))


def part_year(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """Eleven months for twelve: a part of the year for all of it, and the reverse."""
    claim = said.claim
    if claim.span not in {"year", "year_to_date"}:
        return
    whole = claim.period.month == 12
    for month in range(11, 0, -1) if whole else (12,):
        changed = claim._replace(period=claim.period.replace(month=month), span="year_to_date")
        words = _words("part_year", window=Window("year_to_date", changed.period))
        yield said._replace(kind="part_year", claim=changed, words=words)
    if said.assertion.measure in {"yoy", "multiple"} and not whole and claim.against is None:
        year = periods.december(claim.period.year - 1)
        against = claim._replace(against=year, against_span="year")
        words, ratio = _words("unequal", year=year.year), _as_multiple(said.assertion)
        yield said._replace(kind="unequal", claim=against, assertion=ratio, words=words)


def _as_multiple(assertion: Assertion) -> Assertion:
    """Growth of 132 % as 2.32 times: what a growth rate says of two periods of any length."""
    if assertion.measure == "multiple" or assertion.quantity is None:
        return assertion
    return assertion._replace(
        measure="multiple", quantity=assertion.quantity.scaled(Fraction(1, 100)).shifted(1)
    )


def rates(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """Growth on the month before for growth on a year earlier, and the reverse."""
    other = {"yoy": "mom", "mom": "yoy"}.get(said.assertion.measure)
    if other and said.claim.span == "month":
        swapped = said.assertion._replace(measure=other)
        yield said._replace(kind="rate", assertion=swapped, words=_words("rate", other))


def flows(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """Exports for imports, or either for the balance."""
    for flow in ("export", "import", "balance"):
        if flow != said.claim.flow:
            words, claim = _words("flow", flow=flow), said.claim._replace(flow=flow)
            yield said._replace(kind="flow", claim=claim, words=words, side=0)


def sign(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """A surplus for a deficit."""
    if said.claim.flow == "balance" and (said.side or said.assertion.measure == "level"):
        side = -1 if said.side >= 0 else 1
        yield said._replace(
            kind="sign", side=side, words=_words("sign", "deficit" if side < 0 else "surplus")
        )


def scale(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """Ten or a thousand times too much or too little; 億 (100 million) taken for a billion is the first."""
    quantity = said.assertion.quantity
    if quantity is None or said.assertion.measure not in {"level", "base"}:
        return
    for kind, words, smaller in _scaled(quantity, said.claim.unit):
        other = said.assertion._replace(quantity=smaller)
        yield Mistake(kind, said.claim, other, said.as_of, words, said.side)


@lru_cache(maxsize=256)
def _scaled(quantity: Quantity, unit: int) -> list[tuple[str, Statement, Quantity]]:
    """The kind of each such mistake, how it is told, and the number after it."""
    found = []
    for factor in (Fraction(10), Fraction(1, 10), Fraction(1000), Fraction(1, 1000)):
        tenfold = factor == (Fraction(1, 10) if unit == 10**8 else 10)
        kind = "hundred_million" if tenfold and unit in {10**8, 10**9} else "scale"
        way = None if kind == "hundred_million" else "less" if factor > 1 else "more"
        words = _words(kind, way, factor=int(max(factor, 1 / factor)))
        found.append((kind, words, quantity.scaled(1 / factor)))
    return found


def folds(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """'Times' for 'fold': an increase of 1.3 times is a level of 2.3 times, +130 %."""
    quantity, measure = said.assertion.quantity, said.assertion.measure
    if quantity is None or measure not in {"yoy", "mom", "multiple"}:
        return
    step = 1 if measure == "multiple" else 100
    for direction in (step, -step):
        shifted = said.assertion._replace(quantity=quantity.shifted(direction))
        words = _words("fold", "increase" if direction > 0 else "level")
        yield said._replace(kind="fold", assertion=shifted, words=words)


def currency(others: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """New Taiwan dollars for US dollars: a ratio that an exchange rate could be; none is held."""
    quantity = said.assertion.quantity
    if quantity is None or said.assertion.measure not in {"level", "base"} or said.claim.reporter != "TW":
        return
    found = measure(others.series, said.claim, said.assertion, said.as_of)
    if not found.value:
        return
    rate = quantity.value * (said.side or 1) / found.value
    if TWD[0] <= rate <= TWD[1]:
        level = said.assertion._replace(quantity=quantity.scaled(1 / rate))
        shown = half_up(rate.numerator, rate.denominator, 1)
        yield said._replace(kind="currency", assertion=level, words=_words("currency", rate=shown))


def months_nearby(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """The month before or after, and the year."""
    for step in (-12, -1, 1, 12):
        period = periods.shift(said.claim.period, step)
        yield _in_another_month(said, period)


def other_months(_: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """Another month of the year, or the same month of another year; nearest first."""
    period = said.claim.period
    steps = {"quarter": 3, "year": 12}.get(said.claim.span, 1)
    year = [other for month in range(1, 13) if (other := period.replace(month=month)) != period]
    if said.claim.span == "year_to_date" and period.month == 12:
        year = []
    near = [other for other in year if (other.month - period.month) % steps == 0]
    near.sort(key=lambda other: abs(other.month - period.month))
    years = [
        period.replace(year=period.year + step * side)
        for step in range(1, NEAREST_YEARS + 1)
        for side in (-1, 1)
    ]
    for other in (*near, *years):
        yield _in_another_month(said, other)


def _in_another_month(said: Mistake, period: date) -> Mistake:
    claim = _moved(said.claim, period)
    return said._replace(
        kind="period", claim=claim, words=_words("period", window=Window(claim.span, period))
    )


def _moved(claim: Claim, period: date) -> Claim:
    """The claim for another month; what it is compared with keeps its distance."""
    if claim.against is None:
        return claim._replace(period=period)
    distance = (period.year - claim.period.year) * 12 + period.month - claim.period.month
    return claim._replace(period=period, against=periods.shift(claim.against, distance))


def other_partners(others: Alternatives, said: Mistake) -> Iterator[Mistake]:
    """Another partner's figure, among those whose figures the news compares."""
    skipped = {said.claim.partner, *({"CN", "CN+HK"} if said.claim.partner in {"CN", "CN+HK"} else ())}
    for partner in PARTNERS:
        if partner not in skipped and partner != said.claim.reporter:
            claim, words = (
                said.claim._replace(partner=partner),
                _words("partner", place=places.place(partner)),
            )
            yield said._replace(kind="partner", claim=claim, words=words)


#: What the claim may have meant, and how its number may have been written.
READINGS: tuple[Changes, ...] = (part_year, spans, rates, greater_china, flows, sign, office, vintages)
NUMBERS: tuple[Changes, ...] = (scale, folds)
ALL: tuple[Changes, ...] = (*READINGS, *NUMBERS, currency, other_months, other_partners)
