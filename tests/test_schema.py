"""The one table: every rule refuses a row that breaks it, and says which."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from tests.made_up import row
from tradecli.errors import InvalidData
from tradecli.schema import OBSERVATIONS, check, rules

GOOD = row("export", "month", "2025-11", 5)
BROKEN: dict[str, dict[str, Any]] = {
    "an empty cell": {"value": None},
    "an unknown flow": {"flow": "re-export"},
    "an unknown adjustment": {"adjustment": "trend"},
    "an unknown span": {"span": "week"},
    "an unknown vintage basis": {"vintage_basis": "guessed"},
    "a period that is not the first of a month": {"period": date(2025, 11, 2)},
    "a quarter that does not end in March, June, September or December": {"span": "quarter"},
    "a year that does not end in December": {"span": "year"},
    "a year that no figure is of": {"period": date(202, 11, 1)},
    "a negative flow": {"value": -5},
    "a precision below one": {"precision": 0},
    "a figure known before it was published": {"known_by": date(2026, 1, 8)},
    "a vintage older than its period": {"vintage": date(2025, 10, 31)},
}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_row_that_breaks_a_rule_is_refused_by_its_name(rule: str) -> None:
    table = pl.DataFrame([GOOD | {"partner": "JP"}, GOOD | BROKEN[rule]], schema=OBSERVATIONS)
    with pytest.raises(InvalidData, match=f"1 rows have {rule}; the first is"):
        check(table)


def test_a_second_figure_for_a_key_is_refused_even_if_it_is_equal() -> None:
    for second in (GOOD, GOOD | {"value": 6}, GOOD | {"origin": "elsewhere"}):
        with pytest.raises(InvalidData, match="2 rows have a second figure for the same key"):
            check(pl.DataFrame([GOOD, second], schema=OBSERVATIONS))


def test_every_rule_has_a_test() -> None:
    assert set(rules()) == {*BROKEN, "a second figure for the same key"}


def test_a_balance_may_be_negative_and_vintages_stand_side_by_side() -> None:
    later = GOOD | {"vintage": date(2026, 2, 9), "known_by": date(2026, 2, 9)}
    table = pl.DataFrame([GOOD, later, GOOD | {"flow": "balance", "value": -5}], schema=OBSERVATIONS)
    assert check(table).height == 3


@pytest.mark.parametrize("change", [{"value": pl.Float64}, {"period": pl.String}])
def test_a_column_of_another_type_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(InvalidData, match="not a table of observations"):
        check(pl.DataFrame([GOOD], schema=OBSERVATIONS).cast(change))


def test_a_missing_column_is_refused() -> None:
    with pytest.raises(InvalidData, match="not a table of observations"):
        check(pl.DataFrame([GOOD], schema=OBSERVATIONS).drop("known_by"))
