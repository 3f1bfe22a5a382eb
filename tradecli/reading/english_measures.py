"""What a number of an English sentence says of its flow: a level, growth, a share, a record. Pure."""

from __future__ import annotations

import re
from fractions import Fraction

from tradecli import periods
from tradecli.claims import WORDS, Assertion
from tradecli.model.figure import Window
from tradecli.quantity import Quantity
from tradecli.reading import calendar
from tradecli.reading.english_runs import passed_before, threshold
from tradecli.reading.english_scene import Met
from tradecli.reading.english_signs import NOUN_AFTER, direction, is_noun
from tradecli.reading.statement import Said
from tradecli.reading.tokens import Number, Token

_BY = re.compile(
    r" (?:(?:by|further|sharply|slightly|a|another|about|nearly|only|some|just|roughly|around"
    r"|almost|more|than"
    r"|approximately|over|as much as|an|estimated|close|modest|mere) ?)*"
)
_OF = re.compile(
    r" of (?:(?:about|nearly|only|some|just|roughly|around|almost|more|than|approximately|over|up|a) ?)*"
)
#: Differs from the figure of another partner, which is no statement of one.
_OTHER_PARTNER = re.compile(
    r" (?:above|below|(?:higher|lower|more|less|larger|smaller) than) (?:its|the|that|those"
    r"|their) ?(?:trade |goods )?"
    r"(?:surplus|deficit|exports|imports|shipments)? ?(?:with|to|from)\b"
)
_LEADS_RATE = re.compile(r"\b(?:to|at|of|was|from|or) (?:an? )?(?:record )?(?:high of |low of )?$")
_SHARE_OF = re.compile(
    r" of (?:(?:Taiwan|country|island|nation|goods"
    r"|the|its|their|all|total|overall|country's|island's|nation's|Taiwan's|South"
    r"|Korea's|Vietnam's|US"
    r"|entire|outbound|those|these|such|\w+'s|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|goods|all of|merchandise|what|everything|semiconductor|monthly|combined"
    r"|export|annual) ?){0,5}"
    r"(?:exports?|imports?|shipments?|sold|shipped|exported|imported|bought|total|it|them|sales|trade|that|whole|deficit|surplus|value|which|turnover)\b"
)
#: "Of July's exports, 31 percent went to the US".
_OF_WHOLE = re.compile(
    r"(?:^|[.;] )Of [^,.]{0,40}\b(?:exports|imports|shipments|sales)\b[^,.]{0,24},"
    r" (?:about |some |nearly |almost |over |more than |around |roughly )?$"
)
#: A run of being above something, and of being the first market.
_ABOVE = re.compile(r"(?:surpassing|exceeding|topping|outpacing|overtaking|beating|above)\b")
_TOPPED = re.compile(r"[^,;]{0,40}\b(?:topped|exceeded|surpassed|above|over|stayed|passed)\b[^,;]{0,12}\$")
_GROWTH_IS = re.compile(
    r"\b(?:growth|increase|rise|pace|rate|gain|jump)\b"
    r"[a-z0-9.% ]{0,30}(?:,|was|is|marked|being|were)? ?(?:the )?$"
)
_FIRST = re.compile(
    r"\b(?:largest|biggest|top|No\. 1|leading|number one|main) (?:\w+ )?(?:market|destination"
    r"|buyer|partner|customer)\b"
)
_FAR = 200
_CONTRIBUTED = re.compile(r"\bcontribut\w+ (?:to )?(?:about |nearly |some |around |almost |more than )?$")
_OF_GROWTH = re.compile(r" of (?:the |that |overall |total )?(?:overall )?(?:growth|increase|gain|rise)\b")


def said(sentence: str, met: Met, period: Window, before: list[Said]) -> Said | None:
    """What a number says; None where that is not understood. *before* is what its sentence said before it."""
    number = met.token.number
    if number is None or number.ranged or _between(sentence, met.token):
        return None
    if number.form == "money":
        return _money(sentence, met, number, period, before)
    if number.form == "percent":
        return _percent(sentence, met, number, period, before)
    if number.form in {"points", "fold"}:
        return _points(sentence, met, number, period, before)
    if number.form in {"word", "times"}:
        return _multiple(sentence, met, number, period)
    return _standing(sentence, met, number, period, before)


def _between(sentence: str, token: Token) -> bool:
    """Whether a number is one end of "between 16% and 20%"."""
    before = sentence[max(0, token.start - 40) : token.start]
    return re.search(r"\bbetween (?:\S+(?: percent| per cent)? and )?$", before) is not None


def _money(sentence: str, met: Met, number: Number, period: Window, before: list[Said]) -> Said | None:
    quantity = number.quantity
    if quantity is None:
        return None
    sign = _difference(sentence, met, before)
    if sign is None:
        return None
    if not sign:
        level = Assertion("level", quantity, about=number.about)
        return Said(level, number.unit, number.currency)
    against = _against(sentence, met, period)
    if against == period.year_before:
        against = None
    moved = quantity.scaled(Fraction(sign))
    return Said(Assertion("difference", moved, about=number.about), number.unit, number.currency, against)


def _difference(sentence: str, met: Met, before: list[Said]) -> int | None:
    """The sign of an amount by which a figure differs; 0 for the figure itself, None for another's."""
    token, tokens, place = met.token, met.part.tokens, met.place
    last = tokens[place - 1] if place else None
    if last is not None and last.kind == "move":
        gap = sentence[last.end : token.start]
        if _BY.fullmatch(gap) or (_OF.fullmatch(gap) and not met.part.base and is_noun(sentence, last)):
            return last.sign
    if _OTHER_PARTNER.match(sentence[token.end : token.end + 60]):
        return None
    if following := re.match(
        r" (higher|more|above|larger|greater|bigger|lower|less|below|smaller)\b", sentence[token.end :][:9]
    ):
        return 1 if following[1] in {"higher", "more", "above", "larger", "greater", "bigger"} else -1
    if (noun := NOUN_AFTER.match(sentence[token.end : token.end + 60])) and noun["noun"] not in {"growth"}:
        return (
            1 if noun["noun"] in {"rise", "gain", "increase", "jump", "surge", "expansion", "advance"} else -1
        )
    if re.search(r"(?:%|percent) ?\($", sentence[max(0, token.start - 12) : token.start]):
        return met.scene.sign
    again = any(one.assertion.measure == "difference" for one in before) and met.scene.sign
    if (
        again
        and re.match(r" to (?:US)?\$", sentence[token.end : token.end + 8])
        and last
        and last.kind == "flow"
    ):
        return met.scene.sign
    return 0


def _percent(sentence: str, met: Met, number: Number, period: Window, before: list[Said]) -> Said | None:
    if number.quantity is None:
        return None
    if _CONTRIBUTED.search(sentence[max(0, met.token.start - 40) : met.token.start]) or _OF_GROWTH.match(
        sentence[met.token.end : met.token.end + 40]
    ):
        return Said(Assertion("contribution", number.quantity, about=number.about))
    if _is_share(sentence, met) or (_after_share(before) and _next_of_list(sentence, met)):
        return Said(Assertion("share", number.quantity, about=number.about))
    sign = 1 if number.signed else direction(sentence, met)
    return _growth(sentence, met, number.quantity.scaled(Fraction(sign)), number, period) if sign else None


def _growth(sentence: str, met: Met, quantity: Quantity, number: Number, period: Window) -> Said | None:
    against = _against(sentence, met, period)
    if against is None or against == period.year_before:
        return Said(Assertion("yoy", quantity, about=number.about))
    if period.span == "month" and against == calendar.before(period):
        return Said(Assertion("mom", quantity, about=number.about))
    if against.span != period.span:
        return None
    return Said(Assertion("growth", quantity, about=number.about), against=against)


def _is_share(sentence: str, met: Met) -> bool:
    tokens, place, end = met.part.tokens, met.place, met.token.end
    if _SHARE_OF.match(sentence[end : end + 90]) or re.match(
        r" (?:market )?share\b", sentence[end : end + 14]
    ):
        return True
    if _OF_WHOLE.search(sentence[: met.token.start][-_FAR:]):
        return True
    cues = [one for one in tokens[:place] if one.kind in {"share", "move", "number"}]
    if cues and cues[-1].kind == "move" and _OF.fullmatch(sentence[cues[-1].end : met.token.start]):
        return False
    if not cues:
        return (
            met.scene.share
            and _LEADS_RATE.search(sentence[max(0, met.token.start - 24) : met.token.start]) is not None
        )
    if cues[-1].kind == "share":
        return True
    leads = _LEADS_RATE.search(sentence[max(0, met.token.start - 24) : met.token.start])
    return leads is not None and any(one.kind == "share" for one in cues)


def _next_of_list(sentence: str, met: Met) -> bool:
    """Whether only a name stands before a number in its part: "... and Japan 7.4 percent"."""
    kinds = [one.kind for one in met.part.tokens[: met.place] if one.kind not in {"weak", "strong"}]
    last = met.part.tokens[met.place - 1].end if met.place else met.part.start
    close = sentence[last : met.token.start].strip()
    return kinds in (["place"], ["goods"]) and close in {"", "for", "with", "at", "by", "another", "about"}


def _against(sentence: str, met: Met, period: Window) -> Window | None:
    """What a number is compared with; None for the same window a year earlier, where nothing says so."""
    basis = _basis(sentence, met)
    if isinstance(basis, Window):
        return basis
    if basis == "mom":
        return calendar.before(period) if period.span == "month" else None
    if basis == "qoq":
        return calendar.before(period) if period.span == "quarter" else None
    return None


def _basis(sentence: str, met: Met) -> str | Window:
    tokens, place = met.part.tokens, met.place
    marked = {id(mark.token): mark for mark in met.times.marks if mark.basis}
    for one in tokens[place + 1 :]:
        if one.kind == "basis":
            return one.what
        if id(one) in marked:
            return _of_mark(one, marked[id(one)].window)
        if one.kind == "number" and one.number is not None and one.number.form == "word":
            break
    for one in reversed(tokens[:place]):
        if one.kind == "number":
            break
        if one.kind == "basis":
            return one.what
        if id(one) in marked:
            return _of_mark(one, marked[id(one)].window)
    return met.scene.basis or met.after


def _of_mark(token: Token, window: Window | None) -> str | Window:
    if token.kind == "relative":
        return {"month_before": "mom", "last_month": "mom", "quarter_before": "qoq"}.get(token.what, "yoy")
    return window or ""


def _points(sentence: str, met: Met, number: Number, period: Window, before: list[Said]) -> Said | None:
    if number.quantity is None:
        return None
    after = sentence[met.token.end : met.token.end + 24]
    if number.form == "fold":
        up = re.match(r"[- ](?:increase|rise|jump|growth|gain|surge|leap)", after)
        moves = [one for one in met.part.tokens[: met.place] if one.kind == "move"]
        if up or (moves and moves[-1].sign > 0):
            return _growth(sentence, met, number.quantity.scaled(Fraction(100)), number, period)
        return None
    if (_after_share(before) or any(one.kind == "share" for one in met.part.tokens[: met.place])) and (
        sign := direction(sentence, met)
    ):
        return Said(
            Assertion("points", number.quantity.scaled(Fraction(sign)), of="share", about=number.about)
        )
    if re.search(
        r"\bcontribut\w+ (?:about |nearly |some )?$", sentence[max(0, met.token.start - 24) : met.token.start]
    ):
        return Said(Assertion("contribution", number.quantity, about=number.about))
    return None


def _multiple(sentence: str, met: Met, number: Number, period: Window) -> Said | None:
    against = _against(sentence, met, period)
    if against == period.year_before:
        against = None
    if number.form == "word":
        return (
            Said(Assertion("multiple", word=number.word), against=against) if number.word in WORDS else None
        )
    return Said(Assertion("multiple", number.quantity, about=number.about), against=against)


def _standing(sentence: str, met: Met, number: Number, period: Window, before: list[Said]) -> Said | None:
    """A record, a rank, or a run of months."""
    scope = number.scope or period.span
    text = sentence[met.part.start : met.part.end][:_FAR]
    if number.form == "record":
        since = number.since or (periods.shift(period.through, -number.back) if number.back else None)
        share = {"": "share", "low": "low_share"}.get(number.of, number.of)
        of = share if _of_share(met) or _after_share(before) else number.of
        if not of and _GROWTH_IS.search(
            sentence[max(met.part.start, met.token.start - 60) : met.token.start]
        ):
            of = "growth"
        return Said(Assertion("record", scope=scope, of=of, since=since))
    if number.form == "rank":
        among = not number.scope and re.match(r" (?:after|behind|among)\b", sentence[met.token.end :][:8])
        return Said(Assertion("rank", number.quantity, scope=scope, of=number.of or "partners" * bool(among)))
    passed = passed_before(sentence, met)
    above = _ABOVE.match(text) or _TOPPED.match(sentence[met.token.end : met.token.end + 60])
    if number.of == "quarters" or number.quantity is None:
        return None
    if above or passed:
        than = passed or threshold(met)
        if than is None or number.of or period.span != "month":
            return None
        return Said(Assertion("streak", number.quantity, of="above", than=than))
    first = "first_partner" if _FIRST.search(text) else number.of
    sign = 1 if first == "first_partner" else met.token.sign or direction(sentence, met) or 1
    return Said(Assertion("streak", number.quantity.scaled(Fraction(sign)), of=first))


def _after_share(before: list[Said]) -> bool:
    return bool(before) and before[-1].assertion.measure == "share"


def _of_share(met: Met) -> bool:
    cues = [one for one in met.part.tokens if one.kind in {"share", "flow"}]
    return bool(cues) and cues[0].kind == "share"
