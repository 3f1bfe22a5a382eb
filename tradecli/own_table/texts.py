"""How a text file is written, seen from its beginning: packed, encoded, separated, under titles."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tradecli.errors import InvalidData
from tradecli.facts import places
from tradecli.own_table import archives, encodings, layouts, months, nameless
from tradecli.own_table.checks import LAST_HEADER, SEPARATORS
from tradecli.own_table.copies import UNPACKING, broken, unpacked
from tradecli.own_table.files import File
from tradecli.own_table.sniffing_names import named
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
    found = encodings.encoding_of(head, whole=whole, knows=_known)
    if found is None:
        raise InvalidData(
            "{path}: its text is not UTF-8, and it is not certain in which encoding it is",
            hint="say it: --columns ...,encoding={names}",
            path=file.path,
            names=Listed(encodings.offered(head[:_HEAD]) or ("latin-1",), "or"),
        )
    return found


def _known(word: str) -> bool:
    """Whether a word is one of columns, months or countries in some language."""
    return bool(named(word).role or months.by_name(f"{word} 2001") or places.meant(word))


def _layout(lines: Sequence[str], separator: str, said: Said) -> tuple[str, int]:
    """The sign between columns, and how many lines stand above the names."""
    wanted = {name.casefold() for name in said.names} or _USUAL
    signs = (
        [said.separator]
        if said.separator
        else [separator, *(s for s in SEPARATORS.values() if s != separator)]
    )
    if said.header:
        return _parted(lines[said.header - 1 :], signs), said.header - 1
    for at, line in enumerate(lines[:LAST_HEADER]):
        for sign in signs:
            cells = cells_of(line, sign)
            if wanted <= {cell.casefold() for cell in cells} or layouts.recognise(cells):
                return sign, at
    return (signs[0] if said.separator else _parted(lines, signs)), 0


def _parted(lines: Sequence[str], signs: Sequence[str]) -> str:
    """The sign that parts the first line, and most of the others into as many cells; else the first of them.

    Names may hold a comma each between semicolons, and so may numbers.

    Examples:
        >>> _parted(["Country;Exports, US$;Imports, US$", "US;1,5;2"], [",", ";"]), _parted(["a", "b"], [","])
        (';', ',')
    """
    filled = [line for line in lines if line.strip()][:LAST_HEADER]
    rows = {sign: [len(cells_of(line, sign)) for line in filled] for sign in signs}

    def agrees(sign: str) -> tuple[float, int, bool]:
        first, *others = rows[sign] or [1]
        alike = sum(count == first for count in others) / len(others) if others else 1.0
        return (alike if first > 1 else -1.0, first, sign == signs[0])

    return max(signs, key=agrees)


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
