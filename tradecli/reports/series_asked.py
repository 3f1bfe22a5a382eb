"""Which periods a series shows: from which month through which, by month, quarter or year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.errors import QueryError
from tradecli.model.figure import Window
from tradecli.wording import Listed

#: Months in a period of each kind, and how many periods are shown where nobody says.
SIZE = {"month": 1, "quarter": 3, "year": 12}
USUAL = {"month": 13, "quarter": 9, "year": 11}


class Asked(NamedTuple):
    """What of a series is asked for.

    `through` is the last month, None the newest; `since` the first month; `months` how many, where no
    first month is named; `by` a key of `SIZE`; `share` asks for the part of the reporter's total,
    `unit_value` for values per quantity, `again` for re-exports, or re-imports.
    """

    through: date | None = None
    since: date | None = None
    months: int | None = None
    by: str = "month"
    share: bool = False
    unit_value: bool = False
    again: bool = False

    def checked(self) -> Asked:
        """The same.

        Raises:
            QueryError: There is no such period; the first month comes after the last, or stands beside a
                number of months; the number is below one or beyond `periods.MOST`.
        """
        if self.by not in SIZE:
            raise QueryError(
                "there is no series by {by!r}",
                hint="--by takes {words}",
                candidates=tuple(SIZE),
                by=self.by,
                words=Listed(SIZE),
            )
        if self.months is not None and not 1 <= self.months <= periods.MOST:
            raise QueryError(
                "a series of {months} months cannot be shown",
                hint="--months takes 1 to {most}",
                months=self.months,
                most=periods.MOST,
            )
        if self.since and self.months is not None:
            raise QueryError(
                "--from and --months exclude each other: both say where the series begins",
                hint="leave out one of them",
            )
        if self.since and self.through and self.since > self.through:
            since, through = periods.label(self.since), periods.label(self.through)
            raise QueryError(
                "the series would begin after it ends: --from {since} is after --through {through}",
                hint="exchange them: --from {through} --through {since}",
                since=since,
                through=through,
            )
        return self


def windows(asked: Asked, first: date, last: date) -> list[Window]:
    """The windows of a series, oldest first.

    A quarter or year is shown where a month asked for lies in it; what runs beyond *last* has no figure.

    Args:
        asked: What was asked.
        first: The first month for which there are figures; nothing is shown before it.
        last: The last month.

    Examples:
        >>> [one.label for one in windows(Asked(since=date(2025, 2, 1), by="quarter"), date(2001, 1, 1),
        ...     date(2025, 7, 1))]
        ['2025-Q1', '2025-Q2', '2025-Q3']
    """
    size, since = SIZE[asked.by], asked.since
    end = _end(last, size)
    if since is None:
        count = USUAL[asked.by] if asked.months is None else -(-asked.months // size)
    else:
        begin = _end(max(since, first), size)
        count = ((end.year - begin.year) * 12 + end.month - begin.month) // size + 1
    shown = [periods.shift(end, -size * back) for back in reversed(range(count))]
    return [Window(asked.by, month) for month in shown if month >= first]


def _end(month: date, size: int) -> date:
    """The last month of the quarter or year that a month lies in."""
    return periods.shift(month, -month.month % size)


def check_share(flow: str, partners: Sequence[str], asked: Asked) -> None:
    """Refuse the share of a balance, and of all partners together, where one is asked for.

    Raises:
        QueryError: It is one of these.
    """
    if asked.share and flow == "balance":
        raise QueryError(
            "a balance has no share: balances of partners have both signs, and add up to a total near zero",
            hint="ask for the share of a flow: trade exports --share, trade imports --share",
        )
    if asked.share and [*partners] == ["WORLD"]:
        raise QueryError(
            "the share of all partners is 100 %: --share is a partner's share of the total",
            hint="name a partner: --partner US; shares of goods: trade drivers",
        )
