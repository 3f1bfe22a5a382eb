"""A source's newest files into the store: ask, read, hold against what is known, keep."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from tradecli import acceptance
from tradecli.errors import InvalidData, NoData, SourceError, TradeError
from tradecli.outcome import Outcome
from tradecli.periods import shift
from tradecli.schema import check
from tradecli.sources.base import Parsed, Snapshot, Source
from tradecli.sources.request import Cut, Request, Wanted
from tradecli.store import manifest as manifests
from tradecli.store import reading, stock, writing
from tradecli.store.manifest import Entry, Manifest

if TYPE_CHECKING:
    from tradecli.download import Client, Reply

#: The day on which something is published is a day where it is published: hours from UTC.
_CLOCKS = {"TW": 8, "US": -5}
#: Smaller requests for a reply that was cut may be cut again, but not for ever.
_MOST_REQUESTS = 2_000


class File(NamedTuple):
    """A file that has come, from a server or by hand, and what is known of its age."""

    name: str
    content: bytes
    address: str
    media: str = ""
    etag: str = ""
    last_modified: str = ""
    vintage: date | None = None
    asked: Request | None = None


class Shelf(NamedTuple):
    """Where files go and what stands there already: the store, and the embedded data behind it."""

    folder: Path
    embedded: Path
    now: datetime

    def manifest(self) -> Manifest:
        """What is in the store.

        Raises:
            StoreError: It cannot be read.
        """
        return manifests.read(self.folder)[0] if manifests.exists(self.folder) else Manifest()


def refresh(
    source: Source,
    client: Client,
    wanted: Wanted,
    shelf: Shelf,
    *,
    force: bool = False,
    progress: Callable[[str, int, int | None], None] | None = None,
) -> list[Outcome]:
    """Ask a source for what is wanted; what is accepted becomes visible together.

    Args:
        source: The source.
        client: How to reach it.
        wanted: What to ask for.
        shelf: Where to put it.
        force: Ask for whole files, also where the newest is held.
        progress: Told of each file's name and bytes as they come.

    Raises:
        StoreError: The store cannot be written.
        NoData: The source does not have what is wanted.
    """
    manifest = shelf.manifest()
    outcomes, additions, asked = [], [], 0
    waiting = list(source.requests(wanted))
    while waiting:
        request = waiting.pop(0)
        asked += 1
        held = manifest.newest(source.id, request.name)
        try:
            known = None if force else _validators(shelf.folder, held, client.address(request))
            reply = client.get(request, known, _named(progress, request.name))
            outcome, new = _received(source, request, reply, shelf, held)
        except Cut as error:
            smaller = source.split(request)
            if smaller and asked + len(waiting) < _MOST_REQUESTS:
                waiting[:0] = smaller
                continue
            outcome, new = _failed(source, request, error), None
        except (SourceError, InvalidData, NoData) as error:
            outcome, new = _failed(source, request, error), None
            if isinstance(error, SourceError) and not request.optional:
                outcomes.append(outcome)
                break  # whoever does not answer once is not asked nineteen times more
        outcomes.append(outcome)
        additions += [new] if new else []
    if additions:
        writing.commit(shelf.folder, additions)
    return outcomes


def plan(
    source: Source, client: Client, wanted: Wanted, shelf: Shelf, *, force: bool = False
) -> list[Outcome]:
    """What `refresh` would ask for."""
    manifest = shelf.manifest()
    found = []
    for request in source.requests(wanted):
        held = manifest.newest(source.id, request.name)
        known = None if force else _validators(shelf.folder, held, client.address(request))
        notices = ("asked only if changed",) if known else ()
        found.append(
            Outcome(
                source.id,
                request.name,
                "planned",
                client.address(request),
                held.vintage if held else "",
                held.newest_month if held else "",
                notices=notices,
                optional=request.optional,
            )
        )
    return found


def _named(
    progress: Callable[[str, int, int | None], None] | None, name: str
) -> Callable[[int, int | None], None] | None:
    if progress is None:
        return None
    return lambda come, whole: progress(name, come, whole)


def _validators(folder: Path, held: Entry | None, address: str) -> tuple[str, str] | None:
    """What to tell the server of the version held; nothing unless all of it is there, unharmed."""
    if held is None or held.address != address or not (held.etag or held.last_modified):
        return None
    try:
        reading.verified(folder, held.stored, held.stored_sha256)
        reading.raw(folder, held)
    except reading.Damaged:
        return None
    return held.etag, held.last_modified


def _received(
    source: Source, request: Request, reply: Reply, shelf: Shelf, held: Entry | None
) -> tuple[Outcome, writing.Addition | None]:
    if reply.content is None or (held and held.sha256 == _digest(reply.content) and _whole(shelf, held)):
        entry = held._asdict() if held else {}
        told = {name: entry[name] for name in ("vintage", "newest_month", "rows") if name in entry}
        return Outcome(source.id, request.name, "unchanged", reply.address, **told), None
    file = File(
        request.name,
        reply.content,
        reply.address,
        reply.media,
        reply.etag,
        reply.last_modified,
        asked=request,
    )
    try:
        return accept(source, file, shelf)
    except Cut:
        raise
    except InvalidData as error:
        about = {"source": source.id, "name": file.name, "address": file.address}
        about |= {"retrieved": shelf.now.isoformat(timespec="seconds"), "reason": str(error)}
        writing.refuse(shelf.folder, file.content, about)
        raise


def _whole(shelf: Shelf, held: Entry) -> bool:
    try:
        reading.verified(shelf.folder, held.stored, held.stored_sha256)
        reading.raw(shelf.folder, held)
    except reading.Damaged:
        return False
    return True


def accept(source: Source, file: File, shelf: Shelf) -> tuple[Outcome, writing.Addition]:
    """Read a file, hold it against what is known, and make ready what the store will keep.

    Raises:
        InvalidData: Not in the documented shape, or not to be believed beside earlier figures.
        NoData: A table of the publisher that is known and not read.
    """
    today = local_day(source.reporter, shelf.now)
    digest = _digest(file.content)
    draft = Snapshot("draft", file.name, file.content, date.max, "retrieved", date.max, asked=file.asked)
    parsed = source.parse(draft)
    held = shelf.manifest().newest(source.id, file.name)
    vintage, basis = _vintage(source, file, parsed, held, today)
    origin = writing.origin(source.id, vintage.isoformat(), file.name, digest)
    rows = check(
        parsed.observations.with_columns(
            pl.lit(vintage).alias("vintage"),
            pl.lit(basis).alias("vintage_basis"),
            pl.lit(max(vintage, today) if basis == "inferred" else vintage).alias("known_by"),
            pl.col("origin").str.replace("draft", origin, literal=True),
        )
    )
    compared = acceptance.compare(
        rows,
        stock.newest(shelf.folder, shelf.embedded, source.id),
        _before(shelf, held if held and held.vintage <= vintage.isoformat() else None, file.asked),
        name=file.name,
    )
    notices = (*parsed.notices, *compared.notices)
    entry = _entry(source, file, shelf.now, origin, digest, rows, notices)
    new = writing.addition(entry, file.content, rows, compared.withdrawn)
    outcome = Outcome(
        source.id,
        file.name,
        "new",
        file.address,
        new.entry.vintage,
        new.entry.newest_month,
        rows.height,
        compared.added,
        compared.revised,
        compared.largest,
        notices,
    )
    return outcome, new


def _before(shelf: Shelf, held: Entry | None, asked: Request | None) -> pl.DataFrame | None:
    """The rows of the vintage before of this file, cut to the months asked for."""
    if held is None:
        return None
    rows = reading.read(shelf.folder, [held], pl.lit(value=True)).rows
    if asked and asked.first:
        rows = rows.filter(pl.col("period") >= asked.first)
    if asked and asked.last:
        rows = rows.filter(pl.col("period") <= asked.last)
    return rows


def _vintage(source: Source, file: File, parsed: Parsed, held: Entry | None, today: date) -> tuple[date, str]:
    """The day of a file: as told, else as it says itself, else when the server says it changed, else today.

    The file's and the server's word count unless they cannot be: before the newest month was over,
    in the future, or before the vintage that is held.
    """
    newest: date = parsed.observations["period"].max()  # type: ignore[assignment]
    if file.vintage:
        return file.vintage, "published"
    by_hand = not file.media
    # An older file may well be added by hand after a newer one was fetched.
    since = date.fromisoformat(held.vintage) if held and not by_hand else date.min
    floor = max(shift(newest, 1), since)
    for day in (parsed.published, _last_modified(source, file)):
        if day and floor <= day <= today:
            return day, "published"
    if by_hand:  # it may have lain here for months
        return min(max(source.release(newest), shift(newest, 1)), today), "inferred"
    return today, "retrieved"


def _last_modified(source: Source, file: File) -> date | None:
    try:
        return local_day(source.reporter, parsedate_to_datetime(file.last_modified))
    except ValueError:
        return None


def local_day(reporter: str, moment: datetime) -> date:
    """The day of a moment where the publisher is.

    Examples:
        >>> local_day("TW", datetime(2026, 11, 8, 17, tzinfo=UTC))
        datetime.date(2026, 11, 9)
    """
    at = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return at.astimezone(timezone(timedelta(hours=_CLOCKS.get(reporter, 0)))).date()


def _entry(
    source: Source,
    file: File,
    now: datetime,
    origin: str,
    digest: str,
    rows: pl.DataFrame,
    notices: tuple[str, ...],
) -> Entry:
    first = rows.row(0, named=True)
    return Entry(
        id=origin,
        source=source.id,
        name=file.name,
        address=file.address,
        retrieved=now.isoformat(timespec="seconds"),
        sha256=digest,
        bytes=len(file.content),
        media=file.media,
        etag=file.etag,
        last_modified=file.last_modified,
        vintage=first["vintage"].isoformat(),
        vintage_basis=first["vintage_basis"],
        known_by=first["known_by"].isoformat(),
        publisher=source.publisher,
        licence=source.licence,
        rows=rows.height,
        newest_month="",
        reporters=(),
        partners=(),
        classifications=(),
        stored="",
        stored_sha256="",
        note="; ".join(notices),
    )


def _failed(source: Source, request: Request, error: TradeError) -> Outcome:
    kinds: dict[type[TradeError], str] = {InvalidData: "refused", NoData: "nothing"}
    status = next((told for kind, told in kinds.items() if isinstance(error, kind)), "unreachable")
    return Outcome(source.id, request.name, status, optional=request.optional, error=error)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
