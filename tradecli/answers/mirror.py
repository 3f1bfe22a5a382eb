"""`trade mirror`: what does the partner's own statistics office report?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers.pair import Pair
from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.question import Known
from tradecli.schema import FLOWS
from tradecli.sources import SOURCES
from tradecli.statistics.asymmetry import asymmetry
from tradecli.vintages import read_stamp

SPANS = ("month", "year_to_date", "rolling_12")
#: What the other office calls the same goods.
MIRRORED = {"export": "import", "import": "export", "balance": "balance"}

SCHEMA: dict[str, pl.DataType] = {
    "reporter": pl.String(),
    "partner": pl.String(),
    "flow": pl.String(),
    "span": pl.String(),
    "period": pl.String(),
    "value": pl.Int64(),
    "partner_value": pl.Int64(),
    "gap": pl.Int64(),
    "ratio": pl.Float64(),
    "asymmetry": pl.Float64(),
    "base_gap": pl.Int64(),
    "cif_fob": pl.String(),
    "adjusted_import": pl.Int64(),
    "adjusted_gap": pl.Int64(),
    "adjusted_ratio": pl.Float64(),
    "adjusted_asymmetry": pl.Float64(),
    "currency": pl.String(),
    **{
        f"{side}{name}": kind
        for side in ("", "partner_")
        for name, kind in (
            ("valuation", pl.String()),
            ("system", pl.String()),
            ("basis", pl.String()),
            ("precision", pl.Int64()),
            ("source", pl.String()),
            ("vintage", pl.Date()),
            ("vintage_basis", pl.String()),
        )
    },
}


class Answer(NamedTuple):
    """Three flows in three windows, each as both offices have it."""

    own: Pair
    other: Pair
    through: date
    latest: date | None
    factor: Fraction | None
    rows: tuple[dict[str, Any], ...]

    def row(self, flow: str, span: str) -> dict[str, Any]:
        """The row of one flow and span."""
        return next(row for row in self.rows if row["flow"] == flow and row["span"] == span)


def factor(text: str) -> Fraction | None:
    """Read what a CIF value is divided by to leave freight and insurance out; empty for none.

    Raises:
        QueryError: Not a number from 1 to below 2.

    Examples:
        >>> factor("1.06"), factor("")
        (Fraction(53, 50), None)
    """
    if not text:
        return None
    try:
        read = Fraction(text)
    except (ValueError, ZeroDivisionError):
        read = Fraction(0)
    if not 1 <= read < 2:
        raise QueryError(f"{text!r} is no factor from FOB to CIF", hint="write one such as --cif-fob 1.06")
    return read


def answer(own: Known, other: Known, through: date | None, cif_fob: Fraction | None = None) -> Answer:
    """Put the figures of two offices about the same trade side by side.

    Args:
        own: The reporter's trade with the partner.
        other: The partner's trade with the reporter, known on the same day.
        through: The last month; None means the newest for which both have a balance, else a flow.
        cif_fob: Divide imports valued CIF by this, beside the figures as they are.

    Raises:
        NoData: No flow of the month is held by both.
    """
    pairs = Pair(own, kinds=SPANS), Pair(other, kinds=SPANS)
    latest = _latest(*pairs)
    last = through or latest
    rows = _rows(*pairs, last, cif_fob) if last else []
    if last is None or all(row["gap"] is None for row in rows):
        names = " and ".join(places.place(known.question.reporter).prose for known in (own, other))
        asked = f" for {periods.label(last)}" if last else ""
        hint = f"the newest month that both have is {periods.label(latest)}" if latest else ""
        raise NoData(f"{names} do not both report their trade{asked}", hint=hint)
    return Answer(*pairs, last, latest, cif_fob, tuple(rows))


def _latest(own: Pair, other: Pair) -> date | None:
    """The newest month for which both have a balance; without one, for which both have a flow."""

    def held(pair: Pair, flow: str) -> set[date]:
        months = pair.windows("month")
        return set(months.filter((pl.col("flow") == flow) & pl.col("value").is_not_null())["period"])

    for flows in (("balance",), ("export", "import")):
        both = [held(own, flow) & held(other, MIRRORED[flow]) for flow in flows]
        if any(both):
            return max(set().union(*both))
    return None


def _rows(own: Pair, other: Pair, through: date, cif_fob: Fraction | None) -> list[dict[str, Any]]:
    rows = [
        _row(own, other, span, mine, next(row for row in theirs if row["flow"] == MIRRORED[mine["flow"]]))
        for span in SPANS
        for theirs in [other.at(span, through)]
        for mine in own.at(span, through)
    ]
    for row in rows:
        adjusted = _without_freight(row, cif_fob)
        row |= {"adjusted_import": adjusted, "cif_fob": None if adjusted is None else _decimal(cif_fob)}
    raw = _compared(rows, "importer", "exporter")
    changed = _compared(rows, "adjusted_import", "exporter")
    names = ("gap", "ratio", "asymmetry")
    return [
        {
            **row,
            **({} if row["flow"] == "balance" else {name: plain[name] for name in names}),
            **{f"adjusted_{name}": without[name] for name in names},
        }
        for row, plain, without in zip(rows, raw, changed, strict=True)
    ]


def _compared(rows: list[dict[str, Any]], importer: str, exporter: str) -> list[dict[str, Any]]:
    pairs = [{"importer": row[importer], "exporter": row[exporter]} for row in rows]
    frame = pl.DataFrame(pairs, schema={"importer": pl.Int64, "exporter": pl.Int64})
    return asymmetry(frame).to_dicts()


def _row(
    own: Pair, other: Pair, span: str, mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, Any]:
    flow, question = mine["flow"], own.known.question
    importer, exporter = (theirs, mine) if flow == "export" else (mine, theirs)
    row = {
        "reporter": question.reporter,
        "partner": question.partner,
        "flow": flow,
        "span": span,
        "period": periods.label(mine["period"]),
        "through": mine["period"],
        "mine": mine,
        "theirs": theirs,
        "value": mine["value"],
        "partner_value": theirs["value"],
        "importer": None if flow == "balance" else importer["value"],
        "exporter": None if flow == "balance" else exporter["value"],
        "importer_known": theirs if flow == "export" else mine,
        "base_gap": _gap(flow, mine["base_value"], theirs["base_value"]),
        "gap": _gap(flow, mine["value"], theirs["value"]),
        "ratio": None,
        "asymmetry": None,
        "currency": "USD",
    }
    return row | _described("", own, mine) | _described("partner_", other, theirs)


def _gap(flow: str, mine: int | None, theirs: int | None) -> int | None:
    """The importer's figure less the exporter's; of balances the partner's, turned round, less one's own."""
    if mine is None or theirs is None:
        return None
    if flow == "balance":
        return -theirs - mine
    return theirs - mine if flow == "export" else mine - theirs


def _described(side: str, pair: Pair, window: Mapping[str, Any]) -> dict[str, Any]:
    vintage, vintage_basis = (None, None) if window["stamp"] is None else read_stamp(window["stamp"])
    valued = valuation(pair.known.source, window["flow"])
    told = {
        "valuation": valued[0],
        "system": valued[1],
        "basis": window["basis"],
        "precision": window["precision"],
        "source": pair.known.source,
        "vintage": vintage,
        "vintage_basis": vintage_basis,
    }
    return {f"{side}{name}": value for name, value in told.items()}


def valuation(source: str, flow: str) -> tuple[str | None, str | None]:
    """How a source values a flow, and the trade system it counts under; a balance has those of both flows."""
    valued = {entry.flow: entry for entry in SOURCES[source].valuations}
    if flow == "balance":
        both = [valued[name] for name in FLOWS if name in valued]
        return " - ".join(entry.valuation for entry in both), both[0].system
    return valued[flow].valuation, valued[flow].system


def _without_freight(row: Mapping[str, Any], cif_fob: Fraction | None) -> int | None:
    """An import valued CIF, divided by the factor, in whole units; None where nothing is to be divided."""
    importer = row["importer"]
    how = row["partner_valuation"] if row["flow"] == "export" else row["valuation"]
    if cif_fob is None or importer is None or how != "CIF":
        return None
    return int(importer / cif_fob + Fraction(1, 2))


def _decimal(number: Fraction | None) -> str:
    return "" if number is None else f"{float(number):g}"
