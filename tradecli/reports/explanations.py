"""Why a claim is false: the one change that would make it true, or the two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tradecli.claims import Assertion, Claim
from tradecli.reports.alternatives import (
    ALL,
    NUMBERS,
    READINGS,
    Changes,
    Mistake,
    months_nearby,
    sign,
)
from tradecli.reports.available import Alternatives, Available
from tradecli.reports.chance import LIMIT, Tried
from tradecli.reports.judge import TRUE, judge
from tradecli.reports.measure import measure, measure_again
from tradecli.reports.measured import Measured, question

#: Digits from which a number can be told from a chance hit among many two-step changes.
TELLING_DIGITS = 3


class Explained(NamedTuple):
    """One change, or two, after which the claim is what the figures say."""

    mistakes: tuple[Mistake, ...]
    found: Measured


class Explanation(NamedTuple):
    """What would make a false assertion true, and how many alternatives were tried for it."""

    changes: tuple[Explained, ...] = ()
    tried: int = 0


def explain(available: Available, claim: Claim, assertion: Assertion) -> Explanation:
    """The changes that make a false assertion true, the likeliest first.

    Returns:
        Every single change that does and is not likely to fit by luck; where none does and the number
        has digits enough to tell, the first pair of changes.
    """
    said = Mistake("", claim, assertion, claim.made, side=claim.side)
    asked = question(claim, claim.made)
    search = _Search(available.alternatives(asked))
    # A surplus called a deficit is just that, whatever else would fit.
    found = list(search.singles(said, (sign,))) if claim.side else []
    found = found or list(search.singles(said, ALL))
    return Explanation(tuple(found or search.pairs(said)), search.tried.number)


class _Search:
    """Tries changes, and keeps count."""

    def __init__(self, others: Alternatives) -> None:
        self.others, self.tried = others, Tried()

    def singles(self, said: Mistake, changes: tuple[Changes, ...]) -> Iterator[Explained]:
        """Every kind of change that makes the assertion true."""
        told: set[str | Mistake] = set()
        for change in changes:
            for changed in change(self.others, said):
                # Of one kind the first that fits is enough (a figure often stands in several vintages),
                # and one reading is told once: eleven months of the year are another month of it too.
                new = not told or not told & {changed.kind, _read_as(changed)}
                if new and (found := self._fits(changed, changed.kind)):
                    told |= {changed.kind, _read_as(changed)}
                    yield Explained((changed,), found)

    def pairs(self, said: Mistake) -> Iterator[Explained]:
        """The first pair of changes that makes a level true."""
        quantity = said.assertion.quantity
        if quantity is None or quantity.digits < TELLING_DIGITS or said.assertion.measure != "level":
            return
        firsts = (one for change in (*READINGS, months_nearby) for one in change(self.others, said))
        for first in firsts:
            for second in (one for change in (*NUMBERS, *READINGS) for one in change(self.others, first)):
                if second.kind != first.kind and (found := self._fits(second, "")):
                    yield Explained((first, second), found)
                    return

    def _fits(self, changed: Mistake, kind: str) -> Measured | None:
        """What the figures say after a change that makes the assertion true, and hardly by luck."""
        claim, said, as_of = changed.claim, changed.assertion, changed.as_of
        found = measure_again(self.others.untraced, self.others.levels, claim, said, as_of)
        self.tried.count(kind, said, found)
        if judge(said, found, changed.side)[0] != TRUE:
            return None
        # A wrong side is seen before anything is tried, and another day says the same of the same figure.
        likely = kind in {"sign", "vintage"} or self.tried.chance(kind, said) <= LIMIT
        return measure(self.others.series, claim, said, as_of) if likely else None


def _read_as(changed: Mistake) -> Mistake:
    span = "year_to_date" if changed.claim.span == "year" else changed.claim.span
    return changed._replace(kind="", claim=changed.claim._replace(span=span), words=None)
