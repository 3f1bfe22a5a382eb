"""`trade chart`: a flow or the balance over time, or what moved it, as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.errors import NoData, QueryError, unknown
from tradecli.facts import commodities, places
from tradecli.frames import typed
from tradecli.model.figure import Figure, Window
from tradecli.model.picture import Mark, Picture
from tradecli.model.report import Column, Columns, Named, Report, Statement, Table
from tradecli.question import Known
from tradecli.reports import drivers, qualify
from tradecli.reports.shared import asked, say, standing, subtitle
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.statistics.records import records
from tradecli.wording import Wording

#: How many bars the description names.
NAMED = 3
#: What marks a record in a table.
RECORD_MARK = "*"
#: Months of a line, and the span of bars, where none are named.
MONTHS = 36
SPAN = "year_to_date"


class Row(NamedTuple):
    """A machine row: one month of a line."""

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


class Chart(NamedTuple):
    """A picture, and the figures in it."""

    picture: Picture
    report: Report


class Point(NamedTuple):
    """A month of a line, and whether it was a record when it came."""

    figure: Figure
    record: bool

    @property
    def month(self) -> date:
        """The first day of the month."""
        return self.figure.window.through

    @property
    def label(self) -> str:
        """The month as machine formats write it."""
        return periods.label(self.month)


class _Placed(NamedTuple):
    """What is read of a month's place among all earlier ones."""

    period: date
    record: bool | None


def check(drivers_by: str, *, months: int | None, span: str, commodity: str, partner: str) -> None:
    """Refuse what has no meaning for the picture that is asked for.

    Raises:
        QueryError: A span for a line; months, one commodity or a partner by partner for bars.
    """
    if not drivers_by:
        if span:
            raise QueryError(
                "--span goes with --drivers; a line shows months", hint="leave out --span (TRADE_SPAN)"
            )
        return
    drivers.check_by(drivers_by, partner)
    if months is not None:
        raise QueryError(
            "--months goes with a line, not with --drivers", hint="leave out --months (TRADE_MONTHS)"
        )
    if commodity != "TOTAL":
        raise QueryError(
            "--commodity goes with a line; --drivers shows all commodities", hint="leave out one of the two"
        )


def series(known: Known, flow: str, through: date | None, months: int | None = None) -> Chart:
    """A flow or the balance, month by month, with the months that were records when they came.

    Args:
        known: The pair, as known on the question's day.
        flow: `export`, `import` or `balance`.
        through: The last month; None means the newest with a figure.
        months: Number of months; None means `MONTHS`.

    Raises:
        QueryError: No such flow, or fewer than two months.
        NoData: The flow is not known for *through*.
    """
    if flow not in FLOWS:
        raise unknown("flow", flow, FLOWS)
    months = MONTHS if months is None else months
    if months < 2:
        raise QueryError(
            "a chart of {months} months shows nothing", hint="--months takes 2 or more", months=months
        )
    pair = Series(known, spans=("month",))
    points = _points(pair, flow, through, months)
    picture = _line(pair, points)
    return Chart(picture, _report(pair, points, picture))


def over_time(pair: Series, flow: str, through: date, months: int) -> Picture:
    """The picture alone, of a pair whose series is made already; see `series`."""
    return _line(pair, _points(pair, flow, through, months))


def _points(pair: Series, flow: str, through: date | None, months: int) -> list[Point]:
    """The last months, from the first that is known at all."""
    newest = pair.newest("month", flow)
    last = through or newest
    if last is None or pair.figure(flow, Window("month", last)).money is None:
        known = pair.known
        asked_for = Wording(" for {last}", last=periods.label(last)) if last else ""
        hint = Wording("the newest month is {last}", last=periods.label(newest)) if newest else ""
        place = places.place(known.question.partner)
        what = Wording(
            "no {flow} figure of trade with {place.prose}{asked_for} ({source})",
            flow=Wording(flow),
            place=place,
            asked_for=asked_for,
            source=known.source,
        )
        raise NoData(what, hint=hint, newest=newest)
    first = pair.amounts(flow, "month")[0][0]
    shown = [month for month in pair.periods if first <= month <= last][-months:]
    windows = pair.windows("month").filter(pl.col("flow") == flow)
    placed = typed(_Placed, records(windows, "month", periods=shown))
    high = {period for period, record in placed if record}
    return [Point(pair.figure(flow, Window("month", month)), month in high) for month in shown]


def _line(pair: Series, points: Sequence[Point]) -> Picture:
    known, last = pair.known, points[-1].figure
    facts = _facts(known, last)
    newest = last.vintage.day if last.vintage else None
    flows = FLOWS if last.flow == "balance" else (last.flow,)
    stands = standing(pair.rank("month", last))
    return Picture(
        "line",
        say("charts.line_title", figures=[last], standing=stands, **facts),
        subtitle(known, newest, flows),
        _described(points, facts),
        [Mark(point.label, point.figure.money, point.record) for point in points],
    )


def _facts(known: Known, last: Figure) -> dict[str, Any]:
    """Whose figure of what with whom, and the newest one."""
    question = known.question
    goods = commodities.named(f"{question.classification}:{question.commodity}")
    return {
        "reporter": places.place(question.reporter),
        "partner": places.place(question.partner),
        "commodity": None if question.commodity == "TOTAL" else Named(goods.name, goods.name_zh),
        "figure": last,
        "size": last.money and abs(last.money),
        "month": last.window,
        "currency": known.currency,
    }


def _described(points: Sequence[Point], facts: dict[str, Any]) -> Statement:
    """What the line shows: its lowest and highest month, its records, its gaps."""
    known = [point.figure for point in points if point.figure.money]
    low, high = (pick(known, key=lambda figure: figure.value or 0) for pick in (min, max))
    gaps = len(points) - len(known)
    return say(
        "charts.line_alt",
        None if any(point.record for point in points) else "no_record",
        figures=[low, high, known[-1]],
        first=points[0].figure.window,
        low=low,
        high=high,
        records=[point.figure.window for point in points if point.record],
        gaps=say("charts.gaps", "one" if gaps == 1 else None, missing=gaps) if gaps else None,
        **facts,
    )


def _report(pair: Series, points: Sequence[Point], picture: Picture) -> Report:
    known, last = pair.known, points[-1]
    columns: Columns[Point] = [
        (Column("period", left=True), lambda point: point.label),
        (Column("value"), lambda point: point.figure.money),
        (Column("record_mark", left=True), lambda point: RECORD_MARK if point.record else ""),
    ]
    return Report(
        schema="trade.chart/1",
        question={**asked(known.question, known.source), "through": last.label, "flow": last.figure.flow},
        currency=known.currency,
        title=picture.title,
        subtitle=picture.subtitle,
        table=Table.of(points, columns),
        findings=[picture.alt],
        notes=list(_notes(known, points)),
        row_type=Row,
        rows=[_row(known, point) for point in points],
        displays={"value_display": [point.figure.money for point in points]},
        row_figures=[(point.figure,) for point in points],
        used=pair.used(last.month, ("month",)),
        manifest=known.origins,
    )


def _row(known: Known, point: Point) -> Row:
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
    )


def _notes(known: Known, points: Sequence[Point]) -> Iterator[Statement]:
    yield from qualify.reading(known)
    if any(point.record for point in points):
        yield say("as_computed", mark=RECORD_MARK)


def bars(known: Known, *, by: str, flow: str, through: date | None, span: str = "") -> Chart:
    """What moved a flow or the balance, as bars: the change of each part in money.

    Arguments and errors are those of `drivers.breaking_down`.
    """
    found = drivers.breaking_down(known, by=by, flow=flow, span=span or SPAN, through=through)
    report = drivers.reported(found)
    bars = [Mark(line.label, line.change) for line in (*found.of("part"), found.rest)]
    largest = sorted(bars, key=lambda bar: -abs(bar.money.value if bar.money else 0))[:NAMED]
    alt = say(
        "charts.bars_alt",
        count=len(bars),
        largest=[say("charts.bar", name=bar.label, change=bar.amount) for bar in largest],
        title=report.title,
        currency=known.currency,
    )
    under = say("charts.bars_subtitle", title=report.title, subtitle=report.subtitle)
    return Chart(Picture("bars", report.findings[0], under, alt, bars), report)
