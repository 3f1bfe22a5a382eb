"""Whether the rows of a source are an answer to a question, or another source has more. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from tradecli.question import Question


def has(rows: pl.DataFrame, column: str, words: Sequence[str]) -> bool:
    """Whether there are rows of every word of a column."""
    return {*words} <= {*rows.get_column(column).unique()}


def has_any(rows: pl.DataFrame, question: Question) -> bool:
    """Whether there are rows of a flow of the question."""
    return not {*question.flows}.isdisjoint(rows.get_column("flow").unique())


def has_each(rows: pl.DataFrame, pairs: Sequence[Sequence[str]]) -> bool:
    """Whether there are rows of each partner: with its own code, or with that of a member."""
    codes = {*rows.get_column("partner").unique()} if len(pairs) > 1 else set()
    return len(pairs) < 2 or not any(codes.isdisjoint(pair) for pair in pairs)


def has_partners(rows: pl.DataFrame) -> bool:
    """Whether there are partners that can be compared, and the total that they are parts of."""
    return has(rows, "partner", ["WORLD"]) and rows.get_column("partner").n_unique() > 2
