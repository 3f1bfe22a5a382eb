"""Replies of UN Comtrade: records of one reporter, partner, flow, commodity and period, in US dollars.

As of 2026-10: `{"elapsedTime": ..., "count": n, "data": [...], "error": ""}`. `period` is a text, codes are
numbers, `primaryValue` is imports CIF and exports FOB. The website's CSV has the same columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tradecli.errors import InvalidData, NoData
from tradecli.facts import places
from tradecli.facts.harmonized_system import COMTRADE_EDITIONS
from tradecli.periods import december
from tradecli.sources import columns, consistency, json_data
from tradecli.sources.numbers import dollars, shown
from tradecli.sources.reading import Figure, File, Period, Reading
from tradecli.sources.request import HS_CODE, Cut
from tradecli.wording import Wording

#: Rows after which an answer ends without a word: without a key, and the two that are told of with one.
_LIMIT, _LIMITS_WITH_KEY = 500, (100_000, 250_000)
_REQUIRED = (
    "freqCode", "period", "reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue",
)  # fmt: skip
#: What a total has in these fields; another value is a part of the total and would be counted twice.
_WHOLE = {"partner2Code": ("0",), "customsCode": ("C00",), "motCode": ("0",), "mosCode": ("0",)}
_SAME = {"typeCode": ("C",), "classificationSearchCode": ("HS",)}
_KNOWN = frozenset((
    "refPeriodId", "refYear", "refMonth", "reporterISO", "reporterDesc", "flowDesc", "partnerISO",
    "partnerDesc", "partner2ISO", "partner2Desc", "classificationCode", "isOriginalClassification",
    "cmdDesc", "aggrLevel", "isLeaf", "customsDesc", "motDesc", "qtyUnitCode", "qtyUnitAbbr", "qty",
    "isQtyEstimated", "altQtyUnitCode", "altQtyUnitAbbr", "altQty", "isAltQtyEstimated", "netWgt",
    "isNetWgtEstimated", "grossWgt", "isGrossWgtEstimated", "cifvalue", "fobvalue", "cifValue", "fobValue",
    "legacyEstimationFlag", "isReported", "isAggregate", *_WHOLE, *_SAME,
))  # fmt: skip
_FLOWS = {"M": "import", "X": "export"}
#: Parts of the two flows, such as re-exports, which `X` includes.
_PARTS = frozenset({"RX", "RM", "DX", "FM", "XIP", "XOP", "MIP", "MOP"})
_PERIOD = re.compile(r"(\d{4})(\d{2})?")
#: What the publisher calls places that have another ISO code, or none.
_ISO3 = {"490": "S19", "0": "W00", "97": "EUR", "412": "_KS"}

Record = Mapping[str, Any]


def read(file: File) -> Reading:
    """Read a reply in JSON.

    Raises:
        Cut: As many rows as the limit allows, or fewer than are counted.
        NoData: An answer without rows.
        InvalidData: An error instead of data, or damage.
    """
    reply = json_data.read(file.content, name=file.name)
    records = _records(file, reply)
    header: dict[str, None] = {}
    for record in records:
        header |= dict.fromkeys(record)
    rows = [list(header)] + [[_printed(record.get(field, "")) for field in header] for record in records]
    return read_table(file, rows)


def read_table(file: File, rows: list[list[str]]) -> Reading:
    """Read rows of cells under the names of their fields.

    Raises:
        Cut: As many rows as the limit allows.
        InvalidData: A field is missing, breakdowns stand among the totals, a figure is duplicated.
    """
    name = file.name
    _check_limit(file, len(rows) - 1)
    records, notices = columns.records(rows, required=_REQUIRED, known=_KNOWN, name=name)
    gathered = consistency.Gathered(name, notices)
    editions: dict[tuple[str, str], list[date]] = {}
    for number, record in enumerate(records, start=1):
        where = Wording("{name}, record {number}", name=name, number=number)
        _check_whole(file, record, where)
        reporter, partner = (_place(record, role, where) for role in ("reporter", "partner"))
        flow = _FLOWS.get(record["flowCode"])
        if reporter is None or partner is None or flow is None:
            if what := _unknown(record, reporter, partner):
                gathered.leave_out(what)
            continue
        figure = _figure(record, reporter, partner, flow, where)
        gathered.add(figure, where=where)
        if figure.classification == "hs" and record.get("classificationCode"):
            editions.setdefault((reporter, record["classificationCode"]), []).append(figure.period)
    names = dict.fromkeys(name for _, name in editions)
    if len(names) > 1:
        # A change of the Harmonized System's edition moves goods from one code to another.
        several = ", ".join(map(shown, names))
        gathered.notices.append(
            Wording(
                "{name}: the codes are of several editions of the HS ({several})", name=name, several=several
            )
        )
    return gathered.reading()._replace(editions=tuple(_editions(editions)))


def _editions(periods: Mapping[tuple[str, str], list[date]]) -> Iterator[str]:
    """Which edition of the Harmonized System a reporter's codes are of, in which months."""
    for (reporter, name), months in periods.items():
        if edition := COMTRADE_EDITIONS.get(name):
            yield f"{reporter} {edition} {min(months):%Y-%m} {max(months):%Y-%m}"


def months(file: File, reporter: str) -> set[date]:
    """The months of a reporter that a reply about availability names.

    Args:
        file: The reply: records with `period` and `reporterCode`.
        reporter: The service's code of the reporter.

    Raises:
        InvalidData: Not such a reply.
        NoData: It names nothing.
    """
    found = set()
    for record in _records(file, json_data.read(file.content, name=file.name)):
        period = _PERIOD.fullmatch(_printed(record.get("period", "")))
        if _printed(record.get("reporterCode", "")) != reporter or not period or not period[2]:
            raise InvalidData(
                "{name}: got an error, not data: {message}", name=file.name, message=shown(record, 80)
            )
        if not 1 <= int(period[2]) <= 12:
            raise InvalidData(
                "{name}: period {period!r} is no month", name=file.name, period=shown(period[0])
            )
        found.add(date(int(period[1]), int(period[2]), 1))
    return found


def _records(file: File, reply: Any) -> list[Record]:
    name = file.name
    if not isinstance(reply, dict):
        raise InvalidData(
            "{name}: not a reply of Comtrade: a {type} and not an object",
            name=name,
            type=type(reply).__name__,
        )
    message = reply.get("error") or reply.get("message") or reply.get("errorObject")
    if message or "data" not in reply:
        raise InvalidData("{name}: got an error, not data: {message}", name=name, message=shown(message, 200))
    records = reply["data"]
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise InvalidData("{name}: `data` is not a list of records", name=name)
    count = reply.get("count")
    if not records and count == "0":
        raise NoData("{name}: Comtrade has nothing for what was asked", name=name)
    if count != str(len(records)) and not file.excerpt:
        raise Cut(
            Wording(
                "{name}: {count} records, but `count` is {said}; some are missing",
                name=name,
                count=len(records),
                said=shown(count),
            )
        )
    return records


def _check_limit(file: File, count: int) -> None:
    limits = {_LIMIT, *_LIMITS_WITH_KEY}
    if file.asked and file.asked.keyed:
        limits.discard(_LIMIT)
    if count in limits or (file.asked and not file.asked.keyed and count > _LIMIT):
        raise Cut(
            Wording(
                "{name}: exactly {count:,} records, the most there can be; some may be missing",
                name=file.name,
                count=count,
            ),
            hint="ask for fewer months or partners, or set COMTRADE_API_KEY",
        )


def _printed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else repr(value)


def _check_whole(file: File, record: Record, where: str) -> None:
    """Totals only: a breakdown by transport, customs procedure or second partner would count twice."""
    for field, allowed in (*_WHOLE.items(), *_SAME.items()):
        found = record.get(field)
        if found is None and (file.excerpt or field not in ("partner2Code", "customsCode", "motCode")):
            continue
        if found not in allowed:
            shown = Wording("missing") if found is None else repr(found[:20])
            raise InvalidData(
                "{where}: {field} is {shown}; expected {allowed}, the total of its kind",
                where=where,
                field=field,
                shown=shown,
                allowed=allowed[0],
            )


def _place(record: Record, role: str, where: str) -> str | None:
    """The code of a place by its number, which its ISO code must not contradict; None if unknown."""
    number, iso3 = record[f"{role}Code"], record.get(f"{role}ISO", "")
    place = places.by_comtrade_code(number)
    if place is None:
        return None
    if iso3 and iso3 != _ISO3.get(number, place.iso3):
        raise InvalidData(
            "{where}: {role} {number} is {place.name}, but its ISO code is {iso3!r}",
            where=where,
            role=Wording(role),
            number=number,
            place=place,
            iso3=iso3[:8],
        )
    return place.code


def _unknown(record: Record, reporter: str | None, partner: str | None) -> str:
    """What a notice names; parts of the two flows are known, and no news."""
    if reporter is None:
        return Wording("reporter {reportercode}", reportercode=shown(record["reporterCode"]))
    if partner is None:
        return Wording("partner {partnercode}", partnercode=shown(record["partnerCode"]))
    return (
        "" if record["flowCode"] in _PARTS else Wording("flow {flowcode}", flowcode=shown(record["flowCode"]))
    )


def _figure(record: Record, reporter: str, partner: str, flow: str, where: str) -> Figure:
    commodity, classification = _goods(record["cmdCode"], where)
    span, period = _period(record, where)
    value = dollars(record["primaryValue"], 1, where=Wording("{where}, primaryValue", where=where))
    return Figure(partner, flow, span, period, value, 1, commodity, classification, reporter=reporter)


def _goods(code: str, where: str) -> tuple[str, str]:
    if code == "TOTAL":
        return "TOTAL", "total"
    if HS_CODE.fullmatch(code):
        return code, "hs"
    raise InvalidData(
        "{where}: cmdCode {code!r}; expected TOTAL or two, four or six digits", where=where, code=code[:12]
    )


def _period(record: Record, where: str) -> Period:
    text, frequency = record["period"], record["freqCode"]
    match = _PERIOD.fullmatch(text)
    if match is None or bool(match[2]) is not (frequency == "M") or frequency not in ("A", "M"):
        raise InvalidData(
            "{where}: period {text!r}, frequency {frequency!r}; expected 202508, M",
            where=where,
            text=text[:12],
            frequency=frequency[:4],
        )
    year, month = int(match[1]), int(match[2] or 12)
    if not 1 <= month <= 12 or not 1950 <= year <= 2100:
        raise InvalidData("{where}: period {text!r}: there is no such month", where=where, text=text)
    return Period("month", date(year, month, 1)) if match[2] else Period("year", december(year))
