"""Figures that were read -> rows of the table of observations, once their vintage is known."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from tradecli.schema import OBSERVATIONS
from tradecli.sources.reading import Figure, Snapshot


def table(
    snapshot: Snapshot, figures: Sequence[Figure], *, source: str, reporter: str, currency: str
) -> pl.DataFrame:
    """Rows of `schema.OBSERVATIONS`, each figure under its origin and vintage.

    Args:
        snapshot: Where the figures come from.
        figures: At least one.
        source: Id of the source.
        reporter: Whose the figures are that name no reporter of their own.
        currency: That of every figure.
    """
    columns = dict(zip(Figure._fields, zip(*figures, strict=True), strict=True))
    origins = [f"{snapshot.origin}-{part}" if part else snapshot.origin for part in columns.pop("part")]
    reporters = [named or reporter for named in columns.pop("reporter")]
    constants = {
        "source": source,
        "currency": currency,
        "vintage": snapshot.vintage,
        "vintage_basis": snapshot.vintage_basis,
        "known_by": snapshot.known_by,
    }
    frame = pl.DataFrame({**columns, "reporter": reporters, "origin": origins}).with_columns(
        pl.lit(value).alias(name) for name, value in constants.items()
    )
    return frame.select(pl.col(name).cast(dtype) for name, dtype in OBSERVATIONS.items())
