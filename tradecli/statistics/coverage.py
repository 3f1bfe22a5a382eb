"""What a table of observations covers."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import polars as pl


class Coverage(NamedTuple):
    """What a table covers; without rows there is neither a month nor a vintage."""

    partners: int
    first_month: date | None
    newest_month: date | None
    vintages: int
    newest_vintage: date | None
    rows: int


def coverage(observations: pl.LazyFrame) -> Coverage:
    """What a table covers: partners, months, vintages, rows.

    Args:
        observations: Rows of `schema.OBSERVATIONS` of one source.

    Examples:
        >>> from tradecli.schema import OBSERVATIONS
        >>> coverage(pl.LazyFrame(schema=OBSERVATIONS)).rows
        0
    """
    summary = observations.select(
        pl.col("partner").n_unique().alias("partners"),
        pl.col("period").filter(pl.col("span") == "month").min().alias("first_month"),
        pl.col("period").filter(pl.col("span") == "month").max().alias("newest_month"),
        pl.col("vintage").n_unique().alias("vintages"),
        pl.col("vintage").max().alias("newest_vintage"),
        pl.len().alias("rows"),
    )
    return Coverage(*summary.collect().row(0))


class Reported(NamedTuple):
    """What a table has of one reporter: months and years apart; None where it has none of them."""

    reporter: str
    flows: str
    adjustments: str
    partners: int
    first_month: date | None
    newest_month: date | None
    first_year: date | None
    newest_year: date | None
    newest_vintage: date
    rows: int


def by_reporter(observations: pl.DataFrame) -> list[Reported]:
    """What a table covers of each reporter, totals of all goods.

    A year is also what its twelve months or a year to date through December make, so that `newest_year` is
    the newest December of any span.

    Args:
        observations: Rows of `schema.OBSERVATIONS` of one source.

    Examples:
        >>> from tradecli.schema import OBSERVATIONS
        >>> by_reporter(pl.DataFrame(schema=OBSERVATIONS))
        []
    """
    total = observations.lazy().filter(pl.col("classification") == "total")
    month, december = pl.col("span") == "month", pl.col("period").dt.month() == 12
    found = total.group_by("reporter").agg(
        pl.col("flow").filter(pl.col("flow") != "balance").unique().sort().str.join(" ").alias("flows"),
        pl.col("adjustment").unique().sort().str.join(" ").alias("adjustments"),
        pl.col("partner").filter(pl.col("partner") != "WORLD").n_unique().alias("partners"),
        pl.col("period").filter(month).min().alias("first_month"),
        pl.col("period").filter(month).max().alias("newest_month"),
        pl.col("period").filter(december).min().alias("first_year"),
        pl.col("period").filter(december).max().alias("newest_year"),
        pl.col("vintage").max().alias("newest_vintage"),
        pl.len().alias("rows"),
    )
    return [Reported(*row) for row in found.sort("reporter").select(Reported._fields).collect().iter_rows()]


class Reach(NamedTuple):
    """How far one series of a reporter reaches, for the world; see `reach`."""

    reporter: str
    flow: str
    classification: str
    adjustment: str
    first_month: date
    newest_month: date
    months: int
    newest_vintage: date
    partners: int
    partners_behind: int

    @property
    def missing(self) -> int:
        """Months between the first and the newest for which there is no figure.

        Examples:
            >>> day = date(2025, 3, 1)
            >>> Reach("TW", "export", "total", "none", date(2024, 12, 1), day, 3, day, 1, 0).missing
            1
        """
        first, last = self.first_month, self.newest_month
        return 12 * (last.year - first.year) + last.month - first.month + 1 - self.months


def reach(observations: pl.DataFrame) -> list[Reach]:
    """How far each series reaches: by reporter, flow, list of commodities and adjustment.

    ``missing`` counts the months without a figure for the world between its first and its newest;
    ``partners_behind`` the partners whose newest month is an earlier one.

    Args:
        observations: Rows of `schema.OBSERVATIONS` of one source.
    """
    series = ["reporter", "flow", "classification", "adjustment"]
    monthly = observations.filter((pl.col("span") == "month") & (pl.col("flow") != "balance"))
    newest = monthly.group_by(*series, "partner").agg(pl.col("period").max().alias("newest_month"))
    world = monthly.filter(pl.col("partner") == "WORLD")
    found = world.group_by(series).agg(
        pl.col("period").min().alias("first_month"),
        pl.col("period").max().alias("newest_month"),
        pl.col("period").n_unique().alias("months"),
        pl.col("vintage").max().alias("newest_vintage"),
    )
    others = newest.filter(pl.col("partner") != "WORLD").rename({"newest_month": "theirs"})
    joined = others.join(found.select(*series, "newest_month"), on=series)
    counts = joined.group_by(series).agg(
        pl.len().alias("partners"),
        (pl.col("theirs") < pl.col("newest_month")).sum().alias("partners_behind"),
    )
    every = found.join(counts, on=series, how="left").with_columns(
        pl.col("partners", "partners_behind").fill_null(0)
    )
    return [Reach(*row) for row in every.select(Reach._fields).sort(series).iter_rows()]
