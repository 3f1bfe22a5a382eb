"""United States Census Bureau: United States trade in goods, not seasonally adjusted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.sources.base import Key, Source, Valuation

if TYPE_CHECKING:
    from tradecli.sources.reading import Beginning, File, Reading
    from tradecli.sources.request import Request, Wanted

# The readers and the requests are imported where they are used: most runs only ask what the source is.

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


class CensusBureau(Source):
    """The bureau's description, and the formats it publishes in."""

    id = "census"
    publisher = "U.S. Census Bureau"
    name = "US Census Bureau"
    name_zh = "美國普查局"
    reporters = ("US",)
    answers_for = ("US",)
    every_partner = True
    fetched_unasked = True
    hs_codes = True
    hs_codes_keyed = True
    areas = ("EU",)
    hours_from_utc = -5
    home = "https://www.census.gov/foreign-trade/"
    licence = "public domain"
    attribution = "U.S. Census Bureau, Economic Indicators Division"
    valuations = (Valuation("export", "FAS", "general"), Valuation("import", "customs value", "general"))
    address = "https://www.census.gov"
    other_hosts = ("api.census.gov",)
    key = Key("CENSUS_API_KEY", parameter="key")
    files = "the Census Bureau's country.xlsx and replies of its interface (JSON)"
    release_after = 34

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """With a key the interface: totals or one commodity; without, the file of all totals.

        Raises:
            NoData: Another reporter, a partner without a code, or a commodity without a key.
        """
        from tradecli.sources.request import XLSX, Request

        self.refuse_others(wanted.reporter)
        if wanted.keyed:
            return tuple(request for flow in _VARIABLES for request in _asked(flow, wanted))
        if wanted.classification != "total":
            partner = "".join(f" --partner {code}" for code in wanted.partners)
            goods = f" --commodity {wanted.classification}:{wanted.commodity}"
            raise NoData(
                "the source {source} gives trade by commodity only with a key",
                hint="a key is free: set CENSUS_API_KEY; without one: {command}",
                source=self.id,
                command=f"trade fetch comtrade --reporter US{partner}{goods}",
            )
        return (Request("country.xlsx", "foreign-trade/balance/country.xlsx", media=XLSX),)

    def recognises(self, beginning: Beginning) -> bool:
        """Whether `country.xlsx` or a reply of the interface begins so."""
        if beginning.form == "workbook":
            return beginning.header[:2] == ["year", "CTY_CODE"]
        return beginning.form == "array" and "CTY_CODE" in beginning.header

    def read(self, file: File) -> Reading:
        """Read `country.xlsx`, a reply of the interface, or figures of the bureau's pages in our own layout.

        Raises:
            InvalidData: Neither, or a damaged file.
        """
        from tradecli.sources import census_api, census_country, figures, json_data, sheet, text

        if file.content.startswith(sheet.MAGIC):
            return census_country.read(file, sheet.rows(file.content, name=file.name))
        if json_data.begins(file.content):
            return census_api.read(file)
        return figures.read(file, text.rows(file.content, name=file.name))


def _asked(flow: str, wanted: Wanted) -> list[Request]:
    """The world's total and all countries year by year, or some countries with all their months.

    The world is asked for by itself: the level of detail that leaves groups of countries out may
    leave it out as well. A year of all countries takes the bureau some forty seconds.
    """
    last = wanted.last_month
    first = max(_FIRST, wanted.since or _first_revised(wanted.newest))
    if first > last:
        raise NoData("the Census Bureau has no figures after {last:%Y-%m} yet", last=last)
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
    from tradecli.sources.request import JSON, Request

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
        flow=flow.removesuffix("s"),
        address=_API,
        first=first,
        last=last,
    )


def _level(wanted: Wanted) -> str:
    """HS2, HS4 or HS6: the digits of the commodity, or itself where it means every code of a length."""
    if wanted.classification == "hs" and wanted.commodity in ("HS2", "HS4", "HS6"):
        return wanted.commodity
    return f"HS{len(wanted.hs_code('the Census Bureau'))}"


def _code(partner: str) -> str:
    found = places.place(partner).census_code
    if not found:
        raise NoData("the Census Bureau's list has no {place.name}", place=places.place(partner))
    return found[0]


SOURCE = CensusBureau()
