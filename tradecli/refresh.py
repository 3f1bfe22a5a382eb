"""A source's newest files into the store: ask, have them read and compared, keep what is accepted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tradecli import messages
from tradecli.errors import InvalidData, NoData, SourceError, TradeError
from tradecli.intake import Received, StoreLocation, accept, moment
from tradecli.outcome import Outcome
from tradecli.sources.base import Source
from tradecli.sources.reading import File
from tradecli.sources.request import Cut, Request, Wanted
from tradecli.store import reading, writing
from tradecli.store.manifest import Entry
from tradecli.wording import Wording

if TYPE_CHECKING:
    from tradecli.download import Client, Reply

#: Smaller requests for a reply that was truncated may be truncated again, but not for ever.
_MOST_REQUESTS = 2_000

#: Reports each file's name and bytes as they come.
Progress = Callable[[str, int, int | None], None]


def refresh(
    source: Source,
    client: Client,
    wanted: Wanted,
    location: StoreLocation,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> list[Outcome]:
    """Ask a source for what is wanted; what is accepted becomes visible together.

    Args:
        source: The source.
        client: How to reach it.
        wanted: What to ask for.
        location: Where to put it.
        force: Ask for whole files, also where the newest is available.
        progress: Called with each file's name and bytes as they come.

    Raises:
        StoreError: The store cannot be written.
        NoData: The source does not have what is wanted.
    """
    manifest = location.manifest()
    outcomes, additions, asked = [], [], 0
    waiting = list(source.requests(_published(source, client, wanted)))
    while waiting:
        request = waiting.pop(0)
        asked += 1
        previous = manifest.newest(source.id, request.name)
        try:
            known = None if force else _validators(location.folder, previous, client.address(request))
            reply = client.get(request, known, _named(progress, request.name))
            outcome, new = _received(source, request, reply, location, force=force)
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
        writing.commit(location.folder, additions)
    return outcomes


def _published(source: Source, client: Client, wanted: Wanted) -> Wanted:
    """What is wanted, of the months that the source says it has; as it was where it does not say.

    Raises:
        NoData: It has none of them.
    """
    request = source.availability(wanted)
    if request is None:
        return wanted
    try:
        reply = client.get(request)
    except (SourceError, InvalidData, NoData) as error:
        messages.debug(Wording("{error}", error=error))
        return wanted
    try:
        return source.published(File(request.name, reply.content or b"", asked=request), wanted)
    except InvalidData as error:
        messages.debug(Wording("{error}", error=error))
        return wanted


def plan(
    source: Source, client: Client, wanted: Wanted, location: StoreLocation, *, force: bool = False
) -> list[Outcome]:
    """What `refresh` would ask for."""
    manifest = location.manifest()
    found = []
    for request in source.requests(wanted):
        previous = manifest.newest(source.id, request.name)
        address = client.address(request)
        known = None if force else _validators(location.folder, previous, address)
        outcome = Outcome(source.id, request.name, "planned", address, optional=request.optional)
        if previous:
            outcome = outcome._replace(vintage=previous.vintage, newest_month=previous.newest_month)
        found.append(outcome._replace(notices=(Wording("asked only if changed"),) if known else ()))
    return found


def _named(progress: Progress | None, name: str) -> Callable[[int, int | None], None] | None:
    if progress is None:
        return None
    return lambda come, whole: progress(name, come, whole)


def _validators(folder: Path, previous: Entry | None, address: str) -> tuple[str, str] | None:
    """What to tell the server of the version that is available; nothing unless all of it is, unharmed."""
    if previous is None or previous.address != address or not (previous.etag or previous.last_modified):
        return None
    return (previous.etag, previous.last_modified) if reading.whole(folder, previous) else None


def _received(
    source: Source, request: Request, reply: Reply, location: StoreLocation, *, force: bool
) -> tuple[Outcome, writing.Addition | None]:
    manifest = location.manifest()
    previous = manifest.newest(source.id, request.name)
    file = File(request.name, reply.content or b"", asked=request)
    received = Received(file, reply.address, reply.media, reply.etag, reply.last_modified)
    again = previous and previous.sha256 == received.sha256 and reading.whole(location.folder, previous)
    if reply.content is None or again:
        outcome = Outcome(source.id, request.name, "unchanged", reply.address)
        if previous is None:
            return outcome, None
        outcome = outcome._replace(vintage=previous.vintage, newest_month=previous.newest_month)
        return outcome._replace(rows=previous.rows), None
    if previous and _older(received, previous, manifest.of(source.id, request.name)):
        notice = Wording(
            "{name}: an older edition was served again; that of {vintage} stays",
            name=request.name,
            vintage=previous.vintage,
        )
        outcome = Outcome(source.id, request.name, "unchanged", reply.address, previous.vintage)
        return outcome._replace(newest_month=previous.newest_month, notices=(notice,)), None
    try:
        return accept(source, received, location, force=force)
    except Cut:
        raise
    except InvalidData as error:
        about = {"source": source.id, "name": file.name, "address": reply.address}
        about |= {"retrieved": location.now.isoformat(timespec="seconds"), "reason": str(error)}
        writing.refuse(location.folder, file.content, about)
        raise


def _older(received: Received, previous: Entry, editions: Sequence[Entry]) -> bool:
    """Whether an edition has come again: known by its bytes and day, or changed before the newest.

    The same bytes under another day are a revision that was taken back, and a vintage of their own.
    """
    changed, newest = moment(received.last_modified), moment(previous.last_modified)
    known = {(entry.sha256, entry.last_modified) for entry in editions if entry != previous}
    again = (received.sha256, received.last_modified) in known
    return changed is not None and (again or (newest is not None and changed < newest))


def _failed(source: Source, request: Request, error: TradeError) -> Outcome:
    status = "unreachable"
    if isinstance(error, InvalidData | NoData):
        status = "refused" if isinstance(error, InvalidData) else "nothing"
    return Outcome(source.id, request.name, status, optional=request.optional, error=error)
