"""The records of one reporter in a table: looked at once, and added up as a question wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import polars as pl

from tradecli.errors import InvalidData, QueryError
from tradecli.own_table import alone, engines, inspection, legs, quantities, reading, revised, survey
from tradecli.own_table import cube as cubes
from tradecli.own_table.cube import Cube
from tradecli.own_table.files import Files
from tradecli.own_table.groups import Wanted
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.measures import Measure
from tradecli.own_table.survey import Seen
from tradecli.own_table.table import Table


class Records(NamedTuple):
    """The records of one reporter in a table, what is seen of them, and the sums that are kept, if any."""

    table: Table
    files: Files
    day: date
    seen: Seen
    cube: Cube | None

    @classmethod
    def of(cls, table: Table, files: Files, reporter: str, day: date) -> Records:
        """Look at the table, and bring its cube to the state of the files where there is to be one."""

        def look() -> Seen:
            return survey.seen(table.mapping, files, reporter)

        # Its sums are of chapters: of records that tell no goods apart there are none to keep.
        kept = table.cube and table.mapping.commodity in inspection.peek(files).columns
        cube = cubes.current(table, files, reporter, look) if kept else None
        return cls(table, files, day, cube.seen if cube else look(), cube)

    def read(self, *, digits: int = 0, code: str = "", **chosen: Any) -> reading.Read:
        """Read the sums of all partners, or of those that are chosen (see `Wanted`) as one."""
        digits = digits or len(code)
        wanted = self.seen.wanted(digits=digits, code=code, several=len(self.files.files) > 1)
        wanted = wanted._replace(partners=not chosen, **chosen)
        return _read(self, wanted, digits, code)

    def alone(self, partners: Sequence[str]) -> reading.Read | None:
        """Read the sums of some partners only; None where those of all are needed, or are known."""
        if self.cube or self.table.engine != "polars" or not partners:
            return None
        wanted = self.seen.wanted(several=len(self.files.files) > 1)
        if engines.is_counted(self.files, self.table.mapping, wanted, self.table.engine):
            return None
        return alone.read(self.files, self.table.mapping, self.seen, self.meant(0, ""), partners)

    def measured(
        self, figures: pl.DataFrame, read: reading.Read, code: str, measure: Measure
    ) -> pl.DataFrame:
        """The figures of a reading with quantities in their place, or the value of what has one."""

        def sums(mapping: Mapping, wanted: Wanted) -> pl.DataFrame:
            return _sums(self._replace(table=self.table._replace(mapping=mapping), cube=None), wanted)

        wanted, meant = self.seen.wanted(digits=len(code), code=code), self.meant(len(code), code)
        with self.named():
            return quantities.measured(figures, read, self.table.mapping, measure, sums, wanted, meant)

    def meant(self, digits: int, code: str) -> reading.Meant:
        """What is asked of the groups, to tell goods apart by so many digits, or one code from the others."""
        return reading.Meant(
            self.day,
            tuple(inspection.peek(self.files).columns),
            digits,
            code,
            mixed=self.seen.codes.mixed,
            lost=self.seen.codes.lost,
            zeros=self.seen.codes.zeros,
            only=self.table.mapping.commodity_digits,
            times=legs.times(self.files.legs, [file.path for file in self.files.files]),
        )

    @contextmanager
    def named(self) -> Iterator[None]:
        """Errors of a reading name the table."""
        try:
            yield
        except (InvalidData, QueryError) as error:
            if self.table.path in str(error):
                raise
            raise type(error)(
                "table {path}: {error}", hint=error.hint, path=self.table.path, error=error
            ) from None


@lru_cache(maxsize=16)
def _read(records: Records, wanted: Wanted, digits: int, code: str) -> reading.Read:
    """What the groups say; a report asks for the same ones several times."""
    with records.named():
        groups = _sums(records, wanted)
        read = reading.read(groups, records.table.mapping, records.meant(digits, code))
        if "file" in groups.columns:
            revised.refuse(records.table.mapping, records.files, groups, records.seen.where)
        return read


@lru_cache(maxsize=16)
def _sums(records: Records, wanted: Wanted) -> pl.DataFrame:
    """The groups that are wanted: from the cube where there is to be one and it knows them, else counted."""
    table, files = records.table, records.files
    if records.cube and cubes.answers(wanted):
        return cubes.sums(records.cube, wanted)
    return engines.sums(files, table.mapping, wanted, table.engine)
