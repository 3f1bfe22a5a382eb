"""Groups of customs records: what tells them apart, what is counted, what a question wants of them."""

from __future__ import annotations

from typing import NamedTuple

#: A row's value may have so many units at most: no line of a declaration comes near it.
LIMIT = 10**15
#: Sums are kept in two parts, ``high * PART + low``, so that no number of rows can make them overflow.
PART = 2**31
#: Why a row's value cannot be added: the column that counts such rows, and how an answer names them.
VALUE_RULES = {
    "empty": "an empty value",
    "unreadable": "a value that is no number",
    "negative": "a negative value",
    "finer": "a value with more decimals than are read",
    "beyond": "a value larger than any trade figure",
}
#: What is counted of each group, all integers: rows, those added, their sum, and those that break a rule.
MEASURES = ("rows", "good", "low", "high", *VALUE_RULES)


class Wanted(NamedTuple):
    """What a question needs of the records.

    `partners` tells them apart by partner. `digits` tells them apart by the first digits of the
    commodity; with `code` only that one code from the others. Only rows of partners spelled as in
    `only`, if there are any, and none of those in `without` (None means empty cells), are taken.
    `daily` says that periods are seen to be days: they are then cut to months by the engine, else
    by whoever reads the sums. It changes nothing but the time it takes.
    """

    partners: bool = True
    digits: int = 0
    code: str = ""
    only: tuple[str | int | float | None, ...] = ()
    without: tuple[str | int | float | None, ...] = ()
    daily: bool = False

    @property
    def keys(self) -> list[str]:
        """The columns that tell the groups apart, texts but for `digits`, the length of the code."""
        partner = ["partner"] if self.partners else []
        return ["period", *partner, "flow", *(["code", "digits"] if self.digits else [])]
