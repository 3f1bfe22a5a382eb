"""What `trade fetch` was asked, all sources at once, and how it ended."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from datetime import UTC, date, datetime
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from tradecli import files, keys, periods, progress
from tradecli.errors import QueryError, SourceError, StoreError
from tradecli.facts import commodities, places
from tradecli.intake import StoreLocation
from tradecli.outcome import Outcome
from tradecli.published import EMBEDDED
from tradecli.refresh import Progress, plan, refresh
from tradecli.sources import SOURCES
from tradecli.sources.base import Source
from tradecli.sources.request import Wanted
from tradecli.store import manifest as manifests
from tradecli.wording import Listed, Wording

if TYPE_CHECKING:
    from tradecli.download import Limits, Stop

#: Seconds that one file may take at most, attempts and waits included: a day.
_LONGEST = 86_400


class FetchPlan(NamedTuple):
    """Which sources to ask, and for what."""

    sources: tuple[Source, ...]
    since: date | None
    reporter: str
    partners: tuple[str, ...]
    commodity: str
    classification: str


def fetch_plan(
    names: Sequence[str], *, since: str, reporter: str, partners: Sequence[str], commodity: str
) -> FetchPlan:
    """What the options ask for, codes and names resolved.

    Raises:
        QueryError: No such source, or an option's value is malformed.
        NoData: A reporter, partner or commodity nobody knows.
    """
    unknown = [name for name in names if name not in SOURCES]
    if unknown:
        raise QueryError(
            "there is no source {unknown!r}",
            hint="the sources are {sources}",
            candidates=SOURCES,
            unknown=unknown[0],
            sources=Listed(SOURCES),
        )
    goods = commodities.find(commodity)
    chosen = dict.fromkeys(names) or [name for name, source in SOURCES.items() if source.fetched_unasked]
    return FetchPlan(
        tuple(SOURCES[name] for name in chosen),
        periods.parse(since) if since else None,
        places.find(reporter).code if reporter else "",
        tuple(places.find(partner).code for partner in partners),
        goods.code,
        goods.classification,
    )


def run(
    asked: FetchPlan, *, dry_run: bool, force: bool, timeout: float, offline: bool
) -> tuple[list[Outcome], list[str]]:
    """Ask every source, side by side; the files of one source in order.

    Returns:
        What became of each file, and why keys that are there are not used.

    Raises:
        SourceError: Offline.
        StoreError: The store cannot be written.
        NoData: A source does not have what is wanted.
    """
    # A comparison with no number ("nan") is false.
    if not 0 < timeout <= _LONGEST:
        raise QueryError(
            "the timeout {timeout:g} is no time",
            hint="give seconds, more than 0 and at most {longest}",
            timeout=timeout,
            longest=_LONGEST,
        )
    if offline and not dry_run:
        raise SourceError("nothing is fetched offline", hint="leave --offline away, or unset TRADE_OFFLINE")
    from tradecli.download import Stop

    location = StoreLocation(files.data_folder(), EMBEDDED, datetime.now(UTC))
    stop = Stop()
    limits, unused = _limits(timeout), list[str]()
    ask = partial(
        _one, asked=asked, location=location, stop=stop, dry_run=dry_run, force=force, limits=limits
    )
    with progress.bars(quiet=dry_run) as report:
        waiting = [
            _begun(partial(ask, source, report=report, unused=unused.append)) for source in asked.sources
        ]
        try:
            # In turns: since polars is imported, Ctrl-C does not end a wait for a lock.
            while wait(waiting, 0.1).not_done:
                pass
        except BaseException:
            stop()
            raise
        return [outcome for future in waiting for outcome in future.result()], unused


def _begun(work: Callable[[], list[Outcome]]) -> Future[list[Outcome]]:
    """Work in a thread that ends with the program: one that is interrupted waits for no server."""
    future: Future[list[Outcome]] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    return future


def _one(
    source: Source,
    asked: FetchPlan,
    location: StoreLocation,
    report: Progress | None,
    stop: Stop,
    unused: Callable[[str], None],
    limits: Limits,
    *,
    dry_run: bool,
    force: bool,
) -> list[Outcome]:
    from tradecli.download import Client, Place

    secret = keys.secret(source.key.variable, unused) if source.key else ""
    instead = os.environ.get(f"TRADE_{source.id.upper()}_URL", "")
    place = Place(source.id, source.address, source.hosts, source.key, secret, instead)
    reporter = asked.reporter or source.reporter
    months = [] if force else _months(location, source, asked, reporter)
    wanted = Wanted(
        today=location.now.date(),
        since=asked.since,
        reporter=reporter,
        partners=asked.partners,
        commodity=asked.commodity,
        classification=asked.classification,
        newest=periods.parse(max(months)) if months else None,
        keyed=bool(secret) or (dry_run and source.hs_codes_keyed and asked.classification != "total"),
    )
    if source.key and source.key.required and not secret:
        raise SourceError(
            "the source {source} needs a key",
            hint="set {variable} (see `trade sources`)",
            source=source.id,
            variable=source.key.variable,
        )
    with Client(place, limits, stop) as client:
        if dry_run:
            planned = plan(source, client, wanted, location, force=force)
            return planned if secret or not (wanted.keyed and source.key) else _without_key(planned, source)
        return refresh(source, client, wanted, location, force=force, progress=report)


def _without_key(planned: list[Outcome], source: Source) -> list[Outcome]:
    """A plan that only a key can carry out, and that says so."""
    variable = source.key.variable if source.key else ""
    notice = Wording("needs the key {variable}", variable=variable)
    return [outcome._replace(notices=(*outcome.notices, notice)) for outcome in planned]


def _limits(timeout: float) -> Limits:
    """The limits of a download whose whole may take so many seconds."""
    from tradecli.download import Limits

    standard = Limits()
    return standard._replace(
        total=timeout, connect=min(standard.connect, timeout), read=min(standard.read, timeout)
    )


def _months(location: StoreLocation, source: Source, asked: FetchPlan, reporter: str) -> list[str]:
    """The newest months available of just what is asked: another pair's or commodity's would hide a gap."""
    if asked.classification != "total":
        return []
    return [
        entry.newest_month
        for entry in location.manifest().of(source.id)
        if "total" in entry.classifications
        and (not reporter or reporter in entry.reporters)
        and (not entry.partners or (asked.partners and set(asked.partners) <= set(entry.partners)))
    ]


def exit_code(outcomes: Sequence[Outcome], *, strict: bool) -> tuple[int, list[str]]:
    """The exit code of the whole, and what failed.

    Raises:
        TradeError: Nothing came of it at all: the first error, the others as its notes.
    """
    if outcomes and outcomes[0].error and all(outcome.status == "nothing" for outcome in outcomes):
        raise outcomes[0].error
    failed = [outcome for outcome in outcomes if outcome.error and outcome.status != "nothing"]
    if failed and len(failed) == len(outcomes) and failed[0].error:
        code, error = _code(failed, strict=strict), failed[0].error
        if code == error.exit_code:
            for other in _said(failed[1:]):
                error.add_note(other)
            raise error
    return _code(failed, strict=strict), _said(failed)


def _code(failed: Sequence[Outcome], *, strict: bool) -> int:
    """5 where data was refused; 4 where a source failed of which nothing is stored, or with --strict."""
    codes = {5 for outcome in failed if outcome.status == "refused"}
    for outcome in failed:
        if outcome.status == "unreachable" and (strict or not (outcome.optional or age(outcome.source))):
            codes.add(SourceError.exit_code)
    return max(codes, default=0)


def _said(failed: Sequence[Outcome]) -> list[str]:
    """Why each file failed, and what still answers."""
    stored = [age(outcome.source) for outcome in failed]
    remains = (
        Wording("; the stored figures of {old} still answer", old=old) if old else "" for old in stored
    )
    return [
        Wording("{error}{still}", error=outcome.error, still=still)
        for outcome, still in zip(failed, remains, strict=True)
    ]


def age(source: str) -> str:
    """How old the newest stored vintage of a source is, in words; empty where nothing is stored."""
    try:
        folder = files.data_folder()
        entries = manifests.current(folder).of(source)
    except StoreError:
        return ""
    if not entries:
        return ""
    newest = max(entry.vintage for entry in entries)
    days = max(0, (datetime.now(UTC).date() - date.fromisoformat(newest)).days)
    return Wording("vintage {day}, {days} days old,", day=newest, days=days)
