"""What qualifies figures: gaps, mixed vintages, inferred days, a base not yet revised, the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import Any

from tradecli.facts import places
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change
from tradecli.model.report import Statement
from tradecli.question import Known, Question
from tradecli.reports.shared import say
from tradecli.series import Series
from tradecli.superseded import superseded as newer_year

#: Reporters whose January and February move with the Lunar New Year (21 January to 20 February).
LUNAR_NEW_YEAR = frozenset({"CN", "TW", "KR", "VN", "SG", "HK", "MY"})


def adjustment(known: Known) -> Iterator[Statement]:
    """In whose money, and whether seasonally adjusted."""
    yield say("adjustment", adjustment=known.question.adjustment, currency=known.currency)


def reading(known: Known, shown: Sequence[Figure] = ()) -> Iterator[Statement]:
    """How the figures are to be read: adjustment, members of an area."""
    yield from adjustment(known)
    if places.place(known.question.partner).members:
        from tradecli.reports import area_notes

        yield from area_notes.of(known, shown)


def figure(series: Series, shown: Figure, *, superseded: bool = True) -> Iterator[Statement]:
    """What qualifies one figure: what is missing, older inputs, a published balance, a superseded base."""
    facts = {"flow": shown.flow, "window": shown.window}
    if shown.money is None:
        yield from _missing(series, shown)
    else:
        yield from inputs(series, shown)
    if shown.flow == "balance" and shown.basis == "published" and shown.vintage:
        yield say("as_published", figures=[shown], days=[shown.vintage.day], flow=shown.flow)
    if series.growth(shown).note.startswith("deficit_"):
        yield say("deficit_growth")
    newer = newer_year(series, shown) if superseded else None
    if newer:
        year = shown.window.through.year - 1
        yield say("base_superseded", figures=[shown], year=year, **newer._asdict(), **facts)


def _missing(series: Series, shown: Figure) -> Iterator[Statement]:
    years_alone = not any(series.newest("month", flow) for flow in series.flows)
    if years_alone and shown.window.span == "month":
        # Of a pair known by year, no month is missing: none was ever asked for.
        return
    available = _months_available(series, shown)
    yield say(
        "no_value",
        None if available else "missing",
        flow=shown.flow,
        window=shown.window,
        available=available,
        months=shown.window.through.month,
    )


def lacking(series: Series, shown: Figure) -> str:
    """Why a figure is empty, for machine rows: `missing`, or `incomplete(k of n)` months."""
    available = _months_available(series, shown)
    return f"incomplete({available} of {shown.window.through.month})" if available else "missing"


def inputs(series: Series, shown: Figure, beside: date | None = None) -> Iterator[Statement]:
    """From which vintages a figure was computed, where they are several, or another than the day *beside*."""
    if shown.vintage is None or shown.oldest is None:
        return
    newest, facts = shown.vintage.day, {"flow": shown.flow, "window": shown.window}
    if shown.basis == "difference" and shown.oldest != newest:
        flows = (series.figure(flow, shown.window) for flow in ("export", "import"))
        for flow in flows:
            if flow.vintage and flow.vintage.day < newest:
                yield say("older_inputs", "flow", figures=[flow], flow=flow.flow, newest=flow.vintage.day)
    elif shown.oldest != newest:
        yield say("older_inputs", figures=[shown], oldest=shown.oldest, newest=newest, **facts)
    elif beside and newest != beside:
        yield say("other_vintage", figures=[shown], day=newest, **facts)


def adding_up(exports: Figure, imports: Figure, balance: Figure) -> Iterator[Statement]:
    """Say so where exports minus imports is not the balance shown."""
    if exports.money is None or imports.money is None or balance.money is None:
        return
    gap = balance.money - (exports.money - imports.money)
    if gap.value:
        key = "does_not_add.rounded" if balance.basis == "difference" else "does_not_add"
        yield say(key, figures=[exports, imports, balance], gap=Change(gap))


def day_inferred(figures: Sequence[Figure], question: Question) -> Iterator[Statement]:
    """Say so where a figure was public on the day asked for only by inference."""
    as_of = question.as_of
    if as_of is None:
        return
    late = [f for f in figures if f.known_by and f.vintage and f.known_by > as_of]
    if late:
        day = max(f.vintage.day for f in late if f.vintage)
        known_by = max(f.known_by for f in late if f.known_by)
        yield say("day_inferred", figures=late, day=day, known_by=known_by, as_of=as_of)


def new_year(series: Series, through: date) -> Iterator[Statement]:
    """January and February together, where the Lunar New Year moves between them."""
    if series.known.question.reporter not in LUNAR_NEW_YEAR or through.month > 2:
        return
    if through.month == 1:
        yield say("new_year_coming", year=through.year)
        return
    pairs = [series.figure(flow, Window("year_to_date", through)) for flow in series.flows]
    rates = [
        say("new_year_rate", "undefined" if growth.percent is None else None, flow=pair.flow, growth=growth)
        for pair in pairs
        if (growth := series.growth(pair)).now and growth.base
    ]
    if rates:
        yield say("new_year_pair", figures=pairs, year=through.year, rates=rates)


def leap_year(through: date) -> Iterator[Statement]:
    """A 29 February gives a month 3.6 % more days; said, never adjusted for."""
    for year in (through.year, through.year - 1):
        if through.month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
            yield say("leap_year", year=year)


#: Notes that differ in their window alone, and are said once of all their windows.
_OF_WINDOWS = ("older_inputs", "other_vintage", "no_value.missing")


def merged(notes: Iterable[Statement]) -> Iterator[Statement]:
    """Notes that say the same of several figures as one, in the place of the first.

    What follows from another is not said: a balance lacks what a flow lacks in the same window, and a year to
    date without all of its months says that the month is missing.
    """
    every = list(notes)
    lacking = {(note.facts["flow"], note.facts["window"]) for note in every if _lacks(note)}
    every = [note for note in every if not (_lacks(note) and _follows(note, lacking))]
    same: dict[tuple[Any, ...], list[Statement]] = {}
    for note in every:
        same.setdefault(_alike(note), []).append(note)
    for first, *others in same.values():
        figures = tuple(figure for note in (first, *others) for figure in note.figures)
        if first.key == "as_published":
            days = sorted({day for note in (first, *others) for day in note.facts["days"]})
            yield say("as_published", figures=figures, **{**first.facts, "days": days})
        elif others and first.key in _OF_WINDOWS:
            windows = [note.facts["window"] for note in (first, *others)]
            yield say(first.key, "several", figures=figures, windows=windows, **first.facts)
        else:
            yield first._replace(figures=figures)


def _lacks(note: Statement) -> bool:
    return note.key.startswith("no_value")


def _follows(note: Statement, lacking: Set[tuple[str, Window]]) -> bool:
    """Whether another note says what this one says of a missing figure."""
    flow, window = note.facts["flow"], note.facts["window"]
    if flow == "balance":
        return any((gross, window) in lacking for gross in ("export", "import"))
    return window.span == "month" and (flow, Window("year_to_date", window.through)) in lacking


def _alike(note: Statement) -> tuple[Any, ...]:
    """What notes have in common that are said as one."""
    if note.key == "as_published":
        return (note.key,)
    if note.key in {*_OF_WINDOWS, "base_superseded"}:
        return note.key, *(value for name, value in note.facts.items() if name != "window")
    return note.key, id(note)


def _months_available(series: Series, figure: Figure) -> int:
    """Number of months known of a figure's year to date; 0 for any other window."""
    span, through = figure.window
    if span != "year_to_date":
        return 0
    months = (period for period, _ in series.amounts(figure.flow, "month"))
    return sum(month.year == through.year and month <= through for month in months)
