"""The balance: exports minus imports of one window, or the balance as published."""

from __future__ import annotations

import polars as pl

from tradecli.schema import OWN
from tradecli.statistics.windows import MEASURES
from tradecli.vintages import vintage_day


def balance(windows: pl.DataFrame) -> pl.DataFrame:
    """Decide the balance of each window from its exports, its imports and the published balance.

    ``balance = exports - imports`` of the same window. The published balance is used where a
    flow is missing, where it is newer than both flows, or where it has the vintage of the newer
    flow and is no coarser than the coarser of the two: its publisher had the unrounded figures.

    Args:
        windows: Dense windows of one kind and all three flows, as `windows.windows` gives
            them; rows of flow `balance` are balances as published.

    Returns:
        The same rows, those of flow `balance` replaced; a balance is null where neither way
        gives one. A flow is never derived from a balance.

    Source:
        IMTS 2010: exports valued FOB, imports as the reporter values them.
    """
    # Dense, and sorted by flow (export, import, balance) within each series: from a row of the
    # balance, that of the import is one block of months back, that of the export two.
    block = windows["period"].n_unique()
    sides = (
        pl.col(*MEASURES).shift(block * back).name.prefix(f"{flow}_")
        for flow, back in (("export", 2), ("import", 1))
    )
    return _decided(windows.with_columns(*sides)).select(windows.columns)


def _decided(wide: pl.DataFrame) -> pl.DataFrame:
    day, newer_flow = vintage_day(pl.col("stamp")), vintage_day(pl.col("newer"))
    published = pl.col("value").is_not_null() & (
        ~pl.col("both")
        | (day > newer_flow)
        | ((day == newer_flow) & (pl.col("precision") <= pl.col("coarser")))
    )
    # What decides is worked out once, not once for each of the columns it decides on.
    # A balance of own records is the difference of their flows, rounded once.
    own = pl.col("origin").str.starts_with(f"{OWN}-").fill_null(value=False)
    judged = wide.with_columns(
        (pl.col("export_value").is_not_null() & pl.col("import_value").is_not_null()).alias("both"),
        pl.max_horizontal("export_stamp", "import_stamp").alias("newer"),
        pl.max_horizontal("export_precision", "import_precision").alias("coarser"),
    ).with_columns(((pl.col("flow") != "balance") | published).alias("stays"))
    difference = {
        "value": pl.col("export_value") - pl.col("import_value"),
        "precision": pl.col("coarser"),
        "units": pl.col("export_units") + pl.col("import_units"),
        "stamp": pl.col("newer"),
        "oldest": pl.min_horizontal("export_oldest", "import_oldest"),
        "known_by": pl.max_horizontal("export_known_by", "import_known_by"),
        "basis": pl.lit("difference"),
        "origin": pl.lit(None, pl.String),
    }
    kept = {name: pl.col(name) for name in difference} | {
        "basis": pl.when((pl.col("flow") == "balance") & own).then(pl.lit("difference")).otherwise("basis")
    }
    return judged.with_columns(
        pl.when("stays").then(kept[name]).when("both").then(measure).alias(name)
        for name, measure in difference.items()
    )
