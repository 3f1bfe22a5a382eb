"""The figures of other reporters: as their publishers have them, and as others collected them.

Literal values are the publishers' own, or follow from totals that were known before this program read a
file; the comparison with the collected tables needs the folder of shared files and is skipped without.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.conftest import Ran
from tradecli.data import observations
from tradecli.facts import places
from tradecli.facts.commodities import DISJOINT
from tradecli.schema import KEY

#: The tables of the collection, by the source that has their rows.
COLLECTED = {
    "census_all": "census",
    "census_2026": "census",
    "census_cn_2025": "census",
    "census_hs2": "census",
    "ons": "ons",
    "statcan": "statcan",
    "cimt": "statcan",
    "jpmof": "jpmof",
    "jpmof_months": "jpmof",
    "jpmof_goods": "jpmof",
    "comext": "eurostat",
    "kcs": "kcs",
    "kosis": "kcs",
    "rbi": "rbi",
    "gacc": "gacc",
    "wits": "wits",
}
#: Places of no list of today, rests and parts, and how many rows of each table they are.
LEFT_OUT = ("GZ", "WE", "AN", "SU", "NON-EU")
#: Rows that other rows imply: quarters and years that are the sums of their months.
IMPLIED = {"ons": ("quarter", "year"), "census_all": ("year",), "census_2026": ("year",)}


def collected(shared: Path, name: str) -> pl.DataFrame:
    """The rows of a table that are to be embedded."""
    path = shared / "data" / "world" / f"{name}.parquet"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    rows = pl.read_parquet(path).with_columns(
        pl.col("period", "vintage").str.to_date(), pl.col("partner").replace({"KV": "XK"})
    )
    rows = rows.filter(~pl.col("partner").is_in(LEFT_OUT), ~pl.col("reporter").is_in(LEFT_OUT))
    rows = rows.filter(~pl.col("span").is_in(IMPLIED.get(name, ())))
    if name == "jpmof_goods":  # the labels of the office's list, as codes
        label = pl.col("commodity").str.to_uppercase().str.replace_all("[^A-Z0-9]+", "_")
        return rows.with_columns(commodity=pl.lit("JP_") + label.str.strip_chars("_"))
    if name == "kcs":  # sums that others made: of members, and of chapters to ten million dollars
        return rows.filter(~pl.col("partner").is_in(["EU", "ASEAN"]), pl.col("precision") == 1)
    return rows.filter(pl.col("reporter") != "TW") if name == "wits" else rows


@pytest.mark.parametrize("name", COLLECTED)
def test_every_collected_figure_is_embedded_as_it_stands(shared: Path, name: str) -> None:
    rows, source = collected(shared, name), COLLECTED[name]
    embedded = pl.read_parquet(observations(source))
    joined = rows.join(embedded, on=KEY, how="left", suffix="_embedded")
    assert joined.height == rows.height > 0
    assert joined["value_embedded"].null_count() == 0
    assert (joined["value"] == joined["value_embedded"]).all()
    assert (joined["currency"] == joined["currency_embedded"]).all()
    if name != "rbi":  # whose last digit is finer than collected
        assert (joined["precision"] == joined["precision_embedded"]).all()


def test_nothing_else_is_embedded(shared: Path) -> None:
    for source in ("ons", "statcan", "jpmof", "eurostat", "kcs", "rbi", "gacc", "wits"):
        tables = [collected(shared, name) for name, of in COLLECTED.items() if of == source]
        rows = pl.concat(table.select(KEY) for table in tables).unique()
        assert pl.read_parquet(observations(source)).height == rows.height, source


def test_viet_nam_has_two_sources(shared: Path) -> None:
    rows = collected(shared, "vietnam")
    for source in ("vnnso", "imf"):
        part = rows.filter(source=source).sort("partner", "flow", "period")
        embedded = pl.read_parquet(observations(source)).sort("partner", "flow", "period")
        assert part["value"].to_list() == embedded["value"].to_list()


def total(source: str, first: str, last: str, **words: str) -> int:
    """The sum of the newest months of a series; those of the Census Bureau before its revision of 2026."""
    chosen = {"adjustment": "none", "span": "month", "commodity": "TOTAL"} | words
    rows = pl.read_parquet(observations(source)).filter(**chosen)
    begin, end = (date.fromisoformat(f"{month}-01") for month in (first, last))
    rows = rows.filter(pl.col("period").is_between(begin, end)).sort("vintage")
    if source == "census":
        rows = rows.filter(pl.col("vintage") < date(2026, 1, 1))
    newest = rows.unique("period", keep="last")
    assert newest.height == (end.year - begin.year) * 12 + end.month - begin.month + 1
    return int(newest["value"].sum())


@pytest.mark.parametrize(
    ("source", "words", "year", "billion", "within"),
    [
        # Korea's ministry, 2025-01-01: 683.8 of exports and 632.1 of imports in 2024, to the US 127.8.
        ("kcs", {"partner": "WORLD", "flow": "export"}, 2024, 683.6, 0.5),
        ("kcs", {"partner": "WORLD", "flow": "import"}, 2024, 631.8, 0.5),
        ("kcs", {"partner": "US", "flow": "export"}, 2024, 127.8, 0.1),
        # The Federal Statistical Office, 2025: Germany's exports to the United States in 2024, 161.4.
        ("eurostat", {"reporter": "DE", "partner": "US", "flow": "export"}, 2024, 161.24, 0.2),
        # Japan's ministry, 2025-01-23: exports of 2024 107.09 trillion yen, to the United States 21.29.
        ("jpmof", {"partner": "WORLD", "flow": "export"}, 2024, 107_090, 50),
        ("jpmof", {"partner": "US", "flow": "export"}, 2024, 21_295, 10),
        # China's customs, 2025-01-13: 3,577.2 exports and 2,585.1 imports in 2024.
        ("gacc", {"partner": "WORLD", "flow": "export"}, 2024, 3_577, 10),
        ("gacc", {"partner": "WORLD", "flow": "import"}, 2024, 2_585, 10),
        # The Census Bureau, FT-900 of 2025-02-05, and later: the deficit with Mexico in 2024 was 171.8.
        ("census", {"partner": "MX", "flow": "import"}, 2024, 505.9, 1),
        ("census", {"partner": "MX", "flow": "export"}, 2024, 334.0, 1),
        ("census", {"partner": "CN", "flow": "import"}, 2024, 438.9, 1),
        ("census", {"partner": "VN", "flow": "import"}, 2024, 136.6, 1),
        # Statistics Canada: three quarters of exports go to the United States; 596 billion in 2024.
        ("statcan", {"partner": "US", "flow": "export"}, 2024, 596, 6),
    ],
)
def test_a_year_is_what_its_publisher_said(
    source: str, words: dict[str, str], year: int, billion: float, within: float
) -> None:
    assert total(source, f"{year}-01", f"{year}-12", **words) / 1e9 == pytest.approx(billion, abs=within)


def test_the_unadjusted_partners_of_the_united_kingdom_are_its_total() -> None:
    rows = pl.read_parquet(observations("ons")).filter(adjustment="none")
    parts = rows.filter(pl.col("partner").is_in(list(places.of_level("country"))))
    added = parts.group_by("flow", "period").agg(pl.col("value").sum())
    both = rows.filter(partner="WORLD").join(added, on=["flow", "period"], suffix="_added")
    assert both.height == 2 * 96
    # A million for each country at most: each is rounded to a million.
    assert (both["value"] - both["value_added"]).abs().max() <= 120_000_000


def test_the_adjusted_partners_are_not_its_total() -> None:
    rows = pl.read_parquet(observations("ons")).filter(adjustment="seasonal")
    parts = rows.filter(pl.col("partner").is_in(list(places.of_level("country"))))
    added = parts.group_by("flow", "period").agg(pl.col("value").sum())
    both = rows.filter(partner="WORLD").join(added, on=["flow", "period"], suffix="_added")
    missed = both.select(100 * (pl.col("value_added") / pl.col("value") - 1)).to_series()
    assert -5 < missed.min() < -1  # type: ignore[operator]
    assert 1 < missed.max() < 5  # type: ignore[operator]


def test_chapters_add_up_to_the_total_of_a_country() -> None:
    rows = pl.read_parquet(observations("census")).filter(vintage=date(2025, 10, 18), flow="import")
    chapters = rows.filter(classification="hs").group_by("partner", "period").agg(pl.col("value").sum())
    both = chapters.join(
        rows.filter(classification="total"), on=["partner", "period"], suffix="_total", how="inner"
    )
    assert both.height > 5_000
    assert (both["value"] == both["value_total"]).all()


def test_years_of_many_reporters_are_near_what_comtrade_has(shared: Path) -> None:
    path = shared / "data" / "world" / "comtrade.parquet"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    theirs = pl.read_parquet(path).with_columns(pl.col("period").str.to_date())
    ours = pl.read_parquet(observations("wits")).sort("vintage")
    key = ["reporter", "partner", "flow", "period"]
    both = ours.unique(key, keep="last").join(theirs.unique(key), on=key, suffix="_theirs")
    ratio = both.filter(pl.col("value_theirs") > 10**9).select(pl.col("value") / pl.col("value_theirs"))
    assert ratio.height > 500
    assert ratio.to_series().median() == pytest.approx(1, abs=0.01)
    assert ratio.to_series().is_between(0.9, 1.1).mean() > 0.95  # type: ignore[operator]


def test_nine_of_japans_commodities_add_up_to_the_total() -> None:
    rows = pl.read_parquet(observations("jpmof"))
    nine = rows.filter(pl.col("commodity").is_in(DISJOINT["jp-principal"]))
    added = nine.group_by("partner", "flow", "span", "period").agg(pl.col("value").sum(), pl.len().alias("n"))
    total = rows.filter(vintage=date(2026, 4, 28), commodity="TOTAL")
    total = total.vstack(rows.filter(commodity="TOTAL", span="year")).sort("vintage")
    newest = total.unique(["partner", "flow", "span", "period"], keep="last")
    both = newest.join(added, on=["partner", "flow", "span", "period"], suffix="_added")
    assert both.height > 1_700
    assert (both["value"] == both["value_added"]).all()


def test_the_goods_of_japan_move_its_total(trade: Callable[..., Ran]) -> None:
    asked = ("--reporter", "JP", "--partner", "US")
    moved = trade("drivers", *asked, "--through", "2025", "--format", "csv").rows
    parts = [row for row in moved if row["role"] == "part"]
    assert len(parts) == 9
    [total] = (row for row in moved if row["role"] == "total")
    assert sum(int(row["value"]) for row in parts) == int(total["value"])
    # Months were asked for: the years come with a word on it.
    monthly = trade("exports", *asked, "--commodity", "JP_CAR", "--format", "csv")
    assert {row["span"] for row in monthly.rows} == {"year"}
    assert "has these goods of Japan by year alone, the newest 2025" in monthly.err
