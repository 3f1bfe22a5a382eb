"""Figures as a person reads them: money, percentages, signs, `~`, multiples."""

from __future__ import annotations

from datetime import date

import pytest

from tradecli.catalogue.style import MISSING, Style, part, percent, style
from tradecli.errors import QueryError
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.statistics.growth import growth_of
from tradecli.statistics.share import share_of


def usd(value: int, precision: int = 1) -> Money:
    return Money(value, precision, "USD")


def figure(value: int | None, uncertainty: int = 0, flow: str = "export") -> Figure:
    money = None if value is None else usd(value)
    return Figure(flow, Window("month", date(2025, 11, 1)), money, uncertainty)


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
    assert style.money(usd(value, precision)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(74_500_000_000, "+74.50"), (-7_790_000_000, "-7.79"), (0, "0.00"), (-1, "0.00"), (1, "0.00")],
)
def test_a_change_has_its_sign_and_zero_has_none(value: int, shown: str) -> None:
    assert Style().change(Change(usd(value))) == shown


def test_money_of_another_currency_says_which() -> None:
    euros = Money(811_000_000, 1, "EUR")
    assert Style().money(euros) == "EUR 0.81"
    assert Style(currency="EUR").money(euros) == "0.81"
    assert Style(currency="EUR").change(Change(usd(5_000_000_000))) == "USD +5.00"


def test_a_missing_amount_is_a_dash() -> None:
    assert Style().money(None) == Style().change(None) == MISSING == "–"


@pytest.mark.parametrize(
    ("value", "tiny"), [(4_999_999, True), (-4_999_999, True), (5_000_000, False), (0, False)]
)
def test_tiny_base(value: int, tiny: bool) -> None:
    assert Style().prints_as_zero(usd(value)) is tiny


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
        # 2 decimals of a display never hide that halves go up: +0.25 %
        (40_100, 40_000, "+0.3 %"),
    ],
)
def test_percent_of_exact_figures(value: int, base: int, shown: str) -> None:
    assert percent(growth_of(figure(value), figure(base))) == shown


@pytest.mark.parametrize(("value", "base", "shown"), [(-1_263, -595, "+112.3 %"), (-4, -5, "-20.0 %")])
def test_percent_of_two_deficits_is_that_of_the_deficit(value: int, base: int, shown: str) -> None:
    balances = (figure(amount, flow="balance") for amount in (value, base))
    assert percent(growth_of(*balances)) == shown


@pytest.mark.parametrize(
    ("value", "value_units", "base", "base_units", "shown"),
    [
        # 64.05 / 61.80, both to 0.01: between 3.62 and 3.66 %, which print as 3.6 and 3.7.
        (64_050, 10, 61_800, 10, "~+3.6 %"),
        # The same to 0.001: between 3.639 and 3.642 %, one value printed.
        (64_050, 1, 61_800, 1, "+3.6 %"),
        (1_234, 1, 100, 1, "~x12.3"),
        # A base that could be zero, or less, leaves everything open.
        (5, 1, 1, 2, "~+400.0 %"),
        (5, 1, 1, 3, "~+400.0 %"),
    ],
)
def test_a_tilde_where_the_inputs_leave_the_digit_open(
    value: int, value_units: int, base: int, base_units: int, shown: str
) -> None:
    assert percent(growth_of(figure(value, value_units), figure(base, base_units))) == shown


@pytest.mark.parametrize(("value", "base"), [(None, 5), (5, None), (5, 0), (0, 0)])
def test_no_rate_is_no_text(value: int | None, base: int | None) -> None:
    assert percent(growth_of(figure(value), figure(base))) == ""


def test_share() -> None:
    # 198.27 of 640.75 is 30.943 %.
    pairs = [(198_270, 640_750), (1, 1_000), (1, 2_000), (1, 2_001)]
    shares = [share_of(figure(one), figure(total)) for one, total in pairs]
    assert [part(share) for share in shares if share] == ["30.9", "0.1", "0.1", "0.0"]


@pytest.mark.parametrize(
    ("lang", "unit", "digits"),
    [("fr", "", None), ("en", "quintillion", None), ("en", "", 10), ("en", "", -1)],
)
def test_what_cannot_be_shown_is_refused(lang: str, unit: str, digits: int | None) -> None:
    with pytest.raises(QueryError) as refused:
        style(lang, unit, digits)
    assert refused.value.hint
