"""What `trade drivers` says of its answer: table, findings, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from tradecli import periods
from tradecli.answers import notes as qualifying
from tradecli.answers import parts as taken
from tradecli.answers.drivers import SCHEMA, Answer
from tradecli.facts import places
from tradecli.report import Amount, Cell, Column, Points, Report, Statement, Table, View, say
from tradecli.schema import FLOWS

#: How many parts the first finding names, and one over the least part of the change that each carried.
NAMED = 3
LEAST_NAMED = 20


def share(row: dict[str, Any]) -> Points | None:
    """The share of the change as it is printed."""
    if row["share_of_change"] is None:
        return None
    return Points(row["change"], 0, row["total_change"], 0)


def report(answer: Answer) -> Report:
    """The answer in every form."""
    rows = answer.rows
    asked = qualifying.asked(answer.known.question, answer.known.source)
    flows = FLOWS if answer.flow == "balance" else (answer.flow,)
    used = [*(row["part"] for row in answer.parts), taken.TOTAL[answer.by]]
    detail = {"flow": answer.flow, "span": answer.span, "by": answer.by}
    return Report(
        schema="trade.drivers/1",
        question={**asked, **detail, "through": periods.label(answer.through)},
        rows=pl.DataFrame([{name: row[name] for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=lambda: {
            "value_display": [Amount(row["value"], row["precision"]) for row in rows],
            "yoy_display": [taken.rate(row) for row in rows],
            "contribution_display": [taken.points(row) for row in rows],
        },
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: taken.provenance(answer.known, used, flows, answer.through),
        currency=answer.known.currency,
    )


def _span(answer: Answer) -> dict[str, Any]:
    return {"span": answer.span, "through": answer.through, "flow": answer.flow, "by": answer.by}


def view(answer: Answer) -> View:
    """Parts, rest and total, with what they carried."""
    question = answer.known.question
    base = periods.shift(answer.through, -12)
    columns = [
        Column(f"parts.{answer.by}", left=True),
        Column("window", _span(answer)),
        Column("window", {**_span(answer), "through": base}, drop=2),
        Column("change"),
        Column("yoy", drop=1),
        Column("parts.contribution"),
        Column("parts.share_of_change", drop=3),
    ]
    return View(
        title=say(
            "parts.title_drivers",
            reporter=places.place(question.reporter),
            partner=places.place(question.partner),
            **_span(answer),
        ),
        subtitle=qualifying.subtitle(
            answer.known,
            max(row["vintage"] for row in answer.rows),
            FLOWS if answer.flow == "balance" else [answer.flow],
        ),
        table=Table(columns, [_cells(row) for row in answer.rows]),
        findings=list(findings(answer)),
    )


def _cells(row: dict[str, Any]) -> list[Cell]:
    return [
        row["says"],
        Amount(row["value"], row["precision"]),
        Amount(row["base_value"], row["base_precision"]),
        taken.change(row),
        taken.rate(row),
        taken.points(row),
        share(row),
    ]


def findings(answer: Answer) -> Iterator[Statement]:
    """Which parts carried the change, and how much of it none of them holds."""
    total = answer.total
    way = -1 if total["change"] < 0 else 1
    leading = [row for row in answer.parts if row["change"] * way > 0]
    large = [row for row in leading if row["change"] * way * LEAST_NAMED >= abs(total["change"])]
    led = (large or leading[:1])[:NAMED]
    facts = {**_span(answer), "change": taken.change(total), "rate": taken.rate(total)}
    if total["change"] and led:
        named = [(row["says"], taken.change(row), taken.points(row), share(row)) for row in led]
        yield say("parts.carried", led=named, **facts)
    else:
        yield say("parts.unmoved", **facts)
    against = [row for row in answer.parts if row["change"] * way < 0]
    if total["change"] and against:
        most = against[-1]
        yield say(
            "parts.against", count=len(against), name=most["says"], change=taken.change(most), **_span(answer)
        )


def notes(answer: Answer) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from taken.notes(answer.known, answer.rows, answer.through)
    rest, total = answer.rest, answer.total
    yield say("parts.rest_is", by=answer.by, n=len(answer.parts), flow=answer.flow)
    if rest["value"] * total["value"] < 0 and answer.flow != "balance":
        yield say("parts.negative_rest")
    if any((row["yoy_note"] or "").startswith("deficit_") for row in answer.rows):
        yield say("deficit_growth")
    if (total["yoy_note"] or "").startswith("deficit_"):
        yield say("parts.of_the_deficit")
    if total["contribution_note"]:
        yield say("parts.no_points", reason=total["contribution_note"])
    elif total["share_note"] == "small_total_change":
        yield say("parts.small_total_change")
    yield say("parts.rounding")
