"""`trade watch`: what the newest vintage says of a pair that an earlier one did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.model.figure import Figure, Window
from tradecli.model.report import Column, Columns, Report, Statement, Table
from tradecli.periods import shift
from tradecli.question import Known
from tradecli.reports.brief_changes import Changes, Revised, later_months, moved
from tradecli.reports.records import kind, made
from tradecli.reports.records_figures import LEVELS, Entry, Records
from tradecli.reports.shared import asked, goods, say, subtitle
from tradecli.schema import FLOWS

#: How a shell ends where something is new, so that a script can tell.
NEW = 10
#: Revised months of so many back are looked at for records.
RECENT = 25
#: What a row is about.
MONTH, ADDED, REVISION, MADE, UNMADE = "month", "added", "revision", "record_made", "record_unmade"


class Row(NamedTuple):
    """A machine row: one thing that is new."""

    what: str
    reporter: str
    partner: str
    commodity: str
    flow: str
    span: str
    period: str
    record_kind: str | None
    value: int | None
    value_before: int | None
    revision: int | None
    currency: str
    source: str
    vintage: date | None
    vintage_before: date | None


class New(NamedTuple):
    """One thing that is new: a figure, the one before where it was revised, the record where it is one."""

    what: str
    now: Figure
    before: Figure | None = None
    entry: Entry | None = None


class Watched:
    """A pair in its newest vintage, against how it stood on an earlier day."""

    def __init__(self, known: Sequence[Known], since: date | None) -> None:
        """Compare.

        Args:
            known: The pair, the world before it.
            since: The earlier day; None means that of the vintage before the newest.

        Raises:
            NoData: There is no earlier vintage, or nothing is known of the pair.
        """
        self.known, self.pairs = known[-1], known
        days = sorted(self.known.observations.get_column("vintage").unique().to_list())
        earlier = [day for day in days if (day <= since if since else day < days[-1])]
        if not earlier:
            raise NoData(
                "nothing was published before {end} to compare with",
                hint="the oldest vintage is of {day}" if days else "",
                end=since or (days[-1] if days else None),
                day=days[0] if days else None,
            )
        self.newest, self.day = days[-1], since or earlier[-1]
        placed = Records(known, None)
        self.through = placed.through
        self.changes = Changes(placed, self.through, self.day)
        self.revised = list(self._revised())
        self.news = [*self._months(), *self.revised, *self._records()]

    def _months(self) -> Iterator[New]:
        before, now = self.changes.before, self.changes.now
        for flow in FLOWS:
            known = {day for day, _ in before.amounts(flow, "month")} if before else set()
            later = {window.through for window in later_months(before, now, flow)}
            for day, _ in now.amounts(flow, "month"):
                if day not in known:
                    yield New(MONTH if day in later else ADDED, now.figure(flow, Window("month", day)))

    def _revised(self) -> Iterator[New]:
        """Months that are no longer what they were, the newest first."""
        before, now = self.changes.before, self.changes.now
        if before is None:
            return
        for flow in FLOWS:
            for day, _ in reversed(before.amounts(flow, "month")):
                window = Window("month", day)
                one = Revised(before.figure(flow, window), now.figure(flow, window))
                if moved(one):
                    yield New(REVISION, one.now, one.before)

    def _records(self) -> Iterator[New]:
        """Records made, where none has passed them since, and unmade: of new and of revised months."""
        for month in self._looked_at():
            now, then = (
                {(entry.figure.flow, entry.kind): entry for entry in self._made(some, month)}
                for some in (self.pairs, self.changes.earlier)
            )
            entries = {**now, **then}
            for what, some in ((MADE, now.keys() - then.keys()), (UNMADE, then.keys() - now.keys())):
                told = [entries[one] for one in entries if one in some]
                still = [one for one in told if what == UNMADE or not one.passed]
                yield from (New(what, one.figure, entry=one) for one in still)

    def _looked_at(self) -> list[date]:
        """The months whose records may be others than they were."""
        before, now = self.changes.before, self.changes.now
        new = {window.through for flow in FLOWS for window in later_months(before, now, flow)}
        revised = {one.now.window.through for one in self.revised}
        recent = {month for month in revised if month > shift(self.through, -RECENT)}
        return sorted({self.through} | new | recent, reverse=True)

    def _made(self, known: Sequence[Known], month: date) -> list[Entry]:
        """The records of a month, as a state of the figures has them: of an older month those of level."""
        try:
            found = made(Records(known, month, self.pairs)) if known else []
        except NoData:
            return []
        return [one for one in found if month == self.through or one.kind in LEVELS]


def report(known: Sequence[Known], since: date | None) -> Report:
    """The answer in every form; see `Watched`."""
    watched = Watched(known, since)
    question, news = watched.known.question, watched.news
    figures = [tuple(figure for figure in (one.now, one.before) if figure) for one in news]
    used = [origin for some in figures for figure in some for origin in figure.origins]
    return Report(
        schema="trade.watch/1",
        question={
            **asked(question, watched.known.source),
            "since": watched.day.isoformat(),
            "vintage": watched.newest.isoformat(),
        },
        currency=watched.known.currency,
        title=say(
            "watch.title",
            None if news else "nothing",
            reporter=places.place(question.reporter),
            partner=places.place(question.partner),
            goods=goods(question, "balance"),
            day=watched.day,
        ),
        subtitle=subtitle(watched.known, watched.newest, FLOWS),
        table=_table([one for one in news if one.what != ADDED]),
        findings=[*watched.changes.sentences(), *_added(news)] if news else [],
        notes=[],
        row_type=Row,
        rows=[_row(watched.known, one) for one in news],
        displays={
            "value_display": [one.now.money for one in news],
            "value_before_display": [one.before and one.before.money for one in news],
        },
        row_figures=figures,
        used=sorted(set(used)),
        manifest=watched.known.origins,
    )


def _added(news: Sequence[New]) -> Iterator[Statement]:
    """The older months of each flow that were not available before, which a table does not list."""
    for flow in FLOWS:
        figures = [one.now for one in news if one.what == ADDED and one.now.flow == flow]
        if figures:
            first, last = figures[0].window, figures[-1].window
            yield say("watch.added", flow=flow, count=len(figures), first=first, last=last)


def _table(news: Sequence[New]) -> Table:
    columns: Columns[New] = [
        (Column("watch.what", left=True), lambda one: say("watch.is", one.what)),
        (Column("watch.figure", left=True), _named),
        (Column("watch.before"), lambda one: one.before.money if one.before else ""),
        (Column("watch.now"), lambda one: one.now.money),
        (Column("watch.revision", drop=1), _revision),
    ]
    return Table.of(news, columns, lambda one: one.what != REVISION)


def _named(one: New) -> Statement:
    figure = one.now
    if one.entry:
        return say("watch.record_of", flow=figure.flow, kind=kind(one.entry), window=figure.window)
    return say("watch.flow_of", flow=figure.flow, window=figure.window)


def _revision(one: New) -> Statement | str:
    return say("watch.revised_by", revised=Revised(one.before, one.now).revision) if one.before else ""


def _row(known: Known, one: New) -> Row:
    question, figure = known.question, one.now
    change = Revised(one.before, figure).revision if one.before else None
    return Row(
        one.what,
        question.reporter,
        question.partner,
        question.commodity,
        figure.flow,
        figure.window.span,
        figure.window.label,
        one.entry.kind if one.entry else None,
        figure.value,
        one.before.value if one.before else None,
        change.money.value if change else None,
        known.currency,
        known.source,
        figure.vintage and figure.vintage.day,
        one.before.vintage.day if one.before and one.before.vintage else None,
    )
