"""The unit and the currency that the name of a column of values says. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

#: How many ones a word of a unit means; longer words before those that are in them.
_SIZES = (
    (
        r"billions?|bn|mrd\.?|milliarden|mil millones|bilhoes|miliardi|milyar|miliar|ty|"
        r"十億|十亿|십억|млрд\.?",
        10**9,
    ),
    (r"hundred millions?|億|亿|억", 10**8),
    (r"crores?|千萬|千万|천만", 10**7),
    (r"lakhs?|lacs?|十萬|十万|십만", 10**5),
    (
        r"millions?|mn|mln|mio\.?|millones|milhoes|milioni|milyon|trieu|juta|"
        r"百萬|百万|백만|млн\.?|mill\.?|mm usd",
        10**6,
    ),
    (r"萬|万|만", 10**4),
    (
        r"thousands?|thous\.?|thsd|thd|000s?|1000|miles|milhares|milliers|tausend|tsd\.?|tys\.?|bin|nghin|ngan|"
        r"ribu|тыс\.?|migliaia|duizend|千|仟|천|k|kusd|keur|k usd|k eur|k us\$",
        10**3,
    ),
)
_CURRENCIES = (
    (
        r"us\$|us \$|abd ?\$|abd dolari|k?usd|u\.?s\.? ?dollars?|us dol\w*|dolares|dolar\w*|"
        r"do la my|美元|美金|달러|ドル|米ドル|долл\w*",
        "USD",
    ),
    (r"nt\$|ntd|twd|新臺幣|新台幣|臺幣|台幣|新台币", "TWD"),
    (r"k?eur|euros?|€|歐元|欧元|유로|ユーロ|евро", "EUR"),
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
_IBERIAN = re.compile(r"\b(valor\w*|dolares|reais|importe|pesos)\b")
#: Thousands to some, millions to others.
_DOUBT = re.compile(r"(?<![a-z0-9])(mil|mm?)(?![a-z0-9])|(\$|usd|eur|€|£) ?mm?(?![a-z])")
#: A sign of Chinese, Japanese or Korean stands within a word, a letter does not.
_WIDE = re.compile("[\u2e80-\uffff]")
_ACCENTS = re.compile("[\u0300-\u036f]")


class Unit(NamedTuple):
    """The size of one in whole units of money, and its currency; 0 and empty where nothing is said.

    `doubt` are the sizes that a short word such as `mil` may mean.
    """

    size: int = 0
    currency: str = ""
    doubt: tuple[int, ...] = ()


def unit(text: str) -> Unit:
    """The unit and currency that a text speaks of; one that could be two currencies says none.

    Examples:
        >>> [unit(text)[:2] for text in ("Value (US$ Thousand)", "出口總值(新臺幣千元)", "VALUE_IN_EUROS")]
        [(1000, 'USD'), (1000, 'TWD'), (0, 'EUR')]
        >>> unit("Export (US$ Mil)").doubt, unit("Valor (mil US$)").size, unit("USDm").doubt
        ((1000, 1000000), 1000, (1000, 1000000))
        >>> unit("十億美元").size, unit("千万美元").size
        (1000000000, 10000000)
        >>> [unit(text)[:2] for text in ("千美元", "usd", "Valor FOB", "수출금액(천달러)")]
        [(1000, 'USD'), (0, 'USD'), (0, ''), (1000, 'USD')]
    """
    plain = (
        unicodedata.normalize("NFKC", text).casefold().replace("_", " ").replace("ı", "i").replace("đ", "d")
    )
    folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    folded = plain if _WIDE.search(plain) else folded
    size = next((size for words, size in _SIZES if _says(words, folded)), 0)
    # In Spanish and Portuguese it is a thousand, in tables of the World Bank a million.
    if not size and _says("mil", folded) and _IBERIAN.search(folded):
        size = 10**3
    currencies = {code for words, code in _CURRENCIES if _says(words, folded)}
    if "USD" in currencies and re.search(r"(?<![a-z])(c|nt|hk|s|a|canadian |australian )(\$|dollar)", folded):
        currencies -= {"USD"} if len(currencies) > 1 else set()
    doubt = (10**3, 10**6) if not size and _DOUBT.search(folded) else ()
    return Unit(size, currencies.pop() if len(currencies) == 1 else "", doubt)


def _says(words: str, text: str) -> bool:
    return any(
        word in text if _WIDE.search(word) else re.search(rf"(?<![a-z0-9$]){word}(?![a-z0-9])", text)
        for word in words.split("|")
    )
