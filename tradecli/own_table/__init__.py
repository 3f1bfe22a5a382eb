"""A table of one's own: customs records or observations in files, read as the official figures are.

`Table` names one, `answer` is asked of it; nothing else here is called from outside.
"""

from tradecli.own_table.answering import Answer, Asked, answer
from tradecli.own_table.table import Table

__all__ = ["Answer", "Asked", "Table", "answer"]
