"""Since when a country's customs code goods by an edition of the Harmonized System.

Where the day is not known, an edition is in force from its 1 January at the earliest. The days known are
those of the tariffs: of the United States by proclamation (7515, 8097, 8771, 9549, 10326); of the European
Union by its Combined Nomenclature, which begins each January; of Taiwan by its Customs Import Tariff of
2017; of others by the tariffs in force from 1 January of the edition.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tradecli.facts.harmonized_system import EDITIONS

_UNION = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT"),
    *("LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "EU", "EA"),
)
_DAYS = {
    "US": {
        2002: date(2002, 1, 10),
        2007: date(2007, 2, 3),
        2012: date(2012, 2, 3),
        2017: date(2017, 1, 1),
        2022: date(2022, 1, 27),
    },
    "TW": {2017: date(2017, 1, 1)},
    **{
        code: {edition: date(edition, 1, 1) for edition in EDITIONS if edition >= 2007}
        for code in (*_UNION, "CA", "CN", "GB", "JP", "KR")
    },
}


class Adoption(NamedTuple):
    """From which day an edition is in force; where that is not known, from which at the earliest."""

    edition: int
    day: date
    known: bool


def adoption(reporter: str, edition: int) -> Adoption:
    """Since when a reporter's figures are by an edition.

    Args:
        reporter: ISO 3166-1 alpha-2, or `EU` or `EA`.
        edition: A year of `EDITIONS`.

    Examples:
        >>> adoption("US", 2022).day, adoption("TW", 2022)
        (datetime.date(2022, 1, 27), Adoption(edition=2022, day=datetime.date(2022, 1, 1), known=False))
    """
    day = _DAYS.get(reporter, {}).get(edition)
    return Adoption(edition, day or date(edition, 1, 1), day is not None)
