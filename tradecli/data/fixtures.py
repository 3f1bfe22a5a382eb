"""The fixtures: files in the publishers' formats, each with a `.toml` that says what it is."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tradecli.errors import InvalidData
from tradecli.sources.reading import File, Snapshot

#: What every `.toml` says; those of figures also say when they became known.
_KEYS: dict[str, type] = {
    "format": str,
    "publisher": str,
    "address": str,
    "licence": str,
    "sha256": str,
    "excerpt": bool,
    "obtained": list,
}
_KNOWN: dict[str, type] = {"vintage": date, "vintage_basis": str, "known_by": date}


@dataclass(frozen=True)
class Fixture:
    """One file below `fixtures/`, its description read and its hash verified.

    `path` is written below the folder of fixtures, as the manifest has it.
    """

    path: str
    content: bytes
    about: Mapping[str, Any]

    @property
    def source(self) -> str:
        """The id of the source it belongs to: the first folder."""
        return self.path.split("/", maxsplit=1)[0]

    @property
    def origin(self) -> str:
        """A readable id: source, vintage and file name."""
        return f"{self.source}-{self.about['vintage']}-{Path(self.path).name.partition('.')[0]}"

    @property
    def articles(self) -> list[dict[str, str]]:
        """The articles of a file that gathers several, each an origin of its own."""
        found: list[dict[str, str]] = self.about.get("articles", [])
        return found

    def snapshot(self) -> Snapshot:
        """The file as a source reads it."""
        about = self.about
        file = File(about.get("name", Path(self.path).name), self.content, about["excerpt"])
        return Snapshot(file, self.origin, about["vintage"], about["vintage_basis"], about["known_by"])


def read(path: Path, folder: Path) -> Fixture:
    """Read the fixture at *path* below *folder*.

    Raises:
        InvalidData: Its description is missing or lacks a word, or its content has changed.
    """
    content = path.read_bytes()
    description = path.with_name(path.name + ".toml")
    if not description.exists():
        raise InvalidData(
            "{path}: no description; expected {name} beside it", path=path, name=description.name
        )
    about = tomllib.loads(description.read_text(encoding="utf-8"))
    for key, kind in (_KEYS if path.parent == folder else _KEYS | _KNOWN).items():
        if not isinstance(about.get(key), kind):
            raise InvalidData(
                "{description}: no {key}; expected a {type}",
                description=description,
                key=key,
                type=kind.__name__,
            )
    found = hashlib.sha256(content).hexdigest()
    if found != about["sha256"]:
        raise InvalidData(
            "{path}: the SHA-256 is {found}; its description says {sha256}",
            path=path,
            found=found,
            sha256=about["sha256"],
        )
    return Fixture(path.relative_to(folder).as_posix(), content, about)


def read_all(folder: Path) -> list[Fixture]:
    """Every fixture of observations below *folder*, by path.

    Raises:
        InvalidData: There is none, or one of them cannot be read.
    """
    files = [path for path in folder.glob("*/*/*") if path.suffix != ".toml"]
    if not files:
        raise InvalidData(
            "{folder}: no fixtures; expected <source>/<vintage>/<file> with a .toml beside it", folder=folder
        )
    return [read(path, folder) for path in sorted(files)]
