"""Whether two columns say the same in other words, row by row, such as a code and a name. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from tradecli.own_table.flow_words import flow_word
from tradecli.own_table.partners import UNKNOWN, in_list
from tradecli.own_table.sniffed import Seen
from tradecli.own_table.sniffing_names import plain
from tradecli.own_table.sniffing_texts import LISTS, country, is_number, month_number
from tradecli.own_table.words import month_of, quarter_of

#: Words by which the columns of one thing differ.
_WORDS = re.compile(
    r"\b(code|codes|cod|name|names|iso\d?|desc\w*|id|no|number|label|txt|text|english|en|zh|\d)\b"
)
_SIGNS = re.compile("代碼|代码|編碼|编码|編號|编号|名稱|名称|コード|코드|명|名|碼|码")
#: Of fewer pairs it may be chance that each text goes with one other.
_ENOUGH = 3


def months(one: Seen, other: Seen) -> bool:
    """Whether every row has the same month in both."""
    return _alike(one, other, month_of)


def quarters(one: Seen, other: Seen) -> bool:
    """Whether every row has the same quarter in both."""
    return _alike(one, other, quarter_of)


def years(one: Seen, other: Seen) -> bool:
    """Whether every row has the same year in both."""
    return _alike(one, other, lambda text: text.strip().removesuffix(".0"))


def month_numbers(one: Seen, other: Seen) -> bool:
    """Whether every row has the same month of a year in both: `1` and `January`."""
    return _alike(one, other, month_number)


def flows(one: Seen, other: Seen) -> bool:
    """Whether each word goes with one of the other, and none with the other flow."""
    pairs = _pairs(one, other)
    against = any(flow_word(a) and flow_word(b) and flow_word(a) != flow_word(b) for a, b in pairs)
    called = _stem(one.name) == _stem(other.name)
    return _one_to_one(one, other) and not against and (called or len(pairs) > 1)


def places(one: Seen, other: Seen) -> bool:
    """Whether both name the same country in every row, or are called the same but for code and name."""
    pairs = _pairs(one, other)
    if not _one_to_one(one, other):
        return False
    agreed = [bool(_meant(a) & _meant(b)) for a, b in pairs if _meant(a) and _meant(b)]
    if _stem(one.name) == _stem(other.name):
        return True
    return all(agreed) and (len(agreed) == len(pairs) or (len(pairs) >= _ENOUGH and any(agreed)))


def numbers(one: Seen, other: Seen) -> bool:
    """Whether two columns of numbers are the same in every row."""
    rows = [(a, b) for a, b in zip(one.texts, other.texts, strict=True) if a or b]
    return bool(rows) and all(a and b and is_number(a) and a.strip() == b.strip() for a, b in rows)


def inside(short: Seen, long: Seen) -> bool:
    """Whether the codes of one column begin those of another in every row."""
    return all(b.startswith(a) for a, b in _pairs(short, long))


def _pairs(one: Seen, other: Seen) -> set[tuple[str, str]]:
    return {(a, b) for a, b in zip(one.texts, other.texts, strict=True) if a and b}


def _one_to_one(one: Seen, other: Seen) -> bool:
    rows = _pairs(one, other)
    return bool(rows) and len(rows) == len({a for a, _ in rows}) == len({b for _, b in rows})


def _alike(one: Seen, other: Seen, read: Callable[[str], object]) -> bool:
    pairs = _pairs(one, other)
    return bool(pairs) and all(read(a) is not None and read(a) == read(b) for a, b in pairs)


def _meant(text: str) -> set[str]:
    """The countries that a text may mean, of a number in any list."""
    word = text.strip().removesuffix(".0")
    if word.isascii() and word.isdecimal():
        return {found for name in LISTS if (found := in_list(word, name)) != UNKNOWN}
    found = country(word)
    return {found} if found else set()


def _stem(name: str) -> str:
    """A name without the words that tell codes from names.

    Examples:
        >>> _stem("CTY_CODE") == _stem("CTY_NAME"), _stem("國家代碼") == _stem("國家名稱")
        (True, True)
    """
    return _SIGNS.sub("", " ".join(_WORDS.sub(" ", plain(name)).split()))
