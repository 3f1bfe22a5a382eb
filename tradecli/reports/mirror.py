"""`trade mirror`: what does the partner's own statistics office report, and why do the two differ?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.question import Known
from tradecli.reports import qualify
from tradecli.reports.shared import asked, say, subtitle
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.sources import SOURCES
from tradecli.statistics.asymmetry import Asymmetry, asymmetry_of

SPANS = ("month", "year_to_date", "rolling_12")
#: What the other office calls the same goods.
MIRRORED = {"export": "import", "import": "export", "balance": "balance"}


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


class Pair(NamedTuple):
    """One flow over one window as both offices have it, and how far they are apart.

    `gap` is the importer's figure less the exporter's; of balances the partner's with its sign
    reversed, less the reporter's own. Offices that publish in two currencies have no gap.
    """

    flow: str
    window: Window
    mine: Figure
    theirs: Figure
    gap: Change | None
    base_gap: Change | None
    compared: Asymmetry | None
    adjusted_import: Money | None
    adjusted: Asymmetry | None


class Mirror:
    """Three flows in three windows, each as both offices have it."""

    def __init__(
        self, own: Known, other: Known, through: date | None, cif_fob: Fraction | None = None
    ) -> None:
        """Put the figures of two offices about the same trade side by side.

        Args:
            own: The reporter's trade with the partner.
            other: The partner's trade with the reporter, known on the same day.
            through: The last month; None means the newest for which both have a balance, else a flow.
            cif_fob: Divide imports valued CIF by this, beside the figures as they are.

        Raises:
            NoData: No flow of the month is available from both.
        """
        self.own, self.other, self.factor = Series(own, spans=SPANS), Series(other, spans=SPANS), cif_fob
        #: Only figures of one currency are compared.
        self.comparable = self.own.currency == self.other.currency
        self.newest = self._newest()
        last = through or self.newest
        self.pairs = (
            [self._pair(flow, Window(span, last)) for span in SPANS for flow in FLOWS] if last else []
        )
        if last is None or not any(pair.mine.money and pair.theirs.money for pair in self.pairs):
            names = " and ".join(places.place(known.question.reporter).prose for known in (own, other))
            month = f" for {periods.label(last)}" if last else ""
            hint = f"the newest month that both have is {periods.label(self.newest)}" if self.newest else ""
            raise NoData(f"{names} do not both report their trade{month}", hint=hint)
        self.through = last
        question = own.question
        self.reporter, self.partner = places.place(question.reporter), places.place(question.partner)

    def _newest(self) -> date | None:
        """The newest month for which both have a balance; without one, for which both have a flow."""
        for flows in (("balance",), ("export", "import")):
            both = set()
            for flow in flows:
                mine, theirs = self.own.amounts(flow, "month"), self.other.amounts(MIRRORED[flow], "month")
                both |= {period for period, _ in mine} & {period for period, _ in theirs}
            if both:
                return max(both)
        return None

    def _pair(self, flow: str, window: Window) -> Pair:
        mine, theirs = self.own.figure(flow, window), self.other.figure(MIRRORED[flow], window)
        importer, exporter = (theirs, mine) if flow == "export" else (mine, theirs)
        compare = flow != "balance" and self.comparable
        divided = self._without_freight(flow, importer)
        reduced = divided and importer._replace(money=divided, uncertainty=0)
        return Pair(
            flow,
            window,
            mine,
            theirs,
            self._gap(flow, mine, theirs),
            self._gap(flow, self.own.base(mine), self.other.base(theirs)),
            asymmetry_of(importer, exporter) if compare else None,
            divided,
            asymmetry_of(reduced, exporter) if compare and reduced else None,
        )

    def _gap(self, flow: str, mine: Figure, theirs: Figure) -> Change | None:
        if mine.money is None or theirs.money is None or not self.comparable:
            return None
        if flow == "balance":
            return Change(-theirs.money - mine.money)
        return Change(theirs.money - mine.money if flow == "export" else mine.money - theirs.money)

    def _without_freight(self, flow: str, importer: Figure) -> Money | None:
        """An import valued CIF, divided by the factor; None where nothing is to be divided."""
        if self.factor is None or flow == "balance" or importer.money is None:
            return None
        if valuation(importer.source, "import")[0] != "CIF":
            return None
        return importer.money._replace(value=int(importer.money.value / self.factor + Fraction(1, 2)))

    def pair(self, flow: str, span: str) -> Pair:
        """The pair of figures of one flow and span."""
        return next(pair for pair in self.pairs if pair.flow == flow and pair.window.span == span)


def factor(text: str) -> Fraction | None:
    """Read what a CIF value is divided by to leave freight and insurance out; empty for none.

    Raises:
        QueryError: Not a number from 1 to below 2.

    Examples:
        >>> factor("1.06"), factor("")
        (Fraction(53, 50), None)
    """
    if not text:
        return None
    try:
        read = Fraction(text)
    except (ValueError, ZeroDivisionError):
        read = Fraction(0)
    if not 1 <= read < 2:
        raise QueryError(f"{text!r} is no factor from FOB to CIF", hint="write one such as --cif-fob 1.06")
    return read


def valuation(source: str, flow: str) -> tuple[str | None, str | None]:
    """How a source values a flow, and the trade system it counts under; a balance has those of both flows."""
    valued = {entry.flow: entry for entry in SOURCES[source].valuations}
    if flow == "balance":
        both = [valued[name] for name in FLOWS if name in valued]
        return " - ".join(entry.valuation for entry in both), both[0].system
    return valued[flow].valuation, valued[flow].system


def report(own: Known, other: Known, through: date | None, cif_fob: Fraction | None = None) -> Report:
    """The answer in every form; see `Mirror`."""
    answer = Mirror(own, other, through, cif_fob)
    pairs = answer.pairs
    used = [*answer.own.used(answer.through, SPANS), *answer.other.used(answer.through, SPANS)]
    return Report(
        schema="trade.mirror/1",
        question={
            **asked(own.question, own.source),
            "partner_source": other.source,
            "through": periods.label(answer.through),
            "cif_fob": None if cif_fob is None else float(cif_fob),
        },
        currency=own.currency,
        title=say("mirror.title", reporter=answer.reporter, partner=answer.partner, through=answer.through),
        subtitle=_subtitle(answer),
        table=_table(answer),
        findings=list(findings(answer)),
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
    """Both offices side by side, window by window."""
    # One line a column: its heading, its cell, when narrow terminals lose it.
    columns: list[tuple[Column, Any]] = [
        (Column("mirror.window", left=True), lambda pair: _window_cell(pair)),
        (Column("mirror.goods", left=True), lambda pair: _goods(answer, pair)),
        (Column("mirror.office", {"place": answer.reporter}), lambda pair: pair.mine.money),
        (Column("mirror.office", {"place": answer.partner}), lambda pair: pair.theirs.money),
        (Column("mirror.gap"), lambda pair: pair.gap),
        (Column("mirror.ratio_header", drop=1), lambda pair: _ratio(pair.compared)),
        (Column("mirror.asymmetry", drop=2), lambda pair: pair.compared and pair.compared.percent),
    ]
    if answer.factor is not None:
        adjusted = Column("mirror.adjusted", {"factor": f"{float(answer.factor):g}"})
        columns.append((adjusted, lambda pair: _ratio(pair.adjusted)))
    rows: list[list[Cell]] = [[cell(pair) for _, cell in columns] for pair in answer.pairs]
    return Table([column for column, _ in columns], rows)


def _window_cell(pair: Pair) -> Cell:
    return say("window", window=pair.window) if pair.flow == FLOWS[0] else ""


def _goods(answer: Mirror, pair: Pair) -> Statement:
    ends = (answer.reporter, answer.partner)
    if pair.flow == "balance":
        return say("mirror.direction", "balance", first=ends[0], second=ends[1])
    first, second = ends if pair.flow == "export" else reversed(ends)
    return say("mirror.direction", first=first, second=second)


def _ratio(compared: Asymmetry | None) -> Cell:
    return say("mirror.ratio", ratio=compared.ratio) if compared and compared.ratio is not None else None


def findings(answer: Mirror) -> Iterator[Statement]:
    """What both say of the balance, and why they differ."""
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
    if answer.newest:
        yield say("mirror.newest", newest=answer.newest)
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


def _notes(answer: Mirror) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from qualify.adjustment(answer.own.known)
    yield say("mirror.never_added")
    for pair in answer.pairs:
        for place, figure in ((answer.reporter, pair.mine), (answer.partner, pair.theirs)):
            if figure.money is None:
                yield say("mirror.missing", place=place, flow=figure.flow, window=figure.window)
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
