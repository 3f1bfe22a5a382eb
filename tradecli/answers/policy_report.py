"""What `trade surplus --policy` says of its answer: the rates as a table, the rest as findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import polars as pl

from tradecli import periods
from tradecli.answers import notes as qualifying
from tradecli.answers.policy import SCHEMA, Answer
from tradecli.facts import places, policy
from tradecli.report import Amount, Cell, Column, Report, Statement, Table, View, say


def report(answer: Answer) -> Report:
    """The answer in every form."""
    rows = answer.rows
    asked = qualifying.asked(answer.known.question, answer.known.source)
    through = answer.through and periods.label(answer.through)
    return Report(
        schema="trade.policy/1",
        question={**asked, "policy": True, "through": through},
        rows=pl.DataFrame([{name: row[name] for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=dict,
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: qualifying.provenance(
            answer.pair, answer.through or date.max, ("month", "year_to_date", "rolling_12")
        ),
    )


def view(answer: Answer) -> View:
    """The actual rates as a table, criterion and formula as findings."""
    columns = [
        Column("policy.days", left=True),
        Column("policy.status", left=True),
        *(Column("policy.economy", {"place": places.place(code)}) for code in policy.ECONOMIES),
        Column("policy.legal_basis", left=True, drop=2),
        Column("policy.note", left=True, drop=1),
    ]
    newest = max((row["vintage"] for row in answer.rows if row["vintage"]), default=None)
    return View(
        title=say("policy.title", economy=places.place(answer.economy)),
        subtitle=qualifying.subtitle(answer.known, newest, ("export", "import")),
        table=Table(columns, list(_cells(answer))),
        findings=list(findings(answer)),
    )


def _cells(answer: Answer) -> Iterator[list[Cell]]:
    rows = answer.of("actual_rate")
    size = len(policy.ECONOMIES)
    for start in range(0, len(rows), size):
        first = rows[start]
        yield [
            say("policy.valid", start=first["valid_from"], to=first["valid_to"], status=first["status"]),
            say("policy.state", status=first["status"]),
            *(row["rate"] for row in rows[start : start + size]),
            first["legal_basis"],
            say("policy.remark", note=first["note"], note_zh=first["note_zh"]),
        ]


def findings(answer: Answer) -> Iterator[Statement]:
    """The criterion and the formula, each with the figures it rests on."""
    facts = {"economy": places.place(answer.economy)}
    for row in answer.of("treasury_criterion_1_goods"):
        yield say(
            "policy.criterion",
            through=answer.through,
            value=Amount(row["value"], row["precision"]),
            threshold=Amount(row["threshold"], 10**9),
            exceeds=row["exceeds"],
            services=row["services"],
            **facts,
        )
    if not answer.of("treasury_criterion_1_goods"):
        yield say("policy.no_criterion", **facts)
    for row in (*answer.of("formula_as_announced"), *answer.of("formula_on_figures_known")):
        yield say(
            "policy.formula",
            exports=Amount(row["exports"], row["precision"]),
            imports=Amount(row["imports"], row["precision"]),
            year=row["period"],
            rate=row["rate"],
            announced=row["announced"],
            annex=row["annex"],
            vintage=row["vintage"],
            **facts,
        )


def notes(answer: Answer) -> Iterator[Statement]:
    """What the numbers are not."""
    yield say("policy.layer")
    if answer.of("treasury_criterion_1_goods"):
        yield say("policy.goods_only")
    if answer.of("formula_on_figures_known"):
        yield say("policy.inferred_rounding")
    for source in dict.fromkeys(row["source"] for row in answer.of("actual_rate")):
        yield say("policy.source", source=source)
