"""The balance: exports minus imports of one window, or the balance as published."""

from __future__ import annotations

import polars as pl

from tradecli.stats.windows import MEASURES
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
    # Dense and sorted: the n-th export, import and balance row are of the same window.
    flows = {flow: windows.filter(pl.col("flow") == flow) for flow in ("export", "import", "balance")}
    sides = [flows[flow].select(pl.col(*MEASURES).name.prefix(f"{flow}_")) for flow in ("export", "import")]
    decided = pl.concat([flows["balance"], *sides], how="horizontal").with_columns(*_decide())
    keys = [name for name in windows.columns if name not in {*MEASURES, "basis", "origin"}]
    both = pl.concat([flows["export"], flows["import"], decided.select(windows.columns)])
    return both if keys == ["flow", "period"] else both.sort(keys)


def _decide() -> list[pl.Expr]:
    both = pl.col("export_value").is_not_null() & pl.col("import_value").is_not_null()
    newest = pl.max_horizontal("export_stamp", "import_stamp")
    coarser = pl.max_horizontal("export_precision", "import_precision")
    day, newer_flow = vintage_day(pl.col("stamp")), vintage_day(newest)
    published = pl.col("value").is_not_null() & (
        ~both | (day > newer_flow) | ((day == newer_flow) & (pl.col("precision") <= coarser))
    )
    difference = {
        "value": pl.col("export_value") - pl.col("import_value"),
        "precision": coarser,
        "units": pl.col("export_units") + pl.col("import_units"),
        "stamp": newest,
        "oldest": pl.min_horizontal("export_oldest", "import_oldest"),
        "known_by": pl.max_horizontal("export_known_by", "import_known_by"),
        "basis": pl.lit("difference"),
        "origin": pl.lit(None, pl.String),
    }
    return [
        pl.when(published).then(pl.col(name)).when(both).then(measure).alias(name)
        for name, measure in difference.items()
    ]
