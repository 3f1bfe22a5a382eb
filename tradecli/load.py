"""A question becomes the figures known for it, as of a date."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl

from tradecli import pinned, published, vintages
from tradecli.errors import InvalidData, NoData, SourceError
from tradecli.facts import places
from tradecli.facts.memberships import AS_PUBLISHED
from tradecli.published import EMBEDDED, Published
from tradecli.question import Known, Question, figures
from tradecli.remembered import Remembered
from tradecli.sources import SOURCES
from tradecli.wording import Listed


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
        found = _PAIRS.get(key, lambda: _or_refusal(question, folder), keep=_lasts)
        if isinstance(found, NoData):
            raise found.with_traceback(None)
        known = found
    return known if aside else fresh(known)


#: Pairs read before, or refused, while the files that they were read from are the same.
_PAIRS = Remembered["Known | NoData"](most=256)


def _or_refusal(question: Question, folder: Path) -> Known | NoData:
    try:
        return _pair(question, folder)
    except NoData as error:
        return error


def _lasts(found: Known | NoData) -> bool:
    """Whether what was read stays so: of a store that could not be read wholly nothing is remembered."""
    return published.store_folder() is None if isinstance(found, NoData) else not found.troubles


def forget() -> None:
    """Read every pair anew, though its files are the same."""
    _PAIRS.clear()
    _LACKING.clear()


def _pair(question: Question, folder: Path) -> Known:
    codes = codes_of(question)
    wanted = pl.col("partner").is_in(codes) & goods_wanted(question)
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
    pairs = [codes_of(one) for one in asked]
    codes, kind = list(dict.fromkeys(code for pair in pairs for code in pair)), question.classification
    wanted = pl.col("partner").is_in(codes) & goods_wanted(question)
    found = published.read(question, wanted, folder, partners=codes, classification=kind, pairs=pairs)
    named = question.source or question.table or question.commodity != "TOTAL"
    if not named and not SOURCES[found.source].every_partner:
        there = {*found.rows.get_column("partner").unique()}
        lacking = [one for one, pair in zip(asked, pairs, strict=True) if there.isdisjoint(pair)]
        if lacking and there:
            from tradecli import load_refusals

            raise load_refusals.not_together(lacking[0], partners, found.source)
    return [fresh(_of_pair(one, found)) for one in asked]


def _of_pair(question: Question, found: Published) -> Known:
    """What was known of one pair, of the rows of several."""
    rows = found.rows.filter(pl.col("partner").is_in(codes_of(question)))
    if rows.is_empty():
        from tradecli import load_refusals

        raise load_refusals.nothing(question, found.source)
    return known_of(question, found._replace(rows=rows), lambda rows: figures(rows, question.partner))


def fresh(known: Known) -> Known:
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


def known_of(question: Question, found: Published, make: Callable[[pl.DataFrame], pl.DataFrame]) -> Known:
    """What was known on the question's day: its rows, and the figures *make* makes of them."""
    source = found.source
    rows = found.rows.filter(vintages.known_on(question.as_of, strict=question.strict))
    if rows.is_empty():
        from tradecli import load_refusals

        raise load_refusals.unknown(question, found)
    currencies = rows["currency"].unique().sort()
    if len(currencies) > 1:
        raise InvalidData(
            "{source} publishes figures in {currencies}; they are never mixed",
            source=source,
            currencies=Listed(currencies, "and"),
        )
    newest = question.as_of is None and not question.table
    today = pinned.now().date() if newest else None
    known = Known(question, source, rows, make(rows), found.origins, today, found.troubles)
    return known._replace(other=found.other, years=found.years)


def codes_of(question: Question) -> list[str]:
    """The partner of a question, and its members."""
    partner = places.place(question.partner)
    alone = question.table is None and question.reporter in AS_PUBLISHED.get(partner.code, ())
    return [partner.code] if alone else [partner.code, *partner.members]


def goods_wanted(question: Question) -> pl.Expr:
    """True for the rows of the goods that a question asks for."""
    return (pl.col("commodity") == question.commodity) & (pl.col("classification") == question.classification)


def as_known_now(*known: Known) -> list[Known]:
    """The same pairs by the newest vintages, where what is known is that of an earlier day."""
    asked = [one.question for one in known if one.question.as_of]
    return [load(question._replace(as_of=None, strict=False), aside=True) for question in asked]


def seasonal(question: Question) -> Known | None:
    """The seasonally adjusted series beside an unadjusted one, where its publisher has one."""
    if question.adjustment != "none":
        return None
    adjusted = question._replace(adjustment="seasonal")
    if question.table:
        lacking = _lacks(adjusted)
    else:
        lacking = _LACKING.get((adjusted, published.state(EMBEDDED)), lambda: _lacks(adjusted))
    return None if lacking else load(adjusted)


def _lacks(question: Question) -> bool:
    try:
        load(question)
    except NoData:
        return True
    return False


#: Whether a pair that was asked for has no figures, while the files are the same.
_LACKING = Remembered[bool](most=256)


def with_world(known: Known) -> list[Known]:
    """The world's trade before the partner's, both as known on the same day; the world alone once."""
    if known.question.partner == "WORLD":
        return [known]
    try:
        return [load(known.question._replace(partner="WORLD")), known]
    except NoData:
        return [known]
