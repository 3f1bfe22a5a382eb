"""The balance: a difference of flows, or the published one where its publisher knew better."""

from __future__ import annotations

from typing import Any

import pytest

from tests.made_up import Row, at, months, pair, row

EXPORT = row("export", "month", "2025-11", 64_050_000_000, "2025-12-09", precision=10_000_000)
IMPORT = row("import", "month", "2025-11", 47_970_000_000, "2025-12-09", precision=10_000_000)
PUBLISHED = row("balance", "month", "2025-11", 16_090_000_000, "2025-12-09", precision=10_000_000)


def november(*rows: Row) -> tuple[Any, Any]:
    found = at(rows, "month", "2025-11", "balance")
    return found["value"], found["basis"]


def test_exports_minus_imports() -> None:
    assert november(EXPORT, IMPORT) == (16_080_000_000, "difference")


def test_the_published_balance_of_the_same_day_came_from_unrounded_figures() -> None:
    assert november(EXPORT, IMPORT, PUBLISHED) == (16_090_000_000, "published")


def test_a_coarser_published_balance_of_the_same_day_is_left_aside() -> None:
    coarse = PUBLISHED | {"precision": 100_000_000, "value": 16_100_000_000}
    assert november(EXPORT, IMPORT, coarse)[1] == "difference"


def test_no_coarser_than_the_coarser_flow_is_fine_enough() -> None:
    fine = IMPORT | {"precision": 1_000}
    assert november(EXPORT, fine, PUBLISHED)[1] == "published"


@pytest.mark.parametrize(("day", "basis"), [("2025-12-10", "published"), ("2025-12-08", "difference")])
def test_the_newer_of_balance_and_flows(day: str, basis: str) -> None:
    coarse = row("balance", "month", "2025-11", 16_000_000_000, day, precision=1_000_000_000)
    assert november(EXPORT, IMPORT, coarse)[1] == basis


def test_newer_than_only_one_flow_is_not_newer() -> None:
    revised = EXPORT | {"vintage": row("export", "month", "2025-11", 1, "2026-01-09")["vintage"]}
    between = row("balance", "month", "2025-11", 1, "2025-12-31", precision=1)
    assert november(revised | {"known_by": revised["vintage"]}, IMPORT, between)[1] == "difference"


def test_a_missing_flow_leaves_the_published_balance_and_is_never_filled() -> None:
    assert november(EXPORT, PUBLISHED) == (16_090_000_000, "published")
    assert at([EXPORT, PUBLISHED], "month", "2025-11", "import")["value"] is None
    assert at([PUBLISHED], "month", "2025-11", "export")["value"] is None


def test_a_missing_flow_without_a_published_balance_is_no_zero() -> None:
    assert november(EXPORT) == (None, None)
    assert november(IMPORT) == (None, None)


def test_published_balances_of_months_add_up_to_a_window() -> None:
    rows = months("balance", "2025-01", [3, -5, 4], precision=1)
    found = at(rows, "quarter", "2025-03", "balance")
    assert (found["value"], found["basis"]) == (2, "sum")


def test_a_gap_in_one_flow_makes_the_balance_of_the_window_null() -> None:
    rows = months("export", "2025-01", [9, 9, 9]) + months("import", "2025-01", [1, None, 1])
    assert at(rows, "quarter", "2025-03", "balance")["value"] is None
    assert at(rows, "month", "2025-03", "balance")["value"] == 8


def test_errors_of_a_difference_add_up() -> None:
    found = at([EXPORT, IMPORT | {"precision": 1_000}], "month", "2025-11", "balance")
    assert (found["precision"], found["units"]) == (10_000_000, 10_001_000)


def test_a_deficit_is_negative_and_a_balanced_month_zero() -> None:
    rows = [EXPORT | {"value": 3}, IMPORT | {"value": 5}]
    assert november(*rows) == (-2, "difference")
    assert november(EXPORT, IMPORT | {"value": EXPORT["value"]}) == (0, "difference")


def test_the_vintage_of_a_difference_is_that_of_its_newer_flow() -> None:
    newer = row("import", "month", "2025-11", 1, "2026-01-09")
    found = at([EXPORT, newer], "month", "2025-11", "balance")
    assert (found["stamp"] // 3 - found["oldest"]) == 31
    assert pair([EXPORT, newer]).windows("month")["flow"].unique(maintain_order=True).to_list() == [
        "export",
        "import",
        "balance",
    ]
