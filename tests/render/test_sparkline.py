"""The line of small bars: heights worked out by hand, gaps, two sides, and what a narrow terminal shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from rich.cells import cell_len

from tradecli.catalogue.style import Style
from tradecli.model.figure import Window
from tradecli.model.money import Money
from tradecli.model.report import Trend
from tradecli.render.sparkline import sparkline

MILLIONS = Style(unit="million", digits=0)


def trend(*values: int | None, flow: str = "export") -> Trend:
    """The months of 2024 on, in millions."""
    days = [date(2024 + place // 12, place % 12 + 1, 1) for place in range(len(values))]
    amounts = [None if value is None else Money(value * 10**6, 1, "USD") for value in values]
    return Trend(flow, [(Window("month", day), amount) for day, amount in zip(days, amounts, strict=True)])


def bars(lines: Sequence[str], first: str, last: str) -> list[str]:
    """What stands between the two months of the first line, in each line."""
    start = lines[0].index(first) + len(first) + 1
    end = lines[0].index(f" {last}")
    return [line[start:end] for line in lines]


def test_heights_are_eighths_of_the_highest_month_from_zero() -> None:
    lines = sparkline(trend(1, 10, 20, 40, 70, 80), MILLIONS)
    assert lines == ["Exports  Jan 2024 ▁▁▂▄▇█ Jun 2024  1 to 80"]
    # 10 of 80 is one eighth, 11 more than one: a bar is never lower than its month.
    assert "▁▂" in sparkline(trend(10, 11, 80), MILLIONS)[0]


def test_a_gap_is_no_bar_and_nothing_at_all_is_not_a_gap() -> None:
    lines = sparkline(trend(40, None, 0, 80), MILLIONS)
    assert lines == ["Exports  Jan 2024 ▄?_█ Apr 2024  0 to 80 (1 missing)"]


def test_ascii_digits_stand_for_the_same_eighths() -> None:
    assert sparkline(trend(10, 40, None, 80), MILLIONS, blocks=False)[0].split()[3] == "14?8"


@pytest.mark.parametrize(
    ("values", "name", "text"),
    [
        ((10, 20), "Surplus", "10 to 20"),
        ((-10, -20), "Deficit", "10 to 20"),
        ((-20, 0), "Deficit", "0 to 20"),
    ],
)
def test_a_balance_of_one_sign_is_named_by_it(values: tuple[int, ...], name: str, text: str) -> None:
    [line] = sparkline(trend(*values, flow="balance"), MILLIONS)
    assert line.startswith(name)
    assert line.endswith(text)


def test_a_change_of_sign_has_two_lines_on_one_scale() -> None:
    lines = sparkline(trend(80, -40, None, 20, flow="balance"), MILLIONS)
    assert [line.split()[0] for line in lines] == ["Surplus", "Deficit"]
    # Each month stands in one of the two; one that is not available is marked in both.
    assert bars(lines, "Jan 2024", "Apr 2024") == ["█ ?▂", " ▄? "]
    assert ["up to 80" in lines[0], "up to 40" in lines[1]] == [True, True]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 58, 78, 118])
def test_a_narrow_terminal_shows_the_newest_months(lang: str, width: int) -> None:
    lines = sparkline(trend(*range(1_001, 1_025)), Style(lang, unit="million", digits=0), width=width)
    assert max(map(cell_len, lines), default=0) <= width
    shown = lines[0] if lines else ""
    assert sum(sign in "▁▂▃▄▅▆▇█" for sign in shown) in ({24} if width >= 78 else {0, 6, 13})


def test_nothing_but_zeros_divides_by_nothing() -> None:
    assert sparkline(trend(0, 0, 0), MILLIONS) == ["Exports  Jan 2024 ___ Mar 2024  0 to 0"]
