"""What the CSV files of statistical data exchange (SDMX) have in common: one row is one observation."""

from __future__ import annotations

import re
from datetime import date

from tradecli.errors import InvalidData
from tradecli.periods import december
from tradecli.sources.reading import Beginning, Period
from tradecli.wording import Wording

#: 2026-04 (Eurostat), 2026-M04 (IMF), 2026-Q1, 2026.
_TIME = re.compile(r"(?P<year>\d{4})(?:-M?(?P<month>\d{2})|-Q(?P<quarter>[1-4]))?")
_SPANS = {"M": "month", "Q": "quarter", "A": "year"}
_FIRST_YEAR, _LAST_YEAR = 1950, 2100


def period(text: str, frequency: str, *, where: str) -> Period:
    """Read a time period, which must be of the frequency its row says.

    Raises:
        InvalidData: Another text, month 13, or a month in a row of years.

    Examples:
        >>> period("2026-M04", "M", where="x"), period("2026-Q1", "Q", where="x").span
        (Period(span='month', month=datetime.date(2026, 4, 1)), 'quarter')
    """
    match = _TIME.fullmatch(text)
    span = _SPANS.get(frequency)
    if match is None or span is None:
        raise InvalidData(
            "{where}: period {text!r}, frequency {frequency!r}; expected 2026-04, M",
            where=where,
            text=text[:20],
            frequency=frequency[:8],
        )
    year, month, quarter = int(match["year"]), match["month"], match["quarter"]
    if span != ("month" if month else "quarter" if quarter else "year"):
        raise InvalidData(
            "{where}: period {text!r} is not a {span}", where=where, text=text, span=Wording(span)
        )
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidData("{where}: period {text!r} is the year {year}", where=where, text=text, year=year)
    if quarter:
        return Period(span, date(year, int(quarter) * 3, 1))
    if month is None:
        return Period(span, december(year))
    if not 1 <= int(month) <= 12:
        raise InvalidData(
            "{where}: period {text!r}: there is no month {month}", where=where, text=text, month=int(month)
        )
    return Period(span, date(year, int(month), 1))


def dataflow(beginning: Beginning) -> str:
    """The data set that the first row of an SDMX-CSV names; empty for another file."""
    header = beginning.header
    return beginning.first[header.index("DATAFLOW")] if "DATAFLOW" in header and beginning.first else ""
