"""What only releases are made of: traced lines under headings. Nothing in it is rounded.

Apart from `report`, which every start of the program reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tradecli.model.picture import Picture
from tradecli.model.report import Statement as TypedStatement
from tradecli.report import Statement, Table


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

    says: Statement | TypedStatement
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
