"""`trade check --corrections`: what would have to be written where a statement is not true as written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from tradecli.claims import Assertion, Claim
from tradecli.model.figure import Figure
from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.reading.model import Span
from tradecli.reading.text import fold, sentences
from tradecli.reports.article import Judged
from tradecli.reports.check_said import measured, unit_of
from tradecli.reports.evidence import CANNOT_TELL
from tradecli.reports.judge import FALSE
from tradecli.reports.measured import Measured
from tradecli.reports.shared import say
from tradecli.rounding import half_up

_COLUMNS = (
    Column("article.number"),
    Column("article.written", left=True),
    Column("article.right", left=True),
    Column("article.corrected", left=True),
)
_NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d,]*\d)")


class Row(NamedTuple):
    """A machine row: a statement that is not true as written, and what is."""

    file: str | None
    number: int
    start: int
    end: int
    text: str
    verdict: str
    right: str | None
    sentence: str
    corrected: str | None


class Correction(NamedTuple):
    """A statement that is not true as written."""

    one: Judged
    right: str | None
    found: Statement | None
    sentence: str
    corrected: str | None


def report(judged: Sequence[Judged]) -> Report:
    """The answer in every form: a row a statement that is false, or true only of something else."""
    found = [_correction(one) for one in judged if _is_off(one)]
    return Report(
        schema="trade.corrections/1",
        question={"corrections": len(found)},
        currency="USD",
        title=say("article.corrections", None if found else "none", count=len(found)),
        subtitle=None,
        table=Table(_COLUMNS, [_cells(each) for each in found]),
        findings=[each.one.explanation for each in found],
        notes=[],
        row_type=Row,
        rows=[_row(each) for each in found],
        displays={"found": [each.found for each in found]},
        row_figures=[_figures(each.one) for each in found],
        used=[],
        manifest=dict,
    )


def _is_off(one: Judged) -> bool:
    weighed = one.weighed
    return weighed.outcome == FALSE or (weighed.outcome == CANNOT_TELL and bool(weighed.instead))


def _correction(one: Judged) -> Correction:
    text, verdict, reading = one.document.text.text, one.weighed.verdict, one.weighed.reading
    span = next(
        (
            each.span
            for each in sentences(fold(text))
            if each.span.start <= reading.span.start < each.span.end
        ),
        reading.span,
    )
    whole = text[span.start : span.end]
    if verdict is None:
        return Correction(one, None, None, whole, None)
    found = verdict.then if verdict.then.value is not None else verdict.now
    right = corrected(reading.text, verdict.claim, verdict.assertion, found)
    return Correction(
        one,
        right,
        measured(verdict.claim, verdict.assertion, found),
        whole,
        _put(text, span, reading.span, right),
    )


def _put(text: str, sentence: Span, place: Span, right: str | None) -> str | None:
    if right is None:
        return None
    return text[sentence.start : place.start] + right + text[place.end : sentence.end]


def corrected(text: str, claim: Claim, said: Assertion, found: Measured) -> str | None:
    """A statement's own words with the right number in its own digits; None where words would have to change.

    That is where the sign turns, or where no number stands in figures.
    """
    numbers = list(_NUMBER.finditer(fold(text)))
    if (
        found.value is None
        or said.quantity is None
        or len(numbers) != 1
        or said.measure in {"record", "rank"}
    ):
        return None
    [number] = numbers
    scale = Fraction(claim.unit) if unit_of(said) is None else Fraction(1)
    written, right = said.quantity.value / scale, found.value / scale
    if (written < 0) != (right < 0) and not claim.side and right:
        return None
    printed = Fraction(number[0].replace(",", ""))
    if printed != abs(written):
        return None
    digits = len(number[0].partition(".")[2])
    put = f"{abs(half_up(right.numerator, right.denominator, digits)):,}"
    put = put if "," in number[0] else put.replace(",", "")
    return text[: number.start()] + put + text[number.end() :]


def _cells(each: Correction) -> list[Cell]:
    return [
        each.one.number,
        each.one.weighed.reading.text,
        each.right or each.found,
        each.corrected or each.sentence,
    ]


def _row(each: Correction) -> Row:
    reading, document = each.one.weighed.reading, each.one.document
    return Row(
        document.name or None,
        each.one.number,
        *document.text.given(reading.span),
        reading.text,
        each.one.weighed.outcome,
        each.right,
        each.sentence,
        each.corrected,
    )


def _figures(one: Judged) -> list[Figure]:
    verdict = one.weighed.verdict
    return [*verdict.then.figures, *verdict.now.figures] if verdict else []
