"""The published figures of a question, wherever they are: embedded, in the store, or in an own table."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import polars as pl

from tradecli import files, messages
from tradecli.errors import NoData, QueryError, StoreError
from tradecli.facts import places
from tradecli.question import Question
from tradecli.schema import OBSERVATIONS
from tradecli.sources import SOURCES, answering, default_source

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
    return _answered(question, wanted, embedded, partners, classification)


def _answered(
    question: Question, wanted: pl.Expr, embedded: Path, partners: Sequence[str], classification: str
) -> Published:
    """The rows of the source named; of none, of the first that has every flow of the question, or the most.

    A source that has years alone is asked where no other has anything; of all partners, where no other has
    partners beside a total.
    """
    best: Published | None = None
    store = _store()
    for source in _sources(question):
        if partners and best and best.rows.height and SOURCES[source].yearly:
            break
        path = embedded / f"{source}.parquet"
        rows = pl.scan_parquet(path).filter(wanted).collect() if path.exists() else None
        messages.debug(f"{path}: {0 if rows is None else rows.height} rows of {question.reporter} read")
        troubles: tuple[str, ...] = ()
        if store is not None:
            from tradecli.store import available

            rows, troubles = available.rows(store, source, question, wanted, rows, partners, classification)
        empty = pl.DataFrame(schema=OBSERVATIONS)
        origins = partial(_origins, embedded, source)
        found = Published(source, empty if rows is None else rows, origins, troubles)
        whole = SOURCES[source].every_partner and found.rows.height
        flows = _has(found.rows, "flow", question.flows)
        if question.source or whole or (flows and (partners or _has_partners(found.rows))):
            return found
        if best is None or best.rows.is_empty():
            best = found if best is None or found.rows.height else best
    return cast("Published", best)


def _has(rows: pl.DataFrame, column: str, words: Sequence[str]) -> bool:
    """Whether there are rows of every word of a column."""
    return {*words} <= {*rows.get_column(column).unique()}


def _has_partners(rows: pl.DataFrame) -> bool:
    """Whether there are partners that can be compared, and the total that they are parts of."""
    return _has(rows, "partner", ["WORLD"]) and rows.get_column("partner").n_unique() > 2


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
            f"there is no source {chosen!r}", hint=f"the sources are {', '.join(SOURCES)}", candidates=SOURCES
        )
    covered = SOURCES[chosen].reporters
    default = default_source(question.reporter)
    if chosen != default and covered and question.reporter not in covered:
        name = places.place(question.reporter).name
        raise NoData(
            f"the source {chosen} does not cover the reporter {name}",
            hint=f"{chosen} covers {', '.join(covered)}; {name} is answered by {default}",
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
    messages.debug(f"{table.path}: {answer.rows.height} monthly figures read, by {table.engine}")
    return answer


def _origins(embedded: Path, source: str) -> dict[str, dict[str, Any]]:
    """The manifests of a source: for each origin its file, hash, vintage, publisher, address and licence."""
    store = _store()
    if store is None:
        return _embedded_origins(embedded, source)
    from tradecli.store import available

    return _embedded_origins(embedded, source) | available.origins(store)


@cache
def _embedded_origins(folder: Path, source: str) -> dict[str, dict[str, Any]]:
    path = folder / f"{source}.origins.json"
    if not path.exists():
        return {}
    return {entry["id"]: entry for entry in json.loads(path.read_text(encoding="utf-8"))}


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
