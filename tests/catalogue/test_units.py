"""The unit of an answer: one for its table, its sentences and its machine rows, in which it can be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest

from tests.conftest import Ran
from tradecli.catalogue.style import Style
from tradecli.catalogue.units import fitted, of_statement
from tradecli.model.money import Money, Shown

Trade = Callable[..., Ran]
#: Taiwan's exports to Nepal in August 2025 were 476 thousand dollars, as the ministry published them.
NEPAL = ("exports", "--partner", "NP", "--through", "2025-08", "--months", "2")


@pytest.mark.parametrize(
    ("sizes", "unit"),
    [
        ([1_000_000_000], "billion"),
        ([999_999_999], "million"),
        ([10_000_000], "million"),
        ([9_999_999], "thousand"),
        ([100_000], "thousand"),
        ([99_999], "dollar"),
        ([7], "dollar"),
        ([7, 45_600_000_000], "million"),
        ([0, 2_500_000_000], "billion"),
        ([-20_000_000, 40_000_000_000], "million"),
        # 100,000.0 million would have too many.
        ([-20_000_000, 100_000_000_000], "billion"),
    ],
)
def test_the_smallest_figure_keeps_three_digits(sizes: Sequence[int], unit: str) -> None:
    assert fitted(Style(), [Money(size, 1, "USD") for size in sizes]).scale == unit


@pytest.mark.parametrize(
    ("size", "precision", "unit"),
    [(640_000_000, 10_000_000, "billion"), (64_000_000, 1_000_000, "million"), (2_000, 1_000, "thousand")],
)
def test_no_more_digits_are_made_room_for_than_were_published(size: int, precision: int, unit: str) -> None:
    assert fitted(Style(), [Money(size, precision, "USD")]).scale == unit


def test_a_unit_that_was_asked_for_stays() -> None:
    assert fitted(Style(unit="billion"), [Money(476_000, 1_000, "USD")]).scale == "billion"
    assert of_statement(Style(unit="billion"), Shown(10**6, 6)).scale == "billion"
    assert of_statement(Style(digits=1), Shown(10**6, 4)).digits == 1


def test_every_form_has_the_same_unit(trade: Trade) -> None:
    rows = trade(*NEPAL, "--format", "csv").rows
    assert [(row["value_display"], row["display_unit"]) for row in rows] == [
        ("630", "thousand"),
        ("476", "thousand"),
    ]
    table = trade(*NEPAL, "--format", "table").out
    assert "US$ thousand" in table
    assert " 476 " in table
    answer = json.loads(trade(*NEPAL, "--format", "json").out)
    assert answer["rows"][-1]["display_unit"] == "thousand"
    assert trade(*NEPAL, "--unit", "million", "--format", "csv").rows[-1]["value_display"] == "0.5"
    chinese = trade(*NEPAL, "--lang", "zh", "--format", "table").out
    assert "千美元" in chinese


@pytest.mark.parametrize(
    ("claim", "then", "said"),
    [
        # 64,042,... million today, 64.05 billion as first published.
        ("exports 2025-11: 64.1 bn @ 2025-12-09", "64.1", "exports, Nov 2025: 64.1 (US$ billion)"),
        ("exports to NP 2025-08: 0.5 million", "0.5", "Nepal, Aug 2025: 0.5 (US$ million)"),
        ("exports to NP 2025-08: 476 thousand", "476", "476 (US$ thousand)"),
        ("exports to NP 2025-08: 0.48 million", "0.48", "0.48 (US$ million)"),
    ],
)
def test_a_claim_is_shown_in_its_unit_and_its_digits(trade: Trade, claim: str, then: str, said: str) -> None:
    ran = trade("check", claim, "--format", "markdown")
    assert said in ran.out
    assert f"| {then} |" in ran.out
