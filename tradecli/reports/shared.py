"""What several reports say of a figure: how it moved, where it stands, its streak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import dropwhile
from typing import Any

from tradecli.facts.places import Place
from tradecli.model.figure import Figure, Rank, Streak, Window
from tradecli.model.money import Money, change
from tradecli.model.ratio import Growth
from tradecli.model.report import Named, Statement, Trend
from tradecli.periods import shift
from tradecli.question import Known, Question
from tradecli.series import Series
from tradecli.statistics.growth import multiple_of
from tradecli.wording import Listed, Wording

#: A lower place among earlier figures is not worth a word: the record itself says more.
WORTH_A_PLACE = 5
#: Findings that a first look needs: they come most important first.
LEAD = 4
#: Months of the small bars beside an answer.
TREND = 24
#: Refusals and directions of growth that have a sentence of their own.
_TURNS = frozenset({"sign_change", "deficit_widened", "deficit_narrowed"})


def say(key: str, *variants: str | None, figures: Sequence[Figure] = (), **facts: Any) -> Statement:
    """A statement; its variants are part of its key, the most particular last.

    Examples:
        >>> say("record", "first", None, "deficit").key
        'record.first.deficit'
    """
    return Statement(".".join([key, *filter(None, variants)]), facts, tuple(figures))


def asked(question: Question, source: str) -> dict[str, Any]:
    """The question as JSON values."""
    table = question.table
    return {
        "reporter": question.reporter,
        "partner": question.partner,
        "commodity": question.commodity,
        "classification": question.classification,
        "adjustment": question.adjustment,
        "source": source,
        "as_of": question.as_of.isoformat() if question.as_of else None,
        "as_of_strict": question.strict,
        **({"table": table.path, "engine": table.engine} if table else {}),
    }


def traded(flow: str, partner: Place) -> str:
    """The flow with a partner, as a refusal names it."""
    templates = {
        "export": "exports to {partner.prose}",
        "import": "imports from {partner.prose}",
        "balance": "balance with {partner.prose}",
    }
    return Wording(templates[flow], partner=partner)


def subtitle(known: Known, vintage: date | None, flows: Sequence[str], *, unit: bool = True) -> Statement:
    """Unit, publisher, vintage and valuation: what every figure is printed with.

    Args:
        known: Whose figures.
        vintage: The newest shown.
        flows: The flows shown, whose valuation is said.
        unit: Whether the unit is said; once is enough where two publishers stand side by side.
    """
    facts: dict[str, Any] = {
        "currency": known.currency,
        "vintage": vintage,
        "as_of": known.question.as_of,
    }
    if known.question.table:
        entry = next(iter(known.origins().values()), {})
        parts = [part for side, part in entry.get("only", {}).items() if side in flows or "balance" in flows]
        both = Listed([Wording(part) for part in parts], "and")
        only = Wording("{parts}", parts=both) if parts else None
        return say("subtitle", "own_table", publisher=known.question.table.path, only=only, **facts)
    # Imported here: the descriptions are needed by people only, and cost each start of the program.
    from tradecli.sources import SOURCES

    source = SOURCES[known.source]
    valued = {entry.flow: entry.valuation for entry in source.valuations if entry.flow in flows}
    return say(
        "subtitle",
        None if unit else "again",
        publisher=Named(*source.names),
        valuations=valued,
        **facts,
    )


def goods(question: Question, flow: str) -> Statement | None:
    """The commodity asked about, as it follows the name of a flow; None for all goods."""
    if question.commodity == "TOTAL":
        return None
    from tradecli.facts import commodities

    named = commodities.named(f"{question.classification}:{question.commodity}")
    return say("goods", "balance" if flow == "balance" else None, goods=named)


def movement(figure: Figure, base: Figure, growth: Growth) -> Iterator[Statement]:
    """How a balance moved against the year before, in words that its signs allow."""
    moved = change(figure.money, base.money)
    if moved is None:
        return
    facts: dict[str, Any] = {"figure": figure, "base": base, "growth": growth, "change": moved}
    multiple = multiple_of(growth)
    many = "multiple" if multiple else None
    if growth.note in _TURNS and moved.money.value:
        key = say(growth.note, many if growth.note == "deficit_widened" else None)
    elif multiple:
        key = say("moved", "multiple")
    else:
        key = say("moved", {0: "unchanged", -1: "less"}.get(moved.money.sign))
    yield Statement(key.key, {**facts, "multiple": multiple}, (figure, base))


def standing(rank: Rank) -> Statement:
    """Where a figure stands among all earlier ones of its kind: a record, a tie, or its rank."""
    figure, kind = rank.figure, rank.kind
    facts: dict[str, Any] = {"rank": rank, "figure": figure, "window": Window(kind, figure.window.through)}
    if rank.record is None or rank.since is None or rank.previous is None:
        return say("short_history", "one" if rank.earlier == 1 else None, figures=[figure], **facts)
    windows = {"since": rank.since, "previous": rank.previous_period, "last_of_sign": rank.last_of_sign}
    facts |= {name: period and Window(kind, period) for name, period in windows.items()}
    facts |= {"missing": rank.missing, "passed": rank.passed_period and Window(kind, rank.passed_period)}
    return say(*_place(rank, rank.previous), figures=[figure], **facts)


def _place(rank: Rank, previous: Money) -> tuple[str, str | None, str | None, str | None]:
    """The key of a rank's sentence."""
    money = rank.figure.money
    deficit = "deficit" if rank.figure.flow == "balance" and money and money.sign < 0 else None
    passed = "passed" if rank.passed else None
    first = "first" if rank.first_of_sign and rank.last_of_sign else None
    if rank.record and rank.first_of_sign and not rank.last_of_sign:
        return "record", "first_ever", None, None
    if rank.record:
        return "record", first, deficit, passed
    if not (money and money.value):
        # Nothing at all is no rank and no tie that anyone asks for.
        return "rank", None, None, "far"
    if rank.tie:
        return "tie", None, None, None
    if first:
        return "rank", first, deficit, None
    if deficit and previous.sign >= 0:
        return "rank", "no_deficit_before", None, None
    return "rank", None, deficit, "far" if (rank.rank or 0) > WORTH_A_PLACE else None


def trend(series: Series, flow: str, through: date) -> Trend | None:
    """The last months of a flow, from the first available one on; None where not two and half of them are."""
    known = dict(series.amounts(flow, "month"))
    shown = (shift(through, step) for step in range(1 - TREND, 1))
    months = list(
        dropwhile(lambda month: not month[1], ((Window("month", day), known.get(day)) for day in shown))
    )
    there = sum(bool(money) for _, money in months)
    return Trend(flow, months) if there > 1 and 2 * there >= len(months) else None


def behind(series: Series, rank: Rank) -> tuple[Figure, ...]:
    """The figure of a rank, the one it is compared with, and the one that has passed it since."""
    figure, span = rank.figure, rank.figure.window.span
    compared = [(series, rank.previous_period), (series.later or series, rank.passed_period)]
    others = (one.figure(figure.flow, Window(span, period)) for one, period in compared if period)
    return figure, *others


def run(flow: str, months: Streak, through: date, key: str = "run") -> Statement:
    """How many months in a row to *through* it rose or fell; for the balance, was a surplus or deficit."""
    kinds = ("surplus", "deficit") if flow == "balance" else ("rise", "fall")
    length = abs(months.length)
    open_, one = "at_least" if months.at_least else None, "one" if length == 1 else None
    return say(key, kinds[months.length < 0], open_, one, length=length, since=shift(through, 1 - length))


def streak(figure: Figure, base: Figure, months: Streak, growth: Growth) -> Statement:
    """A streak to a month's figure as a finding of its own, of a flow beside its growth on the year."""
    flow, through = figure.flow, figure.window.through
    facts: dict[str, Any] = {"flow": flow, "run": run(flow, months, through), "length": months.length}
    if flow == "balance":
        return say("streak", "balance", figures=[figure], **facts)
    facts |= {"growth": growth, "in_a_row": run(flow, months, through, "in_a_row")}
    return say("streak", figures=[figure, base], **facts)
