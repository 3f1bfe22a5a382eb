"""The series that claims and their alternatives are judged by, each read once, many worked out together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date

import polars as pl

from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.on_days import on_days
from tradecli.question import Known, Question, figures
from tradecli.remembered_series import series_of
from tradecli.reports.measured import Measured
from tradecli.schema import OWN
from tradecli.series import Series
from tradecli.several import Several, several_of
from tradecli.statistics.band import Band, band, revisions
from tradecli.vintages import known_on

#: The partners and areas of the ministry's own tables, largest trade first.
PARTNERS = (
    *("WORLD", "US", "CN+HK", "CN", "HK", "ASEAN", "JP", "KR", "SG", "MY", "VN", "TH", "PH", "ID"),
    *("EUROPE", "DE", "NL", "GB", "FR", "IN", "AU", "MX", "CA", "TW"),
)
#: Reads what is known of a question.
Read = Callable[[Question], Known]
#: Reads what is known of a reporter's trade with some partners at once; see `load_parts.some_partners`.
ReadSome = Callable[[Question, Sequence[str]], Known]


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
        self._several: dict[Question, Several | None] = {}
        self._alternatives: dict[Question, Alternatives] = {}
        self._bands: dict[tuple[Question, str], Band | None] = {}
        #: Levels that were looked up; see `measure.measure_again`.
        self.levels: dict[Hashable, Measured] = {}

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
        if _is_all(whole, question.as_of):
            return whole._replace(question=question)
        rows = whole.observations.filter(known_on(question.as_of))
        return whole._replace(question=question, observations=rows, figures=figures(rows, question.partner))

    def series(self, question: Question) -> Series | None:
        """The windows of a question; None where nothing is known."""
        if question not in self._series:
            self._series[question] = self._windows(question)
        return self._series[question]

    def _windows(self, question: Question) -> Series | None:
        whole = self.known(question._replace(as_of=None))
        if whole is None:
            return None
        counted = whole.source == OWN or places.place(question.partner).dated
        if question.as_of and not counted and not _is_all(whole, question.as_of):
            return on_days(whole).series(question)
        known = self.known(question)
        return None if known is None or known.figures.is_empty() else series_of(known, spans=())

    def untraced(self, question: Question) -> Series | None:
        """The same without the origins of figures, for those that are only tried."""
        if question not in self._untraced:
            series = self.series(question)
            self._untraced[question] = series and series.untraced()
        return self._untraced[question]

    def days(self, question: Question) -> list[date]:
        """The days on which something of a question was published, the first one first."""
        known = self.known(question._replace(as_of=None))
        return [] if known is None else on_days(known).days

    def all_partners(self, asked: Question) -> None:
        """Work out the series of all partners that are compared in one pass, not one by one."""
        missing = [code for code in PARTNERS if asked._replace(partner=code) not in self._series]
        if self.read_some is not None and len(missing) > 1:
            self._series |= {asked._replace(partner=code): self.part(asked, code) for code in missing}

    def part(self, asked: Question, partner: str) -> Series | None:
        """The windows of one of the partners that are read together."""
        if asked not in self._several:
            self._several[asked] = self._together(asked)
        several = self._several[asked]
        series = several.get(partner) if several else None
        return series and series.like(series.known._replace(question=asked._replace(partner=partner)))

    def _together(self, asked: Question) -> Several | None:
        known = self._some(asked._replace(as_of=None))
        if known is None:
            return None
        all_of_it = asked.as_of is None or _is_all(known, asked.as_of)
        return several_of(known, None if all_of_it else asked.as_of)

    def _some(self, asked: Question) -> Known | None:
        """What is known of the partners that are read together; whom a country is asked of is no matter."""
        alone = not places.place(asked.partner).members
        try:
            return self.read_some and self.read_some(
                asked._replace(partner="WORLD") if alone else asked, PARTNERS
            )
        except NoData:
            return None

    def alternatives(self, asked: Question) -> Alternatives:
        """The series of what claims about a question may have meant."""
        if asked not in self._alternatives:
            self._alternatives[asked] = Alternatives(self, asked)
        return self._alternatives[asked]

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
            known = self._some(total) if self.read_some else self.known(total)
            self._bands[key] = band(revisions(known.observations, flow)) if known else None
        return self._bands[key]

    def undated(self) -> list[Known]:
        """All that was read. A claim names its month and a verdict its day, so no age is told of it."""
        read = (known for question, known in self._known.items() if question.as_of is None)
        return [known._replace(today=None) for known in read if known]

    def has(self, question: Question) -> bool:
        """Whether the series of a question has been worked out."""
        return question in self._series


def _is_all(known: Known, day: date) -> bool:
    """Whether everything known today was known on a day."""
    newest = known.observations.get_column("vintage").max()
    return isinstance(newest, date) and newest <= day


class Alternatives:
    """The series of what a claim may have meant: other partners, other days."""

    def __init__(self, available: Available, asked: Question) -> None:
        self.available, self._asked = available, asked
        self.levels: dict[Hashable, Measured] = {}
        self._series: dict[Question, Series | None] = {}
        self._untraced: dict[Question, Series | None] = {}

    def series(self, question: Question) -> Series | None:
        """The series of a question."""
        if self.available.has(question):
            return self.available.series(question)
        if question not in self._series:
            self._series[question] = self._of(question)
        return self._series[question]

    def _of(self, question: Question) -> Series | None:
        asked, available = self._asked, self.available
        among = question.partner in PARTNERS and question == asked._replace(partner=question.partner)
        if available.read_some and among:
            return available.part(asked, question.partner)
        if question.as_of is None:
            return available.series(question)
        known = available.known(question._replace(as_of=None))
        # The day of another pair's release is none of this one's.
        if known is None or question.as_of not in {*available.days(question), asked.as_of}:
            return None
        return available.series(question) if known.source == OWN else on_days(known).series(question)

    def days(self, question: Question) -> list[date]:
        """The days on which something of a question was published."""
        return self.available.days(question)

    def untraced(self, question: Question) -> Series | None:
        """The same without the origins of figures, for those that are only tried."""
        if question not in self._untraced:
            series = self.series(question)
            self._untraced[question] = series and series.untraced()
        return self._untraced[question]
