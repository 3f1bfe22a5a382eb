"""Files that are there whole or not at all, also after a power cut; and the lock of writers."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tradecli.errors import StoreError

#: How a file begins that is not finished; none of them outlives the next writer.
TEMPORARY = ".tmp-"
LOCK = "lock"
#: Seconds to wait for another writer.
PATIENCE = 10.0


def put(path: Path, content: bytes) -> None:
    """Write *path* in one durable step: beside it, to disk, renamed, the folder to disk.

    Raises:
        StoreError: It cannot be written; what stood there still stands.
    """
    temporary = path.parent / f"{TEMPORARY}{os.getpid()}-{secrets.token_hex(6)}"
    try:
        make(path.parent)
        try:
            with temporary.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        sync(path.parent)
    except OSError as error:
        raise unwritable(path, error) from None


def make(folder: Path) -> None:
    """Make a folder and those above it, each entered durably in the one above."""
    if folder.is_dir():
        return
    make(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
    sync(folder.parent)


def sync(folder: Path) -> None:
    """Flush a folder's entries to disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove unfinished files. Only who holds the lock may, else they may be another's."""
    for path in files(folder):
        if path.name.startswith(TEMPORARY):
            with suppress(OSError):
                path.unlink()


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder; what cannot be listed is passed over."""
    for where, _, names in os.walk(folder):
        for name in names:
            yield Path(where, name)


@contextmanager
def lock(folder: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the store alone. The lock dies with its process; readers take none.

    Raises:
        StoreError: Another process writes, or the folder cannot be written.
    """
    import filelock

    try:
        make(folder)
        held = filelock.FileLock(folder / LOCK, timeout=patience)
        held.acquire()
    except filelock.Timeout:
        raise StoreError(
            f"the store {folder} is being written by another process",
            hint="try again when it is done; questions are answered meanwhile",
        ) from None
    except OSError as error:
        raise unwritable(folder, error) from None
    try:
        yield
    finally:
        held.release()


def unwritable(path: Path, error: OSError) -> StoreError:
    """The error for a place that cannot be written, named with its reason."""
    return StoreError(
        f"cannot write {path}: {error.strerror or error}",
        hint="free the place or set TRADE_DATA_DIR to another folder; nothing was replaced",
    )
