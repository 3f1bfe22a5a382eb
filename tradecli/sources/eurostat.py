"""Eurostat (Comext): trade of the members of the European Union, in euros, SDMX-CSV.

As of 2026-09: DATAFLOW, LAST UPDATE, freq, reporter, partner, product, flow, indicators, TIME_PERIOD,
OBS_VALUE; two-letter codes with EL for Greece; flow 1 imports, 2 exports; whole euros. The figures
stay euros: converting them would make numbers that nobody has published.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from tradecli.errors import InvalidData, NoData
from tradecli.facts import places
from tradecli.periods import shift
from tradecli.sources import sdmx
from tradecli.sources.base import Doubt, Source, Valuation, unnamed
from tradecli.sources.numbers import dollars, shown
from tradecli.sources.reading import Beginning, Figure, File, Reading
from tradecli.sources.request import HS_CODE, SDMX_CSV, Request, Wanted
from tradecli.wording import Listed, Wording

_PATH = "eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409"
_FIRST = date(2002, 1, 1)
#: Without partners named, this many years: every partner is some three thousand rows a year and flow.
_YEARS = 3
_FLOWS = {"1": "import", "2": "export"}
#: The two data sets name the same measure differently; other measures are weights and quantities.
_EUROS = ("VALUE_IN_EUROS", "VALUE_EUR")
DATAFLOWS = ("ESTAT:DS-045409(", "ESTAT:DS-059341(")
#: Eurostat's code where it is not the ISO one.
_CODES = {"GR": "EL", "EU": "EU27_2020", "EA": "EA21"}
_PLACES = {code: place for place, code in _CODES.items()}
_REQUIRED = (
    "DATAFLOW", "freq", "reporter", "partner", "product", "flow", "indicators", "TIME_PERIOD", "OBS_VALUE",
)  # fmt: skip
_KNOWN = frozenset(("LAST UPDATE", "OBS_FLAG", "CONF_STATUS"))

#: The members of the European Union, and the Union itself.
EUROPEAN_UNION = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "EU", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
#: And the euro area, whose figures are those of its 21 members of 2026 in every year.
REPORTERS = (*EUROPEAN_UNION, "EA")

Row = Mapping[str, str]


class Eurostat(Source):
    """The office's description, and how to ask for a member's trade."""

    id = "eurostat"
    publisher = "Eurostat (Comext)"
    name_zh = "歐盟統計局（Comext）"
    reporters = REPORTERS
    answers_for = REPORTERS
    hs_codes = True
    areas = ("EU", "EA")
    currency = "EUR"
    doubts = (Doubt("eurostat-2026-10-08-partners"),)
    home = "https://ec.europa.eu/eurostat/web/international-trade-in-goods"
    licence = "free reuse with the source named (Commission Decision 2011/833/EU)"
    attribution = "Source: Eurostat"
    valuations = (
        Valuation("export", "FOB", "community concept"),
        Valuation("import", "CIF", "community concept"),
    )
    address = "https://ec.europa.eu"
    limits = "one partner and flow a request"
    files = "SDMX-CSV of Eurostat"
    release_after = 45

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """One flow and partner a request, or one flow and year of all partners: a large one is put off.

        Raises:
            NoData: Not a member, a partner without a code, or no such commodity.
        """
        if not wanted.reporter:
            raise unnamed(self.id)
        if wanted.reporter not in self.reporters:
            raise NoData(
                "the source {source} does not cover the reporter {reporter}",
                hint="reporters covered: {reporters}",
                source=self.id,
                reporter=wanted.reporter,
                reporters=Listed(self.reporters),
            )
        product = _product(wanted)
        last = wanted.last_month
        if wanted.partners:
            first = wanted.since or (shift(wanted.newest, -24) if wanted.newest else _FIRST)
            chosen = dict.fromkeys(("WORLD", *wanted.partners))
            asked = [(_code(partner), first, last) for partner in chosen]
        else:
            first = wanted.since or date(last.year - _YEARS + 1, 1, 1)
            asked = [("", *year) for year in _years(first, last)]
        return tuple(
            _request(wanted.reporter, partner, product, flow, begin, end)
            for partner, begin, end in asked
            for flow in _FLOWS
        )

    def recognises(self, beginning: Beginning) -> bool:
        """Whether SDMX-CSV of one of the data sets begins so."""
        return sdmx.dataflow(beginning).startswith(DATAFLOWS)

    def read(self, file: File) -> Reading:
        """Read a reply. The last published digit is a euro.

        Raises:
            NoData: An answer without observations.
            InvalidData: Another data set or header, a figure twice, not a number, not euros.
        """
        from tradecli.sources import columns, consistency, text

        rows = text.rows(file.content, name=file.name, encodings=("utf-8",))
        records, notices = columns.records(rows, required=_REQUIRED, known=_KNOWN, name=file.name)
        gathered, flagged = consistency.Gathered(file.name, notices), 0
        for record in records:
            series = (record[column] for column in ("reporter", "partner", "TIME_PERIOD"))
            where = f"{file.name}, {' '.join(map(shown, series))}"
            figure = _figure(record, where)
            if isinstance(figure, str):
                gathered.leave_out(figure)
                continue
            gathered.add(figure, where=where)
            flagged += bool(record.get("OBS_FLAG", "").strip())
        if not gathered:
            raise NoData("{name}: Eurostat has nothing for what was asked", name=file.name)
        if flagged:
            gathered.notices.append(
                Wording(
                    "{name}: {flagged} figures carry a flag of Eurostat's, such as p for provisional",
                    name=file.name,
                    flagged=flagged,
                )
            )
        return gathered.reading(_updated(records))


def _years(first: date, last: date) -> list[tuple[date, date]]:
    return [
        (max(first, date(year, 1, 1)), min(last, date(year, 12, 1)))
        for year in range(first.year, last.year + 1)
    ]


def _request(reporter: str, partner: str, product: str, flow: str, first: date, last: date) -> Request:
    key = f"M.{_code(reporter)}.{partner}.{product}.{flow}.VALUE_IN_EUROS"
    months = (("startPeriod", f"{first:%Y-%m}"), ("endPeriod", f"{last:%Y-%m}"))
    what = f"{partner or f'all-{first.year}'}-{product}-{_FLOWS[flow]}"
    return Request(
        f"{reporter}-{what}.csv".lower(),
        f"{_PATH}/{key}",
        (("format", "SDMX-CSV"), *months),
        media=SDMX_CSV,
        first=first,
        last=last,
        reporter=reporter,
        flow=_FLOWS[flow],
    )


def _product(wanted: Wanted) -> str:
    return "TOTAL" if wanted.classification == "total" else wanted.hs_code("Eurostat")


def _code(code: str) -> str:
    place = places.place(code)
    if code != "WORLD" and not place.iso3 and code not in _CODES:
        raise NoData("Eurostat has no code of {place.name}", place=place)
    return _CODES.get(code, code)


def _updated(records: list[dict[str, str]]) -> date | None:
    """The day of the last update, such as 15/09/26 11:00:00; None where it is written another way."""
    match = re.match(r"(\d\d)/(\d\d)/(\d\d) ", records[0].get("LAST UPDATE", "")) if records else None
    try:
        return date(2000 + int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _figure(record: Row, where: str) -> Figure | str:
    """A figure, or what a notice names: a place, a product or a measure that is not known."""
    if not record["DATAFLOW"].startswith(DATAFLOWS):
        raise InvalidData(
            "{where}: data set {dataflow!r}; expected {dataflows}...)",
            where=where,
            dataflow=record["DATAFLOW"][:40],
            dataflows=DATAFLOWS[0],
        )
    if record["indicators"] not in _EUROS:
        return Wording("measure {indicators}", indicators=shown(record["indicators"]))
    if record["flow"] not in _FLOWS:
        raise InvalidData(
            "{where}: flow {flow!r}; expected 1 (imports) or 2 (exports)",
            where=where,
            flow=record["flow"][:8],
        )
    reporter, partner = (_place(record[column]) for column in ("reporter", "partner"))
    if reporter not in REPORTERS or partner is None:
        return f"{shown(record['reporter'])} {shown(record['partner'])}"
    if record["product"] == "TOTAL":
        commodity, classification = "TOTAL", "total"
    elif HS_CODE.fullmatch(record["product"]):
        commodity, classification = record["product"], "hs"
    else:
        return Wording("product {product}", product=shown(record["product"]))
    covered = sdmx.period(record["TIME_PERIOD"], record["freq"], where=where)
    value = dollars(record["OBS_VALUE"], 1, where=where)
    flow = _FLOWS[record["flow"]]
    return Figure(partner, flow, *covered, value, 1, commodity, classification, reporter=reporter)


def _place(code: str) -> str | None:
    if code in _CODES:  # GR for Greece is not Eurostat's
        return None
    found = _PLACES.get(code, code)
    return (
        found
        if found in places.places() and (found in ("WORLD", "EU", "EA") or places.place(found).iso3)
        else None
    )


SOURCE = Eurostat()
