"""What a release for a pair draws on becomes known figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tradecli.errors import NoData, QueryError
from tradecli.load import as_known_now, load, with_world
from tradecli.load_parts import groups, partners
from tradecli.question import Evidence, Known, Question
from tradecli.wording import Wording


def for_brief(question: Question, through: date | None = None) -> Evidence:
    """All that a release for a pair draws on.

    Args:
        question: The pair.
        through: The month of the release; None is the newest.

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
        _or_none(lambda: [partners(question, through, recent=not question.table)]) if whole else [],
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
