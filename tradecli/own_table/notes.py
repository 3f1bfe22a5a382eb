"""Lines of a file that are no rows of its table: sources and notes below it, units below the names."""

from __future__ import annotations

import polars as pl

from tradecli.own_table import units_said
from tradecli.own_table.legs import made
from tradecli.own_table.mapping import Mapping


def without(named: pl.DataFrame, mapping: Mapping, *, partners: bool) -> tuple[int, pl.DataFrame]:
    """How many lines are notes, and the groups without them.

    A note is one text in a line at most, and neither a month that is read nor a value.

    Args:
        named: The groups: texts, `month` as it is read, `rows` and how many of them are `good`.
        mapping: What the columns mean.
        partners: Whether they are told apart.

    Raises:
        QueryError: A note says another unit than values are read in.
    """
    if not named["month"].has_nulls():
        return 0, named
    columns = ["period"] + ["partner"] * partners + ["flow"] * (mapping.flow != made("flow"))
    filled = [pl.col(name).str.strip_chars().str.len_chars().fill_null(0) > 0 for name in columns]
    notes = (pl.sum_horizontal(filled) <= 1) & (pl.col("good") == 0) & pl.col("month").is_null()
    lines = named.filter(notes)
    said = {text for name in columns for text in lines[name].drop_nulls() if text.strip()}
    units_said.refuse_notes(sorted(said), mapping)
    return int(lines["rows"].sum()), named.filter(~notes)
