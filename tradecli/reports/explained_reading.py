"""`trade check --explain N`: how a statement was read, slot by slot, and what else was tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tradecli.claims import Claim
from tradecli.errors import QueryError
from tradecli.facts import commodities, places
from tradecli.model.figure import Window
from tradecli.model.report import Cell, Column, Named, Report, Table
from tradecli.reading.model import Flow, Slots
from tradecli.reports.article import Judged
from tradecli.reports.article_words import said
from tradecli.reports.check_said import said as in_its_digits
from tradecli.reports.exchanges import exchanges
from tradecli.reports.shared import say
from tradecli.wording import Wording

_COLUMNS = (
    Column("article.slot", left=True),
    Column("article.value", left=True),
    Column("article.evidence", left=True),
    Column("article.named", left=True),
)


class Row(NamedTuple):
    """A machine row: a slot of the statement, what fills it, how, and what else is named near by."""

    number: int
    slot: str
    value: str
    evidence: str
    named: str | None


def report(found: Sequence[Judged], number: int) -> Report:
    """The answer in every form.

    Raises:
        QueryError: There is no statement of that number.
    """
    one = next((one for one in found if one.number == number and one.weighed.reading.claim), None)
    if one is None or one.weighed.reading.claim is None:
        most = max((one.number for one in found), default=0)
        raise QueryError(
            "there is no statement {number}",
            hint=Wording("statements: 1 to {most}", most=most) if most else "",
            number=number,
        )
    reading, claim = one.weighed.reading, one.weighed.reading.claim
    slots = list(_slots(one, claim))
    tried = exchanges(claim, reading.candidates)
    notes = [say("article.unsure")] if not reading.certain else []
    words = [each.words for each in tried]
    return Report(
        schema="trade.reading/1",
        question={"explain": number},
        currency=claim.currency,
        title=say("article.read", text=reading.text, sentence=reading.sentence, said=said(one.weighed)),
        subtitle=None,
        table=Table(_COLUMNS, [cells for cells, _ in slots]),
        findings=[one.explanation, say("article.tried", tried=words)],
        notes=notes,
        row_type=Row,
        rows=[Row(number, *row) for _, row in slots],
        displays={},
        row_figures=[[] for _ in slots],
        used=[],
        manifest=dict,
    )


def _slots(one: Judged, claim: Claim) -> Iterator[tuple[list[Cell], tuple[str, str, str, str | None]]]:
    """Each slot as cells for people and as the columns of a row."""
    reading = one.weighed.reading
    window = Window(claim.span, claim.period)
    goods = commodities.named(f"{claim.classification}:{claim.commodity}")
    filled: dict[str, tuple[Cell, str]] = {
        "flow": (say("check.flow", {1: "surplus", -1: "deficit"}.get(claim.side, claim.flow)), claim.flow),
        "partner": (_place(claim.partner), claim.partner),
        "commodity": (Named(goods.name, goods.name_zh), claim.commodity),
        "period": (window, f"{claim.span} {claim.period:%Y-%m}"),
        "reporter": (_place(claim.reporter), claim.reporter),
    }
    for slot, evidence in zip(Slots._fields, reading.slots or (), strict=False):
        cell, value = filled[slot]
        other = list(dict.fromkeys(_code(each.value) for each in reading.candidates if each.slot == slot))
        named = ", ".join(code for code in other if code != value) or None
        label = say("article.slot", slot)
        yield [label, cell, say("article.evidence", evidence), named], (slot, value, evidence, named)
    (asserted,) = claim.assertions
    label, cell = say("article.slot", "measure"), in_its_digits(claim, asserted)
    yield (
        [label, cell, say("article.evidence", "explicit"), None],
        ("measure", asserted.measure, "explicit", None),
    )


def _place(code: str) -> Cell:
    if code not in places.places():
        return code
    place = places.place(code)
    return Named(place.name, place.name_zh)


def _code(value: Flow | Window | str) -> str:
    if isinstance(value, Flow):
        return value.flow
    return f"{value.span} {value.through:%Y-%m}" if isinstance(value, Window) else value
