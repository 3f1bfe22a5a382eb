"""What was known on a day: the newest figure of every window, and named areas from their members.

Figures, the frame made here, have one row for each series and window. A window is a run of
months; it is told by its last month (`period`) and its length (`months`), so that a year to
date through March and a first quarter are one window, and so are a year to date through
December and the year.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

import polars as pl

from tradecli.schema import FLOW, OWN, VINTAGE_BASES

#: The oldest figure held is a first figure when its month was the newest known on the day and had
#: ended no more than this many days before (Census figures take 35 to 50); else it is only the oldest held.
ON_TIME = 60
#: Worst last: among inputs of one vintage, `inferred` marks the whole.
BASIS_RANKS = {basis: rank for rank, basis in enumerate(VINTAGE_BASES)}
_RANKS = len(BASIS_RANKS)
Stamped = TypeVar("Stamped", int, pl.Expr)
_EPOCH = date(1970, 1, 1).toordinal()

#: Columns of a frame of figures besides the columns that tell the series apart.
FIGURE = (
    "period",
    "months",
    "value",
    "precision",
    "units",
    "stamp",
    "oldest",
    "known_by",
    "members",
    "origin",
)


def months_covered() -> pl.Expr:
    """The length of an observation's window, from its span and period."""
    span = pl.col("span")
    return (
        pl.when(span == "month")
        .then(1)
        .when(span == "quarter")
        .then(3)
        .when(span.is_in(["year", "rolling_12"]))
        .then(12)
        .otherwise(pl.col("period").dt.month())
        .cast(pl.Int32)
        .alias("months")
    )


def stamp() -> pl.Expr:
    """Vintage and its basis in one integer, so that a maximum keeps both.

    ``stamp = vintage in days * 3 + rank of its basis``; `read_stamp` reads it back.
    """
    rank = pl.col("vintage_basis").replace_strict(BASIS_RANKS, return_dtype=pl.Int32)
    return (pl.col("vintage").to_physical() * _RANKS + rank).alias("stamp")


def vintage_day(stamped: Stamped) -> Stamped:
    """The vintage in a `stamp`, in days: what decides which figure is newer.

    Examples:
        >>> vintage_day(20_462 * 3 + 2)
        20462
    """
    return stamped // _RANKS


def read_stamp(stamped: int) -> tuple[date, str]:
    """The vintage and vintage basis in one `stamp`.

    Examples:
        >>> read_stamp(20_462 * 3)
        (datetime.date(2026, 1, 9), 'published')
    """
    day, rank = divmod(stamped, _RANKS)
    return date.fromordinal(day + _EPOCH), list(BASIS_RANKS)[rank]


def known_on(as_of: date | None, *, strict: bool = False) -> pl.Expr:
    """True for the observations known on a day.

    Args:
        as_of: The day, a release of that day included; None means everything published so far.
        strict: Count a figure as known only from `known_by` on, the day it was certainly public.
    """
    if as_of is None:
        return pl.lit(value=True)
    return pl.col("known_by" if strict else "vintage") <= as_of


def newest(observations: pl.DataFrame, *, by: Sequence[str]) -> pl.DataFrame:
    """For every window the newest figure.

    Args:
        observations: Rows of `schema.OBSERVATIONS`, one reporter and source, already cut to what
            was known on the day in question.
        by: Columns that tell one series from another.

    Returns:
        Figures: *by* and the columns of `FIGURE`: `value` (whole units of currency), `precision`
        (size of the last digit), `units` (sum of the precisions that entered: twice the possible
        rounding error), `stamp`, `oldest` (oldest input vintage, in days), `known_by`,
        `members` (False, but for sums of own records), `origin`. Of two figures of one day for one
        window the month wins over the year to date, then the finer one.
    """
    window = [*by, "period", "months"]
    return (
        _oldest_first(observations, by=by)
        .unique(window, keep="last", maintain_order=True)
        .select(*window, *_measures())
        .collect()
    )


def every(observations: pl.DataFrame, *, by: Sequence[str]) -> pl.DataFrame:
    """For every window each figure that was published, with its `vintage`, the oldest first.

    Returns:
        As `newest`; of those up to a day the last is what was known of a window then.
    """
    window = [*by, "period", "months"]
    return _oldest_first(observations, by=by).select(*window, "vintage", *_measures()).collect()


def _oldest_first(observations: pl.DataFrame, *, by: Sequence[str]) -> pl.LazyFrame:
    """The observations of each window in the order in which one takes the place of another."""
    return (
        observations.lazy()
        .with_columns(months_covered(), stamp(), pl.col("flow").cast(FLOW))
        .sort(
            *(*by, "period", "months", "vintage"),
            *(pl.col("span") == "month", -pl.col("precision"), pl.col("span") != "year_to_date"),
        )
    )


def _measures() -> list[pl.Expr]:
    """What is known of a figure by itself."""
    return [
        pl.col("value"),
        pl.col("precision"),
        pl.col("precision").alias("units"),
        pl.col("stamp"),
        pl.col("vintage").to_physical().alias("oldest"),
        pl.col("known_by"),
        (pl.col("source") == OWN).alias("members"),
        pl.col("origin"),
    ]


def with_members(
    figures: pl.DataFrame,
    *,
    area: str,
    terms: Sequence[tuple[str, date, date]],
    by: Sequence[str],
    absent: str = "",
) -> pl.DataFrame:
    """For every window of a named area the newer of its published figure and the sum of its members.

    The members are those of the window: of one in which somebody came or left there is no sum, but its
    months have one each. Where members change, nobody says which ones a publisher counts (the Census Bureau
    leaves the United Kingdom out of a Union of 2018): sums only go on after its last figure of any flow.

    Args:
        figures: Figures of the area and of its members, as `newest` gives them; *by* has `partner`.
        area: Code of the area.
        terms: All its members, each with its first and last month; a sum needs every one of them.
        by: Columns that tell one series from another.
        absent: Of a member without rows there is no trade: in a `series` that has none at all (own
            records), in `months` too (a complete table); without it its trade is not known.

    Returns:
        Figures of the area alone. A sum of members is dated by its newest member, carries the
        coarsest precision and has `members` True; on a tie of vintages the published figure stays.
    """
    window = [*by, "period", "months"]
    published = figures.filter(pl.col("partner") == area)
    parts, needed = _parts(figures, terms, [name for name in by if name != "partner"], absent)
    summed = (
        parts.with_columns(pl.lit(area).alias("partner"))
        .group_by(window)
        .agg(*_added(), pl.len().alias("n"))
        .join(needed, on=[name for name in window if name in needed.columns])
        .filter(pl.col("n") == pl.col("needed"))
        .select(*by, *FIGURE)
    )
    if published.height and any(since > date.min for _, since, _ in terms):
        summed = _after(summed, published, [name for name in by if name not in {"partner", "flow"}])
    return (
        pl.concat([published, summed])
        .sort(*window, vintage_day(pl.col("stamp")), ~pl.col("members"))
        .unique(window, keep="last", maintain_order=True)
    )


def _added() -> list[pl.Expr]:
    """What is known of the sum of members in one window."""
    return [
        pl.col("value").sum(),
        pl.col("precision").max(),
        pl.col("units").sum(),
        pl.col("stamp").max(),
        pl.col("oldest").min(),
        pl.col("known_by").max(),
        pl.lit(value=True).alias("members"),
        pl.col("origin").unique().sort().str.join(" "),
    ]


def _after(summed: pl.DataFrame, published: pl.DataFrame, series: Sequence[str]) -> pl.DataFrame:
    """The sums of months after the last published figure of their series, whichever its flow."""
    last = published.group_by(*series, pl.lit(1).alias("all")).agg(pl.col("period").max().alias("last"))
    beside = summed.with_columns(pl.lit(1).alias("all")).join(last, on=[*series, "all"], how="left")
    going_on = pl.col("last").is_null() | (first_month() > pl.col("last"))
    return beside.filter(going_on).select(summed.columns)


def first_month() -> pl.Expr:
    """The first month of a window."""
    return pl.col("period").dt.offset_by(pl.format("-{}mo", pl.col("months") - 1)).alias("start")


def _parts(
    figures: pl.DataFrame, terms: Sequence[tuple[str, date, date]], series: Sequence[str], absent: str
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The figures of members in windows in which they were members, and how many a sum of each needs."""
    when = pl.DataFrame(
        terms, schema={"partner": pl.String, "since": pl.Date, "until": pl.Date}, orient="row"
    )
    every = figures.join(when, on="partner").with_columns(first_month())
    throughout = (pl.col("start") >= pl.col("since")) & (pl.col("period") <= pl.col("until"))
    touched = (pl.col("period") >= pl.col("since")) & (pl.col("start") <= pl.col("until"))
    alone = list(series) if absent else []
    windows = every.select(*alone, "period", "months", "start").unique()
    if absent == "months":
        candidates = every.select(*series, "period", "months", "start", "since", "until")
    elif absent:
        there = every.select(*series, "partner", "since", "until").unique()
        candidates = windows.join(there, on=list(series))
    else:
        candidates = windows.join(when, how="cross")
    needed = (
        candidates.group_by(*alone, "period", "months")
        .agg(throughout.sum().alias("needed"), touched.sum().alias("touched"))
        .filter(pl.col("needed") == pl.col("touched"))
        .drop("touched")
    )
    return every.filter(throughout).drop("since", "until", "start"), needed
