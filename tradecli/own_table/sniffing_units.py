"""The unit and the currency that the name of a column of values says. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
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
        r"ล้าน|百萬|百万|백만|млн\.?|mill\.?|mm usd",
        10**6,
    ),
    (r"萬|万|만", 10**4),
    (
        r"thousands?|thous\.?|thsd|thd|miles|milhares|milliers|tausend|tsd\.?|tys\.?|bin|nghin|ngan|"
        r"ribu|тыс\.?|migliaia|duizend|tis\.?|ezer|พัน|千|仟|천|"
        r"k|t€|teur|kusd|keur|kchf|kgbp|k usd|k eur|k us\$",
        10**3,
    ),
)
#: As many digits as a multiple is written with: `000`, `1,000`, `10 000`.
_MULTIPLE = re.compile(r"(?<![\d.,])(?:10{0,2})?(?:[, ]?000)+s?(?![\d.,])")
_CURRENCIES = (
    (
        r"us\$|us \$|abd ?\$|abd dolari|k?usd|u\.?s\.? ?dollars?|us dol\w*|dolares|dolar\w*|"
        r"do la my|เหรียญสหรัฐ|ดอลลาร์สหรัฐ|美元|美金|달러|천 ?불|만 ?불|억 ?불|\(불|미불|ドル|米ドル|долл\w*",
        "USD",
    ),
    (r"nt\$|ntd|twd|新臺幣|新台幣|臺幣|台幣|新台币|台币", "TWD"),
    (r"[kt]?eur|euros?|[kt]?€|歐元|欧元|유로|ユーロ|евро", "EUR"),
    (r"k?gbp|£|pounds? sterling|sterling|pounds?|libras esterlinas|英鎊|英镑|파운드|ポンド", "GBP"),
    (r"jpy|yen|¥ ?jp|円|日圓|日元|日币|엔화|천 ?엔|백만 ?엔", "JPY"),
    (r"krw|won|₩|원화|韓元|韩元|韓圜|韩币|ウォン|천 ?원|만 ?원|억 ?원|\(원\)", "KRW"),
    (r"cny|rmb|cnh|yuan|人民币|人民幣|위안|人民元", "CNY"),
    (r"inr|rupees?|₹|rs\.?", "INR"),
    (r"brl|r\$|reais", "BRL"),
    (r"mxn|pesos mexicanos", "MXN"),
    (r"clp|pesos chilenos", "CLP"),
    (r"cop|pesos colombianos", "COP"),
    (r"ars|pesos argentinos", "ARS"),
    (r"php|₱|philippine pesos?", "PHP"),
    (r"pen|s/\.?|soles", "PEN"),
    (r"try|tl|turk lirasi|₺", "TRY"),
    (r"vnd|₫|viet nam dong|dong|ty dong|trieu dong|vnđ", "VND"),
    (r"pln|zl|zł|zloty\w*|złotych", "PLN"),
    (r"czk|kc|korun\w*", "CZK"),
    (r"huf|ft|forint\w*", "HUF"),
    (r"ron|lei", "RON"),
    (r"sek|swedish kronor|svenska kronor|mkr|tkr", "SEK"),
    (r"nok|norske kroner|norwegian kroner", "NOK"),
    (r"dkk|danske kroner|danish kroner", "DKK"),
    (r"isk|icelandic kron\w*", "ISK"),
    (r"ils|nis|₪|shekels?|shekalim", "ILS"),
    (r"zar|rands?", "ZAR"),
    (r"cad|cdn|c\$|canadian dollars?|can\$|加元|加幣", "CAD"),
    (r"aud|a\$|au\$|australian dollars?|澳元|澳幣", "AUD"),
    (r"nzd|nz\$|new zealand dollars?|紐元", "NZD"),
    (r"k?chf|sfr\.?|fr\.|swiss francs?|franken|francs suisses|瑞士法郎", "CHF"),
    (r"hkd|hk\$|港元|港幣|港币", "HKD"),
    (r"mop|mop\$|澳門元|澳門幣", "MOP"),
    (r"sgd|s\$|新加坡元|新幣", "SGD"),
    (r"thb|baht|bath|บาท|泰銖|泰铢", "THB"),
    (r"idr|rupiah|rp\.?", "IDR"),
    (r"myr|rm|ringgit|令吉", "MYR"),
    (r"rub|рубл\w*|руб\.?|₽|盧布", "RUB"),
    (r"uah|грн\.?|₴", "UAH"),
    (r"kzt|тенге|₸", "KZT"),
    (r"aed|dirhams?", "AED"),
    (r"sar|saudi riyals?", "SAR"),
    (r"pkr|pak(istani)? rupees?", "PKR"),
    (r"bdt|taka", "BDT"),
    (r"lkr|sri lankan? rupees?", "LKR"),
    (r"egp|egyptian pounds?", "EGP"),
    (r"ngn|naira|₦", "NGN"),
    (r"kes|ksh", "KES"),
)
#: The currencies of which amounts are written with a dollar sign alone.
DOLLARS = frozenset(("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS"))
#: Words that several currencies share, and some of these; 元 begins January and stands in other words, too.
_SHARED = (
    (r"[千仟萬万億亿兆]元|\(元|:元|[額额值]元|^元$", ("TWD", "CNY", "HKD")),
    (r"pesos", ("MXN", "CLP", "COP", "ARS", "PHP")),
    (r"kronor|kroner|kronur|kr\.?|krona", ("SEK", "NOK", "DKK")),
    (r"dinars?", ("KWD", "JOD", "RSD")),
    (r"riyals?|rials?", ("SAR", "QAR", "OMR")),
    (r"shillings?", ("KES", "TZS", "UGX")),
    (r"francs?( cfa)?|fcfa", ("CHF", "XOF", "XAF")),
    (r"¥|￥", ("JPY", "CNY")),
)
_IBERIAN = re.compile(r"\b(valor\w*|dolares|reais|importe|pesos|(ex|im)portac\w+)\b")
#: Thousands to some, millions to others.
_DOUBT = re.compile(r"(?<![a-z0-9])(mil|mm?)(?![a-z0-9])|(\$|usd|eur|€|£) ?mm?(?![a-z])")
#: Places that are called after money.
_AREAS = re.compile(
    r"euro[- ]?(area|zone)|zone euro|zona (del )?euro|eurozona|歐元區|欧元区|유로존|유로지역|ユーロ圏"
)
#: What a pattern begins with and every text of it has: signs that are none of patterns, and not optional.
_BEGINS = re.compile(r"[^\W\d_]+(?![\w?*])|[^\W\d_]+(?=\w[?*])")
#: A sign of Chinese, Japanese or Korean stands within a word, a letter does not.
_WIDE = re.compile("[\u2e80-\uffff]")
#: Letters of Greek, Hebrew, Arabic, of India and of South-East Asia.
_OTHER_LETTERS = re.compile("[\u0370-\u03ff\u0590-\u06ff\u0900-\u10ff]")
_ACCENTS = re.compile("[\u0300-\u036f]")


class Unit(NamedTuple):
    """The size of one in whole units of money, and its currency; 0 and empty where nothing is said.

    `doubt` are the sizes that a short word such as `mil` may mean, `unsure` the currencies that one such as
    pesos may mean.
    """

    size: int = 0
    currency: str = ""
    doubt: tuple[int, ...] = ()
    unsure: tuple[str, ...] = ()


@cache
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
        >>> unit("金額(千元)")[::3], unit("Value (US$000)")[:2], unit("RMB 10,000")[:2]
        ((1000, ('TWD', 'CNY', 'HKD')), (1000, 'USD'), (10000, 'CNY'))
    """
    plain = (
        unicodedata.normalize("NFKC", text).casefold().replace("_", " ").replace("ı", "i").replace("đ", "d")
    )
    folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    folded = _AREAS.sub(" ", plain if _WIDE.search(plain) else folded)
    size = next((size for words, size in _SIZES if _says(words, folded)), 0)
    multiple = _MULTIPLE.search(folded)
    if multiple and not size:
        digits = re.sub("[^0-9]", "", multiple[0])
        size = 10 ** (len(digits) if set(digits) == {"0"} else len(digits) - 1)
    # In Spanish and Portuguese it is a thousand, in tables of the World Bank a million.
    if not size and _says("mil", folded) and _IBERIAN.search(folded):
        size = 10**3
    currencies = {code for words, code in _CURRENCIES if _says(words, folded)}
    if "USD" in currencies and re.search(r"(?<![a-z])(c|nt|hk|s|a|canadian |australian )(\$|dollar)", folded):
        currencies -= {"USD"} if len(currencies) > 1 else set()
    doubt = (10**3, 10**6) if not size and (_DOUBT.search(folded) or _unread(folded)) else ()
    shared = next((codes for words, codes in _SHARED if _says(words, folded)), ())
    unsure = () if currencies else shared
    return Unit(size, currencies.pop() if len(currencies) == 1 else "", doubt, unsure)


def _unread(text: str) -> bool:
    """Whether there is more than money in brackets, in letters of which no words for multiples are known."""
    rest = " ".join(re.findall(r"[(（](.*?)[)）]", text))
    for words, _ in _CURRENCIES:
        for word in words.split("|"):
            rest = re.sub(word, " ", rest) if _OTHER_LETTERS.search(word) else rest
    return bool(_OTHER_LETTERS.search(rest))


def _says(words: str, text: str) -> bool:
    return any(
        re.search(word if _WIDE.search(word) else rf"(?<![a-z0-9$]){word}{_end(word)}", text)
        for word in words.split("|")
        # What a word begins with is looked for first: most patterns need not be made.
        if (begins := _BEGINS.match(word)) is None or begins[0] in text
    )


def _end(word: str) -> str:
    """What may not follow a word: after a sign such as $ anything may."""
    return "" if word.endswith((r"\$", "€", "£", "₩")) else "(?![a-z0-9])"
