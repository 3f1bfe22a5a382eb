"""What a figure was when it was first published."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from tradecli.model.figure import Figure, Vintage
from tradecli.model.money import Money
from tradecli.periods import shift
from tradecli.series import Series
from tradecli.vintages import ON_TIME


def first_published(series: Series, figure: Figure) -> Figure | None:
    """A month or year to date as it was first published, where that was before the figure's vintage."""
    vintage, (span, through) = figure.vintage, figure.window
    if vintage is None:
        return None
    length = 1 if span == "month" else through.month
    earlier = (
        row
        for row in series.published_for(through)
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


def is_first(series: Series, figure: Figure) -> bool:
    """Whether what `first_published` gives is the first publication, not only the oldest available.

    It was out in time (`ON_TIME`), and its month was the newest of its flow on that day.
    """
    vintage, through = figure.vintage, figure.window.through
    if vintage is None or vintage.day >= shift(through, 1) + timedelta(days=ON_TIME):
        return False
    known = series.known.observations.filter(
        (pl.col("partner") == series.known.question.partner) & (pl.col("vintage") <= vintage.day)
    )
    newest = dict(known.group_by("flow").agg(pl.col("period").max()).iter_rows())
    if figure.flow == "balance" and {"export", "import"} <= newest.keys():
        newest["balance"] = max(newest.get("balance", through), min(newest["export"], newest["import"]))
    return newest.get(figure.flow) == through
