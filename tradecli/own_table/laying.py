"""Which legs a table has: one for each flow that has a column or a name of its own, and each month across."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from tradecli.errors import QueryError
from tradecli.facts import places
from tradecli.own_table import (
    amounts_of,
    archives,
    bare_codes,
    checks,
    engines,
    inspection,
    layouts,
)
from tradecli.own_table.files import Files
from tradecli.own_table.laying_across import PARTNER, PERIOD, Parts, need, part_made, partners, periods
from tradecli.own_table.legs import Column, Leg, made, plain
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.period_names import is_month_name
from tradecli.own_table.words import flow_of

#: The fields of a mapping that name columns of records.
COLUMNS = (
    *("period", "partner", "flow", "value", "commodity", "year", "month"),
    *("export_value", "import_value", "exporter", "importer", "months", "quantity"),
)
_USUAL = Mapping()
#: What columns of years are called.
_YEAR = re.compile(
    r"(co_|ref_?)?(year|yr|yyyy|ano|anio|año|anno|annee|année|jahr|年|年度|年份|연도|년도|년)", re.IGNORECASE
)
_MONTHS = {str(month) for month in range(1, 13)}


def named(mapping: Mapping) -> frozenset[str]:
    """The columns that a mapping names for certain: none by chance, and no months, of which some may lack."""
    said = {getattr(mapping, field) for field in COLUMNS if field != "months"}
    said -= {getattr(_USUAL, field) for field in COLUMNS if field != "months"}
    sides = {mapping.export_value, mapping.import_value}
    said = (said - sides) | {name for side in sides for name in side.split(checks.BOTH)}
    constant = {name for name in (mapping.flow,) if flow_of(name, mapping)}
    constant |= {mapping.partner} if places.meant(mapping.partner) else set()
    across = {name for name in (mapping.export_value, mapping.import_value) if checks.across(name)}
    across |= {name for name in said if PERIOD in name or name == PARTNER}
    return frozenset(name for name in said - constant - across if name)


def used(mapping: Mapping) -> frozenset[str]:
    """The columns that a mapping reads."""
    said = {getattr(mapping, field) for field in COLUMNS if field != "months"} | set(mapping.months)
    return frozenset(name for name in said if name)


def enough(mapping: Mapping, columns: Sequence[str]) -> bool:
    """Whether a plain mapping names all that is needed."""
    return {mapping.period, mapping.partner, mapping.flow, mapping.value} <= set(columns)


def legs(
    mapping: Mapping, columns: AnyMapping[str, Sequence[str]], files: Files, *, all_made: bool = False
) -> tuple[tuple[Leg, ...], Mapping]:
    """The legs of files, and what their columns mean; none where the files are plain as they are.

    Args:
        mapping: What their columns are called.
        columns: Those of each file.
        files: Without legs.
        all_made: Whether every part is made, for other files call it otherwise.

    Raises:
        QueryError: What is needed is lacking or may be two things.
    """
    names = tuple(dict.fromkeys(chain.from_iterable(columns.values())))
    mapping = _seen(mapping, names, files)
    common: Parts = {}
    _partner(mapping, names, common)
    _goods(mapping, names, files, common)
    flows = _flows(mapping, names, files)
    every = [
        _leg({**common, **flow, **whom, **month}, paths, of)
        for flow, paths in flows
        for whom in partners(mapping, names, files, used(mapping))
        for month, of in periods(mapping, flow, names, files)
    ]
    every = [amounts_of.read_as_written(leg, mapping, names, files) for leg in every]
    if all_made:
        every = [_whole(leg, mapping, names) for leg in every]
    if len(every) == 1 and not every[0].columns and not every[0].files:
        every = []
    return tuple(every), plain(mapping, every[0]) if every else mapping


_PARTS = ("period", "partner", "flow", "value", "commodity", "reporter", "quantity")


def _leg(parts: Parts, paths: Sequence[str], of: Sequence[str]) -> Leg:
    """A leg of the files that have both its flow and its month."""
    both = tuple(path for path in of if not paths or path in paths) if of else tuple(paths)
    return Leg(tuple(column for name, column in parts.items() if name in _PARTS), both)


def _whole(leg: Leg, mapping: Mapping, names: Sequence[str]) -> Leg:
    """A leg in which every part is made, of the column that it is where nothing else is said."""
    copies = [
        Column(made(part), "copy", (getattr(mapping, part),))
        if getattr(mapping, part) in names
        else Column(made(part), "constant", (getattr(mapping, part),))
        for part in _PARTS
        if made(part) not in leg.names and (getattr(mapping, part) in names or part == "commodity")
    ]
    return leg._replace(columns=(*leg.columns, *copies))


def _seen(mapping: Mapping, names: Sequence[str], files: Files) -> Mapping:
    """The mapping with what the columns show and nobody said."""
    spelled = {name.casefold(): name for name in names}
    across = mapping.months or checks.across(mapping.export_value) or checks.across(mapping.import_value)
    if mapping.year and not (mapping.month or across):
        mapping = mapping._replace(period=mapping.year, year="")
    if not (mapping.year or across or mapping.exporter) and mapping.period in names:
        years = [name for name in names if _YEAR.fullmatch(name.strip()) and name != mapping.period]
        if len(years) == 1 and _holds_months(mapping.period, files):
            mapping = mapping._replace(year=years[0], month=mapping.period)
        elif _YEAR.fullmatch(mapping.period.strip()):
            # Months beside years would be added up as if each year had all of them.
            of_year = [name for name in names if is_month_name(name) and _holds_months(name, files)]
            if len(of_year) == 1:
                mapping = mapping._replace(year=mapping.period, month=of_year[0])
    unsaid = mapping.flow == _USUAL.flow and mapping.flow not in names
    if unsaid and not (mapping.exporter or mapping.export_value or mapping.import_value):
        # Words that were said may be columns; those that are usual may only be called so by chance.
        said = [
            words if words != usual else ()
            for words, usual in ((mapping.exports, _USUAL.exports), (mapping.imports, _USUAL.imports))
        ]
        sides = [[spelled[word] for word in words if word in spelled] for words in said]
        if any(sides) and all(len(side) <= 1 for side in sides) and mapping.value not in names:
            [exports, imports] = [side[0] if side else "" for side in sides]
            mapping = mapping._replace(export_value=exports, import_value=imports)
        elif not any(sides) and all(layouts.flow_in(archives.told(file.path)) for file in files.files):
            mapping = mapping._replace(flow_in_name=True)
    return mapping


def _holds_months(column: str, files: Files) -> bool:
    """Whether a column holds the numbers of months and nothing else."""
    first = inspection.peek(files)
    if column not in first.columns or not _are_months(first[column].cast(str).to_list()):
        return False
    return _are_months(engines.distinct(files, column))


def _are_months(texts: Sequence[str | None]) -> bool:
    numbers = {(text or "").strip().removesuffix(".0").lstrip("0") for text in texts if text is not None}
    return bool(numbers) and numbers <= _MONTHS


def _partner(mapping: Mapping, names: Sequence[str], common: Parts) -> None:
    if not mapping.exporter and mapping.partner not in names and mapping.partner != _USUAL.partner:
        place = places.meant(mapping.partner)
        if place:
            common |= part_made("partner", "constant", place.code)


def _goods(mapping: Mapping, names: Sequence[str], files: Files, common: Parts) -> None:
    if mapping.commodity in names:
        first = inspection.peek(files)[mapping.commodity]
        if not first.dtype.is_numeric() and bare_codes.are_odd(first.unique().cast(str)):
            common |= part_made("commodity", "bare", mapping.commodity)


def _flows(mapping: Mapping, names: Sequence[str], files: Files) -> list[tuple[Parts, tuple[str, ...]]]:
    """What is made for each flow that is no word in a column, and the files that it is in."""
    if mapping.exporter and mapping.importer:
        sides = {
            "export": (mapping.exporter, mapping.importer),
            "import": (mapping.importer, mapping.exporter),
        }
        return [
            (
                part_made("flow", "constant", flow)
                | part_made("reporter", "copy", reporter)
                | part_made("partner", "copy", partner),
                (),
            )
            for flow, (reporter, partner) in sides.items()
        ]
    columns = {"export": mapping.export_value, "import": mapping.import_value}
    if any(columns.values()):
        found: list[tuple[Parts, tuple[str, ...]]] = []
        for flow, said in columns.items():
            for column in (said,) if said in names else filter(None, said.split(checks.BOTH)):
                across = checks.across(column)
                pattern = PERIOD in column and column not in names
                if not (across or pattern):
                    need(column, names)
                part = "across" if across else "pattern" if pattern else "value"
                value = part_made(part, "copy", *(across or (column,)))
                found.append((part_made("flow", "constant", flow) | value, ()))
        return found
    if mapping.flow in names:
        return [({}, ())]
    if mapping.flow_in_name:
        return _by_name(files)
    word = flow_of(mapping.flow, mapping)
    return [(part_made("flow", "constant", word) if word else {}, ())]


def _by_name(files: Files) -> list[tuple[Parts, tuple[str, ...]]]:
    told: dict[str, list[str]] = {}
    for file in files.files:
        flow = layouts.flow_in(archives.told(file.path))
        if not flow:
            raise QueryError(
                "the name of {file} does not tell its flow, and no column does",
                hint="call it EXP_2025.csv or IMP_2025.csv, or say it: --columns ...,flow=export",
                file=Path(file.path).name,
            )
        told.setdefault(flow, []).append(file.path)
    return [
        (part_made("flow", "constant", flow), tuple(paths) if len(told) > 1 else ())
        for flow, paths in sorted(told.items())
    ]
