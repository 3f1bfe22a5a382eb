"""All that must be known of a table before its records are added up, and what is then wanted of them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tradecli.errors import NoData, QueryError
from tradecli.own_table import breakdown, inspection, messages, repeated, reporters, units_said
from tradecli.own_table.files import Files
from tradecli.own_table.groups import WHOLE, Wanted
from tradecli.own_table.inspection import Codes
from tradecli.own_table.mapping import Mapping


class Seen(NamedTuple):
    """The rows to take, how codes are written, and whether periods are days.

    `totals` is what of `where` nobody asked for.
    """

    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    totals: tuple[tuple[str, str], ...] = ()
    codes: Codes = Codes()
    daily: bool = False

    def wanted(self, *, digits: int = 0, code: str = "", several: bool = False) -> Wanted:
        """What is wanted of the records, to tell goods apart by so many digits, or one code from the others.

        Raises:
            NoData: Their codes are not that long.
        """
        if digits and not self.codes.mixed and 0 < self.codes.digits < digits:
            raise NoData(
                "the codes of goods have {digits} digits, and {asked} are asked for",
                hint="ask for fewer digits, such as hs:{code}",
                digits=self.codes.digits,
                asked=digits,
                code=code[: self.codes.digits] or "85",
            )
        basic = Wanted(where=self.where, padded=self.codes.padded, daily=self.daily, by_file=several)
        if self.codes.mixed:
            # Which rows are parts of others is seen from whole codes only.
            return basic._replace(digits=WHOLE)
        return basic._replace(digits=digits, code=code, width=self.codes.width, plain=self.codes.plain)


@lru_cache(maxsize=16)
def seen(mapping: Mapping, files: Files, reporter: str) -> Seen:
    """What is seen of the records of one reporter.

    Raises:
        QueryError: A column that was named is not there, or what numbers mean has to be said.
        NoData: There are records of other reporters only.
        InvalidData: Rows would be added twice, or a file is not what its name says.
    """
    columns = inspection.peek(files).columns
    needed = (
        mapping.period,
        mapping.flow,
        mapping.value,
        mapping.partner,
        *(name for name, _ in mapping.where),
    )
    for name in needed:
        if name not in columns:
            raise QueryError(
                "the table has no column {name!r}; it has {columns}",
                hint="see what they are: trade table inspect PATH; or say it: --columns "
                "period=month,partner=ctry,flow=ie,value=fob",
                name=name,
                columns=messages.shown(columns),
            )
    repeated.refuse(mapping, files)
    units_said.refuse(mapping, files)
    reporters.refuse_others(mapping, files)
    totals = breakdown.filters(mapping, files)
    where = (
        *mapping.where,
        *reporters.only(mapping, files, reporter),
        *((column, (value,)) for column, value in totals),
    )
    codes = inspection.codes(mapping, files)
    return Seen(where, tuple(totals), codes, inspection.daily(mapping, files))
