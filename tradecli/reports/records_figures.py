"""Every record and streak of a month: each figure, rate or share among all earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.model.report import Cell, Statement
from tradecli.question import Known
from tradecli.remembered_series import series_of
from tradecli.reports.series_refusals import by_year_alone, flow_refusal
from tradecli.reports.shared import WORTH_A_PLACE, behind, goods, run, say, standing
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.statistics.records import WINDOW, Among, among
from tradecli.statistics.share import share_of
from tradecli.wording import Wording

#: The kinds of level records, and of the windows they need.
LEVELS = ("month", "same_month", "quarter", "year_to_date", "year", "rolling_12")
SPANS = ("month", "quarter", "year_to_date", "rolling_12")
#: Flows that grow and have shares; a balance has neither.
GROSS = ("export", "import")


class Entry(NamedTuple):
    """One kind of record or streak of a flow, with its sentence.

    `figures` are what it rests on: its own, and what it is compared with or measured by.
    """

    kind: str
    partner: str
    figure: Figure
    statement: Statement
    figures: tuple[Figure, ...]
    record: bool | None = None
    rank: int | None = None
    since: Window | None = None
    measure: float | None = None
    unit: str | None = None
    previous: Money | None = None
    previous_measure: float | None = None
    previous_window: Window | None = None
    missing: int | None = None
    passed: Money | None = None
    passed_window: Window | None = None
    shown: Cell = None
    shown_before: Cell = None


class Records:
    """Every record and streak of a month, of each pair."""

    def __init__(self, known: Sequence[Known], through: date | None, newest: Sequence[Known] = ()) -> None:
        """Place a month of each pair among all earlier ones.

        Args:
            known: The pairs as known on the question's day: the world first, then the partner asked for.
            through: The month; None means the newest in which the last pair has exports or imports.
            newest: The same pairs as known now, where *known* is what was known on an earlier day.

        Raises:
            NoData: No flow of any pair is known for the month.
        """
        self.series = [series_of(one, spans=SPANS) for one in known]
        for series, later in zip(self.series, newest, strict=False):
            series.later = series_of(later, spans=SPANS)
        months = [last for flow in GROSS if (last := self.series[-1].newest("month", flow))]
        last = through or max(months, default=None)
        if last:
            self.series = [pair.counted(last) for pair in self.series]
        self.entries = [entry for pair in self.series for entry in self._entries(pair, last)] if last else []
        if not self.entries and by_year_alone(self.series[-1]):
            known_flow = next(flow for flow in GROSS if self.series[-1].newest("year_to_date", flow))
            raise flow_refusal(self.series[-1], known_flow, through)
        if last is None or not self.entries:
            month = Wording(" in {through}", through=periods.label(through)) if through else ""
            hint = Wording("the newest month is {last}", last=periods.label(max(months))) if months else ""
            partner = places.place(known[-1].question.partner)
            raise NoData(
                "no trade with {partner.prose} is known{month} ({source})",
                hint=hint,
                newest=max(months, default=None),
                partner=partner,
                month=month,
                source=known[-1].source,
            )
        self.through = last

    def _entries(self, pair: Series, period: date) -> Iterator[Entry]:
        for kind in LEVELS:
            for flow in FLOWS:
                yield from _level(pair, kind, flow, period)
        for flow in GROSS:
            yield from _growth(pair, flow, period)
        if pair is not self.series[0]:
            for flow in GROSS:
                yield from _share(pair, self.series[0], flow, period)
        for flow in FLOWS:
            yield from _streak(pair, flow, period)


def _level(pair: Series, kind: str, flow: str, period: date) -> Iterator[Entry]:
    """The figure among all earlier ones of its kind."""
    figure = pair.figure(flow, Window(WINDOW.get(kind, kind), period))
    if figure.money is None:
        return
    rank = pair.rank(kind, figure)
    place = standing(rank)
    before = _window(kind, rank.previous_period)
    yield Entry(
        kind,
        pair.known.question.partner,
        figure,
        say("records_line", standing=place, **_subject(pair, figure, Window(kind, period))),
        behind(pair, rank),
        rank.record,
        rank.rank,
        _window(kind, rank.since),
        previous=rank.previous,
        previous_window=before,
        missing=None if rank.record is None else rank.missing,
        passed=rank.passed,
        passed_window=_window(kind, rank.passed_period),
        shown=figure.money,
        shown_before=rank.previous,
    )


def _window(span: str, through: date | None) -> Window | None:
    return None if through is None else Window(span, through)


def _subject(pair: Series, figure: Figure, window: Window) -> dict[str, Any]:
    question = pair.known.question
    partner, named = places.place(question.partner), goods(question, figure.flow)
    return {"partner": partner, "figure": figure, "window": window, "goods": named}


def _growth(pair: Series, flow: str, period: date) -> Iterator[Entry]:
    """The growth on a year earlier among all earlier rates: the largest rise of a flow."""
    window = Window("month", period)
    figure = pair.figure(flow, window)
    growth, base = pair.growth(figure), pair.base(figure)
    if growth.percent is None:
        return
    place = among("month", period, growth.percent, pair.rates(flow))
    variant = _variant(place)
    facts: dict[str, Any] = {
        "growth": growth,
        "rank": place.rank,
        **_since(place),
        **_subject(pair, figure, window),
    }
    fall = "fall" if growth.percent < 0 else None
    statement = say("growth_line", fall if place.record is False else variant, **facts)
    before = _window("month", place.previous_period)
    earlier = pair.growth(pair.figure(flow, before)) if before else None
    entry = _measured(pair, "growth", figure, growth.percent, place, statement)
    yield entry._replace(figures=(figure, base), shown=growth, shown_before=earlier)


def _variant(place: Among) -> str | None:
    """How a rate or share is told: as a record, by its rank, or alone where the rank is not worth a word."""
    if place.record is None:
        return "short_history"
    return "record" if place.record else "far" if (place.rank or 0) > WORTH_A_PLACE else None


def _since(place: Among) -> dict[str, Any]:
    """Since when a rate or share is compared, and how many months are missing."""
    return {"since": _window("month", place.since), "missing": place.missing}


def _share(pair: Series, world: Series, flow: str, period: date) -> Iterator[Entry]:
    """The partner's share of the published total among all earlier shares."""
    window = Window("month", period)
    figure, total = pair.figure(flow, window), world.figure(flow, window)
    share = share_of(figure, total)
    if share is None:
        return
    place = among("month", period, share.percent, pair.shares(world, flow, "month"))
    variant = _variant(place)
    facts: dict[str, Any] = {"share": share, "rank": place.rank, **_since(place)}
    statement = say("share_line", variant, **facts, **_subject(pair, figure, window))
    before = _window("month", place.previous_period)
    earlier = share_of(pair.figure(flow, before), world.figure(flow, before)) if before else None
    entry = _measured(pair, "share", figure, share.percent, place, statement)
    shown, shown_before = (share and say("cell_share", share=share) for share in (share, earlier))
    yield entry._replace(figures=(figure, total), shown=shown, shown_before=shown_before)


def _measured(
    pair: Series, kind: str, figure: Figure, measure: Fraction, place: Among, statement: Statement
) -> Entry:
    """A record of a rate or share, with the money of the month it is compared with."""
    before = _window("month", place.previous_period)
    return Entry(
        kind,
        pair.known.question.partner,
        figure,
        statement,
        (figure,),
        place.record,
        place.rank,
        _window("month", place.since),
        float(measure),
        "percent",
        pair.figure(figure.flow, before).money if before else None,
        float(place.previous) if before else None,
        before,
        None if place.record is None else place.missing,
    )


def _streak(pair: Series, flow: str, period: date) -> Iterator[Entry]:
    """Months in a row of growth, or for the balance of a surplus or deficit."""
    found = pair.streak(flow, period)
    if found is None:
        return
    window = Window("month", period)
    figure = pair.figure(flow, window)
    subject = _subject(pair, figure, window)
    if found.length:
        statement = say("streak_line", run=run(flow, found, period), **subject)
    else:
        base = pair.base(figure).money
        unchanged = flow == "balance" or (base and base.value)
        statement = say("streak_line", "none" if unchanged else "no_base", **subject)
    measure = None if found.at_least else float(found.length)
    yield Entry(
        "streak",
        pair.known.question.partner,
        figure,
        statement,
        (figure,),
        measure=measure,
        unit="months",
        shown=say("cell_streak", "at_least" if found.at_least else None, length=abs(found.length)),
    )
