"""Properties 13, 14 and 20: the order of rows is nothing, a double is refused, and days only add figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.drawn import examples
from tests.made_up import Row, frame, pair
from tests.properties.tables import tables
from tradecli.errors import InvalidData
from tradecli.question import figures
from tradecli.statistics.windows import KINDS
from tradecli.vintages import known_on, vintage_day

DAYS = st.dates(date(2024, 6, 1), date(2026, 1, 1))


def everything(rows: list[Row]) -> list[Any]:
    held = pair(rows)
    return [held.windows(kind).drop("origin").rows() for kind in KINDS]


@given(rows=tables(), order=st.randoms(use_true_random=False))
@examples(15, 40)
def test_13_permuting_the_rows_changes_nothing(rows: list[Row], order: Any) -> None:
    assume(rows)
    shuffled = list(rows)
    order.shuffle(shuffled)
    assert everything(shuffled) == everything(rows)


@given(rows=tables(), which=st.integers(0, 10**6), different=st.booleans())
@examples(10, 30)
def test_14_a_double_is_refused_and_not_counted_twice(rows: list[Row], which: int, different: bool) -> None:
    assume(rows)
    double = dict(rows[which % len(rows)])
    double["value"] += 1 if different else 0
    with pytest.raises(InvalidData, match="second figure for the same key"):
        frame([*rows, double])


def known(rows: list[Row], day: date | None, *, strict: bool = False) -> dict[Any, Any]:
    found = figures(frame(rows).filter(known_on(day, strict=strict)), "US").to_dicts()
    return {(line["flow"], line["period"], line["months"]): line for line in found}


@given(rows=tables(), first=DAYS, second=DAYS)
@examples(20, 60)
def test_20_a_later_day_knows_everything_an_earlier_one_did(
    rows: list[Row], first: date, second: date
) -> None:
    early, late = sorted((first, second))
    before, after = known(rows, early), known(rows, late)
    for key, line in before.items():
        assert vintage_day(after[key]["stamp"]) >= vintage_day(line["stamp"])
    assert set(known(rows, early, strict=True)) <= set(before)


@given(rows=tables())
@examples(10, 30)
def test_20_as_of_today_is_the_latest(rows: list[Row]) -> None:
    assert (
        known(rows, date(2026, 12, 31)) == known(rows, None) == known(rows, date(2026, 12, 31), strict=True)
    )
