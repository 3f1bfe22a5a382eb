"""Periods of own tables as desks of many countries write them, quarters, and marks of what may be revised.

The amounts of each table are few and small, so that every expected figure is a sum worked out by hand.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradecli.own_table.words import is_longer, month_of, quarter_of, year_of

Trade = Callable[..., Ran]
#: 2026-01-05, the day on which every file was written.
WRITTEN = 1_767_614_400
NOVEMBER = (
    *("2025M11", "2025년 11월", "2025 年 11 月", "114年 11月", "令和7年11月", "R7.11", "Tháng 11/2025"),
    *("Kasım 2025", "KASIM 2025", "listopad 2025", "marraskuu 2025", "ноябрь 2025", "ноября 2025", "nov.-25"),
    *("noviembre de 2025", "Novembre 2025", "2025 Nov", "NOV2025", "01NOV2025", "15-NOV-25", "1-Nov-25"),
    *("2025-11p", "2025-11 (p)", "2025-11 (r)", "2025/11*", "202511¹", "2025年11月(速報)", "2568-11"),
)


def put(path: Path, header: str, rows: Sequence[str], encoding: str = "utf-8") -> str:
    path.write_text("\n".join([header, *rows, ""]), encoding=encoding)
    os.utime(path, (WRITTEN, WRITTEN))
    return str(path)


@pytest.mark.parametrize("text", NOVEMBER)
def test_a_month_is_read_as_it_is_written(text: str) -> None:
    assert month_of(text) == date(2025, 11, 1)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        # A mark is no digit: January with a first note, not November.
        ("2025-1¹", date(2025, 1, 1)),
        ("平成31年4月", date(2019, 4, 1)),
        ("令和元年5月", date(2019, 5, 1)),
        ("Ağustos 2025", date(2025, 8, 1)),
        ("lipiec 2025", date(2025, 7, 1)),
        ("Maret 2025", date(2025, 3, 1)),
        # The tenth of Iran's year 1403 is no October of ours; an estimate is no figure.
        ("1403/10", None),
        ("2025-11e", None),
        ("11/25", None),
        ("jui 2025", None),
        ("2025. 1.", date(2025, 1, 1)),
        # As a number October loses its zero.
        ("2025.1", None),
        ("2025年1-11月", None),
        ("Jan-Nov 2025", None),
    ],
)
def test_a_month_is_never_guessed(text: str, month: date | None) -> None:
    assert month_of(text) == month


def test_longer_periods_are_known_as_such() -> None:
    longer = ("2025-Q3", "2025", "2025年1-11月", "Jan-Nov 2025", "enero-noviembre 2025", "2025H1", "YTD 2025")
    assert [text for text in longer if not is_longer(text)] == []
    assert not is_longer("2025-11")
    assert (quarter_of("3Q25"), year_of("2568")) == (date(2025, 9, 1), date(2025, 12, 1))


def test_quarters_and_years_beside_months_are_not_added(trade: Trade, tmp_path: Path) -> None:
    rows = [f"2025-{month:02},US,E,{month}" for month in range(1, 12)]
    rows += [f"2025-Q{quarter},US,E,900" for quarter in (1, 2, 3)] + [
        "2024,US,E,900",
        "Jan-Nov 2025,US,E,900",
    ]
    path = put(tmp_path / "t.csv", "period,partner,flow,value_usd", rows)
    named = ("--columns", "period=period,partner=partner,flow=flow,value=value_usd")
    asked = ("exports", "us", "2025-11", "--months", "1", "--table", path, *named)
    ran = trade(*asked, "--format", "csv")
    # 1 + 2 + ... + 11
    assert [(row["value"], row["ytd"]) for row in ran.rows] == [("11", "66")]
    assert "5 rows are of longer periods" in trade(*asked, "--format", "table", "--notes").err


def test_a_table_of_quarters_is_answered_by_quarter(trade: Trade, tmp_path: Path) -> None:
    cells = [(year, quarter) for year in (2024, 2025) for quarter in (1, 2, 3, 4)][:-1]
    rows = [
        f"{year}Q{quarter},{partner},{flow},{(year - 2023) * quarter * size}"
        for year, quarter in cells
        for partner, flow, size in (("US", "E", 100), ("US", "I", 40), ("JP", "E", 7))
    ]
    path = put(tmp_path / "t.csv", "Quarter,Country,Flow,Value (million US$)", rows)
    found = trade("table", "inspect", path, "--output", str(tmp_path / "my.toml"))
    assert found.code == 0
    table = ("--table", str(tmp_path / "my.toml"), "--format", "csv")
    ran = trade("exports", "us", "--by", "quarter", *table)
    values = [(row["period"], row["value"]) for row in ran.rows]
    assert values[-3:] == [
        ("2025-Q1", "200000000"),
        ("2025-Q2", "400000000"),
        ("2025-Q3", "600000000"),
    ]
    sums = {(row["flow"], row["span"]): row["value"] for row in trade("surplus", "us", *table).rows}
    # (1 + 2 + 3) * 2 * (100 - 40) million
    assert (sums["balance", "year_to_date"], sums["balance", "month"]) == ("720000000", "")
    by_year = trade("exports", "us", "--by", "year", *table).rows
    assert (by_year[0]["period"], by_year[0]["value"]) == ("2024", "1000000000")
    refused = trade("exports", "us", *table)
    assert refused.code == 3
    assert "has no months, but quarters" in refused.err
    assert "--by quarter" in refused.err


@pytest.mark.parametrize(
    "heads", ["Jan-Nov 2024,Jan-Nov 2025", "Q3 2024,Q3 2025", "2024 H1,2025 H1", "2024年1-11月,2025年1-11月"]
)
def test_columns_of_parts_of_years_are_no_years_and_no_months(
    trade: Trade, tmp_path: Path, heads: str
) -> None:
    path = put(tmp_path / "t.csv", f"Country,Flow,{heads}", ["US,Export,5,6", "US,Import,3,4"])
    mapping = tmp_path / "my.toml"
    assert trade("table", "inspect", path, "--output", str(mapping)).code == 0
    text = mapping.read_text(encoding="utf-8")
    ran = trade("exports", "us", "--by", "year", "--table", str(mapping), "--format", "csv")
    assert ran.code == 2 or ("Q3" in heads and not ran.rows), text
    assert trade("exports", "us", "--table", str(mapping)).code != 0


def test_one_month_in_two_editions_is_refused(trade: Trade, tmp_path: Path) -> None:
    rows = ["2025-10p,US,E,5", "2025-10r,US,E,6", "2025-11,US,E,7"]
    path = put(tmp_path / "t.csv", "period,partner,flow,value", rows)
    ran = trade("exports", "us", "2025-11", "--table", path)
    assert ran.code == 5
    assert "'2025-10p' and '2025-10r'" in ran.err


@pytest.mark.parametrize(
    ("cells", "sum_of_both"),
    [
        (("7 p", "5 (r)"), 12),
        (("7*", "5²"), 12),
        (("7", "\u22125"), 2),
        (("7", "c"), 7),
        (("7", "…"), 7),
        (("1,007p", "$5 (1)"), 1012),
    ],
)
def test_marks_at_amounts_change_nothing(
    trade: Trade, tmp_path: Path, cells: tuple[str, str], sum_of_both: int
) -> None:
    rows = [f'2025-11,US,E,"{cell}"' for cell in cells]
    path = put(tmp_path / "t.csv", "period,partner,flow,value", rows)
    ran = trade("exports", "world", "2025-11", "--months", "1", "--table", path, "--format", "csv")
    assert ran.rows[0]["value"] == str(sum_of_both)
