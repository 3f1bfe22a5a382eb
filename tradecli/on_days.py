"""The figures of a pair as known on any day: the scalar twin of `question.figures`, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from tradecli import vintages
from tradecli.facts import places
from tradecli.facts.memberships import Term
from tradecli.months import Months
from tradecli.one_window import Lookup, Newest
from tradecli.periods import shift
from tradecli.question import Known, Question, absence, figures, terms_of
from tradecli.remembered import Remembered
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.vintages import known_on, vintage_day


class OnDays:
    """A pair on the days of all its vintages. Not of own records, whose sums are rounded otherwise."""

    def __init__(self, known: Known) -> None:
        """Take what is known of the pair today."""
        self.known = known
        rows = vintages.every(known.observations, by=["partner", "flow"])
        columns = [rows.get_column(name).to_list() for name in Newest._fields]
        self._figures = [*map(Newest._make, zip(*columns, strict=True))]
        self._vintages: list[date] = rows.get_column("vintage").to_list()
        #: The days on which something was published, the first one first.
        self.days = sorted({*self._vintages})
        self._rows: dict[str, dict[tuple[str, date, int], list[int]]] = {}
        keys = (rows.get_column(name).to_list() for name in ("partner", "flow", "period", "months"))
        for number, (partner, *key) in enumerate(zip(*keys, strict=True)):
            self._rows.setdefault(partner, {}).setdefault(tuple(key), []).append(number)

    def series(self, question: Question) -> Series | None:
        """The windows of the pair as known on the question's day; None where nothing was."""
        day = question.as_of
        if day is None:
            raise ValueError(question)
        newest = self._newest(day)
        if day < self.days[0] or not any(newest(*key) for keys in self._rows.values() for key in keys):
            return None
        cut = cache(lambda: self._cut(question))
        months = Months(lambda: cut().figures, FLOWS, newest)
        return Series(self.known, spans=(), months=months).like(cut)

    def _cut(self, question: Question) -> Known:
        rows = self.known.observations.filter(known_on(question.as_of))
        known = self.known._replace(question=question, observations=rows)
        return known._replace(figures=figures(rows, question.partner))

    def _newest(self, day: date) -> Lookup:
        """The way to the newest figures of a day, of an area from its members too; see `vintages`."""
        place = places.place(self.known.question.partner)
        own = self._of(place.code, day)
        if not place.members:
            return own
        terms = terms_of(place, self.known.observations)
        members = [(term, self._of(term.member, day)) for term in terms]
        complete = absence(self.known.observations) == "months"
        after = self._last(place.code, day) if any(term.since > date.min for term in terms) else None

        @cache
        def newest(flow: str, period: date, months: int) -> Newest | None:
            published = own(flow, period, months)
            first = shift(period, 1 - months)
            if after and first <= after:
                return published
            found = _sum(members, (flow, period, months), first, complete=complete)
            if published is None or (found and vintage_day(found.stamp) > vintage_day(published.stamp)):
                return found
            return published

        return newest

    def _of(self, partner: str, day: date) -> Lookup:
        """The way to what a partner's own figures were on a day."""
        rows, found, published = self._rows.get(partner, {}), self._figures, self._vintages

        def newest(flow: str, period: date, months: int) -> Newest | None:
            for number in reversed(rows.get((flow, period, months), ())):
                if published[number] <= day:
                    return found[number]
            return None

        return newest

    def _last(self, area: str, day: date) -> date | None:
        """The last month of what an area had published by a day."""
        own = self._rows.get(area, {}).items()
        return max((key[1] for key, rows in own if self._vintages[rows[0]] <= day), default=None)


def _sum(
    members: Sequence[tuple[Term, Lookup]], key: tuple[str, date, int], first: date, *, complete: bool
) -> Newest | None:
    """The sum of an area's members in one window; none where somebody came or left, or one is not known.

    In a *complete* table a member without a figure has no trade.
    """
    found = []
    for term, of in members:
        _, period, _ = key
        if period < term.since or first > term.until:
            continue
        figure = of(*key)
        if figure is None and complete:
            continue
        if figure is None or first < term.since or period > term.until:
            return None
        found.append(figure)
    if not found:
        return None
    return Newest(
        sum(each.value for each in found),
        max(each.precision for each in found),
        sum(each.units for each in found),
        max(each.stamp for each in found),
        min(each.oldest for each in found),
        max(each.known_by for each in found),
        True,
        " ".join(sorted({each.origin for each in found})),
    )


#: Pairs that were asked for before.
_MADE = Remembered[OnDays](most=64)


def on_days(known: Known) -> OnDays:
    """A pair on the days of all its vintages; made once for all who ask of the same figures."""
    # The key keeps its meaning while the pair is kept, which holds what is known.
    return _MADE.get(id(known.observations), lambda: OnDays(known))
