"""What is known of an inspected table besides its columns: a sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.model.report import Statement
from tradecli.own_table.inspected import Facts, Inspected
from tradecli.reports.shared import say
from tradecli.wording import Wording

#: How many months or reporters a sentence names.
_NAMED = 5
_FORMATS = {"parquet": "Parquet", "arrow": "Arrow"}
_ENCODINGS = {"cp950": "Big5", "cp932": "Shift-JIS", "cp949": "EUC-KR", "cp1252": "Latin-1"}


class Fact(NamedTuple):
    """Something known: of which area, which, how it stands, in a word for a script, and in a sentence."""

    area: str
    name: str
    state: str
    content: str
    said: Statement


def facts(found: Inspected) -> Iterator[Fact]:
    """Everything known, in the order in which it is said."""
    yield _file(found)
    if found.observations:
        yield Fact("file", "observations", "ok", "", say("table.observations", path=found.path))
    if found.layout:
        title = Wording(found.layout.title)
        yield Fact(
            "file",
            "layout",
            "ok",
            found.layout.name,
            say("table.layout", layout=found.layout.name, title=title),
        )
    if found.facts:
        yield from _months(found.facts)
    yield from _flows(found)
    if found.facts:
        yield from _partners(found.facts)
        yield from _goods(found.facts)
    yield from _unit(found)
    yield from _whose(found)
    if found.facts:
        yield from _rows(found.facts)
    yield from refusal(found)


def _file(found: Inspected) -> Fact:
    form = found.form
    said = say(
        "table.file",
        format=_FORMATS.get(form.format, form.format.upper()),
        packed=form.packed or None,
        files=form.files,
        rows=found.facts.rows if found.facts else None,
        encoding=_ENCODINGS.get(form.encoding, form.encoding.upper()) or None,
        separator=say(f"table.sign_{form.separator}") if form.separator else None,
        decimal=say(f"table.decimal_{form.decimal}") if form.decimal else None,
        header=form.header or None,
    )
    return Fact("file", "format", "ok", form.format, said)


def _months(known: Facts) -> Iterator[Fact]:
    there = {flow: months for flow, months in known.months.items() if months}
    alike = len({tuple(months) for months in there.values()}) == 1
    if not there:
        yield Fact("period", "months", "open", "", say("table.period", "none"))
    for flow, months in list(there.items())[: 1 if alike else None]:
        yield _reach(known, months, "" if alike else flow, known.gaps.get(flow, ()))
    if known.running:
        line = f'"{known.running}"'
        yield Fact(
            "period", "running", "look", known.running, say("table.running", month=known.running, line=line)
        )


def _reach(known: Facts, months: Sequence[date], flow: str, gaps: Sequence[date]) -> Fact:
    name = flow or "all"
    if known.span == "year":
        first, last = str(months[0].year), str(months[-1].year)
        return Fact(
            "period", name, "ok", f"{first}..{last}", say("table.period", "year", first=first, last=last)
        )
    if known.span == "quarter":
        ends = [f"{month.year}-Q{month.month // 3}" for month in (months[0], months[-1])]
        said = say("table.period", "quarter", first=ends[0], last=ends[1])
        return Fact("period", name, "ok", "..".join(ends), said)
    first, last = periods.label(months[0]), periods.label(months[-1])
    facts: dict[str, Any] = {"first": first, "last": last, "flow": flow}
    if gaps:
        named = [periods.label(month) for month in gaps[:_NAMED]]
        facts |= {"count": len(gaps), "gaps": named, "others": len(gaps) - len(named) or None}
    said = say("table.period", "flow" if flow else None, "gaps" if gaps else None, **facts)
    return Fact("period", name, "look" if gaps else "ok", f"{first}..{last}", said)


def _flows(found: Inspected) -> Iterator[Fact]:
    mapping = found.mapping
    exports, imports = (list(found.flows.get(flow, ())) for flow in ("export", "import"))
    opened = {one.line for one in found.open}
    if exports and imports:
        said = say("table.flow", "column", column=mapping.flow, exports=exports, imports=imports)
        yield Fact("flow", "column", "ok", mapping.flow, said)
    elif exports or imports:
        flow = "export" if exports else "import"
        said = say("table.flow", "one", column=mapping.flow, flow=flow, words=exports or imports)
        yield Fact("flow", "column", "look", mapping.flow, said)
    elif mapping.export_value and not {"export_value", "import_value"} & opened:
        said = say("table.flow", "values", exports=mapping.export_value, imports=mapping.import_value)
        yield Fact("flow", "values", "ok", f"{mapping.export_value}, {mapping.import_value}", said)
    elif mapping.flow_in_name:
        yield Fact("flow", "files", "ok", "", say("table.flow", "files"))
    elif mapping.exporter:
        said = say("table.flow", "sides", exporter=mapping.exporter, importer=mapping.importer)
        yield Fact("flow", "sides", "ok", f"{mapping.exporter}, {mapping.importer}", said)
    elif found.facts and all(found.facts.months.get(flow) for flow in ("export", "import")):
        yield Fact("flow", "forms", "ok", "", say("table.flow", "forms"))
    elif mapping.flow in {"export", "import"} and "flow" not in opened:
        said = say("table.flow", "constant", flow=mapping.flow, column=mapping.value)
        yield Fact("flow", "constant", "ok", mapping.flow, said)


def _partners(known: Facts) -> Iterator[Fact]:
    count = len(known.unknown)
    said = say("table.partner", known=known.partners, count=count or None, unknown=known.unknown or None)
    yield Fact("partner", "recognised", "look" if count else "ok", str(known.partners), said)
    if known.apart:
        yield Fact("partner", "totals", "look", ", ".join(known.apart), say("table.apart", apart=known.apart))


def _goods(known: Facts) -> Iterator[Fact]:
    if known.lengths:
        lengths = [str(length) for length in known.lengths]
        said = say("table.goods", "totals" if known.totals_of_goods else None, lengths=lengths)
        yield Fact("commodity", "digits", "ok", ", ".join(lengths), said)
    if known.parts:
        yield Fact("commodity", "parts", "look", str(known.parts), say("table.parts", rows=known.parts))


def _unit(found: Inspected) -> Iterator[Fact]:
    said = found.unit
    if said.size or said.currency:
        known = {one.evidence for one in found.taken}
        by = next((one for one in ("layout", "mapping") if one in known), None)
        size, currency = said.size or 1, said.currency
        sentence = say("table.unit", by, None if currency else "size", size=size, currency=currency)
        yield Fact("value", "unit", "ok", f"{size} {currency}".strip(), sentence)


def _whose(found: Inspected) -> Iterator[Fact]:
    codes = list(found.reporters)
    if codes and found.mapping.reporter:
        named = codes[:_NAMED]
        variant = "several" if len(codes) > 1 else None
        facts: dict[str, Any] = {"others": len(codes) - len(named) or None} if variant else {}
        said = say("table.reporter", variant, reporters=named, column=found.mapping.reporter, **facts)
        yield Fact("reporter", "column", "look" if variant else "ok", ", ".join(codes), said)


def _rows(known: Facts) -> Iterator[Fact]:
    left = sum(known.dropped.values())
    if left:
        said = say("table.dropped", left=left, rows=known.rows, dropped=known.dropped)
    else:
        said = say("table.dropped", "none")
    yield Fact("row", "left_out", "look" if left else "ok", str(left), said)
    if known.repeated:
        compared = known.compared if known.compared < known.rows else None
        said = say("table.repeated", repeated=known.repeated, compared=compared)
        yield Fact("row", "repeated", "look", str(known.repeated), said)


def refusal(found: Inspected) -> Iterator[Fact]:
    """Why a question of the table is refused as it stands, and what to do."""
    if found.refused:
        yield Fact(
            "answer", "refused", "open", found.refused.kind, say("table.refused", error=found.refused.what)
        )
        if found.refused.hint:
            yield Fact("answer", "hint", "open", "", say("table.hint", hint=found.refused.hint))
