"""Every engine gives the same answer to an odd table, or the same refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_table.odd import SEEDS, odd
from tradecli.errors import TradeError
from tradecli.own_table import Asked, answer
from tradecli.own_table.table import Table

pytest.importorskip("narwhals")
QUESTIONS = (Asked("TW"), Asked("TW", "", "85", "hs"), Asked("TW", "", "", "", ("US", "WORLD")))


def said(table: Table, asked: Asked) -> object:
    """Rows and counts of an answer, or what kind of refusal there is."""
    try:
        found = answer(table, asked)
    except TradeError as error:
        return type(error).__name__
    [entry] = found.origins.values()
    facts = {name: entry[name] for name in ("rows", "dropped", "unknown_partners", "running", "parts")}
    return found.rows.drop("origin").rows(), facts


@pytest.mark.parametrize("seed", SEEDS)
def test_duckdb_says_of_odd_tables_what_polars_says(seed: int, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    asked = QUESTIONS[seed % len(QUESTIONS)]
    polars, duckdb = (said(odd(seed, tmp_path, engine), asked) for engine in ("polars", "duckdb"))
    assert duckdb == polars


def test_most_odd_tables_are_answered(tmp_path: Path) -> None:
    answered = [not isinstance(said(odd(seed, tmp_path, "polars"), QUESTIONS[0]), str) for seed in range(60)]
    assert sum(answered) > 40
