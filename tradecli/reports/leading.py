"""The leading parts of a breakdown alone, and what is said of all of them: how concentrated a total is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tradecli.errors import QueryError
from tradecli.model.report import Statement
from tradecli.reports import breakdown
from tradecli.reports.breakdown import Breakdown, Line
from tradecli.reports.shared import say
from tradecli.statistics.concentration import Concentration, concentration_of


class Leading(NamedTuple):
    """A breakdown as it is shown: all of it, or its leading parts and what is left over of it."""

    shown: Breakdown
    #: How many parts that have a figure the rest sums up; areas are left out where there are any.
    summed_up: int = 0
    areas: int = 0

    def notes(self) -> Iterator[Statement]:
        """Say what is not listed."""
        count, kept = self.summed_up, len(self.shown.of("part"))
        if count:
            kind = "partner" if self.shown.parts.by == "partner" else "commodity"
            yield say("top", kind, top=kept, of=kept + count, count=count)
        if self.areas:
            yield say("top_areas", None if self.shown.of("part") else "region", count=self.areas)


def leading(found: Breakdown, top: int | None, *, most_moved: bool = False) -> Leading:
    """Keep the first *top* parts, in their order, and sum the others up in the rest.

    Args:
        found: Parts in their order, what is left over, total, areas.
        top: How many; None keeps everything.
        most_moved: Keep those that moved the total most, either way, instead of the first.

    Raises:
        QueryError: Fewer than one.
    """
    if top is None:
        return Leading(found)
    if top < 1:
        raise QueryError("--top takes 1 or more, not {top}", hint="leave it out for everything", top=top)
    parts, areas = found.of("part"), found.of("area")
    if not parts:
        # Of areas there is no rest: they overlap.
        order = sorted(areas, key=lambda line: -abs(line.moved)) if most_moved else areas
        kept = [line for line in areas if line in order[:top]]
        return Leading(found._replace(lines=[*kept, found.total]), areas=len(areas) - len(kept))
    order = sorted(parts, key=lambda line: -abs(line.moved)) if most_moved else parts
    codes = {line.code for line in order[:top]}
    kept = [line for line in parts if line.code in codes]
    cut = len(parts) - len(kept)
    rest = breakdown.rest(found.parts.by, kept, found.total, summed_up=cut) if cut else found.rest
    return Leading(found._replace(lines=[*kept, rest, found.total]), cut, len(areas))


def concentration(found: Breakdown) -> Concentration | None:
    """The Herfindahl index of all parts, however few are shown; None where it is none of a flow's."""
    return concentration_of([line.now for line in found.of("part")], found.total.now)


def bounds_of(found: Breakdown, line: Line) -> tuple[float | None, float | None]:
    """The two bounds for machine rows: they stand in the row of the total, and in no other."""
    index = concentration(found) if line.role == "total" else None
    return (float(index.low), float(index.high)) if index else (None, None)


def concentrated(found: Breakdown) -> Iterator[Statement]:
    """The Herfindahl index as a finding, with its bounds."""
    index = concentration(found)
    if index is None:
        return
    kind = "partner" if found.parts.by == "partner" else "commodity"
    exact = "exact" if round(index.low) == round(index.high) else None
    figures = [found.total.now, *(line.now for line in found.of("part"))]
    yield say("concentration", kind, exact, figures=figures, index=index)
