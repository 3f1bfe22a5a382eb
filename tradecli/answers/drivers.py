"""`trade drivers`: which commodities, or partners, moved a flow or the balance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods, places
from tradecli.answers import notes as qualifying
from tradecli.answers import parts as taken
from tradecli.commodities import DISJOINT
from tradecli.errors import QueryError
from tradecli.question import Known
from tradecli.report import Amount, Cell, Column, Points, Report, Statement, Table, View, say
from tradecli.schema import FLOWS
from tradecli.stats.contribution import contributions

#: What can be told apart.
BY = ("commodity", "partner")
#: How many parts the first finding names, and one over the least part of the change that each carried.
NAMED = 3
LEAST_NAMED = 20

SCHEMA: dict[str, pl.DataType] = {
    "reporter": pl.String(),
    "partner": pl.String(),
    "flow": pl.String(),
    "span": pl.String(),
    "period": pl.String(),
    "by": pl.String(),
    "role": pl.String(),
    "part": pl.String(),
    "part_name": pl.String(),
    "value": pl.Int64(),
    "base_value": pl.Int64(),
    "change": pl.Int64(),
    "yoy": pl.Float64(),
    "yoy_note": pl.String(),
    "contribution": pl.Float64(),
    "contribution_note": pl.String(),
    "share_of_change": pl.Float64(),
    "share_note": pl.String(),
    "basis": pl.String(),
    "currency": pl.String(),
    "precision": pl.Int64(),
    "source": pl.String(),
    "vintage": pl.Date(),
    "vintage_basis": pl.String(),
}


class Answer(NamedTuple):
    """Parts in the order in which they moved the total its way, then the rest, then the total."""

    known: Known
    by: str
    flow: str
    span: str
    through: date
    rows: tuple[dict[str, Any], ...]

    @property
    def total(self) -> dict[str, Any]:
        """The row of the total."""
        return self.rows[-1]

    @property
    def rest(self) -> dict[str, Any]:
        """The row of what no part holds."""
        return self.rows[-2]

    @property
    def parts(self) -> tuple[dict[str, Any], ...]:
        """The rows of the parts."""
        return self.rows[:-2]


def answer(
    known: Known, *, by: str, flow: str, span: str, through: date | None, classification: str = ""
) -> Answer:
    """Take the change of a flow, or of the balance, on a year earlier apart.

    Args:
        known: Every partner (`load.partners`) or every commodity (`load.groups`) as known on the day.
        by: `commodity` or `partner`.
        flow: `export`, `import` or `balance`.
        span: `month`, `year_to_date` or `rolling_12`.
        through: The last month; None means the newest that can be answered.
        classification: The list of commodities; empty means the first that has the month.

    Raises:
        QueryError: No such flow, span or list.
        NoData: The total, or every part, lacks the month or the one a year earlier.
    """
    taken.check(span=span, flow=flow)
    if classification and classification not in DISJOINT:
        raise QueryError(f"there is no list {classification!r}", hint=f"lists: {', '.join(DISJOINT)}")
    frame = taken.dense(known, flow, span)
    totals = frame.filter(pl.col("part") == taken.TOTAL[by]).drop("part")
    partitions = list(_partitions(frame, by, classification))
    for parts in partitions:
        last = through or taken.newest(parts, totals)
        if last in taken.both_terms(totals) & taken.both_terms(parts):
            return Answer(known, by, flow, span, last, tuple(_rows(known, by, span, parts, totals, last)))
    held = [last for parts in partitions if (last := taken.newest(parts, totals))]
    raise taken.refusal(known, flow, through, max(held, default=None))


def _partitions(frame: pl.DataFrame, by: str, classification: str) -> Iterator[pl.DataFrame]:
    """The ways to take the total apart without holding any trade twice, best first."""
    if by == "partner":
        yield taken.countries(frame)
    else:
        for name in (classification,) if classification else DISJOINT:
            yield taken.groups(frame, name)


def _rows(
    known: Known, by: str, span: str, parts: pl.DataFrame, totals: pl.DataFrame, through: date
) -> Iterator[dict[str, Any]]:
    at = pl.col("period") == through
    rows = contributions(parts.filter(at), totals.filter(at)).to_dicts()
    way = -1 if rows[-1]["change"] < 0 else 1
    first = sorted(rows[:-2], key=lambda row: (-way * row["change"], row["part"]))
    for row in (*first, *rows[-2:]):
        named = taken.name(row["part"], row["role"], by)
        yield {
            **row,
            **taken.dated(row),
            "says": named,
            "part_name": named.facts.get("name"),
            "reporter": known.question.reporter,
            "partner": known.question.partner,
            "span": span,
            "through": through,
            "period": periods.label(through),
            "by": by,
            "source": known.source,
        }


def points(row: dict[str, Any]) -> Points | None:
    """The contribution of a row as it is printed."""
    if row["contribution"] is None:
        return None
    # The part's own rounding moves the change; that of the base also moves what it is divided by.
    units = row["units"] + row["base_units"]
    return Points(row["change"], units, row["total_base"], row["total_base_units"], signed=True)


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
            "contribution_display": [points(row) for row in rows],
        },
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: taken.provenance(answer.known, used, flows, answer.through),
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
        points(row),
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
        named = [(row["says"], taken.change(row), points(row), share(row)) for row in led]
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
