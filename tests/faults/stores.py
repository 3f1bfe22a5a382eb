"""Small stores whose every state is known, for faults that are tried hundreds of times."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import polars as pl

from tests.made_up import frame, row
from tradecli.store import manifest as manifests
from tradecli.store import reading, writing
from tradecli.store.manifest import Entry

FIRST_DAY = date(2026, 1, 9)


def addition(name: str, number: int) -> writing.Addition:
    """A file whose figures all are a million and *number*: its vintage is so many days after the first."""
    day = FIRST_DAY + timedelta(days=number)
    raw = f"{name} {number}\n".encode() * 20
    digest = hashlib.sha256(raw).hexdigest()
    origin = writing.origin("mof", day.isoformat(), name, digest)
    flow = "export" if "ex" in name else "import"
    rows = frame(
        row(flow, "month", f"2025-{month:02}", 1_000_000 + number, day, origin=origin)
        for month in range(1, 13)
    )
    entry = Entry(
        id=origin, source="mof", name=name, address=f"https://example.org/{name}",
        retrieved="2026-11-09T10:00:00Z", sha256=digest, bytes=len(raw), media="text/csv",
        etag=f'"{number}"', last_modified="", vintage=day.isoformat(), vintage_basis="published",
        known_by=day.isoformat(), publisher="Ministry", licence="open", rows=0, newest_month="",
        reporters=(), partners=(), classifications=(), stored="", stored_sha256="",
    )  # fmt: skip
    return writing.addition(entry, raw, rows, rows.head(0).select(["source", *_key()]))


def _key() -> tuple[str, ...]:
    from tradecli.schema import KEY

    return KEY


@cache
def both(number: int) -> list[writing.Addition]:
    """Exports and imports of one vintage."""
    return [addition(name, number) for name in ("u2010ex.csv", "u2010im.csv")]


def seen(folder: Path) -> list[tuple[str, int]]:
    """What a reader sees: the flow and figure of every vintage, oldest first; every file verified."""
    return newest(folder, 0)[1]


def newest(folder: Path, last: int) -> tuple[int, list[tuple[str, int]]]:
    """How many files a reader sees, and what is in the *last* ones, all of them for 0."""
    if not manifests.exists(folder):
        return 0, []
    reading.verified.cache_clear()
    manifest, troubles = manifests.read(folder)
    held = reading.read(folder, manifest.entries[-last:], pl.lit(value=True), troubles)
    assert held.troubles == ()
    by_origin = held.rows.group_by("origin", "flow", maintain_order=True).agg(
        pl.col("value").unique(), pl.len()
    )
    assert by_origin["len"].to_list() == [12] * by_origin.height
    assert all(len(values) == 1 for values in by_origin["value"])
    found = [(line["flow"], line["value"][0] - 1_000_000) for line in by_origin.iter_rows(named=True)]
    return len(manifest.entries), found


def state(*numbers: int) -> list[tuple[str, int]]:
    """What a reader sees of whole vintages."""
    return [(flow, number) for number in numbers for flow in ("export", "import")]


def leftovers(folder: Path) -> list[Path]:
    """Unfinished files."""
    return list(folder.rglob(".tmp-*"))


def whole(folder: Path, states: Iterable[list[tuple[str, int]]]) -> list[tuple[str, int]]:
    """Check that a reader sees one of these states, that no file is faulty, and return the state."""
    found = seen(folder)
    assert found in list(states)
    if manifests.exists(folder):
        _, wrong = reading.check(folder)
        assert [line for line in wrong if "manifest" not in line] == []
    return found
