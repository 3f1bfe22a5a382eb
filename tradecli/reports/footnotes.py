"""Footnotes of a text: one for each release its figures are from; and the trace of every figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tradecli.facts import places
from tradecli.model.document import Line as Written
from tradecli.model.document import file_names
from tradecli.model.figure import Figure
from tradecli.model.report import Cell, Column, Named, Statement, Table
from tradecli.reports.breakdown import Line
from tradecli.reports.shared import say
from tradecli.series import Series


class _Release(NamedTuple):
    """What a publisher gave out on one day."""

    source: str
    day: str
    basis: str


class Footnotes:
    """The releases that the figures of a text are from, numbered in the order of first use."""

    def __init__(self, series: Sequence[Series]) -> None:
        """Take the series whose figures the text names; a figure in none of them is of the first."""
        self.series = list(series)
        self._releases: dict[_Release, dict[str, Mapping[str, Any]]] = {}
        self._traced: dict[tuple[Figure, str], tuple[list[Cell], list[int]]] = {}

    def of(self, figures: Iterable[Figure]) -> list[int]:
        """The numbers of the releases behind figures, each figure traced; what is missing has none."""
        return _together(self._traced_of(figure) for figure in figures if figure.money)

    def of_parts(self, lines: Iterable[Line], by: str) -> list[int]:
        """The same for parts of a total, now and a year earlier; they are traced by their names."""
        told = ((line, figure) for line in lines for figure in (line.now, line.base) if figure.money)
        return _together(
            self._trace(figure, line.code or "", self.series[0], self._part(figure, line, by))
            for line, figure in told
        )

    def _traced_of(self, figure: Figure) -> list[int]:
        if (figure, "") in self._traced:
            return self._traced[figure, ""][1]
        owners = (one for one in self.series if one.figure(figure.flow, figure.window) == figure)
        series = next(owners, None) or self._nearest(figure)
        question = series.known.question
        what = say(
            "brief.figure",
            reporter=places.place(question.reporter),
            partner=places.place(question.partner),
            flow=figure.flow,
            window=figure.window,
        )
        return self._trace(figure, "", series, what)

    def _nearest(self, figure: Figure) -> Series:
        """The series of which a figure is an earlier version: the one whose own is nearest to it."""

        def distance(series: Series) -> int:
            now = series.figure(figure.flow, figure.window).value
            return abs((now or 0) - (figure.value or 0))

        return min(self.series, key=lambda one: (one.source != figure.source, distance(one)))

    def _part(self, figure: Figure, line: Line, by: str) -> Statement:
        question = self.series[0].known.question
        return say(
            "brief.figure",
            "total" if line.role == "total" else by,
            reporter=places.place(question.reporter),
            partner=places.place(question.partner),
            flow=figure.flow,
            window=figure.window,
            part=line.named,
        )

    def _trace(self, figure: Figure, part: str, series: Series, what: Statement) -> list[int]:
        key = (figure, part)
        if key not in self._traced:
            numbers = self._numbers(figure, series)
            day = figure.vintage and figure.vintage.day
            own = self.series[0].currency == series.currency
            value = f"{figure.value:,}" if own else f"{series.currency} {figure.value:,}"
            cells: list[Cell] = [what, value, say("brief.made", figure.basis), day]
            self._traced[key] = ([*cells, ", ".join(map(str, numbers))], numbers)
        return self._traced[key][1]

    def _numbers(self, figure: Figure, series: Series) -> list[int]:
        manifest, behind = series.known.origins(), set()
        for origin in figure.origins:
            entry = manifest.get(origin, {})
            day = str(entry.get("vintage") or (figure.vintage.day if figure.vintage else ""))
            release = _Release(figure.source, day, str(entry.get("vintage_basis", "published")))
            self._releases.setdefault(release, {})[origin] = entry
            behind.add(release)
        return [number for number, release in enumerate(self._releases, 1) if release in behind]

    def lines(self) -> list[Statement]:
        """What each number stands for: the publisher, the day, the files."""
        return [self._line(release, files) for release, files in self._releases.items()]

    def _line(self, release: _Release, files: Mapping[str, Mapping[str, Any]]) -> Statement:
        from tradecli.sources import SOURCES

        table = self.series[0].known.question.table
        known = SOURCES.get(release.source)
        press = all(str(entry.get("file", "")).endswith("press.csv") for entry in files.values())
        return say(
            "brief.source",
            "own_table" if table else None,
            publisher=table.path if table else Named(*known.names) if known else release.source,
            day=release.day,
            inferred=say("marked_inferred") if release.basis == "inferred" else None,
            press=say("marked_press") if press else None,
            files=tuple(file_names(list(files), files)),
        )

    def table(self) -> Table:
        """The trace: every figure with all its digits, how it came about, and the number of its release."""
        columns = [
            Column("brief.what", left=True),
            Column("brief.currency", {"currency": self.series[0].currency}),
            Column("brief.basis", left=True),
            Column("brief.vintage", left=True),
            Column("brief.number", left=True),
        ]
        return Table(columns, [cells for cells, _ in self._traced.values()])


def _together(numbers: Iterator[list[int]]) -> list[int]:
    """All of several lists, each number once, in order."""
    return sorted({number for some in numbers for number in some})


def once(lines: Sequence[Written]) -> list[Written]:
    """Sentences of a paragraph; numbers that several in a row share stand after the last of them."""
    following = [*lines[1:], None]
    return [
        line._replace(footnotes=()) if after and after.footnotes == line.footnotes else line
        for line, after in zip(lines, following, strict=True)
    ]
