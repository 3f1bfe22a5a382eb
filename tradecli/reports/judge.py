"""Whether a claim's number is what the figures say, within the last digit it was given with."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from tradecli.claims import Assertion, Claim
from tradecli.reports.measure import is_place, multiple
from tradecli.reports.measured import Measured
from tradecli.reports.softened import range_of
from tradecli.statistics.growth import claim_holds, claimed_band

TRUE, FALSE, UNKNOWN = "true", "false", "unknown"
#: Measures that together state one ratio.
RATIO = frozenset({"level", "base", "yoy", "multiple"})
#: Measures of the size of a balance; the others carry its sign.
SIZES = frozenset({"yoy", "mom", "multiple", "record", "rank", "growth"})
#: Amounts: of a surplus or deficit they carry its sign.
AMOUNTS = frozenset({"level", "base"})


def judge(assertion: Assertion, found: Measured, side: int = 0) -> tuple[str, str]:
    """A verdict on one assertion, and the reason where none can be given.

    A claim of a surplus (*side* 1) or a deficit (-1) gives sizes: a level and a streak are compared with
    the sign of that side, all else on the size, and is false of a balance on the other side.

    A number is true if the exact value lies within half a unit of its last digit, or as far from it as it
    was softened (`softened.range_of`); or if it lies within what the rounding of the inputs leaves open,
    and that is no more than one unit.

    Returns:
        `true`, `false` or `unknown`, and the reason.
    """
    if side and assertion.measure in SIZES and not _on_side(found, side):
        return FALSE, "sign"
    if assertion.word:
        return _plain(found, found.value is not None and claim_holds(multiple(assertion.word), found.value))
    if is_place(assertion):
        return _rank(assertion, found)
    own = side if assertion.measure in AMOUNTS else 1
    if not assertion.about and assertion.measure != "streak" and _far_apart(assertion, found, own):
        return FALSE, ""
    ends = range_of(assertion)
    if assertion.quantity is None or ends is None:
        return UNKNOWN, "missing"
    if assertion.measure == "streak":
        claimed = assertion.quantity.value * (1 if assertion.of else side or 1)
        return _open(found, claimed) if found.note == "open_streak" else _plain(found, found.value == claimed)
    if found.value is None or found.low is None:
        return UNKNOWN, found.note
    low, high = sided(ends, own)
    return (TRUE, "") if low <= found.value <= high else _within(found, low, high)


def _far_apart(assertion: Assertion, found: Measured, side: int) -> bool:
    """Whether a number is further from the one claimed than both their last digits leave open.

    ``low > claimed + half`` or ``high < claimed - half``, in whole numbers: nearly all that is tried is.
    """
    if assertion.quantity is None or found.low is None or found.high is None:
        return False
    claimed, half, _ = assertion.quantity
    size = (-claimed.numerator if side < 0 else claimed.numerator) * half.denominator
    reach, units = half.numerator * claimed.denominator, claimed.denominator * half.denominator
    low, high = found.low, found.high
    return (
        low.numerator * units > (size + reach) * low.denominator
        or high.numerator * units < (size - reach) * high.denominator
    )


def sided(ends: tuple[Fraction, Fraction], side: int) -> tuple[Fraction, Fraction]:
    """The lowest and the highest number, with the sign of a deficit if *side* is -1."""
    low, high = ends
    return (-high, -low) if side < 0 else ends


def _on_side(found: Measured, side: int) -> bool:
    """Whether a balance is a surplus, or a deficit; what is missing may be either."""
    money = found.figures[0].money if found.figures else None
    return money is None or money.sign == side


def _rank(assertion: Assertion, found: Measured) -> tuple[str, str]:
    """A record or a place; among earlier figures that are not available there may be larger ones."""
    claimed = place_of(assertion)
    if assertion.of in {"partners", "commodities"}:
        return _among(found, claimed)
    if found.value is None or found.rank is None:
        return UNKNOWN, found.note
    if assertion.measure == "record" and found.rank.tie:
        return FALSE, ""
    if found.rank.missing and found.value <= claimed <= found.value + found.rank.missing:
        return UNKNOWN, "gaps"
    return _plain(found, found.value == claimed)


def _among(found: Measured, claimed: Fraction) -> tuple[str, str]:
    """A place among partners or goods: true as the reporter counts, false however they are counted."""
    if found.value == claimed:
        return TRUE, ""
    if found.low is None or found.high is None:
        return UNKNOWN, found.note
    return (UNKNOWN, "partners_not_held") if found.low <= claimed <= found.high else (FALSE, "")


def place_of(assertion: Assertion) -> Fraction:
    """The place that a record, a rank or the first above an amount gives."""
    given = assertion.quantity if assertion.measure == "rank" else None
    return given.value if given else Fraction(1)


def _plain(found: Measured, holds: bool) -> tuple[str, str]:
    if found.value is None:
        return UNKNOWN, found.note
    return (TRUE, "") if holds else (FALSE, "")


def _open(found: Measured, claimed: Fraction) -> tuple[str, str]:
    """A streak whose beginning is not available: too short a claim is false, any other cannot be told."""
    least = found.low if found.low is not None else found.high
    if least is None or abs(claimed) < abs(least) or (claimed > 0) != (least > 0):
        return FALSE, ""
    return UNKNOWN, found.note


def _within(found: Measured, low: Fraction, high: Fraction) -> tuple[str, str]:
    """The exact value is off: rounding of the inputs may still allow the number."""
    if found.low is None or found.low > high or (found.high is not None and found.high < low):
        return FALSE, ""
    fine = found.high is not None and found.high - found.low <= 2 * (high - low)
    return (TRUE, "rounding") if fine else (UNKNOWN, "too_coarse")


def contradiction(claim: Claim) -> tuple[Assertion, Assertion, Fraction] | None:
    """Two parts of one claim that cannot both be true, whatever the figures are.

    Level over base, growth and multiple all state one ratio; what the last digits of one leave
    possible must meet what those of the other do. (677, +35 %, on a base of 495.7: 36.5 to 36.7.)
    """
    for (one, low, high), (other, other_low, other_high) in combinations(_ratios(claim), 2):
        if low > other_high or other_low > high:
            return one, other, (low + high) / 2
    return None


def _ratios(claim: Claim) -> Iterator[tuple[Assertion, Fraction, Fraction]]:
    said = {each.measure: each for each in claim.assertions if not each.about and each.of != "first_above"}
    level, base = said.get("level"), said.get("base")
    if level and base and level.quantity and base.quantity and base.quantity.value > base.quantity.half:
        (top, up, _), (bottom, down, _) = level.quantity, base.quantity
        yield level, (top - up) / (bottom + down), (top + up) / (bottom - down)
    # Against anything but the year before, the multiple and the base say nothing of the growth.
    yoy = said.get("yoy") if claim.against is None else None
    if yoy and yoy.quantity:
        rate, half, _ = yoy.quantity
        yield yoy, 1 + (rate - half) / 100, 1 + (rate + half) / 100
    times = said.get("multiple")
    if times and times.quantity:
        yield times, times.quantity.value - times.quantity.half, times.quantity.value + times.quantity.half
    elif times:
        yield times, *claimed_band(multiple(times.word))
