"""Files for the readers: fixtures of the checkout, and the publishers' own beside it."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tradecli.data.fixtures import read
from tradecli.sources.reading import File, Snapshot

CHECKOUT = Path(__file__).parents[2]
FIXTURES = CHECKOUT / "fixtures"


@pytest.fixture(name="fixture")
def _fixture() -> Callable[[str], Snapshot]:
    """A fixture of the checkout by its path, as a source reads it."""
    return lambda path: read(FIXTURES / path, FIXTURES).snapshot()


@pytest.fixture(name="snapshot")
def _snapshot() -> Callable[..., Snapshot]:
    """A file made up in a test."""

    def make(name: str, content: bytes = b"", *, excerpt: bool = False) -> Snapshot:
        day = date(2026, 12, 31)
        return Snapshot(File(name, content, excerpt), "made-up", day, "published", day)

    return make


@pytest.fixture(name="shared", scope="session")
def _shared() -> Path:
    """The folder with the publishers' own files, which are not part of the project."""
    folder = Path(os.environ.get("TRADE_SHARED", CHECKOUT.parent / "shared"))
    if not (folder / "samples").is_dir():
        pytest.skip(f"the publishers' own files are not at {folder}; TRADE_SHARED names another folder")
    return folder


@pytest.fixture(name="figures", scope="session")
def _figures(shared: Path) -> Callable[..., list[dict[str, str]]]:
    """The figures that were read from the publishers' files by others, chosen by the words of a row."""
    tables = {}
    for source in ("mof", "census"):
        with (shared / "data" / f"{source}.csv").open(encoding="utf-8", newline="") as table:
            tables[source] = list(csv.DictReader(table))

    def choose(source: str, **words: str) -> list[dict[str, str]]:
        return [row for row in tables[source] if all(row[name] == word for name, word in words.items())]

    return choose
