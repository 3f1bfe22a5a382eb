"""A question becomes the figures known for it, as of a date."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl

from tradecli import load_refusals, published, vintages
from tradecli.errors import InvalidData, NoData, QueryError, SourceError
from tradecli.facts import places
from tradecli.facts.memberships import AS_PUBLISHED
from tradecli.published import EMBEDDED, Published
from tradecli.question import Evidence, Known, Question, figures, figures_by_commodity, figures_by_partner
from tradecli.remembered import Remembered
from tradecli.sources import SOURCES
from tradecli.wording import Listed, Wording


def load(question: Question, *, folder: Path = EMBEDDED, aside: bool = False) -> Known:
    """Read the rows of the question's pair and decide which figures were known on its day.

    Figures that stand only *aside* of the answer may be old also where TRADE_STRICT wants fresh ones.

    Raises:
        NoData: Nothing is published for the pair, or nothing was by that day.
    """
    if question.table:
        known = _pair(question, folder)
    else:
        key = (question, published.state(folder))
        known = _PAIRS.get(key, lambda: _pair(question, folder), keep=lambda one: not one.troubles)
    return known if aside else _fresh(known)


#: Pairs read before, while the files that they were read from are the same.
_PAIRS = Remembered[Known](most=64)


def forget() -> None:
    """Read every pair anew, though its files are the same."""
    _PAIRS.clear()


def _pair(question: Question, folder: Path) -> Known:
    codes = _codes(question)
    wanted = pl.col("partner").is_in(codes) & _goods(question)
    found = published.read(question, wanted, folder, partners=codes, classification=question.classification)
    return _of_pair(question, found)


def several(question: Question, partners: Sequence[str], *, folder: Path = EMBEDDED) -> list[Known]:
    """Read the pairs of a reporter with several partners in one pass, each as `load` reads it.

    Raises:
        NoData: Nothing is published for one of the pairs, or nothing was by that day.
    """
    asked = [question._replace(partner=partner) for partner in partners]
    if len(asked) == 1:
        return [load(asked[0], folder=folder)]
    pairs = [_codes(one) for one in asked]
    codes, kind = list(dict.fromkeys(code for pair in pairs for code in pair)), question.classification
    wanted = pl.col("partner").is_in(codes) & _goods(question)
    found = published.read(question, wanted, folder, partners=codes, classification=kind, pairs=pairs)
    named = question.source or question.table or question.commodity != "TOTAL"
    if not named and not SOURCES[found.source].every_partner:
        there = {*found.rows.get_column("partner").unique()}
        lacking = [one for one, pair in zip(asked, pairs, strict=True) if there.isdisjoint(pair)]
        if lacking and there:
            raise load_refusals.not_together(lacking[0], partners, found.source)
    return [_fresh(_of_pair(one, found)) for one in asked]


def _of_pair(question: Question, found: Published) -> Known:
    """What was known of one pair, of the rows of several."""
    rows = found.rows.filter(pl.col("partner").is_in(_codes(question)))
    if rows.is_empty():
        raise load_refusals.nothing(question, found.source)
    return _known(question, found._replace(rows=rows), lambda rows: figures(rows, question.partner))


def _fresh(known: Known) -> Known:
    """The figures; with TRADE_STRICT only fresh ones.

    Raises:
        SourceError: The newest figures are stale, and only fresh ones are wanted.
    """
    if os.environ.get("TRADE_STRICT") and (age := known.stale):
        raise SourceError(
            "the newest available figures of {source} are of {day}, {days} days old",
            hint="get newer ones: trade fetch {source}",
            source=known.source,
            day=age.day,
            days=age.days,
        )
    return known


def partners(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read what was known of a reporter's trade with every partner, the world among them.

    Returns:
        As `load`, with the column `part` (the partner's code) in the figures.

    Raises:
        NoData: Nothing of the kind is published, or nothing was by that day.
    """
    found = published.read(question, _goods(question), folder, classification=question.classification)
    return _fresh(_known(question, found, figures_by_partner))


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
    return _fresh(_known(question, found, figures_by_partner))


def all_goods(known: Known, *, folder: Path = EMBEDDED) -> Known | None:
    """What was known of the same partners' trade in all goods when the newest figure of some was published.

    A later revision of all goods would not fit the older figures of some. None where all goods are known, or
    nothing was of all goods by then.
    """
    question = known.question
    if question.commodity == "TOTAL":
        return None
    newest: date = known.observations.get_column("vintage").max()  # type: ignore[assignment]
    whole = question._replace(commodity="TOTAL", classification="total", as_of=question.as_of or newest)
    try:
        return partners(whole, folder=folder)
    except NoData:
        return None


def groups(question: Question, *, folder: Path = EMBEDDED) -> Known:
    """Read what was known of every commodity in trade with one partner, the total among them.

    Returns:
        As `load`, with the column `part` (the commodity's spelling) in the figures.

    Raises:
        NoData: Nothing is published for the pair, or nothing was by that day.
    """
    codes = _codes(question)
    found = published.read(question, pl.col("partner").is_in(codes), folder, partners=codes)
    return _fresh(_known(question, found, lambda rows: figures_by_commodity(rows, question.partner)))


def _known(question: Question, found: Published, make: Callable[[pl.DataFrame], pl.DataFrame]) -> Known:
    """What was known on the question's day: its rows, and the figures *make* makes of them."""
    source = found.source
    rows = found.rows.filter(vintages.known_on(question.as_of, strict=question.strict))
    if rows.is_empty():
        raise load_refusals.unknown(question, found)
    currencies = rows["currency"].unique().sort()
    if len(currencies) > 1:
        raise InvalidData(
            "{source} publishes figures in {currencies}; they are never mixed",
            source=source,
            currencies=Listed(currencies, "and"),
        )
    newest = question.as_of is None and not question.table
    today = datetime.now(UTC).date() if newest else None
    known = Known(question, source, rows, make(rows), found.origins, today, found.troubles)
    return known._replace(other=found.other, years=found.years)


def _codes(question: Question) -> list[str]:
    """The partner of a question, and its members."""
    partner = places.place(question.partner)
    alone = question.table is None and question.reporter in AS_PUBLISHED.get(partner.code, ())
    return [partner.code] if alone else [partner.code, *partner.members]


def _goods(question: Question) -> pl.Expr:
    return (pl.col("commodity") == question.commodity) & (pl.col("classification") == question.classification)


def parts(question: Question, by: str, *, folder: Path = EMBEDDED) -> Known:
    """What was known of the parts of a total: of every partner, or of every commodity."""
    return groups(question, folder=folder) if by == "commodity" else partners(question, folder=folder)


def as_known_now(*known: Known) -> list[Known]:
    """The same pairs by the newest vintages, where what is known is that of an earlier day."""
    asked = [one.question for one in known if one.question.as_of]
    return [load(question._replace(as_of=None, strict=False), aside=True) for question in asked]


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
    goods, trouble = _groups(question)
    if trouble:
        known = [known[0]._replace(troubles=(*known[0].troubles, trouble)), *known[1:]]
    return Evidence(
        known,
        goods,
        _or_none(lambda: [partners(question)]) if whole else [],
        _or_none(lambda: [load(pair), load(turned)]) if compared else [],
        as_known_now(*known),
    )


def _groups(question: Question) -> tuple[list[Known], str]:
    """The pair by commodity; none, and why, where an own table does not tell goods apart."""
    try:
        return _or_none(lambda: [groups(question)]), ""
    except QueryError as error:
        if not question.table:
            raise
        return [], Wording("the release has no part on commodities: {error}", error=error)


def _or_none(read: Callable[[], list[Known]]) -> list[Known]:
    try:
        return read()
    except NoData:
        return []
