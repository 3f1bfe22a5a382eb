"""The machine rows of a report as plain Python values, display columns included."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from tradecli.render.style import Style
from tradecli.render.words import cell
from tradecli.report import Report


def frame(report: Report, style: Style) -> pl.DataFrame:
    """The machine rows with their display columns, which are text."""
    texts = {
        name: pl.Series(
            name, [None if content is None else cell(content, style) for content in cells], dtype=pl.String
        )
        for name, cells in report.displays().items()
    }
    return report.rows.with_columns(**texts)


def records(report: Report, style: Style) -> list[dict[str, Any]]:
    """The same as one mapping a row, days as ISO text."""
    return [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
        for row in frame(report, style).to_dicts()
    ]
