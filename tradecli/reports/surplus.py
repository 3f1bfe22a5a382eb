"""`trade surplus`: how large is the balance, against the year before, and is it a record?"""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.facts import places
from tradecli.model.report import Column, Columns, Report, Statement, Table
from tradecli.question import Known
from tradecli.reports import qualify
from tradecli.reports.shared import LEAD, asked, goods, say, subtitle, trend
from tradecli.reports.surplus_figures import SPANS, Line, Surplus
from tradecli.reports.surplus_findings import against_full_years as against_full_years
from tradecli.reports.surplus_findings import findings as findings
from tradecli.reports.surplus_findings import first_published as first_published
from tradecli.schema import FLOWS


class Row(NamedTuple):
    """A machine row: one flow in one span."""

    reporter: str
    partner: str
    flow: str
    span: str
    period: str
    value: int | None
    value_note: str | None
    base_value: int | None
    change: int | None
    yoy: float | None
    yoy_note: str | None
    previous_year: int | None
    record: bool | None
    record_since: str | None
    previous_record: int | None
    previous_record_period: str | None
    basis: str | None
    currency: str
    precision: int | None
    source: str
    vintage: date | None
    vintage_basis: str | None
    commodity: str
    record_missing: int | None
    passed_value: int | None
    passed_period: str | None


def report(known: Known, through: date | None, newest: Known | None = None) -> Report:
    """The answer in every form; see `Surplus` for what it takes and refuses."""
    answer = Surplus(known, through, newest)
    lines, shown = answer.all(), list(findings(answer))
    return Report(
        schema="trade.surplus/1",
        question={**asked(known.question, known.source), "through": periods.label(answer.through)},
        currency=known.currency,
        title=title(answer),
        subtitle=heading(answer),
        table=_table(answer),
        findings=shown,
        notes=list(notes(answer)),
        row_type=Row,
        rows=[_row(answer, line) for line in lines],
        displays={
            "value_display": [line.figure.money for line in lines],
            "yoy_display": [line.growth for line in lines],
        },
        row_figures=[(line.figure, line.base) for line in lines],
        used=answer.series.used(answer.through, SPANS),
        manifest=known.origins,
        # How many times as much it is takes half a line.
        lead=LEAD + shown[0].key.endswith("multiple") if shown else None,
        trend=trend(answer.series, _shown_flow(answer), answer.through),
    )


def _shown_flow(answer: Surplus) -> str:
    """The balance; where there is none, the flow that there is."""
    return next((flow for flow in FLOWS[::-1] if answer.line(flow).figure.money), FLOWS[0])


def title(answer: Surplus) -> Statement:
    """Whose surplus or deficit with whom, and when."""
    question = answer.known.question
    balance = answer.line("balance").figure
    return say(
        "title_surplus",
        None if balance.money else "missing",
        figures=[balance],
        balance=balance.money,
        reporter=places.place(question.reporter),
        partner=places.place(question.partner),
        window=balance.window,
        goods=goods(question, "balance"),
        adjustment=None if question.adjustment == "none" else question.adjustment,
    )


def heading(answer: Surplus) -> Statement:
    """Unit, publisher, the newest vintage shown, valuation."""
    newest = max(line.figure.vintage.day for line in answer.all() if line.figure.vintage)
    return subtitle(answer.known, newest, FLOWS)


def _row(answer: Surplus, line: Line) -> Row:
    figure, rank, question = line.figure, line.rank, answer.known.question
    money, vintage = figure.money, figure.vintage
    noted = [line.growth.note, "base_superseded" if line.superseded else ""]
    return Row(
        question.reporter,
        question.partner,
        figure.flow,
        figure.window.span,
        periods.label(answer.through),
        figure.value,
        None if money else qualify.lacking(answer.series, figure),
        line.base.value,
        line.change and line.change.money.value,
        None if line.growth.percent is None else float(line.growth.percent),
        ";".join(filter(None, noted)) or None,
        line.year.value,
        rank.record,
        periods.label(rank.since) if rank.since else None,
        rank.previous and rank.previous.value,
        periods.label(rank.previous_period) if rank.previous_period else None,
        figure.basis,
        answer.known.currency,
        money and money.precision,
        answer.known.source,
        vintage and vintage.day,
        vintage and vintage.basis,
        question.commodity,
        None if rank.record is None else rank.missing,
        rank.passed and rank.passed.value,
        periods.label(rank.passed_period) if rank.passed_period else None,
    )


def _table(answer: Surplus) -> Table:
    window = answer.line("balance").figure.window
    columns: Columns[Line] = [
        (Column("flow", left=True), lambda line: say(f"row_{line.figure.flow}")),
        (Column("window", {"window": window}), lambda line: line.figure.money),
        (Column("window", {"window": window.year_before}, drop=2), lambda line: line.base.money),
        (Column("change", drop=3), lambda line: line.change),
        (Column("yoy"), lambda line: line.growth),
    ]
    if answer.span == "month" or answer.through.month < 12:  # through December the base is the full year
        year = {"year": answer.through.year - 1}
        columns.append((Column("full_year", year, drop=1), lambda line: line.year.money))
    return Table.of(map(answer.line, FLOWS), columns, lambda line: line.figure.flow == "balance")


def notes(answer: Surplus) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from qualify.merged(_each_note(answer))


def _each_note(answer: Surplus) -> Iterator[Statement]:
    for flow, newest in answer.newer.items():
        yield say("newer_month", flow=flow, newest=newest, label=periods.label(newest))
    lines = [answer.line("balance"), *answer.all()]
    yield from qualify.reading(answer.known, [line.figure for line in lines])
    for line in answer.all():
        yield from qualify.figure(answer.series, line.figure)
    yield from qualify.adding_up(*(answer.line(flow).figure for flow in FLOWS))
    yield from qualify.day_inferred([line.figure for line in answer.all()], answer.known.question)
    yield from qualify.new_year(answer.series, answer.through)
    yield from qualify.leap_year(answer.through)
