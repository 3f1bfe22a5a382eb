"""Figures into the store: raw file, table, manifest, in this order, under one lock."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import polars as pl

from tradecli import files
from tradecli.errors import StoreError
from tradecli.schema import KEY
from tradecli.store import manifest as manifests
from tradecli.store import reading, rebuilding
from tradecli.store.manifest import Entry, Manifest

#: Small enough that reading one pair of partners skips most of a file.
ROW_GROUP = 8_000
#: Refused files that are kept, the newest ones.
_KEPT = 50


#: Where the store writes; what else lies in the folder is not its own.
PARTS = ("observations", "withdrawals", "raw", reading.QUARANTINE)


class Addition(NamedTuple):
    """A file that was accepted: what the manifest will say of it, and the bytes to keep."""

    entry: Entry
    raw: bytes
    observations: bytes
    withdrawals: bytes = b""


def addition(entry: Entry, raw: bytes, rows: pl.DataFrame, withdrawn: pl.DataFrame) -> Addition:
    """Make the tables of an accepted file and complete its entry."""
    back = parquet(withdrawn.sort(KEY)) if withdrawn.height else b""
    where = f"source={entry.source}/vintage={entry.vintage}/{entry.id}.parquet"
    complete = rebuilding.covering(entry, rows)._replace(
        stored=f"observations/{where}",
        withdrawn=f"withdrawals/{where}" if back else "",
        withdrawn_sha256=hashlib.sha256(back).hexdigest() if back else "",
    )
    ordered = rows.sort(KEY)
    table = parquet(ordered, rebuilding.about(complete, ordered))
    return Addition(complete._replace(stored_sha256=hashlib.sha256(table).hexdigest()), raw, table, back)


def parquet(rows: pl.DataFrame, about: dict[str, str] | None = None) -> bytes:
    """A table as it is stored, with what it says about itself."""
    buffer = io.BytesIO()
    rows.write_parquet(buffer, compression="zstd", statistics=True, row_group_size=ROW_GROUP, metadata=about)
    return buffer.getvalue()


def origin(source: str, vintage: str, name: str, sha256: str) -> str:
    """The id of a file: readable, fit for a file name, and another one for other bytes.

    Examples:
        >>> origin("mof", "2026-11-09", "u2010ex.csv", "1a9d7505ec51")
        'mof-2026-11-09-u2010ex-1a9d7505'
    """
    return f"{source}-{vintage}-{name.rpartition('.')[0] or name}-{sha256[:8]}"


def commit(
    folder: Path,
    additions: Sequence[Addition],
    *,
    drop: Collection[str] = (),
    patience: float = files.PATIENCE,
) -> Manifest:
    """Add files to the store: all of them become visible at once, when the manifest is replaced.

    Args:
        folder: The store.
        additions: What to add, oldest first. A file whose bytes are already the newest is left out.
        drop: Ids of entries to take out; their files are left where they are. One that is also among the
            additions is made anew in its place: of two vintages of one day the later stays the later.
        patience: Seconds to wait for another writer.

    Raises:
        StoreError: Another process writes, or the disk is full or cannot be written.
    """
    with files.locked(folder, patience=patience):
        files.remove_unfinished(folder, alone=True)
        for part in PARTS:
            files.remove_unfinished(folder / part)
        before = _manifest(folder)
        kept = [entry for entry in before.entries if entry.id not in drop]
        manifest = _in_place(_put(folder, Manifest(tuple(kept)), additions, drop), before, drop)
        if drop or manifest != before or not _whole(folder):
            _replace(folder, manifest)
        return manifest


def _in_place(manifest: Manifest, before: Manifest, again: Collection[str]) -> Manifest:
    """The manifest, with the entries that were made anew where they were before."""
    if not again:
        return manifest
    places = {entry.id: place for place, entry in enumerate(before.entries)}
    return Manifest(tuple(sorted(manifest.entries, key=lambda entry: places.get(entry.id, len(places)))))


def _put(
    folder: Path, manifest: Manifest, additions: Sequence[Addition], again: Collection[str] = ()
) -> Manifest:
    """Write the files of all additions; on a full disk give back the room of those written for nothing."""
    made: list[Path] = []
    try:
        for new in additions:
            last = manifest.newest(new.entry.source, new.entry.name)
            if last and last.sha256 == new.entry.sha256 and new.entry.id not in again:
                continue
            for path, content in _files(folder, new).items():
                if not path.exists():
                    made.append(path)
                files.write(path, content)
            others = [entry for entry in manifest.entries if entry.id != new.entry.id]
            manifest = Manifest((*others, new.entry))
    except BaseException:
        for path in made:
            with suppress(OSError):
                path.unlink()
        raise
    return manifest


def _files(folder: Path, new: Addition) -> dict[Path, bytes]:
    """What an addition keeps, and where; the raw reply only where it is not kept already."""
    raw = folder / new.entry.raw
    files = {} if raw.exists() else {raw: gzip.compress(new.raw, mtime=0)}
    files[folder / new.entry.stored] = new.observations
    if new.withdrawals:
        files[folder / new.entry.withdrawn] = new.withdrawals
    return files


def _manifest(folder: Path) -> Manifest:
    """What the store holds, for one who will write it: of a damaged manifest the copy is taken.

    Without any, the tables say it.
    """
    if manifests.lost(folder):
        return Manifest(tuple(rebuilding.entries(folder)[0]))
    found, wrong = manifests.read(folder)
    if any("damaged" in line or "layout" in line for line in wrong):
        reading.quarantined(folder, manifests.path(folder))
    return found


def rebuild(folder: Path, *, patience: float = files.PATIENCE) -> tuple[Manifest, list[str]]:
    """Make the manifest anew from the tables, where it cannot be read; and say what was wrong.

    No table is touched; damaged manifests go to the quarantine.

    Raises:
        OtherForm: Another version of the program wrote the manifest.
        StoreError: Another process writes, or the store cannot be written.
    """
    with files.locked(folder, patience=patience):
        try:
            found, wrong = manifests.read(folder)
            if not manifests.lost(folder):
                return found, wrong
        except manifests.OtherForm:
            raise
        except StoreError as error:
            wrong = [error.what]
        entries, lost = rebuilding.entries(folder)
        for name in (manifests.NAME, manifests.COPY):
            if (folder / name).exists():
                reading.quarantined(folder, folder / name)
        manifest = Manifest(tuple(entries))
        _replace(folder, manifest)
        return manifest, [*wrong, *lost]


def _whole(folder: Path) -> bool:
    return all((folder / name).exists() for name in (manifests.NAME, manifests.COPY))


def _replace(folder: Path, manifest: Manifest) -> None:
    content = manifests.printed(manifest)
    files.write(folder / manifests.NAME, content)
    files.write(folder / manifests.COPY, content)


def refuse(folder: Path, content: bytes, about: dict[str, str]) -> Path | None:
    """Keep a refused file beside its reason; None where that cannot be done, which is no reason to fail.

    Args:
        folder: The store.
        content: The file as it came.
        about: Source, name, address without any key, day and reason.
    """
    digest = hashlib.sha256(content).hexdigest()
    place = folder / reading.QUARANTINE / f"refused-{about['source']}-{about['name']}-{digest[:8]}.gz"
    reason = json.dumps({**about, "sha256": digest}, ensure_ascii=False, indent=1)
    try:
        files.write(place, gzip.compress(content, mtime=0))
        files.write(place.with_suffix(".json"), reason.encode())
        _forget(place.parent)
    except (StoreError, OSError):
        return None
    return place


def _forget(quarantine: Path) -> None:
    """Keep the newest refused files only: a source that is wrong every day must not fill the disk."""
    found = sorted(quarantine.glob("refused-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in found[2 * _KEPT :]:
        with suppress(OSError):
            path.unlink()


def prune(folder: Path, ids: Collection[str], *, patience: float = files.PATIENCE) -> int:
    """Take entries out of the manifest, then remove every file that no entry names; how many files went.

    Raises:
        StoreError: Another process writes, or the store cannot be written.
    """
    manifest = commit(folder, [], drop=ids, patience=patience)
    with files.locked(folder, patience=patience):
        manifest = _manifest(folder)
        gone = reading.unreferenced(folder, manifest)
        for path in gone:
            files.remove(path)
    return len(gone)
