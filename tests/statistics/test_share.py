"""Shares of the published total, never of a sum of listed parts."""

from __future__ import annotations

from datetime import date

import polars as pl

from tradecli.statistics.share import share

MONTH = date(2025, 12, 1)


def windows(export: int | None, imports: int | None = None) -> pl.DataFrame:
    return pl.DataFrame(
        {"flow": ["export", "import", "balance"], "period": MONTH, "value": [export, imports, 7]},
        schema={"flow": pl.String, "period": pl.Date, "value": pl.Int64},
    )


def test_the_share_of_the_united_states_in_2025() -> None:
    # 198.27 of 640.75 billion, published as 30.9 %.
    found = share(windows(198_270), windows(640_750))
    assert round(found["measure"][0], 4) == round(100 * 198_270 / 640_750, 4) == 30.9434


def test_a_missing_part_or_total_has_no_share() -> None:
    assert share(windows(5, None), windows(None, 9))["measure"].to_list() == [None, None]


def test_a_total_of_zero_has_no_share() -> None:
    assert share(windows(0), windows(0))["measure"].to_list() == [None, None]


def test_a_balance_has_no_share() -> None:
    assert share(windows(1, 2), windows(4, 4))["flow"].to_list() == ["export", "import"]
