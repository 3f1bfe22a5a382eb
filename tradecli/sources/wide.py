"""A layout of our own for series whose genuine file is not at hand: a row a series, a column a period.

The publishers' own formats come first: this one is for figures that others have read from them.
It says whose they are, and it is no format of the publisher. A UTF-8 CSV file, which may be packed
with gzip; its header is pinned:

    source,reporter,partner,flow,commodity,classification,adjustment,span,currency,unit,2025-10,2025-11

A cell is a whole number of *unit*, the size of the last published digit in the currency; an empty
one makes no row. A column is the (last) month that a figure covers; `span` says how many. A series
whose last digit changes has a row for each unit.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import pairwise

from tradecli.errors import InvalidData, NoData
from tradecli.facts import commodities, places
from tradecli.schema import ADJUSTMENTS, FLOWS, SPANS
from tradecli.sources import bounds, text
from tradecli.sources.numbers import shown
from tradecli.sources.reading import Beginning, Figure, File, Reading
from tradecli.wording import Later, Listed

HEADER = (
    "source", "reporter", "partner", "flow", "commodity", "classification", "adjustment", "span", "currency",
    "unit",
)  # fmt: skip
_WORDS = {"flow": FLOWS, "adjustment": ADJUSTMENTS, "span": SPANS}
_PACKED = b"\x1f\x8b"
_PERIOD = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
#: No trade figure of any currency comes near this.
_LIMIT = 10**16


def unpacked(content: bytes, *, name: str) -> bytes:
    """The content, without its packing where it is packed with gzip.

    Raises:
        InvalidData: Damaged, or larger than any file of a source.
    """
    if not content.startswith(_PACKED):
        return content
    try:
        with gzip.open(io.BytesIO(content)) as stream:
            found = stream.read(bounds.BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InvalidData(
            "{name}: not a readable gzip file: {error}", name=name, error=str(error)[:80]
        ) from None
    if len(found) > bounds.BYTES:
        raise InvalidData("{name}: larger than {bytes:,} bytes", name=name, bytes=bounds.BYTES)
    return found


def begins(beginning: Beginning) -> bool:
    """Whether a file that begins so is of this layout."""
    return beginning.form == "csv" and tuple(beginning.header[: len(HEADER)]) == HEADER


def is_wide(content: bytes) -> bool:
    """Whether a file is of this layout: nothing else comes packed with gzip."""
    return content.startswith((_PACKED, ",".join(HEADER).encode()))


def read(file: File, *, source: str, currency: str) -> Reading:
    """Read one file of this layout.

    Args:
        file: Packed or not.
        source: Whose figures they must be.
        currency: The only one that may be named.

    Raises:
        InvalidData: Another header, source or currency, an unknown word, code or period, a cell that is
            no whole number, a figure that is duplicated.
    """
    header, *body = text.rows(unpacked(file.content, name=file.name), name=file.name, encodings=("utf-8",))
    if tuple(header[: len(HEADER)]) != HEADER:
        raise InvalidData(
            "{name}: header {header!r}; expected {expected}, then months",
            name=file.name,
            header=",".join(header)[:80],
            expected=",".join(HEADER),
        )
    months = _months(header[len(HEADER) :], file.name)
    seen: dict[tuple[str, ...], set[int]] = {}
    figures: list[Figure] = []
    for number, row in enumerate(body, start=2):
        where = Later("{name}, row {number}", name=file.name, number=number)
        key = row[: len(HEADER)]
        if (key[0], key[-2]) != (source, currency):
            raise InvalidData(
                "{where}: {found} in {money}; expected {source} in {currency}",
                where=where,
                found=shown(key[0]),
                money=shown(key[-2]),
                source=source,
                currency=currency,
            )
        make, unit = _series(dict(zip(HEADER, key, strict=True)), where), _unit(key[-1], where)
        filled = {column: cell for column, cell in enumerate(row[len(HEADER) :]) if cell}
        taken = seen.setdefault(tuple(key[:-1]), set())
        if not taken.isdisjoint(filled):
            raise InvalidData("{where}: the figure is duplicated", where=where)
        taken.update(filled)
        figures += [
            make(months[column], _whole(cell, unit, where, header[len(HEADER) + column]), unit)
            for column, cell in filled.items()
        ]
    return Reading(figures)


def _months(columns: list[str], name: str) -> list[date]:
    found = []
    for column in columns:
        match = _PERIOD.fullmatch(column)
        if match is None:
            raise InvalidData(
                "{name}: column {column!r}; expected a month such as 2025-11", name=name, column=column[:40]
            )
        found.append(date(int(match[1]), int(match[2]), 1))
    if not found or any(one >= other for one, other in pairwise(found)):
        raise InvalidData("{name}: the months are not in order, each once", name=name)
    return found


def _series(row: dict[str, str], where: Later) -> Callable[[date, int, int], Figure]:
    """What makes a figure of one row, once its words and codes are known."""
    for name, words in _WORDS.items():
        if row[name] not in words:
            raise InvalidData(
                "{where}: {name} {value!r}; expected {words}",
                where=where,
                name=name,
                value=row[name][:40],
                words=Listed(words),
            )
    for name in ("reporter", "partner"):
        if row[name] not in places.places():
            raise InvalidData("{where}: no place has the code {code}", where=where, code=shown(row[name]))
    commodity, classification = _goods(f"{row['classification']}:{row['commodity']}", where)
    partner, flow, span, adjustment = row["partner"], row["flow"], row["span"], row["adjustment"]
    reporter = row["reporter"]

    def make(month: date, value: int, unit: int) -> Figure:
        return Figure(
            partner, flow, span, month, value, unit, commodity, classification, adjustment, "", reporter
        )

    return make


def _goods(spelling: str, where: Later) -> tuple[str, str]:
    try:
        return _found(spelling)
    except NoData as error:
        raise InvalidData("{where}: {error}", where=where, error=error) from None


@cache
def _found(spelling: str) -> tuple[str, str]:
    found = commodities.find(spelling)
    return found.code, found.classification


def _unit(cell: str, where: Later) -> int:
    unit = _whole(cell, 1, where, "unit")
    if unit < 1:
        raise InvalidData("{where}: unit {unit}; expected 1 or more", where=where, unit=shown(cell))
    return unit


def _whole(cell: str, unit: int, where: Later, column: str) -> int:
    digits = cell.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > len(str(_LIMIT)):
        raise InvalidData(
            "{where}, {column}: {text!r} is not a number; expected digits",
            where=where,
            column=column,
            text=cell[:40],
        )
    value = int(cell) * unit
    if abs(value) >= _LIMIT:
        raise InvalidData(
            "{where}, {column}: {text!r} is larger than any trade figure",
            where=where,
            column=column,
            text=cell[:40],
        )
    return value
