"""Figures as a person reads them: money, percentages, signs, `~`, multiples."""

from __future__ import annotations

import pytest

from tradecli.errors import QueryError
from tradecli.render.style import MISSING, Style, defined, growing, interval, percent, share
from tradecli.report import Amount, Rate


@pytest.mark.parametrize(
    ("value", "precision", "style", "shown"),
    [
        # 2 decimals of US$ billion, never finer than the figure's last published digit.
        (131_027_476_000, 1_000, Style(), "131.03"),
        (131_800_000_000, 10**8, Style(), "131.8"),
        (131_000_000_000, 10**9, Style(), "131"),
        (64_050_000_000, 10**7, Style(digits=3), "64.05"),
        (64_050_123_000, 1_000, Style(digits=9), "64.050123"),
        (64_050_123_000, 1_000, Style(digits=0), "64"),
        # 1,501.16 of 100 million are 150.116 billion.
        (150_116_000_000, 10**6, Style("zh"), "1,501.16"),
        (150_116_000_000, 10**6, Style(unit="billion", digits=3), "150.116"),
        (1_234_567_890, 1, Style(unit="million"), "1,234.6"),
        (1_234_567_890, 1, Style(unit="thousand"), "1,234,568"),
        (1_234_567_890, 1, Style(unit="dollar"), "1,234,567,890"),
        # Halves go away from zero.
        (5_000_000, 1, Style(), "0.01"),
        (-5_000_000, 1, Style(), "-0.01"),
        (1_005_000_000, 1, Style(), "1.01"),
        (34_850_000_000, 1, Style(digits=1), "34.9"),
        # Nothing prints as -0.
        (-4_999_999, 1, Style(), "0.00"),
        (-499_999_999, 1, Style(digits=0), "0"),
        (0, 1, Style(), "0.00"),
    ],
)
def test_money(value: int, precision: int, style: Style, shown: str) -> None:
    assert style.money(Amount(value, precision)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(74_500_000_000, "+74.50"), (-7_790_000_000, "-7.79"), (0, "0.00"), (-1, "0.00"), (1, "0.00")],
)
def test_a_change_has_its_sign_and_zero_has_none(value: int, shown: str) -> None:
    assert Style().money(Amount(value, 1, signed=True)) == shown


def test_a_missing_amount_is_a_dash() -> None:
    assert Style().money(Amount(None, None)) == MISSING == "–"


@pytest.mark.parametrize(
    ("value", "tiny"), [(4_999_999, True), (-4_999_999, True), (5_000_000, False), (0, False)]
)
def test_tiny_base(value: int, tiny: bool) -> None:
    assert Style().prints_as_zero(Amount(value, 1)) is tiny


@pytest.mark.parametrize(
    ("value", "base", "shown"),
    [
        (150_116, 64_703, "+132.0 %"),
        (150_116, 64_880, "+131.4 %"),
        (1_468, 739, "+98.6 %"),
        (1_005, 1_000, "+0.5 %"),
        (10_005, 10_000, "+0.1 %"),
        (9_995, 10_000, "-0.1 %"),
        (10_004, 10_000, "0.0 %"),
        (9_996, 10_000, "0.0 %"),
        (100, 100, "0.0 %"),
        (0, 100, "-100.0 %"),
        (10_999, 1_000, "+999.9 %"),
        (11_000, 1_000, "x11.0"),
        (12_345_000, 1_000, "x12,345.0"),
        (-1_263, -595, "+112.3 %"),
        (-4, -5, "-20.0 %"),
        # 2 decimals of a display never hide that halves go up: +0.25 %
        (40_100, 40_000, "+0.3 %"),
    ],
)
def test_percent_of_exact_figures(value: int, base: int, shown: str) -> None:
    assert percent(Rate(value, 0, base, 0)) == shown


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        # 64.05 / 61.80, both to 0.01: between 3.62 and 3.66 %, which print as 3.6 and 3.7.
        (Rate(64_050, 10, 61_800, 10), "~+3.6 %"),
        # The same to 0.001: between 3.639 and 3.642 %, one value printed.
        (Rate(64_050, 1, 61_800, 1), "+3.6 %"),
        (Rate(1_234, 1, 100, 1), "~x12.3"),
        # A base that could be zero, or less, leaves everything open.
        (Rate(5, 1, 1, 2), "~+400.0 %"),
        (Rate(5, 1, 1, 3), "~+400.0 %"),
    ],
)
def test_a_tilde_where_the_inputs_leave_the_digit_open(rate: Rate, shown: str) -> None:
    assert percent(rate) == shown


@pytest.mark.parametrize(
    "rate",
    [
        Rate(None, None, 5, 1),
        Rate(5, 1, None, None),
        Rate(5, 1, 0, 1),
        Rate(0, 1, 0, 1),
        Rate(5, 1, -5, 1, "sign_change"),
        Rate(5, 1, 5, 1, "missing"),
        Rate(5, 1, 5, 1, "zero_base"),
    ],
)
def test_no_rate_is_no_text(rate: Rate) -> None:
    assert not defined(rate)
    assert percent(rate) == ""


def test_the_ends_of_no_rate_cannot_be_told() -> None:
    with pytest.raises(ValueError, match="no growth"):
        interval(Rate(5, 1, 0, 1))


def test_growing_tells_the_larger_side() -> None:
    assert growing(Rate(6, 0, 5, 0))
    assert growing(Rate(-6, 0, -5, 0))
    assert not growing(Rate(-5, 0, -6, 0))


def test_share() -> None:
    # 198.27 of 640.75 is 30.943 %.
    assert [share(198_270, 640_750), share(1, 1_000), share(1, 2_000), share(1, 2_001)] == [
        *("30.9", "0.1", "0.1", "0.0"),
    ]


@pytest.mark.parametrize("asked", [{"lang": "fr"}, {"unit": "trillion"}, {"digits": 10}, {"digits": -1}])
def test_what_cannot_be_shown_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(QueryError) as refused:
        Style(**asked)  # type: ignore[arg-type]
    assert refused.value.hint
