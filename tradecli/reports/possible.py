"""Whether figures that are not in hand could make a claim true: by how far such figures are revised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from tradecli import periods
from tradecli.claims import Assertion, Claim
from tradecli.model.figure import Figure, Window
from tradecli.reports.judge import place_of, sided
from tradecli.reports.measure import is_place, multiple
from tradecli.reports.measured import SeriesOf, compared, question
from tradecli.reports.softened import range_of
from tradecli.series import Series
from tradecli.statistics.band import Band
from tradecli.statistics.growth import claimed_band
from tradecli.statistics.records import SAME_MONTH, WINDOW, place

#: Today's figure refutes a claim of another day where it is off by more than so many bands.
REFUTING = 5
#: Measures of which it is not worked out how far revisions move them.
UNBOUNDED = frozenset({"points", "contribution"})


class Interval(NamedTuple):
    """All values from `low` to `high`; None is no bound."""

    low: Fraction | None
    high: Fraction | None

    def meets(self, low: Fraction, high: Fraction) -> bool:
        """Whether any value lies between two others, they included."""
        return (self.low is None or self.low <= high) and (self.high is None or self.high >= low)

    @property
    def reaches_above_zero(self) -> bool:
        """Whether any value is above zero."""
        return self.high is None or self.high > 0

    def over(self, base: Interval) -> Interval:
        """All quotients of sizes by those of another interval; a base that may be zero has no bound."""
        if self.low is None or self.high is None or base.low is None or base.high is None or base.low <= 0:
            return ANYTHING
        return Interval(self.low / base.high, self.high / base.low)

    def minus(self, other: Interval) -> Interval:
        """All differences."""
        low = None if self.low is None or other.high is None else self.low - other.high
        return Interval(low, None if self.high is None or other.low is None else self.high - other.low)

    def size(self, side: int) -> Interval:
        """The sizes of deficits, if *side* is -1."""
        if side > 0:
            return self
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)


ANYTHING = Interval(None, None)
#: The values that a figure of a series may have had.
Spread = Callable[[Series, Figure], Interval]
#: The band of revisions of a flow of a series.
BandOf = Callable[[Series, str], Band | None]


def exactly(_: Series, figure: Figure) -> Interval:
    """A figure as it stands, with what its rounding leaves open."""
    if figure.money is None:
        return ANYTHING
    half = Fraction(figure.uncertainty, 2)
    return Interval(figure.money.value - half, figure.money.value + half)


def not_yet_revised(bands: BandOf, newest: date) -> Spread:
    """Figures older than the newest release may have been revised by it as far as any were."""

    def spread(series: Series, figure: Figure) -> Interval:
        if figure.oldest is not None and figure.oldest >= newest:
            return exactly(series, figure)
        return _revised(series, figure, bands, spread, lambda band: (band.low, band.high))

    return spread


def within_revisions(bands: BandOf) -> Spread:
    """Figures may have been off as far as any were ever revised, either way."""

    def spread(series: Series, figure: Figure) -> Interval:
        return _revised(series, figure, bands, spread, lambda band: (-band.width, band.width))

    return spread


def long_since_revised(bands: BandOf) -> Spread:
    """Figures of another day lie within `REFUTING` bands of today's."""

    def spread(series: Series, figure: Figure) -> Interval:
        return _revised(
            series, figure, bands, spread, lambda band: (-REFUTING * band.width, REFUTING * band.width)
        )

    return spread


def _revised(
    series: Series,
    figure: Figure,
    bands: BandOf,
    spread: Spread,
    ends: Callable[[Band], tuple[Fraction, Fraction]],
) -> Interval:
    if figure.money is None:
        return ANYTHING
    if figure.flow == "balance":
        # A small balance is revised by a multiple of itself: what counts is how far its flows are.
        exports, imports = (series.figure(flow, figure.window) for flow in ("export", "import"))
        if exports.money and imports.money:
            return spread(series, exports).minus(spread(series, imports))
        # Of its flows nothing is known: it is no other balance, and hardly twice as large.
        return Interval(*sorted((Fraction(0), Fraction(2 * figure.money.value))))
    band = bands(series, figure.flow)
    if band is None:
        return ANYTHING
    value, half = figure.money.value, Fraction(max(figure.uncertainty, figure.money.precision), 2)
    low, high = ends(band)
    return Interval(value * (1 + low) - half, value * (1 + high) + half)


class Possible(NamedTuple):
    """What a claim is held against: the series, and how far its figures and their bases may be off."""

    series_of: SeriesOf
    as_of: date | None
    spread: Spread
    base_spread: Spread
    #: Whether later figures take the place of a record too.
    later: bool = True

    def holds(self, claim: Claim, assertion: Assertion) -> bool:
        """Whether figures that may have stood on the day make an assertion true."""
        series = self.series_of(question(claim, self.as_of))
        if series is None:
            return True
        if claim.flow == "trade" or assertion.of or assertion.since or assertion.measure in UNBOUNDED:
            # How far these may have been off is not worked out: nothing is refuted by it.
            return True
        series = series.counted(claim.period)
        if is_place(assertion):
            return self._rank_holds(series, claim, assertion)
        if assertion.measure == "streak":
            return self._streak_holds(series, claim, assertion)
        figure = series.figure(claim.flow, Window(claim.span, claim.period))
        if assertion.measure == "difference":
            base = self.base_spread(series, series.figure(*self._base(claim, assertion)))
            return self._number_holds(
                assertion, self.spread(series, figure).minus(base).size(claim.side or 1)
            )
        if assertion.measure in {"level", "base"}:
            shown = figure if assertion.measure == "level" else series.figure(*self._base(claim, assertion))
            return self._number_holds(assertion, self.spread(series, shown), claim.side)
        if assertion.measure == "share":
            world = self.series_of(question(claim._replace(partner="WORLD"), self.as_of))
            total = self.base_spread(world, world.figure(*figure[:2])) if world else ANYTHING
            return self._number_holds(assertion, _percent(self.spread(series, figure).over(total)))
        return self._ratio_holds(series, claim, assertion, figure)

    def _base(self, claim: Claim, assertion: Assertion) -> tuple[str, Window]:
        return claim.flow, compared(claim, assertion)

    def _number_holds(self, assertion: Assertion, values: Interval, side: int = 0) -> bool:
        ends = range_of(assertion)
        return ends is None or values.meets(*sided(ends, side))

    def _ratio_holds(self, series: Series, claim: Claim, assertion: Assertion, figure: Figure) -> bool:
        """Growth and multiples, of the sizes of two figures of one sign."""
        base = series.figure(*self._base(claim, assertion))
        side = sign(claim, figure)
        now = self.spread(series, figure).size(side)
        if not now.reaches_above_zero:
            return False
        ratio = now.over(self.base_spread(series, base).size(side))
        if assertion.word:
            return ratio.meets(*claimed_band(multiple(assertion.word)))
        if assertion.measure == "multiple":
            return self._number_holds(assertion, ratio)
        return self._number_holds(assertion, _percent(ratio.minus(Interval(Fraction(1), Fraction(1)))))

    def _rank_holds(self, series: Series, claim: Claim, assertion: Assertion) -> bool:
        """Whether a figure may have had a place among the others."""
        kind = assertion.scope
        span = WINDOW.get(kind, kind)
        figure = series.figure(claim.flow, Window(span, claim.period))
        side = sign(claim, figure)
        own = self.spread(series, figure).size(side)
        if own.low is None or own.high is None:
            return True
        if not own.reaches_above_zero:
            return False
        amounts = series.amounts(claim.flow, span)
        above, at_most = 0, place(kind, figure, amounts, later=self.later).missing
        for period, _ in amounts:
            compared_with = period < claim.period or (self.later and period > claim.period)
            if not compared_with or (kind in SAME_MONTH and period.month != claim.period.month):
                continue
            other = self.base_spread(series, series.figure(claim.flow, Window(span, period))).size(side)
            above += other.low is not None and other.low > own.high
            at_most += other.high is None or other.high > own.low
        wanted = place_of(assertion)
        return 1 + above <= wanted <= 1 + at_most

    def _streak_holds(self, series: Series, claim: Claim, assertion: Assertion) -> bool:
        """Whether so many months in a row may have risen, or fallen, and the one before may not."""
        if assertion.quantity is None:
            return True
        wanted = int(assertion.quantity.value) * (claim.side or 1)
        zero, way = Fraction(0), 1 if wanted > 0 else -1
        moves = [
            self._move(series, claim, periods.shift(claim.period, -step)).size(way)
            for step in range(abs(wanted) + 1)
        ]
        if not wanted:
            return moves[0].meets(zero, zero)
        *run, before = moves
        may_have_run = all(move.high is None or move.high > zero for move in run)
        return may_have_run and (before.low is None or before.low <= zero)

    def _move(self, series: Series, claim: Claim, month: date) -> Interval:
        """What decides the direction of a month: a balance itself, of flows the change on the year."""
        figure = series.figure(claim.flow, Window("month", month))
        now = self.spread(series, figure)
        if claim.flow == "balance":
            return now
        return now.minus(self.base_spread(series, series.base(figure)))


def sign(claim: Claim, figure: Figure) -> int:
    """The side on which sizes are measured: the claim's, else that of the figure."""
    if claim.flow != "balance":
        return 1
    return claim.side or (-1 if figure.money and figure.money.sign < 0 else 1)


def _percent(ratio: Interval) -> Interval:
    return Interval(*(None if end is None else 100 * end for end in ratio))
