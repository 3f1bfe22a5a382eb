"""Areas whose members change: who belonged to one in which month.

From the treaties of accession and the Agreement on the withdrawal of the United Kingdom (European Union),
the Council's decisions on the adoption of the euro (euro area; Bulgaria as the 21st from 1 January 2026),
and from the declarations of admission (Association of Southeast Asian Nations; Timor-Leste was admitted on
26 October 2025). The month of an admission counts as one of membership, so does the last month in full.
The Union counts the communities before it.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

#: Reporters whose office's own row is the only figure of an area.
AS_PUBLISHED = {"ASEAN": frozenset({"TW"})}

#: Areas of the same members in every month: added up where they are asked for, and not listed beside those
#: whose members change.
CONSTANT = frozenset({"EA19", "EA20", "EA21", "EU27", "EU28"})

#: Tables, by source and adjustment, whose countries add up to the total to the last digit, so that one
#: without a row in a month has no trade that could be printed.
COMPLETE = frozenset({("ons", "none")})


class Term(NamedTuple):
    """A member of an area, and its first and last month as one."""

    member: str
    since: date = date.min
    until: date = date.max

    def covers(self, month: date) -> bool:
        """Whether it was a member in a month."""
        return self.since <= month <= self.until


def terms(area: str) -> tuple[Term, ...]:
    """Who was ever a member of an area, and when; () of an area whose members do not change.

    Examples:
        >>> [term.member for term in terms("ASEAN") if term.since.year > 1995]
        ['LA', 'MM', 'KH', 'TL']
    """
    return _every().get(area, ())


def on(area: str, month: date) -> frozenset[str]:
    """The members of an area in a month.

    Examples:
        >>> "TL" in on("ASEAN", date(2025, 10, 1)), len(on("ASEAN", date(2025, 9, 1)))
        (True, 10)
        >>> len(on("EU", date(2020, 1, 1))), len(on("EU", date(2020, 2, 1)))
        (28, 27)
    """
    return frozenset(term.member for term in terms(area) if term.covers(month))


def fixed(members: Sequence[str]) -> tuple[Term, ...]:
    """The same members in every month."""
    return tuple(map(Term, members))


@cache
def _every() -> dict[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    with Path(__file__).with_name("memberships.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            until = _month(row["until"]) if row["until"] else date.max
            term = Term(row["member"], _month(row["since"]), until)
            found[row["area"]] = (*found.get(row["area"], ()), term)
    return found


def _month(text: str) -> date:
    return date(int(text[:4]), int(text[5:]), 1)
