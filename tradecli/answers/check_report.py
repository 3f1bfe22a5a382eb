"""What `trade check` says of its verdicts: one row an assertion, and the figures behind each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import polars as pl

from tradecli.answers.check import STATED, TRUE_THEN, Answer, Verdict, context
from tradecli.answers.judged import FALSE
from tradecli.answers.measured import Found, question
from tradecli.answers.mistakes import Mistake
from tradecli.facts import places
from tradecli.report import Amount, Cell, Column, Report, Statement, Table, View, say
from tradecli.vintages import read_stamp

SCHEMA: dict[str, pl.DataType] = {
    "claim": pl.Int64(),
    "text": pl.String(),
    "measure": pl.String(),
    "reporter": pl.String(),
    "partner": pl.String(),
    "flow": pl.String(),
    "commodity": pl.String(),
    "period": pl.String(),
    "span": pl.String(),
    "made": pl.Date(),
    "claimed": pl.Float64(),
    "claimed_word": pl.String(),
    "unit": pl.String(),
    "verdict": pl.String(),
    "reason": pl.String(),
    "then": pl.Float64(),
    "now": pl.Float64(),
    "stated": pl.String(),
    "stated_on": pl.Date(),
    "mistakes": pl.String(),
    "value_then": pl.Int64(),
    "base_then": pl.Int64(),
    "vintage_then": pl.Date(),
    "value_now": pl.Int64(),
    "base_now": pl.Int64(),
    "vintage_now": pl.Date(),
    "source": pl.String(),
}
_UNIT = {
    **dict.fromkeys(("level", "base"), "USD"),
    **dict.fromkeys(("yoy", "mom", "share"), "percent"),
    "multiple": "times",
    "record": "rank",
    "rank": "rank",
    "streak": "months",
}


def report(answer: Answer) -> Report:
    """The verdicts in every form."""
    rows = [_row(verdict) for verdict in answer.verdicts]
    return Report(
        schema="trade.check/1",
        question={"claims": len(answer.claims)},
        rows=pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=lambda: {"explanation": [line(verdict) for verdict in answer.verdicts]},
        view=lambda: view(answer),
        notes=lambda: list(notes(answer)),
        provenance=lambda: _provenance(answer),
    )


def _row(verdict: Verdict) -> dict[str, Any]:
    quantity = verdict.assertion.quantity
    return {
        **context(verdict),
        "claimed": None if quantity is None else float(quantity.value),
        "claimed_word": verdict.assertion.word or verdict.assertion.scope or None,
        "unit": _UNIT[verdict.assertion.measure],
        "verdict": verdict.verdict,
        "reason": verdict.reason or None,
        "then": _number(verdict.then.value),
        "now": _number(verdict.now.value),
        "stated": verdict.stated and verdict.stated.value,
        "stated_on": verdict.stated and verdict.stated.day,
        "mistakes": " | ".join("+".join(one.kind for one in each.mistakes) for each in verdict.explained)
        or None,
        **_windows(verdict.then, "then"),
        **_windows(verdict.now, "now"),
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _windows(found: Found, when: str) -> dict[str, Any]:
    own = found.windows[0] if found.windows else {}
    base = found.windows[1] if len(found.windows) > 1 else {}
    stamp = own.get("stamp")
    return {
        f"value_{when}": own.get("value"),
        f"base_{when}": base.get("value"),
        f"vintage_{when}": None if stamp is None else read_stamp(stamp)[0],
        **({"source": own["source"]} if "source" in own else {}),
    }


def _provenance(answer: Answer) -> list[dict[str, Any]]:
    """The files behind the windows used; a sum's months are named by the pair's own command."""
    found: dict[str, dict[str, Any]] = {}
    for verdict in answer.verdicts:
        known = answer.shelf.known(question(verdict.claim, None))
        for window in (*verdict.then.windows, *verdict.now.windows):
            for origin in (window.get("origin") or "").split():
                found[origin] = {"id": origin, **(known.origins().get(origin, {}) if known else {})}
        if verdict.stated:
            found[verdict.stated.address] = {"id": "release", "address": verdict.stated.address}
    return list(found.values())


def view(answer: Answer) -> View:
    """One line an assertion: what was claimed, the verdict, the figure then and today."""
    columns = [
        Column("claims.claim_number"),
        Column("claims.claimed", left=True),
        Column("claims.verdict", left=True),
        Column("claims.then"),
        Column("claims.now"),
    ]
    rows: list[list[Cell]] = [
        [
            verdict.number,
            claimed(verdict),
            say("claims.verdict_word", verdict=verdict.verdict),
            *_cells(verdict),
        ]
        for verdict in answer.verdicts
    ]
    counts = {name: sum(v.verdict == name for v in answer.verdicts) for name in (FALSE,)}
    return View(
        title=say("claims.title_check", claims=len(answer.claims), false=counts[FALSE]),
        subtitle=None,
        table=Table(columns, rows),
        findings=[line(verdict) for verdict in answer.verdicts],
    )


def _cells(verdict: Verdict) -> list[Cell]:
    return [measure(verdict, found) for found in (verdict.then, verdict.now)]


def measure(verdict: Verdict, found: Found) -> Statement | None:
    """A found value in the unit of its measure; None where there is none."""
    if found.value is None:
        return None
    own = found.windows[0] if found.windows else {}
    return say(
        "claims.measured",
        measure=verdict.assertion.measure,
        value=found.value,
        precision=own.get("precision"),
    )


def claimed(verdict: Verdict) -> Statement:
    """What was claimed, in the claim's own digits."""
    return _claimed(verdict, verdict.assertion)


def _claimed(verdict: Verdict, assertion: Any) -> Statement:
    claim = verdict.claim
    return say(
        "claims.claimed_line",
        measure=assertion.measure,
        quantity=assertion.quantity,
        word=assertion.word,
        scope=assertion.scope,
        flow=claim.flow,
        side=claim.side,
        currency=claim.currency,
        reporter=places.place(claim.reporter),
        partner=places.place(claim.partner),
        commodity="" if claim.commodity == "TOTAL" else claim.commodity,
        through=claim.period,
        span=claim.span,
        against=claim.against,
        against_span=claim.against_span,
    )


def line(verdict: Verdict) -> Statement:
    """The verdict as a sentence, with the rows it rests on."""
    return say(
        "claims.verdict_line",
        number=verdict.number,
        verdict=verdict.verdict,
        reason=verdict.reason,
        made=verdict.claim.made,
        claimed=claimed(verdict),
        then=measure(verdict, verdict.then),
        now=measure(verdict, verdict.now),
        rows_then=_told(verdict, verdict.then),
        rows_now=_told(verdict, verdict.now) if verdict.verdict in {TRUE_THEN, STATED} else [],
        stated=verdict.stated,
        clash=verdict.clash and _claimed(verdict, verdict.clash),
        mistakes=[
            ([_mistake(one) for one in each.mistakes], measure(verdict, each.found))
            for each in verdict.explained
        ],
        like=verdict.like_with_like and measure(verdict, verdict.like_with_like),
    )


def _told(verdict: Verdict, found: Found) -> list[dict[str, Any]]:
    """The windows of a finding, as facts of a sentence."""
    return [_window(window) for window in found.windows if window.get("value") is not None]


def _window(window: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "flow": window["flow"],
        "span": window["span"],
        "through": window["through"],
        "value": Amount(window["value"], window["precision"]),
        "vintage": read_stamp(window["stamp"])[0],
        "basis": window["basis"],
        "source": window["source"],
    }


def _mistake(mistake: Mistake) -> Statement:
    detail = mistake.detail
    if mistake.kind in {"office", "china", "partner"}:
        detail = places.place(detail)
    return say(f"claims.mistake_{mistake.kind}", detail=detail, span=mistake.claim.span, side=mistake.side)


def notes(answer: Answer) -> Iterator[Statement]:
    """What qualifies the verdicts."""
    yield say("claims.check_tolerance")
    if any(verdict.claim.made for verdict in answer.verdicts):
        yield say("claims.check_vintages")
