"""`trade config`: each setting, its value, and where it is from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.reports.listing import listing
from tradecli.reports.shared import say


class Row(NamedTuple):
    """A machine row: a setting; `origin` is `environment`, `project`, `user` or `default`."""

    name: str
    value: str | None
    origin: str
    variable: str
    file: str | None
    line: int | None


def report(rows: Sequence[Row], files: Mapping[str, str | None]) -> Report:
    """One row a setting, and the files that are looked for below."""
    columns = [
        Column("config.name", left=True),
        Column("config.value", left=True),
        Column("config.origin", left=True),
    ]
    cells: list[list[Cell]] = [[row.name, row.value or "", _origin(row)] for row in rows]
    findings = [say(f"config.file_{of}", None if path else "none", path=path) for of, path in files.items()]
    return listing(
        "trade.config/1", Statement("config.title"), Row, rows, Table(columns, cells), findings=findings
    )


def _origin(row: Row) -> Statement:
    return say(f"config.origin_{row.origin}", file=row.file, line=row.line, variable=row.variable)
