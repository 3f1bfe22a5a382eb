"""United States Census Bureau: United States trade in goods, not seasonally adjusted."""

from __future__ import annotations

from dataclasses import dataclass

from tradecli.sources.base import Parsed, Reading, Snapshot, Valuation


@dataclass(frozen=True)
class CensusBureau:
    """The bureau's description, and the formats it publishes in."""

    id: str = "census"
    publisher: str = "U.S. Census Bureau"
    reporter: str = "US"
    currency: str = "USD"
    home: str = "https://www.census.gov/foreign-trade/"
    licence: str = "public domain"
    attribution: str = "U.S. Census Bureau, Economic Indicators Division"
    valuations: tuple[Valuation, ...] = (
        Valuation("export", "FAS", "general"),
        Valuation("import", "customs value", "general"),
    )

    def parse(self, snapshot: Snapshot) -> Parsed:
        """Read `country.xlsx`, or figures of the bureau's pages in our own layout.

        Raises:
            InvalidData: Neither, or a damaged file.
        """
        from tradecli.sources.base import observations

        reading = _read(snapshot)
        return Parsed(observations(self, snapshot, reading.figures), reading.notices)


def _read(snapshot: Snapshot) -> Reading:
    # The readers are imported here: most runs of the program only ask what the source is.
    from tradecli.sources import census_country, figures, sheet, text

    if snapshot.content.startswith(sheet.MAGIC):
        return census_country.read(snapshot, sheet.rows(snapshot.content, name=snapshot.name))
    return figures.read(snapshot, text.rows(snapshot.content, name=snapshot.name))


CENSUS = CensusBureau()
