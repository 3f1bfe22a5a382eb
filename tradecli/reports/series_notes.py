"""What qualifies a series: where it begins, what is not whole, older releases, partners side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

from tradecli.facts import places
from tradecli.facts.places import Place
from tradecli.model.figure import Figure
from tradecli.model.report import Statement
from tradecli.reports import area_notes, qualify
from tradecli.reports.series_asked import SIZE
from tradecli.reports.series_lines import Pair, Trade
from tradecli.reports.shared import say


def members(pair: Pair, shown: Sequence[Figure]) -> Iterator[Statement]:
    """Whether figures of an area are those of its members."""
    yield from area_notes.of(pair.known, shown)


def twice(repeated: Sequence[str]) -> Iterator[Statement]:
    """Partners that were named more than once, by their codes; each is shown once."""
    for code in dict.fromkeys(repeated):
        yield say("series.twice", place=places.place(code))


def together(trade: Trade) -> Iterator[Statement]:
    """Of partners side by side: which holds another, and which go further than the last month."""
    partners = [pair.place for pair in trade.pairs]
    for outer, inner in permutations(partners, 2):
        if outer.code == "WORLD" or inner.code in outer.members:
            yield say("series.inside", inner=inner, outer=outer)
    areas = [place for place in partners if place.level in {"area", "region"} and not place.members]
    if areas and len(partners) > 1:
        yield say("series.areas", areas=areas)
    ahead = [
        pair.place
        for pair, newest in zip(trade.pairs, trade.newest, strict=True)
        if newest and newest > trade.through
    ]
    if ahead and trade.asked.through is None:
        yield say("series.aligned", through=trade.through, ahead=ahead)


def reach(trade: Trade) -> Iterator[Statement]:
    """Where the figures begin after what was asked, and which period is not whole by the last month."""
    since = trade.asked.since
    if since and since < trade.first:
        yield say("series.begins", first=trade.first)
    elif since and trade.windows and trade.windows[0].first < since:
        yield say("series.holds", window=trade.windows[0], since=since)
    last = trade.windows[-1] if trade.windows else None
    if last and last.through > trade.through:
        months = (trade.through.year - last.first.year) * 12 + trade.through.month - last.first.month + 1
        yield say(
            "series.not_whole",
            window=last,
            through=trade.through,
            available=months,
            months=SIZE[last.span],
        )


def figures(trade: Trade, pair: Pair) -> Iterator[Statement]:
    """What qualifies the figures of one pair."""
    if trade.asked.by != "month" or len(trade.flows) > 1 or len(trade.pairs) > 1:
        yield from _merged(trade, pair)
        return
    lines = pair.lines[trade.flow]
    for line in lines:
        yield from qualify.figure(pair.series, line.figure, superseded=False)
    last = lines[-1]
    for sums in filter(None, (last.ytd, last.rolling)):
        yield from qualify.inputs(pair.series, sums, last.figure.vintage and last.figure.vintage.day)


def _merged(trade: Trade, pair: Pair) -> Iterator[Statement]:
    """The same of many figures, each said once: what is missing, older releases, rows that do not add."""
    place = pair.place if len(trade.pairs) > 1 else None
    for flow in trade.flows:
        for line in pair.lines[flow]:
            window = line.figure.window
            if line.figure.money is None and window.through <= trade.through:
                kind = None if line.months and trade.asked.by != "month" else "missing"
                facts: dict[str, Any] = {"available": line.months, "months": SIZE[window.span]}
                yield say("series.no_value", kind, flow=flow, window=window, place=place, **facts)
    shown = [line.figure for flow in trade.flows for line in pair.lines[flow] if line.figure.oldest]
    newest = max((one.vintage.day for one in shown if one.vintage), default=None)
    oldest = min((one.oldest for one in shown if one.oldest), default=None)
    if oldest != newest:
        yield say("series.releases", figures=shown, oldest=oldest, newest=newest, place=place)
    if len(trade.flows) > 1:
        yield from _not_adding(trade, pair, place)
    if any(line.growth.note.startswith("deficit_") for line in pair.lines[trade.flow]):
        yield say("deficit_growth")


def _not_adding(trade: Trade, pair: Pair, place: Place | None) -> Iterator[Statement]:
    """In which periods the balance shown is not exports minus imports."""
    for three in zip(*(pair.lines[flow] for flow in trade.flows), strict=True):
        exports, imports, balance = figures = [line.figure for line in three]
        both = exports.money and imports.money and exports.money - imports.money
        if balance.money and (both is None or (balance.money - both).value):
            yield say("series.not_adding", figures=figures, window=balance.window, place=place)
