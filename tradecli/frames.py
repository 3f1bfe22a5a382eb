"""Out of a frame: its rows as named tuples, its windows as figures."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

import polars as pl

from tradecli.model.figure import Figure, Vintage, Window
from tradecli.model.money import Money
from tradecli.vintages import read_stamp

Row = TypeVar("Row", bound=tuple[Any, ...])
_EPOCH = date(1970, 1, 1).toordinal()


def typed(kind: type[Row], frame: pl.DataFrame) -> list[Row]:
    """The rows of a frame as named tuples: the fields of *kind* name the columns."""
    fields = kind._fields  # type: ignore[attr-defined]
    return [kind._make(row) for row in frame.select(fields).iter_rows()]  # type: ignore[attr-defined]


class Rows(Sequence[Row]):
    """The rows of a large frame, made into named tuples only where they are read one by one."""

    def __init__(self, kind: type[Row], frame: pl.DataFrame) -> None:
        self._kind = kind
        self.frame = frame.select(kind._fields)  # type: ignore[attr-defined]

    def __len__(self) -> int:
        return self.frame.height

    def __getitem__(self, index: Any) -> Any:
        found = typed(self._kind, self.frame[index])
        return found if isinstance(index, slice) else found[0]

    def __iter__(self) -> Iterator[Row]:
        return map(self._kind._make, self.frame.iter_rows())  # type: ignore[attr-defined]


class Publication(NamedTuple):
    """What is read of an observation."""

    flow: str
    months: int
    value: int
    precision: int
    vintage: date
    vintage_basis: str
    origin: str


class Measures(NamedTuple):
    """What is known of one window, as `statistics.windows` gives it."""

    period: date
    value: int | None
    precision: int
    units: int
    stamp: int
    oldest: int
    known_by: date
    basis: str
    origin: str | None


def figure_of(row: Measures, flow: str, span: str, currency: str, source: str) -> Figure:
    """A window as a figure, with the origins that stand on it."""
    window = Window(span, row.period)
    if row.value is None:
        return Figure(flow, window, source=source)
    return Figure(
        flow,
        window,
        Money(row.value, row.precision, currency),
        row.units,
        row.basis,
        Vintage(*read_stamp(row.stamp)),
        date.fromordinal(row.oldest + _EPOCH),
        row.known_by,
        source,
        tuple(sorted(row.origin.split())) if row.origin else (),
        row.stamp,
    )
