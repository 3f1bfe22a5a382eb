"""What `trade fetch` was asked, all sources at once, and how it ended."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import NamedTuple

from tradecli import files, keys, load, periods, progress
from tradecli.errors import QueryError, SourceError, StoreError
from tradecli.facts import commodities, places
from tradecli.outcome import Outcome
from tradecli.output import warn
from tradecli.refresh import Shelf, plan, refresh
from tradecli.sources.base import Source
from tradecli.sources.registry import SOURCES
from tradecli.sources.request import Wanted
from tradecli.store import manifest as manifests

#: What is fetched where no source is named: those that need neither key nor partner.
DEFAULT = ("mof", "census")


class Errand(NamedTuple):
    """Which sources to ask, and for what."""

    sources: tuple[Source, ...]
    since: date | None
    reporter: str
    partners: tuple[str, ...]
    commodity: str
    classification: str


def errand(
    names: Sequence[str], *, since: str, reporter: str, partners: Sequence[str], commodity: str
) -> Errand:
    """What the options ask for, codes and names resolved.

    Raises:
        QueryError: No such source, or an option's value is malformed.
        NoData: A reporter, partner or commodity nobody knows.
    """
    unknown = [name for name in names if name not in SOURCES]
    if unknown:
        raise QueryError(
            f"there is no source {unknown[0]!r}",
            hint=f"the sources are {', '.join(SOURCES)}",
            candidates=SOURCES,
        )
    goods = commodities.find(commodity)
    return Errand(
        tuple(SOURCES[name] for name in dict.fromkeys(names or DEFAULT)),
        periods.parse(since) if since else None,
        places.find(reporter).code if reporter else "",
        tuple(places.find(partner).code for partner in partners),
        goods.code,
        goods.classification,
    )


def run(asked: Errand, *, dry_run: bool, force: bool, timeout: float, offline: bool) -> list[Outcome]:
    """Ask every source, side by side; the files of one source in order.

    Raises:
        SourceError: Offline.
        StoreError: The store cannot be written.
        NoData: A source does not have what is wanted.
    """
    if offline and not dry_run:
        raise SourceError("nothing is fetched offline", hint="leave --offline away, or unset TRADE_OFFLINE")
    shelf = Shelf(files.data_folder(), load.EMBEDDED, datetime.now(UTC))
    with (
        progress.bars(quiet=dry_run) as tell,
        ThreadPoolExecutor(max_workers=max(1, len(asked.sources))) as pool,
    ):
        waiting = [
            pool.submit(_one, source, asked, shelf, tell, dry_run=dry_run, force=force, timeout=timeout)
            for source in asked.sources
        ]
        return [outcome for future in waiting for outcome in future.result()]


def _one(
    source: Source,
    asked: Errand,
    shelf: Shelf,
    tell: Callable[[str, int, int | None], None] | None,
    *,
    dry_run: bool,
    force: bool,
    timeout: float,
) -> list[Outcome]:
    from tradecli.download import Client, Limits, Place

    secret = keys.secret(source.key.variable, warn) if source.key else ""
    instead = os.environ.get(f"TRADE_{source.id.upper()}_URL", "")
    place = Place(source.id, source.address, source.hosts, source.key, secret, instead)
    reporter = asked.reporter or source.reporter
    held = [] if force else _held(shelf, source, asked, reporter)
    wanted = Wanted(
        today=shelf.now.date(),
        since=asked.since,
        reporter=reporter,
        partners=asked.partners,
        commodity=asked.commodity,
        classification=asked.classification,
        newest=periods.parse(max(held)) if held else None,
        keyed=bool(secret),
    )
    if source.key and source.key.required and not secret:
        raise SourceError(
            f"the source {source.id} needs a key", hint=f"set {source.key.variable} (see `trade sources`)"
        )
    standard = Limits()
    limits = standard._replace(
        total=timeout, connect=min(standard.connect, timeout), read=min(standard.read, timeout)
    )
    with Client(place, limits) as client:
        if dry_run:
            return plan(source, client, wanted, shelf, force=force)
        return refresh(source, client, wanted, shelf, force=force, progress=tell)


def _held(shelf: Shelf, source: Source, asked: Errand, reporter: str) -> list[str]:
    """The newest months held of just what is asked: another pair's or commodity's would hide a gap."""
    if asked.classification != "total":
        return []
    return [
        entry.newest_month
        for entry in shelf.manifest().of(source.id)
        if "total" in entry.classifications
        and (not reporter or reporter in entry.reporters)
        and (not entry.partners or (asked.partners and set(asked.partners) <= set(entry.partners)))
    ]


def judged(outcomes: Sequence[Outcome], *, strict: bool) -> int:
    """Say what failed, and how the whole ended: the exit code.

    Raises:
        TradeError: Nothing came of it at all: the first error.
    """
    if outcomes and outcomes[0].error and all(outcome.status == "nothing" for outcome in outcomes):
        raise outcomes[0].error
    failed = [outcome for outcome in outcomes if outcome.error and outcome.status != "nothing"]
    if failed and len(failed) == len(outcomes) and failed[0].error:
        code, error = _code(failed, strict=strict), failed[0].error
        if code == error.exit_code:
            _tell(failed[1:])
            raise error
    _tell(failed)
    return _code(failed, strict=strict)


def _code(failed: Sequence[Outcome], *, strict: bool) -> int:
    """5 where data was refused; 4 where a source failed of which nothing is stored, or with --strict."""
    codes = {5 for outcome in failed if outcome.status == "refused"}
    for outcome in failed:
        if outcome.status == "unreachable" and (strict or not (outcome.optional or age(outcome.source))):
            codes.add(SourceError.exit_code)
    return max(codes, default=0)


def _tell(failed: Sequence[Outcome]) -> None:
    for outcome in failed:
        stored = age(outcome.source)
        remains = f"; the stored figures of {stored} still answer" if stored else ""
        warn(f"{outcome.error}{remains}")


def age(source: str) -> str:
    """How old the newest stored vintage of a source is, in words; empty where nothing is stored."""
    try:
        folder = files.data_folder()
        entries = manifests.read(folder)[0].of(source) if manifests.exists(folder) else []
    except StoreError:
        return ""
    if not entries:
        return ""
    newest = max(entry.vintage for entry in entries)
    days = max(0, (datetime.now(UTC).date() - date.fromisoformat(newest)).days)
    return f"vintage {newest}, {days} days old,"
