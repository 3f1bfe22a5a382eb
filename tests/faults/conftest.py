"""Faults are tried hundreds of times: their stores are in memory, where there is such a folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.conftest import Once
from tradecli.load import EMBEDDED

_MEMORY = Path("/dev/shm")


@pytest.fixture(name="tmp_path")
def _tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of the test's own; flushing to a busy disk would take most of the time."""
    if not _MEMORY.is_dir():
        yield tmp_path_factory.mktemp("faults")
        return
    folder = Path(tempfile.mkdtemp(prefix="tradecli-", dir=_MEMORY))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(name="recent", scope="session")
def _recent(once: Once) -> Path:
    """The embedded figures of the last years: nothing fetched here is compared with what was before."""

    def fill(folder: Path) -> None:
        for source in ("mof", "census"):
            rows = pl.read_parquet(EMBEDDED / f"{source}.parquet")
            rows.filter(pl.col("period") >= date(2024, 1, 1)).write_parquet(folder / f"{source}.parquet")

    return once("recent", fill)
