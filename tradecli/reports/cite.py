"""`trade cite`: how is this figure cited?"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.facts import places
from tradecli.model.report import Cell, Column, Named, Report, Statement, Table
from tradecli.question import Known
from tradecli.reports import qualify
from tradecli.reports.explain import Sheet
from tradecli.reports.explain_figures import Explained
from tradecli.reports.shared import asked, goods, say
from tradecli.sources import SOURCES
from tradecli.wording import Wording


class Row(NamedTuple):
    """The machine row: a figure, and all that a citation of it takes."""

    reporter: str
    partner: str
    flow: str
    commodity: str
    span: str
    period: str
    value: int | None
    basis: str | None
    currency: str
    precision: int | None
    source: str
    publisher: str
    vintage: date | None
    vintage_basis: str | None
    known_by: date | None
    attribution: str
    licence: str | None
    files: str
    sha256: str | None
    address: str | None
    command: str


def report(known: Known, through: date | None, *, flow: str, span: str, columns: str = "") -> Report:
    """The answer in every form; see `Explained` for what it takes and refuses.

    Args:
        known: The pair as known on the question's day.
        through: The last month; None means the newest that has such a figure.
        flow: `export`, `import` or `balance`.
        span: One of `statistics.windows.KINDS`.
        columns: How the columns of an own table were named, for the command.
    """
    found = Explained(known, flow=flow, span=span, through=through)
    sheet = Sheet(found)
    row, sentence = _row(sheet, columns), _sentence(sheet)
    return Report(
        schema="trade.cite/1",
        question={
            **asked(known.question, known.source),
            "flow": flow,
            "span": span,
            "through": periods.label(found.through),
        },
        currency=known.currency,
        title=say("cite.title", **_facts(sheet)),
        subtitle=None,
        table=_table(sheet, row, sentence),
        findings=[],
        notes=[*qualify.reading(known), say("cite.terms")],
        row_type=Row,
        rows=[row],
        displays={"value_display": [found.figure.money], "sentence": [sentence]},
        row_figures=[(found.figure,)],
        used=list(sheet.numbers),
        manifest=known.origins,
    )


def _facts(sheet: Sheet) -> dict[str, Any]:
    figure, question = sheet.found.figure, sheet.question
    return {
        "reporter": places.place(question.reporter),
        "partner": places.place(question.partner),
        "flow": figure.flow,
        "goods": goods(question, figure.flow),
        "window": figure.window,
    }


def _sentence(sheet: Sheet) -> Statement:
    """The figure in a sentence, with who published it and when."""
    figure, known = sheet.found.figure, sheet.found.known
    vintage = figure.vintage
    facts: dict[str, Any] = {
        **_facts(sheet),
        "figure": figure,
        "size": figure.money and abs(figure.money),
        "how": None if figure.basis == "published" else say("cite.how", figure.basis),
        "day": vintage and vintage.day,
    }
    balance = "balance" if figure.flow == "balance" else None
    if sheet.question.table:
        by = say("cite.by", "own_table", publisher=sheet.question.table.path, **facts)
        return say("cite.sentence", balance, figures=[figure], by=by, **facts)
    source = SOURCES[known.source]
    shown = ("export", "import") if balance else (figure.flow,)
    valued = {entry.flow: entry.valuation for entry in source.valuations if entry.flow in shown}
    late = vintage is not None and vintage.basis == "inferred"
    inferred = say("cite.inferred") if late else None
    by = say("cite.by", publisher=Named(*source.names), valuations=valued, inferred=inferred, **facts)
    return say("cite.sentence", balance, figures=[figure], by=by, **facts)


def _row(sheet: Sheet, columns: str) -> Row:
    figure, question, known = sheet.found.figure, sheet.question, sheet.found.known
    source = None if question.table else SOURCES[known.source]
    entries = sheet.files
    files = [str(entry.get("file") or origin) for origin, entry in entries.items()]
    terms = list(dict.fromkeys(str(entry["licence"]) for entry in entries.values() if entry.get("licence")))
    return Row(
        question.reporter,
        question.partner,
        figure.flow,
        question.commodity,
        figure.window.span,
        periods.label(figure.window.through),
        figure.value,
        figure.basis,
        known.currency,
        figure.money and figure.money.precision,
        known.source,
        source.publisher if source else "",
        figure.vintage and figure.vintage.day,
        figure.vintage and figure.vintage.basis,
        figure.known_by,
        source.attribution if source else "",
        "; ".join(terms) or None,
        "; ".join(files),
        _each(sheet, "sha256"),
        _each(sheet, "address"),
        command(sheet.found, columns),
    )


def _each(sheet: Sheet, name: str) -> str | None:
    """What the manifest says of each file, in the order of the files; nothing where it says nothing."""
    said = [str(entry.get(name) or "") for entry in sheet.files.values()]
    return "; ".join(said) if any(said) else None


def command(found: Explained, columns: str = "") -> str:
    """The command line that prints the figure again, whatever is published later."""
    question, figure = found.known.question, found.figure
    words = ["trade", "explain", "--reporter", question.reporter, "--partner", question.partner]
    words += [
        "--flow",
        figure.flow,
        "--span",
        figure.window.span,
        "--through",
        periods.label(figure.window.through),
    ]
    if question.commodity != "TOTAL":
        words += ["--commodity", f"{question.classification}:{question.commodity}"]
    if question.table:
        words += ["--table", question.table.path]
        words += ["--columns", columns] if columns else []
        return shlex.join(words)
    newest: date = max(found.known.observations["vintage"])
    words += ["--source", found.known.source, "--as-of", str(question.as_of or newest)]
    return shlex.join([*words, *(["--as-of-strict"] if question.strict else [])])


def _table(sheet: Sheet, row: Row, sentence: Statement) -> Table:
    """A line for each part of the citation, and three for each file."""
    day = say("cite.day", row.vintage_basis, day=row.vintage, known_by=row.known_by)
    lines: list[tuple[str, Cell]] = [
        ("sentence", sentence),
        ("attribution", Wording(row.attribution)),
        ("licence", Wording(row.licence or "")),
        ("day", day),
        *_files(sheet),
        ("command", row.command),
    ]
    columns = [Column("cite.field", left=True), Column("cite.content", left=True)]
    return Table(columns, [[say(f"cite.row_{name}"), content] for name, content in lines if content])


def _files(sheet: Sheet) -> Iterator[tuple[str, Cell]]:
    for origin, entry in sheet.files.items():
        yield "file", str(entry.get("file") or origin)
        for name in ("sha256", "address"):
            if entry.get(name):
                yield name, str(entry[name])
