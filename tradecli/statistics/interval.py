"""A ratio in percent, and the interval that the rounding of its terms leaves open."""

from __future__ import annotations

from fractions import Fraction


def percentage(
    part: int, part_uncertainty: int, total: int, total_uncertainty: int
) -> tuple[Fraction, Fraction, Fraction | None]:
    """A part in percent of its total, with the lowest and the highest percentage that rounding allows.

    ``100 * part / total``; with half units ``e`` the ends are the quotients of ``part - e`` and
    ``part + e`` by whichever of ``total - e`` and ``total + e`` takes them further out.

    Args:
        part: Whole units of currency.
        part_uncertainty: Twice the half unit of *part*.
        total: Not zero; where it is negative, both are turned round.
        total_uncertainty: Twice the half unit of *total*.

    Returns:
        The percentage, its lowest value and its highest; the highest is None, and the lowest means
        nothing, where the total could be zero.

    Examples:
        >>> [end and float(round(end, 2)) for end in percentage(198_270, 10, 640_750, 10)]
        [30.94, 30.94, 30.94]
        >>> percentage(50, 10, 100, 100)
        (Fraction(50, 1), Fraction(30, 1), Fraction(110, 1))
    """
    # All is doubled, so that half units are whole.
    size, side = 2 * abs(total), -2 if total < 0 else 2
    least, most = side * part - part_uncertainty, side * part + part_uncertainty
    wide, narrow = size + total_uncertainty, size - total_uncertainty
    exact = Fraction(100 * part, total)
    if narrow <= 0:
        return exact, Fraction(100 * least, wide), None
    low = Fraction(100 * least, wide if least > 0 else narrow)
    return exact, low, Fraction(100 * most, narrow if most > 0 else wide)
