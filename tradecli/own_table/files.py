"""The files behind the path of an own table: one, a folder of them, a glob, or an address."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from tradecli.errors import QueryError

#: Formats by the ends of file names.
FORMATS = {
    ".parquet": "parquet",
    ".pq": "parquet",
    ".csv": "csv",
    ".tsv": "tsv",
    ".arrow": "arrow",
    ".ipc": "arrow",
    ".feather": "arrow",
}
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
#: Files of so many bytes together are read at a time: more would need more memory, fewer more opening.
_BATCH = 4 * 2**20


class File(NamedTuple):
    """A file and what tells it from a later one of its name; of an address only the path is known."""

    path: str
    size: int = 0
    changed: int = 0


class Files(NamedTuple):
    """All the files of a table, in the order of their names; `root` is the folder named, if one was."""

    files: tuple[File, ...]
    format: str
    root: str = ""

    @property
    def remote(self) -> bool:
        """Whether they lie behind an address, where nothing is known of them before they are read."""
        return is_address(self.files[0].path)

    @property
    def day(self) -> date | None:
        """The day on which the newest was written; None where that is not known."""
        if self.remote:
            return None
        newest = max(file.changed for file in self.files)
        return datetime.fromtimestamp(newest // 10**9, UTC).date()

    @property
    def partitioned(self) -> bool:
        """Whether folders name columns, as in `year=2025/month=11/part.parquet`."""
        return any("=" in Path(file.path).parent.name for file in self.files)


def is_address(path: str) -> bool:
    """Whether a path is an address of an object store or a server.

    Examples:
        >>> is_address("s3://bucket/records/*.parquet"), is_address("records/")
        (True, False)
    """
    return bool(_ADDRESS.match(path))


def available(path: str) -> Files:
    """The files that *path* means.

    A folder means all tables below it; names that begin with a point or an underscore are passed over.

    Raises:
        QueryError: There is none, they are of several formats, or of one that is not read.
    """
    if is_address(path):
        named = Path(path.partition("?")[0]).suffix
        return Files((File(path),), _format([path], path) if named else "parquet")
    plain = os.path.expanduser(path)
    if os.path.isdir(plain):
        names = [str(name) for name in Path(plain).rglob("*") if _is_table(name, Path(plain))]
        root = plain
    elif os.path.exists(plain):
        names, root = [plain], ""
    else:
        names = [name for name in glob.glob(plain, recursive=True) if os.path.isfile(name)]
        root = _fixed(plain)
    if not names:
        raise QueryError(
            f"there is no table at {path}", hint="--table takes a file, a folder, a glob or an address"
        )
    return Files(tuple(_file(name) for name in sorted(names)), _format(names, path), root)


def batches(files: Sequence[File]) -> Iterable[list[File]]:
    """The files in runs that are large enough to be worth opening and small enough for memory."""
    run: list[File] = []
    for file in files:
        run.append(file)
        if sum(each.size for each in run) >= _BATCH:
            yield run
            run = []
    if run:
        yield run


def _is_table(name: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "_")) for part in name.relative_to(folder).parts)
    return not hidden and name.suffix.lower() in FORMATS and name.is_file()


def _fixed(pattern: str) -> str:
    """The folder above the first part of a glob that holds a sign of it."""
    fixed = Path(pattern)
    while glob.has_magic(str(fixed)):
        fixed = fixed.parent
    return str(fixed)


def _file(name: str) -> File:
    try:
        state = os.stat(name)
    except OSError as error:
        raise QueryError(f"cannot read {name}: {error.strerror}") from None
    return File(name, state.st_size, state.st_mtime_ns)


def _format(names: Sequence[str], path: str) -> str:
    formats = {FORMATS.get(Path(name.partition("?")[0]).suffix.lower(), "") for name in names}
    if formats == {""} or not formats:
        raise QueryError(
            f"{path}: its name does not tell the format", hint=f"names end in {', '.join(FORMATS)}"
        )
    if len(formats) > 1:
        raise QueryError(
            f"{path} holds files of several formats", hint="name those of one format: 'records/*.parquet'"
        )
    return formats.pop()
