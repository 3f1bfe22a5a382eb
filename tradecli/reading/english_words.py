"""Cuts an English sentence into tokens: its numbers, periods, names and words by what they mean. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from tradecli.facts import places
from tradecli.model.figure import Window
from tradecli.reading import lexicon_en as lexicon
from tradecli.reading import lexicon_en_names as names
from tradecli.reading.english_numbers import numbers
from tradecli.reading.english_periods import found_periods
from tradecli.reading.english_ranks import ranks
from tradecli.reading.model import Flow
from tradecli.reading.tokens import Token

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[;:]|,(?!\d{3})|[()]|--| - ")
#: A word before a flow at the start of a part, and one after "exports of".
_LEADING = re.compile(
    r"(?:^|[,;:] |\b(?:and|while|but|whereas|The|its) )(?P<word>[A-Za-z]{3,20})(?<!ing)(?<!ed)(?<!ly) $"
)
#: A line of a list that gives the balance.
_HEADED = re.compile(r"\W*(?P<word>[Bb]alance)\b(?! (?:sheet|of))(?=\W|\W*\w+ was)")
#: Whose sales they are, and where to.
_OWNER = re.compile(r"\b(?:(?P<name>[A-Z][\w&.-]*)'s|company's|firm's|chipmaker's|maker's) (?:[a-z]+ )?$")
_GOES = re.compile(r" (?:to|abroad|overseas|of goods)\b")
_OF = re.compile(r" of (?P<word>[a-z]{3,20})\b")
_NO_GOODS = frozenset(lexicon.NO_GOODS.split("|"))
#: Forms whose words may be words of something else too.
_LOOSE = {"record", "rank"}


def tokens(sentence: str, made: date, about: Window) -> list[Token]:
    """The tokens of a folded sentence, in their order; numbers before words at the same place.

    Examples:
        >>> may = Window("month", date(2025, 5, 1))
        >>> [one.kind for one in tokens("Exports rose 3.6%.", date(2025, 6, 9), may)]
        ['flow', 'move', 'number']
    """
    said = _strongest([*numbers(sentence), *ranks(sentence, made)])
    counted = _Taken(said)
    dated = [one for one in found_periods(sentence, made, about) if counted.none(one)]
    taken = _Taken(said + dated)
    words = [_of_firm(sentence, one) for one in _words(sentence) if taken.free(one)]
    if headed := _HEADED.match(sentence):
        words.append(Token(headed.start("word"), headed.end("word"), "flow", flow=Flow("balance")))
    words += [one for one in _unknown_goods(sentence, words) if taken.none(one)]
    breaks = [
        Token(found.start(), found.end(), "break", found[0].strip())
        for found in _BREAK.finditer(sentence)
        if taken.free(Token(found.start(), found.end(), "break"))
    ]
    return sorted([*said, *dated, *words, *breaks], key=lambda one: (one.start, -one.end))


def _of_firm(sentence: str, one: Token) -> Token:
    """Sales are of a firm where they are its own, as in "TSMC's sales", and go nowhere."""
    if one.kind != "flow" or sentence[one.start : one.end].lower() != "sales":
        return one
    owner = _OWNER.search(sentence[: one.start][-40:])
    if owner is None or owner["name"] in _place_names().keys() | {"Taiwan", "Korea", "China"}:
        return one
    return one if _GOES.match(sentence, one.end) else one._replace(kind="trap", what="revenue", flow=None)


def _strongest(found: list[Token]) -> list[Token]:
    """Of numbers that overlap the longer one, so that no digit is read twice."""
    kept: list[Token] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif _weight(one) > _weight(kept[-1]):
            kept[-1] = one
    return kept


def _weight(token: Token) -> int:
    """A streak or rank holds its number; a percentage is more than the count in it."""
    form = token.number.form if token.number else ""
    return {"streak": 4, "rank": 3, "money": 2, "percent": 2, "points": 2, "record": 1}.get(form, 0)


class _Taken:
    """Characters that a number or period holds."""

    def __init__(self, held: list[Token]) -> None:
        self._by: dict[int, Token] = {place: one for one in held for place in range(one.start, one.end)}

    def none(self, token: Token) -> bool:
        """Whether nothing stands there."""
        return token.start not in self._by

    def free(self, token: Token) -> bool:
        """Whether a word may stand there: inside a record or rank, only a flow or a place."""
        found = self._by.get(token.start)
        if found is None:
            return True
        loose = found.number is not None and found.number.form in _LOOSE
        return loose and token.kind in {"flow", "place", "share"}


def plain(sentence: str) -> str:
    """A sentence in small letters with blanks for hyphens, each character at its place.

    Examples:
        >>> plain("Year-on-Year")
        'year on year'
    """
    small = sentence.lower()
    if len(small) != len(sentence):
        small = "".join(one.lower() if len(one.lower()) == 1 else one for one in sentence)
    return small.replace("-", " ")


def _words(sentence: str) -> Iterator[Token]:
    """Phrases from left to right, at each word the longest; names of places by their capitals."""
    small, end = plain(sentence), 0
    for word in _WORD.finditer(small):
        start = word.start()
        if start < end:
            continue
        found = _longest(sentence, start, _place_names()) if sentence[start].isupper() else None
        other = _longest(small, start, _phrases())
        best = max((one for one in (found, other) if one is not None), key=lambda one: one.end, default=None)
        if best is not None:
            yield best
            end = best.end


def _unknown_goods(sentence: str, words: list[Token]) -> Iterator[Token]:
    """Goods that no list here has: "orchid exports" at the start of a part, "exports of orchids"."""
    starts = {one.start for one in words}
    for one in words:
        if one.kind != "flow" or one.flow is None or one.flow.flow not in {"export", "import"}:
            continue
        before = _LEADING.search(sentence[max(0, one.start - 30) : one.start])
        after = _OF.match(sentence, one.end)
        for found, offset in ((before, max(0, one.start - 30)), (after, 0)):
            if (
                found is not None
                and found["word"].lower() not in _NO_GOODS
                and found.start("word") + offset not in starts
            ):
                start = found.start("word") + offset
                yield Token(start, start + len(found["word"]), "goods", ":OTHER_GOODS")


def _longest(text: str, start: int, index: Mapping[str, tuple[tuple[str, Token], ...]]) -> Token | None:
    first = _WORD.match(text, start)
    for phrase, token in index.get(first[0], ()) if first else ():
        end = start + len(phrase)
        if text.startswith(phrase, start) and not text[end : end + 1].isalnum() and not _priced(text, end):
            return token._replace(start=start, end=end)
    return None


def _priced(text: str, end: int) -> bool:
    return text[end : end + 1] == "$"


@cache
def _phrases() -> dict[str, tuple[tuple[str, Token], ...]]:
    """Every phrase by its first word, the longest first."""
    found = dict(_all_phrases())
    index: dict[str, list[tuple[str, Token]]] = {}
    for phrase in sorted(found, key=len, reverse=True):
        index.setdefault(_first(phrase), []).append((phrase, found[phrase]))
    return {word: tuple(listed) for word, listed in index.items()}


def _all_phrases() -> Iterator[tuple[str, Token]]:
    for kind, texts in (
        ("weak", lexicon.WEAK),
        ("strong", lexicon.STRONG),
        ("compare", lexicon.COMPARE),
        ("share", lexicon.SHARE),
        ("forecast", lexicon.FORECAST),
        ("foreseen", lexicon.NO_FORECAST),
        ("all", lexicon.ALL),
        ("same", lexicon.SAME),
        ("ended", lexicon.ENDED),
        ("part", lexicon.PART_OF_MONTH),
        ("pace", lexicon.PACE),
        ("respectively", "respectively"),
        ("not_adjusted", "not seasonally adjusted|not adjusted for the season|unadjusted"),
    ):
        yield from ((phrase, Token(0, 0, kind)) for phrase in texts.split("|"))
    for sign, kind, texts in (
        (1, "move", lexicon.UP_VERBS),
        (-1, "move", lexicon.DOWN_VERBS),
        (1, "after", lexicon.UP_AFTER),
        (-1, "after", lexicon.DOWN_AFTER),
    ):
        yield from ((phrase, Token(0, 0, kind, sign=sign)) for phrase in texts.split("|"))
    for kind, table in (
        ("basis", lexicon.BASIS),
        ("relative", lexicon.RELATIVE),
        ("trap", lexicon.TRAPS),
        ("goods", names.GOODS),
        ("source", names.SOURCES),
    ):
        yield from (
            (phrase, Token(0, 0, kind, what)) for what, text in table.items() for phrase in text.split("|")
        )
    for flow, text in lexicon.FLOWS.items():
        yield from ((phrase, Token(0, 0, "flow", flow=flow)) for phrase in text.split("|"))


@cache
def _place_names() -> dict[str, tuple[tuple[str, Token], ...]]:
    """Every name of a place by its first word, the longest first."""
    found = {
        name: place.code
        for place in places.places().values()
        if place.code != "WORLD" and place.level != "unspecified"
        for name in (place.name, place.prose.removeprefix("the "), *place.aliases)
        if name.isascii() and len(name) > 3
    }
    found |= {name: code for code, text in names.PLACES.items() for name in text.split("|")}
    index: dict[str, list[tuple[str, Token]]] = {}
    for name in sorted(found, key=len, reverse=True):
        index.setdefault(_first(name), []).append((name, Token(0, 0, "place", found[name])))
    return {word: tuple(listed) for word, listed in index.items()}


def _first(phrase: str) -> str:
    found = _WORD.search(phrase)
    return found[0] if found else ""
