"""Figures out of the store: only files whose SHA-256 is that of the manifest are ever read."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import polars as pl

from tradecli import files, messages
from tradecli.schema import KEY, OBSERVATIONS
from tradecli.store import manifest as manifests
from tradecli.store.manifest import Entry, Manifest
from tradecli.wording import Wording

QUARANTINE = "quarantine"
#: What a withdrawal says: the key of the figure taken back; its vintage is the day it was.
WITHDRAWN = {"source": pl.String(), **{name: OBSERVATIONS[name] for name in KEY}}


class Stored(NamedTuple):
    """What the store has: the entries read, their rows, what was taken back, and what could not be read.

    `rows` come in the order in which their files were added.
    """

    entries: tuple[Entry, ...]
    rows: pl.DataFrame
    withdrawn: pl.DataFrame
    troubles: tuple[str, ...]


class Damaged(Exception):
    """A file of the store that is missing, cannot be read or is not what the manifest says."""


def rows(
    folder: Path,
    source: str,
    wanted: pl.Expr,
    *,
    reporter: str = "",
    partners: Collection[str] = (),
    classification: str = "",
) -> Stored:
    """The rows of a source that are *wanted*, of every vintage.

    Files that the manifest says cannot hold any (another reporter, classification or partner) are not opened.

    Raises:
        StoreError: Neither the manifest nor its copy can be read.
    """
    manifest, troubles = manifests.read(folder)
    entries = [
        entry
        for entry in manifest.of(source)
        if (not reporter or reporter in entry.reporters)
        and (not classification or classification in entry.classifications)
        and (not partners or not entry.partners or not set(partners).isdisjoint(entry.partners))
    ]
    return read(folder, entries, wanted, troubles)


def read(folder: Path, entries: Sequence[Entry], wanted: pl.Expr, troubles: Sequence[str] = ()) -> Stored:
    """The wanted rows of some entries; a damaged file goes to the quarantine and is named."""
    found: list[pl.DataFrame] = []
    withdrawn, opened = [], []
    wrong = list(troubles)
    for entry in entries:
        try:
            rows = table(folder, entry.stored, entry.stored_sha256).lazy().filter(wanted).collect()
            back = taken_back(folder, entry).lazy().filter(wanted).collect() if entry.withdrawn else None
        except Damaged as error:
            wrong.append(error.args[0])
            continue
        opened.append(entry)
        messages.debug(Wording("{path}: {count} rows read", path=folder / entry.stored, count=rows.height))
        if back is not None:
            # What was published and taken back on one day is settled here, where the order is known.
            found = [earlier.join(back, on=back.columns, how="anti") for earlier in found]
            withdrawn.append(back)
        found.append(rows)
    return Stored(
        tuple(opened),
        pl.concat(found) if found else pl.DataFrame(schema=OBSERVATIONS),
        pl.concat(withdrawn) if withdrawn else pl.DataFrame(schema=WITHDRAWN),
        tuple(wrong),
    )


def taken_back(folder: Path, entry: Entry) -> pl.DataFrame:
    """The keys of the figures that came with earlier vintages of a file and are no longer in it."""
    return table(folder, entry.withdrawn, entry.withdrawn_sha256)


def table(folder: Path, place: str, sha256: str) -> pl.DataFrame:
    """One table of the store, whole and verified.

    Raises:
        Damaged: It is not what the manifest says; it has been moved to the quarantine.
    """
    return pl.read_parquet(io.BytesIO(verified(folder, place, sha256)), hive_partitioning=False)


# Files are never changed once they stand, and a changed one has another hash: asking again in one
# process, for the world and then a partner, need not read again.
@lru_cache(maxsize=64)
def verified(folder: Path, place: str, sha256: str) -> bytes:
    """The bytes of a file, if they are those of the manifest.

    Raises:
        Damaged: They are not, or there are none.
    """
    path = folder / place
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Damaged(f"{path}: {error.strerror}") from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise quarantined(folder, path)
    return content


def raw(folder: Path, entry: Entry) -> bytes:
    """A file as its publisher sent it.

    Raises:
        Damaged: It is not what the manifest says, or gone.
    """
    path = folder / entry.raw
    try:
        content = gzip.decompress(path.read_bytes())
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise quarantined(folder, path) from None
    except OSError as error:
        raise Damaged(f"{path}: {error.strerror}") from None
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise quarantined(folder, path)
    return content


def whole(folder: Path, entry: Entry) -> bool:
    """Whether all files of an entry are there and what the manifest says."""
    return not any(_damages(folder, entry))


def damages(folder: Path, entry: Entry) -> list[str]:
    """What is wrong with the files of an entry, each read anew."""
    verified.cache_clear()
    return [str(damage.args[0]) for damage in _damages(folder, entry)]


def tables_whole(folder: Path, entry: Entry) -> bool:
    """Whether the tables of an entry are, whatever its raw file is."""
    return not any(_damages(folder, entry, with_raw=False))


def _damages(folder: Path, entry: Entry, *, with_raw: bool = True) -> Iterator[Damaged]:
    """What is wrong with the tables of an entry and with its raw file."""
    checks = [partial(verified, folder, entry.stored, entry.stored_sha256)]
    if entry.withdrawn:
        checks.append(partial(verified, folder, entry.withdrawn, entry.withdrawn_sha256))
    if with_raw:
        checks.append(partial(raw, folder, entry))
    for check in checks:
        try:
            check()
        except Damaged as error:
            yield error


def quarantined(folder: Path, path: Path) -> Damaged:
    """The error for a damaged file, which is moved to the quarantine; whoever only reads may not move it."""
    files.move(path, folder / QUARANTINE / f"damaged-{path.name}")
    return Damaged(Wording("{path} is damaged; it was moved to the quarantine and is not used", path=path))


def check(folder: Path) -> tuple[Manifest, list[str]]:
    """Verify every file of the store; what is wrong, one line each.

    Raises:
        StoreError: Neither the manifest nor its copy can be read.
    """
    manifest, wrong = manifests.read(folder)
    verified.cache_clear()
    wrong += [damage.args[0] for entry in manifest.entries for damage in _damages(folder, entry)]
    return manifest, wrong


def unreferenced(folder: Path, manifest: Manifest) -> list[Path]:
    """Files of the store that no manifest names: what a writer left that was killed.

    Only what the store can have made, by its name.
    """
    named = {place for entry in manifest.entries for place in (entry.stored, entry.withdrawn, entry.raw)}
    made = manifests.made(folder, "observations", "withdrawals", "raw")
    return sorted(path for path in made if path.relative_to(folder).as_posix() not in named)
