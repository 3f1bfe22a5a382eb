"""`trade chart`: a flow or the balance over time, or what moved it, as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers import drivers, drivers_report
from tradecli.answers import notes as qualifying
from tradecli.answers.pair import Pair
from tradecli.document import Mark, Picture
from tradecli.errors import NoData, QueryError
from tradecli.facts import commodities, places
from tradecli.question import Known
from tradecli.report import Amount, Column, Report, Statement, Table, View, say
from tradecli.schema import FLOWS
from tradecli.statistics.records import records
from tradecli.vintages import read_stamp

#: How many bars the description names.
NAMED = 3

SCHEMA: dict[str, pl.DataType] = {
    "reporter": pl.String(),
    "partner": pl.String(),
    "flow": pl.String(),
    "commodity": pl.String(),
    "period": pl.String(),
    "value": pl.Int64(),
    "record": pl.Boolean(),
    "basis": pl.String(),
    "currency": pl.String(),
    "precision": pl.Int64(),
    "source": pl.String(),
    "vintage": pl.Date(),
    "vintage_basis": pl.String(),
}


class Answer(NamedTuple):
    """A picture, and the figures in it."""

    picture: Picture
    report: Report


def series(known: Known, flow: str, through: date | None, months: int) -> Answer:
    """A flow or the balance, month by month, with the months that were records when they came.

    Args:
        known: The pair, as known on the question's day.
        flow: `export`, `import` or `balance`.
        through: The last month; None means the newest with a figure.
        months: Number of months.

    Raises:
        QueryError: No such flow, or fewer than two months.
        NoData: The flow is not known for *through*.
    """
    if flow not in FLOWS:
        raise QueryError(f"there is no flow {flow!r}", hint=f"flows: {', '.join(FLOWS)}")
    if months < 2:
        raise QueryError(f"a chart of {months} months shows nothing", hint="--months takes 2 or more")
    pair = Pair(known, kinds=("month",))
    last = through or pair.newest("month", flow)
    held = pair.windows("month").filter(pl.col("flow") == flow)
    rows = {row["period"]: row for row in held.to_dicts()}
    if last is None or rows.get(last, {}).get("value") is None:
        newest = pair.newest("month", flow)
        asked = f" for {periods.label(last)}" if last else ""
        hint = f"the newest month is {periods.label(newest)}" if newest else ""
        name = places.place(known.question.partner).prose
        raise NoData(f"no {flow} figure of trade with {name}{asked} ({known.source})", hint=hint)
    first = min(period for period, row in rows.items() if row["value"] is not None)
    shown = [month for step in range(1 - months, 1) if (month := periods.shift(last, step)) >= first]
    placed = {row["period"]: row for row in records(held, "month", periods=shown).to_dicts()}
    marks = [_mark(rows.get(month, {}), placed.get(month, {}), month) for month in shown]
    standing = qualifying.standing(
        {**rows[last], "placed": placed.get(last), "growth_note": rows[last]["yoy_note"]}, "month"
    )
    picture = _line(known, flow, last, marks, standing, rows[last])
    return Answer(
        picture,
        _series_report(known, pair, flow, last, [(rows.get(m.period, {}), m) for m in marks], picture),
    )


def _mark(row: dict[str, Any], placed: dict[str, Any], month: date) -> Mark:
    label = say("charts.month", through=month)
    return Mark(label, row.get("value"), row.get("precision"), bool(placed.get("record")), month)


def _line(
    known: Known, flow: str, last: date, marks: list[Mark], standing: Statement, row: dict[str, Any]
) -> Picture:
    question = known.question
    goods = commodities.named(f"{question.classification}:{question.commodity}")
    whole = question.commodity == "TOTAL"
    facts = {
        "flow": flow,
        "reporter": places.place(question.reporter),
        "partner": places.place(question.partner),
        "commodity": "" if whole else goods.name,
        "commodity_zh": "" if whole else goods.name_zh,
        "through": last,
        "value": Amount(row["value"], row["precision"]),
    }
    known_marks = [mark for mark in marks if mark.value is not None]
    low, high = (pick(known_marks, key=lambda mark: mark.value or 0) for pick in (min, max))
    alt = say(
        "charts.line_alt",
        first=marks[0].period,
        low=Amount(low.value, low.precision),
        low_month=low.period,
        high=Amount(high.value, high.precision),
        high_month=high.period,
        records=[mark.period for mark in marks if mark.record],
        missing=len(marks) - len(known_marks),
        **facts,
    )
    newest = read_stamp(row["stamp"])[0]
    flows = FLOWS if flow == "balance" else (flow,)
    subtitle = qualifying.subtitle(known, newest, flows)
    return Picture("line", say("charts.line_title", standing=standing, **facts), subtitle, alt, marks)


def _series_report(
    known: Known,
    pair: Pair,
    flow: str,
    last: date,
    pairs: list[tuple[dict[str, Any], Mark]],
    picture: Picture,
) -> Report:
    question = known.question
    rows = [
        {
            "reporter": question.reporter,
            "partner": question.partner,
            "flow": flow,
            "commodity": question.commodity,
            "period": periods.label(mark.period) if mark.period else None,
            "value": mark.value,
            "record": mark.record,
            "basis": row.get("basis"),
            "currency": known.currency,
            "precision": mark.precision,
            "source": known.source,
            **_vintage(row),
        }
        for row, mark in pairs
    ]
    return Report(
        schema="trade.chart/1",
        question={**qualifying.asked(question, known.source), "through": periods.label(last), "flow": flow},
        rows=pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=lambda: {"value_display": [Amount(row["value"], row["precision"]) for row in rows]},
        view=lambda: _view(picture),
        notes=lambda: list(_notes(known, picture)),
        provenance=lambda: qualifying.provenance(pair, last, ("month",)),
        currency=known.currency,
    )


def _vintage(row: dict[str, Any]) -> dict[str, Any]:
    if row.get("stamp") is None:
        return {"vintage": None, "vintage_basis": None}
    vintage, basis = read_stamp(row["stamp"])
    return {"vintage": vintage, "vintage_basis": basis}


def _view(picture: Picture) -> View:
    columns = [Column("period", left=True), Column("value"), Column("record_mark", left=True)]
    cells = [[m.label, Amount(m.value, m.precision), "*" if m.record else ""] for m in picture.marks]
    return View(picture.title, picture.subtitle, Table(columns, cells), [picture.alt])


def _notes(known: Known, picture: Picture) -> Iterator[Statement]:
    yield from qualifying.reading(known)
    if any(mark.record for mark in picture.marks):
        yield say("as_computed", mark="*")


def bars(found: drivers.Answer) -> Answer:
    """What moved a flow or the balance, as bars: the change of each part in money."""
    report = drivers_report.report(found)
    view = report.view()
    marks = [
        Mark(row["says"], row["change"], max(row["precision"], row["base_precision"]))
        for row in (*found.parts, found.rest)
        if row["change"] is not None
    ]
    largest = sorted(marks, key=lambda mark: -abs(mark.value or 0))[:NAMED]
    told = [(mark.label, Amount(mark.value, mark.precision, signed=True)) for mark in largest]
    alt = say("charts.bars_alt", count=len(marks), largest=told, title=view.title)
    return Answer(Picture("bars", view.findings[0], view.subtitle or view.title, alt, marks), report)
