"""An own table as a question names it: where it lies, what its columns are called, which engine reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tradecli.errors import QueryError
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.measures import Measure

if TYPE_CHECKING:
    from tradecli.own_table.shaping import Shaped

#: The engines by name; Spark also takes the address of a cluster.
ENGINES = ("polars", "duckdb", "spark")


class Table(NamedTuple):
    """An own table as the command line names it.

    `mapped` tells whether the names of its columns were given; only without them can it hold
    observations. `cube` allows monthly sums to be kept. `reporter` is whose records it holds, where that
    is known: empty means that only the program's default says so. `measure` is what of the records is added
    up instead of their values.
    """

    path: str
    mapping: Mapping = Mapping()
    mapped: bool = False
    engine: str = "polars"
    cube: bool = False
    reporter: str = ""
    measure: Measure | None = None

    @classmethod
    def named(
        cls,
        path: str,
        columns: str = "",
        engine: str = "polars",
        *,
        cube: bool = False,
        skip_bad: bool = False,
    ) -> Table:
        """The table that the options of a command name.

        Args:
            path: A file, a folder, a glob or an address; or a TOML file that names one and its columns.
            columns: The names of its columns, or a TOML file of them; see `columns_option.read`.
            engine: Which engine computes the sums.
            cube: Whether monthly sums are kept.
            skip_bad: Whether there is an answer even if more than a little of it cannot be read.

        Raises:
            QueryError: There is no such engine, no cube of an address, or a name of a column has no meaning.
        """
        from tradecli.own_table import columns_option
        from tradecli.own_table.files import is_address

        if path.endswith(".toml") and not is_address(path):
            mapped_by, (path, says) = path, columns_option.records(path)
            columns = columns or (mapped_by if says else "")
        name, slashes, address = engine.partition("://")
        if name not in ENGINES or (slashes and (name != "spark" or not address)):
            raise QueryError(
                "there is no engine {engine!r}",
                hint="engines: polars, duckdb, spark, spark://HOST",
                engine=engine,
            )
        if cube and is_address(path):
            raise QueryError(
                "a cube is kept of files on this machine only",
                hint="leave out --cube, or copy the files here",
            )
        mapping = columns_option.read(columns) if columns else Mapping()
        mapping = mapping._replace(skip_bad=mapping.skip_bad or skip_bad)
        return cls(path, mapping, bool(columns), engine, cube)

    def of_reporter(self, said: str) -> Table:
        """The table with its reporter: who is said, else who the mapping or the records name.

        Args:
            said: Whose records the question means; empty where it leaves that open.

        Raises:
            QueryError: There is no table, or it holds records of several reporters.
            NoData: Nobody knows the reporter.
        """
        from tradecli.facts import places
        from tradecli.own_table.inspection import peek
        from tradecli.own_table.observations import are_in
        from tradecli.own_table.reporters import whose

        shape = self.shaped()
        if not (self.mapped or shape.layout) and are_in(peek(shape.files).columns):
            return self._replace(reporter=places.find(said).code if said else "")
        return self._replace(reporter=whose(shape.mapping, shape.files, said))

    def shaped(self) -> Shaped:
        """The table as it is read: its files and legs, and what their columns mean.

        Raises:
            QueryError: There is none, or what its columns mean has to be said.
            InvalidData: A file is not what its name says.
        """
        # What is known from before needs neither.
        from tradecli.own_table.files import available
        from tradecli.own_table.shaping import shaped

        return shaped(self.mapping, available(self.path), mapped=self.mapped)
