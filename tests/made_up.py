"""Tables of observations made up in tests, as rows for the oracle and as a frame for the program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import polars as pl

from tradecli.facts.places import place
from tradecli.question import Known, Question, figures
from tradecli.schema import OBSERVATIONS, check
from tradecli.series import Series
from tradecli.statistics.growth import year_on_year

Row = dict[str, Any]


def first_of(text: str) -> date:
    """The first day of a month written `2025-11`."""
    return date.fromisoformat(f"{text}-01")


def row(
    flow: str, span: str, period: str, value: int, vintage: str | date = "2026-01-09", **more: Any
) -> Row:
    """One published figure; *more* replaces columns."""
    day = vintage if isinstance(vintage, date) else date.fromisoformat(vintage)
    return {
        "source": "mof",
        "reporter": "TW",
        "partner": "US",
        "flow": flow,
        "commodity": "TOTAL",
        "classification": "total",
        "adjustment": "none",
        "span": span,
        "period": first_of(period),
        "value": value,
        "currency": "USD",
        "precision": 1,
        "vintage": day,
        "vintage_basis": "published",
        "known_by": day,
        "origin": "made-up",
    } | more


def months(flow: str, first: str, values: Sequence[int | None], **more: Any) -> list[Row]:
    """A month after month of *values* from *first* on; None leaves a month out."""
    year, month = int(first[:4]), int(first[5:])
    rows = []
    for step, value in enumerate(values, month - 1):
        if value is not None:
            rows.append(row(flow, "month", f"{year + step // 12}-{step % 12 + 1:02}", value, **more))
    return rows


def frame(rows: Iterable[Row]) -> pl.DataFrame:
    """The rows as a table that keeps every rule."""
    return check(pl.DataFrame(list(rows), schema=OBSERVATIONS))


def known(rows: Iterable[Row], partner: str = "US", **question: Any) -> Known:
    """What a question finds in the rows of its partner and the partner's members; nothing is cut to a day."""
    wanted = {partner, *place(partner).members}
    table = frame(line for line in rows if line["partner"] in wanted)
    origins: dict[str, dict[str, Any]] = {"made-up": {"file": "made-up.csv"}}
    asked = Question(partner=partner, **question)
    return Known(asked, "mof", table, figures(table, partner), lambda: origins)


def pair(rows: Iterable[Row], partner: str = "US") -> Series:
    """The windows that the rows give."""
    return Series(known(rows, partner))


def at(rows: Iterable[Row], kind: str, period: str, flow: str, partner: str = "US") -> Row:
    """One window of the rows: its value, basis, vintage and growth."""
    return window(pair(rows, partner), kind, first_of(period), flow)


def grown(series: Series, kind: str = "month") -> pl.DataFrame:
    """The windows of a series with their growth on a year earlier."""
    return year_on_year(series.windows(kind))


def window(series: Series, kind: str, period: date, flow: str) -> Row:
    """One window of a series with its growth on a year earlier; an empty one where there is none."""
    dense = grown(series, "year_to_date" if kind == "year" else kind)
    ends = kind != "year" or period.month == 12
    found = dense.filter((pl.col("period") == period) & (pl.col("flow") == flow) & ends).to_dicts()
    return found[0] if found else {**dict.fromkeys(dense.columns), "yoy_note": "missing"}
