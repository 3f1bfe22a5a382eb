"""Ministry of Finance, Republic of China (Taiwan): Taiwan's trade as its customs count it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tradecli.errors import InvalidData, NoData
from tradecli.periods import shift
from tradecli.sources.base import Parsed, Reading, Snapshot, Valuation
from tradecli.sources.request import Key, Request, Wanted

#: The statistics database has a host of its own.
_DATABASE = "https://web02.mof.gov.tw"
#: The first year of every table asked for, in years of the Republic of China: 2001.
_FIRST = "9000"


@dataclass(frozen=True)
class MinistryOfFinance:
    """The ministry's description, and the formats it publishes in."""

    id: str = "mof"
    publisher: str = "Department of Statistics, Ministry of Finance, R.O.C. (Taiwan)"
    reporter: str = "TW"
    reporters: tuple[str, ...] = ("TW",)
    currency: str = "USD"
    home: str = "https://www.mof.gov.tw/"
    licence: str = "Open Government Data License, version 1.0"
    attribution: str = "Department of Statistics, Ministry of Finance, R.O.C. (Taiwan)"
    valuations: tuple[Valuation, ...] = (
        Valuation("export", "FOB", "general"),
        Valuation("import", "CIF", "general"),
    )
    address: str = "https://service.mof.gov.tw"
    hosts: tuple[str, ...] = ("service.mof.gov.tw", "web02.mof.gov.tw")
    key: Key | None = None

    def release(self, month: date) -> date:
        """About the ninth of the next month, sixteen hours in Taipei."""
        return shift(month, 1).replace(day=9)

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """Each file is whole, so that there is one way to ask: both flows by partner, by goods, by use.

        Raises:
            NoData: Another reporter.
        """
        if wanted.reporter not in ("", *self.reporters):
            raise NoData(f"the source {self.id} does not cover the reporter {wanted.reporter}")
        folder = "public/data/statistic/trade"
        totals = tuple(Request(f"{name}.csv", f"{folder}/{name}.csv") for name in ("u2010ex", "u2010im"))
        return (*totals, *(_table(name, *fields) for name, fields in _TABLES.items()))

    def split(self, request: Request) -> tuple[Request, ...]:
        """No row limit is known."""
        return ()

    def parse(self, snapshot: Snapshot) -> Parsed:
        """Recognise the format of a file by its content, and read it.

        Raises:
            InvalidData: None of the ministry's formats, or a damaged file.
            NoData: A release table that is not read.
        """
        from tradecli.sources.base import observations

        reading = _read(snapshot)
        return Parsed(observations(self, snapshot, reading.figures), reading.notices)


#: Tables of the database that are asked for. `fldlst` chooses among the currencies; i8102 is asked
#: for without, since only for the others it is known which of the two is the dollar.
_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "i8121": (("fldlst", "10"),),
    "i8122": (("fldlst", "10"),),
    "i8102": (),
}


def _table(name: str, *fields: tuple[str, str]) -> Request:
    """Annual and monthly rows of a whole table, from 2001 to the latest, UTF-8 with a byte order mark."""
    fixed = {
        "sys": "220",
        "ym": _FIRST,
        "kind": "21",
        "type": "1",
        "funid": name,
        "cycle": "41",
        "outmode": "12",
        "compmode": "00",
        "outkind": "1",
    }
    return Request(
        f"{name}.csv",
        "njswww/webMain.aspx",
        (*fixed.items(), *fields, ("utf", "1")),
        optional=True,  # the host drops connections, and the totals stand elsewhere
        address=_DATABASE,
        first=date(2001, 1, 1),
    )


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
