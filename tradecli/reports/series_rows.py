"""The machine rows of a series: one figure of one flow, partner and period each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tradecli.model.figure import Window
from tradecli.model.ratio import Growth, Share
from tradecli.model.report import Cell
from tradecli.reports.series_lines import Line, Pair, Trade
from tradecli.reports.series_quantities import quantities


class Row(NamedTuple):
    """A machine row: a flow in a month, quarter or year, with one partner."""

    reporter: str
    partner: str
    flow: str
    commodity: str
    period: str
    value: int | None
    mom: float | None
    mom_note: str | None
    mom_seasonal: float | None
    yoy: float | None
    yoy_note: str | None
    ytd: int | None
    ytd_yoy: float | None
    rolling_12: int | None
    rank: int | None
    record: bool | None
    streak: int | None
    streak_at_least: int | None
    basis: str | None
    currency: str
    precision: int | None
    vintage: date | None
    vintage_basis: str | None
    ytd_basis: str | None
    rolling_12_basis: str | None
    source: str
    record_missing: int | None
    passed_value: int | None
    passed_period: str | None
    span: str
    value_note: str | None
    base_value: int | None
    change: int | None
    qoq: float | None
    qoq_note: str | None
    share: float | None
    share_record: bool | None
    quantity: float | None
    quantity_unit: str | None
    quantity_share: float | None
    unit_value: float | None
    unit_value_yoy: float | None
    unit_value_note: str | None
    re_traded: int | None
    re_traded_share: float | None
    without_re_traded: int | None
    re_traded_note: str | None


def row(trade: Trade, pair: Pair, line: Line) -> Row:
    """The machine row of a line."""
    question, figure, run, rank = pair.known.question, line.figure, line.streak, line.rank
    vintage, month = figure.vintage, line.before if trade.asked.by == "month" else None
    quarter = line.before if trade.asked.by == "quarter" else None
    return Row(
        question.reporter,
        question.partner,
        figure.flow,
        question.commodity,
        figure.window.label,
        figure.value,
        _percent(month),
        month and (month.note or None),
        _percent(line.seasonal),
        _percent(line.growth),
        line.growth.note or None,
        line.ytd and line.ytd.value,
        _percent(line.ytd_growth),
        line.rolling and line.rolling.value,
        rank.rank,
        rank.record,
        None if run is None or run.at_least else run.length,
        run.length if run and run.at_least else None,
        figure.basis,
        pair.known.currency,
        figure.money and figure.money.precision,
        vintage and vintage.day,
        vintage and vintage.basis,
        line.ytd and line.ytd.basis,
        line.rolling and line.rolling.basis,
        pair.known.source,
        None if rank.record is None else rank.missing,
        rank.passed.value if rank.passed else None,
        Window(figure.window.span, rank.passed_period).label if rank.passed_period else None,
        figure.window.span,
        line.note,
        line.base.value,
        line.change and line.change.money.value,
        _percent(quarter),
        quarter and (quarter.note or None),
        _percent(line.share),
        line.share_place and line.share_place.record,
        *quantities(line.per_unit),
        line.again and line.again.value,
        _percent(line.re_traded and line.re_traded.share),
        line.re_traded and line.re_traded.without and line.re_traded.without.value,
        line.re_traded.note or None if line.re_traded else "missing" if trade.asked.again else None,
    )


def _percent(ratio: Growth | Share | None) -> float | None:
    return None if ratio is None or ratio.percent is None else float(ratio.percent)


def displays(trade: Trade, lines: Sequence[Line]) -> Mapping[str, Sequence[Cell]]:
    """The columns of text: as a person reads them."""
    quarter = trade.asked.by == "quarter"
    return {
        "value_display": [line.figure.money for line in lines],
        "mom_display": [_if_both(line.before) if trade.asked.by == "month" else None for line in lines],
        "yoy_display": [_if_both(line.growth) for line in lines],
        "qoq_display": [_if_both(line.before) if quarter else None for line in lines],
        "share_display": [line.share for line in lines],
    }


def _if_both(growth: Growth) -> Growth | None:
    return growth if growth.now and growth.base else None
