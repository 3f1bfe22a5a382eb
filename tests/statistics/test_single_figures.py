"""Ratios of single figures say what the expressions over frames say, to the last bit; oracle: `Fraction`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests import oracle
from tests.statistics.figures import BALANCES, UNITS, figure
from tradecli.errors import MixedCurrencies
from tradecli.model.money import Money
from tradecli.statistics.asymmetry import asymmetry_of
from tradecli.statistics.contribution import points_of, share_of_change
from tradecli.statistics.growth import (
    growth,
    growth_note,
    growth_of,
)
from tradecli.statistics.records import place
from tradecli.statistics.share import share_of


def floating(percent: Fraction | None) -> float | None:
    return None if percent is None else float(percent)


@given(st.one_of(st.none(), BALANCES), st.one_of(st.none(), BALANCES), st.booleans())
@settings(max_examples=500)
def test_growth_and_its_notes(value: int | None, base: int | None, signed: bool) -> None:
    if not signed:
        value, base = (term if term is None else abs(term) for term in (value, base))
    frame = pl.DataFrame({"value": [value], "base": [base]}, schema={"value": pl.Int64, "base": pl.Int64})
    terms = (pl.col("value"), pl.col("base"))
    told = frame.select(
        rate=growth(*terms, signed=pl.lit(signed)), note=growth_note(*terms, signed=pl.lit(signed))
    )
    flow = "balance" if signed else "export"
    found = growth_of(figure(value, flow=flow), figure(base, flow=flow))
    assert (floating(found.percent), found.note or None) == told.row(0)
    assert (found.percent, found.note) == oracle.growth_and_note(flow, value, base)
    assert growth_of(figure(value), figure(base), signed=signed)[:4] == found[:4]


@given(BALANCES, UNITS, BALANCES, UNITS)
@settings(max_examples=300)
def test_the_interval_of_growth(value: int, units: int, base: int, base_units: int) -> None:
    assume(value * base > 0)
    found = growth_of(figure(value, units, "balance"), figure(base, base_units, "balance"))
    assert (found.low, found.high) == oracle.interval(value, units, base, base_units)


def test_the_rounding_of_a_contribution() -> None:
    # 50 +- 5 on 30 +- 5 of a total of 100 +- 10: a change of 10 to 30, over 90 to 110.
    found = points_of(figure(50, 10), figure(30, 10), figure(140, 20), figure(100, 20))
    assert found == (Fraction(20), Fraction(1000, 110), Fraction(3000, 90))
    # Of deficits -50 +- 5 on -30 +- 5 adds as much to the growth of a deficit.
    owed = [
        figure(value, units, "balance") for value, units in ((-50, 10), (-30, 10), (-140, 20), (-100, 20))
    ]
    assert points_of(*owed) == found


@pytest.mark.parametrize(("total", "share"), [(1005, 20), (1004, None), (996, None), (995, -20)])
def test_a_share_of_the_change_needs_half_a_percent(total: int, share: int | None) -> None:
    found = share_of_change(figure(101), figure(100), figure(total), figure(1000))
    assert (found and found.percent) == share


EUROS, DOLLARS = figure(3, currency="EUR"), figure(2)


@pytest.mark.parametrize(
    "mixed",
    [
        lambda: growth_of(EUROS, DOLLARS),
        lambda: share_of(EUROS, DOLLARS),
        lambda: points_of(EUROS, DOLLARS, DOLLARS, DOLLARS),
        lambda: points_of(EUROS, EUROS, figure(3), DOLLARS),
        lambda: share_of_change(EUROS, EUROS, figure(3), DOLLARS),
        lambda: asymmetry_of(EUROS, DOLLARS),
        lambda: place("year", EUROS, [(date(y, 12, 1), Money(1, 1, "USD")) for y in range(2000, 2010)]),
    ],
)
def test_two_currencies_never_meet(mixed: Callable[[], object]) -> None:
    with pytest.raises(MixedCurrencies, match="never added or compared"):
        mixed()


MISSING = figure(None)


@pytest.mark.parametrize(
    "nothing",
    [
        share_of(None, DOLLARS),
        share_of(DOLLARS, MISSING),
        points_of(MISSING, DOLLARS, DOLLARS, DOLLARS),
        points_of(DOLLARS, DOLLARS, DOLLARS, None),
        share_of_change(DOLLARS, None, figure(3), DOLLARS),
        share_of_change(DOLLARS, DOLLARS, None, DOLLARS),
        asymmetry_of(None, DOLLARS),
        asymmetry_of(DOLLARS, MISSING),
        growth_of(None, DOLLARS).percent,
        place("year", MISSING, []).rank,
    ],
)
def test_what_is_missing_gives_nothing(nothing: object) -> None:
    assert nothing is None
