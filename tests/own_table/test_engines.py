"""Every engine gives the same answer to an odd table, or the same refusal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tests.own_table.odd import SEEDS, odd
from tests.own_table.test_random_tables import without_spark
from tradecli.errors import TradeError
from tradecli.own_table.answering import Asked, answer
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


SPARK = """
import sys, warnings
warnings.simplefilter("ignore")
from pathlib import Path
from tests.own_table.odd import odd
from tests.own_table.test_engines import QUESTIONS, said
different = []
for seed in range(int(sys.argv[2]), int(sys.argv[3])):
    asked = QUESTIONS[seed % len(QUESTIONS)]
    one, other = (said(odd(seed, Path(sys.argv[1]), engine), asked) for engine in ("polars", "spark"))
    if one != other:
        different.append(seed)
print("different:", different)
"""


@pytest.mark.skipif(bool(without_spark()), reason=without_spark())
# Three seconds a table: fewer than DuckDB is asked.
@pytest.mark.parametrize("first", [0, 30])
def test_spark_says_of_odd_tables_what_polars_says(first: int, tmp_path: Path) -> None:
    # In a process of its own, as Spark leaves threads and warnings behind.
    ran = subprocess.run(
        [sys.executable, "-c", SPARK, str(tmp_path), str(first), str(first + 30)],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    assert ran.stdout.strip() == "different: []", ran.stderr[-3000:]
