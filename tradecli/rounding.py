"""Half up, once: the only place where a figure loses digits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def half_up(value: Fraction | int, digits: int) -> Decimal:
    """Round to *digits* decimals, halves away from zero, and never to a negative zero.

    Args:
        value: An exact number, so that a half is a half.
        digits: Decimals to keep, 0 or more.

    Source:
        The ministry rounds half up (四捨五入); IEEE half-even differs at 0.25.

    Examples:
        >>> half_up(Fraction("0.25"), 1), half_up(Fraction("34.85"), 1), half_up(Fraction("-0.04"), 1)
        (Decimal('0.3'), Decimal('34.9'), Decimal('0.0'))
        >>> half_up(Fraction(-5, 2), 0)
        Decimal('-3')
    """
    scaled = abs(Fraction(value)) * 10**digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-digits)
