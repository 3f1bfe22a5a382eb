"""A claim as one line, so that what was read in a text can be said and kept. Pure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tradecli.claims.model import Assertion, Claim
from tradecli.quantity import Quantity
from tradecli.rounding import half_up

_UNITS = {10**12: "tn", 10**9: "bn", 10**8: "億", 10**6: "million", 10**3: "thousand", 1: "dollar"}
_SPANS = {"year_to_date": " ytd", "rolling_12": " 12m"}
_WAYS = {"export": "to", "import": "from"}
_ABOUT = {"about": "about ", "nearly": "nearly ", "more": "more than "}


def to_line(claim: Claim) -> str:
    """The line that `line.from_line` reads as this claim, but for its text.

    A number whose last digit is no whole unit of what a line counts in (an increase of 1.7 times, ±5 points)
    is written as a ratio.

    Examples:
        >>> from tradecli.claims import from_line
        >>> to_line(from_line("surplus with US 2025-11 ytd: about 131.8 bn, doubled from 2024 @ 2026-01-09"))
        'surplus with US 2025-11 ytd: about 131.8 bn, doubled from 2024 @ 2026-01-09'
    """
    flow = {1: "surplus", -1: "deficit"}.get(claim.side, claim.flow)
    words = [flow if claim.flow in {"balance", "trade"} else f"{flow}s"]
    if claim.commodity != "TOTAL":
        words.append(f"of {claim.classification}:{claim.commodity}")
    if claim.partner != "WORLD":
        words.append(f"{_WAYS.get(claim.flow, 'with')} {claim.partner}")
    if claim.reporter != "TW":
        words.append(f"by {claim.reporter}")
    words.append(_period(claim.span, claim.period))
    said = ", ".join(_said(claim, each) for each in claim.assertions)
    made = f" @ {claim.made}" if claim.made else ""
    return f"{' '.join(words)}: {said}{made}"


def _period(span: str, period: object) -> str:
    year, month = str(period)[:4], int(str(period)[5:7])
    if span == "year":
        return year
    if span == "quarter":
        return f"{year}-Q{month // 3}"
    return f"{year}-{month:02}{_SPANS.get(span, '')}"


def _said(claim: Claim, said: Assertion) -> str:
    against = f" from {_period(claim.against_span, claim.against)}" if claim.against else ""
    if said.word:
        return said.word + against
    if said.of == "first_above":
        than = said.than or said.quantity
        return f"first above {_money(claim, than)}" if than else "record"
    if said.of == "exceeds_year":
        return "exceeds every year"
    if said.measure in {"record", "rank"}:
        return _place(said)
    if said.quantity is None:
        return said.measure
    if said.measure == "streak":
        return _streak(claim, said, said.quantity)
    return _number(claim, said, said.quantity, against)


def _number(claim: Claim, said: Assertion, number: Quantity, against: str) -> str:
    about, of = _ABOUT.get(said.about, ""), f" {said.of}" if said.of else ""
    currency = "NT$" if claim.currency == "TWD" else ""
    if said.measure == "yoy" and 2 * number.half > 1:
        return f"{about}{_plain(number.scaled(Fraction(1, 100)).shifted(1))} times"
    plain = _plain(number)
    return {
        "level": lambda: f"{about}{currency}{_money(claim, number)}",
        "base": lambda: f"base {_money(claim, number)}",
        "difference": lambda: f"difference {about}{_money(claim, number)}{against}",
        "yoy": lambda: f"{about}{plain} % y/y",
        "mom": lambda: f"{about}{plain} % m/m",
        "growth": lambda: f"growth {about}{plain} %{against}",
        "share": lambda: f"share {about}{plain} %{of}",
        "points": lambda: f"points {about}{plain}{of}{against}",
        "contribution": lambda: f"contribution {about}{plain}{of or ' %'}{against}",
        "multiple": lambda: f"{about}{plain} times{against.replace(' from', '')}",
    }[said.measure]()


def _place(said: Assertion) -> str:
    number = f" {said.quantity.value}" if said.measure == "rank" and said.quantity else ""
    of, scope = f" {said.of}" if said.of else "", f" {said.scope}" if said.scope else ""
    since = f" since {_period('month', said.since)}" if said.since else ""
    return f"{said.measure}{number}{of}{scope}{since}"


def _streak(claim: Claim, said: Assertion, length: Quantity) -> str:
    start = f"streak {length.value}"
    if said.of == "above" and said.than:
        return f"{start} above {_money(claim, said.than)}"
    if said.of == "above_percent" and said.than:
        return f"{start} above {_plain(said.than)} %"
    if said.of == "above_partner":
        return f"{start} above {said.rival}"
    return f"{start} {said.of}".rstrip()


def _money(claim: Claim, amount: Quantity) -> str:
    unit = claim.unit if claim.unit in _UNITS else 10**9
    while unit > 1 and 2 * amount.half < Fraction(unit, 10**9):
        unit //= 1000
    if 2 * amount.half > unit:
        unit = next((each for each in sorted(_UNITS) if each >= 2 * amount.half), unit)
    return f"{_plain(amount.scaled(Fraction(1, unit)))} {_UNITS.get(unit, 'bn')}"


def _plain(number: Quantity) -> Decimal:
    """A number with the decimals that its half unit stands for."""
    digits = 0
    while 2 * number.half * 10**digits < 1:
        digits += 1
    return half_up(number.value.numerator, number.value.denominator, digits)
