"""How English writes months and windows of them, alone and as what they are compared with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tradecli.model.figure import Window

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
#: What a record is compared with; the months of its own window where it is compared with the same ones.
SCOPE = {
    "month": "any month",
    "quarter": "any quarter",
    "year": "a full year",
    "rolling_12": "12 months",
}


def month(period: date) -> str:
    """November 2025."""
    return f"{MONTHS[period.month - 1]} {period.year}"


def months(span: str, last: int, *, short: bool = False) -> str:
    """The months of a window without their year: `January-November`, `November`."""
    first, final = (MONTHS[place - 1][: 3 if short else None] for place in (1, last))
    return f"{first}-{final}" if span == "year_to_date" and last > 1 else final


def window(value: Window, *, short: bool = False) -> str:
    """The months of a window: `November 2025`, `January-November 2025`, `2024`, `2025-Q3`."""
    span, through = value
    if _whole_year(value):
        return str(through.year)
    if span == "quarter":
        return f"{through.year}-Q{through.month // 3}"
    named = f"{months(span, through.month, short=short)} {through.year}"
    return f"the 12 months to {named}" if span == "rolling_12" else named


def _whole_year(value: Window) -> bool:
    return value.span == "year" or (value.span == "year_to_date" and value.through.month == 12)


def tick(value: Window) -> str:
    """A window at the edge of a chart: the month alone, with its year where that begins.

    Examples:
        >>> tick(Window("month", date(2025, 1, 1))), tick(Window("month", date(2025, 2, 1)))
        ('Jan 2025', 'Feb')
    """
    named = window(Window("month", value.through), short=True)
    if value.span == "quarter":
        return f"Q{value.through.month // 3}" if value.through.month > 3 else window(value)
    return named if value.through.month == 1 else named.split()[0]


def scope(value: Window) -> str:
    """What a figure is compared with: `any month`, `November`, `January-November`, `a full year`."""
    if _whole_year(value):
        return SCOPE["year"]
    return SCOPE.get(value.span) or months(value.span, value.through.month)


def noun(value: Window) -> str:
    """A window as one of its kind: the second-highest `month`, `November`, `January-November`."""
    return scope(value).removeprefix("any ").removeprefix("a ")


def begin(value: Window) -> str:
    """A window from which figures are compared; a January is the year that it begins."""
    return str(value.through.year) if value.span == "month" and value.through.month == 1 else when(value)


def when(value: Window) -> str:
    """A compared window as short as its kind allows: its year where all compared share the months."""
    if value.span in {"year_to_date", "year", "same_month"}:
        return str(value.through.year)
    return window(value) if value.span == "quarter" else month(value.through)


def joined(windows: Sequence[Window]) -> str:
    """Windows after a noun: `in May 2025, June 2025`; many of them by the first and the last month."""
    if len(windows) <= 2:
        return f"in {', '.join(map(window, windows))}"
    ends = [one.through for one in windows]
    if min(ends) == max(ends):
        return f"in {month(ends[0])}"
    return f"from {month(min(ends))} to {month(max(ends))}"
