"""The same records twice, in two files or under two names of a partner: their sums are the same."""

from __future__ import annotations

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table.months import unmarked

_KEYS = ["month", "whom", "side", "code"]
#: So many sums that are all the same are no chance.
_LEAST = 4
#: So large a part of what two files share must be equal for them to be the same download.
_SHARE = 0.5


def refuse(groups: pl.DataFrame) -> None:
    """Refuse files of which one repeats another, and names of a partner under which the same is said.

    Args:
        groups: `partner` (as it is written), `who` (its code, where one is known), `whom` (the partner),
            `month`, `side`, `code`, `rows` and `steps`; of several files also `file`.

    Raises:
        InvalidData: At least half of the sums of what two files share are equal, or all under two names.
    """
    if "file" in groups.columns:
        refuse_files(groups)
    _refuse_names(groups)


def refuse_files(groups: pl.DataFrame) -> None:
    """Refuse files of which one repeats another, whole or in some months; see `refuse`."""
    months = groups.group_by("month").agg(pl.col("file").n_unique().alias("files"))
    shared = groups.join(months.filter(pl.col("files") > 1), on="month", how="semi")
    if shared.is_empty():
        return
    sums = shared.group_by(["file", *_KEYS]).agg(pl.col("rows", "steps").sum())
    equal = [*_KEYS, "rows", "steps"]
    twice = sums.filter(pl.col("steps") != 0)
    twice = twice.join(twice, on=equal, nulls_equal=True, suffix="_other").filter(
        pl.col("file") < pl.col("file_other")
    )
    if twice.is_empty():
        return
    pairs = ["file", "file_other"]
    counted = twice.group_by(pairs).agg(pl.len().alias("equal"), pl.col("month").min())
    for first, second, same, month in counted.sort(pairs).iter_rows():
        least = _shared(sums, first, second)
        if same >= max(_SHARE * least, min(2, least)):
            raise InvalidData(
                "{first} and {second} hold the same records of {month}",
                hint="name the files that are to be read: each row may be added once only",
                first=first,
                second=second,
                month=str(month)[:7],
            )


def _shared(sums: pl.DataFrame, first: str, second: str) -> int:
    """How many sums the smaller of two files has in the months that both have."""
    one, other = (sums.filter(pl.col("file") == name) for name in (first, second))
    heights = (a.join(b, on="month", how="semi").height for a, b in ((one, other), (other, one)))
    return min(heights)


def refuse_editions(named: pl.DataFrame, column: str) -> None:
    """Refuse a month that is written in two ways, of which a mark says that one may revise the other.

    Args:
        named: `period` (as it is written), `month`, `side`, `whom` and `code`.
        column: What the column of periods is called.

    Raises:
        InvalidData: A partner has rows of the same month, flow and goods in both.
    """
    marked = [
        text for text in named["period"].drop_nulls().unique() if unmarked(text.strip()) != text.strip()
    ]
    if not marked:
        return
    ways = named.filter(pl.col("month").is_not_null()).group_by("month", "whom", "side", "code")
    several = ways.agg(pl.col("period").unique().sort().alias("texts")).filter(
        (pl.col("texts").list.len() > 1)
        & pl.col("texts").list.set_intersection(marked).list.len().cast(pl.Boolean)
    )
    if several.is_empty():
        return
    [first, second, *_] = several.sort("month", "whom")["texts"].to_list()[0]
    raise InvalidData(
        "{first!r} and {second!r} in the column {column!r} mean one month, and one may revise the other",
        hint="leave one of them out: each row may be added once only",
        first=first,
        second=second,
        column=column,
    )


def _refuse_names(groups: pl.DataFrame) -> None:
    known = pl.col("who").str.contains("^[A-Z]")
    pairs = groups.select("who", "partner").unique().filter(known)
    names = pairs.group_by("who").agg(pl.col("partner").n_unique().alias("names")).filter(pl.col("names") > 1)
    if names.is_empty():
        return
    several = groups.join(names, on="who", how="semi")
    sums = several.group_by("who", "partner", "month", "side", "code").agg(pl.col("rows", "steps").sum())
    said: dict[tuple[object, ...], str] = {}
    for (who, name), table in sorted(sums.group_by("who", "partner"), key=lambda pair: str(pair[0])):
        rows = frozenset(table.drop("who", "partner").iter_rows())
        first = said.setdefault((who, rows), str(name))
        if first != name and len(rows) >= _LEAST and any(row[-1] for row in rows):
            raise InvalidData(
                "{first!r} and {second!r} both mean {who}, and the same is said of both in every month",
                hint="leave one of them out: each row may be added once only",
                first=first,
                second=str(name),
                who=str(who),
            )
