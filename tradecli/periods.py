"""Months, quarters and years: parse, print, step. A period is the first day of its last month."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from tradecli.errors import QueryError
from tradecli.written_periods import POSSIBLE_YEARS, Period, written

#: Years that figures can be of.
YEARS = POSSIBLE_YEARS
#: Periods that a series can have: a hundred years of months.
MOST = 1_200
_LENGTH = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def parse(text: str) -> date:
    """Read a month, quarter, half or year as people and agencies write it; it means its last month.

    `2025-11`, `2025/11`, `202511`, `Nov 2025`, `2025M11`, `2025-11-30`, `2025年11月`, `114-11` (of the
    Republic of China), `2025-Q4`, `4Q25`, `2025-H1`, `2025`: see `written_periods`.

    Raises:
        QueryError: Anything else, what may mean two, month 13, quarter 5 and years that are not of `YEARS`.

    Examples:
        >>> parse("2025-11"), parse("2025-Q3"), parse("2025")
        (datetime.date(2025, 11, 1), datetime.date(2025, 9, 1), datetime.date(2025, 12, 1))
    """
    return _read(text).through


def parse_first(text: str) -> date:
    """The same for where something begins: a quarter, half or year means its first month.

    Raises:
        QueryError: As `parse`.

    Examples:
        >>> parse_first("2025-11"), parse_first("2025-Q3"), parse_first("2025")
        (datetime.date(2025, 11, 1), datetime.date(2025, 7, 1), datetime.date(2025, 1, 1))
    """
    found = _read(text)
    return shift(found.through, 1 - _LENGTH[found.kind])


def _read(text: str) -> Period:
    if found := written(text):
        return found
    raise QueryError(
        "{text!r} is not a period",
        hint="write a month as 2025-11, a quarter as 2025-Q4, a year as 2025",
        text=text,
    )


def parse_day(text: str) -> date:
    """Read a day such as `2025-12-09`.

    Raises:
        QueryError: Anything else.

    Examples:
        >>> parse_day("2025-12-09")
        datetime.date(2025, 12, 9)
    """
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        try:
            return date.fromisoformat(text.strip())
        except ValueError:
            pass
    raise QueryError("{text!r} is not a day", hint="write a day as 2025-12-09", text=text)


def label(period: date) -> str:
    """Print a month as it is written in every format.

    Examples:
        >>> label(date(2025, 11, 1))
        '2025-11'
    """
    return f"{period.year:04d}-{period.month:02d}"


@lru_cache(maxsize=16_384)
def shift(period: date, months: int) -> date:
    """Step *months* forward, or back when negative.

    Examples:
        >>> shift(date(2025, 1, 1), -1), shift(date(2025, 11, 1), 12)
        (datetime.date(2024, 12, 1), datetime.date(2026, 11, 1))
    """
    year, month = divmod(period.year * 12 + period.month - 1 + months, 12)
    return date(year, month + 1, 1)


def december(year: int) -> date:
    """The last month of *year*, which stands for the full year.

    Examples:
        >>> december(2024)
        datetime.date(2024, 12, 1)
    """
    return date(year, 12, 1)
