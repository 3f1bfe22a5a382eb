"""`trade check` of a text: every statement found, read, judged and marked where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import polars as pl

from tradecli.model.figure import Figure
from tradecli.model.report import Article, Cell, Column, Mark, Report, Statement, Table
from tradecli.reading import handed
from tradecli.reading.document import ASSUMED, Document
from tradecli.reading.model import Reading
from tradecli.reports.article_rows import Row, row
from tradecli.reports.article_words import explanation, said, shown, traced
from tradecli.reports.available import Available
from tradecli.reports.check import explained, manifest_of
from tradecli.reports.check_said import measured
from tradecli.reports.check_statements import Line
from tradecli.reports.evidence import CANNOT_TELL, NO_CLAIM, Weighed, weigh
from tradecli.reports.judge import FALSE, TRUE, UNKNOWN
from tradecli.reports.shared import say
from tradecli.reports.verdict import STATED, TRUE_THEN, UNLIKE, Bench

#: Verdicts in the order in which they are counted.
VERDICTS = (TRUE, TRUE_THEN, UNLIKE, STATED, FALSE, CANNOT_TELL)
_COLUMNS = (
    Column("article.number"),
    Column("article.text", left=True),
    Column("article.verdict", left=True),
    Column("article.then"),
    Column("article.now"),
)


class Judged(NamedTuple):
    """A statement of a document, or a number that is none: numbered 0."""

    document: Document
    number: int
    weighed: Weighed
    line: Line | None = None

    @property
    def explanation(self) -> Statement:
        """What is said of it."""
        return explanation(self.number, self.weighed, self.line)


def judged(documents: Sequence[Document], available: Available, releases: pl.DataFrame) -> list[Judged]:
    """Everything that was read in texts, weighed, in the order of the texts."""
    bench, found = Bench(available, releases), list[Judged]()
    number = 0
    for document in documents:
        readings = handed.readings(document)
        weighed = iter(weigh([each for each in readings if each.sentence], bench))
        for one in (next(weighed) if each.sentence else _as_claim(each, bench) for each in readings):
            claim = one.outcome != NO_CLAIM
            number += claim
            line = Line(one.verdict, *explained(one.verdict, available)) if one.verdict else None
            found.append(Judged(document, number if claim else 0, one, line))
    return found


def _as_claim(reading: Reading, bench: Bench) -> Weighed:
    """A claim that stands in a text as a line: nothing was guessed, so its verdict is that of the figures."""
    if reading.claim is None:
        return Weighed(reading, None, NO_CLAIM, reading.kind)
    verdict = bench.verdict(0, reading.claim, reading.claim.assertions[0])
    outcome = CANNOT_TELL if verdict.verdict == UNKNOWN else verdict.verdict
    return Weighed(reading, verdict, outcome, verdict.reason)


def report(documents: Sequence[Document], found: Sequence[Judged], available: Available) -> Report:
    """The answer in every form: the texts with their statements marked."""
    claims = [one for one in found if one.number]
    manifest = manifest_of([one.line for one in claims if one.line], available)
    sentences = {one.number: one.explanation for one in claims}
    marks: dict[int, list[Mark]] = {}
    for one in claims:
        figures = traced(shown(one.weighed.verdict), manifest)
        label = say("article.label", one.weighed.outcome)
        mark = Mark(
            *one.weighed.reading.span, one.number, one.weighed.outcome, label, sentences[one.number], figures
        )
        marks.setdefault(id(one.document), []).append(mark)
    articles = [
        Article(
            say("article.heading", name=each.name, day=say("article.day", each.dated, day=each.made)),
            each.text.text,
            marks.get(id(each), []),
        )
        for each in documents
    ]
    return Report(
        schema="trade.article/1",
        question={
            "texts": len(documents),
            "made": [each.made.isoformat() for each in documents],
            "dated": [each.dated for each in documents],
        },
        currency="USD",
        title=summary(found),
        subtitle=None,
        table=Table(_COLUMNS, [_cells(one) for one in claims]),
        findings=list(sentences.values()),
        notes=list(_notes(documents)),
        row_type=Row,
        rows=[row(one.document, one.number, one.weighed) for one in found],
        displays={
            "instead": [_instead(one) for one in found],
            "explanation": [sentences.get(one.number) for one in found],
        },
        row_figures=[_figures(one) for one in found],
        used=list(manifest),
        manifest=lambda: manifest,
        articles=articles,
    )


def exit_code(found: Sequence[Judged]) -> int:
    """1 where a statement is false, 3 where none could be told, else 0."""
    outcomes = {one.weighed.outcome for one in found} - {NO_CLAIM}
    return 1 if FALSE in outcomes else 3 if outcomes <= {CANNOT_TELL} else 0


def summary(found: Sequence[Judged]) -> Statement:
    """How many statements have which verdict."""
    counted = Counter(one.weighed.outcome for one in found)
    unread = sum(one.weighed.reading.kind == "unread" for one in found)
    others = counted.pop(NO_CLAIM, 0) - unread
    return say(
        "article.title",
        None if counted else "none",
        statements=counted.total(),
        counts=[say("article.count", name, count=counted[name]) for name in VERDICTS if counted[name]],
        others=say("article.others", count=others) if others else None,
        unread=say("article.unread", count=unread) if unread else None,
    )


def _cells(one: Judged) -> list[Cell]:
    verdict = one.weighed.verdict
    values = (
        [measured(verdict.claim, verdict.assertion, each) for each in (verdict.then, verdict.now)]
        if verdict
        else [None] * 2
    )
    return [one.number, said(one.weighed), say("article.label", one.weighed.outcome), *values]


def _instead(one: Judged) -> Statement | None:
    words = [each.words for each in one.weighed.instead]
    return say("check.changed.alone", changes=words) if words else None


def _figures(one: Judged) -> list[Figure]:
    verdict = one.weighed.verdict
    return [*verdict.then.figures, *verdict.now.figures] if verdict else []


def _notes(documents: Sequence[Document]) -> Iterator[Statement]:
    """What qualifies the verdicts; the day of each text, where it was assumed, first."""
    for each in documents:
        if each.dated not in ASSUMED:
            continue
        day = say("article.day", each.dated, day=each.made)
        yield say("article.of", name=each.name, said=day) if each.name else day
    yield say("article.tolerance")
    yield say("article.sure")
