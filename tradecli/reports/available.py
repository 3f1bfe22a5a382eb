"""The series that claims and their alternatives are judged by, each read once, many worked out together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date

import polars as pl

from tradecli.errors import NoData
from tradecli.question import Known, Question, figures, figures_by_day
from tradecli.remembered_series import series_of
from tradecli.series import Series
from tradecli.several import Several
from tradecli.statistics.band import Band, band, revisions
from tradecli.vintages import known_on

#: The partners and areas of the ministry's own tables, largest trade first.
PARTNERS = (
    *("WORLD", "US", "CN+HK", "CN", "HK", "ASEAN", "JP", "KR", "SG", "MY", "VN", "TH", "PH", "ID"),
    *("EUROPE", "DE", "NL", "GB", "FR", "IN", "AU", "MX", "CA", "TW"),
)
#: Reads what is known of a question.
Read = Callable[[Question], Known]
#: Months from and to which figures are wanted; None is all.
Months = tuple[date, date] | None
#: Reads what is known of a reporter's trade with some partners at once; see `load_parts.some_partners`.
ReadSome = Callable[[Question, Sequence[str], Months], Known]


class Available:
    """What is known of questions, and their series, each read and worked out once."""

    def __init__(self, read: Read, read_some: ReadSome | None = None) -> None:
        """Take the ways to read.

        Args:
            read: What is known of a question without a day.
            read_some: The same of several partners; without it each is read by itself.
        """
        self._read, self.read_some = read, read_some
        self._known: dict[Question, Known | None] = {}
        self._series: dict[Question, Series | None] = {}
        self._untraced: dict[Question, Series | None] = {}
        self._alternatives: dict[tuple[Question, Months], Alternatives] = {}
        self._bands: dict[tuple[Question, str], Band | None] = {}

    def known(self, question: Question) -> Known | None:
        """What is known as of the question's day; None where nothing is."""
        if question not in self._known:
            self._known[question] = self._on_its_day(question)
        return self._known[question]

    def _on_its_day(self, question: Question) -> Known | None:
        if question.as_of is None:
            try:
                return self._read(question)
            except NoData:
                return None
        whole = self.known(question._replace(as_of=None))
        if whole is None:
            return None
        rows = whole.observations.filter(known_on(question.as_of))
        return whole._replace(question=question, observations=rows, figures=figures(rows, question.partner))

    def series(self, question: Question) -> Series | None:
        """The windows of a question; None where nothing is known."""
        if question not in self._series:
            known = self.known(question)
            empty = known is None or known.figures.is_empty()
            self._series[question] = None if known is None or empty else series_of(known, spans=())
        return self._series[question]

    def untraced(self, question: Question) -> Series | None:
        """The same without the origins of figures, for those that are only tried."""
        if question not in self._untraced:
            series = self.series(question)
            self._untraced[question] = series and series.untraced()
        return self._untraced[question]

    def all_partners(self, asked: Question) -> None:
        """Work out the series of all partners that are compared in one pass, not one by one."""
        missing = [code for code in PARTNERS if asked._replace(partner=code) not in self._series]
        if self.read_some is None or len(missing) <= 1:
            return
        try:
            known = self.read_some(asked, missing, None)
        except NoData:
            self._series |= {asked._replace(partner=code): None for code in missing}
            return
        several = Several(known, known.figures)
        for code in missing:
            question = asked._replace(partner=code)
            series = several.get(code)
            if series is not None:
                series.known = known._replace(question=question)
            self._series[question] = series

    def alternatives(self, asked: Question, months: Months) -> Alternatives:
        """The series of what claims about a question may have meant; once for all that look at as much."""
        if (asked, months) not in self._alternatives:
            self._alternatives[asked, months] = Alternatives(self, asked, months)
        return self._alternatives[asked, months]

    def band(self, series: Series, flow: str) -> Band | None:
        """How far figures of a flow are revised; where a series tells too little, all partners' totals."""
        asked = series.known.question._replace(as_of=None)
        key = (asked, flow)
        if key not in self._bands:
            known = self.known(asked)
            rows = [] if known is None else [known.observations.filter(pl.col("partner") == asked.partner)]
            found = [one for frame in rows for one in revisions(frame, flow)]
            self._bands[key] = band(found) or self._pooled(asked, flow)
        return self._bands[key]

    def _pooled(self, asked: Question, flow: str) -> Band | None:
        """The band of the reporter's totals with the world and with all partners that are read together."""
        total = asked._replace(partner="WORLD", commodity="TOTAL", classification="total")
        key = (total._replace(partner=""), flow)
        if key not in self._bands:
            try:
                known = self.read_some(total, PARTNERS, None) if self.read_some else self.known(total)
            except NoData:
                known = None
            self._bands[key] = band(revisions(known.observations, flow)) if known else None
        return self._bands[key]

    def undated(self) -> list[Known]:
        """All that was read. A claim names its month and a verdict its day, so no age is told of it."""
        read = (known for question, known in self._known.items() if question.as_of is None)
        return [known._replace(today=None) for known in read if known]

    def has(self, question: Question) -> bool:
        """Whether the series of a question has been worked out."""
        return question in self._series


class Alternatives:
    """The series of what a claim may have meant: other partners, other days.

    Only the months of *months* are looked at where that is not None, so most windows outside are empty.
    """

    def __init__(self, available: Available, asked: Question, months: Months) -> None:
        self.available, self._asked, self._months = available, asked, months
        self._several: dict[tuple[str, Question], Several | None] = {}
        self._days: dict[Question, list[date]] = {}
        self._untraced: dict[Question, Series | None] = {}

    def series(self, question: Question) -> Series | None:
        """The series of a question."""
        asked, some = self._asked, self.available.read_some
        if self.available.has(question):
            return self.available.series(question)
        if some and question.partner in PARTNERS and question == asked._replace(partner=question.partner):
            return self._part(asked, question.partner, "partners", self._of_partners)
        if question.as_of is None:
            return self.available.series(question)
        return self._part(question._replace(as_of=None), question.as_of, "days", self._of_days)

    def untraced(self, question: Question) -> Series | None:
        """The same without the origins of figures, for those that are only tried."""
        if question not in self._untraced:
            series = self.series(question)
            self._untraced[question] = series and series.untraced()
        return self._untraced[question]

    def days(self, question: Question) -> list[date]:
        """The days on which something of a question was published, the first one first."""
        whole = question._replace(as_of=None)
        if whole not in self._days:
            known = self.available.known(whole)
            published = [] if known is None else known.observations["vintage"].unique().to_list()
            self._days[whole] = sorted(published)
        return self._days[whole]

    def _part(
        self, question: Question, part: Hashable, kind: str, make: Callable[[Question], Several | None]
    ) -> Series | None:
        key = (kind, question)
        if key not in self._several:
            self._several[key] = make(question)
        several = self._several[key]
        return several.get(part) if several else None

    def _of_partners(self, question: Question) -> Several | None:
        try:
            known = self.available.read_some(question, PARTNERS, self._months)  # type: ignore[misc]
        except NoData:
            return None
        return Several(known, known.figures)

    def _of_days(self, question: Question) -> Several | None:
        known = self.available.known(question)
        if known is None:
            return None
        days = sorted({*self.days(question), *([self._asked.as_of] if self._asked.as_of else [])})
        near = pl.lit(value=True) if self._months is None else pl.col("period").is_between(*self._months)
        rows = known.observations.filter(near)
        return Several(known, figures_by_day(rows, question.partner, days))
