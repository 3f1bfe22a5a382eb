"""Verdicts on what was read in a text: told only as far as the reading is sure (method.md, section 17)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from tradecli import periods
from tradecli.claims import Assertion, Claim
from tradecli.errors import TradeError
from tradecli.facts import places
from tradecli.reading.model import Named, Reading, Slots
from tradecli.reports.chance import near
from tradecli.reports.exchanges import Exchange, exchanges, pairs
from tradecli.reports.judge import FALSE, TRUE, UNKNOWN, judge
from tradecli.reports.measure import is_place
from tradecli.reports.measure_places import counted_since
from tradecli.reports.measured import Measured
from tradecli.reports.possible import UNBOUNDED, Possible, within_revisions
from tradecli.reports.verdict import STATED, TRUE_THEN, UNLIKE, Bench, Verdict

CANNOT_TELL, NO_CLAIM = "cannot_tell", "no_claim"
#: Digits from which a number can be told from a chance hit.
TELLING_DIGITS = 3
#: Exchanges that are told, the likeliest first.
TOLD = 3
#: Characters between a place and a number that may be its own.
JUST_BEFORE = 20
#: Evidence by which each slot is sure enough to call a statement false. Of partner and goods nothing near is
#: named where they are what is usual; the reporter of the text is as it was given.
_SURE = frozenset({"explicit", "near", "focus"})
_USUAL = frozenset({"partner", "commodity", "reporter"})
#: Why nothing can be told of the day, though today's figures may tell it.
_OF_THE_DAY = frozenset(
    {"not_held", "missing", "short_history", "gaps", "open_streak", "too_coarse", "partners_not_held"}
)


class Weighed(NamedTuple):
    """A reading with its verdict, as far as its evidence carries one.

    `outcome` is a verdict of `verdict.Verdict` (`true`, `true_when_published`, `true_of_unlike_periods`,
    `as_stated`, `false`), `cannot_tell`, or `no_claim` for what is no statement about past trade. `reason` is
    empty where it is plainly true or false, else a word: that of the verdict, `by_today` (true by today's
    figures; those of the day are not held), `carried` (true of the one exchange in `instead`), or why nothing
    can be told: `true_of_other` (see `instead`), `unsure` (a slot is guessed), `softened`, `far_off` (hardly
    of this figure), `other_office` (of a place named just before), `new_year`, `within_revisions`,
    `two_compared`. `verdict` holds the figures; `instead` what would be true.
    """

    reading: Reading
    verdict: Verdict | None
    outcome: str
    reason: str
    instead: tuple[Exchange, ...] = ()


def weigh(readings: Sequence[Reading], bench: Bench) -> list[Weighed]:
    """The verdicts on the readings of one text, in their order.

    A statement is true as it was read; or of the one other candidate for one slot that was carried over
    from an earlier sentence. It is false only where every slot is sure, nothing that the text names near by
    and nothing that is easily misread makes it true, and no figure within the revisions does.

    Source:
        method.md, section 17.
    """
    return [_weighed(number, reading, bench) for number, reading in enumerate(readings, 1)]


def _weighed(number: int, reading: Reading, bench: Bench) -> Weighed:
    claim = reading.claim
    if reading.kind != "claim" or claim is None:
        return Weighed(reading, None, NO_CLAIM, reading.kind)
    if not {claim.reporter, claim.partner} <= places.places().keys():
        # Two reporters or partners compared.
        return Weighed(reading, None, CANNOT_TELL, "two_compared")
    (said,) = claim.assertions
    found = bench.verdict(number, claim, said)
    told = found.verdict if found.verdict in {TRUE, TRUE_THEN, UNLIKE, STATED} else ""
    today = _by_today(found, bench) if found.verdict == UNKNOWN else ""
    if (told or today) and _only_with_hong_kong(reading, claim, bench):
        return Weighed(reading, found, CANNOT_TELL, "unsure")
    if told or today:
        return Weighed(reading, found, told or today, found.reason if told else "by_today")
    return _unless_exchanged(reading, found, bench)


def _only_with_hong_kong(reading: Reading, claim: Claim, bench: Bench) -> bool:
    """Whether what is said of "China" is true only with Hong Kong, which the text does not name."""
    if claim.partner != "CN+HK" or reading.certain:
        return False
    return not _is_true(claim._replace(partner="CN"), bench)


def _by_today(found: Verdict, bench: Bench) -> str:
    """Whether today's figures up to the claim's month make it true, where those of the day are not held."""
    claim, said = found.claim, found.assertion
    if found.reason not in _OF_THE_DAY or (claim.made and claim.period >= claim.made.replace(day=1)):
        return ""
    if said.since and counted_since(said.since, claim.period) != said.since:
        # So many years are a rough window: a place in it by figures of another day is too little.
        return ""
    up_to_then = bench.measured(claim, said, None, later=False)
    if judge(said, up_to_then, claim.side)[0] != TRUE:
        return ""
    passed = is_place(said) and judge(said, found.now, claim.side)[0] == FALSE
    return TRUE_THEN if passed else TRUE


def _unless_exchanged(reading: Reading, found: Verdict, bench: Bench) -> Weighed:
    """What was not found true as it was read: whether it is false, and what it would be true of."""
    claim, said = found.claim, found.assertion
    singles = exchanges(claim, reading.candidates)
    fitting = [each for each in singles if _is_true(each.claim, bench)]
    if one := _carried(reading, said, fitting):
        other = bench.verdict(found.number, one.claim, one.claim.assertions[0])
        outcome = other.verdict if other.verdict in {TRUE, TRUE_THEN, UNLIKE, STATED} else TRUE
        return Weighed(reading, other, outcome, "carried", (one,))
    told = [each for each in fitting if each.named or _telling(said)]
    if found.verdict == UNKNOWN:
        return Weighed(reading, found, CANNOT_TELL, found.reason, tuple(told[:TOLD]))
    if fitting:
        return Weighed(reading, found, CANNOT_TELL, "true_of_other", tuple((told or fitting)[:TOLD]))
    reason = _why_not_false(reading, found, bench)
    if reason:
        return Weighed(reading, found, CANNOT_TELL, reason)
    others = [each for each in pairs(claim, reading.candidates) if each.named or _telling(said)]
    if both := next((each for each in others if _is_true(each.claim, bench)), None):
        return Weighed(reading, found, CANNOT_TELL, "true_of_other", (both,))
    return Weighed(reading, found, FALSE, found.reason)


def _carried(reading: Reading, said: Assertion, fitting: Iterable[Exchange]) -> Exchange | None:
    """The one exchange of a carried slot for what the text names that makes the statement true."""
    slots = reading.slots
    if slots is None or not _telling(said):
        return None
    named = [each for each in fitting if each.named]
    carried = [each for each in named if getattr(slots, each.slots[0], "") == "carried"]
    return carried[0] if len(carried) == 1 == len(named) else None


def _telling(said: Assertion) -> bool:
    """Whether a number has digits enough that a match is hardly luck."""
    return said.quantity is not None and said.quantity.digits >= TELLING_DIGITS


def _is_true(claim: Claim, bench: Bench) -> bool:
    """Whether a claim is true by the figures of its day, or by today's where those are not held."""
    (said,) = claim.assertions
    try:
        for day in dict.fromkeys((claim.made, None)):
            found = bench.measured(claim, said, day, later=day is not None, traced=False)
            outcome, reason = judge(said, found, claim.side)
            if outcome == TRUE:
                return True
            if outcome == FALSE or reason not in _OF_THE_DAY:
                return False
    except TradeError:  # a place or goods that nobody holds
        return False
    return False


def _why_not_false(reading: Reading, found: Verdict, bench: Bench) -> str:
    """Why a statement that no exchange makes true is not called false; empty where it is."""
    claim, said = found.claim, found.assertion
    if _softened(said):
        return "softened"
    if found.then.value is not None and not near(said, found.then.value) and not _misprinted(said, found):
        return "far_off"
    if any(_other_office(claim, each, reading) for each in reading.candidates):
        return "other_office"
    if said.measure == "streak" and not said.of and _broken_at_new_year(claim, found.now):
        return "new_year"
    if not reading.certain or reading.slots is None or not sure(reading.slots):
        return "unsure"
    if said.measure in {"share", *UNBOUNDED}:
        # No slot tells of which whole it is a part.
        return "unsure"
    if said.of or claim.flow == "trade":
        return ""
    spread = within_revisions(bench.available.band)
    possible = Possible(bench.available.series, claim.made if found.reason == "" else None, spread, spread)
    return "within_revisions" if possible.holds(claim, said) else ""


def _softened(said: Assertion) -> bool:
    """Whether a number was softened: by a word, or by being round."""
    if said.about or said.since or any(word in said.word for word in ("nearly", "more")):
        return True
    counted = said.quantity is None or said.measure in {"streak", "rank", "multiple"}
    return not counted and said.quantity is not None and said.quantity.digits < 2


def _misprinted(said: Assertion, found: Verdict) -> bool:
    """Whether an amount is the right one times ten, a hundred or so: its unit was misprinted."""
    claimed, value = said.quantity, found.then.value
    if claimed is None or not value or not claimed.value or said.measure != "level":
        return False
    factors = (Fraction(10) ** power for power in range(-6, 7) if power)
    return any(abs(abs(value) - abs(claimed.value) * by) <= claimed.half * by for by in factors)


def _other_office(claim: Claim, named: Named, reading: Reading) -> bool:
    """Whether a place is named just before the number that could be whose figure it is."""
    code, gap = named.value, reading.span.start - named.span.end
    if named.slot not in {"partner", "reporter"} or not 0 <= gap <= JUST_BEFORE:
        return False
    return code not in {claim.reporter, claim.partner, "WORLD"}


def _broken_at_new_year(claim: Claim, found: Measured) -> bool:
    """Whether a streak ends at a January or February, which the ministry has told together."""
    length = abs(int(found.value)) if found.value is not None else 0
    return periods.shift(claim.period, -length).month <= 2


def sure(slots: Slots) -> bool:
    """Whether every slot is sure enough to call a statement false.

    Examples:
        >>> sure(Slots("explicit", "default", "default", "focus", "default"))
        True
        >>> sure(Slots("carried", "default", "default", "focus", "default"))
        False
    """
    return all(
        evidence in _SURE or (evidence == "default" and slot in _USUAL)
        for slot, evidence in zip(Slots._fields, slots, strict=True)
    )
