"""Every figure arrives, every vintage of it, none altered.

The counts, sums and hashes were computed once from the lists the figures were collected in, with
nothing of this program.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal

import polars as pl
import pytest

from tradecli.data import RELEASES, observations
from tradecli.schema import check

#: Rows and the sum of their values, by source, vintage and how the vintage is known.
TOTALS = {
    ("mof", "2023-02-07", "published"): (1, 2_340_000_000),
    ("mof", "2023-03-07", "published"): (7, 191_940_000_000),
    ("mof", "2023-04-11", "published"): (3, 163_930_000_000),
    ("mof", "2023-05-08", "published"): (7, 232_420_000_000),
    ("mof", "2023-06-07", "inferred"): (58_782, 32_081_153_231_000),
    ("mof", "2023-06-07", "published"): (1, 4_890_000_000),
    ("mof", "2023-07-07", "published"): (7, 573_250_000_000),
    ("mof", "2023-08-08", "published"): (1, 8_480_000_000),
    ("mof", "2023-09-08", "published"): (4, 352_890_000_000),
    ("mof", "2023-10-11", "published"): (4, 394_600_000_000),
    ("mof", "2023-11-07", "published"): (7, 802_050_000_000),
    ("mof", "2023-12-08", "published"): (3, 457_700_000_000),
    ("mof", "2024-01-09", "published"): (6, 874_090_000_000),
    ("mof", "2024-02-07", "published"): (3, 74_380_000_000),
    ("mof", "2024-03-08", "published"): (5, 140_000_000_000),
    ("mof", "2024-05-08", "published"): (7, 382_320_000_000),
    ("mof", "2024-06-07", "published"): (1, 6_050_000_000),
    ("mof", "2024-07-09", "published"): (4, 304_830_000_000),
    ("mof", "2024-08-08", "published"): (4, 91_320_000_000),
    ("mof", "2024-09-09", "published"): (6, 704_410_000_000),
    ("mof", "2024-11-08", "published"): (6, 501_150_000_000),
    ("mof", "2024-12-09", "inferred"): (6_200, 3_746_374_046_000),
    ("mof", "2024-12-09", "published"): (6, 945_170_000_000),
    ("mof", "2025-01-09", "published"): (4, 709_530_000_000),
    ("mof", "2025-02-07", "published"): (2, 67_400_000_000),
    ("mof", "2025-02-21", "published"): (148, 1_703_721_604_000),
    ("mof", "2025-03-07", "published"): (5, 116_390_000_000),
    ("mof", "2025-04-10", "published"): (4, 96_790_000_000),
    ("mof", "2025-05-08", "published"): (8, 489_030_000_000),
    ("mof", "2025-06-09", "published"): (9, 616_030_000_000),
    ("mof", "2025-07-08", "inferred"): (4_410, 23_433_752_524_000),
    ("mof", "2025-07-08", "published"): (4, 406_240_000_000),
    ("mof", "2025-08-08", "published"): (9, 979_130_000_000),
    ("mof", "2025-09-09", "published"): (1_922, 34_319_144_907_723),
    ("mof", "2025-10-09", "published"): (14, 1_481_030_000_000),
    ("mof", "2025-11-07", "published"): (12, 1_232_740_000_000),
    ("mof", "2025-12-09", "published"): (13, 1_575_780_000_000),
    ("mof", "2026-01-09", "published"): (20, 2_589_729_000_000),
    ("mof", "2026-02-09", "published"): (5, 182_600_000_000),
    ("mof", "2026-03-09", "published"): (12, 453_200_000_000),
    ("mof", "2026-04-10", "published"): (1, 21_270_000_000),
    ("mof", "2026-09-09", "inferred"): (11_228, 48_761_106_122_000),
    ("mof", "2026-10-08", "inferred"): (11_571, 35_841_252_355_000),
    ("census", "2023-03-08", "inferred"): (13_626, 305_352_711_576_601),
    ("census", "2026-02-19", "retrieved"): (20, 229_870_300_000),
    ("census", "2026-03-23", "retrieved"): (70, 706_942_900_000),
    ("census", "2026-06-17", "retrieved"): (280, 8_271_378_600_000),
    ("census", "2026-10-07", "inferred"): (3_916, 39_267_348_500_000),
}
#: Rows, sum of values, and SHA-256 of the sorted rows: all columns below, joined by commas.
WHOLE = {
    "mof": (94_476, 198_111_603_789_723, "3136d148e43740ac0af9d22f9b4ee10bb72d5d3ab37ea45f55052df2a127e9ec"),
    "census": (
        17_912,
        353_828_251_876_601,
        "66aad2ff8d13ed40224cd68e05826982891de678034978a71cf77ac1d0697925",
    ),
}
COLUMNS = (
    "source", "reporter", "partner", "flow", "commodity", "classification", "adjustment", "span", "period",
    "value", "precision", "vintage", "vintage_basis", "known_by",
)  # fmt: skip


def listed(source: str) -> pl.DataFrame:
    """The embedded rows of the lists; those of files in the layout of our own are in `test_world.py`."""
    rows = check(pl.read_parquet(observations(source)))
    return rows.filter(~pl.col("origin").str.contains("-(partners|chapters|china)$"))


@pytest.mark.parametrize("source", WHOLE)
def test_every_row_arrives_and_none_is_altered(source: str) -> None:
    rows = listed(source)
    lines = sorted(",".join(map(str, row)) for row in rows.select(COLUMNS).iter_rows())
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    assert (rows.height, rows["value"].sum(), digest) == WHOLE[source]


@pytest.mark.parametrize("source", WHOLE)
def test_rows_and_sums_of_every_vintage(source: str) -> None:
    rows = listed(source)
    groups = rows.group_by("source", "vintage", "vintage_basis").agg(pl.len(), pl.col("value").sum())
    found = {(source, str(day), basis): (count, total) for source, day, basis, count, total in groups.rows()}
    assert found == {key: totals for key, totals in TOTALS.items() if key[0] == source}


def test_all_are_us_dollars() -> None:
    for source in WHOLE:
        assert pl.read_parquet(observations(source))["currency"].unique().to_list() == ["USD"]


def test_every_statement_of_the_releases_arrives_with_its_digits() -> None:
    rows = pl.read_parquet(RELEASES)
    assert rows.height == 101
    assert sum(map(Decimal, rows["value"])) == Decimal("2525.2")
    november = rows.filter(pl.col("period") == pl.date(2025, 11, 1), measure="exports y/y")
    assert november["value"].to_list() == ["56.0"]
    assert set(rows["unit"]) == {"percent", "months"}
