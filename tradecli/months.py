"""The months of a pair: what its windows are made of, each worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

import polars as pl

from tradecli.one_window import Figures, Lookup
from tradecli.statistics.windows import months


class Months:
    """The figures of a pair, and its months with gaps as rows: one copy for all who ask of the same pair."""

    def __init__(
        self, figures: Callable[[], pl.DataFrame], flows: Sequence[str], newest: Lookup | None = None
    ) -> None:
        """Take the way to the figures (see `vintages`), and to single ones where there is another.

        Args:
            figures: The newest figure of each window.
            flows: The flows that are wanted.
            newest: Looks single figures up.
        """
        self._figures, self._flows, self._newest = figures, flows, newest

    @cached_property
    def figures(self) -> pl.DataFrame:
        """The newest figure of each window."""
        return self._figures()

    @cached_property
    def newest(self) -> Lookup:
        """The way to single figures."""
        return self._newest or Figures(self.figures).of()

    @cached_property
    def monthly(self) -> pl.DataFrame:
        """Every month of each flow; see `statistics.windows.months`."""
        return months(self.figures, flows=self._flows)

    @cached_property
    def periods(self) -> list[date]:
        """Every month from the first figure to the last."""
        return self.monthly["period"].head(self.monthly.height // len(self._flows)).to_list()

    @cached_property
    def places(self) -> dict[date, int]:
        """The place of each month."""
        return {period: number for number, period in enumerate(self.periods)}
