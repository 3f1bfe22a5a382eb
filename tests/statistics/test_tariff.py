"""The formula of April 2025: every rate of the annex, and its bounds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecli.statistics.tariff import tariff_of


def rate(exports: int, imports: int) -> int | None:
    found = tariff_of(exports, imports)
    return found and found.rate


@pytest.mark.parametrize(
    ("economy", "exports", "imports", "ratio", "expected"),
    [
        ("Taiwan", 423, 1163, 63.63, 32),
        ("Japan", 797, 1482, 46.22, 24),
        ("Korea", 655, 1315, 50.19, 26),
        ("China", 1435, 4389, 67.30, 34),
        ("Vietnam", 131, 1366, 90.41, 46),
        ("India", 418, 874, 52.17, 27),
        ("Switzerland", 250, 634, 60.57, 31),
        ("Israel", 148, 222, 33.33, 17),
        ("United Kingdom", 799, 681, -17.3, 10),
    ],
)
def test_the_annex(economy: str, exports: int, imports: int, ratio: float, expected: int) -> None:
    found = tariff_of(exports, imports)
    assert found is not None
    assert found.rate == expected, economy
    assert float(found.ratio) == pytest.approx(ratio, abs=0.05)


def test_without_imports_there_is_no_rate() -> None:
    assert rate(5, 0) is None


def test_a_half_that_is_whole_is_not_rounded_up() -> None:
    assert (rate(60, 100), rate(59, 100), rate(0, 7)) == (20, 21, 50)


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.integers(1, 10**12))
def test_more_exports_never_raise_it_and_it_stays_within_10_and_50(
    one: int, other: int, imports: int
) -> None:
    fewer, more = sorted((one, other))
    high, low = rate(fewer, imports), rate(more, imports)
    assert high is not None
    assert low is not None
    assert 10 <= low <= high <= 50
    exact = Fraction(50 * (imports - fewer), imports)
    assert high == max(10, -(-exact.numerator // exact.denominator))
