"""The rate that the formula of April 2025 gives for a pair of figures."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import NamedTuple

import polars as pl

#: No rate was below this, in percent.
FLOOR = 10


def reciprocal_rate(pairs: pl.DataFrame) -> pl.DataFrame:
    """Work out the rate of the formula of 2 April 2025: half the deficit's share of imports, 10 at least.

    ``ratio = 100 * (imports - exports) / imports``; ``rate = max(10, ceil(ratio / 2))``. The
    published formula divides by an elasticity of 4 and a pass-through of 0.25, which cancel out.
    Rounding up is inferred: it gives every rate of Annex I, rounding half up does not.

    Args:
        pairs: Rows with `exports` and `imports` (Int64): goods, as the United States count them.

    Returns:
        The same rows with `ratio` (Float64, percent) and `rate` (Int64, percent); null without imports.

    Source:
        Executive Order 14257 of 2 April 2025, Annex I.

    Examples:
        >>> frame = pl.DataFrame({"exports": [423, 655, 799, 0], "imports": [1163, 1315, 681, 0]})
        >>> reciprocal_rate(frame)["rate"].to_list()
        [32, 26, 10, None]
    """
    exports, imports = pl.col("exports"), pl.col("imports")
    # In whole numbers: the next whole percent up, exact where the half is one already.
    up = (50 * (imports - exports) + imports - 1) // imports
    return pairs.with_columns(
        pl.when(imports > 0).then(100 * (imports - exports) / imports).alias("ratio"),
        pl.when(imports > 0).then(pl.max_horizontal(pl.lit(FLOOR, pl.Int64), up)).alias("rate"),
    )


class Tariff(NamedTuple):
    """The deficit's share of imports and the rate that the formula makes of it, in percent."""

    ratio: Fraction
    rate: int


def tariff_of(exports: int, imports: int) -> Tariff | None:
    """The rate for one pair of figures in the same unit; the scalar twin of `reciprocal_rate`.

    Returns:
        None without imports.

    Examples:
        >>> [tariff_of(423, 1163).rate, tariff_of(799, 681).rate, tariff_of(0, 0)]
        [32, 10, None]
    """
    if imports <= 0:
        return None
    ratio = Fraction(100 * (imports - exports), imports)
    return Tariff(ratio, max(FLOOR, ceil(ratio / 2)))
