"""Columns that tell rows apart which must never be added: money and kilograms, two currencies. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Mapping as AnyMapping

from tradecli.own_table.mapping_text import quoted
from tradecli.own_table.otherwise import mixed
from tradecli.own_table.sniffed import Open, Seen
from tradecli.own_table.sniffing_names import plain

_ADJUSTED = re.compile(
    r"adjust\w*|seasonal\w*|desestac\w*|saison\w*|bereinig\w*|季節\w*|季节\w*|調整\w*|계절\w*"
)


def apart(columns: Sequence[Seen], fields: AnyMapping[str, object]) -> Iterator[Open]:
    """The columns of which one text has to be chosen, for rows of several are of different things.

    Args:
        columns: Those of the table.
        fields: The columns that are used, which tell rows apart as they should.
    """
    # Words for flows may hold such a difference, too.
    used = {str(name) for field, name in fields.items() if field != "flow"}
    for one in columns:
        texts = one.content.few
        if one.name not in used and len(texts) > 1 and (mixed(texts) or _alternatives(one)):
            yield where(one.name, texts)


def where(column: str, texts: Collection[str]) -> Open:
    """What is asked of a column: which of its texts is meant."""
    return Open(f"where.{quoted(column)}", tuple(texts), "apart")


def _alternatives(one: Seen) -> bool:
    """Whether rows say the same in other ways: adjusted for the season or not, in several currencies."""
    return one.by_name.role == "currency" or bool(_ADJUSTED.search(plain(one.name)))
