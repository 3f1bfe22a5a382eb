"""`trade revisions --matrix`: what was known on each day of a release."""

from __future__ import annotations

from typing import Any

import polars as pl

from tradecli import periods
from tradecli.answers.revisions import Answer
from tradecli.answers.revisions_report import asked, provenance, view
from tradecli.report import Amount, Cell, Column, Report, Table, say


def matrix(answer: Answer) -> Report:
    """The real-time matrix: a row a window, a column a day, in it what was known on that day."""
    shown = [held[0]["through"] for held in answer.windows]
    days = sorted({row["as_of"] for row in answer.rows})
    known = answer.real.filter(pl.col("period").is_in(shown) & pl.col("as_of").is_in(days))
    cells = {(row["period"], row["as_of"]): row for row in known.to_dicts()}
    question = answer.known.question
    rows = [
        {
            "reporter": question.reporter,
            "partner": question.partner,
            "flow": answer.flow,
            "span": answer.span,
            "period": periods.label(period),
            "currency": "USD",
            "source": answer.known.source,
            **{day.isoformat(): cells[period, day]["value"] for day in days},
        }
        for period in shown
    ]
    columns = [
        Column("period", left=True),
        # The oldest go first where the terminal is narrow.
        *(Column("column", {"name": day.isoformat()}, drop=len(days) - at) for at, day in enumerate(days)),
    ]

    def amount(row: dict[str, Any]) -> Cell:
        return None if row["value"] is None else Amount(row["value"], row["precision"])

    def table() -> Table:
        filled = [[periods.label(one), *(amount(cells[one, day]) for day in days)] for one in shown]
        return Table(columns, filled)

    return Report(
        schema="trade.revisions.matrix/1",
        question={**asked(answer), "matrix": True},
        rows=pl.DataFrame(rows, schema_overrides={day.isoformat(): pl.Int64() for day in days}),
        displays=dict,
        view=lambda: view(answer)._replace(table=table(), findings=[]),
        notes=lambda: [say("adjustment", adjustment=question.adjustment), say("revisions.matrix")],
        provenance=lambda: provenance(answer),
    )
