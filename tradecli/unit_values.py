"""The quantities of a question's records, beside their values."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli import load
from tradecli.errors import QueryError
from tradecli.facts import places
from tradecli.question import Quantities, Question


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
