"""Months or years in a row: of growth, above an amount or a rate, as the first partner, above another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from tradecli import periods
from tradecli.claims import Assertion, Claim
from tradecli.model.figure import Streak, Window
from tradecli.reports.measure_places import growth
from tradecli.reports.measure_ranks import place_among
from tradecli.reports.measured import Measured, SeriesOf, amounts_in, figure_in, question
from tradecli.series import Series
from tradecli.statistics.streaks import streak_of

#: A place is looked up for each month: no streak of first places is followed further back.
LONGEST = 60


def streak(series_of: SeriesOf, claim: Claim, assertion: Assertion, as_of: date | None) -> Measured:
    """How many in a row to the claim's period; a gap or the start of the series leaves it open.

    Surpluses and deficits grow by their size, and there is none of the other side.
    """
    series = series_of(question(claim, as_of))
    if series is None:
        return Measured(None, note="not_held")
    series = series.counted(claim.period)
    span = "year" if assertion.of == "years" else "month"
    figure = figure_in(series, claim.flow, Window(span, claim.period))
    if figure.money is None:
        return Measured(None, note="missing", figures=(figure,))
    if not assertion.of and claim.flow != "trade":
        run = series.streak(claim.flow, claim.period)
    else:
        directions = _directions(series_of, series, claim, assertion, as_of)
        run = streak_of(list(directions)[::-1])
    if run is None:
        return Measured(None, note="missing", figures=(figure,))
    return _measured(run)._replace(figures=(figure,))


def _measured(run: Streak) -> Measured:
    length = Fraction(run.length)
    if not run.at_least:
        return Measured(length, length, length)
    # At least so many: the value is open, and only shorter streaks can be refuted.
    low, high = (length, None) if length > 0 else (None, length)
    return Measured(None, low, high, note="open_streak")


def _directions(
    series_of: SeriesOf, series: Series, claim: Claim, assertion: Assertion, as_of: date | None
) -> Iterator[int | None]:
    """What decides each month or year, the claim's own first: above zero where it counts, None not known."""
    if assertion.of == "first_partner":
        first = assertion._replace(measure="rank", of="partners")
        for back in range(LONGEST):
            month = periods.shift(claim.period, -back)
            found = place_among(series_of, claim._replace(period=month, span="month"), first, as_of)
            if found.value != 1:
                # Not the first, however partners are counted, or one that may be.
                yield -1 if found.low and found.low > 1 else None
                return
            yield 1
        return
    span, step = ("year", 12) if assertion.of == "years" else ("month", 1)
    amounts = dict(amounts_in(series, claim.flow, span))
    rival = series_of(question(claim._replace(partner=assertion.rival), as_of)) if assertion.rival else None
    others = dict(amounts_in(rival, claim.flow, span)) if rival else {}
    than = assertion.than.value if assertion.than else None
    period, oldest = claim.period, min(amounts)
    while period >= oldest:
        now, base = amounts.get(period), amounts.get(periods.shift(period, -12))
        yield _direction(assertion.of, claim, now, base, others.get(period), than)
        period = periods.shift(period, -step)
    yield None


def _direction(
    of: str, claim: Claim, now: int | None, base: int | None, other: int | None, than: Fraction | None
) -> int | None:
    if now is None:
        return None
    side = claim.side or 1
    if of == "above":
        return None if than is None else _way(now * side > than)
    if of == "above_partner":
        return None if other is None else _way(now * side > other * side)
    if base is None:
        return None
    rate = growth(now, base, claim.flow)
    if of == "above_percent":
        return None if rate is None or than is None else _way(rate > than)
    if rate is None:
        # On a zero base there is no growth; across a change of sign it cannot be told.
        return None if base else 0
    return 0 if now * claim.side < 0 else (rate > 0) - (rate < 0)


def _way(counts: bool) -> int:
    return 1 if counts else -1
