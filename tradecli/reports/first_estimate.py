"""How far first estimates are usually revised, where the figure shown is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import polars as pl

from tradecli.frames import typed
from tradecli.model.report import Statement
from tradecli.periods import shift
from tradecli.question import Known
from tradecli.remembered import Remembered
from tradecli.reports.real_time import real_time
from tradecli.reports.shared import say
from tradecli.statistics.revision import LEAST, Usual, usual, versions


def first_estimate(known: Known, period: date, flow: str) -> Iterator[Statement]:
    """How far first estimates of a flow have been revised, where the figure of *period* is one.

    Args:
        known: The pair as known on the question's day.
        period: The month shown.
        flow: `export`, `import` or `balance`; where too few balances have been revised, the revisions of
            exports are given instead.
    """
    flows = (flow, "export") if flow == "balance" else (flow,)
    # The key keeps its meaning while the observations are kept beside what was made of them.
    key = (id(known.observations), known.question, flows)
    _, found = _VERSIONS.get(key, lambda: (known.observations, _versions(known, flows)))
    shown = found.filter((pl.col("flow") == flow) & (pl.col("period") == period))
    if shown.height != 1 or not shown["on_time"].item():
        return
    known_usual = {one.flow: one for one in typed(Usual, usual(found))}
    for name in flows:
        if name in known_usual and known_usual[name].n >= LEAST:
            few = "few_balances" if name != flow else None
            yield say("revisions.first_estimate", few, flow=name, **_facts(known_usual[name]))
            return
    n = known_usual[flow].n if flow in known_usual else 0
    yield say("revisions.first_estimate", "unknown", "none" if n == 0 else None, n=n)


#: The versions of pairs asked of before, beside their observations.
_VERSIONS = Remembered[tuple[pl.DataFrame, pl.DataFrame]](most=16)


def _versions(known: Known, flows: Sequence[str]) -> pl.DataFrame:
    """Every version of the months of some flows, from the first of which the first figure may be known."""
    since = shift(min(known.observations["vintage"]), -2).replace(day=1)
    return versions(real_time(known, flows, "month", since=since))


def _facts(found: Usual) -> dict[str, Any]:
    return {"n": found.n, "median": found.median, "down": found.down, "up": found.up}
