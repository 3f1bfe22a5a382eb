"""Numbers as they were written: their value, and how exact their last digit makes them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import NamedTuple

from tradecli.errors import QueryError

#: Digits before and after the point that a number can have; world trade has 14.
LONGEST = 30


class Quantity(NamedTuple):
    """A number as it was written: value and half a unit of its last digit, in dollars, percent or times.

    `digits` are those that tell something: the zeros of 800 may be of rounding.
    """

    value: Fraction
    half: Fraction
    digits: int

    def scaled(self, factor: Fraction) -> Quantity:
        """The same digits in another unit."""
        return self._replace(value=self.value * factor, half=self.half * abs(factor))

    def shifted(self, step: int) -> Quantity:
        """The same digits, *step* higher."""
        return self._replace(value=self.value + step)


def quantity(value: object) -> Quantity:
    """A number with the digits it was written with.

    Raises:
        QueryError: It is not a number.

    Examples:
        >>> quantity("64.70").half, quantity("1,501.16").digits, quantity(677).half, quantity(800).digits
        (Fraction(1, 200), 6, Fraction(1, 2), 1)
    """
    try:
        number = Decimal(str(value).replace(",", "").replace("%", "").strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or isinstance(value, bool):
        raise QueryError("{value!r} is not a number", hint="write 64.05, -3.6 or 1,501.16", value=value)
    parts = number.as_tuple()
    exponent = int(parts.exponent)
    if max(len(parts.digits), abs(exponent), abs(number.adjusted())) > LONGEST:
        raise QueryError(
            "a number of over {longest} digits cannot be checked", hint="write 64.05 bn", longest=LONGEST
        )
    digits = "".join(map(str, parts.digits))
    telling = digits if exponent < 0 else digits.rstrip("0")
    return Quantity(Fraction(number), Fraction(10) ** exponent / 2, len(telling))
