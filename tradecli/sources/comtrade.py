"""United Nations Comtrade: what it is, and what to ask it for; `comtrade_reply` reads the answers."""

from __future__ import annotations

from datetime import date

from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.periods import shift
from tradecli.sources.base import Key, Source, Valuation, unnamed
from tradecli.sources.reading import Beginning, File, Reading
from tradecli.sources.request import JSON, Request, Wanted
from tradecli.wording import Wording

#: Monthly figures start about here.
_FIRST = date(2010, 1, 1)
#: With a key twelve months are one request, without a single one.
_MONTHS_A_REQUEST = 12
#: How far back to look for revisions, in months, with a key and without.
_REVISED, _REVISED_KEYLESS = 24, 3
#: How many partners are asked for together; the world comes along for the shares.
_PARTNERS = 10
_LEVELS = {"HS2": "AG2", "HS4": "AG4", "HS6": "AG6"}
_WORLD = "0"


class Comtrade(Source):
    """The database's description. Taiwan is not a reporter there; as a partner it is 490."""

    id = "comtrade"
    publisher = "United Nations Statistics Division (UN Comtrade)"
    name_zh = "聯合國商品貿易統計資料庫（UN Comtrade）"
    answers_for_others = True
    hs_codes = True
    home = "https://comtradeplus.un.org/"
    licence = "UN Comtrade terms of use: free to use, no redistribution in bulk"
    attribution = "United Nations, UN Comtrade database"
    valuations = (Valuation("export", "FOB", "as reported"), Valuation("import", "CIF", "as reported"))
    address = "https://comtradeapi.un.org"
    key = Key("COMTRADE_API_KEY", header="Ocp-Apim-Subscription-Key")
    limits = "only months it has; without a key 1 month and 500 rows each, with one 12 months, 500 a day"
    files = "Comtrade's CSV and JSON"
    #: It differs by reporter.
    release_after = 60

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """Months of one reporter: twelve a request with a key, else one, and one flow where all partners are.

        Raises:
            NoData: No reporter is named, it has no monthly figures there, or no such commodity.
        """
        if not wanted.reporter:
            raise unnamed(self.id)
        reporter = _code(wanted.reporter)
        if wanted.reporter in ("TW", "WORLD"):
            named = Wording("{place.name}", place=places.place(wanted.reporter))
            raise NoData(
                "the source {source} has no monthly figures of {named}",
                hint="name one with --reporter; Taiwan is found as a partner, its own figures in mof",
                source=self.id,
                named=named,
            )
        return tuple(
            _request(wanted, reporter, months, partners, flows)
            for months in _groups(_months(wanted), _MONTHS_A_REQUEST if wanted.keyed else 1)
            for partners in _partners(wanted)
            for flows in (["M,X"] if partners else ["M", "X"])
        )

    def availability(self, wanted: Wanted) -> Request | None:
        """Which months of the reporter there are: many offices' months come late, or never."""
        if wanted.reporter in ("", "TW", "WORLD"):
            return None
        code = _code(wanted.reporter)
        parameters = (("reporterCode", code),)
        return Request(f"{code}-availability.json", "public/v1/getDA/C/M/HS", parameters, media=JSON)

    def published(self, file: File, wanted: Wanted) -> Wanted:
        """The months of the reporter that the service says it has.

        Raises:
            NoData: There are none of those wanted.
            InvalidData: Not such a reply.
        """
        from tradecli.sources import comtrade_reply

        months = comtrade_reply.months(file, _code(wanted.reporter)) & {*_months(wanted)}
        if not months:
            raise NoData(
                "Comtrade has no months of {place.name} from {first:%Y-%m} on",
                place=places.place(wanted.reporter),
                first=_months(wanted)[0],
            )
        return wanted._replace(published=frozenset(months))

    def split(self, request: Request) -> tuple[Request, ...]:
        """Half the months, flows, commodities or partners; () where one of each is left."""
        fields = dict(request.parameters)
        for field in ("period", "flowCode", "cmdCode", "partnerCode"):
            values = fields.get(field, "").split(",")
            if len(values) > 1:
                middle = len(values) // 2
                return tuple(_replaced(request, field, half) for half in (values[:middle], values[middle:]))
        return ()

    def recognises(self, beginning: Beginning) -> bool:
        """Whether a reply in JSON or a file of the website begins so."""
        if beginning.form == "csv":
            return {"reporterCode", "partnerCode", "primaryValue"} <= set(beginning.header)
        return beginning.form == "object" and "data" in beginning.header

    def read(self, file: File) -> Reading:
        """Read a reply in JSON, or a file of the website in CSV.

        Raises:
            Cut: As many rows as the limit allows, so that some may be missing.
            NoData: An answer without rows: nothing is published for what was asked.
            InvalidData: An error instead of data, breakdowns among the totals, damage.
        """
        from tradecli.sources import comtrade_reply, json_data, text

        if json_data.begins(file.content):
            return comtrade_reply.read(file)
        rows = text.rows(file.content, name=file.name, encodings=("utf-8",))
        return comtrade_reply.read_table(file, rows)


def _months(wanted: Wanted) -> list[date]:
    last = wanted.last_month
    if wanted.since:
        first = wanted.since
    elif wanted.newest:
        first = shift(wanted.newest, -(_REVISED if wanted.keyed else _REVISED_KEYLESS))
    else:
        # A month a request is slow; the year to date and the year before it are what is needed first.
        first = _FIRST if wanted.keyed else date(wanted.today.year - 1, 1, 1)
    if first > last:
        raise NoData("Comtrade has no figures after {last:%Y-%m} yet", last=last)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = [shift(first, step) for step in range(count)]
    return [month for month in months if wanted.published is None or month in wanted.published]


def _groups(months: list[date], size: int) -> list[list[date]]:
    return [months[start : start + size] for start in range(0, len(months), size)]


def _partners(wanted: Wanted) -> list[list[str]]:
    """Groups of partner codes, the world in the first; [[]] where all are wanted."""
    if not wanted.partners:
        return [[]]
    codes = [_WORLD, *(_code(partner) for partner in wanted.partners if partner != "WORLD")]
    return [codes[start : start + _PARTNERS] for start in range(0, len(codes), _PARTNERS)]


def _request(wanted: Wanted, reporter: str, months: list[date], partners: list[str], flows: str) -> Request:
    goods = _goods(wanted)
    periods = [f"{month:%Y%m}" for month in months]
    what = "-".join(partners) or f"all-{flows.lower()}"
    name = f"{reporter}-{goods.lower()}-{what}-{periods[0]}"
    parameters = {
        "reporterCode": reporter,
        "period": ",".join(periods),
        "partnerCode": ",".join(partners),
        "partner2Code": "0",
        "cmdCode": goods,
        "flowCode": flows,
        "customsCode": "C00",
        "motCode": "0",
        "includeDesc": "true",
    }
    return Request(
        f"{name}.json",
        "data/v1/get/C/M/HS" if wanted.keyed else "public/v1/preview/C/M/HS",
        tuple((field, value) for field, value in parameters.items() if value),
        media=JSON,
        keyed=wanted.keyed,
        first=months[0],
        last=months[-1],
        reporter=wanted.reporter,
    )


def _replaced(request: Request, field: str, values: list[str]) -> Request:
    """The same request for some of the values of one field, under a name of its own."""
    parameters = tuple(
        (name, ",".join(values) if name == field else value) for name, value in request.parameters
    )
    stem = request.name.removesuffix(".json")
    piece = request._replace(name=f"{stem}-{values[0].lower()}.json", parameters=parameters)
    if field != "period":
        return piece
    first, last = (date(int(text[:4]), int(text[4:]), 1) for text in (values[0], values[-1]))
    return piece._replace(first=first, last=last)


def _goods(wanted: Wanted) -> str:
    if wanted.classification == "total":
        return "TOTAL"
    if wanted.classification == "hs" and wanted.commodity in _LEVELS:
        return _LEVELS[wanted.commodity]
    return wanted.hs_code("Comtrade")


def _code(code: str) -> str:
    found = places.place(code).comtrade_code
    if not found:
        raise NoData("Comtrade's code of {place.name} is not known", place=places.place(code))
    return found[0]


SOURCE = Comtrade()
