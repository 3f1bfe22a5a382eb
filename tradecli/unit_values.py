"""What of the records of a question stands beside their values: quantities, re-exports, re-imports."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli import load
from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.question import Known, Quantities, Question


def beside(
    question: Question, partners: Sequence[str], *, unit_value: bool, again: bool
) -> list[tuple[Quantities | None, Known | None]]:
    """What stands beside the values of each partner, of what is asked for.

    Raises:
        QueryError: No table was named, or it does not hold what is asked for.
    """
    none = [None] * len(partners)
    amounts = quantities(question, partners) if unit_value else none
    return list(zip(amounts, re_flows(question, partners) if again else none, strict=True))


def quantities(question: Question, partners: Sequence[str]) -> list[Quantities]:
    """The quantities of a reporter's trade with each partner, and the value of the records that have one.

    Raises:
        QueryError: No table was named, or it has no quantities, or none of one unit.
    """
    if question.table is None:
        raise QueryError(
            "published figures of trade come without quantities: unit values need records that have them",
            hint="name a table: --table PATH --columns ...,quantity=netWgt,quantity_unit=kg",
        )
    from tradecli import own_table

    codes = [one for partner in partners for one in (partner, *places.place(partner).members)]
    asked = own_table.Asked(
        question.reporter, question.source, question.commodity, question.classification, tuple(codes)
    )
    table, valued, unit = own_table.with_quantities(question.table, asked)
    sums = [load.several(question._replace(table=one), partners) for one in (table, valued)]
    return [Quantities(one, two, unit, own_table.THOUSANDTHS) for one, two in zip(*sums, strict=True)]


def re_flows(question: Question, partners: Sequence[str]) -> list[Known | None]:
    """What a reporter sends on to each partner of what came in, or takes back; None where it has none.

    Raises:
        QueryError: No table was named, or it does not tell them apart.
    """
    if question.table is None:
        raise QueryError(
            "the figures of this source do not tell re-exports and re-imports apart: they are in the totals",
            hint="name a table that does, such as a download of UN Comtrade: --table FILE",
        )
    from tradecli import own_table

    [flow] = question.flows
    table = own_table.with_re_flows(question.table, flow)
    return [_pair(question._replace(table=table, partner=partner)) for partner in partners]


def _pair(question: Question) -> Known | None:
    try:
        return load.load(question)
    except NoData:
        return None
