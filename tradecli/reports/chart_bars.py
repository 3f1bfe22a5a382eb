"""`trade chart --drivers`: what moved a flow or the balance, as bars."""

from __future__ import annotations

from datetime import date

from tradecli.errors import QueryError
from tradecli.facts import places
from tradecli.model.picture import Mark, Picture
from tradecli.model.report import Statement
from tradecli.question import Known
from tradecli.reports import chart_words, drivers
from tradecli.reports.breakdown import Breakdown
from tradecli.reports.chart import Chart
from tradecli.reports.shared import say, subtitle
from tradecli.wording import Wording

#: How many bars the description names, and the span of bars where none is named.
NAMED, SPAN = 3, "year_to_date"


def check(by: str, *, partner: str, commodity: str, over_time: dict[str, bool]) -> None:
    """Refuse what has no meaning for bars.

    Args:
        by: What is broken down by.
        partner: The partner asked for.
        commodity: The commodity asked for.
        over_time: Options that only a chart over time has, and whether they were given.

    Raises:
        QueryError: With what to leave out.
    """
    drivers.check_by(by, partner)
    for name in (name for name, given in over_time.items() if given):
        raise QueryError(
            "{name} goes with a chart over time, not with --drivers",
            hint="leave out {name}{variable}",
            name=name,
            variable=Wording(" (TRADE_MONTHS)") if name == "--months" else "",
        )
    if commodity != "TOTAL":
        raise QueryError(
            "--commodity goes with a line; --drivers shows all commodities", hint="leave out one of the two"
        )


def bars(known: Known, *, by: str, flow: str, through: date | None, span: str = "") -> Chart:
    """What moved a flow or the balance, as bars: the change of each part in money.

    Arguments and errors are those of `drivers.breaking_down`.
    """
    found = drivers.breaking_down(known, by=by, flow=flow, span=span or SPAN, through=through)
    report = drivers.reported(found)
    marks = [Mark(line.label, line.change) for line in (*found.of("part"), found.rest)]
    largest = sorted(marks, key=lambda bar: -abs(bar.money.value if bar.money else 0))[:NAMED]
    alt = say(
        "charts.bars_alt",
        count=len(marks),
        largest=[say("charts.bar", name=bar.label, change=bar.amount) for bar in largest],
        title=report.title,
        currency=known.currency,
    )
    newest = max(line.vintage.day for line in found.lines)
    source = say("charts.source", source=subtitle(known, newest, found.parts.flows, unit=False))
    if known.question.table:
        source = chart_words.source(known, found.total.now)
    under = say("charts.bars_subtitle", title=report.title, currency=known.currency)
    return Chart(Picture("bars", _title(found, report.title), under, alt, marks, source), report)


def _title(found: Breakdown, otherwise: Statement) -> Statement:
    """Which part moved the total most its way, and by how much of how much."""
    total, (first, *_) = found.total, found.of("part")
    if not total.moved or total.moved * first.moved <= 0:
        return otherwise
    return say(
        "charts.bars_title",
        "balance" if found.flow == "balance" else None,
        "fall" if total.moved < 0 else None,
        figures=[total.now, total.base, first.now, first.base],
        part=places.place(first.code) if found.by == "partner" and first.code else first.label,
        moved=first.change and abs(first.change.money),
        total=total.change and abs(total.change.money),
        flow=found.flow,
        window=found.window,
        **chart_words.names(found.known),
    )
