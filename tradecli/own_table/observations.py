"""An own table that holds observations: published figures, as the program's own table has them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

import polars as pl

from tradecli.errors import NoData, QueryError
from tradecli.own_table import engines
from tradecli.own_table.files import Files
from tradecli.schema import OBSERVATIONS, rules
from tradecli.wording import Listed, Wording

if TYPE_CHECKING:
    import narwhals as nw


def are_in(columns: Collection[str]) -> bool:
    """Whether a table with these columns is one of observations."""
    return set(OBSERVATIONS) <= set(columns)


def source(files: Files, engine: str, wanted: str) -> str:
    """The source whose figures answer: the one that is asked for, or the only one.

    Raises:
        QueryError: There are several and none was named.
        NoData: The one named is not there.
    """
    result = engines.collected(lambda frame: frame.select("source").unique(), files, engine)
    available = sorted(name for name in result["source"].to_list() if name)
    if wanted and wanted not in available:
        raise NoData(
            "the table holds nothing of {wanted}",
            hint="it holds {available}",
            wanted=wanted,
            available=Listed(available),
        )
    if not wanted and len(available) != 1:
        several = Listed(available, "and") or Wording("no source")
        raise QueryError("the table holds figures of {several}", hint="--source", several=several)
    return wanted or available[0]


def rows(
    files: Files, engine: str, source: str, partners: Sequence[str], classification: str
) -> tuple[pl.DataFrame, dict[str, int]]:
    """The observations of a source that keep every rule of the table, and how many break which.

    Args:
        files: Where they are.
        engine: Who reads them.
        source: Whose.
        partners: Only these; () means all.
        classification: Only this list of commodities; empty means all.
    """
    import narwhals as nw

    def asked(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        wanted = nw.col("source") == source
        if partners:
            wanted &= nw.col("partner").is_in(list(partners))
        if classification:
            wanted &= nw.col("classification") == classification
        return frame.filter(wanted).select(*OBSERVATIONS)

    result = engines.collected(asked, files, engine)
    typed = result.select(pl.col(name).cast(dtype, strict=False) for name, dtype in OBSERVATIONS.items())
    return _kept(typed)


def _kept(observations: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, int]]:
    """The rows that keep every rule of the table, in the order of its key, and the others counted by rule."""
    chosen = pl.lit(None, pl.String)
    for rule, broken in reversed(rules().items()):
        chosen = pl.when(broken).then(pl.lit(rule)).otherwise(chosen)
    checked = observations.with_columns(chosen.alias("rule"))
    good = checked.filter(pl.col("rule").is_null()).drop("rule")
    dropped = checked.drop_nulls("rule").group_by("rule").len().sort("rule")
    return good.sort(good.columns), dict(dropped.iter_rows())
