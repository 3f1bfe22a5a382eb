"""Revisions: how figures changed since they were first published, and how much they usually do."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from datetime import date
from typing import NamedTuple

import polars as pl

from tradecli.vintages import ON_TIME

#: Fewer revisions than these tell nothing about the usual one.
LEAST = 8
#: A revision beyond this many usual ones is unusual.
UNUSUAL = 5
#: Of the revisions, the shares that end the range of the usual: 90 % lie between them.
RANGE = (0.05, 0.95)
_SERIES = ["flow", "period"]


def versions(real_time: pl.DataFrame) -> pl.DataFrame:
    """Every figure that each window has had, oldest first.

    ``revision = value - value before``, ``since_first = value - first value``,
    ``since_first_pct = 100 * since_first / |first value|``.

    Args:
        real_time: Windows of one kind as they stood on each day of a release: `as_of` (Date),
            `flow`, `period`, `value`, `precision`, `stamp` and what else is to be kept.

    Returns:
        One row for each day on which a window's figure appeared or was published anew, with
        `number` (1 for the oldest held), `last` (Boolean: the one that stands), `on_time`
        (Boolean: the oldest held is a first figure; see `ON_TIME`), `revision`, `since_first`
        (Int64), `since_first_pct` (Float64, percent; null for a first value of zero) and
        `beyond_rounding` (Boolean: more than half a unit of the first figure's last digit).

    Source:
        Real-time periods as ALFRED keeps them.

    Examples:
        >>> days = [date(2025, 11, 7), date(2025, 12, 9), date(2026, 9, 9)]
        >>> frame = pl.DataFrame({"as_of": days, "flow": "export", "period": date(2025, 10, 1),
        ...     "value": [6180, 6180, 6089], "precision": 1, "stamp": [3, 3, 9]})
        >>> versions(frame).select("number", "since_first").rows()
        [(1, 0), (2, -91)]
    """
    ordered = real_time.filter(pl.col("value").is_not_null()).sort(*_SERIES, "as_of")
    changed = pl.struct("stamp", "value") != pl.struct("stamp", "value").shift(1)
    newest = (pl.col("period") == pl.col("period").max().over("flow", "as_of")).alias("newest")
    kept = ordered.with_columns(newest).filter(changed.over(_SERIES).fill_null(value=True))
    first, out = (pl.col(name).first().over(_SERIES) for name in ("value", "as_of"))
    soon = out <= pl.col("period").dt.month_end() + pl.duration(days=ON_TIME)
    since = (pl.col("value") - first).alias("since_first")
    return kept.with_columns(
        pl.int_range(1, pl.len() + 1, dtype=pl.Int64).over(_SERIES).alias("number"),
        (pl.col("as_of") == pl.col("as_of").last().over(_SERIES)).alias("last"),
        (soon & pl.col("newest").first().over(_SERIES)).alias("on_time"),
        (pl.col("value") - pl.col("value").shift(1).over(_SERIES)).alias("revision"),
        since,
        pl.when(first != 0).then(100 * since / first.abs()).alias("since_first_pct"),
        (2 * since.abs() > pl.col("precision").first().over(_SERIES)).alias("beyond_rounding"),
    ).drop("newest")


class Usual(NamedTuple):
    """How far the first figures of a flow have been revised; see `usual`."""

    flow: str
    n: int
    since: date
    median: float
    mean: float
    low: float
    high: float
    down: int
    up: int


def usual(found: pl.DataFrame) -> pl.DataFrame:
    """How far first figures have been revised, for each flow.

    The revision of a window is ``100 * (latest - first) / |first|``; of these the median of the sizes is
    the usual revision, and 90 % lie between the 5th and the 95th percentile.

    Args:
        found: Versions, as `versions` gives them; only windows whose first figure was out on
            time and that have been published again since count.

    Returns:
        One row a flow: `n`, `since` (first period), `median`, `mean` (Float64, percent, of sizes),
        `low`, `high` (Float64, percent), `down`, `up` (Int64: beyond rounding).

    Examples:
        >>> day = pl.date(2025, 1, 1)
        >>> frame = pl.DataFrame({"flow": "export", "since_first_pct": [-1.0, -3.0, 2.0]}).with_columns(
        ...     day.alias("period"), number=2, last=True, on_time=True, beyond_rounding=True)
        >>> usual(frame).select("n", "median", "down", "up").row(0)
        (3, 2.0, 2, 1)
    """
    revised = found.filter(pl.col("on_time") & pl.col("last") & (pl.col("number") > 1))
    size, beyond = pl.col("since_first_pct"), pl.col("beyond_rounding")
    return revised.group_by("flow", maintain_order=True).agg(
        pl.len().cast(pl.Int64).alias("n"),
        pl.col("period").min().alias("since"),
        size.abs().median().alias("median"),
        size.abs().mean().alias("mean"),
        size.quantile(RANGE[0], "linear").alias("low"),
        size.quantile(RANGE[1], "linear").alias("high"),
        (beyond & (size < 0)).sum().cast(pl.Int64).alias("down"),
        (beyond & (size > 0)).sum().cast(pl.Int64).alias("up"),
    )


def times_usual(found: pl.DataFrame) -> pl.DataFrame:
    """Measure each revision in usual ones, and against the mean of all others.

    ``times_usual = |since_first_pct| / median``; ``times_others = |since_first_pct| / mean of the
    sizes of the others``.

    Args:
        found: Versions, as `versions` gives them.

    Returns:
        The same rows with `times_usual`, `times_others` (Float64; null where fewer than `LEAST` revisions
        are known, or the others are zero) and `unusual` (Boolean: beyond `UNUSUAL` medians).
    """
    told = found.join(usual(found).select("flow", "n", "median", "mean"), on="flow", how="left")
    size = pl.col("since_first_pct").abs()
    counted = pl.col("on_time") & pl.col("last") & (pl.col("number") > 1)
    others = (pl.col("mean") * pl.col("n") - size) / (pl.col("n") - 1)
    return (
        told.with_columns(
            pl.when(pl.col("on_time") & (pl.col("n") >= LEAST) & (pl.col("median") > 0))
            .then(size / pl.col("median"))
            .alias("times_usual"),
            pl.when(counted & (pl.col("n") > 1) & (others > 0)).then(size / others).alias("times_others"),
        )
        .with_columns((pl.col("times_usual") > UNUSUAL).fill_null(value=False).alias("unusual"))
        .drop("n", "median", "mean")
    )


class Reversals(NamedTuple):
    """How many first rates can be compared with today's, and the months whose rate changed its sign."""

    n: int
    periods: tuple[date, ...]


def reversals(real_time: pl.DataFrame, found: pl.DataFrame, rate: str) -> Reversals:
    """How often a growth rate had another sign when first known than it has now.

    Args:
        real_time: Windows as on each day, with the column *rate*; both its terms are as known on that day.
        found: Their versions.
        rate: `mom` or `yoy`.
    """
    day = pl.max("as_of") if real_time.height else pl.lit(None, pl.Date)
    first = found.filter(pl.col("on_time") & (pl.col("number") == 1)).select(*_SERIES, "as_of")
    then = real_time.join(first, on=[*_SERIES, "as_of"], how="semi").select(*_SERIES, then=rate)
    now = real_time.filter(pl.col("as_of") == day).select(*_SERIES, now=rate)
    both = then.join(now, on=_SERIES).drop_nulls(["then", "now"])
    other = both.filter(pl.col("then").sign() != pl.col("now").sign()).sort("period")
    return Reversals(both.height, tuple(other["period"]))
