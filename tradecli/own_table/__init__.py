"""A table of one's own: customs records or observations in files, read as the official figures are.

`Table` names one, `answer` is asked of it, `inspect` says what an unknown one holds, `with_quantities`
adds up its quantities; nothing else here is called from outside.
"""

from tradecli.own_table.answering import Answer, Asked, answer
from tradecli.own_table.inspected import Inspected
from tradecli.own_table.inspecting import inspect
from tradecli.own_table.measures import THOUSANDTHS
from tradecli.own_table.quantity_units import with_quantities
from tradecli.own_table.table import Table

__all__ = ["THOUSANDTHS", "Answer", "Asked", "Inspected", "Table", "answer", "inspect", "with_quantities"]
