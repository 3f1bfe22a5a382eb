"""The sixteen XLSX tables of the ministry's monthly release; nine of them are read.

Layout as seen in the tables of 2025-09-09: a title, the unit on a line of its own, a header of
two or three rows in which merged cells have only their first cell filled, ten years (the first
one hidden, and still data), the months of the year before from the release month on, the year
to date, its months, three rows of changes, and notes.
"""

from __future__ import annotations

import re
from datetime import date

from tradecli.errors import InvalidData, NoData
from tradecli.periods import label
from tradecli.sources.columns import cell, left_out
from tradecli.sources.mof_periods import ROC, in_order
from tradecli.sources.mof_tables import DECLINED, TABLES, Item, Table
from tradecli.sources.numbers import dollars, last_digit
from tradecli.sources.reading import Figure, File, Period, Reading
from tradecli.wording import Listed

_UNIT = 1_000_000
_CORNER = "年(月)別"
_TITLE = re.compile(r"表(\d{1,2})、(.*?)(?:\(\d/\d\).*)?")
_ROW = re.compile(r"(?:(?P<year>\d{2,3})年(?:1-(?P<through>\d{1,2})月)?|(?P<month>\d{1,2})月)")
#: Sub-headers that say what a column holds rather than whose it is.
_AMOUNT = "金額"
_RATIOS = ("年增率", "月增率", "占")
#: Changes and notes at the end.
_NOT_FIGURES = ("較", "說明", "備註")


def read(file: File, rows: list[list[str]]) -> Reading:
    """Read one table. The last published digit is the finest of the table's figures.

    Raises:
        NoData: One of the seven tables that are not read.
        InvalidData: Another title, unit or column, a period twice or missing, an empty amount.
    """
    cells = [["".join(cell.split()) for cell in row] for row in rows]
    table = _table(file.name, cells)
    _check_unit(file.name, cells)
    head = next((index for index, row in enumerate(cells) if row[0] == _CORNER), None)
    first = next((index for index, row in enumerate(cells) if _ROW.fullmatch(row[0])), None)
    if head is None or first is None or first < head:
        raise InvalidData(
            "{name}: no header {corner!r} above rows of years and months", name=file.name, corner=_CORNER
        )
    columns, notices = _columns(file.name, table, _paths(cells[head:first]))
    body = _rows(file, table, cells[first:])
    held = [
        (
            item,
            covered,
            text,
            cell(file.name, row[0], path),
        )
        for covered, row in body
        for path, (index, item) in columns.items()
        if (text := row[index]) or not file.excerpt
    ]
    precision = last_digit([text for _, _, text, _ in held], _UNIT)
    figures = [_figure(item, covered, text, precision, where) for item, covered, text, where in held]
    return Reading(figures, tuple(notices))


def _figure(item: Item, covered: Period, text: str, precision: int, where: object) -> Figure:
    if not text:
        raise InvalidData("{where}: the cell is empty; expected millions of dollars", where=where)
    return Figure(
        item.partner,
        item.flow,
        *covered,
        dollars(text, _UNIT, where=where),
        precision,
        item.commodity,
        item.classification,
        item.adjustment,
    )


def _table(name: str, cells: list[list[str]]) -> Table:
    titles = [match for cell in cells[0] if (match := _TITLE.fullmatch(cell))]
    if not titles:
        raise InvalidData("{name}: no title such as 表1、進出口貿易值及年增率 in the first row", name=name)
    number, title = int(titles[0][1]), titles[0][2]
    if DECLINED.get(number) == title:
        known = Listed(TABLES)
        raise NoData(
            "{name}: table {number} ({title}) is not read",
            hint="the tables read are {known}",
            name=name,
            number=number,
            title=title,
            known=known,
        )
    if number not in TABLES or TABLES[number].title != title:
        expected = TABLES[number].title if number in TABLES else DECLINED.get(number, "tables 1 to 16")
        raise InvalidData(
            "{name}: the title of table {number} is {title!r}; expected {expected!r}",
            name=name,
            number=number,
            title=title,
            expected=expected,
        )
    return TABLES[number]


def _check_unit(name: str, cells: list[list[str]]) -> None:
    units = {cell for row in cells for cell in row if cell.startswith("單位：")}
    if not units or not units <= {"單位：百萬美元", "單位：百萬美元；％"}:
        raise InvalidData(
            "{name}: the unit is {units}; expected 單位：百萬美元", name=name, units=sorted(units)
        )


def _paths(header: list[list[str]]) -> dict[int, str]:
    """The columns of amounts, each named by its own label under the label that spans it in the first row.

    A column is of amounts if its lowest label is not a ratio; `(電子零組件)` under an item only
    says which group it belongs to, and a star refers to a note.
    """
    found = {}
    span = ""
    for index, top in enumerate(header[0]):
        span = top or span
        own = [row[index] for row in header if row[index] and not row[index].startswith("(")]
        if index == 0 or not own or own[-1].startswith(_RATIOS):
            continue
        names = [text.rstrip("*") for text in own if text != _AMOUNT]
        if names:
            found[index] = names[-1] if names[-1] == span else f"{span}/{names[-1]}"
    return found


def _columns(name: str, table: Table, paths: dict[int, str]) -> tuple[dict[str, tuple[int, Item]], list[str]]:
    found: dict[str, tuple[int, Item]] = {}
    notices = list[str]()
    for index, path in paths.items():
        if path in found:
            raise InvalidData("{name}: column {path!r} is duplicated", name=name, path=path)
        if path in table.columns:
            found[path] = index, table.columns[path]
        elif path not in table.elsewhere:
            notices.append(left_out(name, path))
    missing = table.columns.keys() - found.keys()
    if missing:
        raise InvalidData("{name}: no column {missing}", name=name, missing=Listed(sorted(missing), "or"))
    return found, notices


def _rows(file: File, table: Table, cells: list[list[str]]) -> list[tuple[Period, list[str]]]:
    """The rows of figures; a month belongs to the year named above it."""
    found: list[tuple[Period, list[str]]] = []
    year = 0
    for row in cells:
        if not row[0] or row[0].startswith(_NOT_FIGURES):
            continue
        covered = _period(file.name, row[0], year)
        year = covered.month.year
        if covered.span != "year" or table.years:
            found.append((covered, row))
    periods = [covered for covered, _ in found]
    in_order(periods, where=file.name, gaps=False)
    _through(file.name, periods)
    return found


def _period(name: str, text: str, year: int) -> Period:
    match = _ROW.fullmatch(text)
    if match is None:
        raise InvalidData(
            "{name}: row {text!r} is not a period; expected 113年, 114年1-8月 or 8月",
            name=name,
            text=text[:40],
        )
    month = int(match["month"] or match["through"] or 12)
    if not 1 <= month <= 12:
        raise InvalidData(
            "{name}: row {text!r}: there is no month {month}", name=name, text=text, month=month
        )
    if match["month"]:
        if not year:
            raise InvalidData("{name}: row {text!r} stands above every year", name=name, text=text)
        return Period("month", date(year, month, 1))
    return Period("year_to_date" if match["through"] else "year", date(int(match["year"]) + ROC, month, 1))


def _through(name: str, periods: list[Period]) -> None:
    """The last row is the month the year to date runs through, or the table is truncated."""
    through = next((covered.month for covered in periods if covered.span == "year_to_date"), None)
    if not periods or periods[-1].span != "month":
        raise InvalidData("{name}: the last row is not a month; the table is truncated", name=name)
    if through and periods[-1].month != through:
        raise InvalidData(
            "{name}: the last month is {month}; expected {through}",
            name=name,
            month=label(periods[-1].month),
            through=label(through),
        )
