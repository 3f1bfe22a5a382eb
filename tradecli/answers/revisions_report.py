"""What `trade revisions` says of its answer: table, matrix, findings, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from tradecli import periods
from tradecli.answers import notes as qualifying
from tradecli.answers.revisions import SCHEMA, Answer
from tradecli.facts import places
from tradecli.report import Amount, Cell, Column, Points, Report, Statement, Table, View, say
from tradecli.schema import FLOWS
from tradecli.statistics.revision import LEAST, UNUSUAL

#: What marks an unusual revision in the table.
MARK = "!"


def report(answer: Answer) -> Report:
    """The answer in every form, one row a figure."""
    rows = answer.rows
    return Report(
        schema="trade.revisions/1",
        question=asked(answer),
        rows=pl.DataFrame([{name: row[name] for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=lambda: {
            "value_display": [Amount(row["value"], row["precision"]) for row in rows],
            "since_first_display": [_since(answer, row) for row in rows],
        },
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: provenance(answer),
        currency=answer.known.currency,
    )


def asked(answer: Answer) -> dict[str, Any]:
    """The question as JSON values."""
    series = qualifying.asked(answer.known.question, answer.known.source)
    months = len(answer.windows)
    return {
        **series,
        "flow": answer.flow,
        "span": answer.span,
        "through": periods.label(answer.through),
        "months": months,
    }


def provenance(answer: Answer) -> list[dict[str, Any]]:
    """Every file and article in which a figure of the windows shown, or of their months, stood."""
    last = answer.through
    first = periods.shift(min(row["through"] for row in answer.rows), -11)
    flows = FLOWS if answer.flow == "balance" else (answer.flow,)
    used = answer.known.observations.filter(
        pl.col("flow").is_in(flows) & (pl.col("period") >= first) & (pl.col("period") <= last)
    )["origin"]
    manifest = answer.known.origins()
    return [{"id": origin, **manifest.get(origin, {})} for origin in sorted(set(used))]


def _since(answer: Answer, row: dict[str, Any]) -> Amount | None:
    if row["number"] == 1:
        return None
    first = next(other for other in answer.rows if other["through"] == row["through"])
    return Amount(row["since_first"], max(row["precision"], first["precision"]), signed=True)


def _percent(first: dict[str, Any], last: dict[str, Any]) -> Points | None:
    if last["since_first_pct"] is None or last["number"] == 1:
        return None
    return Points(last["since_first"], 0, abs(first["value"]), 0, signed=True)


def view(answer: Answer) -> View:
    """The first figure and the one that stands, window by window; of one window, every figure."""
    windows = answer.windows
    question = answer.known.question
    table = _history(answer) if len(windows) == 1 else _summary(answer)
    return View(
        title=say(
            "revisions.title",
            reporter=places.place(question.reporter),
            partner=places.place(question.partner),
            flow=answer.flow,
            span=answer.span,
            through=answer.through,
            one=len(windows) == 1,
        ),
        subtitle=qualifying.subtitle(
            answer.known,
            max(row["vintage"] for row in answer.rows),
            FLOWS if answer.flow == "balance" else [answer.flow],
        ),
        table=table,
        findings=list(findings(answer)),
    )


def _history(answer: Answer) -> Table:
    columns = [
        Column("revisions.published", left=True),
        Column("value"),
        Column("revisions.step"),
        Column("revisions.since_first", drop=1),
        Column("revisions.percent", drop=2),
    ]
    first = answer.rows[0]
    rows: list[list[Cell]] = []
    before: dict[str, Any] | None = None
    for row in answer.rows:
        step = None
        if before is not None:
            step = Amount(row["revision"], max(row["precision"], before["precision"]), signed=True)
        value = Amount(row["value"], row["precision"])
        rows.append([_day(row), value, step, _since(answer, row), _percent(first, row)])
        before = row
    return Table(columns, rows)


def _day(row: dict[str, Any]) -> Statement:
    return say("revisions.day", day=row["as_of"], inferred=row["vintage_basis"] == "inferred")


def _summary(answer: Answer) -> Table:
    columns = [
        Column("period", left=True),
        Column("revisions.first"),
        Column("revisions.published", left=True, drop=3),
        Column("revisions.now"),
        Column("revisions.since_first"),
        Column("revisions.percent", drop=1),
        Column("revisions.mark", left=True),
        Column("revisions.figures", drop=2),
    ]
    rows: list[list[Cell]] = []
    for held in answer.windows:
        first, last = held[0], held[-1]
        rows.append(
            [
                first["period"],
                Amount(first["value"], first["precision"]) if first["on_time"] else None,
                _day(first),
                Amount(last["value"], last["precision"]),
                _since(answer, last) if first["on_time"] else None,
                _percent(first, last) if first["on_time"] else None,
                MARK if last["unusual"] else "",
                len(held),
            ]
        )
    return Table(columns, rows)


def findings(answer: Answer) -> Iterator[Statement]:
    """How far first figures are usually revised, which were unusually, what revisions made or unmade."""
    facts = {"flow": answer.flow, "span": answer.span}
    if answer.usual is None:
        yield say("revisions.none", **facts)
        return
    key = "revisions.usual" if answer.usual["n"] >= LEAST else "revisions.too_few"
    yield say(key, **{**answer.usual, **facts})
    for held in answer.windows:
        first, last = held[0], held[-1]
        if last["unusual"]:
            yield say(
                "revisions.unusual",
                through=last["through"],
                revised=_since(answer, last),
                percent=_percent(first, last),
                usual=last["times_usual"],
                others=last["times_others"],
                limit=UNUSUAL,
                **facts,
            )
    for rate, counted in answer.turned.items():
        if counted["n"]:
            yield say("revisions.turned", rate=rate, **counted, **facts)
    for row in answer.records:
        yield say("revisions.unmade" if row["then"] else "revisions.made", through=row["period"], **facts)
    yield from _margin(answer)


def _margin(answer: Answer) -> Iterator[Statement]:
    """By how many usual revisions the last window is a record."""
    placed, found = answer.margin, answer.usual
    if placed is None or found is None or found["n"] < LEAST or not found["median"]:
        return
    margin = abs(placed["value"] - placed["previous_value"])
    percent = 100 * margin / abs(placed["value"])
    precision = max(answer.rows[-1]["precision"], placed["previous_precision"] or 1)
    yield say(
        "revisions.margin",
        through=answer.through,
        flow=answer.flow,
        span=answer.span,
        margin=Amount(margin, precision),
        times=percent / found["median"],
    )


def notes(answer: Answer) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield say("adjustment", adjustment=answer.known.question.adjustment)
    if any(not held[0]["on_time"] for held in answer.windows):
        yield say("revisions.oldest_held")
    if any(row["vintage_basis"] == "inferred" for row in answer.rows):
        yield say("revisions.inferred")
    if any(row["basis"] == "difference" for row in answer.rows):
        yield say("revisions.difference")
    if any(row["unusual"] for row in answer.rows):
        yield say("revisions.marked", mark=MARK, limit=UNUSUAL)
