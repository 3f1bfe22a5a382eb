"""Exports, imports and balance of a pair through a month, and what they are compared with."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.model.figure import Figure, Rank, Window
from tradecli.model.money import Change, change
from tradecli.model.ratio import Growth
from tradecli.question import Known, Question
from tradecli.remembered_series import series_of
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.sources import fetch_command
from tradecli.superseded import Superseded, superseded
from tradecli.wording import Listed, Wording

SPANS = ("month", "year_to_date")


class Line(NamedTuple):
    """A figure with all that is said of it: its base, growth, rank, and the year before in full."""

    figure: Figure
    base: Figure
    growth: Growth
    rank: Rank
    year: Figure
    superseded: Superseded | None

    @property
    def change(self) -> Change | None:
        """The difference from the year before."""
        return change(self.figure.money, self.base.money)


class Surplus:
    """Exports, imports and balance of a pair through a month, in the month and the year to date."""

    def __init__(self, known: Known, through: date | None, newest: Known | None = None) -> None:
        """Work out the six figures and what they are compared with.

        Args:
            known: The pair, as known on the question's day.
            through: The last month; None means the newest whose year-to-date balance is defined, else the
                newest with a balance.
            newest: The pair as known now, where *known* is what was known on an earlier day.

        Raises:
            NoData: No flow is known for the month or the year to date; the message names the newest month
                that can be answered.
        """
        self.known, self.series = known, series_of(known)
        self.series.later = series_of(newest) if newest else None
        to_date = self.series.newest("year_to_date", "balance") or self._newest_flow()
        last = through or to_date or self.series.newest("month", "balance")
        if last:
            self.series = self.series.counted(last)
        known_spans = [span for span in SPANS if last and self._flows(span, last)]
        if last is None or not known_spans:
            raise refusal(self.series, last)
        self.through = last
        #: Months in which some flow is known, newer than the one chosen where none was asked for.
        self.newer = {} if through else self._newer(last)
        self.lines = {(flow, span): self._line(flow, Window(span, last)) for span in SPANS for flow in FLOWS}
        #: The span that the answer is about: the longest with a balance, else the longest with a flow.
        self.span = max(
            known_spans, key=lambda span: ("balance" in self._flows(span, last), SPANS.index(span))
        )

    def _newest_flow(self) -> date | None:
        """The newest month whose year to date is defined for the only flow that there is, if there is one."""
        known = [month for flow in FLOWS[:2] if (month := self.series.newest("year_to_date", flow))]
        return known[0] if len(known) == 1 else None

    def _newer(self, last: date) -> dict[str, date]:
        """The newest month of each flow that has one after *last*."""
        newest = {flow: self.series.newest("month", flow) for flow in FLOWS}
        return {flow: month for flow, month in newest.items() if month and month > last}

    def _flows(self, span: str, through: date) -> list[str]:
        """The flows that are available in a span."""
        return [flow for flow in FLOWS if self.series.figure(flow, Window(span, through)).money]

    def _line(self, flow: str, window: Window) -> Line:
        figure = self.series.figure(flow, window)
        return Line(
            figure,
            self.series.base(figure),
            self.series.growth(figure),
            self.series.rank(window.span, figure),
            self.series.figure(flow, Window("year", periods.december(window.through.year - 1))),
            superseded(self.series, figure),
        )

    def line(self, flow: str, span: str = "") -> Line:
        """The line of a flow, in the span that the answer is about unless another is named."""
        return self.lines[flow, span or self.span]

    def all(self) -> list[Line]:
        """The six lines, the month's first."""
        return list(self.lines.values())


def _reach(series: Series, flow: str) -> Wording:
    """To which month a flow is known, or to which year, where no month is."""
    named = Wording(flow)
    if month := series.newest("month", flow):
        return Wording("{flow}s are known to {last}", flow=named, last=periods.label(month))
    if last := series.newest("year_to_date", flow):
        if quarter := series.newest("quarter", flow):
            ends = f"{quarter.year}-Q{quarter.month // 3}"
            return Wording("{flow}s are known by quarter alone, to {quarter}", flow=named, quarter=ends)
        return Wording("{flow}s are known by year alone, to {year}", flow=named, year=last.year)
    return Wording("{flow}s are known for no month", flow=named)


def instead(known: Known, through: date | None) -> str:
    """What else answers a question that is refused: years of both flows, the other adjustment; or nothing."""
    question = known.question
    pair = f"--reporter {question.reporter} --partner {question.partner}"
    if known.years:
        return Wording(
            "years to {year} are known: trade surplus {pair} --by year; months: {command}",
            year=known.years.year,
            pair=pair,
            command=fetch_command(question.reporter, question.partner),
        )
    if known.other and through and known.other >= through:
        other = "seasonal" if question.adjustment == "none" else "none"
        return Wording(
            "the other adjustment is known to {last}: --adjustment {other}",
            last=periods.label(known.other),
            other=other,
        )
    return ""


def brought_by(question: Question) -> str:
    """What brings figures of a pair that are not available; of an earlier day nothing can."""
    if question.as_of:
        return Wording("what is fetched now is known from today on: leave out --as-of")
    return Wording("get them: {command}", command=fetch_command(question.reporter, question.partner))


def refusal(series: Series, through: date | None) -> NoData:
    """Why there is no balance for a month, and the newest month that has one."""
    question = series.known.question
    partner = places.place(question.partner)
    newest = series.newest("year_to_date", "balance") or series.newest("month", "balance")
    available = {flow: series.newest("month", flow) for flow in ("export", "import")}
    month = Wording(" for {through}", through=periods.label(through)) if through else ""
    lacking = [flow for flow, last in available.items() if last is None or (through and last < through)]
    until = (_reach(series, flow) for flow in lacking)
    day = Wording(" on {as_of}", as_of=question.as_of) if question.as_of else ""
    hint = instead(series.known, through)
    if not hint and newest:
        hint = Wording("the newest month it can answer{day} is {last}", day=day, last=periods.label(newest))
    elif not hint and not question.table:
        hint = brought_by(question)
    why = Listed(until, ";") or Wording("a month is missing")
    return NoData(
        "no balance with {partner.prose}{month} ({source}): {why}",
        hint=hint,
        newest=newest,
        partner=partner,
        month=month,
        source=series.source,
        why=why,
    )
