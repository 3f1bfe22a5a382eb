"""Properties 1, 3, 4 and 5 of growth, balances and shares, and 22 of growth; the oracle is `Fraction`."""

from __future__ import annotations

from fractions import Fraction
from math import isclose, isfinite

import polars as pl
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.made_up import at, row
from tests.statistics.figures import figure
from tradecli.statistics.growth import growth, growth_note
from tradecli.statistics.share import share_of

MONEY = st.integers(0, 10**15)
BALANCE = st.integers(-(10**15), 10**15)
SCALES = st.sampled_from([10, 1_000, 1_000_000])


def rate(value: int, base: int, *, balance: bool = False) -> tuple[float | None, str | None]:
    frame = pl.DataFrame({"value": [value], "base": [base]}, schema={"value": pl.Int64, "base": pl.Int64})
    terms, signed = (pl.col("value"), pl.col("base")), pl.lit(balance)
    found = frame.select(rate=growth(*terms, signed=signed), note=growth_note(*terms, signed=signed))
    return found.row(0)


@given(MONEY, MONEY)
def test_1_swapping_exports_and_imports_turns_the_balance_round(exports: int, imports: int) -> None:
    def balance(x: int, m: int) -> int:
        rows = [row("export", "month", "2025-11", x), row("import", "month", "2025-11", m)]
        value = at(rows, "month", "2025-11", "balance")["value"]
        assert isinstance(value, int)
        return value

    assert balance(exports, imports) == -balance(imports, exports) == exports - imports


@given(st.lists(MONEY, min_size=1, max_size=12))
def test_3_shares_of_a_partition_add_up_to_100(parts: list[int]) -> None:
    assume(sum(parts) > 0)
    shares = [share_of(figure(part), figure(sum(parts))) for part in parts]
    assert sum(share.percent for share in shares if share) == 100
    assert all(share and 0 <= share.percent <= 100 for share in shares)


@given(MONEY, st.integers(1, 10**12))
def test_growth_is_the_exact_fraction(value: int, base: int) -> None:
    found, note = rate(value, base)
    assert note is None
    assert found is not None
    exact = Fraction(100 * (value - base), base)
    assert abs(Fraction(found) - exact) <= abs(exact) / 10**14


@given(st.integers(0, 10**9), st.integers(0, 10**9), SCALES)
def test_4_growth_does_not_depend_on_the_unit(value: int, base: int, scale: int) -> None:
    assert rate(value, base)[1] == rate(value * scale, base * scale)[1]
    assert (rate(value, base)[0] or 0) == (rate(value * scale, base * scale)[0] or 0)


@given(st.integers(0, 10**4), st.integers(1, 10**4), st.integers(1, 10**4))
def test_5_growth_chains(last: int, middle: int, first: int) -> None:
    steps = [(rate(last, middle)[0] or 0) / 100 + 1, (rate(middle, first)[0] or 0) / 100 + 1]
    whole = (rate(last, first)[0] or 0) / 100 + 1
    assert isclose(steps[0] * steps[1], whole, rel_tol=1e-9, abs_tol=1e-9)


@given(BALANCE, BALANCE)
def test_22_a_change_of_sign_never_gives_a_percentage(value: int, base: int) -> None:
    found, note = rate(value, base, balance=True)
    if value > 0 < base or value < 0 > base:
        assert found is not None
        assert isfinite(found)
        assert (found > 0) == (abs(value) > abs(base))
    else:
        assert found is None
        assert note in {"sign_change", "no_trade"}


@given(MONEY, MONEY)
def test_22_growth_of_a_flow_is_finite_or_refused(value: int, base: int) -> None:
    found, note = rate(value, base)
    assert (found is None) == (base == 0) == (note in {"zero_base", "no_trade"})
    assert found is None or isfinite(found)
