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
from tests.statistics.figures import BALANCES, FLOWS, MONTH, UNITS, figure
from tradecli.errors import MixedCurrencies
from tradecli.model.money import Money
from tradecli.statistics.asymmetry import asymmetry, asymmetry_of
from tradecli.statistics.contribution import points_of, share_of_change
from tradecli.statistics.growth import (
    growth,
    growth_note,
    growth_of,
)
from tradecli.statistics.records import place
from tradecli.statistics.share import share, share_of


def floating(percent: Fraction | None) -> float | None:
    return None if percent is None else float(percent)


def within(value: int, units: int, side: int) -> Fraction:
    """A true amount that could have been rounded to *value*: from its lowest (-1) to its highest (1)."""
    return Fraction(value) + Fraction(units * side, 2)


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


SIDES = st.integers(-1, 1)


@given(st.integers(-50, 50), st.integers(0, 9), st.integers(-50, 50), st.integers(0, 9), SIDES, SIDES)
@settings(max_examples=500)
def test_the_interval_of_a_share_holds_what_rounds_to_its_terms(
    part: int, units: int, total: int, total_units: int, side: int, total_side: int
) -> None:
    found = share_of(figure(part, units), figure(total, total_units))
    assert (found is None) == (total <= 0)
    if found is None:
        return
    assert found.percent == Fraction(100 * part, total)
    assert (found.high is None) == (2 * total <= total_units)
    if found.high is not None:
        ratio = 100 * within(part, units, side) / within(total, total_units, total_side)
        assert found.low <= ratio <= found.high
        corners = [
            100 * within(part, units, one) / within(total, total_units, other)
            for one in (-1, 1)
            for other in (-1, 1)
        ]
        assert (found.low, found.high) == (min(corners), max(corners))


@given(st.one_of(st.none(), FLOWS), st.one_of(st.none(), FLOWS), st.sampled_from(["export", "balance"]))
def test_shares(part: int | None, total: int | None, flow: str) -> None:
    schema = {"flow": pl.String, "period": pl.Date, "value": pl.Int64}
    parts, totals = (
        pl.DataFrame({"flow": [flow], "period": [MONTH], "value": [value]}, schema=schema)
        for value in (part, total)
    )
    told = share(parts, totals)["measure"].to_list() or [None]
    found = share_of(figure(part, flow=flow), figure(total, flow=flow))
    assert [floating(found and found.percent)] == told


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


def test_the_rounding_of_an_asymmetry() -> None:
    # 60 +- 5 and 40 +- 5 are 20 +- 10 apart, on a mean of 50 +- 5: from 10 / 55 to 30 / 45.
    found = asymmetry_of(figure(60, 10), figure(40, 10))
    assert found is not None
    assert found.percent == (Fraction(40), Fraction(1000, 55), Fraction(3000, 45))


@given(st.one_of(st.none(), FLOWS), st.one_of(st.none(), FLOWS), UNITS, UNITS)
def test_asymmetries(importer: int | None, exporter: int | None, units: int, other_units: int) -> None:
    schema = {"importer": pl.Int64, "exporter": pl.Int64}
    told = asymmetry(pl.DataFrame({"importer": [importer], "exporter": [exporter]}, schema=schema))
    one, other = figure(importer, units), figure(exporter, other_units)
    found, turned = asymmetry_of(one, other), asymmetry_of(other, one)
    if found is None or turned is None:
        assert told.row(0)[2:] == (None, None, None)
        return
    percent = floating(found.percent and found.percent.percent)
    assert (found.gap.money.value, floating(found.ratio), percent) == told.row(0)[2:]
    assert turned.gap.money == -found.gap.money
    if found.percent and turned.percent:
        assert turned.percent.percent == -found.percent.percent
        assert (found.percent.high is None) == (turned.percent.high is None)
        if found.percent.high is not None:
            assert (turned.percent.low, turned.percent.high) == (-found.percent.high, -found.percent.low)


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
