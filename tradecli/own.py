"""What is said of an own table: where it lies, what its columns are called, which engine reads it."""

from __future__ import annotations

from typing import NamedTuple

from tradecli.errors import QueryError

#: The engines by name; Spark also takes the address of a cluster.
ENGINES = ("polars", "duckdb", "spark")


class Mapping(NamedTuple):
    """What the columns of customs records are called, and how their words and numbers are to be read.

    `unit` is the size of one in the column of values, in whole units of `currency`; `decimals` is the
    number of digits after its point that count, None for as many as lead to a whole unit, at least two.
    `exports` and `imports` are the words for the flows; case does not count.
    """

    period: str = "period"
    partner: str = "partner"
    flow: str = "flow"
    value: str = "value"
    commodity: str = "commodity"
    unit: int = 1
    decimals: int | None = None
    currency: str = "USD"
    reporter: str = ""
    exports: tuple[str, ...] = ("e", "x", "export", "exports", "出口")
    imports: tuple[str, ...] = ("i", "m", "import", "imports", "進口")


class Table(NamedTuple):
    """An own table as the command line names it.

    `mapped` tells whether the names of its columns were given; only without them can it hold
    observations. `cube` allows monthly sums to be kept.
    """

    path: str
    mapping: Mapping = Mapping()
    mapped: bool = False
    engine: str = "polars"
    cube: bool = False


def check_engine(engine: str) -> None:
    """Refuse an engine that does not exist.

    Raises:
        QueryError: With the names of those that do.
    """
    name, slashes, address = engine.partition("://")
    if name not in ENGINES or (slashes and (name != "spark" or not address)):
        raise QueryError(
            f"there is no engine {engine!r}", hint="engines: polars, duckdb, spark, spark://HOST"
        )
