"""SDMX-CSV 2.0: dimensions, measures and attributes of each observation (SDMX 3.0, section 5)."""

from __future__ import annotations

import csv
import io
import re

from tradecli.catalogue.style import Style
from tradecli.errors import QueryError
from tradecli.model.report import Report
from tradecli.render.delimited import plain_cell
from tradecli.render.described import Described, layout

#: The concepts that the cross-domain code lists of SDMX name otherwise than our columns are named.
CONCEPTS = {
    "reporter": "REF_AREA",
    "partner": "COUNTERPART_AREA",
    "period": "TIME_PERIOD",
    "value": "OBS_VALUE",
    "adjustment": "ADJUSTMENT",
}
#: Before the columns of the data, in every row.
HEADER = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
#: Information: neither an addition nor a replacement for somebody's database.
ACTION = "I"
#: What a dimension is where it says nothing of a row, such as the partner of a rest.
NOT_APPLICABLE = "_Z"


def sdmx_csv(report: Report, style: Style) -> str:
    """The machine rows as SDMX-CSV 2.0: the key, then numbers, then what qualifies them.

    The dataflow is named `TRADECLI:SURPLUS(1.0)` after the layout of the answer. A cell that is empty here is
    one without a value.

    Raises:
        QueryError: The rows of the answer are no observations of a period.
    """
    described = layout(report, style)
    if "period" not in described.key:
        raise QueryError(
            "the rows of this answer are no observations by period, which sdmx-csv is for",
            hint="use csv or json",
        )
    columns = sorted(described.columns, key=lambda column: _place(column, described.key))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*HEADER, *(concept(column.name) for column in columns)])
    first = ("dataflow", structure(report.schema), ACTION)
    rows = described.rows.select(column.name for column in columns)
    for row in rows.iter_rows():
        cells = [plain_cell(value) for value in row]
        key = [cell or NOT_APPLICABLE for cell in cells[: len(described.key)]]
        writer.writerow([*first, *key, *cells[len(key) :]])
    return out.getvalue()


def _place(column: Described, key: tuple[str, ...]) -> tuple[int, int]:
    """Where a column stands: dimensions in the order of the key, numbers, attributes."""
    if column.name in key:
        return 0, key.index(column.name)
    measured = column.kind in {"integer", "number"} and not column.name.endswith("precision")
    return (1, 0 if column.name == "value" else 1) if measured else (2, 0)


def concept(name: str) -> str:
    """What SDMX calls a column.

    Examples:
        >>> concept("period"), concept("ytd_yoy"), concept("2025-12-09")
        ('TIME_PERIOD', 'YTD_YOY', 'AS_OF_2025_12_09')
    """
    usual = CONCEPTS.get(name) or re.sub(r"\W", "_", name).upper()
    return f"AS_OF_{usual}" if usual[0].isdigit() else usual


def structure(schema: str) -> str:
    """The id of the dataflow of a layout.

    Examples:
        >>> structure("trade.revisions.matrix/1")
        'TRADECLI:REVISIONS_MATRIX(1.0)'
    """
    name, _, version = schema.removeprefix("trade.").partition("/")
    return f"TRADECLI:{name.upper().replace('.', '_')}({version}.0)"
