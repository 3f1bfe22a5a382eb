"""What was known on the day of each release: every window as it stood then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl

from tradecli import vintages
from tradecli.facts import places
from tradecli.question import Known, absence, terms_of
from tradecli.schema import FLOWS
from tradecli.statistics.balance import balance
from tradecli.statistics.growth import month_on_month, year_on_year
from tradecli.statistics.windows import months, windows


def by_release(known: Known, flows: Sequence[str], *, since: date | None = None) -> pl.DataFrame:
    """The newest figure of each published window on each day of a release.

    Args:
        known: The pair as known on the question's day.
        flows: The flows wanted.
        since: Leave out all figures before this month, where long histories are not needed.

    Returns:
        Figures (see `vintages`) with `as_of` (Date, a day on which something was published).
    """
    question = known.question
    rows = known.observations.filter(pl.col("flow").is_in(list(flows)))
    if since is not None:
        rows = rows.filter(pl.col("period") >= since)
    day = "known_by" if question.strict else "vintage"
    days = rows.select(pl.col(day).unique().sort().alias("as_of"))
    then = rows.join(days, how="cross").filter(pl.col(day) <= pl.col("as_of"))
    by = ["as_of", "partner", "flow"]
    figures = vintages.newest(then, by=by)
    place = places.place(question.partner)
    if place.members:
        terms, absent = terms_of(place, known.observations), absence(known.observations)
        figures = vintages.with_members(figures, area=place.code, terms=terms, by=by, absent=absent)
    return figures.drop("partner")


def real_time(known: Known, flows: Sequence[str], span: str, *, since: date | None = None) -> pl.DataFrame:
    """Windows of some flows on each day of a release, all days decided in one pass.

    Args:
        known: The pair as known on the question's day.
        flows: The flows wanted.
        span: A kind of window; see `statistics.windows`.
        since: Leave out all figures before this month, where long histories are not needed.

    Returns:
        Windows with `as_of` (Date, a day on which something was published) and the columns of
        `statistics.windows`; for each `as_of` the same as `Pair` gives on that day.
    """
    wanted = FLOWS if "balance" in flows else tuple(flows)
    figures = by_release(known, wanted, since=since)
    dense = windows(months(figures, by=["as_of"], flows=wanted), figures, span, by=["as_of"])
    decided = balance(dense) if "balance" in wanted else dense
    return decided.filter(pl.col("flow").is_in(list(flows)))


def grown(real: pl.DataFrame) -> pl.DataFrame:
    """The same with `mom` and the columns of `growth.year_on_year`, both terms as known on one day."""
    by = ["as_of"]
    step = month_on_month(real, by=by).select("as_of", "flow", "period", "mom")
    return year_on_year(real, by=by).join(step, on=["as_of", "flow", "period"], how="left")
