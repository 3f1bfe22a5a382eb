"""The numbers for which a claimed one is true: by its last digit, or as far as it was softened."""

from __future__ import annotations

from fractions import Fraction

from tradecli.claims import Assertion
from tradecli.quantity import Quantity


def unit_of(quantity: Quantity) -> Fraction:
    """A unit of the last digit that tells something.

    Examples:
        >>> from tradecli.quantity import quantity
        >>> [float(unit_of(quantity(text))) for text in ("131.8", "800", "64.70")]
        [0.1, 100.0, 0.01]
    """
    last = 2 * quantity.half
    zeros = len(str(abs(quantity.value) // last)) - max(1, quantity.digits)
    return last * Fraction(10) ** max(0, zeros)


def range_of(assertion: Assertion) -> tuple[Fraction, Fraction] | None:
    """The lowest and the highest number for which an assertion is true; None where it gives none.

    Half a unit of the last digit on either side; of "about" half a unit of the last digit but one that
    tells something; of "nearly" so much below; of "more than" up to the next number rounded to it. Sizes
    are softened: "fell nearly 4 %" is said of -3.6.

    Source:
        method.md, section 17.

    Examples:
        >>> from tradecli.quantity import quantity
        >>> def ends(about, text):
        ...     return [float(end) for end in range_of(Assertion("yoy", quantity(text), about=about))]
        >>> ends("", "56.0"), ends("about", "131.8"), ends("nearly", "-36"), ends("more", "60")
        ([55.95, 56.05], [131.3, 132.3], [-36.0, -31.0], [60.0, 70.0])
        >>> ends("more", "64.5"), ends("more", "150")
        ([64.5, 65.0], [150.0, 200.0])
    """
    quantity = assertion.quantity
    if quantity is None:
        return None
    if not assertion.about:
        return quantity.value - quantity.half, quantity.value + quantity.half
    unit = unit_of(quantity)
    coarse = 10 * unit if quantity.digits > 1 else unit
    size = abs(quantity.value)
    low, high = {
        "about": (size - coarse / 2, size + coarse / 2),
        "nearly": (size - coarse / 2, size),
        "more": (size, coarse * (size // coarse + 1)),
    }[assertion.about]
    return (-high, -low) if quantity.value < 0 else (low, high)
