"""The worked examples of the method, with the literals they were published with."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.made_up import at, known, months, row
from tradecli.catalogue.en.formats import FORMATS
from tradecli.catalogue.style import Style, part, percent
from tradecli.catalogue.writer import write
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.model.ratio import Growth
from tradecli.reports import surplus
from tradecli.statistics.growth import growth_of, multiple_of
from tradecli.statistics.share import share_of

MILLION = 10**6
CENT = 10 * MILLION


def figure(value: int, flow: str = "export", uncertainty: int = 0) -> Figure:
    return Figure(flow, Window("year", date(2025, 12, 1)), Money(value, 1, "USD"), uncertainty)


def words_for(growth: Growth) -> str | None:
    multiple = multiple_of(growth)
    return multiple and FORMATS["Multiple"](multiple, Style(), "")


def balance(exports: int, imports: int) -> int:
    rows = [row("export", "year", "2025-12", exports), row("import", "year", "2025-12", imports)]
    value = at(rows, "year", "2025-12", "balance")["value"]
    assert isinstance(value, int)
    return value


def test_1_the_surplus_of_2025() -> None:
    assert balance(640_750 * MILLION, 483_610 * MILLION) == 157_140 * MILLION


@pytest.mark.parametrize(
    ("value", "base", "rate", "words"),
    [
        pytest.param(150_116, 64_703, "+132.0 %", "more than doubled", id="2"),
        pytest.param(150_116, 64_880, "+131.4 %", "more than doubled", id="3"),
        pytest.param(146_800, 73_900, "+98.6 %", "nearly doubled", id="4"),
    ],
)
def test_2_to_4_growth_and_its_word(value: int, base: int, rate: str, words: str) -> None:
    growth = growth_of(figure(value, uncertainty=1), figure(base, uncertainty=1))
    assert percent(growth) == rate
    assert words_for(growth) == words


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        *[("1.8999", None), ("1.90", "nearly doubled"), ("1.9999", "nearly doubled")],
        *[("2.00", "doubled"), ("2.0499", "doubled"), ("2.05", "more than doubled")],
        *[("2.8499", "more than doubled"), ("2.85", "nearly tripled"), ("3", "tripled")],
        *[("3.0749", "tripled"), ("3.075", "more than tripled"), ("3.8", "nearly quadrupled")],
        *[("4", "quadrupled"), ("4.1", "more than quadrupled"), ("1", None), ("0.5", None)],
    ],
)
def test_bands_of_wording_are_on_the_unrounded_ratio(ratio: str, words: str | None) -> None:
    exact = Fraction(ratio)
    growth = growth_of(figure(exact.numerator), figure(exact.denominator))
    assert words_for(growth) == words


def test_5_the_share_of_the_united_states() -> None:
    share = share_of(figure(198_270), figure(640_750))
    assert share
    assert part(share) == "30.9"


def test_7_a_part_of_a_year_passes_a_level_and_has_no_growth_on_it() -> None:
    years = [row("balance", "year", f"{year}-12", 400 + year - 2019) for year in range(2019, 2022)]
    rows = [*years, row("balance", "year", "2022-12", 479_420), row("balance", "year", "2024-12", 474_930)]
    part = [
        row("balance", "year_to_date", f"{year}-10", value) for year, value in ((2024, 390), (2025, 514_450))
    ]
    answer = surplus.Surplus(known([*rows, *part]), part[1]["period"])
    (said,) = [one for one in surplus.findings(answer) if one.key == "exceeds_every_year"]
    text = write(said, Style(unit="dollar"))
    # No figure of 2023 is among them.
    assert text == (
        "Already above every full year since 2019 in available data with 1 missing; "
        "the highest was 479,420, in 2022."
    )
    assert "%" not in text


def test_9_the_published_year_goes_before_the_sum_of_first_releases() -> None:
    rows = [
        row("export", "year_to_date", "2025-10", 514_450 * MILLION, "2025-11-07"),
        row("export", "month", "2025-11", 64_100 * MILLION, "2025-12-09"),
        row("export", "month", "2025-12", 62_480 * MILLION, "2026-01-09"),
        row("export", "year", "2025-12", 640_750 * MILLION, "2026-01-09"),
    ]
    found = at(rows, "year", "2025-12", "export")
    assert (found["value"], found["basis"]) == (640_750 * MILLION, "published")


def test_10_a_published_balance_within_rounding_is_no_fault() -> None:
    rows = [
        row("export", "month", "2025-12", 62_480 * MILLION, precision=CENT),
        row("import", "month", "2025-12", 43_040 * MILLION, precision=CENT),
        row("balance", "month", "2025-12", 19_430 * MILLION, precision=CENT),
    ]
    found = at(rows, "month", "2025-12", "balance")
    assert (found["value"], found["basis"]) == (19_430 * MILLION, "published")
    assert at(rows[:2], "month", "2025-12", "balance")["value"] == 19_440 * MILLION


def test_12_switzerland_turned_and_has_no_percentage() -> None:
    rows = months("balance", "2024-06", [-2_680]) + months("balance", "2025-06", [53])
    found = at(rows, "month", "2025-06", "balance")
    assert (found["yoy"], found["yoy_note"], found["change"]) == (None, "sign_change", 2_733)


def test_13_a_deficit_widened() -> None:
    rows = months("balance", "2024-06", [-5_950 * MILLION]) + months(
        "balance", "2025-06", [-12_630 * MILLION]
    )
    found = at(rows, "month", "2025-06", "balance")
    assert (found["yoy_note"], found["change"]) == ("deficit_widened", -6_680 * MILLION)
    growth = growth_of(figure(found["value"], "balance"), figure(found["base_value"], "balance"))
    assert percent(growth) == "+112.3 %"


def test_16_a_yi_is_a_hundred_million() -> None:
    assert Style(unit="yi").money(Money(150_116 * MILLION, MILLION, "USD")) == "1,501.16"
    assert Style(digits=3).money(Money(150_116 * MILLION, MILLION, "USD")) == "150.116"


def test_17_a_zero_base() -> None:
    rows = months("export", "2024-06", [0]) + months("export", "2025-06", [5])
    found = at(rows, "month", "2025-06", "export")
    assert (found["yoy"], found["yoy_note"]) == (None, "zero_base")


def test_20_the_ratio_of_what_both_sides_report() -> None:
    # Only the arithmetic of ratios exists yet: 116.3 against 111.37 is 1.044 times.
    assert percent(growth_of(figure(11_630), figure(11_137))) == "+4.4 %"
