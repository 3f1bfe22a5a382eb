"""What is asked of an own table, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl


class Asked(NamedTuple):
    """What of a table is asked for.

    `source` is one whose observations are wanted, if one was named. `commodity` is `TOTAL` or an HS
    code; with an empty `classification` it is every chapter and the total. `partners` are the only ones
    that are wanted; none means all, without chapters.
    """

    reporter: str
    source: str = ""
    commodity: str = "TOTAL"
    classification: str = "total"
    partners: tuple[str, ...] = ()


class Answer(NamedTuple):
    """Whose figures they are, rows of `schema.OBSERVATIONS`, and for each origin in them where it is from.

    An origin also holds what a reader must know: what was left out, and what was not added.
    """

    source: str
    rows: pl.DataFrame
    origins: Mapping[str, dict[str, Any]]
