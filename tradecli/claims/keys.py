"""A claim from its keys, as a TOML table has them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from tradecli import periods
from tradecli.claims.model import (
    ABOUT,
    FLOWS,
    MEASURES,
    MONEY,
    OF,
    SCOPES,
    SPANS,
    WORDS,
    Assertion,
    Claim,
)
from tradecli.errors import QueryError
from tradecli.facts import commodities, places
from tradecli.quantity import Quantity, quantity
from tradecli.wording import Listed, Wording
from tradecli.written_periods import written

_CONTEXT = ("text", "made", "reporter", "partner", "flow", "commodity", "period", "span")
_MONEY = ("unit", "base_unit", "difference_unit", "currency")
#: What is said of a measure besides its number; see `model.Assertion`.
_MORE = ("of", "about", "since", "than", "than_unit", "rival")
_KEYS = (*_CONTEXT, *_MONEY, "against", "against_span", "scope", *_MORE, *MEASURES)


def claim(table: Mapping[str, Any]) -> Claim:
    """A claim from its keys.

    Raises:
        QueryError: A key nobody knows, a value that cannot be read, nothing asserted.
        NoData: A place or commodity nobody knows.
    """
    return claim_of(table, [table])


def claim_of(table: Mapping[str, Any], parts: Sequence[Mapping[str, Any]]) -> Claim:
    """A claim from the keys of what it speaks of, and those of each part that says something of it.

    Raises:
        QueryError: A key nobody knows, a value that cannot be read, nothing asserted.
        NoData: A place or commodity nobody knows.
    """
    _check(table)
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
        against_span=_span(against, str(table.get("against_span", ""))) if against else span,
        unit=unit,
        currency={"NT$": "TWD", "US$": "USD"}.get(
            str(table.get("currency", "USD")), str(table.get("currency", "USD"))
        ),
        assertions=tuple(said for part in parts for said in _assertions(part, unit, span)),
    )
    if not found.assertions:
        raise QueryError(
            "the claim says nothing that can be checked",
            hint="it needs one of {measures}",
            measures=Listed(MEASURES),
        )
    return found


def _check(table: Mapping[str, Any]) -> None:
    """Refuse a key nobody knows, and a table that does not say of what it speaks."""
    unknown = [key for key in table if key not in _KEYS]
    if unknown:
        raise QueryError(
            "there is no key {unknown!r}",
            hint="keys: {keys}",
            candidates=_KEYS,
            unknown=unknown[0],
            keys=Listed(_KEYS),
        )
    if "period" not in table or "flow" not in table:
        raise QueryError(
            "a claim needs a flow and a period", hint="such as flow = 'export', period = '2025-11'"
        )


def _one_of(text: str, choices: Mapping[str, Any], name: str) -> Any:
    if text.casefold() not in choices:
        raise QueryError(
            "there is no {name} {text!r}",
            hint="one of {choices}",
            candidates=choices,
            name=Wording(name),
            text=text,
            choices=Listed(choices),
        )
    return choices[text.casefold()]


def _span(text: str, named: str) -> str:
    """The span as named, else as the period is written: 2024 is a year, 2025-Q3 a quarter.

    Raises:
        QueryError: No such span; the second half of a year, of which no figures are made.
    """
    if named:
        return str(_one_of(named, SPANS, "span"))
    period = written(text)
    if period is None or period.kind != "half":
        return period.kind if period else "month"
    if period.through.month == 12:
        raise QueryError("{text!r} is no window", hint="write the quarters, or the year", text=text)
    return "year_to_date"


def _assertions(table: Mapping[str, Any], unit: int, span: str) -> list[Assertion]:
    """What a part says, in the order of `MEASURES`."""
    measures = [name for name in MEASURES if table.get(name) not in (None, False)]
    of = str(table.get("of", ""))
    choices = [each for name in measures for each in OF.get(name, ())]
    if of and of not in choices:
        raise QueryError(
            "nothing here can be said of {of!r}",
            hint="one of {choices}",
            candidates=choices,
            of=of,
            choices=Listed(choices),
        )
    return [
        _assertion(name, table, unit, span)._replace(
            of=of if of in OF.get(name, ()) else "", **_qualified(name, table, unit)
        )
        for name in measures
    ]


def _assertion(measure: str, table: Mapping[str, Any], unit: int, span: str) -> Assertion:
    value = table[measure]
    if measure in {"level", "base", "difference"}:
        return Assertion(measure, _money(value, table.get(f"{measure}_unit"), unit))
    if measure == "record":
        scope = value if value not in (True, "record") else table.get("scope", span)
        return Assertion(measure, scope=_scope(str(scope)))
    if measure == "multiple" and str(value) in WORDS:
        return Assertion(measure, word=str(value))
    scope = _scope(str(table.get("scope", span))) if measure == "rank" else ""
    return Assertion(measure, quantity(value), scope=scope)


def _qualified(measure: str, table: Mapping[str, Any], unit: int) -> dict[str, Any]:
    """How a number was softened, since when it is a record, what a streak stays above."""
    found: dict[str, Any] = {}
    if about := str(table.get("about", "")):
        found["about"] = _one_of(about, dict(zip(ABOUT, ABOUT, strict=True)), "way to soften a number")
    if "since" in table and measure in {"record", "rank"}:
        found["since"] = periods.parse(str(table["since"]))
    if measure in {"streak", "record"} and "than" in table:
        plain = str(table.get("of", "")) == "above_percent"
        than = table["than"]
        found["than"] = quantity(than) if plain else _money(than, table.get("than_unit"), unit)
    if measure == "streak" and "rival" in table:
        found["rival"] = places.find(str(table["rival"])).code
    return found


def _money(value: object, unit: object, otherwise: int) -> Quantity:
    own = _one_of(str(unit), MONEY, "unit") if unit else otherwise
    return quantity(value).scaled(Fraction(own))


def _scope(text: str) -> str:
    scope = SPANS.get(text, text)
    if scope not in SCOPES:
        raise QueryError(
            "there is no kind of record {text!r}",
            hint="one of {scopes}",
            candidates=SCOPES,
            text=text,
            scopes=Listed(SCOPES),
        )
    return scope
