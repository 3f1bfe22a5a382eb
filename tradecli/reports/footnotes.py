"""Footnotes: where each figure of a text comes from, numbered in the order of first use."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from tradecli.facts import places
from tradecli.model.document import file_names
from tradecli.model.figure import Figure
from tradecli.model.report import Cell, Column, Report, Table
from tradecli.reports.shared import say
from tradecli.series import Series


class Footnotes:
    """The footnotes of a text, each figure or report once."""

    def __init__(self, series: Sequence[Series]) -> None:
        """Take the series whose figures the text names; a figure in none of them is of the first."""
        self.series = series
        self._numbers: dict[Hashable, int] = {}
        self._rows: list[list[Cell]] = []

    def of(self, figures: Iterable[Figure]) -> list[int]:
        """The numbers of the footnotes of figures; what is not available has none."""
        return [self._figure(figure) for figure in figures if figure.money]

    def _figure(self, figure: Figure) -> int:
        if figure not in self._numbers:
            owners = (one for one in self.series if one.figure(figure.flow, figure.window) == figure)
            series = next(owners, self.series[0])
            question = series.known.question
            what = say(
                "brief.figure",
                reporter=places.place(question.reporter),
                partner=places.place(question.partner),
                flow=figure.flow,
                window=figure.window,
            )
            files = file_names(figure.origins, series.known.origins())
            basis, vintage = say("brief.made", figure.basis), figure.vintage and figure.vintage.day
            self._add(figure, [what, f"{figure.value:,}", basis, figure.source, vintage, "; ".join(files)])
        return self._numbers[figure]

    def of_report(self, name: str, report: Report) -> int:
        """The number of the footnote of a whole report, such as that of the drivers."""
        if name not in self._numbers:
            first = [figures[0] for figures in report.row_figures]
            newest = max(figure.vintage.day for figure in first if figure.vintage)
            sources = list(
                dict.fromkeys(figure.source for figures in report.row_figures for figure in figures)
            )
            # The days of two offices are not one.
            vintage = newest if len(sources) == 1 else ""
            files = file_names(report.used, report.manifest())
            what, basis = say("brief.report", name), say("brief.made")
            self._add(name, [what, "", basis, ", ".join(sources), vintage, "; ".join(files)])
        return self._numbers[name]

    def _add(self, key: Hashable, cells: Sequence[Cell]) -> None:
        number = self._numbers[key] = len(self._rows) + 1
        self._rows.append([number, *cells])

    def table(self) -> Table:
        """All of them."""
        columns = [
            Column("brief.number"),
            Column("brief.what", left=True),
            Column("brief.currency", {"currency": self.series[0].currency}),
            Column("brief.basis", left=True),
            Column("brief.source", left=True),
            Column("brief.vintage", left=True),
            Column("brief.files", left=True),
        ]
        return Table(columns, self._rows)
