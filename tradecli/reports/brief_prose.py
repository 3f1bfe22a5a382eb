"""The sentences of a release: headline, flows, what drove them, partners, the partner's own figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tradecli.facts import places
from tradecli.model.figure import Figure, Streak, Window
from tradecli.model.money import Money, change
from tradecli.model.ratio import Growth
from tradecli.model.report import Cell, Named, Statement
from tradecli.reports.breakdown import Breakdown, Line
from tradecli.reports.mirror_figures import Mirror
from tradecli.reports.shared import say
from tradecli.reports.surplus_findings import WORTH_SAYING
from tradecli.statistics.growth import growth_of

#: How many parts a sentence names, and one over the least part of the change that each carried.
NAMED = 3
LEAST_NAMED = 20
#: Growth from which a sentence gives a multiple.
MULTIPLE_FROM = 1_000


class Placed(NamedTuple):
    """A figure, the one of a year earlier, how it grew on that, and whether it is a record."""

    figure: Figure
    base: Figure
    growth: Growth
    record: bool
    passed: bool = False


def headline(export: Placed, balance: Placed, names: Mapping[str, Any]) -> Statement:
    """One finding: exports in the month (or year to date), else the balance."""
    placed = export if export.figure.money else balance
    figure, growth = placed.figure, placed.growth
    whose = None if placed is export else "balance"
    return say(
        "brief.headline",
        whose,
        "record" if placed.record else None,
        "passed" if placed.record and placed.passed else None,
        figures=[figure, placed.base],
        figure=figure,
        flow=figure.flow,
        size=figure.money and abs(figure.money),
        growth=growth,
        window=figure.window,
        **names,
    )


def step(figure: Figure, base: Figure, names: Mapping[str, Any]) -> Iterator[Statement]:
    """A month against the month before; a balance that turned, or two deficits, in words of their own."""
    growth = growth_of(figure, base)
    if growth.percent is None and growth.note != "sign_change":
        return
    many = growth.percent is not None and growth.percent >= MULTIPLE_FROM
    yield say(
        "brief.step",
        "balance" if figure.flow == "balance" else None,
        "turned" if growth.note == "sign_change" else "multiple" if many else None,
        figures=[figure, base],
        figure=figure,
        base=base,
        flow=figure.flow,
        growth=growth,
        size=figure.money and abs(figure.money),
        base_size=base.money and abs(base.money),
        month=Window("same_month", figure.window.through),
        before=Window("same_month", base.window.through),
        **names,
    )


def turned(figure: Figure, base: Figure) -> Iterator[Statement]:
    """A balance that changed its side from one year to the next, of which the table has no rate."""
    if figure.money and base.money and figure.money.sign * base.money.sign < 0:
        yield say(
            "brief.turned",
            figures=[figure, base],
            window=figure.window,
            figure=figure,
            base=base,
            size=abs(figure.money),
            base_size=abs(base.money),
        )


def run(figure: Figure, months: Streak | None) -> Iterator[Statement]:
    """How many months in a row a flow has risen or fallen, or the balance kept its side."""
    if months is None or abs(months.length) < WORTH_SAYING[figure.flow]:
        return
    kinds = ("surplus", "deficit") if figure.flow == "balance" else ("rise", "fall")
    at_least = "at_least" if months.at_least else None
    length = abs(months.length)
    yield say("brief.run", kinds[months.length < 0], at_least, figures=[figure], length=length)


def first(was: Figure, now: Figure, *, oldest: bool = False) -> Iterator[Statement]:
    """What a figure was when first published, or the oldest published, and how it has been revised."""
    revised = change(now.money, was.money)
    if revised and was.vintage:
        deficit = was.flow == "balance" and was.money is not None and was.money.sign < 0
        yield say(
            "brief.first",
            "oldest" if oldest else None,
            "deficit" if deficit else None,
            figures=[was, now],
            size=was.money and abs(was.money),
            window=was.window,
            day=was.vintage.day,
            inferred=say("marked_inferred") if was.vintage.basis == "inferred" else None,
            revised=revised,
        )


class Driven(NamedTuple):
    """A sentence about parts of a total, and the parts and total it names."""

    statement: Statement
    lines: Sequence[Line]


def drivers(found: Breakdown, names: Mapping[str, Any]) -> Iterator[Driven]:
    """Which parts carried the change of a total, and which moved against it most."""
    total, side = found.total, -1 if found.total.moved < 0 else 1
    parts = sorted(found.of("part"), key=lambda line: -line.moved * side)
    leading = [line for line in parts if line.moved * side > 0]
    large = [line for line in leading if line.moved * side * LEAST_NAMED >= abs(total.moved)]
    led = (large or leading[:1])[:NAMED] if total.moved else []
    if not led:
        return
    shares = all(line.share_of_change for line in led)
    yield Driven(
        say(
            "brief.drivers",
            found.by,
            "fall" if side < 0 else None,
            None if shares else "no_shares",
            figures=_behind([total, *led]),
            window=found.window,
            size=total.change and abs(total.change.money),
            led=[_part(line, found.by, shares=shares) for line in led],
            flow=found.flow,
            **names,
        ),
        [total, *led],
    )
    against = parts[-1]
    if against.moved * side < 0:
        way = "rise" if side < 0 else None
        facts: dict[str, Any] = {"name": _called(against, found.by), "change": against.change}
        yield Driven(say("brief.against", way, figures=_behind([against]), **facts), [against])


def _behind(lines: Sequence[Line]) -> list[Figure]:
    return [figure for line in lines for figure in (line.now, line.base)]


def _called(line: Line, by: str) -> Cell:
    """A part as a sentence names it: a partner as a place, else a list's group."""
    if by == "partner" and line.code:
        place = places.place(line.code)
        return Named(place.prose, place.name_zh)
    return line.named and say("brief.goods", goods=line.named)


def _part(line: Line, by: str, *, shares: bool) -> Statement:
    key = "brief.led" if shares else "brief.led.no_share"
    return say(key, name=_called(line, by), change=line.change, share=line.share_of_change)


def partners(found: Breakdown) -> Iterator[Driven]:
    """With whom the surplus and the deficit were widest, and who climbed most."""
    ranked = sorted((line for line in found.of("part") if line.rank), key=lambda line: line.rank or 0)
    widest = [line for line in ranked[:1] if line.now.money and line.now.money.sign > 0]
    deepest = [line for line in ranked[-1:] if line.now.money and line.now.money.sign < 0]
    for key, lines in (("surplus", widest), ("deficit", deepest)):
        for line in lines:
            before = line.rank_before if key == "surplus" else None
            facts: dict[str, Any] = {"name": _called(line, "partner")}
            facts["size"] = line.now.money and abs(line.now.money)
            too = say("brief.before", "same" if before == 1 else None, before=before) if before else None
            shown = say(f"brief.widest_{key}", figures=[line.now], window=found.window, before=too, **facts)
            yield Driven(shown, [line])
    # Of the first it is said already where it ranked.
    climbed = [line for line in ranked if _climb(line) > 0 and line not in widest]
    for line in sorted(climbed, key=_climb, reverse=True)[:1]:
        ranks: dict[str, Any] = {"rank": line.rank, "before": line.rank_before}
        shown = say("brief.climbed", figures=[line.now], name=_called(line, "partner"), **ranks)
        yield Driven(shown, [line])


def _climb(line: Line) -> int:
    """How many ranks a partner rose."""
    return line.rank_before - line.rank if line.rank_before and line.rank else 0


def mirrored(found: Mirror) -> Iterator[Statement]:
    """What the other office reports of the balance, in two sentences: now, and a year earlier."""
    pair = found.pair("balance", "year_to_date")
    names: dict[str, Any] = {"reporter": found.reporter, "partner": found.partner}
    if not found.comparable:
        codes: dict[str, Any] = {"currency": found.own.currency, "partner_currency": found.other.currency}
        yield say("brief.mirror", "currencies", figures=[pair.mine, pair.theirs], **codes, **names)
        return
    apart = _apart(pair.mine, pair.theirs)
    if apart is None:
        return
    yield say(
        "brief.mirror",
        apart.way,
        figures=[pair.mine, pair.theirs],
        window=pair.window,
        theirs=pair.theirs,
        size=pair.theirs.money and abs(pair.theirs.money),
        gap=apart.size,
        **names,
    )
    mine, theirs = found.own.base(pair.mine), found.other.base(pair.theirs)
    if before := _apart(mine, theirs):
        turned = "turned" if {apart.way, before.way} == {"more", "less"} else None
        yield say("brief.mirror_before", before.way, turned, figures=[mine, theirs], gap=before.size)


class _Apart(NamedTuple):
    """How far two offices are apart: the other's balance is `more`, `less`, `equal`, or `same_side`."""

    way: str
    size: Money


def _apart(mine: Figure, theirs: Figure) -> _Apart | None:
    if mine.money is None or theirs.money is None:
        return None
    if mine.money.sign * theirs.money.sign > 0:
        return _Apart("same_side", abs(mine.money + theirs.money))
    gap = abs(theirs.money) - abs(mine.money)
    return _Apart(("equal", "more", "less")[gap.sign], abs(gap))
