"""The machine rows of a report as plain Python values, display columns included."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, get_args, get_type_hints

import polars as pl

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell
from tradecli.model.report import Report

#: The column type of each annotation of a row.
TYPES: dict[object, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    date: pl.Date(),
}


@cache
def columns(kind: type) -> dict[str, pl.DataType]:
    """The columns of a row type: its fields, typed by their annotations.

    Examples:
        >>> from typing import NamedTuple
        >>> columns(NamedTuple("Row", [("period", str), ("value", int | None)]))
        {'period': String, 'value': Int64}
    """
    named = getattr(kind, "columns", {})
    return {named.get(name, name): TYPES[_plain(hint)] for name, hint in get_type_hints(kind).items()}


def _plain(hint: Any) -> object:
    """The type that a field has where it is not empty."""
    return (
        next(kind for kind in get_args(hint) if kind is not type(None))
        if isinstance(hint, UnionType)
        else hint
    )


def table(report: Report) -> pl.DataFrame:
    """The machine rows alone, typed and unrounded."""
    # Rows of a large frame keep it; see `frames.Rows`.
    kept = getattr(report.rows, "frame", None)
    if isinstance(kept, pl.DataFrame):
        return kept
    return pl.DataFrame(list(report.rows), schema=columns(report.row_type), orient="row")


def dated(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with their period as a date, and as it is written in `period_label` beside it."""
    if rows.schema.get("period") != pl.String():
        return rows
    day = pl.concat_str("period", pl.lit("-01")).str.to_date("%Y-%m-%d", strict=False)
    place = rows.columns.index("period") + 1
    return rows.insert_column(place, rows["period"].alias("period_label")).with_columns(period=day)


def frame(report: Report, style: Style) -> pl.DataFrame:
    """The machine rows with their display columns, which are text."""
    texts = (pl.Series(name, cells, dtype=pl.String) for name, cells in _texts(report, style).items())
    return table(report).with_columns(*texts)


def _texts(report: Report, style: Style) -> dict[str, list[str | None]]:
    """The display columns, and the unit of their amounts."""
    texts = {
        name: [None if content is None else cell(content, style) for content in cells]
        for name, cells in report.displays.items()
    }
    if any(name.endswith("_display") for name in texts):
        texts["display_unit"] = [style.scale] * len(report.rows)
    return texts


def plain(report: Report, style: Style) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The names of the columns of `frame`, and its rows: texts are written without making a frame."""
    if isinstance(getattr(report.rows, "frame", None), pl.DataFrame):
        made = frame(report, style)
        return made.columns, made.rows()
    kinds = columns(report.row_type)
    values = zip(*report.rows, strict=True) if report.rows else ((),) * len(kinds)
    listed = dict(zip(kinds, map(_as_typed, values, kinds.values()), strict=True))
    listed |= _texts(report, style)
    return [*listed], list(zip(*listed.values(), strict=True))


def _as_typed(values: Sequence[Any], kind: pl.DataType) -> Sequence[Any]:
    """The values of a column: of numbers that need not be whole none is an integer."""
    if not isinstance(kind, pl.Float64):
        return values
    return [None if value is None else float(value) for value in values]


def records(report: Report, style: Style) -> list[dict[str, Any]]:
    """The same as one mapping a row, days as ISO text."""
    names, rows = plain(report, style)
    return [
        {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in zip(names, row, strict=True)
        }
        for row in rows
    ]
