"""How a figure came about: what it was computed from, down to what was published, and their history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import polars as pl

from tradecli import periods, vintages
from tradecli.errors import NoData, unknown
from tradecli.facts import places
from tradecli.frames import Measures, figure_of, typed
from tradecli.model.figure import Figure, Vintage, Window
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth
from tradecli.question import Known
from tradecli.remembered_series import series_of
from tradecli.reports.real_time import by_release, real_time
from tradecli.reports.series_refusals import by_year_alone, flow_refusal
from tradecli.reports.shared import traded
from tradecli.reports.surplus_figures import brought_by
from tradecli.schema import FLOWS, OWN
from tradecli.series import Series
from tradecli.statistics.revision import versions
from tradecli.statistics.windows import KINDS, length
from tradecli.wording import Wording


class Version(NamedTuple):
    """One figure that a window has had, as `statistics.revision` gives it."""

    flow: str
    period: date
    on_time: bool
    value: int
    precision: int
    stamp: int


class Past(NamedTuple):
    """How a figure has stood.

    `first` is the oldest available figure and `day` its vintage; `published_first` says that it is the
    first publication too. `figures` counts the figures that the window has had, one for each day on which
    it was published.
    """

    first: Money
    day: Vintage
    published_first: bool
    figures: int


class Step(NamedTuple):
    """A figure on the way from the one that is explained down to those that were published.

    `depth` is 0 for the figure explained, 1 for what it was computed from, and so on; `sign` how its amount
    enters the figure explained; `direct` that it was read from a file and not computed from others below.
    """

    partner: str
    figure: Figure
    depth: int
    sign: int
    direct: bool
    past: Past | None

    @property
    def since_first(self) -> Change | None:
        """The difference from the oldest figure available; None of one that has had no other."""
        if self.past is None or self.figure.money is None or self.past.figures == 1:
            return None
        return Change(self.figure.money - self.past.first)


class Explained:
    """A figure and every step down to what was published."""

    def __init__(self, known: Known, *, flow: str, span: str, through: date | None) -> None:
        """Work out how a figure came about.

        Args:
            known: The pair as known on the question's day.
            flow: `export`, `import` or `balance`.
            span: One of `statistics.windows.KINDS`.
            through: The last month; None means the newest that has such a figure.

        Raises:
            QueryError: There is no such flow or span.
            NoData: There is no such figure; the message names the newest month that has one.
        """
        if flow not in FLOWS:
            raise unknown("flow", flow, FLOWS)
        if span not in KINDS:
            raise unknown("span", span, KINDS)
        self.known, self.series = known, series_of(known, spans=())
        last = through or self.series.newest(span, flow)
        if last:
            self.series = self.series.counted(last)
        figure = self.series.figure(flow, Window(span, last)) if last else None
        if last is None or figure is None or figure.money is None:
            raise _refusal(self.series, flow, span, through)
        self.figure: Figure = figure
        self.through = last
        self.base: Figure = self.series.base(self.figure)
        self.growth: Growth = self.series.growth(self.figure)
        self._histories: dict[tuple[str, str, bool], dict[tuple[str, date], list[Version]]] = {}
        self.steps: list[Step] = list(self._down(known, self.series, self.figure, 0, 1))

    def inputs(self) -> list[Step]:
        """The steps that were read from a file."""
        return [step for step in self.steps if step.direct]

    def _down(self, known: Known, series: Series, figure: Figure, depth: int, sign: int) -> Iterator[Step]:
        """A figure, then what it was computed from, each with what that was computed from."""
        parts = series.inputs(figure)
        members = [] if parts else _members(known, figure)
        past = self._past(known, figure, computed=bool(parts))
        yield Step(known.question.partner, figure, depth, sign, not parts and not members, past)
        for part in parts:
            minus = figure.basis == "difference" and part.flow == "import"
            yield from self._down(known, series, part, depth + 1, -sign if minus else sign)
        for member, part in members:
            alone = _of_partner(known, member)
            yield Step(member, part, depth + 1, sign, True, self._past(alone, part, computed=False))

    def _past(self, known: Known, figure: Figure, *, computed: bool) -> Past | None:
        """How a figure has stood; own records have one vintage, so nothing is known of it."""
        if known.source == OWN or figure.money is None:
            return None
        history = self._history(known, figure.window.span, computed=computed)
        had = history.get((figure.flow, figure.window.through))
        if not had:
            return None
        first = had[0]
        money = Money(first.value, first.precision, self.series.currency)
        return Past(money, Vintage(*vintages.read_stamp(first.stamp)), first.on_time, len(had))

    def _history(self, known: Known, span: str, *, computed: bool) -> dict[tuple[str, date], list[Version]]:
        """Every figure that windows of a kind have had, by flow and period; computed, or as published."""
        key = (known.question.partner, span, computed)
        if key not in self._histories:
            since = self.figure.window.first
            if computed:
                real = real_time(known, FLOWS, span, since=since)
            else:
                ends_here = pl.lit(1, pl.Int32) if span == "month" else length(span)
                real = by_release(known, FLOWS, since=since).filter(pl.col("months") == ends_here)
            found: dict[tuple[str, date], list[Version]] = {}
            for version in typed(Version, versions(real)):
                found.setdefault((version.flow, version.period), []).append(version)
            self._histories[key] = found
        return self._histories[key]


def _length(window: Window) -> int:
    """How many months a window covers."""
    first, last = window.first, window.through
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _of_partner(known: Known, partner: str) -> Known:
    """What is known of one member of an area."""
    rows = known.observations.filter(pl.col("partner") == partner)
    return known._replace(question=known.question._replace(partner=partner), observations=rows)


def _members(known: Known, figure: Figure) -> list[tuple[str, Figure]]:
    """The members whose figures add up to that of a named area, where it is such a sum."""
    members = places.place(known.question.partner).members
    if not members or figure.basis == "published" or figure.money is None:
        return []
    at = (pl.col("period") == figure.window.through) & (pl.col("flow") == figure.flow)
    rows = known.observations.filter(at & pl.col("partner").is_in(list(members)))
    newest = vintages.newest(rows, by=["partner", "flow"]).filter(pl.col("months") == _length(figure.window))
    measures = typed(Measures, newest.with_columns(basis=pl.lit("published")))
    names: Sequence[str] = newest["partner"].to_list()
    if sum(row.value or 0 for row in measures) != figure.value:
        return []
    span, currency, source = figure.window.span, known.currency, known.source
    return [
        (name, figure_of(row, figure.flow, span, currency, source))
        for name, row in zip(names, measures, strict=True)
    ]


def _refusal(series: Series, flow: str, span: str, through: date | None) -> NoData:
    """Why there is no such figure, and the newest month that has one."""
    if span == "month" and by_year_alone(series):
        return flow_refusal(series, flow, through)
    newest = series.newest(span, flow)
    question = series.known.question
    kind = "" if span == "month" else Wording(" ({span})", span=Wording(span))
    month = Wording(" for {through}", through=periods.label(through)) if through else ""
    day = Wording(" on {as_of}", as_of=question.as_of) if question.as_of else ""
    hint = ""
    if newest:
        hint = Wording("the newest month that has one{day} is {last}", day=day, last=periods.label(newest))
    elif not question.table:
        hint = brought_by(question)
    return NoData(
        "no figure of {what}{kind} is known{month} ({source})",
        hint=hint,
        newest=newest,
        what=traded(flow, places.place(question.partner)),
        kind=kind,
        month=month,
        source=series.source,
    )
