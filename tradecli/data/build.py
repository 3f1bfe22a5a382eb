"""Builds the embedded dataset from the fixtures, through the parsers that read live data."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from tradecli.data import MANIFEST, RELEASES
from tradecli.data import observations as path_of
from tradecli.data import origins as origins_of
from tradecli.data.fixtures import Fixture, read, read_all
from tradecli.errors import InvalidData
from tradecli.periods import parse, parse_day
from tradecli.schema import KEY, check
from tradecli.sources import SOURCES, text
from tradecli.sources.numbers import number
from tradecli.wording import Listed

#: Small enough that reading one pair of partners skips most of the file.
ROW_GROUP = 8_000

#: The table of published statements. `value` is kept as printed: its digits say how far it was rounded.
STATEMENTS: dict[str, pl.DataType] = {
    "release_date": pl.Date(),
    "period": pl.Date(),
    "measure": pl.String(),
    "value": pl.String(),
    "unit": pl.String(),
    "address": pl.String(),
}


@dataclass(frozen=True)
class Dataset:
    """Everything that is embedded: observations by source, statements, and where they come from."""

    observations: dict[str, pl.DataFrame]
    releases: pl.DataFrame
    origins: list[dict[str, Any]]


def build(folder: Path) -> Dataset:
    """Read every fixture below *folder*.

    Raises:
        InvalidData: A fixture has changed or is damaged, or the rows break a rule of the table.
    """
    frames: dict[str, list[pl.DataFrame]] = {}
    origins = []
    for fixture in read_all(folder):
        if fixture.source not in SOURCES:
            raise InvalidData(
                "{path}: no source is called {source!r}", path=fixture.path, source=fixture.source
            )
        frame = SOURCES[fixture.source].parse(fixture.snapshot()).observations
        frames.setdefault(fixture.source, []).append(frame)
        origins += _origins(fixture, frame)
    tables = {source: check(pl.concat(found).sort(KEY)) for source, found in frames.items()}
    return Dataset(tables, statements(read(folder / "releases.csv", folder)), origins)


def statements(fixture: Fixture) -> pl.DataFrame:
    """Read the statements of the monthly releases.

    Raises:
        InvalidData: Another header, a day, period or number that is not one.
    """
    header, *rows = text.rows(fixture.content, name=fixture.path)
    if header != list(STATEMENTS):
        raise InvalidData(
            "{path}: header {header!r}; expected {statements!r}",
            path=fixture.path,
            header=",".join(header),
            statements=",".join(STATEMENTS),
        )
    for row in rows:
        number(row[3], where=f"{fixture.path}, {row[0]}, {row[2]}")
    days = [(parse_day(row[0]), parse(row[1]), *row[2:]) for row in rows]
    return pl.DataFrame(days, schema=STATEMENTS, orient="row")


def write(dataset: Dataset, folder: Path) -> dict[str, Any]:
    """Write the dataset into *folder* and return the manifest, which is written last."""
    folder.mkdir(parents=True, exist_ok=True)
    frames = {path_of(source).name: frame for source, frame in dataset.observations.items()}
    frames[RELEASES.name] = dataset.releases
    tables = {}
    for name, frame in frames.items():
        content = parquet(frame)
        (folder / name).write_bytes(content)
        tables[name] = {"rows": frame.height, "sha256": hashlib.sha256(content).hexdigest()}
    for source in dataset.observations:
        entries = [entry for entry in dataset.origins if entry["source"] == source]
        _write(entries, origins_of(source, folder=folder))
    manifest = {"schema": 1, "polars": pl.__version__, "tables": tables}
    _write(manifest, folder / MANIFEST.name)
    return manifest


def _write(values: Any, path: Path) -> None:
    printed = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    path.write_text(printed, encoding="utf-8", newline="\n")


def parquet(frame: pl.DataFrame) -> bytes:
    """The bytes of *frame* as they are embedded; the same for the same polars."""
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd", statistics=True, row_group_size=ROW_GROUP)
    return buffer.getvalue()


def _origins(fixture: Fixture, frame: pl.DataFrame) -> list[dict[str, Any]]:
    """The manifest's entries for one file: one, or one for each article it gathers."""
    rows = dict(frame.group_by("origin").len().iter_rows())
    about = fixture.about
    entry = {
        "source": fixture.source,
        "file": fixture.path,
        "format": about["format"],
        "sha256": about["sha256"],
        "vintage": about["vintage"].isoformat(),
        "vintage_basis": about["vintage_basis"],
        "known_by": about["known_by"].isoformat(),
        "publisher": about["publisher"],
        "address": about["address"],
        "licence": about["licence"],
        "obtained": about["obtained"],
        "note": about.get("note", ""),
    }
    entries = [
        {
            "id": f"{fixture.origin}-{article['id']}",
            **entry,
            "address": article["address"],
            "note": article.get("note", ""),
        }
        for article in fixture.articles
    ] or [{"id": fixture.origin, **entry}]
    unnamed = rows.keys() - {entry["id"] for entry in entries}
    if unnamed:
        raise InvalidData(
            "{path}: {unnamed} is not in its description", path=fixture.path, unnamed=Listed(sorted(unnamed))
        )
    return [{**entry, "rows": rows.get(entry["id"], 0)} for entry in entries]
