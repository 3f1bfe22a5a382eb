"""The verdict on a claim: by the figures of its day, by those of today, and by what may be missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

import polars as pl

from tradecli.claims import Assertion, Claim
from tradecli.model.figure import Window
from tradecli.reports.available import Available
from tradecli.reports.judge import FALSE, RATIO, TRUE, UNKNOWN, contradiction, judge
from tradecli.reports.measure import is_place, measure, measure_again
from tradecli.reports.measured import Measured, compared, figure_in, question
from tradecli.reports.possible import Possible, exactly, long_since_revised, not_yet_revised
from tradecli.reports.stated import Stated, repeats, stated
from tradecli.vintages import ON_TIME

#: True when published; of periods of unlike length; so stated by the publisher.
TRUE_THEN, UNLIKE, STATED = "true_when_published", "true_of_unlike_periods", "as_stated"
#: Why nothing can be told of a day that is told of today.
NOT_HELD = frozenset({"not_held", "missing"})
#: Publishers release every month: where nothing is held for longer than this, a release is not.
MONTHLY = timedelta(days=45)

#: No month is out before it has ended, but for the shortest by three days.
MONTH = timedelta(days=28)


class Verdict(NamedTuple):
    """One assertion of a claim, judged.

    `then` and `now` are what the figures said on the day the claim was made and say today,
    `reason` says why it is not simply true, `clash` is the part of the same claim that it
    contradicts, `like_with_like` the multiple of the same months a year earlier. `first` is the day of
    the first publication by which an undated claim was judged, `up_to_then` the place of a figure among all
    earlier ones by today's figures.
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
    first: date | None = None
    up_to_then: Measured | None = None


@dataclass(frozen=True)
class Bench:
    """What claims are judged by: the figures, and what the publisher's releases stated."""

    available: Available
    releases: pl.DataFrame

    @cached_property
    def release_days(self) -> frozenset[date]:
        """The days of the publisher's releases."""
        return frozenset(self.releases["release_date"].unique().to_list())

    def verdicts(self, number: int, claim: Claim) -> Iterator[Verdict]:
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
                yield self.verdict(number, claim, assertion)

    def verdict(self, number: int, claim: Claim, assertion: Assertion) -> Verdict:
        """Judge one assertion; see method.md, section 16."""
        now = self.measured(claim, assertion, None)
        then = self.measured(claim, assertion, claim.made) if claim.made else now
        outcome, reason = judge(assertion, then, claim.side)
        said = stated(claim, assertion, self.releases)
        found = Verdict(number, claim, assertion, outcome, reason, then, now, said)
        if outcome == TRUE:
            return self._true(found)
        if outcome == FALSE and assertion.about:
            return self._softened(found)
        if said and repeats(assertion, said):
            return found._replace(verdict=STATED, reason="stated")
        if claim.made is None:
            return self._as_first_published(found) if outcome == FALSE else found
        if outcome == FALSE:
            return self._unless_revised(found, claim.made)
        # What is said of a month before it has come is a forecast.
        return self._by_today(found) if reason in NOT_HELD and claim.period < claim.made else found

    def measured(
        self,
        claim: Claim,
        assertion: Assertion,
        as_of: date | None,
        *,
        later: bool = True,
        traced: bool = True,
    ) -> Measured:
        """What the figures known on a day say, *traced* to their origins or not; see `measure`."""
        if assertion.of in {"partners", "first_partner"}:
            self.available.all_partners(question(claim, as_of))
        if traced:
            return measure(self.available.series, claim, assertion, as_of, later=later)
        untraced, levels = self.available.untraced, self.available.levels
        return measure_again(untraced, levels, claim, assertion, as_of, later=later)

    def _true(self, found: Verdict) -> Verdict:
        """True on its day: whether it is still, and whether it compares like with like."""
        claim, assertion = found.claim, found.assertion
        if assertion.measure in {"multiple", "growth"}:
            found = found._replace(like_with_like=self._like_with_like(claim, assertion))
            if unlike(claim, assertion):
                return found._replace(verdict=UNLIKE, reason="unequal_periods")
        if judge(assertion, found.now, claim.side)[0] == FALSE:
            return found._replace(verdict=TRUE_THEN, reason=_since(found.now, claim))
        return found

    def _like_with_like(self, claim: Claim, assertion: Assertion) -> Measured | None:
        """Beside a multiple of other months than the claim's own that of the same months a year earlier."""
        if claim.against is None:
            return None
        same = claim.against.month == claim.period.month and claim.against_span == claim.span
        return None if same else self.measured(claim._replace(against=None), assertion, None)

    def _softened(self, found: Verdict) -> Verdict:
        """A softened number is false only where no figure within the revisions could have been meant."""
        spread = long_since_revised(self.available.band)
        possible = Possible(self.available.series, found.claim.made, spread, spread)
        if possible.holds(found.claim, found.assertion):
            return found._replace(verdict=UNKNOWN, reason="softened")
        return found

    def _unless_revised(self, found: Verdict, day: date) -> Verdict:
        """False, unless figures that the newest release before the day revised could make it true."""
        newest = self._newest_release(found.claim, day)
        if newest is None or all(
            figure.oldest is None or figure.oldest >= newest for figure in found.then.figures
        ):
            return found
        spread = not_yet_revised(self.available.band, newest)
        possible = Possible(self.available.series, day, spread, spread)
        if possible.holds(found.claim, found.assertion):
            return found._replace(verdict=UNKNOWN, reason="base_superseded")
        return found

    def _by_today(self, found: Verdict) -> Verdict:
        """Nothing is held of the day: today's figure can refute a claim, but not confirm it."""
        claim, assertion = found.claim, found.assertion
        if judge(assertion, found.now, claim.side)[0] == UNKNOWN and found.now.value is None:
            return found
        possible = Possible(
            self.available.series, None, long_since_revised(self.available.band), exactly, later=False
        )
        found = found._replace(up_to_then=self._up_to_then(claim, assertion))
        if possible.holds(claim, assertion):
            return found
        return found._replace(verdict=FALSE, reason="beyond_revisions")

    def _as_first_published(self, found: Verdict) -> Verdict:
        """False today, and of no day: whether it is true of what was published first."""
        claim, assertion = found.claim, found.assertion
        day = self._first_day(claim)
        if day is None:
            nothing = found._replace(then=Measured(None, note="not_held"))
            return self._up_to_then_unknown(nothing) if is_place(assertion) else found
        then = self.measured(claim, assertion, day)
        outcome, _ = judge(assertion, then, claim.side)
        first = found._replace(then=then, first=day)
        if outcome == TRUE:
            return self._true(first)
        if outcome == UNKNOWN and is_place(assertion):
            return self._up_to_then_unknown(first)
        if outcome == UNKNOWN or self._unless_revised(first, day).verdict == FALSE:
            return found
        return first._replace(verdict=UNKNOWN, reason="base_superseded")

    def _up_to_then_unknown(self, found: Verdict) -> Verdict:
        """An old record passed since: whether it was one when published is not held, or not wholly."""
        place = self._up_to_then(found.claim, found.assertion)
        if place is None or judge(found.assertion, place, found.claim.side)[0] != TRUE:
            return found._replace(then=found.now, first=None)
        reason = judge(found.assertion, found.then, found.claim.side)[1]
        return found._replace(verdict=UNKNOWN, reason=reason, up_to_then=place)

    def _up_to_then(self, claim: Claim, assertion: Assertion) -> Measured | None:
        if not is_place(assertion):
            return None
        return self.measured(claim, assertion, None, later=False)

    def _newest_release(self, claim: Claim, day: date) -> date | None:
        """The newest release up to a day, held or not; None for records of one's own."""
        asked = [question(claim._replace(partner=partner), None) for partner in (claim.partner, "WORLD")]
        known = map(self.available.known, asked)
        if any(one is not None and one.question.table is not None for one in known):
            return None
        days = {vintage for one in asked for vintage in self.available.days(one)}
        if claim.reporter == "TW":
            days |= self.release_days
        newest = max((one for one in days if one <= day), default=day)
        return newest if day - newest <= MONTHLY else day

    def _first_day(self, claim: Claim) -> date | None:
        """The day on which the claimed figure was first published, if what was published then is held."""
        last = claim.period + MONTH + timedelta(days=ON_TIME)
        for day in self.available.days(question(claim, None)):
            if claim.period + MONTH <= day <= last:
                series = self.available.series(question(claim, day))
                window = Window(claim.span, claim.period)
                if series and figure_in(series, claim.flow, window).money:
                    flow = "import" if claim.flow == "trade" else claim.flow
                    return day if series.newest("month", flow) == claim.period else None
        return None


def unlike(claim: Claim, assertion: Assertion) -> bool:
    """Whether a claim compares periods of different length."""
    return _length(Window(claim.span, claim.period)) != _length(compared(claim, assertion))


def _length(window: Window) -> int:
    if window.span == "year_to_date":
        return window.through.month
    return {"month": 1, "quarter": 3}.get(window.span, 12)


def _since(now: Measured, claim: Claim) -> str:
    """A record can be passed by a later month; anything else was revised."""
    later = now.rank is not None and now.figures[1].window.through > claim.period
    return "passed" if later else "revised"
