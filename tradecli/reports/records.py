"""`trade records`: which records and streaks a month sets, for the total and a partner."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.facts import places
from tradecli.facts.places import Place
from tradecli.model.figure import Window
from tradecli.model.report import Cell, Column, Columns, Report, Statement, Table
from tradecli.question import Known
from tradecli.reports import qualify
from tradecli.reports.records_figures import LEVELS, SPANS, Entry, Records
from tradecli.reports.shared import asked, goods, say, subtitle
from tradecli.schema import FLOWS

#: Sentences under the table, which says the same of every record.
FOREMOST = 3


class Row(NamedTuple):
    """A machine row: one kind of record of one flow."""

    kind: str
    reporter: str
    partner: str
    flow: str
    period: str
    value: int | None
    measure: float | None
    measure_unit: str | None
    record: bool | None
    rank: int | None
    since: str | None
    previous_value: int | None
    previous_measure: float | None
    previous_period: str | None
    basis: str | None
    currency: str
    source: str
    vintage: date | None
    vintage_basis: str | None
    commodity: str
    missing: int | None
    passed_value: int | None
    passed_period: str | None


def report(known: Sequence[Known], through: date | None, newest: Sequence[Known] = ()) -> Report:
    """The answer in every form; see `Records`."""
    answer = Records(known, through, newest)
    last, entries = known[-1], answer.entries
    vintage = max((e.figure.vintage.day for e in entries if e.figure.vintage), default=None)
    used = [series.used(answer.through, (*SPANS, "year")) for series in answer.series]
    return Report(
        schema="trade.records/1",
        question={**asked(last.question, last.source), "through": periods.label(answer.through)},
        currency=last.currency,
        title=say(
            "title_records",
            reporter=places.place(last.question.reporter),
            through=answer.through,
            goods=goods(last.question, "balance"),
        ),
        subtitle=subtitle(last, vintage, FLOWS),
        table=_table(answer),
        findings=findings(answer),
        notes=list(_notes(answer, last)),
        row_type=Row,
        rows=[_row(last, entry) for entry in entries],
        displays={"statement": [entry.statement for entry in entries]},
        row_figures=[entry.figures for entry in entries],
        used=list(dict.fromkeys(origin for origins in used for origin in origins)),
        manifest=last.origins,
        lead=FOREMOST,
    )


def findings(answer: Records) -> list[Statement]:
    """The records of the pair asked for."""
    return [entry.statement._replace(figures=entry.figures) for entry in made(answer)]


def made(answer: Records) -> list[Entry]:
    """The records of the pair asked for, each once."""
    partner = answer.series[-1].known.question.partner
    records = [entry for entry in answer.entries if entry.record and entry.partner == partner]
    # A record of any month is one of its own month too, and need not be said twice.
    highest = {entry.figure.flow for entry in records if entry.kind == "month"}
    # Through December the year to date is the year, as are the last twelve months; of January, the month.
    twice = {12: {"year_to_date", "rolling_12"}, 1: {"year_to_date"}}.get(answer.through.month, set())
    return [
        entry
        for entry in records
        if entry.kind not in twice and (entry.kind != "same_month" or entry.figure.flow not in highest)
    ]


def _row(known: Known, entry: Entry) -> Row:
    figure, vintage = entry.figure, entry.figure.vintage
    span = entry.kind if entry.kind in LEVELS else "month"
    return Row(
        entry.kind,
        known.question.reporter,
        entry.partner,
        figure.flow,
        Window(span, figure.window.through).label,
        figure.value,
        entry.measure,
        entry.unit,
        entry.record,
        entry.rank,
        entry.since.label if entry.since else None,
        entry.previous.value if entry.previous else None,
        entry.previous_measure,
        entry.previous_window.label if entry.previous_window else None,
        figure.basis,
        known.currency,
        known.source,
        vintage and vintage.day,
        vintage.basis if vintage else None,
        known.question.commodity,
        entry.missing,
        entry.passed.value if entry.passed else None,
        entry.passed_window.label if entry.passed_window else None,
    )


def _table(answer: Records) -> Table:
    """One line a kind and flow, the partner asked for first: what was set, and what it is compared with."""
    columns: Columns[Entry | Place] = [
        (Column("records.pair", left=True), _kind),
        (Column("flow", left=True), _of(lambda e: say(f"row_{e.figure.flow}"))),
        (Column("value"), _of(lambda e: e.shown)),
        (Column("rank_header", left=True), _of(_rank)),
        (Column("previous", drop=1), _of(lambda e: e.shown_before)),
        (
            Column("previous_period", left=True, drop=2),
            _of(lambda e: e.previous_window and e.previous_window.label),
        ),
        (Column("records.passed_header", left=True, drop=3), _of(_passed)),
        (Column("since_header", left=True, drop=4), _of(lambda e: e.since and e.since.label)),
    ]
    lines: list[Entry | Place] = []
    for series in reversed(answer.series):
        partner = series.known.question.partner
        found = [entry for entry in answer.entries if entry.partner == partner]
        lines += [places.place(partner), *found] if found else []
    return Table.of(lines, columns, lambda line: isinstance(line, Place) or bool(line.record))


def _of(read: Callable[[Entry], Cell]) -> Callable[[Entry | Place], Cell]:
    """A cell of a kind of record; empty beside the name of a partner, and where nothing can be said."""
    return lambda line: "" if isinstance(line, Place) or (cell := read(line)) is None else cell


def _kind(line: Entry | Place) -> Statement:
    return say("name", place=line) if isinstance(line, Place) else kind(line)


def kind(entry: Entry) -> Statement:
    """The name of a kind of record."""
    return say(f"kind_{entry.kind}", window=Window(entry.kind, entry.figure.window.through))


def _rank(entry: Entry) -> Statement | None:
    """The place among all figures to then: a record, a tie with one, or a number."""
    if entry.rank is None:
        return None
    tie = "tie" if entry.rank == 1 else None
    return say("records.rank", "record" if entry.record else tie, rank=entry.rank)


def _passed(entry: Entry) -> Statement | None:
    """The first later figure that is higher, and when it was."""
    if entry.passed is None or entry.passed_window is None:
        return None
    return say("records.passed", money=entry.passed, window=entry.passed_window.label)


def _notes(answer: Records, known: Known) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from qualify.reading(known, [entry.figure for entry in answer.entries])
    for flow in FLOWS:
        # Of the pair asked for; what the world lacks beside it is not shown either.
        month = answer.series[-1].figure(flow, Window("month", answer.through))
        if month.money is None:
            yield say("no_value", "missing", flow=flow, window=month.window)
    yield from qualify.day_inferred([entry.figure for entry in answer.entries], known.question)
