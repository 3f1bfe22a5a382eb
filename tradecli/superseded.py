"""Whether the base of a comparison stands behind a year that was published after it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import polars as pl

from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.periods import december
from tradecli.question import figures
from tradecli.remembered import Remembered
from tradecli.series import Series
from tradecli.vintages import read_stamp, vintage_day


class Superseded(NamedTuple):
    """A published year that is newer than the base of a comparison: its day, its figure, the one before."""

    day: date
    published: Money
    without: Money


#: Pairs as they would stand without one published year, made before.
_MADE = Remembered[Series](most=64)


def superseded(series: Series, figure: Figure) -> Superseded | None:
    """A newer published year that the base of a figure does not yet know.

    None unless that year is newer than the base and differs from the year's window without it by
    more than one unit of the coarser precision.
    """
    base = series.base(figure)
    if base.vintage_code is None:
        return None
    flow, year = figure.flow, december(base.window.through.year)
    code = series.published_year(flow, year)
    if code is None or vintage_day(code[1]) <= vintage_day(base.vintage_code):
        return None
    published = code[0]
    after = vintage_day(base.vintage_code)
    # The key keeps its meaning while the series is kept, which holds the observations.
    key = (id(series.known.observations), flow, year, after)
    without = _MADE.get(key, lambda: _as_if_unpublished(series, flow, year, after))
    before = without.figure(flow, Window("year", year)).money
    if before is None or abs((published - before).value) <= max(published.precision, before.precision):
        return None
    return Superseded(read_stamp(code[1])[0], published, before)


def _as_if_unpublished(series: Series, flow: str, year: date, after: int) -> Series:
    """The pair as it would stand had one year not been published after a day."""
    partner = series.known.question.partner
    published = (
        (pl.col("partner") == partner)
        & (pl.col("flow") == flow)
        & (pl.col("period") == year)
        & pl.col("span").is_in(["year", "year_to_date"])
        & (pl.col("vintage").to_physical() > after)
    )
    known = figures(series.known.observations.filter(~published), partner)
    return Series(series.known, known, spans=())
