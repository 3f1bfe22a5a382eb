"""A question becomes the figures known for it, as of a date."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import polars as pl

from tradecli import places, vintages
from tradecli.errors import NoData, QueryError
from tradecli.question import Known, Question, figures, figures_by_commodity, figures_by_partner
from tradecli.stats.coverage import coverage

EMBEDDED = Path(__file__).parent / "data"

#: Which source answers for a reporter unless `--source` says otherwise.
DEFAULT_SOURCES = {"TW": "mof", "US": "census"}


def source_of(question: Question) -> str:
    """The id of the source that answers.

    Raises:
        QueryError: No such source.
        NoData: No source covers the reporter, or the one named does not.
    """
    default = DEFAULT_SOURCES.get(question.reporter)
    chosen = question.source or default
    if question.source and question.source not in DEFAULT_SOURCES.values():
        raise QueryError(
            f"there is no source {question.source!r}",
            hint=f"the sources are {', '.join(DEFAULT_SOURCES.values())}",
        )
    if chosen is None or chosen != default:
        name = places.place(question.reporter).name
        covered = ", ".join(f"{reporter} ({source})" for reporter, source in DEFAULT_SOURCES.items())
        what = f"the source {chosen} does not cover" if chosen else "no source covers"
        raise NoData(f"{what} the reporter {name}", hint=f"reporters covered: {covered}")
    return chosen


def load(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read the rows of the question's pair and decide which figures were known on its day.

    Raises:
        NoData: Nothing is published for the pair, or nothing was by that day.
    """
    source = source_of(question)
    partner = places.place(question.partner)
    path = folder / f"{source}.parquet"
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


def partners(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read what was known of a reporter's trade with every partner, the world among them.

    Returns:
        As `load`, with the column `part` (the partner's code) in the figures.

    Raises:
        NoData: Nothing of the kind is published, or nothing was by that day.
    """
    wanted = (pl.col("commodity") == question.commodity) & (
        pl.col("classification") == question.classification
    )
    source, known = _cut(question, wanted, folder)
    return Known(question, source, known, figures_by_partner(known), partial(origins, folder))


def groups(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read what was known of every commodity in trade with one partner, the total among them.

    Returns:
        As `load`, with the column `part` (the commodity's spelling) in the figures.

    Raises:
        NoData: Nothing is published for the pair, or nothing was by that day.
    """
    partner = places.place(question.partner)
    wanted = pl.col("partner").is_in([partner.code, *partner.members])
    source, known = _cut(question, wanted, folder)
    return Known(question, source, known, figures_by_commodity(known, partner.code), partial(origins, folder))


def _cut(question: Question, wanted: pl.Expr, folder: Path) -> tuple[str, pl.DataFrame]:
    """The rows of one reporter that *wanted* is true for and that were known on the question's day."""
    source = source_of(question)
    rows = pl.scan_parquet(folder / f"{source}.parquet").filter(
        (pl.col("reporter") == question.reporter)
        & (pl.col("adjustment") == question.adjustment)
        & wanted
        & vintages.known_on(question.as_of, strict=question.strict)
    )
    known = rows.collect()
    if known.is_empty():
        day = f"was known on {question.as_of}" if question.as_of else "is published"
        reporter, partner = (places.place(code).name for code in (question.reporter, question.partner))
        raise NoData(
            f"nothing {day} of trade between {reporter} and {partner} ({source})",
            hint="`trade sources` says what each source covers",
        )
    return source, known


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

    return {source: coverage(pl.scan_parquet(folder / f"{source}.parquet")) for source in SOURCES}


def releases(folder: Path = EMBEDDED) -> pl.DataFrame:
    """What the publishers' releases stated: growth rates, shares, streaks, as printed."""
    return pl.read_parquet(folder / "releases.parquet")


def for_brief(question: Question) -> dict[str, list[Known]]:
    """All that a release for a pair draws on, each list empty where nothing is held.

    Returns:
        `pair` (the world first), `groups`, `partners` (for the world only) and `mirror`: the own
        and the other office's figures, of the partner asked for, or of the United States for the world.
    """
    whole = question.partner == "WORLD"
    partner = "US" if whole and question.reporter != "US" else question.partner
    turned = question._replace(reporter=partner, partner=question.reporter, source="")
    return {
        "pair": with_world(load(question)),
        "groups": _held(lambda: [groups(question)]),
        "partners": _held(lambda: [partners(question)]) if whole else [],
        "mirror": _held(lambda: [load(question._replace(partner=partner)), load(turned)]),
    }


def _held(read: Callable[[], list[Known]]) -> list[Known]:
    try:
        return read()
    except NoData:
        return []
