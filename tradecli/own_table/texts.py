"""How a text file is written, seen from its beginning: packed, encoded, separated, under titles."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tradecli.errors import InvalidData
from tradecli.own_table import archives, encodings, layouts, nameless
from tradecli.own_table.checks import LAST_HEADER, SEPARATORS
from tradecli.own_table.copies import UNPACKING, broken, unpacked
from tradecli.own_table.files import File
from tradecli.own_table.written import Text
from tradecli.wording import Listed

#: How packed files end, and how they begin.
PACKED = {".gz": "gzip", ".zst": "zstd"}
_BEGINS = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"PK\x03\x04": "zip"}
#: So many bytes are looked at; a file up to the second is looked at whole for signs of another encoding.
_HEAD, _WHOLE = 2**18, 2**26
#: What a reply says where it has a next page.
_MORE = b'"@odata.nextLink"'
#: What is looked for where nothing is said of the columns.
_USUAL = frozenset({"period", "partner", "flow", "value"})


class Said(NamedTuple):
    """What a mapping says of texts; what it leaves open is seen.

    `names` are columns that the line of names has; it is the first line with all of them or those of a
    layout, else the first.
    """

    encoding: str = ""
    separator: str = ""
    header: int = 0
    names: frozenset[str] = frozenset()


@lru_cache(maxsize=10_000)
def look(file: File, separator: str, said: Said) -> Text:
    """Look at a text file.

    Args:
        file: It.
        separator: What its name says is between columns.
        said: What is known of it already.

    Raises:
        InvalidData: Nobody can say in which encoding it is, or no line has the columns that were named.
    """
    head, packed, whole = _head(file.path)
    start = b"".join(head[:200].split()).removeprefix(b"\xef\xbb\xbf")[:2]
    encoding = said.encoding or _encoding(file, head, packed=packed, whole=whole)
    if _is_reply(file.path, start):
        return Text(packed, "xml" if start[:1] == b"<" else "json", encoding, more=_MORE in head)
    lines = head.decode(encoding, errors="ignore").removeprefix("\ufeff").splitlines()[: LAST_HEADER + 5]
    if form := nameless.recognise(lines, archives.told(file.path)):
        return Text(packed, form, encoding)
    sign, skipped = _layout(lines, separator, said)
    extra = _extra(lines[skipped:], sign)
    return Text(packed, "table", encoding, sign, skipped, extra)


def first_lines(file: File, text: Text) -> list[str]:
    """The first lines of a text, among which that of the names is looked for."""
    head, _, _ = _head(file.path)
    return head.decode(text.encoding, errors="ignore").removeprefix("\ufeff").splitlines()[:LAST_HEADER]


def _is_reply(path: str, start: bytes) -> bool:
    """Whether a text is JSON or XML: by its first signs, for names may say otherwise."""
    name = Path(path).name.casefold()
    named = any(end in name for end in (".json", ".ndjson", ".jsonl", ".xml"))
    return start[:1] in {b"[", b"{", b"<"} and (named or start[:2] in {b"[[", b"[{", b'{"', b"<?"})


def _head(path: str) -> tuple[bytes, str, bool]:
    """The first bytes of what is in a file, how it is packed, and whether they are all."""
    with open(path, "rb") as content:
        begin = content.read(4)
    packed = next((name for sign, name in _BEGINS.items() if begin.startswith(sign)), "")
    try:
        with unpacked(path, packed) as content:
            head = content.read(_HEAD)
    except UNPACKING as error:
        raise broken(path, error) from None
    return head, packed, len(head) < _HEAD


def _encoding(file: File, head: bytes, *, packed: str, whole: bool) -> str:
    if not packed and not whole and file.size <= _WHOLE:
        head, whole = Path(file.path).read_bytes(), True
    found = encodings.encoding_of(head, whole=whole)
    if found is None:
        raise InvalidData(
            "{path}: its text is not UTF-8, and it is not certain in which encoding it is",
            hint="say it: --columns ...,encoding={names}",
            path=file.path,
            names=Listed(encodings.offered(head[:_HEAD]) or ("latin-1",), "or"),
        )
    return found


def _layout(lines: Sequence[str], separator: str, said: Said) -> tuple[str, int]:
    """The sign between columns, and how many lines stand above the names."""
    wanted = {name.casefold() for name in said.names} or _USUAL
    signs = (
        [said.separator]
        if said.separator
        else [separator, *(s for s in SEPARATORS.values() if s != separator)]
    )
    if said.header:
        at = said.header - 1
        line = lines[at] if at < len(lines) else ""
        return max(signs, key=lambda sign: (line.count(sign), sign == signs[0])), at
    for at, line in enumerate(lines[:LAST_HEADER]):
        for sign in signs:
            cells = cells_of(line, sign)
            if wanted <= {cell.casefold() for cell in cells} or layouts.recognise(cells):
                return sign, at
    first = lines[0] if lines else ""
    if said.separator or separator in first:
        return signs[0], 0
    return max(signs, key=lambda sign: (first.count(sign), sign == separator)), 0


def cells_of(line: str, separator: str) -> list[str]:
    """The cells of a line, without blanks around them."""
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=separator), [])]
    except csv.Error:
        return []


def _extra(lines: Sequence[str], separator: str) -> int:
    """How many empty cells rows have beyond the names; 0 where not all have as many."""
    names, *rows = [cells_of(line, separator) for line in lines[:LAST_HEADER]] or [[]]
    beyond = {len(row) - len(names) for row in rows if row}
    empty = all(not cell for row in rows for cell in row[len(names) :])
    return max(beyond) if len(beyond) == 1 and max(beyond) == 1 and empty else 0
