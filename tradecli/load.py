"""A question becomes the figures known for it, as of a date."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from tradecli import messages, published, vintages
from tradecli.errors import InvalidData, NoData, QueryError, SourceError
from tradecli.facts import places
from tradecli.published import EMBEDDED, Published
from tradecli.question import Evidence, Known, Question, figures, figures_by_commodity, figures_by_partner
from tradecli.sources import SOURCES

if TYPE_CHECKING:
    from tradecli.statistics.coverage import Coverage, Reach

#: Days after which a newer release is out: one a month, and a few days for a late one.
STALE = 45


def load(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read the rows of the question's pair and decide which figures were known on its day.

    Raises:
        NoData: Nothing is published for the pair, or nothing was by that day.
    """
    codes = _codes(question)
    wanted = pl.col("partner").is_in(codes) & _goods(question)
    found = published.read(question, wanted, folder, partners=codes, classification=question.classification)
    if found.rows.is_empty():
        raise _nothing(question, found.source, folder)
    known = _known(question, found)
    return Known(question, found.source, known, figures(known, question.partner), found.origins)


def _nothing(question: Question, source: str, folder: Path) -> NoData:
    """Why there are no figures of a pair, and what to do."""
    reporter, partner = places.place(question.reporter), places.place(question.partner)
    pair = f"{reporter.name} and {partner.name}"
    if reporter == partner:
        return NoData(
            f"{partner.name} is both the reporter and the partner ({source})",
            hint="name another --partner, or another --reporter",
        )
    if not question.table and not (folder / f"{source}.parquet").exists():
        return NoData(
            f"no figures of {source} are available for {pair}, and {source} answers for {reporter.name}",
            hint=f"get them: trade fetch {source} --reporter {reporter.code} --partner {partner.code}",
        )
    goods = "" if question.commodity == "TOTAL" else f" of {question.classification}:{question.commodity}"
    adjusted = "" if question.adjustment == "none" else f" (adjustment: {question.adjustment})"
    return NoData(
        f"no figures{goods}{adjusted} are available for {pair} ({source})",
        hint="`trade sources` says what each source covers, `trade codes` finds codes",
    )


def _warn_of_age(source: str, known: pl.DataFrame) -> None:
    """Note for a person who is looking that the figures are old; with TRADE_STRICT refuse to answer.

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
            f"the newest available figures of {source} are of {newest}, {days} days old",
            hint=f"get newer ones: trade fetch {source}",
        )
    messages.note_once(
        f"the newest available figures of {source} are {days} days old; newer ones: trade fetch {source}"
    )


def partners(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read what was known of a reporter's trade with every partner, the world among them.

    Returns:
        As `load`, with the column `part` (the partner's code) in the figures.

    Raises:
        NoData: Nothing of the kind is published, or nothing was by that day.
    """
    found = published.read(question, _goods(question), folder, classification=question.classification)
    known = _known(question, found)
    return Known(question, found.source, known, figures_by_partner(known), found.origins)


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
    parts = [part for code in codes for part in (code, *places.place(code).members)]
    wanted = pl.col("partner").is_in(parts) & _goods(question)
    if months:
        wanted &= pl.col("period").is_between(*months)
    found = published.read(question, wanted, folder, partners=parts, classification=question.classification)
    known = _known(question, found)
    return Known(question, found.source, known, figures_by_partner(known), found.origins)


def groups(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read what was known of every commodity in trade with one partner, the total among them.

    Returns:
        As `load`, with the column `part` (the commodity's spelling) in the figures.

    Raises:
        NoData: Nothing is published for the pair, or nothing was by that day.
    """
    codes = _codes(question)
    found = published.read(question, pl.col("partner").is_in(codes), folder, partners=codes)
    known = _known(question, found)
    return Known(question, found.source, known, figures_by_commodity(known, question.partner), found.origins)


def _known(question: Question, found: Published) -> pl.DataFrame:
    """The rows that were known on the question's day."""
    source, rows = found.source, found.rows
    known = rows.filter(vintages.known_on(question.as_of, strict=question.strict))
    if not known.is_empty():
        currencies = known["currency"].unique().sort()
        if len(currencies) > 1:
            raise InvalidData(
                f"{source} publishes figures in {' and '.join(currencies)}; they are never mixed"
            )
        if question.as_of is None and not question.table:
            _warn_of_age(source, known)
        return known
    pair = " and ".join(places.place(code).name for code in (question.reporter, question.partner))
    if rows.is_empty():
        raise NoData(
            f"nothing is available of trade between {pair} ({source})",
            hint="`trade sources` says what each source covers",
        )
    first = min(rows["known_by" if question.strict else "vintage"])
    raise NoData(
        f"nothing was known on {question.as_of} of trade between {pair} ({source})",
        hint=f"the oldest available vintage is of {first}",
    )


def _codes(question: Question) -> list[str]:
    """The partner of a question, and its members."""
    partner = places.place(question.partner)
    return [partner.code, *partner.members]


def _goods(question: Question) -> pl.Expr:
    return (pl.col("commodity") == question.commodity) & (pl.col("classification") == question.classification)


def as_known_now(known: Known) -> Known | None:
    """The same pair by the newest vintages, where what is known is that of an earlier day."""
    question = known.question
    return load(question._replace(as_of=None, strict=False)) if question.as_of else None


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


def available(folder: Path = EMBEDDED) -> dict[str, Coverage]:
    """What is available of each source, embedded and stored together; of one never fetched, nothing."""
    from tradecli.statistics.coverage import coverage

    found = {source: published.everything(source, folder) for source in SOURCES}
    return {source: coverage(table.lazy()) for source, table in found.items()}


def reaches(folder: Path = EMBEDDED) -> dict[str, list[Reach]]:
    """How far each series of each source reaches, embedded and stored together."""
    from tradecli.statistics.coverage import reach

    return {source: reach(published.everything(source, folder)) for source in SOURCES}


def for_brief(question: Question) -> Evidence:
    """All that a release for a pair draws on.

    Raises:
        NoData: The pair itself is not available.
    """
    whole = question.partner == "WORLD"
    partner = "US" if whole and question.reporter != "US" else question.partner
    pair, turned = question._replace(partner=partner), question._replace(reporter=partner)
    turned = turned._replace(partner=question.reporter, source="", table=None)
    # Own records do not say how they are valued, and without that a mirror has no reasons to give.
    compared = not question.table
    known = with_world(load(question))
    return Evidence(
        known,
        _groups(question),
        _or_none(lambda: [partners(question)]) if whole else [],
        _or_none(lambda: [load(pair), load(turned)]) if compared else [],
        [now for one in known if (now := as_known_now(one))],
    )


def _groups(question: Question) -> list[Known]:
    """The pair by commodity; none where an own table does not tell goods apart, and says so."""
    try:
        return _or_none(lambda: [groups(question)])
    except QueryError as error:
        if not question.table:
            raise
        messages.write_once(f"note: the release has no part on commodities: {error}")
        return []


def _or_none(read: Callable[[], list[Known]]) -> list[Known]:
    try:
        return read()
    except NoData:
        return []
