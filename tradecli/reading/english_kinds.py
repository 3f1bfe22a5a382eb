"""Which numbers of an English sentence are no statements about past trade in goods. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from tradecli.reading.english_scene import Met
from tradecli.reading.model import Focus, NotTrade
from tradecli.reading.tokens import Token

_DAYS = re.compile(r"days|fortnight|10 day|20 day|two weeks|three weeks|half of the month")
_PART = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? 1(?:st)?(?:-| to "
    r"| through )(?:10|15|20|25)\b"
)
_OPENING = 3_000
_BOTH = re.compile(r"\bgoods and services\b|\bservices (?:trade )?(?:surplus|deficit)\b", re.IGNORECASE)
_AMERICAN = re.compile(
    r"Commerce Department|Department of Commerce|Census Bureau|Bureau of Economic Analysis"
)
_GOODS = re.compile(r"\b(?:goods|merchandise)\b", re.IGNORECASE)
_TARIFF_NEAR = re.compile(
    r"(?:\b(?:tariffs?|lev(?:y|ies)|dut(?:y|ies)|tariff rates?)(?: rates?)? (?:of|at|to|from|by|as high as)"
    r"(?: \w+){0,3} ?$)|(?:\bban of|\btax of) $"
)
_RATE_AFTER = re.compile(
    r"[- ](?:\w+ )?(?:tariff|levy|levies|dut(?:y|ies)|rate first|import tax|baseline)"
    r"|%? rate\b(?! of (?:growth|increase))"
)


class Holds(NamedTuple):
    """What a sentence holds: its first token, the kinds of its tokens, and what its traps are."""

    first: Token | None
    kinds: frozenset[str]
    traps: frozenset[str]


def holds(found: list[Token]) -> Holds:
    """What a sentence of these tokens holds."""
    traps = frozenset(one.what for one in found if one.kind == "trap")
    return Holds(found[0] if found else None, frozenset(one.kind for one in found), traps)


def kind_of(sentence: str, met: Met, found: Holds, focus: Focus) -> NotTrade | None:
    """Why a number is no statement about past trade; None where it may be one."""
    number = met.token.number
    if number is None:
        return "other"
    if met.scene.forecast and not _is_given(met):
        return "forecast"
    topic = met.scene.topic[0] if met.scene.topic else None
    if _heads(met, found):
        return "services"
    if "seasonally_adjusted" in found.traps:
        return "seasonally_adjusted"
    if number.form in {"percent", "fold"} and _is_tariff(sentence, met, found, topic):
        return "tariff"
    if topic is not None and topic.kind == "trap":
        return cast("NotTrade", topic.what)
    if "part" in found.kinds and not _own_period(met):
        return "part_of_month"
    return _apart(sentence, met, found, topic, focus)


def _heads(met: Met, found: Holds) -> bool:
    """Whether a sentence begins with "In services, ..."."""
    first = found.first
    leads = first is not None and first.kind == "trap" and first.what == "services" and first.start < 20
    return leads and met.number > 0 and met.scene.topic is not None and met.scene.topic[0].kind == "flow"


def _is_given(met: Met) -> bool:
    """A base that is compared with is given even where what is compared is only foreseen."""
    return met.part.base and not any(one.kind == "forecast" for one in met.part.tokens)


def _is_tariff(sentence: str, met: Met, found: Holds, topic: Token | None) -> bool:
    if "tariff" not in found.traps:
        return False
    before = sentence[max(0, met.token.start - 40) : met.token.start]
    if _TARIFF_NEAR.search(before) or _RATE_AFTER.match(sentence[met.token.end : met.token.end + 30]):
        return True
    return topic is None


def _own_period(met: Met) -> bool:
    return any(not mark.basis for mark in met.times.marks) and not any(
        one.kind == "part" for one in met.part.tokens
    )


def _apart(sentence: str, met: Met, found: Holds, topic: Token | None, focus: Focus) -> NotTrade | None:
    """What holds for a whole text: parts of a month, or figures of goods and services."""
    if focus.apart == "part_of_month":
        return "part_of_month"
    american = (met.scene.reporter[0] or focus.reporter) == "US" and focus.counted_by == "US"
    bilateral = met.scene.partners[0] or (focus.partner is not None and not focus.whole)
    if focus.apart is None and american and not bilateral and not _GOODS.search(sentence):
        return "services"
    if focus.apart is None or met.scene.reporter[0] not in {"", "US"}:
        return focus.apart if met.scene.reporter[0] in {"", "US"} else None
    if "not_adjusted" in found.kinds:
        return None
    close = topic is not None and _GOODS.search(sentence[max(0, topic.start - 16) : topic.start])
    windows = [*(mark.window for mark in met.times.marks), met.times.inherited, focus.month]
    span = next((window.span for window in windows if window is not None), "")
    if met.scene.partners[0] and span in {"year", "year_to_date"}:
        # By partner only months are adjusted for the season.
        return None
    goods = met.scene.partners[0] or close or met.scene.goods[0]
    return "seasonally_adjusted" if goods else "services"


def source_of(sentence: str, found: list[Token], focus: Focus) -> Focus:
    """The focus after what a sentence says of who counts, and how."""
    source = next((one.what for one in found if one.kind == "source"), "")
    if source and not focus.settled:
        focus = focus._replace(reporter=source, settled=True)
    if source:
        focus = focus._replace(counted_by=source)
    if any(one.kind == "not_adjusted" for one in found):
        return focus._replace(apart=None)
    both = [one for one in found if one.kind == "trap" and one.what == "services"]
    if focus.reporter == "US" and any("goods and" in sentence[one.start : one.end].lower() for one in both):
        return focus._replace(apart="services")
    if _PART.search(sentence) or any(
        one.kind == "part" and _DAYS.search(_words(sentence, one)) for one in found
    ):
        return focus._replace(apart="part_of_month")
    dated = any(one.kind == "period" for one in found)
    return focus._replace(apart=None) if focus.apart == "part_of_month" and dated else focus


def _words(sentence: str, one: Token) -> str:
    return sentence[one.start : one.end].lower()


def apart_from_start(text: str) -> NotTrade | None:
    """Whether a text gives figures of goods and services together, as the American monthly release does."""
    opening = text[:_OPENING]
    return "services" if _BOTH.search(opening) and _AMERICAN.search(opening) else None
