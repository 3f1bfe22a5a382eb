"""`trade records`: which records and streaks a month sets, for the total and a partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers import notes as qualifying
from tradecli.answers.pair import Pair
from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.question import Known
from tradecli.report import Cell, Column, Rate, Report, Statement, Table, View, say
from tradecli.schema import FLOWS
from tradecli.statistics.records import WINDOW, records
from tradecli.statistics.share import share
from tradecli.statistics.streaks import rise, streak
from tradecli.vintages import read_stamp

#: The kinds of level records, and of the windows they need.
LEVELS = ("month", "same_month", "quarter", "year_to_date", "year", "rolling_12")
KINDS = ("month", "quarter", "year_to_date", "rolling_12")

SCHEMA: dict[str, pl.DataType] = {
    "kind": pl.String(),
    "reporter": pl.String(),
    "partner": pl.String(),
    "flow": pl.String(),
    "period": pl.String(),
    "value": pl.Int64(),
    "measure": pl.Float64(),
    "measure_unit": pl.String(),
    "record": pl.Boolean(),
    "rank": pl.Int64(),
    "since": pl.String(),
    "previous_value": pl.Int64(),
    "previous_measure": pl.Float64(),
    "previous_period": pl.String(),
    "basis": pl.String(),
    "currency": pl.String(),
    "source": pl.String(),
    "vintage": pl.Date(),
    "vintage_basis": pl.String(),
}


class Answer(NamedTuple):
    """One row for each kind of record, partner and flow, with the statement of each."""

    pairs: tuple[Pair, ...]
    through: date
    rows: tuple[dict[str, Any], ...]


def answer(known: Sequence[Known], through: date | None) -> Answer:
    """Place a month of each pair among all earlier ones.

    Args:
        known: The pairs as known on the question's day: the world first, then the partner asked for.
        through: The month; None means the newest in which the last pair has exports or imports.

    Raises:
        NoData: No flow of any pair is known for the month.
    """
    pairs = [Pair(one, kinds=KINDS) for one in known]
    newest = [last for flow in ("export", "import") if (last := pairs[-1].newest("month", flow))]
    last = through or max(newest, default=None)
    rows = [row for pair in pairs for row in _rows(pair, pairs[0], last)] if last else []
    if last is None or not rows:
        asked = f" in {periods.label(through)}" if through else ""
        hint = f"the newest month is {periods.label(max(newest))}" if newest else ""
        partner = places.place(known[-1].question.partner).prose
        raise NoData(f"no trade with {partner} is known{asked} ({known[-1].source})", hint=hint)
    return Answer(tuple(pairs), last, tuple(rows))


def _rows(pair: Pair, world: Pair, period: date) -> Iterator[dict[str, Any]]:
    for kind in LEVELS:
        yield from _levels(pair, kind, period)
    yield from _growth(pair, period)
    if pair is not world:
        yield from _shares(pair, world, period)
    yield from _streaks(pair, period)


def _base(pair: Pair, kind: str, window: dict[str, Any]) -> dict[str, Any]:
    question, stamp = pair.known.question, window.get("stamp")
    vintage, vintage_basis = (None, None) if stamp is None else read_stamp(stamp)
    return {
        "kind": kind,
        "reporter": question.reporter,
        "partner": question.partner,
        "flow": window["flow"],
        "period": _printed(kind, window["period"]),
        "value": window["value"],
        "basis": window["basis"],
        "currency": pair.currency,
        "source": pair.known.source,
        "vintage": vintage,
        "vintage_basis": vintage_basis,
        "known_by": window["known_by"],
    }


def _printed(kind: str, period: date) -> str:
    if kind == "quarter":
        return f"{period.year}-Q{period.month // 3}"
    return str(period.year) if kind == "year" else periods.label(period)


def _levels(pair: Pair, kind: str, period: date) -> Iterator[dict[str, Any]]:
    """Records of the level: the figure among all earlier ones of its kind."""
    frame = pair.windows(WINDOW.get(kind, kind))
    held = {row["flow"]: row for row in frame.filter(pl.col("period") == period).to_dicts()}
    for placed in records(frame, kind, periods=[period]).to_dicts():
        window = held[placed["flow"]]
        standing = qualifying.standing({**window, "placed": placed, "growth_note": window["yoy_note"]}, kind)
        before, since = placed["previous_period"], placed["since"]
        yield {
            **_base(pair, kind, window),
            "record": placed["record"],
            "rank": placed["rank"],
            "since": since and _printed(kind, since),
            "previous_value": placed["previous_value"],
            "previous_period": before and _printed(kind, before),
            "says": say("records_line", standing=standing, partner=_partner(pair), flow=window["flow"]),
        }


def _partner(pair: Pair) -> places.Place:
    return places.place(pair.known.question.partner)


def _measured(
    pair: Pair, kind: str, frame: pl.DataFrame, period: date, unit: str
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Place a derived measure of a flow; rows for the answer, each with the window it belongs to."""
    windows = {(row["flow"], row["period"]): row for row in frame.to_dicts()}
    measures = frame.select("flow", "period", value="measure")
    for placed in records(measures, "month", periods=[period]).to_dicts():
        flow, before, since = placed["flow"], placed["previous_period"], placed["since"]
        window = windows[flow, period]
        earlier = windows[flow, before]["value"] if before else None
        yield (
            {
                **_base(pair, kind, window),
                "measure": placed["value"],
                "measure_unit": unit,
                "record": placed["record"],
                "rank": placed["rank"],
                "since": since and periods.label(since),
                "previous_value": earlier,
                "previous_measure": placed["previous_value"],
                "previous_period": before and periods.label(before),
            },
            {**window, "placed": placed},
        )


def _growth(pair: Pair, period: date) -> Iterator[dict[str, Any]]:
    """Records of growth on a year earlier: the largest rise of a flow."""
    months = (
        pair.windows("month").filter(pl.col("flow") != "balance").with_columns(pl.col("yoy").alias("measure"))
    )
    for row, window in _measured(pair, "growth", months, period, "percent"):
        rate = Rate(window["value"], window["units"], window["base_value"], window["base_units"], "")
        yield {**row, "says": say("growth_line", rate=rate, **_line(pair, window))}


def _shares(pair: Pair, world: Pair, period: date) -> Iterator[dict[str, Any]]:
    """Records of a partner's share of a flow's published total."""
    for row, window in _measured(
        pair, "share", share(pair.windows("month"), world.windows("month")), period, "percent"
    ):
        part = {"part": window["value"], "total": window["total"]}
        yield {**row, "says": say("share_line", **part, **_line(pair, window))}


def _line(pair: Pair, window: dict[str, Any]) -> dict[str, Any]:
    placed = window["placed"]
    facts = {name: placed[name] for name in ("record", "rank", "since")}
    return {"partner": _partner(pair), "flow": window["flow"], "through": window["period"], **facts}


def _streaks(pair: Pair, period: date) -> Iterator[dict[str, Any]]:
    """Months in a row of growth, or for the balance of a surplus or deficit."""
    signed = pl.when(pl.col("flow") == "balance").then(pl.col("value")).otherwise(rise())
    counted = streak(pair.windows("month"), signed).filter(pl.col("period") == period)
    for window in counted.to_dicts():
        length = window["at_least"] if window["streak"] is None else window["streak"]
        if length is None:
            continue
        told = {"flow": window["flow"], "length": length, "at_least": window["streak"] is None}
        yield {
            **_base(pair, "streak", window),
            "measure": None if window["streak"] is None else float(length),
            "measure_unit": "months",
            "says": say("streak_line", partner=_partner(pair), through=period, **told),
        }


def report(answer: Answer) -> Report:
    """The answer in every form."""
    known = answer.pairs[-1].known
    rows = answer.rows
    asked = qualifying.asked(known.question, known.source)
    return Report(
        schema="trade.records/1",
        question={**asked, "through": periods.label(answer.through)},
        rows=pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=lambda: {"statement": [row["says"] for row in rows]},
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: _provenance(answer),
        currency=known.currency,
    )


def _provenance(answer: Answer) -> list[dict[str, Any]]:
    kinds = ("month", "quarter", "year_to_date", "year", "rolling_12")
    entries = [entry for pair in answer.pairs for entry in qualifying.provenance(pair, answer.through, kinds)]
    return list({entry["id"]: entry for entry in entries}.values())


def view(answer: Answer) -> View:
    """One line a kind, records marked."""
    known = answer.pairs[-1].known
    newest = max((row["vintage"] for row in answer.rows if row["vintage"]), default=None)
    columns = [
        Column("column", {"name": "partner"}, left=True, drop=2),
        Column("kind", left=True, drop=1),
        Column("record_mark", left=True),
        Column("statement", left=True),
    ]
    cells: list[list[Cell]] = [
        [row["partner"], row["kind"].replace("_", " "), "*" if row.get("record") else "", row["says"]]
        for row in answer.rows
    ]
    return View(
        title=say("title_records", reporter=places.place(known.question.reporter), through=answer.through),
        subtitle=qualifying.subtitle(known, newest, FLOWS),
        table=Table(columns, cells),
    )


def notes(answer: Answer) -> Iterator[Statement]:
    """What qualifies the figures."""
    known = answer.pairs[-1].known
    yield from qualifying.reading(known)
    yield from qualifying.day_inferred(answer.rows, known.question)
