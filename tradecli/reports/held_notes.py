"""What qualifies an answer by what is available of its pair: a flow missing, years alone, months in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl

from tradecli.facts import places
from tradecli.model.report import Named, Statement
from tradecli.question import Known
from tradecli.reports.shared import say
from tradecli.schema import FLOWS
from tradecli.sources import SOURCES, fetch_command
from tradecli.sources.base import Source


def of(known: Known, through: date | None = None) -> Iterator[Statement]:
    """What is to be known of a pair's figures, whatever was asked of them; nothing of an own table."""
    source = None if known.question.table else SOURCES[known.source]
    if source is None:
        return
    if not source.every_partner:
        yield from _missing(known, source)
    yield from _adjusted(known, source, through)
    for doubt in source.doubts:
        wrong = (pl.col("origin") == doubt.origin) & (pl.col("period") < doubt.before)
        if not known.figures.filter(wrong).is_empty():
            before = None if doubt.before == date.max else doubt.before
            yield say("doubt", None if before else "all", publisher=Named(*source.names), before=before)


def _adjusted(known: Known, source: Source, through: date | None) -> Iterator[Statement]:
    """That the other adjustment of the pair has months that the one asked for lacks."""
    last = known.observations.filter(span="month")["period"].max()
    if known.other and isinstance(last, date) and known.other > last and not (through and through <= last):
        adjustment = known.question.adjustment
        yield say(
            "adjusted_newer",
            publisher=Named(*source.names),
            adjustment=adjustment,
            month=last,
            other="seasonal" if adjustment == "none" else "none",
            newest=known.other,
        )


def _missing(known: Known, source: Source) -> Iterator[Statement]:
    """Which flow of the pair is not available, or that years alone are; and what brings the rest."""
    rows, question = known.observations, known.question
    available = set(rows["flow"].unique())
    facts: dict[str, Any] = {
        "reporter": places.place(question.reporter),
        "partner": places.place(question.partner),
        "publisher": Named(*source.names),
        "command": fetch_command(question.reporter, question.partner),
    }
    if question.commodity != "TOTAL":
        # Which goods an office lists differs by flow.
        if rows.filter(span="month").is_empty():
            yield say("years_alone", "goods", newest=rows.filter(span="year")["period"].max(), **facts)
        return
    for flow in question.flows:
        if flow not in available:
            yield say("flow_missing", flow=flow, **facts)
    if source.yearly:
        last = {flow: rows.filter(flow=flow)["period"].max() for flow in FLOWS[:2] if flow in available}
        if len(set(last.values())) > 1 and set(last) <= set(question.flows):
            yield say("years_alone", "flows", exports=last["export"], imports=last["import"], **facts)
        else:
            newest = rows.filter(pl.col("flow").is_in([*question.flows]))["period"].max()
            yield say("years_alone", newest=newest or rows["period"].max(), **facts)
