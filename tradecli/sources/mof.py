"""Ministry of Finance, Republic of China (Taiwan): Taiwan's trade as its customs count it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tradecli.errors import InvalidData
from tradecli.sources.base import Source, Valuation

if TYPE_CHECKING:
    from tradecli.sources.reading import Beginning, File, Reading
    from tradecli.sources.request import Request, Wanted

# The readers and the requests are imported where they are used: most runs only ask what the source is.

#: The statistics database has a host of its own.
_DATABASE = "https://web02.mof.gov.tw"
#: The first year of every table asked for, in years of the Republic of China: 2001.
_FIRST = "9000"


class MinistryOfFinance(Source):
    """The ministry's description, and the formats it publishes in."""

    id = "mof"
    publisher = "Department of Statistics, Ministry of Finance, R.O.C. (Taiwan)"
    name = "Taiwan Ministry of Finance"
    name_zh = "財政部"
    reporters = ("TW",)
    answers_for = ("TW",)
    every_partner = True
    fetched_unasked = True
    hours_from_utc = 8
    home = "https://www.mof.gov.tw/"
    licence = "Open Government Data License, version 1.0"
    attribution = publisher
    valuations = (Valuation("export", "FOB", "general"), Valuation("import", "CIF", "general"))
    address = "https://service.mof.gov.tw"
    other_hosts = ("web02.mof.gov.tw",)
    files = "u2010 and database tables (CSV) and release tables (XLSX) of Taiwan's Ministry of Finance"
    #: About the ninth of the next month, sixteen hours in Taipei.
    release_after = 8

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """Each file is whole, so that there is one way to ask: both flows by partner, by goods, by use.

        Raises:
            NoData: Another reporter.
        """
        from tradecli.sources.request import Request

        self.refuse_others(wanted.reporter)
        folder = "public/data/statistic/trade"
        totals = tuple(
            Request(f"u2010{flow[:2]}.csv", f"{folder}/u2010{flow[:2]}.csv", flow=flow)
            for flow in ("export", "import")
        )
        return (*totals, *(_table(name, *fields) for name, fields in _TABLES.items()))

    def recognises(self, beginning: Beginning) -> bool:
        """Whether a release table, u2010 or a table of the database begins so."""
        from tradecli.sources import mof_njswww, mof_u2010

        if beginning.form == "workbook":
            return any(cell.startswith("表") for cell in beginning.header)
        corners = {*mof_u2010.HEADERS, *mof_njswww.CORNERS}
        return beginning.form == "csv" and beginning.header[0] in corners

    def read(self, file: File) -> Reading:
        """Recognise the format of a file by its content, and read it.

        Raises:
            InvalidData: None of the ministry's formats, or a damaged file.
            NoData: A release table that is not read.
        """
        from tradecli.sources import figures, mof_njswww, mof_release, mof_u2010, sheet, text

        if file.content.startswith(sheet.MAGIC):
            return mof_release.read(file, sheet.rows(file.content, name=file.name))
        rows = text.rows(file.content, name=file.name)
        first = rows[0][0]
        if first in mof_njswww.CORNERS:
            return mof_njswww.read(file, rows)
        if first == figures.HEADER[0]:
            return figures.read(file, rows)
        if first in mof_u2010.HEADERS:
            return mof_u2010.read(file, rows)
        expected = " or ".join(map(repr, mof_u2010.HEADERS))
        raise InvalidData(
            "{name}: first cell {first!r}; expected {expected}, or another table",
            name=file.name,
            first=first[:60],
            expected=expected,
        )


#: Tables of the database that are asked for. `fldlst` chooses among the currencies; i8102 is asked
#: for without, since only for the others it is known which of the two is the dollar.
_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "i8121": (("fldlst", "10"),),
    "i8122": (("fldlst", "10"),),
    "i8102": (),
}


def _table(name: str, *fields: tuple[str, str]) -> Request:
    """Annual and monthly rows of a whole table, from 2001 to the latest, UTF-8 with a byte order mark."""
    from tradecli.sources.request import Request

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
        flow={"i8121": "export", "i8122": "import"}.get(name, ""),
    )


SOURCE = MinistryOfFinance()
