"""Whom the figures of an area count from month to month, and its figures with the same members throughout.

Figures of two lists of members are never compared: a window, what it is compared with and what it is ranked
among count the members of the window's last month.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import polars as pl

from tradecli import vintages
from tradecli.facts import memberships, places
from tradecli.facts.places import Place
from tradecli.periods import shift
from tradecli.question import Known, as_published, figures_of_members

#: How far the sum of an area's members may be from its published figure, in parts of it, so that they are
#: those whom the publisher counts.
_NEAR = 1e-3


class Composition(NamedTuple):
    """Whom the figures of an area count, and the first month from which they do."""

    since: date
    members: frozenset[str]


class Counting(NamedTuple):
    """Whom the figures of a pair count, oldest first; of none where nobody comes or leaves in its months.

    `across` are the last months of published windows in which others are counted in one part than in another.
    """

    compositions: tuple[Composition, ...] = ()
    across: frozenset[date] = frozenset()

    def on(self, month: date) -> frozenset[str]:
        """Who is counted in a month."""
        return next(
            (one for one in reversed(self.compositions) if one.since <= month), self.compositions[0]
        ).members


def counting(known: Known) -> Counting:
    """Whom the figures of a pair count.

    Of a sum of members they are the members of the month. No office says whom its own figure counts: they
    are those whose sum is it; of a month of which no sum is, those of the month before it of which one is,
    else of the first; where members are not available, all who belong to the area today or did in that
    month. What Taiwan's ministry publishes of ASEAN is compared as it stands.
    """
    area, frame = places.place(known.question.partner), known.figures
    alone = not known.question.table and as_published(area.code, known.observations)
    if not area.dated or frame.is_empty() or alone:
        return Counting()
    published = frame.filter(~pl.col("members"))
    start: date = frame.select(vintages.first_month().min()).item()
    last: date = frame.get_column("period").max()  # type: ignore[assignment]
    reported: date | None = published.get_column("period").max()  # type: ignore[assignment]
    counted = _counted(known, area) if reported else {}
    found: list[Composition] = []
    for step in range((last.year - start.year) * 12 + last.month - start.month + 1):
        month = shift(start, step)
        if reported and month <= reported:
            members = counted.get(month) or _as_before(area, month, counted)
        else:
            members = memberships.on(area.code, month)
        if not found or found[-1].members != members:
            found.append(Composition(month, members))
    if len(found) < 2:
        return Counting()
    mixed = [pl.col("period").ge(one.since) & (vintages.first_month() < one.since) for one in found[1:]]
    return Counting(tuple(found), frozenset(published.filter(pl.any_horizontal(mixed))["period"]))


def constant(known: Known, counting: Counting, through: date) -> pl.DataFrame:
    """The figures of an area with the members of one month in every month.

    Windows in which exactly they are counted are as they stand; every other one is the sum of them, where
    each has a figure. One that ends in the month, with others counted in a part of it, is left as published
    where there is no such sum: it stands alone.

    Returns:
        Figures (see `vintages`) told apart by `flow`, `period` and `months`.
    """
    own, first, window = known.figures, vintages.first_month(), ["flow", "period", "months"]
    members, every = counting.on(through), counting.compositions
    ends = [*(one.since for one in every[1:]), date.max]
    inside = pl.any_horizontal(
        (pl.lit(not number) | (first >= one.since)) & (pl.col("period") < end)
        for number, (one, end) in enumerate(zip(every, ends, strict=True))
        if one.members == members
    )
    alone = own.filter(~inside & (pl.col("period") == through) & ~pl.col("members"))
    sums = figures_of_members(known.observations, known.question.partner, sorted(members))
    found = own.filter(inside)
    for more in (sums, alone):
        found = pl.concat([found, more.select(found.columns).join(found, on=window, how="anti")])
    return found


def _as_before(area: Place, month: date, counted: dict[date, frozenset[str]]) -> frozenset[str]:
    """Who is counted in a month of which no sum is the published figure: as before, but for who left."""
    staying = _not_gone(area, month)
    known = max((one for one in counted if one < month), default=min(counted, default=None))
    return counted[known] & staying if known else staying


def _not_gone(area: Place, month: date) -> frozenset[str]:
    return frozenset(term.member for term in area.terms if term.until >= month)


def _counted(known: Known, area: Place) -> dict[date, frozenset[str]]:
    """For each published month the members whose sum is the published figure, where they are available."""
    newest = vintages.newest(known.observations, by=["partner", "flow"]).filter(pl.col("months") == 1)
    own = newest.filter(pl.col("partner") == area.code)
    nearest: dict[date, tuple[int, frozenset[str]]] = {}
    for members in _lists(area):
        sums = (
            newest.filter(pl.col("partner").is_in(list(members - {known.question.reporter})))
            .group_by("flow", "period")
            .agg(pl.col("value").sum().alias("sum"), pl.len().alias("n"))
            .filter(pl.col("n") == len(members - {known.question.reporter}))
        )
        gaps = (
            own.join(sums, on=["flow", "period"])
            .group_by("period")
            .agg((pl.col("value") - pl.col("sum")).abs().sum().alias("gap"), pl.col("value").sum())
            .filter(pl.col("gap") <= _NEAR * pl.col("value"))
        )
        for month, gap in gaps.select("period", "gap").iter_rows():
            if month not in nearest or gap < nearest[month][0]:
                nearest[month] = (gap, members)
    return {month: members for month, (_, members) in nearest.items()}


def _lists(area: Place) -> list[frozenset[str]]:
    """Every list of members that the area has had, and those of today with all who have left."""
    months = sorted({*(term.since for term in area.terms), *_left(area)})
    dated = [memberships.on(area.code, month) for month in months]
    return list(dict.fromkeys([*dated, *(_not_gone(area, month) for month in months)]))


def _left(area: Place) -> list[date]:
    """The months from which somebody who left is not counted."""
    return [shift(term.until, 1) for term in area.terms if term.until < date.max]
