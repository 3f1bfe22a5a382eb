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
from tradecli.question import Known, Question, figures
from tradecli.statistics.records import LEAST, SAME_MONTH, WINDOW
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
    place = ("export", "import", "balance").index(claim.flow)
    row = pair.at(span or claim.span, period or claim.period)[place]
    return {**row, "span": span or claim.span, "through": period or claim.period, "source": pair.known.source}


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
    """Growth in percent, ``100 * (value / base - 1)``; none across a change of sign or on zero.

    Examples:
        >>> growth({"value": 150, "units": 0}, {"value": 100, "units": 0}).value
        Fraction(50, 1)
    """
    times = multiple(now, base)
    if times.value is None or times.low is None:
        return times
    high = None if times.high is None else 100 * (times.high - 1)
    return times._replace(value=100 * (times.value - 1), low=100 * (times.low - 1), high=high)


def multiple(now: Mapping[str, Any], base: Mapping[str, Any]) -> Found:
    """``value / base`` with the interval that the half units of both leave; `high` None where it is open."""
    windows = (now, base)
    if now["value"] is None or base["value"] is None:
        return Found(None, note="missing", windows=windows)
    if base["value"] == 0 or now["value"] * base["value"] < 0:
        return Found(None, note="sign_change" if base["value"] else "zero_base", windows=windows)
    top, bottom = abs(now["value"]), abs(base["value"])
    top_half, bottom_half = Fraction(now["units"], 2), Fraction(base["units"], 2)
    high = (top + top_half) / (bottom - bottom_half) if bottom > bottom_half else None
    return Found(Fraction(top, bottom), (top - top_half) / (bottom + bottom_half), high, windows=windows)


def _share(part: Mapping[str, Any], total: Mapping[str, Any] | None) -> Found:
    if part["flow"] == "balance":
        return Found(None, note="no_share", windows=(part,))
    times = multiple(part, total) if total else Found(None, note="missing", windows=(part,))
    if times.value is None or times.low is None:
        return times
    return times._replace(value=100 * times.value, low=100 * times.low, high=times.high and 100 * times.high)


def _placed(pair: Pair, claim: Claim, scope: str) -> Found:
    """The place of a window among all that were known, later ones too; 1 is the highest."""
    kind = WINDOW.get(scope, scope)
    own = _window(pair, claim, span=kind)
    if own["value"] is None:
        return Found(None, note="missing", windows=(own,))
    side = -1 if claim.flow == "balance" and own["value"] < 0 else 1
    others = pair.windows(kind).filter(
        (pl.col("flow") == claim.flow) & pl.col("value").is_not_null() & (pl.col("period") != claim.period)
    )
    if scope in SAME_MONTH:
        others = others.filter(pl.col("period").dt.month() == claim.period.month)
    if others.height < LEAST[scope]:
        return Found(None, note="short_history", windows=(own,))
    best = others.sort(pl.col("value") * side, "period", descending=[True, False]).row(0, named=True)
    above = others.filter(pl.col("value") * side > own["value"] * side).sort("period")
    first = next((row for row in above.to_dicts() if row["period"] > claim.period), None)
    rank = Fraction(1 + above.height)
    best = {**(first or best), "span": kind, "through": (first or best)["period"], "source": own["source"]}
    return Found(rank, rank, rank, windows=(own, best), tie=best["value"] == own["value"])


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
