"""What the figures say where a claim says something: one exact value, and what rounding leaves open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from tradecli import periods
from tradecli.claims import Assertion, Claim
from tradecli.errors import MixedCurrencies
from tradecli.model.figure import Figure, Rank, Window
from tradecli.model.money import Money
from tradecli.question import Question
from tradecli.series import Series
from tradecli.statistics.growth import Multiple, growth_of
from tradecli.statistics.records import SAME_MONTH, WINDOW, place
from tradecli.statistics.share import share_of

_TIMES = {"doubled": 2, "tripled": 3, "quadrupled": 4}
_DEGREES: dict[str, Literal["nearly", "more"]] = {"nearly": "nearly", "more": "more"}
#: The way to the series of a question; None where nothing is available.
SeriesOf = Callable[[Question], Series | None]


class Measured(NamedTuple):
    """A measure as the figures give it, in units of currency, percent, times, places or months.

    `low` and `high` are what the rounding of the inputs leaves possible. Without a value `note`
    says why. `figures` are those it was made from, the claimed window's first; for a record the second is
    the one that passed it, else the highest.
    """

    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    note: str = ""
    figures: tuple[Figure, ...] = ()
    rank: Rank | None = None


def question(claim: Claim, as_of: date | None) -> Question:
    """The question whose answer the claim gives."""
    return Question(
        reporter=claim.reporter,
        partner=claim.partner,
        commodity=claim.commodity,
        classification=claim.classification,
        as_of=as_of,
    )


def measure(
    series_of: SeriesOf, claim: Claim, assertion: Assertion, as_of: date | None, *, later: bool = True
) -> Measured:
    """What the figures known on a day say of one assertion of a claim.

    Args:
        series_of: The way to the series of a question.
        claim: Of what it speaks.
        assertion: What it says.
        as_of: The day; None for today.
        later: Let later figures take the place of a record.
    """
    series = series_of(question(claim, as_of))
    if series is None:
        return Measured(None, note="not_held")
    figure = series.figure(claim.flow, Window(claim.span, claim.period))
    if assertion.measure == "level":
        return _level(figure, claim, assertion)
    if assertion.measure == "share":
        world = series_of(question(claim._replace(partner="WORLD"), as_of))
        return _share(figure, world.figure(figure.flow, figure.window) if world else None)
    if assertion.measure in {"record", "rank"}:
        return _place(series, claim, assertion.scope, later=later)
    if assertion.measure == "streak":
        return _streak(series, claim)
    if assertion.measure == "mom" and claim.span != "month":
        return Measured(None, note="no_mom")
    base = series.figure(claim.flow, compared(claim, assertion))
    if assertion.measure == "base":
        return _level(base, claim, assertion)
    return _growth(figure, base, times=assertion.measure == "multiple")


def compared(claim: Claim, assertion: Assertion) -> Window:
    """The window that a growth rate, a multiple or a base speaks of besides the claim's own."""
    if assertion.measure == "mom":
        return Window(claim.span, periods.shift(claim.period, -1))
    if claim.against and assertion.measure != "yoy":
        return Window(claim.against_span, claim.against)
    return Window(claim.span, periods.shift(claim.period, -12))


def multiple(word: str) -> Multiple:
    """The multiple that a word such as `nearly doubled` claims.

    Examples:
        >>> multiple("more than doubled")
        Multiple(times=2, degree='more')
    """
    return Multiple(_TIMES[word.split()[-1]], _DEGREES.get(word.split()[0], "just"))


def claimed_money(claim: Claim, assertion: Assertion) -> Money | None:
    """The amount that a claim gives, as fine as it was written; None where it gives none."""
    quantity = assertion.quantity
    if quantity is None or assertion.measure not in {"level", "base"}:
        return None
    return Money(round(quantity.value), max(1, int(2 * quantity.half)), claim.currency)


def _level(figure: Figure, claim: Claim, assertion: Assertion) -> Measured:
    """A figure as it stands; none beside an amount in another currency."""
    claimed, money = claimed_money(claim, assertion), figure.money
    if money is None:
        return Measured(None, note="missing", figures=(figure,))
    try:
        money.same_currency(claimed or money)
    except MixedCurrencies:
        return Measured(None, note="currency", figures=(figure,))
    half = Fraction(figure.uncertainty, 2)
    return Measured(Fraction(money.value), money.value - half, money.value + half, figures=(figure,))


def _growth(now: Figure, base: Figure, *, times: bool) -> Measured:
    """Growth in percent, or the ratio that it means; none across a change of sign or on zero."""
    growth = growth_of(now, base)
    if growth.percent is None or growth.low is None:
        # What is made of nothing is no growth either way.
        note = "zero_base" if growth.note == "no_trade" else growth.note
        return Measured(None, note=note, figures=(now, base))
    found = Measured(growth.percent, growth.low, growth.high, figures=(now, base))
    return _as_ratio(found) if times else found


def _as_ratio(rate: Measured) -> Measured:
    """A growth rate of 132 % as 2.32 times."""
    value, low, high = (None if end is None else end / 100 + 1 for end in rate[:3])
    return rate._replace(value=value, low=low, high=high)


def _share(part: Figure, total: Figure | None) -> Measured:
    if part.flow == "balance":
        return Measured(None, note="no_share", figures=(part,))
    if part.money is None or total is None or total.money is None:
        return Measured(None, note="missing", figures=(part, total) if total else (part,))
    share = share_of(part, total)
    if share is None:
        return Measured(None, note="zero_base", figures=(part, total))
    return Measured(*share, figures=(part, total))


def _place(series: Series, claim: Claim, kind: str, *, later: bool) -> Measured:
    """The place of a figure among all that were known, or all earlier ones; 1 is the highest."""
    span = WINDOW.get(kind, kind)
    figure = series.figure(claim.flow, Window(span, claim.period))
    if figure.money is None:
        return Measured(None, note="missing", figures=(figure,))
    amounts = series.amounts(claim.flow, span)
    rank = place(kind, figure, amounts, later=later)
    if rank.rank is None or rank.previous_period is None:
        return Measured(None, note="short_history", figures=(figure,))
    side = -1 if claim.flow == "balance" and figure.money.sign < 0 else 1
    after = (period for period, _ in amounts if later and period > claim.period)
    same = (period for period in after if kind not in SAME_MONTH or period.month == claim.period.month)
    known = dict(amounts)
    passed = next((period for period in same if known[period].value * side > figure.money.value * side), None)
    other = series.figure(claim.flow, Window(span, passed or rank.previous_period))
    exact = Fraction(rank.rank)
    return Measured(exact, exact, exact, figures=(figure, other), rank=rank)


def _streak(series: Series, claim: Claim) -> Measured:
    """Months in a row of growth (of a surplus or deficit for the balance); a gap leaves it open."""
    figure = series.figure(claim.flow, Window("month", claim.period))
    run = series.streak(claim.flow, claim.period) if figure.money else None
    if run is None:
        return Measured(None, note="missing", figures=(figure,))
    length = Fraction(run.length)
    if not run.at_least:
        return Measured(length, length, length, figures=(figure,))
    # At least so many: the value is open, and only shorter streaks can be refuted.
    low, high = (length, None) if length > 0 else (None, length)
    return Measured(None, low, high, note="open_streak", figures=(figure,))
