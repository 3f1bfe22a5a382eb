"""A file that has come becomes a vintage: read, dated, compared with what is known."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

import polars as pl

from tradecli import plausibility
from tradecli.outcome import Outcome
from tradecli.periods import shift
from tradecli.schema import check
from tradecli.sources.base import Source
from tradecli.sources.reading import File, Reading, Snapshot
from tradecli.sources.request import Request
from tradecli.store import available, reading, writing
from tradecli.store import manifest as manifests
from tradecli.store.manifest import Entry, Manifest

#: Years from here on are damage, not dates.
_LAST_YEAR = 2200


class Received(NamedTuple):
    """A file that has come, from a server or by hand, and what is known of its age."""

    file: File
    address: str
    media: str = ""
    etag: str = ""
    last_modified: str = ""
    vintage: date | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file as it came."""
        return hashlib.sha256(self.file.content).hexdigest()


class StoreLocation(NamedTuple):
    """Where files go and what is there already: the store, the embedded data behind it; and the moment."""

    folder: Path
    embedded: Path
    now: datetime

    def manifest(self) -> Manifest:
        """What is in the store.

        Raises:
            StoreError: It cannot be read.
        """
        return manifests.current(self.folder)


def accept(
    source: Source, received: Received, location: StoreLocation, *, force: bool = False
) -> tuple[Outcome, writing.Addition]:
    """Read a file, compare it with what is known, and make ready what the store will keep.

    With *force* a rewriting of closed months is noted and not refused.

    Raises:
        InvalidData: Not in the documented shape, or not plausible beside earlier figures.
        NoData: A table of the publisher that is known and not read.
    """
    file = received.file
    found = source.checked(file)
    previous = location.manifest().newest(source.id, file.name)
    snapshot = _snapshot(source, received, found, previous, location.now)
    rows = check(source.observations(snapshot, found.figures))
    before = previous if previous and previous.vintage <= snapshot.vintage.isoformat() else None
    history, withdrawn, troubles = available.everything(location.folder, location.embedded, source.id)
    compared = plausibility.compare(
        rows,
        available.newest(history, withdrawn),
        _before(location, before, file.asked),
        name=file.name,
        history=history,
        force=force,
    )
    notices = (*found.notices, *compared.notices)
    entry = _entry(source, received, snapshot, retrieved=location.now, note="; ".join(notices))
    entry = entry._replace(editions=found.editions)
    new = writing.addition(entry, file.content, rows, compared.withdrawn)
    outcome = Outcome(
        source.id,
        file.name,
        "new",
        received.address,
        new.entry.vintage,
        new.entry.newest_month,
        rows.height,
        compared.added,
        compared.revised,
        compared.largest,
        (*notices, *troubles),
    )
    return outcome, new


def _before(location: StoreLocation, entry: Entry | None, asked: Request | None) -> pl.DataFrame | None:
    """The rows of the vintage before of this file, cut to the months asked for."""
    if entry is None:
        return None
    rows = reading.read(location.folder, [entry], pl.lit(value=True)).rows
    if asked and asked.first:
        rows = rows.filter(pl.col("period") >= asked.first)
    if asked and asked.last:
        rows = rows.filter(pl.col("period") <= asked.last)
    return rows


def _snapshot(
    source: Source, received: Received, found: Reading, previous: Entry | None, now: datetime
) -> Snapshot:
    """The file with its origin and its vintage."""
    file, today = received.file, local_day(source, now)
    vintage, basis = _vintage(source, received, found, previous, today)
    origin = writing.origin(source.id, vintage.isoformat(), file.name, received.sha256)
    known_by = max(vintage, today) if basis == "inferred" else vintage
    return Snapshot(file, origin, vintage, basis, known_by)


def _vintage(
    source: Source, received: Received, found: Reading, previous: Entry | None, today: date
) -> tuple[date, str]:
    """The day of a file: as given, else as it says itself, else when the server says it changed, else today.

    The file's and the server's word count unless they cannot be: before the newest month was over,
    in the future, or before the vintage that is available.
    """
    if received.vintage:
        return received.vintage, "published"
    newest = max(figure.period for figure in found.figures)
    by_hand = not received.media
    # An older file may well be added by hand after a newer one was fetched.
    since = date.fromisoformat(previous.vintage) if previous and not by_hand else date.min
    floor = max(shift(newest, 1), since)
    for day in (found.published, _last_modified(source, received)):
        if day and floor <= day <= today:
            return day, "published"
    if by_hand:  # it may have lain here for months
        return min(max(source.release(newest), shift(newest, 1)), today), "inferred"
    return today, "retrieved"


def _last_modified(source: Source, received: Received) -> date | None:
    changed = moment(received.last_modified)
    return local_day(source, changed) if changed else None


def moment(header: str) -> datetime | None:
    """The moment in a header such as Last-Modified; None where it holds none that can be.

    Examples:
        >>> moment("Mon, 09 Nov 2026 08:00:00 GMT"), moment("Fri, 31 Dec 9999 23:59:59 GMT"), moment("soon")
        (datetime.datetime(2026, 11, 9, 8, 0, tzinfo=datetime.timezone.utc), None, None)
    """
    try:
        found = parsedate_to_datetime(header)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    # A day at the end of time has no morning after it.
    return None if found.year >= _LAST_YEAR else found.replace(tzinfo=found.tzinfo or UTC)


def local_day(source: Source, at: datetime) -> date:
    """The day of a moment where the publisher is.

    Examples:
        >>> from tradecli.sources import SOURCES
        >>> local_day(SOURCES["mof"], datetime(2026, 11, 8, 17, tzinfo=UTC))
        datetime.date(2026, 11, 9)
    """
    return at.astimezone(timezone(timedelta(hours=source.hours_from_utc))).date()


def _entry(
    source: Source, received: Received, snapshot: Snapshot, *, retrieved: datetime, note: str
) -> Entry:
    """What the manifest will say of a file, but for its tables."""
    return Entry(
        id=snapshot.origin,
        source=source.id,
        name=snapshot.file.name,
        address=received.address,
        retrieved=retrieved.isoformat(timespec="seconds"),
        sha256=received.sha256,
        bytes=len(snapshot.file.content),
        media=received.media,
        etag=received.etag,
        last_modified=received.last_modified,
        vintage=snapshot.vintage.isoformat(),
        vintage_basis=snapshot.vintage_basis,
        known_by=snapshot.known_by.isoformat(),
        publisher=source.publisher,
        licence=source.licence,
        note=note,
    )
