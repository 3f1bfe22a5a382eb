"""Records and streaks of random series with gaps, ties and zeros, against the oracle. Property 10 too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import oracle
from tests.drawn import examples
from tests.made_up import Row, known, months, pair, row
from tradecli.render.rows import table
from tradecli.reports import flows
from tradecli.reports.records import report
from tradecli.reports.series_asked import Asked
from tradecli.statistics.records import LEAST, WINDOW, records

#: Small numbers, so that ties and zeros are common; None is a month nobody published.
FIGURES = st.one_of(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6), st.none())
WHOLE = st.integers(0, 4)


def place(rows: list[Row], kind: str, period: date) -> dict[str, dict[str, object]]:
    frame = pair(rows).windows(WINDOW.get(kind, kind))
    return {line["flow"]: line for line in records(frame, kind, periods=[period]).to_dicts()}


def told(period: date | None, kind: str) -> str | None:
    return oracle.period_text(kind, oracle.month_number(period.isoformat())) if period else None


@pytest.mark.parametrize("kind", LEAST)
@given(
    exports=st.lists(WHOLE, min_size=60, max_size=60),
    imports=st.lists(WHOLE, min_size=60, max_size=60),
    lost=st.sets(st.integers(0, 58), max_size=3),
)
@examples(10, 25)
def test_records(kind: str, exports: list[int], imports: list[int], lost: set[int]) -> None:
    held = [None if month in lost else value for month, value in enumerate(exports)]
    rows = months("export", "2020-01", held) + months("import", "2020-01", imports)
    mine, theirs = place(rows, kind, date(2024, 12, 1)), oracle.Known(rows, "TW", "US")
    for flow in oracle.FLOWS:
        expected = oracle.record_of(theirs, flow, kind, oracle.month_number("2024-12"))
        line = mine.get(flow, {})
        assert line.get("value") == expected.value
        assert (line.get("record"), line.get("rank")) == (expected.record, expected.rank)
        assert told(line.get("since"), kind) == expected.since  # type: ignore[arg-type]
        assert line.get("previous_value") == expected.previous
        assert told(line.get("previous_period"), kind) == expected.previous_period  # type: ignore[arg-type]


@given(values=st.lists(FIGURES, min_size=14, max_size=40))
@examples(35, 100)
def test_rows_of_a_flow(values: list[int | None]) -> None:
    values[-1] = 3 if values[-1] is None else values[-1]
    rows = months("export", "2022-01", values)
    last = 2022 * 12 + len(values) - 1
    answered = table(
        flows.report([known(rows)], "export", Asked(date(last // 12, last % 12 + 1, 1), months=3))
    ).to_dicts()
    expected = oracle.flow_rows(rows, "export", oracle.month_text(last), 3, reporter="TW", partner="US")
    for mine, theirs in zip(answered[::-1], expected[::-1], strict=False):
        for name in ("value", "ytd", "rolling_12", "rank", "record", "streak"):
            assert mine[name] == theirs[name], name
        if mine["streak"] is None:
            assert (mine["streak_at_least"] or 0) == theirs["streak_at_least"]


@given(values=st.lists(st.integers(1, 9), min_size=3, max_size=40))
@examples(15, 50)
def test_no_record_before_there_is_history(values: list[int]) -> None:
    rows = months("export", "2021-01", values)
    frame = pair(rows).windows("month")
    placed = records(frame, "month", periods=frame["period"].to_list()).to_dicts()
    told = [line for line in placed if line["record"] is not None]
    assert len(told) == max(0, len(values) - 24)
    assert sum(line["record"] for line in told) <= len(values)


def test_the_records_of_an_answer_are_these() -> None:
    years = [row("export", "year", f"{year}-12", value) for year, value in enumerate([5, 9, 7, 8, 10], 2020)]
    (found,) = [
        line for line in table(report([known(years)], date(2024, 12, 1))).to_dicts() if line["kind"] == "year"
    ]
    assert (found["record"], found["rank"], found["previous_value"]) == (True, 1, 9)
    assert (found["period"], found["since"], found["previous_period"]) == ("2024", "2020", "2021")
