"""`trade explain`: how did this figure come about, from which files, and how did it first stand?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.facts import places
from tradecli.model.document import HASH_DIGITS
from tradecli.model.figure import Vintage
from tradecli.model.report import Cell, Column, Columns, Report, Statement, Table
from tradecli.question import Known
from tradecli.reports import qualify
from tradecli.reports.explain_figures import Explained, Step
from tradecli.reports.shared import asked, goods, say, subtitle


class Row(NamedTuple):
    """A machine row: a figure, or one that it was computed from."""

    reporter: str
    partner: str
    flow: str
    commodity: str
    span: str
    period: str
    depth: int
    sign: int
    value: int | None
    basis: str | None
    currency: str
    precision: int | None
    source: str
    vintage: date | None
    vintage_basis: str | None
    known_by: date | None
    file: str | None
    sha256: str | None
    address: str | None
    licence: str | None
    first_value: int | None
    first_vintage: date | None
    first_published: bool | None
    figures: int | None
    since_first: int | None


class Sheet:
    """The steps of an explanation, and the files behind them by number."""

    def __init__(self, found: Explained) -> None:
        self.found, self.question = found, found.known.question
        named = [origin for step in found.inputs() for origin in step.figure.origins]
        #: The number of each file, in the order of first use.
        self.numbers = {origin: number for number, origin in enumerate(dict.fromkeys(named), 1)}

    @cached_property
    def files(self) -> Mapping[str, Mapping[str, Any]]:
        """What the manifest knows of each file."""
        manifest = self.found.known.origins()
        return {origin: manifest.get(origin, {}) for origin in self.numbers}

    def of_files(self, step: Step, name: str) -> str | None:
        """What the manifest says of the files of a step; nothing of one that was computed."""
        if not step.direct:
            return None
        said = [str(self.files[origin].get(name) or "") for origin in step.figure.origins]
        return "; ".join(dict.fromkeys(filter(None, said))) or None


def report(known: Known, through: date | None, *, flow: str, span: str) -> Report:
    """The answer in every form; see `Explained` for what it takes and refuses."""
    found = Explained(known, flow=flow, span=span, through=through)
    sheet, steps = Sheet(found), found.steps
    return Report(
        schema="trade.explain/1",
        question={
            **asked(known.question, known.source),
            "flow": flow,
            "span": span,
            "through": periods.label(found.through),
        },
        currency=known.currency,
        title=_title(sheet),
        subtitle=subtitle(known, _day(found.figure.vintage), _flows(steps)),
        table=Table.of(steps, _columns(sheet), lambda step: not step.depth),
        findings=list(_findings(sheet)),
        notes=list(_notes(sheet)),
        row_type=Row,
        rows=[_row(sheet, step) for step in steps],
        displays={
            "value_display": [step.figure.money for step in steps],
            "first_value_display": [step.past and step.past.first for step in steps],
            "since_first_display": [step.since_first for step in steps],
        },
        row_figures=[(step.figure,) for step in steps],
        used=list(sheet.numbers),
        manifest=known.origins,
    )


def _day(vintage: Vintage | None) -> date | None:
    return vintage and vintage.day


def _flows(steps: Sequence[Step]) -> list[str]:
    return list(dict.fromkeys(step.figure.flow for step in steps))


def _title(sheet: Sheet) -> Statement:
    figure = sheet.found.steps[0].figure
    return say(
        "explain.title",
        reporter=places.place(sheet.question.reporter),
        partner=places.place(sheet.question.partner),
        flow=figure.flow,
        goods=goods(sheet.question, figure.flow),
        window=figure.window,
        figure=figure,
    )


def _row(sheet: Sheet, step: Step) -> Row:
    figure, past = step.figure, step.past
    since = step.since_first
    return Row(
        sheet.question.reporter,
        step.partner,
        figure.flow,
        sheet.question.commodity,
        figure.window.span,
        periods.label(figure.window.through),
        step.depth,
        step.sign,
        figure.value,
        figure.basis,
        sheet.found.known.currency,
        figure.money and figure.money.precision,
        figure.source,
        _day(figure.vintage),
        figure.vintage and figure.vintage.basis,
        figure.known_by,
        sheet.of_files(step, "file"),
        sheet.of_files(step, "sha256"),
        sheet.of_files(step, "address"),
        sheet.of_files(step, "licence"),
        past.first.value if past else None,
        past.day.day if past else None,
        past.published_first if past else None,
        past.figures if past else None,
        since.money.value if since else None,
    )


def _columns(sheet: Sheet) -> Columns[Step]:
    """What a person sees of a step."""
    return [
        (Column("explain.what", left=True), lambda step: _what(sheet, step)),
        (Column("value"), lambda step: step.figure.money),
        (Column("explain.file", left=True), lambda step: _numbers(sheet, step)),
        (Column("explain.vintage", left=True, drop=3), lambda step: _vintage(step.figure.vintage)),
        (Column("explain.first"), lambda step: step.past and step.past.first),
        (Column("explain.on", left=True, drop=2), lambda step: _vintage(step.past and step.past.day)),
        (Column("explain.since_first", drop=1), lambda step: step.since_first),
        (Column("explain.figures", drop=4), lambda step: step.past and step.past.figures),
    ]


def _what(sheet: Sheet, step: Step) -> Statement:
    """The figure of a step, set in by its depth; the partner where it is a member of the area asked for."""
    member = step.partner if step.partner != sheet.question.partner else None
    whole = member is None and step.figure.window == sheet.found.steps[0].figure.window
    minus = "minus" if whole and step.sign < 0 else None
    return say(
        "explain.step",
        minus,
        indent="  " * step.depth,
        flow=step.figure.flow,
        window=step.figure.window,
        member=member and places.place(member),
    )


def _numbers(sheet: Sheet, step: Step) -> str:
    found = [str(sheet.numbers[origin]) for origin in step.figure.origins if step.direct]
    return f"[{', '.join(found)}]" if found else ""


def _vintage(vintage: Vintage | None) -> Cell:
    if vintage is None:
        return None
    return say("explain.day", "inferred" if vintage.basis == "inferred" else None, day=vintage.day)


def _findings(sheet: Sheet) -> Iterator[Statement]:
    """How the figure came about, how its parts did, how it first stood, its base, its files."""
    found, base = sheet.found, sheet.found.base
    computed = [step for step in found.steps if not (step.depth and step.direct)]
    said = [statement for step in computed for statement in _how(sheet, step)]
    each = [statement for statement in said if statement.key == "explain.members.each"]
    yield from (statement for statement in said if statement not in each[1:])
    yield from _first(found.steps[0])
    if base.money:
        made, figures = say("explain.basis", base.basis), [found.figure, base]
        yield say("explain.base", figures=figures, base=base, growth=found.growth, how=made)
    for origin, number in sheet.numbers.items():
        yield _file(sheet.files[origin], origin, number)


def _file(entry: Mapping[str, Any], origin: str, number: int) -> Statement:
    """A file behind the figure: its hash, day, licence and address."""
    inferred = "inferred" if entry.get("vintage_basis") == "inferred" else None
    sha = str(entry.get("sha256") or "")[:HASH_DIGITS] or None
    known = {name: entry.get(name) or None for name in ("vintage", "licence", "address")}
    return Statement(
        say("explain.of_file", inferred).key,
        {"number": number, "origin": origin, "file": entry.get("file") or origin, "sha256": sha, **known},
    )


def _how(sheet: Sheet, step: Step) -> Iterator[Statement]:
    """How one figure came about, where it was computed: or, of the figure itself, that it was published."""
    figure, below = step.figure, _below(sheet.found.steps, step)
    facts: dict[str, Any] = {"figure": figure, "flow": figure.flow, "window": figure.window}
    if figure.basis == "difference":
        sides = {part.figure.flow: part.figure for part in below}
        yield say("explain.difference", figures=[figure], **sides, **facts)
    elif below and below[0].partner != step.partner:
        # The members of an area are the same in every month: said once.
        each = step.depth > 0
        facts = {} if each else facts
        yield say("explain.members", "each" if each else None, n=len(below), **facts)
    elif below:
        one = "one" if figure.basis == "sum" else None
        days = {"oldest": figure.oldest, "newest": _day(figure.vintage)}
        yield say("explain.sum", one, figures=[figure], n=len(below), **days, **facts)
    elif figure.basis == "published":
        inferred = "inferred" if figure.vintage and figure.vintage.basis == "inferred" else None
        yield say("explain.published", inferred, figures=[figure], day=_day(figure.vintage), **facts)
    else:
        yield say("explain.records", figures=[figure], **facts)


def _below(steps: Sequence[Step], step: Step) -> list[Step]:
    """What a figure was computed from directly."""
    found: list[Step] = []
    for other in steps[steps.index(step) + 1 :]:
        if other.depth <= step.depth:
            break
        if other.depth == step.depth + 1:
            found.append(other)
    return found


def _first(step: Step) -> Iterator[Statement]:
    """How the figure stood first, and what has become of it."""
    past, figure = step.past, step.figure
    if past is None:
        return
    facts = {"first": past.first, "day": past.day.day, "figure": figure, "again": past.figures - 1}
    oldest = None if past.published_first else "oldest"
    moved = step.since_first
    if moved is None:
        yield say("explain.once", oldest, figures=[figure], **facts)
    else:
        unmoved = None if moved.money.value else "unmoved"
        yield say("explain.first_stood", oldest, unmoved, figures=[figure], moved=moved, **facts)


def _notes(sheet: Sheet) -> Iterator[Statement]:
    figures = [step.figure for step in sheet.found.steps]
    yield from qualify.reading(sheet.found.known)
    yield from qualify.day_inferred(figures, sheet.question)
    if any(figure.vintage and figure.vintage.basis == "inferred" for figure in figures):
        yield say("explain.inferred")
    if any(step.past and not step.past.published_first for step in sheet.found.steps):
        yield say("explain.oldest_available")
