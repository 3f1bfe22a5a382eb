"""Trade with the world: the sum of all countries, or the table's own total, but never both.

A total or a group of countries among the partners is no partner; it is left out of the sum. Where the
sum and the total do not fit together, the table is refused.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from tradecli.errors import InvalidData, QueryError, TradeError
from tradecli.own_table.partners import GROUP, TOTAL, UNKNOWN

#: By how much sums may miss each other that were rounded one by one.
_SLACK = 0.001
_KEYS = ["month", "side", "goods"]


class Partners(NamedTuple):
    """Sums of each partner by `month`, `who`, `side` and `goods`, and of the `world` without `who`.

    `left_out` are the kinds of partners that are in no sum of the world, `by_total` says that it is the
    table's own, `below_zero` counts rows of sums that corrections took below zero: they are no figures.
    `refused` says why there is no sum of the world, where groups are more than the countries beside them.
    """

    figures: pl.DataFrame
    world: pl.DataFrame
    left_out: tuple[str, ...]
    by_total: bool
    below_zero: int
    refused: TradeError | None


def of_partners(rows: pl.DataFrame, column: str) -> Partners:
    """The sums of each partner and of the world.

    Args:
        rows: `month`, `who`, `whom`, `side`, `goods`, `steps` and `rows`.
        column: What the column of partners is called.

    Raises:
        InvalidData: Totals are not what the countries add up to.
    """
    kind = pl.col("who").str.slice(0, 1)
    totals, groups = rows.filter(kind == TOTAL), rows.filter(kind == GROUP)
    every = totals.is_empty() and groups.is_empty()
    countries = rows if every else rows.filter(~kind.is_in([TOTAL, GROUP]))
    _refuse_like_total(countries, column)
    world, by_total = _world(countries, totals, column)
    refused = _loose(groups, world, column)
    world = world.clear() if refused else world
    figures = countries.group_by([*_KEYS, "who"]).agg(pl.col("steps", "rows").sum())
    if not groups.is_empty():
        figures = pl.concat([figures, _areas(groups).select(figures.columns)])
    below = pl.col("steps") < 0
    left_out = tuple(pl.concat([totals, groups])["who"].unique().sort())
    if by_total and countries.is_empty():
        left_out = tuple(who for who in left_out if who != TOTAL)
    return Partners(
        figures.filter(~below),
        world.filter(~below),
        left_out,
        by_total,
        int(figures.filter(below)["rows"].sum()),
        refused,
    )


def _areas(groups: pl.DataFrame) -> pl.DataFrame:
    """The sums of groups that are known; the same group under two names counts once."""
    named = _by_text(groups).filter(pl.col("who") != GROUP)
    areas = named.group_by([*_KEYS, "who"]).agg(pl.col("steps", "rows").max())
    return areas.with_columns(pl.col("who").str.slice(1))


def _refuse_like_total(countries: pl.DataFrame, column: str) -> None:
    """Refuse a partner that nobody knows and that is always as much as all others together."""
    if not (countries["who"] == UNKNOWN).any():
        return
    texts = _by_text(countries)
    whole = texts.group_by(_KEYS).agg(pl.col("steps").sum().alias("all"), pl.len().alias("partners"))
    both = texts.filter(pl.col("who") == UNKNOWN).join(whole, on=_KEYS, nulls_equal=True)
    rest = (pl.col("all") - pl.col("steps")).cast(pl.Float64)
    alike = (pl.col("steps").cast(pl.Float64) - rest).abs() <= _SLACK * rest.abs()
    large = (pl.col("partners") > 2) & (pl.col("steps") != 0)
    seen = both.group_by("whom").agg((alike & large).all().alias("total"), pl.len().alias("sums"))
    totals = seen.filter(pl.col("total") & (pl.col("sums") > 1))["whom"].sort()
    if len(totals):
        raise InvalidData(
            "{totals!r} in the column {column!r} is as much as all others together, as a total is",
            hint="say what it is: partner_codes=FILE, or choose rows: where.{column}=VALUE",
            totals=totals[0],
            column=column,
        )


def _by_text(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.group_by([*_KEYS, "who", "whom"]).agg(pl.col("steps", "rows").sum())


def _world(countries: pl.DataFrame, totals: pl.DataFrame, column: str) -> tuple[pl.DataFrame, bool]:
    """The sum of all countries or the total, and whether it is that."""
    summed = countries.group_by(_KEYS).agg(pl.col("steps").sum())
    if totals.is_empty():
        return summed, False
    texts = _by_text(totals)
    total = texts.group_by(_KEYS).agg(
        pl.col("steps").max(), pl.col("steps").n_unique().alias("values"), pl.col("whom").first()
    )
    both = total.join(summed, on=_KEYS, how="left", nulls_equal=True, suffix="_sum")
    parts, whole = pl.col("steps_sum").cast(pl.Float64), pl.col("steps").cast(pl.Float64)
    wrong = both.filter((pl.col("values") > 1) | (parts > whole + _SLACK * whole.abs()))
    if not wrong.is_empty():
        row = wrong.sort("month", "side").row(0, named=True)
        raise InvalidData(
            "{whom!r} in the column {column!r} is taken for a total, and in {month:%Y-%m} the "
            "partners beside it are more than it, or other totals differ",
            hint="leave totals out, or choose rows: where.{column}=VALUE",
            whom=row["whom"],
            column=column,
            month=row["month"],
        )
    total = total.select(summed.columns)
    alone = summed.join(total, on=_KEYS, how="anti", nulls_equal=True)
    if alone.is_empty():
        return total, True
    if both.filter(parts.is_not_null() & (whole != parts)).is_empty():
        return pl.concat([total, alone]), False
    month = alone.sort("month").item(0, "month")
    raise InvalidData(
        "totals in the column {column!r} are more than the partners beside them, and lacking in {month}",
        hint="leave totals out, or choose rows: where.{column}=VALUE",
        column=column,
        month=month,
    )


def _loose(groups: pl.DataFrame, world: pl.DataFrame, column: str) -> TradeError | None:
    """Why groups of countries do not lie within the sum of all; None where they do."""
    if groups.is_empty():
        return None
    if world.is_empty():
        return QueryError(
            "the partners in the column {column!r} are groups of countries, and these are not added up",
            hint="ask with --partner for one of them that is known, or use a table of countries",
            column=column,
        )
    both = _by_text(groups).join(world, on=_KEYS, how="left", nulls_equal=True, suffix="_world")
    steps, whole = pl.col("steps").cast(pl.Float64), pl.col("steps_world").cast(pl.Float64)
    loose = both.filter(whole.is_null() | (steps > whole + _SLACK * whole.abs()))
    if loose.is_empty():
        return None
    row = loose.sort("month", "side", "whom").row(0, named=True)
    return InvalidData(
        "{whom!r} in the column {column!r} is taken for a group of countries, and in "
        "{month:%Y-%m} it is more than all countries beside it",
        hint="say what it is: partner_codes=FILE, or choose rows: where.{column}=VALUE",
        whom=row["whom"],
        column=column,
        month=row["month"],
    )
