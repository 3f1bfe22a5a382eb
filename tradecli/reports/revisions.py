"""`trade revisions`: how have these figures changed since they were first published?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import polars as pl

from tradecli import periods
from tradecli.errors import NoData, QueryError, unknown
from tradecli.facts import places
from tradecli.frames import typed
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Points
from tradecli.question import Known
from tradecli.reports.real_time import grown, real_time
from tradecli.reports.shared import traded
from tradecli.schema import FLOWS, OWN
from tradecli.statistics.records import LEAST, records
from tradecli.statistics.revision import (
    Reversals,
    Usual,
    reversals,
    times_usual,
    usual,
    versions,
)
from tradecli.vintages import read_stamp
from tradecli.wording import Wording

SPANS = ("month", "quarter", "year_to_date", "year", "rolling_12")
#: Months between two windows of a span.
STEP = {"quarter": 3, "year": 12}
#: How many months before its last a window begins.
STEP_BACK = {"month": 0, "quarter": 2, "year": 11, "rolling_12": 11}


class Version(NamedTuple):
    """One figure that a window has had, as `statistics.revision` gives it."""

    period: date
    as_of: date
    number: int
    last: bool
    on_time: bool
    value: int
    precision: int
    revision: int | None
    since_first: int
    since_first_pct: float | None
    beyond_rounding: bool
    times_usual: float | None
    times_others: float | None
    unusual: bool
    basis: str
    stamp: int
    origin: str | None

    @property
    def first_published(self) -> bool:
        """Whether it is the figure that was published first, not only the oldest available."""
        return self.on_time and self.number == 1


class Published(NamedTuple):
    """Where one month of a flow stood, and from which day on."""

    flow: str
    period: date
    vintage: date
    known_by: date
    origin: str


class Fate(NamedTuple):
    """Whether a window was a record by the figures of the day it was first published, and is one now."""

    period: date
    then: bool
    now: bool


class Margin(NamedTuple):
    """A record and the highest figure before it."""

    value: int
    previous_value: int
    previous_precision: int | None
    record: bool | None


class Revisions:
    """Every figure of some windows, oldest first, and what all revisions of the series show."""

    def __init__(self, known: Known, *, flow: str, span: str, through: date | None, months: int) -> None:
        """Follow the figures of the last windows through their vintages.

        Args:
            known: The pair as known on the question's day.
            flow: `export`, `import` or `balance`.
            span: One of `SPANS`.
            through: The last month; None means the newest that is known.
            months: Number of windows.

        Raises:
            QueryError: No such flow or span, *months* below one, or figures that have one vintage only.
            NoData: No figure of the windows is known.
        """
        _check(known, flow, span, months)
        self.known, self.flow, self.span, self.currency = known, flow, span, known.currency
        self.real = grown(real_time(known, (flow,), span))
        found = times_usual(versions(self.real))
        newest = max(found["period"], default=None)
        last = through or newest
        wanted = [periods.shift(last, -STEP.get(span, 1) * back) for back in range(months)] if last else []
        self.versions = typed(Version, found.filter(pl.col("period").is_in(wanted)))
        if last is None or all(version.period != last for version in self.versions):
            raise _refusal(known, flow, through, newest)
        self.through = last
        self.windows = [list(group) for _, group in groupby(self.versions, key=lambda one: one.period)]
        self.usual = next(iter(typed(Usual, usual(found))), None)
        self.reversals: dict[str, Reversals] = {
            rate: reversals(self.real, found, rate)
            for rate in (("mom", "yoy") if span == "month" else ("yoy",))
        }
        self.fates = [fate for fate in _fates(self.real, found, span) if fate.then != fate.now]
        self.margin = _margin(self.real, span, last)

    def money(self, version: Version) -> Money:
        """The figure of a version."""
        return Money(version.value, version.precision, self.currency)

    def window(self, period: date) -> Window:
        """The window that ends with a period."""
        return Window(self.span, period)

    def since_first(self, version: Version) -> Change | None:
        """The difference of a version from the first of its window; None of the first itself."""
        if version.number == 1:
            return None
        first = next(one for one in self.versions if one.period == version.period)
        return Change(self.money(version) - self.money(first))

    def since_first_percent(self, version: Version) -> Points | None:
        """The same in percent of the first figure."""
        first = next(one for one in self.versions if one.period == version.period)
        return None if version.number == 1 else revision_percent(first, version)

    def figure(self, version: Version) -> Figure:
        """A version as a figure, with the files and articles it rests on."""
        window = self.window(version.period)
        origins = version.origin.split() if version.origin else self._inputs(version)
        return Figure(self.flow, window, self.money(version), origins=tuple(sorted(set(origins))))

    def _inputs(self, version: Version) -> list[str]:
        """The origins of the months, as known on the day, that a version was computed from."""
        back = version.period.month - 1 if self.span == "year_to_date" else STEP_BACK[self.span]
        first = periods.shift(version.period, -back)
        newest: dict[tuple[str, date], str] = {}
        for row in self._months:
            day = row.known_by if self.known.question.strict else row.vintage
            if first <= row.period <= version.period and day <= version.as_of:
                newest[row.flow, row.period] = row.origin
        return list(newest.values())

    @cached_property
    def _months(self) -> list[Published]:
        """Every month published of the flows, the newest vintage last."""
        rows = self.known.observations.filter(
            (pl.col("span") == "month") & pl.col("flow").is_in(self.shown_flows())
        )
        return typed(Published, rows.sort("vintage"))

    def shown_flows(self) -> Sequence[str]:
        """The flows whose figures are used."""
        return FLOWS if self.flow == "balance" else (self.flow,)

    def used(self) -> list[str]:
        """Every file and article in which a figure of the windows shown, or of their months, stood."""
        first = periods.shift(min(version.period for version in self.versions), -11)
        rows = self.known.observations.filter(
            pl.col("flow").is_in(self.shown_flows())
            & (pl.col("period") >= first)
            & (pl.col("period") <= self.through)
        )
        return sorted(set(rows["origin"]))

    def newest_vintage(self) -> date:
        """The newest vintage shown."""
        return max(read_stamp(version.stamp)[0] for version in self.versions)


def revision_percent(first: Version, version: Version) -> Points | None:
    """By how much of its size the first figure was revised; of figures as published, without an interval."""
    if not first.value:
        return None
    percent = Fraction(100 * version.since_first, abs(first.value))
    return Points(percent, percent, percent)


def _check(known: Known, flow: str, span: str, months: int) -> None:
    if known.source == OWN:
        raise QueryError(
            "customs records have one vintage: of them nothing is known to have been revised",
            hint="--table takes observations of several vintages as well",
        )
    if flow not in FLOWS:
        raise unknown("flow", flow, FLOWS)
    if span not in SPANS:
        raise unknown("span", span, SPANS)
    if not 1 <= months <= periods.MOST:
        hint = Wording("--months takes 1 to {most}", most=periods.MOST)
        raise QueryError("a series of {months} windows cannot be shown", hint=hint, months=months)


def _refusal(known: Known, flow: str, through: date | None, newest: date | None) -> NoData:
    month = Wording(" for {through}", through=periods.label(through)) if through else ""
    hint = Wording("the newest month is {last}", last=periods.label(newest)) if newest else ""
    return NoData(
        "no figure of {what} is known{month} ({source})",
        hint=hint,
        newest=newest,
        what=traded(flow, places.place(known.question.partner)),
        month=month,
        source=known.source,
    )


def _fates(real: pl.DataFrame, found: pl.DataFrame, span: str) -> list[Fate]:
    """Whether each first figure was a record on its day, and whether the window is one now."""
    first = found.filter(pl.col("on_time") & (pl.col("number") == 1)).select("flow", "period", "as_of")
    if span not in LEAST or first.is_empty():
        return []
    newest = real["as_of"].max()
    days = real.filter(pl.col("as_of").is_in([*first["as_of"].unique(), newest]))
    placed = records(days, span, periods=list(first["period"]), by=["as_of"])
    now = placed.filter(pl.col("as_of") == newest).select("flow", "period", now="record")
    # What was only not available on the day was not made or unmade by a revision.
    whole = placed.filter(pl.col("missing") == 0)
    then = whole.join(first, on=["as_of", "flow", "period"], how="semi").rename({"record": "then"})
    both = then.join(now, on=["flow", "period"]).drop_nulls(["then", "now"]).sort("period")
    return typed(Fate, both)


def _margin(real: pl.DataFrame, span: str, last: date) -> Margin | None:
    """By how much the last window is a record now; None where it is none."""
    if span not in LEAST:
        return None
    now = real.filter(pl.col("as_of") == real["as_of"].max())
    placed = typed(Margin, records(now, span, periods=[last]).select(Margin._fields))
    return next((margin for margin in placed if margin.record), None)
