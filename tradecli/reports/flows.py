"""`trade exports` and `trade imports`: a flow month by month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.model.figure import Figure, Rank, Streak, Window
from tradecli.model.ratio import Growth
from tradecli.model.report import Cell, Column, Columns, Report, Statement, Table
from tradecli.question import Known, Question
from tradecli.reports import qualify
from tradecli.reports.shared import asked, goods, say, standing, streak, subtitle, traded
from tradecli.series import Series
from tradecli.statistics.growth import growth_of
from tradecli.wording import Wording

RECORD_MARK = "*"
SPANS = ("month", "year_to_date", "rolling_12")


class Row(NamedTuple):
    """A machine row: one month of the flow."""

    reporter: str
    partner: str
    flow: str
    commodity: str
    period: str
    value: int | None
    mom: float | None
    mom_note: str | None
    mom_seasonal: float | None
    yoy: float | None
    yoy_note: str | None
    ytd: int | None
    ytd_yoy: float | None
    rolling_12: int | None
    rank: int | None
    record: bool | None
    streak: int | None
    streak_at_least: int | None
    basis: str | None
    currency: str
    precision: int | None
    vintage: date | None
    vintage_basis: str | None
    ytd_basis: str | None
    rolling_12_basis: str | None
    source: str
    record_missing: int | None
    passed_value: int | None
    passed_period: str | None


class Month(NamedTuple):
    """A month of the flow with all that is shown beside it."""

    figure: Figure
    growth: Growth
    mom: Growth
    seasonal: Growth | None
    ytd: Figure
    ytd_growth: Growth
    rolling: Figure
    rank: Rank
    streak: Streak | None

    def figures(self) -> tuple[Figure, ...]:
        """The figures that its row rests on."""
        return self.figure, self.ytd, self.rolling


class Flow:
    """The months of a flow to the last one asked for, oldest first."""

    def __init__(
        self, known: Known, flow: str, through: date | None, months: int, seasonal: Known | None
    ) -> None:
        """Work out each month; see `report`."""
        if not 1 <= months <= periods.MOST:
            hint = Wording("--months takes 1 to {most}", most=periods.MOST)
            raise QueryError("a series of {months} months cannot be shown", hint=hint, months=months)
        self.known, self.flow = known, flow
        self.series = Series(known, flows=(flow,), spans=SPANS)
        self.seasonal = Series(seasonal, flows=(flow,), spans=("month",)) if seasonal else None
        last = through or self.series.newest("month", flow)
        if last is None or not any(self._figure(span, last).money for span in ("month", "year_to_date")):
            raise _refusal(self.series, flow, last)
        self.through = last
        available = set(self.series.periods)
        shown = (periods.shift(last, step) for step in range(1 - months, 1))
        self.months = [self._month(period) for period in shown if period in available]

    def _figure(self, span: str, period: date) -> Figure:
        return self.series.figure(self.flow, Window(span, period))

    def _month(self, period: date) -> Month:
        month, ytd, rolling = (self._figure(span, period) for span in SPANS)
        return Month(
            month,
            self.series.growth(month),
            growth_of(month, self._figure("month", periods.shift(period, -1))),
            self._seasonally_adjusted(period),
            ytd,
            self.series.growth(ytd),
            rolling,
            self.series.rank("month", month),
            self.series.streak(self.flow, period),
        )

    def _seasonally_adjusted(self, period: date) -> Growth | None:
        """Growth on the month before of the seasonally adjusted series, where its publisher has one."""
        if self.seasonal is None:
            return None
        months = (Window("month", day) for day in (period, periods.shift(period, -1)))
        growth = growth_of(*(self.seasonal.figure(self.flow, month) for month in months))
        return growth if growth.now and growth.base else None


def _refusal(series: Series, flow: str, through: date | None) -> NoData:
    question = series.known.question
    newest = series.newest("month", flow)
    month = Wording(" for {through}", through=periods.label(through)) if through else ""
    whose = traded(flow, places.place(question.partner))
    what = Wording("no {flow}{month} ({source})", flow=whose, month=month, source=series.source)
    day = Wording(" on {as_of}", as_of=question.as_of) if question.as_of else ""
    if newest is None:
        raise NoData(
            "{what}: none are available{day}",
            hint="`trade sources` says what each source covers",
            what=what,
            day=day,
        )
    why = "not released" if through and through > newest else "not published, or not available"
    return NoData(
        "{what}: {why}{day}",
        hint="the newest month is {last}",
        newest=newest,
        what=what,
        why=Wording(why),
        day=day,
        last=periods.label(newest),
    )


def report(
    known: Known, flow: str, through: date | None, months: int, seasonal: Known | None = None
) -> Report:
    """A flow for the *months* months to *through*.

    Args:
        known: The pair, as known on the question's day.
        flow: `export` or `import`.
        through: The last month; None means the newest with a figure.
        months: Number of rows.
        seasonal: The seasonally adjusted series of the same pair, where its publisher has one.

    Raises:
        QueryError: *months* is below one.
        NoData: The flow is not known for *through*.
    """
    answer = Flow(known, flow, through, months, seasonal)
    shown = answer.months
    newest = max((m.figure.vintage.day for m in shown if m.figure.vintage), default=None)
    through_label = periods.label(answer.through)
    return Report(
        schema=f"trade.{flow}s/1",
        question={**asked(known.question, known.source), "through": through_label, "months": len(shown)},
        currency=known.currency,
        title=_title(known.question, flow, answer.through),
        subtitle=subtitle(known, newest, [flow]),
        table=_table(shown),
        findings=list(_findings(answer)),
        notes=list(_notes(answer)),
        row_type=Row,
        rows=[_row(answer, month) for month in shown],
        displays={
            "value_display": [month.figure.money for month in shown],
            "mom_display": [_if_both(month.mom) for month in shown],
            "yoy_display": [_if_both(month.growth) for month in shown],
        },
        row_figures=[month.figures() for month in shown],
        used=answer.series.used(answer.through, SPANS),
        manifest=known.origins,
    )


def _if_both(growth: Growth) -> Growth | None:
    return growth if growth.now and growth.base else None


def _title(question: Question, flow: str, through: date) -> Statement:
    return say(
        "title_flow",
        flow=flow,
        reporter=places.place(question.reporter),
        partner=places.place(question.partner),
        goods=goods(question, flow),
        through=through,
        adjustment=None if question.adjustment == "none" else question.adjustment,
    )


def _row(answer: Flow, month: Month) -> Row:
    question, figure, run = answer.known.question, month.figure, month.streak
    vintage = figure.vintage
    return Row(
        question.reporter,
        question.partner,
        answer.flow,
        question.commodity,
        figure.window.label,
        figure.value,
        _percent(month.mom),
        month.mom.note or None,
        _percent(month.seasonal),
        _percent(month.growth),
        month.growth.note or None,
        month.ytd.value,
        _percent(month.ytd_growth),
        month.rolling.value,
        month.rank.rank,
        month.rank.record,
        None if run is None or run.at_least else run.length,
        run.length if run and run.at_least else None,
        figure.basis,
        answer.known.currency,
        figure.money and figure.money.precision,
        vintage and vintage.day,
        vintage.basis if vintage else None,
        month.ytd.basis,
        month.rolling.basis,
        answer.known.source,
        None if month.rank.record is None else month.rank.missing,
        month.rank.passed.value if month.rank.passed else None,
        periods.label(month.rank.passed_period) if month.rank.passed_period else None,
    )


def _percent(growth: Growth | None) -> float | None:
    return None if growth is None or growth.percent is None else float(growth.percent)


def _table(shown: list[Month]) -> Table:
    columns: Columns[Month] = [
        (Column("period", left=True), lambda month: month.figure.window.label),
        (Column("value"), lambda month: month.figure.money),
        (Column("record_mark", left=True), lambda month: bool(month.rank.record)),
        (Column("mom"), lambda month: month.mom),
        (Column("mom_seasonal", drop=1), lambda month: month.seasonal),
        (Column("yoy"), lambda month: month.growth),
        (Column("ytd", drop=4), lambda month: month.ytd.money),
        (Column("ytd_yoy", drop=5), lambda month: month.ytd_growth),
        (Column("rolling_12", drop=3), lambda month: month.rolling.money),
        (Column("rank_header", drop=2), lambda month: month.rank.rank),
        (Column("streak_header", drop=6), lambda month: _streak_cell(month.streak)),
    ]
    if not any(month.seasonal for month in shown):
        columns = [entry for entry in columns if entry[0].key != "mom_seasonal"]
    return Table.of(shown, columns)


def _streak_cell(run: Streak | None) -> Cell:
    """The length of a streak; one that is left open is at least so long."""
    if run is None:
        return None
    return f"≥{abs(run.length)}" if run.at_least else run.length


def _findings(answer: Flow) -> Iterator[Statement]:
    """What the last month shows: where it stands, and its streak."""
    last = answer.months[-1]
    if last.figure.money is None:
        return
    yield standing(last.rank)
    if last.streak and last.streak.length:
        yield streak(answer.flow, last.streak, [last.figure])


def _notes(answer: Flow) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from qualify.reading(answer.known)
    if any(month.rank.record for month in answer.months):
        yield say("as_computed", mark=RECORD_MARK)
    for month in answer.months:
        yield from qualify.figure(answer.series, month.figure, superseded=False)
    last = answer.months[-1]
    for sums in (last.ytd, last.rolling):
        yield from qualify.inputs(answer.series, sums, last.figure.vintage and last.figure.vintage.day)
    yield from qualify.day_inferred([month.figure for month in answer.months], answer.known.question)
    if answer.known.question.adjustment == "none":
        yield from qualify.new_year(answer.series, answer.through)
    yield from qualify.leap_year(answer.through)
