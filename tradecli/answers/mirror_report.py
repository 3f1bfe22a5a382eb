"""What `trade mirror` says of its answer: table, findings, why the offices differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from tradecli import periods
from tradecli.answers import notes as qualifying
from tradecli.answers.mirror import SCHEMA, SPANS, Answer, valuation
from tradecli.facts import places
from tradecli.facts.places import Place
from tradecli.report import Amount, Cell, Column, Points, Report, Statement, Table, View, say
from tradecli.schema import FLOWS


def report(answer: Answer) -> Report:
    """The answer in every form."""
    known = answer.own.known
    rows = answer.rows
    cif_fob = None if answer.factor is None else float(answer.factor)
    asked = qualifying.asked(known.question, known.source)
    return Report(
        schema="trade.mirror/1",
        question={
            **asked,
            "partner_source": answer.other.known.source,
            "through": periods.label(answer.through),
            "cif_fob": cif_fob,
        },
        rows=pl.DataFrame([{name: row[name] for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=lambda: {
            "value_display": [_amount(row["mine"]) for row in rows],
            "partner_value_display": [_amount(row["theirs"]) for row in rows],
            "gap_display": [_gap(row) for row in rows],
        },
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: [
            entry
            for pair in (answer.own, answer.other)
            for entry in qualifying.provenance(pair, answer.through, SPANS)
        ],
    )


def _places(answer: Answer) -> tuple[Place, Place]:
    question = answer.own.known.question
    return places.place(question.reporter), places.place(question.partner)


def _amount(window: Mapping[str, Any]) -> Amount | None:
    return None if window["value"] is None else Amount(window["value"], window["precision"])


def _gap(row: Mapping[str, Any]) -> Amount | None:
    if row["gap"] is None:
        return None
    return Amount(row["gap"], max(row["precision"], row["partner_precision"]), signed=True)


def _asymmetry(row: Mapping[str, Any]) -> Points | None:
    if row["asymmetry"] is None:
        return None
    units = row["mine"]["units"] + row["theirs"]["units"]
    return Points(2 * row["gap"], 2 * units, row["importer"] + row["exporter"], units, signed=True)


def _ratio(row: Mapping[str, Any], importer: str = "importer") -> Statement | None:
    if row[importer] is None or not row["exporter"]:
        return None
    return say("mirror.ratio", importer=row[importer], exporter=row["exporter"])


def view(answer: Answer) -> View:
    """Both offices side by side, window by window."""
    mine, theirs = _places(answer)
    asked = answer.factor is not None
    columns = [
        Column("mirror.window", left=True),
        Column("mirror.goods", left=True),
        Column("mirror.office", {"place": mine}),
        Column("mirror.office", {"place": theirs}),
        Column("mirror.gap"),
        Column("mirror.ratio_header", drop=1),
        Column("mirror.asymmetry", drop=2),
        *([Column("mirror.adjusted", {"factor": answer.factor})] if asked else []),
    ]
    sources = [
        qualifying.subtitle(
            pair.known, max(row[f"{side}vintage"] for row in answer.rows if row[f"{side}vintage"]), FLOWS
        )
        for side, pair in (("", answer.own), ("partner_", answer.other))
    ]
    return View(
        title=say("mirror.title", reporter=mine, partner=theirs, through=answer.through),
        subtitle=say("mirror.subtitle", sources=sources),
        table=Table(columns, [_cells(answer, row) for row in answer.rows]),
        findings=list(findings(answer)),
    )


def _cells(answer: Answer, row: Mapping[str, Any]) -> list[Cell]:
    mine, theirs = _places(answer)
    first = row["flow"] == FLOWS[0]
    return [
        say("window", span=row["span"], through=row["through"]) if first else "",
        say("mirror.direction", flow=row["flow"], reporter=mine, partner=theirs),
        _amount(row["mine"]),
        _amount(row["theirs"]),
        _gap(row),
        _ratio(row),
        _asymmetry(row),
        *([_ratio(row, "adjusted_import")] if answer.factor is not None else []),
    ]


def findings(answer: Answer) -> Iterator[Statement]:
    """What both say of the balance and of each flow, and why they differ."""
    mine, theirs = _places(answer)
    names = {"reporter": mine, "partner": theirs}
    span = "year_to_date"
    told = {"span": span, "through": answer.through, **names}
    balance = answer.row("balance", span)
    if balance["gap"] is not None:
        yield say(
            "mirror.balances",
            value=_amount(balance["mine"]),
            partner_value=_amount(balance["theirs"]),
            gap=_gap(balance),
            **told,
        )
        if balance["base_gap"] is not None and balance["base_gap"] * balance["gap"] < 0:
            coarsest = max(balance["mine"]["base_precision"], balance["theirs"]["base_precision"])
            base = Amount(balance["base_gap"], coarsest, signed=True)
            yield say("mirror.gap_turned", base=base, gap=_gap(balance), **told)
    if answer.latest:
        yield say("mirror.latest", latest=answer.latest)
    yield say("mirror.why")
    yield from reasons(answer)


def reasons(answer: Answer) -> Iterator[Statement]:
    """The checklist: what makes two offices differ about the same goods, as far as it fits these two."""
    mine, theirs = _places(answer)
    for own, place, other in ((answer.own, mine, theirs), (answer.other, theirs, mine)):
        imports, _ = valuation(own.known.source, "import")
        exports, _ = valuation((answer.other if own is answer.own else answer.own).known.source, "export")
        facts = {"importer": place, "exporter": other, "imports": imports, "exports": exports}
        yield say("mirror.cif" if imports == "CIF" else "mirror.customs_value", **facts)
    for reason in ("rule", "hubs", "triangular", "lag", "processing", "errors"):
        yield say(f"mirror.{reason}")
    systems = {valuation(pair.known.source, "export")[1] for pair in (answer.own, answer.other)}
    if len(systems) > 1:
        yield say("mirror.systems", systems=sorted(filter(None, systems)))
    if {mine.code, theirs.code} == {"TW", "US"}:
        yield say("mirror.no_reconciliation")


def notes(answer: Answer) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield say("adjustment", adjustment=answer.own.known.question.adjustment)
    yield say("mirror.never_added")
    for row in answer.rows:
        for side, window in (("reporter", row["mine"]), ("partner", row["theirs"])):
            if window["value"] is None:
                place = places.place(row[side])
                facts = {"flow": window["flow"], "span": row["span"], "through": row["through"]}
                yield say("mirror.not_held", place=place, **facts)
    if answer.factor is not None:
        yield from _factor(answer)
    rows = [window for row in answer.rows for window in (_dated(row, "mine"), _dated(row, "theirs"))]
    yield from qualifying.day_inferred(rows, answer.own.known.question)


def _factor(answer: Answer) -> Iterator[Statement]:
    """What the factor was used for, and what it was not."""
    mine, theirs = _places(answer)
    for pair, place in ((answer.own, mine), (answer.other, theirs)):
        how, _ = valuation(pair.known.source, "import")
        key = "mirror.divided" if how == "CIF" else "mirror.not_divided"
        yield say(key, place=place, how=how, factor=answer.factor)


def _dated(row: Mapping[str, Any], side: str) -> dict[str, Any]:
    vintage = row["vintage"] if side == "mine" else row["partner_vintage"]
    return {**row[side], "vintage": vintage}
