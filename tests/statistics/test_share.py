"""Shares of the published total, never of a sum of listed parts."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.statistics.figures import figure
from tradecli.statistics.share import share_of

SIDES = st.integers(-1, 1)


def within(value: int, units: int, side: int) -> Fraction:
    """A true amount that could have been rounded to *value*: from its lowest (-1) to its highest (1)."""
    return Fraction(value) + Fraction(units * side, 2)


def test_the_share_of_the_united_states_in_2025() -> None:
    # 198.27 of 640.75 billion, published as 30.9 %.
    found = share_of(figure(198_270), figure(640_750))
    assert found is not None
    assert found.percent == Fraction(100 * 198_270, 640_750)
    assert round(found.percent, 1) == Fraction("30.9")


def test_a_missing_part_or_total_has_no_share() -> None:
    assert [share_of(figure(5), figure(None)), share_of(figure(None), figure(9))] == [None, None]


def test_a_total_of_zero_has_no_share() -> None:
    assert share_of(figure(0), figure(0)) is None


def test_a_balance_has_no_share() -> None:
    assert share_of(figure(1, flow="balance"), figure(4, flow="balance")) is None


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
