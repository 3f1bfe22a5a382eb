"""Where the figures of an own table are from, and their rows as observations."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from tradecli.own_table import layouts
from tradecli.own_table.files import Files
from tradecli.own_table.legs import PARTS, made
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.table import Table
from tradecli.schema import OBSERVATIONS, OWN, check

#: Files are hashed where it is cheap: together no larger than this.
_HASHED = 64 * 2**20
_MADE = frozenset(map(made, PARTS))


def origin_of(table: Table, files: Files, *, records: bool) -> dict[str, Any]:
    """Where a table's figures are from: its files, their size and day, and how its columns were read.

    Args:
        table: Whose mapping is that of its legs.
        files: Its files.
        records: Whether its columns were given a meaning.
    """
    listed = hashlib.sha256(repr(files.files).encode()).hexdigest()
    entry: dict[str, Any] = {
        "id": f"{OWN}-{listed[:12]}",
        "file": table.path,
        "files": len(files.files),
        "bytes": sum(file.size for file in files.files),
        "publisher": "own table",
    }
    if records:
        said = table.mapping._asdict().items()
        entry["columns"] = {name: value for name, value in said if value and value not in _MADE}
    if table.mapping.layout:
        layout = layouts.named(table.mapping.layout)
        entry["layout"] = {"name": layout.name, "title": layout.title, "remark": layout.remark}
    if not files.remote:
        newest = max(file.changed for file in files.files)
        entry["newest"] = datetime.fromtimestamp(newest / 1e9, UTC).isoformat(timespec="seconds")
        if len(files.files) == 1 and files.files[0].size <= _HASHED:
            entry["sha256"] = hashlib.sha256(Path(files.files[0].path).read_bytes()).hexdigest()
    return entry


def as_observations(
    figures: pl.DataFrame,
    mapping: Mapping,
    reporter: str,
    precision: int,
    day: date,
    basis: str,
    origin: str,
) -> pl.DataFrame:
    """Figures as rows of `schema.OBSERVATIONS`.

    Args:
        figures: `partner`, `period`, `flow`, `code`, `span` and `value`.
        mapping: It names the currency.
        reporter: Whose they are.
        precision: The size of the last digit that was published.
        day: Of their vintage.
        basis: How that day is known.
        origin: The id of where they are from.
    """
    coded = pl.col("code") != "TOTAL"
    columns = {
        "source": pl.lit(OWN),
        "reporter": pl.lit(reporter),
        "commodity": pl.col("code"),
        "classification": pl.when(coded).then(pl.lit("hs")).otherwise(pl.lit("total")),
        "adjustment": pl.lit("none"),
        "currency": pl.lit(mapping.currency),
        "precision": pl.lit(precision, pl.Int64),
        "vintage": pl.lit(day),
        "vintage_basis": pl.lit(basis),
        "known_by": pl.lit(day),
        "origin": pl.lit(origin),
    }
    # What is the same in every row needs no sorting by.
    chosen = figures.sort("partner", "flow", "code", "period", "span")
    return check(chosen.with_columns(**columns).select(*OBSERVATIONS))
