"""The windows of one pair, by kind: what every answer about exports, imports and the balance begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from tradecli.periods import december
from tradecli.question import Known, figures
from tradecli.schema import FLOWS
from tradecli.statistics.balance import balance
from tradecli.statistics.growth import year_on_year
from tradecli.statistics.windows import months, windows
from tradecli.vintages import vintage_day


class Pair:
    """Windows of a reporter's trade with a partner, each kind made once."""

    def __init__(
        self,
        known: Known,
        newest: pl.DataFrame | None = None,
        flows: Sequence[str] = FLOWS,
        kinds: Sequence[str] = ("month", "year_to_date"),
    ) -> None:
        """Take what is known.

        Args:
            known: The pair as known on the question's day.
            newest: Figures to use instead of those of *known*.
            flows: The flows wanted; a balance needs all three.
            kinds: The kinds of windows that will be needed; they are made together.
        """
        self.known = known
        self.figures = known.figures if newest is None else newest
        self.flows = flows
        self._monthly = months(self.figures, flows=flows)
        self._places = {
            period: place
            for place, period in enumerate(self._monthly["period"].head(self._monthly.height // len(flows)))
        }
        self._kinds: dict[str, pl.DataFrame] = {}
        self._make(kinds)

    @property
    def currency(self) -> str:
        """The currency of every figure."""
        return self.known.currency

    def windows(self, kind: str) -> pl.DataFrame:
        """Windows of *kind* for each flow, with growth on a year earlier; see `statistics.windows`.

        The frame is dense but for years, which have a row only for each December.
        """
        if kind == "year":
            # A year to date through December is the year.
            return self.windows("year_to_date").filter(pl.col("period").dt.month() == 12)
        if kind not in self._kinds:
            self._make([kind])
        return self._kinds[kind]

    def _make(self, kinds: Sequence[str]) -> None:
        """Make windows of several kinds at once: one pass costs hardly more than one kind."""
        height = self._monthly.height
        stacked = pl.concat(
            windows(self._monthly, self.figures, kind).with_columns(pl.lit(place, pl.UInt8).alias("kind"))
            for place, kind in enumerate(kinds)
        )
        if "balance" in self.flows:
            stacked = balance(stacked)
        grown = year_on_year(stacked, by=["kind"]).drop("kind")
        for place, kind in enumerate(kinds):
            self._kinds[kind] = grown.slice(place * height, height)

    def newest(self, kind: str, flow: str) -> date | None:
        """The newest period for which *flow* has a window of *kind*."""
        dense = self.windows(kind)
        known = dense.filter((pl.col("flow") == flow) & pl.col("value").is_not_null())["period"]
        return max(known, default=None)

    def at(self, kind: str, period: date) -> list[dict[str, Any]]:
        """The windows of *kind* that end with *period*, one a flow; empty rows where nothing is held."""
        dense = self.windows("year_to_date" if kind == "year" else kind)
        place, length = self._places.get(period), len(self._places)
        if place is None or (kind == "year" and period.month != 12):
            empty = {**dict.fromkeys(dense.columns), "period": period, "yoy_note": "missing"}
            return [{**empty, "flow": flow} for flow in self.flows]
        return [dense.row(block * length + place, named=True) for block in range(len(self.flows))]

    def defined(self, flow: str, year: int, through: date) -> int:
        """Number of months of *year*, up to *through*, for which *flow* is known."""
        held = self.windows("month").filter(
            (pl.col("flow") == flow)
            & (pl.col("period").dt.year() == year)
            & (pl.col("period") <= through)
            & pl.col("value").is_not_null()
        )
        return held.height

    def superseding(
        self, flow: str, base_period: date, base_stamp: int | None
    ) -> tuple[int, int, int] | None:
        """A newer published year that the base of a comparison does not yet know.

        Returns:
            The stamp of that published year of the base's year, its value, and the value of the
            year's window without it; None unless it is newer than the base and differs from that
            window by more than one unit of the coarser precision.
        """
        if base_stamp is None:
            return None
        year = december(base_period.year)
        published = self._published_years.get((flow, year))
        if published is None or vintage_day(published["stamp"]) <= vintage_day(base_stamp):
            return None
        without = self._as_if_unpublished(flow, year, vintage_day(base_stamp))
        window = without.windows("year").filter((pl.col("flow") == flow) & (pl.col("period") == year))
        value, precision = window.select("value", "precision").row(0) if window.height else (None, None)
        if value is None or abs(published["value"] - value) <= max(published["precision"], precision):
            return None
        return published["stamp"], published["value"], value

    @cached_property
    def _published_years(self) -> dict[tuple[str, date], dict[str, Any]]:
        """The full years as published, by flow and December; sums of an area's members are not."""
        years = self.figures.filter((pl.col("months") == 12) & ~pl.col("members"))
        return {(row["flow"], row["period"]): row for row in years.to_dicts()}

    def _as_if_unpublished(self, flow: str, year: date, after: int) -> Pair:
        """The pair as it would stand had one year not been published after a day."""
        partner = self.known.question.partner
        published = (
            (pl.col("partner") == partner)
            & (pl.col("flow") == flow)
            & (pl.col("period") == year)
            & pl.col("span").is_in(["year", "year_to_date"])
            & (pl.col("vintage").to_physical() > after)
        )
        rest = self.known.observations.filter(~published)
        return Pair(self.known, figures(rest, partner))
