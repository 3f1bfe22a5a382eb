"""Mirror statistics: how far the importer's figure is from the exporter's."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from tradecli.model.figure import Figure
from tradecli.model.money import Change
from tradecli.model.ratio import Points
from tradecli.statistics.interval import percentage


class Asymmetry(NamedTuple):
    """How far two offices' figures of the same goods are apart.

    `gap` is importer minus exporter, `ratio` importer over exporter (None where the exporter has none),
    `percent` the gap over the mean of both (None where neither has any).
    """

    gap: Change
    ratio: Fraction | None
    percent: Points | None


def asymmetry_of(importer: Figure | None, exporter: Figure | None) -> Asymmetry | None:
    """Two offices' figures of the same goods compared.

    ``gap = importer - exporter``; ``ratio = importer / exporter``;
    ``percent = 100 * gap / ((importer + exporter) / 2)``, which only changes its sign when the two swap
    roles. The half units of both figures add up in the gap as in the mean that it is divided by.

    Args:
        importer: What the importing side reports.
        exporter: What the exporting side reports.

    Returns:
        None where either is missing; see `Asymmetry` for what else may be None.

    Raises:
        MixedCurrencies: The two report in different currencies.

    Source:
        The symmetric percentage of the reconciliation studies of US and Chinese statistics.

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
