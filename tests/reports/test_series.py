"""Series by month, quarter and year, of one and several partners: by hand, by the oracle, by each other."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecli as trade
from tests import oracle
from tests.made_up import Row, known, months, row
from tradecli.errors import NoData, QueryError
from tradecli.render.rows import table
from tradecli.reports import flows
from tradecli.reports.series_asked import Asked

SIZE = {"quarter": 3, "year": 12}


def rows_of(rows: list[Row], by: str, last: date, flow: str = "export", **asked: Any) -> list[dict[str, Any]]:
    """The rows of a series of made-up figures."""
    return table(flows.report([known(rows)], flow, Asked(last, by=by, **asked))).to_dicts()


def test_a_quarter_is_the_sum_of_its_months_and_one_that_is_not_whole_has_no_value() -> None:
    # By hand: 1+2+3 = 6 and 4+5+6 = 15 in 2024; 7+8+9 = 24, then 10+11 of three months, in 2025.
    made = months("export", "2024-01", [1, 2, 3, 4, 5, 6]) + months("export", "2025-01", [7, 8, 9, 10, 11])
    found = rows_of(made, "quarter", date(2025, 5, 1), since=date(2024, 1, 1))
    assert [(one["period"], one["value"], one["value_note"]) for one in found] == [
        ("2024-Q1", 6, None),
        ("2024-Q2", 15, None),
        ("2024-Q3", None, "missing"),
        ("2024-Q4", None, "missing"),
        ("2025-Q1", 24, None),
        ("2025-Q2", None, "incomplete(2 of 3)"),
    ]
    # 15 on 6 is +150 %; 24 on 6 is +300 %; nothing on a missing quarter.
    assert [one["qoq"] for one in found] == [None, 150.0, None, None, None, None]
    assert [one["yoy"] for one in found] == [None, None, None, None, 300.0, None]
    assert [one["change"] for one in found] == [None, None, None, None, 18, None]
    assert {one["mom"] for one in found} == {None}


def test_a_year_asked_through_october_is_not_whole_though_later_months_are_known() -> None:
    made = months("export", "2024-01", [1] * 24)
    found = rows_of(made, "year", date(2025, 10, 1), months=24)
    assert [(one["period"], one["value"], one["value_note"]) for one in found] == [
        ("2024", 12, None),
        ("2025", None, "incomplete(10 of 12)"),
    ]


@pytest.mark.parametrize(("by", "passed"), [("month", "2013-01"), ("quarter", "2013-Q1"), ("year", "2014")])
def test_what_has_passed_a_record_is_named_as_its_own_periods_are(by: str, passed: str) -> None:
    # Months of 1, but of 2 from December 2012 on, and of 3 from 2013: each period of 2012's last is a record.
    values = [1] * 143 + [2] + [3] * 12 + [4] * 12
    last = date(2013, 12, 1) if by == "year" else date(2012, 12, 1)
    found = rows_of(months("export", "2001-01", values), by, last, months=1)
    assert [(one["record"], one["passed_period"]) for one in found] == [(True, passed)]


def test_a_published_quarter_stands_where_a_month_is_missing() -> None:
    made = [*months("export", "2025-01", [1, None, 3]), row("export", "quarter", "2025-03", 9)]
    [found] = rows_of(made, "quarter", date(2025, 3, 1), months=3)
    assert (found["value"], found["basis"], found["value_note"]) == (9, "published", None)


@given(
    values=st.lists(st.none() | st.integers(0, 10**6), min_size=30, max_size=60),
    by=st.sampled_from(["quarter", "year"]),
)
def test_a_series_of_quarters_or_years_equals_the_sums_of_months(values: list[int | None], by: str) -> None:
    values[-1] = values[-1] or 1
    made, last = months("export", "2020-01", values), 2020 * 12 + len(values) - 1
    day = date(last // 12, last % 12 + 1, 1)
    amounts = {2020 * 12 + step: value for step, value in enumerate(values)}
    first = min(month for month, value in amounts.items() if value is not None)
    for found in rows_of(made, by, day, since=date(first // 12, first % 12 + 1, 1)):
        year, _, quarter = found["period"].partition("-Q")
        begin = int(year) * 12 + 3 * (int(quarter or 1) - 1)
        inside = [amounts.get(begin + step) for step in range(SIZE[by])]
        there = [value for value in inside if value is not None]
        whole = len(there) == SIZE[by]
        assert found["value"] == (sum(there) if whole else None)
        note = f"incomplete({len(there)} of {SIZE[by]})" if there else "missing"
        assert found["value_note"] == (None if whole else note)


@pytest.mark.parametrize(("by", "partner"), [("quarter", "US"), ("year", "CN+HK"), ("year", "WORLD")])
def test_records_and_values_of_real_series_are_those_of_the_oracle(by: str, partner: str) -> None:
    answer = trade.surplus(partner, "2025-12", since="2019", by=by).df.to_dicts()
    other = oracle.Known(oracle.load("mof", partner), "TW", partner)
    assert len(answer) == 3 * (28 if by == "quarter" else 7)
    for one in answer:
        last = one["period_label"].partition("-Q")
        month = int(last[0]) * 12 + (3 * int(last[2]) - 1 if last[2] else 11)
        expected = oracle.record_of(other, one["flow"], by, month)
        assert (one["value"], one["record"], one["rank"]) == (
            expected.value,
            expected.record,
            expected.rank,
        )


@pytest.mark.parametrize("by", ["month", "quarter", "year"])
def test_several_partners_are_each_what_they_are_alone(by: str) -> None:
    codes = ["US", "JP", "CN+HK", "CN"]
    together = trade.imports(codes, "2025-12", since="2024", by=by).df
    for code in codes:
        alone = trade.imports(code, "2025-12", since="2024", by=by).df
        assert together.filter(together["partner"] == code).equals(alone)


def test_several_partners_are_shown_through_the_newest_month_that_all_have() -> None:
    far = months("export", "2023-01", [5] * 20) + months("export", "2023-01", [5] * 18, partner="JP")
    pairs = [known(far), known(far, "JP")]
    answer = flows.report(pairs, "export", Asked(months=2))
    assert [(one["partner"], one["period"]) for one in table(answer).to_dicts()] == [
        ("US", "2024-05"),
        ("US", "2024-06"),
        ("JP", "2024-05"),
        ("JP", "2024-06"),
    ]
    [note] = [note for note in answer.notes if note.key == "series.aligned"]
    assert [place.code for place in note.facts["ahead"]] == ["US"]


def test_a_share_is_of_the_reporters_total_and_its_records_are_of_shares() -> None:
    answer = trade.exports(["US", "JP"], "2025-11", months=30, share=True).df.to_dicts()
    total = oracle.Known(oracle.load("mof"), "TW", "WORLD")
    for code in ("US", "JP"):
        part = oracle.Known(oracle.load("mof", code), "TW", code)

        def share(month: int, part: oracle.Known = part) -> Fraction | None:
            mine, all_of = (one.window("export", month, month).value for one in (part, total))
            return None if mine is None or not all_of else Fraction(100 * mine, all_of)

        first = oracle.month_number("2001-01")
        for one in (one for one in answer if one["partner"] == code):
            month = oracle.month_number(one["period_label"])
            mine = share(month)
            assert mine is not None
            assert one["share"] == pytest.approx(float(mine), rel=1e-12)
            earlier = [other for past in range(first, month) if (other := share(past)) is not None]
            assert one["share_record"] == (mine > max(earlier))


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: trade.surplus("US", share=True), "a balance has no share"),
        (lambda: trade.exports(share=True), "the share of all partners is 100 %"),
        (lambda: trade.exports(since="2026", months=3), "exclude each other"),
        (lambda: trade.exports(since="2026-02", through="2025-02"), "begin after it ends"),
        (lambda: trade.exports(by="decade"), "there is no series by 'decade'"),
        (lambda: trade.exports(months=0), "a series of 0 months"),
        (lambda: trade.exports([]), "no partner is named"),
        (lambda: trade.records("US,JP"), "takes one partner, not several: US,JP"),
        (lambda: trade.surplus("US,JP", policy=True), "--policy answers for one partner"),
    ],
)
def test_what_makes_no_series_is_refused_with_the_reason(ask: Any, says: str) -> None:
    with pytest.raises(QueryError, match=says.replace("(", r"\(")):
        ask()


def test_a_series_from_the_future_names_the_newest_month() -> None:
    with pytest.raises(NoData, match="nothing is published from 2027-01 on") as error:
        trade.exports("US", since="2027")
    assert error.value.newest_month == "2026-09"


@pytest.mark.parametrize(
    ("partner", "key"),
    [
        ("US,JP,US", "series.twice"),
        ("CN,CN+HK", "series.inside"),
        ("WORLD,JP", "series.inside"),
        ("ASEAN,SG", "series.inside"),
        ("ASIA,JP", "series.areas"),
    ],
)
def test_partners_named_twice_or_inside_another_are_told(partner: str, key: str) -> None:
    answer = trade.exports(partner, "2025-10", months=1)
    assert key in [note.key for note in answer.notes]
    assert answer.df.height == 2


def test_the_surplus_without_a_series_stays_the_headline() -> None:
    assert json.loads(trade.surplus("US", "2025-11").to("json"))["schema"] == "trade.surplus/1"
    series = json.loads(trade.surplus("US", "2025-11", by="month").to("json"))
    assert series["schema"] == "trade.surplus_series/1"
    assert [one["flow"] for one in series["rows"][:3]] == ["export", "import", "balance"]
    # As README shows it: exports 24.42, imports 4.54, a surplus of 19.88 (+254.4 %) in November 2025.
    assert [one["value_display"] for one in series["rows"][-3:]] == ["24.42", "4.54", "19.88"]
    assert series["rows"][-1]["yoy_display"] == "+254.4 %"
