"""Whether a claim's number is what the figures say, within the last digit it was given with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import Literal, NamedTuple

import polars as pl

from tradecli.claims import Assertion, Claim
from tradecli.frames import typed
from tradecli.reports.available import Available
from tradecli.reports.measure import Measured, measure
from tradecli.statistics.growth import Multiple, claim_holds, claimed_band

TRUE, FALSE, UNKNOWN = "true", "false", "unknown"
#: True when published; so stated by the publisher.
TRUE_THEN, STATED = "true_when_published", "as_stated"
#: Measures that together state one ratio.
RATIO = frozenset({"level", "base", "yoy", "multiple"})
_TIMES = {"doubled": 2, "tripled": 3, "quadrupled": 4}
_DEGREES: dict[str, Literal["nearly", "more"]] = {"nearly": "nearly", "more": "more"}
#: How the releases name what they state.
_GROUPS = {"ICT_AV": "ICT & audio-video products", "ELECTRONIC_COMPONENTS": "electronic components"}
_STREAK = "consecutive months of y/y export growth (negative = decline)"
_FLOWS = {
    "export": ("exports", " to the US"),
    "import": ("imports", " from the US"),
    "balance": ("trade balance", " with the US"),
}
_SPANS = {"month": "", "year_to_date": ", year to date,", "quarter": ", quarter,"}


class Stated(NamedTuple):
    """What the publisher's release stated, as printed, and its day."""

    value: str
    release_date: date
    address: str


class Verdict(NamedTuple):
    """One assertion of a claim, judged.

    `then` and `now` are what the figures said on the day the claim was made and say today,
    `reason` says why it is not simply true, `clash` is the part of the same claim that it
    contradicts, `like_with_like` the multiple of the same months a year earlier.
    """

    number: int
    claim: Claim
    assertion: Assertion
    verdict: str
    reason: str
    then: Measured
    now: Measured
    stated: Stated | None = None
    clash: Assertion | None = None
    like_with_like: Measured | None = None


def verdicts(available: Available, number: int, claim: Claim, releases: pl.DataFrame) -> Iterator[Verdict]:
    """The verdicts on a claim: its parts must agree with each other before any figure is looked at."""
    clash = contradiction(claim)
    if clash:
        kept, against, ratio = clash
        implied = ratio if against.measure == "multiple" else 100 * (ratio - 1)
        nothing = Measured(None, note="inconsistent")
        own = nothing._replace(value=implied)
        yield Verdict(number, claim, against, FALSE, "inconsistent", own, nothing, clash=kept)
    for assertion in claim.assertions:
        if not clash or assertion.measure not in RATIO:
            yield verdict(available, number, claim, assertion, releases)


def verdict(
    available: Available, number: int, claim: Claim, assertion: Assertion, releases: pl.DataFrame
) -> Verdict:
    """Judge one assertion by the figures of its day and of today."""
    then = measure(available.series, claim, assertion, claim.made)
    now = measure(available.series, claim, assertion, None) if claim.made else then
    before, reason = judge(assertion, then, claim.side)
    today, _ = judge(assertion, now, claim.side)
    said = stated(claim, assertion, releases)
    like = _like_with_like(available, claim, assertion)
    found = Verdict(number, claim, assertion, before, reason, then, now, said, None, like)
    if before == TRUE:
        since = _since(now, claim)
        return found._replace(verdict=TRUE_THEN, reason=since) if today == FALSE else found
    if said and _repeats(assertion, said):
        return found._replace(verdict=STATED, reason="stated")
    if before == UNKNOWN and today == TRUE and claim.made is not None:
        # Nothing is available of that day: what is known today can confirm a claim, but not refute it.
        return found._replace(verdict=TRUE, reason="only_today")
    return found


def _since(now: Measured, claim: Claim) -> str:
    """A record can be passed by a later month; anything else was revised."""
    later = now.rank is not None and now.figures[1].window.through > claim.period
    return "passed" if later else "revised"


def _like_with_like(available: Available, claim: Claim, assertion: Assertion) -> Measured | None:
    """A multiple of other months than the claim's own: the same months a year earlier stand beside it."""
    if assertion.measure != "multiple" or claim.against is None:
        return None
    same = claim.against.month == claim.period.month and claim.against_span == claim.span
    return None if same else measure(available.series, claim._replace(against=None), assertion, None)


def _repeats(assertion: Assertion, said: Stated) -> bool:
    """Whether the claim gives the number that the release printed."""
    quantity = assertion.quantity
    return quantity is not None and abs(quantity.value - Fraction(said.value)) <= quantity.half


def stated(claim: Claim, assertion: Assertion, releases: pl.DataFrame) -> Stated | None:
    """What the ministry's release for the claim's month stated of the same measure by the claim's day."""
    name = release_name(claim, assertion)
    if not name or claim.reporter != "TW":
        return None
    rows = releases.filter((pl.col("measure") == name) & (pl.col("period") == claim.period))
    if claim.made:
        rows = rows.filter(pl.col("release_date") <= claim.made)
    return next(iter(typed(Stated, rows.sort("release_date", descending=True))), None)


def release_name(claim: Claim, assertion: Assertion) -> str:
    """How the table of releases names a measure; empty where no release states such a one."""
    name = assertion.measure
    whole = claim.commodity == "TOTAL"
    if name == "streak":
        return _STREAK if claim.flow == "export" and claim.partner == "WORLD" and whole else ""
    if name == "share":
        return "US share of exports" if (claim.flow, claim.partner) == ("export", "US") and whole else ""
    goods, span = _GROUPS.get(claim.commodity, ""), _SPANS.get(claim.span)
    if name not in {"yoy", "mom"} or claim.partner not in {"WORLD", "US"} or span is None:
        return ""
    if not whole and not goods:
        return ""
    flow, partner = _FLOWS[claim.flow]
    of, us = f" of {goods}" if goods else "", partner if claim.partner == "US" else ""
    return f"{flow}{of}{us}{span} {'y/y' if name == 'yoy' else 'm/m'}"


def judge(assertion: Assertion, found: Measured, side: int = 1) -> tuple[str, str]:
    """A verdict on one assertion, and the reason where none can be given.

    A number is true if the exact value lies within half a unit of its last digit; or if it lies
    within what the rounding of the inputs leaves open, and that is no more than one unit.

    Returns:
        `true`, `false` or `unknown`, and the reason of the last.
    """
    if assertion.word:
        return _plain(found, found.value is not None and claim_holds(multiple(assertion.word), found.value))
    if assertion.measure == "record":
        return _plain(found, found.value == 1 and not (found.rank and found.rank.tie))
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


def _within(found: Measured, claimed: Fraction, half: Fraction) -> tuple[str, str]:
    """The exact value is off: rounding of the inputs may still allow the number."""
    if (
        found.low is None
        or found.low > claimed + half
        or (found.high is not None and found.high < claimed - half)
    ):
        return FALSE, ""
    fine = found.high is not None and found.high - found.low <= 4 * half
    return (TRUE, "rounding") if fine else (UNKNOWN, "too_coarse")


def multiple(word: str) -> Multiple:
    """The multiple that a word such as `nearly doubled` claims.

    Examples:
        >>> multiple("more than doubled")
        Multiple(times=2, degree='more')
    """
    return Multiple(_TIMES[word.split()[-1]], _DEGREES.get(word.split()[0], "just"))


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
    said = {assertion.measure: assertion for assertion in claim.assertions}
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
