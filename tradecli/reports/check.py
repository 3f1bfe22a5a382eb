"""`trade check`: are these published claims true?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.claims import Claim
from tradecli.model.report import Column, Report, Statement, Table
from tradecli.reports.available import Available
from tradecli.reports.check_statements import UNIT, Line, claimed, measured, sentence
from tradecli.reports.explanations import explain
from tradecli.reports.judge import FALSE
from tradecli.reports.measure import Measured, question
from tradecli.reports.shared import say
from tradecli.reports.verdict import Bench, Verdict


class Row(NamedTuple):
    """A machine row: one assertion of a claim."""

    claim: int
    text: str | None
    measure: str
    reporter: str
    partner: str
    flow: str
    commodity: str
    period: str
    span: str
    made: date | None
    claimed: float | None
    claimed_word: str | None
    unit: str
    verdict: str
    reason: str | None
    then: float | None
    now: float | None
    first_published: date | None
    missing: int | None
    stated: str | None
    stated_on: date | None
    mistakes: str | None
    value_then: int | None
    base_then: int | None
    vintage_then: date | None
    value_now: int | None
    base_now: int | None
    vintage_now: date | None
    source: str | None


def judged(claims: Sequence[Claim], available: Available, releases: pl.DataFrame) -> list[Line]:
    """The verdicts on claims, in their order.

    Args:
        claims: What was claimed.
        available: Reads what is known of a question.
        releases: What the publisher's releases stated; see `data.build.STATEMENTS`.
    """
    bench = Bench(available, releases)
    return [
        Line(found, explain(available, claim, found.assertion) if _explicable(found) else ())
        for number, claim in enumerate(claims, 1)
        for found in bench.verdicts(number, claim)
    ]


def _explicable(verdict: Verdict) -> bool:
    return verdict.verdict == FALSE and verdict.reason not in {"inconsistent", "beyond_revisions"}


def report(claims: Sequence[Claim], available: Available, releases: pl.DataFrame) -> Report:
    """The answer in every form: the verdicts on claims; see `judged`."""
    lines = judged(claims, available, releases)
    false = sum(line.verdict.verdict == FALSE for line in lines)
    manifest = _manifest(lines, available)
    sentences = [sentence(line) for line in lines]
    return Report(
        schema="trade.check/1",
        question={"claims": len(claims)},
        currency="USD",
        title=say("check.title", None if false else "none", claims=len(claims), false=false),
        subtitle=None,
        table=_table(lines),
        findings=sentences,
        notes=list(notes(lines)),
        row_type=Row,
        rows=[_row(line) for line in lines],
        displays={"explanation": sentences},
        row_figures=[(*line.verdict.then.figures, *line.verdict.now.figures) for line in lines],
        used=list(manifest),
        manifest=lambda: manifest,
    )


def any_false(report: Report) -> bool:
    """Whether any claim of a report is false."""
    return any(isinstance(row, Row) and row.verdict == FALSE for row in report.rows)


def _row(line: Line) -> Row:
    verdict = line.verdict
    claim, assertion, then, now = verdict.claim, verdict.assertion, verdict.then, verdict.now
    named = ("+".join(one.kind for one in each.mistakes) for each in line.explained)
    sources = [figure.source for found in (now, then) for figure in found.figures[:1]]
    return Row(
        verdict.number,
        claim.text or None,
        assertion.measure,
        claim.reporter,
        claim.partner,
        claim.flow,
        claim.commodity,
        periods.label(claim.period),
        claim.span,
        claim.made,
        None if assertion.quantity is None else float(assertion.quantity.value),
        assertion.word or assertion.scope or None,
        UNIT.get(assertion.measure, claim.currency),
        verdict.verdict,
        verdict.reason or None,
        None if then.value is None else float(then.value),
        None if now.value is None else float(now.value),
        verdict.first,
        then.rank.missing if then.rank else None,
        verdict.stated and verdict.stated.value,
        verdict.stated and verdict.stated.release_date,
        " | ".join(named) or None,
        *_values(then),
        *_values(now),
        sources[0] if sources else None,
    )


def _values(found: Measured) -> tuple[int | None, int | None, date | None]:
    """The values of the claimed window and of what it is compared with, and the vintage of the first."""
    own, other = (*found.figures, None, None)[:2]
    vintage = own.vintage.day if own and own.vintage else None
    return own and own.value, other and other.value, vintage


def _manifest(lines: Sequence[Line], available: Available) -> Mapping[str, Mapping[str, Any]]:
    """The files behind the figures, and the releases that stated something."""
    found: dict[str, Mapping[str, Any]] = {}
    for verdict, _ in lines:
        known = available.known(question(verdict.claim, None))
        entries = known.origins() if known else {}
        for figure in (*verdict.then.figures, *verdict.now.figures):
            found |= {origin: entries.get(origin, {}) for origin in figure.origins}
        if said := verdict.stated:
            found[f"release-{said.release_date}"] = {"address": said.address}
    return found


def _table(lines: Sequence[Line]) -> Table:
    columns = [
        Column("check.number"),
        Column("check.claimed_heading", left=True),
        Column("check.verdict_heading", left=True),
        Column("check.then"),
        Column("check.now"),
    ]
    rows = [
        [
            verdict.number,
            claimed(verdict, verdict.assertion),
            say("check.verdict", verdict.verdict),
            measured(verdict, verdict.then),
            measured(verdict, verdict.now),
        ]
        for verdict, _ in lines
    ]
    return Table(columns, rows)


def notes(lines: Sequence[Line]) -> Iterator[Statement]:
    """What qualifies the verdicts."""
    yield say("check.tolerance")
    if any(line.verdict.claim.made for line in lines):
        yield say("check.vintages")
