"""What a measure of a claim comes to, and the figures it is made from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from tradecli import periods
from tradecli.claims import Assertion, Claim
from tradecli.model.figure import Figure, Rank, Window
from tradecli.question import Question
from tradecli.series import Series
from tradecli.statistics.contribution import sum_of

#: The way to the series of a question; None where nothing is available.
SeriesOf = Callable[[Question], Series | None]


class Measured(NamedTuple):
    """A measure as the figures give it, in units of currency, percent, times, places or months.

    `low` and `high` are what the rounding of the inputs leaves possible; of a place among partners or goods
    what those not held do. Without a value `note` says why. `figures` are those it was made from, the
    claimed window's first; for a record the second is the one that passed it, else the highest.
    """

    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    note: str = ""
    figures: tuple[Figure, ...] = ()
    rank: Rank | None = None


def exact(value: int | Fraction, *figures: Figure) -> Measured:
    """A number that nothing leaves open."""
    number = Fraction(value)
    return Measured(number, number, number, figures=figures)


def question(claim: Claim, as_of: date | None) -> Question:
    """The question whose answer the claim gives."""
    return Question(
        reporter=claim.reporter,
        partner=claim.partner,
        commodity=claim.commodity,
        classification=claim.classification,
        as_of=as_of,
    )


def compared(claim: Claim, assertion: Assertion) -> Window:
    """The window that a growth rate, a multiple or a base speaks of besides the claim's own."""
    if assertion.measure == "mom":
        return Window(claim.span, periods.shift(claim.period, -1))
    if claim.against and assertion.measure != "yoy":
        return Window(claim.against_span, claim.against)
    return Window(claim.span, periods.shift(claim.period, -12))


def figure_in(series: Series, flow: str, window: Window) -> Figure:
    """A figure of a flow; of `trade` the sum of exports and imports, empty where either is."""
    if flow != "trade":
        return series.figure(flow, window)
    both = [series.figure(each, window) for each in ("export", "import")]
    if not all(figure.money for figure in both):
        return Figure(flow, window, source=series.source)
    return sum_of(both)._replace(flow=flow)


def amounts_in(series: Series, flow: str, span: str) -> list[tuple[date, int]]:
    """Every available amount of a flow and span in whole units, oldest first; of `trade` the sums."""
    if flow != "trade":
        return [(period, money.value) for period, money in series.amounts(flow, span)]
    imports = dict(series.amounts("import", span))
    return [
        (period, money.value + imports[period].value)
        for period, money in series.amounts("export", span)
        if period in imports
    ]
