"""`trade partners`: the partners ranked by balance, exports, imports or growth."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers import parts as taken
from tradecli.errors import QueryError
from tradecli.facts import places
from tradecli.question import Known
from tradecli.report import Points, say
from tradecli.statistics.contribution import contributions
from tradecli.statistics.ranking import ranking

#: What partners can be ranked by.
BY = ("balance", "export", "import", "growth")
#: Roles in the order of the table: ranked partners, what no partner holds, the total, areas apart.
ROLES = ("part", "rest", "total", "area")

SCHEMA: dict[str, pl.DataType] = {
    "reporter": pl.String(),
    "partner": pl.String(),
    "partner_name": pl.String(),
    "role": pl.String(),
    "flow": pl.String(),
    "span": pl.String(),
    "period": pl.String(),
    "by": pl.String(),
    "rank": pl.Int64(),
    "rank_before": pl.Int64(),
    "value": pl.Int64(),
    "base_value": pl.Int64(),
    "change": pl.Int64(),
    "yoy": pl.Float64(),
    "yoy_note": pl.String(),
    "share": pl.Float64(),
    "contribution": pl.Float64(),
    "contribution_note": pl.String(),
    "basis": pl.String(),
    "currency": pl.String(),
    "precision": pl.Int64(),
    "source": pl.String(),
    "vintage": pl.Date(),
    "vintage_basis": pl.String(),
}


class Answer(NamedTuple):
    """Partners by rank, then what is left over, the total, and areas, which are not ranked."""

    known: Known
    by: str
    flow: str
    span: str
    through: date
    rows: tuple[dict[str, Any], ...]
    before: int

    def of(self, role: str) -> tuple[dict[str, Any], ...]:
        """The rows of one role."""
        return tuple(row for row in self.rows if row["role"] == role)


def answer(known: Known, *, by: str, flow: str, span: str, through: date | None) -> Answer:
    """Rank the partners for which a month is held.

    Args:
        known: Every partner (`load.partners`) as known on the question's day.
        by: One of `BY`.
        flow: For *by* `growth`, the flow or balance whose growth ranks; else not used.
        span: `month`, `year_to_date` or `rolling_12`.
        through: The last month; None means the newest for which no partner of the month before is missing.

    Raises:
        QueryError: No such ranking, flow or span.
        NoData: The total, or every partner, lacks the month or the one a year earlier.
    """
    if by not in BY:
        raise QueryError(f"partners cannot be ranked by {by!r}", hint=f"--by takes {', '.join(BY)}")
    flow = flow if by == "growth" else by
    taken.check(span=span, flow=flow)
    frame = taken.dense(known, flow, span)
    totals = frame.filter(pl.col("part") == taken.TOTAL["partner"]).drop("part")
    parts = taken.countries(frame)
    newest = taken.newest(parts, totals)
    last = through or newest
    if last is None or last not in taken.both_terms(totals) & taken.both_terms(parts):
        raise taken.refusal(known, flow, through, newest)
    measure = "yoy" if by == "growth" else "value"
    ranked = ranking(parts.filter(pl.col("period") == last), measure)
    # Ranked among the partners of today's list: of another list a rank could not be compared.
    same = parts.join(ranked.filter(pl.col("value").is_not_null()), on="part", how="semi")
    before = ranking(same.filter(pl.col("period") == periods.shift(last, -12)), measure).drop_nulls("rank")
    rows = _rows(known, frame, totals, ranked, before, last)
    asked = {"by": by, "span": span, "through": last, "period": periods.label(last)}
    return Answer(known, by, flow, span, last, tuple({**row, **asked} for row in rows), before.height)


def _rows(
    known: Known,
    frame: pl.DataFrame,
    totals: pl.DataFrame,
    ranked: pl.DataFrame,
    before: pl.DataFrame,
    through: date,
) -> list[dict[str, Any]]:
    at = pl.col("period") == through
    parts, total = ranked.filter(pl.col("value").is_not_null()), totals.filter(at)
    areas = _areas(frame.filter(at & pl.col("value").is_not_null()))
    carried = contributions(parts.drop("rank"), total)
    apart = contributions(areas, total).filter(pl.col("role") == "part")
    told = {(row["part"], row["role"]): row for row in (*carried.to_dicts(), *apart.to_dicts())}
    earlier = dict(before.select("part", "rank").iter_rows())
    ordered = parts.sort("rank", "part", nulls_last=True).to_dicts()
    whole = told[None, "total"]
    rows = [
        *({**row, **told.get((row["part"], "part"), _NO_BASE), "role": "part"} for row in ordered),
        told[None, "rest"],
        whole,
        *({**row, **told.get((row["part"], "part"), _NO_BASE), "role": "area"} for row in areas.to_dicts()),
    ]
    return [_row(known, row, whole, earlier) for row in rows]


#: What a partner without a figure a year earlier has no answer for.
_NO_BASE = {"contribution": None, "contribution_note": "missing", "share_of_change": None}


def _areas(frame: pl.DataFrame) -> pl.DataFrame:
    level = {place.code: place.level for place in places.places().values()}
    return frame.filter(pl.col("part").replace_strict(level).is_in(["area", "region"])).sort(
        "value", "part", descending=[True, False]
    )


def _row(known: Known, row: dict[str, Any], whole: dict[str, Any], earlier: dict[str, int]) -> dict[str, Any]:
    flow, total = row["flow"], whole["value"]
    named = taken.name(row["part"], "part" if row["role"] == "area" else row["role"], "partner")
    share = 100 * row["value"] / total if flow != "balance" and total > 0 else None
    return {
        **row,
        **taken.dated(row, known.currency),
        "reporter": known.question.reporter,
        "partner": "WORLD" if row["role"] == "total" else row["part"],
        "partner_name": named.facts.get("name"),
        "says": say("parts.area", **named.facts) if row["role"] == "area" else named,
        "rank": row.get("rank"),
        "rank_before": earlier.get(row["part"]) if row["role"] == "part" else None,
        "share": share,
        "of_total": None if share is None else Points(row["value"], row["units"], total, whole["units"]),
        "source": known.source,
    }
