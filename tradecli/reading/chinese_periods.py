"""Months, quarters and years of Chinese texts: 前11月, 民國114年12月, 第1、2季, 上半年, 單月. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from tradecli.model.figure import Window
from tradecli.reading import calendar
from tradecli.reading.chinese_numbers import whole_number
from tradecli.reading.model import Focus

_DIGITS = "一二三四五六七八九十"
_N = (
    rf"(?:(?<![\d.])(?:1[0-2]|0?[1-9])(?![\d.])|(?<![{_DIGITS}○])(?:十[一二]?"
    rf"|[一二兩三四五六七八九])(?![{_DIGITS}○]))"
)
_NUMERAL_YEAR = rf"(?<![{_DIGITS}○百])[{_DIGITS}○百]{{3,6}}"
YEAR = (
    rf"(?:(?:民國|西元) ?(?:\d{{2,4}}|[{_DIGITS}○百]{{2,6}}) ?年|(?<![\d.])(?:(?:19|20)\d\d|1\d\d) ?年"
    rf"|{_NUMERAL_YEAR}年"
    r"|今年|去年|前年|上年|本年)(?!來|以來)"
)
#: Two digits are a year of the republic only before a month: 79年10月.
_SHORT_YEAR = r"(?<![\d.])\d\d ?年(?= ?\d{1,2} ?月)"
_AND = "[、及與和]"
_TO = "至|到|-|~|～"
_MONTHS = rf"{_N} ?(?:月份?)? ?(?:{_TO}) ?{_N} ?月份?"
_BARE = (
    rf"(?:前|首|頭) ?{_N} ?(?:個月|月份?|季)|{_MONTHS}"
    rf"|(?:第 ?)?{_N}(?:{_AND}(?:第 ?)?{_N}){{0,3}} ?季(?:度)?(?!紅)|[Qq][1-4]|首季"
    rf"|{_N}(?: ?{_AND} ?{_N}){{0,4}} ?月(?:份)?(?! ?\d{{1,2}} ?日)"
    r"|上半年度?|下半年度?|全年度?|整年"
)
#: Any period; what hangs on the text's month comes last.
PERIOD = (
    rf"(?:{YEAR}|{_SHORT_YEAR}) ?的? ?(?:{_BARE})|(?:今年|去年|本年)(?:以來|來)?累計(?!前| ?\d)"
    rf"|(?:今年|本年)(?:以來|來)|{_BARE}|當月|該月|同月(?!新|最|份|比)|本月|單月|單季|當季|該季|本季|上(?:個)?月|{YEAR}"
)
_YEAR = re.compile(rf"(?:{YEAR}|{_SHORT_YEAR})")
_FIRST = re.compile(rf"(?:前|首|頭) ?(?P<count>{_N}) ?(?P<of>個月|月份?|季)")
_RANGE = re.compile(rf"(?P<first>{_N}) ?(?:月份?)? ?(?:{_TO}) ?(?P<last>{_N}) ?月份?")
_QUARTERS = re.compile(
    rf"(?:第 ?)?(?P<all>{_N}(?:{_AND}(?:第 ?)?{_N}){{0,3}}) ?季(?:度)?|[Qq](?P<q>[1-4])|首季"
)
_MONTH = re.compile(rf"(?P<all>{_N}(?: ?{_AND} ?{_N}){{0,4}}) ?月(?:份)?")


class Period(NamedTuple):
    """Windows that a text names; none where its months are no window that has figures (3 to 6月).

    `loose` is the kind of a window that hangs on what the text speaks of: 單月, 單季, 全年; `dated` says
    that the year is written.
    """

    windows: tuple[Window, ...]
    loose: Literal["", "month", "quarter", "year"] = ""
    dated: bool = False


def period(text: str, focus: Focus, spoken: int | None = None) -> Period:
    """The period that some words mean.

    *spoken* is the year that was named before, for a month or quarter that may be of this year or the last.

    Examples:
        >>> at = Focus(date(2026, 1, 9), Window("month", date(2025, 12, 1)), "TW")
        >>> [one.label for one in period("第1、2季", at).windows], period("前11月", at).windows[0].span
        (['2025-Q1', '2025-Q2'], 'year_to_date')
        >>> period("民國90年2月", at).windows[0].label, period("去年全年", at).windows[0].label
        ('2001-02', '2025')
        >>> period("3至6月", at)
        Period(windows=(), loose='', dated=False)
    """
    year_match = _YEAR.match(text)
    year = _year(year_match[0], focus.made) if year_match else None
    rest = text[year_match.end() :] if year_match else text
    rest = rest.strip(" 的")
    found = _loose(rest, focus) or Period(tuple(_windows(rest, focus, year)), dated=year is not None)
    if found.windows or found.loose or spoken is None:
        return found
    return Period(tuple(_windows(rest, focus, spoken)), dated=True)


def _loose(rest: str, focus: Focus) -> Period | None:
    if rest in ("當月", "該月", "同月", "單月"):
        return Period((), "month")
    if rest in ("單季", "當季", "該季", "本季"):
        return Period((), "quarter")
    if rest in ("本月", "上月", "上個月"):
        return Period((calendar.last_month(focus.made),))
    return None


def _windows(rest: str, focus: Focus, year: int | None) -> Iterator[Window]:
    made = focus.made
    if "累計" in rest or rest.startswith(("今年", "本年")):
        yield calendar.so_far(made) if year in (None, made.year) else calendar.whole_year(year or made.year)
    elif rest.startswith("上半年"):
        yield calendar.first_months(6, made, year)
    elif not rest or rest.startswith(("全年", "整年")):
        yield from _whole(focus, year)
    else:
        yield from _parts(rest, made, year)


def _parts(rest: str, made: date, year: int | None) -> Iterator[Window]:
    """The first months, the quarters or the months of a year."""
    if found := _FIRST.fullmatch(rest):
        count = whole_number(found["count"]) * (3 if found["of"] == "季" else 1)
        counts = [count] if count <= 12 else []
        yield from (calendar.first_months(one, made, year) for one in counts)
    elif found := _RANGE.fullmatch(rest):
        ends = [found["last"]] if whole_number(found["first"]) == 1 else []
        yield from (calendar.first_months(whole_number(one), made, year) for one in ends)
    elif found := _QUARTERS.fullmatch(rest):
        quarters = _numbers(found["all"] or found["q"] or "1")
        now = (made.month + 2) // 3
        open_ = len(quarters) == 1 and year is None  # 第4季 in November may be of either year
        known = (number for number in quarters if number <= 4 and not (open_ and number == now))
        yield from (calendar.quarter(number, made, year) for number in known)
    elif found := _MONTH.fullmatch(rest):
        months = _numbers(found["all"])
        # 10月 in October may be of either year.
        yield from (calendar.month(one, made, year) for one in months if year or one != made.month)


def _whole(focus: Focus, year: int | None) -> Iterator[Window]:
    """A whole year; without its number the one of the text's month, if that is over."""
    if year is None:
        year = focus.month.through.year
        if focus.month.through.month == 12 or year < focus.made.year:
            yield calendar.whole_year(year)
        else:
            yield calendar.whole_year(focus.made.year)
    else:
        yield calendar.whole_year(year)


def _numbers(text: str) -> list[int]:
    return [whole_number(one) for one in re.findall(rf"\d+|[{_DIGITS}兩]+", text)]


def _year(text: str, made: date) -> int:
    words = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2}
    if text in words:
        return made.year - words[text]
    number = whole_number(re.sub(r"民國|西元|年| ", "", text))
    return min(max(number + 1911 if number < 1000 else number, 1001), 8999)
