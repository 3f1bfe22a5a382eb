"""Periods asked in words beyond one of them: from one to another, the last so many, last year. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from tradecli.written_periods import MONTHS, Period, written

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {word: number for number, word in enumerate("一二三四五六七八九十", 1)}
_NUMBERS |= {"兩": 2, "十一": 11, "十二": 12}
_COUNT = r"(?P<count>\d{1,4}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
#: The last so many; months in one of each.
_LAST = re.compile(
    rf"(?:the )?(?:last|past|latest|recent|most recent|previous|trailing) {_COUNT} ?"
    r"(?P<unit>month|quarter|year)s?"
    rf"|(?:最近|近|過去) ?{_COUNT.replace('count', 'number')} ?(?P<kind>個?月|個?季|年)"
)
_UNITS = {"month": 1, "quarter": 3, "year": 12, "月": 1, "個月": 1, "季": 3, "個季": 3, "年": 12}
_KINDS: dict[int, Literal["month", "quarter", "year"]] = {1: "month", 3: "quarter", 12: "year"}
#: Named from the day of the question: how many of which kind back.
_RELATIVE = {
    **dict.fromkeys(("last month", "上個月", "上月"), (1, -1)),
    **dict.fromkeys(("this month", "本月", "這個月"), (1, 0)),
    **dict.fromkeys(("last quarter", "上季", "上一季"), (3, -1)),
    **dict.fromkeys(("this quarter", "本季", "這一季"), (3, 0)),
    **dict.fromkeys(("last year", "去年", "上年"), (12, -1)),
    **dict.fromkeys(("this year", "今年"), (12, 0)),
    "前年": (12, -2),
}
_BETWEEN = re.compile(r" ?(?:\b(?:to|through|until|till)\b|-+|\.\.+|~|至|到) ?")
#: No two periods are written in more letters.
_LONGEST = 60
_FIRST = re.compile(
    rf"(?:the )?first {_COUNT} months (?:of |in )?(?P<year>\d{{4}})"
    rf"|(?P<roc>\d{{2,4}})年(?:前|1-|1至|1到|一至){_COUNT.replace('count', 'number')}個?月"
)
#: What alone names no period, since its year is lacking.
_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
YEARLESS = re.compile(
    rf"{_NAMES}|q[1-4]|[1-4]q|h[12]|[12]h|前?\d{{1,2}}個?月"
    r"|(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)) (?:quarter|half)"
)
FISCAL = re.compile(r"(?:fy|fiscal year|fiscal|會計年度) ?'?\d{2,4}|\d{2,4}(?:會計年度|年度)")


class Range(NamedTuple):
    """From one period to another."""

    first: Period
    last: Period

    @property
    def is_year_to_date(self) -> bool:
        """Whether it begins with the January of the year in which it ends."""
        begin = self.first.through.replace(day=1)
        january = begin.month == _SIZE[self.first.kind]
        return january and begin.year == self.last.through.year


_SIZE = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def label(period: Period) -> str:
    """A period as options write it.

    Examples:
        >>> label(Period("quarter", date(2025, 9, 1))), label(Period("half", date(2025, 6, 1)))
        ('2025-Q3', '2025-06')
    """
    if period.kind == "quarter":
        return f"{period.through:%Y}-Q{period.through.month // 3}"
    return f"{period.through:%Y}" if period.kind == "year" else f"{period.through:%Y-%m}"


def begins(period: Period) -> str:
    """The same where something begins: of a half year its first month.

    Examples:
        >>> begins(Period("half", date(2025, 6, 1))), begins(Period("year", date(2025, 12, 1)))
        ('2025-01', '2025')
    """
    if period.kind != "half":
        return label(period)
    return f"{period.through.year}-{period.through.month - 5:02}"


def span_of(text: str) -> Range | None:
    """From which period to which a text says, the year of one counting for both; None where it says none.

    Examples:
        >>> found = span_of("jan-nov 2025")
        >>> begins(found.first), label(found.last)
        ('2025-01', '2025-11')
        >>> span_of("2025-11"), [label(one) for one in span_of("2024 to 2025")]
        (None, ['2024', '2025'])
    """
    if len(text) > _LONGEST or written(text):
        return None
    if match := _FIRST.fullmatch(text):
        year, count = int(match["year"] or match["roc"]), _number(match["count"] or match["number"])
        year += 0 if year >= 1000 else 1911
        if not 1 <= count <= 12:
            return None
        return Range(Period("month", date(year, 1, 1)), Period("month", date(year, count, 1)))
    found = {one for cut in _BETWEEN.finditer(text) for one in _ends(text[: cut.start()], text[cut.end() :])}
    whole = [one for one in found if one.first.through < one.last.through]
    return whole[0] if len(whole) == 1 else None


def _ends(left: str, right: str) -> Iterator[Range]:
    """Both ends as periods; one without a year has that of the other."""
    first, last = written(left), written(right)
    if last and not first:
        first = written(f"{left} {last.through.year}")
    elif first and not last and first.kind != "year":
        last = written(f"{right} {first.through.year}") or written(f"{first.through.year}年{right}")
    if not last and (year := re.fullmatch(r"(\d{2,4}年)(\d{1,2})月?", left)):
        first, last = written(f"{year[1]}{year[2]}月"), written(f"{year[1]}{right}")
    if not first and not last and (year := re.fullmatch(r"(\d{4}) (\S+)", left)):
        first, last = written(f"{year[2]} {year[1]}"), written(f"{right} {year[1]}")
    if first and last:
        yield Range(first, last)


def last_so_many(text: str) -> tuple[int, str] | None:
    """How many months the last so many come to, and by what they are counted.

    Examples:
        >>> last_so_many("last 8 quarters"), last_so_many("近12個月"), last_so_many("past five years")
        ((24, 'quarter'), (12, 'month'), (60, 'year'))
    """
    match = _LAST.fullmatch(text)
    if match is None:
        return None
    size = _UNITS[match["unit"] or match["kind"]]
    return _number(match["count"] or match["number"]) * size, _KINDS[size]


def _number(text: str) -> int:
    return _NUMBERS.get(text) or int(text)


def relative(text: str, today: date) -> Period | None:
    """The period that is named from the day of the question, by the calendar.

    Examples:
        >>> label(relative("last quarter", date(2026, 1, 9))), label(relative("去年", date(2026, 1, 9)))
        ('2025-Q4', '2025')
    """
    if text not in _RELATIVE:
        return None
    size, back = _RELATIVE[text]
    number = today.year * 12 + today.month - 1 + back * size
    number += size - 1 - number % size
    return Period(_KINDS[size], date(number // 12, number % 12 + 1, 1))
