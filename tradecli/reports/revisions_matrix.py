"""`trade revisions --matrix`: what was known on each day of a release."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.frames import typed
from tradecli.model.money import Money
from tradecli.model.report import Cell, Column, Report, Table
from tradecli.reports import qualify
from tradecli.reports.revisions import Revisions
from tradecli.reports.revisions_table import asked, heading, title
from tradecli.reports.shared import say


class Known(NamedTuple):
    """What was known of a window on a day."""

    period: date
    as_of: date
    value: int | None
    precision: int | None


def report(answer: Revisions) -> Report:
    """The real-time matrix: a row a window, a column a day, in it what was known on that day."""
    shown = [versions[0].period for versions in answer.windows]
    days = sorted({version.as_of for version in answer.versions})
    real = answer.real.filter(pl.col("period").is_in(shown) & pl.col("as_of").is_in(days))
    cells = {(one.period, one.as_of): _money(one, answer.currency) for one in typed(Known, real)}
    # Each day is a column of its own: the row type is made for the days shown.
    row_type = _row_type(days)
    question = answer.known.question
    rows = [
        row_type._make(
            (
                *(question.reporter, question.partner, answer.flow, answer.span, periods.label(period)),
                *(answer.currency, answer.known.source),
                *(None if (money := cells[period, day]) is None else money.value for day in days),
            )
        )
        for period in shown
    ]
    return Report(
        schema="trade.revisions.matrix/1",
        question={**asked(answer), "matrix": True},
        currency=answer.currency,
        title=title(answer),
        subtitle=heading(answer),
        table=_table(shown, days, cells),
        findings=[],
        notes=[*qualify.adjustment(answer.known), say("revisions.matrix")],
        row_type=row_type,
        rows=rows,
        displays={},
        row_figures=[[answer.figure(version) for version in versions] for versions in answer.windows],
        used=answer.used(),
        manifest=answer.known.origins,
    )


def _money(one: Known, currency: str) -> Money | None:
    return None if one.value is None else Money(one.value, one.precision or 1, currency)


def _row_type(days: list[date]) -> Any:
    """A row with a column a day; a field cannot be named as a day is written, so `columns` names them."""
    texts = ("reporter", "partner", "flow", "span", "period", "currency", "source")
    named = [f"day_{day:%Y%m%d}" for day in days]
    make: Any = namedtuple
    kind = make("Row", [*texts, *named])
    kind.__annotations__ = {**dict.fromkeys(texts, str), **dict.fromkeys(named, int | None)}
    kind.columns = dict(zip(named, (day.isoformat() for day in days), strict=True))
    return kind


def _table(shown: list[date], days: list[date], cells: Mapping[tuple[date, date], Money | None]) -> Table:
    columns = [
        Column("period", left=True),
        # The oldest go first where the terminal is narrow.
        *(Column("column", {"name": day.isoformat()}, drop=len(days) - at) for at, day in enumerate(days)),
    ]
    rows: list[list[Cell]] = [[periods.label(one), *(cells[one, day] for day in days)] for one in shown]
    return Table(columns, rows)
