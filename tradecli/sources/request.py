"""What a source asks for: addresses, parameters, and the months the answer may hold. Pure.

A source makes requests out of what is wanted; download.py sends them; the reply comes back to
the source as a snapshot that carries the request it answers.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tradecli.errors import InvalidData, NoData
from tradecli.facts import commodities, harmonized_system
from tradecli.periods import label, shift
from tradecli.wording import Listed, Wording

CSV = ("text/csv", "application/csv", "application/octet-stream", "text/plain")
JSON = ("application/json", "text/json")
XML = ("application/xml", "text/xml")
SDMX_CSV = ("application/vnd.sdmx.data+csv", *CSV)
XLSX = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/octet-stream",
    "application/zip",
)

#: A chapter, heading or subheading of the Harmonized System.
HS_CODE = re.compile(r"\d\d(\d\d){0,2}")


class Cut(InvalidData):
    """A reply ended at the source's row limit: ask in smaller pieces (`Source.split`) or refuse."""


class Request(NamedTuple):
    """One file to ask for.

    Attributes:
        name: Our own fixed name, file-safe; it becomes the name of the snapshot.
        path: Below the base address, without a leading slash.
        parameters: The query, in order; a name may be duplicated.
        media: Content types accepted, lower case, without parameters.
        keyed: Whether the source's key is to be attached.
        optional: Whether the other files are of use without this one.
        address: The base address, where it is not the source's own (a publisher with two
            hosts); an address set by the user replaces both.
        accept: The header `Accept`; empty where the publisher does not look at it.
        first: The first month asked for, if the publisher was asked for a range.
        last: The last month asked for.
        reporter: Whose figures were asked for, of a source with several reporters.
        flow: The only flow asked for; empty where the file holds both.
        verbatim: Characters that must stand unescaped in the path, such as `+` and `,`.
    """

    name: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    media: tuple[str, ...] = CSV
    keyed: bool = False
    optional: bool = False
    address: str = ""
    accept: str = ""
    first: date | None = None
    last: date | None = None
    reporter: str = ""
    flow: str = ""
    verbatim: str = "+,"

    def covers(self, month: date) -> bool:
        """Whether *month* lies in the range asked for.

        Examples:
            >>> Request("x", "x", first=date(2024, 1, 1)).covers(date(2023, 12, 1))
            False
        """
        return (self.first is None or month >= self.first) and (self.last is None or month <= self.last)

    @property
    def range(self) -> str:
        """The range asked for, in words."""
        first, last = (label(month) if month else Wording("any month") for month in (self.first, self.last))
        return Wording("{first} to {last}", first=first, last=last)


class Wanted(NamedTuple):
    """What the user wants of a source.

    Attributes:
        today: The day of asking.
        since: The first month wanted; None for all there are, or all that may be new.
        reporter: Whose customs counted; ISO 3166-1 alpha-2, or `EU`.
        partners: The codes of the partners wanted; () for all the source has.
        commodity: A code of *classification*; `HS2`, `HS4` or `HS6` for every code of that length.
        classification: `total` or `hs`.
        newest: The newest month stored.
        keyed: Whether the source's key is set.
        published: The only months that the source says it has; None where it was not asked.
    """

    today: date
    since: date | None = None
    reporter: str = ""
    partners: tuple[str, ...] = ()
    commodity: str = "TOTAL"
    classification: str = "total"
    newest: date | None = None
    keyed: bool = False
    published: frozenset[date] | None = None

    @property
    def last_month(self) -> date:
        """The newest month there can be: the one before the day of asking."""
        return shift(self.today.replace(day=1), -1)

    def hs_code(self, publisher: str) -> str:
        """The code of the Harmonized System that is wanted.

        Raises:
            NoData: Another list, or a code of another length, which *publisher* does not have.
        """
        if self.classification == "hs" and HS_CODE.fullmatch(self.commodity):
            return self.commodity
        group = commodities.meant(f"{self.classification}:{self.commodity}")
        near = [f"hs:{one.code}" for one in harmonized_system.with_words(group.name)[:3]] if group else []
        nearest = "{publisher} is asked by codes of the Harmonized System; nearest: {near}"
        raise NoData(
            "{publisher} has no commodity {classification}:{commodity}",
            hint=Wording(nearest, publisher=Wording(publisher), near=Listed(near, "or"))
            if near
            else "use two, four or six digits, as in hs:85",
            publisher=Wording(publisher),
            classification=self.classification,
            commodity=self.commodity,
        )
