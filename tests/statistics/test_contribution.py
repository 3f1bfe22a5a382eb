"""Contributions: the published example of 2025, the rules that refuse, and additivity by fractions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecli.statistics.contribution import contributions
from tradecli.statistics.growth import growth, growth_note

MONTH = date(2025, 12, 1)


def windows(terms: dict[str, tuple[int | None, int | None]], flow: str = "export") -> pl.DataFrame:
    """Windows with growth, one a part, of one month."""
    rows = [
        {"part": part, "flow": flow, "period": MONTH, "value": value, "base_value": base}
        for part, (value, base) in terms.items()
    ]
    fixed: dict[str, Any] = {"units": 1, "base_units": 1, "precision": 1, "base_precision": 1, "stamp": 3}
    frame = pl.DataFrame(
        rows,
        schema={
            "part": pl.String,
            "flow": pl.String,
            "period": pl.Date,
            "value": pl.Int64,
            "base_value": pl.Int64,
        },
    ).with_columns(
        *(pl.lit(value, pl.Int64).alias(name) for name, value in fixed.items()),
        pl.lit(1, pl.Int64).alias("oldest"),
        pl.lit(MONTH).alias("known_by"),
        pl.lit("published").alias("basis"),
        pl.lit("here").alias("origin"),
        (pl.col("value") - pl.col("base_value")).alias("change"),
    )
    value, base, signed = pl.col("value"), pl.col("base_value"), pl.lit(flow == "balance")
    return frame.with_columns(
        growth(value, base, signed=signed).alias("yoy"),
        growth_note(value, base, signed=signed).alias("yoy_note"),
    )


def told(
    parts: dict[str, tuple[int | None, int | None]], total: tuple[int, int], flow: str = "export"
) -> dict[str, dict[str, Any]]:
    frame = contributions(windows(parts, flow), windows({"all": total}, flow).drop("part"))
    return {row["part"] or row["role"]: row for row in frame.to_dicts()}


def test_the_exports_of_2025_as_published() -> None:
    # 640.75, +34.9 % on 474.98; US 198.27 on 111.39; ASEAN 118.98 on 87.74, in US$ 10 million.
    rows = told({"US": (19827, 11139), "ASEAN": (11898, 8774)}, (64075, 47498))
    shown = {part: round(row["contribution"], 1) for part, row in rows.items()}
    assert shown == {"US": 18.3, "ASEAN": 6.6, "rest": 10.0, "total": 34.9}
    assert {part: round(row["share_of_change"], 1) for part, row in rows.items()} == {
        "US": 52.4,
        "ASEAN": 18.8,
        "rest": 28.7,
        "total": 100.0,
    }
    assert (rows["rest"]["value"], rows["rest"]["base_value"], rows["rest"]["basis"]) == (
        32350,
        27585,
        "difference",
    )


@pytest.mark.parametrize(
    ("total", "share", "note"),
    [
        ((1005, 1000), 20.0, None),  # exactly half a percent
        ((1004, 1000), None, "small_total_change"),
        ((996, 1000), None, "small_total_change"),
        ((995, 1000), -20.0, None),
    ],
)
def test_a_share_of_the_change_needs_half_a_percent(
    total: tuple[int, int], share: float | None, note: str | None
) -> None:
    row = told({"US": (101, 100)}, total)["US"]
    assert (row["share_of_change"], row["share_note"]) == (share, note)
    assert row["contribution"] == pytest.approx(0.1)


def test_points_of_a_balance_only_where_its_sign_allows() -> None:
    rows = told({"US": (50, 10)}, (20, -5), "balance")
    for row in rows.values():
        assert (row["contribution"], row["contribution_note"]) == (None, "sign_change")
        assert (row["share_of_change"], row["share_note"]) == (None, "sign_change")
    assert (rows["US"]["change"], rows["rest"]["change"], rows["total"]["change"]) == (40, -15, 25)


def test_of_a_deficit_the_points_are_of_its_growth() -> None:
    rows = told({"US": (-30, -10)}, (-150, -100), "balance")
    assert (rows["US"]["contribution"], rows["total"]["contribution"]) == (20.0, 50.0)
    assert rows["rest"]["contribution"] == 30.0


def test_a_part_that_lacks_a_term_is_counted_in_the_rest() -> None:
    rows = told({"US": (50, 40), "KH": (3, None), "LA": (None, 3)}, (100, 80))
    assert set(rows) == {"US", "rest", "total"}
    assert (rows["rest"]["value"], rows["rest"]["base_value"], rows["rest"]["units"]) == (50, 40, 2)


def test_with_no_part_the_rest_is_the_total() -> None:
    rows = told({}, (100, 80))
    assert (rows["rest"]["value"], rows["rest"]["contribution"]) == (100, 25.0)


def test_a_total_without_a_base_has_no_points() -> None:
    rows = told({"US": (5, 0)}, (10, 0))
    assert (rows["US"]["contribution"], rows["US"]["contribution_note"]) == (None, "zero_base")


def test_a_total_that_is_not_known_gives_no_rows() -> None:
    assert contributions(windows({"US": (5, 4)}), windows({"all": (None, 4)}).drop("part")).is_empty()


MONEY = st.integers(0, 10**12)


@given(st.dictionaries(st.sampled_from("ABCDEFG"), st.tuples(MONEY, MONEY)), st.tuples(MONEY, MONEY))
def test_contributions_add_up_to_the_growth(
    parts: dict[str, tuple[int, int]], total: tuple[int, int]
) -> None:
    rows = told(dict(parts), total)
    listed = [row for part, row in rows.items() if part != "total"]
    whole = rows["total"]
    assert sum(row["change"] for row in listed) == whole["change"] == total[0] - total[1]
    assert sum(row["value"] for row in listed) == total[0]
    if total[1] > 0:
        exact = [Fraction(100 * row["change"], total[1]) for row in listed]
        assert sum(exact) == 100 * (Fraction(total[0], total[1]) - 1)
        for row, points in zip(listed, exact, strict=True):
            assert abs(Fraction(row["contribution"]) - points) <= abs(points) / 10**14
