"""`trade revisions`: how have these figures changed since they were first published?"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers.real_time import grown, real_time
from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.question import Known
from tradecli.schema import FLOWS, OWN
from tradecli.statistics.records import LEAST, records
from tradecli.statistics.revision import times_usual, turned, usual, versions
from tradecli.vintages import read_stamp

SPANS = ("month", "quarter", "year_to_date", "year", "rolling_12")
#: Months between two windows of a span.
STEP = {"quarter": 3, "year": 12}

SCHEMA: dict[str, pl.DataType] = {
    "reporter": pl.String(),
    "partner": pl.String(),
    "flow": pl.String(),
    "span": pl.String(),
    "period": pl.String(),
    "number": pl.Int64(),
    "first_published": pl.Boolean(),
    "last": pl.Boolean(),
    "value": pl.Int64(),
    "revision": pl.Int64(),
    "since_first": pl.Int64(),
    "since_first_pct": pl.Float64(),
    "beyond_rounding": pl.Boolean(),
    "times_usual": pl.Float64(),
    "unusual": pl.Boolean(),
    "basis": pl.String(),
    "currency": pl.String(),
    "precision": pl.Int64(),
    "source": pl.String(),
    "vintage": pl.Date(),
    "vintage_basis": pl.String(),
}


class Answer(NamedTuple):
    """Every figure of some windows, oldest first, and what all revisions of the series tell."""

    known: Known
    flow: str
    span: str
    through: date
    rows: tuple[dict[str, Any], ...]
    real: pl.DataFrame
    usual: dict[str, Any] | None
    turned: dict[str, dict[str, Any]]
    records: tuple[dict[str, Any], ...]
    margin: dict[str, Any] | None

    @property
    def windows(self) -> list[list[dict[str, Any]]]:
        """The figures of each window, window by window."""
        through = dict.fromkeys(row["through"] for row in self.rows)
        return [[row for row in self.rows if row["through"] == period] for period in through]


def answer(known: Known, *, flow: str, span: str, through: date | None, months: int) -> Answer:
    """Follow the figures of the last windows through their vintages.

    Args:
        known: The pair as known on the question's day.
        flow: `export`, `import` or `balance`.
        span: One of `SPANS`.
        through: The last month; None means the newest that is known.
        months: Number of windows.

    Raises:
        QueryError: No such flow or span, *months* below one, or figures that have one vintage only.
        NoData: No figure of the windows is known.
    """
    if known.source == OWN:
        raise QueryError(
            "customs records have one vintage: of them nothing is known to have been revised",
            hint="--table takes observations of several vintages as well",
        )
    if flow not in FLOWS or span not in SPANS:
        kind, names = ("flow", FLOWS) if flow not in FLOWS else ("span", SPANS)
        raise QueryError(
            f"there is no {kind} {flow if kind == 'flow' else span!r}", hint=f"{kind}s: {', '.join(names)}"
        )
    if months < 1:
        raise QueryError(f"a series of {months} windows cannot be shown", hint="--months takes 1 or more")
    real = grown(real_time(known, (flow,), span))
    found = times_usual(versions(real))
    newest = max(found["period"], default=None)
    last = through or newest
    shown = _shown(found, span, last, months) if last else []
    if last is None or all(row["period"] != last for row in shown):
        raise _refusal(known, flow, through, newest)
    made = _records(real, found, span)
    return Answer(
        known,
        flow,
        span,
        last,
        tuple(_row(known, span, row) for row in shown),
        real,
        next(iter(usual(found).to_dicts()), None),
        {rate: turned(real, found, rate) for rate in (("mom", "yoy") if span == "month" else ("yoy",))},
        tuple(row for row in made if row["then"] != row["now"]),
        _margin(real, span, last),
    )


def _shown(found: pl.DataFrame, span: str, last: date, months: int) -> list[dict[str, Any]]:
    wanted = [periods.shift(last, -STEP.get(span, 1) * back) for back in range(months)]
    return found.filter(pl.col("period").is_in(wanted)).to_dicts()


def _refusal(known: Known, flow: str, through: date | None, newest: date | None) -> NoData:
    what = {"export": "exports to", "import": "imports from", "balance": "balance with"}[flow]
    asked = f" for {periods.label(through)}" if through else ""
    hint = f"the newest month is {periods.label(newest)}" if newest else ""
    partner = places.place(known.question.partner).prose
    return NoData(f"no figure of {what} {partner} is known{asked} ({known.source})", hint=hint)


def _row(known: Known, span: str, row: dict[str, Any]) -> dict[str, Any]:
    vintage, vintage_basis = read_stamp(row["stamp"])
    question = known.question
    return {
        **row,
        "reporter": question.reporter,
        "partner": question.partner,
        "span": span,
        "through": row["period"],
        "period": periods.label(row["period"]),
        "first_published": row["on_time"] and row["number"] == 1,
        "currency": known.currency,
        "source": known.source,
        "vintage": vintage,
        "vintage_basis": vintage_basis,
    }


def _records(real: pl.DataFrame, found: pl.DataFrame, span: str) -> list[dict[str, Any]]:
    """Whether each first figure was a record on its day, and whether the window is one now."""
    first = found.filter(pl.col("on_time") & (pl.col("number") == 1)).select("flow", "period", "as_of")
    if span not in LEAST or first.is_empty():
        return []
    days = [*first["as_of"].unique(), real["as_of"].max()]
    placed = records(
        real.filter(pl.col("as_of").is_in(days)), span, periods=list(first["period"]), by=["as_of"]
    ).select("as_of", "flow", "period", "record", "value")
    now = placed.filter(pl.col("as_of") == real["as_of"].max()).drop("as_of")
    then = placed.join(first, on=["as_of", "flow", "period"], how="semi").rename({"record": "then"})
    both = then.join(now.rename({"record": "now"}), on=["flow", "period"], suffix="_now")
    return both.drop_nulls(["then", "now"]).sort("period").to_dicts()


def _margin(real: pl.DataFrame, span: str, last: date) -> dict[str, Any] | None:
    """By how much the last window is a record now; None where it is none."""
    now = real.filter(pl.col("as_of") == real["as_of"].max())
    placed = records(now, span, periods=[last]).to_dicts() if span in LEAST else []
    return next((row for row in placed if row["record"]), None)
