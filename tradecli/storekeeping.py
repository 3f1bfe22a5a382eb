"""What `trade store` does."""

from __future__ import annotations

import gzip
import io
import tomllib
import zlib
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import polars as pl

from tradecli import files, periods
from tradecli.errors import InvalidData, QueryError, StoreError, TradeError
from tradecli.frames import Rows
from tradecli.intake import Received, StoreLocation, accept
from tradecli.model.report import Report
from tradecli.outcome import Outcome
from tradecli.published import EMBEDDED
from tradecli.reports import fetched
from tradecli.reports import store as stored
from tradecli.reports.source_notes import warned
from tradecli.schema import KEY, check
from tradecli.sources import SOURCES, bounds
from tradecli.sources.reading import File, Snapshot
from tradecli.sources.recognition import recognise
from tradecli.store import available, reading, writing
from tradecli.store import manifest as manifests
from tradecli.store.manifest import Entry, Manifest
from tradecli.wording import Listed, Wording, reason


class Options(NamedTuple):
    """The options of the command; each concerns some of its actions."""

    files: tuple[str, ...]
    source: str
    vintage: str
    keep: int
    repair: bool
    dry_run: bool


def run(action: str, options: Options) -> tuple[Report, int]:
    """Do what is asked; the report and the exit code.

    Raises:
        QueryError: No such action, source, day or file.
        StoreError: The store cannot be read or written.
        InvalidData: A file to add is not to be believed.
    """
    if action not in ACTIONS:
        raise QueryError(
            "the store knows no {action!r}",
            hint="use one of {actions}",
            candidates=ACTIONS,
            action=action,
            actions=Listed(ACTIONS),
        )
    if options.dry_run and action != "prune":
        raise QueryError(
            "trade store {action} has no --dry-run", hint="it is of: trade store prune", action=action
        )
    if options.files and action != "add":
        raise QueryError("trade store {action} takes no files", hint="see: trade store --help", action=action)
    if options.source and options.source not in SOURCES:
        raise QueryError(
            "there is no source {source!r}",
            hint="the sources are {sources}",
            candidates=SOURCES,
            source=options.source,
            sources=Listed(SOURCES),
        )
    return ACTIONS[action](files.data_folder(), options)


def _path(folder: Path, options: Options) -> tuple[Report, int]:
    return stored.facts(stored.Location(str(folder), manifests.exists(folder))), 0


def _list(folder: Path, options: Options) -> tuple[Report, int]:
    return _listed(manifests.current(folder).of(options.source))


def _listed(entries: Iterable[Entry]) -> tuple[Report, int]:
    listed = attrgetter(*stored.Stored._fields)
    return stored.entries([stored.Stored(*listed(entry)) for entry in entries]), 0


def _verify(folder: Path, options: Options) -> tuple[Report, int]:
    """Every file against the manifest; what is wrong is said and, where asked, made good."""
    said, repaired = list[str](), 0
    if options.repair and not _readable(folder):
        rebuilt, said = writing.rebuild(folder)
        repaired = len(rebuilt.entries)
    manifest, wrong = reading.check(folder)
    said += wrong
    if wrong and options.repair:
        again, lost = _repair(folder, manifest)
        repaired, said = repaired + again, [*said, *lost]
        manifest, wrong = reading.check(folder)
    code = StoreError.exit_code if wrong else 0
    return warned(stored.facts(stored.Verified(len(manifest.entries), len(wrong), repaired)), said), code


def _readable(folder: Path) -> bool:
    """Whether a manifest can be read, or there is no store.

    Raises:
        OtherForm: Another version of the program wrote it.
    """
    try:
        manifests.read(folder)
    except manifests.OtherForm:
        raise
    except StoreError:
        return False
    return not manifests.lost(folder)


def _repair(folder: Path, manifest: Manifest) -> tuple[int, list[str]]:
    """Make damaged tables anew from the raw files; how many, and what is lost.

    What cannot be made anew is taken out, to be fetched again.
    """
    additions, drop, lost = [], [], list[str]()
    for entry in manifest.entries:
        if reading.tables_whole(folder, entry):
            continue  # also where its raw file is damaged: no intact table is given up for that
        drop.append(entry.id)
        try:
            additions.append(_again(folder, entry))
        except (reading.Damaged, TradeError) as error:
            lost.append(Wording("{id} is lost: {error}", id=entry.id, error=error))
    writing.commit(folder, additions, drop=drop)
    return len(additions), lost


def _again(folder: Path, entry: Entry) -> writing.Addition:
    """The tables of an entry, read from its raw file as when it came."""
    content = reading.raw(folder, entry)
    days = date.fromisoformat(entry.vintage), date.fromisoformat(entry.known_by)
    snapshot = Snapshot(File(entry.name, content), entry.id, days[0], entry.vintage_basis, days[1])
    rows = check(SOURCES[entry.source].parse(snapshot).observations)
    gone = pl.DataFrame(schema=reading.WITHDRAWN)
    if entry.withdrawn:
        gone = reading.taken_back(folder, entry)
    return writing.addition(entry, content, rows, gone)


def _prune(folder: Path, options: Options) -> tuple[Report, int]:
    """Keep the newest vintages of each file; what no manifest names goes too.

    A dry run lists what would go.
    """
    if options.keep < 1:
        raise QueryError("{keep} vintages cannot be kept", hint="keep 1 or more", keep=options.keep)
    manifest = manifests.current(folder)
    files = dict.fromkeys((entry.source, entry.name) for entry in manifest.of(options.source))
    gone = [entry for source, name in files for entry in manifest.of(source, name)[: -options.keep]]
    if options.dry_run:
        return _listed(gone)
    removed = writing.prune(folder, [entry.id for entry in gone]) if manifests.exists(folder) else 0
    return stored.facts(stored.Pruned(len(gone), removed)), 0


def _export(folder: Path, options: Options) -> tuple[Report, int]:
    """Everything available as one table, embedded and stored; taken back figures left out."""
    sources = [options.source] if options.source else SOURCES
    everything = [available.everything(folder, EMBEDDED, source) for source in sources]
    rows = pl.concat(available.without_withdrawn(found.rows, found.withdrawn) for found in everything)
    report = stored.observations(Rows(stored.Observation, rows.sort("source", *KEY)))
    return warned(report, [trouble for found in everything for trouble in found.troubles]), 0


def _add(folder: Path, options: Options) -> tuple[Report, int]:
    """Files got by hand: recognised by content, accepted as if they had been fetched."""
    if not options.files:
        raise QueryError("no file to add", hint="trade store add FILE...")
    vintage = periods.parse_day(options.vintage) if options.vintage else None
    if vintage and vintage > datetime.now(UTC).date() + timedelta(days=1):
        raise QueryError(
            "the vintage {vintage} is after today",
            hint="give the day the file was published",
            vintage=vintage,
        )
    location = StoreLocation(folder, EMBEDDED, datetime.now(UTC))
    outcomes: list[Outcome] = []
    for text in options.files:
        path = Path(text)
        if path.exists() and not path.is_file():
            raise StoreError("cannot read {path}: it is not a regular file", path=path)
        try:
            if path.stat().st_size > bounds.BYTES:
                raise InvalidData("{path}: larger than {bytes:,} bytes", path=path, bytes=bounds.BYTES)
            content = path.read_bytes()
        except OSError as error:
            raise StoreError("cannot read {path}: {error}", path=path, error=reason(error)) from None
        _refuse_excerpt(path)
        file = File(path.name, _unpacked(content))
        source = SOURCES[options.source] if options.source else recognise(file.content, file.name)
        received = Received(file, f"file:{path.name}", vintage=vintage)
        outcome, new = accept(source, received, location)
        writing.commit(folder, [new])
        outcomes.append(outcome)
    notices = [notice for outcome in outcomes for notice in outcome.notices]
    return warned(fetched.report(outcomes), notices), 0


def _refuse_excerpt(path: Path) -> None:
    """Refuse a part of a file, as those of `fixtures/` are: what it lacks would pass for withdrawn.

    Raises:
        InvalidData: The description beside it says that it is one.
    """
    try:
        described = tomllib.loads(Path(f"{path}.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return
    if described.get("excerpt") is True:
        raise InvalidData(
            "{name}: an excerpt, as {name}.toml says: rows and cells of the file are missing",
            hint="add the whole file; the figures of fixtures/ are in the embedded data already",
            name=path.name,
        )


def _unpacked(content: bytes) -> bytes:
    """A file as the publisher sent it, also where it was kept compressed."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            # One byte more than may be, so that a larger file is seen to be larger and refused.
            return packed.read(bounds.BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise InvalidData("the gzip file is damaged") from None


#: What each action does.
ACTIONS: dict[str, Callable[[Path, Options], tuple[Report, int]]] = {
    "path": _path,
    "list": _list,
    "verify": _verify,
    "prune": _prune,
    "export": _export,
    "add": _add,
}
