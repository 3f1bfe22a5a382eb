"""What `trade partners` says of its answer: table, findings, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from tradecli import periods
from tradecli.answers import notes as qualifying
from tradecli.answers import parts as taken
from tradecli.answers.partners import SCHEMA, Answer
from tradecli.facts import places
from tradecli.report import Amount, Cell, Column, Points, Report, Statement, Table, View, say
from tradecli.schema import FLOWS


def report(answer: Answer) -> Report:
    """The answer in every form."""
    rows = answer.rows
    asked = qualifying.asked(answer.known.question, answer.known.source)
    flows = FLOWS if answer.flow == "balance" else (answer.flow,)
    detail = {"by": answer.by, "flow": answer.flow, "span": answer.span}
    return Report(
        schema="trade.partners/1",
        question={**asked, **detail, "through": periods.label(answer.through)},
        rows=pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=lambda: {
            "value_display": [Amount(row["value"], row["precision"]) for row in rows],
            "yoy_display": [taken.rate(row) for row in rows],
            "share_display": [row["of_total"] for row in rows],
        },
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: taken.provenance(
            answer.known, [row["partner"] for row in rows if row["partner"]], flows, answer.through
        ),
        currency=answer.known.currency,
    )


def view(answer: Answer) -> View:
    """The ranking, then what is left over, the total, and areas in parentheses."""
    span = {"span": answer.span, "through": answer.through, "flow": answer.flow}
    shares = answer.flow != "balance"
    columns = [
        Column("rank_header"),
        Column("parts.partner", left=True),
        Column("window", span),
        *([Column("parts.share", drop=2)] if shares else []),
        Column("change", drop=3),
        Column("yoy"),
        Column("parts.contribution", drop=4),
        Column("parts.rank_before", drop=1),
    ]
    question = answer.known.question
    newest = max(row["vintage"] for row in answer.rows)
    return View(
        title=say(
            "parts.title_partners",
            reporter=places.place(question.reporter),
            measure=answer.by,
            **span,
        ),
        subtitle=qualifying.subtitle(
            answer.known, newest, FLOWS if answer.flow == "balance" else [answer.flow]
        ),
        table=Table(columns, [_cells(row, shares=shares) for row in answer.rows]),
        findings=list(findings(answer)),
    )


def _cells(row: dict[str, Any], *, shares: bool) -> list[Cell]:
    return [
        row["rank"] if row["rank"] is not None else "",
        row["says"],
        Amount(row["value"], row["precision"]),
        *([row["of_total"]] if shares else []),
        taken.change(row),
        taken.rate(row),
        taken.points(row),
        row["rank_before"] if row["rank_before"] is not None else "",
    ]


def findings(answer: Answer) -> Iterator[Statement]:
    """Who ranks first, where the widest deficit is, who climbed most."""
    ranked = [row for row in answer.of("part") if row["rank"]]
    if not ranked:
        return
    first, last = ranked[0], ranked[-1]
    yield say(
        "parts.first",
        name=first["says"],
        measure=answer.by,
        value=Amount(first["value"], first["precision"]),
        rate=taken.rate(first),
        share=first["of_total"],
        before=first["rank_before"],
    )
    if answer.by == "balance" and last["value"] < 0:
        yield say("parts.last", name=last["says"], value=Amount(last["value"], last["precision"]))
    climbs = [row for row in ranked if row["rank_before"] and row["rank"] < row["rank_before"]]
    if climbs:
        most = max(climbs, key=lambda row: (row["rank_before"] - row["rank"], -row["rank"]))
        yield say("parts.climbed", name=most["says"], rank=most["rank"], before=most["rank_before"])


def notes(answer: Answer) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from taken.notes(answer.known, answer.rows, answer.through)
    parts, total = answer.of("part"), answer.of("total")[0]
    yield say("parts.ranked_among", n=len(parts), share=_covered(parts, total), **_span(answer))
    ranked = sum(row["rank"] is not None for row in parts)
    if ranked != answer.before:
        yield say("parts.other_set", n=ranked, before=answer.before)
    if answer.of("area"):
        yield say("parts.areas_apart")
    if any((row["yoy_note"] or "").startswith("deficit_") for row in answer.rows):
        yield say("deficit_growth")


def _span(answer: Answer) -> dict[str, Any]:
    return {"span": answer.span, "through": answer.through, "flow": answer.flow}


def _covered(parts: Sequence[dict[str, Any]], total: dict[str, Any]) -> Points | None:
    """The share of the total that the ranked partners are; none of a balance."""
    if total["of_total"] is None:
        return None
    value, units = (sum(row[name] for row in parts) for name in ("value", "units"))
    return Points(value, units, total["value"], total["units"])
