"""The manifest: what belongs to the store, each file with its SHA-256. The last file of every write."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tradecli import files, pinned
from tradecli.errors import StoreError
from tradecli.wording import Listed, Wording, reason

NAME = "manifest.json"
#: Written after the manifest: where one of the two is damaged, the other has everything.
COPY = "manifest.copy.json"
SCHEMA = 1
_HEAD = '{"schema": %d, "sha256": "%s", "manifest":\n'
_TAIL = "}\n"
_MEND = "`trade store verify --repair` makes its manifest anew from its tables"


#: How the files that the store makes are named.
_MADE = re.compile(
    r"(observations|withdrawals)/source=([a-z0-9_]+)/vintage=(\d{4}-\d\d-\d\d)/\2-\3-.+-[0-9a-f]{8}\.parquet"
    r"|raw/[0-9a-f]{64}\.gz"
)


class OtherForm(StoreError):
    """A manifest that another version of the program wrote: nothing is changed beside it."""


class Entry(NamedTuple):
    """One file of a publisher: where it came from, where it is kept, what it covers.

    `id` is the origin in the table of observations, `name` the source's request (see
    `sources.request`), `sha256` that of the file as it came, `stored` and `withdrawn` the
    tables made of it. `partners` is empty where there are many. `editions` as in `sources.reading.Reading`.
    """

    id: str
    source: str
    name: str
    address: str
    retrieved: str
    sha256: str
    bytes: int
    media: str
    etag: str
    last_modified: str
    vintage: str
    vintage_basis: str
    known_by: str
    publisher: str
    licence: str
    rows: int = 0
    newest_month: str = ""
    reporters: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    classifications: tuple[str, ...] = ()
    stored: str = ""
    stored_sha256: str = ""
    withdrawn: str = ""
    withdrawn_sha256: str = ""
    note: str = ""
    editions: tuple[str, ...] = ()

    @property
    def raw(self) -> str:
        """Where the file is kept as it came."""
        return f"raw/{self.sha256}.gz"


class Manifest(NamedTuple):
    """Everything in the store, in the order in which it was added."""

    entries: tuple[Entry, ...] = ()

    def of(self, source: str = "", name: str = "") -> list[Entry]:
        """All entries, those of a source, or of one of its files; the newest last."""
        return [entry for entry in self.entries if source in {"", entry.source} and name in {"", entry.name}]

    def newest(self, source: str, name: str) -> Entry | None:
        """The newest vintage of a file; of one day the one added last."""
        found = sorted(self.of(source, name), key=lambda entry: entry.vintage)
        return found[-1] if found else None


def path(folder: Path) -> Path:
    """Where the manifest of the store in *folder* is."""
    return folder / NAME


def exists(folder: Path) -> bool:
    """Whether there is a store in *folder*."""
    return os.path.lexists(folder / NAME) or os.path.lexists(folder / COPY)


def lost(folder: Path) -> bool:
    """Whether there are tables in *folder* and no manifest: both are lost, or the first write did not end."""
    return not exists(folder) and any(made(folder, "observations"))


def made(folder: Path, *parts: str) -> Iterator[Path]:
    """The files below some folders of a store that it can have made, by their names.

    These are tables under their Hive path, and raw files under their own SHA-256.
    """
    for part in parts:
        for path in files.below(folder / part):
            if _MADE.fullmatch(path.relative_to(folder).as_posix()):
                yield path


def printed(manifest: Manifest) -> bytes:
    """The bytes of a manifest: JSON whose first line holds the SHA-256 of the rest.

    Examples:
        >>> parsed(printed(Manifest())).entries
        ()
    """
    # One line an entry: as easy to compare as indented JSON, and twenty times as fast to write.
    lines = ",\n".join(json.dumps(entry._asdict(), ensure_ascii=False) for entry in manifest.entries)
    body = f'{{"origins": [\n{lines}\n]}}\n'
    digest = hashlib.sha256(body.encode()).hexdigest()
    return (_HEAD % (SCHEMA, digest) + body + _TAIL).encode()


def parsed(content: bytes) -> Manifest:
    """Read the bytes of a manifest.

    Raises:
        OtherForm: Written by another version of the program.
        StoreError: Damaged in any byte.
    """
    head, _, rest = content.partition(b"\n")
    body = rest.removesuffix(_TAIL.encode())
    digest = hashlib.sha256(body).hexdigest()
    if head + b"\n" != (_HEAD % (SCHEMA, digest)).encode() or not rest.endswith(_TAIL.encode()):
        raise _why(head)
    try:
        body_json: dict[str, Any] = json.loads(body)
        return Manifest(tuple(entry(fields) for fields in body_json["origins"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise OtherForm("is of another version of this program") from None


def _why(head: bytes) -> StoreError:
    try:
        first = json.loads(head.removesuffix(b', "manifest":') + b"}")
        if first["schema"] != SCHEMA:
            return OtherForm(
                "has the layout {schema}; this program knows {known}", schema=first["schema"], known=SCHEMA
            )
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    return StoreError("is damaged")


def entry(fields: dict[str, Any]) -> Entry:
    """An entry from the fields that JSON holds of it."""
    lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list)}
    return Entry(**{**fields, **lists})


def current(folder: Path) -> Manifest:
    """The manifest of a store that may not be there yet.

    Raises:
        StoreError: It is there and cannot be read.
    """
    return read(folder)[0]


def _pinned(manifest: Manifest) -> Manifest:
    """The entries from which a question may be answered: all of them, unless a receipt is answered again."""
    return Manifest(tuple(entry for entry in manifest.entries if pinned.lets_through(entry.id)))


def read(folder: Path) -> tuple[Manifest, list[str]]:
    """The manifest, from its copy where it is damaged, and what was wrong.

    Raises:
        OtherForm: Another version of the program wrote them.
        StoreError: Neither can be read.
    """
    if not exists(folder):
        mend = Wording("{folder} has lost its manifests; {mend}", folder=folder, mend=Wording(_MEND))
        return Manifest(), [mend] if lost(folder) else []
    kind, wrong = StoreError, list[str]()
    hint = _MEND
    for name in (NAME, COPY):
        try:
            return _pinned(parsed((folder / name).read_bytes())), wrong
        except FileNotFoundError:
            wrong.append(Wording("{path} is missing", path=folder / name))
        except OSError as error:
            wrong.append(Wording("{path}: {error}", path=folder / name, error=reason(error)))
        except StoreError as error:
            wrong.append(Wording("{path} {error}", path=folder / name, error=error))
            if isinstance(error, OtherForm):
                kind, hint = OtherForm, "use the version of trade that wrote it; nothing was changed"
    raise kind("the store cannot be read: {wrong}", hint=hint, wrong=Listed(wrong, ";"))
