"""`trade chart`: a flow or the balance over time, or what moved it, as a picture."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import polars as pl

from tradecli import periods
from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.frames import typed
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.model.picture import Mark, Picture
from tradecli.model.report import Column, Columns, Report, Statement, Table
from tradecli.question import Known
from tradecli.remembered_series import series_of
from tradecli.reports import chart_words, qualify
from tradecli.reports.chart_asked import Shown
from tradecli.reports.series_refusals import by_year_alone, flow_refusal
from tradecli.reports.shared import asked, say, subtitle
from tradecli.reports.surplus_figures import brought_by
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.statistics.records import records
from tradecli.wording import Wording

#: What marks a record in a table, and a record deficit.
RECORD_MARK, DEEPEST_MARK = "▲", "▼"
#: Months from one window to the next. A year to date is shown beside the same months of other years.
STEPS = {"month": 1, "rolling_12": 1, "quarter": 3, "year_to_date": 12, "year": 12}


class Row(NamedTuple):
    """A machine row: one window of a series."""

    reporter: str
    partner: str
    flow: str
    commodity: str
    period: str
    value: int | None
    record: bool
    basis: str | None
    currency: str
    precision: int | None
    source: str
    vintage: date | None
    vintage_basis: str | None
    span: str


class Chart(NamedTuple):
    """A picture, and the figures in it."""

    picture: Picture
    report: Report


class Point(NamedTuple):
    """A window of a series, and whether it was a record when it came."""

    figure: Figure
    record: bool

    @property
    def window(self) -> Window:
        """The months it covers."""
        return self.figure.window

    @property
    def label(self) -> str:
        """The window as machine formats write it."""
        return self.window.label

    @property
    def mark(self) -> Mark:
        """The point as it is drawn."""
        return Mark(self.window, self.figure.money, self.record)


class _Placed(NamedTuple):
    """What is read of a window's place among all earlier ones."""

    period: date
    record: bool | None


def series(
    known: Known,
    flow: str,
    through: date | None,
    months: int | None = None,
    *,
    span: str = "month",
    first: date | None = None,
) -> Chart:
    """A flow or the balance over time, with the windows that were records when they came.

    Args:
        known: The pair, as known on the question's day.
        flow: `export`, `import` or `balance`.
        through: The last month; None means the newest with a figure.
        months: How many months the chart goes back; None means `chart_asked.MONTHS`.
        span: What each figure covers; a year to date stands beside the same months of other years.
        first: The first month, instead of *months*.

    Raises:
        QueryError: No such flow or span, or fewer than two figures.
        NoData: The flow is not known for *through*.
    """
    wanted = Shown(flow, span, through, months, first)
    wanted.check()
    pair = series_of(known, spans=(span,))
    points = points_of(pair, wanted)
    picture = _over_time(pair, points)
    return Chart(picture, _report(pair, points, picture))


def over_time(pair: Series, flow: str, through: date, months: int) -> Picture:
    """The picture alone, of a pair whose series is made already; see `series`."""
    return _over_time(pair, points_of(pair, Shown(flow, "month", through, months)))


def points_of(pair: Series, wanted: Shown) -> list[Point]:
    """The windows to show, from the first that is known at all; gaps are among them.

    Raises:
        NoData: There is none that ends with the month asked for, or fewer than two.
    """
    flow, span = wanted.flow, wanted.span
    known = [period for period, _ in pair.amounts(flow, span)]
    last = _last(known, wanted)
    if last is None:
        if span == "month" and by_year_alone(pair):
            raise flow_refusal(pair, flow, wanted.through)
        raise _refusal(pair.known, wanted, known)
    pair = pair.counted(last)
    begin, size = max(known[0], wanted.since(last)), STEPS[span]
    ends = [day for day in pair.periods if begin <= day <= last and _apart(day, last) % size == 0]
    windows = pair.windows(span).filter(pl.col("flow") == flow)
    placed = typed(_Placed, records(windows, span, periods=ends))
    high = {period for period, record in placed if record}
    if len(ends) < 2:
        raise QueryError(
            "a chart of one {span} shows nothing",
            hint="begin earlier, with --from or --months",
            span=Wording(span.replace("_", " ")),
        )
    return [Point(pair.figure(flow, Window(span, end)), end in high) for end in ends]


def _apart(day: date, other: date) -> int:
    return (other.year - day.year) * 12 + other.month - day.month


def _last(known: Sequence[date], wanted: Shown) -> date | None:
    """The month that the last window ends with; of quarters and years the last that is whole by then."""
    through = wanted.through
    if through is None:
        return known[-1] if known else None
    if wanted.span in {"quarter", "year"}:
        return next((day for day in reversed(known) if day <= through), None)
    return through if through in known else None


def _refusal(known: Known, wanted: Shown, available: Sequence[date]) -> NoData:
    """Why there is nothing to show, and the newest month that there is."""
    newest, question = available[-1] if available else None, known.question
    hint = Wording("the newest month is {last}", last=periods.label(newest)) if newest else ""
    if not newest and not question.table:
        hint = brought_by(question)
    through = wanted.through and periods.label(wanted.through)
    return NoData(
        "no {flow} figure of trade with {place.prose}{asked_for} ({source})",
        hint=hint,
        newest=newest,
        flow=Wording(wanted.flow),
        place=places.place(question.partner),
        asked_for=Wording(" for {through}", through=through) if through else "",
        source=known.source,
    )


def _over_time(pair: Series, points: Sequence[Point]) -> Picture:
    known, last = pair.known, points[-1].figure
    pair = pair.counted(last.window.through)
    kind = "columns" if last.flow == "balance" else "line"
    marks = [point.mark for point in points]
    figures = [point.figure for point in points]
    return Picture(
        kind,
        chart_words.title(known, pair.rank(last.window.span, last), pair.growth(last)),
        chart_words.shown(known, last.flow, [point.window for point in points]),
        chart_words.described(known, kind, figures, marks),
        marks,
        chart_words.source(known, last),
    )


def _report(pair: Series, points: Sequence[Point], picture: Picture) -> Report:
    known, last = pair.known, points[-1]
    columns: Columns[Point] = [
        (Column("period", left=True), lambda point: point.label),
        (Column("value"), lambda point: point.figure.money),
        (Column("record_mark", left=True), record_mark),
    ]
    vintage, flow = last.figure.vintage, last.figure.flow
    return Report(
        schema="trade.chart/1",
        question={
            **asked(known.question, known.source),
            "through": last.label,
            "flow": flow,
            "span": last.window.span,
        },
        currency=known.currency,
        title=picture.title,
        subtitle=subtitle(known, vintage.day if vintage else None, FLOWS if flow == "balance" else (flow,)),
        table=Table.of(points, columns),
        findings=[picture.alt],
        notes=list(notes(known, points)),
        row_type=Row,
        rows=[row(known, point) for point in points],
        displays={"value_display": [point.figure.money for point in points]},
        row_figures=[(point.figure,) for point in points],
        used=pair.used(last.window.through, (last.window.span,)),
        manifest=known.origins,
        largest=largest([point.figure.money for point in points]),
    )


def largest(amounts: Sequence[Money | None]) -> Money | None:
    """The largest amount by its size: a chart is read against that one."""
    return max((one for one in amounts if one), key=lambda one: abs(one.value), default=None)


def record_mark(point: Point) -> str:
    """The mark of a record in a table."""
    return (DEEPEST_MARK if point.mark.deepest else RECORD_MARK) if point.record else ""


def row(known: Known, point: Point) -> Row:
    """A point as a machine row."""
    question, figure = known.question, point.figure
    return Row(
        question.reporter,
        question.partner,
        figure.flow,
        question.commodity,
        point.label,
        figure.value,
        point.record,
        figure.basis,
        known.currency,
        figure.money and figure.money.precision,
        known.source,
        figure.vintage and figure.vintage.day,
        figure.vintage and figure.vintage.basis,
        figure.window.span,
    )


def notes(known: Known, points: Sequence[Point]) -> Iterator[Statement]:
    """How the figures are to be read, and what the marks compare with."""
    yield from qualify.reading(known, [point.figure for point in points[::-1]])
    marks = dict.fromkeys(record_mark(point) for point in points if point.record)
    if marks:
        yield say("as_computed", mark=", ".join(marks))
