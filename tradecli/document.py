"""What only charts and releases are made of: marks, pictures, traced lines. Nothing in it is rounded.

Apart from `report`, which every start of the program reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tradecli.report import Statement, Table


class Mark(NamedTuple):
    """One point or bar: what it is called, its figure, and whether it was a record when it came.

    `period` is the month of a point, None for a bar.
    """

    label: Statement
    value: int | None
    precision: int | None
    record: bool = False
    period: date | None = None


class Picture(NamedTuple):
    """What a chart shows: `kind` is `line` or `bars`; `alt` tells it to those who cannot see it."""

    kind: str
    title: Statement
    subtitle: Statement
    alt: Statement
    marks: Sequence[Mark]


class Trace(NamedTuple):
    """Where one figure of a text comes from.

    `value` is unrounded, in whole units; `files` are the manifest's entries of the files and articles.
    """

    what: Statement
    value: int | None
    basis: str
    source: str
    vintage: date | None
    files: Sequence[Mapping[str, Any]]


class Line(NamedTuple):
    """A sentence, with the numbers (from 1) of the traces of its figures."""

    says: Statement
    traces: Sequence[int] = ()


class Section(NamedTuple):
    """Lines under a heading: one paragraph, or a list."""

    heading: Statement
    lines: Sequence[Line]
    listed: bool = False


class Document(NamedTuple):
    """A text for people: headline, sections, one table whose cells are traced, one chart, traces, notes."""

    title: Statement
    subtitle: Statement
    sections: Sequence[Section]
    table: Table
    cell_traces: Sequence[Sequence[int]]
    picture: Picture
    traces: Sequence[Trace]
    notes: Sequence[Statement]
    currency: str = "USD"
