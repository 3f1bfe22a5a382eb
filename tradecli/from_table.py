"""What is asked, asked of an own table: its figures, and what had to be left out of them."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli.output import say_once
from tradecli.own import Table
from tradecli.question import Question
from tradecli.table import answering


def source(table: Table, question: Question) -> str:
    """The id of the source whose figures the table holds.

    Raises:
        QueryError: It holds several and none was named.
        NoData: It holds nothing of the one that was named.
    """
    return answering.source(table, question.source)


def answered(
    table: Table, source: str, question: Question, partners: Sequence[str], classification: str
) -> answering.Answer:
    """The rows that may answer a question; what was left out of the table is said once.

    Args:
        table: Where they are read.
        source: Whose they are to be.
        question: The reporter and commodity are taken from it.
        partners: The only ones whose groups of commodities are wanted.
        classification: The only list of commodities; empty means the total and every chapter.

    Raises:
        QueryError: The table lacks a column, or the engine is not there.
        NoData: It holds nothing that can be read.
        InvalidData: A file is not what its name says.
    """
    commodity = question.commodity if classification else ""
    answer = answering.answer(
        table, answering.Asked(question.reporter, source, commodity, classification, tuple(partners))
    )
    for text in answering.told(answer, table):
        say_once(f"note: {text}")
    return answer
