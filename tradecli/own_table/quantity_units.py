"""Which quantities a table has: the column of them, and the one unit that they are counted in."""

from __future__ import annotations

from tradecli.errors import QueryError
from tradecli.own_table import engines, inspection
from tradecli.own_table.answering import answer
from tradecli.own_table.asked import Asked
from tradecli.own_table.files import Files
from tradecli.own_table.laying import used
from tradecli.own_table.legs import made
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.measures import Measure
from tradecli.own_table.observations import are_in
from tradecli.own_table.table import Table
from tradecli.wording import Listed

_HINT = "say which: --columns ...,quantity=netWgt,quantity_unit=kg"


def with_quantities(table: Table, asked: Asked) -> tuple[Table, Table, str]:
    """A table that adds up quantities, one that adds up the values with a quantity, and the unit of these.

    Raises:
        QueryError: The table has no quantities, no unit of them is known, or there are several.
    """
    shape = table.shaped()
    mapping, columns = shape.mapping, inspection.peek(shape.files).columns
    if not (table.mapped or shape.layout) and are_in(columns):
        raise QueryError(
            "the table {path} holds published figures, which have no quantities", path=table.path
        )
    if not mapping.quantity:
        raise QueryError("the table {path} names no column of quantities", hint=_HINT, path=table.path)
    if _one_for_several(shape.files):
        raise QueryError(
            "the table {path} has several columns of values and one of quantities",
            hint="unit values need a quantity beside each value: a row for each flow and month",
            path=table.path,
        )
    if not mapping.quantity_unit:
        raise QueryError(
            "the table {path} does not say what its quantities are counted in",
            hint="add it to --columns: quantity_unit=kg, or the column that names it",
            path=table.path,
        )
    unit = mapping.quantity_unit
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if unit in columns and unit not in _read(mapping, shape.files):
        column, unit = unit, _unit(table, asked, shape.files, unit)
        where = ((column, (unit,)),)
    kinds = (Measure("quantity", where), Measure("valued", where))
    quantity, valued = (table._replace(measure=one, cube=False) for one in kinds)
    return quantity, valued, unit.strip()


def _read(mapping: Mapping, files: Files) -> set[str]:
    """The columns that are read as something else: one of tonnes may be called t, and so may one of years."""
    of = (name for leg in files.legs for one in leg.columns if one.kind != "constant" for name in one.of)
    return {*used(mapping), *of}


def _one_for_several(files: Files) -> bool:
    """Whether one column of quantities stands beside several of values."""
    plain = [leg for leg in files.legs if not any(one.name == made("quantity") for one in leg.columns)]
    values = {one.of for leg in plain for one in leg.columns if one.name == made("value")}
    return len(values) > 1


def _unit(table: Table, asked: Asked, files: Files, column: str) -> str:
    """The unit of all quantities asked for, of the column that names it."""
    texts = [text for text in engines.distinct(files, column) if text and text.strip()]
    used = [text for text in texts if len(texts) == 1 or _has(table, asked, column, text)]
    if len(used) > 1:
        raise QueryError(
            "the quantities are counted in several units, which are not added up: {units}",
            hint="ask for goods of one unit: --commodity; or choose: --columns ...,where.{column}={first}",
            units=Listed(used, "and"),
            column=column,
            first=used[0],
        )
    if not used:
        raise QueryError(
            "no record of what is asked for has a quantity above zero", hint="ask for other goods or partners"
        )
    return used[0]


def _has(table: Table, asked: Asked, column: str, unit: str) -> bool:
    """Whether anything of what is asked for is counted in a unit."""
    some = table._replace(measure=Measure("quantity", ((column, (unit,)),)), cube=False)
    return int(answer(some, asked).rows["value"].sum()) > 0
