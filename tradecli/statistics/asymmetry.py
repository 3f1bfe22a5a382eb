"""Mirror statistics: how far the importer's figure is from the exporter's."""

from __future__ import annotations

import polars as pl


def asymmetry(pairs: pl.DataFrame) -> pl.DataFrame:
    """Compare two offices' figures of the same goods.

    ``gap = importer - exporter``; ``ratio = importer / exporter``;
    ``asymmetry = 100 * gap / ((importer + exporter) / 2)``, which only changes its sign when the
    two swap roles.

    Args:
        pairs: Rows with `importer` and `exporter` (Int64, whole units of one currency).

    Returns:
        The same rows with `gap` (Int64), `ratio` (Float64) and `asymmetry` (Float64, percent);
        null where either figure is missing, the ratio also where the exporter has none, the
        asymmetry where neither has any.

    Source:
        The symmetric percentage of the reconciliation studies of US and Chinese statistics.

    Examples:
        >>> frame = pl.DataFrame({"importer": [11_630], "exporter": [11_137]})
        >>> row = asymmetry(frame).row(0, named=True)
        >>> row["gap"], round(row["ratio"], 3), round(row["asymmetry"], 1)
        (493, 1.044, 4.3)
    """
    importer, exporter = pl.col("importer"), pl.col("exporter")
    return pairs.with_columns(
        (importer - exporter).alias("gap"),
        pl.when(exporter > 0).then(importer / exporter).alias("ratio"),
        pl.when(importer + exporter > 0)
        .then(200 * (importer - exporter) / (importer + exporter))
        .alias("asymmetry"),
    )
