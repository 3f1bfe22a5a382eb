"""What `trade surplus` says of its answer: table, findings, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from tradecli import periods
from tradecli.answers import notes as qualifying
from tradecli.answers.surplus import Answer
from tradecli.facts import places
from tradecli.report import Amount, Cell, Column, Rate, Report, Statement, Table, View, say
from tradecli.schema import FLOWS
from tradecli.statistics.streaks import rise, streak
from tradecli.vintages import months_covered

#: Streaks of growth shorter than this are not worth telling.
WORTH_TELLING = 3
#: A month's figure out more than these days after the month began is no first figure.
MAY_BE_FIRST = 91


def report(answer: Answer) -> Report:
    """The answer in every form."""
    question = answer.known.question
    return Report(
        schema="trade.surplus/1",
        question={
            **qualifying.asked(question, answer.known.source),
            "through": periods.label(answer.through),
        },
        rows=answer.frame,
        displays=lambda: displays(answer.rows),
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: qualifying.provenance(answer.pair, answer.through, ("month", "year_to_date")),
        currency=answer.known.currency,
    )


def displays(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Cell]]:
    """The value and the growth of each row as a person reads them."""
    return {
        "value_display": [Amount(row["value"], row["precision"]) for row in rows],
        "yoy_display": [rate(row) for row in rows],
    }


def rate(row: Mapping[str, Any]) -> Rate:
    """The growth of a row on a year earlier."""
    return Rate(
        row["value"], row["units"], row["base_value"], row["base_units"], row.get("growth_note") or ""
    )


def view(answer: Answer) -> View:
    """Title, table of the span the answer is about, and what there is to tell."""
    question = answer.known.question
    main = answer.row("balance", answer.main)
    span = {"span": answer.main, "through": answer.through}
    newest = max(row["vintage"] for row in answer.rows if row["vintage"])
    pair = {"reporter": places.place(question.reporter), "partner": places.place(question.partner)}
    return View(
        title=say("title_surplus", value=main["value"], **pair, **span),
        subtitle=qualifying.subtitle(answer.known, newest, FLOWS),
        table=_table(answer, span),
        findings=list(findings(answer)),
    )


def _table(answer: Answer, span: dict[str, Any]) -> Table:
    base = periods.shift(answer.through, -12)
    columns = [
        Column("flow", left=True),
        Column("window", span),
        Column("window", {**span, "through": base}, drop=2),
        Column("change", drop=3),
        Column("yoy"),
    ]
    # Through December the base is the full year already.
    whole = answer.main == "year_to_date" and answer.through.month == 12
    if not whole:
        columns.append(Column("full_year", {"year": answer.through.year - 1}, drop=1))
    rows: list[list[Cell]] = []
    for flow in FLOWS:
        row = answer.row(flow, answer.main)
        coarsest = max((p for p in (row["precision"], row["base_precision"]) if p), default=None)
        rows.append(
            [
                say(f"row_{flow}"),
                Amount(row["value"], row["precision"]),
                Amount(row["base_value"], row["base_precision"]),
                Amount(row["change"], coarsest, signed=True),
                rate(row),
                *([] if whole else [Amount(row["year"]["value"], row["year"]["precision"])]),
            ]
        )
    return Table(columns, rows)


def findings(answer: Answer) -> Iterator[Statement]:
    """What the figures tell, most important first."""
    main = answer.row("balance", answer.main)
    span = {"span": answer.main, "through": answer.through}
    yield from qualifying.movement(main, span)
    yield qualifying.standing(main, answer.main)
    if answer.main == "year_to_date":
        yield from _against_full_years(answer, main)
        if answer.through.month > 1:
            yield from _month(answer)
    yield from _streaks(answer)
    for row in answer.rows:
        # The year to date of January is the month, and is told once.
        if answer.through.month > 1 or row["span"] == answer.main:
            yield from _reported(answer, row)
    yield from _sure(answer)


def _against_full_years(answer: Answer, main: Mapping[str, Any]) -> Iterator[Statement]:
    """A part of a year against whole years: only as a threshold that is passed, never as growth."""
    if answer.through.month == 12 or not main["value"]:
        return
    side = 1 if main["value"] > 0 else -1
    years = answer.pair.windows("year").filter(
        (pl.col("flow") == "balance") & (pl.col("period") < answer.through) & pl.col("value").is_not_null()
    )
    if years.is_empty():
        return
    highest = years.sort(pl.col("value") * side, "period", descending=[True, False]).row(0, named=True)
    last = main["year"]["value"]
    facts = {"highest": Amount(highest["value"], highest["precision"]), "year": highest["period"].year}
    if main["value"] * side > highest["value"] * side:
        yield say("exceeds_every_year", deficit=side < 0, since=years["period"].min().year, **facts)  # type: ignore[union-attr]
    elif last is not None and main["value"] * side > last * side:
        full = Amount(last, main["year"]["precision"])
        yield say(
            "exceeds_last_year", deficit=side < 0, last=full, last_year=answer.through.year - 1, **facts
        )


def _month(answer: Answer) -> Iterator[Statement]:
    rows = {flow: answer.row(flow, "month") for flow in FLOWS}
    if rows["balance"]["value"] is None:
        return
    amounts = {flow: Amount(row["value"], row["precision"]) for flow, row in rows.items()}
    rates = {f"{flow}_yoy": rate(row) for flow, row in rows.items()}
    yield say("month_line", through=answer.through, **amounts, **rates)
    if rows["balance"]["record"] or rows["balance"]["growth_note"] == "sign_change":
        yield qualifying.standing(rows["balance"], "month")


def _streaks(answer: Answer) -> Iterator[Statement]:
    monthly = answer.pair.windows("month").filter(pl.col("period") <= answer.through)
    last = streak(
        monthly, pl.when(pl.col("flow") == "balance").then(pl.col("value")).otherwise(rise())
    ).filter(pl.col("period") == answer.through)
    for row in last.to_dicts():
        length = row["streak"] or row["at_least"] or 0
        least = 12 if row["flow"] == "balance" else WORTH_TELLING
        if abs(length) >= least:
            yield say("streak", flow=row["flow"], length=length, at_least=row["streak"] is None)


def _reported(answer: Answer, row: Mapping[str, Any]) -> Iterator[Statement]:
    """The figure as it was first published, where it has been revised since."""
    if row["value"] is None:
        return
    length = 1 if row["span"] == "month" else answer.through.month
    partner = answer.known.question.partner
    earlier = (
        answer.known.observations.filter(
            (pl.col("partner") == partner)
            & (pl.col("flow") == row["flow"])
            & (pl.col("period") == answer.through)
        )
        .filter((months_covered() == length) & (pl.col("vintage") < row["vintage"]))
        .sort("vintage")
    )
    if earlier.is_empty():
        return
    first = earlier.row(0, named=True)
    if abs(row["value"] - first["value"]) * 2 <= first["precision"]:
        return
    coarsest = max(first["precision"], row["precision"])
    yield say(
        "reported",
        flow=row["flow"],
        span=row["span"],
        through=answer.through,
        day=first["vintage"],
        inferred=first["vintage_basis"] == "inferred",
        press=answer.known.origins()[first["origin"]]["file"].endswith("press.csv"),
        value=Amount(first["value"], first["precision"]),
        revised=Amount(row["value"] - first["value"], coarsest, signed=True),
    )


def _sure(answer: Answer) -> Iterator[Statement]:
    """How far first figures are usually revised, where the month's balance is one."""
    month = answer.row("balance", "month")
    if month["value"] is None or (month["vintage"] - answer.through).days > MAY_BE_FIRST:
        return
    # Imported only here: an older figure, the usual case, needs none of it.
    from tradecli.answers.how_sure import how_sure

    yield from how_sure(answer.known, answer.through, "balance")


def notes(answer: Answer) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from qualifying.reading(answer.known)
    for row in answer.rows:
        yield from qualifying.on_row(row)
    yield from qualifying.adding_up([answer.row(flow, answer.main) for flow in FLOWS], answer.through)
    yield from qualifying.day_inferred(answer.rows, answer.known.question)
    yield from qualifying.new_year(answer.pair, answer.known.question.reporter, answer.through)
    yield from qualifying.leap_year(answer.through)
