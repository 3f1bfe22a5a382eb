"""`trade check`: are these published claims true?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.claims import Claim, Unreadable, shortened
from tradecli.model.figure import Figure
from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.reports.available import Available
from tradecli.reports.check_said import claimed, measured, unit_of
from tradecli.reports.check_statements import Line, sentence
from tradecli.reports.explanations import Explanation, explain
from tradecli.reports.judge import FALSE, UNKNOWN
from tradecli.reports.measured import Measured, question
from tradecli.reports.shared import say
from tradecli.reports.verdict import Bench, Verdict


class Row(NamedTuple):
    """A machine row: one assertion of a claim."""

    claim: int
    text: str | None
    measure: str | None
    reporter: str | None
    partner: str | None
    flow: str | None
    commodity: str | None
    period: str | None
    span: str | None
    made: date | None
    claimed: float | None
    claimed_word: str | None
    claimed_of: str | None
    claimed_about: str | None
    claimed_since: date | None
    unit: str | None
    verdict: str
    reason: str | None
    then: float | None
    now: float | None
    first_published: date | None
    missing: int | None
    stated: str | None
    stated_on: date | None
    mistakes: str | None
    tried: int | None
    value_then: int | None
    base_then: int | None
    vintage_then: date | None
    value_now: int | None
    base_now: int | None
    vintage_now: date | None
    source: str | None


_NOTHING = {**dict.fromkeys(Row._fields), "verdict": UNKNOWN, "reason": "unreadable"}
_COLUMNS = (
    Column("check.number"),
    Column("check.claimed_heading", left=True),
    Column("check.verdict_heading", left=True),
    # What was true then and now stands in the sentences, too.
    Column("check.then", drop=2),
    Column("check.now", drop=1),
)


def judged(claims: Sequence[Claim | Unreadable], available: Available, releases: pl.DataFrame) -> list[Line]:
    """The verdicts on claims, in their order; those that cannot be read have none.

    Args:
        claims: What was claimed.
        available: Reads what is known of a question.
        releases: What the publisher's releases stated; see `data.build.STATEMENTS`.
    """
    bench = Bench(available, releases)
    found = [
        one
        for number, claim in enumerate(claims, 1)
        if isinstance(claim, Claim)
        for one in bench.verdicts(number, claim)
    ]
    return [Line(one, *explained(one, available)) for one in found]


def explained(verdict: Verdict, available: Available) -> Explanation:
    """What would make a false claim true; nothing of any other."""
    if verdict.verdict != FALSE or verdict.reason in {"inconsistent", "beyond_revisions"}:
        return Explanation()
    return explain(available, verdict.claim, verdict.assertion)


class Said(NamedTuple):
    """All that is said of one assertion, or of a claim that cannot be read."""

    number: int
    row: Row
    cells: Sequence[Cell]
    sentence: Statement
    figures: Sequence[Figure] = ()


def report(claims: Sequence[Claim | Unreadable], available: Available, releases: pl.DataFrame) -> Report:
    """The answer in every form: the verdicts on claims; see `judged`."""
    lines = judged(claims, available, releases)
    unread = [
        _unreadable(number, claim) for number, claim in enumerate(claims, 1) if isinstance(claim, Unreadable)
    ]
    said = sorted([*map(_said, lines), *unread], key=lambda one: one.number)
    false = [place for place, one in enumerate(said) if one.row.verdict == FALSE]
    manifest = manifest_of(lines, available)
    sentences = [one.sentence for one in said]
    return Report(
        schema="trade.check/1",
        question={"claims": len(claims)},
        currency="USD",
        title=say("check.title", None if false else "none", claims=len(claims), false=len(false)),
        subtitle=None,
        table=Table(_COLUMNS, [one.cells for one in said], false),
        findings=sentences,
        notes=list(notes(lines)),
        row_type=Row,
        rows=[one.row for one in said],
        displays={"explanation": sentences},
        row_figures=[one.figures for one in said],
        used=list(manifest),
        manifest=lambda: manifest,
    )


def exit_code(report: Report) -> int:
    """1 where a claim is false, 3 where none could be told, else 0."""
    verdicts = {row.verdict for row in report.rows if isinstance(row, Row)}
    return 1 if FALSE in verdicts else 3 if verdicts == {UNKNOWN} else 0


def _said(line: Line) -> Said:
    verdict = line.verdict
    cells: list[Cell] = [
        verdict.number,
        claimed(verdict.claim, verdict.assertion),
        say("check.verdict", verdict.verdict),
        measured(verdict.claim, verdict.assertion, verdict.then),
        measured(verdict.claim, verdict.assertion, verdict.now),
    ]
    figures = (*verdict.then.figures, *verdict.now.figures)
    return Said(verdict.number, _row(line), cells, sentence(line), figures)


def _unreadable(number: int, claim: Unreadable) -> Said:
    """A claim that cannot be read: nothing can be told of it."""
    text, error = shortened(claim.text), claim.error.what
    row = Row(**_NOTHING | {"claim": number, "text": claim.text or None})  # type: ignore[arg-type]
    cells: list[Cell] = [number, text, say("check.verdict", UNKNOWN), None, None]
    return Said(number, row, cells, say("check.unreadable", number=number, error=error))


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
        assertion.of or None,
        assertion.about or None,
        assertion.since,
        unit_of(assertion) or claim.currency,
        verdict.verdict,
        verdict.reason or None,
        None if then.value is None else float(then.value),
        None if now.value is None else float(now.value),
        verdict.first,
        then.rank.missing if then.rank else None,
        verdict.stated and verdict.stated.value,
        verdict.stated and verdict.stated.release_date,
        " | ".join(named) or None,
        line.tried or None,
        *_values(then),
        *_values(now),
        sources[0] if sources else None,
    )


def _values(found: Measured) -> tuple[int | None, int | None, date | None]:
    """The values of the claimed window and of what it is compared with, and the vintage of the first."""
    own, other = (*found.figures, None, None)[:2]
    vintage = own.vintage.day if own and own.vintage else None
    return own and own.value, other and other.value, vintage


def manifest_of(lines: Sequence[Line], available: Available) -> Mapping[str, Mapping[str, Any]]:
    """The files behind the figures, and the releases that stated something."""
    found: dict[str, Mapping[str, Any]] = {}
    for verdict in (line.verdict for line in lines):
        known = available.known(question(verdict.claim, None))
        entries = known.origins() if known else {}
        for figure in (*verdict.then.figures, *verdict.now.figures):
            found |= {origin: entries.get(origin, {}) for origin in figure.origins}
        if said := verdict.stated:
            found[f"release-{said.release_date}"] = {"address": said.address}
    return found


def notes(lines: Sequence[Line]) -> Iterator[Statement]:
    """What qualifies the verdicts."""
    yield say("check.tolerance")
    if any(line.verdict.claim.made for line in lines):
        yield say("check.vintages")
