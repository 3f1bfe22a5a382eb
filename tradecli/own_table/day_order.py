"""Days written 15/11/2025 or 11/15/2025: which of both, all days of a column tell, or it is refused."""

from __future__ import annotations

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table import engines, inspection, seeing
from tradecli.own_table.files import Files
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.words import DAY

_FORM = r"^\s*[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}([ T].*)?$"
_LATE = "(1[3-9]|2[0-9]|3[01])"
#: What only one of both orders makes a day of; a point between day and month is put in one order only.
_CLEAR = {
    "day_first": rf"^\s*({_LATE}[/-][0-9]{{1,2}}[/-][0-9]{{4}}|[0-9]{{1,2}}[.][0-9]{{1,2}}[.][0-9]{{4}})",
    "month_first": rf"^\s*[0-9]{{1,2}}[/-]{_LATE}[/-][0-9]{{4}}",
}
#: So many different numbers beside one that is always 1 are months, of which each has its first day.
_MONTHS = 6


def seen(mapping: Mapping, files: Files) -> str:
    """The order of day and month in the column of periods; empty where it has no such days.

    Raises:
        InvalidData: Days are written in both orders, or each may be read in either.
    """
    first = inspection.peek(files)
    if mapping.period not in first.columns or first[mapping.period].dtype != pl.String:
        return ""
    if mapping.dates or not first[mapping.period].str.contains(_FORM).any():
        return mapping.dates
    found = seeing.matching(files, mapping.period, _CLEAR)
    if len(found) == 1:
        return min(found)
    parts = [DAY.fullmatch(text or "") for text in engines.distinct(files, mapping.period)]
    pairs = [(int(part[1]), int(part[2])) for part in parts if part]
    days, months = ({pair[at] for pair in pairs} for at in (0, 1))
    if not found and (days == {1}) != (months == {1}) and len(days | months) >= _MONTHS:
        return "day_first" if days == {1} else "month_first"
    if not found and all(day == month for day, month in pairs):
        return "day_first"
    raise InvalidData(
        "days in the column {column!r} may be written with the day or with the month first",
        hint="say which: dates=day_first, or dates=month_first, in --columns",
        column=mapping.period,
    )
