"""The files that figures can be read from: each with its SHA-256, and whether it is whole."""

from __future__ import annotations

from tradecli import published
from tradecli.sources import SOURCES


def available() -> dict[str, str]:
    """The SHA-256 of every file that is there to answer from, by its id.

    Raises:
        StoreError: The store's manifest cannot be read.
    """
    embedded = {
        origin: str(about.get("sha256", ""))
        for source in SOURCES
        for origin, about in published.embedded_origins(published.EMBEDDED, source).items()
    }
    folder = published.store_folder()
    if folder is None:
        return embedded
    from tradecli.store import manifest

    return embedded | {entry.id: entry.sha256 for entry in manifest.current(folder).entries}


def damage(origin: str) -> str:
    """What is wrong with a stored file; empty where nothing is, and of an embedded one."""
    folder = published.store_folder()
    if folder is None:
        return ""
    from tradecli.store import manifest, reading

    entries = [entry for entry in manifest.current(folder).entries if entry.id == origin]
    return next((said for entry in entries for said in reading.damages(folder, entry)), "")
