"""Finds the months, quarters and years of an English sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tradecli import periods
from tradecli.model.figure import Window
from tradecli.reading import calendar
from tradecli.reading.lexicon_en import CARDINALS, ORDINALS
from tradecli.reading.tokens import Token

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_COUNT = rf"(?:\d{{1,2}}|{CARDINALS})"
_NTH = r"(?i:first|second|third|fourth|1st|2nd|3rd|4th)"
_OF_YEAR = rf"(?: (?:of )?(?:the (?P<the>year|current year)|(?P<rel>this year|last year)|(?P<year>{_YEAR})))?"
_DAY = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?![\d%.])(?:, ?{_YEAR}\b)?|\d{{1,2}} {_MONTH}(?: {_YEAR}\b)?)"
)
#: Each pattern, the longest first; a name of a group says what it is.
_PERIOD = re.compile(
    rf"\b(?P<span_from>{_MONTH})(?: (?P<span_first>{_YEAR}))?(?: ?- ?|[ -](?:to|through|until)[ -]"
    rf"| and (?=\w+ period|Feb))"
    rf"(?P<span_to>{_MONTH})(?: (?:period )?(?:of |in )?(?P<span_year>{_YEAR}))?"
    rf"|\b(?P<in_all>{_COUNT})[- ]months? (?:period )?(?:to|through|until|up to"
    rf"|ended|ending|ending in|ended in)"
    rf" (?P<all_to>{_MONTH})(?: (?:of )?(?P<all_year>{_YEAR}))?"
    rf"|\b(?:[Ff]irst|initial|opening) (?P<months>{_COUNT})[- ]months?\b{_OF_YEAR}"
    rf"|\b[Bb]etween Jan(?:uary)? and (?P<betw_to>{_MONTH})(?: (?:of )?(?P<betw_year>{_YEAR}))?"
    rf"|\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth) (?P<together>{_COUNT}) months\b"
    rf"(?! (?:ago|earlier|before|to|through|until|up to|ended|ending)\b)"
    rf"|\b(?P<period>{_COUNT})-month (?:period|total|span|tally|stretch)\b"
    rf"|\bJan(?:uary)?\.?[ -](?:to|through)[ -]date"
    rf"|\b(?:[Tt]hrough|counting only to|[Uu]p to|[Aa]s of|[Uu]ntil|[Bb]y|as of the end of"
    rf"|through the end of|by the end of"
    rf"|in the year to) (?P<through>{_MONTH})(?: (?:of )?(?P<t_year>{_YEAR}))?"
    rf"|\b(?P<half>[Ff]irst|[Ss]econd)[- ]half\b(?: (?:of )?(?:the year|(?P<half_rel>this year|last year)"
    rf"|(?P<half_year>{_YEAR})))?|\b(?P<half_of>half-year|H1)\b(?: (?:of )?(?P<h_year>{_YEAR}))?"
    rf"|\b(?:(?P<q_before>{_YEAR})(?:'s)? )?(?:(?P<nth>{_NTH})[- ]quarter|Q(?P<q>[1-4])|(?P<qq>[1-4])Q)\b"
    rf"(?: (?:of )?(?:the year|(?P<q_rel>this year|last year)|(?P<q_year>{_YEAR})))?"
    rf"|\b(?P<month>{_MONTH})(?:'s)?(?: (?:of )?(?P<m_rel>this year|last year)"
    rf"|,? (?:of )?(?P<m_year>{_YEAR}))?"
    rf"|\b(?P<between>between|from) (?P<y_from>{_YEAR}) (?:and|to) (?P<y_to>{_YEAR})\b"
    rf"|(?<![\d$.,-])\b(?P<alone>{_YEAR})\b(?!\d|,\d|\.\d|s\b| ?%|-| percent| million| billion)"
)


#: The same months of another year, and the month that was spoken of.
_SAME_MONTHS = re.compile(
    rf"\b(?:same|corresponding|comparable|equivalent) (?:period|month|quarter|half|stretch) (?:of|in) {_YEAR}"
    rf"|\b(?:same|corresponding|comparable|equivalent) {_COUNT}(?:-month period|-month span| months)"
    rf"(?: (?:of|in) (?:{_YEAR}|last year|the (?:previous|prior|preceding) year)"
    rf"| (?:a|one) year (?:earlier|before|ago)| last year| the year before)?"
)
_THE_MONTH = re.compile(
    r"\b(?:[Ff]or|[Ii]n|[Dd]uring|[Oo]ver) (?:the|that) month\b(?! (?:of|to|through|before))"
)
#: A sentence that begins with what it compares with: "Compared with June, ...".
_LEAD = re.compile(
    rf"(?:But |And )?(?:[Cc]ompared (?:with|to)|[Rr]elative to|Versus|Against|[Ff]rom)"
    rf" (?P<what>(?:the level of |that of |those of )?(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?),"
)
#: So much of a text is looked at for what it is about.
_OPENING = 3_000


def _lead_basis(lead: re.Match[str], about: Window) -> str:
    """What growth is on in a sentence that begins with a month: the one before, or the same a year before."""
    if about.span != "month":
        return ""
    number, through = number_of_month(lead["month"]), about.through
    year = int(lead["year"]) if lead["year"] else None
    if number == periods.shift(through, -1).month and year in {None, periods.shift(through, -1).year}:
        return "mom"
    return "yoy" if number == through.month and year == through.year - 1 else ""


def number_of_month(text: str) -> int:
    """The number of a month that is written out or shortened.

    Examples:
        >>> number_of_month("Sept."), number_of_month("May")
        (9, 5)
    """
    return next(
        number for number, name in enumerate(_MONTHS, 1) if name.startswith(text.lower().rstrip(".")[:3])
    )


def count(text: str) -> int:
    """A number of up to two digits, or one written in words.

    Examples:
        >>> count("11"), count("five"), count("third"), count("13th")
        (11, 5, 3, 13)
    """
    for words in (CARDINALS, ORDINALS):
        if text.lower() in words.split("|"):
            return words.split("|").index(text.lower()) + 1
    return int(re.sub(r"\D", "", text) or 0)


def found_periods(sentence: str, made: date, about: Window) -> Iterator[Token]:
    """Every period of a folded sentence, days among them; *about* is what the text is about."""
    days: set[int] = set()
    for found in _DAY.finditer(sentence):
        days.update(range(found.start(), found.end()))
        yield Token(found.start(), found.end(), "day")
    for found in _SAME_MONTHS.finditer(sentence):
        days.update(range(found.start(), found.end()))
        yield Token(found.start(), found.end(), "relative", "year_before")
    if lead := _LEAD.match(sentence):
        basis = _lead_basis(lead, about)
        if basis:
            days.update(range(lead.end()))
            yield Token(lead.start("what"), lead.end("what"), "basis", basis)
    for found in _THE_MONTH.finditer(sentence):
        yield Token(found.start(), found.end(), "relative", "the_month")
    for found in _PERIOD.finditer(sentence):
        if found.start() in days:
            continue
        window = _window(found, made, about)
        what = "unknown" if window is None else ""
        if found["between"]:
            yield Token(found.start(), found.end(), "period", "between", window=window)
        else:
            yield Token(found.start(), found.end(), "period", what, window=window)


def _window(found: re.Match[str], made: date, about: Window) -> Window | None:
    if found["span_to"]:
        return _range(found, made)
    if found["in_all"]:
        return _to_month(found, made)
    if found["months"]:
        return calendar.first_months(_count(found["months"]), made, _year(found, "year", "rel", made, about))
    if length := found["period"] or found["together"]:
        return _as_long(_count(length), made, about)
    if through := found["through"] or found["betw_to"]:
        year = found["t_year"] or found["betw_year"]
        return calendar.first_months(number_of_month(through), made, int(year) if year else None)
    if found["half"] or found["half_of"]:
        return _half(found, made, about)
    if quarter := found["nth"] or found["q"] or found["qq"]:
        year = _year(found, "q_year", "q_rel", made, about)
        year = int(found["q_before"]) if found["q_before"] else year
        return calendar.quarter(min(4, count(quarter)), made, year)
    if found["month"]:
        return calendar.month(
            number_of_month(found["month"]), made, _year(found, "m_year", "m_rel", made, about)
        )
    year_text = found["alone"] or found["y_to"]
    return calendar.whole_year(int(year_text)) if year_text else calendar.so_far(made)


def _count(text: str) -> int:
    return max(1, min(12, count(text)))


def _year(found: re.Match[str], group: str, relative: str, made: date, about: Window) -> int | None:
    if found[group]:
        return int(found[group])
    if found[relative]:
        return made.year - (found[relative] == "last year")
    return about.through.year if found["the"] and found["the"] == "year" else None


def _to_month(found: re.Match[str], made: date) -> Window | None:
    """So many months to a month: the year to date, the quarter or twelve months, if it is as long as that."""
    length, last = _count(found["in_all"]), number_of_month(found["all_to"])
    year = int(found["all_year"]) if found["all_year"] else None
    if length == last:
        return calendar.first_months(last, made, year)
    kind = "rolling_12" if length == 12 else "quarter" if length == 3 and last % 3 == 0 else ""
    return calendar.month(last, made, year)._replace(span=kind) if kind else None


def _range(found: re.Match[str], made: date) -> Window | None:
    """From January it is a year to date; three months of a quarter are one; others have no name."""
    first, last = number_of_month(found["span_from"]), number_of_month(found["span_to"])
    year = found["span_year"] or found["span_first"]
    if first == 1:
        return calendar.first_months(last, made, int(year) if year else None)
    if last % 3 == 0 and first == last - 2:
        return calendar.quarter(last // 3, made, int(year) if year else None)
    return None


def _half(found: re.Match[str], made: date, about: Window) -> Window | None:
    if found["half"] in {"second", "Second"}:
        return None
    year = _year(found, "half_year", "half_rel", made, about)
    return calendar.first_months(6, made, int(found["h_year"]) if found["h_year"] else year)


def _as_long(months: int, made: date, about: Window) -> Window | None:
    """A period of so many months: the year to date, if it is as long as that."""
    found = calendar.first_months(months, made)
    near = abs((about.through.year - found.through.year) * 12 + about.through.month - found.through.month)
    return found if near < 12 else None


def months_back(number: int, unit: str) -> int:
    """How many months a record goes back that is the highest in so many months, quarters, years.

    Examples:
        >>> months_back(2, "years"), months_back(17, "months")
        (24, 17)
    """
    return number * {"m": 1, "q": 3, "y": 12, "d": 120}[unit[0].lower()]


def months_between(window: Window, last: date) -> int:
    """Months from a window back to another month.

    Examples:
        >>> months_between(Window("month", date(2024, 3, 1)), date(2022, 3, 1))
        24
    """
    return (window.through.year - last.year) * 12 + window.through.month - last.month


def since(text: str, made: date) -> date | None:
    """The month that "since ..." names: a month, or the last one of a year.

    Examples:
        >>> since("since March 2022", date(2024, 4, 10)), since("since 2003", date(2025, 1, 9))
        (datetime.date(2022, 3, 1), datetime.date(2003, 12, 1))
    """
    found = re.search(rf"since (?:(?P<month>{_MONTH}),? )?(?:of )?(?P<year>{_YEAR})\b", text)
    if found is None:
        bare = re.search(rf"since (?:last )?(?P<month>{_MONTH})", text)
        return calendar.month(number_of_month(bare["month"]), made).through if bare else None
    year = int(found["year"])
    if not found["month"]:
        return periods.december(year)
    return date(year, number_of_month(found["month"]), 1)


_ALONE = re.compile(
    rf"\b(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?(?P<alone> (?:by itself|alone|on its own|only)\b)?"
)


def theme(text: str, made: date, about: Window) -> Window:
    """What a text is about before it names a month: if it sets "June by itself" apart, the months to June.

    Examples:
        >>> may = Window("month", date(2025, 5, 1))
        >>> text = "The surplus came to US$55 billion in all. In June alone it was 12."
        >>> theme(text, date(2025, 7, 10), may).span
        'year_to_date'
    """
    first = _ALONE.search(_DAY.sub(lambda day: " " * len(day[0]), text[:_OPENING]))
    if first is None or not first["alone"] or first.start() < 40:
        return about
    year = int(first["year"]) if first["year"] else None
    return calendar.first_months(number_of_month(first["month"]), made, year)
