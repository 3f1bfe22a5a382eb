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
from tradecli.sources import SOURCES, fetch_command


def of(known: Known) -> Iterator[Statement]:
    """What is to be known of a pair's figures, whatever was asked of them; nothing of an own table."""
    if known.question.table:
        return
    rows, question = known.observations, known.question
    source, publisher = SOURCES[known.source], Named(*SOURCES[known.source].names)
    pair: dict[str, Any] = {
        "reporter": places.place(question.reporter),
        "partner": places.place(question.partner),
    }
    command = fetch_command(question.reporter, question.partner)
    for flow in question.flows:
        if flow not in set(rows["flow"]):
            yield say("flow_missing", flow=flow, publisher=publisher, command=command, **pair)
    if source.yearly:
        yield say("years_alone", publisher=publisher, newest=rows["period"].max(), command=command, **pair)
    for doubt in source.doubts:
        wrong = (pl.col("origin") == doubt.origin) & (pl.col("period") < doubt.before)
        if not known.figures.filter(wrong).is_empty():
            before = None if doubt.before == date.max else doubt.before
            yield say("doubt", None if before else "all", publisher=publisher, before=before)
