"""Faults are tried hundreds of times: their stores are in memory, where there is such a folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

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
