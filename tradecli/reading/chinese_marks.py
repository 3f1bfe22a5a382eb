"""Finds the words of trade in a sentence of Chinese: each with its place and what it means. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tradecli.reading import chinese_words as patterns
from tradecli.reading import lexicon_zh as words
from tradecli.reading.chinese_kinds import (
    Against,
    Bare,
    Contribution,
    Cue,
    Doubled,
    Flows,
    Goods,
    Mark,
    Move,
    Office,
    Places,
    Range,
    Share,
    Topic,
    Value,
)
from tradecli.reading.chinese_numbers import Amount, amount
from tradecli.reading.chinese_periods import Period, period
from tradecli.reading.chinese_records import Best, also, among, best, nameless, streak
from tradecli.reading.model import Focus, NotTrade


def marks(text: str, focus: Focus) -> list[Mark]:
    """Every word that means something, in its order."""
    found: list[Mark] = []
    cause, clause, at = -1, 0, 0
    year: int | None = None
    for one in patterns.look().finditer(text):
        if one.start() >= cause:
            cause = _cause(text, at, one.start())
        clause += len(_CLAUSE.findall(text, at, one.start()))
        at = one.end()
        last = found[-1] if found else None
        if one.lastgroup != "also":
            value = _value(one, focus, year)
        elif last and isinstance(last.value, Best) and last.end == one.start() - 1:
            value = also(one[0], last.value)
        else:
            value = None
        if isinstance(value, Period) and value.dated and value.windows:
            year = value.windows[0].through.year
        if value is not None:
            aside = one.start() < cause and isinstance(value, _OF_CAUSES) and value not in _CURRENCIES
            found.append(Mark(one.start(), one.end(), clause, value, aside))
    return list(_ranges(_elided(found, text), text))


_CLAUSE = re.compile(r"[,:。]")
_TO = re.compile(r" ?(?:至|到|-|~|～|—) ?(?:約)?")
_AND = re.compile(r" ?(?:、|及|與|和|以及) ?")


def _elided(found: list[Mark], text: str) -> Iterator[Mark]:
    """The marks, with the unit of a list given to its numbers that leave it out: 36.1、30.9億美元."""
    following: Mark | None = None
    whole: list[Mark] = []
    for mark in reversed(found):
        if isinstance(mark.value, Bare) and following and isinstance(following.value, Amount):
            between = text[mark.end : following.start]
            unit = _UNIT.search(text, following.start, following.end)
            if unit and (_TO.fullmatch(between) or _AND.fullmatch(between)):
                same = amount(text[mark.start : mark.end] + unit[0])
                mark = mark._replace(value=same or mark.value)
        whole.append(mark)
        following = mark
    return reversed(whole)


_UNIT = re.compile(r"(?:兆|萬億|億|%|倍|成)(?:美元|美金|元|新台幣|台幣)?$")


def _ranges(found: Iterator[Mark], text: str) -> Iterator[Mark]:
    """The marks, with the two ends of a range as such: they are estimates, or nothing that can be judged."""
    before: Mark | None = None
    for mark in found:
        money = isinstance(mark.value, Amount) and mark.value.kind == "money"
        if before is not None:
            if (
                _same_kind(before.value, mark.value)
                and before.end < mark.start
                and _TO.fullmatch(text, before.end, mark.start)
            ):
                before = before._replace(value=Range(money))
                mark = mark._replace(value=Range(money))
            yield before
        before = mark
    if before is not None:
        yield before


#: What a cause may name without speaking of it.
_OF_CAUSES = (Flows, Places, Goods, Period, Against, Cue, Topic)


_CURRENCIES = (Cue("twd"), Cue("usd"))


def _cause(text: str, begin: int, end: int) -> int:
    """Where the cause ends that begins between two places; -1 where none does."""
    opened = None
    for opened in patterns.CAUSE.finditer(text, max(begin, end - 20), min(len(text), end + 8)):
        if opened.start() > end:
            return -1
        break
    if opened is None:
        return -1
    closed = patterns.CAUSE_END.search(text, opened.end(), opened.end() + 60)
    return closed.start() if closed else opened.end()


def _same_kind(one: Value, other: Value) -> bool:
    """Whether two numbers can be the ends of a range: both of money, or both rates."""
    if not isinstance(other, Amount) or not isinstance(one, Amount | Range):
        return False
    money = one.money if isinstance(one, Range) else one.kind == "money"
    return money == (other.kind == "money")


def _value(found: re.Match[str], focus: Focus, year: int | None) -> Value | None:
    kind, said = found.lastgroup or "", found[0]
    if kind in _PLAIN:
        return _PLAIN[kind](said)
    if kind == "period":
        return None if said in ("今年", "本年") else period(said, focus, year)
    if kind in _NAMED:
        again = patterns.pattern(kind).match(found.string, found.start())
        return _NAMED[kind](again, focus) if again else None
    return None


def _flows(found: re.Match[str], focus: Focus) -> Flows:
    whole = (found["before"] or "").startswith(words.WHOLE)
    return Flows(words.FLOWS[found["flow"]], whole)


def _places(found: re.Match[str], focus: Focus) -> Places | None:
    if found["place"]:
        if found["to"] or _may_be_partner(found.string[found.end() :][:8]):
            return Places((patterns.PLACES[found["place"]],), bool(found["to"]))
        return None
    if found["home"]:
        return Places(("TW",), to=True)
    letters = re.findall(f"[{''.join(words.LETTERS)}]", found["letters"] or found["list"])
    return Places(tuple(words.LETTERS[letter] for letter in letters), bool(found["letters"]))


_PARTNER = re.compile(
    r"超越|取代|續|成為|位居|蟬聯|已|至|截至|迄|卻|反而|僅|只|市場|地區|等|方面|部分|則|也|亦|更|並|仍|以|占|佔"
    r"|為|是|居|達|各|分別|年增|年減|月增|月減|增|減|成長|衰退|、|及|與|和|,|:"
    r"|[\d(約近逾]|的?(?:出口|進口|出超|入超|順差|逆差|貿易|占比|比重|表現)"
    r"|[一二三四五六七八九十前上全去今第]|連|單月|雙雙|同|皆|均|都"
    r"|大增|大減|激增|略|微|小幅|小增|小減|勁|升|降|受|因|在|由|$|;|。| "
    rf"|{nameless(patterns.MOVE)}"
)


def _may_be_partner(after: str) -> bool:
    """Whether a place without a word for "to" can be a partner here: 美國32%, not 美國需求."""
    return bool(_PARTNER.match(after))


def _goods(found: re.Match[str], focus: Focus) -> Goods | None:
    if _may_be_partner(found.string[found.end() :][:8]):
        return Goods(patterns.GOODS[found["goods"]])
    return None


_BASES = {
    "年": "year",
    "同比": "year",
    "按年": "year",
    "月": "month",
    "環比": "month",
    "按月": "month",
    "季": "quarter",
}


def _move(found: re.Match[str], focus: Focus) -> Move:
    sign = -1 if found["down"] else 1
    noun = bool(found["noun"]) or (found["up"] or "").endswith("率")
    return Move(_BASES.get(found["base"] or "", ""), sign, noun, bool(found["to"]))


def _noun(found: re.Match[str], focus: Focus) -> Move:
    base = found["base"] or found["base2"] or ""
    return Move(_BASES.get(base, ""), -1 if found["down"] else 1, noun=True)


def _against(found: re.Match[str], focus: Focus) -> Against | None:
    if found["with"] and not found["compared"] and not (found["of"] and not found["place"]):
        return None
    if found["over"] == "落在":
        return None
    of = bool(found["of"]) and not found["compared"]
    base = next((name for name in ("year", "month", "quarter") if found[name]), "")
    if base:
        return Against(base, of=of)
    if found["place"]:
        return Against(place=patterns.PLACES[found["place"]], of=of)
    named = period(found["period"], focus)
    if not named.windows:
        return Against("unknown", of=of)
    return Against(window=named.windows[0], of=of, exact="全年" in found["period"])


def _origin(found: re.Match[str], focus: Focus) -> Against:
    named = period(found["period"], focus) if found["period"] else Period(())
    base = next((name for name in ("year", "month", "quarter") if found[name]), "unknown")
    return Against(
        "" if named.windows else base,
        named.windows[0] if named.windows else None,
        of=bool(found["of"]),
        origin=True,
    )


def _share(found: re.Match[str], focus: Focus) -> Share:
    flow = found["flow"] or found["nounflow"]
    return Share(words.FLOWS[flow][0] if flow else None, bool(found["part"]))


def _doubled(found: re.Match[str], focus: Focus) -> Doubled:
    about = "nearly " if found["nearly"] else "more than " if found["more"] else ""
    return Doubled(f"{about}doubled")


def _times(found: re.Match[str], focus: Focus) -> Against:
    base = next((name for name in ("month", "quarter") if found[name]), "year")
    return Against(base, times=True)


_NAMED: dict[str, Callable[[re.Match[str], Focus], Value | None]] = {
    "flow": _flows,
    "place": _places,
    "goods": _goods,
    "move": _move,
    "noun": _noun,
    "against": _against,
    "times": _times,
    "source_period": _origin,
    "share": _share,
    "doubled": _doubled,
    "office": lambda found, focus: Office(patterns.PLACES[found["whose"]]),
}
_PLAIN: dict[str, Callable[[str], Value | None]] = {
    **dict.fromkeys(("money", "percent", "tenths", "fold"), amount),
    "streak": streak,
    "among": among,
    "best": best,
    "contribution": lambda said: Contribution(),
    "topic": lambda said: Topic(_topic(said)),
    "cue": lambda said: Cue(patterns.CUES[said]),
    "will": lambda said: Topic("forecast"),
    "expected": lambda said: Cue("expected"),
    "adjusted": lambda said: Topic("seasonally_adjusted"),
    "company": lambda said: Cue("abroad"),
    "beaten": lambda said: Cue("beside"),
    "part": lambda said: Topic("part_of_month"),
    "bare": lambda said: Bare(),
}


def _topic(said: str) -> NotTrade:
    return words.TOPICS[said]


def listed(one: Mark, other: Mark, text: str) -> bool:
    """Whether two marks stand in a list: 36.1億、30.9億, 45.3%與12%, 美國、歐洲."""
    return bool(one.end <= other.start and _AND.fullmatch(text, one.end, other.start))
