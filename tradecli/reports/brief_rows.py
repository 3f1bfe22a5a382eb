"""The figures that the chapters of a release tell, as machine rows of one shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.model.figure import Figure
from tradecli.model.money import change
from tradecli.model.ratio import Growth
from tradecli.model.report import Report, Statement, Table
from tradecli.reports import brief_prose
from tradecli.reports.breakdown import Breakdown, Line, number
from tradecli.reports.brief_prose import Driven
from tradecli.reports.mirror_figures import Mirror
from tradecli.reports.records import made
from tradecli.reports.records_figures import Records
from tradecli.reports.shared import asked
from tradecli.reports.surplus_figures import Surplus
from tradecli.series import Series

#: The chapters, by the command whose answer each is from.
SUMMARY, DRIVERS, PARTNERS, RECORDS, MIRROR = "surplus", "drivers", "partners", "records", "mirror"


class Parts(NamedTuple):
    """What a release tells beside the pair itself, each None where it cannot be told."""

    commodities: Breakdown | None
    destinations: Breakdown | None
    ranked: Breakdown | None
    mirror: Mirror | None


class Row(NamedTuple):
    """A machine row: a figure that a chapter tells."""

    chapter: str
    reporter: str
    partner: str
    commodity: str
    role: str | None
    part: str | None
    flow: str
    span: str
    period: str
    value: int | None
    base_value: int | None
    change: int | None
    yoy: float | None
    yoy_note: str | None
    share: float | None
    contribution: float | None
    rank: int | None
    record: bool | None
    record_kind: str | None
    basis: str | None
    currency: str
    precision: int | None
    source: str
    vintage: date | None
    vintage_basis: str | None


class Told(NamedTuple):
    """A figure with what a chapter says of it, and the series of whose office and currency it is."""

    chapter: str
    series: Series
    now: Figure
    base: Figure | None = None
    growth: Growth | None = None
    line: Line | None = None
    rank: int | None = None
    record: bool | None = None
    kind: str | None = None


def report(answer: Surplus, placed: Records, parts: Parts, title: Statement) -> Report:
    """The rows of a release; it has no table of its own."""
    told = [*_summary(answer), *_parts(answer.series, parts), *_records(placed), *_mirror(parts.mirror)]
    figures = [tuple(filter(None, (one.now, one.base))) for one in told]
    known = [one.known for one in (answer, *parts[:3]) if one] + [one.series.known for one in told]
    return Report(
        schema="trade.brief/1",
        question={
            **asked(answer.known.question, answer.known.source),
            "through": periods.label(answer.through),
        },
        currency=answer.known.currency,
        title=title,
        subtitle=None,
        table=Table([], []),
        findings=[],
        notes=[],
        row_type=Row,
        rows=[_row(one) for one in told],
        displays={
            "value_display": [one.now.money for one in told],
            "yoy_display": [one.growth for one in told],
        },
        row_figures=figures,
        used=sorted({origin for some in figures for figure in some for origin in figure.origins}),
        manifest=lambda: {name: about for one in known for name, about in one.origins().items()},
    )


def _summary(answer: Surplus) -> Iterator[Told]:
    """Month and year to date of each flow."""
    for line in answer.all():
        if line.figure.money:
            place = line.rank
            yield Told(
                SUMMARY,
                answer.series,
                line.figure,
                line.base,
                line.growth,
                rank=place.rank,
                record=place.record,
            )


def _parts(series: Series, parts: Parts) -> Iterator[Told]:
    """The parts that are named; of a flow that is broken down also the total."""
    driven = [found for found in (parts.commodities, parts.destinations) if found]
    for found in driven:
        yield from _named(DRIVERS, series, brief_prose.drivers(found, {}))
    if driven:
        yield _line(DRIVERS, series, driven[0].total)
    if parts.ranked:
        yield from _named(PARTNERS, series, brief_prose.partners(parts.ranked))


def _named(chapter: str, series: Series, sentences: Iterable[Driven]) -> Iterator[Told]:
    """The parts that sentences name, each once."""
    named = {line.code: line for told in sentences for line in told.lines if line.role == "part"}
    yield from (_line(chapter, series, line) for line in named.values())


def _line(chapter: str, series: Series, line: Line) -> Told:
    return Told(chapter, series, line.now, line.base, line.growth, line, line.rank)


def _records(placed: Records) -> Iterator[Told]:
    series = placed.series[-1]
    for entry in made(placed):
        figure = entry.figure
        growth = series.growth(figure)
        yield Told(
            RECORDS,
            series,
            figure,
            series.base(figure),
            growth,
            rank=entry.rank,
            record=entry.record,
            kind=entry.kind,
        )


def _mirror(found: Mirror | None) -> Iterator[Told]:
    """The balance of the year to date as both offices have it."""
    if found:
        pair = found.pair("balance", "year_to_date")
        for series, figure in ((found.own, pair.mine), (found.other, pair.theirs)):
            if figure.money:
                base = series.base(figure)
                yield Told(MIRROR, series, figure, base, series.growth(figure))


def _row(told: Told) -> Row:
    figure, line, question = told.now, told.line, told.series.known.question
    vintage, moved = figure.vintage, told.base and change(figure.money, told.base.money)
    return Row(
        told.chapter,
        question.reporter,
        question.partner,
        question.commodity,
        line.role if line else None,
        line.code if line else None,
        figure.flow,
        figure.window.span,
        figure.window.label,
        figure.value,
        told.base.value if told.base else None,
        moved.money.value if moved else None,
        number(told.growth),
        told.growth.note or None if told.growth else None,
        number(line.share) if line else None,
        number(line.points) if line else None,
        told.rank,
        told.record,
        told.kind,
        figure.basis,
        told.series.currency,
        figure.money.precision if figure.money else None,
        figure.source,
        vintage and vintage.day,
        vintage and vintage.basis,
    )
