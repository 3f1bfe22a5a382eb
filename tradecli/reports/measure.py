"""What the figures say where a claim says something: one exact value, and what rounding leaves open."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from fractions import Fraction
from typing import Literal

from tradecli.claims import Assertion, Claim
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.reports.measure_parts import contribution, points, share
from tradecli.reports.measure_places import place_in_time
from tradecli.reports.measure_ranks import place_among
from tradecli.reports.measure_streaks import streak
from tradecli.reports.measured import Measured, SeriesOf, compared, figure_in, question
from tradecli.statistics.growth import Multiple, growth_of

_TIMES = {"doubled": 2, "tripled": 3, "quadrupled": 4}
_DEGREES: dict[str, Literal["nearly", "more"]] = {"nearly": "nearly", "more": "more"}
#: Amounts, whose currency is compared with that of the figure.
_MONEY = frozenset({"level", "base", "difference"})
#: Measures of what a part is in a whole.
_OF_PARTS = {"share": share, "points": points, "contribution": contribution}


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
    series = series.counted(claim.period)
    if claim.currency not in {"USD", series.currency} and assertion.measure not in _MONEY:
        # Growth and records in another currency are others.
        return Measured(None, note="currency")
    figure, name = figure_in(series, claim.flow, Window(claim.span, claim.period)), assertion.measure
    if is_place(assertion):
        if assertion.of in {"partners", "commodities"}:
            return place_among(series_of, claim, assertion, as_of)
        return place_in_time(series_of, claim, assertion, as_of, later=later)
    if name in _OF_PARTS:
        return _OF_PARTS[name](series_of, claim, assertion, as_of)
    if name == "level":
        return _level(figure, claim, assertion)
    if name == "streak":
        return streak(series_of, claim, assertion, as_of)
    return _compared(figure, figure_in(series, claim.flow, compared(claim, assertion)), claim, assertion)


def measure_again(
    series_of: SeriesOf,
    levels: dict[Hashable, Measured],
    claim: Claim,
    assertion: Assertion,
    as_of: date | None,
    *,
    later: bool = True,
) -> Measured:
    """The same where much is tried: a level is looked up once, whatever number is claimed of it."""
    if assertion.measure != "level" or assertion.of or assertion.quantity is None:
        return measure(series_of, claim, assertion, as_of, later=later)
    goods = (claim.commodity, claim.classification, claim.currency)
    key = (claim.reporter, claim.partner, claim.flow, claim.period, claim.span, as_of, *goods)
    found = levels.get(key)
    if found is None:
        found = levels[key] = measure(series_of, claim, assertion, as_of)
    return found


def _compared(figure: Figure, base: Figure, claim: Claim, assertion: Assertion) -> Measured:
    """What is said of a figure and its base: the base itself, the difference, the growth."""
    name = assertion.measure
    if name == "mom" and claim.span != "month":
        return Measured(None, note="no_mom")
    if name == "base":
        return _level(base, claim, assertion)
    if name == "difference":
        return _difference(figure, base, claim, assertion)
    return _growth(figure, base, times=name == "multiple")


def is_place(assertion: Assertion) -> bool:
    """Whether an assertion gives a place among others: a record, a rank, the first above an amount."""
    return assertion.measure in {"record", "rank"} or assertion.of == "first_above"


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
    if quantity is None or assertion.measure not in _MONEY:
        return None
    return Money(round(quantity.value), max(1, int(2 * quantity.half)), claim.currency)


def _level(figure: Figure, claim: Claim, assertion: Assertion) -> Measured:
    """A figure as it stands; none beside an amount in another currency."""
    note = _no_level(figure, claim, assertion)
    if note or figure.money is None:
        return Measured(None, note=note, figures=(figure,))
    return _amount(figure.money.value, figure.uncertainty, figure)


def _no_level(figure: Figure, claim: Claim, assertion: Assertion) -> str:
    """Why a figure is no amount beside the one claimed; empty where it is."""
    if figure.money is None:
        return "missing"
    claimed = assertion.quantity is not None and assertion.measure in _MONEY
    return "currency" if claimed and claim.currency != figure.money.currency else ""


def _amount(value: int, uncertainty: int, *figures: Figure) -> Measured:
    """An amount, and what twice its rounding error leaves open on either side."""
    low, high = Fraction(2 * value - uncertainty, 2), Fraction(2 * value + uncertainty, 2)
    return Measured(Fraction(value), low, high, figures=figures)


def _difference(figure: Figure, base: Figure, claim: Claim, assertion: Assertion) -> Measured:
    """``figure - base`` in whole units, of a deficit that of its size; the half units of both add up."""
    note = _no_level(figure, claim, assertion) or _no_level(base, claim, assertion)
    if note or figure.money is None or base.money is None:
        return Measured(None, note=note, figures=(figure, base))
    value = (figure.money.value - base.money.value) * (claim.side or 1)
    return _amount(value, figure.uncertainty + base.uncertainty, figure, base)


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
