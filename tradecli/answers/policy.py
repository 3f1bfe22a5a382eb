"""`trade surplus --policy`: the numbers that US trade policy has hung on a surplus, dated, with basis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from tradecli import periods
from tradecli.answers.pair import Pair
from tradecli.errors import QueryError
from tradecli.facts import policy
from tradecli.question import Known, Question
from tradecli.statistics.tariff import reciprocal_rate
from tradecli.vintages import read_stamp

SCHEMA: dict[str, pl.DataType] = {
    "measure": pl.String(),
    "economy": pl.String(),
    "period": pl.String(),
    "valid_from": pl.Date(),
    "valid_to": pl.Date(),
    "status": pl.String(),
    "value": pl.Int64(),
    "threshold": pl.Int64(),
    "exceeds": pl.Boolean(),
    "exports": pl.Int64(),
    "imports": pl.Int64(),
    "ratio": pl.Float64(),
    "rate": pl.Int64(),
    "announced": pl.Int64(),
    "annex": pl.Int64(),
    "basis": pl.String(),
    "legal_basis": pl.String(),
    "note": pl.String(),
    "currency": pl.String(),
    "precision": pl.Int64(),
    "source": pl.String(),
    "vintage": pl.Date(),
    "vintage_basis": pl.String(),
}


class Answer(NamedTuple):
    """The criterion, the formula on two vintages, and the actual rates."""

    known: Known
    pair: Pair
    economy: str
    through: date | None
    rows: tuple[dict[str, Any], ...]

    def of(self, measure: str) -> list[dict[str, Any]]:
        """The rows of one measure."""
        return [row for row in self.rows if row["measure"] == measure]


def turned(question: Question) -> Question:
    """The question about the same economy as the United States count it.

    Raises:
        QueryError: Neither side is the United States, or an own table is to answer.
    """
    if question.table:
        raise QueryError(
            "what policy hangs on a surplus is told of the official figures", hint="leave out --table"
        )
    if "US" not in (question.reporter, question.partner) or question.reporter == question.partner:
        raise QueryError("policy numbers are about trade with the United States", hint="add --partner US")
    economy = question.partner if question.reporter == "US" else question.reporter
    return question._replace(reporter="US", partner=economy, source="")


def answer(known: Known, through: date | None) -> Answer:
    """Put the policy numbers about one economy together.

    Args:
        known: The United States' trade with the economy.
        through: The last month; the criterion takes the last whole quarter up to it. None means the newest.
    """
    pair = Pair(known, kinds=("month", "year_to_date", "rolling_12"))
    economy = known.question.partner
    quarter = _quarter(pair, through)
    rows = [*_criterion(pair, quarter), *_formula(pair), *_rates(known.question.as_of)]
    told = tuple({**dict.fromkeys(SCHEMA), "economy": economy, "currency": "USD", **row} for row in rows)
    return Answer(known, pair, economy, quarter, told)


def _quarter(pair: Pair, through: date | None) -> date | None:
    """The last month, the third of a quarter, whose twelve months have a balance."""
    held = pair.windows("rolling_12").filter(
        (pl.col("flow") == "balance")
        & pl.col("value").is_not_null()
        & (pl.col("period").dt.month() % 3 == 0)
        & (pl.col("period") <= (through or pl.lit(date.max)))
    )
    return max(held["period"], default=None)


def _criterion(pair: Pair, quarter: date | None) -> Iterator[dict[str, Any]]:
    """The goods part of Treasury's first criterion: the economy's surplus over four quarters."""
    found = policy.criterion(quarter) if quarter else None
    if quarter is None or found is None:
        return
    balance = next(row for row in pair.at("rolling_12", quarter) if row["flow"] == "balance")
    yield {
        "measure": "treasury_criterion_1_goods",
        "period": periods.label(quarter),
        "value": -balance["value"],
        "threshold": found["threshold"],
        "exceeds": -balance["value"] >= found["threshold"],
        "services": found["services"],
        "legal_basis": found["source"],
        "units": balance["units"],
        **_dated(pair, balance),
    }


def _dated(pair: Pair, window: dict[str, Any]) -> dict[str, Any]:
    vintage, vintage_basis = (None, None) if window["stamp"] is None else read_stamp(window["stamp"])
    return {
        "basis": window["basis"],
        "precision": window["precision"],
        "source": pair.known.source,
        "vintage": vintage,
        "vintage_basis": vintage_basis,
    }


def _formula(pair: Pair) -> Iterator[dict[str, Any]]:
    """The formula on the figures it was announced with, and on those known now."""
    table = policy.table()["formula"]
    question = pair.known.question
    if question.as_of is not None and question.as_of < table["announced"]:
        return
    shown = {"period": str(table["year"]), "legal_basis": table["legal_basis"]}
    used = table["economies"].get(question.partner)
    if used:
        yield {
            "measure": "formula_as_announced",
            **shown,
            **_rate(used["exports"], used["imports"]),
            "announced": used["board"],
            "annex": used.get("annex"),
            "basis": "published",
            "precision": table["precision"],
            "source": table["source"],
            "valid_from": table["announced"],
        }
    year = {row["flow"]: row for row in pair.at("year", periods.december(table["year"]))}
    exports, imports = year["export"], year["import"]
    if exports["value"] is not None and imports["value"] is not None:
        newer = max(exports, imports, key=lambda row: row["stamp"])
        coarsest = max(exports["precision"], imports["precision"])
        rate = _rate(exports["value"], imports["value"])
        dated = {**_dated(pair, newer), "precision": coarsest}
        yield {"measure": "formula_on_figures_known", **shown, **rate, **dated}


def _rate(exports: int, imports: int) -> dict[str, Any]:
    pair = pl.DataFrame({"exports": [exports], "imports": [imports]})
    return reciprocal_rate(pair).row(0, named=True)


def _rates(as_of: date | None) -> Iterator[dict[str, Any]]:
    """The actual rates of the reciprocal layer, one row an economy and a span of days."""
    for found in policy.rates(as_of):
        for economy in policy.ECONOMIES:
            yield {
                "measure": "actual_rate",
                "economy": economy,
                "valid_from": found.start,
                "valid_to": found.to,
                "status": found.status,
                "rate": found.rates.get(economy),
                "legal_basis": found.legal_basis,
                "note": found.note,
                "note_zh": found.note_zh,
                "source": found.source,
            }
