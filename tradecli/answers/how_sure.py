"""How sure a first figure is: what became of those before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import polars as pl

from tradecli.periods import shift
from tradecli.question import Known
from tradecli.report import Statement, say
from tradecli.reports.real_time import real_time
from tradecli.statistics.revision import LEAST, usual, versions


def how_sure(known: Known, period: date, flow: str) -> Iterator[Statement]:
    """How far first figures of a flow have been revised, where the figure of *period* is one.

    Args:
        known: The pair as known on the question's day.
        period: The month shown.
        flow: `export`, `import` or `balance`; where too few balances have been revised, the exports'
            revisions are told instead.
    """
    since = shift(min(known.observations["vintage"]), -2).replace(day=1)
    flows = (flow, "export") if flow == "balance" else (flow,)
    found = versions(real_time(known, flows, "month", since=since))
    shown = found.filter((pl.col("flow") == flow) & (pl.col("period") == period))
    if shown.height != 1 or not shown["on_time"].item():
        return
    held = {row["flow"]: row for row in usual(found).to_dicts()}
    for name in flows:
        if name in held and held[name]["n"] >= LEAST:
            yield say("revisions.how_sure", shown=flow, through=period, **held[name])
            return
    yield say("revisions.not_sure", shown=flow, through=period, n=held.get(flow, {"n": 0})["n"])
