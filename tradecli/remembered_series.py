"""The series of pairs that were asked of before: their windows are made once."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli.question import Known
from tradecli.remembered import Remembered
from tradecli.schema import FLOWS
from tradecli.series import Series

#: Series made before: what is asked for them later stands in the tables that all copies share.
_MADE = Remembered[Series](most=128)


def series_of(
    known: Known, flows: Sequence[str] = FLOWS, spans: Sequence[str] = ("month", "year_to_date")
) -> Series:
    """The windows of a pair as `Series` makes them; made once for all that ask of the same figures."""
    # The key keeps its meaning while the series is kept, which holds the figures.
    made = _MADE.get((id(known.figures), tuple(flows)), lambda: Series(known, flows=flows, spans=()))
    found = made.like(known)
    found.make(spans)
    return found
