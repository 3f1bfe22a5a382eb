"""Properties 6, 7, 8 and 15: years, quarters and rolling sums agree; a lost month spoils its own windows."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import examples
from tests.made_up import Row, months, pair, row
from tradecli.statistics.windows import KINDS

MONEY = st.integers(0, 10**13)
TWO_YEARS = st.lists(MONEY, min_size=24, max_size=24)
SEVERAL = st.lists(st.sampled_from(["2026-01-09", "2026-02-09"]), min_size=24, max_size=24)


def values(rows: Sequence[Row]) -> dict[tuple[str, str, str], int | None]:
    """Every window's value by flow, kind and month."""
    held = pair(rows)
    return {
        (line["flow"], kind, line["period"].isoformat()[:7]): line["value"]
        for kind in KINDS
        for line in held.windows(kind).to_dicts()
    }


@given(TWO_YEARS, SEVERAL)
@examples(15, 40)
def test_6_and_7_in_december_all_three_are_the_year(amounts: list[int], vintages: list[str]) -> None:
    rows = months("export", "2024-01", amounts)
    rows = [
        line | row("export", "month", "2024-01", 1, day) | {"period": line["period"], "value": line["value"]}
        for line, day in zip(rows, vintages, strict=True)
    ]
    held = values(rows)
    for year, expected in (("2024", sum(amounts[:12])), ("2025", sum(amounts[12:]))):
        found = {held["export", kind, f"{year}-12"] for kind in ("year", "year_to_date", "rolling_12")}
        assert found == {expected}


@given(TWO_YEARS)
@examples(15, 40)
def test_8_four_quarters_of_one_vintage_are_the_year(amounts: list[int]) -> None:
    held = values(months("export", "2024-01", amounts))
    quarters = [held["export", "quarter", f"2025-{month}"] or 0 for month in ("03", "06", "09", "12")]
    assert sum(quarters) == held["export", "year", "2025-12"] == sum(amounts[12:])


@given(TWO_YEARS, st.integers(0, 23), st.booleans())
@examples(20, 60)
def test_15_a_lost_month_empties_the_windows_that_hold_it_and_no_other(
    amounts: list[int], lost: int, published: bool
) -> None:
    rows = months("export", "2024-01", amounts)
    year = f"{2024 + lost // 12}-12"
    more = [row("export", "year", year, 7, "2025-12-31")] if published else []
    before, after = values([*rows, *more]), values([*rows[:lost], *rows[lost + 1 :], *more])
    for (flow, kind, period), value in after.items():
        if flow != "export" or before[flow, kind, period] is None:
            continue
        last = int(period[:4]) * 12 + int(period[5:]) - 1 - 2024 * 12
        length = {"quarter": 3, "year": 12, "rolling_12": 12, "year_to_date": last % 12 + 1}.get(kind, 1)
        if not last - length < lost <= last:
            assert value == before[flow, kind, period]
        elif published and length == 12 and period == year:
            assert value == 7
        else:
            assert value is None, (kind, period)
