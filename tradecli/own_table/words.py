"""What the texts of records mean: months, flows, goods. Each is read once, however many rows carry it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from tradecli.own_table.mapping import Mapping

_MONTH = re.compile(
    r"(?P<year>\d{4})(?:[-/.]?(?P<month>\d{2})|[-/](?P<short>\d))"
    r"(?:(?:[-/](?P<day>\d{1,2})|\.?(?P<digits>\d{2}))(?:[T ].*)?)?(?:\.0)?",
    re.ASCII,
)
_NAMED = re.compile(
    r"(?P<name>[a-z]{3})[a-z]*[-/ .,]*(?P<year>\d{4})|(?P<year2>\d{4})[-/ .,]*(?P<name2>[a-z]{3})[a-z]*"
)
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: How months are written that are read; what a refusal names.
FORMS = (
    "months are read as 2025-11, 2025/11, 202511, 2025.11, Nov-2025, 2025年11月, days as 2025-11-30, 20251130"
)
_TOTAL_GOODS = re.compile(
    r"(.*\b(grand|sub)?total\b.*|all|all (commodities|goods|products|items|merchandise).*|_t|"
    r".*(總計|合計|总计|合计|総額|합계).*)"
)


@cache
def month_of(text: str) -> date | None:
    """The month that a text or number of a period means: `2025-11`, `202511`, a day, a moment, a name.

    Examples:
        >>> month_of("2025-11"), month_of("202511"), month_of("2025-11-30T08:00:00"), month_of("2025-13")
        (datetime.date(2025, 11, 1), datetime.date(2025, 11, 1), datetime.date(2025, 11, 1), None)
        >>> month_of("Nov-2025"), month_of("2025/1"), month_of("20251130")
        (datetime.date(2025, 11, 1), datetime.date(2025, 1, 1), datetime.date(2025, 11, 1))
    """
    word = text.strip()
    parts = _parts(word)
    if parts is None:
        return None
    try:
        return date(*parts).replace(day=1)
    except ValueError:
        return None


def _parts(word: str) -> tuple[int, int, int] | None:
    if match := _MONTH.fullmatch(word):
        month = match["month"] or match["short"]
        return int(match["year"]), int(month), int(match["day"] or match["digits"] or 1)
    if match := _CHINESE.fullmatch(word):
        return int(match[1]), int(match[2]), int(match[3] or 1)
    if match := _NAMED.fullmatch(word.casefold()):
        name = match["name"] or match["name2"]
        if name in _MONTHS:
            return int(match["year"] or match["year2"]), _MONTHS.index(name) + 1, 1
    return None


def flow_of(text: str, mapping: Mapping) -> str | None:
    """The flow that a word means, if it means one.

    Examples:
        >>> flow_of("E", Mapping()), flow_of("import ", Mapping()), flow_of("1", Mapping(exports=("1",)))
        ('export', 'import', 'export')
    """
    word = text.strip().casefold().removesuffix(".0")
    return "export" if word in mapping.exports else "import" if word in mapping.imports else None


def is_total(text: str) -> bool:
    """Whether a code of goods stands for all of them.

    Examples:
        >>> is_total("TOTAL"), is_total("Total trade"), is_total("854231")
        (True, True, False)
    """
    return bool(_TOTAL_GOODS.fullmatch(" ".join(text.casefold().split())))
