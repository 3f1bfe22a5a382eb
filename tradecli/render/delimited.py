"""CSV and TSV: RFC 4180, UTF-8, LF, unrounded numbers, text cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

from tradecli.catalogue.style import Style
from tradecli.model.report import Report
from tradecli.render.clean import clean
from tradecli.render.rows import plain

#: A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: A signed number or percentage is no formula, and stays as it is.
_NUMBER = re.compile(r"[+-]?[\d,]+(\.\d+)?( ?%)?")


def delimited(report: Report, style: Style, *, delimiter: str = ",") -> str:
    """The machine rows as delimited text with a header line."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    names, rows = plain(report, style)
    writer.writerow(names)
    writer.writerows([plain_cell(value) for value in row] for row in rows)
    return out.getvalue()


def plain_cell(value: object) -> str:
    """A cell as text; of nothing none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = clean(value)
        # Spreadsheets skip blanks before a formula; what begins with a letter or digit is none.
        risky = not text[:1].isalnum() and text.lstrip().startswith(_FORMULA)
        return f"'{text}" if risky and not _NUMBER.fullmatch(text) else text
    return value.isoformat() if isinstance(value, date) else repr(value)
