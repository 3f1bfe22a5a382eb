"""Every engine gives the same answer to an odd table, or the same refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drawn import seeds
from tests.own_table.odd import CHOICES, FORMATS, SEEDS, USUAL, odd, oddities
from tradecli.errors import TradeError
from tradecli.own_table import Asked, answer
from tradecli.own_table.table import Table

pytest.importorskip("narwhals")
QUESTIONS = (Asked("TW"), Asked("TW", "", "85", "hs"), Asked("TW", "", "", "", ("US", "WORLD")))
#: Seeds of tables that are refused: columns of other types in one file than in another, or no good row.
REFUSED = {76, 114, 140, 154, 178, 184, 20}


def said(table: Table, asked: Asked) -> object:
    """Rows and counts of an answer, or what kind of refusal there is."""
    try:
        found = answer(table, asked)
    except TradeError as error:
        return type(error).__name__
    [entry] = found.origins.values()
    facts = {name: entry[name] for name in ("rows", "dropped", "unknown_partners", "running", "parts")}
    return found.rows.drop("origin").rows(), facts


@pytest.mark.drawn
@pytest.mark.parametrize("seed", [SEEDS[number] for number in seeds(USUAL, len(SEEDS))])
def test_duckdb_says_of_odd_tables_what_polars_says(seed: int, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    asked = QUESTIONS[seed % len(QUESTIONS)]
    polars, duckdb = (said(odd(seed, tmp_path, engine), asked) for engine in ("polars", "duckdb"))
    assert duckdb == polars
    assert isinstance(polars, str) == (seed in REFUSED)


def test_few_odd_tables_have_every_oddity(tmp_path: Path) -> None:
    drawn, asked = set[tuple[str, int, str]](), set[tuple[str, int]]()
    for seed in set(SEEDS[:USUAL]) - REFUSED:
        home = tmp_path / str(seed)
        home.mkdir()
        drawn |= oddities(seed, home)
        asked |= {(path.suffix, seed % len(QUESTIONS)) for path in home.iterdir()}
    listed = {number: [str(chosen) for chosen in choices] for number, choices in enumerate(CHOICES)}
    lines = {number for number, choices in enumerate(CHOICES) if "\n" in choices or "always" in choices}
    assert drawn == {
        (suffix, number, chosen)
        for suffix in FORMATS
        for number, choices in listed.items()
        for chosen in choices
        if suffix != "parquet" or number not in lines
    }
    assert len(asked) == len(FORMATS) * len(QUESTIONS)
