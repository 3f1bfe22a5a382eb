"""What `trade drivers` says of the parts that moved a total, and what qualifies them."""

from __future__ import annotations

from collections.abc import Iterator

from tradecli.facts import places
from tradecli.model.report import Statement
from tradecli.reports import breakdown
from tradecli.reports.breakdown import Breakdown, Line
from tradecli.reports.leading import Leading, concentrated
from tradecli.reports.shared import say

#: How many parts the first finding names, and one over the least part of the change that each carried.
NAMED = 3
LEAST_NAMED = 20


def side_of(total: Line) -> int:
    """Which way the total moved: -1 down, else 1."""
    return -1 if total.moved < 0 else 1


def findings(found: Breakdown) -> Iterator[Statement]:
    """Which parts carried the change, which moved against it most, how concentrated the total is."""
    total, parts = found.total, _told_of(found)
    side = side_of(total)
    leading = [line for line in parts if line.moved * side > 0]
    large = [line for line in leading if line.moved * side * LEAST_NAMED >= abs(total.moved)]
    # Areas overlap and leave others out: none of them need have led.
    led = (large or (leading[:1] if found.of("part") else []))[:NAMED]
    figures = [figure for line in (total, *led) for figure in (line.now, line.base)]
    if not total.moved:
        yield say("drivers.unchanged", figures=figures, figure=total.now, window=found.window)
        yield from concentrated(found)
        return
    facts = {"total": _total(total), "window": found.window}
    if led:
        yield say(
            "drivers.carried", figures=figures, led=[_part(line, found, "led") for line in led], **facts
        )
    elif found.of("part"):
        yield say("drivers.no_part", figures=figures, **facts)
    else:
        yield say("drivers.moved_alone", figures=figures, total=facts["total"])
    against = [line for line in parts if line.moved * side < 0]
    if against:
        most = against[-1]
        one = "one" if len(against) == 1 else None
        moved = _part(most, found, "moved")
        yield say(
            "drivers.against", found.by, one, figures=[most.now, most.base], count=len(against), most=moved
        )
    yield from concentrated(found)


def _told_of(found: Breakdown) -> list[Line]:
    """The parts that sentences name: of areas the continents, which do not overlap, where there are any."""
    areas = found.of("area")
    continents = [line for line in areas if line.code in places.of_level("region")]
    return found.of("part") or continents or areas


def _total(total: Line) -> Statement:
    """How the total moved: a deficit widens or narrows, a balance turns, all else rises or falls."""
    note, turns = total.growth.note, {"deficit_widened", "deficit_narrowed", "sign_change"}
    way = note if note in turns else "fall" if total.moved < 0 else None
    return say(
        "drivers.total", way, figure=total.now, base=total.base, change=total.change, growth=total.growth
    )


def _part(line: Line, found: Breakdown, key: str) -> Statement:
    """How a part moved, and what it carried; of a deficit's change its sign says which way."""
    deficit = "deficit" if found.total.growth.note.startswith("deficit_") else None
    return say(
        f"drivers.{key}",
        deficit or ("fall" if line.moved < 0 else None),
        name=line.label,
        who=breakdown.named_in_prose(line, found.by),
        change=line.change,
        points=line.points,
        share=line.share_of_change,
    )


def notes(found: Breakdown, led: Leading) -> Iterator[Statement]:
    """What qualifies the figures, and what is not listed of them."""
    yield from led.notes()
    yield from breakdown.notes(found)
    if not found.of("part"):
        yield say("regions_as_published")
    elif not led.summed_up:
        yield from _left_over(found)
    total = found.total
    yield from breakdown.deficits(found)
    if total.growth.percent is None:
        yield say("drivers.no_points", total.growth.note, reason=total.growth.note)
    elif total.share_of_change is None:
        yield say("drivers.small_total_change")
    if found.of("part"):
        yield say("drivers.rounding")


def _left_over(found: Breakdown) -> Iterator[Statement]:
    """What the rest is, and that it is below zero where it is."""
    rest, total, count = found.rest, found.total, len(found.of("part"))
    yield say("drivers.rest_is", found.by, "one" if count == 1 else None, count=count)
    if (rest.now.value or 0) * (total.now.value or 0) < 0 and found.flow != "balance":
        yield say("drivers.negative_rest")
