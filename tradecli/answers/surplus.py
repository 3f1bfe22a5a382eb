"""`trade surplus`: how large is the balance, against the year before, and is it a record?"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers.pair import Pair
from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.question import Known
from tradecli.statistics.records import records
from tradecli.vintages import read_stamp

SPANS = ("month", "year_to_date")

SCHEMA: dict[str, pl.DataType] = {
    "reporter": pl.String(),
    "partner": pl.String(),
    "flow": pl.String(),
    "span": pl.String(),
    "period": pl.String(),
    "value": pl.Int64(),
    "value_note": pl.String(),
    "base_value": pl.Int64(),
    "change": pl.Int64(),
    "yoy": pl.Float64(),
    "yoy_note": pl.String(),
    "previous_year": pl.Int64(),
    "record": pl.Boolean(),
    "record_since": pl.String(),
    "previous_record": pl.Int64(),
    "previous_record_period": pl.String(),
    "basis": pl.String(),
    "currency": pl.String(),
    "precision": pl.Int64(),
    "source": pl.String(),
    "vintage": pl.Date(),
    "vintage_basis": pl.String(),
}


class Answer(NamedTuple):
    """The six rows of the answer: exports, imports and balance, of the month and the year to date."""

    known: Known
    pair: Pair
    through: date
    rows: tuple[dict[str, Any], ...]

    def row(self, flow: str, span: str) -> dict[str, Any]:
        """The row of one flow and span."""
        return next(row for row in self.rows if row["flow"] == flow and row["span"] == span)

    @property
    def main(self) -> str:
        """The span that the answer is about: the year to date, or the month where only that is known."""
        return "year_to_date" if self.row("balance", "year_to_date")["value"] is not None else "month"

    @property
    def frame(self) -> pl.DataFrame:
        """The machine rows."""
        return pl.DataFrame([{name: row[name] for name in SCHEMA} for row in self.rows], schema=SCHEMA)


def answer(known: Known, through: date | None) -> Answer:
    """Work out the balance of a pair through a month, with its flows.

    Args:
        known: The pair, as known on the question's day.
        through: The last month; None means the newest whose year-to-date balance is defined.

    Raises:
        NoData: Neither the month's nor the year-to-date balance is known; the message names the
            missing flow and the newest month that can be answered.
    """
    pair = Pair(known)
    last = through or pair.newest("year_to_date", "balance")
    if last is None or not _defined(pair, last):
        raise refusal(pair, last)
    rows = [_row(pair, span, window) for span in SPANS for window in pair.at(span, last)]
    placed = {
        (row["flow"], span): row
        for span in SPANS
        for row in records(pair.windows(span), span, periods=[last]).to_dicts()
    }
    december = periods.december(last.year - 1)
    years = {row["flow"]: row for row in pair.at("year", december)}
    finished = (_finish(row, placed.get((row["flow"], row["span"])), years[row["flow"]]) for row in rows)
    return Answer(known, pair, last, tuple(finished))


def _defined(pair: Pair, period: date) -> bool:
    return any(pair.at(span, period)[2]["value"] is not None for span in SPANS)


def refusal(pair: Pair, through: date | None) -> NoData:
    """Why there is no balance for a month, and the newest month that has one."""
    question = pair.known.question
    partner = places.place(question.partner).prose
    newest = pair.newest("year_to_date", "balance") or pair.newest("month", "balance")
    held = {flow: pair.newest("month", flow) for flow in ("export", "import")}
    asked = f" for {periods.label(through)}" if through else ""
    lacking = [flow for flow, last in held.items() if last is None or (through and last < through)]
    until = (
        f"{flow}s are known " + (f"to {periods.label(last)}" if (last := held[flow]) else "for no month")
        for flow in lacking
    )
    day = f" on {question.as_of}" if question.as_of else ""
    hint = f"the newest month it can answer{day} is {periods.label(newest)}" if newest else ""
    why = "; ".join(until) or "a month is missing"
    return NoData(f"no balance with {partner}{asked} ({pair.known.source}): {why}", hint=hint)


def _row(pair: Pair, span: str, window: dict[str, Any]) -> dict[str, Any]:
    question = pair.known.question
    through = window["period"]
    superseded = pair.superseding(window["flow"], periods.shift(through, -12), window["base_stamp"])
    notes = [window["yoy_note"], "base_superseded" if superseded else None]
    return {
        **window,
        "reporter": question.reporter,
        "partner": question.partner,
        "span": span,
        "through": through,
        "period": periods.label(through),
        "value_note": None if window["value"] is not None else _lacking(pair, window["flow"], span, through),
        "yoy_note": ";".join(note for note in notes if note) or None,
        "growth_note": window["yoy_note"],
        "superseded": superseded,
        "currency": pair.currency,
        "source": pair.known.source,
    }


def _lacking(pair: Pair, flow: str, span: str, through: date) -> str:
    months = pair.defined(flow, through.year, through) if span == "year_to_date" else 0
    return f"incomplete({months} of {through.month})" if months else "missing"


def _finish(row: dict[str, Any], placed: dict[str, Any] | None, year: dict[str, Any]) -> dict[str, Any]:
    vintage, vintage_basis = (None, None) if row["stamp"] is None else read_stamp(row["stamp"])
    since, before = (placed or {}).get("since"), (placed or {}).get("previous_period")
    return {
        **row,
        "vintage": vintage,
        "vintage_basis": vintage_basis,
        "year": year,
        "placed": placed,
        "previous_year": year["value"],
        "record": placed and placed["record"],
        "record_since": since and periods.label(since),
        "previous_record": placed and placed["previous_value"],
        "previous_record_period": before and periods.label(before),
    }
