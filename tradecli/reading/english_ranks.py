"""Finds the records, ranks and runs of months of an English sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tradecli.quantity import quantity
from tradecli.reading.english_periods import count, months_back, since
from tradecli.reading.lexicon_en import CARDINALS, ORDINALS
from tradecli.reading.tokens import Number, Token

_NTH = rf"(?:{ORDINALS}|\d{{1,3}}(?:st|nd|rd|th))"
_HIGH = "highest|largest|biggest|greatest|best|strongest|fastest|quickest|steepest|sharpest|most|busiest"
_LOW = "lowest|smallest|weakest|slowest|worst|poorest|narrowest|least"
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<nth>{_NTH})[- ](?:(?:monthly|annual|quarterly|yearly)[- ])?)?"
    rf"\b(?P<word>{_HIGH}|{_LOW})\b",
    re.IGNORECASE,
)
#: What follows a superlative that makes it a record, before the next comma or number.
_QUALIFIED = re.compile(
    r"\b(?:ever\b|on record\b|yet\b|in history\b|of all time\b|so far\b|in (?:more than |over "
    r"|almost |nearly |about )?"
    rf"(?P<number>\d{{1,3}}|a|{CARDINALS})(?:-and-a-half| and a half)? (?P<unit>months?|quarters?"
    rf"|years?|decades?)\b"
    r"|(?:for|of|in) any (?P<any>[A-Za-z]+)|for (?:a|the) single (?:month|quarter|year)"
    r"|(?P<since>since (?:[A-Z][a-z]+\.?,? )?(?:of )?(?:\d{4}|[A-Z][a-z]+))\b)"
)
_RECORD = re.compile(
    r"\b(?P<words>(?:(?P<kind>monthly|annual|quarterly|yearly|full-year|single-month|half-year|six-month) )?"
    r"(?:record-(?:high|low|breaking|setting)|record (?:highs?|lows?|level|levels|figure|number)|records?\b"
    r"|all[- ]time[- ](?:highs?|lows?|peak|record)|new (?:\w+ )?(?:highs?|peak|record)"
    r"|(?:historic(?:al)?|unprecedented) (?:\w+ )?(?:highs?|lows?|peak|levels?|records?)"
    r"|(?:broke|smashed|shattered|set)[a-z ]{0,15} records?\b))(?! of \d+ (?:consecutive|straight))",
    re.IGNORECASE,
)
_NO_RECORD = re.compile(
    r"\b(?:not|no|never|nor|without|short of|shy of|close to|near|nearing) (?:quite )?"
    r"(?:an? |the |any |its )?(?:new |all-time )?records?\b"
    r"|\b(?:on|track|for the|off the|of|previous|earlier|old|below the|last) records?\b"
    r"|\brecord(?:ed|ing)|\bsince records began"
)
_SCOPES = (
    (
        r"\bsame month|month of [A-Z]|\bfor (?:the month of|any) (?:Jan|Feb|Mar|Apr|May|Ju|Aug|Sep"
        r"|Oct|Nov|Dec)"
        r"|for (?:a|an) (?:Jan|Feb|Mar|Apr|May|Ju|Aug|Sep|Oct|Nov|Dec)|for this time of year",
        "same_month",
    ),
    (
        r"\bsame period|\bfor the period|\bfirst[- ]half\b|corresponding period|half-year|six-month"
        r"|any (?:such|comparable) period",
        "year_to_date",
    ),
    (r"\bmonthly|\b(?:single|any|one|a) month\b|single-month", "month"),
    (r"\bquarterly|\b(?:single|any) quarter\b", "quarter"),
    (r"\bannual|\byearly|\bfull-year|\b(?:single|any|full|calendar) year\b", "year"),
)
_GROWTH = re.compile(
    r"\b(?:growth|increase|rise|gain|jump|pace|rate of|surge|expansion|decline|drop|fall|decrease|contraction"
    r"|percentage|slump|advance|plunge)\b"
)
_PARTNERS = re.compile(
    r"\b(?:market|partner|destination|buyer|supplier|source|customer|generator|countries|importer|contributor"
    r"|economy|trading)"
)
_GOODS = re.compile(r"\b(?:item|category|product|sector|commodity|industry|export of)\b")
_STREAK = re.compile(
    rf"\b(?P<nth>{_NTH})[- ](?:consecutive|straight|successive)[- ](?P<unit>month|year|quarter)(?:ly)?\b"
    rf"|\b(?P<nth2>{_NTH})[- ](?P<unit2>month|year|quarter) (?:of (?:consecutive|uninterrupted"
    rf"|straight|continuous)"
    r"|(?:of (?:[a-z]+ ){1,3})?(?:in a row|running|in succession))"
    rf"|\b(?P<nth3>{_NTH}) (?:decline|fall|drop|decrease|contraction|rise|gain|increase|advance)"
    r" (?:in a row|running|in succession)"
    rf"|\b(?P<number>\d{{1,3}}|{CARDINALS})[- ](?P<unit3>month|year|quarter)s?[- ](?:[a-z]+[- ]){{0,2}}"
    r"(?:streak|run|winning|losing|stretch)"
    rf"|\b(?P<number4>\d{{1,3}}|{CARDINALS}) (?:consecutive|straight|successive) (?P<unit4>month"
    rf"|year|quarter)s"
    rf"|\b(?P<number5>\d{{1,3}}|{CARDINALS}) (?P<unit5>month|year|quarter)s (?:in a row|running"
    rf"|straight|in succession)"
    rf"|\b(?:streak|run) (?:of|to) (?P<number6>\d{{1,3}}|{CARDINALS}) (?P<unit6>month|year|quarter)s",
    re.IGNORECASE,
)
_FALLING = re.compile(
    r"\b(?:decline|declines|fall|falls|falling|drop|drops|contraction|decrease|losing|negative|downturn|losses"
    r"|slide|slump|shrink|declining|decreases|contracting|retreat)\b"
)
_RISING = re.compile(
    r"\b(?:growth|gain|gains|rise|rises|increase|increases|winning|growing|rising|positive|expansion|advance|higher)\b"
)
_TO_COMMA = re.compile(r"[,;:()]|\d{2,}\.\d|\bwhile\b|\bwhereas\b|\bbut\b")


_RUNS = ("month", "year", "quarter", "in a row", "running", "in succession")


def ranks(sentence: str, made: date) -> Iterator[Token]:
    """Every record, rank and run of months of a folded sentence; a token ends where its own words do."""
    small = sentence.lower()
    for found in _RECORD.finditer(sentence) if _some(small, "record", "high", "low", "peak") else ():
        before = sentence[max(0, found.start() - 20) : found.end()]
        if not _NO_RECORD.search(before) or "all" in found["words"][:3]:
            after = sentence[found.end() : found.end() + 40]
            low = re.search(r"\blows?\b", found["words"]) is not None
            scope = _scope(f"{found['words']} {_until(after)}")
            yield Token(
                found.start(), found.end(), "number", number=Number("record", of="low" * low, scope=scope)
            )
    for found in _SUPERLATIVE.finditer(sentence) if _some(small, "est", "most", "worst", "least") else ():
        yield from _superlative(sentence, found, made)
    for found in _STREAK.finditer(sentence) if _some(small, *_RUNS) else ():
        yield _streak(sentence, found)


def _some(small: str, *words: str) -> bool:
    """Whether a sentence holds one of some words: most hold none, and need not be looked through."""
    return any(word in small for word in words)


def _until(text: str) -> str:
    found = _TO_COMMA.search(text)
    return text[: found.start()] if found else text


def _scope(text: str) -> str:
    return next((scope for pattern, scope in _SCOPES if re.search(pattern, text)), "")


def _superlative(sentence: str, found: re.Match[str], made: date) -> Iterator[Token]:
    after = _until_long(sentence[found.end() : found.end() + 90])
    qualified = _QUALIFIED.search(after)
    nth = found["nth"]
    if not nth and qualified is None:
        return
    low = re.fullmatch(_LOW, found["word"].lower()) is not None
    noun = after[: qualified.start()] if qualified else after[:45]
    of = "growth" if _GROWTH.search(noun) else "low" if low else ""
    if nth and _PARTNERS.search(noun):
        of = "partners"
    elif nth and _GOODS.search(noun):
        of = "commodities"
    scope = _scope(f"{found[0]}{noun} {qualified[0] if qualified else ''} {_until(after[len(noun) :])}")
    end = found.end() + (qualified.end() if qualified and len(noun) < 25 else 0)
    if nth:
        yield Token(
            found.start(),
            end,
            "number",
            number=Number("rank", quantity(count(nth)), of=of, scope=scope),
        )
        return
    number = _record(qualified, Number("record", of=of, scope=scope), made)
    if number is not None:
        yield Token(found.start(), end, "number", number=number)


def _until_long(text: str) -> str:
    found = re.search(r"[,;:()]|\bwhile\b|\bwhereas\b|\bbut\b", text)
    return text[: found.start()] if found else text


def _record(qualified: re.Match[str] | None, number: Number, made: date) -> Number | None:
    """A superlative as a record; None where nothing says among what."""
    if qualified is None:
        return None
    if qualified["number"]:
        length = 1 if qualified["number"] == "a" else count(qualified["number"])
        return number._replace(back=months_back(length, qualified["unit"]) + 6 * ("half" in qualified[0]))
    if qualified["since"]:
        month = since(qualified["since"], made)
        return number._replace(since=month) if month else None
    return number


def _streak(sentence: str, found: re.Match[str]) -> Token:
    groups = found.groupdict()
    length = next(value for name, value in groups.items() if value and name.startswith("n"))
    unit = next((value for name, value in groups.items() if value and name.startswith("u")), "month")
    around = found[0] + _until(sentence[found.end() : found.end() + 40])
    falls, rises = _FALLING.search(around.lower()), _RISING.search(around.lower())
    sign = 0
    if falls or rises:
        sign = -1 if falls and not (rises and rises.start() < falls.start()) else 1
    of = {"year": "years", "quarter": "quarters"}.get(unit.lower(), "")
    number = Number("streak", quantity(count(length)), of=of, signed=bool(sign))
    return Token(found.start(), found.end(), "number", sign=sign, number=number)
