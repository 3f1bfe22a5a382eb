"""Several series worked out in one pass: a reporter's trade with many partners."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from functools import cached_property

import polars as pl

from tradecli.frames import Measures
from tradecli.months import Months
from tradecli.one_window import Figures
from tradecli.question import Known, figures_by_partner
from tradecli.remembered import Remembered
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.statistics.balance import balance
from tradecli.statistics.windows import months, windows
from tradecli.vintages import known_on


class Several:
    """Series told apart by `part`; the windows of a span are made for all of them at once."""

    def __init__(self, known: Known, figures: pl.DataFrame) -> None:
        """Take figures of several series.

        Args:
            known: Whose source and currency hold for all of them.
            figures: Figures (see `vintages`) with a column `part`.
        """
        self.known, self.published = known, figures
        self.parts: list[Hashable] = figures["part"].unique().sort().to_list()
        self._spans: dict[str, pl.DataFrame] = {}
        self._measures: dict[str, pl.DataFrame] = {}
        self._series: dict[Hashable, Series] = {}

    @cached_property
    def monthly(self) -> pl.DataFrame:
        """Every month of every part."""
        return months(self.published, by=["part"])

    @cached_property
    def figures(self) -> Figures:
        """The figures one by one."""
        return Figures(self.published)

    @property
    def height(self) -> int:
        """The number of rows that a span has for each series."""
        return self.monthly.height // max(1, len(self.parts))

    def windows(self, span: str) -> pl.DataFrame:
        """Windows of a span for every part, one series after the other."""
        if span not in self._spans:
            dense = windows(self.monthly, self.published, span, by=["part"])
            self._spans[span] = balance(dense).drop("part")
        return self._spans[span]

    def measures(self, span: str) -> pl.DataFrame:
        """What is known of each window; see `series.Measures`."""
        if span not in self._measures:
            self._measures[span] = self.windows(span).select(Measures._fields)
        return self._measures[span]

    def get(self, part: Hashable) -> Series | None:
        """The series of one part; None where nothing is known of it."""
        if part not in self._series and part in self.parts:
            self._series[part] = _Slice(self, self.parts.index(part))
        return self._series.get(part)


class _Part(Months):
    """The months of one part, cut out of those of all."""

    def __init__(self, whole: Several, place: int) -> None:
        part = whole.parts[place]
        own = pl.col("part") == part
        super().__init__(lambda: whole.published.filter(own), FLOWS, whole.figures.of(part))
        self._whole, self._place = whole, place

    @cached_property
    def monthly(self) -> pl.DataFrame:
        return self._whole.monthly.slice(self._place * self._whole.height, self._whole.height)


class _Slice(Series):
    """One of several series."""

    def __init__(self, whole: Several, place: int) -> None:
        self._whole, self._place = whole, place
        super().__init__(whole.known, spans=(), months=_Part(whole, place))

    def _make(self, spans: Sequence[str]) -> None:
        for span in spans:
            self._spans[span] = self._cut(self._whole.windows(span))

    def _facts(self, span: str) -> pl.DataFrame:
        return self._cut(self._whole.measures(span))

    def _cut(self, frame: pl.DataFrame) -> pl.DataFrame:
        return frame.slice(self._place * self._whole.height, self._whole.height)


#: Those that were asked for before.
_MADE = Remembered["Several | None"](most=8)


def several_of(known: Known, day: date | None = None) -> Several | None:
    """The series of all parts of what is known, or was on a day; None where nothing was.

    They are made once for all who ask of the same figures.
    """
    # The key keeps its meaning while the series are kept, which hold what is known.
    return _MADE.get((id(known.observations), id(known.figures), day), lambda: _made(known, day))


def _made(known: Known, day: date | None) -> Several | None:
    if day is None:
        return Several(known, known.figures)
    rows = known.observations.filter(known_on(day))
    return None if rows.is_empty() else Several(known, figures_by_partner(rows))
