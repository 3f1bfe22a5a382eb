"""Months in which a small partner has no rows: in records of all trade that is no trade, and no gap."""

from __future__ import annotations

import polars as pl

from tradecli.own_table.reading import Read

#: A partner or commodity with a larger share of its flow than this does not vanish: its month is lacking.
_SMALL = 0.01
_SERIES = ["partner", "flow", "code"]


def filled(figures: pl.DataFrame, read: Read) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The figures, with zeros for small series in months of which the table has rows of others.

    A month without any rows of the flow stays a gap, and so does one with rows that could not be read.

    Args:
        figures: `partner`, `period`, `flow`, `code`, `span` and `value`.
        read: The months of each flow, and the world that shares are of.

    Returns:
        The figures, and which of them are such zeros.
    """
    months = pl.col("span") == "month"
    flows = read.world.filter(months).group_by("flow").agg(pl.col("value").sum().alias("whole"))
    series = figures.filter(months).group_by(_SERIES).agg(pl.col("value").sum())
    small = series.join(flows, on="flow").filter(pl.col("value") < _SMALL * pl.col("whole"))
    available = pl.DataFrame(
        [(flow, month) for flow, months in read.months.items() for month in months],
        schema={"flow": pl.String(), "period": pl.Date()},
        orient="row",
    )
    lacking = small.join(available, on="flow").join(figures, on=[*_SERIES, "period"], how="anti")
    added = lacking.select(*_SERIES, "period").with_columns(value=pl.lit(0, pl.Int64), span=pl.lit("month"))
    added = added.select(figures.columns)
    return pl.concat([figures, added]), added
