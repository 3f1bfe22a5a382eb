"""Months, quarters, halves and years in every way that people and agencies write them. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

#: Years that figures can be of; far from where the calendar ends, so that every step stays within it.
POSSIBLE_YEARS = range(1_000, 9_000)
#: Years of the Republic of China that are written alone: 90 is 2001.
ROC_YEARS = range(90, 200)
ROC_BEGINS = 1911
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAME = "(?P<name>sept|" + "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS) + r")\.?"
_YEAR = r"(?P<year>\d{4})"
_ROC = r"(?P<roc>\d{2,3})"
_COUNT = r"第?(?P<quarter>[1-4一二三四])季度?"
_ORDINAL = "(?P<quarter>first|second|third|fourth|last|1st|2nd|3rd|4th)"
_HALF = "(?P<half>上|下)半年"
_CHINESE_MONTH = r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|(?P<day>\d{1,2})日)?"
#: How each is written; `short` is a year of two digits of this century.
_FORMS = (
    _YEAR,
    rf"{_YEAR}-?q(?P<quarter>[1-4])",
    rf"{_YEAR}[-/ ]q(?P<quarter>[1-4])",
    rf"q(?P<quarter>[1-4])[-/ ]?{_YEAR}",
    rf"(?P<quarter>[1-4])q[-/ ]?(?:{_YEAR}|(?P<short>\d\d))",
    rf"{_YEAR}[-/ ]?h(?P<half>[12])",
    rf"h(?P<half>[12])[-/ ]?{_YEAR}",
    r"q(?P<quarter>[1-4])(?:[-/ ]|[-/ ]?')(?P<short>\d\d)",
    r"(?P<short>\d\d)[- ]?q(?P<quarter>[1-4])",
    rf"{_ORDINAL} quarter(?: of|,)? {_YEAR}",
    r"h(?P<half>[12])(?:[-/ ]|[-/ ]?')(?P<short>\d\d)",
    r"(?P<short>\d\d)[- ]?h(?P<half>[12])",
    rf"(?P<half>first|second|1st|2nd) half(?: of|,)? {_YEAR}",
    rf"(?P<half>[12])h[-/ ]?(?:{_YEAR}|(?P<short>\d\d))",
    rf"{_YEAR}[-/](?P<month>\d{{1,2}})(?:[-/](?P<day>\d{{1,2}}))?",
    rf"{_YEAR}\.(?P<month>\d\d)(?:\.(?P<day>\d\d))?",
    rf"{_YEAR}-?m(?P<month>\d{{1,2}})",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)?",
    rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)[t ]\d\d:?\d\d.*",
    rf"(?P<month>\d{{1,2}})[-/.]{_YEAR}",
    rf"{_NAME}(?:[-/., ]{{0,2}}{_YEAR}|(?:-| ?')(?P<short>\d\d))",
    rf"{_YEAR}[-/. ]?{_NAME}",
    rf"(?P<day>\d{{1,2}})[- ]{_NAME}[-, ]{{1,2}}{_YEAR}",
    rf"{_NAME} (?P<day>\d{{1,2}}),? {_YEAR}",
    rf"{_YEAR}年(?:{_CHINESE_MONTH}|{_COUNT}|{_HALF})?",
    rf"(?P<era>民國)?{_ROC}年(?:{_CHINESE_MONTH}|{_COUNT}|{_HALF})?",
    r"(?P<roc>\d{3})[-/](?P<month>\d{1,2})",
    r"(?P<roc>\d{3})(?P<month>\d\d)",
)
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_ORDINALS |= {"十一": 11, "十二": 12}
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | _ORDINALS


@cache
def _readers() -> tuple[re.Pattern[str], ...]:
    """Compiled when first needed: the usual form needs none of them."""
    return tuple(re.compile(form) for form in _FORMS)


class Period(NamedTuple):
    """A period as it was written; `through` is the first day of its last month."""

    kind: Literal["month", "quarter", "half", "year"]
    through: date


def written(text: str) -> Period | None:
    """The period that a text names and no other; None where it names none, or may mean two.

    A year of two digits alone, and a day before or after its month in figures (11/10/2025), may mean two.

    Examples:
        >>> [f"{written(text).through:%Y-%m}" for text in ("2025M11", "民國114年11月", "11411", "2025-H1")]
        ['2025-11', '2025-11', '2025-11', '2025-06']
        >>> written("4Q25").through, written("nov-2025").through, written("11/10/2025"), written("25-11")
        (datetime.date(2025, 12, 1), datetime.date(2025, 11, 1), None, None)
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())
    parts = plain.split("-")
    if [len(part) for part in parts] in ([4, 2], [4, 2, 2]) and all(part.isdigit() for part in parts):
        return _period(dict(zip(("year", "month", "day"), parts, strict=False)))
    for reader in _readers():
        if match := reader.fullmatch(plain):
            return _period(match.groupdict())
    return None


def _period(parts: Mapping[str, str | None]) -> Period | None:
    year = _year(parts)
    if year not in POSSIBLE_YEARS:
        return None
    if half := parts.get("half"):
        return Period("half", date(year, 6 if half in {"1", "上", "first", "1st"} else 12, 1))
    if quarter := parts.get("quarter"):
        return Period("quarter", date(year, 3 * _number(quarter), 1))
    month = _month(parts)
    if month is None:
        return Period("year", date(year, 12, 1))
    try:
        return Period("month", date(year, month, int(parts.get("day") or 1)).replace(day=1))
    except ValueError:
        return None


def _month(parts: Mapping[str, str | None]) -> int | None:
    if name := parts.get("name"):
        return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))
    month = parts.get("month")
    return _number(month) if month else None


def _year(parts: Mapping[str, str | None]) -> int:
    if roc := parts.get("roc"):
        return int(roc) + ROC_BEGINS if parts.get("era") or int(roc) in ROC_YEARS else 0
    if short := parts.get("short"):
        return 2000 + int(short)
    return int(parts["year"] or 0)


def _number(text: str) -> int:
    return _DIGITS.get(text) or int(text)
