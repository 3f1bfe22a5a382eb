"""What a table says of the unit and currency of its values besides their name: it is never passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import polars as pl

from tradecli.errors import QueryError
from tradecli.own_table import inspection, texts
from tradecli.own_table.files import Files
from tradecli.own_table.legs import made
from tradecli.own_table.mapping import USUAL, Mapping
from tradecli.own_table.period_names import is_running
from tradecli.own_table.sniffing_names import named, plain
from tradecli.own_table.sniffing_texts import month_number
from tradecli.own_table.sniffing_units import Unit, unit

#: What columns of units are called, and lines above the header that speak of one.
UNIT = re.compile(
    r"\bunit|unidad|einheit|jednostka|birim|don vi|satuan|measure|单位|單位|単位|단위|us\$|usd", re.IGNORECASE
)
_POWER = re.compile(
    r"(unit|obs)? ?(mult(iplier|iplicator)?|scale( factor)?|scalar( (factor|id))?|power( code)?|exponent)"
)
#: A line that speaks of money is of so many words at most, one of a multiple alone of so many.
_WORDS, _FEW = 10, 3
#: An amount, which is no unit.
_AMOUNT = re.compile(r"\d[\d.,]*\d|\d ?%")
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
    named_so = [unit(name) for name in _names(mapping, files)]
    for said in (*_in_columns(mapping, files), *_in_cells(mapping, files), *_in_titles(mapping, files)):
        # What the names of the values say holds.
        size = 0 if any(one.size for one in named_so) else said.unit.size
        code = "" if any(one.currency for one in named_so) else said.unit.currency
        _refuse(said._replace(unit=Unit(size, code)), mapping)


def refuse_notes(lines: Iterable[str], mapping: Mapping) -> None:
    """Refuse a table below which a line says another unit or currency than its values are read in.

    Raises:
        QueryError: One does.
    """
    for line in lines:
        _refuse(Said(line.strip(), line.strip(), of_line(line)), mapping)


def _refuse(said: Said, mapping: Mapping) -> None:
    currency = mapping.currency or USUAL
    size, code = said.unit.size or mapping.unit, said.unit.currency or currency
    if (size, code) != (mapping.unit, currency):
        raise QueryError(
            "{where!r} says that values are in {text!r}, and they are read in units of {unit:,} {currency}",
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
    return reporter != "US" or any(unit(name).unsure for name in _names(mapping, files))


def of_line(line: str) -> Unit:
    """What a line above or below a table says of the unit of its values.

    Examples:
        >>> of_line("(in thousands of U.S. dollars)")[:2], of_line("（百万円）")[:2]
        ((1000, 'USD'), (1000000, 'JPY'))
        >>> of_line("Trade with the euro area"), of_line("Goods below 1,000 euros are not counted").size
        (Unit(size=0, currency='', doubt=(), unsure=()), 0)
    """
    found, words = unit(line), len(re.findall(r"[^\W\d_]+", line))
    money = found.size and (found.currency or found.unsure) and words <= _WORDS and not _AMOUNT.search(line)
    if UNIT.search(line) or money or (found.size and words <= _FEW):
        return found
    return Unit()


def of_columns(cells: Iterable[tuple[str, str]], *, quantities: bool) -> list[Said]:
    """What columns of one text each say of the unit of the values.

    Args:
        cells: What each is called, and its text.
        quantities: Whether there are quantities, which have units of their own.

    Examples:
        >>> [said.unit[:2] for said in of_columns([("UNIT", "USD"), ("UNIT_MULT", "6")], quantities=False)]
        [(0, 'USD'), (1000000, '')]
    """
    said = [Said(name, text, of_column(name, text, quantities=quantities)) for name, text in cells]
    # Beside a power of ten money alone does not say that values are in ones.
    if any(_POWER.fullmatch(plain(one.where)) and one.unit.size for one in said):
        said = [one._replace(unit=one.unit._replace(size=_size(one))) for one in said]
    return [one for one in said if one.unit.size or one.unit.currency]


def _size(said: Said) -> int:
    return said.unit.size if _POWER.fullmatch(plain(said.where)) else unit(said.text).size


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


def _in_columns(mapping: Mapping, files: Files) -> list[Said]:
    first = inspection.peek(files)
    quantities = any(named(name).role == "quantity" for name in first.columns)
    chosen = dict(mapping.where)
    alone: list[tuple[str, str]] = []
    for name in first.columns:
        cells = first[name].cast(pl.String).drop_nulls().str.strip_chars().unique().to_list()
        cells = list(chosen.get(name, cells))
        if len(cells) == 1 and cells[0] and name not in {mapping.value, mapping.partner, mapping.period}:
            alone.append((name, cells[0]))
    return of_columns(alone, quantities=quantities)


def _in_cells(mapping: Mapping, files: Files) -> Iterator[Said]:
    """What stands in place of the first value, in a line of units below the names."""
    first = inspection.peek(files._replace(legs=()))
    for name in _names(mapping, files):
        if name in first.columns and first[name].dtype == pl.String:
            cell = (first[name].head(1).to_list() or [""])[0] or ""
            if not any(map(str.isdecimal, cell)) and (found := of_line(cell)) != Unit():
                yield Said(name, cell.strip(), found)


def _in_titles(mapping: Mapping, files: Files) -> Iterator[Said]:
    """What lines above the names say, where nobody said what values are in."""
    text = files.text(files.files[0])
    if not text or not text.skipped or (mapping.header and (mapping.unit != 1 or mapping.currency)):
        return
    for line in texts.first_lines(files.files[0], text)[: text.skipped]:
        found = of_line(line)
        if found.size or found.currency:
            yield Said(line.strip(), line.strip(), found)
