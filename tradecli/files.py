"""The files of the program: the folders it keeps them in, atomic writing, and the lock of those who write."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tradecli.errors import StoreError
from tradecli.wording import Wording

#: How a file begins that is not finished; none of them outlives the next writer.
TEMPORARY = ".tmp-"
_UNFINISHED = rf"{re.escape(TEMPORARY)}\d+-[0-9a-f]{{12}}"
LOCK = "lock"
#: Seconds to wait for another writer.
PATIENCE = 10.0
_NAME = "tradecli"
_FREE = "free the place or set TRADE_DATA_DIR to another folder; nothing was replaced"


def data_folder() -> Path:
    """The folder of the store: `TRADE_DATA_DIR`, else the platform's folder for data.

    Raises:
        StoreError: There is no home folder to put it in.
    """
    return _folder("TRADE_DATA_DIR", "XDG_DATA_HOME", (".local", "share"))


def config_folder() -> Path:
    """The folder of the file of keys: `TRADE_CONFIG_DIR`, else the platform's folder for settings.

    Raises:
        StoreError: There is no home folder to look in.
    """
    return _folder("TRADE_CONFIG_DIR", "XDG_CONFIG_HOME", (".config",))


def cache_folder() -> Path:
    """The folder of what can be made again: `TRADE_CACHE_DIR`, else the platform's folder for caches.

    Raises:
        StoreError: There is no home folder to put it in.
    """
    return _folder("TRADE_CACHE_DIR", "XDG_CACHE_HOME", (".cache",))


def _folder(own: str, xdg: str, below_home: tuple[str, ...]) -> Path:
    named = os.environ.get(own)
    if named:
        return Path(os.path.abspath(os.path.expanduser(named)))
    base, below = "", (_NAME,)
    if sys.platform == "win32":
        base, below_home = os.environ.get("LOCALAPPDATA", ""), ("AppData", "Local")
        below = (_NAME, "Cache") if own == "TRADE_CACHE_DIR" else below
    elif sys.platform == "darwin":
        below_home = ("Library", "Caches" if own == "TRADE_CACHE_DIR" else "Application Support")
    else:
        base = os.environ.get(xdg, "")
    if not os.path.isabs(base):  # the specification of XDG says that a relative one is to be ignored
        base = os.path.join(os.path.expanduser("~"), *below_home)
    if not os.path.isabs(base) or (os.environ.get("HOME") == "" and not os.environ.get(xdg)):
        raise StoreError("there is no home folder to keep figures in", hint="set {own} to a folder", own=own)
    return Path(base, *below)


def write(path: Path, content: bytes, *, hint: str = _FREE) -> None:
    """Write *path* in one step: beside it, to disk, renamed, the folder to disk; a power cut leaves it whole.

    The permissions of a file that is replaced stay as they are.

    Args:
        path: The file; folders above it are made.
        content: All of it.
        hint: What to do where it cannot be written.

    Raises:
        StoreError: It cannot be written; what stood there still stands.
    """
    write_together([(path, content)], hint=hint)


def write_together(contents: Sequence[tuple[Path, bytes]], *, hint: str = _FREE) -> None:
    """Write several files as `write` does: none is put in its place, in their order, before all are on disk.

    Raises:
        StoreError: One cannot be written; what stood there still stands.
    """
    begun = list[tuple[Path, Path]]()
    try:
        for path, content in contents:
            _begin(path, content, begun, hint=hint)
        for path, temporary in begun:
            try:
                temporary.replace(path)
                _to_disk(path.parent)
            except OSError as error:
                raise unwritable(path, error, hint=hint) from None
    finally:
        for _, temporary in begun:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _begin(path: Path, content: bytes, begun: list[tuple[Path, Path]], *, hint: str) -> None:
    """Write a file beside the place that it is for, and to disk; it is added to those that were begun."""
    import secrets  # here, since most runs write nothing

    temporary = path.parent / f"{TEMPORARY}{os.getpid()}-{secrets.token_hex(6)}"
    try:
        make_folder(path.parent)
        begun.append((path, temporary))
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
    except OSError as error:
        raise unwritable(path, error, hint=hint) from None


def passes_through(path: Path) -> bool:
    """Whether a path is a device or a pipe, beside which no other file belongs."""
    return path.exists() and not path.is_file() and not path.is_dir()


def writable(path: Path) -> Path:
    """The file that is written where a person named *path*: of a link its target. Writes nothing.

    Raises:
        StoreError: It may not be written.
    """
    check_folder(path)
    try:
        target = path.resolve() if path.is_symlink() else path
        if target.is_dir():
            raise StoreError("cannot write {path}: it is a folder", path=path)
        if not target.exists() or passes_through(target):
            return target
        if not os.access(target, os.W_OK):
            raise StoreError("cannot write {path}: it may only be read", path=path)
        if target.stat().st_nlink > 1:
            # A new file in its place would leave the old figures under the other name.
            raise StoreError(
                "cannot write {path}: it has another name (a hard link)", hint="remove it first", path=path
            )
    except (OSError, RuntimeError) as error:
        raise unwritable(path, error, hint="") from None
    return target


def check_folder(path: Path) -> None:
    """Refuse a file whose folder does not exist.

    Raises:
        StoreError: There is no such folder.
    """
    if not path.parent.is_dir():
        raise StoreError(
            "cannot write {path}: there is no folder {parent}",
            hint="make the folder first, or name another",
            path=path,
            parent=path.parent,
        )


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each entered durably in the one above."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
    _to_disk(folder.parent)


def _to_disk(folder: Path) -> None:
    """Flush a folder's entries to disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def move(path: Path, to: Path) -> None:
    """Move a file where that can be done; whoever only reads may not write."""
    with suppress(OSError):
        to.parent.mkdir(exist_ok=True)
        os.replace(path, to)


def below(folder: Path) -> Iterator[Path]:
    """Every file below a folder; what cannot be listed is passed over."""
    for where, _, names in os.walk(folder):
        for name in names:
            yield Path(where, name)


def remove(path: Path) -> None:
    """Remove a file; one that is gone already is no error.

    Raises:
        StoreError: It cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(path, error) from None


def remove_unfinished(folder: Path, *, alone: bool = False) -> None:
    """Remove files that `write` did not finish. Only who holds the lock may, else they may be another's.

    Args:
        folder: Where they lie, or below.
        alone: Leave out what lies in folders below it.
    """
    for path in below(folder):
        if re.fullmatch(_UNFINISHED, path.name) and not (alone and path.parent != folder):
            with suppress(OSError):
                path.unlink()


@contextmanager
def locked(
    folder: Path, *, patience: float = PATIENCE, busy: StoreError | None = None, hint: str = _FREE
) -> Iterator[None]:
    """Hold a folder alone. The lock dies with its process; readers take none.

    Args:
        folder: What is locked; it is made where there is none.
        patience: Seconds to wait for another writer.
        busy: The error where that was not enough.
        hint: What to do where the folder cannot be written.

    Raises:
        StoreError: Another process writes, or the folder cannot be written.
    """
    import filelock

    try:
        make_folder(folder)
        lock = filelock.FileLock(folder / LOCK, timeout=patience)
        lock.acquire()
    except filelock.Timeout:
        raise busy or StoreError(
            "the store {folder} is being written by another process",
            hint="try again when it is done; questions are answered meanwhile",
            folder=folder,
        ) from None
    except OSError as error:
        raise unwritable(folder, error, hint=hint) from None
    try:
        yield
    finally:
        lock.release()


def unwritable(path: Path, error: Exception, *, hint: str = _FREE) -> StoreError:
    """The error for a place that cannot be written, named with its reason."""
    return StoreError(
        "cannot write {path}: {error}",
        hint=hint,
        path=path,
        error=Wording(getattr(error, "strerror", None) or str(error)),
    )
