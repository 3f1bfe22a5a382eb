"""A table of one's own: customs records or observations in files, read as the official figures are.

`Table` names one, `known` finds one that was read before, `answer` is asked of it, `inspect` says what an
unknown one holds, `with_quantities` adds up its quantities, `with_re_flows` its re-exports; nothing else here
is called from outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecli.own_table.asked import Answer, Asked
from tradecli.own_table.measures import THOUSANDTHS
from tradecli.own_table.table import Table

if TYPE_CHECKING:
    from tradecli.own_table.inspected import Inspected
    from tradecli.own_table.inspecting import inspect
    from tradecli.own_table.quantity_units import with_quantities
    from tradecli.own_table.re_flows import with_re_flows

__all__ = [
    "THOUSANDTHS",
    "Answer",
    "Asked",
    "Inspected",
    "Table",
    "answer",
    "inspect",
    "with_quantities",
    "with_re_flows",
]


def answer(table: Table, asked: Asked) -> Answer:
    """What a table says of a question: as it is known from before, or read now; see `answering.answer`."""
    from tradecli.own_table import known

    place = known.place(table, asked)
    found = known.answer(place) if place else None
    if found is not None:
        return found
    from tradecli.own_table import answering

    return answering.answer(table, asked, place)


def __getattr__(name: str) -> Any:
    """What most questions do not need is loaded when it is asked for."""
    if name == "inspect":
        from tradecli.own_table.inspecting import inspect

        return inspect
    if name == "Inspected":
        from tradecli.own_table.inspected import Inspected

        return Inspected
    if name == "with_quantities":
        from tradecli.own_table.quantity_units import with_quantities

        return with_quantities
    if name == "with_re_flows":
        from tradecli.own_table.re_flows import with_re_flows

        return with_re_flows
    raise AttributeError(name)
