"""Ministry of Finance, Republic of China (Taiwan): Taiwan's trade as its customs count it."""

from __future__ import annotations

from dataclasses import dataclass

from tradecli.errors import InvalidData
from tradecli.sources.base import Parsed, Reading, Snapshot, Valuation


@dataclass(frozen=True)
class MinistryOfFinance:
    """The ministry's description, and the formats it publishes in."""

    id: str = "mof"
    publisher: str = "Department of Statistics, Ministry of Finance, R.O.C. (Taiwan)"
    reporter: str = "TW"
    currency: str = "USD"
    home: str = "https://www.mof.gov.tw/"
    licence: str = "Open Government Data License, version 1.0"
    attribution: str = "Department of Statistics, Ministry of Finance, R.O.C. (Taiwan)"
    valuations: tuple[Valuation, ...] = (
        Valuation("export", "FOB", "general"),
        Valuation("import", "CIF", "general"),
    )

    def parse(self, snapshot: Snapshot) -> Parsed:
        """Recognise the format of a file by its content, and read it.

        Raises:
            InvalidData: None of the ministry's formats, or a damaged file.
            NoData: A release table that is not read.
        """
        from tradecli.sources.base import observations

        reading = _read(snapshot)
        return Parsed(observations(self, snapshot, reading.figures), reading.notices)


def _read(snapshot: Snapshot) -> Reading:
    # The readers are imported here: most runs of the program only ask what the source is.
    from tradecli.sources import figures, mof_njswww, mof_release, mof_u2010, sheet, text

    if snapshot.content.startswith(sheet.MAGIC):
        return mof_release.read(snapshot, sheet.rows(snapshot.content, name=snapshot.name))
    rows = text.rows(snapshot.content, name=snapshot.name)
    first = rows[0][0]
    if first in mof_njswww.CORNERS:
        return mof_njswww.read(snapshot, rows)
    if first == figures.HEADER[0]:
        return figures.read(snapshot, rows)
    if first in mof_u2010.HEADERS:
        return mof_u2010.read(snapshot, rows)
    expected = " or ".join(map(repr, mof_u2010.HEADERS))
    raise InvalidData(f"{snapshot.name}: first cell {first[:60]!r}; expected {expected}, or another table")


MOF = MinistryOfFinance()
