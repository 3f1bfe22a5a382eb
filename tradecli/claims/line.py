"""A claim from one line. Pure."""

from __future__ import annotations

import re
from typing import Any

from tradecli.claims.keys import claim_of
from tradecli.claims.model import RECORDS, Claim
from tradecli.errors import QueryError
from tradecli.written_periods import written

#: No claim is longer; what is would be looked at for long.
LONGEST = 1_000
_SAYS = re.compile(r"\s*(?P<said>.+?)(?:\s*@\s*(?P<made>\S+))?")
_WHAT = re.compile(
    r"(?P<flow>[a-z]+)(?: of (?P<commodity>.+?))?(?: (?:to|from|with) (?P<partner>.+?))?"
    r"(?: by (?P<reporter>.+?))?",
)
#: Words that a period has at most: 30 Nov 2025.
_PERIOD_WORDS = 3
_ABOUT = r"(?:(?P<about>about|nearly|more(?= than)|over)(?: than)? )?"
_AGAINST = r"(?: (?:from|against) (?P<against>\S+)(?: (?P<against_span>[a-z_0-9]+))?)?"
_AMOUNT = r"[+-]?[\d.,]+) ?(?P<{}unit>[a-z億兆十百千美元]+)(?: (?:US )?dollars?)?"
_PLACED = rf"(?: (?P<of>{'|'.join(RECORDS)}))?(?: (?P<scope>(?!since)[a-z_0-9]+))?(?: since (?P<since>\S+))?"
_SAID = [
    re.compile(pattern)
    for pattern in (
        r"base (?P<base>[\d.,]+)(?: ?(?P<base_unit>[a-z億]+))?",
        rf"difference {_ABOUT}(?P<difference>{_AMOUNT.format('difference_')}{_AGAINST}",
        rf"points {_ABOUT}(?P<points>[+-]?[\d.,]+)(?: (?P<of>partners|commodities))?{_AGAINST}",
        rf"contribution {_ABOUT}(?P<contribution>[+-]?[\d.,]+) ?(?:%|(?P<of>points)){_AGAINST}",
        rf"growth {_ABOUT}(?P<growth>[+-]?[\d.,]+) ?%{_AGAINST}",
        rf"{_ABOUT}(?P<yoy>[+-]?[\d.,]+) ?% y/y",
        rf"{_ABOUT}(?P<mom>[+-]?[\d.,]+) ?% m/m",
        rf"share {_ABOUT}(?P<share>[\d.,]+) ?%(?: (?P<of>partners|commodities))?",
        rf"(?P<record>record){_PLACED}",
        rf"rank (?P<rank>\d+){_PLACED}",
        r"(?P<exceeds_year>exceeds every year)",
        rf"(?P<first_above>first above) (?P<than>{_AMOUNT.format('than_')}",
        r"streak (?P<streak>[+-]?\d+)(?: (?P<of>years|first_partner))?",
        rf"streak (?P<streak>\d+) (?P<above>above) (?P<than>{_AMOUNT.format('than_')}",
        r"streak (?P<streak>\d+) (?P<above_percent>above) (?P<than>[\d.,]+) ?%",
        r"streak (?P<streak>\d+) (?P<above_partner>above) (?P<rival>.+)",
        r"(?P<multiple>(?:nearly |more than )?(?:doubled|tripled|quadrupled))" + _AGAINST,
        rf"{_ABOUT}(?P<multiple>[\d.]+) times(?: (?P<against>\S+))?",
        rf"{_ABOUT}(?P<currency>NT\$|US\$)? ?(?P<level>{_AMOUNT.format('')}",
    )
]


def from_line(line: str) -> Claim:
    """A claim from one line.

    ``FLOW [of COMMODITY] [to|from|with PARTNER] [by REPORTER] PERIOD [SPAN]: SAID[, SAID] [@ DAY]``

    Raises:
        QueryError: The line does not have this form.

    Examples:
        >>> found = from_line("balance with US 2025-11 ytd: 131.8 bn, more than doubled @ 2026-01-09")
        >>> found.partner, found.span, [one.measure for one in found.assertions]
        ('US', 'year_to_date', ['level', 'multiple'])
        >>> found = from_line("exports 2025-12: over 60 bn, streak 3 above 60 bn, record growth")
        >>> [(one.measure, one.of, one.about) for one in found.assertions]
        [('level', '', 'more'), ('streak', 'above', ''), ('record', 'growth', '')]
    """
    text = line.strip()
    # Goods may be spelled with their list: mof:MACHINERY.
    ends = [found.start() for found in re.finditer(":", text)] if len(line) <= LONGEST else []
    heads = ((end, head) for end in ends if (head := _head(text[:end])))
    end, head = next(heads, (0, None))
    match = _SAYS.fullmatch(text[end + 1 :])
    if match is None or head is None:
        raise QueryError(
            "{line!r} is not a claim",
            hint="write: exports to US 2025-11: 24.4 bn, +182.3 % y/y @ 2025-12-09",
            line=shortened(line.strip()),
        )
    table: dict[str, Any] = {**head, "text": line.strip()}
    if match["made"]:
        table["made"] = match["made"]
    parts = [_said(part.strip()) for part in re.split(r"[,;] ", match["said"])]
    # What a part gives of the claim itself (its unit, what it compares with) holds for all of it.
    return claim_of({**{name: value for part in parts for name, value in part.items()}, **table}, parts)


def _head(text: str) -> dict[str, str] | None:
    """What a line speaks of, by key: its flow, goods, places, its period, and the span if that is named."""
    words = text.split()
    for end in (len(words), len(words) - 1):
        for start in range(max(1, end - _PERIOD_WORDS), end):
            what = _WHAT.fullmatch(" ".join(words[:start]))
            if what and written(period := " ".join(words[start:end])):
                said = {**what.groupdict(), "period": period, "span": " ".join(words[end:])}
                return {name: value for name, value in said.items() if value}
    return None


def shortened(text: str) -> str:
    """A text as an error quotes it."""
    return text if len(text) <= LONGEST // 10 else f"{text[: LONGEST // 10]}..."


def _said(part: str) -> dict[str, Any]:
    for pattern in _SAID:
        if found := pattern.fullmatch(part):
            return _keys({name: value for name, value in found.groupdict().items() if value})
    raise QueryError(
        "{part!r} says nothing that can be checked",
        hint="such as 64.05 bn, +56.0 % y/y, record, rank 2, streak 25, doubled, share 38.1 %",
        part=part,
    )


def _keys(found: dict[str, Any]) -> dict[str, Any]:
    """The keys that words of a line stand for."""
    if found.get("about") == "over":
        found["about"] = "more"
    for name in ("above", "above_percent", "above_partner", "exceeds_year", "first_above"):
        if found.pop(name, None):
            found["of"] = name
            found.setdefault("record" if name in RECORDS else "streak", True)
    return found
