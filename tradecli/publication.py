"""What is made to be published: the release of a month and a picture, asked for as the questions of `ask`."""

from __future__ import annotations

from typing import Unpack

from tradecli import scope as given
from tradecli.answer import Chart, Release
from tradecli.scope import Scope, When


def brief(
    partner: str = "WORLD", through: When = None, *, against: When = None, **scope: Unpack[Scope]
) -> Release:
    """A release for a month: headline, table, chart, paragraphs, records; every figure traced.

    Args:
        partner: The other side, as in `surplus`.
        through: The month; without it the newest.
        against: Tell what is new since the release before (`last`), or since a day: months, revised
            figures, records made and unmade.
        scope: Whose figures, as known on which day, or an own table (`Source`, `Table`).
    """
    from tradecli.load_brief import for_brief
    from tradecli.reports.brief import release

    last, question = given.month(through), given.question(partner, **scope)
    return Release(release(for_brief(question, last), last, given.earlier(against)))


def chart(
    partner: str = "WORLD",
    through: When = None,
    *,
    months: int | None = None,
    flow: str = "balance",
    drivers: str = "",
    span: str = "",
    compare: str = "",
    since: When = None,
    commodity: str = "TOTAL",
    **scope: Unpack[Scope],
) -> Chart:
    """A picture: the balance or a flow over time with its records, or what moved it.

    Args:
        partner: The other side, as in `surplus`.
        through: The last month; without it the newest.
        months: How many months it goes back; unless said 36, of quarters and 12 months 60, of years all.
        flow: `export`, `import` or `balance`.
        drivers: Bars of what moved it instead: by `commodity` or `partner`.
        span: `month` (unless said), `quarter`, `year_to_date` (beside the same months of other years),
            `rolling_12` or `year`; of drivers `month`, `year_to_date` (unless said) or `rolling_12`.
        compare: Other partners, `CN,JP`: a line for each, and for *partner* unless it is the world.
        since: The first month, instead of *months*.
        commodity: A code or name.
        scope: Whose figures, as known on which day, or an own table (`Source`, `Table`).
    """
    from tradecli import load, load_parts
    from tradecli.reports import chart as charts
    from tradecli.reports import chart_asked, chart_bars, chart_compare
    from tradecli.reports.source_notes import before

    last, first = given.month(through), given.first_month(since)
    question = given.question(partner, commodity, **scope)
    if drivers:
        over_time = {"--months": months is not None, "--from": first is not None, "--compare": bool(compare)}
        chart_bars.check(drivers, partner=question.partner, commodity=question.commodity, over_time=over_time)
        found = [load_parts.parts(question, drivers)]
        shown = chart_bars.bars(found[0], by=drivers, flow=flow, span=span, through=last)
    elif compare:
        wanted = chart_asked.Shown(flow, span or "month", last, months, first)
        codes = chart_compare.partners(question.partner, compare)
        found = [load.load(given.question(code, commodity, **scope)) for code in codes]
        shown = chart_compare.compared(found, wanted)
    else:
        found = [load.load(question)]
        shown = charts.series(found[0], flow, last, months, span=span or "month", first=first)
    return Chart(shown.picture, before(shown.report, found, last))
