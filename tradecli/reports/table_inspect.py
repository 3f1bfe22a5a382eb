"""`trade table inspect`: what an unknown table holds, and how its columns are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.own_table import mapping_text
from tradecli.own_table.inspected import Inspected
from tradecli.own_table.sniffed import Open, Taken
from tradecli.reports import table_facts
from tradecli.reports.listing import listing
from tradecli.reports.shared import say
from tradecli.reports.table_facts import Fact

OK, OPEN, UNUSED = "ok", "open", "unused"
#: What stands for a line that must be said, and is refused until it is.
_REFUSED = {"apart": "[]", "doubt": "0", "unsure": '""'}
#: Signs of examples in a table.
_ROOM = 20


class Row(NamedTuple):
    """A machine row: a column of the file, or something that is known or open of it."""

    area: str
    name: str
    role: str | None
    state: str
    evidence: str | None
    content: str | None


def report(found: Inspected, official: str = "") -> Report:
    """A row a column, and what is known of the rest below.

    Args:
        found: What is known of the table.
        official: The source that publishes files like it, if one does.
    """
    ordered = sorted(found.taken, key=lambda one: (not one.used, one.evidence == "" or one.role == "other"))
    rivals = {name for one in found.open if one.why == "several" for name in one.candidates}
    columns = [
        Column("table.column", left=True),
        Column("table.role", left=True),
        Column("table.evidence", left=True),
        Column("table.examples", left=True, drop=1),
    ]
    cells: list[list[Cell]] = [
        [one.column, _role(one, rivals), _evidence(one), _examples(one)] for one in ordered
    ]
    facts = [*table_facts.facts(found), *(_open(found, one) for one in found.open)]
    if official:
        of_source = say("table.official", source=official, path=found.path)
        facts.insert(0, Fact("file", "source", "look", official, of_source))
    rows = [_row(one, rivals) for one in ordered] + [
        Row(fact.area, fact.name, None, fact.state, None, fact.content) for fact in facts
    ]
    said = [
        *(fact.said for fact in facts),
        say("table.next", path=found.path),
        _ask(found),
    ]
    strong = [number for number, one in enumerate(ordered) if one.used]
    answer = listing(
        "trade.table/1",
        Statement("table.title", {"path": found.path}),
        Row,
        rows,
        Table(columns, cells, strong),
        question={"path": found.path},
        findings=said,
    )
    told: list[Cell] = [*(_role(one, rivals) for one in ordered), *(fact.said for fact in facts)]
    return answer._replace(displays={"statement": told})


def _ask(found: Inspected) -> Statement:
    """How the table is asked: a flow and a partner that it has, of a reporter where it has several."""
    known = found.facts
    flows = [flow for flow in ("export", "import") if known and known.months.get(flow)]
    command = f"{flows[0]}s" if len(flows) == 1 else "surplus"
    partner = known.partner if known else ""
    reporter = found.reporters[0] if len(found.reporters) > 1 else ""
    if known and known.own_partner and not (found.reporters or found.layout or found.mapping.reporter):
        # The usual reporter is a partner in it: whose records they are has to be said.
        reporter = "CODE"
    by = "year" if known and known.span == "year" and command != "surplus" else ""
    said: dict[str, Any] = {"reporter": reporter or None, "partner": partner or None, "by": by or None}
    return say("table.ask", command=command, file="my.toml", **said)


def _examples(one: Taken) -> str:
    """The first of a column's cells, as many as a narrow column holds whole."""
    shown = one.examples[:1]
    while len(shown) < len(one.examples) and len("; ".join(one.examples[: len(shown) + 1])) <= _ROOM:
        shown = one.examples[: len(shown) + 1]
    return "; ".join(shown)


def _row(one: Taken, rivals: set[str]) -> Row:
    state = OPEN if one.column in rivals else OK if one.used else UNUSED
    return Row("column", one.column, one.role, state, one.evidence or None, "; ".join(one.examples) or None)


def _role(one: Taken, rivals: set[str]) -> Statement:
    role = say(f"table.role_{one.role}")
    if one.column in rivals:
        return say("table.perhaps", role=role)
    return role if one.used or one.role == "other" else say("table.unused", role=role)


def _evidence(one: Taken) -> Statement:
    if not one.used and one.role == "other":
        return say("table.evidence_none")
    return say(f"table.evidence_{'both' if one.evidence == 'name and content' else one.evidence or 'none'}")


def _open(found: Inspected, one: Open, *, alone: bool = False) -> Fact:
    """What stays open, and the lines that would say it; `alone` where these stand below."""
    what = say(f"table.what_{one.line}") if one.why in {"several", "none"} else None
    lines = " / ".join(choices(one, some=_has_words(found))) or None
    cells = [each.examples[0] for each in found.taken if each.column in one.candidates and each.examples]
    own = one.why == "reporter" and found.facts is not None and found.facts.own_partner
    facts: dict[str, Any] = {
        "what": what,
        "candidates": list(one.candidates),
        "column": found.mapping.flow,
        "cells": cells,
    }
    line = None if alone else lines
    some = one.why == "words" and _has_words(found)
    said = say("table.open", one.why, "own" if own else "some" if some else None, line=line, **facts)
    return Fact("open", one.line, OPEN, lines or "", said)


def _has_words(found: Inspected) -> bool:
    """Whether some words for flows are known."""
    return any(found.flows.get(flow) for flow in ("export", "import"))


def choices(one: Open, *, some: bool = False) -> Sequence[str]:
    """The lines of a mapping that would say what is open; `some` words for flows may be known already.

    Examples:
        >>> choices(Open("value", ("VALUE_EUR", "VALUE_NAC"), "several"))
        ['value = "VALUE_EUR"', 'value = "VALUE_NAC"']
        >>> choices(Open("export", ("1", "2"), "words")), choices(Open("value_unit", ("1",), "value_unit"))
        (['export = ["1", "2"]', 'import = ["1", "2"]'], ['value_unit = 1'])
    """
    if one.why in {"header", "unread"}:
        return []
    if one.why == "words":
        words = ", ".join(mapping_text.quoted(word) for word in one.candidates)
        if some:
            return [f"flows_within = [{words}]"]
        return [f"export = [{words}]", f"import = [{words}]"]
    if one.line == "value_unit":
        return [f"value_unit = {candidate}" for candidate in one.candidates]
    return [mapping_text.line(one.line, candidate) for candidate in one.candidates or ("COLUMN",)]


def document(found: Inspected, output: str = "") -> Sequence[Statement | str]:
    """The mapping as a TOML file that `--columns` and `--table` take: its lines, and what is said above some.

    Args:
        found: What is known of the table.
        output: Where the file is to be; the records are named as seen from there.
    """
    return list(_lines(found, str(Path(output).parent) if output not in {"", "-"} else ""))


def _lines(found: Inspected, folder: str) -> Iterator[Statement | str]:
    yield say("table.written", path=found.path)
    yield mapping_text.path_line(found.path, folder)
    # Words that are known are written though others are not.
    opened = {one.line for one in found.open if one.why != "words"}
    also = {"export", "import"} if _has_words(found) and len(opened) < len(found.open) else set()
    lines = [text for _, text in mapping_text.lines(found.mapping, without=opened, also=also)]
    if found.observations:
        return
    tables = [text for text in lines if text.startswith("[")]
    yield from (text for text in lines if text not in tables)
    for one in found.open:
        yield _open(found, one, alone=True).said
        # Nothing is taken for these: an empty list or text, and a unit of 0, are refused.
        if one.why in _REFUSED:
            yield f"{one.line} = {_REFUSED[one.why]}"
        yield from (f"# {text}" for text in choices(one, some=_has_words(found)))
    yield from (fact.said for fact in table_facts.refusal(found))
    yield from tables
