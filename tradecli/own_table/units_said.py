"""What a table says of the unit and currency of its values besides their name: it is never passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from tradecli.errors import QueryError
from tradecli.own_table import inspection, texts
from tradecli.own_table.files import Files
from tradecli.own_table.legs import made
from tradecli.own_table.mapping import USUAL, Mapping
from tradecli.own_table.sniffing_names import is_running, named, plain
from tradecli.own_table.sniffing_texts import month_number
from tradecli.own_table.sniffing_units import Unit, unit

#: What columns of units are called, and lines above the header that speak of one.
UNIT = re.compile(
    r"\bunit|unidad|einheit|jednostka|birim|don vi|satuan|measure|单位|單位|単位|단위|us\$|usd", re.IGNORECASE
)
_POWER = re.compile(r"(unit|obs)? ?(mult(iplier|iplicator)?|scale|power( code)?|exponent)")
_CODE = re.compile("[A-Z]{3}")
#: The largest power of ten that a unit is of.
_LARGEST = 9


class Said(NamedTuple):
    """A unit that is said, and where: in a column, or in a line above the names."""

    where: str
    text: str
    unit: Unit


def refuse(mapping: Mapping, files: Files) -> None:
    """Refuse a table that says another unit or currency of its values than they are read as.

    Raises:
        QueryError: A column has one text for all rows, or a line above the names says it; or values are
            running sums.
    """
    if mapping.layout:
        return
    for name in _names(mapping, files):
        if is_running(name):
            raise QueryError(
                "the column {name!r} is called after sums since January, and each would be read as of its "
                "month",
                hint="name the column of the values of each month",
                name=name,
            )
    _refuse_one_month(mapping, files)
    if any(unit(name).currency for name in _names(mapping, files)):
        return
    currency = mapping.currency or USUAL
    for said in (*_in_columns(mapping, files), *_in_titles(mapping, files)):
        size = said.unit.size or mapping.unit
        code = said.unit.currency or currency
        if (size, code) != (mapping.unit, currency):
            raise QueryError(
                "{where!r} says that values are in {text!r}, and they are read in units of {unit:,} "
                "{currency}",
                hint="say it: value_unit={size},currency={code}",
                where=said.where,
                text=said.text,
                unit=mapping.unit,
                currency=currency,
                size=size,
                code=code,
            )


def _refuse_one_month(mapping: Mapping, files: Files) -> None:
    """Refuse the column of one month as all that is worth, where others are called after months as well."""
    if month_number(mapping.value) is None or mapping.value.strip().isdecimal():
        return
    if sum(month_number(name) is not None for name in inspection.peek(files).columns) > 1:
        raise QueryError(
            "the column {name!r} is called after a month as others are, and it alone would be read",
            hint="write months=Value-{{Jan}}, or a list of twelve names in a file of --columns",
            name=mapping.value,
        )


def is_unsaid(mapping: Mapping, files: Files, reporter: str) -> bool:
    """Whether an answer has to say that US$ are taken: nothing says the currency, and it may well be another.

    Args:
        mapping: What the columns mean.
        files: With their legs.
        reporter: Whose records they are, where that is known.
    """
    if mapping.currency:
        return False
    return reporter not in {"", "US"} or any(unit(name).unsure for name in _names(mapping, files))


def of_column(name: str, text: str, *, quantities: bool) -> Unit:
    """What a column of one text says of the unit of the values.

    Examples:
        >>> of_column("UNIT_MULT", "6", quantities=False).size
        1000000
        >>> of_column("unit", "KG", quantities=True), of_column("Unit", "US$ thousand", quantities=True)[:2]
        (Unit(size=0, currency='', doubt=(), unsure=()), (1000, 'USD'))
    """
    called, found = plain(name), unit(text)
    if _POWER.fullmatch(called):
        number = text.strip().removesuffix(".0")
        if number.isascii() and number.isdecimal():
            return Unit(10 ** int(number)) if int(number) <= _LARGEST else Unit()
        return Unit(found.size)
    if named(name).role == "currency":
        return found if found.currency or not _CODE.fullmatch(text) else Unit(currency=text)
    # A unit without money may be that of quantities.
    if UNIT.search(called) and (found.currency or (found.size and not quantities)):
        return found._replace(size=found.size or 1)
    return Unit()


def _names(mapping: Mapping, files: Files) -> list[str]:
    """What the columns of values are called in the files."""
    of = [name for leg in files.legs for one in leg.columns if one.name == made("value") for name in one.of]
    return [mapping.value, *of]


def _in_columns(mapping: Mapping, files: Files) -> Iterator[Said]:
    first = inspection.peek(files)
    quantities = any(named(name).role == "quantity" for name in first.columns)
    chosen = dict(mapping.where)
    for name in first.columns:
        cells = first[name].cast(pl.String).drop_nulls().str.strip_chars().unique().to_list()
        cells = list(chosen.get(name, cells))
        if len(cells) == 1 and cells[0] and name not in {mapping.value, mapping.partner, mapping.period}:
            found = of_column(name, cells[0], quantities=quantities)
            if found.size or found.currency:
                yield Said(name, cells[0], found)


def _in_titles(mapping: Mapping, files: Files) -> Iterator[Said]:
    """What lines above the names say, where nobody said that they are there."""
    text = files.text(files.files[0])
    if not text or not text.skipped or mapping.header:
        return
    for line in texts.first_lines(files.files[0], text)[: text.skipped]:
        found = unit(line)
        if UNIT.search(line) and (found.size or found.currency):
            yield Said(line.strip(), line.strip(), found)
