"""Ranks: one more than the number of strictly greater values."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from tradecli.statistics.ranking import ranking


@given(st.lists(st.one_of(st.none(), st.integers(-5, 5)), max_size=12))
def test_a_rank_counts_what_is_strictly_greater(values: list[int | None]) -> None:
    frame = pl.DataFrame(
        {"flow": ["export"] * len(values), "period": [1] * len(values), "value": values},
        schema={"flow": pl.String, "period": pl.Int64, "value": pl.Int64},
    )
    known = [value for value in values if value is not None]
    expected = [None if value is None else 1 + sum(other > value for other in known) for value in values]
    assert ranking(frame, "value")["rank"].to_list() == expected


def test_flows_and_periods_are_ranked_apart() -> None:
    frame = pl.DataFrame(
        {"flow": ["export", "export", "import", "export"], "period": [1, 1, 1, 2], "value": [1, 2, 1, 1]}
    )
    assert ranking(frame, "value")["rank"].to_list() == [2, 1, 1, 1]
