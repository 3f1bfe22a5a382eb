"""Which files and which day a question is answered from: those of now, unless a receipt names others.

A receipt is answered again from the files that were there when it was written (`trade replay`), whatever has
been fetched since. Whoever reads published figures or the clock asks here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NamedTuple


class Pin(NamedTuple):
    """The moment of an answer, and the ids of the files that were available then."""

    moment: datetime
    origins: frozenset[str]


_pins: list[Pin] = []


def pin() -> Pin | None:
    """What is pinned, if anything is."""
    return _pins[-1] if _pins else None


def now() -> datetime:
    """The moment of the answer, in UTC."""
    return _pins[-1].moment if _pins else datetime.now(UTC)


def lets_through(origin: str) -> bool:
    """Whether a file may answer."""
    return not _pins or origin in _pins[-1].origins


@contextmanager
def pinned(to: Pin) -> Iterator[None]:
    """Answer as at that moment, from those files."""
    _pins.append(to)
    try:
        yield
    finally:
        _pins.remove(to)
