"""What qualifies figures of an area: that they are sums of members, whose, and who came or left meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import polars as pl

from tradecli.facts import memberships, places
from tradecli.facts.places import Place
from tradecli.members import counting
from tradecli.model.figure import Figure
from tradecli.model.report import Statement
from tradecli.periods import shift
from tradecli.question import Known, figures_of_members
from tradecli.reports.shared import say
from tradecli.series import Series


def of(known: Known, shown: Sequence[Figure]) -> Iterator[Statement]:
    """What is to be said of an area; nothing of another partner, or where its published figures are shown.

    Args:
        known: The pair.
        shown: Its figures as they are shown, the most telling first; each is compared with a year earlier.
    """
    area = places.place(known.question.partner)
    if not area.members:
        return
    summed = [figure for figure in shown if figure.money]
    compared = _compared(summed)
    changes = list(_changes(known, *compared)) if area.dated and compared else []
    if not known.question.table:
        yield from _published(known, area, changes)
    if not known.figures["members"].any():
        return
    if area.dated and compared and not _summed(known, compared) and not changes:
        return
    if known.question.table:
        yield _in_table(known, area, compared)
    else:
        yield say("member_sums", area=area.code)
    if changes and compared:
        yield from _counted(known, area, compared, changes, summed[0])


class _Change(NamedTuple):
    """Who is counted from a month on, and who no longer."""

    month: date
    came: Sequence[Place]
    gone: Sequence[Place]
    published: bool


def _changes(known: Known, first: date, last: date) -> Iterator[_Change]:
    """Whenever others are counted than in the month before, after the first of some months to their last."""
    there = {*known.observations["partner"].unique()} if known.question.table else None
    reported = known.figures.filter(~pl.col("members"))["period"].max()
    for before, now in pairwise(counting(known).compositions):
        came, gone = (
            [places.place(code) for code in sorted(some) if there is None or code in there]
            for some in (now.members - before.members, before.members - now.members)
        )
        if first < now.since <= last and (came or gone):
            yield _Change(now.since, came, gone, isinstance(reported, date) and now.since <= reported)


def _published(known: Known, area: Place, changes: Sequence[_Change]) -> Iterator[Statement]:
    """Until when the published figures count who left; no office says whom its figure counts."""
    for change in changes:
        others = [place for place in change.gone if place.code != known.question.reporter]
        if change.published and others:
            yield say("members_published", area=area, members=others, month=shift(change.month, -1))


def _summed(known: Known, compared: tuple[date, date]) -> bool:
    """Whether a figure of the compared months is a sum of members, where a published one could be."""
    within = pl.col("members") & pl.col("period").is_between(*compared)
    return not known.figures.filter(within).is_empty()


def _compared(figures: Sequence[Figure]) -> tuple[date, date] | None:
    """The first and last month of windows and of those a year earlier; None of no windows."""
    if not figures:
        return None
    first = shift(min(figure.window.first for figure in figures), -12)
    return first, max(figure.window.through for figure in figures)


def _in_table(known: Known, area: Place, compared: tuple[date, date] | None) -> Statement:
    """Which members of the compared months the own table holds, and which it does not."""
    there = {*known.observations["partner"].unique()}
    first, last = compared or (date.min, date.max)
    terms = [term for term in area.terms if term.since <= last and term.until >= first]
    return say(
        "members_in_table",
        area=area,
        members=[places.place(term.member) for term in terms if term.member in there],
        lacking=[places.place(term.member) for term in terms if term.member not in there] or None,
    )


def _counted(
    known: Known,
    area: Place,
    compared: tuple[date, date],
    changes: Sequence[_Change],
    figure: Figure,
) -> Iterator[Statement]:
    """Who came or left within the compared months, and the figure by the members of their ends."""
    for change in changes:
        for key, members, month in (
            ("came", change.came, change.month),
            ("gone", () if change.published else change.gone, shift(change.month, -1)),
        ):
            if members:
                yield say("members_changed", key, members=list(members), month=month)
    yield say("members_alike")
    ends = [memberships.on(area.code, month) for month in compared]
    rows = [figures_of_members(known.observations, area.code, sorted(members)) for members in ends]
    before, after = (Series(known, newest).figure(figure.flow, figure.window).money for newest in rows)
    if before and after:
        yield say(
            "members_fixed",
            flow=figure.flow,
            window=figure.window,
            before=before,
            after=after,
            first=compared[0],
            last=compared[1],
        )
