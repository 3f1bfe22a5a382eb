"""What `trade revisions` shows: the first figure and the one that stands, or every figure of one window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.facts import places
from tradecli.model.money import Change, Money
from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.reports import qualify
from tradecli.reports.revisions import Revisions, Version
from tradecli.reports.shared import LEAD, say, subtitle
from tradecli.reports.shared import asked as series_asked
from tradecli.statistics.revision import LEAST, UNUSUAL
from tradecli.vintages import read_stamp

#: What marks an unusual revision in the table.
MARK = "!"


class Row(NamedTuple):
    """A machine row: one figure of one window."""

    reporter: str
    partner: str
    flow: str
    span: str
    period: str
    number: int
    first_published: bool
    last: bool
    value: int
    revision: int | None
    since_first: int
    since_first_pct: float | None
    beyond_rounding: bool
    times_usual: float | None
    unusual: bool
    basis: str
    currency: str
    precision: int
    source: str
    vintage: date
    vintage_basis: str


def report(answer: Revisions) -> Report:
    """The answer in every form, one row a figure."""
    versions = answer.versions
    return Report(
        schema="trade.revisions/1",
        question=asked(answer),
        currency=answer.currency,
        title=title(answer),
        subtitle=heading(answer),
        table=_history(answer) if len(answer.windows) == 1 else _summary(answer),
        findings=list(_findings(answer)),
        notes=list(_notes(answer)),
        row_type=Row,
        rows=[_row(answer, version) for version in versions],
        displays={
            "value_display": [answer.money(version) for version in versions],
            "since_first_display": [answer.since_first(version) for version in versions],
        },
        row_figures=[(answer.figure(version),) for version in versions],
        used=answer.used(),
        manifest=answer.known.origins,
        lead=LEAD,
    )


def asked(answer: Revisions) -> dict[str, Any]:
    """The question as JSON values."""
    return {
        **series_asked(answer.known.question, answer.known.source),
        "flow": answer.flow,
        "span": answer.span,
        "through": periods.label(answer.through),
        "months": len(answer.windows),
    }


def title(answer: Revisions) -> Statement:
    """Whose figures of which windows."""
    question = answer.known.question
    return say(
        "revisions.title",
        "one" if len(answer.windows) == 1 else None,
        reporter=places.place(question.reporter),
        partner=places.place(question.partner),
        flow=answer.flow,
        span=answer.span,
        window=answer.window(answer.through),
        through=answer.through,
    )


def heading(answer: Revisions) -> Statement:
    """Unit, publisher, the newest vintage shown, valuation."""
    return subtitle(answer.known, answer.newest_vintage(), answer.shown_flows())


def _row(answer: Revisions, version: Version) -> Row:
    question = answer.known.question
    return Row(
        question.reporter,
        question.partner,
        answer.flow,
        answer.span,
        periods.label(version.period),
        version.number,
        version.first_published,
        version.last,
        version.value,
        version.revision,
        version.since_first,
        version.since_first_pct,
        version.beyond_rounding,
        version.times_usual,
        version.unusual,
        version.basis,
        answer.currency,
        version.precision,
        answer.known.source,
        *read_stamp(version.stamp),
    )


def _history(answer: Revisions) -> Table:
    """Every figure of the one window."""
    columns = [
        Column("revisions.published", left=True),
        Column("value"),
        Column("revisions.step"),
        Column("revisions.since_first", drop=1),
        Column("revisions.percent", drop=2),
    ]
    rows: list[list[Cell]] = []
    before: Money | None = None
    for version in answer.versions:
        money = answer.money(version)
        step = None if before is None else Change(money - before)
        since = answer.since_first(version), answer.since_first_percent(version)
        rows.append([_day(version), money, step, *since])
        before = money
    return Table(columns, rows)


def _day(version: Version) -> Statement:
    inferred = read_stamp(version.stamp)[1] == "inferred"
    return say("revisions.day", "inferred" if inferred else None, day=version.as_of)


def _summary(answer: Revisions) -> Table:
    """The first figure and the one that stands, window by window."""
    columns = [
        Column("period", left=True),
        Column("revisions.first"),
        Column("revisions.published", left=True, drop=3),
        Column("revisions.now"),
        Column("revisions.since_first"),
        Column("revisions.percent", drop=1),
        Column("revisions.mark", left=True),
        Column("revisions.figures", drop=2),
    ]
    rows: list[list[Cell]] = []
    for versions in answer.windows:
        first, last = versions[0], versions[-1]
        rows.append(
            [
                periods.label(first.period),
                answer.money(first) if first.on_time else None,
                _day(first),
                answer.money(last),
                answer.since_first(last) if first.on_time else None,
                answer.since_first_percent(last) if first.on_time else None,
                MARK if last.unusual else "",
                len(versions),
            ]
        )
    return Table(columns, rows)


def _findings(answer: Revisions) -> Iterator[Statement]:
    """How far first figures are usually revised, which were unusually, what revisions made or unmade."""
    found = answer.usual
    kind = None if answer.span == "month" else answer.span
    if found is None:
        yield say("revisions.none", flow=answer.flow)
        return
    unmoved = found.n - found.down - found.up
    key = "revisions.usual" if found.n >= LEAST else "revisions.too_few"
    yield say(key, kind=kind, unmoved=unmoved, **found._asdict())
    for versions in answer.windows:
        if versions[-1].unusual:
            yield _unusual(answer, versions[-1])
    for fate in answer.fates:
        yield say("revisions.unmade" if fate.then else "revisions.made", window=answer.window(fate.period))
    yield from _margin(answer)
    # What never happened is said last.
    for rate, counted in sorted(answer.reversals.items(), key=lambda one: not one[1].periods):
        if counted.n:
            yield say(
                f"revisions.reversed_{rate}",
                n=counted.n,
                k=len(counted.periods),
                when=_months(counted.periods),
            )


def _months(periods: tuple[date, ...]) -> tuple[Statement, ...]:
    return tuple(say("revisions.month", month=period) for period in periods)


def _unusual(answer: Revisions, last: Version) -> Statement:
    return say(
        "revisions.unusual",
        window=answer.window(last.period),
        revised=answer.since_first(last),
        percent=answer.since_first_percent(last),
        usual=last.times_usual,
        others=last.times_others,
    )


def _margin(answer: Revisions) -> Iterator[Statement]:
    """By how many usual revisions the last window is a record."""
    placed, found = answer.margin, answer.usual
    if placed is None or found is None or found.n < LEAST or not found.median:
        return
    margin = abs(placed.value - placed.previous_value)
    times = 100 * margin / abs(placed.value) / found.median
    precision = max(answer.versions[-1].precision, placed.previous_precision or 1)
    yield say(
        "revisions.margin",
        "thin" if times < 1 else None,
        window=answer.window(answer.through),
        margin=Money(margin, precision, answer.currency),
        times=times,
    )


def _notes(answer: Revisions) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from qualify.adjustment(answer.known)
    if any(not versions[0].on_time for versions in answer.windows):
        yield say("revisions.oldest_available")
    if any(read_stamp(version.stamp)[1] == "inferred" for version in answer.versions):
        yield say("revisions.inferred")
    if any(version.basis == "difference" for version in answer.versions):
        yield say("revisions.difference")
    if any(version.unusual for version in answer.versions):
        yield say("revisions.marked", mark=MARK, limit=UNUSUAL)
