"""The option that names the columns of an own table: `period=month,value=fob_usd`, or a TOML file."""

from __future__ import annotations

import csv
from collections.abc import Collection
from collections.abc import Mapping as AnyMapping
from pathlib import Path
from typing import Any

from tradecli import toml_text
from tradecli.errors import QueryError
from tradecli.facts import places
from tradecli.own_table import checks, layouts
from tradecli.own_table.checks import HINT
from tradecli.own_table.mapping import LISTS, Mapping
from tradecli.own_table.sniffing_units import Unit, unit
from tradecli.wording import Listed, reason

#: What may be said, and the field of `Mapping` that it fills.
NAMES = {
    "period": "period",
    "partner": "partner",
    "flow": "flow",
    "value": "value",
    "commodity": "commodity",
    "value_unit": "unit",
    "decimals": "decimals",
    "currency": "currency",
    "reporter": "reporter",
    "classification": "classification",
    "export": "exports",
    "import": "imports",
    "flows_within": "flows_within",
    "partner_codes": "partner_codes",
    "commodity_digits": "commodity_digits",
    "where": "where",
    "complete": "complete",
    "skip_bad": "skip_bad",
    "year": "year",
    "month": "month",
    "months": "months",
    "export_value": "export_value",
    "import_value": "import_value",
    "flow_in_name": "flow_in_name",
    "exporter": "exporter",
    "importer": "importer",
    "dates": "dates",
    "decimal": "decimal",
    "separator": "separator",
    "encoding": "encoding",
    "header": "header",
    "layout": "layout",
    "quantity": "quantity",
    "quantity_unit": "quantity_unit",
}
#: What names the records in a file of `--columns`, so that `--table` can take the file itself.
PATH = "path"


def records(text: str) -> tuple[str, bool]:
    """The path of the records that a TOML file names, and whether it says anything of their columns.

    A path that is not absolute is seen from the file.

    Raises:
        QueryError: The file cannot be read, or names none.
    """
    lines = _file(Path(text))
    said = lines.get(PATH)
    if not isinstance(said, str) or not said:
        raise QueryError(
            "{path} does not say where the records are",
            hint='add a line to it: path = "records.csv"; or name both: --table records.csv --columns {path}',
            path=text,
        )
    return said if "://" in said else str(Path(text).parent / Path(said).expanduser()), len(lines) > 1


def read(text: str) -> Mapping:
    """Read what was said of the columns; our name first.

    Args:
        text: Names joined by commas, the name of a layout, or the path of a TOML file that says the same
            and in lists. With a layout what else is said stands in the place of what it says.

    Raises:
        QueryError: A name or value that has no meaning, or a file that cannot be read.

    Examples:
        >>> read("period=month,value=fob,value_unit=1000").unit
        1000
        >>> read("comexstat").partner
        'CO_PAIS'
    """
    said = _said(text)
    unknown = [name for name in said if name not in NAMES]
    if unknown:
        raise QueryError(
            "there is no column {unknown!r} to name",
            hint="known are: {names}",
            candidates=NAMES,
            unknown=unknown[0],
            names=Listed(NAMES),
        )
    if said.pop("classification", "hs") != "hs":
        raise QueryError("commodities of an own table are read as HS codes only", hint="classification = hs")
    checked = {NAMES[name]: _CHECKS.get(name, checks.word)(name, value) for name, value in said.items()}
    mapping = layouts.named(str(checked["layout"])).mapping if "layout" in checked else Mapping()
    mapping = _by_name(mapping._replace(**checked), checked)
    if mapping.partner_codes and mapping.partner_codes not in LISTS:
        mapping = mapping._replace(partners=_partners(Path(mapping.partner_codes)))
    both = {word for word in mapping.exports if word in mapping.imports}
    if both:
        raise QueryError("the word {both!r} cannot mean both exports and imports", hint=HINT, both=min(both))
    return mapping


def _by_name(mapping: Mapping, said: AnyMapping[str, object]) -> Mapping:
    """The mapping with the unit and currency that the columns of values are called by, where none was said.

    Raises:
        QueryError: Their names speak of a unit, or of a currency, that may be several.
    """
    names = {mapping.value, mapping.export_value, mapping.import_value, *mapping.months}
    units = {unit(name) for name in names if name}
    sizes, currencies = {one.size for one in units} - {0}, {one.currency for one in units} - {""}
    doubt = [size for one in units for size in one.doubt]
    if "unit" not in said and (doubt or len(sizes) > 1):
        raise QueryError(
            "the name of the column of values may mean units of {sizes}",
            hint="say which: value_unit=1000",
            sizes=Listed([f"{size:,}" for size in sorted({*doubt, *sizes})], "or"),
        )
    if "currency" not in said and not mapping.layout:
        mapping = mapping._replace(currency=_currency(units, currencies, unit_said="unit" in said))
    if "unit" not in said and sizes and mapping.unit == 1:
        mapping = mapping._replace(unit=sizes.pop())
    return mapping


def _currency(units: Collection[Unit], currencies: Collection[str], *, unit_said: bool) -> str:
    """The currency that names of columns say; empty where they say none, or one of several beside a unit.

    Raises:
        QueryError: A word is of several, and nothing else is said.
    """
    if len(currencies) > 1:
        raise QueryError(
            "the names of the columns of values speak of {codes}",
            hint="say which: currency=TWD",
            codes=Listed(sorted(currencies), "and"),
        )
    shared = next((one.unsure for one in units if one.unsure), ())
    if currencies or not shared or unit_said:
        return next(iter(currencies), "")
    raise QueryError(
        "the name of the column of values speaks of money that may be {codes}",
        hint="say which: currency={first}, or currency=USD",
        codes=Listed(shared, "or"),
        first=shared[0],
    )


def _said(text: str) -> dict[str, Any]:
    if text.endswith(".toml"):
        return {name: said for name, said in _file(Path(text)).items() if name != PATH}
    return {"layout": text} if "=" not in text and "," not in text else _pairs(text)


def _pairs(text: str) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for pair in filter(None, text.split(",")):
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not equals or not name or not value:
            raise QueryError("{pair!r} names no column", hint=HINT, pair=pair)
        if name.startswith("where."):
            said.setdefault("where", {})[name.removeprefix("where.")] = value.split("|")
            continue
        if name == "where":
            checks.where(name, value)  # names no column, and is refused
        if name in said:
            raise QueryError("the column {name!r} is named twice", hint=HINT, name=name)
        said[name] = value
    return said


def _file(path: Path) -> dict[str, Any]:
    try:
        return toml_text.document(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise QueryError("cannot read {path}: {error}", hint=HINT, path=path, error=reason(error)) from None
    except ValueError as error:
        raise QueryError("{path} is not TOML: {error}", hint=HINT, path=path, error=error) from None


def _partners(path: Path) -> tuple[tuple[str, str], ...]:
    """The lines of a list of partners: a code and a country, which may be a code or a name."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = [[cell.strip() for cell in line] for line in csv.reader(file) if line]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise QueryError(
            "cannot read the list of partners {path}: {error}",
            hint="partner_codes is {lists}, or a CSV file with a code and a country on each line",
            path=path,
            error=error,
            lists=Listed(LISTS),
        ) from None
    if any(len(line) != 2 for line in lines):
        raise QueryError(
            "{path} is no list of partners", hint="write a code and a country on each line", path=path
        )
    known = [(code, country) for code, country in lines if places.meant(country)]
    # The first line may be a header.
    wrong = [country for _, country in lines[1:] if not places.meant(country)]
    if wrong:
        raise QueryError(
            "{path}: no country is called {wrong!r}",
            hint="`trade codes` lists every partner",
            path=path,
            wrong=wrong[0],
        )
    return tuple(known)


_CHECKS: AnyMapping[str, Any] = {
    "value_unit": checks.unit,
    "decimals": checks.decimals,
    "currency": checks.currency,
    "export": checks.words,
    "import": checks.words,
    "flows_within": checks.words,
    "commodity_digits": checks.digits,
    "where": checks.where,
    "complete": checks.month,
    "skip_bad": checks.truth,
    "months": checks.columns,
    "flow_in_name": checks.truth,
    "dates": checks.dates,
    "decimal": checks.decimal,
    "separator": checks.separator,
    "encoding": checks.encoding,
    "header": checks.line,
}
