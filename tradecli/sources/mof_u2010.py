"""The ministry's `u2010ex.csv` and `u2010im.csv`: total exports and imports by partner, US$ thousand."""

from __future__ import annotations

import re

from tradecli.errors import InvalidData
from tradecli.facts import places
from tradecli.periods import label
from tradecli.sources.columns import cell
from tradecli.sources.mof_periods import in_order, period, unfinished
from tradecli.sources.numbers import dollars
from tradecli.sources.reading import Figure, File, Period, Reading
from tradecli.wording import Listed, Wording

#: The first cell names the flow and the unit; the blank before the colon of imports is the
#: ministry's (seen from 2023-06 to 2026-10).
HEADERS = {
    "Exports to Country (Unit: US$ Thousand)": "export",
    "Imports from Country (Unit : US$ Thousand)": "import",
}
_UNIT = 1_000
#: Annual rows stand among the months; the running year has a cumulative row instead.
_ROW = re.compile(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月|累計至(?P<through>\d{1,2})月)?")
_AREAS = (
    "ASIA", "MIDDLE EAST", "EUROPE", "NORTH AMERICA", "CENTRAL AMERICA", "SOUTH AMERICA", "OCEANIA", "AFRICA",
)  # fmt: skip
#: Columns come and go (202 in 2023-06), but a full file without one of these has been renamed.
_ALWAYS = (
    "WORLD", *_AREAS, "CN", "HK", "JP", "KR", "SG", "MY", "ID", "VN", "TH", "PH", "IN", "SA", "DE", "NL",
    "GB", "FR", "IT", "US", "CA", "MX", "BR", "AU",
)  # fmt: skip

#: The smallest month of either flow since 2001 was 6.7 billion dollars (2002-02).
_LOWEST_MONTH = 1_000_000_000


def read(file: File, rows: list[list[str]]) -> Reading:
    """Read one u2010 file. The last published digit is 1,000 dollars throughout.

    Raises:
        InvalidData: Another header, a main partner missing, a period missing or twice, a cell
            that is not whole thousands, areas that are not 95 to 100 % of the total.
    """
    header, *body = rows
    where = file.name
    if header[0] not in HEADERS:
        expected = " or ".join(map(repr, HEADERS))
        raise InvalidData(
            "{where}: first cell {header!r}; expected {expected}",
            where=where,
            header=header[0][:60],
            expected=expected,
        )
    partners, notices = _partners(file, header)
    periods = [period(row[0], _ROW, era=0, where=where) for row in body]
    in_order(periods, where=where, gaps=file.excerpt)
    unknown = unfinished(periods)
    figures: list[Figure] = []
    for covered, row in zip(periods, body, strict=True):
        if covered == unknown:
            notices.append(
                Wording("{where}: row {row} is left out, its year is not over", where=where, row=row[0])
            )
            continue
        values = _values(file, row, header, partners)
        _areas_against_total(values, covered, where)
        flow = HEADERS[header[0]]
        figures += [Figure(code, flow, *covered, value, _UNIT) for code, value in values.items()]
    return Reading(figures, tuple(notices))


def _partners(file: File, header: list[str]) -> tuple[dict[int, str], list[str]]:
    """Which column is which partner, by name, never by position."""
    found: dict[int, str] = {}
    notices = list[str]()
    for index, text in enumerate(header[1:], start=1):
        place = places.by_label(text)
        if place is None:
            notices.append(
                Wording(
                    "{name}: column {text!r} is not a known partner and is left out",
                    name=file.name,
                    text=text,
                )
            )
        elif place.code in found.values():
            raise InvalidData(
                "{name}: column {text!r} is duplicated, as {code}", name=file.name, text=text, code=place.code
            )
        else:
            found[index] = place.code
    required = ("WORLD",) if file.excerpt else _ALWAYS
    missing = [places.place(code).name_zh for code in required if code not in found.values()]
    if missing:
        raise InvalidData("{name}: no column for {missing}", name=file.name, missing=Listed(missing))
    return found, notices


def _values(file: File, row: list[str], header: list[str], partners: dict[int, str]) -> dict[str, int]:
    values = {}
    for index, code in partners.items():
        where = cell(file.name, row[0], header[index])
        text = row[index].strip()
        if not text and file.excerpt:
            continue
        if not text:
            raise InvalidData("{where}: the cell is empty; expected thousands of dollars", where=where)
        if "." in text:
            raise InvalidData(
                "{where}: {text!r} has decimals; expected whole thousands of dollars",
                where=where,
                text=text[:40],
            )
        values[code] = dollars(text, _UNIT, where=where)
    return values


def _areas_against_total(values: dict[str, int], covered: Period, where: str) -> None:
    """The eight areas miss the total by 0.02 to 2.6 % (2001-01 to 2023-05), and never exceed it."""
    if not {"WORLD", *_AREAS} <= values.keys():
        return
    total, areas = values["WORLD"], sum(values[code] for code in _AREAS)
    if not 0 <= total - areas <= total // 20:
        raise InvalidData(
            "{where}: the areas of the {span} {month} are {areas:,} dollars, the total "
            "{total:,}; expected 95 to 100 %",
            where=where,
            span=Wording(covered.span),
            month=label(covered.month),
            areas=areas,
            total=total,
        )
    if covered.span == "month" and total < _LOWEST_MONTH:
        what = Wording(
            "the total of {month} is {world:,} dollars", month=label(covered.month), world=values["WORLD"]
        )
        raise InvalidData(
            "{where}: {what}; expected billions, as when the unit is thousands of dollars",
            where=where,
            what=what,
        )
