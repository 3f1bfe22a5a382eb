"""A total and its parts: the windows that `drivers` and `partners` begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import polars as pl

from tradecli import periods
from tradecli.answers import notes as qualifying
from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.facts.commodities import DISJOINT, INSIDE, named
from tradecli.question import Known
from tradecli.report import Amount, Cell, Points, Rate, Statement, say
from tradecli.schema import FLOWS
from tradecli.statistics.balance import balance
from tradecli.statistics.growth import year_on_year
from tradecli.statistics.windows import months, windows
from tradecli.vintages import read_stamp

SPANS = ("month", "year_to_date", "rolling_12")
#: The list whose codes are open: own tables have any.
CHAPTERS = "hs"
TOTAL = {"partner": "WORLD", "commodity": "total:TOTAL"}


def check(*, span: str, flow: str) -> None:
    """Refuse a span or flow that does not exist.

    Raises:
        QueryError: With the names that do.
    """
    if span not in SPANS:
        raise QueryError(f"there is no span {span!r}", hint=f"spans: {', '.join(SPANS)}")
    if flow not in FLOWS:
        raise QueryError(f"there is no flow {flow!r}", hint=f"flows: {', '.join(FLOWS)}")


def dense(known: Known, flow: str, span: str) -> pl.DataFrame:
    """Windows of one flow of every part, the total among them, with growth on a year earlier."""
    flows = FLOWS if flow == "balance" else (flow,)
    figures = known.figures.filter(pl.col("flow").is_in(flows))
    every = windows(months(figures, by=["part"], flows=flows), figures, span, by=["part"])
    decided = balance(every) if flow == "balance" else every
    return year_on_year(decided.filter(pl.col("flow") == flow), by=["part"])


def countries(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows of countries: no area, no continent, so that no trade is there twice."""
    level = pl.col("part").replace_strict({place.code: place.level for place in places.places().values()})
    return frame.filter(level == "country")


def groups(frame: pl.DataFrame, classification: str) -> pl.DataFrame:
    """The rows of one list's groups that never hold the same goods twice; see `commodities.DISJOINT`.

    Of HS codes they are the chapters.
    """
    if classification == CHAPTERS:
        return frame.filter(pl.col("part").str.contains("^hs:[0-9]{2}$"))
    spelled = {code: f"{classification}:{code}" for code in DISJOINT[classification]}
    held = frame.filter(
        pl.col("part").is_in(list(spelled.values()))
        & pl.col("value").is_not_null()
        & pl.col("base_value").is_not_null()
    )
    for inner, outer in INSIDE.items():
        if inner in spelled:
            wider = held.filter(pl.col("part") == spelled[outer]).select("flow", "period")
            inside = held.filter(pl.col("part") == spelled[inner]).join(
                wider, on=["flow", "period"], how="semi"
            )
            held = held.join(inside, on=["part", "flow", "period"], how="anti", maintain_order="left")
    return held


def both_terms(frame: pl.DataFrame) -> set[date]:
    """The months for whose windows a value and the value a year earlier are known."""
    known = frame.filter(pl.col("value").is_not_null() & pl.col("base_value").is_not_null())
    return set(known["period"])


def newest(parts: pl.DataFrame, totals: pl.DataFrame) -> date | None:
    """The newest month that can be answered and that lacks no part which the month before has.

    The first partners of a month are out before the last: a ranking of a few would look complete.
    """
    both = pl.col("value").is_not_null() & pl.col("base_value").is_not_null()
    held = dict(parts.filter(both).group_by("period").len().iter_rows())
    answerable = both_terms(totals) & held.keys()
    return max(
        (month for month in answerable if held[month] >= held.get(periods.shift(month, -1), 0)), default=None
    )


def refusal(known: Known, flow: str, through: date | None, newest: date | None) -> NoData:
    """Why a month cannot be answered, and the newest that can."""
    partner = places.place(known.question.partner).prose
    asked = f" for {periods.label(through)}" if through else ""
    hint = f"the newest month that can be answered is {periods.label(newest)}" if newest else ""
    what = {"export": "exports to", "import": "imports from", "balance": "balance with"}[flow]
    return NoData(
        f"the {what} {partner} cannot be taken apart{asked} ({known.source}): "
        "the total or every part lacks the month or the one a year earlier",
        hint=hint or "`trade sources` says what each source covers",
    )


def name(part: str | None, role: str, by: str) -> Statement:
    """A part's name in either language."""
    if role != "part" or part is None:
        return say(f"parts.{role}", by=by)
    if by == "partner":
        place = places.place(part)
        return say("parts.part", name=place.name, name_zh=place.name_zh)
    goods = named(part)
    return say("parts.part", name=goods.name, name_zh=goods.name_zh)


def rate(row: dict[str, Any]) -> Rate | None:
    """The growth of a row; None where a term is missing."""
    if row["value"] is None or row["base_value"] is None:
        return None
    return Rate(row["value"], row["units"], row["base_value"], row["base_units"], row["yoy_note"] or "")


def change(row: dict[str, Any]) -> Cell:
    """The change of a row in money, no finer than the coarser of its terms."""
    if row["change"] is None:
        return None
    return Amount(row["change"], max(row["precision"], row["base_precision"]), signed=True)


def points(row: dict[str, Any]) -> Points | None:
    """The contribution of a row as it is printed."""
    if row["contribution"] is None:
        return None
    # The part's own rounding moves the change; that of the base also moves what it is divided by.
    units = row["units"] + row["base_units"]
    return Points(row["change"], units, row["total_base"], row["total_base_units"], signed=True)


def dated(row: dict[str, Any], currency: str) -> dict[str, Any]:
    """Vintage, its basis and the unit, as every machine row has them."""
    vintage, vintage_basis = (None, None) if row["stamp"] is None else read_stamp(row["stamp"])
    return {"currency": currency, "vintage": vintage, "vintage_basis": vintage_basis}


def notes(known: Known, rows: Sequence[dict[str, Any]], through: date) -> Iterator[Statement]:
    """What qualifies parts and total: adjustment, inferred days, unequal vintages, leap years."""
    yield say("adjustment", adjustment=known.question.adjustment)
    yield from qualifying.own_table(known)
    vintages = {row["vintage"] for row in rows if row["vintage"]}
    if len(vintages) > 1:
        yield say("parts.mixed_vintages", oldest=min(vintages), newest=max(vintages))
    yield from qualifying.day_inferred(rows, known.question)
    yield from qualifying.leap_year(through)


def provenance(
    known: Known, parts: Sequence[str], flows: Sequence[str], through: date
) -> list[dict[str, Any]]:
    """The files and articles that some parts rest on, in the two years to the month."""
    earliest = periods.shift(through, -24)
    held = known.figures.filter(
        pl.col("part").is_in(list(parts))
        & pl.col("flow").is_in(list(flows))
        & (pl.col("period") > earliest)
        & (pl.col("period") <= through)
    )
    used = {origin for text in held["origin"].unique() if text for origin in text.split(" ")}
    manifest = known.origins()
    return [{"id": origin, **manifest.get(origin, {})} for origin in sorted(used)]
