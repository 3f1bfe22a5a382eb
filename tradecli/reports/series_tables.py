"""The tables of a series: of one flow, of a balance with both flows, or a column for each partner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tradecli.model.figure import Streak
from tradecli.model.report import Cell, Column, Columns, Table
from tradecli.reports.series_lines import Line, Trade
from tradecli.reports.series_quantities import amount

RECORD_MARK = "*"
#: Room for the names of partners beside the period; where they need more, their codes are shown.
_ROOM = 40
#: A period: the line of each flow, or of each partner.
_Across = tuple[Line, ...]


def table(trade: Trade) -> Table:
    """What a person reads first."""
    if len(trade.pairs) > 1:
        return _of_partners(trade)
    lines = trade.pairs[0].lines
    if trade.flow == "balance":
        return Table.of(
            zip(*(lines[flow] for flow in trade.flows), strict=True),
            _BALANCE,
            lambda three: bool(three[2].rank.record),
        )
    shown = lines[trade.flow]
    columns = _monthly(shown) if trade.asked.by == "month" else _longer(trade.asked.by)
    if trade.asked.share:
        at = [column.key for column, _ in columns].index("yoy") + 1
        columns[at:at] = _SHARE
    if trade.asked.again:
        at = [column.key for column, _ in columns].index("yoy") + 1
        columns[at:at] = _again(trade.flow)
    if (quantified := trade.pairs[0].quantified) is not None:
        at = [column.key for column, _ in columns].index("yoy") + 1
        columns[at:at] = _per_unit(quantified.unit, trade.known.currency)
    return Table.of(shown, columns, lambda line: bool(line.rank.record))


def _monthly(shown: Sequence[Line]) -> Columns[Line]:
    columns: Columns[Line] = [
        (Column("period", left=True), lambda line: line.figure.window.label),
        (Column("value"), lambda line: line.figure.money),
        (Column("record_mark", left=True), lambda line: bool(line.rank.record)),
        (Column("mom"), lambda line: line.before),
        (Column("mom_seasonal", drop=1), lambda line: line.seasonal),
        (Column("yoy"), lambda line: line.growth),
        (Column("ytd", drop=4), lambda line: line.ytd and line.ytd.money),
        (Column("ytd_yoy", drop=5), lambda line: line.ytd_growth),
        (Column("rolling_12", drop=3), lambda line: line.rolling and line.rolling.money),
        (Column("rank_header", drop=2), lambda line: line.rank.rank),
        (Column("streak_header", drop=6), lambda line: _streak_cell(line.streak)),
    ]
    if not any(line.seasonal for line in shown):
        columns = [entry for entry in columns if entry[0].key != "mom_seasonal"]
    return columns


#: The share of the reporter's total, with its record marks.
_SHARE: Columns[Line] = [
    (Column("series.share"), lambda line: line.share),
    (Column("series.mark", left=True), lambda line: bool(line.share_place and line.share_place.record)),
]


def _again(flow: str) -> Columns[Line]:
    """Re-exports or re-imports, their share, and the flow without them."""
    return [
        (Column(f"series.again.{flow}"), lambda line: line.again and line.again.money),
        (Column("series.share"), lambda line: line.re_traded and line.re_traded.share),
        (Column(f"series.without.{flow}"), lambda line: line.re_traded and line.re_traded.without),
    ]


def _per_unit(unit: str, currency: str) -> Columns[Line]:
    """Quantity, unit value and its growth, under what they are counted in."""
    facts = {"unit": unit, "currency": currency}
    return [
        (
            Column("series.quantity", facts, drop=1),
            lambda line: amount(line.per_unit and line.per_unit.now.quantity),
        ),
        (Column("series.unit_value", facts), lambda line: amount(line.per_unit and line.per_unit.now.ratio)),
        (Column("series.unit_value_yoy", facts), lambda line: line.per_unit and line.per_unit.growth),
    ]


def _longer(by: str) -> Columns[Line]:
    """The columns of quarters or years; the year before is the period before of a year."""
    columns: Columns[Line] = [
        (Column(f"series.{by}", left=True), lambda line: line.figure.window.label),
        (Column("value"), lambda line: line.figure.money),
        (Column("record_mark", left=True), lambda line: bool(line.rank.record)),
        (Column("series.qoq"), lambda line: line.before),
        (Column("yoy"), lambda line: line.growth),
        (Column("change", drop=2), lambda line: line.change),
        (Column("rank_header", drop=1), lambda line: line.rank.rank),
    ]
    return columns if by == "quarter" else [entry for entry in columns if entry[0].key != "series.qoq"]


_BALANCE: Columns[_Across] = [
    (Column("series.period", left=True), lambda three: three[0].figure.window.label),
    (Column("row_export"), lambda three: three[0].figure.money),
    (Column("row_import"), lambda three: three[1].figure.money),
    (Column("row_balance"), lambda three: three[2].figure.money),
    (Column("record_mark", left=True), lambda three: bool(three[2].rank.record)),
    (Column("change", drop=1), lambda three: three[2].change),
    (Column("yoy"), lambda three: three[2].growth),
]


def _of_partners(trade: Trade) -> Table:
    """A column for each partner; the last ones go first where there is no room."""
    pairs = trade.pairs
    long = sum(len(pair.place.name) for pair in pairs) > _ROOM
    columns: Columns[_Across] = [
        (Column("series.period", left=True), lambda across: across[0].figure.window.label)
    ]
    for at, pair in enumerate(pairs):
        drop = {"code": pair.place.code, "place": pair.place}
        key = "series.code" if long else "series.partner"
        columns.append((Column(key, drop, 3 * at), _at(at, lambda line: line.figure.money)))
        columns.append(
            (
                Column("series.mark", drop=3 * at + 1, left=True),
                _at(at, lambda line: bool(line.rank.record)),
            )
        )
        if trade.asked.share:
            columns.append((Column("series.share", drop=3 * at + 2), _at(at, lambda line: line.share)))
        if trade.asked.again:
            columns.append(
                (
                    Column(f"series.again_share.{trade.flow}", drop=3 * at + 2),
                    _at(at, lambda line: line.re_traded and line.re_traded.share),
                )
            )
        if pair.quantified:
            facts = {"unit": pair.quantified.unit, "currency": trade.known.currency}
            columns.append(
                (
                    Column("series.unit_value", facts, 3 * at + 2),
                    _at(at, lambda line: amount(line.per_unit and line.per_unit.now.ratio)),
                )
            )
    return Table.of(zip(*(pair.lines[trade.flow] for pair in pairs), strict=True), columns)


def _at(place: int, cell: Callable[[Line], Cell]) -> Callable[[_Across], Cell]:
    """A cell of the line of one partner."""
    return lambda across: cell(across[place])


def _streak_cell(run: Streak | None) -> Cell:
    """The length of a streak; one that is left open is at least so long."""
    if run is None:
        return None
    return f"≥{abs(run.length)}" if run.at_least else run.length
