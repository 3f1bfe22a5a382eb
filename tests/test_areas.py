"""Areas as sums of their members: whose, in which months, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

import tradecli
from tests.conftest import Ran
from tradecli import vintages
from tradecli.errors import NoData
from tradecli.published import EMBEDDED

COLUMNS = "period=month,partner=ctry,flow=ie,value=usd"
Trade = Callable[..., Ran]
Cells = list[tuple[str, date, int, int, bool]]


def months(*numbers: int) -> list[date]:
    return [date(2025, number, 1) for number in numbers]


def figures(rows: list[tuple[str, int, int, int]]) -> pl.DataFrame:
    """Figures of partner, last month of 2025, length and value; all of one vintage."""
    return pl.DataFrame(
        [
            {
                "partner": partner, "flow": "export", "period": date(2025, month, 1), "months": length,
                "value": value, "precision": 1, "units": 1, "stamp": 60_000, "oldest": 20_000,
                "known_by": date(2026, 1, 1), "members": False, "origin": partner,
            }
            for partner, month, length, value in rows
        ],
        schema_overrides={"months": pl.Int32},
    )  # fmt: skip


def summed(rows: list[tuple[str, int, int, int]], absent: str = "") -> dict[tuple[int, int], int]:
    """The sums of an area of A, always, B to September, C from October."""
    terms = [
        ("A", date.min, date.max),
        ("B", date.min, date(2025, 9, 1)),
        ("C", date(2025, 10, 1), date.max),
    ]
    found = vintages.with_members(
        figures(rows), area="X", terms=terms, by=["partner", "flow"], absent=absent
    ).sort("period", "months")
    return {(row["period"].month, row["months"]): row["value"] for row in found.iter_rows(named=True)}


EVERYONE = [
    (partner, month, 1, value)
    for month in (8, 9, 10, 11)
    for partner, value in (("A", 1), ("B", 10), ("C", 100))
]


def test_a_month_is_the_sum_of_its_own_members() -> None:
    assert summed(EVERYONE) == {(8, 1): 11, (9, 1): 11, (10, 1): 101, (11, 1): 101}


def test_a_published_window_in_which_somebody_joined_has_no_sum() -> None:
    quarters = [(partner, month, 3, 5) for partner in "ABC" for month in (9, 12)]
    half = [(partner, 11, 3, 5) for partner in "ABC"]
    assert summed([*quarters, *half]) == {(9, 3): 10, (12, 3): 10}


@pytest.mark.parametrize(
    ("absent", "expected"),
    [("", {(8, 1): 11}), ("series", {(8, 1): 11}), ("months", {(8, 1): 11, (9, 1): 1})],
)
def test_a_member_without_a_month_is_no_zero_but_in_a_complete_table(
    absent: str, expected: dict[tuple[int, int], int]
) -> None:
    assert summed([("A", 8, 1, 1), ("B", 8, 1, 10), ("A", 9, 1, 1)], absent) == expected


def test_a_member_that_own_records_never_name_has_no_trade() -> None:
    rows = [("A", 8, 1, 1), ("A", 10, 1, 1)]
    assert summed(rows) == {}
    assert summed(rows, "series") == {(8, 1): 1, (10, 1): 1}


def test_sums_go_on_after_the_last_figure_of_the_publisher() -> None:
    assert summed([*EVERYONE, ("X", 9, 1, 7), ("X", 10, 1, 8)]) == {(9, 1): 7, (10, 1): 8, (11, 1): 101}
    # A sum of a longer window would hold months that the publisher has.
    quarter = [(partner, 12, 3, 5) for partner in "AC"]
    assert summed([*quarter, ("X", 10, 1, 8)]) == {(10, 1): 8}


def test_a_union_whose_members_only_its_publisher_knows_is_as_published(trade: Trade) -> None:
    # country.xlsx of 2025-10-18 leaves the United Kingdom out from 2018 on: 451.72 of imports in 2019, and
    # 268.19 of exports; with it they were 515.00 and 337.27.
    rows = trade("surplus", "--reporter", "US", "--partner", "EU", "--by", "year", "--from", "2019").rows
    found = {row["flow"]: int(row["value"]) for row in rows if row["period"] == "2019"}
    assert found == {
        "export": 268_193_231_344,
        "import": 451_724_065_570,
        "balance": 268_193_231_344 - 451_724_065_570,
    }


def census(members: str, year: int) -> dict[str, int]:
    """The newest sums of a year of the United States' trade with some partners, added up by DuckDB."""
    found = duckdb.sql(
        f"""
        SELECT flow, sum(value) FROM (
            SELECT flow, value, row_number() OVER (
                PARTITION BY partner, flow, period ORDER BY vintage DESC) AS age
            FROM '{EMBEDDED / "census.parquet"}'
            WHERE partner IN ({members}) AND span = 'month' AND commodity = 'TOTAL' AND adjustment = 'none'
                AND year(period) = {year} AND flow <> 'balance')
        WHERE age = 1 GROUP BY flow"""
    ).fetchall()
    return dict(found)


UNION = (
    "'AT','BE','BG','CY','CZ','DE','DK','EE','ES','FI','FR','GR','HR','HU','IE','IT','LT','LU','LV','MT',"
    "'NL','PL','PT','RO','SE','SI','SK'"
)


def flows(partner: str, through: str, column: str = "value", reporter: str = "US") -> dict[str, Any]:
    rows = tradecli.surplus(partner, reporter=reporter, through=through).df
    year = rows.filter((pl.col("span") == "year_to_date") & (pl.col("flow") != "balance"))
    return dict(year.select("flow", column).iter_rows())


def test_a_union_of_27_is_the_same_27_in_every_year() -> None:
    assert flows("EU27", "2019") == census(UNION, 2019)
    assert flows("EU27", "2019", "base_value") == census(UNION, 2018)
    assert flows("EU28", "2019") == census(UNION + ",'GB'", 2019)


def test_a_union_is_compared_with_a_union_of_the_same_members() -> None:
    # The file counts 28 in 2017 and 27 in 2018; exports of 2017 without the United Kingdom: 227.03 billion.
    found, before = flows("EU", "2018"), census(UNION, 2017)
    for flow, rate in flows("EU", "2018", "yoy").items():
        assert rate == pytest.approx(100 * (found[flow] / before[flow] - 1), abs=0.01)
    assert flows("EU", "2018", "base_value") == before


def test_a_published_area_whose_members_were_revised_since_keeps_its_members() -> None:
    # The Bureau's ASEAN of 2025-10-18 holds ten; figures of some of them were revised in 2026.
    answer = tradecli.surplus("ASEAN", "2024", reporter="US")
    assert not any("Timor-Leste" in note.text for note in answer.notes)
    rows = answer.df.filter((pl.col("span") == "year_to_date") & (pl.col("flow") != "balance"))
    path = EMBEDDED / "census.parquet"
    for flow, value, base in rows.select("flow", "value", "base_value").iter_rows():
        published = duckdb.sql(
            f"SELECT year(period), sum(value) FROM '{path}' WHERE partner = 'ASEAN' AND commodity = 'TOTAL' "
            f"AND flow = '{flow}' AND "
            "vintage = DATE '2025-10-18' AND year(period) IN (2023, 2024) GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        assert [amount for _, amount in published] == [base, value]


def test_where_members_are_not_held_nothing_is_compared_across_a_change(trade: Trade) -> None:
    # Japan's office publishes the Union as a whole; from February 2020 it is another one.
    asked = ("surplus", "--reporter", "JP", "--partner", "EU", "--by", "year", "--from", "2018")
    rows = trade(*asked, "--through", "2022", "--format", "csv").rows
    exports = {row["period"]: row for row in rows if row["flow"] == "export"}
    assert {year for year, row in exports.items() if not row["yoy"]} == {"2020", "2021"}
    assert {exports[year]["yoy_note"] for year in ("2020", "2021")} == {"members_changed"}
    assert all(row["value"] for row in exports.values())
    assert not exports["2022"]["record"]  # too few earlier years of the same members


def test_a_euro_area_counts_its_members_of_the_month() -> None:
    # Croatia from January 2023, Bulgaria from January 2026.
    euro = "'AT','BE','CY','DE','EE','ES','FI','FR','GR','IE','IT','LT','LU','LV','MT','NL','PT','SI','SK'"
    assert flows("EA", "2022") == flows("EA19", "2022") == census(euro, 2022)
    assert flows("EA", "2023") == flows("EA20", "2023") == census(euro + ",'HR'", 2023)
    assert flows("EA", "2023", "base_value") == census(euro + ",'HR'", 2022)
    assert flows("EA21", "2023") == census(euro + ",'HR','BG'", 2023)


@pytest.mark.parametrize(
    ("reporter", "through", "as_of", "month"),
    [
        # country.xlsx of 2025-10-18: 283.29 of exports to 28 members in 2017, 251.99 to 27 in 2018; that of
        # 2023-03-08 has 27.00 in December 2019 (28 members) and 21.54 in January 2020 (27).
        ("US", "2018", None, "December 2017"),
        ("US", "2020", "2023-06-01", "December 2019"),
        # Japan's office has 8,955 in 2019, 1,513 of it the United Kingdom's, and 6,460 in 2020.
        ("JP", "2020", None, "January 2020"),
        ("US", "2020", None, ""),
        ("JP", "2022", None, ""),
    ],
)
def test_a_published_union_says_until_when_it_counts_who_left(
    reporter: str, through: str, as_of: str | None, month: str
) -> None:
    answer = tradecli.surplus("EU", reporter=reporter, through=through, as_of=as_of)
    told = [note.text for note in answer.notes if note.key == "members_published"]
    assert len(told) == bool(month)
    assert all(f"the United Kingdom counted to {month}" in text for text in told)


@pytest.fixture(name="table")
def _table(tmp_path: Path) -> Path:
    """Exports of 0.2 and imports of 0.1 billion a month with seven countries, 23 months long."""
    lines = [
        f"{year}-{month:02},{country},{flow},{value}"
        for year, last in ((2024, 12), (2025, 11))
        for month in range(1, last + 1)
        for country in ("SG", "VN", "TL", "DE", "FR", "GB", "CN")
        for flow, value in (("E", 200_000_000), ("I", 100_000_000))
    ]
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["month,ctry,ie,usd", *lines]) + "\n")
    return path


def own(trade: Trade, table: Path, partner: str, *words: str) -> Ran:
    asked = ("surplus", "--partner", partner, "--through", "2025-11", "--table", str(table))
    return trade(*asked, "--columns", COLUMNS, *words)


def test_an_area_of_own_records_is_the_sum_of_the_members_in_them(trade: Trade, table: Path) -> None:
    def balance(partner: str) -> str:
        rows = own(trade, table, partner, "--format", "csv").rows
        return next(row["value"] for row in rows if (row["flow"], row["span"]) == ("balance", "year_to_date"))

    # Eleven months of Germany and France, with the United Kingdom, of Singapore, Vietnam and Timor-Leste.
    assert balance("EU") == balance("EU27") == "2200000000"
    assert balance("EU28") == "3300000000"
    assert balance("ASEAN") == "3300000000"


def test_what_an_area_of_own_records_holds_is_said(trade: Trade, table: Path) -> None:
    said = own(trade, table, "ASEAN", "--format", "table", "--notes")
    text = " ".join((said.out + said.err).split())
    assert "ASEAN: the sum of Singapore, Vietnam, Timor-Leste, the members in the table; no rows of" in text
    assert "Timor-Leste counted from October 2025 on" in text
    assert "all that it is compared with or ranked among, counts the members of its last month" in text
    assert (
        "Balance, January-November 2025: US$ 2.20 billion with the members of January 2024 throughout, "
        "US$ 3.30 billion with those of November 2025" in text
    )
    chinese = own(trade, table, "ASEAN", "--format", "table", "--lang", "zh", "--notes")
    text = "".join((chinese.out + chinese.err).split())
    assert "東帝汶自2025年10月起計入" in text
    assert "均以其最後月份之成員計算" in text
    assert "全期以2024年1月之成員計為22.00億美元，以2025年11月之成員計為33.00億美元" in text


def test_nobody_who_joined_makes_an_area_of_own_records_grow(trade: Trade, table: Path) -> None:
    rows = own(trade, table, "ASEAN", "--format", "csv").rows
    assert {float(row["yoy"]) for row in rows} == {0.0}
    # A month counts its own members, and is compared with the same ones: 0.4 of two, 0.6 of three.
    series = trade(
        *("exports", "--partner", "ASEAN", "--through", "2025-11", "--months", "3", "--table", str(table)),
        *("--columns", COLUMNS, "--format", "csv"),
    ).rows
    assert [int(row["value"]) for row in series] == [400_000_000, 600_000_000, 600_000_000]
    assert {(row["mom"], row["yoy"], row["ytd_yoy"]) for row in series} == {("0.0", "0.0", "0.0")}
    assert [int(row["ytd"]) for row in series] == [3_600_000_000, 6_000_000_000, 6_600_000_000]
    ranked = trade(
        *("partners", "--by", "region", "--through", "2025-11", "--table", str(table), "--reporter", "JP"),
        *("--columns", COLUMNS, "--format", "csv"),
    ).rows
    assert {row["partner"]: row["yoy"] for row in ranked if row["role"] == "area"} in (
        {"EU": "0.0"},  # an area that lacks members is left out beside countries
        {},
    )


def test_an_area_without_a_member_in_the_table_is_refused(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("month,ctry,ie,usd\n2025-10,US,E,5\n2025-11,US,E,5\n2025-11,US,I,5\n")
    assert own(trade, path, "ASEAN").code == 3


def test_an_area_of_a_complete_table_counts_months_without_rows_as_none(trade: Trade) -> None:
    rows = trade("surplus", "--reporter", "GB", "--partner", "ASEAN", "--through", "2025-12").rows
    found = {row["flow"]: int(row["value"]) for row in rows if row["span"] == "year_to_date"}
    path = EMBEDDED / "ons.parquet"
    added = duckdb.sql(
        f"SELECT flow, sum(value) FROM '{path}' WHERE adjustment = 'none' AND span = 'month' AND "
        "partner IN ('BN', 'KH', 'ID', 'LA', 'MY', 'MM', 'PH', 'SG', 'TH', 'VN') AND "
        "period BETWEEN DATE '2025-01-01' AND DATE '2025-12-01' GROUP BY flow"
    ).fetchall()
    assert {flow: found[flow] for flow, _ in added} == dict(added)


def test_an_area_of_which_a_member_is_not_held_is_not_summed() -> None:
    # Of Brunei, Laos and Myanmar the figures end with 2024.
    with pytest.raises(NoData, match="2024-12"):
        tradecli.surplus("ASEAN", "2026-06", reporter="US")


def test_taiwans_own_office_alone_says_what_its_asean_is(trade: Trade) -> None:
    for row in trade("surplus", "--partner", "ASEAN", "--through", "2025-12", "--format", "csv").rows:
        assert row["value_note"] or row["basis"] in {"published", "difference"}
