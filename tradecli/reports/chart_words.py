"""What a chart says in words: its title, which states the finding, its subtitle, description and source."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from tradecli.facts import commodities, places
from tradecli.model.figure import Figure, Rank, Window
from tradecli.model.money import Money, Shown
from tradecli.model.picture import Mark
from tradecli.model.ratio import Growth
from tradecli.model.report import Named, Statement
from tradecli.question import Known
from tradecli.reports.shared import say, subtitle
from tradecli.schema import FLOWS

#: Of more windows than this a description gives the number alone.
NAMED = 5
#: A rate that is smaller prints as zero, and from this one on as a multiple.
_UNCHANGED, _MULTIPLE = Fraction(1, 20), 1_000
_UNITS = (10**9, 10**6, 10**3)


def names(known: Known) -> dict[str, Any]:
    """Whose trade with whom in what, for every sentence of a chart; with the world is with nobody."""
    question = known.question
    goods = commodities.named(f"{question.classification}:{question.commodity}")
    return {
        "reporter": places.place(question.reporter),
        "partner": None if question.partner == "WORLD" else places.place(question.partner),
        "commodity": None if question.commodity == "TOTAL" else Named(goods.name, goods.name_zh),
        "currency": known.currency,
    }


def title(known: Known, rank: Rank, growth: Growth) -> Statement:
    """What the last figure shows: a turn, a record, a rise or fall on a year earlier, else its level."""
    figure = rank.figure
    facts = {
        "figure": figure,
        "size": figure.money and abs(figure.money),
        "window": figure.window,
        "growth": growth,
        "shown": Shown(_unit(figure.money)) if figure.money else None,
        **names(known),
    }
    deficit = "deficit" if figure.flow == "balance" and figure.money and figure.money.sign < 0 else None
    if rank.first_of_sign:
        return say("charts.title", "turn", figures=[figure], **facts)
    if rank.record:
        passed, span = "passed" if rank.passed else None, _span(figure.window)
        kind = say("charts.record_kind", span)
        return say("charts.title", "record", deficit, passed, figures=[figure], kind=kind, **facts)
    return say("charts.title", *_moved(growth, deficit), figures=[figure], **facts)


def _unit(money: Money) -> int:
    """The unit in which a figure can be read, whatever that of the drawing is: it prints as 0.05 or more."""
    return next((unit for unit in _UNITS if abs(money.value) * 20 >= unit), _UNITS[-1])


def _span(window: Window) -> str:
    """The span of a window; a year to date through December is a year."""
    whole = window.span == "year_to_date" and window.through.month == 12
    return "year" if whole else window.span


def _moved(growth: Growth, deficit: str | None) -> tuple[str | None, ...]:
    """Which way a figure went on a year earlier; nothing where that cannot be said, or prints as nothing."""
    rate = growth.percent
    if rate is None or abs(rate) < _UNCHANGED:
        return ()
    way = "rise" if rate > 0 else "fall"
    return way, deficit, "multiple" if rate >= _MULTIPLE else None


def shown(known: Known, flow: str, windows: Sequence[Window]) -> Statement:
    """The subtitle: what, of whom, of which months, in which unit."""
    return say(
        "charts.subtitle",
        "balance" if flow == "balance" else None,
        flow=flow,
        every=say("charts.every", _span(windows[-1]), last=windows[-1]),
        first=windows[0],
        last=windows[-1],
        **names(known),
    )


def source(known: Known, vintage: Figure) -> Statement:
    """The line below: publisher, vintage, valuation, the day asked for."""
    day = vintage.vintage.day if vintage.vintage else None
    flows = FLOWS if vintage.flow == "balance" else (vintage.flow,)
    table = known.question.table
    if table:
        as_of = known.question.as_of
        return say("charts.source", "own_table", publisher=table.path, vintage=day, as_of=as_of)
    return say("charts.source", source=subtitle(known, day, flows, unit=False))


def described(known: Known, kind: str, figures: Sequence[Figure], marks: Sequence[Mark]) -> Statement:
    """What the drawing shows: its lowest and highest figure, its records, its gaps."""
    available = [figure for figure in figures if figure.money]
    low, high = (pick(available, key=lambda figure: figure.value or 0) for pick in (min, max))
    gaps = len(figures) - len(available)
    highs, lows = (
        [mark.label for mark in marks if mark.record and mark.deepest == deep] for deep in (False, True)
    )
    return say(
        "charts.alt",
        figures=[low, high, available[-1]],
        drawing=say("charts.drawing", kind),
        flow=figures[0].flow,
        first=figures[0].window,
        last=figures[-1].window,
        low=low,
        high=high,
        newest=available[-1],
        records=_listed("charts.records", highs) if highs or not lows else None,
        deepest=_listed("charts.deepests", lows) if lows else None,
        gaps=say("charts.gaps", "one" if gaps == 1 else None, missing=gaps) if gaps else None,
        **names(known),
    )


def _listed(key: str, windows: Sequence[Any]) -> Statement:
    """The windows that were records: each of a few, of many their number and the last."""
    if not windows:
        return say(key, "none")
    if len(windows) > NAMED:
        return say(key, "many", count=len(windows), last=windows[-1])
    return say(key, windows=list(windows))
