"""United States Census Bureau: United States trade in goods, not seasonally adjusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.periods import shift
from tradecli.sources.base import Parsed, Reading, Snapshot, Valuation
from tradecli.sources.request import JSON, XLSX, Key, Request, Wanted

_KEY = Key("CENSUS_API_KEY", parameter="key")
_API = "https://api.census.gov"
#: The interface starts here; `country.xlsx` goes back to 1985.
_FIRST = date(2010, 1, 1)
#: Each June the details by country of the three years before are revised.
_REVISED_YEARS = 3
#: How many countries are asked for together.
_COUNTRIES = 10
#: For each flow: its folder, its value (general imports, and exports of both domestic and
#: foreign goods) and the variable of its commodity.
_VARIABLES = {"imports": ("GEN_VAL_MO", "I_COMMODITY"), "exports": ("ALL_VAL_MO", "E_COMMODITY")}


@dataclass(frozen=True)
class CensusBureau:
    """The bureau's description, and the formats it publishes in."""

    id: str = "census"
    publisher: str = "U.S. Census Bureau"
    reporter: str = "US"
    reporters: tuple[str, ...] = ("US",)
    currency: str = "USD"
    home: str = "https://www.census.gov/foreign-trade/"
    licence: str = "public domain"
    attribution: str = "U.S. Census Bureau, Economic Indicators Division"
    valuations: tuple[Valuation, ...] = (
        Valuation("export", "FAS", "general"),
        Valuation("import", "customs value", "general"),
    )
    address: str = "https://www.census.gov"
    hosts: tuple[str, ...] = ("www.census.gov", "api.census.gov")
    key: Key | None = _KEY

    def release(self, month: date) -> date:
        """About 35 days after the month ends."""
        return shift(month, 1) + timedelta(days=34)

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """With a key the interface: totals or one commodity; without, the file of all totals.

        Raises:
            NoData: Another reporter, a partner without a code, or a commodity without a key.
        """
        if wanted.reporter not in ("", *self.reporters):
            raise NoData(f"the source {self.id} does not cover the reporter {wanted.reporter}")
        if wanted.keyed:
            return tuple(request for flow in _VARIABLES for request in _asked(flow, wanted))
        if wanted.classification != "total":
            raise NoData(
                f"the source {self.id} gives trade by commodity only with a key",
                hint="a key is free: set CENSUS_API_KEY",
            )
        return (Request("country.xlsx", "foreign-trade/balance/country.xlsx", media=XLSX),)

    def split(self, request: Request) -> tuple[Request, ...]:
        """No row limit is known."""
        return ()

    def parse(self, snapshot: Snapshot) -> Parsed:
        """Read `country.xlsx`, a reply of the interface, or figures of the bureau's pages in our own layout.

        Raises:
            InvalidData: Neither, or a damaged file.
        """
        from tradecli.sources.base import observations

        reading = _read(snapshot)
        return Parsed(observations(self, snapshot, reading.figures), reading.notices)


def _asked(flow: str, wanted: Wanted) -> list[Request]:
    """The world's total and all countries year by year, or some countries with all their months.

    The world is asked for by itself: the level of detail that leaves groups of countries out may
    leave it out as well. A year of all countries takes the bureau some forty seconds.
    """
    last = shift(wanted.today.replace(day=1), -1)
    first = max(_FIRST, wanted.since or _first_revised(wanted.newest))
    if first > last:
        raise NoData(f"the Census Bureau has no figures after {last:%Y-%m} yet")
    found = [_request(flow, wanted, "world", first, last, (("CTY_CODE", "-"),))]
    if wanted.partners:
        codes = [_code(code) for code in wanted.partners if code != "WORLD"]
        for start in range(0, len(codes), _COUNTRIES):
            some = codes[start : start + _COUNTRIES]
            chosen = tuple(("CTY_CODE", code) for code in some)
            found.append(_request(flow, wanted, "-".join(some), first, last, chosen))
        return found
    for year in range(first.year, last.year + 1):
        begin, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 1))
        found.append(_request(flow, wanted, str(year), begin, end, (("SUMMARY_LVL", "DET"),)))
    return found


def _first_revised(newest: date | None) -> date:
    return date(newest.year - _REVISED_YEARS, 1, 1) if newest else _FIRST


def _request(
    flow: str, wanted: Wanted, what: str, first: date, last: date, chosen: tuple[tuple[str, str], ...]
) -> Request:
    value, commodity = _VARIABLES[flow]
    variables = ["CTY_CODE", "CTY_NAME", value]
    goods: tuple[tuple[str, str], ...] = ()
    name = f"{flow}-{what}"
    if wanted.classification != "total":
        level = _level(wanted)
        variables.append(commodity)
        goods = (("COMM_LVL", level),)
        if wanted.commodity != level:
            goods = ((commodity, wanted.commodity), *goods)
        name = f"{flow}-{wanted.commodity.lower()}-{what}"
    months = ("time", f"from {first:%Y-%m} to {last:%Y-%m}")
    return Request(
        f"{name}.json",
        f"data/timeseries/intltrade/{flow}/hs",
        (("get", ",".join(variables)), *goods, *chosen, months),
        media=JSON,
        keyed=True,
        address=_API,
        first=first,
        last=last,
    )


def _level(wanted: Wanted) -> str:
    """HS2, HS4 or HS6: the digits of the commodity, or itself where it means every code of a length."""
    if wanted.classification == "hs" and wanted.commodity in ("HS2", "HS4", "HS6"):
        return wanted.commodity
    if (
        wanted.classification != "hs"
        or not wanted.commodity.isdecimal()
        or len(wanted.commodity) not in (2, 4, 6)
    ):
        what = f"{wanted.classification}:{wanted.commodity}"
        raise NoData(
            f"the Census Bureau has no commodity {what}", hint="use two, four or six digits, as in hs:85"
        )
    return f"HS{len(wanted.commodity)}"


def _code(partner: str) -> str:
    found = places.place(partner).census_code
    if not found:
        raise NoData(f"the Census Bureau's list has no {places.place(partner).name}")
    return found[0]


def _read(snapshot: Snapshot) -> Reading:
    # The readers are imported here: most runs of the program only ask what the source is.
    from tradecli.sources import census_api, census_country, figures, sheet, text

    if snapshot.content.startswith(sheet.MAGIC):
        return census_country.read(snapshot, sheet.rows(snapshot.content, name=snapshot.name))
    if snapshot.content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        return census_api.read(snapshot)
    return figures.read(snapshot, text.rows(snapshot.content, name=snapshot.name))


CENSUS = CensusBureau()
