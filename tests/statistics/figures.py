"""Figures made up in tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money

MONTH = date(2025, 12, 1)
#: Small numbers make ties, zeros and changes of sign; ten thousand billion is more than the world trades.
FLOWS = st.one_of(st.integers(0, 3), st.integers(0, 10**13))
BALANCES = st.one_of(st.integers(-3, 3), st.integers(-(10**13), 10**13))
UNITS = st.sampled_from([0, 1, 2, 1_000, 10**7])


def figure(
    value: int | None, units: int = 0, flow: str = "export", currency: str = "USD", month: date = MONTH
) -> Figure:
    money = None if value is None else Money(value, 1, currency)
    return Figure(flow, Window("month", month), money, uncertainty=units)
