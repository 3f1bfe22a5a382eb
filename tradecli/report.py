"""A report: rows for programs, a view for people, notes and provenance. Nothing in it is rounded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import polars as pl

# Named tuples throughout, here and where else a question passes: a dataclass costs each start of
# the program five times as much to make.
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Statement(NamedTuple):
    """Something to say, in no language yet: a key and the facts of it."""

    key: str
    facts: Mapping[str, Any] = _NOTHING


def say(key: str, **facts: Any) -> Statement:
    """A statement from its key and facts.

    Examples:
        >>> say("reported", value=131_800_000_000).facts["value"]
        131800000000
    """
    return Statement(key, facts)


class Amount(NamedTuple):
    """A sum of money in whole units; `precision` is the size of its last published digit."""

    value: int | None
    precision: int | None
    signed: bool = False


class Rate(NamedTuple):
    """A growth rate as its two terms; `units` is the sum of the input precisions of each.

    `note` is the reason why no rate is given, or which way a deficit went.
    """

    value: int | None
    units: int | None
    base: int | None
    base_units: int | None
    note: str = ""


class Points(NamedTuple):
    """A part as a percentage of a total, both with the sum of their input precisions.

    A share prints as it is; a contribution, in percentage points, with its sign.
    """

    part: int
    units: int
    total: int
    total_units: int
    signed: bool = False


#: What a cell can hold; None prints as missing.
Cell = Statement | Amount | Rate | Points | str | int | bool | None


class Column(NamedTuple):
    """A column of a table for people; `drop` is the order in which narrow terminals lose it, 0 never."""

    key: str
    facts: Mapping[str, Any] = _NOTHING
    drop: int = 0
    left: bool = False


class Table(NamedTuple):
    """Rows of cells under columns."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


class View(NamedTuple):
    """What a person reads: title, units and source, table, findings."""

    title: Statement
    subtitle: Statement | None
    table: Table
    findings: Sequence[Statement] = ()


class Report(NamedTuple):
    """An answer in every form.

    Args:
        schema: Name and version of the row layout, such as `trade.surplus/1`.
        question: What was asked, as JSON values.
        rows: The machine columns, unrounded.
        displays: Text columns to add to *rows*, one cell a row.
        view: What a person reads; made only when asked for.
        notes: What qualifies the figures.
        provenance: The files and articles behind the figures, as JSON values.
        currency: ISO 4217 code of all the money in it.
    """

    schema: str
    question: Mapping[str, Any]
    rows: pl.DataFrame
    displays: Callable[[], Mapping[str, Sequence[Cell]]]
    view: Callable[[], View]
    notes: Callable[[], Sequence[Statement]]
    provenance: Callable[[], Sequence[Mapping[str, Any]]]
    currency: str = "USD"
