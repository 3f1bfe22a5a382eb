"""Korea Customs Service: what it is, and what to ask its interface for; `kcs_reply` reads the answers.

What comes with the program stands in the layout of our own (`wide`): monthly trade with the world and a
few partners. The interface of the public data portal needs a key, which is free.
"""

from __future__ import annotations

from datetime import date

from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.periods import shift
from tradecli.sources.base import Key, Source, Valuation
from tradecli.sources.reading import Beginning, File, Reading
from tradecli.sources.request import XML, Request, Wanted

#: Monthly figures by country start here.
_FIRST = date(2000, 1, 1)
#: How far back to look for revisions, in months.
_REVISED = 24
#: Those asked for where none is named: the interface answers for one country at a time.
_USUAL = ("US", "CN", "JP", "VN", "TW", "HK", "IN", "DE")


class KoreaCustoms(Source):
    """The service's description, and how to ask for years of one partner, or of the world."""

    id = "kcs"
    publisher = "Korea Customs Service"
    name_zh = "韓國關稅廳"
    reporters = ("KR",)
    answers_for = ("KR",)
    hours_from_utc = 9
    home = "https://tradedata.go.kr/cts/index_eng.do"
    licence = "figures with the source named (Korea Open Government License, type not verified)"
    attribution = "Source: Korea Customs Service"
    valuations = (Valuation("export", "FOB", "general"), Valuation("import", "CIF", "general"))
    address = "https://apis.data.go.kr"
    key = Key("KCS_API_KEY", parameter="serviceKey", required=True)
    limits = "12 months of one partner a request, 10,000 requests a day"
    files = "XML of the Korea Customs Service"
    release_after = 15

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """A request for each calendar year of the world and of each partner: more months are refused.

        Raises:
            NoData: Another reporter, trade by commodity, a place that is no country, months to come.
        """
        self.refuse_others(wanted.reporter)
        if wanted.classification != "total":
            raise NoData(
                "the source {source} is not asked for commodities",
                hint="use comtrade: trade fetch comtrade --reporter KR --commodity hs:85",
                source=self.id,
            )
        partners = dict.fromkeys(("WORLD", *(wanted.partners or _USUAL)))
        for code in partners:
            if places.place(code).level not in ("world", "country"):
                raise NoData(
                    "the source {source} has no figures of {place.name}, which is no country",
                    source=self.id,
                    place=places.place(code),
                )
        return tuple(_request(code, *months) for code in partners for months in _years(wanted))

    def recognises(self, beginning: Beginning) -> bool:
        """Whether a reply of the interface begins so."""
        return beginning.form == "xml" and beginning.header[:1] == ["response"]

    def read(self, file: File) -> Reading:
        """Read a reply of the interface.

        Raises:
            SourceError: The key was not accepted, or too much was asked for.
            NoData: An answer without items: nothing is published for what was asked.
            InvalidData: Another error instead of data, or damage.
        """
        from tradecli.sources import kcs_reply

        return kcs_reply.read(file)


def _years(wanted: Wanted) -> list[tuple[date, date]]:
    """The first and last month of each calendar year wanted, no year more than once."""
    last = wanted.last_month
    first = wanted.since or (
        shift(wanted.newest, -_REVISED) if wanted.newest else date(wanted.today.year - 2, 1, 1)
    )
    first = max(first, _FIRST)
    if first > last:
        raise NoData("the source {source} has no figures after {last:%Y-%m} yet", source="kcs", last=last)
    return [
        (max(first, date(year, 1, 1)), min(last, date(year, 12, 1)))
        for year in range(first.year, last.year + 1)
    ]


def _request(partner: str, first: date, last: date) -> Request:
    world = partner == "WORLD"
    months = (("strtYymm", f"{first:%Y%m}"), ("endYymm", f"{last:%Y%m}"))
    return Request(
        f"{partner.lower()}-{first:%Y%m}.xml",
        "1220000/Newtrade/getNewtradeList" if world else "1220000/nationtrade/getNationtradeList",
        months if world else (*months, ("cntyCd", partner)),
        media=XML,
        keyed=True,
        first=first,
        last=last,
    )


SOURCE = KoreaCustoms()
