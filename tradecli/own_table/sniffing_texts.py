"""What the cells of a column say: months, years, countries, flows, codes of goods, numbers. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tradecli.facts import places
from tradecli.own_table.amounts import ODD
from tradecli.own_table.bare_codes import bare
from tradecli.own_table.checks import ORDERS
from tradecli.own_table.flow_words import kind_of
from tradecli.own_table.partners import EMPTY, UNKNOWN, by_word, in_list
from tradecli.own_table.sniffing_names import named
from tradecli.own_table.words import NUMBERED, month_of, quarter_of

#: The lists of numbers that are of no one publisher.
LISTS = ("comtrade", "census", "imf", "iso")
#: So many different texts are few.
FEW = 40
#: Numbers, with groups of thousands or a decimal mark of either kind.
_NUMBER = re.compile(r"[-+]?[\d.,'\u00a0\u202f ]*\d(?:[eE][-+]?\d+)?")
_AMOUNT = re.compile(ODD)
_CODE = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-9])\d{0,12}|[1-9]\d{2,4}|total", re.IGNORECASE)
#: What numbers the rows.
_COUNTER = re.compile(
    r"|#|((s|sr|sl|line|row|item)[. ]*)?(no|nr|num|number|id|index|rank)\.?|unnamed.*|column ?\d*|"
    r"_duplicated_\d+|序號|序号|編號|编号|번호|番号"
)
_LENGTHS = frozenset({2, 4, 6, 8, 9, 10, 11})


class Content(NamedTuple):
    """Which parts of the cells that are not empty can be read as what.

    `exports` and `imports` are the texts that are words for these or parts of them, `neither` those for
    their difference or sum, `lists` those lists of numbers that have
    every number of the column. `few` are all texts, where there are few of them.
    """

    filled: int = 0
    distinct: int = 0
    months: float = 0.0
    years: float = 0.0
    quarters: float = 0.0
    month_numbers: float = 0.0
    countries: float = 0.0
    numbers: float = 0.0
    goods: float = 0.0
    exports: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    few: tuple[str, ...] = ()


def content(texts: Sequence[str | None]) -> Content:
    """What the cells of a column are.

    Args:
        texts: Some of them, in the order of the rows.

    Examples:
        >>> found = content(["2025-11", "2025-12", None, "x"])
        >>> found.filled, found.distinct, round(found.months, 2)
        (3, 3, 0.67)
        >>> content(["1.234,50", "3"]).numbers, content(["E", "I"]).exports, content(["842"]).lists
        (1.0, ('E',), ('comtrade',))
    """
    words = [text.strip() for text in texts if text is not None and text.strip()]
    every = list(dict.fromkeys(words))
    if not every:
        return Content()
    numbers = [word for word in every if word.isascii() and word.removesuffix(".0").isdecimal()]
    names = [word for word in every if word not in numbers]

    def share(is_one: object) -> float:
        return sum(map(is_one, every)) / len(every)  # type: ignore[call-overload]

    return Content(
        filled=len(words),
        distinct=len(every),
        months=share(is_month),
        years=share(is_year),
        quarters=share(lambda word: quarter_of(word) is not None),
        month_numbers=share(is_month_number),
        countries=sum(by_word(word) not in {UNKNOWN, EMPTY} for word in names) / len(every),
        numbers=share(is_number),
        goods=share(lambda word: bool(_CODE.fullmatch(bare(word).removesuffix(".0")))),
        exports=tuple(
            word for word in every if kind_of(word) in {"export", "domestic exports", "re-exports"}
        ),
        imports=tuple(word for word in every if kind_of(word) in {"import", "special imports", "re-imports"}),
        neither=tuple(word for word in every if kind_of(word) == "neither"),
        lists=lists(numbers) if numbers and len(numbers) == len(every) else (),
        examples=tuple(every[:3]),
        few=tuple(every) if len(every) <= FEW else (),
    )


def lists(numbers: Sequence[str]) -> tuple[str, ...]:
    """The lists of partners that have all of some numbers, in the order of `LISTS`.

    Examples:
        >>> lists(["5830", "1220"]), lists(["156"])
        (('census',), ('comtrade', 'imf', 'iso'))
    """
    bare = [number.removesuffix(".0") for number in numbers]
    return tuple(name for name in LISTS if all(in_list(number, name) != UNKNOWN for number in bare))


def is_month(text: str) -> bool:
    """Whether a cell is a month or a day, of which the month may stand first or last.

    Examples:
        >>> is_month("2025-11"), is_month("11/15/2025"), is_month("15/11/2025"), is_month("842")
        (True, True, True, False)
    """
    return any(month_of(text, order) for order in ("", *ORDERS))


def is_number(text: str) -> bool:
    """Whether a cell is a number in some way of writing.

    Examples:
        >>> [is_number(text) for text in ("1,500.5", "1.500,5", "-3", "1.5E+09", "12-2025", "US")]
        [True, True, True, True, False, False]
        >>> is_number("$1,500.50"), is_number("(1,500)")
        (True, True)
    """
    return bool(_NUMBER.fullmatch(text.strip()) or _AMOUNT.fullmatch(text))


def is_partner(name: str, texts: Sequence[str | None]) -> bool:
    """Whether a column of values is called after a partner, or what may be one: a rest, a total, a group.

    Examples:
        >>> is_partner("Japan", ["5"]), is_partner("Others", ["5"]), is_partner("Note", ["x"])
        (True, True, False)
        >>> is_partner("Net weight", ["5"]), is_partner("Growth %", ["5"]), is_partner("S.No.", ["1"])
        (False, False, False)
    """
    words = [text.strip() for text in texts if text and text.strip()]
    numbers = sum(map(is_number, words)) >= len(words) / 2
    if by_word(name.strip()) != UNKNOWN:
        return numbers
    return numbers and named(name).role in {"", "value"} and not _COUNTER.fullmatch(name.strip().casefold())


def is_year(text: str) -> bool:
    """Whether a cell is a year, of the usual count, of the Republic of China or of the Buddhist era.

    Examples:
        >>> is_year("2025"), is_year("114"), is_year("2568"), is_year("842")
        (True, True, True, False)
    """
    word = text.removesuffix(".0")
    # Of the usual count, of the Republic, of the Buddhist era.
    ranges = (range(1950, 2101), range(90, 151), range(2480, 2651))
    return word.isascii() and word.isdecimal() and any(int(word) in years for years in ranges)


@cache
def is_month_number(text: str) -> bool:
    """Whether a cell is a month of a year that stands elsewhere: `1`, `01`, `Jan`, `3月`.

    Examples:
        >>> [is_month_number(text) for text in ("1", "12", "13", "Jan", "3月", "2025-01")]
        [True, True, False, True, True, False]
    """
    return month_number(text) is not None


def month_number(text: str) -> int | None:
    """The month of a year that a cell means where the year stands elsewhere.

    Examples:
        >>> month_number("03"), month_number("March"), month_number("13"), month_number("11. Novembro")
        (3, 3, None, 11)
    """
    word = NUMBERED.sub(r"\1", text.strip()).removesuffix(".0").removesuffix("월").removesuffix("月")
    if word.isascii() and word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else None
    found = month_of(f"{word} 2001") if month_of(word) is None else None
    return found.month if found else None


def country(text: str) -> str:
    """The code of the country that a word names, if it names one.

    Examples:
        >>> country("USA"), country("Grand Total"), country("842")
        ('US', '', '')
    """
    found = places.meant(text) if not text.isdecimal() else None
    return found.code if found else ""
