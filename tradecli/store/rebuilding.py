"""A store that has lost its manifests: every table says of which file it was made, and what it holds."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import polars as pl

from tradecli.errors import InvalidData
from tradecli.schema import check
from tradecli.store import manifest as manifests
from tradecli.store.manifest import Entry
from tradecli.store.reading import Damaged
from tradecli.wording import Wording

#: Where in a table it stands what it is.
_KEY = "trade.origin"
#: What a manifest knows of a table that the table cannot say.
_UNSAID = frozenset({"stored", "stored_sha256"})
#: An entry names its partners where there are no more than these.
_FEW = 16
#: What polars raises of bytes that are no whole table; some make it panic.
_UNREADABLE = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError, ValueError)


def covering(entry: Entry, rows: pl.DataFrame) -> Entry:
    """The entry, with what its figures cover."""
    partners = rows["partner"].unique().sort().to_list()
    months = rows.filter(pl.col("span") == "month")["period"]
    newest = months.max() if months.len() else rows["period"].max()
    return entry._replace(
        rows=rows.height,
        newest_month=str(newest)[:7],
        reporters=tuple(rows["reporter"].unique().sort()),
        partners=tuple(partners) if len(partners) <= _FEW else (),
        classifications=tuple(rows["classification"].unique().sort()),
    )


def about(entry: Entry, rows: pl.DataFrame) -> dict[str, str]:
    """What a table says about itself: its entry, and the SHA-256 of its figures as text."""
    said = {name: value for name, value in entry._asdict().items() if name not in _UNSAID}
    return {_KEY: json.dumps({"entry": said, "figures": _digest(rows)}, ensure_ascii=False)}


def _digest(rows: pl.DataFrame) -> str:
    return hashlib.sha256(rows.write_csv().encode()).hexdigest()


def entries(folder: Path) -> tuple[list[Entry], list[str]]:
    """The entries of all tables that say what they are, as the manifest held them, and what is lost.

    Of one vintage that comes last which was got last. One whose figures cannot be read has an entry that it
    does not match, as any damaged one.
    """
    found: list[tuple[str, str, int, Entry]] = []
    lost: list[str] = []
    for path in sorted(manifests.made(folder, "observations")):
        try:
            entry = _entry(folder, path)
            found.append((entry.vintage, entry.retrieved, path.stat().st_mtime_ns, entry))
        except (Damaged, OSError) as error:
            lost.append(error.args[0] if isinstance(error, Damaged) else str(error))
    ordered = [entry for *_, entry in sorted(found)]
    raw = {entry.raw for entry in ordered}
    lost += [
        Wording("{path}: no table says what it was; `trade store add` reads it again", path=path)
        for path in sorted(manifests.made(folder, "raw"))
        if path.relative_to(folder).as_posix() not in raw
    ]
    return ordered, lost


def _entry(folder: Path, path: Path) -> Entry:
    """The entry of a table.

    Raises:
        Damaged: It does not say what it is, or lies where it does not belong.
    """
    content = path.read_bytes()
    entry, figures = _said(path, content)
    place = path.relative_to(folder).as_posix()
    if place != f"observations/source={entry.source}/vintage={entry.vintage}/{entry.id}.parquet":
        raise Damaged(Wording("{path} is not the table it says it is, and is not used", path=path))
    whole = _holds(content, figures)
    return entry._replace(stored=place, stored_sha256=hashlib.sha256(content).hexdigest() if whole else "")


def _said(path: Path, content: bytes) -> tuple[Entry, str]:
    """What a table says about itself."""
    try:
        said: dict[str, Any] = json.loads(pl.read_parquet_metadata(io.BytesIO(content))[_KEY])
        return manifests.entry(said["entry"]), str(said["figures"])
    except (*_UNREADABLE, KeyError, TypeError):
        raise Damaged(
            Wording("{path} does not say of which file it was made, and is not used", path=path)
        ) from None


def _holds(content: bytes, figures: str) -> bool:
    """Whether a table holds the figures it says it does."""
    try:
        rows = check(pl.read_parquet(io.BytesIO(content), hive_partitioning=False))
    except (*_UNREADABLE, InvalidData):
        return False
    return _digest(rows) == figures
