"""A picture: what a chart shows, in typed values; drawing only scales and rounds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tradecli.model.money import Change, Money
from tradecli.model.report import Cell, Statement


class Mark(NamedTuple):
    """A point of a line, or a bar: its amount is None in a gap; `record` says it was one when it came."""

    label: Cell
    amount: Money | Change | None
    record: bool = False

    @property
    def money(self) -> Money | None:
        """The amount without regard to how it is printed."""
        return self.amount.money if isinstance(self.amount, Change) else self.amount


class Picture(NamedTuple):
    """What a chart shows: `kind` is `line` or `bars`; `alt` tells it to those who cannot see it."""

    kind: str
    title: Statement
    subtitle: Statement
    alt: Statement
    marks: Sequence[Mark]
