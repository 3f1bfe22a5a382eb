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
    from tradecli.load import for_brief
    from tradecli.reports.brief import release

    last, question = given.month(through), given.question(partner, **scope)
    return Release(release(for_brief(question), last, given.earlier(against)))


def chart(
    partner: str = "WORLD",
    through: When = None,
    *,
    months: int | None = None,
    flow: str = "balance",
    drivers: str = "",
    span: str = "",
    commodity: str = "TOTAL",
    **scope: Unpack[Scope],
) -> Chart:
    """A picture: the balance or a flow over time with its records, or what moved it.

    Args:
        partner: The other side, as in `surplus`.
        through: The last month; without it the newest.
        months: How many months a line shows; 36 unless said.
        flow: `export`, `import` or `balance`.
        drivers: Bars of what moved it instead: by `commodity` or `partner`.
        span: Of bars: `month`, `year_to_date` (unless said) or `rolling_12`.
        commodity: A code or name.
        scope: Whose figures, as known on which day, or an own table (`Source`, `Table`).
    """
    from tradecli import load
    from tradecli.reports import chart as charts
    from tradecli.reports.source_notes import before

    last, question = given.month(through), given.question(partner, commodity, **scope)
    charts.check(drivers, months=months, span=span, commodity=question.commodity, partner=question.partner)
    known = load.parts(question, drivers) if drivers else load.load(question)
    if drivers:
        shown = charts.bars(known, by=drivers, flow=flow, span=span, through=last)
    else:
        shown = charts.series(known, flow, last, months)
    return Chart(shown.picture, before(shown.report, [known], last))
