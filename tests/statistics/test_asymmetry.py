"""Mirror statistics: the published pair of 2024, antisymmetry, and what is refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecli.statistics.asymmetry import asymmetry


def of(importer: int | None, exporter: int | None) -> dict[str, Any]:
    frame = pl.DataFrame(
        {"importer": [importer], "exporter": [exporter]}, schema={"importer": pl.Int64, "exporter": pl.Int64}
    )
    return asymmetry(frame).row(0, named=True)


@pytest.mark.parametrize(
    ("importer", "exporter", "ratio", "percent"),
    [(11630, 11137, 1.044, 4.3), (4649, 4230, 1.099, 9.4), (0, 5, 0.0, -200.0)],
)
def test_the_pair_of_2024(importer: int, exporter: int, ratio: float, percent: float) -> None:
    row = of(importer, exporter)
    assert (round(row["ratio"], 3), round(row["asymmetry"], 1)) == (ratio, percent)


def test_what_is_missing_stays_missing() -> None:
    for pair in ((None, 5), (5, None), (None, None)):
        assert set(of(*pair).values()) <= {None, 5}
    assert (of(5, 0)["ratio"], of(5, 0)["asymmetry"]) == (None, 200.0)
    assert (of(0, 0)["ratio"], of(0, 0)["asymmetry"], of(0, 0)["gap"]) == (None, None, 0)


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_it_turns_its_sign_when_the_two_swap_roles(importer: int, exporter: int) -> None:
    one, other = of(importer, exporter), of(exporter, importer)
    assert one["gap"] == -other["gap"]
    assert one["asymmetry"] == -other["asymmetry"]
    exact = Fraction(200 * (importer - exporter), importer + exporter)
    assert abs(Fraction(one["asymmetry"]) - exact) <= abs(exact) / 10**14
