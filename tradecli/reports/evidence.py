"""Verdicts on what was read in a text: told only as far as the reading is sure (method.md, section 17)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tradecli.claims import Claim
from tradecli.model.report import Statement
from tradecli.reading.model import Reading
from tradecli.reports.judge import FALSE, UNKNOWN
from tradecli.reports.verdict import Bench, Verdict

CANNOT_TELL, NO_CLAIM = "cannot_tell", "no_claim"


class Exchange(NamedTuple):
    """A claim that differs from the one read in some slots, and is true: `of imports`, `of 2024`."""

    slots: tuple[str, ...]
    claim: Claim
    words: Statement


class Weighed(NamedTuple):
    """A reading with its verdict, as far as its evidence carries one.

    `outcome` is a verdict of `verdict.Verdict` (`true`, `true_when_published`, `true_of_unlike_periods`,
    `as_stated`, `false`), `cannot_tell`, or `no_claim` for what is no statement about past trade; `reason`
    a word for why, empty where it is plainly true. `verdict` holds the figures; `instead` what would be true.
    """

    reading: Reading
    verdict: Verdict | None
    outcome: str
    reason: str
    instead: tuple[Exchange, ...] = ()


def weigh(readings: Sequence[Reading], bench: Bench) -> list[Weighed]:
    """The verdicts on the readings of one text, in their order."""
    return [_weighed(number, reading, bench) for number, reading in enumerate(readings, 1)]


def _weighed(number: int, reading: Reading, bench: Bench) -> Weighed:
    claim = reading.claim
    if reading.kind != "claim" or claim is None:
        return Weighed(reading, None, NO_CLAIM, reading.kind)
    verdict = bench.verdict(number, claim, claim.assertions[0])
    if verdict.verdict == UNKNOWN:
        return Weighed(reading, verdict, CANNOT_TELL, verdict.reason)
    if verdict.verdict == FALSE:
        return Weighed(reading, verdict, CANNOT_TELL, "unsure")
    return Weighed(reading, verdict, verdict.verdict, verdict.reason)
