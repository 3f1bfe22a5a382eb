"""What a surplus shows, in sentences: the most important first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tradecli import first_published as publications
from tradecli import periods
from tradecli.facts import places
from tradecli.model.figure import Window
from tradecli.model.money import Change, Money
from tradecli.model.report import Statement
from tradecli.reports.shared import goods, movement, say, standing, streak
from tradecli.reports.surplus_figures import Line, Surplus
from tradecli.schema import FLOWS

#: Streaks shorter than this are not worth a sentence.
WORTH_SAYING = {"export": 3, "import": 3, "balance": 12}
#: A month's figure out more than these days after the month began is no first estimate.
MAY_BE_FIRST = 91


def findings(answer: Surplus) -> Iterator[Statement]:
    """What the figures show, most important first."""
    main = answer.line("balance")
    if main.figure.money is None:
        yield from _without_balance(answer)
    else:
        yield from _of_the_balance(answer)
    yield from _streaks(answer)
    for line in answer.all():
        # The year to date of January is the month, and is said once.
        if answer.through.month > 1 or line.figure.window.span == answer.span:
            yield from first_published(answer, line)
    yield from _first_estimate(answer)


def _of_the_balance(answer: Surplus) -> Iterator[Statement]:
    """News of how it moved, a record, the month; then what the table shows too or is far from a record."""
    main, place = answer.line("balance"), standing(answer.line("balance").rank)
    moved = list(movement(main.figure, main.base, main.growth))
    news = main.growth.note == "sign_change" or any(said.key.endswith("multiple") for said in moved)
    near = not place.key.endswith("far") and not place.key.startswith("short_history")
    yield from moved if news else ()
    if near:
        yield place
    if answer.span == "year_to_date":
        yield from against_full_years(answer)
        if answer.through.month > 1:
            yield from _month(answer)
    yield from () if news else moved
    if not near:
        yield place


def _without_balance(answer: Surplus) -> Iterator[Statement]:
    """Which flow the balance lacks, and where the other one stands."""
    partner = places.place(answer.known.question.partner)
    for flow in ("export", "import"):
        line = answer.line(flow)
        if line.figure.money is None:
            newest = answer.series.newest("month", flow)
            variant = None if newest else "never"
            yield say("balance_missing", variant, flow=flow, window=line.figure.window, newest=newest)
        else:
            facts = {"partner": partner, "figure": line.figure, "window": line.figure.window}
            named = goods(answer.known.question, flow)
            yield say(
                "records_line", figures=[line.figure], standing=standing(line.rank), goods=named, **facts
            )


def against_full_years(answer: Surplus) -> Iterator[Statement]:
    """A part of a year against whole years of the same sign: only as a threshold passed, never as growth."""
    main, through = answer.line("balance"), answer.through
    money, last = main.figure.money, main.year.money
    every = [(day, year) for day, year in answer.series.amounts("balance", "year") if day < through]
    years = [(day, year) for day, year in every if money and day < through and year.sign == money.sign]
    if through.month == 12 or not money or not years:
        return
    deficit = "deficit" if money.sign < 0 else None
    day, highest = max(years, key=lambda entry: (entry[1].value * money.sign, -entry[0].toordinal()))
    since = every[0][0].year
    facts: dict[str, Any] = {"highest": highest, "year": day.year, "since": since}
    facts["missing"] = through.year - since - len(every)
    figures = [main.figure, answer.series.figure("balance", Window("year", day))]
    if _beyond(money, highest):
        newest = answer.series.later or answer.series
        later = [entry for entry in newest.amounts("balance", "year") if entry[0] > through]
        passed = next((entry for entry in later if _beyond(entry[1], money)), None)
        facts |= {"passed": passed and passed[1], "passed_year": passed and passed[0].year}
        variant = "passed" if passed else None
        if passed:
            figures.append(newest.figure("balance", Window("year", passed[0])))
        yield say("exceeds_every_year", deficit, variant, figures=figures, **facts)
    elif last is not None and last.sign == money.sign and _beyond(money, last):
        facts |= {"last": last, "last_year": through.year - 1}
        yield say("exceeds_last_year", deficit, figures=[*figures, main.year], **facts)


def _beyond(money: Money, other: Money) -> bool:
    """Whether a surplus is larger than another, or a deficit wider than another."""
    return money.sign == other.sign and abs(money) > abs(other)


def _month(answer: Surplus) -> Iterator[Statement]:
    lines = {flow: answer.line(flow, "month") for flow in FLOWS}
    balance = lines["balance"]
    if balance.figure.money is None:
        return
    facts: dict[str, Any] = {flow: line.figure for flow, line in lines.items()}
    facts |= {f"{flow}_growth": line.growth for flow, line in lines.items()}
    shown = [line.figure for line in lines.values()]
    yield say("month_line", figures=shown, window=balance.figure.window, **facts)
    rank, last = balance.rank, balance.rank.last_of_sign
    # The other sign a few months ago is no news.
    if rank.record or (rank.first_of_sign and (last is None or last < periods.shift(answer.through, -12))):
        yield standing(rank)


def _streaks(answer: Surplus) -> Iterator[Statement]:
    for flow in FLOWS:
        run = answer.series.streak(flow, answer.through)
        if run and abs(run.length) >= WORTH_SAYING[flow]:
            line = answer.line(flow, "month")
            yield streak(line.figure, line.base, run, line.growth)


def first_published(answer: Surplus, line: Line) -> Iterator[Statement]:
    """The figure as it was first published, where it has been revised since."""
    figure = line.figure
    first = publications.first_published(answer.series, figure)
    if first is None or first.money is None or figure.money is None or first.vintage is None:
        return
    revised = figure.money - first.money
    if abs(revised.value) * 2 <= first.money.precision:
        return
    press = all(answer.known.origins()[origin]["file"].endswith("press.csv") for origin in first.origins)
    yield say(
        "reported",
        None if publications.is_first(answer.series, first) else "oldest",
        figures=[first],
        flow=figure.flow,
        window=figure.window,
        day=first.vintage.day,
        inferred=say("marked_inferred") if first.vintage.basis == "inferred" else None,
        press=say("marked_press") if press else None,
        money=first.money,
        figure=first,
        revised=Change(revised),
        revision=_revision(figure.flow, first.money, Change(revised)),
    )


def _revision(flow: str, first: Money, revised: Change) -> Statement:
    """How a figure was revised; a deficit to be wider or narrower."""
    if flow == "balance" and first.sign < 0:
        return say("revised", "wider" if revised.money.sign < 0 else "narrower", revised=revised)
    return say("revised", revised=revised)


def _first_estimate(answer: Surplus) -> Iterator[Statement]:
    """How far first estimates are usually revised, where the month's balance is one."""
    figure = answer.line("balance", "month").figure
    if figure.vintage is None or (figure.vintage.day - answer.through).days > MAY_BE_FIRST:
        return
    # Imported only here: an older figure, the usual case, needs none of it.
    from tradecli.reports.first_estimate import first_estimate

    yield from first_estimate(answer.known, answer.through, "balance")
