"""`trade drivers`: which commodities, or partners, moved a flow or the balance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.errors import NoData, QueryError, unknown
from tradecli.facts import places
from tradecli.model.figure import Window
from tradecli.model.report import Cell, Column, Columns, Report, Statement, Table
from tradecli.parts import LISTS, Compared, Parts, parts_of
from tradecli.question import Known
from tradecli.reports import breakdown
from tradecli.reports.breakdown import Breakdown, Line, contribution_note, number
from tradecli.reports.drivers_findings import findings, notes, side_of
from tradecli.reports.leading import bounds_of, leading
from tradecli.reports.shared import goods, say, traded
from tradecli.sources import SOURCES
from tradecli.wording import Listed, Wording

#: What a total can be broken down by.
BY = ("commodity", "partner", "region")


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
    concentration_low: float | None
    concentration_high: float | None


def check_by(by: str, partner: str = "WORLD", classification: str = "", commodity: str = "TOTAL") -> str:
    """Refuse what nothing can be broken down by, one partner by partner, and partners by a list of goods.

    Returns:
        What is told apart: of one kind of goods the partners, or areas where they are asked for.

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
    if by == "commodity" and commodity != "TOTAL":
        by = "partner"
    if by != "commodity" and partner != "WORLD":
        raise QueryError("by {by} the whole world is broken down", hint="leave out --partner", by=by)
    if by != "commodity" and classification:
        raise QueryError("--classification names a list of commodities", hint="add --by commodity")
    return by


def breaking_down(
    known: Known, *, by: str, flow: str, span: str, through: date | None, classification: str = ""
) -> Breakdown:
    """Break the change of a flow, or of the balance, on a year earlier down.

    Args:
        known: Every partner or every commodity (`load_parts.parts`) as known on the day.
        by: `commodity`, `partner` or `region`: continents and other areas as published.
        flow: `export`, `import` or `balance`.
        span: `month`, `year_to_date` or `rolling_12`.
        through: The last month; None means the newest that can be answered.
        classification: The list of commodities; empty means the first that has the month.

    Returns:
        Parts in the order in which they moved the total its way, then the rest, then the total. Areas
        leave no rest: they overlap, and add up to nothing.

    Raises:
        QueryError: No such flow, span or list.
        NoData: The total, or every part, lacks the month or the one a year earlier.
    """
    breakdown.check(span=span, flow=flow)
    if classification and classification not in LISTS:
        raise unknown("list", classification, LISTS)
    parts = parts_of(known, flow, span, "commodity" if by == "commodity" else "partner")
    ways = list(_ways(parts, by, classification))
    for way in ways:
        last = through or parts.newest(way)
        if last in parts.answerable(way):
            return Breakdown(known, parts, by, Window(span, last), list(_lines(parts, way, by, last)))
    if by == "commodity" and not known.question.table and _totals_alone(known):
        raise _no_goods(known, flow, span)
    months = [last for way in ways if (last := parts.newest(way))]
    raise breakdown.refusal(parts, through, max(months, default=None))


def _totals_alone(known: Known) -> bool:
    """Whether nothing of the pair is known but its total."""
    return {*known.figures.get_column("part").unique()} <= {"total:TOTAL"}


def _no_goods(known: Known, flow: str, span: str) -> NoData:
    """The refusal of commodities of a pair that its office has in total alone."""
    question = known.question
    way = f"trade drivers --reporter {question.reporter} --by partner --flow {flow} --span {span}"
    by_partner = question.partner == "WORLD" and not SOURCES[known.source].yearly
    hint = (
        Wording("by partner: {way}", way=way)
        if by_partner
        else Wording("`trade sources` says what each source covers")
    )
    return NoData(
        "the {what} cannot be broken down by commodity ({source}): its figures here are totals alone",
        hint=hint,
        what=traded(flow, places.place(question.partner)),
        source=known.source,
    )


def _ways(parts: Parts, by: str, classification: str) -> Iterator[Compared]:
    """The ways to break the total down without holding any trade twice, best first."""
    if by == "region":
        yield parts.areas()
    elif by == "partner":
        yield parts.countries()
    else:
        for name in (classification,) if classification else LISTS:
            yield parts.groups(name)


def _lines(parts: Parts, way: Compared, by: str, last: date) -> Iterator[Line]:
    """Parts or areas in the order in which they moved the total its way, the rest of parts, the total."""
    codes = way[last]
    if by == "region":
        listed, rest = [line for line in breakdown.areas(parts, last) if line.code in codes], []
        total = breakdown.whole(parts, last)
    else:
        *listed, left, total = breakdown.lines(parts, codes, last, by)
        rest = [left]
    side = side_of(total)
    yield from sorted(listed, key=lambda line: (-side * line.moved, line.code or ""))
    yield from (*rest, total)


def report(
    known: Known,
    *,
    by: str,
    flow: str,
    span: str,
    through: date | None,
    classification: str = "",
    top: int | None = None,
) -> Report:
    """The answer in every form; arguments and errors are those of `breaking_down`, and of `reported`."""
    return reported(
        breaking_down(known, by=by, flow=flow, span=span, through=through, classification=classification), top
    )


def reported(found: Breakdown, top: int | None = None) -> Report:
    """A breakdown in every form: the *top* parts that moved the total most, either way, or all."""
    led = leading(found, top, most_moved=True)
    lines = led.shown.lines
    known, codes = found.known, [line.code for line in found.lines if line.code]
    points: dict[str, list[Cell]] = {"contribution_display": [line.points for line in lines]}
    return Report(
        schema="trade.drivers/1",
        question=found.question(flow=found.flow, span=found.window.span, by=found.by),
        currency=known.currency,
        title=title(found),
        subtitle=found.subtitle(),
        table=_table(led.shown),
        findings=list(findings(found)),
        notes=list(notes(found, led)),
        row_type=Row,
        rows=[_row(found, line) for line in lines],
        displays={**breakdown.displays(led.shown), **points},
        row_figures=[(line.now, line.base) for line in lines],
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
        goods=goods(found.known.question, found.flow),
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
        *bounds_of(found, line),
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
    return Table.of(found.lines, columns, lambda line: line.role == "total")
