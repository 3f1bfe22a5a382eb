"""What is available of a source: embedded and stored rows as one table, without what was taken back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from tradecli.errors import StoreError
from tradecli.question import Question
from tradecli.schema import CELL, KEY, OBSERVATIONS
from tradecli.store import manifest as manifests
from tradecli.store import reading
from tradecli.store.reading import Stored
from tradecli.wording import Wording


class Everything(NamedTuple):
    """All rows of a source, every vintage of them, what was taken back, and what could not be read."""

    rows: pl.DataFrame
    withdrawn: pl.DataFrame
    troubles: tuple[str, ...] = ()


def rows(
    folder: Path,
    source: str,
    question: Question,
    wanted: pl.Expr,
    embedded: pl.DataFrame | None,
    partners: Sequence[str] = (),
    classification: str = "",
) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """The rows of a question, embedded and stored, without those taken back by its day; and the troubles.

    A store that cannot be read is one of them, and not used.
    """
    try:
        stored = reading.rows(
            folder,
            source,
            wanted,
            reporter=question.reporter,
            partners=partners,
            classification=classification,
        )
    except StoreError as error:
        return pl.DataFrame(schema=OBSERVATIONS) if embedded is None else embedded, (unreadable(error),)
    day = None if question.as_of is None else pl.col("vintage") <= question.as_of
    return without_withdrawn(merged(embedded, stored), stored.withdrawn, day), _named(stored)


def everything(folder: Path | None, embedded: Path, source: str) -> Everything:
    """All rows of a source, embedded and stored.

    Raises:
        StoreError: The store's manifest cannot be read.
    """
    path = embedded / f"{source}.parquet"
    table = pl.read_parquet(path) if path.exists() else pl.DataFrame(schema=OBSERVATIONS)
    if folder is None or not (manifests.exists(folder) or manifests.lost(folder)):
        return Everything(table, pl.DataFrame(schema=reading.WITHDRAWN))
    stored = reading.rows(folder, source, pl.lit(value=True))
    return Everything(merged(table, stored), stored.withdrawn, _named(stored))


def newest(rows: pl.DataFrame, withdrawn: pl.DataFrame) -> pl.DataFrame:
    """The newest figure of every cell in all vintages of a source, as `everything` gives them, by cell."""
    known = without_withdrawn(rows, withdrawn).select(*CELL, "vintage", "precision", "value")
    # Of one day the finer figure is nearer to what the publisher counted.
    order = known.sort(*CELL, "vintage", -pl.col("precision"), maintain_order=True)
    others = pl.any_horizontal(pl.col(column) != pl.col(column).shift(-1) for column in CELL)
    return order.filter(others.fill_null(value=True))


def merged(embedded: pl.DataFrame | None, stored: Stored) -> pl.DataFrame:
    """The embedded rows and the stored ones as one table.

    Of two figures of one key, vintage and precision (the same day published twice, or embedded
    and fetched) the one added last stays.
    """
    frames = [frame for frame in (embedded, stored.rows) if frame is not None]
    if len(frames) == 2:
        table, more = frames
        # The embedded rows have no double: where no day is in both, only stored ones can be of one key.
        if not table["vintage"].is_in(more["vintage"].unique().implode()).any():
            alone = more.unique(["source", *KEY, "precision"], keep="last", maintain_order=True)
            return pl.concat([table, alone])
    return pl.concat(frames).unique(["source", *KEY, "precision"], keep="last", maintain_order=True)


def without_withdrawn(
    rows: pl.DataFrame, withdrawn: pl.DataFrame, day: pl.Expr | None = None
) -> pl.DataFrame:
    """The rows that had not been taken back.

    Args:
        rows: Rows of `schema.OBSERVATIONS`.
        withdrawn: Keys of figures, each dated by the vintage that no longer had it.
        day: Cuts the withdrawals to those known on the day in question; None takes all.
    """
    if withdrawn.is_empty():
        return rows
    known = withdrawn if day is None else withdrawn.filter(day)
    last = known.group_by(CELL).agg(pl.col("vintage").max().alias("taken_back"))
    joined = rows.join(last, on=CELL, how="left", maintain_order="left")
    kept = pl.col("taken_back").is_null() | (pl.col("vintage") >= pl.col("taken_back"))
    return joined.filter(kept).drop("taken_back")


def origins(folder: Path) -> dict[str, dict[str, Any]]:
    """Where the stored figures come from, as the embedded manifest says it of its own."""
    try:
        entries = manifests.read(folder)[0].entries
    except StoreError:
        return {}
    return {entry.id: {**entry._asdict(), "file": entry.raw, "format": entry.media} for entry in entries}


def unreadable(error: StoreError) -> str:
    """What an answer says where the store cannot be read at all."""
    return Wording("{error}; answering from the embedded data", error=error)


def _named(stored: Stored) -> tuple[str, ...]:
    return tuple(Wording("the store: {trouble}", trouble=trouble) for trouble in stored.troubles)
