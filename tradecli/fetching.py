"""What `trade fetch` was asked, all sources at once, and how it ended."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from datetime import UTC, date, datetime
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tradecli import files, keys, messages, periods, progress
from tradecli.errors import NoData, QueryError, SourceError, StoreError
from tradecli.fetch_plans import FetchPlan, Task
from tradecli.intake import StoreLocation
from tradecli.outcome import Outcome
from tradecli.published import EMBEDDED
from tradecli.refresh import Progress, plan, refresh
from tradecli.sources import SOURCES
from tradecli.sources.base import Source
from tradecli.sources.request import Wanted
from tradecli.store import manifest as manifests
from tradecli.wording import Wording

if TYPE_CHECKING:
    from tradecli.download import Limits, Stop

#: Seconds that one file may take at most, attempts and waits included: a day.
_LONGEST = 86_400
#: What of a task is an answer.
_CAME = frozenset({"new", "unchanged", "planned"})


def run(
    asked: FetchPlan, *, dry_run: bool, force: bool, timeout: float, offline: bool
) -> tuple[list[Outcome], list[str]]:
    """Ask every line of the plan, side by side; the tasks of a line, and the files of a source, in order.

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
        one = partial(ask, report=report, unused=unused.append)
        waiting = [_begun(partial(_in_turn, line, one, asked, unused.append)) for line in asked.lines]
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


def _in_turn(
    line: Sequence[Task], one: Callable[[Task], list[Outcome]], asked: FetchPlan, warn: Callable[[str], None]
) -> list[Outcome]:
    """The tasks of a line one after another; with `first_only` until one brings something.

    What cannot be asked at all ends the whole where the task was named, else it is one of the outcomes.
    """
    outcomes = list[Outcome]()
    for task in line:
        try:
            found = one(task)
        except (NoData, SourceError) as error:
            if asked.named:
                raise
            status = "nothing" if isinstance(error, NoData) else "unreachable"
            found = [Outcome(task.source.id, "", status, error=error)]
        if asked.first_only and any(outcome.status in _CAME for outcome in found):
            for outcome in outcomes:
                warn(Wording("{source} brought nothing: {error}", source=outcome.source, error=outcome.error))
            return found
        outcomes += found
    return outcomes


def _one(
    task: Task,
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

    source = task.source
    secret = _secret(source, unused)
    instead = os.environ.get(f"TRADE_{source.id.upper()}_URL", "")
    place = Place(source.id, source.address, source.hosts, source.key, secret, instead)
    reporter = task.reporter or source.reporter
    months = [] if force else _months(location, task, asked, reporter)
    wanted = Wanted(
        today=location.now.date(),
        since=asked.since,
        reporter=reporter,
        partners=task.partners,
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


def _secret(source: Source, unused: Callable[[str], None]) -> str:
    """The key of a source; one that is sent in the query may have been handed out escaped for it."""
    secret = keys.secret(source.key.variable, unused) if source.key else ""
    if source.key and source.key.parameter and "%" in secret:
        secret = unquote(secret)
        messages.hide(secret)
    return secret


def _months(location: StoreLocation, task: Task, asked: FetchPlan, reporter: str) -> list[str]:
    """The newest months available of just what is asked: another pair's or commodity's would hide a gap."""
    if asked.classification != "total":
        return []
    return [
        entry.newest_month
        for entry in location.manifest().of(task.source.id)
        if "total" in entry.classifications
        and (not reporter or reporter in entry.reporters)
        and (not entry.partners or (task.partners and set(task.partners) <= set(entry.partners)))
    ]


def limits(outcomes: Sequence[Outcome]) -> list[str]:
    """How many requests each source would be asked, of those whose limits are documented."""
    counts = Counter(outcome.source for outcome in outcomes if outcome.status == "planned")
    return [
        Wording(
            "{source}: requests: {count}; {limits}",
            source=source,
            count=count,
            limits=Wording(SOURCES[source].limits),
        )
        for source, count in counts.items()
        if SOURCES[source].limits
    ]


def exit_code(outcomes: Sequence[Outcome], *, strict: bool) -> tuple[int, list[str]]:
    """The exit code of the whole, and what failed.

    Raises:
        TradeError: Nothing came of it at all: the first error, the others as its notes.
    """
    if outcomes and outcomes[0].error and all(outcome.status == "nothing" for outcome in outcomes):
        for outcome in outcomes[1:]:
            outcomes[0].error.add_note(Wording("{error}", error=outcome.error))
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
