"""The publishers' own files, read by the same parsers, give the figures that others read from them.

The files are not part of the project; without them these tests are skipped.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.sources.replies import with_file
from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.schema import check
from tradecli.sources import SOURCES, sheet
from tradecli.sources.reading import File, Parsed, Snapshot

MOF, CENSUS = SOURCES["mof"], SOURCES["census"]
RELEASE = "samples/mof_release_2025-08"
Figures = Callable[..., list[dict[str, str]]]
COLUMNS = (
    "partner", "flow", "commodity", "classification", "adjustment", "span", "period", "value", "precision",
)  # fmt: skip


def genuine(shared: Path, path: str, name: str, vintage: str, *, excerpt: bool = False) -> Snapshot:
    day = date.fromisoformat(vintage)
    file = File(name, (shared / path).read_bytes(), excerpt)
    return Snapshot(file, "genuine", day, "published", day)


def rows(observations: pl.DataFrame) -> set[tuple[str, ...]]:
    return {tuple(map(str, row)) for row in observations.select(COLUMNS).rows()}


def expected(figures: Iterable[dict[str, str]]) -> set[tuple[str, ...]]:
    return {tuple(figure[column] for column in COLUMNS) for figure in figures}


def test_the_whole_import_file_of_june_2023_in_big5(shared: Path, figures: Figures) -> None:
    snapshot = genuine(shared, "samples/mof_u2010im_2023-06.utf8.csv", "u2010im.csv", "2023-06-07")
    big5 = snapshot.file.content.decode("utf-8").encode("cp950")
    found = MOF.parse(with_file(snapshot, content=big5))
    assert found.notices == ()
    observations = check(found.observations)
    held = observations.filter(pl.col("span") != "year_to_date")
    assert held.height == 58_782
    assert rows(held) == expected(figures("mof", vintage="2023-06-07", vintage_basis="inferred"))
    cumulative = observations.filter(span="year_to_date")
    assert cumulative["period"].unique().to_list() == [date(2023, 5, 1)]
    assert cumulative.filter(partner="WORLD")["value"].to_list() == [149_309_954_000]


def test_nine_tables_of_the_release_of_august_2025(shared: Path, figures: Figures) -> None:
    found: set[tuple[str, ...]] = set()
    count = 0
    for number in (1, 2, 4, 8, 9, 10, 11, 12, 13):
        path = f"{RELEASE}/table{number:02d}.xlsx"
        parsed: Parsed = MOF.parse(genuine(shared, path, Path(path).name, "2025-09-09"))
        assert parsed.notices == ()
        count += check(parsed.observations).height
        found |= rows(parsed.observations)
    assert count == len(found) == 1_922
    assert found == expected(figures("mof", vintage="2025-09-09"))


@pytest.mark.parametrize("number", [3, 5, 6, 7, 14, 15, 16])
def test_seven_tables_are_declined(shared: Path, number: int) -> None:
    path = f"{RELEASE}/table{number:02d}.xlsx"
    with pytest.raises(NoData, match=f"table {number} "):
        MOF.parse(genuine(shared, path, Path(path).name, "2025-09-09"))


@pytest.mark.slow
def test_the_whole_country_file_of_march_2023(shared: Path, figures: Figures) -> None:
    parsed = CENSUS.parse(
        genuine(shared, "samples/census_country_2023-03.xlsx", "country.xlsx", "2023-03-08")
    )
    assert parsed.notices == ()
    observations = check(parsed.observations)
    wanted = figures("census", vintage="2023-03-08")
    partners = {figure["partner"] for figure in wanted}
    held = observations.filter(pl.col("partner").is_in(partners) & (pl.col("span") != "year_to_date"))
    assert held.height == 13_626
    assert rows(held) == expected(wanted)
    assert observations["partner"].n_unique() > 200
    assert observations["period"].max() == date(2023, 1, 1)


def test_a_cut_of_exports_to_the_us_by_section(shared: Path, figures: Figures) -> None:
    path, name = "samples/mof_njswww_exports_to_US_by_goods_truncated.csv", "對美國出口－按主要貨品分.csv"
    found = MOF.parse(genuine(shared, path, name, "2024-12-09", excerpt=True)).observations
    assert found.height == 7 * 20
    assert rows(found) <= expected(figures("mof", vintage="2024-12-09", vintage_basis="inferred"))


def test_a_cut_of_trade_by_use(shared: Path, figures: Figures) -> None:
    path = "samples/mof_njswww_i8102_truncated.csv"
    found = MOF.parse(genuine(shared, path, "i8102.csv", "2026-10-08", excerpt=True)).observations
    months = rows(found.filter(span="month"))
    assert len(months) == 3 * 4
    assert months <= expected(figures("mof", vintage="2026-09-09", classification="mof-use"))


def test_a_cut_of_exports_by_group(shared: Path, figures: Figures) -> None:
    path = "samples/mof_njswww_i8121.PARTLY_CONSTRUCTED.csv"
    found = MOF.parse(genuine(shared, path, "i8121.csv", "2025-07-08", excerpt=True)).observations
    assert rows(found.filter(span="year")) <= expected(figures("mof", vintage="2025-09-09"))
    assert rows(found.filter(span="month")) <= expected(figures("mof", vintage="2025-07-08"))
    assert found.height == 4


def test_a_cut_of_exports_by_partner_in_big5(shared: Path, figures: Figures) -> None:
    path = "samples/mof_u2010ex_truncated.big5.csv"
    found = MOF.parse(genuine(shared, path, "u2010ex.csv", "2026-10-08", excerpt=True)).observations
    months = rows(found.filter(span="month"))
    assert len(months) == 3 * 4
    assert months <= expected(figures("mof", vintage="2026-10-08", flow="export"))


def test_places_agree_with_the_lists_of_codes(shared: Path) -> None:
    with (shared / "codes.csv").open(encoding="utf-8", newline="") as table:
        listed = {row["iso2"] or "WORLD": row for row in csv.DictReader(table)}
    with (shared / "codes_extra.csv").open(encoding="utf-8", newline="") as table:
        legacy = {row["iso2"] or "WORLD": row["imf_legacy_ifs_code"] for row in csv.DictReader(table)}
    assert len(listed) == len(legacy) == 73
    for code, row in listed.items():
        place = places.place(code)
        assert place.iso3 == row["iso3"]
        assert place.comtrade_code[0] == row["comtrade_code"]
        assert place.ifs_code == (legacy[code],)
        assert code == "WORLD" or place.census_code == (row["census_code"],)
        assert row["mof_code_if_known"].startswith("(") or places.by_label(row["mof_code_if_known"]) is place


def test_every_partner_of_the_ministry_is_known_by_its_label(shared: Path) -> None:
    with (shared / "mof_partners.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 206
    for row in rows:
        assert places.by_label(row["mof_name_zh"]) is places.place(row["code"])
        assert all(places.find(alias).code == row["code"] for alias in row["aliases"].split())


def test_census_codes_agree_with_the_names_in_the_country_file(shared: Path) -> None:
    content = (shared / "samples/census_country_2023-03.xlsx").read_bytes()
    names = {row[1]: row[2] for row in sheet.rows(content, name="country.xlsx")[1:]}
    known = {code: place for code in names if (place := places.by_census_code(code))}
    assert len(known) == 234
    differ = {names[code] for code, place in known.items() if names[code] not in place.names}
    assert differ == {"World, Not Seasonally Adjusted"}
