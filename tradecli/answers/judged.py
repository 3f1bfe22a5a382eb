"""Whether a claim's number is what the figures say, within the last digit it was given with."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from tradecli.answers.measured import Found
from tradecli.claims import Assertion, Claim
from tradecli.statistics.growth import Multiple, claim_holds, claimed_band

TRUE, FALSE, UNKNOWN = "true", "false", "unknown"
#: Measures that together state one ratio.
RATIO = frozenset({"level", "base", "yoy", "multiple"})
_TIMES = {"doubled": 2, "tripled": 3, "quadrupled": 4}


def judge(assertion: Assertion, found: Found, side: int = 1) -> tuple[str, str]:
    """A verdict on one assertion, and the reason where none can be given.

    A number is true if the exact value lies within half a unit of its last digit; or if it lies
    within what the rounding of the inputs leaves open, and that is no more than one unit.

    Returns:
        `true`, `false` or `unknown`, and the reason of the last.
    """
    if assertion.word:
        return _word(assertion.word, found)
    if assertion.measure == "record":
        return _plain(found, found.value == 1 and not found.tie)
    if assertion.quantity is None:
        return UNKNOWN, "missing"
    claimed, half = assertion.quantity.value * side, assertion.quantity.half
    if assertion.measure in {"rank", "streak"}:
        return _open(found, claimed) if found.note == "open_streak" else _plain(found, found.value == claimed)
    if found.value is None or found.low is None:
        return UNKNOWN, found.note
    if abs(found.value - claimed) <= half:
        return TRUE, ""
    return _within(found, claimed, half)


def _plain(found: Found, holds: bool) -> tuple[str, str]:
    if found.value is None:
        return UNKNOWN, found.note
    return (TRUE, "") if holds else (FALSE, "")


def _open(found: Found, claimed: Fraction) -> tuple[str, str]:
    """A streak whose beginning is not held: too short a claim is false, any other cannot be told."""
    least = found.low if found.low is not None else found.high
    if least is None or abs(claimed) < abs(least) or (claimed > 0) != (least > 0):
        return FALSE, ""
    return UNKNOWN, found.note


def _within(found: Found, claimed: Fraction, half: Fraction) -> tuple[str, str]:
    """The exact value is off: rounding of the inputs may still allow the number."""
    if (
        found.low is None
        or found.low > claimed + half
        or (found.high is not None and found.high < claimed - half)
    ):
        return FALSE, ""
    fine = found.high is not None and found.high - found.low <= 4 * half
    return (TRUE, "rounding") if fine else (UNKNOWN, "too_coarse")


def _multiple(word: str) -> Multiple:
    """What a word such as `nearly doubled` says."""
    times = _TIMES[word.split()[-1]]
    return Multiple(
        times, "nearly" if word.startswith("nearly") else "more" if word.startswith("more") else "just"
    )


def _word(word: str, found: Found) -> tuple[str, str]:
    if found.value is None:
        return UNKNOWN, found.note
    return (TRUE if claim_holds(_multiple(word), found.value) else FALSE), ""


def contradiction(claim: Claim) -> tuple[Assertion, Assertion, Fraction] | None:
    """Two parts of one claim that cannot both be true, whatever the figures are.

    Level over base, growth and multiple all state one ratio; what the last digits of one leave
    possible must meet what those of the other do. (677, +35 %, on a base of 495.7: 36.5 to 36.7.)
    """
    ratios = list(_ratios(claim).values())
    for (one, low, high), (other, other_low, other_high) in combinations(ratios, 2):
        if low > other_high or other_low > high:
            return one, other, (low + high) / 2
    return None


def _ratios(claim: Claim) -> dict[str, tuple[Assertion, Fraction, Fraction]]:
    said = {assertion.measure: assertion for assertion in claim.assertions}
    found = {}
    level, base = said.get("level"), said.get("base")
    if level and base and level.quantity and base.quantity and base.quantity.value > base.quantity.half:
        top, bottom = level.quantity, base.quantity
        found["level"] = (
            level,
            (top.value - top.half) / (bottom.value + bottom.half),
            (top.value + top.half) / (bottom.value - bottom.half),
        )
    # Against anything but the year before, the multiple and the base say nothing of the growth.
    yoy = said.get("yoy") if claim.against is None else None
    if yoy and yoy.quantity:
        low, high = (yoy.quantity.value - yoy.quantity.half), (yoy.quantity.value + yoy.quantity.half)
        found["yoy"] = (yoy, 1 + low / 100, 1 + high / 100)
    times = said.get("multiple")
    if times and times.quantity:
        number = times.quantity
        found["multiple"] = (times, number.value - number.half, number.value + number.half)
    elif times:
        found["multiple"] = (times, *claimed_band(_multiple(times.word)))
    return found
