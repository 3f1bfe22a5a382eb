"""What is said of a statement in a text: what was read, the verdict, why, and what it would be true of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tradecli.model.document import file_names
from tradecli.model.figure import Figure
from tradecli.model.report import Statement
from tradecli.reports.check_said import claimed, measured
from tradecli.reports.check_statements import Line, reason_of, sentence
from tradecli.reports.evidence import CANNOT_TELL, Weighed
from tradecli.reports.shared import say
from tradecli.reports.verdict import Verdict

#: Reasons of a weighing; others are those of the verdict itself.
_OWN = frozenset(
    {
        *("carried", "by_today", "true_of_other", "unsure", "softened", "far_off", "other_office"),
        *("new_year", "within_revisions", "two_compared"),
    }
)


def explanation(number: int, weighed: Weighed, line: Line | None) -> Statement:
    """The sentence on a statement, with the figures it rests on."""
    if line is not None and weighed.outcome == line.verdict.verdict and weighed.reason not in _OWN:
        return sentence(line._replace(verdict=line.verdict._replace(number=number)))
    verdict = weighed.verdict
    figures = shown(verdict)
    return say(
        "article.line",
        figures=figures,
        number=number,
        claimed=said(weighed),
        label=say("article.label", weighed.outcome),
        reason=_reason(weighed),
        instead=[one.words for one in weighed.instead] if weighed.outcome == CANNOT_TELL else [],
        rows=[say("check.figure", figure=figure) for figure in figures],
    )


def said(weighed: Weighed) -> Statement:
    """What was read, as a claim; of what compares two, its words."""
    verdict = weighed.verdict
    if verdict is None:
        return say("article.two", text=weighed.reading.text)
    return claimed(verdict.claim, verdict.assertion)


def _reason(weighed: Weighed) -> Statement | None:
    """Why a verdict is not simply that of the figures."""
    verdict = weighed.verdict
    if verdict is not None and weighed.reason not in _OWN:
        return reason_of(verdict) if weighed.reason else None
    then = verdict and (measured(verdict.claim, verdict.assertion, verdict.then) or say("check.nothing"))
    words = weighed.instead[0].words if weighed.instead else None
    return say("article.reason", weighed.reason, then=then, words=words)


def shown(verdict: Verdict | None) -> list[Figure]:
    """The figures of the day that a verdict rests on; where none are held, today's."""
    if verdict is None:
        return []
    of_day = [figure for figure in verdict.then.figures if figure.money]
    return of_day or [figure for figure in verdict.now.figures if figure.money]


def traced(figures: Sequence[Figure], manifest: Mapping[str, Mapping[str, Any]]) -> list[Statement]:
    """Figures with their source, vintage and files."""
    return [
        say("article.figure", figure=figure, files=file_names(figure.origins, manifest)) for figure in figures
    ]
