"""Why there is no series: nothing of a flow is available, or nothing but years."""

from __future__ import annotations

from datetime import date

from tradecli import periods
from tradecli.errors import NoData
from tradecli.facts import commodities, places
from tradecli.model.figure import Window
from tradecli.reports.surplus_figures import brought_by, instead, refusal
from tradecli.series import Series
from tradecli.sources import fetch_command, fetch_goods_command
from tradecli.wording import Wording

#: What there is nothing of, by the flow and whether it is that of all goods.
_NONE = {
    ("export", True): "no exports to {partner.prose}{month} ({source})",
    ("import", True): "no imports from {partner.prose}{month} ({source})",
    ("balance", True): "no balance with {partner.prose}{month} ({source})",
    ("export", False): "no exports of {goods.name} to {partner.prose}{month} ({source})",
    ("import", False): "no imports of {goods.name} from {partner.prose}{month} ({source})",
    ("balance", False): "no balance of {goods.name} with {partner.prose}{month} ({source})",
}
#: The question that shows a flow by year.
_QUESTION = {"export": "exports", "import": "imports", "balance": "surplus"}


def by_year_alone(series: Series) -> bool:
    """Whether a pair has sums of several months, and no month of any flow."""
    return not any(series.newest("month", flow) for flow in series.flows) and any(
        series.newest("year_to_date", flow) for flow in series.flows
    )


def flow_refusal(series: Series, flow: str, through: date | None) -> NoData:
    """Why a flow of a pair is not known for a month, or for any, and the newest that there is."""
    if flow == "balance" and not by_year_alone(series):
        return refusal(series, through)
    question = series.known.question
    newest = series.newest("month", flow)
    goods = commodities.named(f"{question.classification}:{question.commodity}")
    what = Wording(
        _NONE[flow, question.commodity == "TOTAL"],
        goods=goods,
        partner=places.place(question.partner),
        month=Wording(" for {through}", through=periods.label(through)) if through else "",
        source=series.source,
    )
    day = Wording(" on {as_of}", as_of=question.as_of) if question.as_of else ""
    if newest is None:
        return _no_month(series, flow, what, day)
    # Which of the two it is, nobody knows who has not asked the publisher.
    return NoData(
        "{what}: not published, or not available{day}",
        hint=instead(series.known, through)
        or Wording("the newest month is {last}", last=periods.label(newest)),
        newest=newest,
        what=what,
        day=day,
    )


def _longest(series: Series, flow: str) -> str:
    """The shortest span longer than a month of which a flow has a figure; empty where there is none."""
    return next((span for span in ("quarter", "year") if series.newest(span, flow)), "")


def _by_span_alone(what: Wording, span: str, flow: str) -> NoData:
    """The refusal of months by a table of quarters or years."""
    return NoData(
        "{what}: the table has no months, but {spans}",
        hint="ask by {span}: trade {question} --by {span}",
        what=what,
        spans=Wording("quarters") if span == "quarter" else Wording("years"),
        span=span,
        question=_QUESTION[flow],
    )


def _no_month(series: Series, flow: str, what: Wording, day: str) -> NoData:
    """The refusal of a flow without any month: none is available, or it is known by year alone.

    Args:
        series: The pair.
        flow: `export`, `import` or `balance`.
        what: What there is none of.
        day: On which day, where it is not today.
    """
    question = series.known.question
    if question.table and (span := _longest(series, flow)):
        return _by_span_alone(what, span, flow)
    if question.table or question.commodity != "TOTAL":
        goods = question.commodity if question.classification == "hs" and not question.table else ""
        command = fetch_goods_command(question.reporter, question.partner, goods) if goods else ""
        return NoData(
            "{what}: none are available{day}",
            hint="get them: {command}" if command else "`trade sources` says what each source covers",
            what=what,
            day=day,
            command=command,
        )
    command = fetch_command(question.reporter, question.partner)
    last = series.newest("year_to_date", flow)
    money = series.figure(flow, Window("year_to_date", last)).money if last else None
    if last is None or money is None:
        return NoData("{what}: none are available{day}", hint=brought_by(question), what=what, day=day)
    whole = last.month == 12
    pair = f"--reporter {question.reporter} --partner {question.partner}"
    sums = f"{_QUESTION[flow]} {pair} --by year" if whole else f"surplus {pair} --through {last:%Y-%m}"
    return NoData(
        "{what}: no month is available{day}, the newest sum is that of {window}: {value:,} {currency}",
        hint="sums: trade {sums}; months: {command}",
        newest=last,
        what=what,
        day=day,
        window=Wording("{year}", year=last.year)
        if whole
        else Wording("{first} to {last}", first=last.year, last=periods.label(last)),
        value=money.value,
        currency=money.currency,
        sums=sums,
        command=command,
    )
