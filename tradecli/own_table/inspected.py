"""What is found of an unknown table: how it is read, and what reading it gives."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from tradecli.errors import TradeError
from tradecli.own_table.layouts import Layout
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.sniffed import Open, Taken
from tradecli.own_table.sniffing_units import Unit


class Form(NamedTuple):
    """The files: how many, how large, of which format; of texts how they are written."""

    files: int
    bytes: int
    format: str
    packed: str = ""
    encoding: str = ""
    separator: str = ""
    decimal: str = ""
    header: int = 0


class Facts(NamedTuple):
    """What reading the whole table gives.

    `months` are those that each flow has rows of, `gaps` those that lie between its first and its last
    and have none. `unknown` are partners that no list knows, `apart` totals and groups, `dropped` rows
    that cannot be read by rule: each a text with its rows. `lengths` are those of the codes of goods,
    `parts` rows that lie inside others. `running` is a newest month that is not whole. `own_partner` says
    that the usual reporter is among the partners, `partner` which has the most trade. `repeated` counts rows
    that are another one once more, among the first `compared` rows.
    """

    rows: int
    months: AnyMapping[str, Sequence[date]]
    gaps: AnyMapping[str, Sequence[date]]
    span: str
    partners: int
    unknown: AnyMapping[str, int]
    apart: AnyMapping[str, int]
    dropped: AnyMapping[str, int]
    lengths: Sequence[int] = ()
    totals_of_goods: bool = False
    parts: int = 0
    running: str = ""
    own_partner: bool = False
    partner: str = ""
    repeated: int = 0
    compared: int = 0


class Inspected(NamedTuple):
    """A table: its files, what each column was taken for, what reading gives, and what stays open.

    `flows` are the words in the column of flows, by what they mean; empty where nobody knows that.
    `reporters` are those whose records it holds, as far as a column says so. `refused` is why a question of
    the table would be refused as it stands. `observations` says that it has the program's own columns, and
    needs no mapping.
    """

    path: str
    form: Form
    mapping: Mapping
    taken: Sequence[Taken]
    open: Sequence[Open]
    unit: Unit
    layout: Layout | None = None
    flows: AnyMapping[str, Sequence[str]] = MappingProxyType({})
    reporters: Sequence[str] = ()
    facts: Facts | None = None
    refused: TradeError | None = None
    observations: bool = False


def gaps(months: Sequence[date]) -> Sequence[date]:
    """The months between the first and the last of some that are not among them.

    Examples:
        >>> gaps([date(2025, 11, 1), date(2026, 1, 1)])
        [datetime.date(2025, 12, 1)]
    """
    if not months:
        return []
    first, last = (each.year * 12 + each.month - 1 for each in (months[0], months[-1]))
    there = set(months)
    every = [date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1)]
    return [month for month in every if month not in there]
