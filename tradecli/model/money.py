"""Money: whole units of one currency. Two currencies never meet in one sum, comparison or column."""

from __future__ import annotations

from typing import NamedTuple

from tradecli.errors import MixedCurrencies


class Money(NamedTuple):
    """An amount in whole units of a currency.

    `precision` is the size of its last published digit: 1,000 for a figure published in thousands,
    1 for a count of single units. Sums and differences are as coarse as the coarser of their terms.

    Examples:
        >>> Money(64_050, 10, "USD") - Money(47_970, 1, "USD")
        Money(value=16080, precision=10, currency='USD')
        >>> Money(1, 1, "EUR") < Money(2, 1, "USD")
        Traceback (most recent call last):
        tradecli.errors.MixedCurrencies: EUR and USD are never added or compared
    """

    value: int
    precision: int
    currency: str

    def same_currency(self, other: Money) -> None:
        """Refuse an amount of another currency.

        Raises:
            MixedCurrencies: The currencies differ.
        """
        if self.currency != other.currency:
            raise MixedCurrencies(self.currency, other.currency)

    def __add__(self, other: Money) -> Money:  # type: ignore[override]
        self.same_currency(other)
        return Money(self.value + other.value, max(self.precision, other.precision), self.currency)

    def __sub__(self, other: Money) -> Money:
        self.same_currency(other)
        return Money(self.value - other.value, max(self.precision, other.precision), self.currency)

    def __neg__(self) -> Money:
        return self._replace(value=-self.value)

    def __abs__(self) -> Money:
        return self._replace(value=abs(self.value))

    def __lt__(self, other: Money) -> bool:  # type: ignore[override]
        self.same_currency(other)
        return self.value < other.value

    def __gt__(self, other: Money) -> bool:  # type: ignore[override]
        return other < self

    def __le__(self, other: Money) -> bool:  # type: ignore[override]
        return not other < self

    def __ge__(self, other: Money) -> bool:  # type: ignore[override]
        return not self < other

    @property
    def sign(self) -> int:
        """1, 0 or -1."""
        return (self.value > 0) - (self.value < 0)


class Change(NamedTuple):
    """A difference of two amounts: printed with its sign."""

    money: Money


class Shown(NamedTuple):
    """How all amounts of a statement are shown, where it is a claim's unit and digits that count.

    `unit` is the size of one in the claim's unit, `last` the power of ten of the last digit shown; without
    it there are as many decimals as the unit has, with `usual` at least so many. Without a unit it is one
    in which `amounts` can be read.
    """

    unit: int = 0
    last: int | None = None
    usual: bool = False
    amounts: tuple[Money, ...] = ()


def change(now: Money | None, base: Money | None) -> Change | None:
    """The difference of two amounts; None where either is missing.

    Raises:
        MixedCurrencies: The currencies differ.
    """
    return None if now is None or base is None else Change(now - base)
