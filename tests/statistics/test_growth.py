"""Growth: percent, and every reason why there is none."""

from __future__ import annotations

import polars as pl
import pytest

from tests.made_up import at, months
from tradecli.statistics.growth import growth, growth_note, month_on_month, year_on_year


def told(value: int | None, base: int | None, *, balance: bool) -> tuple[float | None, str | None]:
    frame = pl.DataFrame({"value": [value], "base": [base]}, schema={"value": pl.Int64, "base": pl.Int64})
    terms = (pl.col("value"), pl.col("base"))
    signed = pl.lit(balance)
    row = frame.select(rate=growth(*terms, signed=signed), note=growth_note(*terms, signed=signed))
    return row.row(0)


@pytest.mark.parametrize(
    ("value", "base", "expected"),
    [
        (150, 100, (50.0, None)),
        (50, 100, (-50.0, None)),
        (0, 100, (-100.0, None)),
        (100, 100, (0.0, None)),
        (5, 0, (None, "zero_base")),
        (0, 0, (None, "no_trade")),
        (None, 5, (None, "missing")),
        (5, None, (None, "missing")),
        (None, None, (None, "missing")),
    ],
)
def test_flows(value: int | None, base: int | None, expected: tuple[float | None, str | None]) -> None:
    assert told(value, base, balance=False) == expected


@pytest.mark.parametrize(
    ("value", "base", "expected"),
    [
        (150, 100, (50.0, None)),
        (-150, -100, (50.0, "deficit_widened")),
        (-50, -100, (-50.0, "deficit_narrowed")),
        (-100, -100, (0.0, "deficit_unchanged")),
        (5, -3, (None, "sign_change")),
        (-5, 3, (None, "sign_change")),
        (0, 3, (None, "sign_change")),
        (0, -3, (None, "sign_change")),
        (3, 0, (None, "sign_change")),
        (-3, 0, (None, "sign_change")),
        (None, -3, (None, "missing")),
    ],
)
def test_balances(value: int | None, base: int | None, expected: tuple[float | None, str | None]) -> None:
    assert told(value, base, balance=True) == expected


def test_two_balances_of_zero_have_no_percentage_and_are_not_called_no_trade() -> None:
    # Method, section 3: of a balance a zero base is `sign_change`; exports and imports may be large.
    assert told(0, 0, balance=True) == (None, "sign_change")


def test_the_base_is_twelve_months_back_on_the_calendar_whatever_is_missing() -> None:
    rows = months("export", "2024-01", [10, None, 30, *[None] * 9, 20, 40, None])
    assert at(rows, "month", "2025-01", "export")["yoy"] == 100.0
    february = at(rows, "month", "2025-02", "export")
    assert (february["base_value"], february["yoy"], february["yoy_note"]) == (None, None, "missing")


def test_year_to_date_grows_on_the_same_months() -> None:
    rows = months("export", "2024-01", [10] * 12) + months("export", "2025-01", [20, 25])
    found = at(rows, "year_to_date", "2025-02", "export")
    assert (found["value"], found["base_value"], found["yoy"]) == (45, 20, 125.0)


def test_month_on_month_does_not_step_over_a_gap() -> None:
    frame = pl.DataFrame(
        {"flow": "export", "value": [10, None, 30, 45], "units": 1, "precision": 1, "stamp": 1},
        schema_overrides={"value": pl.Int64},
    )
    assert month_on_month(frame)["mom"].to_list() == [None, None, None, 50.0]


def test_two_flows_do_not_run_into_each_other() -> None:
    frame = pl.DataFrame(
        {"flow": ["export"] * 12 + ["import"] * 12, "value": 5, "units": 1, "precision": 1, "stamp": 1}
    )
    assert year_on_year(frame)["base_value"].null_count() == 24
    assert month_on_month(frame)["mom"].to_list() == ([None] + [0.0] * 11) * 2


def test_the_change_is_told_even_where_the_percentage_is_refused() -> None:
    rows = months("balance", "2024-01", [-268]) + months("balance", "2025-01", [5])
    found = at(rows, "month", "2025-01", "balance")
    assert (found["change"], found["yoy"], found["yoy_note"]) == (273, None, "sign_change")
