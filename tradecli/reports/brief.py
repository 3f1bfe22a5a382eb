"""`trade brief`: a release for a month, made of the reports there are; every figure has a footnote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.model.document import Block, Bullets, Document, Grid, Heading, Line, Paragraph
from tradecli.model.document import Footnotes as Listed
from tradecli.model.figure import Figure, Window
from tradecli.model.picture import Picture
from tradecli.model.ratio import Growth
from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.periods import shift
from tradecli.question import Evidence, Known
from tradecli.reports import chart, drivers, mirror, partners, qualify, records, source_notes, surplus
from tradecli.reports.first_estimate import first_estimate
from tradecli.reports.footnotes import Footnotes
from tradecli.reports.records_figures import Records
from tradecli.reports.shared import behind, movement, say, standing
from tradecli.reports.surplus_figures import SPANS, Surplus, refusal
from tradecli.schema import FLOWS
from tradecli.statistics.growth import growth_of

#: Months of the chart.
CHARTED = 36


def release(known: Evidence, through: date | None) -> Document:
    """The release: headline, paragraphs, table, chart and the footnotes of all of it.

    Args:
        known: What it draws on, as known on the question's day.
        through: The month; None means the newest whose year-to-date balance is defined.

    Raises:
        NoData: The balance of the month is not known.
    """
    now = known.newest[-1] if known.newest else None
    answer = Surplus(known.pair[-1], through, now)
    last = answer.through
    if answer.line("balance").figure.money is None:
        raise refusal(answer.series, last)
    moved: dict[str, Any] = {"flow": "export", "span": "year_to_date", "through": last}
    parts: dict[str, Report | None] = {
        "by_commodity": _available(drivers.report, known.groups, by="commodity", **moved),
        "by_partner": _available(drivers.report, known.partners, by="partner", **moved),
        "partners": _available(partners.report, known.partners, by="balance", **{**moved, "flow": ""}),
        "mirror": _available(mirror.report, known.offices, through=last),
    }
    every = [*known.pair, *known.groups, *known.partners, *known.offices]
    about = list(source_notes.of(every, through))
    return _Release(answer, Records(known.pair, last, known.newest), parts, about).document()


def _available(ask: Callable[..., Report], known: Sequence[Known], **question: Any) -> Report | None:
    """A report, or None where nothing is published for it."""
    try:
        return ask(*known, **question) if known else None
    except NoData:
        return None


class Placed(NamedTuple):
    """A figure, how it grew on a year earlier, and whether it is a record."""

    figure: Figure
    growth: Growth
    record: bool


def headline(export: Placed, balance: Placed, names: Mapping[str, Any]) -> Statement:
    """What the month, or year to date, was: exports, growth, balance, records."""
    window, size = balance.figure.window, balance.figure.money and abs(balance.figure.money)
    kind = "month" if window.span == "month" else None
    too = "brief.balance_record_too" if export.record else "brief.balance_record"
    return say(
        "brief.headline",
        None if export.figure.money else "no_exports",
        figures=[export.figure, balance.figure],
        export=export.figure,
        growth=export.growth,
        export_record=say("brief.export_record", kind) if export.record else None,
        balance=balance.figure,
        size=size,
        balance_record=say(too, kind) if balance.record else None,
        window=window,
        **names,
    )


def flow_line(figure: Figure, year: Figure, month: Figure | None, names: Mapping[str, Any]) -> Statement:
    """A figure with its growth on the year before and, of a month, on the month before.

    Of two deficits no rate stands here: the sentence that follows says how the deficit moved.
    """
    bases = {"brief.on_year": year, **({"brief.on_month": month} if month else {})}
    grown = {key: growth_of(figure, base) for key, base in bases.items()}
    return say(
        "brief.flow",
        "balance" if figure.flow == "balance" else None,
        figures=[figure, *bases.values()],
        figure=figure,
        flow=figure.flow,
        size=figure.money and abs(figure.money),
        window=figure.window,
        rates=[
            say(key, growth=growth, month=Window("same_month", bases[key].window.through))
            for key, growth in grown.items()
            if growth.percent is not None and not growth.note.startswith("deficit")
        ],
        **names,
    )


class _Release:
    """A release as it is put together; its footnotes are numbered on the way."""

    def __init__(
        self,
        answer: Surplus,
        placed: Records,
        parts: dict[str, Report | None],
        about: Sequence[Statement] = (),
    ) -> None:
        self.answer, self.placed, self.parts, self.about = answer, placed, parts, about
        self.series, self.through = placed.series[-1], answer.through
        self.findings = list(surplus.findings(answer))
        later = [series.later for series in placed.series[::-1] if series.later]
        self.footnotes = Footnotes([*placed.series[::-1], *later])
        question = answer.known.question
        whole = question.partner == "WORLD"
        #: Who is named in sentences: of trade with the world nobody.
        self.names: dict[str, Any] = {
            "reporter": places.place(question.reporter),
            "partner": None if whole else places.place(question.partner),
        }

    def document(self) -> Document:
        """The whole text."""
        blocks = [*self._paragraphs(), *self._evidence(), *self._figures()]
        notes, name = [Line(note) for note in self._notes()], say("brief.footnotes")
        blocks += [Heading(say("brief.notes")), Bullets(notes)]
        blocks += [Heading(name), Listed(name, self.footnotes.table())]
        return Document(
            title=headline(self._placed("export"), self._placed("balance"), self.names),
            subtitle=surplus.heading(self.answer),
            blocks=blocks,
            currency=self.answer.known.currency,
        )

    def _placed(self, flow: str) -> Placed:
        """What the headline says of a flow: its month, or the year to date where only that is known."""
        span = "month" if self.answer.line("balance", "month").figure.money else "year_to_date"
        line = self.answer.line(flow, span)
        return Placed(line.figure, line.growth, bool(line.rank.record))

    def _line(self, statement: Statement) -> Line:
        return Line(statement, self.footnotes.of(statement.figures))

    def _paragraphs(self) -> Iterator[Block]:
        for flow in FLOWS:
            lines = [self._line(statement) for statement in self._flow(flow)]
            yield from (Heading(say(f"row_{flow}")), Paragraph(lines))

    def _flow(self, flow: str) -> Iterator[Statement]:
        """A flow's month against the year and month before, its rank, its streak, its year to date."""
        for span in SPANS:
            line = self.answer.line(flow, span)
            if line.figure.money is None or (span == "year_to_date" and self.through.month == 1):
                continue
            yield flow_line(line.figure, line.base, self._month_before(line.figure), self.names)
            if flow == "balance" and line.growth.note:
                yield from movement(line.figure, line.base, line.growth)
            yield standing(line.rank)._replace(figures=behind(self.series, line.rank))
            yield from self._found("reported", line.figure)
            if span == "month":
                yield from self._found("streak", line.figure)
        if flow == "balance":
            yield from (finding for finding in self.findings if finding.key.startswith("exceeds_"))

    def _found(self, key: str, figure: Figure) -> Iterator[Statement]:
        """The findings of one kind about a flow and window."""
        about = (figure.flow, figure.window)
        for finding in self.findings:
            if finding.key == key and (finding.figures[0].flow, finding.figures[0].window) == about:
                yield finding

    def _month_before(self, figure: Figure) -> Figure | None:
        span, through = figure.window
        return (
            self.series.figure(figure.flow, Window("month", shift(through, -1))) if span == "month" else None
        )

    def _evidence(self) -> Iterator[Block]:
        """Records, drivers, partners, mirror: what is available of them."""
        found = records.findings(self.placed)
        yield from self._list("records", map(self._line, found), "no_records")
        moved = [*self._reported("by_commodity"), *self._reported("by_partner")]
        yield from self._list("drivers", moved)
        if self.parts["partners"]:
            yield from self._list("partners", self._reported("partners"))
        yield from self._list("mirror", self._reported("mirror"))

    def _list(self, name: str, lines: Iterable[Line], empty: str = "not_available") -> Iterator[Block]:
        yield Heading(say(f"brief.{name}"))
        yield Bullets(list(lines) or [Line(say(f"brief.{empty}"))])

    def _reported(self, name: str) -> Iterator[Line]:
        """What a report finds; why two offices differ stands among the notes."""
        report = self.parts[name]
        if report:
            number = self.footnotes.of_report(name, report)
            findings, _ = _reasons(report)
            yield from (Line(finding, [number]) for finding in findings)

    def _figures(self) -> Iterator[Block]:
        """The table and the chart."""
        name, picture = say("brief.table"), self._picture()
        yield from (Heading(name), self._grid(name), Heading(picture.title, sentence=True), picture)

    def _grid(self, name: Statement) -> Grid:
        """Month and year to date of the three flows, each cell with the footnote of its figure."""
        spans = SPANS if self.through.month > 1 else ("month",)
        columns = [Column("flow", left=True)]
        for span in spans:
            columns += [
                Column("window", {"window": Window(span, self.through)}),
                Column("yoy"),
                Column("change"),
            ]
        rows: list[list[Cell]] = []
        footnotes: list[list[int]] = []
        for flow in FLOWS:
            lines = [self.answer.line(flow, span) for span in spans]
            cells = [cell for line in lines for cell in (line.figure.money, line.growth, line.change)]
            numbers = [(self.footnotes.of([line.figure]) or [0]) * 3 for line in lines]
            rows.append([say(f"row_{flow}"), *cells])
            footnotes.append([0, *(number for three in numbers for number in three)])
        return Grid(name, Table(columns, rows), footnotes)

    def _picture(self) -> Picture:
        """The balance over time, to the newest month available; a flow where no balance is."""
        for flow in reversed(FLOWS):
            months = [day for day, _ in self.series.amounts(flow, "month") if day <= self.through]
            if months:
                return chart.over_time(self.series, flow, months[-1], CHARTED)
        raise NoData("no month is available")

    def _notes(self) -> Iterator[Statement]:
        """How the figures are to be read, and how sure they are."""
        answer, known = self.answer, self.answer.known
        figures = [line.figure for line in answer.all()]
        yield from self.about
        yield from first_estimate(known, self.through, "export")
        yield from qualify.reading(known)
        if not known.question.table:
            yield say("brief.valuation")
        for figure in figures:
            yield from qualify.figure(answer.series, figure)
        yield from qualify.adding_up(*figures[: len(FLOWS)])
        yield from qualify.day_inferred(figures, known.question)
        yield from qualify.new_year(answer.series, self.through)
        yield from qualify.leap_year(self.through)
        if self.parts["mirror"]:
            _, reasons = _reasons(self.parts["mirror"])
            yield from reasons


def _reasons(report: Report) -> tuple[Sequence[Statement], Sequence[Statement]]:
    """The findings of a report, and apart from them the reasons why two offices differ."""
    keys = [finding.key for finding in report.findings]
    end = keys.index("mirror.why") if "mirror.why" in keys else len(keys)
    return report.findings[:end], report.findings[end + 1 :]
