"""Parquet and XLSX: the machine rows, typed."""

from __future__ import annotations

import io

from tradecli.catalogue.style import Style
from tradecli.errors import QueryError
from tradecli.model.report import Report
from tradecli.render.rows import frame


def parquet(report: Report, style: Style) -> bytes:
    """The machine rows as Parquet."""
    out = io.BytesIO()
    frame(report, style).write_parquet(out)
    return out.getvalue()


def xlsx(report: Report, style: Style) -> bytes:
    """The machine rows as a workbook.

    Raises:
        QueryError: The extra that writes workbooks is not installed.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise QueryError(
            "xlsx needs the extra of that name", hint="install it with: pip install 'tradecli[xlsx]'"
        ) from None
    out = io.BytesIO()
    # Text stays text: a cell that begins with = is written as a string, never as a formula.
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        frame(report, style).write_excel(book, worksheet="trade", autofit=True)
    return out.getvalue()
