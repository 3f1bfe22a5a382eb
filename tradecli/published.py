"""The published figures of a question, wherever they are: embedded, in the store, or in an own table."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import polars as pl

from tradecli import files, messages, pinned
from tradecli.errors import NoData, QueryError, StoreError
from tradecli.facts import places
from tradecli.question import Question
from tradecli.schema import OBSERVATIONS
from tradecli.serving import has, has_any, has_area, has_each, has_partners
from tradecli.sources import SOURCES, answering, default_source
from tradecli.wording import Listed, Wording

if TYPE_CHECKING:
    from tradecli.own_table import Answer, Table

EMBEDDED = Path(__file__).parent / "data"

Origins = Mapping[str, Mapping[str, Any]]


class Published(NamedTuple):
    """Rows of every vintage, the source that answers, and the way to look up what is behind an origin.

    `troubles` says what of the store could not be read; `other` is the newest month of the same seasonally
    adjusted, or unadjusted, where the office publishes both; `years` the newest year of a source with years
    alone that has each flow of the question, where this one lacks one.
    """

    source: str
    rows: pl.DataFrame
    origins: Callable[[], Origins]
    troubles: tuple[str, ...] = ()
    other: date | None = None
    years: date | None = None


def read(
    question: Question,
    wanted: pl.Expr,
    embedded: Path,
    *,
    partners: Sequence[str] = (),
    classification: str = "",
    pairs: Sequence[Sequence[str]] = (),
) -> Published:
    """The rows of a question's reporter and adjustment that are *wanted*.

    Args:
        question: Whose reporter, adjustment, source and day count.
        wanted: What else a row must be.
        embedded: The folder of the embedded tables.
        partners: The only partners that *wanted* lets through, so that other files stay closed.
        classification: The only one that it lets through.
        pairs: The codes of each partner, of which a source should have one each.

    Raises:
        QueryError: No such source.
        NoData: The source named does not cover the reporter.
    """
    either = wanted & (pl.col("reporter") == question.reporter)
    wanted = either & (pl.col("adjustment") == question.adjustment)
    if question.table:
        own = _own(question.table, question, partners, classification)
        return Published(own.source, own.rows.filter(wanted), lambda: own.origins)
    found = _answered(question, wanted, embedded, partners, classification, pairs)
    return found._replace(other=_other(found.source, question, either, embedded))


def _other(source: str, question: Question, either: pl.Expr, embedded: Path) -> date | None:
    """The newest embedded month of the other adjustment, of an office that publishes both."""
    if not SOURCES[source].adjusted or question.as_of:
        return None
    other = either & (pl.col("adjustment") != question.adjustment) & (pl.col("span") == "month")
    months = _scan(embedded / f"{source}.parquet").filter(other).select("period").collect()
    return cast("date | None", months["period"].max())


def _answered(
    question: Question,
    wanted: pl.Expr,
    embedded: Path,
    partners: Sequence[str],
    classification: str,
    pairs: Sequence[Sequence[str]],
) -> Published:
    """The rows of the source named; of none, of the first that has every flow of the question, or the most.

    A source that has years alone is asked where no other has a flow, or by a question about years; of all
    partners, where no other has partners beside a total.
    """
    best: Published | None = None
    for source in _sources(question):
        if (
            SOURCES[source].yearly
            and not question.yearly
            and partners
            and best
            and has_any(best.rows, question)
        ):
            years = _of_source(source, question, wanted, embedded, partners, classification).rows
            whole = has(years, "flow", question.flows)
            return best._replace(years=cast("date", years["period"].max()) if whole else None)
        found = _of_source(source, question, wanted, embedded, partners, classification)
        if question.source or (SOURCES[source].every_partner and found.rows.height):
            return found
        served = has_each(found.rows, pairs) if partners else has_partners(found.rows)
        served = served and (len(pairs) > 1 or not partners or has_area(found.rows, question))
        if served and has(found.rows, "flow", question.flows):
            return found
        if best is None or best.rows.is_empty():
            best = found if best is None or found.rows.height else best
    return cast("Published", best)


def _of_source(
    source: str,
    question: Question,
    wanted: pl.Expr,
    embedded: Path,
    partners: Sequence[str],
    classification: str,
) -> Published:
    """The rows of one source, embedded and stored."""
    path, store = embedded / f"{source}.parquet", store_folder()
    rows = _scan(path).filter(wanted).collect() if path.exists() else None
    facts = {"path": path, "count": 0 if rows is None else rows.height, "reporter": question.reporter}
    messages.debug(Wording("{path}: {count} rows of {reporter} read", **facts))
    troubles: tuple[str, ...] = ()
    if store is not None:
        from tradecli.store import available

        rows, troubles = available.rows(store, source, question, wanted, rows, partners, classification)
    empty = pl.DataFrame(schema=OBSERVATIONS)
    return Published(source, empty if rows is None else rows, partial(origins, source, embedded), troubles)


def _scan(path: Path) -> pl.LazyFrame:
    """An embedded table; of a receipt that is answered again, what it had then."""
    rows, pin = pl.scan_parquet(path), pinned.pin()
    return rows if pin is None else rows.filter(pl.col("origin").is_in(pin.origins))


def _sources(question: Question) -> Iterable[str]:
    """The source that is named; else those that may answer, best first.

    Raises:
        QueryError: No such source.
        NoData: The source named does not cover the reporter.
    """
    chosen = question.source
    if not chosen:
        return answering(question.reporter)
    if chosen not in SOURCES:
        raise QueryError(
            "there is no source {chosen!r}",
            hint="the sources are {sources}",
            candidates=SOURCES,
            chosen=chosen,
            sources=Listed(SOURCES),
        )
    covered = SOURCES[chosen].reporters
    default = default_source(question.reporter)
    if chosen != default and covered and question.reporter not in covered:
        raise NoData(
            "the source {chosen} does not cover the reporter {place.name}",
            hint="{chosen} covers {covered}; {place.name} is answered by {default}",
            chosen=chosen,
            place=places.place(question.reporter),
            covered=Listed(covered),
            default=default,
        )
    return (chosen,)


def _own(table: Table, question: Question, partners: Sequence[str], classification: str) -> Answer:
    """What an own table answers.

    Args:
        table: Where the figures are read.
        question: The reporter, the source and the commodity are taken from it.
        partners: The only ones whose groups of commodities are wanted.
        classification: The only list of commodities; empty means the total and every chapter.
    """
    from tradecli import own_table

    commodity = question.commodity if classification else ""
    asked = own_table.Asked(question.reporter, question.source, commodity, classification, tuple(partners))
    answer = own_table.answer(table, asked)
    messages.debug(
        Wording(
            "{path}: {count} monthly figures read, by {engine}",
            path=table.path,
            count=answer.rows.height,
            engine=table.engine,
        )
    )
    return answer


def origins(source: str, embedded: Path = EMBEDDED) -> dict[str, dict[str, Any]]:
    """The manifests of a source: for each origin its file, hash, vintage, publisher, address and licence."""
    store = store_folder()
    if store is None:
        return embedded_origins(embedded, source)
    from tradecli.store import available

    return embedded_origins(embedded, source) | available.origins(store)


@cache
def embedded_origins(folder: Path, source: str) -> dict[str, dict[str, Any]]:
    """What is known of each embedded file of a source."""
    path = folder / f"{source}.origins.json"
    if not path.exists():
        return {}
    return {entry["id"]: entry for entry in json.loads(path.read_text(encoding="utf-8"))}


def store_folder() -> Path | None:
    """The folder of the store, if there is one; nothing of it is imported where there is none."""
    try:
        folder = files.data_folder()
    except StoreError:
        return None
    # Tables without a manifest are those of a store that has lost it.
    names = ("manifest.json", "manifest.copy.json", "observations")
    return folder if os.path.isdir(folder) and any(os.path.lexists(folder / one) for one in names) else None


def state(embedded: Path) -> Hashable:
    """What published figures are read from, as it is now: as long as it is equal, so are the figures.

    The tables of a store are named in its manifest with their hashes, and never changed.
    """
    store = store_folder()
    manifests = [] if store is None else [store / "manifest.json", store / "manifest.copy.json"]
    return (embedded, pinned.now().date(), pinned.pin(), store, *map(_written, manifests))


def _written(path: Path) -> tuple[int, int, int] | None:
    """What tells a file from a later one in its place; None where there is none."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_ino, about.st_size, about.st_mtime_ns


def everything(source: str, embedded: Path) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """All rows of a source, embedded and stored, every vintage of them; and the store's troubles."""
    from tradecli.store import available

    try:
        rows, _, troubles = available.everything(store_folder(), embedded, source)
    except StoreError as error:
        rows = available.everything(None, embedded, source).rows
        troubles = (available.unreadable(error),)
    pin = pinned.pin()
    return rows if pin is None else rows.filter(pl.col("origin").is_in(pin.origins)), troubles


def goods(source: str, classification: str, embedded: Path) -> pl.DataFrame:
    """Which goods of a list a source has figures of, embedded and stored.

    Returns:
        A row for each reporter, partner, flow and commodity: its first and last period.
    """
    wanted = pl.col("classification") == classification
    series = ["reporter", "partner", "flow", "commodity"]
    path, folder = embedded / f"{source}.parquet", store_folder()
    frames = [_scan(path).filter(wanted).select(*series, "period").collect()] if path.exists() else []
    if folder is not None:
        from tradecli.store import reading

        try:
            stored = reading.rows(folder, source, wanted, classification=classification).rows
        except StoreError as error:
            messages.debug(str(error))
        else:
            frames.append(stored.select(*series, "period"))
    empty = pl.DataFrame(schema={name: OBSERVATIONS[name] for name in (*series, "period")})
    rows = pl.concat([empty, *frames])
    return rows.group_by(series).agg(first=pl.min("period"), last=pl.max("period"))


@cache
def releases(folder: Path = EMBEDDED) -> pl.DataFrame:
    """What the publishers' releases stated: growth rates, shares, streaks, as printed."""
    return pl.read_parquet(folder / "releases.parquet")
