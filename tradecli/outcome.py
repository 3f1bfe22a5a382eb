"""What became of a file that was fetched or handed in."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tradecli.errors import TradeError


class Revised(NamedTuple):
    """A figure whose `value` became `value_new`."""

    reporter: str
    partner: str
    flow: str
    commodity: str
    span: str
    period: date
    value: int
    value_new: int


class Outcome(NamedTuple):
    """What became of one file.

    `status` is `new`, `unchanged`, `planned`, `nothing` (the source has no such figures), `refused`
    (the data is not valid) or `unreachable`; `error` says why it is one of the last three.
    """

    source: str
    name: str
    status: str
    address: str = ""
    vintage: str = ""
    newest_month: str = ""
    rows: int = 0
    added: int = 0
    revised: int = 0
    largest: Revised | None = None
    notices: tuple[str, ...] = ()
    optional: bool = False
    error: TradeError | None = None
