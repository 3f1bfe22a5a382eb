"""The Census Bureau's `country.xlsx`: total imports and exports by country, US$ million."""

from __future__ import annotations

import re
from datetime import date

from tradecli.errors import InvalidData
from tradecli.facts import places
from tradecli.periods import december
from tradecli.sources.numbers import dollars, last_digit, shown
from tradecli.sources.reading import Figure, File, Period, Reading
from tradecli.wording import Wording

_UNIT = 1_000_000
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_FLOWS = {"I": "import", "E": "export"}
HEADER = ["year", "CTY_CODE", "CTYNAME", *(flow + month for flow in _FLOWS for month in (*_MONTHS, "YR"))]
#: Sums of countries that stand among them, and the seasonally adjusted world. The European
#: Union (0003) and the world (0015) are kept.
_GROUPS = frozenset((
    "0004", "0005", "0006", "0007", "0009", "0010", "0012", "0013", "0014", "0016", "0017", "0018", "0019",
    "0021", "0022",
))  # fmt: skip
#: The two sums that are kept.
_SUMS = frozenset(("0003", "0015"))
#: Countries that are no more, parts of countries, and rests: no place of today has their figures.
PAST = frozenset((
    "2771", "4350", "4610", "4790", "4799", "4802", "4803", "5080", "5082", "5083", "5160", "7320", "7740",
    "8220", "8500",
))  # fmt: skip
#: Before 2003 the file is published to 0.1 million dollars, since then to the dollar.
_COARSE, _FINE = 100_000, 1
#: Since 2003 the countries miss the world by 0.4 % at most, either way; before, by up to 12 %.
_ADDS_SINCE, _MISSED = 2003, 50

Row = dict[str, str]


def read(file: File, rows: list[list[str]]) -> Reading:
    """Read the file.

    The last published digit is found year by year: whole dollars where any country of the year
    has more than one decimal of a million, else 0.1 million.

    A month that is not published yet is 0 in every row of the newest year and makes no rows; a
    0 among other figures is a real one. The total of the newest year is the year to date
    until its December is published.

    Raises:
        InvalidData: Another header, a country and year twice, a year missing, a month of an earlier
            year or before the newest missing, an empty cell, countries that are not the world.
    """
    header, *body = [[cell.strip() for cell in row] for row in rows]
    if header != HEADER:
        wrong = [pair for pair in zip(header, HEADER, strict=False) if pair[0] != pair[1]]
        found, expected = (
            wrong[0]
            if wrong
            else (
                Wording("of {count} columns", count=len(header)),
                Wording("{count} columns", count=len(HEADER)),
            )
        )
        raise InvalidData(
            "{name}: header {found!r}; expected {expected!r}", name=file.name, found=found, expected=expected
        )
    years = _by_year(file, [dict(zip(HEADER, row, strict=True)) for row in body if any(row)])
    missing = set(range(min(years), max(years))) - set(years)
    if missing and not file.excerpt:
        raise InvalidData(
            "{name}: no rows of {missing}; expected every year", name=file.name, missing=min(missing)
        )
    figures: list[Figure] = []
    for year, entries in years.items():
        spans = _spans(file, year, entries, newest=year == max(years))
        precision = _precision(entries)
        if year >= _ADDS_SINCE and not file.excerpt:
            _world(file.name, year, entries, spans)
        for code, entry in entries.items():
            place = places.by_census_code(code)
            if place and code not in _GROUPS:
                figures += _figures(file, entry, place.code, spans, precision)
    return Reading(figures, _notices(file, years))


def _by_year(file: File, rows: list[Row]) -> dict[int, dict[str, Row]]:
    years: dict[int, dict[str, Row]] = {}
    for row in rows:
        if not re.fullmatch(r"(19|20)\d\d", row["year"]) or not re.fullmatch(r"\d{4}", row["CTY_CODE"]):
            what = Wording("year {year!r}, CTY_CODE {cty_code!r}", year=row["year"], cty_code=row["CTY_CODE"])
            raise InvalidData("{name}: {what}; expected four digits in both", name=file.name, what=what)
        entries = years.setdefault(int(row["year"]), {})
        if row["CTY_CODE"] in entries:
            raise InvalidData(
                "{name}: {ctyname} {year} is duplicated",
                name=file.name,
                ctyname=shown(row["CTYNAME"]),
                year=row["year"],
            )
        entries[row["CTY_CODE"]] = row
    if not years or ("0015" not in years[max(years)] and not file.excerpt):
        raise InvalidData("{name}: no row of the world (0015) for the newest year", name=file.name)
    return years


def _world(name: str, year: int, entries: dict[str, Row], spans: dict[str, Period]) -> None:
    """The world is the sum of the countries, within two hundredths."""
    for column in spans:
        where = Wording("{name}, column {column} of {year}", name=name, column=column, year=year)
        world = dollars(entries["0015"][column], _UNIT, where=where) if "0015" in entries else 0
        countries = sum(
            dollars(entry[column], _UNIT, where=where)
            for code, entry in entries.items()
            if code not in _GROUPS and code not in _SUMS
        )
        if abs(world - countries) > world // _MISSED:
            raise InvalidData(
                "{where}: the countries add up to {countries:,} dollars, the world is {world:,}",
                where=where,
                countries=countries,
                world=world,
            )


def _spans(file: File, year: int, entries: dict[str, Row], *, newest: bool) -> dict[str, Period]:
    """What each column covers in this year; a column without figures is left out."""
    spans: dict[str, Period] = {}
    for flow in _FLOWS:
        last = _last_month(file, entries, flow, year=year, newest=newest)
        for number, month in enumerate(_MONTHS[:last], start=1):
            spans[flow + month] = Period("month", date(year, number, 1))
        if last == len(_MONTHS):
            spans[flow + "YR"] = Period("year", december(year))
        elif last:
            spans[flow + "YR"] = Period("year_to_date", date(year, last, 1))
    imports, exports = (
        [covered for column, covered in spans.items() if column[0] == flow] for flow in _FLOWS
    )
    if imports != exports and not file.excerpt:
        raise InvalidData(
            "{name}: imports and exports of {year} end in different months", name=file.name, year=year
        )
    return spans


def _last_month(file: File, entries: dict[str, Row], flow: str, *, year: int, newest: bool) -> int:
    """How many months of the year are published; all twelve of an earlier year."""
    columns = [flow + month for month in _MONTHS]
    published = [any(entry[column].strip("0.") for entry in entries.values()) for column in columns]
    last = max((number for number, held in enumerate(published, start=1) if held), default=0)
    if not newest:
        last = len(_MONTHS)
    missing = [column for column, held in zip(columns[:last], published, strict=False) if not held]
    if missing and not file.excerpt:
        raise InvalidData(
            "{name}: no figures in {missing} of {year}; expected a full month",
            name=file.name,
            missing=missing[0],
            year=year,
        )
    return last


def _precision(entries: dict[str, Row]) -> int:
    # Groups do not count: Europe and Africa are given to the dollar from 1997 on, their members
    # are not (seen 2023-03).
    cells = [entry[column] for code, entry in entries.items() if code not in _GROUPS for column in HEADER[3:]]
    return _FINE if last_digit(cells, _UNIT) < _COARSE else _COARSE


def _figures(file: File, entry: Row, code: str, spans: dict[str, Period], precision: int) -> list[Figure]:
    found = []
    for column, covered in spans.items():
        where = Wording(
            "{name}, {ctyname} {year}, column {column}",
            name=file.name,
            ctyname=shown(entry["CTYNAME"]),
            year=entry["year"],
            column=column,
        )
        text = entry[column]
        if not text and file.excerpt:
            continue
        if not text:
            raise InvalidData("{where}: the cell is empty; expected millions of dollars", where=where)
        found.append(Figure(code, _FLOWS[column[0]], *covered, dollars(text, _UNIT, where=where), precision))
    return found


def _notices(file: File, years: dict[int, dict[str, Row]]) -> tuple[str, ...]:
    unknown = {
        code: entry["CTYNAME"]
        for entries in years.values()
        for code, entry in entries.items()
        if code not in _GROUPS | PAST and places.by_census_code(code) is None
    }
    return tuple(
        Wording(
            "{name}: country {code} {called} is not known and is left out",
            name=file.name,
            code=code,
            called=shown(name),
        )
        for code, name in unknown.items()
    )
