"""Which sources `trade fetch` asks, and why: those named, the best for a reporter, or all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tradecli import keys, periods
from tradecli.errors import NoData, QueryError
from tradecli.facts import commodities, places
from tradecli.facts.places import Place
from tradecli.sources import SOURCES, answering
from tradecli.sources.base import Source
from tradecli.wording import Listed, Wording

if TYPE_CHECKING:
    import polars as pl

#: A reporter of which more partners are held was fetched with all of them.
_FEW = 30


class Task(NamedTuple):
    """One source, and whose trade with whom it is asked for; () for all partners it has."""

    source: Source
    reporter: str = ""
    partners: tuple[str, ...] = ()


class FetchPlan(NamedTuple):
    """What is asked for: the tasks of each line follow one another, the lines stand side by side.

    Attributes:
        lines: Tasks in turn.
        named: Whether the sources were named, so that one that cannot be asked ends the whole.
        first_only: Whether a line ends with the first task that brings something.
        since: The first month wanted.
        commodity: A code of *classification*.
        classification: `total` or `hs`.
        reasons: Why these sources.
    """

    lines: tuple[tuple[Task, ...], ...]
    since: date | None = None
    commodity: str = "TOTAL"
    classification: str = "total"
    named: bool = False
    first_only: bool = False
    reasons: tuple[str, ...] = ()


def fetch_plan(
    names: Sequence[str], *, since: str, reporter: str, partners: Sequence[str], commodity: str
) -> FetchPlan:
    """What the options ask for, codes and names resolved.

    Without a source the best for the reporter is asked: its own office, then the compilers of many
    countries, each only where the one before has nothing; without a reporter those fetched unasked.

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
    whose = places.find(reporter) if reporter else None
    wanted = tuple(places.find(partner).code for partner in partners)
    plan = FetchPlan((), periods.parse(since) if since else None, goods.code, goods.classification)
    if whose and not names:
        return _best(plan, whose, wanted)
    chosen = dict.fromkeys(names) or [name for name, source in SOURCES.items() if source.fetched_unasked]
    tasks = tuple(_task(SOURCES[name], whose.code if whose else "", wanted) for name in chosen)
    return plan._replace(lines=tuple((task,) for task in tasks), named=True)


def _task(source: Source, reporter: str, partners: Sequence[str]) -> Task:
    """The task of some partners: of an area that the source does not publish, its members."""
    asked = [
        code
        for partner in partners
        for code in (_members(partner, reporter) if partner not in source.areas else ()) or (partner,)
    ]
    return Task(source, reporter, tuple(dict.fromkeys(asked)))


def _members(area: str, reporter: str) -> list[str]:
    """Who belongs to an area, or did; nothing of a country."""
    return [code for code in places.place(area).members if code != reporter]


def _best(plan: FetchPlan, reporter: Place, partners: tuple[str, ...]) -> FetchPlan:
    """The sources that may answer for a reporter and can be asked, best first; and why.

    Raises:
        NoData: None can be asked.
    """
    open_, reasons = list[Source](), list[str]()
    for name in answering(reporter.code):
        source = SOURCES[name]
        if not source.fetchable:
            reasons += [_not_fetched(source)] if reporter.code in source.answers_for else []
        elif missing := lacking_key(source):
            reasons.append(missing)
        else:
            open_.append(source)
    if not open_:
        raise NoData(
            "no source of {place.name} can be asked",
            hint="`trade sources` says what each source covers",
            place=reporter,
        )
    reasons.append(_chosen(open_[0], reporter))
    if len(open_) > 1:
        rest = Listed((source.id for source in open_[1:]), "and")
        reasons.append(
            Wording(
                "{rest}: asked only where the source before has nothing",
                rest=rest,
            )
        )
    line = tuple(_task(source, reporter.code, partners) for source in open_)
    return plan._replace(lines=(line,), first_only=True, reasons=tuple(reasons))


def _chosen(source: Source, reporter: Place) -> str:
    """Why a source is asked first."""
    key = "no key is needed" if not (source.key and _keyed(source)) else "its key is set"
    if reporter.code in source.answers_for:
        return Wording(
            "{source} is asked first: the own office of {place.name}; {key}",
            source=source.id,
            place=reporter,
            key=Wording(key),
        )
    return Wording(
        "{source} is asked first: it compiles what offices report; {key}",
        source=source.id,
        key=Wording(key),
    )


def _not_fetched(source: Source) -> str:
    """That a source has no files that can be asked for."""
    return Wording("{source}: its files are not fetched; see {home}", source=source.id, home=source.home)


def lacking_key(source: Source) -> str:
    """That a source needs a key which is not set; empty where it can be asked."""
    if not (source.key and source.key.required) or _keyed(source):
        return ""
    return Wording(
        "{source} is passed over: it needs a key, and {variable} is not set",
        source=source.id,
        variable=source.key.variable,
    )


def _keyed(source: Source) -> bool:
    return bool(source.key and keys.secret(source.key.variable, lambda _: None))


def everything_held(since: str, held: Callable[[str], pl.DataFrame]) -> FetchPlan:
    """Every source that has figures, embedded or stored: each asked for the pairs of which it has them.

    Args:
        since: The first month wanted.
        held: The rows of a source.

    Returns:
        The plan, whose reasons name the sources that cannot be asked.
    """
    lines, reasons, closed = list[tuple[Task, ...]](), list[str](), list[str]()
    for source in SOURCES.values():
        rows = held(source.id)
        if rows.is_empty():
            continue
        if not source.fetchable:
            closed.append(source.id)
        elif missing := lacking_key(source):
            reasons.append(missing)
        else:
            lines.append(tuple(_of_pairs(source, rows)))
    if closed:
        reasons.append(
            Wording("not fetched: {closed}; their figures come with the program", closed=Listed(closed))
        )
    return FetchPlan(tuple(lines), periods.parse(since) if since else None, reasons=tuple(reasons))


def _of_pairs(source: Source, rows: pl.DataFrame) -> Iterator[Task]:
    """The tasks that bring what is held of a source again: one, or one for each reporter."""
    import polars as pl

    if source.fetched_unasked:
        yield Task(source)
        return
    totals = rows.filter(pl.col("classification") == "total").select("reporter", "partner").unique()
    for reporter in sorted(totals["reporter"].unique()):
        partners = sorted(totals.filter(pl.col("reporter") == reporter)["partner"])
        partners = [code for code in partners if code != "WORLD" and places.place(code).level == "country"]
        few = tuple(partners) if len(partners) <= _FEW else ()
        yield Task(source, reporter, few)
