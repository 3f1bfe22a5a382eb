"""What the texts of records mean: months, flows, goods. Each is read once, however many rows carry it."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import cache

from tradecli.own_table import months
from tradecli.own_table.mapping import Mapping
from tradecli.written_periods import written

#: How months are written that are read; what a refusal names.
FORMS = (
    "months are read as 2025-11, 2025/11, 202511, 2025.11, Nov-2025, 2025年11月, days as 2025-11-30, 20251130"
)
_TOTAL_GOODS = re.compile(
    r"(.*\b(grand|sub)?total\b.*|all|all (commodities|goods|products|items|merchandise).*|_t|"
    r"all (sections|chapters|ports|districts|states|offices|modes( of transport)?|countries|partners|regimes|"
    r"procedures|sectors|industries|groups|categories|types|regions)|"
    r".*(總計|合計|总计|合计|総額|합계|총계).*)"
)

#: What is left over is no total.
_REST = re.compile(r"\b(other|nes|n\.e\.s|nec|n\.e\.c|elsewhere|else|rest)\b")


#: A day after or before its month, and its year; a day after its year, and a time.
DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T].*)?\s*")
#: The number of a month before its name.
NUMBERED = re.compile(r"^(0?[1-9]|1[0-2])[-. ]+[^\W\d_]+\.?$")
#: Several months of a year.
_RANGE = re.compile(
    r"[^\W\d_]{3,}\.?(?: ?[-–/~] ?| to | a | à | bis )[^\W\d_]{3,}\.?[-/, ]{0,2}(?:de )?\d{4}|"
    r"\d{4}[-/, ]{0,2}[^\W\d_]{3,}\.? ?[-–~] ?[^\W\d_]{3,}\.?|(?:ytd|total|full year)[-, ]?\d{4}|"
    r"\d{4}[-, ]?(?:ytd|total)|"
    r"\d{2,4} ?[年년] ?\d{1,2} ?[月월]? ?[-–~至到〜～] ?\d{1,2} ?[月월](?:累计|累計|누계)?|"
    r"\d{4} ?[年년](?:累计|累計|合计|合計|누계)"
)
#: Years and months in Korean, or with blanks between their signs.
_HANGUL = re.compile(r"(\d{2,4}) ?[년年] ?(\d{1,2}) ?[월月]")
#: A year and its month with a blank or point behind them; 2025.1 alone may be October, its zero lost.
_POINTED = re.compile(r"^(\d{4})\. ?(\d{1,2})(?:(?<=\. \d)|(?<=\. \d\d)|\.)$")
_MOMENT = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ t]\d.*")


def day_of(text: str, order: str) -> date | None:
    """The day that a text means, in some order of day and month.

    Examples:
        >>> day_of("15/11/2025", "day_first"), day_of("11/15/2025", "day_first")
        (datetime.date(2025, 11, 15), None)
    """
    parts = DAY.fullmatch(text)
    if parts is None:
        return None
    one, other, year = int(parts[1]), int(parts[2]), int(parts[3])
    try:
        return date(year, other, one) if order == "day_first" else date(year, one, other)
    except ValueError:
        return None


@cache
def month_of(text: str, order: str = "") -> date | None:
    """The month that a text or number of a period means: `2025-11`, `202511`, a day, a moment, a name.

    Args:
        text: It.
        order: `day_first` or `month_first` where days are written 11/10/2025.

    Examples:
        >>> month_of("2025-11"), month_of("202511"), month_of("2025-11-30T08:00:00"), month_of("2025-13")
        (datetime.date(2025, 11, 1), datetime.date(2025, 11, 1), datetime.date(2025, 11, 1), None)
        >>> month_of("15/11/2025"), month_of("15/11/2025", "day_first")
        (None, datetime.date(2025, 11, 1))
        >>> month_of("Nov-2025"), month_of("2025/1"), month_of("20251130")
        (datetime.date(2025, 11, 1), datetime.date(2025, 1, 1), datetime.date(2025, 11, 1))
        >>> month_of("2025-11. Novembro"), month_of("2025-11 Q")
        (datetime.date(2025, 11, 1), None)
        >>> month_of("März 2025"), month_of("2025-août"), month_of("2025-Unfug")
        (datetime.date(2025, 3, 1), datetime.date(2025, 8, 1), None)
    """
    word = " ".join(months.unmarked(text.strip().removesuffix(".0")).split())
    if order and (day := day_of(word, order)):
        return day.replace(day=1)
    year, _, name = word.partition("-")
    if year.isdecimal() and (numbered := NUMBERED.match(name.strip())):
        by_name = month_of(f"{name.strip().removeprefix(numbered[1]).strip('-. ')} {year}")
        return by_name if by_name and by_name.month == int(numbered[1]) else None
    moment = _MOMENT.fullmatch(word.casefold())
    word = f"{moment[1]}-{moment[2]}-{moment[3]}" if moment else _HANGUL.sub(r"\1年\2月", word)
    word = _POINTED.sub(r"\1-\2", word)
    found = written(word)
    if found is None:
        return months.in_common_era(months.by_name(word.casefold()))
    return months.in_common_era(found.through) if found.kind == "month" else None


@cache
def year_of(text: str) -> date | None:
    """The last month of the year that a text or number means; Comtrade and Comext write 2025 as 202552, too.

    Examples:
        >>> year_of("2025"), year_of("202552"), year_of("2025-11")
        (datetime.date(2025, 12, 1), datetime.date(2025, 12, 1), None)
    """
    word = months.unmarked(text.strip().removesuffix(".0"))
    found = written(word[:4] if re.fullmatch(r"\d{4}52", word) else word)
    return months.in_common_era(found.through) if found and found.kind == "year" else None


@cache
def quarter_of(text: str) -> date | None:
    """The last month of the quarter that a text means.

    Examples:
        >>> quarter_of("2025Q3"), quarter_of("114年第3季"), quarter_of("2025-11")
        (datetime.date(2025, 9, 1), datetime.date(2025, 9, 1), None)
    """
    found = written(months.unmarked(text.strip()))
    return months.in_common_era(found.through) if found and found.kind == "quarter" else None


@cache
def is_longer(text: str) -> bool:
    """Whether a text means a quarter, half or whole year, or the first months of one.

    Examples:
        >>> [is_longer(text) for text in ("2025-Q3", "2024", "Jan-Nov 2025", "2025年1-11月", "2025-11")]
        [True, True, True, True, False]
    """
    plain = " ".join(months.unmarked(text.strip().removesuffix(".0")).casefold().split())
    found = written(plain)
    return (found is not None and found.kind != "month") or bool(_RANGE.fullmatch(plain))


def flow_of(text: str, mapping: Mapping) -> str | None:
    """The flow that a word means, if it means one.

    Examples:
        >>> flow_of("E", Mapping()), flow_of("import ", Mapping()), flow_of("1", Mapping(exports=("1",)))
        ('export', 'import', 'export')
    """
    word = text.strip().casefold().removesuffix(".0")
    return "export" if word in mapping.exports else "import" if word in mapping.imports else None


#: Parts of flows, by words and codes for them; each may be all that a mapping takes for exports or imports.
_PARTS_OF_FLOWS = {
    "re-exports": r"rx|re-?\s?exports?|foreign exports?|r[ée]exporta\w+|復出口|复出口|再輸出|재수출|"
    r"wiederausfuhr\w*",
    "re-imports": r"rm|re-?\s?imports?|r[ée]importa\w+|復進口|复进口|再輸入|재수입|wiedereinfuhr\w*",
    "domestic exports": r"dx|domestic exports?|national exports?|國產品出口|国产品出口",
    "foreign imports": r"fm|foreign imports?",
}


def part_of_flow(words: Collection[str]) -> str:
    """The part of a flow that words for it mean, where they mean nothing else; empty for the flow itself.

    Examples:
        >>> part_of_flow(["rx"]), part_of_flow(["re-export", "rx"]), part_of_flow(["x", "rx"])
        ('re-exports', 're-exports', '')
    """
    return next(
        (name for name, form in _PARTS_OF_FLOWS.items() if all(re.fullmatch(form, word) for word in words)),
        "",
    )


def is_all_goods(text: str) -> bool:
    """Whether a code in a column of goods stands for all of them: a word, a dash, or zeros alone.

    Examples:
        >>> [is_all_goods(text) for text in ("TOTAL", "-", "000000000", "00", "0101")]
        [True, True, True, False, False]
    """
    return is_total(text) or bool(re.fullmatch(r"[-–—]+|0{4,}", text.strip()))


def is_zero(text: str) -> bool:
    """Whether a code is of zeros alone, which no chapter of the HS is.

    Examples:
        >>> is_zero("00"), is_zero("000000"), is_zero("0101"), is_zero("")
        (True, True, False, False)
    """
    return bool(text) and not text.strip("0")


def is_total(text: str) -> bool:
    """Whether a code of goods stands for all of them.

    Examples:
        >>> is_total("TOTAL"), is_total("Total trade"), is_total("854231")
        (True, True, False)
        >>> is_total("All items not elsewhere specified"), is_total("All other goods, n.e.s.")
        (False, False)
    """
    if _REST.search(text.casefold()):
        return False
    return bool(_TOTAL_GOODS.fullmatch(" ".join(text.casefold().split())))
