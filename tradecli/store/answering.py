"""The store as the answers see it: one with the embedded data; what cannot be read is said, and not used."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from tradecli.errors import StoreError
from tradecli.question import Question
from tradecli.schema import OBSERVATIONS
from tradecli.store import manifest as manifests
from tradecli.store import reading, stock


def rows(
    folder: Path,
    source: str,
    question: Question,
    wanted: pl.Expr,
    embedded: pl.DataFrame | None,
    partners: Sequence[str] = (),
    classification: str = "",
) -> pl.DataFrame:
    """The rows of a question, embedded and stored, without those taken back by its day."""
    try:
        held = reading.rows(
            folder,
            source,
            wanted,
            reporter=question.reporter,
            partners=partners,
            classification=classification,
        )
    except StoreError as error:
        _warn_once(f"{error}; answering from the embedded data")
        return pl.DataFrame(schema=OBSERVATIONS) if embedded is None else embedded
    for trouble in held.troubles:
        _warn_once(f"the store: {trouble}")
    day = None if question.as_of is None else pl.col("vintage") <= question.as_of
    return stock.standing(stock.merged(embedded, held), held.withdrawn, day)


def everything(folder: Path, source: str, embedded: pl.DataFrame) -> pl.DataFrame:
    """All rows of a source, embedded and stored, every vintage of them."""
    try:
        held = reading.rows(folder, source, pl.lit(value=True))
    except StoreError as error:
        _warn_once(f"{error}; answering from the embedded data")
        return embedded
    for trouble in held.troubles:
        _warn_once(f"the store: {trouble}")
    return stock.merged(embedded, held)


def origins(folder: Path) -> dict[str, dict[str, Any]]:
    """Where the stored figures come from, as the embedded manifest says it of its own."""
    try:
        found, _ = manifests.read(folder)
    except StoreError:
        return {}
    return {
        entry.id: {**entry._asdict(), "file": entry.raw, "format": entry.media} for entry in found.entries
    }


@cache
def _warn_once(text: str) -> None:
    from tradecli.output import warn

    warn(text)
