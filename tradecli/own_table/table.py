"""An own table as a question names it: where it lies, what its columns are called, which engine reads it."""

from __future__ import annotations

from typing import NamedTuple

from tradecli.errors import QueryError
from tradecli.own_table import mapping as columns_of
from tradecli.own_table.mapping import Mapping

#: The engines by name; Spark also takes the address of a cluster.
ENGINES = ("polars", "duckdb", "spark")


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

    @classmethod
    def named(cls, path: str, columns: str = "", engine: str = "polars", *, cube: bool = False) -> Table:
        """The table that the options of a command name.

        Args:
            path: A file, a folder, a glob or an address.
            columns: The names of its columns, or a TOML file of them; see `mapping.read`.
            engine: Which engine computes the sums.
            cube: Whether monthly sums are kept.

        Raises:
            QueryError: There is no such engine, or the columns are named in a way that has no meaning.
        """
        name, slashes, address = engine.partition("://")
        if name not in ENGINES or (slashes and (name != "spark" or not address)):
            raise QueryError(
                f"there is no engine {engine!r}", hint="engines: polars, duckdb, spark, spark://HOST"
            )
        return cls(path, columns_of.read(columns) if columns else Mapping(), bool(columns), engine, cube)
