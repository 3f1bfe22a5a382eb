"""A base whose year was published anew: the note of small random tables, against the oracle."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from tests import oracle
from tests.drawn import examples
from tests.made_up import Row, known, months, row
from tradecli.render.rows import table
from tradecli.reports import surplus

VINTAGES = ("2025-02-07", "2025-07-08", "2025-09-09", "2026-01-09")


@st.composite
def republished(draw: st.DrawFn) -> list[Row]:
    """Two years of months of one vintage, and full years published before and after it."""
    rows: list[Row] = []
    base = draw(st.sampled_from(VINTAGES))
    for flow, size in (("export", 20), ("import", 5)):
        first = months(flow, "2024-01", [size] * 12, vintage=base)
        rows += first + months(flow, "2025-01", [size + 1] * 6, vintage="2025-07-08")
    for flow, year in (("export", 240), ("import", 60), ("balance", 180)):
        for vintage in draw(st.sets(st.sampled_from(VINTAGES), max_size=3)):
            value = year + draw(st.integers(-3, 3))
            rows.append(row(flow, "year", "2024-12", value, vintage, precision=draw(st.sampled_from([1, 2]))))
    return rows


@pytest.mark.slow
@given(rows=republished(), through=st.sampled_from(["2025-01", "2025-04", "2025-06"]))
@examples(50, 150)
def test_base_superseded(rows: list[Row], through: str) -> None:
    expected = oracle.surplus_rows(rows, through, reporter="TW", partner="US")
    found = table(surplus.report(known(rows), date.fromisoformat(f"{through}-01")))
    notes = {(line["flow"], line["span"]): line["yoy_note"] or "" for line in found.to_dicts()}
    event(f"superseded: {any('superseded' in note for note in notes.values())}")
    assert notes == {(line["flow"], line["span"]): line["yoy_note"] for line in expected}
