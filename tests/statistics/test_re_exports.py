"""Re-exports lie within exports: their share, and domestic exports."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.figures import figure
from tradecli.errors import MixedCurrencies
from tradecli.statistics.re_exports import re_exports, re_exports_of

AMOUNT = st.one_of(st.none(), st.integers(0, 10**14))


@pytest.mark.parametrize(
    ("flow", "again", "share", "without", "note"),
    [
        # By hand: a quarter, none, all, and what is not known.
        (1_000, 250, 25, 750, ""),
        (1_000, 0, 0, 1_000, ""),
        (1_000, 1_000, 100, 0, ""),
        (8, 3, Fraction(75, 2), 5, ""),
        (None, 5, None, None, "missing"),
        (5, None, None, None, "missing"),
        (0, 0, None, 0, "zero_base"),
        (5, 9, None, None, "exceeds"),
    ],
)
def test_what_is_not_known_is_not_zero(
    flow: int | None, again: int | None, share: Fraction | int | None, without: int | None, note: str
) -> None:
    found = re_exports_of(figure(flow), figure(again))
    said = (found.share and found.share.percent, found.without and found.without.value, found.note)
    assert said == (share, without, note)


def test_rounding_alone_may_make_the_part_larger_than_the_whole() -> None:
    # Both are rounded to a million: half a million on each side.
    whole, near, far = (figure(value, units=1_000_000) for value in (10_000_000, 10_500_000, 11_500_000))
    assert re_exports_of(whole, near).note == ""
    assert re_exports_of(whole, far).note == "exceeds"


def test_a_share_has_the_interval_of_both_roundings() -> None:
    # 50 +- 0.5 of 100 +- 0.5.
    share = re_exports_of(figure(100, units=1), figure(50, units=1)).share
    assert share is not None
    assert share.high is not None
    assert (share.low, share.high) == (Fraction(9900, 201), Fraction(10100, 199))


def test_two_currencies_never_meet() -> None:
    with pytest.raises(MixedCurrencies):
        re_exports_of(figure(9), figure(5, currency="EUR"))


@given(flow=AMOUNT, again=AMOUNT)
def test_whole_columns_say_the_same(flow: int | None, again: int | None) -> None:
    exact = re_exports_of(figure(flow), figure(again))
    types = {"export": pl.Int64, "re_export": pl.Int64}
    rows = pl.DataFrame({"export": [flow], "re_export": [again]}, schema=types)
    share, without = (rows.select(one).item() for one in re_exports())
    assert without == (exact.without.value if exact.without else None)
    assert (share is None) == (exact.share is None)
    if exact.share and without is not None and again is not None:
        assert share == pytest.approx(float(exact.share.percent))
        # Domestic exports and re-exports are the exports again.
        assert without + again == flow
