"""`trade brief`: a release for a month, what is told first what matters most; every figure traced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

import polars as pl

from tradecli import periods
from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.model.document import (
    Block,
    Bullets,
    Document,
    Grid,
    Heading,
    Illustration,
    Line,
    Paragraph,
    Trace,
)
from tradecli.model.document import Footnotes as Listed
from tradecli.model.figure import Window
from tradecli.model.report import Cell, Column, Statement, Table
from tradecli.periods import shift
from tradecli.question import Evidence, Known
from tradecli.reports import brief_prose, brief_rows, chart, drivers, partners, qualify, source_notes, surplus
from tradecli.reports.brief_changes import Changes, day_before
from tradecli.reports.brief_prose import Driven, Placed
from tradecli.reports.brief_records import behind_record, others, table
from tradecli.reports.brief_rows import Parts
from tradecli.reports.first_estimate import first_estimate
from tradecli.reports.footnotes import Footnotes, once
from tradecli.reports.mirror_figures import Mirror
from tradecli.reports.records_figures import Records
from tradecli.reports.shared import WORTH_A_PLACE, behind, say, standing
from tradecli.reports.surplus_figures import SPANS, Surplus, refusal
from tradecli.schema import FLOWS

T = TypeVar("T")
#: Months of the chart, and the reporter that a command line need not name.
CHARTED, USUAL = 36, "TW"


def release(known: Evidence, through: date | None, against: date | str | None = None) -> Document:
    """The release: headline, table, chart, paragraphs, and the footnotes of all of it.

    Args:
        known: What it draws on, as known on the question's day.
        through: The month; None means the newest whose year-to-date balance is defined.
        against: The day whose figures it is compared with, or `last`: the release before.

    Raises:
        NoData: Nothing of the month is known, or nothing was before it.
        QueryError: The day is not before the release's own.
    """
    now = known.newest[-1] if known.newest else None
    answer = Surplus(known.pair[-1], through, now)
    last = answer.through
    if not any(line.figure.money for line in answer.all()):
        raise refusal(answer.series, last)
    moved: dict[str, Any] = {"flow": "export", "span": "year_to_date", "through": last}
    ranked = {**moved, "by": "balance", "flow": ""}
    groups, others = _recent(known.groups, last), _recent(known.partners, last)
    parts = Parts(
        _available(lambda one: drivers.breaking_down(one, by="commodity", **moved), groups),
        _available(lambda one: drivers.breaking_down(one, by="partner", **moved), others),
        _available(lambda one: partners.ranking(one, **ranked), others),
        _available(lambda own, other: Mirror(own, other, last), known.offices),
    )
    placed = Records(known.pair, last, known.newest)
    shown = [line.figure.vintage for line in answer.all()]
    changes = Changes(placed, last, day_before(answer.known, shown, against)) if against else None
    every = [*known.pair, *known.groups, *known.partners, *known.offices]
    return _Release(answer, placed, parts, changes, list(source_notes.of(every, through))).document()


def _recent(known: Sequence[Known], through: date) -> list[Known]:
    """The figures of a year to date and of the one before, which are all that a comparison of them needs."""
    first = date(through.year - 1, 1, 1)
    recent = pl.col("period").is_between(first, through)
    return [one._replace(figures=one.figures.filter(recent)) for one in known]


def _available(ask: Callable[..., T], known: Sequence[Known]) -> T | None:
    """What is found, or None where nothing is published for it."""
    try:
        return ask(*known) if known else None
    except NoData:
        return None


class _Release:
    """A release as it is put together; its footnotes are numbered on the way."""

    def __init__(
        self,
        answer: Surplus,
        placed: Records,
        parts: Parts,
        changes: Changes | None,
        about: Sequence[Statement],
    ) -> None:
        self.answer, self.placed, self.parts, self.about = answer, placed, parts, about
        self.changes = changes
        self.series, self.through = placed.series[-1], answer.through
        later = [series.later for series in placed.series[::-1] if series.later]
        mirror = [parts.mirror.own, parts.mirror.other] if parts.mirror else []
        before = [changes.before] if changes and changes.before else []
        self.footnotes = Footnotes([*placed.series[::-1], *later, *mirror, *before])
        self.question = answer.known.question
        self.whole = self.question.partner == "WORLD"
        #: Who is named in sentences: of trade with the world nobody.
        self.names: dict[str, Any] = {
            "reporter": places.place(self.question.reporter),
            "partner": None if self.whole else places.place(self.question.partner),
        }

    def document(self) -> Document:
        """The whole text."""
        title = brief_prose.headline(self._placed("export"), self._placed("balance"), self.names)
        blocks: list[Block] = [self._grid(), self._picture()]
        blocks += [*self._new(), *self._told(), *self._untold(), *self._notes(), *self._sources()]
        rows = partial(brief_rows.report, self.answer, self.placed, self.parts, title)
        heading, currency = surplus.heading(self.answer), self.answer.known.currency
        return Document(title, heading, blocks, currency, rows=rows)

    def _span(self, flow: str) -> str:
        """The span that is told of a flow: its month, or the year to date where only that is known."""
        return "month" if self.answer.line(flow, "month").figure.money else "year_to_date"

    def _has(self, flow: str) -> bool:
        return any(self.answer.line(flow, span).figure.money for span in SPANS)

    def _placed(self, flow: str) -> Placed:
        line = self.answer.line(flow, self._span("balance" if self._has("balance") else flow))
        rank = line.rank
        return Placed(line.figure, line.base, line.growth, bool(rank.record), bool(rank.passed))

    def _line(self, statement: Statement) -> Line:
        return Line(statement, self.footnotes.of(statement.figures))

    def _grid(self) -> Grid:
        """Month and year to date of the three flows, each with its growth on the year before."""
        spans = SPANS if self.through.month > 1 else ("month",)
        columns = [Column("flow", left=True)]
        for span in spans:
            columns += [Column("window", {"window": Window(span, self.through)}), Column("yoy")]
        rows: list[list[Cell]] = []
        footnotes: list[list[int]] = []
        for flow in FLOWS:
            lines = [self.answer.line(flow, span) for span in spans]
            cells: list[Cell] = [cell for line in lines for cell in (line.figure.money, line.growth)]
            rows.append([say("brief.heading", name=say(f"row_{flow}")), *cells])
            footnotes.append(self.footnotes.of(f for line in lines for f in (line.figure, line.base)))
        return Grid(say("brief.table"), Table(columns, rows), footnotes)

    def _picture(self) -> Illustration:
        """The balance over time, to the newest month available; a flow where no balance is."""
        question = self.question
        for flow in reversed(FLOWS):
            months = [day for day, _ in self.series.amounts(flow, "month") if day <= self.through]
            if months:
                picture = chart.over_time(self.series, flow, months[-1], CHARTED)
                self.footnotes.of(picture.alt.figures)
                elsewhere = say(
                    "brief.chart",
                    partner=None if self.whole else question.partner,
                    reporter=None if question.reporter == USUAL else question.reporter,
                    flow=None if flow == "balance" else flow,
                    through=periods.label(months[-1]),
                    as_of=question.as_of,
                    table=question.table and question.table.path,
                )
                return Illustration(picture, elsewhere)
        raise NoData("no month is available")

    def _new(self) -> Iterator[Block]:
        """What the release before did not say, where it was asked for."""
        if self.changes is None:
            return
        yield Heading(say("brief.new", day=self.changes.day))
        lines, table = list(map(self._line, self.changes.sentences())), self.changes.table()
        if lines:
            yield Bullets(lines)
        revised = self.changes.revised()
        if table.rows:
            shown = revised[: len(table.rows)]
            footnotes = [self.footnotes.of([one.before, one.now]) for one in shown]
            yield Grid(say("brief.revised", day=self.changes.day), table, footnotes)
        if more := len(revised) - len(table.rows):
            yield Paragraph([Line(say("brief.more_revised", count=more))])
        if not lines and not revised:
            yield Paragraph([Line(say("brief.nothing_new", day=self.changes.day))])

    def _told(self) -> Iterator[Block]:
        """The paragraphs, each under its heading, but those that have nothing to tell."""
        for flow in FLOWS:
            yield from self._section(f"row_{flow}", map(self._line, self._flow(flow)))
        yield from self._section("brief.drivers", self._driven())
        ranked = brief_prose.partners(self.parts.ranked) if self.parts.ranked else []
        yield from self._section("brief.partners", [self._parted(told, "partner") for told in ranked])
        yield from self._records()
        found = brief_prose.mirrored(self.parts.mirror) if self.parts.mirror else []
        yield from self._section("brief.mirror", map(self._line, found))

    def _section(self, name: str, lines: Iterable[Line]) -> Iterator[Block]:
        if told := list(lines):
            yield from (Heading(say("brief.heading", name=say(name))), Paragraph(once(told)))

    def _flow(self, flow: str) -> Iterator[Statement]:
        """What the table does not say of a flow: the month before, rank, streak, first figures."""
        line = self.answer.line(flow, self._span(flow))
        figure = line.figure
        if figure.money is None:
            return
        if figure.window.span == "month":
            before = Window("month", shift(figure.window.through, -1))
            yield from brief_prose.step(figure, self.series.figure(flow, before), self.names)
        rank = line.rank
        if rank.record or rank.tie or rank.first_of_sign or (rank.rank or WORTH_A_PLACE + 1) <= WORTH_A_PLACE:
            yield standing(rank)._replace(figures=behind(self.series, rank))
        if figure.window.span == "month":
            yield from brief_prose.run(figure, self.series.streak(flow, self.through))
        if flow == "balance":
            year = self.answer.line(flow, "year_to_date")
            if self.through.month > 1:
                yield from brief_prose.turned(year.figure, year.base)
            yield from surplus.against_full_years(self.answer)
        for span in SPANS if self.through.month > 1 else ("month",):
            said = self.answer.line(flow, span)
            for reported in surplus.first_published(self.answer, said):
                oldest = reported.key.endswith(".oldest")
                yield from brief_prose.first(reported.figures[0], said.figure, oldest=oldest)

    def _driven(self) -> Iterator[Line]:
        for found in (self.parts.commodities, self.parts.destinations):
            if found:
                yield from (self._parted(told, found.by) for told in brief_prose.drivers(found, self.names))

    def _parted(self, told: Driven, by: str) -> Line:
        return Line(told.statement, self.footnotes.of_parts(told.lines, by))

    def _records(self) -> Iterator[Block]:
        """The records that no paragraph has told yet."""
        told = {(flow, self._span(flow)) for flow in FLOWS}
        if made := others(self.placed, told):
            name = say("brief.records")
            numbers = [self.footnotes.of(behind_record(self.placed, entry)) for entry in made]
            yield from (Heading(name), Grid(name, table(made), numbers))

    def _untold(self) -> Iterator[Block]:
        """One line about all that cannot be told."""
        table = "own_table" if self.question.table else None
        month = Window("month", self.through)
        lacking = [say("brief.lacks_flow", flow=flow, window=month) for flow in FLOWS if not self._has(flow)]
        if self.parts.commodities is None:
            lacking.append(say("brief.lacks_commodities", **self.names))
        if self.whole and self.parts.ranked is None:
            lacking.append(say("brief.lacks_partners"))
        if self.parts.mirror is None:
            lacking.append(say("brief.lacks_mirror", table))
        if lacking:
            yield Paragraph([Line(say("brief.not_told", parts=lacking))])

    def _notes(self) -> Iterator[Block]:
        """How the figures are to be read, and how sure they are."""
        yield from (Heading(say("brief.notes")), Bullets(list(map(Line, self._qualified()))))

    def _qualified(self) -> Iterator[Statement]:
        answer, known = self.answer, self.answer.known
        figures = [line.figure for line in answer.all()]
        yield from self.about
        yield from first_estimate(known, self.through, "export")
        yield from qualify.reading(known)
        for figure in figures:
            yield from qualify.figure(answer.series, figure)
        yield from qualify.adding_up(*figures[: len(FLOWS)])
        yield from qualify.day_inferred(figures, known.question)
        yield from qualify.new_year(answer.series, self.through)
        yield from qualify.leap_year(self.through)
        if self.parts.mirror and self.parts.mirror.comparable:
            yield say("brief.two_offices", partner=self.parts.mirror.partner.code)

    def _sources(self) -> Iterator[Block]:
        """The footnotes, and the trace of every figure."""
        name, table = say("brief.sources"), self.footnotes.table()
        count = len(table.rows)
        yield from (Heading(name), Listed(name, self.footnotes.lines()))
        yield Trace(say("brief.trace", count=count), table, say("brief.trace_elsewhere", count=count))
