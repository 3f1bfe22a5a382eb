"""The lines of a series: each figure of a flow with all that is shown beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.facts.places import Place
from tradecli.model.figure import Figure, Rank, Streak, Window
from tradecli.model.money import Change, change
from tradecli.model.ratio import Growth, Share
from tradecli.question import Known, Quantities
from tradecli.remembered_series import series_of
from tradecli.reports.series_asked import SIZE, Asked, windows
from tradecli.reports.series_quantities import PerUnit, Quantified
from tradecli.reports.series_refusals import by_year_alone, flow_refusal
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.statistics.growth import growth_of
from tradecli.statistics.re_exports import ReExports, re_exports_of
from tradecli.statistics.records import Among, among
from tradecli.statistics.share import share_of
from tradecli.wording import Listed, Wording

#: The spans that a series needs, by what it goes by.
SPANS = {
    "month": ("month", "year_to_date", "rolling_12"),
    "quarter": ("month", "year_to_date", "quarter"),
    "year": ("month", "year_to_date"),
}


class Line(NamedTuple):
    """A figure with all that is shown beside it.

    `before` is the growth on the period before, `months` how many of its months are available. Of a
    quarter or year there is no year to date, twelve months or streak.
    """

    figure: Figure
    base: Figure
    growth: Growth
    before: Growth
    rank: Rank
    months: int
    total: Figure | None = None
    share: Share | None = None
    share_place: Among | None = None
    seasonal: Growth | None = None
    ytd: Figure | None = None
    ytd_growth: Growth | None = None
    rolling: Figure | None = None
    streak: Streak | None = None
    per_unit: PerUnit | None = None
    again: Figure | None = None
    re_traded: ReExports | None = None

    @property
    def change(self) -> Change | None:
        """The difference from the year before."""
        return change(self.figure.money, self.base.money)

    @property
    def note(self) -> str | None:
        """Why there is no figure: `missing`, or `incomplete(k of n)` months."""
        if self.figure.money:
            return None
        size = SIZE[self.figure.window.span]
        return f"incomplete({self.months} of {size})" if self.months and size > 1 else "missing"

    def figures(self) -> tuple[Figure, ...]:
        """The figures that its row rests on."""
        return tuple(one for one in (self.figure, self.ytd, self.rolling, self.total, self.again) if one)


class Others(NamedTuple):
    """What stands beside a pair: seasonally adjusted, the reporter's total, quantities, re-exports."""

    seasonal: Known | None = None
    total: Known | None = None
    quantities: Quantities | None = None
    again: Known | None = None


class Pair:
    """A pair's lines: those of each flow, by flow."""

    def __init__(self, known: Known, flows: Sequence[str], by: str, others: Others) -> None:
        """Make the windows of a pair; the lines come with `fill`."""
        self.known, self.by = known, by
        self.series = series_of(known, flows, SPANS[by])
        self.seasonal, self.total = (
            series_of(one, flows, SPANS[by][:2]) if one else None for one in others[:2]
        )
        self.again = series_of(others.again, flows, SPANS[by]) if others.again else None
        self.quantified = others.quantities and Quantified(others.quantities, flows, SPANS[by])
        self.lines: dict[str, list[Line]] = {}

    @property
    def place(self) -> Place:
        """The partner."""
        return places.place(self.known.question.partner)

    def fill(self, shown: Sequence[Window], last: date) -> None:
        """Work out the lines of each flow to the last month."""
        for flow in self.series.flows:
            self.lines[flow] = [self._line(flow, window, last) for window in shown]

    def _line(self, flow: str, window: Window, last: date) -> Line:
        # Of an area whose members change each line has those of its last month.
        series = self.series.counted(min(window.through, last))
        figure = Figure(flow, window, source=series.source)
        if window.through <= last:
            figure = series.figure(flow, window)
        back = Window(window.span, periods.shift(window.through, -SIZE[window.span]))
        first, end = window.first, min(window.through, last)
        line = Line(
            figure,
            series.base(figure),
            series.growth(figure),
            growth_of(figure, series.figure(flow, back)),
            series.rank(window.span, figure),
            sum([first <= day <= end for day, _ in series.amounts(flow, "month")]),
        )
        if self.quantified:
            line = line._replace(per_unit=self.quantified.per_unit(line.figure, line.base))
        if self.again:
            again = self.again.figure(flow, window)
            line = line._replace(again=again, re_traded=re_exports_of(figure, again))
        return self._monthly(self._shared(line, series), series)

    def _monthly(self, line: Line, series: Series) -> Line:
        """What is shown of months alone."""
        if self.by != "month":
            return line
        flow, month = line.figure.flow, line.figure.window.through
        ytd, rolling = (series.figure(flow, Window(span, month)) for span in SPANS["month"][1:])
        return line._replace(
            seasonal=self._seasonally_adjusted(flow, month),
            ytd=ytd,
            ytd_growth=series.growth(ytd),
            rolling=rolling,
            streak=series.streak(flow, month),
        )

    def _seasonally_adjusted(self, flow: str, month: date) -> Growth | None:
        """Growth on the month before of the seasonally adjusted series, where its publisher has one."""
        if self.seasonal is None:
            return None
        months = (Window("month", day) for day in (month, periods.shift(month, -1)))
        growth = growth_of(*(self.seasonal.figure(flow, one) for one in months))
        return growth if growth.now and growth.base else None

    def _shared(self, line: Line, series: Series) -> Line:
        """The line with its share of the reporter's total, and where that stands among earlier shares."""
        if self.total is None:
            return line
        total = self.total.figure(line.figure.flow, line.figure.window)
        share = share_of(line.figure, total)
        if share is None:
            return line._replace(total=total)
        shares = series.shares(self.total, line.figure.flow, self.by)
        place = among(self.by, line.figure.window.through, share.percent, shares)
        return line._replace(total=total, share=share, share_place=place)


class Trade:
    """The series of one or several partners, through the same month."""

    def __init__(
        self, known: Sequence[Known], flow: str, asked: Asked, others: Sequence[Others] = ()
    ) -> None:
        """Work out every line.

        Args:
            known: The pairs, as known on the question's day, each partner once.
            flow: `export`, `import`, or `balance`, beside which both flows are shown.
            asked: Which periods; without a last month the newest that all pairs have.
            others: What stands beside the figures of each pair.

        Raises:
            QueryError: What is asked for makes no series.
            NoData: The flow of a pair is not known for the last month.
        """
        asked = asked.checked()
        flows = FLOWS if flow == "balance" else (flow,)
        beside = others or [Others()] * len(known)
        self.flow, self.flows = flow, flows
        self.pairs = [Pair(one, flows, asked.by, two) for one, two in zip(known, beside, strict=True)]
        if asked.by != "year" and _of_years(self.pairs, asked.through):
            # A pair known by year alone is answered by year; a note says so.
            asked = asked._replace(by="year")
            self.pairs = [Pair(one, flows, asked.by, two) for one, two in zip(known, beside, strict=True)]
        self.asked = asked
        #: The newest month of each pair; by year the December of a published year, where no month follows.
        self.newest = [_newest(pair, flow) for pair in self.pairs]
        last = asked.through or min((month for month in self.newest if month), default=None)
        if last is None:
            raise flow_refusal(self.pairs[0].series, flow, None)
        for pair in self.pairs:
            if not _known(pair, flows, last) or _is_longer(pair, asked.by):
                raise flow_refusal(pair.series, flow, last)
        if asked.since and asked.since > last:
            raise self._none_since(asked.since, last)
        self.through = last
        #: The first month for which any pair has figures.
        self.first = min(_first(pair) for pair in self.pairs)
        self.windows = windows(asked, self.first, last)
        for pair in self.pairs:
            pair.fill(self.windows, last)

    def _none_since(self, since: date, last: date) -> NoData:
        """The refusal of a series that would begin after its last month, by what ends there."""
        ends = [
            Wording("{place.prose}", place=pair.place)
            for pair, new in zip(self.pairs, self.newest, strict=True)
            if new == last
        ]
        whose = Wording(" with {partners}", partners=Listed(ends, "and")) if len(self.pairs) > 1 else ""
        return NoData(
            "nothing is published from {since} on of trade{whose}",
            hint="the newest month is {last}",
            newest=last,
            since=periods.label(since),
            whose=whose,
            last=periods.label(last),
        )

    @property
    def known(self) -> Known:
        """The first pair's published figures, whose reporter, source and currency are those of all."""
        return self.pairs[0].known

    def all(self) -> Iterator[tuple[Pair, Line]]:
        """Every line: a partner after the other, period after period, flow after flow."""
        for pair in self.pairs:
            for lines in zip(*(pair.lines[flow] for flow in self.flows), strict=True):
                yield from ((pair, line) for line in lines)

    def used(self) -> list[str]:
        """The origins of all that is shown, and of all that it is compared with."""
        every = [one for pair in self.pairs for one in (pair.series, pair.total) if one]
        return sorted({origin for one in every for origin in one.used(self.through, SPANS[self.asked.by])})


def _of_years(pairs: Sequence[Pair], through: date | None) -> bool:
    """Whether sources have years alone of each pair, and what is asked ends with one."""
    whole = through is None or through.month == 12
    return whole and all(not pair.known.question.table and by_year_alone(pair.series) for pair in pairs)


def _is_longer(pair: Pair, by: str) -> bool:
    """Whether a pair has sums alone that are longer than the periods asked for."""
    if by == "year" or not by_year_alone(pair.series):
        return False
    return by == "month" or not any(pair.series.newest("quarter", flow) for flow in pair.series.flows)


def _newest(pair: Pair, flow: str) -> date | None:
    spans = dict.fromkeys(("month", pair.by))
    return max((day for span in spans if (day := pair.series.newest(span, flow))), default=None)


def _first(pair: Pair) -> date:
    """The first month for which a pair has figures; by year the January of a published year."""
    first = pair.series.periods[0]
    published = pair.series.published
    if pair.by != "year" or published.filter(period=first, months=12).is_empty():
        return first
    return first.replace(month=1)


def _known(pair: Pair, flows: Sequence[str], last: date) -> bool:
    spans = ("month", "year_to_date")
    return any(pair.series.figure(flow, Window(span, last)).money for span in spans for flow in flows)
