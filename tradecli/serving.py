"""Whether the rows of a source are an answer to a question, or another source has more. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl

from tradecli.facts import places
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


def has_area(rows: pl.DataFrame, question: Question) -> bool:
    """Whether there are rows of an area itself, or of all that belong to it; True of other partners."""
    area = places.place(question.partner)
    codes = {*rows.get_column("partner").unique()}
    now = {term.member for term in area.terms if term.until == date.max} - {question.reporter}
    return not area.members or area.code in codes or now <= codes


def has_partners(rows: pl.DataFrame) -> bool:
    """Whether there are partners that can be compared, and the total that they are parts of."""
    return has(rows, "partner", ["WORLD"]) and rows.get_column("partner").n_unique() > 2
