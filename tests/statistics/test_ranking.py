"""Ranks: one more than the number of strictly greater values."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tradecli.statistics.ranking import ranks


@given(
    st.lists(st.one_of(st.none(), st.integers(-5, 5), st.fractions(-3, 3, max_denominator=4)), max_size=12)
)
def test_a_rank_counts_what_is_strictly_greater(values: list[int | Fraction | None]) -> None:
    known = [value for value in values if value is not None]
    expected = [None if value is None else 1 + sum(other > value for other in known) for value in values]
    assert ranks(values) == expected
