"""A part and its whole: its share, by how many points the share moved, what it added to the change."""

from __future__ import annotations

from datetime import date

from tradecli.claims import Assertion, Claim
from tradecli.model.figure import Figure, Window
from tradecli.reports.measured import Measured, SeriesOf, compared, figure_in, question
from tradecli.statistics.contribution import points_of, share_of_change
from tradecli.statistics.share import share_of


def whole_of(claim: Claim, of: str) -> Claim:
    """The claim of what a part is a part of: a partner's trade in all goods, else trade with the world."""
    if claim.commodity != "TOTAL" and of != "partners":
        return claim._replace(commodity="TOTAL", classification="total")
    return claim._replace(partner="WORLD")


def share(series_of: SeriesOf, claim: Claim, assertion: Assertion, as_of: date | None) -> Measured:
    """``100 * part / whole``, of one window."""
    window = Window(claim.span, claim.period)
    return _share(*_pair(series_of, claim, assertion.of, window, as_of))


def points(series_of: SeriesOf, claim: Claim, assertion: Assertion, as_of: date | None) -> Measured:
    """By how many percentage points a share moved: ``share - share of the base``."""
    window = Window(claim.span, claim.period)
    now = _share(*_pair(series_of, claim, assertion.of, window, as_of))
    base = _share(*_pair(series_of, claim, assertion.of, compared(claim, assertion), as_of))
    figures = (*now.figures, *base.figures)
    if now.value is None or base.value is None or now.low is None or base.high is None:
        return Measured(None, note=now.note or base.note or "missing", figures=figures)
    high = None if now.high is None or base.low is None else now.high - base.low
    return Measured(now.value - base.value, now.low - base.high, high, figures=figures)


def contribution(series_of: SeriesOf, claim: Claim, assertion: Assertion, as_of: date | None) -> Measured:
    """How much of the whole's change a part carried in percent, or how many points of its growth."""
    now, total = _pair(series_of, claim, assertion.of, Window(claim.span, claim.period), as_of)
    base, total_base = _pair(series_of, claim, assertion.of, compared(claim, assertion), as_of)
    figures = tuple(figure for figure in (now, base, total, total_base) if figure)
    if claim.flow == "balance":
        return Measured(None, note="no_share", figures=figures)
    if len(figures) < 4 or not all(figure.money for figure in figures):
        return Measured(None, note="missing", figures=figures)
    made = points_of if assertion.of == "points" else share_of_change
    found = made(now, base, total, total_base)
    if found is None:
        return Measured(None, note="small_change", figures=figures)
    return Measured(found.percent, found.low, found.high, figures=figures)


def _pair(
    series_of: SeriesOf, claim: Claim, of: str, window: Window, as_of: date | None
) -> tuple[Figure | None, Figure | None]:
    part, whole = series_of(question(claim, as_of)), series_of(question(whole_of(claim, of), as_of))
    return (
        figure_in(part, claim.flow, window) if part else None,
        figure_in(whole, claim.flow, window) if whole else None,
    )


def _share(part: Figure | None, total: Figure | None) -> Measured:
    figures = tuple(figure for figure in (part, total) if figure)
    if part is not None and part.flow == "balance":
        return Measured(None, note="no_share", figures=figures)
    if part is None or total is None or part.money is None or total.money is None:
        return Measured(None, note="missing", figures=figures)
    found = share_of(part, total)
    return Measured(*found, figures=figures) if found else Measured(None, note="zero_base", figures=figures)
