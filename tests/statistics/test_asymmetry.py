"""Mirror statistics: the published pair of 2024, antisymmetry, and what is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.figures import UNITS, figure
from tradecli.statistics.asymmetry import Asymmetry, asymmetry_of


def of(importer: int, exporter: int, units: int = 0, other_units: int = 0) -> Asymmetry:
    found = asymmetry_of(figure(importer, units), figure(exporter, other_units))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("importer", "exporter", "ratio", "percent"),
    [(11630, 11137, 1.044, 4.3), (4649, 4230, 1.099, 9.4), (0, 5, 0.0, -200.0)],
)
def test_the_pair_of_2024(importer: int, exporter: int, ratio: float, percent: float) -> None:
    found = of(importer, exporter)
    assert found.ratio is not None
    assert found.percent is not None
    assert (float(round(found.ratio, 3)), float(round(found.percent.percent, 1))) == (ratio, percent)


def test_what_is_missing_stays_missing() -> None:
    for pair in ((None, 5), (5, None), (None, None)):
        assert asymmetry_of(*map(figure, pair)) is None
    without_exports, without_any = of(5, 0), of(0, 0)
    assert (without_exports.ratio, without_exports.percent and without_exports.percent.percent) == (None, 200)
    assert (without_any.ratio, without_any.percent, without_any.gap.money.value) == (None, None, 0)


@given(st.integers(0, 10**12), st.integers(1, 10**12), UNITS, UNITS)
def test_it_turns_its_sign_when_the_two_swap_roles(
    importer: int, exporter: int, units: int, other_units: int
) -> None:
    one, other = of(importer, exporter, units, other_units), of(exporter, importer, other_units, units)
    assert one.gap.money == -other.gap.money
    assert one.percent is not None
    assert other.percent is not None
    exact = Fraction(200 * (importer - exporter), importer + exporter)
    assert one.percent.percent == -other.percent.percent == exact
    assert (one.percent.high is None) == (other.percent.high is None)
    if one.percent.high is not None:
        assert (one.percent.low, one.percent.high) == (-other.percent.high, -other.percent.low)


def test_the_rounding_of_both_adds_up() -> None:
    # 60 +- 5 and 40 +- 5 are 20 +- 10 apart, on a mean of 50 +- 5: from 10 / 55 to 30 / 45.
    assert of(60, 40, 10, 10).percent == (Fraction(40), Fraction(1000, 55), Fraction(3000, 45))
