"""`trade store`: what is in the store, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple, get_type_hints

from tradecli.model.report import Column, Report, Statement, Table
from tradecli.reports.listing import fields, listing


class Stored(NamedTuple):
    """A machine row of `list`: a stored file."""

    id: str
    source: str
    name: str
    vintage: str
    vintage_basis: str
    known_by: str
    newest_month: str
    rows: int
    bytes: int
    retrieved: str
    sha256: str
    address: str
    note: str


class Location(NamedTuple):
    """A machine row of `path`: where the store is."""

    path: str
    exists: bool


class Verified(NamedTuple):
    """A machine row of `verify`: how many files were checked."""

    files: int
    faults: int
    repaired: int


class Pruned(NamedTuple):
    """A machine row of `prune`: what went."""

    vintages_dropped: int
    files_removed: int


class Observation(NamedTuple):
    """A machine row of `export`: one published figure, as in `schema.OBSERVATIONS`."""

    source: str
    reporter: str
    partner: str
    flow: str
    commodity: str
    classification: str
    adjustment: str
    span: str
    period: date
    value: int
    currency: str
    precision: int
    vintage: date
    vintage_basis: str
    known_by: date
    origin: str


#: What of an entry is listed first where the terminal is narrow.
_LISTED = (
    Column("store.id", left=True),
    Column("store.source", left=True, drop=5),
    Column("store.name", left=True, drop=4),
    Column("store.vintage", left=True),
    Column("store.vintage_basis", left=True, drop=3),
    Column("store.known_by", left=True, drop=6),
    Column("store.newest_month", left=True),
    Column("store.rows", drop=1),
    Column("store.bytes", drop=7),
    Column("store.retrieved", left=True, drop=2),
    Column("store.sha256", left=True, drop=8),
    Column("store.address", left=True, drop=9),
    Column("store.note", left=True, drop=10),
)
_TITLE = Statement("store.title")
#: What is done where a row is told: each has a layout of its own.
_ACTIONS = {Location: "path", Verified: "verify", Pruned: "prune"}


def entries(rows: Sequence[Stored]) -> Report:
    """One row a stored file."""
    return listing("trade.store.list/1", _TITLE, Stored, rows, fields(_LISTED, rows))


def facts(row: Location | Verified | Pruned) -> Report:
    """What an action tells of the store."""
    return _report(f"trade.store.{_ACTIONS[type(row)]}/1", type(row), [row])


def observations(rows: Sequence[Observation]) -> Report:
    """The observations themselves."""
    return _report("trade.observations/1", Observation, rows)


def _report(schema: str, kind: type[tuple[Any, ...]], rows: Sequence[tuple[Any, ...]]) -> Report:
    """Every field of the rows, texts to the left."""
    columns = [Column(f"store.{name}", left=hint is str) for name, hint in get_type_hints(kind).items()]
    return listing(schema, _TITLE, kind, rows, Table(columns, rows))
