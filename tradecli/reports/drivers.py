"""`trade drivers`: which commodities, or partners, moved a flow or the balance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import polars as pl

from tradecli import periods
from tradecli.errors import QueryError, unknown
from tradecli.facts import places
from tradecli.model.figure import Window
from tradecli.model.report import Cell, Column, Columns, Report, Statement, Table
from tradecli.parts import LISTS, Parts
from tradecli.question import Known
from tradecli.reports import breakdown
from tradecli.reports.breakdown import Breakdown, Line, contribution_note, number
from tradecli.reports.shared import say
from tradecli.wording import Listed

#: What a total can be broken down by.
BY = ("commodity", "partner")
#: How many parts the first finding names, and one over the least part of the change that each carried.
NAMED = 3
LEAST_NAMED = 20


class Row(NamedTuple):
    """A machine row: a part, what no part holds (`rest`), or the total."""

    reporter: str
    partner: str
    flow: str
    span: str
    period: str
    by: str
    role: str
    part: str | None
    part_name: str | None
    value: int | None
    base_value: int | None
    change: int | None
    yoy: float | None
    yoy_note: str | None
    contribution: float | None
    contribution_note: str | None
    share_of_change: float | None
    share_note: str | None
    basis: str | None
    currency: str
    precision: int | None
    source: str
    vintage: date | None
    vintage_basis: str | None


def check_by(by: str, partner: str = "WORLD", classification: str = "") -> None:
    """Refuse what nothing can be broken down by, one partner by partner, and partners by a list of goods.

    Raises:
        QueryError: With what can.
    """
    if by not in BY:
        raise QueryError(
            "cannot break down by {by!r}",
            hint="known are {words}",
            candidates=BY,
            by=by,
            words=Listed(BY, "or"),
        )
    if by == "partner" and partner != "WORLD":
        raise QueryError("by partner the whole world is broken down", hint="leave out --partner")
    if by == "partner" and classification:
        raise QueryError("--classification names a list of commodities", hint="add --by commodity")


def breaking_down(
    known: Known, *, by: str, flow: str, span: str, through: date | None, classification: str = ""
) -> Breakdown:
    """Break the change of a flow, or of the balance, on a year earlier down.

    Args:
        known: Every partner (`load.partners`) or every commodity (`load.groups`) as known on the day.
        by: `commodity` or `partner`.
        flow: `export`, `import` or `balance`.
        span: `month`, `year_to_date` or `rolling_12`.
        through: The last month; None means the newest that can be answered.
        classification: The list of commodities; empty means the first that has the month.

    Returns:
        Parts in the order in which they moved the total its way, then the rest, then the total.

    Raises:
        QueryError: No such flow, span or list.
        NoData: The total, or every part, lacks the month or the one a year earlier.
    """
    breakdown.check(span=span, flow=flow)
    if classification and classification not in LISTS:
        raise unknown("list", classification, LISTS)
    parts = Parts(known, flow, span, by)
    ways = list(_ways(parts, by, classification))
    for way in ways:
        last = through or parts.newest(way)
        if last in parts.answerable(way):
            codes = way.filter(pl.col("period") == last).get_column("part")
            lines = breakdown.lines(parts, codes, last, by)
            return Breakdown(known, parts, by, Window(span, last), _ordered(list(lines)))
    months = [last for way in ways if (last := parts.newest(way))]
    raise breakdown.refusal(parts, through, max(months, default=None))


def _ways(parts: Parts, by: str, classification: str) -> Iterator[pl.DataFrame]:
    """The ways to break the total down without holding any trade twice, best first."""
    if by == "partner":
        yield parts.countries()
    else:
        for name in (classification,) if classification else LISTS:
            yield parts.groups(name)


def _ordered(lines: list[Line]) -> list[Line]:
    *parts, rest, total = lines
    side = _side(total)
    return [*sorted(parts, key=lambda line: (-side * line.moved, line.code or "")), rest, total]


def _side(total: Line) -> int:
    """Which way the total moved: -1 down, else 1."""
    return -1 if total.moved < 0 else 1


def report(
    known: Known, *, by: str, flow: str, span: str, through: date | None, classification: str = ""
) -> Report:
    """The answer in every form; arguments and errors are those of `breaking_down`."""
    return reported(
        breaking_down(known, by=by, flow=flow, span=span, through=through, classification=classification)
    )


def reported(found: Breakdown) -> Report:
    """A breakdown in every form."""
    known, codes = found.known, [line.code for line in found.of("part") if line.code]
    shown: dict[str, list[Cell]] = {"contribution_display": [line.points for line in found.lines]}
    return Report(
        schema="trade.drivers/1",
        question=found.question(flow=found.flow, span=found.window.span, by=found.by),
        currency=known.currency,
        title=title(found),
        subtitle=found.subtitle(),
        table=_table(found),
        findings=list(findings(found)),
        notes=list(notes(found)),
        row_type=Row,
        rows=[_row(found, line) for line in found.lines],
        displays={**breakdown.displays(found), **shown},
        row_figures=[(line.now, line.base) for line in found.lines],
        used=found.parts.used([*codes, found.parts.total], found.window.through),
        manifest=known.origins,
    )


def title(found: Breakdown) -> Statement:
    """Whose flow with whom, in which window, by what."""
    question = found.known.question
    return say(
        "drivers.title",
        found.by,
        "balance" if found.flow == "balance" else None,
        figures=[found.total.now, found.total.base],
        reporter=places.place(question.reporter),
        partner=places.place(question.partner),
        **breakdown.facts(found),
    )


def _row(found: Breakdown, line: Line) -> Row:
    question, note = found.known.question, contribution_note(line, found.total)
    return Row(
        question.reporter,
        question.partner,
        found.flow,
        found.window.span,
        periods.label(found.window.through),
        found.by,
        line.role,
        line.code,
        line.named and line.named.name,
        line.now.value,
        line.base.value,
        line.moved,
        number(line.growth),
        line.growth.note or None,
        number(line.points),
        note,
        number(line.share_of_change),
        note or (None if line.share_of_change else "small_total_change"),
        line.now.basis,
        found.known.currency,
        line.now.money and line.now.money.precision,
        found.known.source,
        line.vintage.day,
        line.vintage.basis,
    )


def _table(found: Breakdown) -> Table:
    window = found.window
    columns: Columns[Line] = [
        (Column("drivers.part", left=True), lambda line: line.label),
        (Column("window", {"window": window}), lambda line: line.now.money),
        (Column("window", {"window": window.year_before}, drop=2), lambda line: line.base.money),
        (Column("change"), lambda line: line.change),
        (Column("yoy", drop=1), lambda line: line.growth),
        (Column("contribution"), lambda line: line.points),
        (Column("drivers.share_of_change", drop=3), lambda line: line.share_of_change),
    ]
    return Table.of(found.lines, columns)


def findings(found: Breakdown) -> Iterator[Statement]:
    """Which parts carried the change, and which moved against it most."""
    total, parts = found.total, found.of("part")
    side = _side(total)
    leading = [line for line in parts if line.moved * side > 0]
    large = [line for line in leading if line.moved * side * LEAST_NAMED >= abs(total.moved)]
    led = (large or leading[:1])[:NAMED]
    figures = [figure for line in (total, *led) for figure in (line.now, line.base)]
    if not total.moved:
        yield say("drivers.unchanged", figures=figures, figure=total.now, window=found.window)
        return
    facts = {"total": _total(total), "window": found.window}
    if led:
        yield say(
            "drivers.carried", figures=figures, led=[_part(line, total, "led") for line in led], **facts
        )
    else:
        yield say("drivers.no_part", figures=figures, **facts)
    against = [line for line in parts if line.moved * side < 0]
    if against:
        most = against[-1]
        one = "one" if len(against) == 1 else None
        moved = _part(most, total, "moved")
        yield say(
            "drivers.against", found.by, one, figures=[most.now, most.base], count=len(against), most=moved
        )


def _total(total: Line) -> Statement:
    """How the total moved: a deficit widens or narrows, a balance turns, all else rises or falls."""
    note, turns = total.growth.note, {"deficit_widened", "deficit_narrowed", "sign_change"}
    way = note if note in turns else "fall" if total.moved < 0 else None
    return say(
        "drivers.total", way, figure=total.now, base=total.base, change=total.change, growth=total.growth
    )


def _part(line: Line, total: Line, key: str) -> Statement:
    """How a part moved, and what it carried; of a deficit's change its sign says which way."""
    deficit = "deficit" if total.growth.note.startswith("deficit_") else None
    return say(
        f"drivers.{key}",
        deficit or ("fall" if line.moved < 0 else None),
        name=line.label,
        change=line.change,
        points=line.points,
        share=line.share_of_change,
    )


def notes(found: Breakdown) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from breakdown.notes(found)
    rest, total, count = found.rest, found.total, len(found.of("part"))
    yield say("drivers.rest_is", found.by, "one" if count == 1 else None, count=count)
    if (rest.now.value or 0) * (total.now.value or 0) < 0 and found.flow != "balance":
        yield say("drivers.negative_rest")
    yield from breakdown.deficits(found)
    if total.growth.percent is None:
        yield say("drivers.no_points", total.growth.note, reason=total.growth.note)
    elif total.share_of_change is None:
        yield say("drivers.small_total_change")
    yield say("drivers.rounding")
