"""Groups of customs records: what tells them apart, what is counted, what a question wants of them."""

from __future__ import annotations

from typing import NamedTuple

from tradecli.own_table.mapping import Mapping

#: A row's value may have so many units at most, up or down: no line of a declaration comes near it.
LIMIT = 10**15
#: Values with decimals arrive as floating numbers; up to here, counted in their last decimal, they are exact.
EXACT = 2**48
#: Sums are kept in two parts, ``high * PART + low``, so that no number of rows can make them overflow.
PART = 2**31
#: What is added to a value before it is cut in two parts, so that both are positive: a multiple of `PART`.
SHIFT = 2**50
#: The column that names the file of a row, where files are told apart.
FILE = "file of the row"
#: As many digits as the longest code: it is told apart as a whole.
WHOLE = 99
#: Why a row's value cannot be added: the column that counts such rows, and how an answer names them.
VALUE_RULES = {
    "empty": "an empty value",
    "rounded": "a value whose last digits its exponent hides",
    "unreadable": "a value that is no number",
    "finer": "a value with more decimals than are read",
    "beyond": "a value larger than any trade figure",
}
#: What is counted of each group, all integers: rows, those added, their sum, those added that are written
#: with an exponent, and those that break a rule.
MEASURES = ("rows", "good", "low", "high", "exponents", *VALUE_RULES)


class Wanted(NamedTuple):
    """What a question needs of the records.

    `partners` tells them apart by partner. `digits` tells them apart by the first digits of the
    commodity (all of it where they are `WHOLE`); with `code` only that one code from the others. A code
    one digit shorter than `width` gets its lost zero back; blanks around codes go where they are `padded`;
    `plain` says that every code is known to be a number of one length.
    Only rows of partners spelled as in `only`, if there are any, and none of those in `without` (None
    means empty cells), are taken; and of other columns those with a value of `where`. `by_file` tells
    files apart. `daily` says that periods are seen to be days: they are then cut to months, the last day
    of each kept. `having` are how values and how quantities are read: only rows are taken whose value is a
    number, and whose quantity is one above zero.
    """

    partners: bool = True
    digits: int = 0
    code: str = ""
    only: tuple[str | None, ...] = ()
    without: tuple[str | None, ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    width: int = 0
    padded: bool = False
    plain: bool = False
    by_file: bool = False
    daily: bool = False
    having: tuple[Mapping, ...] = ()

    @property
    def keys(self) -> list[str]:
        """The columns that tell the groups apart, all of them texts."""
        names = {"file": self.by_file, "partner": self.partners, "code": bool(self.digits)}
        return ["period", "flow", *(name for name, wanted in names.items() if wanted)]


def decimals_of(mapping: Mapping) -> int:
    """How many decimals of a value count: as many as is said, else down to a whole unit and to the cent."""
    usual = max(2, len(str(mapping.unit)) - 1)
    return usual if mapping.decimals is None else mapping.decimals
