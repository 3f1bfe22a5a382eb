"""The day of a text: as its dateline, its page or its header says. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone
from itertools import islice

from tradecli.reading.model import Span

#: The hours by which Taipei is before Greenwich: a moment there is a day here.
_TAIPEI = timezone(timedelta(hours=8))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NAME = r"(?P<name>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})"
#: A day with its year, in every way that it is written.
_DAYS = (
    re.compile(rf"{_YEAR}(?P<gap>[-/.])(?P<month>\d{{1,2}})(?P=gap){_DAY}(?!\d)"),
    re.compile(rf"{_YEAR}\s?年\s?(?P<month>\d{{1,2}})\s?月\s?{_DAY}\s?日"),
    re.compile(rf"(?:民國)?(?<!\d)(?P<republic>1\d\d)\s?年\s?(?P<month>\d{{1,2}})\s?月\s?{_DAY}\s?日"),
    re.compile(rf"\b{_NAME}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}(?:st|nd|rd|th)?\s+{_NAME},?\s+{_YEAR}\b", re.IGNORECASE),
)
#: TAIPEI, Dec. 9 (CNA) --
_DATELINE = re.compile(
    rf"\s*[A-Z][A-Za-z .'’/-]{{1,40}}?[,;]?\s+\(?{_NAME}\s+{_DAY}(?:,?\s+{_YEAR})?\)?"
    r"\s*(?:\([^()\n]{1,40}\))?\s*(?:--?|[–—―])"
)
#: （中央社台北2025年12月9日電）
_WIRE = re.compile(r"\s*[(（〔［【\[][^()（）〔〕【】\[\]\n]{0,60}[)）〕］】\]]")
#: A line of the day alone: with the hour, who wrote it and where, but no sentence.
_ALONE = 48
_SENTENCE = re.compile(r"[。!?！？%％$]|\d{3}|\.(?=\s|$)")
_HOUR = re.compile(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s*[ap]\.?m\.?)?|[+-]\d\d:?\d\d|\bZ\b", re.IGNORECASE)
#: A dateline stands within so many lines.
_LINES, _LONGEST = 12, 200

_KEYS = (
    "id|date|day|published|published_at|pubdate|created|updated|modified|lastmod|lang|language|title|author|"
    "by|source|url|link|slug|tags|categories|layout|category|keywords|description|from|to|subject|"
    "日期|發布日期|發布時間|標題|作者|來源"
)
_HEADER = re.compile(rf"(?:#\s*)?(?P<key>{_KEYS})\s*[:：]\s*(?P<value>[^\n]*)", re.IGNORECASE)
_DATE_KEYS = frozenset(
    ("date", "day", "published", "published_at", "pubdate", "created", "日期", "發布日期", "發布時間")
)


def days(text: str) -> Iterator[date]:
    """Every day with its year that a text names; what is none in the calendar is none.

    Examples:
        >>> list(days("2025/12/09, Dec. 9, 2025, 9 December 2025, 2025年12月9日, 114年12月9日, 2025-13-01"))
        [datetime.date(2025, 12, 9), datetime.date(2025, 12, 9), datetime.date(2025, 12, 9), \
datetime.date(2025, 12, 9), datetime.date(2025, 12, 9)]
    """
    found = sorted((one for pattern in _DAYS for one in pattern.finditer(text)), key=re.Match.start)
    for one in found:
        if (day := _day(one, None)) is not None:
            yield day


def moment(text: str) -> date | None:
    """The day of a moment as pages write it, in Taipei where it names its zone; None where it is none.

    Examples:
        >>> moment("2026-01-08T23:30:00Z"), moment("2026-01-09"), moment("soon")
        (datetime.date(2026, 1, 9), datetime.date(2026, 1, 9), None)
    """
    try:
        found = datetime.fromisoformat(text.strip())
        return (found.astimezone(_TAIPEI) if found.tzinfo else found).date()
    except (ValueError, OverflowError):
        return next(days(text), None)


def dateline(lines: Iterable[str], about: date) -> tuple[date, bool] | None:
    """The day that the first lines of a text put on it, and whether they name its year.

    Without its year it is the last such day up to shortly after *about*.

    Examples:
        >>> dateline(["Exports soar", "TAIPEI, Dec. 9 (CNA) -- Exports rose"], date(2026, 1, 20))
        (datetime.date(2025, 12, 9), False)
        >>> dateline(["2025/12/09 16:30 Taipei"], date(2026, 1, 20))
        (datetime.date(2025, 12, 9), True)
    """
    for line in islice((line for line in lines if line.strip()), _LINES):
        begin = line[:_LONGEST]
        if (found := _DATELINE.match(begin)) and (day := _day(found, about)) is not None:
            return day, found["year"] is not None
        wire = _WIRE.match(begin)
        if wire and (day := next(days(wire[0]), None)):
            return day, True
        if day := _alone(line.strip()):
            return day, True
    return None


def _alone(line: str) -> date | None:
    """The day of a line that holds little else."""
    if len(line) > _LONGEST or (day := next(days(line), None)) is None:
        return None
    rest = _HOUR.sub("", line)
    for pattern in _DAYS:
        rest = pattern.sub("", rest)
    return day if len(rest) <= _ALONE and not _SENTENCE.search(rest) else None


def _day(found: re.Match[str], about: date | None) -> date | None:
    """The day that was found; without a year of its own the last one before *about*."""
    named = found.groupdict()
    month = _MONTHS.index(named["name"][:3].lower()) + 1 if named.get("name") else int(named["month"])
    year = int(named.get("year") or 0) or (int(named["republic"]) + 1911 if named.get("republic") else 0)
    try:
        if year:
            return date(year, month, int(named["day"]))
        if about is None:
            return None
        grace = about + timedelta(days=3)
        day = date(grace.year, month, int(named["day"]))
        return day if day <= grace else day.replace(year=grace.year - 1)
    except ValueError:
        return None


def header(text: str) -> tuple[Span, str]:
    r"""The lines of a text that say of what it is: where they stand, and what they say of its day.

    Examples:
        >>> header("# id: 7\n# date: 2026-01-09\nExports rose."), header("---\ndate: 2026-01-09\n---\nX")
        ((Span(start=0, end=27), '2026-01-09'), (Span(start=0, end=25), '2026-01-09'))
        >>> header("By November exports stood at 64.05 billion.")
        (Span(start=0, end=0), '')
    """
    at, day = len(text) - len(text.lstrip()), ""
    begun = text.startswith(("---\n", "---\r\n"), at)
    end = 0
    if begun:
        at = text.index("\n", at) + 1
    while at < len(text):
        stop = text.find("\n", at) % (len(text) + 1)
        line = text[at:stop].strip()
        at = stop + 1
        if begun and line in {"---", "..."}:
            return Span(0, min(at, len(text))), day
        found = _HEADER.fullmatch(line)
        if found is None and not begun:
            break
        if found and found["key"].casefold() in _DATE_KEYS and not day:
            day = found["value"].strip(" '\"")
        end = 0 if begun else min(at, len(text))
    return Span(0, end), day
