"""Balassa's index against hand arithmetic, its properties, and its twin of whole columns."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.figures import figure
from tradecli.errors import MixedCurrencies
from tradecli.statistics.comparative_advantage import Advantage, advantage_of, advantages

SOME = st.integers(1, 10**13)


def found(*values: int | None) -> Advantage:
    return advantage_of(*(figure(value) for value in values))


@pytest.mark.parametrize(
    ("values", "ratio", "symmetric", "note"),
    [
        # 40 % of its exports against 20 % of the world's: twice as much.
        ((40, 100, 200, 1_000), Fraction(2), Fraction(1, 3), ""),
        ((20, 100, 200, 1_000), Fraction(1), Fraction(0), ""),
        ((10, 100, 200, 1_000), Fraction(1, 2), Fraction(-1, 3), ""),
        ((0, 100, 200, 1_000), Fraction(0), Fraction(-1), ""),
        ((0, 0, 200, 1_000), None, None, "no_trade"),
        ((5, 100, 0, 1_000), None, None, "zero_base"),
        ((None, 100, 200, 1_000), None, None, "missing"),
        ((40, 100, 200, None), None, None, "missing"),
        ((-40, 100, 200, 1_000), None, None, "negative"),
    ],
)
def test_the_index_and_why_there_is_none(
    values: tuple[int | None, ...], ratio: Fraction | None, symmetric: Fraction | None, note: str
) -> None:
    assert found(*values) == (ratio, symmetric, note)


def test_a_share_is_of_one_currency_and_two_shares_may_be_of_two() -> None:
    yen = [figure(40, currency="JPY"), figure(100, currency="JPY")]
    assert advantage_of(*yen, figure(200), figure(1_000)).ratio == 2
    with pytest.raises(MixedCurrencies):
        advantage_of(yen[0], figure(100), figure(200), figure(1_000))


def test_a_balance_has_none() -> None:
    figures = [figure(1, flow="balance"), *(figure(value) for value in (2, 3, 4))]
    assert advantage_of(*figures).note == "balance"


@given(st.lists(st.tuples(SOME, SOME), min_size=1, max_size=6), st.integers(1, 1_000))
def test_weighted_by_their_totals_the_sellers_of_a_world_average_one(
    sellers: list[tuple[int, int]], scale: int
) -> None:
    """The world's share is the mean of the sellers' shares, each weighted by its part of all sales."""
    world = sum(goods for goods, _ in sellers), sum(goods + rest for goods, rest in sellers)
    weighted = Fraction(0)
    for goods, rest in sellers:
        ratio = found(goods, goods + rest, *world).ratio
        assert ratio == found(goods * scale, (goods + rest) * scale, *world).ratio
        assert ratio is not None
        weighted += ratio * Fraction(goods + rest, world[1])
    assert weighted == 1


@given(SOME, SOME, SOME, SOME)
def test_the_columns_say_the_same(goods: int, rest: int, theirs: int, others: int) -> None:
    values = (goods, goods + rest, theirs, theirs + others)
    rows = pl.DataFrame(
        dict(zip(("goods", "total", "reference_goods", "reference_total"), values, strict=True))
    )
    ratio, symmetric = rows.select(*(one.alias(str(at)) for at, one in enumerate(advantages()))).row(0)
    exact = found(*values)
    assert exact.ratio is not None
    assert exact.symmetric is not None
    assert ratio == pytest.approx(float(exact.ratio))
    assert symmetric == pytest.approx(float(exact.symmetric), abs=1e-9)
    assert -1 <= symmetric <= 1
