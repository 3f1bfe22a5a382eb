"""`trade drivers`: which commodities, or partners, moved a flow or the balance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers import parts as taken
from tradecli.errors import QueryError
from tradecli.facts.commodities import DISJOINT
from tradecli.question import Known
from tradecli.statistics.contribution import contributions

#: What can be told apart.
BY = ("commodity", "partner")
#: Lists of commodities whose parts may be added up, best first.
LISTS = (*DISJOINT, taken.CHAPTERS)
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


def check_by(by: str) -> None:
    """Refuse what nothing can be told apart by.

    Raises:
        QueryError: With what can.
    """
    if by not in BY:
        raise QueryError(f"nothing can be told apart by {by!r}", hint=f"known are {' or '.join(BY)}")


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
    if classification and classification not in LISTS:
        raise QueryError(f"there is no list {classification!r}", hint=f"lists: {', '.join(LISTS)}")
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
        for name in (classification,) if classification else LISTS:
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
            **taken.dated(row, known.currency),
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
