"""As of a day: the newest figure by then, strictly or not; and how a vintage is stamped."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.made_up import Row, frame, row
from tradecli.question import figures
from tradecli.vintages import known_on, months_covered, newest, read_stamp, stamp, vintage_day

FIRST = row("export", "month", "2025-10", 61_800, "2025-11-07")
REVISED = row("export", "month", "2025-10", 60_886, "2026-09-09", known_by=date(2026, 10, 1))


def october(as_of: date | None, rows: list[Row], *, strict: bool = False) -> list[Any]:
    known = frame(rows).filter(known_on(as_of, strict=strict))
    return figures(known, "US")["value"].to_list()


@pytest.mark.parametrize(
    ("as_of", "value"),
    [
        (date(2025, 11, 6), []),
        (date(2025, 11, 7), [61_800]),
        (date(2026, 9, 8), [61_800]),
        (date(2026, 9, 9), [60_886]),
        (None, [60_886]),
    ],
)
def test_a_release_of_the_day_itself_is_known(as_of: date | None, value: list[int]) -> None:
    assert october(as_of, [FIRST, REVISED]) == value


def test_strict_waits_for_the_day_it_was_certainly_public() -> None:
    rows = [FIRST, REVISED]
    assert october(date(2026, 9, 9), rows, strict=True) == [61_800]
    assert october(date(2026, 10, 1), rows, strict=True) == [60_886]


def test_a_figure_not_revised_stands_with_the_vintage_it_came_with() -> None:
    other = row("export", "month", "2025-09", 54_250, "2025-10-09")
    held = {line["period"].month: line for line in figures(frame([other, REVISED]), "US").to_dicts()}
    assert [read_stamp(held[month]["stamp"])[0] for month in (9, 10)] == [date(2025, 10, 9), date(2026, 9, 9)]


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_rows_does_not_matter(order: int) -> None:
    assert october(None, [FIRST, REVISED][::order]) == [60_886]


@pytest.mark.parametrize(("basis", "rank"), [("published", 0), ("retrieved", 1), ("inferred", 2)])
def test_a_stamp_reads_back(basis: str, rank: int) -> None:
    table = frame([REVISED | {"vintage_basis": basis}])
    stamped = table.select(stamp()).item()
    assert read_stamp(stamped) == (date(2026, 9, 9), basis)
    assert stamped == (date(2026, 9, 9) - date(1970, 1, 1)).days * 3 + rank
    assert vintage_day(stamped) == (date(2026, 9, 9) - date(1970, 1, 1)).days


def test_an_inferred_input_marks_the_sum_of_its_day() -> None:
    rows = [row("export", "month", f"2025-0{month}", 1) for month in (1, 2, 3)]
    rows[1] |= {"vintage_basis": "inferred"}
    assert max(read_stamp(value)[1] for value in newest(frame(rows), by=["flow"])["stamp"]) == "published"
    worst = newest(frame(rows), by=["flow"])["stamp"].max()
    assert isinstance(worst, int)
    assert read_stamp(worst)[1] == "inferred"


@pytest.mark.parametrize(
    ("span", "period", "length"),
    [
        ("month", "2025-08", 1),
        ("quarter", "2025-09", 3),
        ("year", "2025-12", 12),
        ("year_to_date", "2025-08", 8),
    ],
)
def test_how_many_months_a_figure_covers(span: str, period: str, length: int) -> None:
    assert frame([row("export", span, period, 1)]).select(months_covered()).item() == length


def test_of_two_figures_of_one_day_for_one_window_the_finer_wins() -> None:
    coarse = row("export", "quarter", "2025-03", 130_000, precision=10_000)
    fine = row("export", "year_to_date", "2025-03", 129_551)
    for rows in ([coarse, fine], [fine, coarse]):
        assert figures(frame(rows), "US")["value"].to_list() == [129_551]


@pytest.mark.parametrize(("span", "period"), [("quarter", "2025-03"), ("year", "2025-12")])
def test_of_two_equally_fine_figures_of_one_day_the_order_of_rows_does_not_decide(
    span: str, period: str
) -> None:
    rows = [row("export", span, period, 10), row("export", "year_to_date", period, 11)]
    assert (
        figures(frame(rows), "US")["value"].to_list() == figures(frame(rows[::-1]), "US")["value"].to_list()
    )
