"""What qualifies a ranking of partners, and what is not listed of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradecli.model.report import Statement
from tradecli.reports import breakdown
from tradecli.reports.breakdown import Breakdown, Line
from tradecli.reports.leading import Leading
from tradecli.reports.shared import say
from tradecli.statistics.contribution import sum_of
from tradecli.statistics.share import share_of


def notes(found: Breakdown, led: Leading) -> Iterator[Statement]:
    """What qualifies the figures, and what is not listed of them."""
    yield from led.notes()
    yield from breakdown.notes(found)
    yield from _ranked(found.of("part"), found)
    lacking = sum(line.base.money is None for line in led.shown.of("part"))
    if lacking:
        yield say("partners.rest_holds", count=lacking)
    if found.by == "region":
        yield say("regions_as_published")
    elif led.shown.of("area"):
        yield say("partners.areas_apart")
    yield from breakdown.deficits(found)
    if found.by == "growth" and found.flow == "balance":
        yield say("partners.deficits_ranked")


def _ranked(parts: Sequence[Line], found: Breakdown) -> Iterator[Statement]:
    """Among how many partners the ranks are, now and a year earlier."""
    ranked = [line for line in parts if line.rank is not None]
    if ranked:
        covered = share_of(sum_of([line.now for line in ranked]), found.total.now)
        yield say("partners.ranked_among", count=len(ranked), share=covered, window=found.window)
    before = sum(line.rank_before is not None for line in parts)
    if found.by == "growth" and not len(ranked) == before == len(parts):
        yield say("partners.other_set", "growth", count=len(ranked), before=before, listed=len(parts))
    elif len(ranked) != before:
        yield say("partners.other_set", count=len(ranked), before=before)
