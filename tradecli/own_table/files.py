"""The files behind the path of an own table: one, a folder of them, a glob, or an address."""

from __future__ import annotations

import glob
import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tradecli.errors import QueryError, SourceError
from tradecli.own_table import archives, bounds, nameless
from tradecli.own_table.legs import Leg
from tradecli.own_table.written import Text
from tradecli.wording import Listed, reason

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
#: Texts by the ends of file names that say less: what they are is seen in them.
TEXTS = {".txt": "csv", ".dat": "csv", ".json": "csv", ".ndjson": "csv", ".jsonl": "csv", ".xml": "csv"}
#: What packed files end in, after or in place of the end of their kind.
PACKED = frozenset({".gz", ".zst", ".zip"})
#: Files that may be more of a table, in a form that is not read.
_UNREAD = {
    *(*PACKED, *archives.UNREAD, ".tab", ".psv", *TEXTS),
    *(".xls", ".xlsx", ".ods", ".orc", ".avro", ".sas7bdat", ".dta"),
}
_WORKBOOKS = frozenset({".xls", ".xlsx", ".ods"})
#: Texts that lie beside tables and are none.
_NOTE = re.compile(r"(read.?me|licen[cs]e|copying|notes?|changelog|sources?|md5|sha)", re.IGNORECASE)
#: Files that are older have no time of their own.
_NO_TIME = 1990
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
#: Files of so many bytes together are read at a time: more would need more memory, fewer more opening.
_BATCH = 4 * 2**20


class File(NamedTuple):
    """A file and what tells it from a later one of its name; of an address only the path is known.

    `touched` is when the system last wrote anything of it: programs that set the time of a file, as copying
    does, do not reach that.
    """

    path: str
    size: int = 0
    changed: int = 0
    touched: int = 0


class Files(NamedTuple):
    """All the files of a table, in the order of their names; `root` is the folder named, if one was.

    `repeated` lists files left out because they are one of the others once more: each with the one read.
    `texts` says how files are written of which their names say something else; `legs` as which plain tables
    they are read, none where they are one.
    """

    files: tuple[File, ...]
    format: str
    root: str = ""
    repeated: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, Text], ...] = ()
    legs: tuple[Leg, ...] = ()

    def text(self, file: File) -> Text | None:
        """How a file is written, where that is not what its name says."""
        return dict(self.texts).get(file.path) if self.texts else None

    @property
    def remote(self) -> bool:
        """Whether they lie behind an address, where nothing is known of them before they are read."""
        return is_address(self.files[0].path)

    @property
    def day(self) -> date | None:
        """The day on which the newest was written; None where that is not known.

        Archives that are the same on every day give their files a time of 1970 or 1980.
        """
        newest = 0 if self.remote else max(file.changed for file in self.files)
        day = datetime.fromtimestamp(newest // 10**9, UTC).date()
        return day if day.year > _NO_TIME else None

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
    """The files that *path* means; one that exists is itself, whatever signs of a pattern its name has.

    A folder means all tables below it; names that begin with a point or an underscore are passed over.
    A file that is another one once more, by a link or byte for byte, is read once.

    Raises:
        QueryError: There is none, they are of several formats, of one that is not read, or a folder
            holds files beside them that look like more of the table.
        SourceError: It is an address, and no connection may be opened.
        InvalidData: A file would spread to more than memory holds.
    """
    if is_address(path):
        if os.environ.get("TRADE_OFFLINE", "").casefold() not in {"", "0", "false", "no", "off", "n", "f"}:
            raise SourceError("{path} is not opened offline", hint="unset TRADE_OFFLINE", path=path)
        named = Path(path.partition("?")[0]).suffix
        return Files((File(path),), _format([path], path) if named else "parquet")
    plain = os.path.expanduser(path)
    if os.path.isdir(plain):
        names, root = _tables(Path(plain)), plain
    elif os.path.exists(plain):
        names, root = [plain], ""
    else:
        names = [name for name in glob.glob(plain, recursive=True) if os.path.isfile(name)]
        root = _fixed(plain)
    if not names:
        raise QueryError(
            "there is no table at {path}",
            hint="--table takes a file, a folder, a glob or an address",
            path=path,
        )
    kind = _format(names, path)
    found = [_file(name) for name in sorted(names)]
    for file in found:
        if kind_of(file.path) in FORMATS:
            bounds.check(file.path, kind, file.changed)
    files, repeated = _once(found)
    return Files(files, kind, root, repeated)


def kind_of(name: str) -> str:
    """The end of a file's name that tells its kind.

    Examples:
        >>> kind_of("C_M_842_202511.txt.gz"), kind_of("EXP_2025.CSV")
        ('.gz', '.csv')
    """
    return Path(name).suffix.lower()


def _form_of(name: str) -> str:
    """The format that a name tells; of a packed file that of what is in it, a text where that is not told."""
    end = kind_of(name)
    if end in PACKED:
        inner = kind_of(Path(name).stem)
        form = FORMATS.get(inner, TEXTS.get(inner, "csv"))
        return form if form in {"csv", "tsv"} else ""
    return FORMATS.get(end, TEXTS.get(end, "csv" if nameless.is_bulk(Path(name).name) else ""))


def _tables(folder: Path) -> list[str]:
    """The tables below a folder.

    Raises:
        QueryError: Other files among them look like more of the same, which a sum would lack.
    """
    tables: list[str] = []
    others: list[Path] = []
    for name in sorted(folder.rglob("*")):
        if any(part.startswith((".", "_")) for part in name.relative_to(folder).parts) or name.is_dir():
            continue
        if _NOTE.match(name.name) and name.suffix.lower() not in FORMATS:
            continue
        if name.suffix.lower() in FORMATS or (
            name.suffix.lower() in PACKED and kind_of(name.stem) in FORMATS
        ):
            tables.append(str(name))
        elif name.suffix.lower() in _UNREAD or nameless.is_bulk(name.name):
            others.append(name)
    if not tables and all(_form_of(name.name) for name in others):
        return [str(name) for name in others]
    if tables and others:
        raise QueryError(
            "{folder} holds {other}, which is not read and may be more of the table",
            hint="name the files that are to be read: '{folder}/*{suffix}'",
            folder=folder,
            other=others[0].relative_to(folder),
            suffix=Path(tables[0]).suffix,
        )
    return tables


def _once(files: Sequence[File]) -> tuple[tuple[File, ...], tuple[tuple[str, str], ...]]:
    """Each content once, and the files that repeat one."""
    sizes = Counter(file.size for file in files)
    kept: dict[object, File] = {}
    repeated = []
    for file in files:
        folder = os.path.dirname(file.path)
        # Folders that name columns tell equal files apart.
        place = folder if "=" in os.path.basename(folder) else ""
        key: object = (_digest(file), place) if sizes[file.size] > 1 else file.path
        if key in kept:
            repeated.append((file.path, kept[key].path))
        else:
            kept[key] = file
    return tuple(kept.values()), tuple(repeated)


@lru_cache(maxsize=10_000)
def _digest(file: File) -> str:
    """The SHA-256 of what is in a file."""
    try:
        with open(file.path, "rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise QueryError("cannot read {path}: {error}", path=file.path, error=reason(error)) from None


def batches(files: Sequence[File], size: int = _BATCH) -> Iterable[list[File]]:
    """The files in runs of so many bytes, large enough to be worth opening and small enough for memory."""
    run: list[File] = []
    for file in files:
        run.append(file)
        if sum(each.size for each in run) >= size:
            yield run
            run = []
    if run:
        yield run


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
        raise QueryError("cannot read {name}: {error}", name=name, error=reason(error)) from None
    return File(name, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


def _format(names: Sequence[str], path: str) -> str:
    # What follows a question mark is no part of a name in an address.
    plain = [name.partition("?")[0] if is_address(name) else name for name in names]
    for name in plain:
        archives.refuse(name)
    formats = {_form_of(name) for name in plain}
    if formats == {""} and {kind_of(name) for name in plain} <= _WORKBOOKS:
        raise QueryError(
            "{path} is a workbook, and no table of records is read from one",
            hint="save its sheet as CSV; a file of an official source is kept whole: trade store add {path}",
            path=path,
        )
    if formats == {""} or not formats:
        raise QueryError(
            "{path}: its name does not tell the format",
            hint="names end in {formats}",
            path=path,
            formats=Listed((*FORMATS, *TEXTS, *(f"{form}.gz" for form in (".csv", ".txt")))),
        )
    if len(formats) > 1:
        raise QueryError(
            "{path} holds files of several formats",
            hint="name those of one format: 'records/*.parquet'",
            path=path,
        )
    return formats.pop()
