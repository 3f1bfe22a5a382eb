"""How the amounts of a leg are written: columns of them that engines read are made."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tradecli.errors import QueryError
from tradecli.own_table import decimals
from tradecli.own_table.files import Files
from tradecli.own_table.legs import Column, Leg, made
from tradecli.own_table.mapping import USUAL, Mapping
from tradecli.own_table.sniffing_units import DOLLARS, unit


def read_as_written(leg: Leg, mapping: Mapping, names: Sequence[str], files: Files) -> Leg:
    """A leg whose values have points before their decimals, and no signs besides.

    Raises:
        InvalidData: Which sign stands before decimals cannot be told.
        QueryError: Amounts have the sign of another currency.
    """
    for part, usual in (("value", mapping.value), ("quantity", mapping.quantity)):
        of = next((column.of[0] for column in leg.columns if column.name == made(part)), usual)
        if of not in names:
            continue
        comma = decimals.comma(files, of, mapping.decimal)
        odd = decimals.odd(files, of)
        if comma or odd:
            if odd and part == "value":
                _refuse_money(decimals.money_in(files, of), of, mapping)
            said = ("cleaned", (of, "comma" if comma else "point")) if odd else ("swapped", (of,))
            others = tuple(column for column in leg.columns if column.name != made(part))
            leg = leg._replace(columns=(*others, Column(made(part), *said)))
    return leg


def _refuse_money(signs: Collection[str], column: str, mapping: Mapping) -> None:
    """Refuse amounts beside signs of another currency than they are read in."""
    currency = mapping.currency or USUAL
    for sign in sorted(set(signs) - {"$"} or signs):
        codes = {unit(sign).currency, *unit(sign).unsure} - {""} if sign != "$" else DOLLARS
        if currency not in codes:
            raise QueryError(
                "amounts in the column {column!r} are written with {sign!r}, and read in {currency}",
                hint="say whose money it is: currency={code}",
                column=column,
                sign=sign,
                currency=currency,
                code=min(codes),
            )
