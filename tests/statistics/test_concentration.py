"""The Herfindahl index: shares squared, and what the parts without a figure leave open."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.figures import figure
from tradecli.errors import MixedCurrencies
from tradecli.statistics.concentration import bounds, concentration_of

AMOUNTS = st.lists(st.integers(0, 10**13), min_size=1, max_size=12)


def found(values: list[int | None], total: int) -> tuple[Fraction, Fraction] | None:
    measured = concentration_of([figure(value) for value in values], figure(total))
    return measured and measured[:2]


def test_the_example_of_the_method() -> None:
    # Shares of 50, 30 and 20 %: 2,500 + 900 + 400.
    assert found([50, 30, 20], 100) == (Fraction(3_800), Fraction(3_800))


@pytest.mark.parametrize("count", [1, 2, 5, 40])
def test_equal_parts_give_ten_thousand_by_their_number(count: int) -> None:
    assert found([7] * count, 7 * count) == (Fraction(10_000, count), Fraction(10_000, count))


@given(AMOUNTS, st.lists(st.integers(1, 10**13), max_size=8))
def test_the_bounds_hold_the_index_of_any_way_to_split_the_rest(listed: list[int], others: list[int]) -> None:
    total = sum(listed) + sum(others)
    if not total:
        assert found(list(listed), total) is None
        return
    true = sum((Fraction(100 * value, total) ** 2 for value in [*listed, *others]), Fraction(0))
    bounded = found(list(listed), total)
    assert bounded is not None
    assert bounded[0] <= true <= bounded[1]
    # With the rest in one hand the upper bound is reached, with no rest both are.
    if len(others) <= 1:
        assert bounded[1] == true
    if not others:
        assert bounded[0] == true


@given(AMOUNTS, st.integers(0, 10**13))
def test_columns_and_single_figures_agree(listed: list[int], rest: int) -> None:
    total = sum(listed) + rest
    rows = pl.DataFrame(
        {"value": [*listed, None], "total": total}, schema={"value": pl.Int64, "total": pl.Int64}
    )
    low, high = bounds()
    row = rows.select(low=low, high=high).row(0)
    exact = found([*listed, None], total)
    assert (row == (None, None)) is (exact is None)
    if exact:
        assert row == pytest.approx(tuple(map(float, exact)), rel=1e-9, abs=1e-6)


@pytest.mark.parametrize(
    ("values", "total"), [([], 10), ([None], 10), ([5], 0), ([5], -10), ([-1, 5], 10), ([8, 5], 10)]
)
def test_there_is_none(values: list[int | None], total: int) -> None:
    assert found(values, total) is None
    rows = {"value": values or [None], "total": [total] * max(len(values), 1)}
    low, high = bounds()
    frame = pl.DataFrame(rows, schema={"value": pl.Int64, "total": pl.Int64})
    assert frame.select(low=low, high=high).row(0) == (None, None)


def test_a_balance_and_a_missing_total_have_none() -> None:
    assert concentration_of([figure(5, flow="balance")], figure(9, flow="balance")) is None
    assert concentration_of([figure(5)], figure(None)) is None
    assert concentration_of([figure(5)], None) is None


def test_a_rest_below_zero_by_rounding_alone_is_none() -> None:
    # 33.4 three times is 100.2: each may be half a unit too large, and the total too small.
    rounded = [figure(334, 1)] * 3
    measured = concentration_of(rounded, figure(1_000, 1))
    assert measured is not None
    assert measured.low == measured.high == 3 * Fraction(10_000 * 334**2, 1_000**2)
    assert concentration_of([figure(335, 1)] * 3, figure(1_000, 1)) is None


def test_two_currencies_never_meet() -> None:
    with pytest.raises(MixedCurrencies):
        concentration_of([figure(5, currency="EUR")], figure(9))
