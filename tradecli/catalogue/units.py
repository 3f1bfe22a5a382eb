"""The unit of an answer: one for all of it, in which its figures can be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tradecli.catalogue.style import DEFAULT_UNIT, UNITS, Style
from tradecli.model.money import Money, Shown
from tradecli.model.report import Report, Table

if TYPE_CHECKING:
    from tradecli.model.document import Document

#: One with more digits before the point is read in a larger unit.
_MOST = 100_000
#: Units of every language, the largest first.
_SMALLER = ("million", "thousand", "dollar")
#: Of these currencies a dollar is a hundred and more: their trade is counted in trillions, where it has them.
_SMALL_COINS = frozenset({"JPY", "KRW", "VND", "IDR"})
_OF_POWER = {power: unit for unit, (power, _) in UNITS.items()}


def of_report(style: Style, report: Report) -> Style:
    """How the figures of an answer are shown: in its currency, and in a unit that suits its table."""
    style = style._replace(currency=report.currency)
    return fitted(style, [report.largest]) if report.largest else _of_table(style, report.table)


def of_document(style: Style, document: Document) -> Style:
    """The same of a text, whose first table is what it is about."""
    from tradecli.model.document import Grid

    tables = [block.table for block in document.blocks if isinstance(block, Grid)]
    return (
        _of_table(style._replace(currency=document.currency), tables[0])
        if tables
        else style._replace(currency=document.currency)
    )


def _of_table(style: Style, table: Table) -> Style:
    if style.unit:
        return style
    cells = (cell for row in table.rows for cell in row)
    return fitted(style, [cell for cell in cells if isinstance(cell, Money)])


def of_statement(style: Style, how: Shown) -> Style:
    """How the amounts of one statement are shown; a unit or decimals that were asked for stay.

    Examples:
        >>> one = of_statement(Style(), Shown(10**6, last=5))
        >>> one.scale, one.digits, of_statement(Style("zh"), Shown(10**9, last=7)).scale
        ('million', 1, 'yi')
    """
    if not how.unit:
        return fitted(style, how.amounts)
    default = DEFAULT_UNIT[style.lang]
    power = len(str(how.unit)) - 1
    # Above its own unit a language has none that is shown.
    unit = default if power > UNITS[default][0] else _OF_POWER[power]
    chosen = style._replace(unit=style.unit or unit, asked=True)
    if style.digits is not None or how.last is None:
        return chosen
    power, usual = UNITS[chosen.scale]
    return chosen._replace(digits=max(0, power - how.last, usual if how.usual else 0))


def fitted(style: Style, amounts: Sequence[Money]) -> Style:
    """The style in a unit, no larger than the language's own, in which amounts can be read.

    Of yen and won it may be a trillion. It is the largest that leaves the smallest of them three digits, or
    as many as were published, or, where the largest would then have six before the point, the smallest in
    which it has not. Zeros and other currencies decide nothing; a unit that was asked for stays.

    Examples:
        >>> [fitted(Style(), [Money(value, 1, "USD") for value in (2_300_000, most)]).scale
        ...  for most in (9_600_000, 45_600_000_000, 450_600_000_000)]
        ['thousand', 'million', 'billion']
        >>> fitted(Style("zh"), [Money(64_050_000_000, 10_000_000, "USD")]).scale
        'yi'
        >>> yen = Style(currency="JPY")
        >>> amounts = [Money(value, 1_000, "JPY") for value in (20_374_426_230_000, 69_960_199_000)]
        >>> [fitted(yen, [amount]).scale for amount in amounts]
        ['trillion', 'billion']
    """
    said = [amount for amount in amounts if amount.value and amount.currency == style.currency]
    if style.unit or not said:
        return style
    largest = max(abs(amount.value) for amount in said)
    finest = min(max(amount.precision, _third_digit(amount)) for amount in said)
    own, large = UNITS[style.scale][0], {"trillion"} if style.currency in _SMALL_COINS else set()
    # 億 is a unit of Chinese alone.
    ascending = sorted(
        (power, unit, usual)
        for unit, (power, usual) in UNITS.items()
        if unit in {style.scale, *_SMALLER, *large} and (power <= own or unit in large)
    )
    narrow = [one for one in ascending if largest < _MOST * 10 ** one[0]] or ascending[-1:]
    telling = [unit for power, unit, usual in narrow if 10 ** (power - usual) <= finest]
    chosen = telling[-1] if telling else narrow[0][1]
    return style._replace(unit="" if chosen == style.scale else chosen)


def legible(style: Style, amount: Money) -> Style:
    """The style for one amount of a sentence: in a smaller unit where fewer than two digits of it would show.

    No unit is smaller than the last digit published; one that was asked for stays.

    Examples:
        >>> [legible(Style(), Money(value, 1, "USD")).scale for value in (5_900_000, 137_000_000)]
        ['million', 'billion']
        >>> legible(Style(), Money(-25_000_000, 10_000_000, "USD")).scale
        'billion'
    """
    if style.asked or style.digits is not None or not amount.value or _digits(style, amount) > 1:
        return style
    own = UNITS[DEFAULT_UNIT[style.lang]][0]
    units = [unit for unit in _SMALLER if own > UNITS[unit][0] >= len(str(amount.precision)) - 1]
    if style.scale == "trillion":
        units = [DEFAULT_UNIT[style.lang], *units]
    finer = [style._replace(unit=unit) for unit in units]
    # A figure of one digit alone is shown in the unit of that digit.
    return max([style, *finer], key=lambda near: min(2, _digits(near, amount)))


def _digits(style: Style, amount: Money) -> int:
    """How many digits tell something of an amount as it is shown."""
    shown = style._replace(currency=amount.currency).money(amount)
    return len("".join(filter(str.isdigit, shown)).lstrip("0"))


def _third_digit(amount: Money) -> int:
    """The size of the third digit of an amount, at least a whole unit."""
    return int(10 ** max(0, len(str(abs(amount.value))) - 3))
