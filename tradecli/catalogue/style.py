"""Figures as a person reads them: one language, one unit, rounded half up, once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tradecli.errors import QueryError, unknown
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth, Points, Share
from tradecli.rounding import half_up

#: Units of money: power of ten, and decimals shown unless asked otherwise.
UNITS = {
    "trillion": (12, 2),
    "billion": (9, 2),
    "yi": (8, 2),
    "million": (6, 1),
    "thousand": (3, 0),
    "dollar": (0, 0),
}
DEFAULT_UNIT = {"en": "billion", "zh": "yi"}
LANGUAGES = tuple(DEFAULT_UNIT)
MISSING = "–"
#: How many names a list of them in a sentence has, before it says how many others there are.
NAMED = 5
#: Growth beyond this prints as a multiple: +1,234 % tells less than x13.3.
MULTIPLE_FROM = 1_000


class Style(NamedTuple):
    """How figures are shown: language, unit, decimals, the currency that needs no name beside it.

    `asked` says that the unit was asked for, so that no figure is shown in another.
    """

    lang: str = "en"
    unit: str = ""
    digits: int | None = None
    currency: str = "USD"
    asked: bool = False

    @property
    def scale(self) -> str:
        """The unit in force."""
        return self.unit or DEFAULT_UNIT[self.lang]

    def decimals(self, precision: int) -> int:
        """Decimals of money, never finer than the figure's last published digit.

        Examples:
            >>> Style().decimals(100_000_000), Style().decimals(1_000)
            (1, 2)
        """
        power, usual = UNITS[self.scale]
        finest = power - (len(str(precision)) - 1)
        return max(0, min(usual if self.digits is None else self.digits, finest))

    def money(self, amount: Money | None, *, signed: bool = False) -> str:
        """An amount in the unit in force; one in another currency than the answer's says so.

        Examples:
            >>> Style().money(Money(131_027_476_000, 1_000, "USD"))
            '131.03'
            >>> Style().money(Money(131_800_000_000, 100_000_000, "USD"))
            '131.8'
            >>> Style(unit="yi").money(Money(150_116_000_000, 1_000_000, "USD"))
            '1,501.16'
            >>> Style().money(Money(811_000_000, 1, "EUR"))
            'EUR 0.81'
        """
        if amount is None:
            return MISSING
        power, _ = UNITS[self.scale]
        shown = half_up(amount.value, 10**power, self.decimals(amount.precision))
        text = f"{shown:+,}" if signed and shown else f"{shown:,}"
        return text if amount.currency == self.currency else f"{amount.currency} {text}"

    def change(self, change: Change | None) -> str:
        """A difference, with its sign.

        Examples:
            >>> Style().change(Change(Money(74_500_000_000, 1_000, "USD")))
            '+74.50'
        """
        return MISSING if change is None else self.money(change.money, signed=True)

    def smallest(self, amount: Money) -> str:
        """The smallest amount that prints as other than zero: one unit of the last digit shown.

        Examples:
            >>> Style().smallest(Money(1_000, 1_000, "USD"))
            '0.01'
        """
        return f"{Decimal(1).scaleb(-self.decimals(amount.precision))}"

    def prints_as_zero(self, amount: Money) -> bool:
        """Whether a figure that is not zero prints as if it were."""
        return bool(amount.value) and not any(digit in self.money(amount) for digit in "123456789")


def style(lang: str, unit: str, digits: int | None) -> Style:
    """How figures are to be shown.

    Raises:
        QueryError: There is no such language or unit, or so many decimals.
    """
    if lang not in LANGUAGES:
        raise unknown("language", lang, LANGUAGES)
    if unit and unit not in UNITS:
        raise unknown("unit", unit, UNITS)
    if digits is not None and not 0 <= digits <= 9:
        raise QueryError("{digits} decimals cannot be shown", hint="--digits takes 0 to 9", digits=digits)
    return Style(lang, unit, digits, asked=bool(unit))


def decimal(number: Fraction | float, digits: int) -> str:
    """A number rounded half up, halves away from zero.

    Examples:
        >>> decimal(0.25, 1), decimal(Fraction(1044, 1000), 3)
        ('0.3', '1.044')
    """
    numerator, denominator = number.as_integer_ratio()
    return str(half_up(numerator, denominator, digits))


def percent(rate: Growth, *, signed: bool = True) -> str:
    """A growth rate with one decimal; `~` where its inputs leave that decimal open; empty if there is none.

    Examples:
        >>> percent(Growth(Fraction(132), Fraction(132), Fraction(132))), percent(Growth(None))
        ('+132.0 %', '')
        >>> percent(Growth(Fraction(-364, 100), Fraction(-366, 100), Fraction(-362, 100)), signed=False)
        '~3.6 %'
        >>> percent(Growth(Fraction(1134), Fraction(1100), None))
        '~x12.3'
    """
    if multiple := times(rate):
        return f"~x{multiple[1:]}" if multiple.startswith("~") else f"x{multiple}"
    return _open_or(rate, lambda end: _growth_rate(end, signed=signed))


def times(rate: Growth) -> str:
    """The multiple that tells more than a rate of 1,000 % or over; empty below.

    Examples:
        >>> times(Growth(Fraction(1134), Fraction(1134), Fraction(1134)))
        '12.3'
    """
    if rate.percent is None or abs(rate.percent) < MULTIPLE_FROM:
        return ""
    return _open_or(
        rate, lambda end: f"{half_up(end.numerator + 100 * end.denominator, 100 * end.denominator, 1):,}"
    )


def _open_or(rate: Growth, shown: Callable[[Fraction], str]) -> str:
    """What is printed of a rate, marked where another end of its interval would print otherwise."""
    if rate.percent is None:
        return ""
    printed = shown(rate.percent)
    ends = (rate.low, rate.high)
    return printed if all(end is not None and shown(end) == printed for end in ends) else f"~{printed}"


def _growth_rate(rate: Fraction, *, signed: bool) -> str:
    shown = half_up(rate.numerator if signed else abs(rate.numerator), rate.denominator, 1)
    return f"{shown:+} %" if signed and shown else f"{shown} %"


def part(ratio: Share | Points) -> str:
    """A share or contribution with one decimal; `~` where its inputs leave that decimal open.

    Examples:
        >>> part(Points(Fraction(183, 10), Fraction(183, 10), Fraction(183, 10)))
        '+18.3'
        >>> part(Share(Fraction(50), Fraction(45), Fraction(55)))
        '~50.0'
    """
    shown, least, most = (_part(end, signed=isinstance(ratio, Points)) for end in ratio)
    return shown if least == shown == most else f"~{shown}"


def _part(ratio: Fraction | None, *, signed: bool) -> str:
    if ratio is None:
        return "?"
    shown = half_up(ratio.numerator, ratio.denominator, 1)
    return f"{shown:+}" if signed and shown else f"{shown}"
