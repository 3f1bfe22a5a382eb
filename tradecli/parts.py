"""A total and its parts: the windows of every part become typed figures here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

import polars as pl

from tradecli.facts import places
from tradecli.facts.commodities import DISJOINT, INSIDE
from tradecli.frames import Measures, figure_of, typed
from tradecli.model.figure import Figure, Window
from tradecli.periods import shift
from tradecli.question import Known
from tradecli.remembered import Remembered
from tradecli.schema import FLOWS
from tradecli.statistics.balance import balance
from tradecli.statistics.windows import months, windows

#: The list whose codes are open: own tables have any.
CHAPTERS = "hs"
#: How the total is called among the parts of each kind.
TOTAL = {"partner": "WORLD", "commodity": "total:TOTAL"}
#: Lists of commodities whose parts may be added up, best first.
LISTS = (*DISJOINT, CHAPTERS)


#: Which parts can be compared in a month: both their figure and the one a year earlier are known.
Compared = Mapping[date, Sequence[str]]
#: Parts made before; what is asked of them later stands in the same windows.
_MADE = Remembered["Parts"](most=8)


def parts_of(known: Known, flow: str, span: str, by: str) -> Parts:
    """The windows of one flow of every part; made once for all questions that the same figures answer."""
    # The key keeps its meaning while the parts are kept, which hold the figures.
    return _MADE.get((id(known.figures), flow, span, by), lambda: Parts(known, flow, span, by))


class Parts:
    """Windows of one flow of every part, the total among them, each figure made when it is asked for."""

    def __init__(self, known: Known, flow: str, span: str, by: str) -> None:
        """Make the windows.

        Args:
            known: Every partner (`load_parts.partners`) or every commodity (`load_parts.groups`).
            flow: `export`, `import` or `balance`.
            span: `month`, `year_to_date` or `rolling_12`.
            by: `partner` or `commodity`.
        """
        self.known, self.flow, self.span, self.by, self.total = known, flow, span, by, TOTAL[by]
        #: The flows that are read: a balance needs all three.
        self.flows = FLOWS if flow == "balance" else (flow,)
        published = known.figures.filter(pl.col("flow").is_in(self.flows))
        self._monthly = months(published, by=["part"], flows=self.flows)
        every = windows(self._monthly, published, span, by=["part"])
        self._windows = balance(every) if flow == "balance" else every
        self._figures: dict[date, dict[str, Figure]] = {}
        self._compared: dict[str, Compared] = {}
        # Dense rows: twelve rows back is a year back.
        before = pl.col("value").shift(12).over("part", "flow")
        self._both = self._windows.filter(
            (pl.col("flow") == flow) & pl.col("value").is_not_null() & before.is_not_null()
        ).select("part", "period")

    def countries(self) -> Compared:
        """Which countries can be compared in which month: no area, so that no trade is there twice."""
        return self._comparing("country", lambda part: part.is_in(list(places.of_level("country"))))

    def areas(self) -> Compared:
        """Which continents and other areas can be compared: they hold one another's trade."""
        return self._comparing("area", lambda part: part.is_in(list(places.of_level("area", "region"))))

    def groups(self, classification: str) -> Compared:
        """Which of one list's groups can be compared: none holds the same goods as another.

        Of HS codes they are the chapters, of others see `commodities.DISJOINT`.
        """
        if classification == CHAPTERS:
            return self._comparing(CHAPTERS, lambda part: part.str.contains("^hs:[0-9]{2}$"))
        spelled = {code: f"{classification}:{code}" for code in DISJOINT[classification]}
        inside = {spelled[inner]: spelled[outer] for inner, outer in INSIDE.items() if inner in spelled}
        both = self._comparing(classification, lambda part: part.is_in(list(spelled.values())))
        return {
            month: [code for code in codes if inside.get(code) not in codes] for month, codes in both.items()
        }

    def _comparing(self, kind: str, wanted: Callable[[pl.Expr], pl.Expr]) -> Compared:
        """The wanted parts by month; those of a *kind* are looked for once."""
        if kind not in self._compared:
            rows = (
                self._both.filter(wanted(pl.col("part"))).group_by("period", maintain_order=True).agg("part")
            )
            self._compared[kind] = dict(rows.iter_rows())
        return self._compared[kind]

    def answerable(self, parts: Compared) -> set[date]:
        """The months for which the total and some of the parts can be compared with the year before."""
        return parts.keys() & self._total_months

    def newest(self, parts: Compared) -> date | None:
        """The newest month that can be answered and that lacks no part which the month before has.

        The first partners of a month are out before the last: a ranking of a few would look complete.
        """
        whole = (
            month
            for month in self.answerable(parts)
            if len(parts[month]) >= len(parts.get(shift(month, -1), ()))
        )
        return max(whole, default=None)

    @cached_property
    def _total_months(self) -> set[date]:
        return {*self._both.filter(pl.col("part") == self.total).get_column("period").to_list()}

    def figures(self, through: date) -> dict[str, Figure]:
        """The figure of every part, the total among them, that is known for a month."""
        if through not in self._figures:
            self._figures[through] = self._made(through)
        return self._figures[through]

    def _made(self, through: date) -> dict[str, Figure]:
        at = _between(self._by_period, through, through)
        names = at.select("part", "flow").iter_rows()
        rows = dict(zip(names, typed(Measures, at), strict=True))
        inputs = self._inputs(through)
        found = {}
        for (part, flow), row in rows.items():
            if flow == self.flow and row.value is not None:
                origins = self._origins(part, rows, inputs)
                figure = figure_of(row, flow, self.span, self.known.currency, self.known.source)
                found[part] = figure._replace(origins=tuple(sorted(origins)))
        return found

    def _inputs(self, through: date) -> dict[tuple[str, str], set[str]]:
        """The origins of the months in the window, by part and flow."""
        monthly = _between(self._months, Window(self.span, through).first, through)
        found = monthly.group_by("part", "flow").agg(pl.col("origin").unique())
        return {
            (part, flow): {origin for text in texts for origin in text.split()}
            for part, flow, texts in found.select("part", "flow", "origin").iter_rows()
        }

    @cached_property
    def _by_period(self) -> pl.DataFrame:
        return self._windows.sort("period", maintain_order=True)

    @cached_property
    def _months(self) -> pl.DataFrame:
        """The origins of all months, by period."""
        rows = self._monthly.filter(pl.col("origin").is_not_null())
        return rows.select("period", "part", "flow", "origin").sort("period")

    def _origins(
        self,
        part: str,
        rows: dict[tuple[str, str], Measures],
        inputs: dict[tuple[str, str], set[str]],
    ) -> Iterator[str]:
        """Where a figure comes from: its own origin, that of both flows, or that of its months."""
        own = rows[part, self.flow]
        flows = ("export", "import") if own.basis == "difference" else (self.flow,)
        for flow in flows:
            text = rows[part, flow].origin
            yield from text.split() if text else inputs.get((part, flow), ())

    def used(self, parts: Sequence[str], through: date) -> list[str]:
        """The origins of some parts in the two years to a month."""
        read = _between(self._read, shift(through, -23), through).filter(pl.col("part").is_in(list(parts)))
        texts = read.get_column("origin").unique()
        return sorted({origin for text in texts if text for origin in text.split()})

    @cached_property
    def _read(self) -> pl.DataFrame:
        """The origins of all figures of the flows, by period."""
        figures = self.known.figures.filter(pl.col("flow").is_in(self.flows))
        return figures.select("period", "part", "origin").unique().sort("period")


def _between(ordered: pl.DataFrame, first: date, last: date) -> pl.DataFrame:
    """The rows of some periods, of rows in their order: a part of them, and no copy."""
    periods = ordered.get_column("period")
    start = periods.search_sorted(first)
    return ordered.slice(start, periods.search_sorted(last, "right") - start)
