"""What qualifies figures of an area: that they are sums of members, whose, and who came or left meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import polars as pl

from tradecli import vintages
from tradecli.facts import memberships, places
from tradecli.facts.memberships import Term
from tradecli.facts.places import Place
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
    if area.dated and compared and not known.question.table:
        yield from _left_out(known, area, compared)
    if not known.figures["members"].any():
        return
    if area.dated and compared and not _summed(known, compared):
        return
    if known.question.table:
        yield _in_table(known, area, compared)
    else:
        yield say("member_sums", area=area.code)
    if area.dated and compared:
        yield from _changes(known, area, compared, summed[0])


def _left_out(known: Known, area: Place, compared: tuple[date, date]) -> Iterator[Statement]:
    """Who is counted in the earlier part only of the published figures that are compared.

    No office says whom its figure counts. It is nearer to the sum with or to the one without who left; where
    members are not held, the month of leaving is taken.
    """
    gone = [term for term in area.terms if compared[0] <= term.until < date.max]
    shown = known.figures.filter(~pl.col("members") & pl.col("period").is_between(*compared))
    months = sorted(set(shown["period"])) if gone else []
    for term in gone:
        if months and term.member != known.question.reporter:
            last = _last_counted(known, area, term, shown)
            if last and months[0] <= last < months[-1]:
                yield say("members_published", area=area, members=[places.place(term.member)], month=last)


def _last_counted(known: Known, area: Place, gone: Term, shown: pl.DataFrame) -> date | None:
    """The last month in which the published figure counts a member that left; None where it never does."""
    window = ["flow", "period", "months"]
    newest = vintages.newest(known.observations, by=["partner", "flow"])
    others = [term.member for term in area.terms if term != gone and term.member != known.question.reporter]
    sums = (
        newest.filter(pl.col("partner").is_in([*others, gone.member]))
        .group_by(window)
        .agg(
            (pl.col("partner") != gone.member).sum().alias("others"),
            pl.col("value").filter(pl.col("partner") != gone.member).sum().alias("without"),
            pl.col("value").filter(pl.col("partner") == gone.member).first().alias("left"),
        )
        .filter((pl.col("others") == len(others)) & pl.col("left").is_not_null())
    )
    held = shown.join(sums, on=window)
    if held.is_empty():
        return gone.until
    rest = pl.col("value") - pl.col("without")
    last: date | None = held.filter((rest - pl.col("left")).abs() < rest.abs())["period"].max()  # type: ignore[assignment]
    return last


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


def _changes(known: Known, area: Place, compared: tuple[date, date], figure: Figure) -> Iterator[Statement]:
    """Who came or left within the compared months, and the figure by the members of their ends."""
    there = {*known.observations["partner"].unique()}
    changes = [one for one in memberships.changes(area.code, *compared) if one[1] in there]
    for month, came in dict.fromkeys((month, came) for month, _, came in changes):
        members = [places.place(code) for at, code, _ in changes if at == month]
        last = month if came else shift(month, -1)
        yield say("members_changed", "came" if came else "gone", members=members, month=last)
    if changes:
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
