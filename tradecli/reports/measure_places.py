"""Where a figure, its growth or its share stands among those of other periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache

from tradecli import periods
from tradecli.claims import Assertion, Claim
from tradecli.model.figure import Figure, Rank, Window
from tradecli.reports.measure_parts import whole_of
from tradecli.reports.measured import Measured, SeriesOf, amounts_in, exact, figure_in, question
from tradecli.series import Series
from tradecli.statistics.records import LEAST, WINDOW, Among, among, same_kind, step

#: The numbers of a series that are placed, by period.
Numbers = Sequence[tuple[date, int | Fraction]]


def place_in_time(
    series_of: SeriesOf, claim: Claim, assertion: Assertion, as_of: date | None, *, later: bool
) -> Measured:
    """The place among all that were known, or all earlier ones; 1 is the highest, of `low` the lowest.

    With `since` only what came after that month counts: a record since then is one that nothing after it
    was above, and is open where the history does not reach back so far.
    """
    series = series_of(question(claim, as_of))
    kind, of = assertion.scope or claim.span, assertion.of
    if series is None:
        return Measured(None, note="not_held")
    series = series.counted(claim.period)
    if of in {"exceeds_year", "first_above"}:
        return _passing(series, claim, assertion)
    span = WINDOW.get(kind, kind)
    figure = figure_in(series, claim.flow, Window(span, claim.period))
    whole = series_of(question(whole_of(claim, ""), as_of)) if of.endswith("share") else None
    numbers = _numbers(series, whole, claim.flow, span, of)
    own = dict(numbers).get(claim.period)
    if figure.money is None or own is None:
        return Measured(None, note="missing", figures=(figure,))
    side = -1 if of in {"", "low"} and claim.flow == "balance" and own < 0 else 1
    if of.startswith("low") or (of == "growth" and own < 0):
        side = -side
    since = assertion.since and counted_since(assertion.since, claim.period)
    others = numbers if since is None else [each for each in numbers if each[0] > since]
    found = among(kind, claim.period, own, others, side=side, later=later)
    if since is not None:
        found = _since(kind, claim.period, own * side, [(day, v * side) for day, v in others], since, later)
    if found.rank is None:
        return Measured(None, note="short_history", figures=(figure,))
    return _placed(series, claim, figure, found, dict(numbers), side, later=later)


def _placed(
    series: Series,
    claim: Claim,
    figure: Figure,
    found: Among,
    numbers: dict[date, int | Fraction],
    side: int,
    *,
    later: bool,
) -> Measured:
    """A place with the figure that passed it first, else the highest of those before."""
    own = numbers[claim.period] * side
    after = (day for day in numbers if later and day > claim.period and day in found.compared)
    passed = next((day for day in after if numbers[day] * side > own), None)
    window = figure.window._replace(through=passed or found.previous_period or claim.period)
    rank = Rank(
        figure.window.span,
        figure,
        found.earlier,
        found.record,
        found.tie,
        found.rank,
        found.since,
        found.missing,
    )
    other = figure_in(series, claim.flow, window)
    return exact(found.rank or 0, figure, other)._replace(rank=rank)


def counted_since(since: date, period: date) -> date:
    """The month from which a record counts, if so many whole or half years were rounded.

    "In 16 years" is said of 191 months, "in 15 and a half" of 184: up to half of what it is rounded to, and
    of few years a month for each.

    Examples:
        >>> counted_since(date(2010, 1, 1), date(2026, 1, 1))
        datetime.date(2010, 7, 1)
        >>> counted_since(date(2022, 7, 1), date(2023, 12, 1))
        datetime.date(2022, 7, 1)
    """
    months = (period.year - since.year) * 12 + period.month - since.month
    if months < 24 or months % 6:
        return since
    return periods.shift(since, min(3 if months % 12 else 6, months // 12))


def _since(kind: str, period: date, own: int | Fraction, others: Numbers, since: date, later: bool) -> Among:
    """The place among those after a month; whatever of them is not held is missing."""
    known = [
        (day, size)
        for day, size in others
        if (day != period if later else day < period) and same_kind(kind, period, day)
    ]
    every = step(kind)
    between = (period.year - since.year) * 12 + period.month - since.month
    missing = max(0, -(-between // every) - 1 - sum(day < period for day, _ in known))
    if not known:
        return Among(0, missing)
    highest = max(size for _, size in known)
    return Among(
        len(known),
        missing,
        record=own > highest,
        tie=own == highest,
        rank=1 + sum(size > own for _, size in known),
        since=known[0][0],
        previous_period=next(day for day, size in known if size == highest),
        compared=frozenset(day for day, _ in known),
    )


@lru_cache(maxsize=64)
def _numbers(series: Series, whole: Series | None, flow: str, span: str, of: str) -> Numbers:
    """The amounts of a series, their growth on a year earlier in percent, or their shares of a whole."""
    amounts = amounts_in(series, flow, span)
    if of == "growth":
        known = dict(amounts)
        bases = ((day, value, known.get(periods.shift(day, -12))) for day, value in amounts)
        grown = ((day, growth(value, base, flow)) for day, value, base in bases)
        return [(day, rate) for day, rate in grown if rate is not None]
    if of.endswith("share"):
        totals = dict(amounts_in(whole, flow, span)) if whole and flow != "balance" else {}
        return [(day, Fraction(value, totals[day])) for day, value in amounts if totals.get(day, 0) > 0]
    return amounts


def growth(value: int, base: int | None, flow: str) -> Fraction | None:
    """Growth in percent, of two deficits that of the deficit; None on a zero base or across a change of sign.

    Examples:
        >>> growth(3, 2, "export"), growth(-3, -2, "balance"), growth(3, -2, "balance")
        (Fraction(50, 1), Fraction(50, 1), None)
    """
    if not base or (flow == "balance" and value * base <= 0):
        return None
    return Fraction(100 * (value - base), base)


def _passing(series: Series, claim: Claim, assertion: Assertion) -> Measured:
    """A part of a year above every full year before, or the first figure to reach an amount: place 1."""
    figure = figure_in(series, claim.flow, Window(claim.span, claim.period))
    than = assertion.than or assertion.quantity
    if figure.money is None or (than is None and assertion.of == "first_above"):
        return Measured(None, note="missing", figures=(figure,))
    side = -1 if claim.flow == "balance" and figure.money.sign < 0 else 1
    own, kind = figure.money.value * side, claim.span
    limit: int | Fraction = own
    if assertion.of == "exceeds_year":
        kind = "year"
    elif than is not None:
        limit = than.value
    if own < limit:
        return exact(0, figure)._replace(rank=Rank(kind, figure))
    known = [
        (day, value * side)
        for day, value in amounts_in(series, claim.flow, kind)
        if day < claim.period and (kind == "year" or same_kind(kind, claim.period, day))
    ]
    if len(known) < LEAST[kind]:
        return Measured(None, note="short_history", figures=(figure,))
    above = [day for day, size in known if size >= limit]
    first, every = known[0][0], step(kind)
    last = periods.shift(claim.period, -every)
    if kind == "year":
        last = periods.december(claim.period.year - 1)
    missing = ((last.year - first.year) * 12 + last.month - first.month) // every + 1 - len(known)
    shown = above[0] if above else max(known, key=lambda each: each[1])[0]
    rank = Rank(kind, figure, len(known), not above, False, 1 + len(above), first, missing)
    other = figure_in(series, claim.flow, Window(kind, shown))
    return exact(1 + len(above), figure, other)._replace(rank=rank)
