"""What a source is, the bytes it reads, and the figures it finds in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tradecli.errors import InvalidData

if TYPE_CHECKING:
    import polars as pl

    from tradecli.sources.request import Key, Request, Wanted


@dataclass(frozen=True)
class Snapshot:
    """One file as its publisher sent it, and when it became known.

    `name` is what the publisher calls the file or table (`u2010ex.csv`, `i8121.csv`); some
    tables say only there whether they hold exports or imports.
    `excerpt` marks a fixture that carries the full header of its format while only some
    cells are held: there an empty cell makes no row and rows may be missing; in a download
    both are faults.
    """

    origin: str
    name: str
    content: bytes = field(repr=False)
    vintage: date
    vintage_basis: str
    known_by: date
    excerpt: bool = False
    asked: Request | None = None


@dataclass(frozen=True)
class Valuation:
    """How a source values and counts one flow."""

    flow: str
    valuation: str
    system: str


class Period(NamedTuple):
    """What a figure covers: a span, and the first day of its last month."""

    span: str
    month: date


class Figure(NamedTuple):
    """One published figure as a format reader hands it on; the snapshot knows the rest.

    `part` names the article of a file that gathers several; it is added to the origin.
    `reporter` is empty where the source has only one.
    """

    partner: str
    flow: str
    span: str
    period: date
    value: int
    precision: int
    commodity: str = "TOTAL"
    classification: str = "total"
    adjustment: str = "none"
    part: str = ""
    reporter: str = ""


class Reading(NamedTuple):
    """What a format reader found in one file; `published` is the day it says it came out, if it does."""

    figures: list[Figure]
    notices: tuple[str, ...] = ()
    published: date | None = None


@dataclass(frozen=True)
class Parsed:
    """The rows of one file, what a reader of them should be told, and the day it says it came out."""

    observations: pl.DataFrame
    notices: tuple[str, ...] = ()
    published: date | None = None


class Source(Protocol):
    """An official publisher of trade figures. Does no I/O of its own."""

    @property
    def id(self) -> str:
        """The short name that stands in the column `source`."""

    @property
    def publisher(self) -> str:
        """The office that counts and publishes."""

    @property
    def reporter(self) -> str:
        """Whose customs counted; ISO 3166-1 alpha-2. Empty where the source has many reporters."""

    @property
    def reporters(self) -> tuple[str, ...]:
        """Every reporter the source covers; () where it answers for any."""

    @property
    def currency(self) -> str:
        """The currency of every figure; ISO 4217."""

    @property
    def home(self) -> str:
        """Where the publisher explains and offers its figures."""

    @property
    def licence(self) -> str:
        """The terms under which the figures may be used."""

    @property
    def attribution(self) -> str:
        """What the licence asks to be said."""

    @property
    def valuations(self) -> tuple[Valuation, ...]:
        """How each flow is valued."""

    @property
    def address(self) -> str:
        """The base address of its files; https."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that a redirect may lead to."""

    @property
    def key(self) -> Key | None:
        """The key it asks its users for, if any."""

    def release(self, month: date) -> date:
        """The usual day on which the figures of *month* come out."""

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """What to ask for, in order.

        Raises:
            NoData: The source does not have what is wanted.
        """

    def split(self, request: Request) -> tuple[Request, ...]:
        """Smaller requests for the same figures, after an answer was `Cut`; () where there are none."""

    def parse(self, snapshot: Snapshot) -> Parsed:
        """Read a snapshot into rows of `schema.OBSERVATIONS`.

        Raises:
            InvalidData: The file is not in the documented shape; the message says where.
            NoData: A table of the publisher that is known and not read.
        """


def shown(text: object, limit: int = 24) -> str:
    r"""A text of a file as a message may print it: on one line, no control characters, not too long.

    Examples:
        >>> print(shown("KOR"), shown("a\nb"), shown("x" * 99, 4))
        KOR a\nb xxxx
    """
    return repr(str(text))[1:-1][:limit]


_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
#: No trade figure comes near this; what does is a damaged file, and would overflow later.
_LIMIT = 10**15
_LONGEST = 40


def number(text: str, *, where: str) -> Decimal:
    """Read a figure by the one grammar every source keeps: digits, a point, a minus sign.

    Raises:
        InvalidData: Anything else, thousands separators and exponents included.

    Examples:
        >>> number("82401.131", where="i8102")
        Decimal('82401.131')
    """
    if not _NUMBER.fullmatch(text):
        raise InvalidData(f"{where}: {text[:40]!r} is not a number; expected digits and a point")
    return Decimal(text)


def dollars(text: str, unit: int, *, where: str) -> int:
    """Scale a printed figure to whole dollars, exactly; only what is finer than a dollar is rounded, half up.

    Args:
        text: The figure as published.
        unit: Dollars in one of its units, such as 1,000.
        where: File, row and column, for the error.

    Raises:
        InvalidData: Not a number, or larger than any trade figure.

    Examples:
        >>> dollars("7169.669882", 1_000_000, where="country.xlsx")
        7169669882
    """
    if len(text) > _LONGEST:
        raise InvalidData(f"{where}: {text[:40]!r}... is not a trade figure")
    value = int((number(text, where=where) * unit).to_integral_value(ROUND_HALF_UP))
    if abs(value) >= _LIMIT:
        raise InvalidData(f"{where}: {text[:40]} is larger than any trade figure")
    return value


def last_digit(texts: Sequence[str], unit: int) -> int:
    """The size in dollars of the last published digit: that of the finest of *texts*, at least one dollar.

    One figure cannot tell, since trailing zeros are often left out; the finest of a column can.

    Examples:
        >>> last_digit(["43625.148", "41291.52"], 1_000_000), last_digit(["36047.471348646"], 1_000_000)
        (1000, 1)
    """
    decimals = max((len(text.partition(".")[2]) for text in texts), default=0)
    return max(1, unit // 10**decimals) if decimals < 20 else 1


def observations(source: Source, snapshot: Snapshot, figures: Sequence[Figure]) -> pl.DataFrame:
    """Put *figures* into the table of observations.

    Raises:
        InvalidData: There are none, or some that cannot be: a negative export, a month that was not
            asked for, a year that is not the sum of its months, a month a thousand times its neighbours.
    """
    import polars as pl  # here, so that the descriptions of the sources load without it

    from tradecli.schema import OBSERVATIONS
    from tradecli.sources import consistency

    if not figures:
        raise InvalidData(f"{snapshot.name}: no figures in it")
    for figure in figures:
        _check(snapshot, figure)
    consistency.check(figures, where=snapshot.name)
    columns = dict(zip(Figure._fields, zip(*figures, strict=True), strict=True))
    origins = [f"{snapshot.origin}-{part}" if part else snapshot.origin for part in columns.pop("part")]
    reporters = [reporter or source.reporter for reporter in columns.pop("reporter")]
    constants = {
        "source": source.id,
        "currency": source.currency,
        "vintage": snapshot.vintage,
        "vintage_basis": snapshot.vintage_basis,
        "known_by": snapshot.known_by,
    }
    frame = pl.DataFrame({**columns, "reporter": reporters, "origin": origins}).with_columns(
        pl.lit(value).alias(name) for name, value in constants.items()
    )
    return frame.select(pl.col(name).cast(dtype) for name, dtype in OBSERVATIONS.items())


def _check(snapshot: Snapshot, figure: Figure) -> None:
    asked = snapshot.asked
    what = f"{figure.flow}s of {figure.partner} {figure.commodity} in {figure.period:%Y-%m}"
    if figure.value < 0 and figure.flow != "balance":
        raise InvalidData(f"{snapshot.name}: {what}: {figure.value} is negative; expected zero or more")
    if asked and not asked.covers(figure.period):
        # Some publishers ignore the range they are asked for and answer 200 with another.
        raise InvalidData(f"{snapshot.name}: got {what}; asked for {asked.range}")
    if asked and asked.reporter not in ("", figure.reporter):
        raise InvalidData(f"{snapshot.name}: got figures of {figure.reporter}; asked for {asked.reporter}")
