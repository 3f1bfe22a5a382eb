"""A question becomes the figures known for it, as of a date."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

import polars as pl

from tradecli import folders, places, vintages
from tradecli.errors import NoData, QueryError, SourceError, StoreError
from tradecli.question import Known, Question, figures
from tradecli.schema import OBSERVATIONS
from tradecli.sources.coverage import default_source
from tradecli.stats.coverage import coverage

EMBEDDED = Path(__file__).parent / "data"
#: Days after which a newer release is out: one a month, and a few days for a late one.
STALE = 45


def source_of(question: Question) -> str:
    """The id of the source that answers.

    Raises:
        QueryError: No such source.
        NoData: The source named does not cover the reporter.
    """
    default = default_source(question.reporter)
    chosen = question.source or default
    if chosen == default:
        return chosen
    # The descriptions are needed only to check a name that was given.
    from tradecli.sources import SOURCES

    if chosen not in SOURCES:
        raise QueryError(f"there is no source {chosen!r}", hint=f"the sources are {', '.join(SOURCES)}")
    covered = SOURCES[chosen].reporters
    if covered and question.reporter not in covered:
        name = places.place(question.reporter).name
        raise NoData(
            f"the source {chosen} does not cover the reporter {name}",
            hint=f"{chosen} covers {', '.join(covered)}; {name} is answered by {default}",
        )
    return chosen


def load(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read the rows of the question's pair and decide which figures were known on its day.

    Raises:
        NoData: Nothing is published for the pair, or nothing was by that day.
    """
    source = source_of(question)
    partner = places.place(question.partner)
    rows = held_rows(source, question, [partner.code, *partner.members], folder)
    pair = f"{places.place(question.reporter).name} and {partner.name}"
    if rows.is_empty() and not (folder / f"{source}.parquet").exists():
        reporter = places.place(question.reporter)
        raise NoData(
            f"no figures of {source} are held for {pair}, and {source} answers for {reporter.name}",
            hint=f"get them: trade fetch {source} --reporter {reporter.code} --partner {partner.code}",
        )
    if rows.is_empty():
        raise NoData(
            f"{source} publishes no such figures for {pair}",
            hint="`trade sources` says what each source covers, `trade codes` finds codes",
        )
    known = rows.filter(vintages.known_on(question.as_of, strict=question.strict))
    if known.is_empty():
        first = min(rows["known_by" if question.strict else "vintage"])
        raise NoData(
            f"nothing was known on {question.as_of} of trade between {pair} ({source})",
            hint=f"the oldest vintage held is of {first}",
        )
    if question.as_of is None:
        _tell_age(source, known)
    return Known(question, source, known, figures(known, question.partner), partial(origins, folder))


def _tell_age(source: str, known: pl.DataFrame) -> None:
    """Say to a person who is looking that the figures are old; with TRADE_STRICT refuse to answer.

    Raises:
        SourceError: The newest figures are stale, and only fresh ones are wanted.
    """
    strict = os.environ.get("TRADE_STRICT")
    if not strict and not sys.stderr.isatty():
        return
    newest: date = known["vintage"].max()  # type: ignore[assignment]
    days = (datetime.now(UTC).date() - newest).days
    if days <= STALE:
        return
    if strict:
        raise SourceError(
            f"the newest figures held of {source} are of {newest}, {days} days old",
            hint=f"get newer ones: trade fetch {source}",
        )
    told = f"the newest figures held of {source} are {days} days old"
    _say_once(f"note: {told}; newer ones: trade fetch {source}")


@cache
def _say_once(text: str) -> None:
    from tradecli.output import say

    say(text)


def origins(folder: Path = EMBEDDED) -> dict[str, dict[str, Any]]:
    """The manifests: for each origin its file, SHA-256, vintage, publisher, address and licence."""
    store = _store()
    if store is None:
        return _embedded_origins(folder)
    from tradecli.store import answering

    return _embedded_origins(folder) | answering.origins(store)


@cache
def _embedded_origins(folder: Path) -> dict[str, dict[str, Any]]:
    entries = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return {entry["id"]: entry for entry in entries["origins"]}


def held_rows(source: str, question: Question, partners: list[str], embedded: Path) -> pl.DataFrame:
    """The rows that a question concerns, embedded and stored, every vintage of them."""
    path = embedded / f"{source}.parquet"
    wanted = _wanted(question, partners)
    rows = pl.scan_parquet(path).filter(wanted).collect() if path.exists() else None
    store = _store()
    if store is None:
        return pl.DataFrame(schema=OBSERVATIONS) if rows is None else rows
    from tradecli.store import answering

    return answering.rows(store, source, question, partners, wanted, rows)


def _store() -> Path | None:
    """The folder of the store, if there is one; nothing of it is imported where there is none."""
    try:
        folder = folders.data()
    except StoreError:
        return None
    names = ("manifest.json", "manifest.copy.json")
    return folder if any(os.path.lexists(folder / name) for name in names) else None


def _wanted(question: Question, partners: list[str]) -> pl.Expr:
    return (
        (pl.col("reporter") == question.reporter)
        & pl.col("partner").is_in(partners)
        & (pl.col("commodity") == question.commodity)
        & (pl.col("classification") == question.classification)
        & (pl.col("adjustment") == question.adjustment)
    )


def seasonal(question: Question) -> Known | None:
    """The seasonally adjusted series beside an unadjusted one, where its publisher has one."""
    if question.adjustment != "none":
        return None
    try:
        return load(question._replace(adjustment="seasonal"))
    except NoData:
        return None


def with_world(known: Known) -> list[Known]:
    """The world's trade before the partner's, both as known on the same day; the world alone once."""
    if known.question.partner == "WORLD":
        return [known]
    try:
        return [load(known.question._replace(partner="WORLD")), known]
    except NoData:
        return [known]


def held(folder: Path = EMBEDDED) -> dict[str, dict[str, Any]]:
    """What is held of each source, embedded and stored together; of one never fetched, nothing."""
    from tradecli.sources import SOURCES

    found = {source: _everything(source, folder) for source in SOURCES}
    return {source: coverage(rows.lazy()) if rows.height else {} for source, rows in found.items()}


def _everything(source: str, embedded: Path) -> pl.DataFrame:
    path = embedded / f"{source}.parquet"
    rows = pl.read_parquet(path) if path.exists() else pl.DataFrame(schema=OBSERVATIONS)
    store = _store()
    if store is None:
        return rows
    from tradecli.store import answering

    return answering.everything(store, source, rows)
