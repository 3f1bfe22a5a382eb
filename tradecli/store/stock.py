"""Everything known of a source, embedded and stored as one table, what was taken back left out."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from tradecli.schema import KEY, OBSERVATIONS
from tradecli.store import manifest as manifests
from tradecli.store import reading
from tradecli.store.reading import Held


def merged(embedded: pl.DataFrame | None, held: Held) -> pl.DataFrame:
    """The embedded rows and the stored ones as one table.

    Of two figures of one key, vintage and precision (the same day published twice, or embedded
    and fetched) the one added last stays.
    """
    frames = [frame for frame in (embedded, held.rows) if frame is not None]
    if len(frames) == 2 and frames[1].is_empty():
        return frames[0]
    return pl.concat(frames).unique(["source", *KEY, "precision"], keep="last", maintain_order=True)


def standing(rows: pl.DataFrame, withdrawn: pl.DataFrame, day: pl.Expr | None = None) -> pl.DataFrame:
    """The rows that had not been taken back.

    Args:
        rows: Rows of `schema.OBSERVATIONS`.
        withdrawn: Keys of figures, each dated by the vintage that no longer had it.
        day: Cuts the withdrawals to those known on the day in question; None takes all.
    """
    if withdrawn.is_empty():
        return rows
    cell = [name for name in ("source", *KEY) if name != "vintage"]
    known = withdrawn if day is None else withdrawn.filter(day)
    last = known.group_by(cell).agg(pl.col("vintage").max().alias("taken_back"))
    joined = rows.join(last, on=cell, how="left", maintain_order="left")
    return joined.filter(pl.col("taken_back").is_null() | (pl.col("vintage") >= pl.col("taken_back"))).drop(
        "taken_back"
    )


def newest(folder: Path, embedded: Path, source: str) -> pl.DataFrame:
    """The newest figure of every cell known of a source.

    Raises:
        StoreError: The store's manifest cannot be read.
    """
    path = embedded / f"{source}.parquet"
    table = pl.read_parquet(path) if path.exists() else None
    if manifests.exists(folder):
        held = reading.rows(folder, source, pl.lit(value=True))
        rows = standing(merged(table, held), held.withdrawn)
    else:
        rows = table if table is not None else pl.DataFrame(schema=OBSERVATIONS)
    cell = [name for name in ("source", *KEY) if name != "vintage"]
    # Of one day the finer figure is nearer to what the publisher counted.
    order = rows.sort("vintage", -pl.col("precision"), maintain_order=True)
    return order.unique(cell, keep="last", maintain_order=True)
