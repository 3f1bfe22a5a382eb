"""A question about the parts of a total, every partner or every commodity, becomes their known figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import polars as pl

from tradecli import published
from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.load import codes_of, fresh, goods_wanted, known_of
from tradecli.published import EMBEDDED, Published
from tradecli.question import Known, Question, figures_by_commodity, figures_by_partner
from tradecli.remembered import Remembered

T = TypeVar("T")

#: The last reporters' trade with every partner that was read, while the files are the same: all that was
#: published, what was known of it on a day, and of which years it was asked.
_EVERY = Remembered[Published](most=2)
_PARTNERS = Remembered[Known](most=6)
_YEARS = Remembered["set[int | None]"](most=16)
#: Years asked of until all years are made at once: each alone takes a third of their time.
_FEW = 2


def partners(
    question: Question, through: date | None = None, *, recent: bool = False, folder: Path = EMBEDDED
) -> Known:
    """Read what was known of a reporter's trade with every partner, the world among them.

    Args:
        question: Whose trade, in what, as known on which day.
        through: The last month that is wanted, of *recent* ones.
        recent: Make only the figures from three years before that of *through*, or of the newest month: a
            comparison with a year earlier, and of that with the year before, needs no others.
        folder: The embedded tables.

    Returns:
        As `load`, with the column `part` (the partner's code) in the figures.

    Raises:
        NoData: Nothing of the kind is published, or nothing was by that day.
    """
    if question.table:
        return fresh(_partners(question, _every(question, folder), through, recent=recent))
    state = published.state(folder)
    asked = question._replace(as_of=None, strict=False)
    found = _EVERY.get((asked, state), lambda: _every(asked, folder), keep=lambda one: not one.troubles)
    year = through.year if through and recent else None
    years = _YEARS.get((question, state), set)
    recent = recent and len(years - {year}) < _FEW
    years.add(year)
    return fresh(
        _PARTNERS.get(
            (question, recent, year if recent else None, state),
            lambda: _partners(question, found, through, recent=recent),
            keep=lambda one: not one.troubles,
        )
    )


def _every(question: Question, folder: Path) -> Published:
    return published.read(question, goods_wanted(question), folder, classification=question.classification)


def _partners(question: Question, found: Published, through: date | None, *, recent: bool) -> Known:
    """What was known of every partner on the question's day."""
    if question.as_of:
        found = found._replace(other=None)
    return known_of(
        question, found, lambda rows: figures_by_partner(_recent(rows, through) if recent else rows)
    )


def _recent(rows: pl.DataFrame, through: date | None) -> pl.DataFrame:
    """The rows from three years before that of a month, or of the newest, on."""
    return rows.filter(pl.col("period") >= _since(rows, through))


def _since(rows: pl.DataFrame, through: date | None) -> date:
    last: date = through or rows["period"].max()  # type: ignore[assignment]
    return date(last.year - 3, 1, 1)


def _recent_of(figures: pl.DataFrame, through: date | None) -> pl.DataFrame:
    """The same of figures that are remembered, by period: a part of them, and no copy."""
    # The key keeps its meaning while the figures are kept.
    _, ordered = _BY_PERIOD.get(id(figures), lambda: (figures, figures.sort("period")))
    return ordered.slice(ordered.get_column("period").search_sorted(_since(ordered, through)))


#: The last figures asked for recent ones, and the same by period.
_BY_PERIOD = Remembered[tuple[pl.DataFrame, pl.DataFrame]](most=6)


def some_partners(question: Question, codes: Sequence[str], *, folder: Path = EMBEDDED) -> Known:
    """Read what was known of a reporter's trade with some partners in one pass.

    Returns:
        As `partners`.

    Raises:
        NoData: Nothing is published of them, or nothing was by that day.
    """

    def read() -> Known:
        parts = [part for code in codes for part in (code, *places.place(code).members)]
        wanted = pl.col("partner").is_in(parts) & goods_wanted(question)
        found = published.read(
            question, wanted, folder, partners=parts, classification=question.classification
        )
        return known_of(question, found, figures_by_partner)

    if question.table:
        return fresh(read())
    key = (question, tuple(codes), published.state(folder))
    return fresh(_SOME.get(key, read, keep=lambda one: not one.troubles))


#: The last reporters' trade with some partners that was read, while the files are the same.
_SOME = Remembered[Known](most=8)


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
    codes = codes_of(question)
    found = published.read(question, pl.col("partner").is_in(codes), folder, partners=codes)
    return fresh(known_of(question, found, lambda rows: figures_by_commodity(rows, question.partner)))


def parts(question: Question, by: str, *, folder: Path = EMBEDDED) -> Known:
    """What was known of the parts of a total: of every partner, or of every commodity."""
    return groups(question, folder=folder) if by == "commodity" else partners(question, folder=folder)


def of_recent(answer: Callable[[Known, Known], T], question: Question, by: str, through: date | None) -> T:
    """What is answered from recent figures of the parts alone, to the month asked for.

    Where those refuse, the newest ones do, which know what month can be answered; or else all. The second
    argument of *answer* is what of the first it rests on: years asked of before may be among the first.
    """
    if question.table or by == "commodity":
        known = parts(question, by)
        return answer(known, known)
    for last in dict.fromkeys((through, None)):
        try:
            known = partners(question, last, recent=True)
            return answer(known, known._replace(figures=_recent_of(known.figures, last)))
        except NoData as error:
            if last is None and error.newest_month:
                raise
    known = partners(question)
    return answer(known, known)
