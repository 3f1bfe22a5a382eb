"""Finds the amounts, percentages and multiples of an English sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tradecli.quantity import Quantity, quantity
from tradecli.reading.lexicon_en import CARDINALS
from tradecli.reading.tokens import Number, Token

_SMALL = {word: number for number, word in enumerate(CARDINALS.split("|"), 1)} | {
    "zero": 0,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
#: A number in digits, in words, or in both as some broadcasters write it: 12-point-seven.
_DIGITS = r"(?<![\d.,])\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,6})?(?!\d)"
_SPOKEN = rf"\b(?:\d{{1,6}}|(?:{_WORD})(?:[- ](?:{_WORD}))?)(?:[- ]point[- ](?:\d{{1,4}}|(?:{_WORD})))?"
_CURRENCY = r"(?:US|NT|HK|AU|A|S|C|CA|NZ|RM|R)?\$|€|£|¥|₩|\b(?:USD|NTD|TWD|EUR|JPY|KRW|CNY|GBP|RMB|VND)\b"
_SIZE = r"billion|bln|bn|million|mln|mn|trillion|trln|tn|thousand|[BbMTm](?![A-Za-z])"
_AFTER = (
    r"(?:U\.S\.|US|United States|American|New Taiwan|NT|Taiwan|Hong Kong|Singapore|Canadian|Australian)?"
    r"[ -]?dollars?\b|\b(?:USD|NTD|TWD|EUR|JPY|KRW|CNY|RMB|VND|won|yen|yuan|renminbi|dong|euros?|pounds?"
    r"|baht|rupees?|ringgit|pesos?|roubles?|rubles?|reais|francs?)\b"
)
_MONEY = re.compile(
    rf"(?P<before>{_CURRENCY}) ?(?P<sign>-)?(?P<number>{_DIGITS})"
    rf"(?:[- ]?(?P<size>{_SIZE}))?(?:[- ](?P<after>{_AFTER}))?"
    rf"|(?P<bare>{_DIGITS}|{_SPOKEN})[- ]?(?P<bare_size>{_SIZE})(?:[- ](?P<bare_after>{_AFTER}))?"
)
_PERCENT = re.compile(
    rf"(?P<sign>(?<![\w-])[-+−])?(?P<number>{_DIGITS}|{_SPOKEN})[- ]?"
    r"(?P<unit>percentage[- ]points?|points? of percent|pp\b|ppts?\b|%[- ]points?|basis points"
    r"|%|percent\b|per cent\b|pct\b)"
)
_RANGE = re.compile(
    rf"(?!(?:19|20)\d\d\b)(?P<number>{_DIGITS}) ?(?:-|to) ?(?={_CURRENCY}"
    rf"|\d)(?:{_CURRENCY})?[\d.,]{{1,18}}[- ]?"
    rf"(?P<unit>{_SIZE}|%|percent\b|per cent\b|percentage)"
)
_FRACTION = re.compile(
    r"\bby (?P<about>almost |nearly |about |around |roughly |over |more than )?(?P<part>(?:a|one|two)[- ]"
    r"(?:third|thirds|half|fifth|fifths|tenth|quarter)|half)\b"
)
_FRACTIONS = {"third": 33, "half": 50, "fifth": 20, "tenth": 10, "quarter": 25}
_FOLD = re.compile(
    rf"\b(?P<number>{_DIGITS}|(?:{_WORD}))(?:[- ]?fold|[- ](?P<times>times))\b(?! (?:in|a|this|since)\b)"
)
_WORDS = re.compile(
    r"\b(?:(?P<about>nearly|almost|about|just under|close to|more than|over|around|roughly|better than) )?"
    r"(?P<word>doubl(?:ed|e|es|ing)|tripl(?:ed|e|es|ing)|trebl(?:ed|e|es|ing)|quadrupl(?:ed|e|es|ing)|twice)\b"
    r"(?!-digit| digit| taxation| tax)"
)
_ABOUT = re.compile(
    r"(?P<more>\b(?:more than|over|above|exceeding|at least|in excess of|upwards of|topping"
    r"|no less than|topped"
    r"|exceeded|surpassed|surpassing|crossed|breached|exceed|breaching|crossing))"
    r"|(?P<nearly>\b(?:nearly|almost|just under|just shy of|close to|less than|under|up to))"
    r"|(?P<about>\b(?:about|around|roughly|approximately|some|an estimated|approx\.|circa|or so))"
)
#: After a number, what is counted.
_COUNTED = re.compile(
    r"[ -](?:\w+ ){0,2}(?:tons|tonnes|units|barrels|vehicles|people|kilo\w*|kWh|shares|visitors|TEUs?|cars"
    r"|jobs"
    r"|workers|wafers|passengers|tourists|arrivals|residents|citizens|barrels|phones|handsets|chips|containers"
    r"|boxes|households|voters|users|customers|doses|cases|hectares|square|bushels|tablets|subscribers)\b"
)
_SIZES = {
    **dict.fromkeys(("billion", "bln", "bn", "b"), 10**9),
    **dict.fromkeys(("million", "mln", "mn", "m"), 10**6),
    **dict.fromkeys(("trillion", "trln", "tn", "t"), 10**12),
    "thousand": 10**3,
}
_CURRENCIES = {
    **dict.fromkeys(("$", "us$", "usd", "dollar", "u.s. dollar", "us dollar"), "USD"),
    **dict.fromkeys(("nt$", "ntd", "twd", "nt dollar", "new taiwan dollar", "taiwan dollar"), "TWD"),
    **dict.fromkeys(("€", "eur", "euro"), "EUR"),
    **dict.fromkeys(("£", "gbp", "pound"), "GBP"),
    **dict.fromkeys(("¥", "jpy", "yen"), "JPY"),
    **dict.fromkeys(("₩", "krw", "won"), "KRW"),
    **dict.fromkeys(("cny", "rmb", "yuan", "renminbi"), "CNY"),
    **dict.fromkeys(("vnd", "dong"), "VND"),
    **dict.fromkeys(("hk$", "hong kong dollar"), "HKD"),
    **dict.fromkeys(("s$", "singapore dollar"), "SGD"),
    **dict.fromkeys(("c$", "ca$", "canadian dollar"), "CAD"),
    **dict.fromkeys(("a$", "au$", "australian dollar"), "AUD"),
}


def numbers(sentence: str) -> Iterator[Token]:
    """Every amount, percentage and multiple of a folded sentence; they may overlap."""
    in_billions = bool(re.search(r"\bin billions of (?:U\.S\. |US )?dollars|\bin US\$ billions?", sentence))
    ranged = {found.end("number") for found in _RANGE.finditer(sentence)}
    waiting: re.Match[str] | None = None
    for found in _MONEY.finditer(sentence):
        size = _size(found)
        if waiting is not None:
            shared = size if _elided(sentence, waiting.end(), found.start()) else None
            yield _money(sentence, waiting, shared or (10**9 if in_billions else None), ranged)
            waiting = None
        if found["before"] and size is None:
            waiting = found
        elif not _is_volume(sentence, found.end()):
            yield _money(sentence, found, size, ranged)
    if waiting is not None:
        yield _money(sentence, waiting, 10**9 if in_billions else None, ranged)
    yield from _percents(sentence, ranged)
    yield from _multiples(sentence)


def _elided(sentence: str, end: int, start: int) -> bool:
    """Whether two amounts are written as one: US$7.98 and 1.9 billion, US$42.9-44.8 billion."""
    return sentence[end:start].strip() in {"", "-", "and", "to", ",", "or", ", and", "and to"}


def _is_volume(sentence: str, end: int) -> bool:
    return _COUNTED.match(sentence[end : end + 40]) is not None


def _size(found: re.Match[str]) -> int | None:
    written = found["size"] or found["bare_size"]
    return _SIZES[written.lower()] if written else None


def _money(sentence: str, found: re.Match[str], size: int | None, ranged: set[int]) -> Token:
    value = _value(found["number"] or found["bare"])
    written = (found["before"] or found["after"] or found["bare_after"] or "").strip(" -").casefold()
    known = _CURRENCIES.get(written.removesuffix("s") if written not in _CURRENCIES else written)
    number = Number(
        "money",
        value.scaled(Fraction(size or 1) * (-1 if found["sign"] else 1)),
        size or 1,
        known or (written.upper() if written else "USD"),
        certain=bool(written),
        about=_about(sentence, found.start()),
        signed=bool(found["sign"]),
        ranged=found.end() in ranged or _ends_range(sentence, found.start(), ranged),
    )
    return Token(found.start(), found.end(), "number", number=number)


def _ends_range(sentence: str, start: int, ranged: set[int]) -> bool:
    """Whether the number that starts there is the second one of "4 to 7" or "42.9-44.8"."""
    low = sentence[max(0, start - 8) : start].rstrip(" -")
    return max(0, start - 8) + len(low.removesuffix("to").rstrip()) in ranged


def _percents(sentence: str, ranged: set[int]) -> Iterator[Token]:
    for found in _PERCENT.finditer(sentence):
        value = _value(found["number"])
        if found["unit"].startswith("basis"):
            value = value.scaled(Fraction(1, 100))
        points = found["unit"][0] == "b" or "point" in found["unit"] or found["unit"].startswith("pp")
        number = Number(
            "points" if points else "percent",
            value.scaled(Fraction(-1)) if (found["sign"] or "+") in "-−" else value,
            about=_about(sentence, found.start()),
            signed=bool(found["sign"]),
            ranged=_ends_range(sentence, found.start(), ranged),
        )
        yield Token(found.start(), found.end(), "number", number=number)
    for found in _FRACTION.finditer(sentence):
        part = next(value for word, value in _FRACTIONS.items() if word in found["part"])
        value = quantity(part * (2 if found["part"].startswith("two") else 1))
        number = Number("percent", value, about="about")
        yield Token(found.start("part"), found.end("part"), "number", number=number)


def _multiples(sentence: str) -> Iterator[Token]:
    for found in _FOLD.finditer(sentence):
        number = Number(
            "times" if found["times"] else "fold",
            _value(found["number"]),
            about=_about(sentence, found.start()),
        )
        yield Token(found.start(), found.end(), "number", number=number)
    for found in _WORDS.finditer(sentence):
        about = {"": "", "more": "more than ", "over": "more than ", "bette": "more than "}.get(
            (found["about"] or "")[:5].split(" ")[0], "nearly "
        )
        word = found["word"][:2]
        times = {"do": "doubled", "tw": "doubled", "tr": "tripled", "qu": "quadrupled"}[word]
        yield Token(found.start(), found.end(), "number", number=Number("word", word=f"{about}{times}"))


def _about(sentence: str, start: int) -> str:
    """How the number that starts there is softened: about, nearly or more; empty where it is not."""
    before = sentence[max(0, start - 18) : start]
    found = None
    for one in _ABOUT.finditer(before):
        if before[one.end() :].strip() in {"", "a", "US", "the"}:
            found = one
    return found.lastgroup or "" if found else ""


def _value(written: str) -> Quantity:
    """A number of digits, words, or both.

    Examples:
        >>> _value("12-point-seven").value, _value("one-point-four").value, _value("1,501.16").digits
        (Fraction(127, 10), Fraction(7, 5), 6)
    """
    parts = re.split(r"[- ]point[- ]", written.lower())
    if written[0].isdigit() and len(parts) == 1:
        return quantity(written)
    whole = _counted(parts[0])
    return quantity(f"{whole}.{_counted(parts[1])}") if len(parts) == 2 else quantity(Decimal(whole))


def _counted(written: str) -> str:
    if written.isdigit():
        return written
    words = [_SMALL[word] for word in re.split("[- ]", written) if word in _SMALL]
    return str(sum(words) if words else 0)
