"""Which columns tell rows of sums apart: all but values, quantities, numbers of rows and days of writing."""

from __future__ import annotations

import re

import polars as pl

from tradecli.own_table import inspection, otherwise
from tradecli.own_table.files import Files
from tradecli.own_table.legs import made
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.sniffing_names import is_measure, named

#: Numbers of rows, and when a row was written; without blanks and signs.
_NO_KEY = re.compile(
    r"|(row|record|line|obs|item|serial|seq|sr|s)?(id|no|nr|num|number|index|key|seq)|unnamed\d*|"
    r"(last)?(update[ds]?|publish(ed)?|created|modified|downloaded|retrieved|accessed|written)(at|on|date)?|timestamp|"
    r"notes?|remarks?|comments?|備註|备注|序號|序号|編號|编号|項次|연번|비고"
)


def keys(mapping: Mapping, files: Files) -> list[str]:
    """The columns that tell the rows of a table of sums apart.

    Args:
        mapping: What the columns mean; those that it names are among them, but for values and quantities.
        files: With their legs.
    """
    first = inspection.peek(files)
    named_so = {mapping.period, mapping.partner, mapping.flow, mapping.commodity, mapping.reporter}
    counted = {mapping.value, mapping.quantity, *mapping.months}
    for leg in files.legs:
        counted |= {name for one in leg.columns if one.name in _COUNTED for name in (one.name, *one.of)}
    return [
        name
        for name in first.columns
        if name not in counted and (name in named_so or not _is_apart(name, first[name]))
    ]


_COUNTED = frozenset(map(made, ("value", "quantity")))


def _is_apart(name: str, cells: pl.Series) -> bool:
    """Whether a column tells no rows apart: by its name, or as numbers with decimals."""
    if (
        is_measure(name)
        or otherwise.revised(name, ())
        or _NO_KEY.fullmatch(re.sub(r"[\W_]", "", name.casefold()))
    ):
        return True
    if cells.dtype.is_float():
        return True
    return cells.dtype == pl.String and not named(name).role and _has_decimals(cells)


def _has_decimals(cells: pl.Series) -> bool:
    texts = cells.drop_nulls().str.strip_chars()
    return len(texts) > 0 and bool(
        texts.str.contains(r"^-?[0-9]+([.,][0-9]+)?$").all()
        and texts.str.contains(r"^-?[0-9]+[.,][0-9]+$").any()
    )
