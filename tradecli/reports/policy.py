"""`trade surplus --policy`: the numbers that US trade policy has hung on a surplus, dated, with basis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.errors import QueryError
from tradecli.facts import places, policy
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.model.report import Cell, Column, Named, Report, Statement, Table
from tradecli.question import Known, Question
from tradecli.remembered_series import series_of
from tradecli.reports.shared import asked, say, subtitle
from tradecli.series import Series
from tradecli.statistics.tariff import tariff_of

SPANS = ("month", "year_to_date", "rolling_12")


class Row(NamedTuple):
    """A machine row: a criterion, the formula on one vintage, or an actual rate."""

    measure: str
    economy: str
    period: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    status: str | None = None
    value: int | None = None
    threshold: int | None = None
    exceeds: bool | None = None
    exports: int | None = None
    imports: int | None = None
    ratio: float | None = None
    rate: int | None = None
    announced: int | None = None
    annex: int | None = None
    basis: str | None = None
    legal_basis: str | None = None
    note: str | None = None
    currency: str = "USD"
    precision: int | None = None
    source: str | None = None
    vintage: date | None = None
    vintage_basis: str | None = None


class Said(NamedTuple):
    """A row with its sentence and the figures it rests on."""

    row: Row
    statement: Statement


def reversed_pair(question: Question) -> Question:
    """The question about the same economy as the United States count it.

    Raises:
        QueryError: Neither side is the United States, or an own table is to answer.
    """
    if question.table:
        raise QueryError(
            "policy numbers are about the official figures, not an own table", hint="leave out --table"
        )
    if "US" not in (question.reporter, question.partner) or question.reporter == question.partner:
        raise QueryError("policy numbers are about trade with the United States", hint="add --partner US")
    economy = question.partner if question.reporter == "US" else question.reporter
    return question._replace(reporter="US", partner=economy, source="")


def report(known: Known, through: date | None) -> Report:
    """Put the policy numbers about one economy together: criterion, formula, actual rates.

    Args:
        known: The United States' trade with the economy.
        through: The last month; the criterion takes the last whole quarter up to it. None means the newest.
    """
    series = series_of(known, spans=SPANS)
    quarter = _quarter(series, through)
    criterion = list(_criterion(series, quarter))
    formula = list(_formula(series))
    rates = policy.rates(known.question.as_of)
    rows = [*(said.row for said in (*criterion, *formula)), *(row for rate in rates for row in _rates(rate))]
    statements = [said.statement for said in (*criterion, *formula)]
    economy: dict[str, Any] = {"economy": places.place(known.question.partner)}
    if not criterion:
        statements.insert(0, say("policy.no_criterion", **economy))
    newest = max((row.vintage for row in rows if row.vintage), default=None)
    figures = [said.statement.figures for said in (*criterion, *formula)]
    return Report(
        schema="trade.policy/1",
        question={
            **asked(known.question, known.source),
            "policy": True,
            "through": periods.label(quarter) if quarter else None,
        },
        currency=known.currency,
        title=say("policy.title", **economy),
        subtitle=subtitle(known, newest, ("export", "import")),
        table=_table(rates),
        findings=statements,
        notes=list(
            _notes(rates, criterion=bool(criterion), formula=any(said.row.vintage for said in formula))
        ),
        row_type=Row,
        rows=rows,
        displays={},
        row_figures=[*figures, *[()] * (len(rows) - len(figures))],
        used=series.used(quarter or date.max, SPANS),
        manifest=known.origins,
    )


def _quarter(series: Series, through: date | None) -> date | None:
    """The last month, the third of a quarter, whose twelve months have a balance."""
    months = (month for month, _ in series.amounts("balance", "rolling_12") if month.month % 3 == 0)
    return max((month for month in months if through is None or month <= through), default=None)


def _criterion(series: Series, quarter: date | None) -> Iterator[Said]:
    """The goods part of Treasury's first criterion: the economy's surplus over four quarters."""
    found = policy.criterion(quarter) if quarter else None
    if quarter is None or found is None:
        return
    balance = series.figure("balance", Window("rolling_12", quarter))
    if balance.money is None or balance.vintage is None:
        return
    surplus = -balance.money
    exceeds = surplus.value >= found.threshold
    row = Row(
        "treasury_criterion_1_goods",
        series.known.question.partner,
        period=periods.label(quarter),
        value=surplus.value,
        threshold=found.threshold,
        exceeds=exceeds,
        legal_basis=found.source,
        **_dated(balance),
    )
    statement = say(
        "policy.criterion",
        None if exceeds else "not_reached",
        figures=[balance],
        economy=places.place(series.known.question.partner),
        through=quarter,
        surplus=surplus,
        threshold=Money(found.threshold, 10**9, surplus.currency),
        scope=say("policy.goods_and_services" if found.services else "policy.goods"),
    )
    yield Said(row, statement)


def _dated(figure: Figure) -> dict[str, Any]:
    return {
        "basis": figure.basis,
        "precision": figure.money and figure.money.precision,
        "source": figure.source,
        "vintage": figure.vintage and figure.vintage.day,
        "vintage_basis": figure.vintage.basis if figure.vintage else None,
    }


def _formula(series: Series) -> Iterator[Said]:
    """The formula on the figures it was announced with, and on those known now."""
    formula, question = policy.formula(), series.known.question
    if question.as_of is not None and question.as_of < formula.announced:
        return
    used = formula.economies.get(question.partner)
    if used:
        yield _announced(formula, used, question.partner)
    year = Window("year", periods.december(formula.year))
    exports, imports = (series.figure(flow, year) for flow in ("export", "import"))
    if exports.money is None or imports.money is None:
        return
    tariff = tariff_of(exports.money.value, imports.money.value)
    newer = max(exports, imports, key=lambda figure: figure.vintage_code or 0)
    coarsest = max(exports.money.precision, imports.money.precision)
    row = Row(
        "formula_on_figures_known",
        question.partner,
        period=str(formula.year),
        exports=exports.money.value,
        imports=imports.money.value,
        ratio=float(tariff.ratio) if tariff else None,
        rate=tariff.rate if tariff else None,
        legal_basis=formula.legal_basis,
        **{**_dated(newer), "precision": coarsest},
    )
    amounts = {"exports": exports.money, "imports": imports.money}
    facts = {"year": formula.year, "rate": row.rate, "vintage": row.vintage, **amounts}
    yield Said(row, Statement("policy.formula.known", facts, (exports, imports)))


def _announced(formula: policy.Formula, used: policy.Announced, economy: str) -> Said:
    tariff = tariff_of(used.exports, used.imports)
    row = Row(
        "formula_as_announced",
        economy,
        period=str(formula.year),
        valid_from=formula.announced,
        exports=used.exports,
        imports=used.imports,
        ratio=float(tariff.ratio) if tariff else None,
        rate=tariff.rate if tariff else None,
        announced=used.board,
        annex=used.annex,
        basis="published",
        legal_basis=formula.legal_basis,
        precision=formula.precision,
        source=formula.source,
    )
    facts: dict[str, Any] = {
        "exports": Money(used.exports, formula.precision, "USD"),
        "imports": Money(used.imports, formula.precision, "USD"),
        "year": formula.year,
        "rate": row.rate,
        "announced": used.board,
        "annex": None if used.annex == used.board else used.annex,
    }
    return Said(row, say("policy.formula", "announced", **facts))


def _rates(rate: policy.Rate) -> Iterator[Row]:
    """The actual rates of the reciprocal layer, one row an economy and a span of days."""
    for economy in policy.ECONOMIES:
        yield Row(
            "actual_rate",
            economy,
            valid_from=rate.start,
            valid_to=rate.to,
            status=rate.status,
            rate=rate.rates.get(economy),
            legal_basis=rate.legal_basis,
            note=rate.note,
            source=rate.source,
        )


def _table(rates: list[policy.Rate]) -> Table:
    """The actual rates."""
    columns = [
        Column("policy.days", left=True),
        Column("policy.status", left=True),
        *(Column("policy.economy", {"place": places.place(code)}) for code in policy.ECONOMIES),
        Column("policy.legal_basis", left=True, drop=2),
        Column("policy.note", left=True, drop=1),
    ]
    rows: list[list[Cell]] = [
        [
            _days(rate),
            say(f"policy.state_{rate.status.replace(' ', '_')}"),
            *(rate.rates.get(code) for code in policy.ECONOMIES),
            rate.legal_basis,
            say("policy.remark", remark=Named(rate.note, rate.note_zh)),
        ]
        for rate in rates
    ]
    return Table(columns, rows)


def _days(rate: policy.Rate) -> Statement:
    if rate.to:
        return say("policy.valid", start=rate.start, to=rate.to)
    lasting = rate.status in {"in force", "not known"}
    return say("policy.valid_from" if lasting else "policy.valid_on", start=rate.start)


def _notes(rates: list[policy.Rate], *, criterion: bool, formula: bool) -> Iterator[Statement]:
    """What the numbers are not."""
    yield say("policy.layer")
    if criterion:
        yield say("policy.goods_only")
    if formula:
        yield say("policy.inferred_rounding")
    for source in dict.fromkeys(rate.source for rate in rates):
        yield say("policy.source", source=source)
