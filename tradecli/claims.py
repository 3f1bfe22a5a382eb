"""Claims about trade, as people write them: read from TOML or from one line each. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from tradecli import periods, toml_text
from tradecli.errors import QueryError, TradeError
from tradecli.facts import commodities, places
from tradecli.quantity import Quantity, quantity

#: Units of money by every way to write them, in US dollars.
MONEY = {
    **dict.fromkeys(("billion", "bn", "b", "十億"), 10**9),
    **dict.fromkeys(("yi", "億", "億美元"), 10**8),
    **dict.fromkeys(("million", "mn", "m", "百萬"), 10**6),
    **dict.fromkeys(("thousand", "千"), 10**3),
    **dict.fromkeys(("trillion", "tn", "兆"), 10**12),
    "dollar": 1,
}
SPANS = {
    **{name: name for name in ("month", "quarter", "year_to_date", "year", "rolling_12")},
    "ytd": "year_to_date",
    "12m": "rolling_12",
}
FLOWS = {
    **dict.fromkeys(("export", "exports"), ("export", 0)),
    **dict.fromkeys(("import", "imports"), ("import", 0)),
    "balance": ("balance", 0),
    "surplus": ("balance", 1),
    "deficit": ("balance", -1),
}
SCOPES = ("month", "same_month", "quarter", "year_to_date", "year", "rolling_12")
WORDS = tuple(
    f"{before}{word}"
    for word in ("doubled", "tripled", "quadrupled")
    for before in ("", "nearly ", "more than ")
)
#: What a claim can assert.
MEASURES = ("level", "base", "yoy", "mom", "share", "multiple", "record", "rank", "streak")
#: What else a claim can assert of a text: differences of money or points, contributions, growth on a
#: named period (`against`).
MORE_MEASURES = ("difference", "points", "contribution", "growth")
#: What a record or rank may be of instead of the figure: its growth, its share, the lowest, the place of
#: the partner among partners or of the goods among goods, a part of a year above every full year, the
#: first figure above a round number.
RECORDS = ("growth", "share", "low", "low_share", "partners", "commodities", "exceeds_year", "first_above")
#: What a streak may be of instead of months of growth: years of growth, months above an amount (billions)
#: or a growth rate (percent), months as the first partner.
STREAKS = ("years", "above", "above_percent", "first_partner", "above_partner")
ABOUT = ("about", "nearly", "more")
_CONTEXT = ("text", "made", "reporter", "partner", "flow", "commodity", "period", "span")
_KEYS = (*_CONTEXT, "unit", "base_unit", "currency", "against", "scope", *MEASURES)


class Assertion(NamedTuple):
    """One thing a claim says: a number, or for a record, a rank or a word what it is said of.

    `scope` is the kind of window of a record or rank; `of` what it is a record or rank of, if not of the
    figure itself (see `RECORDS`), or of a streak (see `STREAKS`); `since` the month up to which nothing
    was higher. `about` is how a number was softened: `about`, `nearly` or `more`.
    """

    measure: str
    quantity: Quantity | None = None
    word: str = ""
    scope: str = ""
    of: str = ""
    about: str = ""
    since: date | None = None


class Claim(NamedTuple):
    """What is said of one window of one flow, and the day it was said on.

    `side` is 1 where a surplus and -1 where a deficit is given without its sign, else 0; `against` is
    the last month of what a multiple compares with (None: the same months a year earlier) and
    `against_span` its kind.
    """

    text: str
    reporter: str
    partner: str
    flow: str
    side: int
    commodity: str
    classification: str
    period: date
    span: str
    made: date | None
    against: date | None
    against_span: str
    unit: int
    currency: str
    assertions: tuple[Assertion, ...]


class Unreadable(NamedTuple):
    """A claim that cannot be read, and why."""

    text: str
    error: TradeError


def read(*texts: str) -> list[Claim | Unreadable]:
    """Claims from TOML documents with `[[claim]]` tables, or from lines; `#` begins a comment.

    Keys beside the tables hold for every claim that does not say otherwise. One that cannot be read does
    not keep the others from being judged.

    Raises:
        QueryError: Not one can be read: not TOML, an unknown key, no claim; the message names the first.
        NoData: The same of a place or commodity nobody knows.
    """
    found = [one for text in texts for one in _read(text)]
    if not found:
        raise QueryError("there is no claim to check", hint="write one such as: exports 2025-11: 64.05 bn")
    errors = [one.error for one in found if isinstance(one, Unreadable)]
    if errors and len(errors) == len(found):
        raise errors[0]
    return found


def _read(text: str) -> Iterator[Claim | Unreadable]:
    if not re.search(r"^\s*\[\[claim\]\]", text, re.MULTILINE):
        for line in text.splitlines():
            if line.strip() and not line.lstrip().startswith("#"):
                yield _tried(line.strip(), "", partial(from_line, line))
        return
    try:
        document = toml_text.document(text)
    except ValueError as error:
        yield Unreadable(text, QueryError(f"the claims are not TOML: {str(error)[:200]}"))
        return
    tables = document.pop("claim")
    for number, table in enumerate(tables, 1):
        whole = {**document, **table}
        yield _tried(str(whole.get("text", "")), f"claim {number}: ", partial(claim, whole))


def _tried(text: str, where: str, made: Callable[[], Claim]) -> Claim | Unreadable:
    try:
        return made()
    except TradeError as error:
        error.args = (f"{where}{error}",)
        return Unreadable(text, error)


#: No claim is longer; what is would be looked at for long.
LONGEST = 1_000
_LINE = re.compile(
    r"(?P<flow>[a-z]+)(?: of (?P<commodity>.+?))?(?: (?:to|from|with) (?P<partner>.+?))?"
    r"(?: by (?P<reporter>.+?))? (?P<period>\d{4}(?:-\d\d|-?[Qq]\d)?)(?: (?P<span>[a-z_0-9]+))?"
    r"\s*:\s*(?P<said>.+?)(?:\s*@\s*(?P<made>\S+))?",
)
_SAID = {
    "base": re.compile(r"base (?P<base>[\d.,]+)(?: ?(?P<base_unit>[a-z億]+))?"),
    "yoy": re.compile(r"(?P<yoy>[+-]?[\d.,]+) ?% y/y"),
    "mom": re.compile(r"(?P<mom>[+-]?[\d.,]+) ?% m/m"),
    "share": re.compile(r"share (?P<share>[\d.,]+) ?%"),
    "record": re.compile(r"(?P<record>record)(?: (?P<scope>[a-z_0-9]+))?"),
    "rank": re.compile(r"rank (?P<rank>\d+)(?: (?P<scope>[a-z_0-9]+))?"),
    "streak": re.compile(r"streak (?P<streak>[+-]?\d+)"),
    "word": re.compile(
        r"(?P<multiple>(?:nearly |more than )?(?:doubled|tripled|quadrupled))"
        r"(?: (?:from|against) (?P<against>\S+))?"
    ),
    "multiple": re.compile(r"(?P<multiple>[\d.]+) times(?: (?P<against>\S+))?"),
    "level": re.compile(r"(?P<currency>NT\$|US\$)? ?(?P<level>[+-]?[\d.,]+) ?(?P<unit>[a-z億]+)"),
}


def from_line(line: str) -> Claim:
    """A claim from one line.

    ``FLOW [of COMMODITY] [to|from|with PARTNER] [by REPORTER] PERIOD [SPAN]: SAID[, SAID] [@ DAY]``

    Raises:
        QueryError: The line does not have this form.

    Examples:
        >>> found = from_line("balance with US 2025-11 ytd: 131.8 bn, more than doubled @ 2026-01-09")
        >>> found.partner, found.span, [one.measure for one in found.assertions]
        ('US', 'year_to_date', ['level', 'multiple'])
    """
    match = _LINE.fullmatch(line.strip()) if len(line) <= LONGEST else None
    if match is None:
        raise QueryError(
            f"{shortened(line.strip())!r} is not a claim",
            hint="write: exports to US 2025-11: 24.4 bn, +182.3 % y/y @ 2025-12-09",
        )
    table: dict[str, Any] = {
        name: value for name, value in match.groupdict().items() if value and name != "said"
    }
    table["text"] = line.strip()
    for part in re.split(r"[,;] ", match["said"]):
        table |= _said(part.strip())
    return claim(table)


def shortened(text: str) -> str:
    """A text as an error quotes it."""
    return text if len(text) <= LONGEST // 10 else f"{text[: LONGEST // 10]}..."


def _said(part: str) -> dict[str, Any]:
    for pattern in _SAID.values():
        if found := pattern.fullmatch(part):
            return {name: value for name, value in found.groupdict().items() if value}
    raise QueryError(
        f"{part!r} says nothing that can be checked",
        hint="such as 64.05 bn, +56.0 % y/y, record, rank 2, streak 25, doubled, share 38.1 %",
    )


def claim(table: Mapping[str, Any]) -> Claim:
    """A claim from its keys.

    Raises:
        QueryError: A key nobody knows, a value that cannot be read, nothing asserted.
        NoData: A place or commodity nobody knows.
    """
    unknown = [key for key in table if key not in _KEYS]
    if unknown:
        raise QueryError(
            f"there is no key {unknown[0]!r}", hint=f"keys: {', '.join(_KEYS)}", candidates=_KEYS
        )
    if "period" not in table or "flow" not in table:
        raise QueryError(
            "a claim needs a flow and a period", hint="such as flow = 'export', period = '2025-11'"
        )
    flow, side = _one_of(str(table["flow"]), FLOWS, "flow")
    period = str(table["period"])
    goods = commodities.find(str(table.get("commodity", "TOTAL")))
    span = _span(period, str(table.get("span", "")))
    against = str(table.get("against", ""))
    unit = _one_of(str(table.get("unit", "billion")), MONEY, "unit")
    found = Claim(
        text=str(table.get("text", "")),
        reporter=places.find(str(table.get("reporter", "TW"))).code,
        partner=places.find(str(table.get("partner", "WORLD"))).code,
        flow=flow,
        side=side,
        commodity=goods.code,
        classification=goods.classification,
        period=periods.parse(period),
        span=span,
        made=periods.parse_day(str(table["made"])) if "made" in table else None,
        against=periods.parse(against) if against else None,
        against_span=_span(against, "") if against else span,
        unit=unit,
        currency={"NT$": "TWD", "US$": "USD"}.get(
            str(table.get("currency", "USD")), str(table.get("currency", "USD"))
        ),
        assertions=tuple(_assertions(table, unit, span)),
    )
    if not found.assertions:
        raise QueryError(
            "the claim says nothing that can be checked", hint=f"it needs one of {', '.join(MEASURES)}"
        )
    return found


def _one_of(text: str, choices: Mapping[str, Any], name: str) -> Any:
    if text.casefold() not in choices:
        raise QueryError(
            f"there is no {name} {text!r}", hint=f"one of {', '.join(choices)}", candidates=choices
        )
    return choices[text.casefold()]


def _span(period: str, named: str) -> str:
    """The span as named, else as the period is written: 2024 is a year, 2025-Q3 a quarter."""
    if named:
        return str(_one_of(named, SPANS, "span"))
    return "year" if re.fullmatch(r"\d{4}", period) else "quarter" if "q" in period.casefold() else "month"


def _assertions(table: Mapping[str, Any], unit: int, span: str) -> list[Assertion]:
    said = []
    for measure in MEASURES:
        value = table.get(measure)
        if value is None or value is False:
            continue
        if measure in {"level", "base"}:
            other = table.get("base_unit") if measure == "base" else None
            own = _one_of(str(other), MONEY, "unit") if other else unit
            said.append(Assertion(measure, quantity(value).scaled(Fraction(own))))
        elif measure == "record":
            scope = value if value not in (True, "record") else table.get("scope", span)
            said.append(Assertion(measure, scope=_scope(str(scope))))
        elif measure == "multiple" and str(value) in WORDS:
            said.append(Assertion(measure, word=str(value)))
        else:
            scope = _scope(str(table.get("scope", span))) if measure == "rank" else ""
            said.append(Assertion(measure, quantity(value), scope=scope))
    return said


def _scope(text: str) -> str:
    scope = SPANS.get(text, text)
    if scope not in SCOPES:
        raise QueryError(
            f"there is no kind of record {text!r}", hint=f"one of {', '.join(SCOPES)}", candidates=SCOPES
        )
    return scope
