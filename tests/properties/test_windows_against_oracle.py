"""Every window of small random tables, against the oracle: value, basis, vintage, precision, notes."""

from __future__ import annotations

from datetime import date
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import oracle
from tests.drawn import examples
from tests.made_up import Row, frame, known, months
from tests.properties.tables import MONTHS, tables
from tests.test_against_oracle import SURPLUS, differences
from tradecli import vintages
from tradecli.errors import NoData
from tradecli.frames import Measures
from tradecli.model.figure import Window
from tradecli.one_window import Figures, window_of
from tradecli.question import Known, Question, figures
from tradecli.render.rows import table as machine_rows
from tradecli.reports import surplus
from tradecli.series import Series
from tradecli.statistics.windows import KINDS
from tradecli.vintages import read_stamp


def window(row: dict[str, Any]) -> tuple[Any, ...]:
    """What there is to say of a window of the program's."""
    if row["value"] is None:
        return (None,)
    vintage, vintage_basis = read_stamp(row["stamp"])
    return (
        row["value"],
        row["basis"],
        vintage,
        vintage_basis,
        row["precision"],
        row["units"],
        row["known_by"],
    )


def expected_window(found: oracle.Window) -> tuple[Any, ...]:
    if found.value is None:
        return (None,)
    sizes = (found.precision, found.unit_sum, found.known_by)
    return (found.value, found.basis, found.vintage, found.vintage_basis, *sizes)


def compare(
    rows: list[Row],
    partner: str,
    as_of: date | None = None,
    *,
    strict: bool = False,
    against: list[Row] | None = None,
) -> None:
    """Every window of every kind, flow and month."""
    theirs = oracle.Known(rows if against is None else against, "TW", partner, as_of, strict)
    table = frame(rows).filter(vintages.known_on(as_of, strict=strict))
    if table.is_empty():
        assert not theirs.figures
        return
    question = Question(partner=partner, as_of=as_of, strict=strict)
    mine = Series(Known(question, "mof", table, figures(table, partner), dict))
    one_by_one = Figures(mine.published).of()
    for kind in KINDS:
        for row in mine.windows(kind).to_dicts():
            month = oracle.month_number(row["period"].isoformat())
            ends = {"quarter": 3, "year": 12}.get(kind, 1)
            found = theirs.of_kind(row["flow"], kind, month) if (month + 1) % ends == 0 else oracle.Window()
            assert window(row) == expected_window(found), (kind, row["flow"], row["period"])
            alone = window_of(one_by_one, row["flow"], Window(kind, row["period"]))
            assert window(alone._asdict()) == expected_window(found), (kind, row["flow"], row["period"])
            if row["value"] is not None:
                assert alone == Measures._make(row[name] for name in Measures._fields)


@pytest.mark.slow
@given(rows=tables())
@examples(50, 150)
def test_windows_of_a_partner(rows: list[Row]) -> None:
    if rows:
        compare(rows, "US")


@pytest.mark.slow
@given(rows=tables(("CN", "HK", "CN+HK")))
@examples(25, 80)
def test_windows_of_a_named_area(rows: list[Row]) -> None:
    if rows:
        compare(rows, "CN+HK")


@pytest.mark.slow
@given(rows=tables(), as_of=st.dates(date(2024, 7, 1), date(2025, 12, 1)), strict=st.booleans())
@examples(20, 60)
def test_windows_as_of_a_day(rows: list[Row], as_of: date, strict: bool) -> None:
    if rows:
        compare(rows, "US", as_of, strict=strict)


@pytest.mark.slow
@given(rows=tables(), through=st.sampled_from(MONTHS[12:]))
@examples(50, 150)
def test_the_six_rows_of_an_answer(rows: list[Row], through: str) -> None:
    if not rows:
        return
    expected = oracle.surplus_rows(rows, through, reporter="TW", partner="US")
    try:
        answer = surplus.report(known(rows), date.fromisoformat(f"{through}-01"))
    except NoData:
        assert expected == []
        return
    expected.sort(key=lambda row: row["span"])
    for line in expected:
        # Two balances of exactly zero have a test of their own.
        hypothesis.assume(line["value"] or line["base_value"] or line["flow"] != "balance")
    assert differences(machine_rows(answer).to_dicts(), expected, SURPLUS) == []


def test_the_comparison_sees_a_wrong_window() -> None:
    right = months("export", "2024-01", range(1, 13))
    compare(right, "US")
    for name, wrong in {"value": 13, "precision": 10, "vintage_basis": "retrieved"}.items():
        with pytest.raises(AssertionError, match="month"):
            compare([*right[:-1], {**right[-1], name: wrong}], "US", against=right)
