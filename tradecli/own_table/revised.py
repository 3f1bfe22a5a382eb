"""Files of sums of which one revises another: the same months, partners, flows and goods, other values."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from pathlib import Path

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table import engines, opening, unread
from tradecli.own_table.files import Files
from tradecli.own_table.groups import FILE
from tradecli.own_table.keys import keys
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.words import month_of, quarter_of, year_of

#: Larger files are not looked through: each row would be kept in memory.
_LARGEST = 2**28
#: So many of the keys of a file stand there once where its rows are sums, and not lines of declarations.
_ONCE = 0.95
#: Rows of a file that are looked at first.
_FIRST = 20_000
#: So large a part of what the smaller of two files has is in the other where this revises it.
_SHARED = 0.5


def refuse(
    mapping: Mapping, files: Files, groups: pl.DataFrame, where: Collection[tuple[str, tuple[str, ...]]]
) -> None:
    """Refuse files that have the sums of one month twice.

    Args:
        mapping: What the columns mean.
        files: All of the table, with their legs.
        groups: A row for each `file` and `period` that it has, or more.
        where: The rows that are read, by their columns.

    Raises:
        InvalidData: Most keys of a file, each of which stands there once, are in another, too.
    """
    months = groups.select("file", month=_month(groups, mapping.dates)).unique().drop_nulls()
    shared = months.filter(pl.len().over("month") > 1)
    paths = sorted(set(shared["file"]))
    some = files._replace(files=tuple(file for file in files.files if file.path in paths))
    if not paths or sum(file.size for file in some.files) > _LARGEST:
        return
    if _of_lines(mapping, some, where):
        return
    counted = _counted(mapping, some, where).join(shared, on=["file", "month"], how="semi")
    of = {path: counted.filter(pl.col("file") == path) for path in paths}
    once = [
        path for path, rows in of.items() if rows.height and rows["rows"].eq(1).sum() >= _ONCE * rows.height
    ]
    for first, second in combinations(once, 2):
        both = of[first].join(of[second], on=["key", "month"])
        sizes = (
            of[a].join(of[b], on="month", how="semi").height for a, b in ((first, second), (second, first))
        )
        if both.height >= max(1.0, _SHARED * min(sizes)):
            raise InvalidData(
                "{first} and {second} both have rows of {month:%Y-%m} of the same partners, flows and "
                "goods: one may revise the other",
                hint="name the files that are to be read; where both are parts of a whole, give them a "
                "column that tells their rows apart",
                first=Path(first).name,
                second=Path(second).name,
                month=both["month"].min(),
            )


def _month(rows: pl.DataFrame, order: str) -> pl.Series:
    """The month, or year, of each period."""
    texts = rows["period"].unique().drop_nulls().to_list()
    return rows["period"].replace_strict(
        {text: month_of(text, order) or quarter_of(text) or year_of(text) for text in texts},
        return_dtype=pl.Date,
        default=None,
    )


def _of_lines(mapping: Mapping, files: Files, where: Collection[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether the first rows of a file have keys more than once, as lines of declarations do."""
    first = files._replace(files=files.files[:1])
    counted = _counted(mapping, first, where, rows=_FIRST)
    return counted.height > 0 and counted["rows"].eq(1).sum() < _ONCE * counted.height


def _counted(
    mapping: Mapping, files: Files, where: Collection[tuple[str, tuple[str, ...]]], *, rows: int | None = None
) -> pl.DataFrame:
    """How often each key stands in each file, or in its first rows: `file`, `month`, `key` and `rows`."""
    names = keys(mapping, files)
    parts = []
    for same in engines.alike(files, "polars"):
        held = opening.columns_of(same)
        texts = [pl.col(name).cast(pl.String) if name in held else pl.lit(None, pl.String) for name in names]
        lazy = opening.opened(same, "polars", by_file=True)
        lazy = lazy if rows is None else lazy.head(rows)
        for name, chosen in where:
            lazy = lazy.filter(pl.col(name).cast(pl.String).is_in(list(chosen)))
        by = [pl.col(FILE).alias("file"), pl.col(mapping.period).cast(pl.String).alias("period")]
        named = [text.alias(str(number)) for number, text in enumerate(texts)]
        key = pl.struct(str(number) for number in range(len(names))).hash().alias("key")
        parts.append(lazy.select(*by, *named).group_by("file", "period", key).agg(pl.len().alias("rows")))
    try:
        counted: pl.DataFrame = pl.concat(part.collect(engine="streaming") for part in parts)
    except unread.POLARS as error:
        raise unread.unreadable(files, "polars", error) from None
    path = pl.col("file").map_elements(opening.plain_name, return_dtype=pl.String)
    counted = counted.with_columns(path, month=_month(counted, mapping.dates))
    return counted.group_by("file", "month", "key").agg(pl.col("rows").sum())
