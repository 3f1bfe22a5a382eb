"""Archives that hold one file of records: what is in a `.zip`; of other kinds what unpacks them."""

from __future__ import annotations

import os
import re
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import IO

from tradecli.errors import InvalidData, QueryError
from tradecli.wording import Listed, Wording

#: Kinds of archives that are not read, and what unpacks each.
UNREAD = {
    ".7z": "7z x",
    ".rar": "unrar x",
    ".tar": "tar -xf",
    ".tgz": "tar -xf",
    ".bz2": "bunzip2 -k",
    ".xz": "unxz -k",
    ".z": "uncompress",
}
#: Texts that lie beside records and are none: what they mean, the Census Bureau's codes and sums.
_BESIDE = re.compile(
    r"(__macosx/.*|.*/)?((read.?me|licen[cs]e|notes?|changelog|metadata|about|legal|.*layout|.*dictionary)\b.*|"
    r"\..*|.*\.(pdf|docx?|html?|md|rtf|png|jpe?g|gif|xsd|xsl)|"
    r"(concord|country|district|enduse|hitech|hsdesc|naics|sitc|(imp|exp)_(comm|cty|dist|de|du))\.txt)",
    re.IGNORECASE,
)
#: What is read from a disk only.
_NO_TEXT = frozenset({".parquet", ".pq", ".arrow", ".ipc", ".feather", ".zip", ".gz", ".zst", *UNREAD})
_WORKBOOK = "[Content_Types].xml"
_NAMED = 5


def refuse(path: str) -> None:
    """Refuse an archive that is not read, by its name.

    Raises:
        QueryError: It is one; the hint unpacks it.
    """
    ends = [end.lower() for end in Path(path).suffixes[-2:]]
    kind = next((end for end in reversed(ends) if end in UNREAD), "")
    if kind:
        raise QueryError(
            "{path} is an archive of a kind that is not read ({kind})",
            hint="unpack it first: {command} {path}",
            path=path,
            kind=kind,
            command=UNREAD[kind],
        )


def member(path: str) -> str:
    """The name of the one file of records in a `.zip`.

    Raises:
        InvalidData: It holds none or several, or what it holds is encrypted; or it is no archive.
    """
    state = os.stat(path)
    return _member(path, (state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns))


@lru_cache(maxsize=1_000)
def _member(path: str, state: tuple[int, ...]) -> str:
    """The same of an archive in some state; one that was not changed is not looked at again."""
    try:
        with zipfile.ZipFile(path) as archive:
            every = [each for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InvalidData(
            "{path} cannot be unpacked: {error}",
            hint="download it again, or unpack it first",
            path=path,
            error=error,
        ) from None
    if any(each.filename == _WORKBOOK for each in every):
        raise InvalidData(
            "{path} is a workbook, and no table of records is read from one",
            hint="save its sheet as CSV",
            path=path,
        )
    found = [each for each in every if not _BESIDE.fullmatch(each.filename)]
    if len(found) != 1:
        raise InvalidData(
            "{path} holds {names}, and one file of records is read from an archive",
            hint="unpack it, and name the folder: unzip {path} -d records",
            path=path,
            names=Listed([each.filename for each in found[:_NAMED]], "and") if found else Wording("nothing"),
        )
    if found[0].flag_bits & 1 or Path(found[0].filename).suffix.lower() in _NO_TEXT:
        raise InvalidData(
            "{path} holds {name}, which is encrypted or no text",
            hint="unpack it first: unzip {path}",
            path=path,
            name=found[0].filename,
        )
    return found[0].filename


def told(path: str) -> str:
    """What the names of a file say, which may tell a flow: of an archive its own and that within."""
    if Path(path).suffix.lower() != ".zip":
        return path
    return f"{Path(path).stem} {Path(member(path)).name}"


def opened(path: str) -> IO[bytes]:
    """The one file of records in a `.zip`, as bytes to be read in order.

    Raises:
        InvalidData: See `member`.
    """
    return zipfile.ZipFile(path).open(member(path))
