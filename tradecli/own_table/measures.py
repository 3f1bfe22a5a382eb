"""What of customs records is added up instead of all values: quantities, or the values that have one."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tradecli.own_table.mapping import Mapping

#: Quantities, and the values that have one, are counted in parts of this size: decimals of both count.
THOUSANDTHS = 1000
#: The code that ISO 4217 has for what is no money.
NO_CURRENCY = "XXX"


class Measure(NamedTuple):
    """Quantities, or the value of the records that have one, of records with these values in a column.

    Both are of the same records: those whose value is a number, and whose quantity is one above zero.
    """

    kind: Literal["quantity", "valued"]
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()


def read_as(mapping: Mapping, kind: str) -> tuple[Mapping, int]:
    """How a measure is read, so that its sums are whole; and what makes thousandths of these.

    Examples:
        >>> read, factor = read_as(Mapping(value="usd", quantity="kg"), "quantity")
        >>> read.value, read.unit, read.decimals, factor
        ('kg', 1000, 3, 1)
        >>> read_as(Mapping(unit=1_000_000), "valued")[1]
        1000
    """
    if kind == "quantity":
        return mapping._replace(value=mapping.quantity, unit=THOUSANDTHS, decimals=3), 1
    # As many decimals as of a plain reading: a value that breaks no rule there breaks none here.
    decimals = max(2, len(str(mapping.unit)) - 1) if mapping.decimals is None else mapping.decimals
    if mapping.unit >= THOUSANDTHS:
        return mapping._replace(decimals=decimals), THOUSANDTHS
    return mapping._replace(unit=mapping.unit * THOUSANDTHS, decimals=decimals), 1
