"""The unit and the currency that the name of a column of values says. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

#: How many ones a word of a unit means; longer words before those that are in them.
_SIZES = (
    (r"hundred millions?|億|亿|억", 10**8),
    (
        r"billions?|bn|mrd\.?|milliarden|mil millones|bilhoes|miliardi|milyar|miliar|ty|"
        r"十億|十亿|십억|млрд\.?",
        10**9,
    ),
    (r"crores?", 10**7),
    (r"lakhs?|lacs?", 10**5),
    (
        r"millions?|mn|mln|mio\.?|millones|milhoes|milioni|milyon|trieu|juta|"
        r"百萬|百万|백만|млн\.?|mill\.?|mm usd",
        10**6,
    ),
    (r"萬|万|만", 10**4),
    (
        r"thousands?|thous\.?|thsd|thd|000s?|1000|miles|mil|milhares|milliers|tausend|tsd\.?|tys\.?|bin|nghin|ngan|"
        r"ribu|тыс\.?|migliaia|duizend|千|仟|천|k",
        10**3,
    ),
)
_CURRENCIES = (
    (
        r"us\$|us \$|abd ?\$|abd dolari|usd|u\.?s\.? ?dollars?|us dol\w*|dolares|dolar\w*|"
        r"do la my|美元|美金|달러|ドル|米ドル|долл\w*",
        "USD",
    ),
    (r"nt\$|ntd|twd|新臺幣|新台幣|臺幣|台幣|新台币", "TWD"),
    (r"eur|euros?|€|歐元|欧元|유로|ユーロ|евро", "EUR"),
    (r"gbp|£|pounds? sterling|sterling|pounds?|英鎊|英镑", "GBP"),
    (r"jpy|yen|円|日圓|日元|엔화", "JPY"),
    (r"krw|won|₩|원화|韓元|韩元", "KRW"),
    (r"cny|rmb|yuan|人民币|人民幣", "CNY"),
    (r"inr|rupees?|₹|rs\.?", "INR"),
    (r"brl|r\$|reais", "BRL"),
    (r"mxn|pesos mexicanos", "MXN"),
    (r"clp|pesos chilenos", "CLP"),
    (r"try|tl|turk lirasi|₺", "TRY"),
    (r"vnd|₫|viet nam dong", "VND"),
    (r"pln|zl|zloty\w*|złotych", "PLN"),
    (r"zar|rands?", "ZAR"),
    (r"cad|c\$|canadian dollars?|can\$", "CAD"),
    (r"aud|a\$|australian dollars?", "AUD"),
    (r"chf|swiss francs?|franken", "CHF"),
    (r"hkd|hk\$|港元|港幣", "HKD"),
    (r"sgd|s\$", "SGD"),
    (r"thb|baht|bath", "THB"),
    (r"idr|rupiah", "IDR"),
    (r"rub|рубл\w*|руб\.?", "RUB"),
)
#: A sign of Chinese, Japanese or Korean stands within a word, a letter does not.
_WIDE = re.compile("[\u2e80-\uffff]")
_ACCENTS = re.compile("[\u0300-\u036f]")


class Unit(NamedTuple):
    """The size of one in whole units of money, and its currency; 0 and empty where nothing is said."""

    size: int = 0
    currency: str = ""


def unit(text: str) -> Unit:
    """The unit and currency that a text speaks of; one that could be two currencies says none.

    Examples:
        >>> unit("Trade Value (US$ Thousand)"), unit("出口總值(新臺幣千元)"), unit("VALUE_IN_EUROS")
        (Unit(size=1000, currency='USD'), Unit(size=1000, currency='TWD'), Unit(size=0, currency='EUR'))
        >>> unit("千美元"), unit("usd"), unit("Valor FOB"), unit("수출금액(천달러)").size
        (Unit(size=1000, currency='USD'), Unit(size=0, currency='USD'), Unit(size=0, currency=''), 1000)
    """
    plain = (
        unicodedata.normalize("NFKC", text).casefold().replace("_", " ").replace("ı", "i").replace("đ", "d")
    )
    folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    folded = plain if _WIDE.search(plain) else folded
    size = next((size for words, size in _SIZES if _says(words, folded)), 0)
    currencies = {code for words, code in _CURRENCIES if _says(words, folded)}
    if "USD" in currencies and re.search(r"(?<![a-z])(c|nt|hk|s|a|canadian |australian )(\$|dollar)", folded):
        currencies -= {"USD"} if len(currencies) > 1 else set()
    return Unit(size, currencies.pop() if len(currencies) == 1 else "")


def _says(words: str, text: str) -> bool:
    return any(
        word in text if _WIDE.search(word) else re.search(rf"(?<![a-z0-9$]){word}(?![a-z0-9])", text)
        for word in words.split("|")
    )
