"""Mirror statistics: how far the importer's figure is from the exporter's."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import polars as pl

from tradecli.model.figure import Figure
from tradecli.model.money import Change
from tradecli.model.ratio import Points
from tradecli.statistics.interval import percentage


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


class Asymmetry(NamedTuple):
    """How far two offices' figures of the same goods are apart; see `asymmetry` for its terms."""

    gap: Change
    ratio: Fraction | None
    percent: Points | None


def asymmetry_of(importer: Figure | None, exporter: Figure | None) -> Asymmetry | None:
    """Two offices' figures of the same goods compared; the scalar twin of `asymmetry`.

    The half units of both figures add up in the gap as in the mean that it is divided by.

    Args:
        importer: What the importing side reports.
        exporter: What the exporting side reports.

    Returns:
        None where either is missing; see `asymmetry` for what else may be None.

    Raises:
        MixedCurrencies: The two report in different currencies.

    Examples:
        >>> from datetime import date
        >>> from tradecli.model.figure import Window
        >>> from tradecli.model.money import Money
        >>> def figure(flow, value):
        ...     return Figure(flow, Window("year", date(2024, 12, 1)), Money(value, 1, "USD"))
        >>> found = asymmetry_of(figure("import", 11_630), figure("export", 11_137))
        >>> found.gap.money.value, float(round(found.ratio, 3)), float(round(found.percent.percent, 1))
        (493, 1.044, 4.3)
    """
    if importer is None or exporter is None or importer.money is None or exporter.money is None:
        return None
    gap, both = importer.money - exporter.money, importer.money + exporter.money
    uncertainty = importer.uncertainty + exporter.uncertainty
    return Asymmetry(
        Change(gap),
        Fraction(importer.money.value, exporter.money.value) if exporter.money.value > 0 else None,
        Points(*percentage(2 * gap.value, 2 * uncertainty, both.value, uncertainty))
        if both.value > 0
        else None,
    )
