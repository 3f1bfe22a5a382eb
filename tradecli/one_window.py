"""One window at a time: the scalar twin of `statistics.windows` and `balance`, where few are looked at."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import polars as pl

from tradecli.frames import Measures
from tradecli.model.figure import Window
from tradecli.periods import shift
from tradecli.schema import OWN
from tradecli.vintages import vintage_day

#: Months in a window of each span; a year to date has as many as its last month says.
_LENGTHS = {"month": 1, "quarter": 3, "year": 12, "rolling_12": 12}
#: What the origin of own records begins with.
_OWN = f"{OWN}-"


class Newest(NamedTuple):
    """The newest figure of a window by its publisher, or by the sum of an area's members; see `vintages`."""

    value: int
    precision: int
    units: int
    stamp: int
    oldest: int
    known_by: date
    members: bool
    origin: str


#: Looks a figure up by flow, last month and number of months; None where there is none.
Lookup = Callable[[str, date, int], Newest | None]


def window_of(newest: Lookup, flow: str, window: Window) -> Measures:
    """What is known of one window, as `windows` and `balance` decide it; without a value where nothing is."""
    found = as_published(newest, flow, window)
    if flow != "balance":
        return found
    exports, imports = (as_published(newest, side, window) for side in ("export", "import"))
    return _balance(found, exports, imports)


def as_published(newest: Lookup, flow: str, window: Window) -> Measures:
    """The same, of a balance as it was published: the newer of the published figure and the months' sum."""
    span, through = window
    length = _LENGTHS.get(span, through.month)
    if length == 1:
        return _alone(newest(flow, through, 1), through)
    if span in {"quarter", "year"} and through.month % length:
        return _nothing(through)
    whole, months = newest(flow, through, length), _months(newest, flow, through, length)
    if not months:
        return _alone(whole, through)
    stamp, oldest = max(month.stamp for month in months), min(month.oldest for month in months)
    one_vintage = oldest == vintage_day(stamp)
    if whole is not None:
        ahead = vintage_day(stamp) - vintage_day(whole.stamp)
        # A sum of own records is rounded once; that of its months would be rounded twelve times.
        if ahead < 0 or (ahead == 0 and (not one_vintage or whole.origin.startswith(_OWN))):
            return _alone(whole, through)
    return Measures(
        through,
        sum(month.value for month in months),
        max(month.precision for month in months),
        sum(month.units for month in months),
        stamp,
        oldest,
        max(month.known_by for month in months),
        "sum" if one_vintage else "sum_across_vintages",
        None,
    )


def _months(newest: Lookup, flow: str, through: date, length: int) -> list[Newest]:
    """All months of a window, the last one first; none where one is missing."""
    found = []
    for back in range(length):
        month = newest(flow, shift(through, -back), 1)
        if month is None:
            return []
        found.append(month)
    return found


def _alone(found: Newest | None, through: date) -> Measures:
    """A figure that stands for itself."""
    if found is None:
        return _nothing(through)
    value, precision, units, stamp, oldest, known_by, members, origin = found
    basis = "published"
    if members:
        basis = "sum" if oldest == vintage_day(stamp) else "sum_across_vintages"
    return Measures(through, value, precision, units, stamp, oldest, known_by, basis, origin)


def _nothing(through: date) -> Measures:
    return Measures(through, None, 0, 0, 0, 0, through, "", None)


def _balance(published: Measures, exports: Measures, imports: Measures) -> Measures:
    """The balance as published, or the difference of the flows; see `statistics.balance`."""
    if exports.value is None or imports.value is None:
        return _own(published)
    newer, coarser = max(exports.stamp, imports.stamp), max(exports.precision, imports.precision)
    if published.value is not None:
        ahead = vintage_day(published.stamp) - vintage_day(newer)
        if ahead > 0 or (ahead == 0 and published.precision <= coarser):
            return _own(published)
    return Measures(
        published.period,
        exports.value - imports.value,
        coarser,
        exports.units + imports.units,
        newer,
        min(exports.oldest, imports.oldest),
        max(exports.known_by, imports.known_by),
        "difference",
        None,
    )


def _own(published: Measures) -> Measures:
    """A published balance; one of own records is the difference of their flows, rounded once."""
    own = published.origin is not None and published.origin.startswith(_OWN)
    return published._replace(basis="difference") if own else published


class Figures:
    """The figures of a frame (see `vintages`) as columns of plain values, for each of its parts."""

    def __init__(self, frame: pl.DataFrame) -> None:
        columns = (frame.get_column(name).to_list() for name in Newest._fields)
        keys = zip(*(frame.get_column(name).to_list() for name in ("flow", "period", "months")), strict=True)
        parts = frame.get_column("part").to_list() if "part" in frame.columns else [None] * frame.height
        self._rows: dict[object, dict[tuple[str, date, int], Newest]] = {part: {} for part in {*parts}}
        for part, key, row in zip(parts, keys, map(Newest._make, zip(*columns, strict=True)), strict=True):
            self._rows[part][key] = row

    def of(self, part: object = None) -> Lookup:
        """The way to the figures of one part."""
        rows = self._rows.get(part, {})

        def newest(flow: str, period: date, months: int) -> Newest | None:
            return rows.get((flow, period, months))

        return newest
