"""The Census Bureau's file of trade by country."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tradecli.errors import InvalidData
from tradecli.sources import SOURCES, census_country
from tradecli.sources.census_country import HEADER
from tradecli.sources.reading import Figure, Snapshot

CENSUS = SOURCES["census"]
ZEROS = ["0"] * 10


def row(year: str, code: str, name: str, imports: list[str], exports: list[str]) -> list[str]:
    return [year, code, name, *imports, *exports]


def small() -> list[list[str]]:
    """A full year, to 0.1 million dollars, and a running one to the dollar, in which China bought nothing."""
    old = [f"{month}.5" for month in range(1, 13)]
    sold = ["5.5", "6", *ZEROS, "11.5"]
    world = ["7169.669882", "3", *ZEROS, "7172.669882"]
    return [
        list(HEADER),
        row("2002", "0015", "World, Not Seasonally Adjusted", [*old, "84"], [*old, "84"]),
        row("2003", "0015", "World, Not Seasonally Adjusted", world, sold),
        row("2002", "5700", "China", [*old, "84"], [*old, "84"]),
        row("2003", "5700", "China", ["1", "2", *ZEROS, "3"], ["0", "0", *ZEROS, "0"]),
        row("2003", "1220", "Canada", ["7168.669882", "1", *ZEROS, "7169.669882"], sold),
        row("2003", "0003", "European Union", ["1", "2", *ZEROS, "3"], ["1", "2", *ZEROS, "3"]),
        row("2003", "0016", "Asia", ["1", "2", *ZEROS, "3"], ["1", "2", *ZEROS, "3"]),
        row("2002", "4610", "USSR", [*old, "84"], [*old, "84"]),
        row("2002", "0012", "Europe", ["1.234567", *old[1:], "84"], [*old, "84"]),
    ]  # fmt: skip


def read(rows: list[list[str]], snapshot: Callable[..., Snapshot], *, excerpt: bool = False) -> list[Figure]:
    return census_country.read(snapshot("country.xlsx", excerpt=excerpt).file, rows).figures


def keyed(figures: list[Figure]) -> dict[tuple[str, str, str, str], int]:
    return {(f.partner, f.flow, f.span, f"{f.period:%Y-%m}"): f.value for f in figures}


def test_millions_become_dollars_to_the_last_one(snapshot: Callable[..., Snapshot]) -> None:
    found = keyed(read(small(), snapshot))
    assert found["WORLD", "import", "month", "2003-01"] == 7_169_669_882
    assert found["WORLD", "export", "month", "2002-12"] == 12_500_000
    assert found["CN", "import", "year", "2002-12"] == 84_000_000
    assert found["EU", "import", "month", "2003-02"] == 2_000_000
    assert {partner for partner, *_ in found} == {"WORLD", "CN", "CA", "EU"}


def test_months_not_published_make_no_rows_and_real_zeros_do(snapshot: Callable[..., Snapshot]) -> None:
    found = keyed(read(small(), snapshot))
    assert found["CN", "export", "month", "2003-02"] == 0
    assert not [key for key in found if key[3] > "2003-02"]


def test_the_total_of_the_running_year_is_to_date(snapshot: Callable[..., Snapshot]) -> None:
    found = keyed(read(small(), snapshot))
    assert found["WORLD", "export", "year_to_date", "2003-02"] == 11_500_000
    assert ("WORLD", "export", "year", "2003-12") not in found


def test_the_last_digit_is_found_year_by_year(snapshot: Callable[..., Snapshot]) -> None:
    found = {(f.period.year, f.precision) for f in read(small(), snapshot)}
    assert found == {(2002, 100_000), (2003, 1)}


def test_groups_and_countries_of_the_past_are_left_out_and_unknown_ones_noticed(
    snapshot: Callable[..., Snapshot],
) -> None:
    rows = [*small(), row("2003", "9999", "Atlantis", ["0"] * 13, ["0"] * 13)]
    found = census_country.read(snapshot("country.xlsx").file, rows)
    assert found.notices == ("country.xlsx: country 9999 Atlantis is not known and is left out",)
    assert census_country.read(snapshot("country.xlsx").file, small()).notices == ()


def damaged(line: int, column: str, text: str) -> list[list[str]]:
    rows = small()
    rows[line][HEADER.index(column)] = text
    return rows


@pytest.mark.parametrize(
    ("line", "column", "text", "message"),
    [
        (0, "IJAN", "JAN", "header 'JAN'; expected 'IJAN'"),
        (0, "EYR", "ETOT", "header 'ETOT'; expected 'EYR'"),
        (1, "year", "02", "year '02'"),
        (1, "CTY_CODE", "15", "CTY_CODE '15'"),
        (4, "year", "2002", "China 2002 is duplicated"),
        (3, "IMAR", "", "China 2002, column IMAR: the cell is empty"),
        (3, "IMAR", "3,000", "China 2002, column IMAR: '3,000' is not a number"),
        (3, "IMAR", "(5)", "is not a number"),
        (2, "CTY_CODE", "0014", "no row of the world"),
    ],
)
def test_damage_is_refused(
    snapshot: Callable[..., Snapshot], line: int, column: str, text: str, message: str
) -> None:
    with pytest.raises(InvalidData, match=message):
        read(damaged(line, column, text), snapshot)


def test_a_month_that_is_zero_everywhere_is_missing_in_an_earlier_year(
    snapshot: Callable[..., Snapshot],
) -> None:
    rows = small()
    for cells in rows[1:]:
        if cells[0] == "2002":
            cells[HEADER.index("EJUN")] = "0"
    with pytest.raises(InvalidData, match="no figures in EJUN of 2002; expected a full month"):
        read(rows, snapshot)


def test_a_gap_before_the_newest_month_is_refused(snapshot: Callable[..., Snapshot]) -> None:
    rows = small()
    rows[2][HEADER.index("IAPR")] = rows[2][HEADER.index("EAPR")] = "5"
    with pytest.raises(InvalidData, match="no figures in IMAR of 2003"):
        read(rows, snapshot)


def test_imports_and_exports_end_together(snapshot: Callable[..., Snapshot]) -> None:
    rows = small()
    rows[2][HEADER.index("IMAR")] = "5"
    with pytest.raises(InvalidData, match="imports and exports of 2003 end in different months"):
        read(rows, snapshot)


def test_a_column_too_many_is_refused(snapshot: Callable[..., Snapshot]) -> None:
    with pytest.raises(InvalidData, match="header 'of 30 columns'; expected '29 columns'"):
        read([[*cells, "0"] for cells in small()], snapshot)


def test_figures_of_the_file_of_march_2023(fixture: Callable[[str], Snapshot]) -> None:
    rows = CENSUS.parse(fixture("census/2023-03-08/country.xlsx")).observations
    keys = rows.select("partner", "flow", "span", "period", "value", "precision").rows()
    found = {tuple(key): (value, precision) for *key, value, precision in keys}
    assert found["TW", "import", "month", date(2022, 1, 1)] == (7_169_669_882, 1)
    assert found["CN", "import", "month", date(1985, 1, 1)] == (293_100_000, 100_000)
    assert found["CN", "export", "year", date(2022, 12, 1)] == (153_837_091_085, 1)
    assert found["WORLD", "import", "year", date(2022, 12, 1)] == (3_246_303_852_207, 1)
    assert found["WORLD", "export", "month", date(2023, 1, 1)] == (165_486_168_536, 1)
    assert found["VN", "import", "month", date(1992, 1, 1)][0] == 0


def test_an_excerpt_has_years_without_months(fixture: Callable[[str], Snapshot]) -> None:
    rows = CENSUS.parse(fixture("census/2026-06-17/country.xlsx")).observations
    years = rows.filter(span="year", partner="TW", flow="import")
    assert years["period"].dt.year().to_list() == [2022, 2023, 2024, 2025]
    assert rows["precision"].unique().to_list() == [100_000]
    assert rows.filter(span="year_to_date").is_empty()


def test_countries_that_are_not_the_world_are_refused(snapshot: Callable[..., Snapshot]) -> None:
    rows = damaged(5, "IJAN", "6168.669882")
    rows[5][HEADER.index("IYR")] = "6169.669882"
    with pytest.raises(
        InvalidData, match="column IJAN of 2003: the countries add up to 6,169,669,882 dollars"
    ):
        read(rows, snapshot)


def test_a_year_that_is_missing_is_refused(snapshot: Callable[..., Snapshot]) -> None:
    rows = [["2001" if cell == "2002" else cell for cell in row] for row in small()]
    with pytest.raises(InvalidData, match="no rows of 2002"):
        read(rows, snapshot)
