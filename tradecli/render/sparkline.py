"""The last months of a flow as small bars in a line of text, from zero up, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.money import Money
from tradecli.model.report import Statement, Trend

#: Eighths of the highest month; the second for terminals of ASCII. What stands for nothing at all, and for
#: a month that is not available.
_BARS, _DIGITS, _ZERO, _GAP = "▁▂▃▄▅▆▇█", "12345678", "_", "?"
#: Months shown: the first number that leaves room for the words beside them.
_LENGTHS = (24, 13, 6)


def sparkline(trend: Trend, style: Style, *, width: int | None = None, blocks: bool = True) -> list[str]:
    """One line of bars; of a balance that changed sign two, surpluses above deficits, named by words.

    A month that is not available is a question mark, never a bar of no height.

    Args:
        trend: The months.
        style: Language and unit.
        width: Columns there are; of fewer than all months need the newest are shown.
        blocks: Whether the terminal has more than ASCII.
    """
    for length in _LENGTHS:
        lines = _lines(trend._replace(months=trend.months[-length:]), style, blocks)
        if width is None or max(map(cell_len, lines)) <= width:
            return lines
    return []


def _lines(trend: Trend, style: Style, blocks: bool) -> list[str]:
    amounts = [amount for _, amount in trend.months]
    signs = sorted({amount.sign for amount in amounts if amount and amount.sign}, reverse=True) or [1]
    ends = (trend.months[place][0] for place in (0, -1))
    first, last = (write(Statement("window", {"window": window}), style) for window in ends)
    highest = max((abs(amount.value) for amount in amounts if amount), default=0)
    names = [_name(trend.flow, sign, style) for sign in signs]
    room = max(map(cell_len, names))
    lines = []
    for number, (sign, name) in enumerate(zip(signs, names, strict=True)):
        begun, ended = (first, last) if not number else (" " * cell_len(first), " " * cell_len(last))
        bars = "".join(_bar(amount, sign, highest, blocks, alone=len(signs) == 1) for amount in amounts)
        padded = name + " " * (room - cell_len(name))
        lines.append(f"{padded}  {begun} {bars} {ended}  {_range(amounts, sign, style, len(signs))}")
    return lines


def _name(flow: str, sign: int, style: Style) -> str:
    side = flow if flow != "balance" else "surplus" if sign > 0 else "deficit"
    return write(Statement(f"trend_{side}"), style)


def _bar(amount: Money | None, sign: int, highest: int, blocks: bool, *, alone: bool) -> str:
    if amount is None:
        return _GAP
    if not amount.value:
        return _ZERO
    if amount.sign != sign:
        return _GAP if alone else " "
    eighths = -(-8 * abs(amount.value) // highest)
    return (_BARS if blocks else _DIGITS)[eighths - 1]


def _range(amounts: Sequence[Money | None], sign: int, style: Style, sides: int) -> str:
    """The lowest and the highest month of a side; where there are two sides, the highest alone."""
    sizes = sorted((abs(amount) for amount in amounts if amount and amount.sign in {sign, 0}), key=_value)
    missing = sum(amount is None for amount in amounts)
    if not sizes:
        return ""
    facts = {"low": sizes[0], "high": sizes[-1], "missing": missing or None}
    return write(Statement("trend_range" if sides == 1 else "trend_range.side", facts), style)


def _value(amount: Money) -> int:
    return amount.value
