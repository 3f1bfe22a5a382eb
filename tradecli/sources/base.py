"""What a source is: the facts of a publisher, what to ask it for, and how its files are read. No I/O."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tradecli.errors import NoData
from tradecli.periods import shift

if TYPE_CHECKING:
    import polars as pl

    from tradecli.sources.reading import Beginning, Figure, File, Parsed, Reading, Snapshot
    from tradecli.sources.request import Request, Wanted

_HTTPS = "https://"


class Key(NamedTuple):
    """A key that a source asks its users for.

    `variable` is the environment variable that holds it. It is sent as the header `header` or,
    where that is empty, as the query parameter `parameter`. Unless `required`, the source also
    answers without one, with less.
    """

    variable: str
    header: str = ""
    parameter: str = ""
    required: bool = False


class Valuation(NamedTuple):
    """How a source values and counts one flow."""

    flow: str
    valuation: str
    system: str


class Doubt(NamedTuple):
    """Months of one file that may carry a wrong digit: those before `before`, or all of them.

    `origin` is the id of the embedded file. A figure of another file is not in doubt.
    """

    origin: str
    before: date = date.max


class Source:
    """An official publisher of trade figures: a subclass states its facts and reads its files.

    One whose files are not read as they come states its facts alone: its figures stand in the
    layout of our own (`wide`), which every source reads, and it has no file to ask for.

    Attributes:
        id: The short name that stands in the column `source`; also that of its module.
        publisher: The office that counts and publishes.
        name: What a heading calls it; the publisher where empty.
        name_zh: The same in Chinese; the publisher where empty.
        reporters: Every reporter it covers, ISO 3166-1 alpha-2; () where it answers for any.
        answers_for: The reporters whose trade it answers for unless another source is named.
        answers_for_others: Whether it answers for whoever has no source of their own.
        yearly: Whether it has years alone.
        adjusted: Whether it has partners seasonally adjusted and unadjusted: two series, never mixed.
        every_partner: Whether its office publishes every partner: for what it lacks no other is asked.
        areas: Areas whose figures it publishes itself; of others it is asked for the members.
        fetched_unasked: Whether it is fetched where no source is named.
        hs_codes: Whether it can be asked for goods by codes of the Harmonized System.
        hs_codes_keyed: Whether only with its key.
        hours_from_utc: The clock of the publisher; the day of a release is a day there.
        currency: The currency of every figure; ISO 4217.
        per_dollar: About how many units of the currency a US dollar is, as a power of ten: bounds of what
            a figure can be are in dollars.
        doubts: Embedded months that may carry a wrong digit.
        home: Where the publisher explains and offers its figures.
        licence: The terms under which the figures may be used.
        attribution: What the licence asks to be said.
        valuations: How each flow is valued.
        address: The base address of its files; https.
        other_hosts: Hosts besides that of the address that a redirect may lead to.
        key: The key it asks its users for, if any.
        limits: What its interface allows in one request, in words; without a key where one is of use.
        files: What it publishes, for whoever adds a file by hand.
        release_after: Days from the end of a month to the usual day of its figures.
    """

    id: str
    publisher: str
    name: str = ""
    name_zh: str = ""
    reporters: tuple[str, ...] = ()
    answers_for: Collection[str] = ()
    answers_for_others: bool = False
    yearly: bool = False
    adjusted: bool = False
    every_partner: bool = False
    areas: Collection[str] = ()
    fetched_unasked: bool = False
    hs_codes: bool = False
    hs_codes_keyed: bool = False
    hours_from_utc: int = 0
    currency: str = "USD"
    per_dollar: int = 1
    doubts: tuple[Doubt, ...] = ()
    home: str
    licence: str
    attribution: str
    valuations: tuple[Valuation, ...]
    address: str
    other_hosts: tuple[str, ...] = ()
    key: Key | None = None
    limits: str = ""
    files: str
    release_after: int

    @property
    def names(self) -> tuple[str, str]:
        """What a heading calls it, in English and in Chinese."""
        return self.name or self.publisher, self.name_zh or self.publisher

    @property
    def fetchable(self) -> bool:
        """Whether it has files that can be asked for."""
        return type(self).requests is not Source.requests

    @property
    def reporter(self) -> str:
        """Whose customs counted; empty where the source has many reporters."""
        return self.reporters[0] if len(self.reporters) == 1 else ""

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that a redirect may lead to."""
        return self.address.removeprefix(_HTTPS), *self.other_hosts

    def release(self, month: date) -> date:
        """The usual day on which the figures of *month* come out."""
        return shift(month, 1) + timedelta(days=self.release_after)

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """What to ask for, in order.

        Raises:
            NoData: The source does not have what is wanted.
        """
        self.refuse_others(wanted.reporter)
        raise NoData(
            "{source} has no file that can be fetched: its figures come with the program",
            hint="newer ones are at {home}; `--table` answers from a file of yours",
            source=self.id,
            home=self.home,
        )

    def availability(self, wanted: Wanted) -> Request | None:
        """What to ask first for: which months there are of what is wanted; None where it is not told."""
        return None

    def published(self, file: File, wanted: Wanted) -> Wanted:
        """What is wanted, of the months that a reply to `availability` names alone.

        Raises:
            NoData: There are none.
            InvalidData: Not such a reply.
        """
        return wanted

    def split(self, request: Request) -> tuple[Request, ...]:
        """Smaller requests for the same figures, after an answer was `Cut`; () where there are none."""
        return ()

    def recognises(self, beginning: Beginning) -> bool:
        """Whether a file that begins so is one of this source's."""
        return False

    def read(self, file: File) -> Reading:
        """The figures in a file, not yet compared with each other.

        Raises:
            InvalidData: The file is not in the documented shape; the message says where.
            NoData: A table of the publisher that is known and not read.
        """
        from tradecli.sources import wide

        return wide.read(file, source=self.id, currency=self.currency)

    def checked(self, file: File) -> Reading:
        """The figures in a file, checked against each other and against what was asked for.

        Raises:
            InvalidData: As `read`, or figures that cannot be.
            NoData: As `read`.
        """
        from tradecli.sources import consistency, wide

        own_layout = wide.is_wide(file.content)
        reading = wide.read(file, source=self.id, currency=self.currency) if own_layout else self.read(file)
        consistency.check_file(file, reading.figures, per_dollar=self.per_dollar)
        return reading

    def observations(self, snapshot: Snapshot, figures: Sequence[Figure]) -> pl.DataFrame:
        """The rows of `schema.OBSERVATIONS` that the figures of a file make."""
        from tradecli.sources.observations import table

        return table(snapshot, figures, source=self.id, reporter=self.reporter, currency=self.currency)

    def parse(self, snapshot: Snapshot) -> Parsed:
        """Read a file whose vintage is known.

        Raises:
            InvalidData: As `checked`.
            NoData: As `checked`.
        """
        from tradecli.sources.reading import Parsed

        reading = self.checked(snapshot.file)
        rows = self.observations(snapshot, reading.figures)
        return Parsed(rows, reading.notices, reading.published)

    def refuse_others(self, reporter: str) -> None:
        """Refuse a reporter whom the source does not cover.

        Raises:
            NoData: It does not.
        """
        if self.reporters and reporter not in ("", *self.reporters):
            raise NoData(
                "the source {source} does not cover the reporter {reporter}",
                source=self.id,
                reporter=reporter,
            )


def unnamed(source: str) -> NoData:
    """The refusal of a source with many reporters that was not told which."""
    return NoData(
        "the source {source} is asked for one reporter at a time",
        hint="name it with --reporter, such as --reporter KR",
        source=source,
    )
