"""International Monetary Fund: International Trade in Goods by partner (IMTS), SDMX-CSV.

As of 2026-08: 41 columns, `TIME_PERIOD` such as 2026-M04, ISO 3166-1 alpha-3 codes, and whole US
dollars: `SCALE` (6) says how the Fund shows them and multiplies nothing. The last row may hold the
name of the data set and nothing else. Taiwan is a counterpart there, never a reporter.
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
from tradecli.sources.request import SDMX_CSV, Request, Wanted
from tradecli.wording import Wording

_PATH = "external/sdmx/2.1/data/IMF.STA,IMTS"
_ACCEPT = "application/vnd.sdmx.data+csv;version=2.0.0"
_FIRST_YEAR = 2000
_REVISED_YEARS = 2
#: How many counterparts are asked for together; without any the answer is 63 MB.
_PARTNERS = 30
_GROUPS = {"G001": "WORLD", "G998": "EU"}
_REVERSED = {code: group for group, code in _GROUPS.items()}
#: The flow and the valuation of each indicator that is read, and those that are known and not.
_INDICATORS = {"XG_FOB_USD": ("export", "FOB"), "MG_CIF_USD": ("import", "CIF")}
_OTHER_INDICATORS = frozenset({"MG_FOB_USD", "TBG_USD"})
_REQUIRED = (
    "DATAFLOW", "COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "FREQUENCY", "TIME_PERIOD", "OBS_VALUE",
)  # fmt: skip
_KNOWN = frozenset((
    "SCALE", "PRECISION", "DECIMALS_DISPLAYED", "TRADE_FLOW", "VALUATION", "UNIT", "DERIVATION_TYPE",
    "OVERLAP", "STATUS", "DOI", "FULL_DESCRIPTION", "AUTHOR", "PUBLISHER", "DEPARTMENT", "CONTACT_POINT",
    "TOPIC", "TOPIC_DATASET", "KEYWORDS", "KEYWORDS_DATASET", "LANGUAGE", "PUBLICATION_DATE",
    "UPDATE_DATE", "METHODOLOGY", "METHODOLOGY_NOTES", "ACCESS_SHARING_LEVEL", "ACCESS_SHARING_NOTES",
    "SECURITY_CLASSIFICATION", "SOURCE", "SHORT_SOURCE_CITATION", "FULL_SOURCE_CITATION", "LICENSE",
    "SUGGESTED_CITATION", "KEY_INDICATOR", "SERIES_NAME",
))  # fmt: skip
#: What the Fund writes on figures of the country itself; another letter is an estimate of some kind.
_REPORTED = ("M", "")
DATAFLOW = "IMF.STA:IMTS("

Row = Mapping[str, str]


class MonetaryFund(Source):
    """The Fund's description, and how to ask for a reporter's trade."""

    id = "imf"
    publisher = "International Monetary Fund (IMTS)"
    name_zh = "國際貨幣基金（IMTS）"
    answers_for_others = True
    areas = ("EU",)
    doubts = (Doubt("imf-2026-10-08-vietnam"),)
    home = "https://data.imf.org/en/datasets/IMF.STA:IMTS"
    licence = "IMF copyright; terms at https://www.imf.org/external/terms.htm"
    attribution = "International Monetary Fund, International Trade in Goods (by partner country)"
    valuations = tuple(
        Valuation(flow, valuation, "as reported; gaps filled from partners for some countries")
        for flow, valuation in _INDICATORS.values()
    )
    address = "https://api.imf.org"
    limits = "30 partners a request"
    files = "SDMX-CSV of the IMF"

    def release(self, month: date) -> date:
        """About three and a half months after the month ends."""
        return shift(month, 4).replace(day=15)

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """Both flows of a reporter with some counterparts at a time; the world is always among them.

        Raises:
            NoData: No reporter, Taiwan as the reporter, trade by commodity, a place without a code.
        """
        if not wanted.reporter:
            raise unnamed(self.id)
        if wanted.reporter in ("TW", "WORLD"):
            raise NoData(
                "the source {source} has no figures of {reporter}",
                hint="name one with --reporter; Taiwan is found as a partner, its own figures in mof",
                source=self.id,
                reporter=wanted.reporter,
            )
        if wanted.classification != "total":
            raise NoData("the source {source} has totals only", source=self.id)
        first = _first_month(wanted)
        codes = [_counterpart(code) for code in _partners(wanted)]
        return tuple(
            _request(wanted, codes[start : start + _PARTNERS], first, start // _PARTNERS)
            for start in range(0, len(codes), _PARTNERS)
        )

    def recognises(self, beginning: Beginning) -> bool:
        """Whether SDMX-CSV of the Fund's data set begins so."""
        return sdmx.dataflow(beginning).startswith(DATAFLOW)

    def read(self, file: File) -> Reading:
        """Read a reply. The Fund prints more decimals than a dollar has; the last digit is a dollar.

        Raises:
            NoData: An answer without observations: nothing is published, or a code is wrong.
            InvalidData: Another data set or header, a figure twice, not a number.
        """
        from tradecli.sources import columns, consistency, text

        rows = text.rows(file.content, name=file.name, encodings=("utf-8",))
        records, notices = columns.records(rows, required=_REQUIRED, known=_KNOWN, name=file.name)
        gathered, derived = consistency.Gathered(file.name, notices), 0
        for record in records:
            if not any(record[column] for column in _REQUIRED[1:]):
                continue  # the last row may name the data set only
            series = (record[column] for column in ("COUNTRY", "COUNTERPART_COUNTRY", "TIME_PERIOD"))
            where = f"{file.name}, {' '.join(map(shown, series))}"
            figure = _figure(record, where)
            if isinstance(figure, str):
                gathered.leave_out(figure)
            elif figure:
                gathered.add(figure, where=where)
                derived += record.get("DERIVATION_TYPE", "") not in _REPORTED
        if not gathered:
            raise NoData(
                "{name}: the IMF has nothing for what was asked, or does not know a code", name=file.name
            )
        if derived:
            gathered.notices.append(
                Wording(
                    "{name}: {derived} figures are derived or estimated by the IMF",
                    name=file.name,
                    derived=derived,
                )
            )
        return gathered.reading(_updated(records))


def _first_month(wanted: Wanted) -> date:
    if wanted.since:
        return date(wanted.since.year, 1, 1)
    return date(wanted.newest.year - _REVISED_YEARS if wanted.newest else _FIRST_YEAR, 1, 1)


def _partners(wanted: Wanted) -> list[str]:
    every = [place.code for place in places.places().values() if place.iso3]
    chosen = wanted.partners or every
    return list(dict.fromkeys(("WORLD", *(code for code in chosen if code != wanted.reporter))))


def _request(wanted: Wanted, codes: list[str], first: date, part: int) -> Request:
    reporter = _counterpart(wanted.reporter)
    key = f"{reporter}.{'+'.join(_INDICATORS)}.{'+'.join(codes)}.M"
    what = "-".join(codes).lower() if wanted.partners else f"all-{part + 1}"
    return Request(
        f"{reporter.lower()}-{what[:100]}.csv",
        f"{_PATH}/{key}",
        (("startPeriod", str(first.year)), ("endPeriod", str(wanted.today.year))),
        media=SDMX_CSV,
        accept=_ACCEPT,
        first=first,
        last=date(wanted.today.year, 12, 1),
        reporter=wanted.reporter,
    )


def _counterpart(code: str) -> str:
    found = _REVERSED.get(code) or places.place(code).iso3
    if not found:
        raise NoData("the IMF has no code of {place.name}", place=places.place(code))
    return found


def _updated(records: list[dict[str, str]]) -> date | None:
    """The newest day of update in the rows, such as 2026-08-05T23:36:59Z."""
    texts = [record.get("UPDATE_DATE", "")[:10] for record in records]
    newest = max((text for text in texts if re.fullmatch(r"20\d\d-\d\d-\d\d", text)), default="")
    try:
        return date.fromisoformat(newest) if newest else None
    except ValueError:
        return None


def _figure(record: Row, where: str) -> Figure | str | None:
    """A figure; or what a notice names; or nothing, for what is known and not kept."""
    if not record["DATAFLOW"].startswith(DATAFLOW):
        raise InvalidData(
            "{where}: data set {dataflow!r}; expected {expected}...)",
            where=where,
            dataflow=record["DATAFLOW"][:40],
            expected=DATAFLOW,
        )
    if record["INDICATOR"] in _OTHER_INDICATORS:
        return None
    if record["INDICATOR"] not in _INDICATORS:
        return Wording("indicator {indicator}", indicator=shown(record["INDICATOR"]))
    flow, valuation = _INDICATORS[record["INDICATOR"]]
    if record.get("VALUATION", "") not in ("", valuation) or record.get("UNIT", "") not in ("", "USD"):
        what = Wording("{valuation} in {unit}", valuation=record.get("VALUATION"), unit=record.get("UNIT"))
        raise InvalidData(
            "{where}: {indicator} is valued {what}; expected {valuation} in USD",
            where=where,
            indicator=record["INDICATOR"],
            what=shown(what, 40),
            valuation=valuation,
        )
    reporter, partner = (_code(record[column]) for column in ("COUNTRY", "COUNTERPART_COUNTRY"))
    if reporter is None or partner is None:
        group = record["COUNTERPART_COUNTRY"]
        known = reporter and group[:1] == "G" and group[1:].isdecimal()
        return None if known else f"{shown(record['COUNTRY'])} {shown(group)}"
    covered = sdmx.period(record["TIME_PERIOD"], record["FREQUENCY"], where=where)
    value = dollars(record["OBS_VALUE"], 1, where=where)
    return Figure(partner, flow, *covered, value, 1, reporter=reporter)


def _code(text: str) -> str | None:
    if text in _GROUPS:
        return _GROUPS[text]
    place = places.by_iso3(text)
    return place.code if place else None


SOURCE = MonetaryFund()
