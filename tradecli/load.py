"""A question becomes the figures known for it, as of a date."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from tradecli import files, vintages
from tradecli.errors import InvalidData, NoData, QueryError, SourceError, StoreError
from tradecli.facts import places
from tradecli.question import Known, Question, figures, figures_by_commodity, figures_by_partner
from tradecli.schema import OBSERVATIONS
from tradecli.sources.coverage import default_source
from tradecli.statistics.coverage import coverage

if TYPE_CHECKING:
    from tradecli.own_table import Answer, Table

EMBEDDED = Path(__file__).parent / "data"
#: Days after which a newer release is out: one a month, and a few days for a late one.
STALE = 45


def source_of(question: Question, partners: Sequence[str], classification: str) -> str:
    """The id of the source that answers; for *partners* and *classification* see `held_rows`.

    Raises:
        QueryError: No such source.
        NoData: The source named does not cover the reporter.
    """
    if question.table:
        return _own(question.table, question, partners, classification).source
    default = default_source(question.reporter)
    chosen = question.source or default
    if chosen == default:
        return chosen
    # The descriptions are needed only to check a name that was given.
    from tradecli.sources import SOURCES

    if chosen not in SOURCES:
        raise QueryError(
            f"there is no source {chosen!r}", hint=f"the sources are {', '.join(SOURCES)}", candidates=SOURCES
        )
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
    source = source_of(question, _codes(question), question.classification)
    partner = places.place(question.partner)
    rows = _pair_rows(source, question, folder)
    pair = f"{places.place(question.reporter).name} and {partner.name}"
    if rows.is_empty() and question.reporter == question.partner:
        raise NoData(
            f"{partner.name} is both the reporter and the partner ({source})",
            hint="name another --partner, or another --reporter",
        )
    if rows.is_empty() and not question.table and not (folder / f"{source}.parquet").exists():
        reporter = places.place(question.reporter)
        raise NoData(
            f"no figures of {source} are held for {pair}, and {source} answers for {reporter.name}",
            hint=f"get them: trade fetch {source} --reporter {reporter.code} --partner {partner.code}",
        )
    if rows.is_empty():
        goods = "" if question.commodity == "TOTAL" else f" of {question.classification}:{question.commodity}"
        adjusted = "" if question.adjustment == "none" else f" (adjustment: {question.adjustment})"
        raise NoData(
            f"no figures{goods}{adjusted} are held for {pair} ({source})",
            hint="`trade sources` says what each source covers, `trade codes` finds codes",
        )
    known = _known(question, source, rows)
    found = figures(known, question.partner)
    looked_up = _origins(question, source, folder, _codes(question), question.classification)
    return Known(question, source, known, found, looked_up)


def _tell_age(source: str, known: pl.DataFrame) -> None:
    """Say to a person who is looking that the figures are old; with TRADE_STRICT refuse to answer.

    Raises:
        SourceError: The newest figures are stale, and only fresh ones are wanted.
    """
    strict = os.environ.get("TRADE_STRICT")
    if not strict and (sys.stderr is None or not sys.stderr.isatty()):
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
    from tradecli.output import say_once

    say_once(f"note: {told}; newer ones: trade fetch {source}")


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


def held_rows(
    source: str,
    question: Question,
    wanted: pl.Expr,
    embedded: Path,
    *,
    partners: Sequence[str] = (),
    classification: str = "",
) -> pl.DataFrame:
    """The rows of a reporter and adjustment that are *wanted*, embedded and stored, every vintage of them.

    Args:
        source: The id of the source.
        question: Whose reporter, adjustment and day count.
        wanted: What else a row must be.
        embedded: The folder of the embedded tables.
        partners: The only partners that *wanted* lets through, so that other files stay closed.
        classification: The only one that it lets through.
    """
    wanted &= (pl.col("reporter") == question.reporter) & (pl.col("adjustment") == question.adjustment)
    if question.table:
        return _own(question.table, question, partners, classification).rows.filter(wanted)
    path = embedded / f"{source}.parquet"
    rows = pl.scan_parquet(path).filter(wanted).collect() if path.exists() else None
    store = _store()
    if store is None:
        return pl.DataFrame(schema=OBSERVATIONS) if rows is None else rows
    from tradecli.store import answering

    return answering.rows(store, source, question, wanted, rows, partners, classification)


def _origins(
    question: Question, source: str, embedded: Path, partners: Sequence[str], classification: str
) -> Callable[[], Mapping[str, Mapping[str, Any]]]:
    """The way to look up what is behind an origin."""
    table = question.table
    if table is None:
        return partial(origins, embedded)
    # What was read once is not read again.
    return lambda: _own(table, question, partners, classification).origins


def _own(table: Table, question: Question, partners: Sequence[str], classification: str) -> Answer:
    """What an own table answers; what a reader of it must know is said once.

    Args:
        table: Where the figures are read.
        question: The reporter, the source and the commodity are taken from it.
        partners: The only ones whose groups of commodities are wanted.
        classification: The only list of commodities; empty means the total and every chapter.
    """
    from tradecli import own_table
    from tradecli.output import say_once

    commodity = question.commodity if classification else ""
    asked = own_table.Asked(question.reporter, question.source, commodity, classification, tuple(partners))
    answer = own_table.answer(table, asked)
    for text in answer.messages:
        say_once(f"note: {text}")
    return answer


def _store() -> Path | None:
    """The folder of the store, if there is one; nothing of it is imported where there is none."""
    try:
        folder = files.data_folder()
    except StoreError:
        return None
    names = ("manifest.json", "manifest.copy.json")
    return folder if any(os.path.lexists(folder / name) for name in names) else None


def partners(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read what was known of a reporter's trade with every partner, the world among them.

    Returns:
        As `load`, with the column `part` (the partner's code) in the figures.

    Raises:
        NoData: Nothing of the kind is published, or nothing was by that day.
    """
    source = source_of(question, (), question.classification)
    rows = held_rows(source, question, _goods(question), folder, classification=question.classification)
    known = _known(question, source, rows)
    looked_up = _origins(question, source, folder, (), question.classification)
    return Known(question, source, known, figures_by_partner(known), looked_up)


def some_partners(
    question: Question,
    codes: Sequence[str],
    months: tuple[date, date] | None = None,
    *,
    folder: Path = EMBEDDED,
) -> Known:
    """Read what was known of a reporter's trade with some partners, in some months, in one pass.

    Returns:
        As `partners`.

    Raises:
        NoData: Nothing is published of them, or nothing was by that day.
    """
    source = source_of(question, codes, question.classification)
    parts = [part for code in codes for part in (code, *places.place(code).members)]
    wanted = pl.col("partner").is_in(parts) & _goods(question)
    if months:
        wanted &= pl.col("period").is_between(*months)
    rows = held_rows(source, question, wanted, folder, partners=parts, classification=question.classification)
    known = _known(question, source, rows)
    looked_up = _origins(question, source, folder, parts, question.classification)
    return Known(question, source, known, figures_by_partner(known), looked_up)


def groups(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read what was known of every commodity in trade with one partner, the total among them.

    Returns:
        As `load`, with the column `part` (the commodity's spelling) in the figures.

    Raises:
        NoData: Nothing is published for the pair, or nothing was by that day.
    """
    codes = _codes(question)
    source = source_of(question, codes, "")
    rows = held_rows(source, question, pl.col("partner").is_in(codes), folder, partners=codes)
    known = _known(question, source, rows)
    looked_up = _origins(question, source, folder, codes, "")
    return Known(question, source, known, figures_by_commodity(known, question.partner), looked_up)


def _known(question: Question, source: str, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows that were known on the question's day."""
    known = rows.filter(vintages.known_on(question.as_of, strict=question.strict))
    if not known.is_empty():
        currencies = known["currency"].unique().sort()
        if len(currencies) > 1:
            raise InvalidData(
                f"{source} publishes figures in {' and '.join(currencies)}; they are never mixed"
            )
        if question.as_of is None and not question.table:
            _tell_age(source, known)
        return known
    pair = " and ".join(places.place(code).name for code in (question.reporter, question.partner))
    if rows.is_empty():
        raise NoData(
            f"nothing is held of trade between {pair} ({source})",
            hint="`trade sources` says what each source covers",
        )
    first = min(rows["known_by" if question.strict else "vintage"])
    raise NoData(
        f"nothing was known on {question.as_of} of trade between {pair} ({source})",
        hint=f"the oldest vintage held is of {first}",
    )


def _pair_rows(source: str, question: Question, embedded: Path) -> pl.DataFrame:
    """The rows of a pair, and of the members of a named area."""
    codes = _codes(question)
    wanted = pl.col("partner").is_in(codes) & _goods(question)
    return held_rows(
        source, question, wanted, embedded, partners=codes, classification=question.classification
    )


def _codes(question: Question) -> list[str]:
    """The partner of a question, and its members."""
    partner = places.place(question.partner)
    return [partner.code, *partner.members]


def _goods(question: Question) -> pl.Expr:
    return (pl.col("commodity") == question.commodity) & (pl.col("classification") == question.classification)


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
    turned = question._replace(reporter=partner, partner=question.reporter, source="", table=None)
    return {
        "pair": with_world(load(question)),
        "groups": _held(lambda: [groups(question)]),
        "partners": _held(lambda: [partners(question)]) if whole else [],
        # Own records do not say how they are valued, and without that a mirror has no reasons to give.
        "mirror": []
        if question.table
        else _held(lambda: [load(question._replace(partner=partner)), load(turned)]),
    }


def _held(read: Callable[[], list[Known]]) -> list[Known]:
    try:
        return read()
    except NoData:
        return []
