"""The published figures of a question, wherever they are: embedded, in the store, or in an own table."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from tradecli import files, messages
from tradecli.errors import NoData, QueryError, StoreError
from tradecli.facts import places
from tradecli.question import Question
from tradecli.schema import OBSERVATIONS
from tradecli.sources import SOURCES, default_source
from tradecli.wording import Listed, Wording

if TYPE_CHECKING:
    from tradecli.own_table import Answer, Table

EMBEDDED = Path(__file__).parent / "data"

Origins = Mapping[str, Mapping[str, Any]]


class Published(NamedTuple):
    """Rows of every vintage, the source that answers, and the way to look up what is behind an origin.

    `troubles` says what of the store could not be read.
    """

    source: str
    rows: pl.DataFrame
    origins: Callable[[], Origins]
    troubles: tuple[str, ...] = ()


def read(
    question: Question,
    wanted: pl.Expr,
    embedded: Path,
    *,
    partners: Sequence[str] = (),
    classification: str = "",
) -> Published:
    """The rows of a question's reporter and adjustment that are *wanted*.

    Args:
        question: Whose reporter, adjustment, source and day count.
        wanted: What else a row must be.
        embedded: The folder of the embedded tables.
        partners: The only partners that *wanted* lets through, so that other files stay closed.
        classification: The only one that it lets through.

    Raises:
        QueryError: No such source.
        NoData: The source named does not cover the reporter.
    """
    wanted &= (pl.col("reporter") == question.reporter) & (pl.col("adjustment") == question.adjustment)
    if question.table:
        own = _own(question.table, question, partners, classification)
        return Published(own.source, own.rows.filter(wanted), lambda: own.origins)
    source = _source(question)
    path = embedded / f"{source}.parquet"
    rows = pl.scan_parquet(path).filter(wanted).collect() if path.exists() else None
    read = 0 if rows is None else rows.height
    messages.debug(
        Wording("{path}: {count} rows of {reporter} read", path=path, count=read, reporter=question.reporter)
    )
    store = _store()
    troubles: tuple[str, ...] = ()
    if store is not None:
        from tradecli.store import available

        rows, troubles = available.rows(store, source, question, wanted, rows, partners, classification)
    empty = pl.DataFrame(schema=OBSERVATIONS)
    return Published(source, empty if rows is None else rows, partial(_origins, embedded), troubles)


def _source(question: Question) -> str:
    default = default_source(question.reporter)
    chosen = question.source or default
    if chosen == default:
        return chosen
    if chosen not in SOURCES:
        raise QueryError(
            "there is no source {chosen!r}",
            hint="the sources are {sources}",
            candidates=SOURCES,
            chosen=chosen,
            sources=Listed(SOURCES),
        )
    covered = SOURCES[chosen].reporters
    if covered and question.reporter not in covered:
        raise NoData(
            "the source {chosen} does not cover the reporter {place.name}",
            hint="{chosen} covers {covered}; {place.name} is answered by {default}",
            chosen=chosen,
            place=places.place(question.reporter),
            covered=Listed(covered),
            default=default,
        )
    return chosen


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


def _origins(embedded: Path) -> dict[str, dict[str, Any]]:
    """The manifests: for each origin its file, SHA-256, vintage, publisher, address and licence."""
    store = _store()
    if store is None:
        return _embedded_origins(embedded)
    from tradecli.store import available

    return _embedded_origins(embedded) | available.origins(store)


@cache
def _embedded_origins(folder: Path) -> dict[str, dict[str, Any]]:
    entries = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return {entry["id"]: entry for entry in entries["origins"]}


def _store() -> Path | None:
    """The folder of the store, if there is one; nothing of it is imported where there is none."""
    try:
        folder = files.data_folder()
    except StoreError:
        return None
    # Tables without a manifest are those of a store that has lost it.
    names = ("manifest.json", "manifest.copy.json", "observations")
    return folder if any(os.path.lexists(folder / name) for name in names) else None


def everything(source: str, embedded: Path) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """All rows of a source, embedded and stored, every vintage of them; and the store's troubles."""
    from tradecli.store import available

    try:
        found = available.everything(_store(), embedded, source)
    except StoreError as error:
        embedded_rows = available.everything(None, embedded, source).rows
        return embedded_rows, (available.unreadable(error),)
    return found.rows, found.troubles


def releases(folder: Path = EMBEDDED) -> pl.DataFrame:
    """What the publishers' releases stated: growth rates, shares, streaks, as printed."""
    return pl.read_parquet(folder / "releases.parquet")
