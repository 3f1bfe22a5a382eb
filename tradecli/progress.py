"""How far a download has come, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Whether a person may be looking: the command line says so, a program that imports this one does not.
_watched = False


@contextmanager
def watched() -> Iterator[None]:
    """Show bars in what is done within."""
    global _watched
    _watched = True
    try:
        yield
    finally:
        _watched = False


@contextmanager
def bars(*, quiet: bool) -> Iterator[Callable[[str, int, int | None], None] | None]:
    """A bar for each file on standard error, for a person who is looking."""
    if quiet or not _watched or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn
    from rich.text import Text

    begun: dict[str, TaskID] = {}
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:

        def tell(name: str, come: int, whole: int | None) -> None:
            if name not in begun:
                begun[name] = shown.add_task(Text(name).plain, total=whole)
            shown.update(begun[name], completed=come, total=whole)

        yield tell
