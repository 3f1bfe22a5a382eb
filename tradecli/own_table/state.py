"""What tells a table from a later one at its path, before it is known what its files mean.

Also what tells the rules by which it is read from those of another release: modules and facts.
"""

from __future__ import annotations

import glob
import hashlib
import os
import stat
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import polars as pl

#: The folders and modules of the program that say what a table means.
RULES = ("own_table", "facts", "schema.py", "written_periods.py")
_PIECE = 2**14


class State(NamedTuple):
    """The files below a path, and a text that is another where one of them is, or a rule."""

    size: int
    text: str


def of(path: str) -> State | None:
    """The state of what is at a path; None of an address, and where nothing can be read."""
    if "://" in path:
        return None
    plain = os.path.expanduser(path)
    try:
        if os.path.isdir(plain):
            names = sorted(str(name) for name in Path(plain).rglob("*"))
        else:
            names = [plain] if os.path.exists(plain) else sorted(glob.glob(plain, recursive=True))
        found = [(name, os.stat(name)) for name in names]
        files = [
            (name, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
            for name, about in found
            if stat.S_ISREG(about.st_mode)
        ]
        probes = [probe(*file) for file in files]
    except OSError:
        return None
    told = (os.path.abspath(plain), files, probes, rules(), pl.__version__)
    return State(sum(size for _, size, *_ in files), repr(told)) if files else None


@lru_cache(maxsize=10_000)
def probe(path: str, size: int, changed: int, touched: int) -> str:
    """A hash of the beginning, the middle and the end of a file; a Parquet file's end says what is in it.

    Args:
        path: The file.
        size: Its bytes.
        changed: When it was changed, and
        touched: when anything of it was written: with another time it is another file.
    """
    found = hashlib.sha256()
    with open(path, "rb") as content:
        for start in (0, size // 2, max(0, size - _PIECE)):
            content.seek(start)
            found.update(content.read(_PIECE))
    return found.hexdigest()


@cache
def rules() -> str:
    """What tells these rules from others: the modules and facts, by their sizes and times."""
    package = os.path.dirname(os.path.dirname(__file__))
    stamps = []
    for name in RULES:
        root = os.path.join(package, name)
        for below, _, names in os.walk(root) if os.path.isdir(root) else [(package, [], [name])]:
            if os.path.basename(below) != "__pycache__":
                about = [(name, os.stat(os.path.join(below, name))) for name in names]
                stamps += [(name, one.st_size, one.st_mtime_ns) for name, one in about]
    return hashlib.sha256(repr(sorted(stamps)).encode()).hexdigest()
