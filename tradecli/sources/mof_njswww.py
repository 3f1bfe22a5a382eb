"""CSV tables of the ministry's statistics database (njswww): use, goods, HS sections and headings.

Every cell is quoted, periods are rows with years of the Republic of China, and the header joins
its levels with a slash. The unit differs by table and stands in the header.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from tradecli.errors import InvalidData
from tradecli.facts import commodities, places
from tradecli.sources.columns import cell, left_out
from tradecli.sources.mof_periods import ROC, in_order, period, unfinished
from tradecli.sources.mof_sums import add_up
from tradecli.sources.numbers import dollars, last_digit
from tradecli.sources.reading import Figure, File, Period, Reading
from tradecli.wording import Listed, Wording

#: What cell 0 may say: it names a dimension of the columns, although the rows are periods.
CORNERS = ("幣別", "貨品別", "國家別", "國家/地區別", "項目別")
_ROW = re.compile(r"(?P<year>\d{2,3})年(?:\s*(?P<month>\d{1,2})月)?")
_UNITS = {"百萬美元": 1_000_000, "千美元": 1_000}
_UNIT = re.compile(r"\(([^()]*元)\)")
#: What the ministry prints where it has no figure to give; an empty cell is not among them.
_NO_FIGURE = {"－", "-", "…", "(D)"}
#: The last digit of a table whose header has no unit: three decimals of a million.
_SILENT_DIGIT = 1_000


@dataclass(frozen=True)
class Series:
    """What a column holds; a column that is known and not kept has no commodity."""

    flow: str
    commodity: str = ""
    classification: str = ""
    partner: str = "WORLD"


@dataclass(frozen=True)
class Column:
    """One column of a table: its header text, where it stands, its unit in dollars.

    `silent` marks a unit that does not stand in the header.
    """

    index: int
    text: str
    unit: int
    silent: bool
    series: Series


@dataclass(frozen=True)
class Table:
    """A table of the database.

    `corner` is its first cell, `series` reads the levels of a column's name (and the flow, where
    only the columns before it tell), `unit` is that of a table whose header has none, and
    `always` lists the commodities without which a full table has been renamed. `total` names the
    column that the columns after it, up to the next total, add up to where they match `parts`.
    A total that u2010 publishes is `repeated`: in a full table it is only checked.
    """

    corner: str
    series: Callable[[tuple[str, ...], str], Series | None]
    always: frozenset[str] = frozenset()
    unit: int | None = None
    total: str = ""
    parts: str = ""
    repeated: bool = False


def read(file: File, rows: list[list[str]]) -> Reading:
    """Read one table. The last published digit is the finest of the column's figures.

    Raises:
        InvalidData: A table that is not read here, another unit, a column or period twice, a
            period missing, a cell that is neither a figure nor one of the ministry's dashes.
    """
    header, *body = rows
    table = _table(file.name)
    columns, notices = _columns(file, table, header)
    periods = [period(row[0], _ROW, era=ROC, where=file.name) for row in body]
    in_order(periods, where=file.name, gaps=file.excerpt)
    unknown = unfinished(periods)
    if unknown:
        year, template = unknown.month.year - ROC, "{name}: row {year}年 is left out, its year is not over"
        notices.append(Wording(template, name=file.name, year=year))
    covered = [(entry, row) for entry, row in zip(periods, body, strict=True) if entry != unknown]
    repeated = [table.repeated and column.series.commodity == "TOTAL" for column in columns]
    kept = [column for column, again in zip(columns, repeated, strict=True) if file.excerpt or not again]
    figures = [figure for column in kept for figure in _figures(file, column, covered)]
    if table.total and not file.excerpt:
        _add_up(file.name, table, rows)
    return Reading(figures, tuple(notices))


def _figures(file: File, column: Column, rows: list[tuple[Period, list[str]]]) -> list[Figure]:
    cells = [(entry, row[0], row[column.index].strip()) for entry, row in rows]
    for _, row, text in cells:
        if not text and not file.excerpt:
            where = cell(file.name, row, column.text)
            raise InvalidData("{where}: the cell is empty; expected a figure or －", where=where)
    held = [cell for cell in cells if cell[2] and cell[2] not in _NO_FIGURE]
    precision = last_digit([text for _, _, text in held], column.unit)
    if column.silent and held and precision != _SILENT_DIGIT:
        whole = Wording("{name}, column {column}", name=file.name, column=column.text)
        raise InvalidData("{where}: no unit in the header, and no three decimals of a million", where=whole)
    series = column.series
    return [
        Figure(
            series.partner,
            series.flow,
            *entry,
            dollars(text, column.unit, where=cell(file.name, row, column.text)),
            precision,
            series.commodity,
            series.classification,
        )
        for entry, row, text in held
    ]


def _add_up(name: str, table: Table, rows: list[list[str]]) -> None:
    header, *body = rows
    levels = [_levels(name, text, table) for text in header[1:]]
    add_up(
        body,
        ["", *(parts[-1] for parts, _ in levels)],
        total=table.total,
        parts=table.parts,
        unit=levels[0][1],
        no_figure=_NO_FIGURE,
        where=name,
    )


def _columns(file: File, table: Table, header: list[str]) -> tuple[list[Column], list[str]]:
    if header[0] != table.corner:
        first, corner = header[0][:40], table.corner
        raise InvalidData(
            "{name}: first cell {first!r}; expected {corner!r}", name=file.name, first=first, corner=corner
        )
    seen: set[tuple[str, object]] = set()
    columns, notices, flow = [], list[str](), ""
    for index, text in enumerate(header[1:], start=1):
        levels, unit = _levels(file.name, text, table)
        flow = {"進口總計": "import", "出口總計": "export"}.get(levels[-1], flow)
        series = table.series(levels, flow)
        same: object = series if series and series.commodity else levels
        if (flow, same) in seen:
            raise InvalidData("{name}: column {text!r} is duplicated", name=file.name, text=text)
        seen.add((flow, same))
        if series is None:
            notices.append(left_out(file.name, text))
        elif series.commodity:
            columns.append(Column(index, text, unit, not _UNIT.search(text), series))
    _complete(file, table, columns)
    return columns, notices


def _complete(file: File, table: Table, columns: list[Column]) -> None:
    missing = table.always - {column.series.commodity for column in columns}
    if not columns or (missing and not file.excerpt):
        named = Listed(sorted(missing)) or Wording("any known commodity")
        raise InvalidData("{name}: no column for {named}", name=file.name, named=named)


def _levels(name: str, text: str, table: Table) -> tuple[tuple[str, ...], int]:
    """Split a header cell into its levels, and take out the unit."""
    units = _UNIT.findall(text)
    unit = _UNITS.get(units[0]) if len(units) == 1 else None if units else table.unit
    if unit is None:
        raise InvalidData(
            "{name}: column {text!r} has no known unit; expected (百萬美元) or (千美元)",
            name=name,
            text=text[:60],
        )
    return tuple(part.strip() for part in _UNIT.sub("", text).split("/")), unit


def _table(name: str) -> Table:
    stem = PurePosixPath(name).stem
    match = re.fullmatch(r"對(.+)出口－按主要貨品分", stem)
    partner = places.by_label(match[1]) if match else None
    if partner:
        return Table(
            "國家/地區別",
            lambda levels, _: _section(levels, partner.code),
            always=_SECTIONS,
            total="總計",
            parts=_NUMBERED,
        )
    if stem not in _TABLES:
        raise InvalidData(
            "{name}: not a table that is read; expected {tables}", name=name, tables=Listed(_TABLES)
        )
    return _TABLES[stem]


def _section(levels: tuple[str, ...], partner: str) -> Series | None:
    """`16.機械及電機設備`, one of the ministry's nineteen sections; number and name must agree."""
    if levels == ("總計",):
        return Series("export", "TOTAL", "total", partner)
    number, _, name = levels[-1].partition(".")
    section = commodities.by_label(name, "mof-section")
    if len(levels) != 1 or section is None or section.code != number.zfill(2):
        return None
    return Series("export", section.code, section.classification, partner)


def _group(levels: tuple[str, ...], flow: str) -> Series | None:
    """`按美元計算/ (1)電子零組件` or `5.礦產品`; sections without a group of their own are not kept."""
    if len(levels) != 2 or levels[0] != "按美元計算":
        return None
    if levels[1] == "總計":
        return Series(flow, "TOTAL", "total")
    name = re.sub(r"^(\d{1,2}\.|\(\d{1,2}\))", "", levels[1])
    group = commodities.by_label(name, "mof")
    if group:
        return Series(flow, group.code, group.classification)
    return Series(flow) if commodities.by_label(name, "mof-section") else None


def _heading(levels: tuple[str, ...], _: str) -> Series | None:
    """`按美元計算/ 出口/ 854231` or `按美元計算/ 進口/ 第16類 機械及電機設備`; totals stand in u2010."""
    flow = {"出口": "export", "進口": "import"}.get(levels[1]) if len(levels) == 3 else None
    if flow is None or levels[0] != "按美元計算":
        return None
    if levels[2] == "總計":
        return Series(flow)
    if re.fullmatch(r"\d{6}", levels[2]):
        return Series(flow, levels[2], "hs")
    section = re.match(r"第(\d{1,2})類", levels[2])
    return Series(flow, section[1].zfill(2), "hs-section") if section else None


_IMPORT_USES = {"資本設備": "CAPITAL_GOODS", "農工原料": "RAW_MATERIALS", "消費品": "CONSUMER_GOODS"}
_EXPORT_USES = {"資本財": "CAPITAL_GOODS", "中間產品": "INTERMEDIATE_GOODS", "消費品": "CONSUMER_GOODS"}
_USES = {"import": _IMPORT_USES, "export": _EXPORT_USES}


def _use(levels: tuple[str, ...], flow: str) -> Series | None:
    """`按美元計算/ 消費品` comes twice: after the total of imports and after that of exports."""
    if len(levels) != 2 or levels[0] != "按美元計算" or flow not in _USES:
        return None
    if levels[1] in ("進口總計", "出口總計", "其他"):
        return Series(flow)
    use = _USES[flow].get(levels[1])
    return Series(flow, use, "mof-use") if use else None


_SECTIONS = frozenset({"TOTAL", *(f"{number:02d}" for number in range(1, 20))})
#: The nineteen sections; the groups under the sixteenth are numbered in brackets.
_NUMBERED = r"\d{1,2}\..+"
_GROUPS = frozenset(
    (
        "TOTAL",
        "ELECTRONIC_COMPONENTS",
        "ICT_AV",
        "MACHINERY",
        "ELECTRICAL_MACHINERY",
        "CHEMICALS",
        "TRANSPORT",
    )
)


def _goods(flow: str) -> Table:
    return Table(
        "貨品別",
        lambda levels, _: _group(levels, flow),
        always=_GROUPS,
        total="總計",
        parts=_NUMBERED,
        repeated=True,
    )


_TABLES = {
    # i8102 is in millions and does not say so (seen 2026-10). That the uses of imports add up was
    # seen; of exports no full row was.
    "i8102": Table(
        "幣別",
        _use,
        always=frozenset(_IMPORT_USES.values()),
        unit=1_000_000,
        total="進口總計",
        parts=".+",
    ),
    "i8121": _goods("export"),
    "i8122": _goods("import"),
    "i8141": Table("貨品別", _heading),
    "i8142": Table("貨品別", _heading),
}
