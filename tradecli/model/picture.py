"""A picture: what a chart shows, in typed values; drawing only scales and rounds them."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Sequence
from typing import NamedTuple

from tradecli.model.money import Change, Money
from tradecli.model.report import Cell, Statement


class Mark(NamedTuple):
    """A point of a line, or a bar: its amount is None in a gap; `record` says it was one when it came.

    Over time its label is the window it covers. Of a deficit the record is the widest.
    """

    label: Cell
    amount: Money | Change | None
    record: bool = False

    @property
    def money(self) -> Money | None:
        """The amount without regard to how it is printed."""
        return self.amount.money if isinstance(self.amount, Change) else self.amount

    @property
    def deepest(self) -> bool:
        """Whether it was a record deficit when it came."""
        return self.record and self.money is not None and self.money.sign < 0


class Line(NamedTuple):
    """One of several series, under its name."""

    name: Cell
    marks: Sequence[Mark]


class Picture(NamedTuple):
    """What a chart shows.

    `kind` is `line` (a flow over time), `columns` (a balance over time), `lines` (several series over the
    same windows, in `lines`) or `bars` (parts, each with its name). `title` states the finding, `subtitle`
    what is shown; `alt` tells it to those who cannot see it; `source` is the line below the drawing.
    """

    kind: str
    title: Statement
    subtitle: Statement
    alt: Statement
    marks: Sequence[Mark]
    source: Statement | None = None
    lines: Sequence[Line] = ()

    @property
    def series(self) -> Sequence[Line]:
        """Every series over time; one alone has no name."""
        return self.lines or [Line(None, self.marks)]
