"""Rows that are periods, as in the ministry's CSV tables: months, with years among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from tradecli.errors import InvalidData
from tradecli.periods import december, label, shift
from tradecli.sources.reading import Period
from tradecli.wording import Wording

#: The Republic of China counts years from 1912.
ROC = 1911
_FIRST_YEAR, _LAST_YEAR = 1950, 2100


def period(text: str, grammar: re.Pattern[str], *, era: int, where: str) -> Period:
    """Read a row label.

    Args:
        text: The label, such as `2023年5月`.
        grammar: A pattern with the groups `year`, `month` and `through`; the last two may be absent.
        era: What to add to the year to get the common one.
        where: The file, for the error.

    Raises:
        InvalidData: Another label, or a month beyond December.
    """
    match = grammar.fullmatch(text.strip())
    if match is None:
        raise InvalidData(
            "{where}: row {text!r} is not a period; expected one like {examples}",
            where=where,
            text=text[:40],
            examples=_EXAMPLES[era],
        )
    parts = match.groupdict()
    year, month = int(parts["year"]) + era, parts.get("month") or parts.get("through")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidData(
            "{where}: row {text!r} is the year {year}; expected one from {first_year} on",
            where=where,
            text=text,
            year=year,
            first_year=_FIRST_YEAR,
        )
    if month is not None and not 1 <= int(month) <= 12:
        raise InvalidData(
            "{where}: row {text!r}: there is no month {month}", where=where, text=text, month=int(month)
        )
    if month is None:
        return Period("year", december(year))
    return Period("month" if parts.get("month") else "year_to_date", date(year, int(month), 1))


_EXAMPLES = {0: "2023年 or 2023年5月", ROC: "112年 or 112年 5月"}


def in_order(found: Sequence[Period], *, where: str, gaps: bool) -> None:
    """Check that no period is duplicated and, unless *gaps* are allowed, that none is missing.

    Raises:
        InvalidData: Either, naming the first such period.
    """
    seen: set[Period] = set()
    for entry in found:
        if entry in seen:
            raise InvalidData(
                "{where}: the {span} {month} is duplicated",
                where=where,
                span=Wording(entry.span),
                month=label(entry.month),
            )
        seen.add(entry)
    if not gaps:
        _without_gaps([entry.month for entry in found if entry.span == "month"], 1, where)
        _without_gaps([entry.month for entry in found if entry.span == "year"], 12, where)


def unfinished(found: Sequence[Period]) -> Period | None:
    """The row of a full year whose December is not published yet; what it covers is not known.

    Examples:
        >>> rows = [Period("year", date(2026, 12, 1)), Period("month", date(2026, 8, 1))]
        >>> unfinished(rows).month.year, unfinished([*rows, Period("month", date(2026, 12, 1))])
        (2026, None)
    """
    months = [entry.month for entry in found if entry.span == "month"]
    newest = max(months, default=date.max)
    return next((entry for entry in found if entry.span == "year" and entry.month > newest), None)


def _without_gaps(months: Sequence[date], step: int, where: str) -> None:
    for before, after in pairwise(months):
        if after != shift(before, step):
            raise InvalidData(
                "{where}: after {before} comes {after}; expected {following}",
                where=where,
                before=label(before),
                after=label(after),
                following=label(shift(before, step)),
            )
