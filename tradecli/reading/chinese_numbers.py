"""Numbers of Chinese texts: digits or numerals, money, percent, tenths (成) and folds (倍). Pure."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

from tradecli.quantity import Quantity, quantity

_UNITS = {"十": 10, "百": 100, "千": 1000}
_ONES = {character: str(value) for value, character in enumerate("零一二三四五六七八九")} | {
    "○": "0",
    "兩": "2",
}
_NUMERALS = "○零一二兩三四五六七八九"
#: A number: digits with or without commas, or numerals, each of a length that a figure can have.
NUMBER = (
    r"(?:(?<![\d.])(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,12})(?:\.\d{1,6})?(?![\d]|\.\d)"
    rf"|(?<![十百千{_NUMERALS}])[十百千{_NUMERALS}]{{1,12}}(?:[.點][{_NUMERALS}]{{1,5}})?(?![十百{_NUMERALS}]))"
)
_SIZES = {"": 1, "萬": 10**4, "百萬": 10**6, "千萬": 10**7, "億": 10**8, "萬億": 10**12, "兆": 10**12}
#: The currency of a plain 元, which is the one that the text speaks of.
UNSAID = "?"
_CURRENCIES = {
    **dict.fromkeys(("美元", "美金", "US$", "USD"), "USD"),
    **dict.fromkeys(("台幣", "新台幣", "元新台幣", "元台幣", "NT$", "TWD"), "TWD"),
    **dict.fromkeys(("日圓", "日元"), "JPY"),
    **dict.fromkeys(("人民幣", "元人民幣"), "CNY"),
    **dict.fromkeys(("歐元",), "EUR"),
    "元": UNSAID,
    **dict.fromkeys(("韓元", "韓圜"), "KRW"),
    **dict.fromkeys(("星元", "星幣", "新元"), "SGD"),
}
_AHEAD = r"美元|美金|US\$|NT\$|新台幣|台幣"
_BEHIND = r"元新台幣|元台幣|元人民幣|美元|美金|新台幣|台幣|日圓|日元|人民幣|歐元|韓元|韓圜|星元|星幣|新元|元"
_NEARLY = r"將近|接近|逼近|近"
_ABOUT = r"大約|約略|約莫|約|大致"
_MORE = (
    r"一舉突破|首度突破|首次突破|正式突破|突破|首破|超過|超越|超逾|高逾|逾|站穩|站上|衝破|跨越|跨過"
    r"|飆破|破|超"
)
_OVER = "多|餘|出頭"
APPROXIMATE = rf"(?:(?P<nearly>{_NEARLY})|(?P<about>{_ABOUT})|(?P<more>{_MORE}))(?:了)? ?"

#: Characters that can begin an amount.
BEGINS = f"\\d十百千{_NUMERALS}將接逼近大約突首正超高逾站衝跨飆破美UN新台一負+-"
MONEY = (
    rf"(?:{APPROXIMATE})?(?P<ahead>{_AHEAD})? ?"
    rf"(?:(?P<whole>{NUMBER})(?P<over>{_OVER})? ?(?P<times>千|百|十)?(?P<overtimes>{_OVER})?"
    rf"|(?P<bare>千|百|數百|數十|數千)) ?"
    rf"(?P<size>兆|萬億|億|千萬|百萬|萬)(?P<oversize>{_OVER})?"
    rf"(?: ?(?P<rest>{NUMBER}) ?(?P<resttimes>千|百)? ?(?P<restsize>億|萬)(?P<overrest>{_OVER})?)?"
    rf" ?(?P<behind>{_BEHIND})?(?P<above>以上|之上|左右|上下|之多|大關|關卡|水準)?"
)
PERCENT = (
    rf"(?:{APPROXIMATE})?(?P<sign>[-+負]|(?<=[^\d%])-)?(?P<percent>{NUMBER})(?P<overpercent>{_OVER})? ?"
    rf"(?:(?P<points>個?百分點)|%|百分比)(?P<abovepercent>以上|左右|上下)?"
)
#: 2成5 is 25 percent.
TENTHS = (
    rf"(?:{APPROXIMATE})?(?P<tenths>{NUMBER})(?P<overtenths>{_OVER})? ?成(?![長立為本果就])"
    rf"(?P<half>半|(?P<fifth>[1-9一二三四五六七八九])(?![\d.]))?(?P<abovetenths>以上|左右|上下)?"
)
FOLD = (
    rf"(?:{APPROXIMATE})?(?P<fold>{NUMBER})(?P<overfold>{_OVER})? ?倍"
    r"(?P<foldhalf>半)?(?P<abovefold>以上|左右|之多)?"
)
_PARTS = {
    name: re.compile(pattern)
    for name, pattern in (("money", MONEY), ("percent", PERCENT), ("tenths", TENTHS), ("fold", FOLD))
}


class Amount(NamedTuple):
    """A number with its unit: `money` in whole units of its currency, else percent; a fold in times.

    `unit` is the size of the unit written; `currency` is empty where none is; `about` as in a claim.
    """

    kind: Literal["money", "percent", "points", "fold"]
    quantity: Quantity
    unit: int = 1
    currency: str = ""
    about: str = ""


def plain(number: str) -> str:
    """A number as plain digits.

    Examples:
        >>> plain("五四二.五"), plain("二十三"), plain("1,881.1"), plain("一千零五十"), plain("三點五")
        ('542.5', '23', '1881.1', '1050', '3.5')
    """
    if number[:1].isdigit():
        return number.replace(",", "")
    whole, _, behind = number.replace("點", ".").partition(".")
    return _spelled(whole) + ("." + "".join(_ONES[one] for one in behind) if behind else "")


def _spelled(numeral: str) -> str:
    if not any(character in _UNITS for character in numeral):
        return "".join(_ONES[character] for character in numeral)
    total, one = 0, ""
    for character in numeral:
        if character in _UNITS:
            total += int(one or 1) * _UNITS[character]
            one = ""
        else:
            one = _ONES[character]
    return str(total + int(one or 0))


def whole_number(number: str) -> int:
    """A number without a fraction; 0 for one that has it.

    Examples:
        >>> whole_number("二十五"), whole_number("3"), whole_number("3.5")
        (25, 3, 0)
    """
    found = plain(number)
    return int(found) if found.isdigit() else 0


def amount(text: str) -> Amount | None:
    """An amount from the words that stand for it; None where they are none.

    Examples:
        >>> amount("三九八.三億美元").quantity.value, amount("近六成").quantity.value
        (Fraction(39830000000, 1), Fraction(60, 1))
        >>> amount("2成5").quantity.value, amount("2兆736億元").quantity.value
        (Fraction(25, 1), Fraction(2073600000000, 1))
        >>> amount("1.7倍").quantity.half, amount("近1.4倍").about
        (Fraction(1, 20), 'nearly')
    """
    for name, pattern in _PARTS.items():
        found = pattern.fullmatch(text)
        if found:
            return _MAKE[name](found)
    return None


def _about(found: re.Match[str], above: str | None, *over: str | None) -> str:
    if found["more"] or any(over) or above in ("以上", "之上", "之多"):
        return "more"
    if found["nearly"]:
        return "nearly"
    return "about" if found["about"] or above in ("左右", "上下") else ""


def _money(found: re.Match[str]) -> Amount:
    size = _SIZES[found["size"]]
    if found["bare"]:
        times = _UNITS[found["bare"][-1]]
        written = Quantity(Fraction(times * size), Fraction(times * size, 2), 1)
    else:
        times = _UNITS.get(found["times"] or "", 1)
        written = quantity(plain(found["whole"])).scaled(Fraction(times * size))
    if found["rest"]:
        size = _SIZES[found["restsize"]]
        rest = quantity(plain(found["rest"])).scaled(Fraction(_UNITS.get(found["resttimes"] or "", 1) * size))
        digits = len(str(int(written.value / size))) + rest.digits - len(str(int(rest.value / size)))
        written = Quantity(written.value + rest.value, rest.half, max(written.digits, digits))
    over = (found["over"], found["overtimes"], found["oversize"], found["overrest"])
    about = _about(found, found["above"], *over)
    several = "數" in (found["bare"] or "")
    currency = _CURRENCIES.get(found["ahead"] or "") or _CURRENCIES.get(found["behind"] or "", "")
    return Amount("money", written, size, currency, "about" if several else about)


def _percent(found: re.Match[str]) -> Amount:
    written = quantity(plain(found["percent"]))
    if found["sign"] in ("-", "負"):
        written = written.scaled(Fraction(-1))
    about = _about(found, found["abovepercent"], found["overpercent"])
    return Amount("points" if found["points"] else "percent", written, about=about)


def _tenths(found: re.Match[str]) -> Amount:
    tail = "5" if found["half"] == "半" else plain(found["fifth"]) if found["fifth"] else ""
    digits = plain(found["tenths"])
    if tail and "." not in digits:
        digits = f"{digits}.{tail}"
    about = _about(found, found["abovetenths"], found["overtenths"])
    return Amount("percent", quantity(digits).scaled(Fraction(10)), about=about)


def _fold(found: re.Match[str]) -> Amount:
    digits = plain(found["fold"])
    if found["foldhalf"] and "." not in digits:
        digits += ".5"
    return Amount("fold", quantity(digits), about=_about(found, found["abovefold"], found["overfold"]))


_MAKE = {"money": _money, "percent": _percent, "tenths": _tenths, "fold": _fold}
