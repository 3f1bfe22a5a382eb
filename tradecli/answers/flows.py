"""`trade exports` and `trade imports`: a flow month by month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers import notes as qualifying
from tradecli.answers.pair import Pair
from tradecli.errors import NoData, QueryError
from tradecli.facts import commodities, places
from tradecli.question import Known
from tradecli.report import Amount, Cell, Column, Rate, Report, Statement, Table, View, say
from tradecli.statistics.growth import month_on_month
from tradecli.statistics.records import records
from tradecli.statistics.streaks import rise, streak
from tradecli.vintages import read_stamp

RECORD_MARK = "*"

SCHEMA: dict[str, pl.DataType] = {
    "reporter": pl.String(),
    "partner": pl.String(),
    "flow": pl.String(),
    "commodity": pl.String(),
    "period": pl.String(),
    "value": pl.Int64(),
    "mom": pl.Float64(),
    "mom_note": pl.String(),
    "mom_seasonal": pl.Float64(),
    "yoy": pl.Float64(),
    "yoy_note": pl.String(),
    "ytd": pl.Int64(),
    "ytd_yoy": pl.Float64(),
    "rolling_12": pl.Int64(),
    "rank": pl.Int64(),
    "record": pl.Boolean(),
    "streak": pl.Int64(),
    "streak_at_least": pl.Int64(),
    "basis": pl.String(),
    "currency": pl.String(),
    "precision": pl.Int64(),
    "vintage": pl.Date(),
    "vintage_basis": pl.String(),
    "ytd_basis": pl.String(),
    "rolling_12_basis": pl.String(),
    "source": pl.String(),
}


class Answer(NamedTuple):
    """One row a month, oldest first, with what they rest on."""

    known: Known
    pair: Pair
    flow: str
    through: date
    rows: tuple[dict[str, Any], ...]


def answer(
    known: Known, flow: str, through: date | None, months: int, seasonal: Known | None = None
) -> Answer:
    """A flow for the *months* months to *through*.

    Args:
        known: The pair, as known on the question's day.
        flow: `export` or `import`.
        through: The last month; None means the newest with a figure.
        months: Number of rows.
        seasonal: The seasonally adjusted series of the same pair, where its publisher has one.

    Raises:
        QueryError: *months* is below one.
        NoData: The flow is not known for *through*.
    """
    if months < 1:
        raise QueryError(f"a series of {months} months cannot be shown", hint="--months takes 1 or more")
    pair = Pair(known, flows=(flow,), kinds=("month", "year_to_date", "rolling_12"))
    last = through or pair.newest("month", flow)
    if last is None or not _defined(pair, last):
        raise _refusal(pair, flow, last)
    held = set(pair.windows("month")["period"])
    shown = [period for step in range(1 - months, 1) if (period := periods.shift(last, step)) in held]
    rows: dict[date, dict[str, Any]] = {period: {"period": period} for period in shown}
    for name, frame in _columns(pair, seasonal, shown).items():
        for row in frame.filter(pl.col("period").is_in(shown)).to_dicts():
            rows[row["period"]][name] = row
    return Answer(known, pair, flow, last, tuple(_row(known, flow, row) for row in rows.values()))


def _defined(pair: Pair, period: date) -> bool:
    return any(pair.at(kind, period)[0]["value"] is not None for kind in ("month", "year_to_date"))


def _refusal(pair: Pair, flow: str, through: date | None) -> NoData:
    question = pair.known.question
    newest = pair.newest("month", flow)
    asked = f" for {periods.label(through)}" if through else ""
    direction = "to" if flow == "export" else "from"
    what = f"no {flow}s {direction} {places.place(question.partner).prose}{asked} ({pair.known.source})"
    day = f" on {question.as_of}" if question.as_of else ""
    if newest is None:
        raise NoData(f"{what}: none are held{day}", hint="`trade sources` says what each source covers")
    why = "not released" if through and through > newest else "not published, or not held"
    return NoData(f"{what}: {why}{day}", hint=f"the newest month is {periods.label(newest)}")


def _columns(pair: Pair, seasonal: Known | None, shown: list[date]) -> dict[str, pl.DataFrame]:
    monthly = pair.windows("month")
    adjusted = Pair(seasonal, flows=pair.flows).windows("month") if seasonal else monthly.clear()
    return {
        "month": streak(monthly, rise()),
        "mom": month_on_month(monthly),
        "mom_seasonal": month_on_month(adjusted),
        "ytd": pair.windows("year_to_date"),
        "rolling_12": pair.windows("rolling_12"),
        "placed": records(monthly, "month", periods=shown),
    }


def _row(known: Known, flow: str, parts: dict[str, Any]) -> dict[str, Any]:
    nothing: dict[str, Any] = {}
    month, ytd, rolling = (parts.get(name, nothing) for name in ("month", "ytd", "rolling_12"))
    placed, mom, adjusted = (parts.get(name, nothing) for name in ("placed", "mom", "mom_seasonal"))
    stamp = month.get("stamp")
    vintage, vintage_basis = (None, None) if stamp is None else read_stamp(stamp)
    return {
        **month,
        "parts": parts,
        "reporter": known.question.reporter,
        "partner": known.question.partner,
        "flow": flow,
        "commodity": known.question.commodity,
        "span": "month",
        "through": parts["period"],
        "period": periods.label(parts["period"]),
        "mom": mom.get("mom"),
        "mom_note": mom.get("mom_note"),
        "mom_seasonal": adjusted.get("mom"),
        "growth_note": month.get("yoy_note"),
        "ytd": ytd.get("value"),
        "ytd_yoy": ytd.get("yoy"),
        "ytd_basis": ytd.get("basis"),
        "rolling_12": rolling.get("value"),
        "rolling_12_basis": rolling.get("basis"),
        "rank": placed.get("rank"),
        "record": placed.get("record"),
        "streak_at_least": month.get("at_least"),
        "currency": known.currency,
        "vintage": vintage,
        "vintage_basis": vintage_basis,
        "value_note": None if month.get("value") is not None else "missing",
        "superseded": None,
        "source": known.source,
    }


def report(answer: Answer) -> Report:
    """The answer in every form."""
    rows = answer.rows
    kinds = ("month", "year_to_date", "rolling_12")
    asked = qualifying.asked(answer.known.question, answer.known.source)
    return Report(
        schema=f"trade.{answer.flow}s/1",
        question={**asked, "through": periods.label(answer.through), "months": len(rows)},
        rows=pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=lambda: {
            "value_display": [Amount(row["value"], row["precision"]) for row in rows],
            "mom_display": [_rate(row["parts"].get("mom")) for row in rows],
            "yoy_display": [_rate(row["parts"].get("month")) for row in rows],
        },
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: qualifying.provenance(answer.pair, answer.through, kinds),
        currency=answer.known.currency,
    )


def _rate(window: dict[str, Any] | None) -> Rate | None:
    if window is None or window.get("value") is None or window["base_value"] is None:
        return None
    note = window.get("yoy_note") or window.get("mom_note") or ""
    return Rate(window["value"], window["units"], window["base_value"], window["base_units"], note)


def _amount(window: dict[str, Any] | None) -> Amount | None:
    return Amount(window["value"], window["precision"]) if window and window["value"] is not None else None


def view(answer: Answer) -> View:
    """Title, the series, and what there is to tell of its last month."""
    question = answer.known.question
    goods = commodities.named(f"{question.classification}:{question.commodity}")
    newest = max((row["vintage"] for row in answer.rows if row["vintage"]), default=None)
    adjusted = any(row["mom_seasonal"] is not None for row in answer.rows)
    columns = [
        Column("period", left=True),
        Column("value"),
        Column("record_mark", left=True),
        Column("mom"),
        *([Column("mom_seasonal", drop=1)] if adjusted else []),
        Column("yoy"),
        Column("ytd", drop=4),
        Column("ytd_yoy", drop=5),
        Column("rolling_12", drop=3),
        Column("rank_header", drop=2),
        Column("streak_header", drop=6),
    ]
    return View(
        title=say(
            "title_flow",
            flow=answer.flow,
            reporter=places.place(question.reporter),
            partner=places.place(question.partner),
            commodity="" if question.commodity == "TOTAL" else goods.name,
            commodity_zh="" if question.commodity == "TOTAL" else goods.name_zh,
            through=answer.through,
            adjustment=question.adjustment,
        ),
        subtitle=qualifying.subtitle(answer.known, newest, [answer.flow]),
        table=Table(columns, [_cells(row, adjusted=adjusted) for row in answer.rows]),
        findings=list(findings(answer)),
    )


def _cells(row: dict[str, Any], *, adjusted: bool) -> list[Cell]:
    parts = row["parts"]
    seasonal: list[Cell] = [_rate(parts.get("mom_seasonal"))] if adjusted else []
    open_streak = f"≥{abs(row['streak_at_least'])}" if row["streak_at_least"] else None
    return [
        row["period"],
        _amount(parts.get("month")),
        RECORD_MARK if row["record"] else "",
        _rate(parts.get("mom")),
        *seasonal,
        _rate(parts.get("month")),
        _amount(parts.get("ytd")),
        _rate(parts.get("ytd")),
        _amount(parts.get("rolling_12")),
        row["rank"],
        open_streak or row["streak"],
    ]


def findings(answer: Answer) -> Iterator[Statement]:
    """What the last month tells: where it stands, and its streak."""
    last = answer.rows[-1]
    if last["value"] is None:
        return
    yield qualifying.standing({**last, "placed": last["parts"].get("placed")}, "month")
    length = last["streak"] or last["streak_at_least"] or 0
    if length:
        yield say("streak", flow=answer.flow, length=length, at_least=last["streak"] is None)


def _sums(answer: Answer) -> Iterator[Statement]:
    """The vintages behind the last row's year to date and twelve months, where the month's is another."""
    last = answer.rows[-1]
    for name, span in (("ytd", "year_to_date"), ("rolling_12", "rolling_12")):
        window = last["parts"].get(name)
        if window and window["value"] is not None:
            facts = {"flow": answer.flow, "span": span, "through": answer.through}
            yield from qualifying.inputs(window, last["vintage"], facts)


def notes(answer: Answer) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from qualifying.reading(answer.known)
    if any(row["record"] for row in answer.rows):
        yield say("as_computed", mark=RECORD_MARK)
    for row in answer.rows:
        yield from qualifying.on_row(row)
    yield from _sums(answer)
    yield from qualifying.day_inferred(answer.rows, answer.known.question)
    if answer.known.question.adjustment == "none":
        yield from qualifying.new_year(answer.pair, answer.known.question.reporter, answer.through)
    yield from qualifying.leap_year(answer.through)
