"""Half up, once: the only place where a figure loses digits."""

from __future__ import annotations

from decimal import Decimal


def half_up(numerator: int, denominator: int, digits: int) -> Decimal:
    """Round a ratio of whole numbers to *digits* decimals, halves away from zero, never to -0.

    Args:
        numerator: Any whole number.
        denominator: Any whole number but zero; a half is a half, since nothing here is a float.
        digits: Decimals to keep, 0 or more.

    Source:
        The ministry rounds half up (四捨五入); IEEE half-even differs at 0.25.

    Examples:
        >>> half_up(25, 100, 1), half_up(3485, 100, 1), half_up(-4, 100, 1), half_up(-5, 2, 0)
        (Decimal('0.3'), Decimal('34.9'), Decimal('0.0'), Decimal('-3'))
    """
    size, unit = abs(numerator) * 10**digits, abs(denominator)
    whole = (2 * size + unit) // (2 * unit)
    negative = (numerator < 0) != (denominator < 0)
    return Decimal(-whole if negative else whole).scaleb(-digits)
