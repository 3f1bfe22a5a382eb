"""Flows as offices write them: long words, parts beside the whole, balances, columns for flow and month.

Each table holds exports of 100 and imports of 60 to the United States in November 2025, whichever way it
says so; what stands beside them, as a balance of 40, is in none of both.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradecli.own_table import inspect

Trade = Callable[..., Ran]
#: 2026-01-05, the day on which every file was written.
WRITTEN = 1_767_614_400
#: Words for flows and the values of a month, in a column called so.
ROWS = {
    "valuations": ("Direction", {"Exports, FOB": 100, "Imports, CIF": 60}),
    "series of the IMF": (
        "INDICATOR",
        {
            "Exports of goods, Free on board (FOB), US dollar": 100,
            "Imports of goods, Cost insurance freight (CIF), US dollar": 60,
        },
    ),
    "codes before words": ("Flow", {"X: Exports": 100, "M: Imports": 60}),
    "balances and sums": (
        "Indicator",
        {"Exports": 100, "Imports": 60, "Trade balance": 40, "Total trade": 160},
    ),
    "Chinese": ("項目", {"出口總值": 100, "進口總值": 60, "出超": 40, "進出口總值": 160}),
    "parts alone": ("Trade type", {"Domestic exports": 70, "Re-exports": 30, "Imports": 60}),
    "parts and their total": (
        "Trade type",
        {"Domestic exports": 70, "Re-exports": 30, "Total exports": 100, "Imports": 60},
    ),
    "codes of parts": ("flowCode", {"X": 100, "RX": 30, "M": 60, "RM": 2}),
    "two ways to count imports": (
        "Flow",
        {"Exports": 100, "General imports": 60, "Imports for consumption": 55},
    ),
}
#: Columns with the values of November, of which there is one row.
COLUMNS = {
    "parts alone": {"Domestic exports": 70, "Foreign exports": 30, "General imports": 60},
    "parts and their total": {"Domestic exports": 70, "Re-exports": 30, "Total exports": 100, "Imports": 60},
    "two ways to count imports": {"Exports FAS": 100, "General imports": 60, "Imports for consumption": 55},
    "a balance": {"Exports": 100, "Imports": 60, "Trade balance": 40},
}


def put(path: Path, *lines: str) -> Path:
    path.write_text("\n".join((*lines, "")), encoding="utf-8")
    os.utime(path, (WRITTEN, WRITTEN))
    return path


def answered(trade: Trade, path: Path) -> tuple[str, str]:
    """Exports and imports of November by the mapping that is written."""
    mapping = path.with_suffix(".toml")
    assert trade("table", "inspect", str(path), "--output", str(mapping)).code == 0
    ran = trade("surplus", "us", "2025-11", "--table", str(mapping), "--format", "csv")
    assert ran.code == 0, ran.err + mapping.read_text(encoding="utf-8")
    month = {row["flow"]: row["value"] for row in ran.rows if row["span"] == "month"}
    return month["export"], month["import"]


@pytest.mark.parametrize("name", ROWS)
def test_words_for_flows(trade: Trade, tmp_path: Path, name: str) -> None:
    column, words = ROWS[name]
    rows = [f'2025-{month},US,"{word}",{value}' for month in (10, 11) for word, value in words.items()]
    path = put(tmp_path / "t.csv", f"Month,Country,{column},Value (US$)", *rows)
    assert answered(trade, path) == ("100", "60")


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_for_flows(trade: Trade, tmp_path: Path, name: str) -> None:
    cells = ",".join(map(str, COLUMNS[name].values()))
    rows = [f"2025-{month},{partner},{cells}" for month in (10, 11) for partner in ("US", "JP")]
    path = put(tmp_path / "t.csv", ",".join(("Month", "Country", *COLUMNS[name])), *rows)
    assert answered(trade, path) == ("100", "60")


def test_a_column_for_each_flow_and_month(trade: Trade, tmp_path: Path) -> None:
    heads = [f"{flow} {month} 2025" for month in ("Oct", "Nov") for flow in ("Exports", "Imports")]
    path = put(tmp_path / "t.csv", ",".join(("Country", *heads)), "US,90,50,100,60", "JP,1,2,3,4")
    assert answered(trade, path) == ("100", "60")


@pytest.mark.parametrize(
    "words",
    [
        # Exports of some offices hold re-exports, and those of others do not.
        ("Exports", "Re-exports", "Imports"),
        ("Exports", "Imports, FOB", "Imports, CIF"),
        ("Exports", "Total exports", "Imports"),
        ("Exports of goods", "Exports of services", "Imports of goods"),
    ],
)
def test_words_that_may_be_part_of_others_are_asked(tmp_path: Path, words: tuple[str, ...]) -> None:
    rows = [f'2025-{month},US,"{word}",5' for month in (10, 11) for word in words]
    path = put(tmp_path / "t.csv", "Month,Country,Flow,Value (US$)", *rows)
    assert "export" in [one.line for one in inspect(str(path)).open]


def test_half_of_a_choice_is_no_answer(trade: Trade, tmp_path: Path) -> None:
    heads = "Month,Country,Exports of oil,Other exports,Imports"
    path = put(tmp_path / "t.csv", heads, "2025-10,US,1,2,3", "2025-11,US,1,2,3")
    mapping = tmp_path / "my.toml"
    trade("table", "inspect", str(path), "--output", str(mapping))
    # Imports alone would be given as if there were no exports.
    assert trade("surplus", "us", "2025-11", "--table", str(mapping)).code == 2


def test_who_bought_is_the_partner_of_who_sold(trade: Trade, tmp_path: Path) -> None:
    heads = "Importers,Exported value in 2025-M10,Exported value in 2025-M11"
    path = put(tmp_path / "t.csv", heads, "World,300,350", "United States of America,90,100", "Japan,2,3")
    mapping = tmp_path / "my.toml"
    assert trade("table", "inspect", str(path), "--output", str(mapping)).code == 0
    ran = trade("exports", "us", "2025-11", "--months", "1", "--table", str(mapping), "--format", "csv")
    assert ran.rows[0]["value"] == "100"


def test_a_column_for_each_partner(trade: Trade, tmp_path: Path) -> None:
    # 100 and 60 with the United States; the total of exports is 100 + 7 + 3, whoever the others are.
    heads = "Month,Flow,United States,Japan,Others,Total,Growth %"
    rows = [
        f"2025-{month},{row}" for month in (10, 11) for row in ("Export,100,7,3,110,1", "Import,60,5,0,65,2")
    ]
    path = put(tmp_path / "t.csv", heads, *rows)
    assert answered(trade, path) == ("100", "60")
    asked = ("exports", "world", "2025-11", "--months", "1", "--table", str(path.with_suffix(".toml")))
    assert trade(*asked, "--format", "csv").rows[0]["value"] == "110"
    # Without the total the others are part of the world all the same.
    alone = put(
        tmp_path / "u.csv",
        heads.replace(",Total", ""),
        *(row.replace(",110", "").replace(",65", "") for row in rows),
    )
    assert answered(trade, alone) == ("100", "60")
    asked = ("exports", "world", "2025-11", "--months", "1", "--table", str(alone.with_suffix(".toml")))
    assert trade(*asked, "--skip-bad", "--format", "csv").rows[0]["value"] == "110"
