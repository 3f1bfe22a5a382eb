"""Columns that tell rows apart which must never be added: money and kilograms, two currencies. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Mapping as AnyMapping

from tradecli.own_table.mapping_text import quoted
from tradecli.own_table.sniffed import Open, Seen
from tradecli.own_table.sniffing_names import named, plain
from tradecli.own_table.sniffing_units import unit

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
        if one.name not in used and len(texts) > 1 and (_mixed(texts) or _alternatives(one)):
            yield where(one.name, texts)


def where(column: str, texts: Collection[str]) -> Open:
    """What is asked of a column: which of its texts is meant."""
    return Open(f"where.{quoted(column)}", tuple(texts), "apart")


def _mixed(texts: Sequence[str]) -> bool:
    """Whether texts name money and something else, or money of several currencies or units.

    Examples:
        >>> _mixed(["Value (US$)", "Net weight (kg)"]), _mixed(["USD", "MXN"]), _mixed(["KG", "LT"])
        (True, True, False)
    """
    money = [text for text in texts if unit(text).currency or named(text).role == "value"]
    other = [text for text in texts if text not in money and named(text).role == "quantity"]
    return bool(money and other) or len({unit(text) for text in money if unit(text).currency}) > 1


def _alternatives(one: Seen) -> bool:
    """Whether rows say the same in other ways: adjusted for the season or not, in several currencies."""
    return one.by_name.role == "currency" or bool(_ADJUSTED.search(plain(one.name)))
