"""CSV and TSV: RFC 4180, UTF-8, LF, unrounded numbers, text cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from tradecli.render.clean import clean
from tradecli.render.rows import records
from tradecli.render.style import Style
from tradecli.report import Report

#: A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: A signed number or percentage is no formula, and stays as it is.
_NUMBER = re.compile(r"[+-]?[\d,]+(\.\d+)?( %)?")


def delimited(report: Report, style: Style, *, delimiter: str = ",") -> str:
    """The machine rows as delimited text with a header line."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    rows = records(report, style)
    writer.writerow([*report.rows.columns, *report.displays()])
    writer.writerows([_plain(value) for value in row.values()] for row in rows)
    return out.getvalue()


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = clean(value)
        # Spreadsheets skip blanks before a formula.
        risky = text.lstrip().startswith(_FORMULA) and not _NUMBER.fullmatch(text)
        return f"'{text}" if risky else text
    return repr(value)
