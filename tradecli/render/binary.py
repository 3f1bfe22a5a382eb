"""Parquet, Arrow and XLSX: the machine rows, typed."""

from __future__ import annotations

import io
import json

import polars as pl

from tradecli import __version__
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.errors import QueryError
from tradecli.model.report import Report
from tradecli.render import arrow_schema, plain
from tradecli.render.clean import clean
from tradecli.render.rows import frame
from tradecli.render.undated import MOMENT


def parquet(report: Report, style: Style) -> bytes:
    """The machine rows as Parquet; what was asked and what it rests on stand in the file's own metadata."""
    out = io.BytesIO()
    frame(report, style).write_parquet(out, metadata=about(report, style))
    return out.getvalue()


def about(report: Report, style: Style) -> dict[str, str]:
    """What a file says of itself: layout, question, headline, and each file behind it with its SHA-256.

    The names begin with `trade.`; what is no text is JSON.
    """
    files = plain.provenance(report)
    days = sorted({str(one["vintage"]) for one in files if one.get("vintage")})
    sources = sorted({str(one["publisher"]) for one in files if one.get("publisher")})
    values = {
        "schema": report.schema,
        "program": f"tradecli {__version__}",
        "title": clean(write(report.title, style)),
        "currency": report.currency,
        "question": dict(report.question),
        "sources": sources,
        "vintages": days,
        "provenance": files,
    }
    return {
        f"trade.{name}": value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in values.items()
    }


def arrow(report: Report, style: Style) -> bytes:
    """The machine rows as a stream of Arrow IPC, which a reader takes from a pipe as it comes.

    Its schema says of them what a Parquet file does (`about`).
    """
    out = io.BytesIO()
    # Texts as every reader knows them, not as views, which many do not.
    frame(report, style).write_ipc_stream(out, compat_level=pl.CompatLevel.oldest())
    return arrow_schema.told(out.getvalue(), about(report, style))


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
        book.set_properties({"created": MOMENT})
        frame(report, style).write_excel(book, worksheet="trade", autofit=True)
    return out.getvalue()
