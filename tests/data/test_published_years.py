"""Years as their publishers announced them, in round numbers, and parts against their totals.

Of the Office for National Statistics and Statistics Canada no announced year could be had on the basis of
the figures here (both announce the balance of payments); their countries against their totals are below.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import polars as pl
import pytest

from tradecli.facts import places
from tradecli.periods import shift
from tradecli.published import EMBEDDED

#: Source, reporter, partner, first month, exports and imports in billions, and how far revisions go.
YEARS = [
    # Trade Statistics of Japan, fixed annual values, in yen.
    *[
        ("jpmof", "JP", "WORLD", f"{year}-01", exports, imports, 1.0)
        for year, exports, imports in [
            (2018, 81_479, 82_703), (2019, 76_932, 78_600), (2020, 68_399, 68_011), (2021, 83_091, 84_875),
            (2022, 98_174, 118_503),
        ]
    ],
    # Korea Customs Service, annual results.
    ("kcs", "KR", "WORLD", "2022-01", 683.58, 731.37, 0.02),
    ("kcs", "KR", "WORLD", "2023-01", 632.23, 642.57, 0.02),
    ("kcs", "KR", "WORLD", "2024-01", 683.61, 631.77, 0.2),
    ("kcs", "KR", "US", "2022-01", 109.77, 81.78, 0.02),
    ("kcs", "KR", "US", "2023-01", 115.70, 71.27, 0.02),
    ("kcs", "KR", "CN", "2022-01", 155.79, 154.58, 0.02),
    # General Administration of Customs, as announced each January; later revised by up to half a percent.
    *[
        ("gacc", "CN", "WORLD", f"{year}-01", exports, imports, 0.005 * exports)
        for year, exports, imports in [
            (2009, 1_201.7, 1_005.6), (2010, 1_577.9, 1_394.8), (2012, 2_048.9, 1_817.8),
            (2013, 2_210.0, 1_950.3), (2014, 2_342.7, 1_960.3), (2020, 2_590.6, 2_055.8),
            (2023, 3_380.0, 2_556.8),
        ]
    ],
    # India's fiscal years, April to March: Directorate General of Commercial Intelligence and Statistics.
    ("rbi", "IN", "WORLD", "2008-04", 185.30, 303.70, 0.1),
    ("rbi", "IN", "WORLD", "2013-04", 314.41, 450.20, 0.1),
    ("rbi", "IN", "WORLD", "2018-04", 330.08, 514.08, 0.1),
    ("rbi", "IN", "WORLD", "2020-04", 291.81, 394.44, 0.1),
    ("rbi", "IN", "WORLD", "2021-04", 422.00, 613.05, 0.1),
    ("rbi", "IN", "WORLD", "2022-04", 451.07, 715.97, 0.1),
    # Viet Nam's customs: exports by market.
    *[("vnnso", "VN", "US", f"{year}-01", value, None, 0.1) for year, value in [
        (2021, 96.29), (2022, 109.39), (2023, 97.02), (2024, 119.5),
    ]],
    *[("vnnso", "VN", "CN", f"{year}-01", value, None, 0.3) for year, value in [
        (2021, 55.95), (2022, 57.70), (2023, 61.21), (2024, 61.2),
    ]],
    # The same customs of the trade with the United States, which the Fund repeats.
    ("imf", "VN", "US", "2015-01", 33.48, 7.79, 0.1),
    ("imf", "VN", "US", "2018-01", 47.53, 12.75, 0.1),
    ("imf", "VN", "US", "2019-01", 61.35, 14.37, 0.1),
    ("imf", "VN", "US", "2022-01", 109.39, 14.47, 0.3),
    # The Federal Statistical Office: Germany's exports to two countries; by the national definition.
    *[("eurostat", "DE", "US", f"{year}-01", value, None, 1.3) for year, value in [
        (2018, 113.3), (2019, 118.7), (2020, 103.8), (2021, 122.0), (2022, 156.1), (2023, 157.9),
    ]],
    *[("eurostat", "DE", "CN", f"{year}-01", value, None, 1.0) for year, value in [
        (2018, 93.1), (2019, 96.0), (2020, 95.9), (2021, 103.7), (2022, 106.8), (2023, 97.3),
    ]],
    # World Integrated Trade Solution, country profiles.
    ("wits", "US", "WORLD", "2018-01", 1_665.3, 2_611.4, 0.1),
    ("wits", "US", "WORLD", "2019-01", 1_644.3, 2_567.5, 0.1),
    ("wits", "US", "WORLD", "2021-01", 1_753.1, 2_933.0, 0.1),
    ("wits", "CN", "WORLD", "2021-01", 3_362.3, 2_684.4, 0.1),
    ("wits", "IN", "WORLD", "2018-01", 322.3, 617.9, 0.1),
]  # fmt: skip


@cache
def newest(source: str) -> pl.DataFrame:
    """The newest figure of every month, and of every year of a source with years alone."""
    rows = pl.read_parquet(EMBEDDED / f"{source}.parquet").filter(
        adjustment="none", commodity="TOTAL", span="year" if source == "wits" else "month"
    )
    return rows.sort("vintage").unique(["reporter", "partner", "flow", "period"], keep="last")


@pytest.mark.parametrize(
    ("source", "reporter", "partner", "first", "exports", "imports", "within"),
    YEARS,
    ids=[" ".join(map(str, year[:4])) for year in YEARS],
)
def test_a_year_is_what_was_announced(
    source: str, reporter: str, partner: str, first: str, exports: float, imports: float | None, within: float
) -> None:
    begin = date(int(first[:4]), int(first[5:]), 1)
    rows = newest(source).filter(pl.col("period").is_between(begin, shift(begin, 11)))
    for flow, announced in (("export", exports), ("import", imports)):
        months = rows.filter(reporter=reporter, partner=partner, flow=flow)
        if announced is not None:
            assert months.height == (1 if source == "wits" else 12)
            assert months["value"].sum() / 1e9 == pytest.approx(announced, abs=within)


@pytest.mark.parametrize(
    ("source", "reporter", "first", "last", "flow", "least", "most"),
    [
        # The Census Bureau's countries, whole: within some hundredths of a percent of the total.
        ("census", "US", "2013-01", "2024-12", "export", 99.9, 100.1),
        ("census", "US", "2013-01", "2024-12", "import", 99.9, 100.1),
        # Since 2025 the 89 largest: small ones are missing, 1.5 % of exports and 0.8 % of imports.
        ("census", "US", "2025-01", "2026-07", "export", 98.3, 98.9),
        ("census", "US", "2025-01", "2026-07", "import", 99.0, 99.5),
        # The total is of Statistics Canada's table, the countries of a later release of the customs data.
        ("statcan", "CA", "2024-01", "2026-04", "export", 98.5, 100.6),
        ("statcan", "CA", "2024-01", "2026-04", "import", 99.7, 102.8),
        # Unadjusted countries of the United Kingdom are its total, to the rounding of each.
        ("ons", "GB", "2018-01", "2025-12", "export", 99.99, 100.01),
        ("ons", "GB", "2018-01", "2025-12", "import", 99.99, 100.01),
        # South Korea has four partners.
        ("kcs", "KR", "2021-08", "2026-07", "export", 39, 48),
        ("kcs", "KR", "2021-08", "2026-07", "import", 39, 47),
    ],
)
def test_how_much_of_a_total_its_countries_hold(
    source: str, reporter: str, first: str, last: str, flow: str, least: float, most: float
) -> None:
    begin, end = (date(int(month[:4]), int(month[5:]), 1) for month in (first, last))
    rows = newest(source).filter(pl.col("period").is_between(begin, end)).filter(reporter=reporter, flow=flow)
    countries = rows.filter(pl.col("partner").is_in(list(places.of_level("country"))))
    added = countries.group_by("period").agg(pl.col("value").sum())
    both = rows.filter(partner="WORLD").join(added, on="period", suffix="_added")
    assert both.height == (end.year - begin.year) * 12 + end.month - begin.month + 1
    shares = 100 * both["value_added"] / both["value"]
    assert least <= shares.min() <= shares.max() <= most  # type: ignore[operator]
