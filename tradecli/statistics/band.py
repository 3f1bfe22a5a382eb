"""The band of revisions: how far figures of a series have been revised from one vintage to the next."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import polars as pl

#: Revisions after so many months are no longer those of a recent figure.
MONTHS = 24
#: Fewer revisions than these say nothing of a series.
LEAST = 8


class Band(NamedTuple):
    """The smallest and the largest relative revision seen, never above and below zero, and their number."""

    low: Fraction
    high: Fraction
    number: int

    @property
    def width(self) -> Fraction:
        """From the one end to the other."""
        return self.high - self.low


def revisions(observations: pl.DataFrame, flow: str) -> list[Fraction]:
    """Relative revisions of the months of a flow between consecutive vintages.

    ``revision = (later - earlier) / |earlier|``, of vintages up to `MONTHS` after the month.

    Args:
        observations: Rows of `schema.OBSERVATIONS`, every vintage of them.
        flow: `export`, `import` or `balance`.

    Source:
        method.md, section 16.

    Examples:
        >>> day = [pl.date(2025, 12, 9), pl.date(2026, 1, 9)]
        >>> rows = pl.select(vintage=pl.concat_list(day)).explode("vintage").with_columns(
        ...     flow=pl.lit("export"), span=pl.lit("month"), period=pl.date(2025, 11, 1), precision=1,
        ...     partner=pl.lit("US"), commodity=pl.lit("TOTAL"), classification=pl.lit("total"),
        ...     value=pl.Series([200, 199]))
        >>> revisions(rows, "export")
        [Fraction(-1, 200)]
    """
    series = ["partner", "classification", "commodity", "period"]
    months = observations.filter(
        (pl.col("flow") == flow)
        & (pl.col("span") == "month")
        & (pl.col("vintage") <= pl.col("period").dt.offset_by(f"{MONTHS + 1}mo"))
    )
    finest = months.sort(*series, "vintage", "precision").unique(
        [*series, "vintage"], keep="first", maintain_order=True
    )
    pairs = finest.select("value", pl.col("value").shift(1).over(series).alias("before"))
    return [Fraction(now - before, abs(before)) for now, before in pairs.drop_nulls().iter_rows() if before]


def band(found: Sequence[Fraction]) -> Band | None:
    """The band of some revisions; None where they are fewer than `LEAST`.

    The 1st to the 99th percentile, widened to the largest seen: from the smallest to the largest.

    Examples:
        >>> band([Fraction(-1, 100), *[Fraction(1, 1000)] * 7])
        Band(low=Fraction(-1, 100), high=Fraction(1, 1000), number=8)
    """
    if len(found) < LEAST:
        return None
    return Band(min(Fraction(0), *found), max(Fraction(0), *found), len(found))
