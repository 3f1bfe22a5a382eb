"""What a statement may have meant besides what was read: one slot, or two, filled with something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.claims import Assertion, Claim
from tradecli.facts import commodities, places
from tradecli.model.figure import Window
from tradecli.model.report import Statement
from tradecli.reading.model import Flow, Named
from tradecli.reports.shared import say

#: Measures whose numbers look alike.
_ALIKE = (("yoy", "mom", "share"), ("level", "difference"))
#: The partners that news of a reporter is mostly about.
_MAIN = {"TW": ("US", "CN+HK"), "US": ("TW", "CN")}
_CHINA = {"CN": "CN+HK", "CN+HK": "CN"}


class Exchange(NamedTuple):
    """A claim that differs from the one read in some slots, and how it is told: `of imports`, `of 2024`.

    `named` says whether the text names what was put in, near the statement.
    """

    slots: tuple[str, ...]
    claim: Claim
    words: Statement
    named: bool = True


def exchanges(claim: Claim, candidates: Sequence[Named]) -> list[Exchange]:
    """Every other filling of one slot: what the text names near by, then what is easily misread."""
    every = [*_named(claim, candidates), *_misread(claim), *_differences(claim, candidates)]
    found: dict[Claim, Exchange] = {}
    for each in every:
        found.setdefault(each.claim, each)
    found.pop(claim, None)
    return list(found.values())


def pairs(claim: Claim, candidates: Sequence[Named]) -> Iterator[Exchange]:
    """Two slots filled otherwise at once."""
    every = [(each, _changed(claim, each.claim)) for each in exchanges(claim, candidates)]
    for (first, one), (second, other) in combinations(every, 2):
        if not {*first.slots} & {*second.slots}:
            both = claim._replace(**one | other)
            yield Exchange(
                (*first.slots, *second.slots),
                _fitting(both),
                say("check.change.both", changes=(first.words, second.words)),
                first.named and second.named,
            )


def _changed(claim: Claim, other: Claim) -> dict[str, Any]:
    return {name: new for name, old, new in zip(Claim._fields, claim, other, strict=True) if old != new}


def _words(kind: str, variant: str | None = None, **facts: Any) -> Statement:
    return say("check.change", kind, variant, **facts)


def _named(claim: Claim, candidates: Sequence[Named]) -> Iterator[Exchange]:
    """What the text names near the statement; goods and places of which nothing can be held are left out."""
    for each in candidates:
        if isinstance(each.value, Flow):
            yield _flow(claim, each.value)
        elif isinstance(each.value, Window):
            yield _period(claim, each.value)
        elif each.slot == "commodity":
            if each.value in commodities.commodities():
                yield _goods(claim, each.value)
        elif each.value not in places.places():
            continue
        elif each.slot == "partner":
            yield _partner(claim, each.value)
        else:
            words = _words("office", place=places.place(each.value))
            yield Exchange(("reporter",), claim._replace(reporter=each.value), words)


def _misread(claim: Claim) -> Iterator[Exchange]:
    """What readers take for another: the flow, China, the span, the year before, rates, directions."""
    found = [_flow(claim, Flow(flow)) for flow in ("export", "import", "balance")]
    others = ("WORLD", *_MAIN.get(claim.reporter, ()), _CHINA.get(claim.partner, claim.partner))
    found += [_partner(claim, other) for other in dict.fromkeys(others)]
    if claim.commodity != "TOTAL":
        found.append(_goods(claim, "total:TOTAL"))
    found += [_period(claim, window) for window in _windows(claim)]
    found += list(_measures(claim))
    yield from (each._replace(named=False) for each in found)


def _flow(claim: Claim, value: Flow) -> Exchange:
    flow, side = value
    words = _words("flow", flow=flow) if not side else _words("sign", "surplus" if side > 0 else "deficit")
    return Exchange(("flow",), claim._replace(flow=flow, side=side), words)


def _partner(claim: Claim, code: str) -> Exchange:
    words = _words("china" if code in _CHINA else "partner", place=places.place(code))
    return Exchange(("partner",), claim._replace(partner=code), words)


def _goods(claim: Claim, spelling: str) -> Exchange:
    goods = commodities.named(spelling)
    other = claim._replace(commodity=goods.code, classification=goods.classification)
    return Exchange(("commodity",), other, _words("goods", goods=goods))


def _period(claim: Claim, window: Window) -> Exchange:
    against = {} if claim.against else {"against_span": window.span}
    other = _fitting(claim._replace(period=window.through, span=window.span, **against))  # type: ignore[arg-type]
    return Exchange(("period",), other, _words("period", window=window))


def _fitting(claim: Claim) -> Claim:
    """The claim with records that are of its own kind of window."""
    spans = ("month", "quarter", "year_to_date", "year", "rolling_12")
    if not any(each.scope for each in claim.assertions):
        return claim
    said = tuple(
        each._replace(scope=claim.span) if each.scope in spans and not each.of else each
        for each in claim.assertions
    )
    return claim._replace(assertions=said)


def _windows(claim: Claim) -> Iterator[Window]:
    """Other windows that end in the month, those near by, and those that the day of the text stands for."""
    span, month = claim.span, claim.period
    for other in ("month", "year_to_date", "rolling_12", *(["quarter"] if month.month % 3 == 0 else [])):
        yield Window(other, month)
    if month.month == 12:
        yield Window("year", month)
    near = (-12, 12, -1, 1, -2, 2) if span in {"month", "year_to_date"} else (-12, 12)
    yield from (Window(span, periods.shift(month, step)) for step in near)
    yield Window("year", periods.december(month.year - 1))
    if claim.made:
        last = periods.shift(claim.made.replace(day=1), -1)
        for newest in (last, periods.shift(last, -12)):
            yield from (Window(other, newest) for other in ("month", "year_to_date"))


def _measures(claim: Claim) -> Iterator[Exchange]:
    """The same number as another measure, or with the other sign."""
    (said,) = claim.assertions
    for alike in _ALIKE:
        for other in alike if said.measure in alike else ():
            yield _measure(claim, said._replace(measure=other), _words("measure", other))
    if said.measure in {"yoy", "mom", "difference"} and said.quantity:
        turned = said._replace(quantity=said.quantity._replace(value=-said.quantity.value))
        way = "rise" if said.quantity.value < 0 else "fall"
        yield _measure(claim, turned, _words("direction", way))
    if said.measure in {"record", "rank"} and not said.of and claim.span == "month":
        other = "month" if said.scope == "same_month" else "same_month"
        yield _measure(claim, said._replace(scope=other), _words("scope", scope=say("check.scope", other)))


def _differences(claim: Claim, candidates: Sequence[Named]) -> Iterator[Exchange]:
    """An amount as the difference of two windows that the text names, either way round."""
    (said,) = claim.assertions
    if said.measure not in {"level", "difference"}:
        return
    named = [each.value for each in candidates if isinstance(each.value, Window)]
    windows = dict.fromkeys([Window(claim.span, claim.period), *named])
    between = said._replace(measure="difference")
    for one, other in permutations(windows, 2):
        moved = claim._replace(period=one.through, span=one.span, against=other.through)
        words = _words("difference", window=one, against=other)
        exchange = _measure(moved._replace(against_span=other.span), between, words)
        yield exchange._replace(slots=("measure", "period"))


def _measure(claim: Claim, said: Assertion, words: Statement) -> Exchange:
    return Exchange(("measure",), claim._replace(assertions=(said,)), words)
