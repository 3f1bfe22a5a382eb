"""What the months, quarters and years of a text are when it leaves the year out. Pure.

Every function takes the day of the text, and answers with the latest such period that was over on it.
"""

from __future__ import annotations

from datetime import date

from tradecli import periods
from tradecli.model.figure import Window


def month(number: int, made: date, year: int | None = None) -> Window:
    """A month by its number; without its year, the latest one that was over.

    Examples:
        >>> month(11, date(2026, 1, 9)).label, month(11, date(2026, 1, 9), 2023).label
        ('2025-11', '2023-11')
        >>> month(1, date(2026, 1, 9)).label
        '2025-01'
    """
    found = date(made.year if year is None else year, number, 1)
    return Window("month", found if year is not None or _over(found, made) else _earlier(found))


def last_month(made: date, back: int = 1) -> Window:
    """The month before the day of the text, or one of *back* months before.

    Examples:
        >>> last_month(date(2026, 1, 9)).label
        '2025-12'
    """
    return Window("month", periods.shift(made.replace(day=1), -back))


def quarter(number: int, made: date, year: int | None = None) -> Window:
    """A quarter by its number; without its year, the latest one that was over.

    Examples:
        >>> quarter(4, date(2026, 1, 9)).label, quarter(2, date(2025, 7, 10)).label
        ('2025-Q4', '2025-Q2')
    """
    return month(3 * number, made, year)._replace(span="quarter")


def first_months(count: int, made: date, year: int | None = None) -> Window:
    """The first months of a year; all twelve are the year.

    Examples:
        >>> first_months(11, date(2023, 12, 8)), first_months(12, date(2024, 1, 9)).label
        (Window(span='year_to_date', through=datetime.date(2023, 11, 1)), '2023')
    """
    if count == 12:
        return whole_year(month(12, made, year).through.year)
    return month(count, made, year)._replace(span="year_to_date")


def so_far(made: date) -> Window:
    """The year to date, as far as its months were over; in January, the year before.

    Examples:
        >>> so_far(date(2026, 10, 8)).label, so_far(date(2026, 1, 9)).label
        ('2026-09', '2025')
    """
    return first_months(last_month(made).through.month, made)


def whole_year(year: int) -> Window:
    """A calendar year.

    Examples:
        >>> whole_year(2024).label
        '2024'
    """
    return Window("year", periods.december(year))


def of_year(window: Window, year: int) -> Window:
    """The same window of another year.

    Examples:
        >>> of_year(Window("quarter", date(2025, 6, 1)), 2024).label
        '2024-Q2'
    """
    return window._replace(through=window.through.replace(year=year))


def before(window: Window) -> Window:
    """The window just before: the month, quarter or year; of a year to date, the same one a year earlier.

    Examples:
        >>> before(Window("month", date(2026, 1, 1))).label, before(Window("quarter", date(2025, 6, 1))).label
        ('2025-12', '2025-Q1')
    """
    back = {"month": 1, "quarter": 3}.get(window.span, 12)
    return window._replace(through=periods.shift(window.through, -back))


def _over(found: date, made: date) -> bool:
    return found < made.replace(day=1)


def _earlier(found: date) -> date:
    return found.replace(year=found.year - 1)
