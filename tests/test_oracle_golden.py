"""The oracle against figures that the statistics offices and the specification state."""

import random
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests import oracle
from tests.oracle import Known, Observation, Row, half_up

BILLION = 10**9


def billions(value: int, digits: int = 2) -> str:
    return f"{float(half_up(Fraction(value, BILLION), digits)):.{digits}f}"


def percent(rate: Fraction) -> str:
    return f"{float(half_up(rate, 1)):+.1f}"


def surplus(
    partner: str, through: str, as_of: str | None = None, **more: Any
) -> Mapping[tuple[str, str], Row]:
    day = date.fromisoformat(as_of) if as_of else None
    rows = oracle.surplus_rows(
        oracle.load("mof", partner), through, reporter="TW", partner=partner, as_of=day, **more
    )
    return {(row["flow"], row["span"]): row for row in rows}


# --- figures of the specification


def test_surplus_with_the_us_through_november() -> None:
    answer = surplus("US", "2025-11")
    assert len(answer) == 6
    exports, imports, balance = (answer[flow, "year_to_date"] for flow in oracle.FLOWS)
    assert [billions(row["value"]) for row in (exports, imports, balance)] == ["176.02", "44.99", "131.03"]
    assert [billions(row["base_value"]) for row in (exports, imports, balance)] == [
        "101.52",
        "43.03",
        "58.49",
    ]
    assert [billions(row["change"]) for row in (exports, imports, balance)] == ["74.50", "1.96", "72.54"]
    assert [percent(row["yoy"]) for row in (exports, imports, balance)] == ["+73.4", "+4.6", "+124.0"]
    assert [billions(row["previous_year"]) for row in (exports, imports, balance)] == [
        "111.36",
        "46.66",
        "64.70",
    ]
    assert balance["record"] is True
    assert (balance["record_since"], balance["previous_record_period"]) == ("2001-11", "2024-11")
    assert billions(balance["previous_record"]) == "58.49"
    assert balance["basis"] == "difference"
    assert billions(answer["balance", "month"]["value"]) == "19.88"


def test_as_of_the_day_of_the_news() -> None:
    answer = surplus("US", "2025-11", "2026-01-09")
    balance = answer["balance", "year_to_date"]
    assert (balance["value"], balance["basis"]) == (131_800_000_000, "published")
    assert balance["yoy_note"] == "base_superseded"
    assert answer["export", "year_to_date"]["yoy_note"] == ""


def test_through_august() -> None:
    balance = surplus("US", "2025-08", "2025-09-09")["balance", "year_to_date"]
    assert (billions(balance["value"]), percent(balance["yoy"])) == ("85.37", "+101.9")


@pytest.mark.parametrize(
    ("as_of", "value", "mom", "rank", "streak"),
    [("2025-12-09", "64.05", "+3.6", 1, 25), (None, "64.04", "+5.2", 1, 25)],
)
def test_total_exports_of_november(as_of: str | None, value: str, mom: str, rank: int, streak: int) -> None:
    day = date.fromisoformat(as_of) if as_of else None
    (row,) = oracle.flow_rows(
        oracle.load("mof"), "export", "2025-11", 1, reporter="TW", partner="WORLD", as_of=day
    )
    assert (billions(row["value"]), percent(row["mom"])) == (value, mom)
    assert (row["rank"], row["record"], row["streak"]) == (rank, True, streak)


def test_a_coarser_press_balance_does_not_displace_the_difference() -> None:
    balance = surplus("US", "2025-06", "2025-07-08")["balance", "year_to_date"]
    assert (billions(balance["value"]), balance["basis"]) == ("55.23", "difference")


def test_published_year_goes_before_older_months() -> None:
    question: oracle.Question = {"reporter": "TW", "partner": "KR", "as_of": date(2025, 9, 9)}
    year = oracle.window(oracle.load("mof", "KR"), "import", "2022-01", "2022-12", **question)
    assert year.value is not None
    assert (billions(year.value), year.basis) == ("34.26", "published")


def test_deficit_with_china_is_the_widest_and_the_first_since_2001() -> None:
    answer = surplus("CN", "2026-08")
    balance = answer["balance", "year_to_date"]
    assert balance["value"] < 0 < balance["base_value"]
    assert (balance["yoy"], balance["yoy_note"], balance["record"]) == (None, "sign_change", True)
    assert (balance["previous_record"], balance["previous_record_period"]) == (-662_258_000, "2001-08")
    known, month = Known(oracle.load("mof", "CN"), "TW", "CN"), oracle.month_number("2026-08")
    between = [known.of_kind("balance", "year_to_date", month - 12 * years).value for years in range(1, 25)]
    assert all(value is not None and value > 0 for value in between)
    assert percent(answer["balance", "month"]["yoy"]) == "-99.6"


def test_mexico_lacks_imports() -> None:
    june = surplus("MX", "2025-06")
    assert june["export", "month"]["value"] == 1_396_114_000
    assert june["import", "month"]["value"] is june["balance", "month"]["value"] is None
    assert oracle.default_through(oracle.load("mof", "MX"), reporter="TW", partner="MX") == "2023-05"
    assert oracle.answerable(oracle.load("mof", "MX"), "2025-06", reporter="TW", partner="MX")
    assert not oracle.answerable(oracle.load("mof", "MX"), "2035-06", reporter="TW", partner="MX")


def test_published_balance_of_unrounded_figures() -> None:
    month = surplus("WORLD", "2025-11", "2025-12-09")["balance", "month"]
    assert (month["value"], month["basis"]) == (16_090_000_000, "published")


@pytest.mark.parametrize(("through", "streak"), [("2025-10", 24), ("2023-10", -1)])
def test_streak_of_total_exports(through: str, streak: int) -> None:
    (row,) = oracle.flow_rows(oracle.load("mof"), "export", through, 1, reporter="TW", partner="WORLD")
    assert row["streak"] == streak


def test_published_balances_agree_with_their_own_vintage() -> None:
    for partner in ("WORLD", "US", "CN+HK", "JP", "KR", "SG", "ASIA", "EUROPE"):
        known = Known(oracle.load("mof", partner), "TW", partner, date(2025, 9, 9))
        for year in range(2015, 2025):
            first = year * 12
            windows = [known.one_flow(flow, first, first + 11) for flow in oracle.FLOWS]
            if all(window.basis == "published" and window.vintage == date(2025, 9, 9) for window in windows):
                exports, imports, balance = (window.value or 0 for window in windows)
                assert abs(exports - imports - balance) <= 1000, (partner, year)


# --- small tables


def row(
    flow: str, span: str, period: str, value: int, vintage: str = "2025-01-10", **more: Any
) -> Observation:
    return {
        "source": "test",
        "reporter": "TW",
        "partner": "US",
        "flow": flow,
        "commodity": "TOTAL",
        "classification": "total",
        "adjustment": "none",
        "span": span,
        "period": date.fromisoformat(period + "-01"),
        "value": value,
        "precision": 1,
        "vintage": date.fromisoformat(vintage),
        "vintage_basis": "published",
        "known_by": date.fromisoformat(vintage),
    } | more


def ask(rows: list[Observation], flow: str, first: str, last: str, **more: Any) -> oracle.Window:
    return oracle.window(rows, flow, first, last, **({"reporter": "TW", "partner": "US"} | more))


MONTHS = [row("export", "month", f"2024-{month:02}", month) for month in range(1, 13)]


def test_ties_prefer_the_sum_of_one_vintage_then_published() -> None:
    rows = [*MONTHS, row("export", "year", "2024-12", 80)]
    assert (ask(rows, "export", "2024-01", "2024-12").basis) == "sum"
    rows.append(row("export", "month", "2024-01", 2, "2024-12-10"))
    assert ask(rows, "export", "2024-01", "2024-12").value == 78
    mixed = [*rows[1:], row("export", "month", "2024-02", 5, "2024-11-10")]
    assert ask(mixed, "export", "2024-01", "2024-12").basis == "published"
    newer = [*mixed, row("export", "month", "2024-03", 33, "2025-02-10")]
    found = ask(newer, "export", "2024-01", "2024-12")
    assert (found.value, found.basis) == (78 + 1 + 30, "sum_across_vintages")
    assert (found.vintage, found.oldest) == (date(2025, 2, 10), date(2024, 12, 10))


def test_a_missing_month_leaves_only_the_published_figure() -> None:
    rows = [*MONTHS[:5], *MONTHS[6:]]
    year = ask(rows, "export", "2024-01", "2024-12")
    assert (year.value, year.k, year.n) == (None, 11, 12)
    rows.append(row("export", "year_to_date", "2024-12", 80, "2020-01-01"))
    assert ask(rows, "export", "2024-01", "2024-12").value == 80


def test_one_window_has_several_names() -> None:
    rows = [row("export", "quarter", "2024-03", 10), row("export", "year_to_date", "2024-01", 3)]
    assert ask(rows, "export", "2024-01", "2024-03").value == 10
    assert ask(rows, "export", "2024-01", "2024-01").value == 3
    rows.append(row("export", "month", "2024-01", 4))
    assert ask(rows, "export", "2024-01", "2024-01").value == 4


def test_strict_uses_the_day_it_was_certainly_public() -> None:
    old, new = row("export", "month", "2024-01", 1), row("export", "month", "2024-01", 2, "2025-02-10")
    rows = [old, {**new, "known_by": date(2025, 6, 1)}]
    day = date(2025, 3, 1)
    assert ask(rows, "export", "2024-01", "2024-01", as_of=day).value == 2
    assert ask(rows, "export", "2024-01", "2024-01", as_of=day, strict=True).value == 1


def test_a_named_area_takes_the_newer_of_row_and_members() -> None:
    own = row("export", "month", "2024-01", 100, "2025-02-10", partner="CN+HK")
    china = row("export", "month", "2024-01", 60, "2025-02-10", partner="CN")
    hong_kong = row("export", "month", "2024-01", 30, "2025-01-10", partner="HK")
    tie = ask([own, china, hong_kong], "export", "2024-01", "2024-01", partner="CN+HK")
    assert (tie.value, tie.basis) == (100, "published")
    newer = {**hong_kong, "vintage": date(2025, 3, 10)}
    parts = ask([own, china, newer], "export", "2024-01", "2024-01", partner="CN+HK")
    assert (parts.value, parts.basis, parts.unit_sum) == (90, "sum_across_vintages", 2)
    assert ask([own, china, newer], "export", "2024-01", "2024-01", partner="CN").value == 60


@pytest.mark.parametrize(
    ("flow", "value", "base", "expected"),
    [
        ("export", 5, 0, (None, "zero_base")),
        ("export", 0, 0, (None, "no_trade")),
        ("export", None, 1, (None, "missing")),
        ("export", 0, 4, (Fraction(-100), "")),
        ("balance", 3, 2, (Fraction(50), "")),
        ("balance", 0, 2, (None, "sign_change")),
        ("balance", 2, 0, (None, "sign_change")),
        ("balance", -3, -2, (Fraction(50), "deficit_widened")),
        ("balance", -1, -2, (Fraction(-50), "deficit_narrowed")),
        ("balance", -2, -2, (Fraction(0), "deficit_unchanged")),
    ],
)
def test_growth(
    flow: str, value: int | None, base: int | None, expected: tuple[Fraction | None, str]
) -> None:
    assert oracle.growth_and_note(flow, value, base) == expected


@pytest.mark.parametrize(
    ("number", "digits", "expected"),
    [("0.25", 1, "0.3"), ("-0.25", 1, "-0.3"), ("34.85", 1, "34.9"), ("-0.04", 1, "0"), ("2.5", 0, "3")],
)
def test_half_up(number: str, digits: int, expected: str) -> None:
    assert half_up(Fraction(number), digits) == Fraction(expected)


def test_interval() -> None:
    bounds = oracle.interval(6405, 1, 6180, 1)
    assert bounds == (Fraction(100 * 64045, 61805) - 100, Fraction(100 * 64055, 61795) - 100)
    assert oracle.last_digit_open(bounds)  # 3.62 to 3.66
    assert not oracle.last_digit_open((Fraction("3.56"), Fraction("3.64")))
    assert oracle.interval(3, 1, 1, 2) == (Fraction(25), None)
    assert oracle.interval(-3, 0, -2, 0) == (Fraction(50), Fraction(50))
    assert oracle.interval(1, 1, -2, 1) is None


def test_records_need_history_and_ties_are_none() -> None:
    rows = [row("export", "year", f"{year}-12", value) for year, value in ((2001, 5), (2002, 9), (2003, 9))]
    assert oracle.record(rows, "export", "year", "2003-12", reporter="TW", partner="US").short
    rows.append(row("export", "year", "2004-12", 9))
    found = oracle.record(rows, "export", "year", "2004-12", reporter="TW", partner="US")
    assert (found.record, found.rank, found.since) == (False, 1, "2001")
    assert (found.previous, found.previous_period) == (9, "2002")


@pytest.mark.parametrize(
    ("past", "now", "streak", "seen"),
    [
        ([1, 1, 1], [2, 2, 2], None, 3),
        ([1, 1, 1], [1, 2, 2], 2, 2),
        ([1, 1, 1], [2, 0, 0], -2, -2),
        ([1, 0, 1], [2, 2, 2], 1, 1),
        ([1, 1, 0], [2, 2, 2], 0, 0),
        ([1, None, 1], [2, 2, 2], None, 1),
    ],
)
def test_streaks(past: list[int | None], now: list[int | None], streak: int | None, seen: int) -> None:
    rows = [
        row("export", "month", f"{year}-{month:02}", value)
        for year, values in ((2023, past), (2024, now))
        for month, value in enumerate(values, 1)
        if value is not None
    ]
    (found,) = oracle.flow_rows(rows, "export", "2024-03", 1, reporter="TW", partner="US")
    assert (found["streak"], found["streak_at_least"]) == (streak, seen)


def test_a_newer_published_year_supersedes_the_base() -> None:
    rows = [*MONTHS, *(row(flow, "month", "2025-06", 9, "2025-07-10") for flow in ("export", "import"))]
    year = row("export", "year", "2024-12", 79, "2025-06-10")
    for published, note in ((79, ""), (80, "base_superseded")):
        answer = oracle.surplus_rows(
            [*rows, {**year, "value": published}], "2025-06", reporter="TW", partner="US"
        )
        assert [line["yoy_note"] for line in answer if line["flow"] == "export"] == [
            note,
            f"missing;{note}".rstrip(";"),
        ]


def test_order_of_rows_means_nothing_and_doubles_are_refused() -> None:
    rows = [*MONTHS, row("export", "month", "2024-01", 7, "2025-03-10"), row("export", "year", "2024-12", 3)]
    shuffled = random.Random(1).sample(rows, len(rows))
    first, second = (ask(table, "export", "2024-01", "2024-12") for table in (rows, shuffled))
    assert (first.value, first.basis, first.vintage) == (second.value, second.basis, second.vintage)
    with pytest.raises(ValueError, match="twice"):
        ask([*rows, MONTHS[0]], "export", "2024-01", "2024-12")
