"""The series of one pair: windows become typed figures here, and nowhere else are columns read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import polars as pl

from tradecli.facts import places
from tradecli.frames import Measures, figure_of
from tradecli.model.figure import Figure, Rank, Streak, Window
from tradecli.model.money import Money
from tradecli.model.ratio import Growth
from tradecli.months import Months
from tradecli.one_window import as_published, window_of
from tradecli.periods import shift
from tradecli.question import Known
from tradecli.schema import FLOWS
from tradecli.statistics.balance import balance
from tradecli.statistics.growth import growth_of, rates
from tradecli.statistics.records import WINDOW, passed, place, step
from tradecli.statistics.share import shares
from tradecli.statistics.streaks import on_the_year, streak_of
from tradecli.statistics.windows import windows

if TYPE_CHECKING:
    from tradecli.members import Counting


_FIGURES_KEPT = 512


def _whole(span: str) -> str:
    """The span whose rows hold those of another."""
    return "year_to_date" if span == "year" else span


class Series:
    """The windows of a reporter's trade with a partner: each span made once, or one window by itself."""

    def __init__(
        self,
        known: Known,
        newest: pl.DataFrame | None = None,
        flows: Sequence[str] = FLOWS,
        spans: Sequence[str] = ("month", "year_to_date"),
        months: Months | None = None,
    ) -> None:
        """Take the published figures of a pair.

        Args:
            known: The pair as known on the question's day.
            newest: Figures to use instead of those of *known*.
            flows: The flows wanted; a balance needs all three.
            spans: The spans to make at once.
            months: Its months, where they are made otherwise.
        """
        self._known: Known | Callable[[], Known] = known
        self.traced = True
        #: The pair as it is known now, where *known* is of an earlier day; and the same with the members of
        #: each month, where this one has those of one month throughout.
        self.later: Series | None = None
        self.dated: Series | None = None
        self._whole_area = newest is None and months is None
        self._counting: Counting | None = None
        self._counted: dict[tuple[frozenset[str], date], Series] = {}
        self.currency, self.source = known.currency, known.source
        self.flows = tuple(flows)
        self._months = months or Months(lambda: known.figures if newest is None else newest, flows)
        self._spans: dict[str, pl.DataFrame] = {}
        self._rows: dict[tuple[str, str], list[Measures]] = {}
        self._years: dict[tuple[str, date], tuple[Money, int]] = {}
        self._used: dict[tuple[str, str], dict[str, date]] = {}
        self._amounts: dict[tuple[str, str], list[tuple[date, Money]]] = {}
        self._rates: dict[str, list[tuple[date, Fraction]]] = {}
        self._shares: dict[tuple[str, str, Months], list[tuple[date, Fraction]]] = {}
        self._figures: dict[tuple[str, Window, bool], Figure] = {}
        self._make(spans)

    @property
    def known(self) -> Known:
        """What was known of the pair on the question's day."""
        self._known = self._known if isinstance(self._known, Known) else self._known()
        return self._known

    @property
    def published(self) -> pl.DataFrame:
        """The newest figure of each window that was published."""
        return self._months.figures

    @property
    def periods(self) -> list[date]:
        """Every month from the first figure to the last."""
        return self._months.periods

    def like(self, known: Known | Callable[[], Known]) -> Series:
        """The same windows, of what is known of the same figures; what is made of one is made of both."""
        other = copy(self)
        other._known, other.later, other._counted = known, None, {}
        return other

    def untraced(self) -> Series:
        """The same figures without their origins: for the many that are tried before one is shown."""
        other = copy(self)
        other.traced = False
        return other

    def counted(self, through: date) -> Series:
        """The same pair with the members of a month in every month; see `members.constant`.

        Itself of a partner that is no area, and of an area whose members are the same in all its months.
        """
        if not self._whole_area or not places.place(self.known.question.partner).dated:
            return self
        from tradecli.members import constant, counting

        if self._counting is None:
            self._counting = counting(self.known)
        if not self._counting.compositions:
            return self
        key = self._counting.on(through), through if through in self._counting.across else date.max
        if key not in self._counted:
            newest = constant(self.known, self._counting, through)
            found = Series(self.known, newest, self.flows, [*self._spans])
            found.dated, found.later = self, self.later and self.later.counted(through)
            self._counted[key] = found
        return self._counted[key]

    def make(self, spans: Sequence[str]) -> None:
        """Make the windows of those spans that have none yet."""
        self._make([span for span in spans if span not in self._spans])

    def windows(self, span: str) -> pl.DataFrame:
        """Windows of *span* for each flow, dense but for years: those have a row only for each December."""
        if span == "year":
            # A year to date through December is the year.
            return self.windows("year_to_date").filter(pl.col("period").dt.month() == 12)
        if span not in self._spans:
            self._make([span])
        return self._spans[span]

    def _make(self, spans: Sequence[str]) -> None:
        """Make windows of several spans at once: one pass costs hardly more than one span."""
        if not spans:
            return
        monthly = self._months.monthly
        height = monthly.height
        stacked = pl.concat(windows(monthly, self.published, span) for span in spans)
        if "balance" in self.flows:
            stacked = balance(stacked)
        for number, span in enumerate(spans):
            self._spans[span] = stacked.slice(number * height, height)

    def _facts(self, span: str) -> pl.DataFrame:
        return self.windows(span).select(Measures._fields)

    def _series(self, flow: str, span: str) -> list[Measures]:
        """The dense rows of one flow and span."""
        key, size = (flow, _whole(span)), len(self.periods)
        if key not in self._rows:
            rows = self._facts(key[1]).slice(self.flows.index(flow) * size, size)
            self._rows[key] = [Measures._make(row) for row in rows.iter_rows()]
        return self._rows[key]

    def _row(self, flow: str, window: Window) -> Measures | None:
        """What is known of one window: of a span that was made, or worked out by itself."""
        key = (flow, _whole(window.span))
        if key not in self._rows and key[1] not in self._spans:
            return window_of(self._months.newest, flow, window)
        number = self._months.places.get(window.through)
        if number is None or (window.span == "year" and window.through.month != 12):
            return None
        return self._series(*key)[number]

    def figure(self, flow: str, window: Window) -> Figure:
        """The figure of one flow over one window, empty where nothing is available."""
        key = (flow, window, self.traced)
        if key not in self._figures:
            if len(self._figures) >= _FIGURES_KEPT:
                self._figures.clear()
            self._figures[key] = self._figure(flow, window)
        return self._figures[key]

    def _figure(self, flow: str, window: Window) -> Figure:
        row = self._row(flow, window)
        if row is None:
            return Figure(flow, window, source=self.source)
        figure = figure_of(row, flow, window.span, self.currency, self.source)
        if row.value is None or figure.origins or not self.traced:
            return figure
        return figure._replace(origins=tuple(sorted(self._origins(row, flow, window))))

    def _origins(self, row: Measures, flow: str, window: Window) -> set[str]:
        """The origins behind a window that has none of its own: those of its inputs."""
        if row.basis == "difference":
            return {origin for side in ("export", "import") for origin in self.figure(side, window).origins}
        # Of a balance those of its months as published, not as decided from the flows.
        months = (self._months.newest(flow, month, 1) for month in window.months)
        return {origin for text in {month.origin for month in months if month} for origin in text.split()}

    def inputs(self, figure: Figure) -> list[Figure]:
        """What a figure was computed from, both flows or the months of its window; else nothing."""
        row = self._row(figure.flow, figure.window)
        if row is None or row.value is None or row.origin:
            return []
        if figure.basis == "difference":
            return [self.figure(flow, figure.window) for flow in ("export", "import")]
        months = (Window("month", month) for month in figure.window.months)
        rows = (as_published(self._months.newest, figure.flow, month) for month in months)
        return [figure_of(row, figure.flow, "month", self.currency, self.source) for row in rows]

    def base(self, figure: Figure) -> Figure:
        """The same flow over the same window a year earlier."""
        return self.figure(figure.flow, figure.window.year_before)

    def growth(self, figure: Figure) -> Growth:
        """The growth of a figure on the year before; none where other members were counted then."""
        found = growth_of(figure, self.base(figure))
        if found.note == "missing" and figure.money and self.dated and self.dated.base(figure).money:
            return found._replace(note="members_changed")
        return found

    def amounts(self, flow: str, span: str) -> list[tuple[date, Money]]:
        """Every available amount of a flow and span, oldest first."""
        if (flow, span) not in self._amounts:
            self._amounts[flow, span] = [
                (row.period, Money(row.value, row.precision, self.currency))
                for row in self._series(flow, span)
                if row.value is not None and (span != "year" or row.period.month == 12)
            ]
        return self._amounts[flow, span]

    def rates(self, flow: str) -> list[tuple[date, Fraction]]:
        """Every growth rate of a flow's months on a year earlier, oldest first; see `statistics.growth`."""
        if flow not in self._rates:
            self._rates[flow] = rates(flow, self.amounts(flow, "month"))
        return self._rates[flow]

    def shares(self, whole: Series, flow: str, span: str) -> list[tuple[date, Fraction]]:
        """Every share of a flow in that of the *whole*, in percent, oldest first."""
        key = (flow, span, whole._months)
        if key not in self._shares:
            self._shares[key] = shares(self.amounts(flow, span), whole.amounts(flow, span))
        return self._shares[key]

    def newest(self, span: str, flow: str) -> date | None:
        """The newest period for which *flow* has a window of *span*."""
        return next((row.period for row in reversed(self._series(flow, span)) if row.value is not None), None)

    def rank(self, kind: str, figure: Figure) -> Rank:
        """Where a figure stands among all earlier ones of its *kind*, and what has passed it since."""
        amounts = self.amounts(figure.flow, WINDOW.get(kind, kind))
        found = place(kind, figure, amounts)
        if figure.money is None or found.record is None:
            return found
        through = shift(figure.window.through, -step(kind))
        before = self._row(figure.flow, Window(WINDOW.get(kind, kind), through))
        turned = before is not None and before.value is not None and before.value * figure.money.sign < 0
        found = found._replace(first_of_sign=turned)
        later = (self.later or self).amounts(figure.flow, WINDOW.get(kind, kind))
        if not found.record:
            beyond = found.previous and passed(kind, figure, found.previous, later)
            return found._replace(overtaken=beyond is not None)
        period, money = passed(kind, figure, figure.money, later) or (None, None)
        return found._replace(passed_period=period, passed=money)

    def streak(self, flow: str, through: date) -> Streak | None:
        """Months in a row, to *through*, of rises or falls on the year; of a balance's sign."""
        number, values = self._months.places.get(through), [row.value for row in self._series(flow, "month")]
        directions = values if flow == "balance" else on_the_year(values)
        return None if number is None else streak_of(directions[: number + 1])

    def published_year(self, flow: str, year: date) -> tuple[Money, int] | None:
        """A full year as published and the code of its vintage; sums of an area's members are not."""
        if not self._years:
            years = self.published.filter((pl.col("months") == 12) & ~pl.col("members"))
            rows = years.select("flow", "period", "value", "precision", "stamp").iter_rows()
            self._years |= {
                (flow, period): (Money(value, precision, self.currency), code)
                for flow, period, value, precision, code in rows
            }
        return self._years.get((flow, year))

    def used(self, through: date, spans: Sequence[str]) -> list[str]:
        """The origins of the windows shown, and of all earlier ones that they are compared with."""
        every = (self._first_used(flow, span).items() for span in spans for flow in self.flows)
        texts = {text for used in every for text, first in used if first <= through}
        return sorted({origin for text in texts for origin in text.split()})

    def _first_used(self, flow: str, span: str) -> dict[str, date]:
        """The origins of a flow and span, each with the first month that rests on it."""
        key = (flow, _whole(span))
        if key not in self._used:
            rows = [row for row in reversed(self._series(*key)) if row.origin]
            self._used[key] = {row.origin: row.period for row in rows if row.origin}
        return self._used[key]
