"""What the figures say where a claim says something: one exact value, and what rounding leaves open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers.pair import Pair
from tradecli.claims import Assertion, Claim
from tradecli.errors import NoData
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.question import Known, Question, figures
from tradecli.statistics.growth import growth_of
from tradecli.statistics.records import SAME_MONTH, WINDOW, place
from tradecli.statistics.share import share_of
from tradecli.statistics.streaks import rise, streak
from tradecli.vintages import known_on

KINDS = ("month", "quarter", "year_to_date", "rolling_12")


class Found(NamedTuple):
    """A measure as the figures give it, in dollars, percent, times, places or months.

    `low` and `high` are what the rounding of the inputs leaves possible. Without a value `note`
    says why. `windows` are the rows it was made from, the claimed window first.
    """

    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    note: str = ""
    windows: tuple[Mapping[str, Any], ...] = ()
    tie: bool = False


class Shelf:
    """Pairs by question, each read and worked out once."""

    def __init__(self, load: Callable[[Question], Known]) -> None:
        """Take the way to read what is known of a question without a day."""
        self._load = load
        self._known: dict[Question, Known | None] = {}
        self._pairs: dict[Question, Pair | None] = {}

    def known(self, question: Question) -> Known | None:
        """What is known as of the question's day; None where nothing is."""
        if question not in self._known:
            self._known[question] = self._read(question)
        return self._known[question]

    def _read(self, question: Question) -> Known | None:
        if question.as_of is None:
            try:
                return self._load(question)
            except NoData:
                return None
        whole = self.known(question._replace(as_of=None))
        if whole is None:
            return None
        rows = whole.observations.filter(known_on(question.as_of))
        return whole._replace(question=question, observations=rows, figures=figures(rows, question.partner))

    def pair(self, question: Question) -> Pair | None:
        """The pair's windows; None where nothing is known."""
        if question not in self._pairs:
            known = self.known(question)
            empty = known is None or known.figures.is_empty()
            self._pairs[question] = None if known is None or empty else Pair(known, kinds=KINDS)
        return self._pairs[question]


def question(claim: Claim, as_of: date | None) -> Question:
    """The question whose answer the claim gives."""
    return Question(
        reporter=claim.reporter,
        partner=claim.partner,
        commodity=claim.commodity,
        classification=claim.classification,
        as_of=as_of,
    )


def measured(shelf: Shelf, claim: Claim, assertion: Assertion, as_of: date | None) -> Found:
    """What the figures known on a day say of one assertion of a claim."""
    if claim.currency != "USD" and assertion.measure in {"level", "base"}:
        return Found(None, note="currency")
    pair = shelf.pair(question(claim, as_of))
    if pair is None:
        return Found(None, note="not_held")
    if assertion.measure == "share":
        world = shelf.pair(question(claim._replace(partner="WORLD"), as_of))
        return _share(_window(pair, claim), _window(world, claim) if world else None)
    if assertion.measure in {"record", "rank"}:
        return _placed(pair, claim, assertion.scope)
    if assertion.measure == "streak":
        return _streak(pair, claim)
    return _figures(pair, claim, assertion.measure)


def _figures(pair: Pair, claim: Claim, measure: str) -> Found:
    """A level, or the growth of one on another."""
    now = _window(pair, claim)
    if measure == "level":
        return level(now)
    if measure == "mom":
        before = periods.shift(claim.period, -1)
        return (
            growth(now, _window(pair, claim, before)) if claim.span == "month" else Found(None, note="no_mom")
        )
    earlier = periods.shift(claim.period, -12)
    if measure == "yoy":
        return growth(now, _window(pair, claim, earlier))
    base = _window(pair, claim, claim.against or earlier, claim.against_span if claim.against else claim.span)
    return level(base) if measure == "base" else multiple(now, base)


def _window(pair: Pair, claim: Claim, period: date | None = None, span: str = "") -> Mapping[str, Any]:
    index = ("export", "import", "balance").index(claim.flow)
    row = pair.at(span or claim.span, period or claim.period)[index]
    shown = {"span": span or claim.span, "through": period or claim.period}
    return {**row, **shown, "source": pair.known.source, "currency": pair.currency}


def _figure(window: Mapping[str, Any]) -> Figure:
    value, covers = window["value"], Window(window["span"], window["through"])
    if value is None:
        return Figure(window["flow"], covers)
    money = Money(value, window["precision"], window["currency"])
    return Figure(window["flow"], covers, money, uncertainty=window["units"])


def level(window: Mapping[str, Any]) -> Found:
    """A figure as it stands.

    Examples:
        >>> level({"value": 100, "units": 10}).high
        Fraction(105, 1)
    """
    if window["value"] is None:
        return Found(None, note="missing", windows=(window,))
    value, half = Fraction(window["value"]), Fraction(window["units"], 2)
    return Found(value, value - half, value + half, windows=(window,))


def growth(now: Mapping[str, Any], base: Mapping[str, Any]) -> Found:
    """Growth in percent; none across a change of sign or on zero."""
    rate = growth_of(_figure(now), _figure(base))
    if rate.percent is not None:
        return Found(rate.percent, rate.low, rate.high, windows=(now, base))
    on_zero = base["value"] == 0 and now["value"] is not None
    return Found(None, note="zero_base" if on_zero else rate.note, windows=(now, base))


def multiple(now: Mapping[str, Any], base: Mapping[str, Any]) -> Found:
    """``value / base`` with the interval that the half units of both leave; `high` None where it is open."""
    found = growth(now, base)

    def times(percent: Fraction | None) -> Fraction | None:
        return None if percent is None else percent / 100 + 1

    return found._replace(value=times(found.value), low=times(found.low), high=times(found.high))


def _share(part: Mapping[str, Any], total: Mapping[str, Any] | None) -> Found:
    if part["flow"] == "balance":
        return Found(None, note="no_share", windows=(part,))
    share = share_of(_figure(part), _figure(total) if total else None)
    windows = (part, total) if total else (part,)
    if share is None:
        known = part["value"] is not None and total is not None and total["value"] is not None
        return Found(None, note="zero_base" if known else "missing", windows=windows)
    return Found(share.percent, share.low, share.high, windows=windows)


def _placed(pair: Pair, claim: Claim, scope: str) -> Found:
    """The place of a window among all that were known, later ones too; 1 is the highest."""
    kind = WINDOW.get(scope, scope)
    own = _window(pair, claim, span=kind)
    if own["value"] is None:
        return Found(None, note="missing", windows=(own,))
    known = pair.windows(kind).filter((pl.col("flow") == claim.flow) & pl.col("value").is_not_null())
    others = [
        (period, Money(value, precision, pair.currency))
        for period, value, precision in known.select("period", "value", "precision").iter_rows()
    ]
    found = place(scope, _figure(own), others, later=True)
    if found.rank is None or found.previous is None:
        return Found(None, note="short_history", windows=(own,))
    side = -1 if claim.flow == "balance" and own["value"] < 0 else 1
    overtaken = (
        period
        for period, amount in others
        if period > claim.period
        and (scope not in SAME_MONTH or period.month == claim.period.month)
        and amount.value * side > own["value"] * side
    )
    best = _window(pair, claim, next(overtaken, found.previous_period), kind)
    rank = Fraction(found.rank)
    return Found(rank, rank, rank, windows=(own, best), tie=bool(found.tie))


def _streak(pair: Pair, claim: Claim) -> Found:
    """Months in a row of growth (of a surplus or deficit for the balance); a gap leaves it open."""
    signed = pl.when(pl.col("flow") == "balance").then(pl.col("value")).otherwise(rise())
    counted = streak(pair.windows("month"), signed).filter(flow=claim.flow, period=claim.period).to_dicts()
    own = _window(pair, claim, span="month")
    if not counted or (counted[0]["streak"] is None and counted[0]["at_least"] is None):
        return Found(None, note="missing", windows=(own,))
    exact, least = counted[0]["streak"], counted[0]["at_least"]
    if exact is not None:
        return Found(Fraction(exact), Fraction(exact), Fraction(exact), windows=(own,))
    # At least so many: the value is open, and only shorter streaks can be refuted.
    low, high = (Fraction(least), None) if least > 0 else (None, Fraction(least))
    return Found(None, low, high, note="open_streak", windows=(own,))
