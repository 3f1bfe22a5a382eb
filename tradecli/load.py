"""A question becomes the figures known for it, as of a date."""

from __future__ import annotations

import json
from functools import cache, partial
from pathlib import Path
from typing import Any

import polars as pl

from tradecli import places, vintages
from tradecli.errors import NoData, QueryError
from tradecli.question import Known, Question, figures
from tradecli.sources.coverage import default_source
from tradecli.stats.coverage import coverage

EMBEDDED = Path(__file__).parent / "data"


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
    path = folder / f"{source}.parquet"
    if not path.exists():
        reporter = places.place(question.reporter)
        raise NoData(
            f"no figures of {source} are held, which answers for {reporter.name}",
            hint=f"get them: trade fetch {source} --reporter {reporter.code}",
        )
    rows = read(path, question, [partner.code, *partner.members])
    pair = f"{places.place(question.reporter).name} and {partner.name}"
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
    return Known(question, source, known, figures(known, question.partner), partial(origins, folder))


@cache
def origins(folder: Path = EMBEDDED) -> dict[str, dict[str, Any]]:
    """The manifest: for each origin its file, SHA-256, vintage, publisher, address and licence."""
    entries = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return {entry["id"]: entry for entry in entries["origins"]}


def read(path: Path, question: Question, partners: list[str]) -> pl.DataFrame:
    """The rows of one stored table that a question concerns, every vintage of them."""
    wanted = (
        (pl.col("reporter") == question.reporter)
        & pl.col("partner").is_in(partners)
        & (pl.col("commodity") == question.commodity)
        & (pl.col("classification") == question.classification)
        & (pl.col("adjustment") == question.adjustment)
    )
    return pl.scan_parquet(path).filter(wanted).collect()


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
    """What is stored of each source."""
    from tradecli.sources import SOURCES

    files = {source: folder / f"{source}.parquet" for source in SOURCES}
    return {source: coverage(pl.scan_parquet(path)) for source, path in files.items() if path.exists()}
