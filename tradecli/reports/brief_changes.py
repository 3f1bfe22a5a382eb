"""What a release says that the one before did not: new months, revised figures, records made and unmade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tradecli import vintages
from tradecli.errors import NoData, QueryError
from tradecli.model.figure import Figure, Vintage, Window
from tradecli.model.money import Change
from tradecli.model.report import Column, Columns, Statement, Table
from tradecli.periods import shift
from tradecli.question import Known, figures
from tradecli.remembered_series import series_of
from tradecli.reports.records import kind, made
from tradecli.reports.records_figures import Entry, Records
from tradecli.reports.shared import say
from tradecli.schema import FLOWS
from tradecli.series import Series

#: The word for the release before the one that is written.
LAST = "last"
#: Months that are looked at beside the year to date, and revised figures that are listed.
MONTHS = 13
LISTED = 12


class Revised(NamedTuple):
    """A figure of both releases that is no longer what it was."""

    before: Figure
    now: Figure

    @property
    def revision(self) -> Change | None:
        """By how much it was revised."""
        before, now = self.before.money, self.now.money
        return Change(now - before) if before and now else None


def day_before(known: Known, shown: Sequence[Vintage | None], against: date | str) -> date:
    """The day whose figures a release is compared with.

    Args:
        known: The pair, as known on the question's day.
        shown: The vintages of the figures of the release.
        against: A day, or `LAST`: the newest vintage of the pair before the newest shown.

    Raises:
        QueryError: An own table has no earlier vintages, or the day is not before the release's.
        NoData: There is no earlier vintage.
    """
    if known.question.table:
        raise QueryError("--against compares vintages, and an own table has one", hint="leave out --against")
    newest = max(vintage.day for vintage in shown if vintage)
    if isinstance(against, date) and against >= newest:
        raise QueryError(
            "--against {against} is not before the release itself, whose vintage is {shown}",
            hint="name an earlier day, or --against last",
            against=against,
            shown=newest,
        )
    end = against if isinstance(against, date) else newest
    days: list[date] = known.observations.get_column("vintage").unique().to_list()
    earlier = [day for day in days if day < end or day == against]
    if not earlier:
        raise NoData(
            "nothing was published before {end} to compare with",
            hint="the oldest vintage is of {day}",
            end=end,
            day=min(days),
        )
    return max(earlier)


def later_months(before: Series | None, now: Series, flow: str) -> list[Window]:
    """The months after the last that was known of a flow; of one of which nothing was, none.

    An older month that was not available before is no news: it may have been published long ago.
    """
    known = [day for day, _ in before.amounts(flow, "month")] if before else []
    return [Window("month", day) for day, _ in now.amounts(flow, "month") if known and day > known[-1]]


def as_known(known: Known, day: date) -> Known:
    """The same pair as it was known on an earlier day, from the rows in hand."""
    question = known.question._replace(as_of=day)
    rows = known.observations.filter(vintages.known_on(day, strict=question.strict))
    return known._replace(question=question, observations=rows, figures=figures(rows, question.partner))


class Changes:
    """What is new in a release of a month against the figures known on an earlier day."""

    def __init__(self, placed: Records, through: date, day: date) -> None:
        """Compare the pair of *placed* with itself as known on *day*."""
        self.through, self.day = through, day
        self.now, self.placed = placed.series[-1], placed
        earlier = [as_known(series.known, day) for series in placed.series]
        held = [known for known in earlier if not known.observations.is_empty()]
        self.before = series_of(earlier[-1]) if earlier[-1] in held else None
        #: What was known then, where anything was known of the pair.
        self.earlier = held if self.before else []
        self.records = self._records(held) if self.before else []

    def _records(self, earlier: Sequence[Known]) -> list[Entry]:
        try:
            return made(Records(earlier, self.through))
        except NoData:
            return []

    def sentences(self) -> Iterator[Statement]:
        """The months that are new, and the records made and unmade."""
        months = {flow: self._new_months(flow) for flow in FLOWS}
        for new in dict.fromkeys(tuple(some) for some in months.values() if some):
            flows = [flow for flow, some in months.items() if tuple(some) == new]
            many = "many" if len(new) > 2 else None
            facts = {"months": list(new), "first": new[0], "last": new[-1], "count": len(new)}
            shown = [self.now.figure(flow, new[-1]) for flow in flows]
            names = [say(f"row_{flow}") for flow in flows]
            yield say("brief.new_months", many, figures=shown, flows=names, **facts)
        now, then = ({(e.figure.flow, e.kind): e for e in some} for some in (made(self.placed), self.records))
        for key, some in (("made", now.keys() - then.keys()), ("unmade", then.keys() - now.keys())):
            entries = [entry for place, entry in {**now, **then}.items() if place in some]
            if entries:
                shown = [entry.figure for entry in entries]
                yield say(f"brief.records_{key}", figures=shown, records=list(_by_flow(entries)))

    def _new_months(self, flow: str) -> list[Window]:
        return [month for month in later_months(self.before, self.now, flow) if month.through <= self.through]

    def revised(self) -> list[Revised]:
        """Figures of the year to date and of the months to it that were revised, the widest first."""
        if self.before is None:
            return []
        windows = [Window("year_to_date", self.through), Window("year_to_date", self.through).year_before]
        windows += [Window("month", shift(self.through, -back)) for back in range(MONTHS)]
        every = (
            Revised(self.before.figure(flow, window), self.now.figure(flow, window))
            for flow in FLOWS
            for window in (windows if self.through.month > 1 else windows[2:])
        )
        return sorted(filter(moved, every), key=_size, reverse=True)

    def table(self) -> Table:
        """The revised figures, as they were and as they are."""
        columns: Columns[Revised] = [
            (Column("brief.figure_header", left=True), lambda one: _named(one.now)),
            (Column("brief.as_of_day", {"day": self.day}), lambda one: one.before.money),
            (Column("brief.now"), lambda one: one.now.money),
            (Column("brief.revision"), lambda one: say("brief.revised_by", revised=one.revision)),
        ]
        return Table.of(self.revised()[:LISTED], columns)


def _by_flow(entries: Sequence[Entry]) -> Iterator[Statement]:
    """The kinds of records of each flow."""
    for flow in FLOWS:
        kinds = [kind(entry) for entry in entries if entry.figure.flow == flow]
        if kinds:
            yield say("brief.kinds", flow=flow, kinds=kinds)


def _named(figure: Figure) -> Statement:
    return say("brief.flow_of", flow=figure.flow, window=figure.window)


def _size(one: Revised) -> int:
    return abs(one.revision.money.value) if one.revision else 0


def moved(one: Revised) -> bool:
    """Whether a figure moved by more than half its last digit."""
    revision = one.revision
    return revision is not None and abs(revision.money.value) * 2 > revision.money.precision
