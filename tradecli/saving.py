"""Files that a person named: each written whole or not at all, those of several questions all or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tradecli import files
from tradecli.errors import QueryError, StoreError

#: The one file that describes several: each adds itself.
SHARED = "datapackage.json"
#: What is to be written at the end, by place.
_held: list[dict[Path, bytes]] = []


@contextmanager
def together() -> Iterator[None]:
    """Keep back what is saved, and write all of it at the end; where something fails, none.

    Raises:
        StoreError: A file cannot be written; what stood there still stands.
    """
    held: dict[Path, bytes] = {}
    _held.append(held)
    try:
        yield
    finally:
        _held.pop()
    files.write_together(list(held.items()), hint="")


def save(path: Path, content: bytes, beside: Sequence[tuple[str, bytes]] = ()) -> None:
    """Write a file in one step, or through a device or pipe; of a link its target.

    Args:
        path: The file.
        content: All of it.
        beside: What describes it: the name of each file, and the content; none without the file itself.

    Raises:
        QueryError: Another that is kept back (`together`) would be written to the same place.
        StoreError: It cannot be written, or may not be; what stood there still stands.
    """
    target = files.writable(path)
    if not files.passes_through(target):
        described = [(files.writable(path.with_name(name)), about) for name, about in beside]
        _write([(target, content), *described])
        return
    if beside:
        raise StoreError("nothing can be written beside {path}: it is a device or a pipe", path=path)
    try:
        with target.open("wb", buffering=0) as through:
            through.write(content)
    except OSError as error:
        raise files.unwritable(path, error, hint="") from None


def _write(contents: Sequence[tuple[Path, bytes]]) -> None:
    if not _held:
        files.write_together(contents, hint="")
        return
    for path, content in contents:
        place = path.resolve()
        if place in _held[-1] and place.name != SHARED:
            raise QueryError(
                "two questions are written to {path}", hint="name another file for one", path=path
            )
        _held[-1][place] = content


def read(path: Path) -> bytes:
    """What a file holds, or will when what is kept back is written.

    Raises:
        OSError: It cannot be read.
    """
    held = _held[-1].get(path.resolve()) if _held else None
    return path.read_bytes() if held is None else held
