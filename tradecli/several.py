"""Several series worked out in one pass: a pair on many days, or a reporter's trade with many partners."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import polars as pl

from tradecli.frames import Measures
from tradecli.question import Known
from tradecli.series import Series
from tradecli.statistics.balance import balance
from tradecli.statistics.windows import months, windows


class Several:
    """Series told apart by `part`; the windows of a span are made for all of them at once."""

    def __init__(self, known: Known, figures: pl.DataFrame) -> None:
        """Take figures of several series.

        Args:
            known: Whose source and currency hold for all of them.
            figures: Figures (see `vintages`) with a column `part`.
        """
        self.known, self.published = known, figures
        self.monthly = months(figures, by=["part"])
        self.parts: list[Hashable] = figures["part"].unique().sort().to_list()
        self._spans: dict[str, pl.DataFrame] = {}
        self._measures: dict[str, pl.DataFrame] = {}
        self._series: dict[Hashable, Series] = {}

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


class _Slice(Series):
    """One of several series."""

    def __init__(self, whole: Several, place: int) -> None:
        self._whole, self._first = whole, place * whole.height
        monthly = whole.monthly.slice(self._first, whole.height)
        super().__init__(whole.known, whole.published, spans=(), monthly=monthly)

    def _make(self, spans: Sequence[str]) -> None:
        for span in spans:
            self._spans[span] = self._whole.windows(span).slice(self._first, self._whole.height)

    def _facts(self, span: str) -> pl.DataFrame:
        if span not in self._facts_of:
            self._facts_of[span] = self._whole.measures(span).slice(self._first, self._whole.height)
        return self._facts_of[span]
