"""What a figure was when it was first published."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from tradecli.frames import Publication, typed
from tradecli.model.figure import Figure, Vintage
from tradecli.model.money import Money
from tradecli.periods import shift
from tradecli.question import Known
from tradecli.remembered import Remembered
from tradecli.series import Series
from tradecli.vintages import ON_TIME, months_covered


def first_published(series: Series, figure: Figure) -> Figure | None:
    """A month or year to date as it was first published, where that was before the figure's vintage."""
    vintage, (span, through) = figure.vintage, figure.window
    if vintage is None:
        return None
    length = 1 if span == "month" else through.month
    earlier = (
        row
        for row in _published(series.known, through)
        if (row.flow, row.months) == (figure.flow, length) and row.vintage < vintage.day
    )
    first = min(earlier, key=lambda row: row.vintage, default=None)
    return first and figure._replace(
        money=Money(first.value, first.precision, series.currency),
        basis="published",
        vintage=Vintage(first.vintage, first.vintage_basis),
        origins=(first.origin,),
        vintage_code=None,
    )


def _published(known: Known, through: date) -> list[Publication]:
    """Everything published of the pair for one period, all vintages."""
    wanted = (pl.col("partner") == known.question.partner) & (pl.col("period") == through)

    def read() -> list[Publication]:
        return typed(Publication, known.observations.filter(wanted).with_columns(months_covered()))

    key = (id(known.observations), known.question.partner, through)
    return _PUBLISHED.get(key, lambda: (known, read()))[1]


def is_first(series: Series, figure: Figure) -> bool:
    """Whether what `first_published` gives is the first publication, not only the oldest available.

    It was out in time (`ON_TIME`), and its month was the newest of its flow on that day.
    """
    vintage, through = figure.vintage, figure.window.through
    if vintage is None or vintage.day >= shift(through, 1) + timedelta(days=ON_TIME):
        return False
    newest = _newest(series.known, vintage.day)
    if figure.flow == "balance" and {"export", "import"} <= newest.keys():
        newest["balance"] = max(newest.get("balance", through), min(newest["export"], newest["import"]))
    return newest.get(figure.flow) == through


def _newest(known: Known, day: date) -> dict[str, date]:
    """The newest month of each flow that a partner's own figures had by a day."""
    partner = known.question.partner
    _, found = _NEWEST.get((id(known.observations), partner, day), lambda: (known, _read(known, day)))
    return {**found}


def _read(known: Known, day: date) -> dict[str, date]:
    rows = known.observations.lazy().filter(partner=known.question.partner).filter(pl.col("vintage") <= day)
    return dict(rows.group_by("flow").agg(pl.col("period").max()).collect().iter_rows())


#: What was published for a period, and what it was read from, as `_NEWEST`.
_PUBLISHED = Remembered[tuple[Known, list[Publication]]](most=64)
#: The newest months by day, and what they were read from: while that is kept, its id means nothing else.
_NEWEST = Remembered[tuple[Known, dict[str, date]]](most=64)
