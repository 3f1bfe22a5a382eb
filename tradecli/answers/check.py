"""`trade check`: are these published claims true?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

import polars as pl

from tradecli.answers.judged import FALSE, RATIO, TRUE, UNKNOWN, contradiction, judge
from tradecli.answers.measured import Found, Shelf, measured
from tradecli.answers.mistakes import Explained, explain
from tradecli.claims import Assertion, Claim
from tradecli.question import Known, Question

#: The verdicts: true now and then; true when published; so stated by the publisher; false; cannot be told.
TRUE_THEN, STATED = "true_when_published", "as_stated"
VERDICTS = (TRUE, TRUE_THEN, STATED, FALSE, UNKNOWN)

#: How the releases name what they state.
_GROUPS = {"ICT_AV": "ICT & audio-video products", "ELECTRONIC_COMPONENTS": "electronic components"}
_STREAK = "consecutive months of y/y export growth (negative = decline)"


class Stated(NamedTuple):
    """What the publisher's release stated, as printed, and its day."""

    value: str
    day: date
    address: str


class Verdict(NamedTuple):
    """One assertion of a claim, judged.

    `then` and `now` are what the figures said on the day the claim was made and say today,
    `reason` says why it is not simply true, `clash` is the part of the same claim that it
    contradicts, `explained` what would make it true.
    """

    number: int
    claim: Claim
    assertion: Assertion
    verdict: str
    reason: str
    then: Found
    now: Found
    stated: Stated | None = None
    clash: Assertion | None = None
    explained: tuple[Explained, ...] = ()
    like_with_like: Found | None = None


class Answer(NamedTuple):
    """The verdicts, in the order of the claims, and what they rest on."""

    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    shelf: Shelf

    @property
    def false(self) -> bool:
        """Whether any claim is false."""
        return any(verdict.verdict == FALSE for verdict in self.verdicts)


def answer(
    claims: Sequence[Claim],
    load: Callable[[Question], Known],
    releases: pl.DataFrame,
    shelf: Shelf | None = None,
) -> Answer:
    """Judge claims.

    Args:
        claims: What was claimed.
        load: Reads what is known of a question.
        releases: What the publisher's releases stated; see `data.build.STATEMENTS`.
        shelf: What was read for earlier claims, to be used again.
    """
    shelf = shelf or Shelf(load)
    verdicts = [
        verdict
        for number, claim in enumerate(claims, 1)
        for verdict in _judged(shelf, number, claim, releases)
    ]
    return Answer(tuple(claims), tuple(verdicts), shelf)


def _judged(shelf: Shelf, number: int, claim: Claim, releases: pl.DataFrame) -> Iterator[Verdict]:
    """The parts of a claim must agree with each other before any figure is looked at."""
    clash = contradiction(claim)
    if clash:
        kept, against, ratio = clash
        nothing = Found(None, note="inconsistent")
        implied = ratio if against.measure == "multiple" else 100 * (ratio - 1)
        own = nothing._replace(value=implied)
        yield Verdict(number, claim, against, FALSE, "inconsistent", own, nothing, clash=kept)
    for assertion in claim.assertions:
        if not clash or assertion.measure not in RATIO:
            yield judged(shelf, number, claim, assertion, releases)


def judged(shelf: Shelf, number: int, claim: Claim, assertion: Assertion, releases: pl.DataFrame) -> Verdict:
    """Judge one assertion by the figures of its day and of today."""
    then = measured(shelf, claim, assertion, claim.made)
    now = measured(shelf, claim, assertion, None)
    before, reason = judge(assertion, then, claim.side)
    today, _ = judge(assertion, now, claim.side)
    said = stated(claim, assertion, releases)
    verdict = Verdict(number, claim, assertion, before, reason, then, now, said, None, (), None)
    verdict = verdict._replace(like_with_like=_like_with_like(shelf, claim, assertion))
    if before == TRUE:
        revised = today == FALSE
        return (
            verdict._replace(verdict=TRUE_THEN, reason=_since(assertion, now, claim)) if revised else verdict
        )
    if said and _repeats(assertion, said):
        return verdict._replace(verdict=STATED, reason="stated")
    if before == UNKNOWN:
        # Nothing is held of that day: what is known today can confirm a claim, but not refute it.
        known_now = today == TRUE and claim.made is not None
        return verdict._replace(verdict=TRUE, reason="only_today") if known_now else verdict
    return verdict._replace(explained=tuple(explain(shelf, claim, assertion)))


def _since(assertion: Assertion, now: Found, claim: Claim) -> str:
    """A record can be passed by a later month; anything else was revised."""
    if assertion.measure in {"record", "rank"} and len(now.windows) > 1:
        return "passed" if now.windows[1]["through"] > claim.period else "revised"
    return "revised"


def _like_with_like(shelf: Shelf, claim: Claim, assertion: Assertion) -> Found | None:
    """A multiple of other months than the claim's own: the same months a year earlier stand beside it."""
    if assertion.measure != "multiple" or claim.against is None:
        return None
    same = claim.against.month == claim.period.month and claim.against_span == claim.span
    return None if same else measured(shelf, claim._replace(against=None), assertion, None)


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
    for row in rows.sort("release_date", descending=True).to_dicts():
        return Stated(row["value"], row["release_date"], row["address"])
    return None


def release_name(claim: Claim, assertion: Assertion) -> str:
    """How the table of releases names a measure; empty where no release states such a one."""
    measure = assertion.measure
    whole = claim.commodity == "TOTAL"
    if measure == "streak":
        return _STREAK if claim.flow == "export" and claim.partner == "WORLD" and whole else ""
    if measure == "share":
        return "US share of exports" if (claim.flow, claim.partner) == ("export", "US") and whole else ""
    if measure not in {"yoy", "mom"} or claim.partner not in {"WORLD", "US"}:
        return ""
    name = {"export": "exports", "import": "imports", "balance": "trade balance"}[claim.flow]
    goods = "" if whole else _GROUPS.get(claim.commodity)
    if goods is None:
        return ""
    name += f" of {goods}" if goods else ""
    name += {"export": " to the US", "import": " from the US", "balance": " with the US"}[claim.flow] * (
        claim.partner == "US"
    )
    span = {"month": "", "year_to_date": ", year to date,", "quarter": ", quarter,"}.get(claim.span)
    if span is None:
        return ""
    return f"{name}{span} {'y/y' if measure == 'yoy' else 'm/m'}"


def context(verdict: Verdict) -> dict[str, Any]:
    """Of what a claim speaks, as JSON values."""
    claim = verdict.claim
    return {
        "claim": verdict.number,
        "text": claim.text or None,
        "measure": verdict.assertion.measure,
        "reporter": claim.reporter,
        "partner": claim.partner,
        "flow": claim.flow,
        "commodity": claim.commodity,
        "period": f"{claim.period.year:04d}-{claim.period.month:02d}",
        "span": claim.span,
        "made": claim.made,
    }
