"""Federal Reserve Bank of St. Louis (FRED): the Census Bureau's series, one partner each, no key.

The graph's CSV, as of 2026-10: `observation_date,IMP5830` (older files say `DATE`), the first day
of each month, million US$ without a word about it, `.` or nothing where there is no figure.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from tradecli.errors import InvalidData, NoData
from tradecli.facts import places
from tradecli.periods import YEARS, label, shift
from tradecli.sources.base import Source, Valuation
from tradecli.sources.numbers import dollars, last_digit
from tradecli.sources.reading import Beginning, Figure, File, Reading
from tradecli.sources.request import CSV, Request, Wanted
from tradecli.wording import Listed, Wording

_FIRST = date(1985, 1, 1)
_FLOWS = {"IMP": "import", "EXP": "export"}
_SERIES = re.compile(r"(IMP|EXP)(\d{4})")
DATES = ("observation_date", "DATE")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NO_FIGURE = {"", "."}
_UNIT = 1_000_000
#: As in the bureau's own file: whole dollars, or 0.1 million in the years before 2003.
_COARSE, _FINE = 100_000, 1
#: The header has no unit. Since 1985 no month with Taiwan was below 328.8 million dollars, no total
#: below 17 billion: what is has been published in another unit.
_LOWEST = {"TW": 100_000_000, "WORLD": 10_000_000_000}
#: The pair the source is for, and the total beside it; a series of the world is not confirmed.
_PARTNERS = ("TW", "WORLD")


class Fred(Source):
    """The bank's description, and how to ask for a series."""

    id = "fred"
    publisher = "Federal Reserve Bank of St. Louis (FRED), from the U.S. Census Bureau"
    name_zh = "聖路易聯邦準備銀行（FRED）"
    reporters = ("US",)
    hours_from_utc = -5
    home = "https://fred.stlouisfed.org/"
    licence = "public domain; citation requested"
    attribution = "U.S. Census Bureau, retrieved from FRED, Federal Reserve Bank of St. Louis"
    valuations = (Valuation("export", "FAS", "general"), Valuation("import", "customs value", "general"))
    address = "https://fred.stlouisfed.org"
    files = "fredgraph.csv of FRED"
    #: A day after the bureau.
    release_after = 35

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """One series a flow and partner; Taiwan and the world unless others are named.

        Raises:
            NoData: Another reporter, trade by commodity, or a partner without a series.
        """
        self.refuse_others(wanted.reporter)
        if wanted.classification != "total":
            raise NoData(
                "the source {source} has totals only", hint="use --source census with a key", source=self.id
            )
        first, last = wanted.since or _FIRST, wanted.last_month
        return tuple(
            Request(
                f"{flow.lower()}{code}.csv",
                "graph/fredgraph.csv",
                (("id", f"{flow}{code}"), ("cosd", f"{first}"), ("coed", f"{last}")),
                media=CSV,
                optional=partner == "WORLD",
                flow=_FLOWS[flow],
                first=first,
                last=last,
            )
            for partner in wanted.partners or _PARTNERS
            for code in [_code(partner)]
            for flow in _FLOWS
        )

    def recognises(self, beginning: Beginning) -> bool:
        """Whether the graph's CSV begins so."""
        return beginning.form == "csv" and beginning.header[0] in DATES

    def read(self, file: File) -> Reading:
        """Read one or several series.

        Raises:
            InvalidData: Another header, a day that is not the first of a month, a gap, not a number.
        """
        from tradecli.sources import text

        return read(file, text.rows(file.content, name=file.name, encodings=("utf-8",)))


def read(file: File, rows: list[list[str]]) -> Reading:
    """Read the file. Where a month has no figure a notice says so.

    Raises:
        InvalidData: As `Fred.read` has it.
    """
    header, *body = rows
    if header[0] not in DATES:
        expected = " or ".join(DATES)
        raise InvalidData(
            "{name}: first cell {header!r}; expected {expected}",
            name=file.name,
            header=header[0][:60],
            expected=expected,
        )
    months = [_month(file, row[0]) for row in body]
    figures: list[Figure] = []
    notices = []
    for index, series in enumerate(header[1:], start=1):
        match = _SERIES.fullmatch(series)
        place = places.by_census_code(match[2]) if match else None
        if match is None or place is None:
            notices.append(
                Wording(
                    "{name}: series {series!r} is not known and is left out",
                    name=file.name,
                    series=series[:40],
                )
            )
            continue
        if header.count(series) > 1:
            raise InvalidData("{name}: series {series} is duplicated", name=file.name, series=series)
        cells = [(month, row[index].strip()) for month, row in zip(months, body, strict=True)]
        figures += _figures(file, _FLOWS[match[1]], place.code, cells)
        empty = [label(month) for month, cell in cells if cell in _NO_FIGURE]
        if empty:
            notices.append(
                Wording(
                    "{name}: {series} has no figure for {empty}",
                    name=file.name,
                    series=series,
                    empty=Listed(empty[:5]),
                )
            )
    if not figures and not any("no figure" in notice for notice in notices):
        raise InvalidData(
            "{name}: no series such as IMP5830 in {header!r}", name=file.name, header=",".join(header)[:60]
        )
    return Reading(figures, tuple(notices))


def _month(file: File, text: str) -> date:
    match = _DAY.fullmatch(text)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        day = None
    if day is None or day.day != 1 or day.year not in YEARS:
        raise InvalidData(
            "{name}: row {text!r}; expected the first day of a month", name=file.name, text=text[:40]
        )
    return day


def _figures(file: File, flow: str, partner: str, cells: list[tuple[date, str]]) -> list[Figure]:
    for (before, _), (after, _) in pairwise(cells):
        if after != shift(before, 1) and (after <= before or not file.excerpt):
            raise InvalidData(
                "{name}: after {before} comes {after}",
                name=file.name,
                before=label(before),
                after=label(after),
            )
    held = [(month, text) for month, text in cells if text not in _NO_FIGURE]
    finest = {
        year: last_digit([text for month, text in held if month.year == year], _UNIT)
        for year in {month.year for month, _ in held}
    }
    found = [
        Figure(
            partner,
            flow,
            "month",
            month,
            dollars(text, _UNIT, where=f"{file.name}, {partner}, {label(month)}"),
            _FINE if finest[month.year] < _COARSE else _COARSE,
        )
        for month, text in held
    ]
    low = next((figure for figure in found if figure.value < _LOWEST.get(partner, 0)), None)
    if low:
        what = Wording(
            "{flow}s, {partner}, {period} are {value:,} dollars",
            flow=flow,
            partner=partner,
            period=label(low.period),
            value=low.value,
        )
        raise InvalidData(
            "{name}: {what}; expected more, as when the unit is millions", name=file.name, what=what
        )
    return found


def _code(partner: str) -> str:
    found = places.place(partner).census_code
    if not found:
        raise NoData("FRED has no series of trade with {place.prose}", place=places.place(partner))
    return found[0]


SOURCE = Fred()
