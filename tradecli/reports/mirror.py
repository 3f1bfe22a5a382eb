"""`trade mirror`: what does the partner's own statistics office report, and why do the two differ?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.facts.places import Place
from tradecli.model.figure import Figure, Window
from tradecli.model.report import Cell, Column, Columns, Report, Statement, Table
from tradecli.question import Known
from tradecli.reports import qualify
from tradecli.reports.mirror_figures import Mirror, Pair, valuation
from tradecli.reports.shared import asked, goods, say, subtitle
from tradecli.schema import FLOWS
from tradecli.statistics.asymmetry import Asymmetry


class Row(NamedTuple):
    """A machine row: one flow in one span, as both offices have it."""

    reporter: str
    partner: str
    flow: str
    span: str
    period: str
    value: int | None
    partner_value: int | None
    gap: int | None
    ratio: float | None
    asymmetry: float | None
    base_gap: int | None
    cif_fob: str | None
    adjusted_import: int | None
    adjusted_gap: int | None
    adjusted_ratio: float | None
    adjusted_asymmetry: float | None
    currency: str
    valuation: str | None
    system: str | None
    basis: str | None
    precision: int | None
    source: str
    vintage: date | None
    vintage_basis: str | None
    partner_valuation: str | None
    partner_system: str | None
    partner_basis: str | None
    partner_precision: int | None
    partner_source: str
    partner_vintage: date | None
    partner_vintage_basis: str | None
    partner_currency: str


def report(own: Known, other: Known, through: date | None, cif_fob: Fraction | None = None) -> Report:
    """The answer in every form; see `Mirror`."""
    answer = Mirror(own, other, through, cif_fob)
    pairs, shown = answer.pairs, list(findings(answer))
    used = [*answer.own.used(answer.through, answer.spans), *answer.other.used(answer.through, answer.spans)]
    return Report(
        schema="trade.mirror/1",
        question={
            **asked(own.question, own.source),
            "partner_source": other.source,
            "through": periods.label(answer.through),
            "cif_fob": None if cif_fob is None else float(cif_fob),
        },
        currency=own.currency,
        title=say(
            "mirror.title",
            reporter=answer.reporter,
            partner=answer.partner,
            through=answer.through,
            goods=goods(own.question, "balance"),
        ),
        subtitle=_subtitle(answer),
        table=_table(answer),
        findings=shown,
        notes=list(_notes(answer)),
        row_type=Row,
        rows=[_row(answer, pair) for pair in pairs],
        displays={
            "value_display": [pair.mine.money for pair in pairs],
            "partner_value_display": [pair.theirs.money for pair in pairs],
            "gap_display": [pair.gap for pair in pairs],
        },
        row_figures=[(pair.mine, pair.theirs) for pair in pairs],
        used=list(dict.fromkeys(used)),
        manifest=lambda: {**other.origins(), **own.origins()},
        lead=next(place for place, said in enumerate(shown) if said.key == "mirror.why"),
    )


def _subtitle(answer: Mirror) -> Statement:
    figures = {"own": [p.mine for p in answer.pairs], "other": [p.theirs for p in answer.pairs]}
    newest = {side: max(f.vintage.day for f in of if f.vintage) for side, of in figures.items()}
    return say(
        "mirror.subtitle",
        own=subtitle(answer.own.known, newest["own"], FLOWS),
        other=subtitle(answer.other.known, newest["other"], FLOWS, unit=not answer.comparable),
    )


def _row(answer: Mirror, pair: Pair) -> Row:
    compared, adjusted, divided = pair.compared, pair.adjusted, pair.adjusted_import
    return Row(
        answer.reporter.code,
        answer.partner.code,
        pair.flow,
        pair.window.span,
        pair.window.label,
        pair.mine.value,
        pair.theirs.value,
        pair.gap.money.value if pair.gap else None,
        _number(compared and compared.ratio),
        _number(compared and compared.percent and compared.percent.percent),
        pair.base_gap.money.value if pair.base_gap else None,
        f"{float(answer.factor):g}" if divided and answer.factor else None,
        divided.value if divided else None,
        adjusted.gap.money.value if adjusted else None,
        _number(adjusted and adjusted.ratio),
        _number(adjusted and adjusted.percent and adjusted.percent.percent),
        answer.own.currency,
        *_described(pair.mine),
        *_described(pair.theirs),
        answer.other.currency,
    )


def _number(ratio: Fraction | None) -> float | None:
    return None if ratio is None else float(ratio)


def _described(
    figure: Figure,
) -> tuple[str | None, str | None, str | None, int | None, str, date | None, str | None]:
    """Valuation, trade system, basis, precision, source and vintage of one side."""
    money, vintage = figure.money, figure.vintage
    return (
        *valuation(figure.source, figure.flow),
        figure.basis,
        money.precision if money else None,
        figure.source,
        vintage.day if vintage else None,
        vintage.basis if vintage else None,
    )


def _table(answer: Mirror) -> Table:
    """Both offices side by side, each window with its flows below it."""
    columns: Columns[Pair | Window] = [
        (Column("mirror.goods", left=True), lambda line: _label(answer, line)),
        (Column("mirror.office", {"place": answer.reporter}), _of(lambda pair: pair.mine.money)),
        (Column("mirror.office", {"place": answer.partner}), _of(lambda pair: pair.theirs.money)),
        (Column("mirror.gap", drop=1), _of(lambda pair: pair.gap)),
        (Column("mirror.ratio_header", drop=2), _of(lambda pair: _ratio(pair.compared))),
        (Column("mirror.asymmetry", drop=3), _of(lambda pair: pair.compared and pair.compared.percent)),
    ]
    if answer.factor is not None:
        adjusted = Column("mirror.adjusted", {"factor": f"{float(answer.factor):g}"})
        columns.append((adjusted, _of(lambda pair: _ratio(pair.adjusted))))
    lines: list[Pair | Window] = []
    for pair in answer.pairs:
        lines += [pair.window, pair] if pair.flow == FLOWS[0] else [pair]
    return Table.of(lines, columns, lambda line: isinstance(line, Window))


def _of(read: Callable[[Pair], Cell]) -> Callable[[Pair | Window], Cell]:
    """A cell of a flow; beside the name of a window there is none."""
    return lambda line: "" if isinstance(line, Window) else read(line)


def _label(answer: Mirror, line: Pair | Window) -> Statement:
    if isinstance(line, Window):
        return say("window", window=line)
    ends = (answer.reporter, answer.partner)
    if line.flow == "balance":
        return say("mirror.direction", "balance")
    first, second = ends if line.flow == "export" else reversed(ends)
    return say("mirror.direction", first=first, second=second)


def _ratio(compared: Asymmetry | None) -> Cell:
    return say("mirror.ratio", ratio=compared.ratio) if compared and compared.ratio is not None else None


def findings(answer: Mirror) -> Iterator[Statement]:
    """What both say of the balance."""
    balance = answer.pair("balance", "year_to_date")
    names: dict[str, Any] = {"reporter": answer.reporter, "partner": answer.partner}
    both = {"mine": balance.mine, "theirs": balance.theirs}
    figures = [balance.mine, balance.theirs]
    if not answer.comparable:
        codes: dict[str, Any] = {"currency": answer.own.currency, "partner_currency": answer.other.currency}
        yield say("mirror.currencies", **codes, **names)
    elif balance.gap is not None:
        facts = {"window": balance.window, "gap": balance.gap, **both, **names}
        yield say("mirror.balances", figures=figures, **facts)
        base = balance.base_gap
        if base is not None and base.money.sign * balance.gap.money.sign < 0:
            yield say("mirror.gap_reversed", figures=figures, base=base)
    yield say("mirror.why")
    yield from reasons(answer)


def reasons(answer: Mirror) -> Iterator[Statement]:
    """The checklist: what makes two offices differ about the same goods, as far as it fits these two."""
    sides = ((answer.own, answer.reporter), (answer.other, answer.partner))
    for (own, importer), (other, exporter) in (sides, reversed(sides)):
        imports, _ = valuation(own.source, "import")
        exports, _ = valuation(other.source, "export")
        facts: dict[str, Any] = {
            "importer": importer,
            "exporter": exporter,
            "imports": imports,
            "exports": exports,
        }
        yield say("mirror.cif" if imports == "CIF" else "mirror.customs_value", **facts)
    for reason in ("rule", "hubs", "triangular", "lag", "processing", "errors"):
        yield say(f"mirror.{reason}")
    systems = {valuation(series.source, "export")[1] for series in (answer.own, answer.other)}
    if len(systems) > 1:
        yield say("mirror.systems", systems=tuple(sorted(filter(None, systems))))
    if {answer.reporter.code, answer.partner.code} == {"TW", "US"}:
        yield say("mirror.no_reconciliation")
    if answer.newest:
        yield say("mirror.newest", newest=answer.newest)


def _notes(answer: Mirror) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from qualify.adjustment(answer.own.known)
    yield say("mirror.never_added")
    lacking: dict[tuple[Place, str], list[Window]] = {}
    for pair in answer.pairs:
        for place, figure in ((answer.reporter, pair.mine), (answer.partner, pair.theirs)):
            if figure.money is None:
                lacking.setdefault((place, figure.flow), []).append(figure.window)
    for (place, flow), windows in lacking.items():
        yield say("mirror.missing", place=place, flow=flow, windows=windows)
    if answer.factor is not None:
        yield from _divided(answer, f"{float(answer.factor):g}")
    figures = [figure for pair in answer.pairs for figure in (pair.mine, pair.theirs)]
    yield from qualify.day_inferred(figures, answer.own.known.question)


def _divided(answer: Mirror, factor: str) -> Iterator[Statement]:
    """What the factor was used for, and what it was not."""
    for series, place in ((answer.own, answer.reporter), (answer.other, answer.partner)):
        how, _ = valuation(series.source, "import")
        yield say(
            "mirror.divided" if how == "CIF" else "mirror.not_divided", place=place, how=how, factor=factor
        )
