"""What a source reads: a file, when it became known, and the figures found in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import polars as pl

    from tradecli.sources.request import Request


class File(NamedTuple):
    """One file as its publisher sent it.

    `name` is what the publisher calls the file or table (`u2010ex.csv`, `i8121.csv`); some
    tables say only there whether they hold exports or imports.
    `excerpt` marks a fixture that carries the full header of its format while only some
    cells are held: there an empty cell makes no row and rows may be missing; in a download
    both are faults.
    """

    name: str
    content: bytes
    excerpt: bool = False
    asked: Request | None = None


class Snapshot(NamedTuple):
    """A file, the origin its figures carry, and when it became known."""

    file: File
    origin: str
    vintage: date
    vintage_basis: str
    known_by: date


class Beginning(NamedTuple):
    """What tells whose file it is: its form, its first row and the one below.

    `form` is `workbook`, `csv`, `array`, `object` or `xml`; of an object of JSON the header is its keys, of
    XML the name of the root.
    """

    form: str
    header: list[str]
    first: list[str]


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
    """What a format reader found in one file; `published` is the day it says it came out, if it does.

    `editions` are those of the Harmonized System that the file says its codes are of, a text each: the
    reporter, the edition, the first and last month, as in `KR 2022 2024-01 2025-11`.
    """

    figures: list[Figure]
    notices: tuple[str, ...] = ()
    published: date | None = None
    editions: tuple[str, ...] = ()


class Parsed(NamedTuple):
    """The rows of one file, what a reader of them should be told, and the day it says it came out."""

    observations: pl.DataFrame
    notices: tuple[str, ...] = ()
    published: date | None = None
